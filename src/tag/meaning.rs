//! From a phrase and its words to what was said: all that the tagger knows about meaning.

use chrono::{NaiveTime, Weekday};
use serde::Deserialize;

use super::lexicon::{Sense, Slot, Symbol, day_part, era, unit};
use super::numbers::Number;
use super::stretches::{between, days, months};
use crate::time::{
    Bound, Certainty, DayPart, Direction, Expr, Grain, Length, Month, Recurrence, TimeValue,
    When, YearPart,
};

/// The kinds of meaning that a phrase can have. Closed: a language file can only name one of
/// these.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Make {
    /// "Mrs May": no date, and not to be read as one
    Nothing,
    /// "2014-03-04", "early 2015": the expression inside, no finer
    Same,
    /// "Tuesday, 4 March 2014": the day says it all
    WeekdayOf,
    /// "12 June 2014", "April last year", "next spring"
    Date,
    /// "the third quarter of 2014"
    Quarter,
    /// "the first half of 2015"
    HalfYear,
    /// "the 1990s"
    Decade,
    /// "the 19th century"
    Century,
    /// "on Friday", "last Tuesday"
    Weekday,
    /// "last week", "yesterday"
    Shifted,
    /// "the day before yesterday"
    DayBeforeYesterday,
    /// "the day after tomorrow"
    DayAfterTomorrow,
    /// "three days ago"
    Ago,
    /// "three days from now"
    Hence,
    /// "this morning", "Friday afternoon"
    DayPart,
    /// "tonight"
    Tonight,
    /// "7.30am on 4 May"
    Clock,
    /// "noon on Friday"
    Noon,
    /// "between … and …", "2009-2010"
    Between,
    /// "March-May 2014"
    Months,
    /// "3-5 June 2022"
    Days,
    /// "since 2015"
    Since,
    /// "after 2015"
    After,
    /// "until 2015"
    Until,
    /// "before 2015"
    Before,
    /// "by April 2019"
    By,
    /// "by the year end", "by the end of the month"
    ByEnd,
    /// "about 2010"
    About,
    /// "two years later", "the following year"
    Later,
    /// "the next day"
    NextDay,
    /// "a week earlier", "the previous year"
    Earlier,
    /// "that day", "the same year"
    SameTime,
    /// "that morning"
    SameDayPart,
    /// "the next morning"
    NextDayPart,
    /// "six months after the hand-over"
    AfterEvent,
    /// "six months before the hand-over"
    BeforeEvent,
    /// "three weeks", "many years"
    For,
    /// "the past week"
    ForOne,
    /// "every Monday", "every six months", "quarterly"
    Every,
    /// "recently"
    Vague,
    /// "a few weeks ago"
    VaguePast,
}

/// What one part of a phrase stands for.
#[derive(Clone, Debug)]
pub(super) enum Value {
    Of(Slot, i32),
    Clock(NaiveTime, Grain),
    Time(Expr),
}

impl Value {
    /// Words named by the phrase itself carry none.
    pub(super) const fn of_word(sense: &Sense) -> Option<Self> {
        match sense.symbol {
            Symbol::Literal(_) | Symbol::Slot(Slot::Dash | Slot::Part) => None,
            Symbol::Slot(slot) => Some(Self::Of(slot, sense.value)),
        }
    }

    pub(super) fn of_number(number: Number, slot: Slot) -> Option<Self> {
        let value = number.value_as(slot)?;
        match number {
            Number::Date(_) | Number::EitherDate { .. } => number.expr().map(Self::Time),
            Number::Clock(time, grain) => Some(Self::Clock(time, grain)),
            Number::Plain { .. } | Number::Ordinal(_) | Number::Decade(_) | Number::Figure => {
                Some(Self::Of(slot, value))
            }
        }
    }
}

use Value::{Of, Time};

/// What a phrase says. `None` if there is no such day.
pub(super) fn meaning(make: Make, values: &[Value]) -> Option<Expr> {
    match make {
        Make::Nothing => None,
        Make::Same => only_time(values),
        Make::WeekdayOf => match values {
            [
                Of(..),
                day @ Time(Expr::Fixed(_) | Expr::InYear { .. } | Expr::OfYear { .. }),
            ] => only_time(std::slice::from_ref(day)).filter(is_day),
            _ => None,
        },
        Make::Date => date(values),
        Make::Quarter | Make::HalfYear => part_of_year(make, values),
        Make::Decade => decade(values),
        Make::Century => match values {
            [Of(Slot::Ordinal, nth)] => Some(on(When::Century(nth - 1))),
            _ => None,
        },
        Make::Weekday => weekday(values),
        Make::Shifted | Make::Ago | Make::Hence => shifted(make, values),
        Make::DayBeforeYesterday => Some(shift(Grain::Day, -2)),
        Make::DayAfterTomorrow => Some(shift(Grain::Day, 2)),
        Make::DayPart | Make::Tonight | Make::SameDayPart | Make::NextDayPart => {
            part_of_day(make, values)
        }
        Make::Clock | Make::Noon => clock(make, values),
        Make::Between => between(values),
        Make::Months => months(values),
        Make::Days => days(values),
        Make::Since => open(Bound::Since, values),
        Make::After => open(Bound::After, values),
        Make::Until => open(Bound::Until, values),
        Make::Before => open(Bound::Before, values),
        Make::By => only_time(values).filter(is_place).map(|it| Expr::By(Box::new(it))),
        Make::ByEnd => {
            let whole = match values {
                [Of(Slot::CalendarUnit, value)] => unit(*value)?,
                _ => Grain::Year,
            };
            Some(Expr::By(Box::new(shift(whole, 0))))
        }
        Make::About => only_time(values).filter(is_place).map(|it| Expr::About(Box::new(it))),
        Make::Later | Make::Earlier | Make::SameTime => later(make, values),
        Make::NextDay => Some(Expr::Later { unit: Grain::Day, by: 1 }),
        Make::AfterEvent | Make::BeforeEvent => {
            let length = length(values)?;
            Some(Expr::FromEvent { length, before: make == Make::BeforeEvent })
        }
        Make::For => length(values).map(|length| Expr::Fixed(TimeValue::For(length))),
        Make::ForOne => length(values)
            .map(|it| Expr::Fixed(TimeValue::For(Length { count: Some(1), ..it }))),
        Make::Every => every(values),
        Make::Vague => match values {
            [Of(Slot::Era, value)] => Some(Expr::Fixed(TimeValue::Around(era(*value)?))),
            _ => None,
        },
        Make::VaguePast => Some(Expr::Fixed(TimeValue::Around(crate::time::Era::Past))),
    }
}

/// A place that is written there.
pub(super) const fn on(when: When) -> Expr {
    Expr::Fixed(TimeValue::On(when, Certainty::Stated))
}

const fn shift(unit: Grain, by: i32) -> Expr {
    Expr::Shifted { unit, by }
}

/// The value of a day, a month or a season.
pub(super) fn small(value: i32) -> Option<u8> {
    u8::try_from(value).ok()
}

/// The one expression inside; where there are more, the whole is no finer than all.
fn only_time(values: &[Value]) -> Option<Expr> {
    match values {
        [Time(expr)] => Some(expr.clone()),
        [Of(Slot::Year, year)] => Some(on(When::Year(*year))),
        _ => None,
    }
}

/// Whether it names one place, of which a whole can be the end.
pub(super) fn is_place(expr: &Expr) -> bool {
    match expr {
        Expr::Fixed(value) => matches!(value, TimeValue::On(..)),
        Expr::About(_)
        | Expr::Between(..)
        | Expr::Open(..)
        | Expr::By(_)
        | Expr::FromEvent { .. } => false,
        Expr::Shifted { .. }
        | Expr::Weekday { .. }
        | Expr::InYear { .. }
        | Expr::OfYear { .. }
        | Expr::PartOfDay(..)
        | Expr::Clock(..)
        | Expr::Later { .. } => true,
    }
}

/// "12 June 2014", "April last year", "next spring"
pub(super) fn date(values: &[Value]) -> Option<Expr> {
    match *values {
        [Of(Slot::Year | Slot::ModernYear, year)] => return Some(on(When::Year(year))),
        [Of(Slot::Month, month), Of(Slot::Year, year)] => {
            return Month::new(year, small(month)?).map(When::Month).map(on);
        }
        _ => {}
    }
    match values {
        [Of(Slot::Shift, by), rest @ ..] => {
            Some(Expr::InYear { part: part(Make::Date, rest)?.0, direction: direction(*by) })
        }
        _ => part_of_year(Make::Date, values),
    }
}

/// A part of a year, then the year, if it was said.
fn part_of_year(make: Make, values: &[Value]) -> Option<Expr> {
    let (part, rest) = part(make, values)?;
    match *rest {
        [] => {
            // 30 February is in no year; 29 February is in some.
            part.of_year(2000)?;
            Some(Expr::InYear { part, direction: Direction::Past })
        }
        [Of(Slot::Year, year)] => part.of_year(year).map(on),
        [Of(Slot::Shift, by)] => Some(Expr::OfYear { part, by }),
        _ => None,
    }
}

fn part(make: Make, values: &[Value]) -> Option<(YearPart, &[Value])> {
    Some(match (make, values) {
        (Make::Quarter, [Of(Slot::Ordinal, n), rest @ ..]) => {
            (YearPart::Quarter(small(*n)?), rest)
        }
        (Make::HalfYear, [Of(Slot::Ordinal, n), rest @ ..]) => {
            (YearPart::HalfYear(small(*n)?), rest)
        }
        (
            _,
            [Of(Slot::Day | Slot::Ordinal, day), Of(Slot::Month, number), rest @ ..]
            | [Of(Slot::Month, number), Of(Slot::Day | Slot::NumberedDay, day), rest @ ..],
        ) => (YearPart::Day { month: small(*number)?, day: small(*day)? }, rest),
        (_, [Of(Slot::Month | Slot::SureMonth, number), rest @ ..]) => {
            (YearPart::Month(small(*number)?), rest)
        }
        (_, [Of(Slot::Season, number), rest @ ..]) => (YearPart::Season(small(*number)?), rest),
        _ => return None,
    })
}

fn direction(by: i32) -> Direction {
    match by {
        ..0 => Direction::Last,
        0 => Direction::This,
        1.. => Direction::Next,
    }
}

fn decade(values: &[Value]) -> Option<Expr> {
    match values {
        [Of(Slot::Decade, tens)] => Some(on(When::Decade(*tens))),
        _ => None,
    }
}

fn weekday(values: &[Value]) -> Option<Expr> {
    let (day, direction) = match *values {
        [Of(Slot::Weekday, day)] => (day, Direction::Past),
        [Of(Slot::Shift, by), Of(Slot::Weekday, day)] => (day, direction(by)),
        _ => return None,
    };
    // TIMEX3 and the words count from Monday as 1, `Weekday` from 0.
    let day = Weekday::try_from(small(day - 1)?).ok()?;
    Some(Expr::Weekday { day, direction })
}

fn shifted(make: Make, values: &[Value]) -> Option<Expr> {
    let (grain, by) = match *values {
        [Of(Slot::Days, days)] => (Grain::Day, days),
        [Of(Slot::Shift, by), Of(Slot::CalendarUnit, value)]
        | [Of(Slot::Weekday, _), Of(Slot::Shift, by), Of(Slot::CalendarUnit, value)] => {
            (unit(value)?, by)
        }
        [Of(Slot::Count, count), Of(Slot::Unit, value)] => (unit(value)?, count),
        _ => return None,
    };
    let by = if make == Make::Ago { -by } else { by };
    // Hours count from a time of day, and an article has none.
    (grain >= Grain::Day).then_some(shift(grain, by))
}

fn part_of_day(make: Make, values: &[Value]) -> Option<Expr> {
    let later = |by| Expr::Later { unit: Grain::Day, by };
    let (day, part) = match (make, values) {
        (Make::SameDayPart, [Of(Slot::DayPart, part)]) => (later(0), day_part(*part)?),
        (Make::NextDayPart, [Of(Slot::DayPart, part)]) => (later(1), day_part(*part)?),
        (Make::Tonight, []) => (shift(Grain::Day, 0), DayPart::Night),
        (Make::DayPart, [Of(Slot::Shift, by), Of(Slot::DayPart, part)]) => {
            (shift(Grain::Day, *by), day_part(*part)?)
        }
        (
            Make::DayPart,
            [Time(day), Of(Slot::DayPart, part)] | [Of(Slot::DayPart, part), Time(day)],
        ) => (day.clone(), day_part(*part)?),
        _ => return None,
    };
    is_day(&day).then(|| Expr::PartOfDay(Box::new(day), part))
}

/// Whether it is one day, which can have a morning.
fn is_day(expr: &Expr) -> bool {
    matches!(
        expr,
        Expr::Fixed(TimeValue::On(When::Day(_), _))
            | Expr::Shifted { unit: Grain::Day, .. }
            | Expr::Later { unit: Grain::Day, .. }
            | Expr::Weekday { .. }
            | Expr::InYear { part: YearPart::Day { .. }, .. }
            | Expr::OfYear { part: YearPart::Day { .. }, .. }
    )
}

fn clock(make: Make, values: &[Value]) -> Option<Expr> {
    let hour = |hour| NaiveTime::from_hms_opt(hour, 0, 0).map(|time| (time, Grain::Hour));
    let (day, (time, grain)) = match (make, values) {
        (
            Make::Clock,
            [Value::Clock(time, grain), Time(day)] | [Time(day), Value::Clock(time, grain)],
        ) => (day, (*time, *grain)),
        (Make::Noon, [Time(day)]) => (day, hour(12)?),
        _ => return None,
    };
    let fits = is_day(day) || matches!(day, Expr::PartOfDay(..));
    fits.then(|| Expr::Clock(Box::new(day.clone()), time, grain))
}

fn open(bound: Bound, values: &[Value]) -> Option<Expr> {
    let inner = only_time(values).filter(is_place)?;
    // "just after 4pm on Friday" is told of what happened about then.
    let moment =
        matches!(inner, Expr::Clock(..)) && matches!(bound, Bound::After | Bound::Before);
    let inner = Box::new(inner);
    Some(if moment { Expr::About(inner) } else { Expr::Open(bound, inner) })
}

fn later(make: Make, values: &[Value]) -> Option<Expr> {
    let (grain, by) = match *values {
        [Of(Slot::Unit | Slot::CalendarUnit, value)] => (unit(value)?, 1),
        [Of(Slot::Count, count), Of(Slot::Unit, value)] => (unit(value)?, count),
        _ => return None,
    };
    let by = match make {
        Make::SameTime => 0,
        Make::Earlier => -by,
        _ => by,
    };
    (grain >= Grain::Day).then_some(Expr::Later { unit: grain, by })
}

fn length(values: &[Value]) -> Option<Length> {
    let (count, value) = match *values {
        [.., Of(Slot::Count, count), Of(Slot::Unit | Slot::CalendarUnit, value)] => {
            (u32::try_from(count).ok(), value)
        }
        [.., Of(Slot::Shift, _), Of(Slot::Unit | Slot::CalendarUnit, value)] => {
            (Some(1), value)
        }
        [.., Of(Slot::Unit | Slot::CalendarUnit, value)] => (None, value),
        _ => return None,
    };
    Some(Length { count, unit: unit(value)? })
}

fn every(values: &[Value]) -> Option<Expr> {
    let repeats = match *values {
        [Of(Slot::Weekday, day)] => Recurrence::On(Weekday::try_from(small(day - 1)?).ok()?),
        // "a quarterly report" is each quarter, not each one quarter.
        [Of(Slot::Count, 1), Of(Slot::Rhythm, _)] => return None,
        [Of(Slot::Count, count), Of(Slot::Unit | Slot::Rhythm, value)] => {
            let count = u32::try_from(count).ok();
            Recurrence::Each(Length { count, unit: unit(value)? })
        }
        [Of(Slot::Unit | Slot::Rhythm, value)] => {
            Recurrence::Each(Length { count: Some(1), unit: unit(value)? })
        }
        _ => return None,
    };
    Some(Expr::Fixed(TimeValue::Every(repeats)))
}
