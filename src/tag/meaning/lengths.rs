//! Lengths and repetitions.

use super::super::names::{day_part, unit};
use super::super::slots::Slot;
use super::dates::weekday_of;
use super::value::{Value, Values};
use super::{Make, small};
use crate::time::{Expr, Grain, Length, Modifier, Recurrence, Rest, TimeValue, YearPart};

const UNITS: [Slot; 4] = [Slot::CalendarUnit, Slot::OneUnit, Slot::Units, Slot::Unit];

/// "three weeks", "half an hour", "2 1/2 years", "two years and six months"
pub(super) fn length(make: Make, values: Values<'_>) -> Option<Length> {
    let unit = unit(values.any(&UNITS)?)?;
    let whole = |count| Length::of(count, unit);
    match make {
        Make::ForOne => Some(whole(Some(1))),
        // "two to three weeks" is at least two.
        Make::ForEither => {
            let first = values.slot(Slot::Count)?;
            Some(Length { modifier: Modifier::Approximate, ..whole(u32::try_from(first).ok()) })
        }
        Make::HalfOf => Some(Length { rest: Rest::Half, ..whole(Some(0)) }),
        _ => match values.times().next() {
            Some(Expr::Fixed(TimeValue::For(first))) => and(*first, values),
            _ => plain(unit, values),
        },
    }
}

/// "two years and six months"
fn and(first: Length, values: Values<'_>) -> Option<Length> {
    let smaller = unit(values.any(&UNITS)?)?;
    let more = u32::try_from(values.slot(Slot::Count)?).ok()?;
    let fits = smaller < first.unit && first.rest == Rest::Nothing && first.count.is_some();
    fits.then_some(Length { rest: Rest::And(more, smaller), ..first })
}

fn plain(unit: Grain, values: Values<'_>) -> Option<Length> {
    if let Some(decimal) = values.slot(Slot::Decimal) {
        let whole = u32::try_from(decimal / 10).ok();
        let rest = match small(decimal % 10)? {
            0 => Rest::Nothing,
            5 => Rest::Half,
            tenths => Rest::Tenths(tenths),
        };
        return Some(Length { rest, ..Length::of(whole, unit) });
    }
    if values.slot(Slot::Few).is_some() {
        return Some(Length::of(None, unit));
    }
    let half = values.any(&[Slot::Half, Slot::Fraction]).is_some();
    let rest = if half { Rest::Half } else { Rest::Nothing };
    let count = values.any(&[Slot::Count, Slot::Article]);
    let count = count.map(u32::try_from).transpose().ok()?;
    Some(Length { rest, ..Length::of(count.or(half.then_some(0)), unit) })
}

/// "every Monday", "every six months", "quarterly", "each July", "Tuesday nights"
pub(super) fn every(values: Values<'_>) -> Option<Expr> {
    recurrence(values).map(|every| Expr::Fixed(TimeValue::Every(every)))
}

fn recurrence(values: Values<'_>) -> Option<Recurrence> {
    // "the first Tuesday of every month" is once a month.
    if let (Some(rhythm), Some(_)) = (values.slot(Slot::Rhythm), values.slot(Slot::Weekday)) {
        return Some(Recurrence::Each(Length::of(Some(1), unit(rhythm)?)));
    }
    let weekday = values.any(&[Slot::Weekday, Slot::Weekdays]).and_then(weekday_of);
    if let Some(part) = values.any(&[Slot::DayPart, Slot::DayParts]) {
        return Some(Recurrence::DayPart(weekday, day_part(part)?));
    }
    if let Some(day) = weekday {
        return Some(Recurrence::On(day));
    }
    if let Some(part) = year_part(values) {
        return Some(Recurrence::Yearly(part));
    }
    if let [Value::Time(Expr::Fixed(TimeValue::For(length)))] = values.parts() {
        return Some(Recurrence::Each(*length));
    }
    let rhythm = values.slot(Slot::Rhythm);
    let count = values.any(&[Slot::Count, Slot::Article]);
    // "one monthly report" counts reports, not months.
    if rhythm.is_some() && count == Some(1) {
        return None;
    }
    let unit = unit(rhythm.or_else(|| values.any(&UNITS))?)?;
    Some(Recurrence::Each(Length::of(u32::try_from(count.unwrap_or(1)).ok(), unit)))
}

fn year_part(values: Values<'_>) -> Option<YearPart> {
    if let Some(Expr::InYear { part, .. }) = values.time() {
        return Some(part);
    }
    let month =
        values.any(&[Slot::Month, Slot::SureMonth]).map(|it| small(it).map(YearPart::Month));
    let season = || values.slot(Slot::Season).map(|it| small(it).map(YearPart::Season));
    month.or_else(season).flatten()
}
