//! Where sources differ of one event, and what later ones only bring up to date.
//!
//! Compares what is surely of one thing: what tells of one event, sentences that copies of one
//! article have in common but for a date or a number, and, as merely possible, what articles of
//! one story tell in like words. Says nothing of who is right, and changes no event.

mod clause;
mod dates;
mod figures;
mod moments;
mod names;
mod order;
mod versions;
mod weekdays;

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::{
    model::{
        Claim, ConflictStrength, Differences, Document, DocumentId, Event, EventId, Kin, Mask,
        Origin, Timex, Update, Waiting,
    },
    names::{NameWords, Roster, Spoken, spoken},
    tag::Language,
    text::Span,
    time::{DayOrder, Reference, When},
};

/// An article, for what it says otherwise than others.
#[derive(Clone, Debug)]
pub struct Paper<'a> {
    /// The article.
    pub document: &'a Document,
    /// The article that it is a copy of; itself, if it is none.
    pub original: DocumentId,
    /// When it was published, as far as that is known.
    pub published: Option<When>,
    /// The order of day and month in its digits.
    pub order: Option<DayOrder>,
    /// Its language.
    pub language: &'static Language,
    /// Its sentences, in order of place.
    pub sentences: &'a [Span],
    /// Its expressions, in order of place.
    pub expressions: &'a [Timex],
    /// What of it is not its own words.
    pub mask: &'a Mask,
    /// Names in roles, in order of place.
    pub rosters: &'a [Roster],
}

/// All that is compared.
#[derive(Clone, Copy)]
pub struct Known<'a> {
    /// What happened.
    pub events: &'a [Event],
    /// What cannot be dated.
    pub waiting: &'a [Waiting],
    /// All articles.
    pub papers: &'a BTreeMap<DocumentId, Paper<'a>>,
    /// Which of them seem to tell one story, in order; copies are none of them.
    pub kin: &'a [Kin],
    /// The event that is dated at a place.
    pub event_at: &'a (dyn Fn(Origin) -> Option<EventId> + Sync),
}

impl std::fmt::Debug for Known<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Known").field("events", &self.events.len()).finish_non_exhaustive()
    }
}

/// More different things said of one thing are not told.
const MOST_CLAIMS: usize = 8;
/// So many things said of an event are compared.
const MOST_COMPARED: usize = 64;

/// Where sources differ, and what later ones only bring up to date.
pub fn differences(known: Known<'_>) -> Differences {
    let of_event = |event: &Event| {
        let mut found = figures::of_event(event, known);
        found.conflicts.extend(dates::of_event(event, known));
        found
    };
    let several = known.events.par_iter().filter(|it| !it.others.is_empty());
    let found: Vec<Differences> = several.map(of_event).collect();
    let mut all = versions::differences(known);
    for found in found {
        all.conflicts.extend(found.conflicts);
        all.updates.extend(found.updates);
    }
    all.conflicts.extend(weekdays::conflicts(known));
    all.conflicts.extend(order::conflicts(known));
    all.conflicts.extend(names::conflicts(known));
    in_order(all)
}

/// Each thing once, in order of kind, then of place.
fn in_order(mut all: Differences) -> Differences {
    let place = |it: &Claim| (it.document, it.words);
    let places = |claims: &[Claim]| {
        let mut places: Vec<_> = claims.iter().map(place).collect();
        places.sort_unstable();
        places
    };
    // Of two that tell the same, the one that is surer counts.
    all.conflicts.sort_by_cached_key(|it| (it.kind, places(&it.claims), it.strength));
    all.conflicts.dedup_by(|next, kept| {
        next.kind == kept.kind && places(&next.claims) == places(&kept.claims)
    });
    let key = |it: &Update| places(&it.claims);
    all.updates.sort_by_cached_key(key);
    all.updates.dedup_by(|next, kept| key(next) == key(kept));
    let told: BTreeSet<_> = all.conflicts.iter().flat_map(|it| places(&it.claims)).collect();
    all.updates.retain(|it| !it.claims.iter().all(|it| told.contains(&place(it))));
    all
}

impl Paper<'_> {
    /// The words at `span` as terms, those of dates and of what is not its own words apart.
    fn terms(&self, span: Span) -> Vec<Spoken> {
        let words = NameWords::of(self.language.code());
        let within = self.expressions_in(span);
        let apart: Vec<Span> = within.iter().map(|it| it.span).collect();
        spoken(&self.document.text, &[span], &apart, words)
    }

    /// The expressions that touch `span`.
    fn expressions_in(&self, span: Span) -> &[Timex] {
        let from = self.expressions.partition_point(|it| it.span.end() <= span.start());
        let rest = self.expressions.get(from..).unwrap_or_default();
        rest.get(..rest.partition_point(|it| it.span.start() < span.end())).unwrap_or_default()
    }

    fn reference(&self) -> Reference {
        Reference { document: self.published, order: self.order, ..Reference::default() }
    }

    fn is_own(&self, span: Span) -> bool {
        self.mask.over(span).is_none()
    }
}

/// Surely, if `sure`.
const fn strength(sure: bool) -> ConflictStrength {
    if sure { ConflictStrength::Definite } else { ConflictStrength::Possible }
}
