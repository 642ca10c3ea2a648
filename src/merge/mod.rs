//! Mentions of one event become one event that keeps every mention.
//!
//! Joins what says the same, to the word, of the same date, and what tells of one event in
//! other words where dates agree or lie side by side, or is what articles of one story mainly
//! tell of one day; the reader can part it again. What only may be the same is suggested.
//! Decides no date.

mod clusters;
mod importance;

use std::{
    collections::{BTreeMap, BTreeSet},
    hash::{DefaultHasher, Hash as _, Hasher as _},
};

use chrono::Days;
use rayon::prelude::*;

pub use importance::{Teller, Tellers};
use importance::{Told, importance, mains};

use crate::{
    model::{
        DocumentId, Event, EventId, Importance, Joined, Kin, Link, Lookup, Mention, Origin,
        Overrides, Status, Strength,
    },
    time::{Grain, Interval, TimeValue},
};

use clusters::Clusters;

/// What is known of which mentions tell of one event.
#[derive(Clone, Copy, Debug)]
pub struct Ties<'a> {
    /// What may tell of one event, by its words.
    pub links: &'a [Link],
    /// Which articles seem to tell one story, by their words.
    pub kin: &'a [Kin],
    /// What does, and with dates that agree.
    pub same: &'a BTreeMap<Origin, Origin>,
    /// All articles, as their manner of telling counts.
    pub tellers: &'a Tellers,
}

/// The events that `mentions` tell of, in order of time, each with how much it weighs. Mentions
/// of one article are side by side.
///
/// `words` gives a mention's sentence. The finest date speaks for its event; of several, the
/// mention given first. Where dates differ, the event has any of them.
pub fn events<'a>(
    mentions: Vec<Mention>,
    words: impl Fn(&Mention) -> &'a str + Sync,
    settled: &Overrides,
    ties: Ties<'_>,
) -> Vec<Event> {
    let told = Told::of(&mentions, ties.tellers);
    let found = joined(&mentions, words, settled, ties, &told);
    let mut mentions: Vec<Option<Mention>> = mentions.into_iter().map(Some).collect();
    let mut events: Vec<Event> = Vec::with_capacity(found.len());
    for (members, joined) in found {
        let mut own = Vec::with_capacity(members.len());
        own.extend(members.into_iter().filter_map(|at| mentions.get_mut(at)?.take()));
        events.extend(event(own, joined));
    }
    // Coarse before fine where both begin at once: a year before its first day.
    events.par_sort_by_cached_key(|event| {
        (event.extent.start(), std::cmp::Reverse(event.extent.end()), event.lead.said.origin)
    });
    suggest(&mut events, ties, settled);
    importance(&mut events, ties.tellers, &told);
    events
}

/// Which mentions are of one event: what the reader said before all else.
fn joined<'a>(
    mentions: &[Mention],
    words: impl Fn(&Mention) -> &'a str + Sync,
    settled: &Overrides,
    ties: Ties<'_>,
    told: &Told,
) -> Vec<(Vec<usize>, BTreeSet<Joined>)> {
    let places: Lookup<Origin, usize> =
        mentions.iter().enumerate().map(|(at, it)| (it.said.origin, at)).collect();
    let mut clusters = Clusters::new(mentions, settled);
    let place = |it: &Origin| places.get(it).copied();
    for (one, other) in &settled.joined {
        if let Some((one, other)) = place(one).zip(place(other)) {
            clusters.join(one, other, Joined::ByHand);
        }
    }
    for same in same_words(mentions, words) {
        for at in same.iter().skip(1) {
            clusters.join_any(&same, *at, Joined::SameWords);
        }
    }
    for (one, other) in ties.same {
        if let Some((one, other)) = place(one).zip(place(other)) {
            clusters.join(one, other, Joined::SameEvent);
        }
    }
    join_alike(&mut clusters, mentions, &places, ties, told);
    clusters.into_groups()
}

/// The mentions that say the same, to the word, of the same date: those of more than one.
fn same_words<'a>(
    mentions: &[Mention],
    words: impl Fn(&Mention) -> &'a str + Sync,
) -> Vec<Vec<usize>> {
    let key = |mention: &Mention| {
        let mut hasher = DefaultHasher::new();
        (&mention.value, folded(words(mention))).hash(&mut hasher);
        hasher.finish()
    };
    let mut alike: Vec<(u64, usize)> =
        mentions.par_iter().enumerate().map(|(at, it)| (key(it), at)).collect();
    alike.par_sort_unstable();
    let told = alike.chunk_by(|(one, _), (other, _)| one == other);
    let told = told.filter(|it| it.len() > 1);
    let mut told: Vec<Vec<usize>> =
        told.map(|it| it.iter().map(|(_, at)| *at).collect()).collect();
    told.sort_unstable();
    told
}

/// Joins what is told in other words: where links and dates agree, and what articles of one
/// story mainly tell of one day.
fn join_alike(
    clusters: &mut Clusters<'_>,
    mentions: &[Mention],
    places: &Lookup<Origin, usize>,
    ties: Ties<'_>,
    told: &Told,
) {
    let place = |it: &Origin| places.get(it).copied();
    let joins = |link: &Link| {
        let (one, other) = place(&link.one).zip(place(&link.other))?;
        if link.strength == Strength::Sure && are_near(mentions, one, other) {
            return Some((one, other, Joined::OtherDate));
        }
        are_of_one_day(mentions, one, other).then_some((one, other, Joined::SameEvent))
    };
    let joins: Vec<_> = ties.links.par_iter().filter_map(joins).collect();
    let are_kin = |one: DocumentId, other: DocumentId| {
        let (one, other) = (ties.tellers.original(one), ties.tellers.original(other));
        let kin = Kin { one: one.min(other), other: one.max(other) };
        one == other || ties.kin.binary_search(&kin).is_ok()
    };
    for (one, other, why) in joins {
        clusters.join_kin([one, other], why, are_kin);
    }
    let mains = mains(mentions, ties.tellers, told);
    let of_one_day = |kin: &Kin| {
        let (one, other) = mains.get(&kin.one).zip(mains.get(&kin.other))?;
        are_of_one_day(mentions, *one, *other).then_some([*one, *other])
    };
    let stories: Vec<[usize; 2]> = ties.kin.par_iter().filter_map(of_one_day).collect();
    for mains in stories {
        clusters.join_kin(mains, Joined::OneStory, are_kin);
    }
}

/// Whether two articles tell it of the very same day, and both as what is still to come or
/// neither: then what is likely is sure.
fn are_of_one_day(mentions: &[Mention], one: usize, other: usize) -> bool {
    let Some((one, other)) = mentions.get(one).zip(mentions.get(other)) else { return false };
    let is_to_come = |it: &Mention| matches!(it.said.status, Status::Planned | Status::Due);
    let day = |it: &Mention| {
        let place = it.value.place().filter(|place| place.grain() <= Grain::Day)?;
        place.interval().map(|it| it.first_day())
    };
    let apart = one.said.origin.document != other.said.origin.document;
    let alike = is_to_come(one) == is_to_come(other);
    apart && alike && day(one).is_some() && day(one) == day(other)
}

/// Whether the dates of two mentions lie side by side: one day after the other, one year.
fn are_near(mentions: &[Mention], one: usize, other: usize) -> bool {
    let Some((one, other)) = mentions.get(one).zip(mentions.get(other)) else { return false };
    let (grain, also) = (one.value.grain(), other.value.grain());
    let (first, last) = if one.extent.start() <= other.extent.start() {
        (one.extent, other.extent)
    } else {
        (other.extent, one.extent)
    };
    let reach = match grain {
        Some(grain) if grain <= Grain::Day => 1,
        Some(Grain::Month) => 31,
        Some(Grain::Year) => 366,
        _ => return false,
    };
    let next = first.end().checked_add_days(Days::new(reach - 1));
    grain == also && next.is_some_and(|next| last.start() <= next)
}

/// Each event names the others that may be the same: a link between them, and dates that meet,
/// or the same month or year in papers of one story; never what the reader parted.
fn suggest(events: &mut [Event], ties: Ties<'_>, settled: &Overrides) {
    let own = |(at, event): (usize, &Event)| {
        event.mentions().map(|it| (it.said.origin, at)).collect::<Vec<_>>()
    };
    let homes: Lookup<Origin, usize> = events.iter().enumerate().flat_map(own).collect();
    let at_home = |(one, other): &(Origin, Origin)| homes.get(one).zip(homes.get(other));
    let parted = settled.parted.iter().filter_map(at_home);
    let parted: BTreeSet<(&usize, &usize)> =
        parted.flat_map(|(one, other)| [(one, other), (other, one)]).collect();
    let extent = |at: &usize| events.get(*at).map(|it| it.extent);
    let pair = |link: &Link| {
        let (one, other) = homes.get(&link.one).zip(homes.get(&link.other))?;
        let meet = extent(one).zip(extent(other)).is_some_and(|(one, other)| meet(one, other));
        meet.then_some((*one, *other))
    };
    let pairs = ties.links.par_iter().filter_map(pair).chain(of_one_time(events, ties.kin));
    let pairs = pairs.filter(|(one, other)| one != other && !parted.contains(&(one, other)));
    let mut pairs: Vec<(usize, usize)> =
        pairs.map(|(one, other)| (one.min(other), one.max(other))).collect();
    pairs.par_sort_unstable();
    pairs.dedup();
    // Each names those before it first, then those after it.
    for (one, other) in pairs {
        for (to, from) in [(one, other), (other, one)] {
            let id = events.get(from).map(|it| it.id);
            if let Some(event) = events.get_mut(to) {
                event.suggested.extend(id);
            }
        }
    }
}

/// Events that papers of one story tell of the same month or year.
fn of_one_time(events: &[Event], kin: &[Kin]) -> Vec<(usize, usize)> {
    let mut coarse: Vec<(DocumentId, Interval, usize)> = Vec::new();
    for (at, event) in events.iter().enumerate() {
        let told = event.mentions();
        let told =
            told.filter(|it| matches!(it.value.grain(), Some(Grain::Month | Grain::Year)));
        coarse.extend(told.map(|it| (it.said.origin.document, it.extent, at)));
    }
    coarse.par_sort_by_key(|(document, ..)| *document);
    let own = coarse.chunk_by(|(one, ..), (other, ..)| one == other);
    let own: Lookup<DocumentId, &[_]> =
        own.filter_map(|own| Some((own.first()?.0, own))).collect();
    let same = |kin: &Kin| {
        let both = own.get(&kin.one).zip(own.get(&kin.other));
        both.into_iter().flat_map(|(ones, others)| {
            ones.iter().flat_map(|(_, one, at)| {
                let same = others.iter().filter(move |(_, other, _)| one == other);
                same.map(|(.., beside)| (*at, *beside))
            })
        })
    };
    kin.par_iter().flat_map_iter(same).collect()
}

fn meet(one: Interval, other: Interval) -> bool {
    one.start() < other.end() && other.start() < one.end()
}

fn event(told: Vec<Mention>, joined: BTreeSet<Joined>) -> Option<Event> {
    let smallest = told.iter().map(|mention| mention.said.origin).min()?;
    let length = |it: &Mention| it.extent.end() - it.extent.start();
    let finest = (0..).zip(&told).min_by_key(|(at, it)| (length(it), *at))?.0;
    let mut others = told;
    let lead = others.remove(finest);
    // Nearly every event is told once: nothing is kept for others.
    others.shrink_to_fit();
    let when = when(&lead, &others)?;
    Some(Event {
        id: EventId::of(&smallest),
        extent: when.extent()?,
        when,
        joined: joined.into_iter().collect(),
        suggested: Vec::new(),
        lead,
        others,
        importance: Importance::default(),
    })
}

/// The lead's date; where others tell a date that is apart from it, any of them.
fn when(lead: &Mention, others: &[Mention]) -> Option<TimeValue> {
    let mut apart: Vec<&Mention> =
        others.iter().filter(|it| !meet(it.extent, lead.extent)).collect();
    if apart.is_empty() {
        return Some(lead.value.clone());
    }
    apart.push(lead);
    apart.sort_by_key(|it| (it.extent.start(), it.extent.end()));
    TimeValue::one_of(apart.into_iter().map(|it| it.value.clone()).collect())
}

/// The words alone: no case, no punctuation, no difference between kinds of quotation marks.
fn folded(words: &str) -> String {
    let mut folded = String::with_capacity(words.len());
    for word in words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        if word.is_ascii() {
            folded.extend(word.chars().map(|c| c.to_ascii_lowercase()));
        } else {
            folded.push_str(&word.to_lowercase());
        }
        folded.push(' ');
    }
    folded
}
