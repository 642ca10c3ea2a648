//! Parts of a day and times of day.

use chrono::{NaiveTime, Timelike as _};

use super::super::names::day_part;
use super::super::slots::Slot;
use super::value::Values;
use super::{Make, is_day, shift};
use crate::time::{DayPart, Expr, Grain};

/// "this morning", "Friday afternoon", "that evening", "the next morning"
pub(super) fn part_of_day(make: Make, values: Values<'_>) -> Option<Expr> {
    let part = match make {
        Make::Tonight => DayPart::Night,
        _ => day_part(values.slot(Slot::DayPart)?)?,
    };
    let day = match (values.time(), values.slot(Slot::Days), values.slot(Slot::Shift)) {
        (Some(day), ..) => day,
        (None, Some(days), _) => shift(Grain::Day, days),
        (None, None, by) => {
            let day = shift(Grain::Day, by.unwrap_or(0));
            if make == Make::ThenDayPart { Expr::Then(Box::new(day)) } else { day }
        }
    };
    is_day(&day).then(|| Expr::PartOfDay(Box::new(day), part))
}

/// "7.30am on 4 May", "yesterday at noon", "9 p.m."; without a day, of the day that is told
/// of
pub(super) fn clock(values: Values<'_>) -> Option<Expr> {
    let day = values.time().unwrap_or_else(|| Expr::Then(Box::new(shift(Grain::Day, 0))));
    if !is_day(&day) && !matches!(day, Expr::PartOfDay(..)) {
        return None;
    }
    if values.slot(Slot::Midnight).is_some() {
        return Some(Expr::PartOfDay(Box::new(day), DayPart::Midnight));
    }
    match time_of_day(values) {
        Some((time, grain)) => Some(Expr::Clock(Box::new(day), time, grain)),
        None => matches!(day, Expr::PartOfDay(..)).then_some(day),
    }
}

fn time_of_day(values: Values<'_>) -> Option<(NaiveTime, Grain)> {
    let hour = |hour: i32| {
        let time = NaiveTime::from_hms_opt(u32::try_from(hour).ok()?, 0, 0)?;
        Some((time, Grain::Hour))
    };
    if let Some(noon) = values.slot(Slot::Noon) {
        return hour(noon).map(|(time, _)| (time, Grain::Minute));
    }
    let part = match values.time() {
        Some(Expr::PartOfDay(_, part)) => Some(part),
        _ => values.slot(Slot::DayPart).and_then(day_part),
    };
    if let Some((time, grain)) = values.clock() {
        let hour = time.hour();
        return match part {
            // "12:30 on Friday night" may be of the day after.
            Some(DayPart::Night) if matches!(hour, 1..5 | 12) => None,
            Some(part) if (1..=12).contains(&hour) => {
                Some((time.with_hour(of_part(hour, part))?, grain))
            }
            Some(_) | None => Some((time, grain)),
        };
    }
    if let Some(digits) = values.slot(Slot::DigitClock) {
        let (time, _) = hour(digits / 100)?;
        return Some((time.with_minute(u32::try_from(digits % 100).ok()?)?, Grain::Minute));
    }
    // "15 heures", "15 h 30": an hour of twenty-four
    let mut counts = values.all(Slot::Count);
    if let Some(count) = counts.next() {
        let (time, grain) = hour(count)?;
        let Some(minute) = counts.next() else { return Some((time, grain)) };
        return Some((time.with_minute(u32::try_from(minute).ok()?)?, Grain::Minute));
    }
    let bare = values.slot(Slot::BareClock)?;
    let bare = u32::try_from(bare).ok()?;
    // "by five o'clock": as it is said.
    let hour = part.map_or(bare, |part| of_part(bare, part));
    Some((NaiveTime::from_hms_opt(hour, 0, 0)?, Grain::Hour))
}

/// An hour of twelve, as one of the twenty-four: "10 at night" is 22.
const fn of_part(hour: u32, part: DayPart) -> u32 {
    match part {
        DayPart::Morning => hour % 12,
        DayPart::Night | DayPart::Midnight if hour < 5 || hour == 12 => hour % 12,
        DayPart::Midday
        | DayPart::Afternoon
        | DayPart::Evening
        | DayPart::Night
        | DayPart::Midnight => hour % 12 + 12,
    }
}
