//! What was said, before there is a day to count from.

use chrono::{NaiveTime, Weekday};

use super::feast::Feast;
use super::value::{Bound, Modifier};
use super::{DayPart, Grain, HalfYear, Length, Month, Quarter, Season, TimeValue, When};

/// A temporal expression's meaning, still symbolic: "last Tuesday" whatever today is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expr {
    /// "12 June 2014", "three weeks": counts from nothing
    Fixed(TimeValue),
    /// "04/05/2023": in which order day and month stand is read off the other dates
    Digits {
        /// What is written first, a day or a month.
        first: u8,
        /// What is written second.
        second: u8,
        /// The year.
        year: i32,
    },
    /// "yesterday", "last week", "two years ago": so many units from the day of speaking
    Shifted {
        /// The unit, which is also how fine the answer is.
        unit: Grain,
        /// How many on; negative is back.
        by: i32,
    },
    /// "Friday", "last Tuesday"
    Weekday {
        /// Which.
        day: Weekday,
        /// On which side of the day of speaking.
        direction: Direction,
    },
    /// "April", "4 May", "last summer", "Easter": a part of a year that was not said
    InYear {
        /// Which.
        part: YearPart,
        /// On which side of the day of speaking.
        direction: Direction,
    },
    /// "April this year", "the summer of last year"
    OfYear {
        /// Which.
        part: YearPart,
        /// How many years on; negative is back.
        by: i32,
    },
    /// "this morning", "Friday afternoon"
    PartOfDay(Box<Self>, DayPart),
    /// "at 7.30am yesterday"; [`Grain::Hour`] if no minutes were said
    Clock(Box<Self>, NaiveTime, Grain),
    /// "the first Tuesday of May 2014", "the last day of the month"
    Nth {
        /// From 1; negative counts from the end.
        nth: i8,
        /// Of what.
        of: Item,
        /// Within what.
        whole: Box<Self>,
    },
    /// "the week of March 6", "the Easter weekend": all of that grain around it
    Whole(Grain, Box<Self>),
    /// "two weeks after 5 May", "the day before Christmas"
    FromTime {
        /// How far.
        length: Length,
        /// Whether it lies before.
        before: bool,
        /// From what.
        from: Box<Self>,
    },
    /// "a year ago today", "ten years ago this month": as fine as what it counts from
    Ago {
        /// How far back.
        length: Length,
        /// From what.
        from: Box<Self>,
    },
    /// "about 2010", "early last year"
    Modified(Modifier, Box<Self>),
    /// "between May 2009 and March this year"
    Between(Box<Self>, Box<Self>),
    /// "since 2015", "before last week"
    Open(Bound, Box<Self>),
    /// "by the year end": from the day of speaking to the end of it
    By(Box<Self>),
    /// "two years later", "that day", "August of that year": counts from another expression
    Then(Box<Self>),
    /// "a year earlier", "the year-ago quarter": as the expression that it counts from, so
    /// many years on
    Counterpart {
        /// How many years on; negative is back.
        years: i32,
    },
    /// "six months after the hand-over": counts from an event
    FromEvent {
        /// How far.
        length: Length,
        /// Whether it lies before the event.
        before: bool,
    },
}

/// On which side of the day of speaking something lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    /// "last Tuesday": strictly before
    Last,
    /// "next Tuesday": strictly after
    Next,
    /// "this Tuesday": in the same week, or the same year
    This,
    /// "on Tuesday", in a sentence about what was: the latest until then
    Past,
    /// "set 20 April as the deadline", said early in April: the latest until then, unless that
    /// is most of a year back and the next one near
    Recent,
    /// "on Tuesday", in a sentence about what is to be: the first from then
    Coming,
    /// "June 12", where nothing tells: the one that lies nearest
    Nearest,
    /// "in April", in a story told in order: in the year that the story has come to
    Told,
}

impl Direction {
    /// Whether only the sentence around it tells on which side it lies.
    pub const fn is_read_off(self) -> bool {
        match self {
            Self::Past | Self::Recent | Self::Coming | Self::Nearest => true,
            Self::Last | Self::Next | Self::This | Self::Told => false,
        }
    }
}

/// What is counted within a stretch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Item {
    /// "the first Tuesday of"
    Weekday(Weekday),
    /// "the last day of", "the third month of"
    Unit(Grain),
}

/// A part of a year, with no year said.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum YearPart {
    /// "April" is 4
    Month(u8),
    /// "4 May" is `Day { month: 5, day: 4 }`
    Day {
        /// From 1.
        month: u8,
        /// From 1.
        day: u8,
    },
    /// "the third quarter" is 3
    Quarter(u8),
    /// "summer" is 2
    Season(u8),
    /// "the first half of the year" is 1
    HalfYear(u8),
    /// "Easter Monday"
    Feast(Feast),
}

impl YearPart {
    /// That part of `year`; `None` for 29 February of a common year.
    pub fn of_year(&self, year: i32) -> Option<When> {
        match self {
            Self::Month(number) => Month::new(year, *number).map(When::Month),
            Self::Day { month, day } => {
                chrono::NaiveDate::from_ymd_opt(year, (*month).into(), (*day).into())
                    .map(When::Day)
            }
            Self::Quarter(number) => Quarter::new(year, *number).map(When::Quarter),
            Self::Season(number) => Season::new(year, *number).map(When::Season),
            Self::HalfYear(number) => HalfYear::new(year, *number).map(When::HalfYear),
            Self::Feast(feast) => feast.day(year).map(When::Day),
        }
    }
}

/// What an expression counts from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Needs {
    /// Nothing: all of it is written there.
    Nothing,
    /// The document's date.
    DocumentDate,
    /// Another expression.
    Earlier,
    /// An event.
    Event,
}

impl Expr {
    /// What it counts from; of two parts, what is harder to have.
    pub fn needs(&self) -> Needs {
        match self {
            Self::Fixed(_) | Self::Digits { .. } => Needs::Nothing,
            Self::Shifted { .. }
            | Self::Weekday { .. }
            | Self::InYear { .. }
            | Self::OfYear { .. } => Needs::DocumentDate,
            Self::PartOfDay(inner, _)
            | Self::Clock(inner, ..)
            | Self::Modified(_, inner)
            | Self::Whole(_, inner)
            | Self::Nth { whole: inner, .. }
            | Self::FromTime { from: inner, .. }
            | Self::Ago { from: inner, .. }
            | Self::Open(_, inner) => inner.needs(),
            Self::Between(from, until) => from.needs().max(until.needs()),
            Self::By(inner) => inner.needs().max(Needs::DocumentDate),
            Self::Then(_) | Self::Counterpart { .. } => Needs::Earlier,
            Self::FromEvent { .. } => Needs::Event,
        }
    }

    /// The expressions that it is made of.
    pub fn inner(&self) -> impl Iterator<Item = &Self> {
        let (one, other) = match self {
            Self::PartOfDay(inner, _)
            | Self::Clock(inner, ..)
            | Self::Modified(_, inner)
            | Self::Whole(_, inner)
            | Self::Nth { whole: inner, .. }
            | Self::FromTime { from: inner, .. }
            | Self::Ago { from: inner, .. }
            | Self::Open(_, inner)
            | Self::By(inner)
            | Self::Then(inner) => (Some(inner), None),
            Self::Between(from, until) => (Some(from), Some(until)),
            Self::Fixed(_)
            | Self::Digits { .. }
            | Self::Shifted { .. }
            | Self::Weekday { .. }
            | Self::InYear { .. }
            | Self::OfYear { .. }
            | Self::Counterpart { .. }
            | Self::FromEvent { .. } => (None, None),
        };
        one.into_iter().chain(other).map(AsRef::as_ref)
    }

    /// What is said without the time of day and without "about": "4 May" of "at ten on 4 May".
    pub fn bare(&self) -> &Self {
        if let Self::PartOfDay(inner, _) | Self::Clock(inner, ..) | Self::Modified(_, inner) =
            self
        {
            return inner.bare();
        }
        self
    }

    /// The same with each part of it, innermost first, as `change` makes it.
    #[must_use]
    pub fn map(self, change: &mut impl FnMut(Self) -> Self) -> Self {
        let mut inside = |inner: Box<Self>| Box::new(inner.map(change));
        let whole = match self {
            Self::PartOfDay(inner, part) => Self::PartOfDay(inside(inner), part),
            Self::Clock(inner, time, grain) => Self::Clock(inside(inner), time, grain),
            Self::Modified(modifier, inner) => Self::Modified(modifier, inside(inner)),
            Self::Whole(grain, inner) => Self::Whole(grain, inside(inner)),
            Self::Nth { nth, of, whole } => Self::Nth { nth, of, whole: inside(whole) },
            Self::FromTime { length, before, from } => {
                Self::FromTime { length, before, from: inside(from) }
            }
            Self::Ago { length, from } => Self::Ago { length, from: inside(from) },
            Self::Open(bound, inner) => Self::Open(bound, inside(inner)),
            Self::By(inner) => Self::By(inside(inner)),
            Self::Then(inner) => Self::Then(inside(inner)),
            Self::Between(from, until) => Self::Between(inside(from), inside(until)),
            leaf @ (Self::Fixed(_)
            | Self::Digits { .. }
            | Self::Shifted { .. }
            | Self::Weekday { .. }
            | Self::InYear { .. }
            | Self::OfYear { .. }
            | Self::Counterpart { .. }
            | Self::FromEvent { .. }) => leaf,
        };
        change(whole)
    }
}
