//! The marks of the calendar: years under months, months under days, days under hours.

use chrono::{Datelike as _, Days, Months, NaiveDate, NaiveDateTime, TimeDelta, Timelike as _};

use super::{
    Axis, Measure,
    axis::{FIRST_DAY, LAST_DAY},
    day_of, moment_of,
};
use crate::time::{month_name, year_words};

/// The size of the words under the axis, in points.
pub(crate) const TICK_SIZE: f32 = 13.0;
/// Nothing stands nearer to its neighbour.
const GAP: f32 = 16.0;
/// Where a day has this much room, its weekday is told too.
const WEEKDAY_ROOM: f64 = 64.0;

/// One mark under the axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// The day where it stands.
    pub at: f64,
    /// What stands under it: "Apr", "4", "14:00".
    pub label: String,
    /// What stands under that, where it changes or first comes into view: "2017".
    pub context: Option<String>,
    /// Whether something greater begins here: a year among months.
    pub strong: bool,
}

/// The marks in view, in order, each with room for its words.
pub fn ticks(axis: &Axis, measure: &impl Measure) -> Vec<Tick> {
    let points_per_day = axis.days_per_point().recip();
    let step = Step::ALL
        .into_iter()
        .find(|step| step.shortest_days() * points_per_day >= step.room())
        .unwrap_or(Step::Years(500));
    let first = axis.first.max(FIRST_DAY);
    let mut at = step.floor(moment_of(first));
    let mut ticks = Vec::new();
    while day_of(at) <= axis.last.min(LAST_DAY) {
        if day_of(at) >= first {
            ticks.push(Tick {
                at: day_of(at),
                label: step.label(at, points_per_day),
                context: Some(step.context(at)),
                strong: step.begins_context(at),
            });
        }
        let Some(next) = step.next(at) else { break };
        at = next;
    }
    keep_what_changes(&mut ticks, axis, measure);
    ticks
}

/// A context is told where it begins, and once at the left edge if there is room before the
/// next one begins.
fn keep_what_changes(ticks: &mut [Tick], axis: &Axis, measure: &impl Measure) {
    let begins = ticks.iter().position(|tick| tick.strong);
    let next = begins.and_then(|place| ticks.get(place)).map(|tick| {
        let words = tick.context.as_deref().unwrap_or_default();
        axis.x_from_day(tick.at) - measure.width(words, TICK_SIZE) / 2.0
    });
    let mut told_to = f32::NEG_INFINITY;
    for (place, tick) in ticks.iter_mut().enumerate() {
        let words = tick.context.as_deref().unwrap_or_default();
        let half = measure.width(words, TICK_SIZE) / 2.0;
        let x = axis.x_from_day(tick.at);
        let fits_before = next.is_none_or(|next| x + half + GAP <= next);
        let at_the_edge =
            begins.is_none_or(|begins| place < begins) && x >= half && fits_before;
        let told = (tick.strong || (at_the_edge && told_to == f32::NEG_INFINITY))
            && x - half >= told_to;
        if told {
            told_to = x + half + GAP;
        } else {
            tick.context = None;
        }
    }
}

/// From one mark to the next.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Step {
    Minutes(u32),
    Hours(u32),
    Day,
    /// Days of the month that are told; the list begins with 1.
    DaysOfMonth(&'static [u32], f64),
    Months(u32),
    Years(i32),
}

const ODD: &[u32] = &[1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27];
const FIVES: &[u32] = &[1, 5, 10, 15, 20, 25];
const TENS: &[u32] = &[1, 10, 20];

impl Step {
    const ALL: [Self; 23] = [
        Self::Minutes(1),
        Self::Minutes(2),
        Self::Minutes(5),
        Self::Minutes(15),
        Self::Minutes(30),
        Self::Hours(1),
        Self::Hours(3),
        Self::Hours(6),
        Self::Hours(12),
        Self::Day,
        Self::DaysOfMonth(ODD, 2.0),
        Self::DaysOfMonth(FIVES, 4.0),
        Self::DaysOfMonth(TENS, 9.0),
        Self::Months(1),
        Self::Months(3),
        Self::Years(1),
        Self::Years(2),
        Self::Years(5),
        Self::Years(10),
        Self::Years(20),
        Self::Years(50),
        Self::Years(100),
        Self::Years(200),
    ];

    /// The shortest that it ever is.
    fn shortest_days(self) -> f64 {
        match self {
            Self::Minutes(count) => f64::from(count) / 1440.0,
            Self::Hours(count) => f64::from(count) / 24.0,
            Self::Day => 1.0,
            Self::DaysOfMonth(_, shortest) => shortest,
            Self::Months(count) => f64::from(count) * 30.0 - 2.0,
            Self::Years(count) => f64::from(count) * 365.0,
        }
    }

    /// How many points its labels need, at the least.
    const fn room(self) -> f64 {
        match self {
            Self::Minutes(_) | Self::Hours(_) | Self::Years(_) => 56.0,
            Self::Day | Self::DaysOfMonth(..) => 40.0,
            Self::Months(_) => 46.0,
        }
    }

    /// The last mark until `moment`.
    fn floor(self, moment: NaiveDateTime) -> NaiveDateTime {
        let day = moment.date();
        let midnight = |day: NaiveDate| day.and_hms_opt(0, 0, 0).unwrap_or(moment);
        let since = |minutes: u32| TimeDelta::minutes(minutes.into());
        match self {
            Self::Minutes(count) => {
                let minutes = moment.hour() * 60 + moment.minute();
                midnight(day) + since(minutes - minutes % count)
            }
            Self::Hours(count) => {
                midnight(day) + since((moment.hour() - moment.hour() % count) * 60)
            }
            Self::Day => midnight(day),
            Self::DaysOfMonth(days, _) => {
                let told = days.iter().rfind(|&&told| told <= day.day()).copied().unwrap_or(1);
                midnight(day.with_day(told).unwrap_or(day))
            }
            Self::Months(count) => {
                let month = day.month0() - day.month0() % count;
                midnight(first_of_month(day.year(), month + 1).unwrap_or(day))
            }
            Self::Years(count) => {
                let year = day.year() - day.year().rem_euclid(count);
                midnight(first_of_month(year, 1).unwrap_or(day))
            }
        }
    }

    /// The mark after one.
    fn next(self, at: NaiveDateTime) -> Option<NaiveDateTime> {
        match self {
            Self::Minutes(count) => at.checked_add_signed(TimeDelta::minutes(count.into())),
            Self::Hours(count) => at.checked_add_signed(TimeDelta::hours(count.into())),
            Self::Day => at.checked_add_days(Days::new(1)),
            Self::DaysOfMonth(days, _) => {
                let next = days.iter().find(|&&told| told > at.day());
                next.and_then(|&told| at.with_day(told)).or_else(|| {
                    at.with_day(1).and_then(|first| first.checked_add_months(Months::new(1)))
                })
            }
            Self::Months(count) => at.checked_add_months(Months::new(count)),
            Self::Years(count) => {
                let months = u32::try_from(count).ok()?.checked_mul(12)?;
                at.checked_add_months(Months::new(months))
            }
        }
    }

    fn label(self, at: NaiveDateTime, points_per_day: f64) -> String {
        match self {
            Self::Minutes(_) | Self::Hours(_) => at.format("%H:%M").to_string(),
            Self::Day if points_per_day >= WEEKDAY_ROOM => at.format("%a %-d").to_string(),
            Self::Day | Self::DaysOfMonth(..) => at.day().to_string(),
            Self::Months(_) => at.format("%b").to_string(),
            Self::Years(_) => year_words(at.year()),
        }
    }

    /// What it is a part of.
    fn context(self, at: NaiveDateTime) -> String {
        let month = month_name(at.month());
        match self {
            Self::Minutes(_) | Self::Hours(_) => {
                format!("{} {month} {}", at.format("%a %-d"), year_words(at.year()))
            }
            Self::Day | Self::DaysOfMonth(..) => format!("{month} {}", year_words(at.year())),
            Self::Months(_) => year_words(at.year()),
            Self::Years(1..=5) => format!("{}s", at.year().div_euclid(10) * 10),
            Self::Years(_) => crate::time::words(&crate::time::TimeValue::On(
                crate::time::When::Century(at.year().div_euclid(100)),
                crate::time::Modifier::Stated,
            )),
        }
    }

    fn begins_context(self, at: NaiveDateTime) -> bool {
        match self {
            Self::Minutes(_) | Self::Hours(_) => at.num_seconds_from_midnight() == 0,
            Self::Day | Self::DaysOfMonth(..) => at.day() == 1,
            Self::Months(_) => at.month() == 1,
            Self::Years(1..=5) => at.year().rem_euclid(10) == 0,
            Self::Years(_) => at.year().rem_euclid(100) == 0,
        }
    }
}

fn first_of_month(year: i32, month: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, 1)
}
