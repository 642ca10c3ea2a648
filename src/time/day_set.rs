//! Sets of days: what a date can be while it is not known.

use chrono::NaiveDate;

use super::{Interval, Modifier, TimeValue, When, value::MOST_CHOICES};

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

    /// All days of those runs, each given by its first and last day, in any order.
    pub(crate) fn joined(mut runs: Vec<(NaiveDate, NaiveDate)>) -> Self {
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

    /// All days from the first to the last; none, if the last comes first.
    pub fn between(first: NaiveDate, last: NaiveDate) -> Self {
        Self { runs: if first <= last { vec![(first, last)] } else { Vec::new() } }
    }

    /// The days that are not in the other.
    #[must_use]
    pub fn without(&self, other: &Self) -> Self {
        let mut left = Vec::new();
        for (first, last) in &self.runs {
            let mut from = Some(*first);
            let skip = other.runs.partition_point(|(_, end)| end < first);
            for (start, end) in other.runs.iter().skip(skip).take_while(|it| it.0 <= *last) {
                let before = start.pred_opt().zip(from).filter(|(end, from)| from <= end);
                left.extend(before.map(|(end, from)| (from, end)));
                from = end.succ_opt();
            }
            left.extend(from.filter(|from| from <= last).map(|from| (from, *last)));
        }
        Self { runs: left }
    }

    /// The first day.
    pub fn first(&self) -> Option<NaiveDate> {
        self.runs.first().map(|(first, _)| *first)
    }

    /// The last day.
    pub fn last(&self) -> Option<NaiveDate> {
        self.runs.last().map(|(_, last)| *last)
    }

    /// The one day in it, if it has one and no more.
    pub fn only(&self) -> Option<NaiveDate> {
        self.first().filter(|first| Some(*first) == self.last())
    }

    /// How many days lie from the first to the last, both counted.
    pub fn span_days(&self) -> u64 {
        let ends = self.first().zip(self.last());
        ends.map_or(0, |(first, last)| (last - first).num_days().unsigned_abs() + 1)
    }

    /// The runs of days that follow one another, each with its first and last, in order.
    pub fn runs(&self) -> &[(NaiveDate, NaiveDate)] {
        &self.runs
    }

    /// One of its days, whichever it is; `None`, if it has none.
    pub fn one(&self) -> Option<TimeValue> {
        let few: Vec<NaiveDate> = self.days().take(MOST_CHOICES + 1).collect();
        if few.len() <= MOST_CHOICES {
            let on = |day| TimeValue::On(When::Day(day), Modifier::Stated);
            return TimeValue::one_of(few.into_iter().map(on).collect());
        }
        let (first, last) = (When::Day(self.first()?), When::Day(self.last()?));
        Some(TimeValue::Within { first, last })
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
