//! What the reader opened and did ([`Project`]), and what follows from it ([`Timeline`]).
//!
//! Composes the steps; decides nothing itself.

use std::{collections::BTreeMap, sync::Arc};

use crate::{
    model::{
        Aside, Document, DocumentDate, DocumentId, Event, EventId, Mask, Origin, SetAside,
        Skeleton, Timex, Waiting,
    },
    problem::Problem,
    text::Span,
};

/// What is known of one article by itself: the same whatever the reader settles.
#[derive(Clone, Debug)]
pub struct Article {
    /// The article.
    pub document: Document,
    /// What of its text is not its own words.
    pub mask: Mask,
    /// Its sentences, in order of place.
    pub sentences: Vec<Span>,
    /// Every temporal expression in it, in order of place, masked ones too.
    pub expressions: Vec<Timex>,
    /// What it says happened.
    pub skeletons: Vec<Skeleton>,
    /// The expressions that date no event.
    pub asides: Vec<Aside>,
}

/// Everything that is shown, computed whole from the articles and what the reader settled.
#[derive(Clone, Debug, Default)]
pub struct Timeline {
    /// The articles with their dates, in order of name.
    pub articles: Vec<(Arc<Article>, DocumentDate)>,
    /// What happened, in order of time.
    pub events: Vec<Event>,
    /// What cannot be dated yet, in order of article and place.
    pub waiting: Vec<Waiting>,
    /// What dates no event, in order of article and place.
    pub set_aside: Vec<Aside>,
    /// What could not be read or settled.
    pub problems: Vec<Problem>,
    /// The sums.
    pub counts: Counts,
}

/// The sums. Expressions are anchored, waiting or set aside; nothing else becomes of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Files that were opened as articles.
    pub files: usize,
    /// Articles.
    pub documents: usize,
    /// Temporal expressions found.
    pub expressions: usize,
    /// Expressions that date an event.
    pub anchored: usize,
    /// Expressions that will, once there is a date to count from.
    pub waiting: usize,
    /// Expressions that date no event, by why; every reason has its entry.
    pub set_aside: BTreeMap<SetAside, usize>,
    /// Dated mentions.
    pub mentions: usize,
    /// Events.
    pub events: usize,
    /// Problems.
    pub problems: usize,
}

/// What became of an expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It dates that event.
    Dates(EventId),
    /// It waits; the place is the one in [`Timeline::waiting`].
    Waits(usize),
    /// It dates no event.
    Aside(SetAside),
}

impl Timeline {
    /// The article with that identity, and its date.
    pub fn article(&self, id: DocumentId) -> Option<&(Arc<Article>, DocumentDate)> {
        self.articles.iter().find(|(article, _)| article.document.id == id)
    }

    /// The event with that identity.
    pub fn event(&self, id: EventId) -> Option<&Event> {
        self.events.iter().find(|event| event.id == id)
    }

    /// What became of the expression at `origin`.
    pub fn fate(&self, origin: Origin) -> Option<Fate> {
        let _ = origin;
        None
    }
}
