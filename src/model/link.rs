//! Mentions that may tell of one event.

use super::Origin;

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

/// How sure it is that two mentions tell of one event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Strength {
    /// Worth the reader's look.
    Likely,
    /// They may be joined, and dates follow from it.
    Sure,
    /// The reader said so: nothing outweighs it.
    ByHand,
}
