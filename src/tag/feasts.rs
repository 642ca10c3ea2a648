//! A language's named days, as its file of holidays has them.

use std::sync::Arc;

use chrono::{NaiveDate, Weekday};
use serde::Deserialize;

use super::{Example, LanguageError};
use crate::time::{Feast, YearPart};

/// A named day, and the phrases that name it.
pub(super) struct Named {
    pub forms: Vec<String>,
    pub part: YearPart,
    pub examples: Vec<Example>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    days: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    /// What it is called, as phrases are written.
    forms: Vec<String>,
    /// "12-25", "easter - 2", "4th thu of 11", or a list of days.
    on: On,
    #[serde(default)]
    examples: Vec<Example>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum On {
    Rule(String),
    Days(Vec<String>),
}

/// The named days in a file of holidays.
pub(super) fn parse(holidays: &str) -> Result<Vec<Named>, LanguageError> {
    let file: File = toml::from_str(holidays)?;
    file.days
        .into_iter()
        .map(|entry| {
            let part = YearPart::Feast(feast(&entry.on)?);
            Ok(Named { forms: entry.forms, part, examples: entry.examples })
        })
        .collect()
}

fn feast(on: &On) -> Result<Feast, LanguageError> {
    match on {
        On::Rule(text) => rule_from(text).ok_or_else(|| LanguageError::Rule(text.clone())),
        On::Days(days) => {
            let parsed: Option<Vec<NaiveDate>> =
                days.iter().map(|day| day.parse().ok()).collect();
            let days = parsed.ok_or_else(|| LanguageError::Rule(days.join(", ")))?;
            Ok(Feast::Table(Arc::from(days)))
        }
    }
}

/// "12-25", "easter - 2", "orthodox easter", "4th thu of 11 + 1", "last mon of 5"
fn rule_from(text: &str) -> Option<Feast> {
    let words: Vec<&str> = text.split_whitespace().collect();
    match *words.as_slice() {
        [date] if date.contains('-') => {
            let (month, day) = date.split_once('-')?;
            Some(Feast::Fixed { month: month.parse().ok()?, day: day.parse().ok()? })
        }
        ["easter", ref plus @ ..] => Some(Feast::Easter(signed(plus)?)),
        ["orthodox", "easter", ref plus @ ..] => Some(Feast::OrthodoxEaster(signed(plus)?)),
        [nth, weekday, "of", month, ref plus @ ..] => Some(Feast::Nth {
            nth: ordinal(nth)?,
            weekday: weekday.parse::<Weekday>().ok()?,
            month: month.parse().ok()?,
            plus: signed(plus)?,
        }),
        _ => None,
    }
}

fn ordinal(text: &str) -> Option<i8> {
    match text {
        "last" => Some(-1),
        _ => text.get(..1)?.parse().ok(),
    }
}

/// "+ 1", "- 2", or nothing
fn signed(parts: &[&str]) -> Option<i16> {
    match parts {
        [] => Some(0),
        ["+", days] => days.parse().ok(),
        ["-", days] => days.parse().ok().map(|days: i16| -days),
        _ => None,
    }
}
