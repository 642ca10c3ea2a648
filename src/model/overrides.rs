//! What the reader settled, as the steps need to know it.

use std::collections::{BTreeMap, BTreeSet};

use crate::{text::Span, time::When};

use super::{DocumentId, Origin};

/// What the reader settled, taken into account by every step.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Overrides {
    /// The dates that articles were given.
    pub dates: BTreeMap<DocumentId, When>,
    /// What of an article was taken for furniture or a comment, and is its own.
    pub taken_in: BTreeMap<DocumentId, BTreeSet<Span>>,
    /// Mentions that are not of one event, smaller origin first.
    pub parted: BTreeSet<(Origin, Origin)>,
    /// Mentions that are of one event, smaller origin first; never parted, too.
    pub joined: BTreeSet<(Origin, Origin)>,
    /// Mentions from which no article's date is to follow.
    pub doubted: BTreeSet<Origin>,
}
