//! Values as TIMEX3 (`TimeML`) writes them.

use super::resolve::written;
use super::value::{Bound, Certainty, Era, Length, Recurrence, TimeValue};
use super::{Expr, Grain, When, YearPart};

/// The attributes of one TIMEX3.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timex3 {
    /// `DATE`, `TIME`, `DURATION` or `SET`.
    pub kind: &'static str,
    /// `2017-04-07`, `P3D`, `XXXX-04`.
    pub value: String,
    /// `APPROX`, `BEFORE`, `AFTER`, or nothing.
    pub modifier: Option<&'static str>,
}

/// A resolved value. Of a stretch with two ends TIMEX3 would make two; this is its first.
pub fn timex3(value: &TimeValue) -> Timex3 {
    match value {
        TimeValue::On(when, certainty) => Timex3 {
            modifier: (*certainty == Certainty::Approximate).then_some("APPROX"),
            ..place(*when)
        },
        TimeValue::Between { from, .. } => place(*from),
        TimeValue::Open(bound, when) => {
            let modifier = match bound {
                Bound::Before => Some("BEFORE"),
                Bound::After => Some("AFTER"),
                Bound::Since | Bound::Until => None,
            };
            Timex3 { modifier, ..place(*when) }
        }
        TimeValue::By { until, .. } => place(*until),
        TimeValue::OneOf(choices) => {
            let texts: Vec<String> = choices.iter().map(|when| place(*when).value).collect();
            unplaced(&shared(&texts))
        }
        TimeValue::For(length) => duration(*length),
        TimeValue::Every(Recurrence::Each(length)) => {
            Timex3 { kind: "SET", ..duration(*length) }
        }
        TimeValue::Every(Recurrence::On(day)) => Timex3 {
            kind: "SET",
            value: format!("XXXX-WXX-{}", day.number_from_monday()),
            modifier: None,
        },
        TimeValue::Around(era) => unplaced(match era {
            Era::Past => "PAST_REF",
            Era::Present => "PRESENT_REF",
            Era::Future => "FUTURE_REF",
        }),
    }
}

/// An expression that nothing resolves yet: unknown parts are `X`.
pub fn timex3_unresolved(expr: &Expr) -> Timex3 {
    if let Some(value) = written(expr) {
        return timex3(&value);
    }
    match expr {
        Expr::Fixed(value) => timex3(value),
        Expr::Shifted { unit, .. } | Expr::Later { unit, .. } => unplaced(unknown(*unit)),
        Expr::Weekday { day, .. } => {
            unplaced(&format!("XXXX-WXX-{}", day.number_from_monday()))
        }
        Expr::InYear { part, .. } | Expr::OfYear { part, .. } => unplaced(&match part {
            YearPart::Month(month) => format!("XXXX-{month:02}"),
            YearPart::Day { month, day } => format!("XXXX-{month:02}-{day:02}"),
            YearPart::Quarter(number) => format!("XXXX-Q{number}"),
            YearPart::Season(number) => format!("XXXX-{}", season(*number)),
            YearPart::HalfYear(number) => format!("XXXX-H{number}"),
        }),
        Expr::PartOfDay(inner, part) => Timex3 {
            kind: "TIME",
            value: format!("{}T{}", timex3_unresolved(inner).value, part.code()),
            modifier: None,
        },
        Expr::Clock(inner, time, _) => Timex3 {
            kind: "TIME",
            value: format!("{}T{}", timex3_unresolved(inner).value, time.format("%H:%M")),
            modifier: None,
        },
        Expr::About(inner) => Timex3 { modifier: Some("APPROX"), ..timex3_unresolved(inner) },
        Expr::Between(from, _) => timex3_unresolved(from),
        Expr::Open(_, inner) | Expr::By(inner) => timex3_unresolved(inner),
        Expr::FromEvent { length, .. } => duration(*length),
    }
}

fn place(when: When) -> Timex3 {
    let kind = if when.grain() < Grain::Day { "TIME" } else { "DATE" };
    let value = match when {
        When::Quarter(part) => format!("{:04}-Q{}", part.year(), part.number()),
        When::HalfYear(part) => format!("{:04}-H{}", part.year(), part.number()),
        When::Season(part) => format!("{:04}-{}", part.year(), season(part.number())),
        When::Decade(tens) => format!("{tens:03}"),
        When::Century(hundreds) => format!("{hundreds:02}"),
        When::Minute(_)
        | When::Hour(_)
        | When::DayPart(..)
        | When::Day(_)
        | When::Weekend(_)
        | When::Week(_)
        | When::Month(_)
        | When::Year(_) => when.to_string(),
    };
    Timex3 { kind, value, modifier: None }
}

/// What all of them share, part by part: of 2014-04-03 and 2014-03-04, 2014-XX-XX.
fn shared(texts: &[String]) -> String {
    let Some(first) = texts.first() else { return "XXXX-XX-XX".to_owned() };
    let part = |(nth, part): (usize, &str)| {
        let same = texts.iter().all(|text| text.split('-').nth(nth) == Some(part));
        if same { part.to_owned() } else { "X".repeat(part.len()) }
    };
    first.split('-').enumerate().map(part).collect::<Vec<_>>().join("-")
}

fn unplaced(value: &str) -> Timex3 {
    Timex3 { kind: "DATE", value: value.to_owned(), modifier: None }
}

const fn unknown(unit: Grain) -> &'static str {
    match unit {
        Grain::Minute | Grain::Hour | Grain::DayPart | Grain::Day => "XXXX-XX-XX",
        Grain::Weekend => "XXXX-WXX-WE",
        Grain::Week => "XXXX-WXX",
        Grain::Month => "XXXX-XX",
        Grain::Quarter => "XXXX-QX",
        Grain::Season | Grain::HalfYear | Grain::Year => "XXXX",
        Grain::Decade => "XXX",
        Grain::Century => "XX",
    }
}

const fn season(number: u8) -> &'static str {
    match number {
        1 => "SP",
        2 => "SU",
        3 => "FA",
        _ => "WI",
    }
}

fn duration(length: Length) -> Timex3 {
    let count = length.count.map_or_else(|| "X".to_owned(), |count| count.to_string());
    let (before, unit) = match length.unit {
        Grain::Minute => ("PT", "M"),
        Grain::Hour => ("PT", "H"),
        Grain::DayPart | Grain::Day => ("P", "D"),
        Grain::Weekend => ("P", "WE"),
        Grain::Week => ("P", "W"),
        Grain::Month => ("P", "M"),
        Grain::Quarter => ("P", "Q"),
        Grain::Season => ("P", "S"),
        Grain::HalfYear => ("P", "H"),
        Grain::Year => ("P", "Y"),
        Grain::Decade => ("P", "DE"),
        Grain::Century => ("P", "CE"),
    };
    Timex3 { kind: "DURATION", value: format!("{before}{count}{unit}"), modifier: None }
}
