//! Unknown days, tied to one another: the days of articles, and of what they tell.
//!
//! Each unknown has a set of days that it can be. A tie that would leave none for any of them
//! is not made, and all is as it was.

use std::collections::BTreeSet;

use crate::time::DaySet;

use super::reach::Reach;

/// After so many changes, what follows from a tie has settled, or never will.
const MOST_CHANGES: usize = 400;

/// An unknown day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Unknown {
    Document(usize),
    Event(usize),
}

/// A document's day.
#[derive(Clone, Debug)]
pub(super) struct DocumentDay {
    pub(super) days: DaySet,
    /// Nothing said elsewhere changes it.
    pub(super) is_known: bool,
}

/// That a document tells of an event.
#[derive(Clone, Debug)]
struct Telling<'a> {
    document: usize,
    reach: Reach<'a>,
    event: usize,
}

/// What happened on some day; told once, its days follow from its document's.
#[derive(Clone, Debug)]
struct Event {
    days: DaySet,
    tellings: Vec<usize>,
}

/// The unknowns and their ties.
#[derive(Clone, Debug)]
pub(super) struct Net<'a> {
    documents: Vec<DocumentDay>,
    tellings: Vec<Telling<'a>>,
    events: Vec<Event>,
    /// What each document tells of.
    told: Vec<Vec<usize>>,
    /// What the days were before each change, to go back.
    trail: Vec<(Unknown, DaySet)>,
}

impl<'a> Net<'a> {
    pub(super) fn new(documents: Vec<DocumentDay>) -> Self {
        let told = vec![Vec::new(); documents.len()];
        Self { documents, told, tellings: Vec::new(), events: Vec::new(), trail: Vec::new() }
    }

    /// Adds that a document tells of an event, of which nothing else is known yet.
    pub(super) fn tell(&mut self, document: usize, reach: Reach<'a>) -> usize {
        let (telling, event) = (self.tellings.len(), self.events.len());
        self.tellings.push(Telling { document, reach, event });
        self.events.push(Event { days: DaySet::default(), tellings: vec![telling] });
        if let Some(told) = self.told.get_mut(document) {
            told.push(telling);
        }
        telling
    }

    /// What a document's day can be.
    pub(super) fn days(&self, document: usize) -> DaySet {
        self.documents.get(document).map(|it| it.days.clone()).unwrap_or_default()
    }

    /// The tellings of the event that `telling` tells of, itself among them.
    pub(super) fn with(&self, telling: usize) -> &[usize] {
        let event = self.tellings.get(telling).and_then(|it| self.events.get(it.event));
        event.map_or(&[], |it| &it.tellings)
    }

    /// Ties a document's day to one of `days`; answers whether that can be.
    pub(super) fn narrow(&mut self, document: usize, days: &DaySet) -> bool {
        let left = self.days(document).intersection(days);
        let unknown = Unknown::Document(document);
        let holds = self.set(unknown, left) && self.spread([unknown]);
        self.settle(holds)
    }

    /// Ties two tellings to one event; answers whether that can be.
    pub(super) fn join(&mut self, one: usize, other: usize) -> bool {
        let event = |telling: usize| self.tellings.get(telling).map(|it| it.event);
        let Some((one, other)) = event(one).zip(event(other)) else { return false };
        if one == other {
            return true;
        }
        let both = self.days_of_both(one, other);
        let from = self.events.get(one).map_or(0, |it| it.tellings.len());
        self.pour(other, one, 0);
        let unknown = Unknown::Event(one);
        let holds = self.set(unknown, both) && self.spread([unknown]);
        if !holds {
            self.pour(one, other, from);
        }
        self.settle(holds)
    }

    /// Moves the tellings of event `from`, but for the first `kept`, to event `to`.
    fn pour(&mut self, from: usize, to: usize, kept: usize) {
        let moved = self.events.get_mut(from).map(|it| it.tellings.split_off(kept));
        for telling in moved.unwrap_or_default() {
            if let Some(telling) = self.tellings.get_mut(telling) {
                telling.event = to;
            }
            if let Some(event) = self.events.get_mut(to) {
                event.tellings.push(telling);
            }
        }
    }

    /// On which days two events can lie that are one. That which is known better is asked first:
    /// what the other can mean, said on any day at all, would take long to tell.
    fn days_of_both(&self, one: usize, other: usize) -> DaySet {
        let width = |event: usize| {
            let told = self.events.get(event).map_or(&[][..], |it| &it.tellings);
            match told {
                [telling] => self.document_of(*telling).map_or(0, |it| it.days.span_days()),
                _ => 0,
            }
        };
        let (narrow, wide) =
            if width(one) <= width(other) { (one, other) } else { (other, one) };
        let days = self.event_days(narrow);
        match self.events.get(wide).map(|it| it.tellings.as_slice()) {
            Some([telling]) => {
                let told = self.tellings.get(*telling).zip(self.document_of(*telling));
                told.map_or_else(DaySet::default, |(telling, document)| {
                    let said = telling.reach.said(&document.days, &days);
                    telling.reach.meant(&said).intersection(&days)
                })
            }
            _ => self.event_days(wide).intersection(&days),
        }
    }

    fn document_of(&self, telling: usize) -> Option<&DocumentDay> {
        self.documents.get(self.tellings.get(telling)?.document)
    }

    fn event_days(&self, event: usize) -> DaySet {
        let Some(Event { days, tellings }) = self.events.get(event) else {
            return DaySet::default();
        };
        match tellings.as_slice() {
            [telling] => self.meant(*telling),
            _ => days.clone(),
        }
    }

    /// On which days that can lie which is told.
    fn meant(&self, telling: usize) -> DaySet {
        self.tellings
            .get(telling)
            .and_then(|it| Some(it.reach.meant(&self.documents.get(it.document)?.days)))
            .unwrap_or_default()
    }

    /// Keeps the changes since the last tie, or takes them back.
    fn settle(&mut self, holds: bool) -> bool {
        for (unknown, days) in self.trail.drain(..).rev() {
            if holds {
                continue;
            }
            let place = match unknown {
                Unknown::Document(at) => self.documents.get_mut(at).map(|it| &mut it.days),
                Unknown::Event(at) => self.events.get_mut(at).map(|it| &mut it.days),
            };
            if let Some(place) = place {
                *place = days;
            }
        }
        holds
    }

    /// Answers whether any day is left.
    fn set(&mut self, unknown: Unknown, days: DaySet) -> bool {
        let place = match unknown {
            Unknown::Document(at) => self.documents.get_mut(at).map(|it| &mut it.days),
            Unknown::Event(at) => self.events.get_mut(at).map(|it| &mut it.days),
        };
        let any = !days.is_empty();
        if let Some(place) = place {
            self.trail.push((unknown, std::mem::replace(place, days)));
        }
        any
    }

    /// Takes what follows from a change to all that is tied to it; answers whether every
    /// unknown has a day left. In a circle that cannot be ("the day before", all the way round),
    /// day after day would fall away: what does not settle soon is not made.
    fn spread(&mut self, changed: impl IntoIterator<Item = Unknown>) -> bool {
        let mut changed: BTreeSet<Unknown> = changed.into_iter().collect();
        let mut left = MOST_CHANGES;
        while let Some(unknown) = changed.pop_first() {
            let follows = match unknown {
                Unknown::Document(document) => self.events_of(document),
                Unknown::Event(event) => self.documents_of(event),
            };
            // What a change does to others once is no circle.
            left = left.saturating_sub(1);
            for (unknown, days) in follows {
                if left == 0 || !self.set(unknown, days) {
                    return false;
                }
                changed.insert(unknown);
            }
        }
        true
    }

    /// The events that a document tells of and shares, where its day leaves fewer days.
    fn events_of(&self, document: usize) -> Vec<(Unknown, DaySet)> {
        let mut follows: Vec<(Unknown, DaySet)> = Vec::new();
        for telling in self.told.get(document).into_iter().flatten() {
            let Some(event) = self.tellings.get(*telling).map(|it| it.event) else { continue };
            let shared = self.events.get(event).filter(|it| it.tellings.len() > 1);
            let Some(Event { days, .. }) = shared else { continue };
            let unknown = Unknown::Event(event);
            // One article may tell of it twice.
            let before = follows.iter_mut().find(|it| it.0 == unknown);
            let left =
                before.as_ref().map_or(days, |it| &it.1).intersection(&self.meant(*telling));
            match before {
                Some(before) => before.1 = left,
                None if left != *days => follows.push((unknown, left)),
                None => {}
            }
        }
        follows
    }

    /// The documents that tell of an event, where its day leaves fewer days.
    fn documents_of(&self, event: usize) -> Vec<(Unknown, DaySet)> {
        let mut follows: Vec<(Unknown, DaySet)> = Vec::new();
        let Some(Event { days: wanted, tellings }) = self.events.get(event) else {
            return follows;
        };
        for telling in tellings.iter().filter_map(|it| self.tellings.get(*it)) {
            let Some(document) = self.documents.get(telling.document) else { continue };
            if document.is_known {
                continue;
            }
            let unknown = Unknown::Document(telling.document);
            let before = follows.iter_mut().find(|it| it.0 == unknown);
            let left =
                telling.reach.said(before.as_ref().map_or(&document.days, |it| &it.1), wanted);
            match before {
                Some(before) => before.1 = left,
                None if left != document.days => follows.push((unknown, left)),
                None => {}
            }
        }
        follows
    }
}
