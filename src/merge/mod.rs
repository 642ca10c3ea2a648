//! Mentions of one event become one event that keeps every mention.
//!
//! Joins only what says the same, to the word, of the same date; the reader can part it
//! again. Decides no date.

mod importance;

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

pub use importance::{Teller, importance};

use crate::model::{Event, EventId, Importance, Joined, Mention, Origin, Overrides};

/// The events that `mentions` tell of, in order of time.
///
/// `words` gives a mention's sentence. The first mention given speaks for its event.
pub fn events<'a>(
    mentions: Vec<Mention>,
    words: impl Fn(&Mention) -> &'a str + Sync,
    settled: &Overrides,
) -> Vec<Event> {
    let parted = Parted::of(settled);
    let mut alike: BTreeMap<(String, String), Vec<Vec<Mention>>> = BTreeMap::new();
    let key = |mention: &Mention| (format!("{:?}", mention.value), folded(words(mention)));
    let keys: Vec<(String, String)> = mentions.par_iter().map(key).collect();
    for (key, mention) in keys.into_iter().zip(mentions) {
        join(alike.entry(key).or_default(), mention, &parted);
    }
    let mut events: Vec<Event> = alike.into_values().flatten().filter_map(event).collect();
    // Coarse before fine where both begin at once: a year before its first day.
    events.par_sort_by_cached_key(|event| {
        (event.extent.start(), std::cmp::Reverse(event.extent.end()), event.lead.said.origin)
    });
    events
}

/// What the reader parted.
struct Parted<'a> {
    pairs: &'a BTreeSet<(Origin, Origin)>,
    /// Everything in a pair: what is not in it is apart from nothing.
    any: BTreeSet<Origin>,
}

impl<'a> Parted<'a> {
    fn of(settled: &'a Overrides) -> Self {
        let pairs = &settled.parted;
        Self { pairs, any: pairs.iter().flat_map(|(one, other)| [*one, *other]).collect() }
    }

    fn apart(&self, one: &Mention, other: &Mention) -> bool {
        let (one, other) = (one.said.origin, other.said.origin);
        self.pairs.contains(&(one.min(other), one.max(other)))
    }
}

/// Adds `mention` to the first cluster that holds nothing it was parted from.
fn join(clusters: &mut Vec<Vec<Mention>>, mention: Mention, parted: &Parted<'_>) {
    let fits = |cluster: &&mut Vec<Mention>| {
        !parted.any.contains(&mention.said.origin)
            || !cluster.iter().any(|other| parted.apart(&mention, other))
    };
    match clusters.iter_mut().find(fits) {
        Some(cluster) => cluster.push(mention),
        None => clusters.push(vec![mention]),
    }
}

fn event(cluster: Vec<Mention>) -> Option<Event> {
    let smallest = cluster.iter().map(|mention| mention.said.origin).min()?;
    let mut mentions = cluster.into_iter();
    let lead = mentions.next()?;
    let others: Vec<Mention> = mentions.collect();
    Some(Event {
        id: EventId::of(&smallest),
        when: lead.value.clone(),
        extent: lead.extent,
        joined: if others.is_empty() { Vec::new() } else { vec![Joined::SameWords] },
        lead,
        others,
        importance: Importance::default(),
    })
}

/// The words alone: no case, no punctuation, no difference between kinds of quotation marks.
fn folded(words: &str) -> String {
    words
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect::<Vec<_>>()
        .join(" ")
}
