//! Sets of days: what a date can be while it is not known.

use chrono::NaiveDate;

use super::Interval;

/// A set of days, as runs of days that follow one another.
///
/// **Invariant:** the runs are in order, and at least a day lies between two of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DaySet {
    runs: Vec<(NaiveDate, NaiveDate)>,
}

impl DaySet {
    /// All days of those stretches; a stretch of a few hours is the day that they lie in.
    pub fn of(stretches: impl IntoIterator<Item = Interval>) -> Self {
        let ends = |stretch: Interval| (stretch.first_day(), stretch.last_day());
        Self::joined(stretches.into_iter().map(ends).collect())
    }

    fn joined(mut runs: Vec<(NaiveDate, NaiveDate)>) -> Self {
        runs.sort_unstable();
        let mut joined: Vec<(NaiveDate, NaiveDate)> = Vec::with_capacity(runs.len());
        for (first, last) in runs {
            match joined.last_mut() {
                Some((_, end)) if end.succ_opt().is_none_or(|next| first <= next) => {
                    *end = last.max(*end);
                }
                _ => joined.push((first, last)),
            }
        }
        Self { runs: joined }
    }

    /// The days in either.
    #[must_use]
    pub fn union(&self, other: &Self) -> Self {
        Self::joined(self.runs.iter().chain(&other.runs).copied().collect())
    }

    /// The days in both.
    #[must_use]
    pub fn intersection(&self, other: &Self) -> Self {
        let mut both = Vec::new();
        let mut rest = other.runs.as_slice();
        for (first, last) in &self.runs {
            rest = rest.get(rest.partition_point(|(_, end)| end < first)..).unwrap_or_default();
            let meets = rest.iter().take_while(|(start, _)| start <= last);
            both.extend(meets.map(|(start, end)| (*start.max(first), *end.min(last))));
        }
        Self { runs: both }
    }

    /// Whether no day is possible.
    pub const fn is_empty(&self) -> bool {
        self.runs.is_empty()
    }

    /// Every day, in order.
    pub fn days(&self) -> impl Iterator<Item = NaiveDate> {
        self.runs
            .iter()
            .flat_map(|(first, last)| first.iter_days().take_while(move |day| day <= last))
    }
}
