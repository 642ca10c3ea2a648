//! How much each event weighs among the others, from where and how it is told.
//!
//! Whole numbers only: the same on every machine and in any number of threads.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use rayon::prelude::*;

use crate::{
    model::{Basis, DocumentId, Event, Importance, Mention, Origin, Status, Weighs},
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

/// Gives each of `events` its importance; `tellers` are all articles.
pub fn importance(events: &mut [Event], tellers: &BTreeMap<DocumentId, Teller>) {
    let told = Told::of(events.iter().flat_map(Event::mentions), tellers);
    let weigh = |event: &Event| {
        let mut because = as_told(event, tellers, &told);
        because.extend(by_many(event, tellers, &told));
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
pub(super) fn mains(
    mentions: &[Mention],
    tellers: &BTreeMap<DocumentId, Teller>,
) -> BTreeMap<DocumentId, usize> {
    let told = Told::of(mentions.iter(), tellers);
    let weight = |mention: &Mention| {
        let mut because = of_telling(mention, tellers, &told);
        because.extend(echoed(mention.extent, &told));
        points(&because, told.articles)
    };
    let weights: Vec<i64> = mentions.par_iter().map(weight).collect();
    let mut mains: BTreeMap<DocumentId, (i64, usize)> = BTreeMap::new();
    for (at, (mention, weight)) in mentions.iter().zip(weights).enumerate() {
        let most = mains.entry(mention.said.origin.document).or_insert((weight, at));
        if weight > most.0 {
            *most = (weight, at);
        }
    }
    mains.into_iter().map(|(document, (_, at))| (document, at)).collect()
}

/// What only all events together tell.
struct Told {
    /// The first thing that each article dates.
    first: BTreeMap<DocumentId, Origin>,
    /// How many articles tell of a day, on it or later, copies counted once.
    of_day: BTreeMap<NaiveDate, u32>,
    /// How many articles there are, copies counted once.
    articles: u32,
}

impl Told {
    fn of<'a>(
        mentions: impl Iterator<Item = &'a Mention>,
        tellers: &BTreeMap<DocumentId, Teller>,
    ) -> Self {
        let mut first: BTreeMap<DocumentId, Origin> = BTreeMap::new();
        let mut days: BTreeSet<(NaiveDate, DocumentId)> = BTreeSet::new();
        for mention in mentions {
            let origin = mention.said.origin;
            first
                .entry(origin.document)
                .and_modify(|least| *least = origin.min(*least))
                .or_insert(origin);
            if let Some(teller) = tellers.get(&origin.document)
                && let Some(day) = single_day(mention.extent)
                && teller.published.is_none_or(|it| day <= it.last_day())
            {
                days.insert((day, teller.original));
            }
        }
        let mut of_day = BTreeMap::new();
        for (day, _) in days {
            *of_day.entry(day).or_default() += 1;
        }
        let originals: BTreeSet<DocumentId> = tellers.values().map(|it| it.original).collect();
        Self { first, of_day, articles: u32::try_from(originals.len()).unwrap_or(u32::MAX) }
    }
}

/// The day within which it lies, if one does.
fn single_day(extent: Interval) -> Option<NaiveDate> {
    let first = extent.first_day();
    (first == extent.last_day()).then_some(first)
}

/// What speaks for the event in one telling: of several, in the one that says most for it.
fn as_told(event: &Event, tellers: &BTreeMap<DocumentId, Teller>, told: &Told) -> Vec<Weighs> {
    let tellings = event.mentions().map(|it| of_telling(it, tellers, told));
    // The first of equals stays: the lead, then in order of origin.
    let more = |best: Vec<Weighs>, other: Vec<Weighs>| {
        if points(&other, 1) > points(&best, 1) { other } else { best }
    };
    tellings.reduce(more).unwrap_or_default()
}

/// What speaks for what a mention tells.
fn of_telling(
    mention: &Mention,
    tellers: &BTreeMap<DocumentId, Teller>,
    told: &Told,
) -> Vec<Weighs> {
    let teller = tellers.get(&mention.said.origin.document);
    let mut because = of_manner(mention);
    because.extend(of_time(mention, teller));
    because.extend(of_place(mention, teller, told));
    because
}

/// How it is told.
fn of_manner(mention: &Mention) -> Vec<Weighs> {
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
    .into_iter()
    .flatten()
    .collect()
}

/// How finely its date is known, and how far back it lay.
fn of_time(mention: &Mention, teller: Option<&Teller>) -> Vec<Weighs> {
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
    grain.into_iter().chain(undated).chain(distance).collect()
}

/// Where in its article it stands.
fn of_place(mention: &Mention, teller: Option<&Teller>, told: &Told) -> Vec<Weighs> {
    let origin = mention.said.origin;
    let begins = teller.map_or(0, |it| it.begins);
    let lead = mention.said.sentence.start() < begins + LEAD_BYTES;
    let first = told.first.get(&origin.document) == Some(&origin);
    [lead.then_some(Weighs::Lead), first.then_some(Weighs::First)]
        .into_iter()
        .flatten()
        .collect()
}

/// How many tell of it, copies counted once.
fn by_many(event: &Event, tellers: &BTreeMap<DocumentId, Teller>, told: &Told) -> Vec<Weighs> {
    let originals = event.mentions().map(|it| {
        let document = it.said.origin.document;
        tellers.get(&document).map_or(document, |it| it.original)
    });
    let sources = originals.collect::<BTreeSet<_>>().len();
    let sources = u32::try_from(sources).unwrap_or(u32::MAX);
    let sources = (sources > 1).then_some(Weighs::Sources(sources));
    sources.into_iter().chain(echoed(event.extent, told)).collect()
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
    let mut told: BTreeSet<(DocumentId, NaiveDate, NaiveDate)> = BTreeSet::new();
    let mut again = Vec::new();
    for (_, at) in order {
        let Some(event) = events.get(at) else { continue };
        let mut is_new = false;
        for mention in event.mentions() {
            let (first, last) = (mention.extent.first_day(), mention.extent.last_day());
            is_new |= told.insert((mention.said.origin.document, first, last));
        }
        if !is_new {
            again.push(at);
        }
    }
    again
}

/// What the reasons come to, in a folder of so many articles.
fn points(because: &[Weighs], articles: u32) -> i64 {
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
    BASE + because.iter().map(one).sum::<i64>()
}

/// The root of the share of articles that tell of a day: a tenth is much of a folder already.
fn echo(count: u32, articles: u32) -> i64 {
    let of_a_million = u64::from(count) * 1_000_000 / u64::from(articles.max(1));
    i64::try_from(of_a_million.isqrt()).unwrap_or(MOST_ECHO).min(MOST_ECHO)
}
