//! Whether two dates can be of one moment: as papers round, and as nights last.

use chrono::{Duration, NaiveDateTime, Timelike as _};

use crate::time::{DayPart, Interval, Modifier, TimeValue, When};

/// Whether the two cannot be of one moment, as far as both are places on the calendar.
pub(super) fn are_apart(one: &TimeValue, other: &TimeValue) -> bool {
    let Some((near, also)) = around(one).zip(around(other)) else { return false };
    let apart = |one: Interval, other: Interval| {
        one.end() <= other.start() || other.end() <= one.start()
    };
    // "10:30 at night" is read as a time of the morning where "p.m." is missing.
    let half_a_day = || {
        let by = Duration::hours(12);
        let later = |it: Interval| {
            let end = it.end().checked_add_signed(by);
            it.start().checked_add_signed(by).zip(end).and_then(|(a, b)| Interval::new(a, b))
        };
        let meets = |one: Interval, other| later(one).is_some_and(|one| !apart(one, other));
        is_clock(one) && is_clock(other) && (meets(near, also) || meets(also, near))
    };
    apart(near, also) && !half_a_day()
}

fn is_clock(value: &TimeValue) -> bool {
    matches!(value.place(), Some(When::Minute(_) | When::Hour(_)))
}

/// The stretch in which it may lie: a time of day that is told in round numbers may be off by
/// as much as is left out, a part of a day is as good as the day, and a night goes on.
fn around(value: &TimeValue) -> Option<Interval> {
    let extent = value.extent()?;
    let about = matches!(value, TimeValue::On(_, Modifier::Approximate));
    match value.place() {
        Some(When::Minute(at)) => {
            let off = match at.minute() {
                _ if about => 45,
                0 | 30 => 30,
                15 | 45 => 15,
                minute if minute % 5 == 0 => 5,
                _ => 2,
            };
            widened(extent, Duration::minutes(off), Duration::minutes(off))
        }
        Some(When::Hour(_)) => widened(extent, Duration::minutes(45), Duration::minutes(45)),
        Some(When::DayPart(day, part)) => {
            let until = match part {
                DayPart::Evening | DayPart::Night | DayPart::Midnight => 30,
                DayPart::Morning | DayPart::Midday | DayPart::Afternoon => 24,
            };
            let midnight: NaiveDateTime = day.and_hms_opt(0, 0, 0)?;
            Interval::new(midnight, midnight.checked_add_signed(Duration::hours(until))?)
        }
        Some(When::Day(_)) if about => widened(extent, Duration::days(1), Duration::days(1)),
        _ => Some(extent),
    }
}

fn widened(extent: Interval, before: Duration, after: Duration) -> Option<Interval> {
    let start = extent.start().checked_sub_signed(before)?;
    Interval::new(start, extent.end().checked_add_signed(after)?)
}
