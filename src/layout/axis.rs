//! Days to points and back.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike as _};

use super::Look;

const SECONDS_PER_DAY: f64 = 86_400.0;

// The years 1 and 9999 stand far beyond any newspaper, and the calendar is sound between them.
pub(super) const FIRST_DAY: f64 = -719_162.0;
pub(super) const LAST_DAY: f64 = 2_932_896.0;

/// The straight line from days to points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Axis {
    /// The day at the left edge.
    pub first: f64,
    /// The day at the right edge, always later.
    pub last: f64,
    /// How wide the view is, in points.
    pub width: f32,
}

impl Axis {
    /// The axis of that look over so many points.
    pub fn new(look: Look, width: f32) -> Self {
        Self { first: look.first, last: look.last, width: width.max(1.0) }
    }

    /// How many days one point stands for.
    pub fn days_per_point(&self) -> f64 {
        (self.last - self.first) / f64::from(self.width)
    }

    /// Where that day lies, in points from the left edge.
    pub fn x_from_day(&self, day: f64) -> f32 {
        points((day - self.first) / self.days_per_point())
    }

    /// The day that lies there.
    pub fn day_from_x(&self, x: f32) -> f64 {
        self.first + f64::from(x) * self.days_per_point()
    }
}

/// A place on the screen; far outside of it, a place that is outside as well.
pub(super) fn points(value: f64) -> f32 {
    // Beyond this `f32` cannot tell points apart, and nobody can see it.
    #[expect(clippy::cast_possible_truncation, reason = "clamped to what `f32` holds well")]
    let points = value.clamp(-1e6, 1e6) as f32;
    points
}

/// The day of a moment: 1 January 1970 at noon is 0.5.
pub fn day_of(moment: NaiveDateTime) -> f64 {
    let days =
        i32::try_from(moment.date().signed_duration_since(NaiveDate::default()).num_days());
    let second = f64::from(moment.num_seconds_from_midnight());
    f64::from(days.unwrap_or_default()) + second / SECONDS_PER_DAY
}

/// The moment of a day, to the second; at the ends of the calendar, its nearest.
pub fn moment_of(day: f64) -> NaiveDateTime {
    let seconds = (day.clamp(FIRST_DAY, LAST_DAY) * SECONDS_PER_DAY).round();
    #[expect(clippy::cast_possible_truncation, reason = "clamped to the calendar")]
    let since = TimeDelta::seconds(seconds as i64);
    let epoch = NaiveDate::default().and_time(NaiveTime::MIN);
    epoch.checked_add_signed(since).unwrap_or(epoch)
}
