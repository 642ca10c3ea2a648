//! Dates as texts: EDTF (ISO 8601-2:2019), and TIMEX3's forms where EDTF has none.

use std::{fmt, str::FromStr};

use chrono::{Datelike as _, NaiveDate, NaiveDateTime, Timelike as _, Weekday};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::value::{Bound, Modifier, TimeValue};
use super::{DayPart, HalfYear, Month, Quarter, Season, Week, When};

// EDTF numbers these after the twelve months; 33 to 36 are quarters, 40 and 41 half-years.
const SEASONS_FROM: u8 = 20;
const QUARTERS_FROM: u8 = 32;
const HALVES_FROM: u8 = 39;

/// Not a date in any form that Dateline writes.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a date: “{0}”; write it as 2017, 2017-04 or 2017-04-07")]
pub struct NotADate(pub String);

/// `2017-04-07`, `2017-04`, `2017-21` (spring), `201X`; a fiscal year is `FY2017`, a week `2017-W14`, a weekend
/// `2017-W14-WE`, a morning `2017-04-07TMO`, a minute `2017-04-07T10:15`.
impl fmt::Display for When {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Minute(at) => {
                write!(f, "{}T{:02}:{:02}", Day(at.date()), at.hour(), at.minute())
            }
            Self::Hour(at) => write!(f, "{}T{:02}", Day(at.date()), at.hour()),
            Self::DayPart(day, part) => write!(f, "{}T{}", Day(day), part.code()),
            Self::Day(day) => write!(f, "{}", Day(day)),
            Self::Weekend(week) => write!(f, "{}-WE", IsoWeek(week)),
            Self::Week(week) => write!(f, "{}", IsoWeek(week)),
            Self::Month(month) => in_year(f, month.year(), month.number()),
            Self::Quarter(part) => in_year(f, part.year(), QUARTERS_FROM + part.number()),
            Self::Season(part) => in_year(f, part.year(), SEASONS_FROM + part.number()),
            Self::HalfYear(part) => in_year(f, part.year(), HALVES_FROM + part.number()),
            Self::Year(year) => write!(f, "{}", Year(year)),
            Self::FiscalYear(year) => write!(f, "FY{}", Year(year)),
            Self::Decade(tens) => write!(f, "{}{:03}X", minus(tens), tens.unsigned_abs()),
            Self::Century(hundreds) => {
                write!(f, "{}{:02}XX", minus(hundreds), hundreds.unsigned_abs())
            }
        }
    }
}

fn in_year(f: &mut fmt::Formatter<'_>, year: i32, number: u8) -> fmt::Result {
    write!(f, "{}-{number:02}", Year(year))
}

const fn minus(number: i32) -> &'static str {
    if number < 0 { "-" } else { "" }
}

struct Year(i32);

impl fmt::Display for Year {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = minus(self.0);
        // EDTF marks a year of more than four digits, so that no date is misread.
        let long = if self.0.unsigned_abs() > 9999 { "Y" } else { "" };
        write!(f, "{long}{sign}{:04}", self.0.unsigned_abs())
    }
}

struct Day(NaiveDate);

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{:02}-{:02}", Year(self.0.year()), self.0.month(), self.0.day())
    }
}

struct IsoWeek(Week);

impl fmt::Display for IsoWeek {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let week = self.0.monday().iso_week();
        write!(f, "{}-W{:02}", Year(week.year()), week.week())
    }
}

impl DayPart {
    /// TIMEX3's code: `MO` for the morning.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Morning => "MO",
            Self::Midday => "MI",
            Self::Afternoon => "AF",
            Self::Evening => "EV",
            Self::Night => "NI",
            Self::Midnight => "24:00",
        }
    }

    fn from_code(code: &str) -> Option<Self> {
        const ALL: [DayPart; 6] = [
            DayPart::Morning,
            DayPart::Midday,
            DayPart::Afternoon,
            DayPart::Evening,
            DayPart::Night,
            DayPart::Midnight,
        ];
        ALL.into_iter().find(|part| part.code() == code)
    }
}

impl FromStr for When {
    type Err = NotADate;

    /// Reads every form that [`When`] writes, and date-times with seconds and a zone, of
    /// which it keeps the local date and minute.
    fn from_str(text: &str) -> Result<Self, NotADate> {
        parse(text.trim()).ok_or_else(|| NotADate(text.to_owned()))
    }
}

fn parse(text: &str) -> Option<When> {
    if let Some((day, time)) = text.split_once(['T', ' ']) {
        let When::Day(day) = parse(day)? else { return None };
        return parse_time(day, time);
    }
    if let Some(year) = text.strip_prefix("FY") {
        let When::Year(year) = parse(year)? else { return None };
        return Some(When::FiscalYear(year));
    }
    let (long, text) = text.strip_prefix('Y').map_or((false, text), |rest| (true, rest));
    let (sign, text) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
    let mut parts = text.split('-');
    let year = parts.next()?;
    let rest: Vec<&str> = parts.collect();
    if rest.is_empty() && year.ends_with('X') {
        return parse_years(sign, year);
    }
    // Four digits, or as many as an `i32` has.
    let year: i32 = if long {
        (5..=10).find_map(|digits| number_of(year, digits))?
    } else {
        number_of(year, 4)?
    };
    parse_parts(sign * year, &rest)
}

fn parse_parts(year: i32, rest: &[&str]) -> Option<When> {
    match *rest {
        [] => Some(When::Year(year)),
        [week] if week.starts_with('W') => Some(When::Week(parse_week(year, week)?)),
        [week, "WE"] => Some(When::Weekend(parse_week(year, week)?)),
        [number] => parse_in_year(year, number_of(number, 2)?),
        [month, day] => {
            let month = number_of(month, 2)?;
            NaiveDate::from_ymd_opt(year, month, number_of(day, 2)?).map(When::Day)
        }
        _ => None,
    }
}

fn parse_years(sign: i32, year: &str) -> Option<When> {
    if let Some(hundreds) = year.strip_suffix("XX") {
        return number_of(hundreds, 2).map(|it: i32| When::Century(sign * it));
    }
    number_of(year.strip_suffix('X')?, 3).map(|it: i32| When::Decade(sign * it))
}

fn parse_week(year: i32, week: &str) -> Option<Week> {
    let week = number_of(week.strip_prefix('W')?, 2)?;
    NaiveDate::from_isoywd_opt(year, week, Weekday::Mon).map(Week::of)
}

fn parse_in_year(year: i32, number: u8) -> Option<When> {
    match number {
        1..=12 => Month::new(year, number).map(When::Month),
        21..=24 => Season::new(year, number - SEASONS_FROM).map(When::Season),
        33..=36 => Quarter::new(year, number - QUARTERS_FROM).map(When::Quarter),
        40..=41 => HalfYear::new(year, number - HALVES_FROM).map(When::HalfYear),
        _ => None,
    }
}

fn parse_time(day: NaiveDate, time: &str) -> Option<When> {
    if let Some(part) = DayPart::from_code(time) {
        return Some(When::DayPart(day, part));
    }
    let without_zone = time.split(['Z', '+', '-']).next()?;
    let mut parts = without_zone.split(':');
    let hour = number_of(parts.next()?, 2)?;
    let Some(minute) = parts.next() else {
        return Some(When::Hour(day.and_hms_opt(hour, 0, 0)?));
    };
    let seconds = parts.next().is_none_or(|it| it.starts_with(|c: char| c.is_ascii_digit()));
    let moment = day.and_hms_opt(hour, number_of(minute, 2)?, 0)?;
    seconds.then_some(When::Minute(moment))
}

/// The number in exactly `digits` digits.
fn number_of<N: FromStr>(text: &str, digits: usize) -> Option<N> {
    let plain = text.len() == digits && text.bytes().all(|byte| byte.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}

impl Serialize for When {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for When {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

impl TimeValue {
    /// In EDTF; what it has no form for, such as a week or a morning, as its days.
    ///
    /// `None` for lengths, repetitions and bare directions.
    pub fn edtf(&self) -> Option<String> {
        match self {
            Self::On(when, Modifier::Approximate) => {
                let exact = edtf(*when)?;
                Some(
                    exact.split('/').map(|day| format!("{day}~")).collect::<Vec<_>>().join("/"),
                )
            }
            // EDTF has no early and no late: the whole stretch is what is known.
            Self::On(when, _) => edtf(*when),
            Self::Between { from, until } => {
                Some(format!("{}/{}", first_part(*from)?, last_part(*until)?))
            }
            Self::Open(Bound::Since | Bound::After, when) => {
                Some(format!("{}/..", first_part(*when)?))
            }
            Self::Open(Bound::Until | Bound::Before, when) | Self::By { until: when, .. } => {
                Some(format!("../{}", last_part(*when)?))
            }
            Self::OneOf(choices) => {
                let all: Option<Vec<String>> = choices.iter().map(|when| edtf(*when)).collect();
                Some(format!("[{}]", all?.join(",")))
            }
            Self::Within { first, last } => {
                Some(format!("[{}..{}]", first_part(*first)?, last_part(*last)?))
            }
            Self::For(_) | Self::Every(_) | Self::Around(_) => None,
        }
    }
}

fn edtf(when: When) -> Option<String> {
    match when {
        When::Minute(at) => Some(moment(at)),
        When::Hour(_) | When::DayPart(..) => {
            Some(Day(when.interval()?.first_day()).to_string())
        }
        When::Weekend(_) | When::Week(_) => {
            let days = when.interval()?;
            Some(format!("{}/{}", Day(days.first_day()), Day(days.last_day())))
        }
        When::FiscalYear(year) => Some(format!("{}/{}", Year(year - 1), Year(year))),
        When::Day(_)
        | When::Month(_)
        | When::Quarter(_)
        | When::Season(_)
        | When::HalfYear(_)
        | When::Year(_)
        | When::Decade(_)
        | When::Century(_) => Some(when.to_string()),
    }
}

// EDTF writes a time of day with its seconds or not at all.
fn moment(at: NaiveDateTime) -> String {
    format!("{}T{}", Day(at.date()), at.time().format("%H:%M:%S"))
}

/// As the first end of an EDTF interval, which takes no times, no intervals and no numbers
/// of its level 2 but seasons: then as what is next in fineness, never as a day in its midst.
fn first_part(when: When) -> Option<String> {
    Some(end_part(when, when.interval()?.first_day()))
}

fn last_part(when: When) -> Option<String> {
    Some(end_part(when, when.interval()?.last_day()))
}

fn end_part(when: When, edge: NaiveDate) -> String {
    match when {
        When::Minute(_)
        | When::Hour(_)
        | When::DayPart(..)
        | When::Day(_)
        | When::Weekend(_)
        | When::Week(_) => Day(edge).to_string(),
        When::Quarter(_) | When::HalfYear(_) => When::Month(Month::of(edge)).to_string(),
        When::FiscalYear(_) | When::Decade(_) | When::Century(_) => {
            Year(edge.year()).to_string()
        }
        When::Month(_) | When::Season(_) | When::Year(_) => when.to_string(),
    }
}
