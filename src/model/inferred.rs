//! Dates that nobody wrote down.

use crate::time::DaySet;

use super::Origin;

/// A document's date, worked out from what it and others tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inferred {
    /// The days that it can be; never empty.
    pub days: DaySet,
    /// What that follows from: leave one out, and there are more days.
    pub because: Vec<Ground>,
    /// The days that it can be, too, if the last of the grounds that are only likely does not
    /// hold.
    pub rivals: DaySet,
}

/// Something told from which a document's date follows, or another's on which it rests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ground {
    /// All these tell of one event. `sure`: not only likely.
    OneEvent {
        /// Where, in order.
        told: Vec<Origin>,
        /// Whether that is more than likely.
        sure: bool,
    },
    /// It is told as past: the document is no older.
    Past(Origin),
    /// It is told as still to come: the document is no younger.
    ToCome(Origin),
    /// Only a year is named, as one names another year than one's own; likely, not sure.
    AnotherYear(Origin),
}

impl Ground {
    /// Whether it must hold; else it is only likely.
    pub const fn is_sure(&self) -> bool {
        match self {
            Self::OneEvent { sure, .. } => *sure,
            Self::Past(_) | Self::ToCome(_) => true,
            Self::AnotherYear(_) => false,
        }
    }
}
