//! Where sources differ, never who is right.

use crate::{text::Span, time::TimeValue};

use super::{DocumentId, EventId};

/// Two statements or more, of two sources or of one, that cannot all hold of one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// In what they differ.
    pub kind: ConflictKind,
    /// How sure it is that they do.
    pub strength: ConflictStrength,
    /// What is said, each thing once however many articles say it; two or more.
    pub claims: Vec<Claim>,
}

/// What sources differ in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ConflictKind {
    /// "in 2012", "in 2013"
    Dates,
    /// "four people were hurt", "five people were hurt"
    Figures,
    /// "advisers from Hallow and Lanmere", "advisers from Hallow and Derrow"
    Names,
    /// "six months after they left", of what happened a week after
    Order,
    /// "Tuesday 5 March 2014", which was a Wednesday
    Weekday,
}

/// How sure it is that sources differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ConflictStrength {
    /// It is surely one thing that they tell of, and each says exactly what it says.
    Definite,
    /// Worth a look.
    Possible,
}

/// One thing that is said, by the first article that says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// The article.
    pub document: DocumentId,
    /// The sentence, which is what is quoted.
    pub sentence: Span,
    /// The very words that others say otherwise.
    pub words: Span,
    /// What they mean, where they name a date.
    pub date: Option<TimeValue>,
    /// The event that they tell of, where they tell of a dated one.
    pub event: Option<EventId>,
}

/// A figure that later articles put higher. Nobody contradicts anybody: more is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Update {
    /// What is said, in the order in which it came out; two or more.
    pub claims: Vec<Claim>,
}

/// What a comparison of all that is told finds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Differences {
    /// Where sources differ, in a stable order.
    pub conflicts: Vec<Conflict>,
    /// What was only brought up to date, in a stable order.
    pub updates: Vec<Update>,
}

impl ConflictKind {
    /// As it is written in outputs.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Dates => "dates",
            Self::Figures => "figures",
            Self::Names => "names",
            Self::Order => "order",
            Self::Weekday => "weekday",
        }
    }
}

impl ConflictStrength {
    /// As it is written in outputs.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Definite => "definite",
            Self::Possible => "possible",
        }
    }
}
