//! Days, months, seasons, years: with the year, or with a side on which it lies.

use chrono::{NaiveDate, Weekday};

use super::super::names::unit;
use super::super::slots::Slot;
use super::value::Values;
use super::{Make, is_place, on, small};
use crate::time::{Direction, Expr, Month, TimeValue, When, YearPart};

const MONTHS: [Slot; 2] = [Slot::Month, Slot::SureMonth];
const DAYS: [Slot; 3] = [Slot::Day, Slot::NumberedDay, Slot::Ordinal];

/// "12 June 2014", "April last year", "next spring", "480 BC"
pub(super) fn date(values: Values<'_>) -> Option<Expr> {
    if no_such_day(values) {
        return None;
    }
    let year = year(values);
    let Some(part) = part(Make::Date, values) else { return year.map(When::Year).map(on) };
    in_or_of(part, year, values)
}

/// "the third quarter of 2014", "the first half of last year"
pub(super) fn part_of_year(make: Make, values: Values<'_>) -> Option<Expr> {
    in_or_of(part(make, values)?, year(values), values)
}

/// A part of the year that was said, or of one on some side of the day of speaking.
fn in_or_of(part: YearPart, year: Option<i32>, values: Values<'_>) -> Option<Expr> {
    if let Some(year) = year {
        return part.of_year(year).map(on);
    }
    let shift = values.slot(Slot::Shift);
    let of_year = values.slot(Slot::CalendarUnit).is_some();
    Some(match shift {
        Some(by) if of_year => Expr::OfYear { part, by },
        Some(by) => Expr::InYear { part, direction: direction(by) },
        None => Expr::InYear { part, direction: Direction::Past },
    })
}

/// The year, as astronomers count: 1 BC is 0.
fn year(values: Values<'_>) -> Option<i32> {
    const YEARS: [Slot; 5] =
        [Slot::Year, Slot::ModernYear, Slot::OldYear, Slot::SpelledYear, Slot::ShortYear];
    let year = if values.slot(Slot::ShortYear).is_some() {
        short_year(values.slot(Slot::ShortYear)?)
    } else {
        values.any(&YEARS)?
    };
    Some(if values.slot(Slot::BeforeChrist).is_some() { 1 - year } else { year })
}

/// "'99" is of the last century, "'05" of this one.
const fn short_year(short: i32) -> i32 {
    if short < 40 { 2000 + short } else { 1900 + short }
}

/// The part of a year that is named.
fn part(make: Make, values: Values<'_>) -> Option<YearPart> {
    let ordinal = || small(values.any(&[Slot::Ordinal, Slot::QuarterName])?);
    match make {
        Make::Quarter => return ordinal().filter(|it| *it <= 4).map(YearPart::Quarter),
        Make::HalfYear => return ordinal().filter(|it| *it <= 2).map(YearPart::HalfYear),
        _ => {}
    }
    if let Some(month) = values.any(&MONTHS) {
        let month = small(month)?;
        return Some(match values.any(&DAYS) {
            Some(day) => YearPart::Day { month, day: small(day)? },
            None => YearPart::Month(month),
        });
    }
    if let Some(season) = values.any(&[Slot::Season, Slot::SureSeason]) {
        return small(season).map(YearPart::Season);
    }
    match values.time() {
        Some(Expr::InYear { part, .. }) => Some(part),
        _ => None,
    }
}

/// "31 February", "29 February 2015": a day and a month that do not go together.
pub(super) fn no_such_day(values: Values<'_>) -> bool {
    let (Some(month), Some(day)) = (values.any(&MONTHS), values.any(&DAYS)) else {
        return false;
    };
    // Where no year is said, some year must have it.
    let year = year(values).unwrap_or(2000);
    let exists = small(month)
        .zip(small(day))
        .and_then(|(month, day)| NaiveDate::from_ymd_opt(year, month.into(), day.into()));
    exists.is_none()
}

pub(super) fn direction(by: i32) -> Direction {
    match by {
        ..0 => Direction::Last,
        0 => Direction::This,
        1.. => Direction::Next,
    }
}

/// "fiscal 1989"; "this fiscal year" is left to the body whose year it is
pub(super) fn fiscal_year(values: Values<'_>) -> Option<Expr> {
    match values.slot(Slot::Shift) {
        Some(by) => Some(super::shift(crate::time::Grain::Year, by)),
        None => Some(on(When::FiscalYear(year(values)?))),
    }
}

/// "the 1990s", "the '80s", "the eighties", "the 470s BC"
pub(super) fn decade(values: Values<'_>) -> Option<Expr> {
    if let Some(tens) = values.any(&[Slot::ShortDecade, Slot::DecadeWord]) {
        return Some(on(When::Decade(190 + tens)));
    }
    // "les années 1990", "les années 90", "les années quatre-vingt-dix"
    if let Some(year) = values.any(&[Slot::Year, Slot::ShortYear, Slot::Count]) {
        let year = if (10..100).contains(&year) { 1900 + year } else { year };
        let whole = year % 10 == 0 && (1000..=2100).contains(&year);
        return whole.then(|| on(When::Decade(year / 10)));
    }
    let tens = values.slot(Slot::Decade)?;
    if values.slot(Slot::BeforeChrist).is_none() {
        return Some(on(When::Decade(tens)));
    }
    before_christ(tens * 10 + 9, tens * 10)
}

/// "the 19th century", "the 4th century BC"
pub(super) fn century(values: Values<'_>) -> Option<Expr> {
    let nth = values.slot(Slot::Ordinal)?;
    if values.slot(Slot::BeforeChrist).is_none() {
        return Some(on(When::Century(nth - 1)));
    }
    before_christ(nth * 100, nth * 100 - 99)
}

/// The years from `first` BC to `last` BC.
fn before_christ(first: i32, last: i32) -> Option<Expr> {
    let year = |year: i32| When::Year(1 - year);
    let value = TimeValue::Between { from: year(first), until: year(last) };
    value.extent().is_some().then_some(Expr::Fixed(value))
}

/// "the week of March 6", "Christmas week", "the weekend", "the new year"
pub(super) fn whole_of(values: Values<'_>) -> Option<Expr> {
    let whole = unit(values.slot(Slot::CalendarUnit)?)?;
    let inner = values.time().or_else(|| weekday(values)).or_else(|| date(values))?;
    is_place(&inner).then(|| Expr::Whole(whole, Box::new(inner)))
}

/// "the year two thousand"
pub(super) fn year_in_words(values: Values<'_>) -> Option<Expr> {
    let year = values.any(&[Slot::Year, Slot::Count])?;
    (1000..=2100).contains(&year).then(|| on(When::Year(year)))
}

/// "on Friday", "last Tuesday"
pub(super) fn weekday(values: Values<'_>) -> Option<Expr> {
    let day = weekday_of(values.any(&[Slot::Weekday, Slot::ShortWeekday])?)?;
    let direction = values.slot(Slot::Shift).map_or(Direction::Past, direction);
    Some(Expr::Weekday { day, direction })
}

/// TIMEX3 and the words count from Monday as 1, [`Weekday`] from 0.
pub(super) fn weekday_of(value: i32) -> Option<Weekday> {
    Weekday::try_from(small(value - 1)?).ok()
}

/// Month and year, where both are said.
pub(super) fn month_of_year(year: i32, month: i32) -> Option<When> {
    Month::new(year, small(month)?).map(When::Month)
}
