//! A stretch of the calendar.

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime};

/// A half-open stretch of time, never empty: what the timeline draws.
///
/// **Invariant:** `start < end`. The fields are private; [`Interval::new`] is the only door.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Interval {
    start: NaiveDateTime,
    end: NaiveDateTime,
}

impl Interval {
    /// The stretch from `start` up to, not including, `end`.
    pub fn new(start: NaiveDateTime, end: NaiveDateTime) -> Option<Self> {
        (start < end).then_some(Self { start, end })
    }

    /// Whole days, both included.
    pub fn of_days(first: NaiveDate, last: NaiveDate) -> Option<Self> {
        let end = last.checked_add_days(Days::new(1))?;
        Self::new(first.and_time(NaiveTime::MIN), end.and_time(NaiveTime::MIN))
    }

    /// First moment.
    pub const fn start(&self) -> NaiveDateTime {
        self.start
    }

    /// First moment after it.
    pub const fn end(&self) -> NaiveDateTime {
        self.end
    }

    /// The day of its first moment.
    pub const fn first_day(&self) -> NaiveDate {
        self.start.date()
    }

    /// The day of its last moment.
    pub fn last_day(&self) -> NaiveDate {
        let end = self.end.date();
        if self.end.time() == NaiveTime::MIN { end.pred_opt().unwrap_or(end) } else { end }
    }

    /// The smallest stretch that covers both.
    #[must_use]
    pub fn hull(&self, other: &Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}
