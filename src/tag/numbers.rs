//! Digits: years, days, ordinals, dates and times of day, and figures that are none.

use chrono::{NaiveDate, NaiveTime};

use super::slots::{Slot, Slots};
use super::spelling::{Spelling, begins_with};
use super::tokens::Kind;
use crate::time::{Expr, Grain, Modifier, TimeValue, When};

/// What a run of digits, or a number in words, can be by its shape.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Number {
    /// "12", "2014"
    Plain { value: u32, digits: usize },
    /// "twenty-five"; "nineteen ninety-six" is a year
    Spelled { value: u32, year: bool },
    /// "12th"
    Ordinal(u32),
    /// "2.5"
    Decimal { whole: u32, tenths: u8 },
    /// "1/2", "½"
    Half,
    /// "1990s" is 199
    Decade(i32),
    /// "90s" is 9
    ShortDecade(i32),
    /// "2014-03-04"
    Date(When),
    /// "04/03/2014", in either order
    EitherDate { first: u8, second: u8, year: i32 },
    /// "31/02/2014": a date's shape, and no such day
    NoDate,
    /// "7.30am", "10:15"
    Clock(NaiveTime, Grain),
    /// "180,000", "£2012", "75k"
    Figure,
}

impl Number {
    /// Its value, if a phrase may take it as `slot`.
    pub(super) fn value_as(self, slot: Slot) -> Option<i32> {
        match (self, slot) {
            (Self::Plain { value, digits: 4 }, Slot::Year) => within(value, 1000..=2100),
            (Self::Plain { value, digits: 4 }, Slot::ModernYear) => within(value, 1900..=2100),
            (Self::Plain { value, digits: 2..=3 }, Slot::OldYear) => within(value, 10..=999),
            (Self::Plain { value, digits: 4 }, Slot::DigitClock) if value % 100 < 60 => {
                within(value, 0..=2359)
            }
            (Self::Plain { value, digits: 2 }, Slot::ShortYear) => within(value, 0..=99),
            (Self::Plain { value, digits: 1 | 2 } | Self::Ordinal(value), Slot::Day) => {
                within(value, 1..=31)
            }
            (Self::Plain { value, .. }, Slot::Count) => within(value, 0..=9999),
            (Self::Spelled { value, year: false }, Slot::Count) => within(value, 1..=99_999),
            (
                Self::Plain { value, digits: 1 | 2 } | Self::Spelled { value, year: false },
                Slot::BareClock,
            ) => within(value, 1..=12),
            (Self::Spelled { value, year: true }, Slot::SpelledYear) => {
                within(value, 1000..=2100)
            }
            (Self::Ordinal(value), Slot::NumberedDay) => within(value, 1..=31),
            (Self::Ordinal(value), Slot::Ordinal) => within(value, 1..=99),
            (Self::Decimal { whole, tenths }, Slot::Decimal) => {
                within(whole, 0..=999).map(|whole| whole * 10 + i32::from(tenths))
            }
            (Self::Decade(tens), Slot::Decade)
            | (Self::ShortDecade(tens), Slot::ShortDecade) => Some(tens),
            (Self::Spelled { .. } | Self::Half, Slot::Digits) => None,
            (Self::Half, Slot::Fraction)
            | (Self::Date(_) | Self::EitherDate { .. } | Self::NoDate, Slot::Written)
            | (Self::Clock(..), Slot::Clock)
            | (_, Slot::Digits) => Some(0),
            _ => None,
        }
    }

    /// All slots that it may be taken as.
    pub(super) fn slots(self) -> Slots {
        const ALL: [Slot; 18] = [
            Slot::Year,
            Slot::ModernYear,
            Slot::OldYear,
            Slot::ShortYear,
            Slot::SpelledYear,
            Slot::Day,
            Slot::NumberedDay,
            Slot::Count,
            Slot::Fraction,
            Slot::Decimal,
            Slot::Written,
            Slot::Clock,
            Slot::BareClock,
            Slot::DigitClock,
            Slot::Decade,
            Slot::ShortDecade,
            Slot::Digits,
            Slot::Ordinal,
        ];
        let fits = |slot: &Slot| self.value_as(*slot).is_some();
        ALL.into_iter().filter(fits).fold(Slots::NONE, Slots::with)
    }

    /// What it says by itself.
    pub(super) const fn expr(self) -> Option<Expr> {
        match self {
            Self::Date(when) => Some(Expr::Fixed(TimeValue::On(when, Modifier::Stated))),
            Self::EitherDate { first, second, year } => {
                Some(Expr::Digits { first, second, year })
            }
            Self::Plain { .. }
            | Self::Spelled { .. }
            | Self::Ordinal(_)
            | Self::Decimal { .. }
            | Self::Half
            | Self::Decade(_)
            | Self::ShortDecade(_)
            | Self::NoDate
            | Self::Clock(..)
            | Self::Figure => None,
        }
    }
}

fn within(value: u32, range: std::ops::RangeInclusive<u32>) -> Option<i32> {
    range.contains(&value).then(|| i32::try_from(value).ok()).flatten()
}

/// What the digits at the beginning of `rest` are, and how many bytes they take.
pub(super) fn measure(
    rest: &str,
    before: Option<Kind>,
    spelling: &Spelling,
) -> (Number, usize) {
    if matches!(before, Some(Kind::Mark('£' | '$' | '€' | '¥' | '#')))
        && let Some(length) = figure(rest)
    {
        return (Number::Figure, length);
    }
    half(rest)
        .or_else(|| grouped(rest, spelling))
        .or_else(|| date(rest, spelling))
        .or_else(|| clock(rest, spelling))
        .or_else(|| hour(rest, spelling))
        .or_else(|| decade(rest, spelling))
        .or_else(|| ordinal(rest, spelling))
        .or_else(|| decimal(rest, spelling))
        .or_else(|| plain(rest))
        .unwrap_or_else(|| (Number::Figure, figure(rest).unwrap_or(1)))
}

fn digits(rest: &str) -> usize {
    rest.bytes().take_while(u8::is_ascii_digit).count()
}

/// Digits with all that is printed to them: "180,000", "2.5m", "2014/06/22-B".
fn figure(rest: &str) -> Option<usize> {
    let mut length = 0;
    let mut bytes = rest.bytes().enumerate().peekable();
    while let Some((at, byte)) = bytes.next() {
        let digit_follows = bytes.peek().is_some_and(|(_, next)| next.is_ascii_digit());
        let inner = matches!(byte, b',' | b'.' | b'/' | b':' | b'-') && digit_follows;
        if !byte.is_ascii_alphanumeric() && !inner {
            break;
        }
        length = at + 1;
    }
    (length > 0).then_some(length)
}

/// Whether a number may end before `rest`.
fn ends(rest: &str) -> bool {
    let mut after = rest.chars();
    match after.next() {
        None => true,
        Some(',' | '.' | ':' | '/' | '-') => !after.next().is_some_and(|c| c.is_ascii_digit()),
        Some(next) => !next.is_alphanumeric() && next != '%' && next != '_',
    }
}

/// Whether more is printed to it by a dash or stroke.
fn goes_on(rest: &str) -> bool {
    let tail = rest.strip_prefix(['-', '/', '_']);
    tail.is_some_and(|tail| tail.starts_with(char::is_alphanumeric))
}

fn date(rest: &str, spelling: &Spelling) -> Option<(Number, usize)> {
    let first = digits(rest);
    let mark = *rest.as_bytes().get(first)?;
    let second_from = first + 1;
    let second = digits(rest.get(second_from..)?);
    let third_from = second_from + second + 1;
    if !matches!(mark, b'-' | b'/' | b'.') || rest.as_bytes().get(third_from - 1) != Some(&mark)
    {
        return None;
    }
    let third = digits(rest.get(third_from..)?);
    let end = third_from + third;
    // "2014/06/22-B" is a reference.
    if goes_on(rest.get(end..)?) {
        return None;
    }
    if !ends(rest.get(end..)?) && rest.as_bytes().get(end) != Some(&b'T') {
        return None;
    }
    let part = |from: usize, length: usize| rest.get(from..from + length)?.parse::<u32>().ok();
    let (a, b, c) = (part(0, first)?, part(second_from, second)?, part(third_from, third)?);
    let number = match (first, second, third) {
        (4, 1..=2, 1..=2) if mark != b'.' => year_first(within(a, 1000..=2100)?, b, c),
        (1..=2, 1..=2, 4) => {
            let year = within(c, 1000..=2100)?;
            day_and_month(u8::try_from(a).ok()?, u8::try_from(b).ok()?, year, spelling)
        }
        _ => return None,
    };
    Some((number, end))
}

fn year_first(year: i32, month: u32, day: u32) -> Number {
    NaiveDate::from_ymd_opt(year, month, day)
        .map_or(Number::NoDate, |it| Number::Date(When::Day(it)))
}

fn day_and_month(first: u8, second: u8, year: i32, spelling: &Spelling) -> Number {
    let on = |month: u8, day: u8| NaiveDate::from_ymd_opt(year, month.into(), day.into());
    match (on(second, first), on(first, second)) {
        (Some(day), _) if spelling.day_first => Number::Date(When::Day(day)),
        (None, None) => Number::NoDate,
        (Some(_), _) | (_, Some(_)) => Number::EitherDate { first, second, year },
    }
}

/// "180 000", in a language that leaves a space there.
fn grouped(rest: &str, spelling: &Spelling) -> Option<(Number, usize)> {
    let first = digits(rest);
    let mut length = first;
    while let Some(after) = rest.get(length..)?.strip_prefix(spelling.groups.as_slice())
        && digits(after) == 3
    {
        length = rest.len() - after.len() + 3;
    }
    let whole = first <= 3 && length > first && ends(rest.get(length..)?);
    whole.then_some((Number::Figure, length))
}

/// "1/2" or "½", alone
fn half(rest: &str) -> Option<(Number, usize)> {
    let form = ["½", "1/2"].into_iter().find(|form| rest.starts_with(form))?;
    ends(rest.get(form.len()..)?).then_some((Number::Half, form.len()))
}

/// "2.5"
fn decimal(rest: &str, spelling: &Spelling) -> Option<(Number, usize)> {
    let count = digits(rest);
    let whole = rest.get(..count).filter(|_| count <= 3)?.parse().ok()?;
    let tail = rest.get(count..)?.strip_prefix(spelling.decimal?)?;
    let after = tail.get(1..).filter(|after| ends(after))?;
    let tenths = tail.get(..1)?.parse().ok()?;
    Some((Number::Decimal { whole, tenths }, rest.len() - after.len()))
}

fn clock(rest: &str, spelling: &Spelling) -> Option<(Number, usize)> {
    let hours = digits(rest);
    let hour: u32 = rest.get(..hours).filter(|_| hours <= 2)?.parse().ok()?;
    let mut end = hours;
    let mark = rest.as_bytes().get(end);
    let minute_from = end + 1;
    let minute = match mark {
        Some(b':' | b'.') if digits(rest.get(minute_from..)?) == 2 => {
            end = minute_from + 2;
            Some(rest.get(minute_from..end)?.parse::<u32>().ok()?)
        }
        _ => None,
    };
    let (noon, length) = half_of_day(rest.get(end..)?, spelling);
    end += length;
    let hour = match noon {
        Some(afternoon) if (1..=12).contains(&hour) => {
            hour % 12 + if afternoon { 12 } else { 0 }
        }
        // Without "am" or "pm", only a colon tells a time from a figure.
        None if mark == Some(&b':') && minute.is_some() => hour,
        Some(_) | None => return None,
    };
    let grain = if minute.is_some() { Grain::Minute } else { Grain::Hour };
    let time = NaiveTime::from_hms_opt(hour, minute.unwrap_or(0), 0)?;
    ends(rest.get(end..)?).then_some((Number::Clock(time, grain), end))
}

/// Whether "am" or "pm" follows (`true` for "pm"), and how many bytes that takes.
fn half_of_day(rest: &str, spelling: &Spelling) -> (Option<bool>, usize) {
    let trimmed = rest.trim_start_matches([' ', '\u{a0}']);
    let space = rest.len() - trimmed.len();
    let before = spelling.before_noon.iter().map(|form| (form, false));
    let after = spelling.after_noon.iter().map(|form| (form, true));
    for (form, afternoon) in before.chain(after) {
        let Some(head) = trimmed.get(..form.len()) else { continue };
        // "I am", "5 am": small letters or all capitals, and no longer word.
        let same = head == *form || head == form.to_uppercase();
        if same && trimmed.get(form.len()..).is_some_and(ends) {
            return (Some(afternoon), space + form.len());
        }
    }
    (None, 0)
}

/// "15h30", "15h"
fn hour(rest: &str, spelling: &Spelling) -> Option<(Number, usize)> {
    let hours = digits(rest);
    let hour = rest.get(..hours).filter(|_| hours <= 2)?.parse().ok()?;
    let after = rest.get(hours..)?;
    let mark = spelling.hours.iter().find(|mark| begins_with(after, mark))?;
    let after = after.get(mark.len()..)?;
    let (minute, grain, tail) = match digits(after) {
        0 => (0, Grain::Hour, after),
        2 => (after.get(..2)?.parse().ok()?, Grain::Minute, after.get(2..)?),
        _ => return None,
    };
    let time = NaiveTime::from_hms_opt(hour, minute, 0)?;
    ends(tail).then_some((Number::Clock(time, grain), rest.len() - tail.len()))
}

fn decade(rest: &str, spelling: &Spelling) -> Option<(Number, usize)> {
    let count = digits(rest);
    let value: i32 = rest.get(..count)?.parse().ok()?;
    let after = rest.get(count..)?;
    let letter = after.strip_prefix(['\'', '’']).unwrap_or(after);
    let tail = spelling.decades.iter().find_map(|it| letter.strip_prefix(it.as_str()))?;
    let number = match count {
        4 if value % 10 == 0 && (1000..=2100).contains(&value) => Number::Decade(value / 10),
        // "Radio 880’s reporter" is of no decade.
        3 if value % 10 == 0 && value >= 100 && letter == after => Number::Decade(value / 10),
        2 if value % 10 == 0 => Number::ShortDecade(value / 10),
        _ => return None,
    };
    ends(tail).then_some((number, rest.len() - tail.len()))
}

fn ordinal(rest: &str, spelling: &Spelling) -> Option<(Number, usize)> {
    let count = digits(rest);
    let value = rest.get(..count)?.parse().ok()?;
    let after = rest.get(count..)?;
    let whole = |ending: &&String| {
        begins_with(after, ending) && after.get(ending.len()..).is_some_and(ends)
    };
    let ending = spelling.ordinals.iter().find(whole)?;
    Some((Number::Ordinal(value), count + ending.len()))
}

/// Digits alone. What may follow after a dash or stroke ("2009-2010") is left to phrases.
fn plain(rest: &str) -> Option<(Number, usize)> {
    let count = digits(rest);
    let value = rest.get(..count)?.parse().ok()?;
    let after = rest.get(count..)?;
    let second = after.strip_prefix(['-', '/']).filter(|_| count <= 4).and_then(|tail| {
        let end = digits(tail);
        tail.get(end..).filter(|tail| end > 0 && end <= 4 && ends(tail) && !goes_on(tail))
    });
    (second.is_some() || ends(after)).then_some((Number::Plain { value, digits: count }, count))
}
