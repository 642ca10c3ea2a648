//! How long after another thing the news of an article came, where others date both.
//!
//! "The verdict came two years after the mill burnt": what the article is about and
//! what it counts from are found among what articles of its story date, by words. That is
//! possible, and never sure.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

use crate::{
    anchor::EventWords,
    model::{
        Claim, Conflict, ConflictKind, ConflictStrength, DocumentId, Event, Mention, Skeleton,
        Status,
    },
    names::{Kind, Spoken, Term},
    text::{self, Span},
    time::{Expr, Grain, Interval, Length, Modifier, Rest},
};

use super::{Known, MOST_CLAIMS, Paper, clause::telling, dates};

/// So many other articles are asked, for each.
const MOST_KIN: usize = 64;
/// What is counted from is told of in words of which so many must be told elsewhere, too.
const FEWEST_SHARED: usize = 2;
/// So many words tell what is counted from.
const WORDS_AFTER: usize = 24;
/// Both things must be dated so finely.
const MOST_DAYS: i64 = 31;

/// A distance told in an article, from what its news is to something else.
struct Told<'a> {
    paper: &'a Paper<'a>,
    said: &'a Skeleton,
    days: Days,
    before: bool,
    /// What it counts from.
    from: Vec<Spoken>,
}

/// Where articles of one story put another distance between two things than one of them says.
pub(super) fn conflicts(known: Known<'_>) -> Vec<Conflict> {
    let told: Vec<Told<'_>> =
        known.waiting.iter().filter_map(|it| distance(&it.said, known)).collect();
    if told.is_empty() {
        return Vec::new();
    }
    let kin = kin(&told, known);
    let asked: BTreeSet<DocumentId> = kin
        .values()
        .flatten()
        .copied()
        .chain(told.iter().map(|it| it.paper.document.id))
        .collect();
    let dated = dated(&asked, known.events);
    told.iter().filter_map(|it| conflict(it, &kin, &dated, known)).collect()
}

/// The articles of one story with each of those that tell a distance.
fn kin(told: &[Told<'_>], known: Known<'_>) -> BTreeMap<DocumentId, Vec<DocumentId>> {
    let tells: BTreeSet<DocumentId> = told.iter().map(|it| it.paper.original).collect();
    let mut kin: BTreeMap<DocumentId, Vec<DocumentId>> = BTreeMap::new();
    for pair in known.kin {
        for (one, other) in [(pair.one, pair.other), (pair.other, pair.one)] {
            if tells.contains(&one) {
                kin.entry(one).or_default().push(other);
            }
        }
    }
    for others in kin.values_mut() {
        others.truncate(MOST_KIN);
    }
    kin
}

/// What each of those articles dates, by the places of events.
fn dated<'a>(
    asked: &BTreeSet<DocumentId>,
    events: &'a [Event],
) -> BTreeMap<DocumentId, Vec<(usize, &'a Mention)>> {
    let mut dated: BTreeMap<DocumentId, Vec<(usize, &Mention)>> = BTreeMap::new();
    for (at, event) in events.iter().enumerate() {
        for mention in event.mentions() {
            let document = mention.said.origin.document;
            let days = (mention.extent.last_day() - mention.extent.first_day()).num_days();
            let is_fact = matches!(mention.said.status, Status::Happened | Status::Ongoing);
            if is_fact && days < MOST_DAYS && asked.contains(&document) {
                dated.entry(document).or_default().push((at, mention));
            }
        }
    }
    dated
}

/// The distance that it tells between the article's news and something else, if it does.
fn distance<'a>(said: &'a Skeleton, known: Known<'a>) -> Option<Told<'a>> {
    let Expr::FromEvent { length, before } = said.expr else { return None };
    let paper = known.papers.get(&said.origin.document)?;
    let (text, expression) = (&paper.document.text, said.origin.span);
    let ahead = Span::of(text, said.sentence.start()..expression.start())?;
    let verb = text::words(text, ahead).last()?.span.slice(text).to_lowercase();
    EventWords::of(paper.language.code()).tells_of_news(&verb).then_some(())?;
    let after = Span::of(text, expression.end()..said.sentence.end())?;
    let mut from = paper.terms(after);
    from.truncate(WORDS_AFTER);
    Some(Told { paper, said, days: Days::of(length)?, before, from })
}

fn conflict(
    told: &Told<'_>,
    kin: &BTreeMap<DocumentId, Vec<DocumentId>>,
    dated: &BTreeMap<DocumentId, Vec<(usize, &Mention)>>,
    known: Known<'_>,
) -> Option<Conflict> {
    let own = dated.get(&told.paper.document.id)?;
    let own: BTreeSet<usize> = own.iter().map(|(at, _)| *at).collect();
    let mut claims = vec![Claim {
        document: told.paper.document.id,
        sentence: told.said.sentence,
        words: told.said.origin.span,
        date: None,
        event: None,
    }];
    let mut seen = BTreeSet::new();
    for other in kin.get(&told.paper.original).into_iter().flatten() {
        let Some((paper, dated)) = known.papers.get(other).zip(dated.get(other)) else {
            continue;
        };
        let found = counted_from(told, paper, dated, known);
        // What the article dates itself is what it tells, not what it counts from.
        let Some((at, from)) = found.filter(|(at, _)| !own.contains(at)) else { continue };
        let shared = dated.iter().map(|(it, _)| *it).filter(|it| own.contains(it));
        let news = shared.max_by_key(|it| weight(*it, known));
        let news = news.and_then(|it| known.events.get(it));
        let Some((news, event)) = news.zip(known.events.get(at)) else { continue };
        let fits = told.fits(news.extent, from.extent);
        if !fits && claims.len() < MOST_CLAIMS && seen.insert(at) {
            claims.push(dates::claim(from, event.id));
        }
    }
    (claims.len() > 1).then_some(Conflict {
        kind: ConflictKind::Order,
        strength: ConflictStrength::Possible,
        claims,
    })
}

/// How much an event weighs; of two that weigh the same, the first weighs more.
fn weight(at: usize, known: Known<'_>) -> (u16, Reverse<usize>) {
    let weight = known.events.get(at).map(|it| it.importance.thousandths());
    (weight.unwrap_or_default(), Reverse(at))
}

/// What of another article's is most like what is counted from, with the place of its event.
fn counted_from<'m>(
    told: &Told<'_>,
    paper: &Paper<'_>,
    dated: &[(usize, &'m Mention)],
    known: Known<'_>,
) -> Option<(usize, &'m Mention)> {
    let text = &told.paper.document.text;
    let is_named = |it: &Spoken| it.span.slice(text).starts_with(char::is_uppercase);
    let some = |which: &dyn Fn(&Spoken) -> bool| {
        let some: Vec<Spoken> = told.from.iter().filter(|it| which(it)).copied().collect();
        telling(&some)
    };
    let (all, named) = (telling(&told.from), some(&is_named));
    let plain = some(&|it: &Spoken| it.kind == Kind::Plain);
    // What it mainly tells is its own news.
    let main = dated.iter().map(|(at, _)| *at).max_by_key(|at| weight(*at, known));
    let score = |one: &(usize, &'m Mention)| {
        let own = telling(&paper.terms(one.1.said.sentence));
        let shared = |of: &[Term]| of.iter().filter(|it| own.contains(it)).count();
        // What happened elsewhere or to others is not what is meant.
        let fits = named.is_empty() || shared(&named) > 0;
        let enough = fits && shared(&plain) >= FEWEST_SHARED;
        enough.then(|| ((shared(&plain), shared(&all)), *one))
    };
    let scored = dated.iter().filter(|(at, _)| Some(*at) != main).filter_map(score);
    // Of two that are as like, the first counts.
    let best = scored.reduce(|best, next| if next.0 > best.0 { next } else { best });
    best.map(|(_, found)| found)
}

impl Told<'_> {
    /// Whether the news and what it counts from may lie so far apart.
    fn fits(&self, news: Interval, from: Interval) -> bool {
        let (later, earlier) = if self.before { (from, news) } else { (news, from) };
        let least = (later.first_day() - earlier.last_day()).num_days();
        let most = (later.last_day() - earlier.first_day()).num_days();
        least <= self.days.most && self.days.least <= most
    }
}

/// A distance in days, with what it may be off.
#[derive(Clone, Copy)]
struct Days {
    least: i64,
    most: i64,
}

impl Days {
    fn of(length: Length) -> Option<Self> {
        let unit = match length.unit {
            Grain::Day => 1,
            Grain::Week => 7,
            Grain::Month => 30,
            Grain::Year => 365,
            Grain::Second
            | Grain::Minute
            | Grain::Hour
            | Grain::DayPart
            | Grain::Weekend
            | Grain::Quarter
            | Grain::Season
            | Grain::HalfYear
            | Grain::Decade
            | Grain::Century => return None,
        };
        let whole = i64::from(length.count?).checked_mul(unit)?;
        (length.rest == Rest::Nothing).then_some(())?;
        let around = Self { least: whole - unit, most: whole + unit };
        Some(match length.modifier {
            Modifier::MoreThan | Modifier::AtLeast => Self { most: i64::MAX, ..around },
            Modifier::LessThan | Modifier::AtMost => Self { least: 0, ..around },
            Modifier::Stated
            | Modifier::Approximate
            | Modifier::Start
            | Modifier::Mid
            | Modifier::End => around,
        })
    }
}
