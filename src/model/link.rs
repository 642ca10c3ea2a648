//! Mentions that may tell of one event, and articles of one story.

use super::{DocumentId, Origin};

/// Two mentions that may tell of one event, by their words alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Link {
    /// The smaller origin.
    pub one: Origin,
    /// The other.
    pub other: Origin,
    /// How sure that is.
    pub strength: Strength,
}

/// Two articles that seem to tell one story, by their words alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Kin {
    /// The smaller identity.
    pub one: DocumentId,
    /// The other.
    pub other: DocumentId,
}

/// How sure it is that two mentions tell of one event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Strength {
    /// Worth the reader's look.
    Likely,
    /// What two articles that seem to tell of one thing mainly tell: if both name one day, that
    /// is hardly chance, and a date follows.
    Fair,
    /// They may be joined, and dates follow from it.
    Sure,
    /// The reader said so: nothing outweighs it.
    ByHand,
}
