//! Two mentions that may tell of one event.

use super::Origin;

/// Two mentions that may tell of one event, by what they say and never by when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Link {
    /// The smaller of the two.
    pub one: Origin,
    /// The other.
    pub other: Origin,
    /// How sure that is.
    pub strength: Strength,
}

/// How sure it is that two mentions tell of one event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Strength {
    /// Only to be suggested.
    Likely,
    /// They may be joined, and dates reasoned from it.
    Sure,
}
