//! From what was said to what it means, given what it counts from.
//!
//! Never guesses: where what is counted from is not fine enough, there is no answer yet.

use chrono::{
    Datelike as _, Days, NaiveDate, NaiveDateTime, NaiveTime, Timelike as _, Weekday,
};

use super::{
    DayPart, DaySet, Direction, Expr, Grain, Item, Length, Modifier, Rest, TimeValue, When,
    YearPart,
};

/// What an expression may count from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reference {
    /// When it is said: the document's date, as fine as it is known.
    pub document: Option<When>,
    /// What the expression means that it counts from ("the next day").
    pub earlier: Option<When>,
    /// In which order a date in digits has its day and its month.
    pub order: Option<DayOrder>,
}

/// In which order a date in digits has its day and its month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DayOrder {
    /// "25/12/2014"
    DayFirst,
    /// "12/25/2014"
    MonthFirst,
}

impl Reference {
    /// Said then, with nothing else to count from.
    pub fn document(when: When) -> Self {
        Self { document: Some(when), ..Self::default() }
    }

    /// Said on that day, with nothing else to count from.
    pub fn on(day: NaiveDate) -> Self {
        Self::document(When::Day(day))
    }
}

/// What `expr` means. `None` if it counts from what is not there or not fine enough, or runs
/// out of the calendar.
///
/// Of a date known to the month, say, only what all its days agree on: "last month", said in
/// September 2017, is August 2017; "yesterday" is not known.
pub fn resolve(expr: &Expr, reference: Reference) -> Option<TimeValue> {
    let Some(document) = reference.document.filter(|_| counts_from_document(expr)) else {
        return Saying { day: None, reference }.value(expr);
    };
    if let Expr::By(inner) = expr {
        let until = resolve(inner, reference)?.place()?;
        let by = TimeValue::By { said: said_of(document), until };
        return by.extent().is_some().then_some(by);
    }
    let days = document.interval()?;
    let on = |day| Saying { day: Some(day), reference }.value(expr);
    let (first, last) = (days.first_day(), days.last_day());
    // Every meaning moves forward with the day that it counts from, or stands still: where
    // the ends agree, the days between do.
    let value = on(first)?;
    (first == last || on(last).as_ref() == Some(&value)).then_some(value)
}

/// Each thing that `expr` can mean, said on some day of `days`, in the order of those days.
pub fn resolve_over(expr: &Expr, days: &DaySet, reference: Reference) -> Vec<TimeValue> {
    let mut values: Vec<TimeValue> = Vec::new();
    for day in days.days() {
        let on = Reference { document: Some(When::Day(day)), ..reference };
        let Some(value) = resolve(expr, on) else { continue };
        if values.last() != Some(&value) && !values.contains(&value) {
            values.push(value);
        }
    }
    values
}

/// A saying is no finer than a day.
const fn said_of(document: When) -> When {
    match document {
        When::Minute(at) | When::Hour(at) => When::Day(at.date()),
        When::DayPart(day, _) => When::Day(day),
        When::Day(_)
        | When::Weekend(_)
        | When::Week(_)
        | When::Month(_)
        | When::Quarter(_)
        | When::Season(_)
        | When::HalfYear(_)
        | When::Year(_)
        | When::FiscalYear(_)
        | When::Decade(_)
        | When::Century(_) => document,
    }
}

/// Whether the day of speaking matters to it.
fn counts_from_document(expr: &Expr) -> bool {
    match expr {
        Expr::Shifted { .. }
        | Expr::Weekday { .. }
        | Expr::InYear { .. }
        | Expr::OfYear { .. }
        | Expr::By(_) => true,
        Expr::Then(_) => false,
        Expr::Fixed(_)
        | Expr::Digits { .. }
        | Expr::PartOfDay(..)
        | Expr::Clock(..)
        | Expr::Nth { .. }
        | Expr::Whole(..)
        | Expr::FromTime { .. }
        | Expr::Ago { .. }
        | Expr::Modified(..)
        | Expr::Between(..)
        | Expr::Open(..)
        | Expr::Counterpart { .. }
        | Expr::FromEvent { .. } => expr.inner().any(counts_from_document),
    }
}

/// One day of speaking, and what else is known.
struct Saying {
    day: Option<NaiveDate>,
    reference: Reference,
}

impl Saying {
    fn value(&self, expr: &Expr) -> Option<TimeValue> {
        let on = |when| TimeValue::On(when, Modifier::Stated);
        match expr {
            Expr::Fixed(value) => Some(value.clone()),
            Expr::Digits { first, second, year } => {
                in_digits((*first, *second), *year, self.reference.order)
            }
            Expr::Shifted { unit, by } => {
                When::of(*unit, midnight(self.day?)).shift(*by).map(on)
            }
            Expr::Weekday { day, direction } => {
                weekday_from(self.day?, *day, *direction).map(When::Day).map(on)
            }
            Expr::InYear { part, direction } => in_year(self.day?, part, *direction).map(on),
            Expr::OfYear { part, by } => {
                part.of_year(self.day?.year().checked_add(*by)?).map(on)
            }
            Expr::PartOfDay(inner, part) => part_of_day(&self.value(inner)?, *part),
            Expr::Clock(inner, time, grain) => clock(&self.value(inner)?, *time, *grain),
            Expr::Nth { nth, of, whole } => {
                nth_within(*nth, *of, self.value(whole)?.place()?).map(on)
            }
            Expr::Whole(grain, inner) => {
                counted_from(self.value(inner)?.place()?, *grain, 0).map(on)
            }
            Expr::FromTime { length, before, from } => {
                let by = signed(*length, *before)?;
                counted_from(self.value(from)?.place()?, length.unit, by)
                    .map(|when| TimeValue::On(when, length.modifier))
            }
            Expr::Ago { length, from } => {
                ago(self.value(from)?.place()?, signed(*length, true)?, length.unit)
                    .map(|when| TimeValue::On(when, length.modifier))
            }
            Expr::Modified(modifier, inner) => Some(modified(self.value(inner)?, *modifier)),
            Expr::Between(from, until) => self.between(from, until),
            Expr::Open(bound, inner) => {
                self.value(inner)?.place().map(|when| TimeValue::Open(*bound, when))
            }
            Expr::By(inner) => {
                let until = self.value(inner)?.place()?;
                let by = TimeValue::By { said: When::Day(self.day?), until };
                by.extent().is_some().then_some(by)
            }
            Expr::Then(inner) => self.then(inner),
            Expr::Counterpart { years } => counterpart(self.reference.earlier?, *years).map(on),
            Expr::FromEvent { .. } => None,
        }
    }

    /// Counted from the expression before as from a day of speaking.
    fn then(&self, inner: &Expr) -> Option<TimeValue> {
        let earlier = self.reference.earlier?;
        let on = |when| TimeValue::On(when, Modifier::Stated);
        match inner {
            Expr::InYear { part, direction: Direction::Told } => {
                told_in_year(part, earlier).map(on)
            }
            Expr::Shifted { unit, .. } if earlier.grain() > *unit => None,
            _ => resolve(inner, Reference { document: Some(earlier), ..self.reference }),
        }
    }

    fn between(&self, from: &Expr, until: &Expr) -> Option<TimeValue> {
        let from = self.value(from)?.place()?;
        let joined = |until: &TimeValue| {
            let value = TimeValue::Between { from, until: until.place()? };
            value.extent().is_some().then_some(value)
        };
        // "between 3 and 9 May", said on 5 May: the end is the one that follows the
        // beginning, on whatever side of that day it lies.
        if let Expr::Then(inner) = until {
            let reference = Reference { earlier: Some(from), ..self.reference };
            return joined(&Self { reference, ..*self }.then(inner)?);
        }
        joined(&self.value(until)?).or_else(|| {
            let start = from.interval()?.first_day();
            joined(&Self { day: Some(start), ..*self }.value(&coming(until)?)?)
        })
    }
}

fn midnight(day: NaiveDate) -> NaiveDateTime {
    day.and_time(NaiveTime::MIN)
}

/// A date in digits: in the order given, else in whichever there is such a day.
fn in_digits(
    (first, second): (u8, u8),
    year: i32,
    order: Option<DayOrder>,
) -> Option<TimeValue> {
    let date = |month: u8, day: u8| {
        NaiveDate::from_ymd_opt(year, month.into(), day.into()).map(When::Day)
    };
    let on = |when| TimeValue::On(when, Modifier::Stated);
    match (date(second, first), date(first, second), order) {
        (Some(day), None, _) | (None, Some(day), _) => Some(on(day)),
        (None, None, _) => None,
        (Some(one), Some(other), _) if one == other => Some(on(one)),
        (Some(day_first), Some(_), Some(DayOrder::DayFirst)) => Some(on(day_first)),
        (Some(_), Some(month_first), Some(DayOrder::MonthFirst)) => Some(on(month_first)),
        (Some(day_first), Some(month_first), None) => {
            Some(TimeValue::OneOf(vec![day_first, month_first]))
        }
    }
}

fn weekday_from(day: NaiveDate, wanted: Weekday, direction: Direction) -> Option<NaiveDate> {
    let ahead = u64::from(wanted.days_since(day.weekday()));
    let behind = u64::from(day.weekday().days_since(wanted));
    let whole = |days: u64| if days == 0 { 7 } else { days };
    match direction {
        Direction::Last => day.checked_sub_days(Days::new(whole(behind))),
        Direction::Next => day.checked_add_days(Days::new(whole(ahead))),
        Direction::Nearest if ahead < behind => day.checked_add_days(Days::new(ahead)),
        Direction::Past | Direction::Recent | Direction::Nearest => {
            day.checked_sub_days(Days::new(behind))
        }
        Direction::Coming | Direction::Told => day.checked_add_days(Days::new(ahead)),
        Direction::This => {
            let monday =
                day.checked_sub_days(Days::new(day.weekday().num_days_from_monday().into()))?;
            monday.checked_add_days(Days::new(wanted.num_days_from_monday().into()))
        }
    }
}

fn in_year(day: NaiveDate, part: &YearPart, direction: Direction) -> Option<When> {
    let year = day.year();
    // Eight years to each side: 29 February may be as far as that.
    let all = (year - 8..=year + 8).filter_map(|year| part.of_year(year));
    let starts_after = |when: &When| when.interval().is_some_and(|it| it.first_day() > day);
    let ends_before = |when: &When| when.interval().is_some_and(|it| it.last_day() < day);
    match direction {
        Direction::This => part.of_year(year),
        Direction::Last => all.rev().find(ends_before),
        Direction::Past => all.rev().find(|when| !starts_after(when)),
        Direction::Recent => recent(day, part),
        Direction::Next => all.into_iter().find(starts_after),
        Direction::Coming => all.into_iter().find(|when| !ends_before(when)),
        Direction::Nearest => nearest(day, part),
        Direction::Told => told_in_year(part, When::Day(day)),
    }
}

/// A day named without its year is rarely further back than this.
const STALE_AFTER_DAYS: i64 = 300;

fn recent(day: NaiveDate, part: &YearPart) -> Option<When> {
    let [(back, before), (ahead, after)] = neighbours(day, part)?;
    let stale = back > STALE_AFTER_DAYS && ahead <= 365 - STALE_AFTER_DAYS;
    Some(if stale { after } else { before })
}

fn nearest(day: NaiveDate, part: &YearPart) -> Option<When> {
    let [(back, before), (ahead, after)] = neighbours(day, part)?;
    Some(if back <= ahead { before } else { after })
}

/// The last such part that has begun and the next that has not, and how many days off each
/// begins.
fn neighbours(day: NaiveDate, part: &YearPart) -> Option<[(i64, When); 2]> {
    let off = |direction| {
        let when = in_year(day, part, direction)?;
        let start = when.interval()?.first_day();
        Some(((start - day).num_days().abs(), when))
    };
    Some([off(Direction::Past)?, off(Direction::Next)?])
}

/// "In November 1940 … in January": the year that the story has come to, which turns when a
/// winter is passed.
fn told_in_year(part: &YearPart, earlier: When) -> Option<When> {
    let start = earlier.interval()?.first_day();
    let year = match earlier {
        When::Decade(_) | When::Century(_) => return None,
        When::Year(_) | When::FiscalYear(_) => return part.of_year(start.year()),
        // A winter is of the year that it begins in, and is mostly told of what follows.
        When::Minute(_)
        | When::Hour(_)
        | When::DayPart(..)
        | When::Day(_)
        | When::Weekend(_)
        | When::Week(_)
        | When::Month(_)
        | When::Quarter(_)
        | When::Season(_)
        | When::HalfYear(_) => start.year(),
    };
    let month = part.of_year(year)?.interval()?.first_day().month();
    let turned = start.month() >= 10 && month <= 3;
    part.of_year(if turned { year + 1 } else { year })
}

fn part_of_day(value: &TimeValue, part: DayPart) -> Option<TimeValue> {
    let TimeValue::On(when, modifier) = value else { return None };
    Some(TimeValue::On(When::DayPart(the_day(*when)?, part), *modifier))
}

fn clock(value: &TimeValue, time: NaiveTime, grain: Grain) -> Option<TimeValue> {
    let TimeValue::On(when, modifier) = value else { return None };
    let moment = the_day(*when)?.and_hms_opt(time.hour(), time.minute(), 0)?;
    Some(TimeValue::On(When::of(grain, moment), *modifier))
}

/// The one day that it lies in.
fn the_day(when: When) -> Option<NaiveDate> {
    let days = when.interval().filter(|_| when.grain() <= Grain::Day)?;
    Some(days.first_day())
}

fn nth_within(nth: i8, of: Item, whole: When) -> Option<When> {
    let days = whole.interval()?;
    let found = match of {
        Item::Weekday(weekday) => {
            let first = weekday_from(days.first_day(), weekday, Direction::Coming)?;
            let last = weekday_from(days.last_day(), weekday, Direction::Past)?;
            When::Day(if nth > 0 { first } else { last }).shift(7 * from_first(nth))?
        }
        Item::Unit(unit) if unit < whole.grain() => {
            let start = When::of(unit, days.start());
            // A week belongs to the month or year that its first day lies in.
            let starts_before = start.interval().is_some_and(|it| it.start() < days.start());
            let first = if starts_before { start.shift(1)? } else { start };
            let last = When::of(unit, midnight(days.last_day()));
            if nth > 0 { first } else { last }.shift(from_first(nth))?
        }
        Item::Unit(_) => return None,
    };
    let within = found.interval()?;
    let inside = within.start() >= days.start() && within.start() < days.end();
    inside.then_some(found)
}

/// How far the `nth` lies from the first, or from the last.
fn from_first(nth: i8) -> i32 {
    i32::from(if nth > 0 { nth - 1 } else { nth + 1 })
}

/// Whole units, back if before.
fn signed(length: Length, before: bool) -> Option<i32> {
    let whole = matches!(length.rest, Rest::Nothing);
    let count = i32::try_from(length.count.filter(|_| whole)?).ok()?;
    Some(if before { -count } else { count })
}

/// So many units from `from`, if that lies in one such unit.
fn counted_from(from: When, unit: Grain, by: i32) -> Option<When> {
    if from.grain() > unit {
        return None;
    }
    let days = from.interval()?;
    let (first, last) = (days.start(), midnight(days.last_day()));
    let start = When::of(unit, first);
    (When::of(unit, last.max(first)) == start).then(|| start.shift(by)).flatten()
}

/// "a year ago today": the same place, so many units on.
fn ago(when: When, by: i32, unit: Grain) -> Option<When> {
    match (unit, when) {
        (Grain::Year, _) => counterpart(when, by),
        (Grain::Month, When::Day(day)) => {
            let months = chrono::Months::new(by.unsigned_abs());
            day.checked_sub_months(months).map(When::Day)
        }
        (Grain::Week, When::Day(_) | When::DayPart(..)) => when.shift(by.checked_mul(7)?),
        // "two months ago this month": in its own unit
        _ if when.grain() == unit => when.shift(by),
        _ => None,
    }
}

/// The same stretch in another year.
fn counterpart(when: When, years: i32) -> Option<When> {
    let by = |per_year: i32| years.checked_mul(per_year);
    match when {
        When::Day(day) => {
            let year = day.year().checked_add(years)?;
            NaiveDate::from_ymd_opt(year, day.month(), day.day()).map(When::Day)
        }
        When::Month(_) => when.shift(by(12)?),
        When::Quarter(_) | When::Season(_) => when.shift(by(4)?),
        When::HalfYear(_) => when.shift(by(2)?),
        When::Year(_) | When::FiscalYear(_) => when.shift(years),
        // By its Thursday, as weeks have their year from it.
        When::Week(week) => {
            let thursday = When::Day(week.monday().checked_add_days(Days::new(3))?);
            let then = counterpart(thursday, years)?.interval()?;
            Some(When::of(Grain::Week, then.start()))
        }
        When::Minute(_)
        | When::Hour(_)
        | When::DayPart(..)
        | When::Weekend(_)
        | When::Decade(_)
        | When::Century(_) => None,
    }
}

fn modified(value: TimeValue, modifier: Modifier) -> TimeValue {
    match value {
        TimeValue::On(when, _) => TimeValue::On(when, modifier),
        TimeValue::For(length) => TimeValue::For(Length { modifier, ..length }),
        TimeValue::Between { .. }
        | TimeValue::Open(..)
        | TimeValue::By { .. }
        | TimeValue::OneOf(_)
        | TimeValue::Within { .. }
        | TimeValue::Every(_)
        | TimeValue::Around(_) => value,
    }
}

/// The same, on the side of what is to come, where no side was said.
fn coming(expr: &Expr) -> Option<Expr> {
    match expr {
        Expr::Weekday { day, direction } if direction.is_read_off() => {
            Some(Expr::Weekday { day: *day, direction: Direction::Coming })
        }
        Expr::InYear { part, direction } if direction.is_read_off() => {
            Some(Expr::InYear { part: part.clone(), direction: Direction::Coming })
        }
        _ => None,
    }
}
