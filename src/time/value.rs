//! What a temporal expression means, once there is a day to count from.

use chrono::Weekday;

use super::{DayPart, Grain, Interval, When, YearPart};

/// What a temporal expression means.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum TimeValue {
    /// "in March 2014", "about 1990", "early 2015"
    On(When, Modifier),
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
    /// "yesterday", said on some day from 8 to 30 June: one place from the first to the last,
    /// which is not known
    Within {
        /// The earliest.
        first: When,
        /// The latest.
        last: When,
    },
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
            Self::Between { from, until }
            | Self::By { said: from, until }
            | Self::Within { first: from, last: until } => {
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
            Self::Between { from, until } | Self::Within { first: from, last: until } => {
                Some(from.grain().max(until.grain()))
            }
            Self::By { until, .. } => Some(until.grain()),
            Self::OneOf(choices) => choices.iter().map(|when| when.grain()).max(),
            Self::For(_) | Self::Every(_) | Self::Around(_) => None,
        }
    }

    /// The place that others may count from: the one named, or the end that was said; not one
    /// that was only said to be about there.
    pub const fn anchor(&self) -> Option<When> {
        match self {
            Self::Between { until, .. } | Self::By { until, .. } => Some(*until),
            Self::On(_, Modifier::Approximate)
            | Self::OneOf(_)
            | Self::Within { .. }
            | Self::For(_)
            | Self::Every(_)
            | Self::Around(_) => None,
            Self::On(when, _) | Self::Open(_, when) => Some(*when),
        }
    }

    /// The one place named, if it is one; however vaguely.
    pub const fn place(&self) -> Option<When> {
        match self {
            Self::On(when, _) => Some(*when),
            Self::Between { .. }
            | Self::Open(..)
            | Self::By { .. }
            | Self::OneOf(_)
            | Self::Within { .. }
            | Self::For(_)
            | Self::Every(_)
            | Self::Around(_) => None,
        }
    }
}

/// Where more are possible, they are told as a stretch.
pub(super) const MOST_CHOICES: usize = 4;

impl TimeValue {
    /// One of `values`, which are in order, whichever it is; `None`, if there is none that lies
    /// on the calendar.
    pub fn one_of(mut values: Vec<Self>) -> Option<Self> {
        values.dedup();
        if values.len() <= 1 {
            return values.pop();
        }
        let places: Option<Vec<When>> = values.iter().map(Self::place).collect();
        if let Some(places) = places.filter(|it| it.len() <= MOST_CHOICES) {
            return Some(Self::OneOf(places));
        }
        Self::from_to(&values)
    }

    /// One place from the first of `values` to the last, which are in order, whichever it is.
    pub fn from_to(values: &[Self]) -> Option<Self> {
        match values {
            [] => None,
            [one] => Some(one.clone()),
            [one, .., other] if one == other => Some(one.clone()),
            [one, .., other] => {
                Some(Self::Within { first: one.ends()?.0, last: other.ends()?.1 })
            }
        }
    }

    /// Where it begins and where it ends.
    fn ends(&self) -> Option<(When, When)> {
        match self {
            Self::On(when, _) | Self::Open(_, when) => Some((*when, *when)),
            Self::Between { from, until }
            | Self::By { said: from, until }
            | Self::Within { first: from, last: until } => Some((*from, *until)),
            Self::OneOf(choices) => Some((*choices.first()?, *choices.last()?)),
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

/// What was said around a date or a length: TIMEX3's `mod`, which never makes it finer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Modifier {
    /// "on 4 May"
    #[default]
    Stated,
    /// "about 4 May" (EDTF's `~`)
    Approximate,
    /// "early 2015", "the beginning of May"
    Start,
    /// "mid-2015"
    Mid,
    /// "late 2015", "the end of May"
    End,
    /// "nearly three weeks", "less than a year"
    LessThan,
    /// "over three weeks", "more than a year ago"
    MoreThan,
    /// "up to three weeks", "no more than a year"
    AtMost,
    /// "at least three weeks"
    AtLeast,
}

/// A length: "three weeks", "two and a half years", "3 hours and 20 minutes".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Length {
    /// How many; `None` for "many years".
    pub count: Option<u32>,
    /// Of what.
    pub unit: Grain,
    /// What is said on top of whole units.
    pub rest: Rest,
    /// Whether it is that, less or more.
    pub modifier: Modifier,
}

/// What a length has beyond whole units.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rest {
    /// "three weeks"
    #[default]
    Nothing,
    /// "two and a half years"
    Half,
    /// "2.8 years": so many tenths
    Tenths(u8),
    /// "3 hours and 20 minutes": so many of a smaller unit
    And(u32, Grain),
}

impl Length {
    /// So many whole units, as stated.
    pub const fn of(count: Option<u32>, unit: Grain) -> Self {
        Self { count, unit, rest: Rest::Nothing, modifier: Modifier::Stated }
    }
}

/// How something repeats.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Recurrence {
    /// "every six months", "quarterly"
    Each(Length),
    /// "every Monday"
    On(Weekday),
    /// "each July", "every Christmas"
    Yearly(YearPart),
    /// "every morning"; with the weekday, "Tuesday nights"
    DayPart(Option<Weekday>, DayPart),
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
