//! What was said, before there is a day to count from.

use chrono::{NaiveTime, Weekday};

use super::value::Bound;
use super::{DayPart, Grain, HalfYear, Length, Month, Quarter, Season, TimeValue, When};

/// A temporal expression's meaning, still symbolic: "last Tuesday" whatever today is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expr {
    /// "12 June 2014", "three weeks": counts from nothing
    Fixed(TimeValue),
    /// "yesterday", "last week", "two years ago": so many units from the document's date
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
        /// On which side of the document's date.
        direction: Direction,
    },
    /// "April", "4 May", "last summer": a part of a year that was not said
    InYear {
        /// Which.
        part: YearPart,
        /// On which side of the document's date.
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
    /// "about 2010", "around last Easter"
    About(Box<Self>),
    /// "between May 2009 and March this year"
    Between(Box<Self>, Box<Self>),
    /// "since 2015", "before last week"
    Open(Bound, Box<Self>),
    /// "by the year end": from the document's date to the end of it
    By(Box<Self>),
    /// "two years later", "that day", "the following week": counts from the expression before
    Later {
        /// The unit, which is also how fine the answer is.
        unit: Grain,
        /// How many on; negative is back.
        by: i32,
    },
    /// "six months after the hand-over": counts from an event
    FromEvent {
        /// How far.
        length: Length,
        /// Whether it lies before the event.
        before: bool,
    },
}

/// On which side of the document's date something lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    /// "last Tuesday": strictly before
    Last,
    /// "next Tuesday": strictly after
    Next,
    /// "this Tuesday": in the same week, or the same year
    This,
    /// "on Tuesday", in a sentence about what was: the latest until the document's date
    Past,
    /// "on Tuesday", in a sentence about what is to be: the first from the document's date
    Coming,
}

/// A part of a year, with no year said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
}

impl YearPart {
    /// That part of `year`; `None` for 29 February of a common year.
    pub fn of_year(self, year: i32) -> Option<When> {
        match self {
            Self::Month(number) => Month::new(year, number).map(When::Month),
            Self::Day { month, day } => {
                chrono::NaiveDate::from_ymd_opt(year, month.into(), day.into()).map(When::Day)
            }
            Self::Quarter(number) => Quarter::new(year, number).map(When::Quarter),
            Self::Season(number) => Season::new(year, number).map(When::Season),
            Self::HalfYear(number) => HalfYear::new(year, number).map(When::HalfYear),
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
    /// An expression before it.
    Earlier,
    /// An event.
    Event,
}

impl Expr {
    /// What it counts from; of two parts, what is harder to have.
    pub fn needs(&self) -> Needs {
        match self {
            Self::Fixed(_) => Needs::Nothing,
            Self::Shifted { .. }
            | Self::Weekday { .. }
            | Self::InYear { .. }
            | Self::OfYear { .. } => Needs::DocumentDate,
            Self::PartOfDay(inner, _)
            | Self::Clock(inner, ..)
            | Self::About(inner)
            | Self::Open(_, inner) => inner.needs(),
            Self::Between(from, until) => from.needs().max(until.needs()),
            Self::By(inner) => inner.needs().max(Needs::DocumentDate),
            Self::Later { .. } => Needs::Earlier,
            Self::FromEvent { .. } => Needs::Event,
        }
    }
}
