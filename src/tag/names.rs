//! The names that language files use for units, parts of a day and the like.

use crate::time::{DayPart, Era, Grain, Modifier};

const UNITS: [(&str, Grain); 13] = [
    ("second", Grain::Second),
    ("minute", Grain::Minute),
    ("hour", Grain::Hour),
    ("day", Grain::Day),
    ("weekend", Grain::Weekend),
    ("week", Grain::Week),
    ("month", Grain::Month),
    ("quarter", Grain::Quarter),
    ("season", Grain::Season),
    ("half-year", Grain::HalfYear),
    ("year", Grain::Year),
    ("decade", Grain::Decade),
    ("century", Grain::Century),
];

const DAY_PARTS: [(&str, DayPart); 5] = [
    ("morning", DayPart::Morning),
    ("midday", DayPart::Midday),
    ("afternoon", DayPart::Afternoon),
    ("evening", DayPart::Evening),
    ("night", DayPart::Night),
];

const ERAS: [(&str, Era); 3] =
    [("past", Era::Past), ("present", Era::Present), ("future", Era::Future)];

const MODIFIERS: [(&str, Modifier); 8] = [
    ("approximate", Modifier::Approximate),
    ("start", Modifier::Start),
    ("mid", Modifier::Mid),
    ("end", Modifier::End),
    ("less-than", Modifier::LessThan),
    ("more-than", Modifier::MoreThan),
    ("at-most", Modifier::AtMost),
    ("at-least", Modifier::AtLeast),
];

/// The number that a sense carries for what `name` names.
pub(super) fn number_of_name(name: &str) -> Option<i32> {
    let place = place_of(&UNITS, name)
        .or_else(|| place_of(&DAY_PARTS, name))
        .or_else(|| place_of(&ERAS, name))
        .or_else(|| place_of(&MODIFIERS, name))?;
    i32::try_from(place).ok()
}

fn place_of<T>(names: &[(&str, T)], name: &str) -> Option<usize> {
    names.iter().position(|(known, _)| *known == name)
}

fn at<T: Copy>(names: &[(&str, T)], place: i32) -> Option<T> {
    names.get(usize::try_from(place).ok()?).map(|(_, value)| *value)
}

/// The unit that a word of [`Slot::Unit`](super::slots::Slot::Unit) stands for.
pub(super) fn unit(value: i32) -> Option<Grain> {
    at(&UNITS, value)
}

/// The part of the day that a word stands for.
pub(super) fn day_part(value: i32) -> Option<DayPart> {
    at(&DAY_PARTS, value)
}

/// The direction that a word stands for.
pub(super) fn era(value: i32) -> Option<Era> {
    at(&ERAS, value)
}

/// The modifier that a word stands for.
pub(super) fn modifier(value: i32) -> Option<Modifier> {
    at(&MODIFIERS, value)
}
