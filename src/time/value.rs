//! What a temporal expression means, once there is a day to count from.

use chrono::Weekday;

use super::{Grain, Interval, When};

/// What a temporal expression means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TimeValue {
    /// "in March 2014", "about 1990"
    On(When, Certainty),
    /// "between December 2014 and March 2017": from the first's start to the last's end
    Between {
        /// The first stretch.
        from: When,
        /// The last stretch.
        until: When,
    },
    /// "since 2015", "before 2012": one end is said, the other lies open
    Open(Bound, When),
    /// "by April 2019", said on a known day: between that day and the end of what was said
    By {
        /// When it was said.
        said: When,
        /// The last stretch.
        until: When,
    },
    /// "04/05/2023", where nothing tells the day from the month
    OneOf(Vec<When>),
    /// "three weeks": a length with no place on the calendar
    For(Length),
    /// "every Monday", "quarterly"
    Every(Recurrence),
    /// "recently", "now": only a direction
    Around(Era),
}

impl TimeValue {
    /// The stretch of the calendar that was said; for an open end, the end that was said.
    ///
    /// `None` for lengths, repetitions and bare directions.
    pub fn extent(&self) -> Option<Interval> {
        match self {
            Self::On(when, _) | Self::Open(_, when) => when.interval(),
            Self::Between { from, until } | Self::By { said: from, until } => {
                Interval::new(from.interval()?.start(), until.interval()?.end())
            }
            Self::OneOf(choices) => {
                let mut stretches = choices.iter().filter_map(|when| when.interval());
                let first = stretches.next()?;
                Some(stretches.fold(first, |all, one| all.hull(&one)))
            }
            Self::For(_) | Self::Every(_) | Self::Around(_) => None,
        }
    }

    /// The coarsest grain in it: "from 3 May to June" is no finer than a month.
    pub fn grain(&self) -> Option<Grain> {
        match self {
            Self::On(when, _) | Self::Open(_, when) => Some(when.grain()),
            Self::Between { from, until } => Some(from.grain().max(until.grain())),
            Self::By { until, .. } => Some(until.grain()),
            Self::OneOf(choices) => choices.iter().map(|when| when.grain()).max(),
            Self::For(_) | Self::Every(_) | Self::Around(_) => None,
        }
    }
}

/// Which end of an open stretch was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bound {
    /// "since 2015": it begins within, and goes on
    Since,
    /// "after 2015": it lies later
    After,
    /// "until 2015": it ends within
    Until,
    /// "before 2015": it lies earlier
    Before,
}

/// EDTF's qualifiers for what was said in words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Certainty {
    /// "on 4 May"
    #[default]
    Stated,
    /// "about 4 May" (`~`)
    Approximate,
}

/// A length in one unit: "three weeks".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Length {
    /// How many; `None` for "many years".
    pub count: Option<u32>,
    /// Of what.
    pub unit: Grain,
}

/// How something repeats.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recurrence {
    /// "every six months", "quarterly"
    Each(Length),
    /// "every Monday"
    On(Weekday),
}

/// A direction without a distance.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Era {
    /// "recently"
    Past,
    /// "now"
    Present,
    /// "soon"
    Future,
}
