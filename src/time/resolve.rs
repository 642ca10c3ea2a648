//! From what was said to what it means, given a day to count from.
//!
//! Never guesses: where the day to count from is not fine enough, there is no answer yet.

use chrono::{
    Datelike as _, Days, NaiveDate, NaiveDateTime, NaiveTime, Timelike as _, Weekday,
};

use super::{Certainty, DayPart, Direction, Expr, Grain, Needs, TimeValue, When, YearPart};

/// What `expr` means, said on `day`. `None` if it counts from something else, or runs out of
/// the calendar.
pub fn resolve(expr: &Expr, day: NaiveDate) -> Option<TimeValue> {
    let on = |when| TimeValue::On(when, Certainty::Stated);
    match expr {
        Expr::Fixed(value) => Some(value.clone()),
        Expr::Shifted { unit, by } | Expr::Later { unit, by } => {
            When::of(*unit, midnight(day)).shift(*by).map(on)
        }
        Expr::Weekday { day: weekday, direction } => {
            weekday_from(day, *weekday, *direction).map(When::Day).map(on)
        }
        Expr::InYear { part, direction } => in_year(day, *part, *direction).map(on),
        Expr::OfYear { part, by } => part.of_year(day.year().checked_add(*by)?).map(on),
        Expr::PartOfDay(inner, part) => part_of_day(&resolve(inner, day)?, *part),
        Expr::Clock(inner, time, grain) => clock(&resolve(inner, day)?, *time, *grain),
        Expr::About(inner) => Some(about(resolve(inner, day)?)),
        Expr::Between(from, until) => between(from, until, day),
        Expr::Open(bound, inner) => {
            single(&resolve(inner, day)?).map(|when| TimeValue::Open(*bound, when))
        }
        Expr::By(inner) => {
            let until = single(&resolve(inner, day)?)?;
            let by = TimeValue::By { said: When::Day(day), until };
            by.extent().is_some().then_some(by)
        }
        Expr::FromEvent { .. } => None,
    }
}

/// What `expr` means, said on some day of `document`: only what all those days agree on.
///
/// "last month", said in September 2017, is August 2017; "yesterday" is not known.
pub fn resolve_within(expr: &Expr, document: When) -> Option<TimeValue> {
    let days = document.interval()?;
    let (first, last) = (days.first_day(), days.last_day());
    if let Expr::By(inner) = expr {
        let Some(TimeValue::On(until, _)) = resolve_within(inner, document) else {
            return None;
        };
        let by = TimeValue::By { said: document, until };
        return by.extent().is_some().then_some(by);
    }
    // Every meaning moves forward with the day that it counts from, or stands still: where
    // the ends agree, the days between do.
    let value = resolve(expr, first)?;
    (first == last || resolve(expr, last).as_ref() == Some(&value)).then_some(value)
}

/// What `expr` means without any day to count from.
pub(super) fn written(expr: &Expr) -> Option<TimeValue> {
    // A day from nowhere, for expressions that look at none.
    (expr.needs() == Needs::Nothing).then(|| resolve(expr, NaiveDate::default())).flatten()
}

fn midnight(day: NaiveDate) -> NaiveDateTime {
    day.and_time(NaiveTime::MIN)
}

fn weekday_from(day: NaiveDate, wanted: Weekday, direction: Direction) -> Option<NaiveDate> {
    let ahead = u64::from(wanted.days_since(day.weekday()));
    let behind = u64::from(day.weekday().days_since(wanted));
    let whole = |days: u64| if days == 0 { 7 } else { days };
    match direction {
        Direction::Last => day.checked_sub_days(Days::new(whole(behind))),
        Direction::Next => day.checked_add_days(Days::new(whole(ahead))),
        Direction::Past => day.checked_sub_days(Days::new(behind)),
        Direction::Coming => day.checked_add_days(Days::new(ahead)),
        Direction::This => {
            let monday =
                day.checked_sub_days(Days::new(day.weekday().num_days_from_monday().into()))?;
            monday.checked_add_days(Days::new(wanted.num_days_from_monday().into()))
        }
    }
}

fn in_year(day: NaiveDate, part: YearPart, direction: Direction) -> Option<When> {
    let year = day.year();
    // Eight years to each side: 29 February may be as far as that.
    let all = (year - 8..=year + 8).filter_map(|year| part.of_year(year));
    let starts_after = |when: &When| when.interval().is_some_and(|it| it.first_day() > day);
    let ends_before = |when: &When| when.interval().is_some_and(|it| it.last_day() < day);
    match direction {
        Direction::This => part.of_year(year),
        Direction::Last => all.rev().find(ends_before),
        Direction::Past => all.rev().find(|when| !starts_after(when)),
        Direction::Next => all.into_iter().find(starts_after),
        Direction::Coming => all.into_iter().find(|when| !ends_before(when)),
    }
}

fn part_of_day(value: &TimeValue, part: DayPart) -> Option<TimeValue> {
    let TimeValue::On(When::Day(day), certainty) = value else { return None };
    Some(TimeValue::On(When::DayPart(*day, part), *certainty))
}

fn clock(value: &TimeValue, time: NaiveTime, grain: Grain) -> Option<TimeValue> {
    let TimeValue::On(When::Day(day) | When::DayPart(day, _), certainty) = value else {
        return None;
    };
    let moment = day.and_hms_opt(time.hour(), time.minute(), 0)?;
    Some(TimeValue::On(When::of(grain, moment), *certainty))
}

fn about(value: TimeValue) -> TimeValue {
    let TimeValue::On(when, _) = value else { return value };
    TimeValue::On(when, Certainty::Approximate)
}

fn between(from: &Expr, until: &Expr, day: NaiveDate) -> Option<TimeValue> {
    let from = single(&resolve(from, day)?)?;
    let joined = |until: &TimeValue| {
        let value = TimeValue::Between { from, until: single(until)? };
        value.extent().is_some().then_some(value)
    };
    // "between 3 and 9 May", said on 5 May: the end is the one that follows the beginning,
    // on whatever side of that day it lies.
    joined(&resolve(until, day)?)
        .or_else(|| joined(&resolve(&coming(until)?, from.interval()?.first_day())?))
}

/// The same, on the side of what is to come, where no side was said.
fn coming(expr: &Expr) -> Option<Expr> {
    let direction = Direction::Coming;
    match *expr {
        Expr::Weekday { day, direction: Direction::Past | Direction::Coming } => {
            Some(Expr::Weekday { day, direction })
        }
        Expr::InYear { part, direction: Direction::Past | Direction::Coming } => {
            Some(Expr::InYear { part, direction })
        }
        _ => None,
    }
}

/// The one place named, if it is one.
fn single(value: &TimeValue) -> Option<When> {
    match value {
        TimeValue::On(when, _) => Some(*when),
        TimeValue::Between { .. }
        | TimeValue::Open(..)
        | TimeValue::By { .. }
        | TimeValue::OneOf(_)
        | TimeValue::For(_)
        | TimeValue::Every(_)
        | TimeValue::Around(_) => None,
    }
}
