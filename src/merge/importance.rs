//! How much each event weighs among the others, from where and how it is told.
//!
//! Whole numbers only: the same on every machine and in any number of threads.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rayon::prelude::*;

use crate::{
    model::{Basis, DocumentId, Event, Importance, Lookup, Mention, Origin, Status, Weighs},
    time::{Grain, Interval},
};

/// What of an article tells how much the things weigh that it says.
#[derive(Clone, Copy, Debug)]
pub struct Teller {
    /// The article that it is a copy of; itself, if it is none.
    pub original: DocumentId,
    /// When it was published, as far as that is known.
    pub published: Option<Interval>,
    /// Where its own words begin, in bytes of its text.
    pub begins: usize,
}

/// What is known of all articles.
#[derive(Debug, Default)]
pub struct Tellers {
    all: Lookup<DocumentId, Teller>,
    /// How many articles there are, copies counted once.
    originals: u32,
}

impl Tellers {
    /// What is known of that article.
    pub(super) fn get(&self, document: DocumentId) -> Option<&Teller> {
        self.all.get(&document)
    }

    /// The article that it is a copy of; itself, if it is none.
    pub(super) fn original(&self, document: DocumentId) -> DocumentId {
        self.get(document).map_or(document, |it| it.original)
    }
}

impl FromIterator<(DocumentId, Teller)> for Tellers {
    fn from_iter<I: IntoIterator<Item = (DocumentId, Teller)>>(all: I) -> Self {
        let mut originals = 0;
        let count = |it: &(DocumentId, Teller)| originals += u32::from(it.0 == it.1.original);
        let all = all.into_iter().inspect(count).collect();
        Self { all, originals }
    }
}

/// What every event has.
const BASE: i64 = 250;
/// As many points are the whole weight.
const ALL: i64 = 1500;
/// So far from its beginning an article's lead reaches, in bytes.
const LEAD_BYTES: usize = 400;
/// More words of the headline say no more.
const WORDS_OF_HEADLINE: u8 = 3;
const MOST_ECHO: i64 = 450;
const WEEK_DAYS: i64 = 7;
const YEAR_DAYS: i64 = 365;

/// Gives each of `events` its importance.
pub(super) fn importance(events: &mut [Event], tellers: &Tellers, told: &Told) {
    let weigh = |event: &Event| {
        let mut because = as_told(event, tellers, told);
        because.extend(by_many(event, tellers, told).into_iter().flatten());
        because
    };
    let mut reasons: Vec<Vec<Weighs>> = events.par_iter().map(weigh).collect();
    for again in told_again(events, &reasons) {
        if let Some(reasons) = reasons.get_mut(again) {
            reasons.push(Weighs::Again);
        }
    }
    for (event, because) in events.iter_mut().zip(reasons) {
        let share = points(&because, told.articles).clamp(0, ALL) * 1000 / ALL;
        event.importance = Importance::new(u16::try_from(share).unwrap_or_default(), because);
    }
}

/// What each article mainly tells, as a place among `mentions`: the first of what weighs most.
/// Those of one article are side by side.
pub(super) fn mains(
    mentions: &[Mention],
    tellers: &Tellers,
    told: &Told,
) -> Lookup<DocumentId, usize> {
    let weight = |mention: &Mention| {
        let because = of_telling(mention, tellers, told);
        points(because.iter().flatten().chain(&echoed(mention.extent, told)), told.articles)
    };
    let weights: Vec<i64> = mentions.par_iter().map(weight).collect();
    let all: Vec<(DocumentId, i64, usize)> = (0..)
        .zip(mentions.iter().zip(weights))
        .map(|(at, (mention, weight))| (mention.said.origin.document, weight, at))
        .collect();
    let own = all.chunk_by(|(one, ..), (other, ..)| one == other);
    own.filter_map(|own| {
        let (document, _, at) = own.iter().rev().max_by_key(|(_, weight, _)| *weight)?;
        Some((*document, *at))
    })
    .collect()
}

/// What only all mentions together tell.
pub(super) struct Told {
    /// The first thing that each article dates.
    first: Lookup<DocumentId, Origin>,
    /// How many articles tell of a day, on it or later, copies counted once.
    of_day: BTreeMap<NaiveDate, u32>,
    /// How many articles there are, copies counted once.
    articles: u32,
}

impl Told {
    /// What `mentions` tell; those of one article are side by side.
    pub(super) fn of(mentions: &[Mention], tellers: &Tellers) -> Self {
        let own = mentions
            .chunk_by(|one, other| one.said.origin.document == other.said.origin.document);
        let first = own.filter_map(|own| own.iter().map(|it| it.said.origin).min());
        let day = |mention: &Mention| {
            let teller = tellers.get(mention.said.origin.document)?;
            let day = single_day(mention.extent)?;
            let is_then = teller.published.is_none_or(|it| day <= it.last_day());
            is_then.then_some((day, teller.original))
        };
        let mut days: Vec<(NaiveDate, DocumentId)> =
            mentions.par_iter().filter_map(day).collect();
        days.par_sort_unstable();
        days.dedup();
        let mut of_day = BTreeMap::new();
        for (day, _) in days {
            *of_day.entry(day).or_default() += 1;
        }
        let first = first.map(|it| (it.document, it)).collect();
        Self { first, of_day, articles: tellers.originals }
    }
}

/// The day within which it lies, if one does.
fn single_day(extent: Interval) -> Option<NaiveDate> {
    let first = extent.first_day();
    (first == extent.last_day()).then_some(first)
}

/// What speaks for the event in one telling: of several, in the one that says most for it.
fn as_told(event: &Event, tellers: &Tellers, told: &Told) -> Vec<Weighs> {
    let tellings = event.mentions().map(|it| of_telling(it, tellers, told));
    // The first of equals stays: the lead, then in order of origin.
    let more = |best: Telling, other: Telling| {
        let points = |it: &Telling| points(it.iter().flatten(), 1);
        if points(&other) > points(&best) { other } else { best }
    };
    tellings.reduce(more).into_iter().flatten().flatten().collect()
}

/// All that can speak for one telling, in order.
type Telling = [Option<Weighs>; 9];

/// What speaks for what a mention tells.
fn of_telling(mention: &Mention, tellers: &Tellers, told: &Told) -> Telling {
    let teller = tellers.get(mention.said.origin.document);
    let [headline, fact, procedure, quoted] = of_manner(mention);
    let [grain, undated, distance] = of_time(mention, teller);
    let [lead, first] = of_place(mention, teller, told);
    [headline, fact, procedure, quoted, grain, undated, distance, lead, first]
}

/// How it is told.
fn of_manner(mention: &Mention) -> [Option<Weighs>; 4] {
    let manner = mention.said.manner;
    let of_headline = manner.of_headline.min(WORDS_OF_HEADLINE);
    let fact = match mention.said.status {
        Status::Happened | Status::Ongoing => None,
        Status::Planned | Status::Due => Some(Weighs::ToCome),
        Status::Denied | Status::Hypothetical => Some(Weighs::NoFact),
    };
    [
        (of_headline > 0).then_some(Weighs::Headline(of_headline)),
        fact,
        manner.procedure.then_some(Weighs::Procedure),
        manner.quoted.then_some(Weighs::Quoted),
    ]
}

/// How finely its date is known, and how far back it lay.
fn of_time(mention: &Mention, teller: Option<&Teller>) -> [Option<Weighs>; 3] {
    let coarse = mention.value.grain().is_none_or(|grain| grain >= Grain::Year);
    let grain = match single_day(mention.extent) {
        Some(_) => Some(Weighs::Day),
        None => coarse.then_some(Weighs::Year),
    };
    let ago = teller
        .and_then(|it| it.published)
        .map(|published| (published.first_day() - mention.extent.first_day()).num_days());
    let distance = ago.and_then(|days| match days {
        0..=WEEK_DAYS => Some(Weighs::News),
        days if days > YEAR_DAYS => Some(Weighs::Background),
        _ => None,
    });
    let undated = (mention.basis == Basis::OfTheDay).then_some(Weighs::NothingDated);
    [grain, undated, distance]
}

/// Where in its article it stands.
fn of_place(mention: &Mention, teller: Option<&Teller>, told: &Told) -> [Option<Weighs>; 2] {
    let origin = mention.said.origin;
    let begins = teller.map_or(0, |it| it.begins);
    let lead = mention.said.sentence.start() < begins + LEAD_BYTES;
    let first = told.first.get(&origin.document) == Some(&origin);
    [lead.then_some(Weighs::Lead), first.then_some(Weighs::First)]
}

/// How many tell of it, copies counted once.
fn by_many(event: &Event, tellers: &Tellers, told: &Told) -> [Option<Weighs>; 2] {
    let original = |it: &Mention| tellers.original(it.said.origin.document);
    let mut originals: Vec<DocumentId> = Vec::new();
    if !event.others.is_empty() {
        originals.extend(event.mentions().map(original));
        originals.sort_unstable();
        originals.dedup();
    }
    let sources = u32::try_from(originals.len()).unwrap_or(u32::MAX);
    [(sources > 1).then_some(Weighs::Sources(sources)), echoed(event.extent, told)]
}

/// How many articles tell of its day.
fn echoed(extent: Interval, told: &Told) -> Option<Weighs> {
    let count = *told.of_day.get(&single_day(extent)?)?;
    (count > 1).then_some(Weighs::Echo(count))
}

/// The events whose every telling has another of the same time beside it that says more.
fn told_again(events: &[Event], reasons: &[Vec<Weighs>]) -> Vec<usize> {
    let mut order: Vec<(i64, usize)> =
        (0..).zip(reasons).map(|(at, because)| (-points(because, 1), at)).collect();
    order.par_sort_unstable();
    let time =
        |it: &Mention| (it.said.origin.document, it.extent.first_day(), it.extent.last_day());
    let mut told: Vec<((DocumentId, NaiveDate, NaiveDate), usize)> = Vec::new();
    for (rank, (_, at)) in order.iter().enumerate() {
        let mentions = events.get(*at).into_iter().flat_map(Event::mentions);
        told.extend(mentions.map(|it| (time(it), rank)));
    }
    told.par_sort_unstable();
    let mut says_most = vec![false; order.len()];
    for same in told.chunk_by(|(one, _), (other, _)| one == other) {
        if let Some(first) = same.first().and_then(|(_, rank)| says_most.get_mut(*rank)) {
            *first = true;
        }
    }
    let again = order.iter().zip(says_most).filter(|(_, says_most)| !says_most);
    again.map(|((_, at), _)| *at).collect()
}

/// What the reasons come to, in a folder of so many articles.
fn points<'a>(because: impl IntoIterator<Item = &'a Weighs>, articles: u32) -> i64 {
    let one = |why: &Weighs| match *why {
        Weighs::Headline(words) => 40 * i64::from(words),
        Weighs::First | Weighs::Lead => 75,
        Weighs::Day => 300,
        Weighs::News => 50,
        Weighs::Year | Weighs::Quoted => -50,
        Weighs::NothingDated => -150,
        Weighs::Background => -75,
        Weighs::Procedure => -60,
        Weighs::ToCome | Weighs::NoFact => -100,
        Weighs::Again => -250,
        Weighs::Sources(count) => (120 * i64::from(count.max(1).ilog2())).min(360),
        Weighs::Echo(count) => echo(count, articles),
    };
    BASE + because.into_iter().map(one).sum::<i64>()
}

/// The root of the share of articles that tell of a day: a tenth is much of a folder already.
fn echo(count: u32, articles: u32) -> i64 {
    let of_a_million = u64::from(count) * 1_000_000 / u64::from(articles.max(1));
    i64::try_from(of_a_million.isqrt()).unwrap_or(MOST_ECHO).min(MOST_ECHO)
}
