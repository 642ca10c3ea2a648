//! Digits: years, days, ordinals, dates and times of day, and figures that are none.

use chrono::{NaiveDate, NaiveTime};

use super::lexicon::Slot;
use super::tokens::Kind;
use crate::time::{Certainty, Expr, Grain, TimeValue, When};

/// What a run of digits can be, by its shape.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Number {
    /// "12", "2014"
    Plain { value: u32, digits: usize },
    /// "12th"
    Ordinal(u32),
    /// "1990s" is 199
    Decade(i32),
    /// "2014-03-04"
    Date(When),
    /// "04/03/2014", in either order
    EitherDate { first: u32, second: u32, year: i32 },
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
            (Self::Plain { value, digits: 2 }, Slot::ShortYear) => within(value, 0..=99),
            (Self::Plain { value, digits: 1 | 2 } | Self::Ordinal(value), Slot::Day) => {
                within(value, 1..=31)
            }
            (Self::Plain { value, .. }, Slot::Count) => within(value, 1..=999),
            (Self::Ordinal(value), Slot::NumberedDay) => within(value, 1..=31),
            (Self::Ordinal(value), Slot::Ordinal) => within(value, 1..=99),
            (Self::Decade(tens), Slot::Decade) => Some(tens),
            (_, Slot::Digits)
            | (Self::Date(_) | Self::EitherDate { .. }, Slot::Written)
            | (Self::Clock(..), Slot::Clock) => Some(0),
            _ => None,
        }
    }

    /// What it says by itself.
    pub(super) fn expr(self) -> Option<Expr> {
        let on = |when| Expr::Fixed(TimeValue::On(when, Certainty::Stated));
        match self {
            Self::Date(when) => Some(on(when)),
            Self::EitherDate { first, second, year } => {
                let date =
                    |month, day| NaiveDate::from_ymd_opt(year, month, day).map(When::Day);
                match (date(second, first), date(first, second)) {
                    (Some(day_first), Some(month_first)) if day_first != month_first => {
                        Some(Expr::Fixed(TimeValue::OneOf(vec![day_first, month_first])))
                    }
                    (Some(day), _) | (None, Some(day)) => Some(on(day)),
                    (None, None) => None,
                }
            }
            Self::Plain { .. }
            | Self::Ordinal(_)
            | Self::Decade(_)
            | Self::Clock(..)
            | Self::Figure => None,
        }
    }
}

fn within(value: u32, range: std::ops::RangeInclusive<u32>) -> Option<i32> {
    range.contains(&value).then(|| i32::try_from(value).ok()).flatten()
}

/// What the digits at the beginning of `rest` are, and how many bytes they take.
pub(super) fn measure(rest: &str, before: Option<Kind>) -> (Number, usize) {
    if matches!(before, Some(Kind::Mark('£' | '$' | '€' | '¥' | '#')))
        && let Some(length) = figure(rest)
    {
        return (Number::Figure, length);
    }
    date(rest)
        .or_else(|| clock(rest))
        .or_else(|| decade(rest, before))
        .or_else(|| ordinal(rest))
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

fn date(rest: &str) -> Option<(Number, usize)> {
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
    match (first, second, third) {
        (4, 1..=2, 1..=2) if mark != b'.' => {
            let day = NaiveDate::from_ymd_opt(i32::try_from(a).ok()?, b, c)?;
            Some((Number::Date(When::Day(day)), end))
        }
        (1..=2, 1..=2, 4) => {
            let year = within(c, 1000..=2100)?;
            let number = Number::EitherDate { first: a, second: b, year };
            number.expr().map(|_| (number, end))
        }
        _ => None,
    }
}

fn clock(rest: &str) -> Option<(Number, usize)> {
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
    let (noon, length) = half_of_day(rest.get(end..)?);
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
fn half_of_day(rest: &str) -> (Option<bool>, usize) {
    let trimmed = rest.trim_start_matches([' ', '\u{a0}']);
    let space = rest.len() - trimmed.len();
    for (form, afternoon) in [("a.m.", false), ("p.m.", true), ("am", false), ("pm", true)] {
        let Some(head) = trimmed.get(..form.len()) else { continue };
        // "I am", "5 am": small letters or all capitals, and no longer word.
        let same = head == form || head == form.to_uppercase();
        if same && trimmed.get(form.len()..).is_some_and(ends) {
            return (Some(afternoon), space + form.len());
        }
    }
    (None, 0)
}

fn decade(rest: &str, before: Option<Kind>) -> Option<(Number, usize)> {
    let count = digits(rest);
    let value: i32 = rest.get(..count)?.parse().ok()?;
    let after = rest.get(count..)?;
    let letter = after.strip_prefix(['\'', '’']).unwrap_or(after);
    let tail = letter.strip_prefix('s')?;
    let written = value % 10 == 0
        && match count {
            4 => (1000..=2100).contains(&value),
            2 => matches!(before, Some(Kind::Mark('\'' | '’' | '‘'))),
            _ => false,
        };
    let tens = if count == 2 { 190 + value / 10 } else { value / 10 };
    (written && ends(tail)).then_some((Number::Decade(tens), rest.len() - tail.len()))
}

fn ordinal(rest: &str) -> Option<(Number, usize)> {
    let count = digits(rest);
    let value = rest.get(..count)?.parse().ok()?;
    let tail = rest.get(count..count + 2)?.to_ascii_lowercase();
    let whole = matches!(tail.as_str(), "st" | "nd" | "rd" | "th");
    (whole && ends(rest.get(count + 2..)?)).then_some((Number::Ordinal(value), count + 2))
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
