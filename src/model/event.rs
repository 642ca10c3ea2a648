//! Something that happened, with everything that says so.

use std::fmt;

use crate::time::{Interval, TimeValue};

use super::{Importance, Mention, Origin, Status};

/// An event is known by its smallest mention, so it keeps its name while others join it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EventId(u64);

impl EventId {
    /// The identity of the event whose smallest mention stands there.
    pub fn of(origin: &Origin) -> Self {
        let mut hasher = blake3::Hasher::new();
        hasher.update(origin.document.bytes());
        let (start, end) = origin.span.into();
        hasher.update(&start.to_be_bytes()).update(&end.to_be_bytes()).update(&[origin.nth]);
        let mut first = [0; 8];
        for (to, from) in first.iter_mut().zip(hasher.finalize().as_bytes()) {
            *to = *from;
        }
        Self(u64::from_be_bytes(first))
    }
}

/// 16 hexadecimal digits.
impl fmt::Display for EventId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

/// Something that happened, with everything that says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Hash of its smallest mention's origin.
    pub id: EventId,
    /// The mention that speaks for it.
    pub lead: Mention,
    /// The others, in order of origin.
    pub others: Vec<Mention>,
    /// When, as its mentions say: any of their dates, where these differ.
    pub when: TimeValue,
    /// Where it lies on the timeline: the extent of `when`.
    pub extent: Interval,
    /// Why its mentions were joined; empty for a single one.
    pub joined: Vec<Joined>,
    /// Events that may be the same.
    pub suggested: Vec<EventId>,
    /// How much it weighs among the others.
    pub importance: Importance,
}

impl Event {
    /// All that say so, the lead first.
    pub fn mentions(&self) -> impl Iterator<Item = &Mention> {
        std::iter::once(&self.lead).chain(&self.others)
    }

    /// Whether it is told as a fact.
    pub fn status(&self) -> Status {
        self.lead.said.status
    }
}

/// Why mentions were joined into one event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Joined {
    /// The reader said so.
    ByHand,
    /// They say the same, to the word, of the same date.
    SameWords,
    /// They tell of one event in words of their own, and their dates agree.
    SameEvent,
    /// Their articles tell one story, and mainly of what happened that day.
    OneStory,
    /// They tell of one event in words of their own; their dates lie side by side.
    OtherDate,
}
