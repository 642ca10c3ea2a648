//! Counted from the day of speaking, from another expression or from an event.

use super::super::names::unit;
use super::super::slots::Slot;
use super::dates::{direction, weekday_of};
use super::lengths::length;
use super::value::Values;
use super::{Make, is_place, shift, small};
use crate::time::{
    Era, Expr, Grain, Item, Length, Modifier, Needs, Reference, Rest, TimeValue, YearPart,
    resolve,
};

/// "last week", "yesterday", "three days ago", "the coming month"
pub(super) fn shifted(make: Make, values: Values<'_>) -> Option<Expr> {
    if let Some(days) = values.slot(Slot::Days) {
        return Some(shift(Grain::Day, days));
    }
    if let Some(Expr::Fixed(TimeValue::For(length))) = values.time() {
        return counted(make, length);
    }
    let by = values.slot(Slot::Shift)?;
    let unit = unit(values.any(&[Slot::CalendarUnit, Slot::OneUnit, Slot::Unit])?)?;
    (unit >= Grain::Day).then(|| shift(unit, by))
}

/// "three days ago", "about two years from now"; "years ago" only says on which side.
fn counted(make: Make, length: Length) -> Option<Expr> {
    let back = make == Make::Ago;
    // "two and a half years ago" is said of a year; in which it lies, the half decides.
    if let Length { count: Some(years), unit: Grain::Year, rest: Rest::Half, .. } = length {
        let months = i32::try_from(years).ok()?.checked_mul(12)?.checked_add(6)?;
        let month = shift(Grain::Month, if back { -months } else { months });
        let year = Expr::Whole(Grain::Year, Box::new(month));
        return Some(modified(year, length.modifier));
    }
    let Some(count) = length.count.filter(|_| length.rest == Rest::Nothing) else {
        return Some(vague(if back { -1 } else { 1 }));
    };
    // Hours count from a time of day, and an article has none.
    if length.unit < Grain::Day {
        return None;
    }
    let count = i32::try_from(count).ok()?;
    let at = shift(length.unit, if back { -count } else { count });
    Some(modified(at, length.modifier))
}

fn modified(expr: Expr, modifier: Modifier) -> Expr {
    match modifier {
        Modifier::Stated => expr,
        modifier => Expr::Modified(modifier, Box::new(expr)),
    }
}

/// "a year ago today", "two weeks ago Friday"
pub(super) fn ago_from(values: Values<'_>) -> Option<Expr> {
    let mut times = values.times();
    let (Some(Expr::Fixed(TimeValue::For(length))), Some(from)) = (times.next(), times.next())
    else {
        return None;
    };
    let fits = from.needs() == Needs::DocumentDate && is_place(from) && length.count.is_some();
    fits.then(|| Expr::Ago { length: *length, from: Box::new(from.clone()) })
}

/// "the first Tuesday of May", "the last day of the month"
pub(super) fn nth(make: Make, values: Values<'_>) -> Option<Expr> {
    let nth = match make {
        Make::Last => -1,
        _ => i8::try_from(values.slot(Slot::Ordinal)?).ok()?,
    };
    let of = match values.slot(Slot::Weekday) {
        Some(day) => Item::Weekday(weekday_of(day)?),
        None => Item::Unit(unit(values.any(&[Slot::OneUnit, Slot::Unit])?)?),
    };
    let whole = values.time().or_else(|| super::dates::date(values)).filter(is_place)?;
    let nth = Expr::Nth { nth, of, whole: Box::new(whole) };
    // A May with six Mondays there is not.
    let none = nth.needs() == Needs::Nothing && resolve(&nth, Reference::default()).is_none();
    (!none).then_some(nth)
}

/// "on the 12th"
pub(super) fn day_of_month(values: Values<'_>) -> Option<Expr> {
    let nth = i8::try_from(values.slot(Slot::NumberedDay)?).ok()?;
    let whole = Box::new(shift(Grain::Month, 0));
    let day = Expr::Nth { nth, of: Item::Unit(Grain::Day), whole };
    Some(Expr::Then(Box::new(day)))
}

/// "two years later", "the following spring", "that day", "August of that year"
pub(super) fn then(make: Make, values: Values<'_>) -> Option<Expr> {
    let by = match make {
        Make::SameTime => 0,
        Make::Earlier => -1,
        _ => 1,
    };
    let inner = match part_named(values) {
        Some(part) if by == 0 => {
            Expr::OfYear { part, by: values.slot(Slot::Shift).unwrap_or(0) }
        }
        Some(part) => Expr::InYear { part, direction: direction(by) },
        None => match values.slot(Slot::Weekday) {
            Some(day) => Expr::Weekday { day: weekday_of(day)?, direction: direction(by) },
            None => return then_unit(by, values),
        },
    };
    Some(Expr::Then(Box::new(inner)))
}

/// "a few weeks later": only on which side.
const fn vague(by: i32) -> Expr {
    let era = if by < 0 { Era::Past } else { Era::Future };
    Expr::Fixed(TimeValue::Around(era))
}

fn then_unit(by: i32, values: Values<'_>) -> Option<Expr> {
    let (unit, by, modifier) = if let Some(Expr::Fixed(TimeValue::For(length))) = values.time()
    {
        if length.unit < Grain::Day {
            return None;
        }
        let Some(count) = length.count.filter(|_| length.rest == Rest::Nothing) else {
            return Some(vague(by));
        };
        (length.unit, by.checked_mul(i32::try_from(count).ok()?)?, length.modifier)
    } else {
        let unit = unit(values.any(&[Slot::CalendarUnit, Slot::OneUnit, Slot::Unit])?)?;
        (unit, by, Modifier::Stated)
    };
    if unit < Grain::Day {
        return None;
    }
    Some(modified(Expr::Then(Box::new(shift(unit, by))), modifier))
}

fn part_named(values: Values<'_>) -> Option<YearPart> {
    let month = values.any(&[Slot::Month, Slot::SureMonth]).and_then(small);
    match (month, values.any(&[Slot::Day, Slot::NumberedDay, Slot::Ordinal])) {
        (Some(month), Some(day)) => Some(YearPart::Day { month, day: small(day)? }),
        (Some(month), None) => Some(YearPart::Month(month)),
        (None, _) => small(values.slot(Slot::Season)?).map(YearPart::Season),
    }
}

/// "six months after the hand-over", "the day before Christmas"
pub(super) fn from(make: Make, values: Values<'_>) -> Option<Expr> {
    let before = matches!(make, Make::BeforeEvent | Make::BeforeTime);
    let mut times = values.times();
    let length = match times.next() {
        Some(Expr::Fixed(TimeValue::For(length))) => *length,
        _ => length(Make::ForOne, values)?,
    };
    if matches!(make, Make::AfterEvent | Make::BeforeEvent) {
        return Some(Expr::FromEvent { length, before });
    }
    let from = values.times().filter(|it| !super::is_length(it)).last()?;
    is_place(from).then(|| Expr::FromTime { length, before, from: Box::new(from.clone()) })
}
