//! Named days: "Christmas", "Easter Monday", "Thanksgiving", each by its rule.

use std::sync::Arc;

use chrono::{Datelike as _, Days, NaiveDate, Weekday};

/// The rule that finds a named day in a year.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Feast {
    /// "12-25"
    Fixed {
        /// From 1.
        month: u8,
        /// From 1.
        day: u8,
    },
    /// "easter - 2": so many days from Easter Sunday
    Easter(i16),
    /// "orthodox easter - 2"
    OrthodoxEaster(i16),
    /// "4th thu of 11", "last mon of 5", "4th thu of 11 + 1"
    Nth {
        /// From 1; -1 is the last.
        nth: i8,
        /// Which day of the week.
        weekday: Weekday,
        /// Of which month, from 1.
        month: u8,
        /// So many days on.
        plus: i16,
    },
    /// Days that no rule finds, in order: "2024-02-10"
    Table(Arc<[NaiveDate]>),
}

impl Feast {
    /// The day in `year`; `None` where it has none, or it is not known.
    pub fn day(&self, year: i32) -> Option<NaiveDate> {
        match self {
            Self::Fixed { month, day } => {
                NaiveDate::from_ymd_opt(year, (*month).into(), (*day).into())
            }
            Self::Easter(plus) => moved(easter(year)?, *plus),
            Self::OrthodoxEaster(plus) => moved(orthodox_easter(year)?, *plus),
            Self::Nth { nth, weekday, month, plus } => {
                moved(nth_weekday(year, (*month).into(), *weekday, *nth)?, *plus)
            }
            Self::Table(days) => days.iter().copied().find(|day| day.year() == year),
        }
    }
}

fn moved(day: NaiveDate, by: i16) -> Option<NaiveDate> {
    day.checked_add_signed(chrono::Duration::days(by.into()))
}

/// The `nth` such weekday of a month, from 1; negative counts from its end.
fn nth_weekday(year: i32, month: u32, weekday: Weekday, nth: i8) -> Option<NaiveDate> {
    if nth > 0 {
        return NaiveDate::from_weekday_of_month_opt(year, month, weekday, nth.unsigned_abs());
    }
    let (year, next) = if month == 12 { (year.checked_add(1)?, 1) } else { (year, month + 1) };
    let last = NaiveDate::from_ymd_opt(year, next, 1)?.pred_opt()?;
    let back = last.weekday().days_since(weekday) + 7 * u32::from(nth.unsigned_abs() - 1);
    last.checked_sub_days(Days::new(back.into())).filter(|day| day.month() == month)
}

/// Easter Sunday in the Gregorian calendar (J.-M. Oudin's form of the computus, 1940), from
/// the year in which that calendar began.
fn easter(year: i32) -> Option<NaiveDate> {
    if year < 1583 {
        return None;
    }
    let century = year / 100;
    let golden = year % 19;
    let k = (century - 17) / 25;
    let moon = (century - century / 4 - (century - k) / 3 + 19 * golden + 15) % 30;
    let moon = moon - (moon / 28) * (1 - (29 / (moon + 1)) * ((21 - golden) / 11));
    let weekday = (year + year / 4 + moon + 2 - century + century / 4) % 7;
    let from_march = moon - weekday;
    let month = 3 + (from_march + 40) / 44;
    let day = from_march + 28 - 31 * (month / 4);
    NaiveDate::from_ymd_opt(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?)
}

/// Easter Sunday of the Julian calendar (J. Meeus, *Astronomical Algorithms*, ch. 8), as a day
/// of the Gregorian one; right for 1900 to 2099, where the two lie 13 days apart.
fn orthodox_easter(year: i32) -> Option<NaiveDate> {
    if !(1900..=2099).contains(&year) {
        return None;
    }
    let moon = (19 * (year % 19) + 15) % 30;
    let weekday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7;
    let sum = moon + weekday + 114;
    let (month, day) = (u32::try_from(sum / 31).ok()?, u32::try_from(sum % 31 + 1).ok()?);
    NaiveDate::from_ymd_opt(year, month, day)?.checked_add_days(Days::new(13))
}
