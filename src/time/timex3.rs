//! Values as TIMEX3 (`TimeML`) writes them.

use chrono::{Datelike as _, NaiveDate, Timelike as _};

use super::resolve::{Reference, resolve};
use super::value::{Bound, Era, Length, Modifier, Recurrence, Rest, TimeValue};
use super::{Expr, Grain, Needs, Week, When, YearPart};

/// The attributes of one TIMEX3.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timex3 {
    /// `DATE`, `TIME`, `DURATION` or `SET`.
    pub kind: &'static str,
    /// `2017-04-07`, `P3D`, `XXXX-04`.
    pub value: String,
    /// `APPROX`, `START`, `BEFORE`, `LESS_THAN`…, or nothing.
    pub modifier: Option<&'static str>,
}

/// A resolved value. Of a stretch with two ends TIMEX3 would make two; this is its first.
pub fn timex3(value: &TimeValue) -> Timex3 {
    match value {
        TimeValue::On(when, modifier) => Timex3 { modifier: named(*modifier), ..place(*when) },
        TimeValue::Between { from, until } => {
            before_christ(*from, *until).map_or_else(|| place(*from), |value| unplaced(&value))
        }
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
        TimeValue::Within { first, last } => {
            unplaced(&shared(&[place(*first).value, place(*last).value]))
        }
        TimeValue::For(length) => duration(*length),
        TimeValue::Every(every) => set(every),
        TimeValue::Around(era) => unplaced(match era {
            Era::Past => "PAST_REF",
            Era::Present => "PRESENT_REF",
            Era::Future => "FUTURE_REF",
        }),
    }
}

/// An expression that nothing resolves yet: unknown parts are `X`.
pub fn timex3_unresolved(expr: &Expr) -> Timex3 {
    if expr.needs() == Needs::Nothing
        && let Some(value) = resolve(expr, Reference::default())
    {
        return timex3(&value);
    }
    let inside = |inner: &Expr| timex3_unresolved(inner);
    match expr {
        Expr::Fixed(value) => timex3(value),
        Expr::Digits { year, .. } => unplaced(&format!("{}-XX-XX", year_of(*year))),
        Expr::Shifted { unit, .. } => unplaced(unknown(*unit)),
        Expr::Weekday { day, .. } => {
            unplaced(&format!("XXXX-WXX-{}", day.number_from_monday()))
        }
        Expr::InYear { part, .. } | Expr::OfYear { part, .. } => unplaced(&of_any_year(part)),
        Expr::PartOfDay(inner, part) => time(format!("{}T{}", day_inside(inner), part.code())),
        Expr::Clock(inner, at, _) => {
            time(format!("{}T{}", day_inside(inner), at.format("%H:%M")))
        }
        Expr::Modified(modifier, inner) => {
            Timex3 { modifier: named(*modifier), ..inside(inner) }
        }
        Expr::Between(inner, _)
        | Expr::Open(_, inner)
        | Expr::By(inner)
        | Expr::Then(inner)
        | Expr::Whole(_, inner)
        | Expr::Nth { whole: inner, .. } => inside(inner),
        Expr::Counterpart { .. } => unplaced("XXXX"),
        Expr::FromTime { length, .. }
        | Expr::Ago { length, .. }
        | Expr::FromEvent { length, .. } => duration(*length),
    }
}

/// The day that a time of day belongs to, as far as it is known: "the last day of February"
/// has no form of its own.
fn day_inside(inner: &Expr) -> String {
    let value = timex3_unresolved(inner).value;
    let day = value.split('T').next().filter(|day| day.split('-').count() == 3);
    day.unwrap_or("XXXX-XX-XX").to_owned()
}

/// TIMEX3's word for a modifier.
const fn named(modifier: Modifier) -> Option<&'static str> {
    match modifier {
        Modifier::Stated => None,
        Modifier::Approximate => Some("APPROX"),
        Modifier::Start => Some("START"),
        Modifier::Mid => Some("MID"),
        Modifier::End => Some("END"),
        Modifier::LessThan => Some("LESS_THAN"),
        Modifier::MoreThan => Some("MORE_THAN"),
        Modifier::AtMost => Some("EQUAL_OR_LESS"),
        Modifier::AtLeast => Some("EQUAL_OR_MORE"),
    }
}

fn place(when: When) -> Timex3 {
    match when {
        When::Minute(at) => time(format!("{}T{}", day(at.date()), at.format("%H:%M"))),
        When::Hour(at) => time(format!("{}T{:02}:00", day(at.date()), at.hour())),
        When::DayPart(of, part) => time(format!("{}T{}", day(of), part.code())),
        When::Day(of) => unplaced(&day(of)),
        When::Weekend(of) => unplaced(&format!("{}-WE", week(of))),
        When::Week(of) => unplaced(&week(of)),
        When::Month(part) => {
            unplaced(&format!("{}-{:02}", year_of(part.year()), part.number()))
        }
        When::Quarter(part) => {
            unplaced(&format!("{}-Q{}", year_of(part.year()), part.number()))
        }
        When::HalfYear(part) => {
            unplaced(&format!("{}-H{}", year_of(part.year()), part.number()))
        }
        When::Season(part) => {
            unplaced(&format!("{}-{}", year_of(part.year()), season(part.number())))
        }
        When::Year(year) | When::FiscalYear(year) => unplaced(&year_of(year)),
        // Before Christ ours begin a year off those that are named: the middle tells which.
        When::Decade(tens @ ..0) => {
            unplaced(&format!("BC{:03}", (-5 - 10 * i64::from(tens)) / 10))
        }
        When::Century(hundreds @ ..0) => {
            unplaced(&format!("BC{:02}", (-50 - 100 * i64::from(hundreds)) / 100))
        }
        When::Decade(tens) => unplaced(&format!("{tens:03}")),
        When::Century(hundreds) => unplaced(&format!("{hundreds:02}")),
    }
}

fn day(day: NaiveDate) -> String {
    format!("{}-{:02}-{:02}", year_of(day.year()), day.month(), day.day())
}

fn week(week: Week) -> String {
    let week = week.monday().iso_week();
    format!("{}-W{:02}", year_of(week.year()), week.week())
}

/// "1990", "BC0490"
fn year_of(year: i32) -> String {
    if year > 0 { format!("{year:04}") } else { format!("BC{:04}", 1 - i64::from(year)) }
}

/// "the 470s BC", "the 4th century BC", which no decade or century of ours fits.
fn before_christ(from: When, until: When) -> Option<String> {
    let (When::Year(from), When::Year(until)) = (from, until) else { return None };
    let (first, last) = (1 - i64::from(from), 1 - i64::from(until));
    match (first % 100, first - last) {
        _ if last < 1 => None,
        (0, 99) => Some(format!("BC{:02}", last / 100)),
        (_, 9) if last % 10 == 0 => Some(format!("BC{:03}", last / 10)),
        _ => None,
    }
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

const fn time(value: String) -> Timex3 {
    Timex3 { kind: "TIME", value, modifier: None }
}

fn of_any_year(part: &YearPart) -> String {
    match part {
        YearPart::Month(month) => format!("XXXX-{month:02}"),
        YearPart::Day { month, day } => format!("XXXX-{month:02}-{day:02}"),
        YearPart::Quarter(number) => format!("XXXX-Q{number}"),
        YearPart::Season(number) => format!("XXXX-{}", season(*number)),
        YearPart::HalfYear(number) => format!("XXXX-H{number}"),
        YearPart::Feast(_) => "XXXX-XX-XX".to_owned(),
    }
}

const fn unknown(unit: Grain) -> &'static str {
    match unit {
        Grain::Second | Grain::Minute | Grain::Hour | Grain::DayPart | Grain::Day => {
            "XXXX-XX-XX"
        }
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
    Timex3 { kind: "DURATION", value: period(length), modifier: named(length.modifier) }
}

/// "P3D", "PT1H30M", "P2Y6M", "PXW"
fn period(length: Length) -> String {
    let Some(count) = length.count else { return amount("X", length.unit) };
    match length.rest {
        Rest::Nothing => amount(&count.to_string(), length.unit),
        Rest::Tenths(tenths) => amount(&format!("{count}.{tenths}"), length.unit),
        Rest::Half => match half_of(length.unit) {
            Some((half, unit)) => compound(count, length.unit, half, unit),
            None => amount(&format!("{count}.5"), length.unit),
        },
        Rest::And(more, unit) => compound(count, length.unit, more, unit),
    }
}

/// Half of it in whole units that are smaller.
const fn half_of(unit: Grain) -> Option<(u32, Grain)> {
    match unit {
        Grain::Year => Some((6, Grain::Month)),
        Grain::Hour => Some((30, Grain::Minute)),
        Grain::Minute => Some((30, Grain::Second)),
        Grain::Century => Some((50, Grain::Year)),
        Grain::Decade => Some((5, Grain::Year)),
        Grain::Second
        | Grain::DayPart
        | Grain::Day
        | Grain::Weekend
        | Grain::Week
        | Grain::Month
        | Grain::Quarter
        | Grain::Season
        | Grain::HalfYear => None,
    }
}

fn compound(count: u32, unit: Grain, more: u32, smaller: Grain) -> String {
    let rest = amount(&more.to_string(), smaller);
    if count == 0 {
        return rest;
    }
    // A decade is written in years itself.
    if (unit, smaller) == (Grain::Decade, Grain::Year) {
        let years = count.saturating_mul(10).saturating_add(more);
        return amount(&years.to_string(), Grain::Year);
    }
    let whole = amount(&count.to_string(), unit);
    // "PT1H30M", but "P1DT12H": hours and smaller come after one T.
    let tail = if whole.starts_with("PT") { rest.get(2..) } else { rest.get(1..) };
    format!("{whole}{}", tail.unwrap_or_default())
}

fn amount(count: &str, unit: Grain) -> String {
    let (before, letters) = match unit {
        Grain::Second => ("PT", "S"),
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
    // A decade is ten years as soon as there is a number to multiply.
    match (unit, count.parse::<u32>().ok().and_then(|it| it.checked_mul(10))) {
        (Grain::Decade, Some(years)) => format!("P{years}Y"),
        _ => format!("{before}{count}{letters}"),
    }
}

fn set(every: &Recurrence) -> Timex3 {
    let value = match every {
        Recurrence::Each(Length { count: Some(1), unit: Grain::Weekend, .. }) => {
            unknown(Grain::Weekend).to_owned()
        }
        Recurrence::Each(length) => period(*length),
        Recurrence::On(day) => format!("XXXX-WXX-{}", day.number_from_monday()),
        Recurrence::Yearly(part) => of_any_year(part),
        Recurrence::DayPart(None, part) => format!("XXXX-XX-XXT{}", part.code()),
        Recurrence::DayPart(Some(day), part) => {
            format!("XXXX-WXX-{}T{}", day.number_from_monday(), part.code())
        }
    };
    Timex3 { kind: "SET", value, modifier: None }
}
