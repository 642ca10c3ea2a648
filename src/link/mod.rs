//! Which mentions may tell of one event, and which articles one story, by what they say: never
//! by when.
//!
//! Articles that share something rare are compared; of those that seem to tell one story, the
//! mentions are, by what stands near what dates them. Decides no date and joins nothing.

mod content;
mod focus;
mod index;
mod near;
mod rarity;
mod story;

use rayon::prelude::*;

use crate::model::{DocumentId, Kin, Link, Origin, Strength};

use focus::{Alike, Grid, Spots};
use rarity::{Rarity, Weight};
use story::{Finder, Shared, Sums, story};

pub use content::Content;

/// Articles with less in common are not compared further.
const LEAST_STORY: f32 = -2.5;
/// With so much, they may tell one story: it is likely where both date it to one day.
const KIN: f32 = -4.0;
/// Articles that more likely than not tell of one thing.
const ONE_THING: f32 = 0.0;
/// Articles that surely tell of one thing: what each mainly tells is the same.
const ONE_STORY: f32 = 1.2;
/// So alike are mentions of one event in articles on one subject.
const SURELY: f32 = 0.36;
/// … if the articles and what the two share tell so much together; of what they share, so
/// much counts.
const SURE_EVIDENCE: f32 = 1.2;
const TOLD: f32 = 0.25;
/// What two articles of one story mainly tell need not be told in like words.
const SURELY_MAIN: f32 = 0.05;
/// Two mentions in one article: it seldom tells one thing twice with two dates.
const SURELY_WITHIN: f32 = 0.75;
const LIKELY: f32 = 0.2;
const LIKELY_WITHIN: f32 = 0.45;
/// A mention goes with what in the other article is most like it, or nearly so.
const NEARLY: f32 = 0.75;
/// More mentions of an article are not compared: only books have more.
const MOST_MENTIONS: u8 = 64;
/// So many are only suggested for a mention, of each article.
const MOST_LIKELY: usize = 2;

/// What seems to belong together, by words alone.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// Mentions that may tell of one event, in order.
    pub links: Vec<Link>,
    /// Articles that seem to tell one story, in order.
    pub kin: Vec<Kin>,
}

impl Found {
    fn add(mut self, mut other: Self) -> Self {
        self.links.append(&mut other.links);
        self.kin.append(&mut other.kin);
        self
    }
}

/// What seems to belong together among the articles.
pub fn links<'a>(contents: impl IntoIterator<Item = (DocumentId, &'a Content)>) -> Found {
    let (ids, contents): (Vec<DocumentId>, Vec<&Content>) = contents.into_iter().unzip();
    let rarity = Rarity::of(&contents);
    let read = |(id, content): (&DocumentId, &&'a Content)| Reading::of(*id, content, &rarity);
    let readings: Vec<Reading<'_>> = ids.par_iter().zip(&contents).map(read).collect();
    let candidates = index::candidates(&readings);
    let linked = |room: &mut Room, (one, others): (&Reading<'_>, &Vec<u32>)| {
        room.finder.set(&one.content.terms);
        let others = others.iter().filter_map(|it| readings.get(*it as usize));
        let mut found =
            others.map(|other| one.across(other, room)).fold(Found::default(), Found::add);
        found.links.extend(one.within(room));
        found
    };
    let all = readings.par_iter().zip(&candidates);
    let mut found = all.map_init(Room::default, linked).reduce(Found::default, Found::add);
    found.links.par_sort_unstable();
    found.kin.par_sort_unstable();
    found
}

/// Room to compare in, kept from one comparison to the next.
#[derive(Default)]
struct Room {
    /// Finds the terms of the article that others are compared with.
    finder: Finder,
    shared: Vec<Shared>,
    grid: Grid,
}

/// An article, ready to be compared.
struct Reading<'a> {
    id: DocumentId,
    content: &'a Content,
    /// What each of its terms tells.
    weights: Vec<Weight>,
    sums: Sums,
    spots: Spots,
    lengths: Vec<f32>,
    /// Which of its mentions it mainly tells.
    main: Option<usize>,
}

/// Two mentions, and how alike they are.
struct Pair {
    one: usize,
    other: usize,
    alike: Alike,
}

impl<'a> Reading<'a> {
    fn of(id: DocumentId, content: &'a Content, rarity: &Rarity) -> Self {
        let weights = rarity.weights(content);
        let mainly = |place: &usize| focus::mainness(content, *place, &weights);
        let places = 0..content.said.len().min(usize::from(MOST_MENTIONS));
        let main = places.max_by(|a, b| mainly(a).total_cmp(&mainly(b)).then(b.cmp(a)));
        let mut lengths = focus::lengths(content, &weights);
        lengths.truncate(usize::from(MOST_MENTIONS));
        let (sums, spots) = (Sums::of(&weights), Spots::of(content, MOST_MENTIONS));
        Self { id, content, weights, sums, spots, lengths, main }
    }

    /// What belongs together in it and another article; its own terms are set in `room`.
    fn across(&self, other: &Self, room: &mut Room) -> Found {
        let evidence = self.story(other, room);
        let one = self.id.min(other.id);
        let kin = Kin { one, other: self.id.max(other.id) };
        let kin = (evidence >= KIN).then_some(kin).into_iter().collect();
        if evidence < LEAST_STORY {
            return Found { links: Vec::new(), kin };
        }
        let is_main = |one, there| self.main == Some(one) && other.main == Some(there);
        room.grid.clear(self.lengths.len(), other.lengths.len());
        for Shared { one, other: there, weight } in &room.shared {
            room.grid.add(*weight, self.spots.of_term(*one), other.spots.of_term(*there));
        }
        let mut pairs = self.pairs(other, &room.grid);
        pairs.retain(|it| it.alike.degree >= LIKELY || is_main(it.one, it.other));
        let best = Best::of(&pairs);
        let strength = |pair: &Pair| {
            let main = is_main(pair.one, pair.other);
            let sure = pair.alike.twice
                && if main && evidence >= ONE_STORY {
                    pair.alike.degree >= SURELY_MAIN
                } else {
                    let evidence = evidence + TOLD * pair.alike.told;
                    pair.alike.degree >= SURELY && evidence >= SURE_EVIDENCE
                };
            let is_best = best.has(pair);
            let fits = is_best && self.is_to_come(pair.one) == other.is_to_come(pair.other);
            let mainly = main && is_best;
            let likely = mainly || pair.alike.degree >= LIKELY;
            (fits && sure)
                .then_some(Strength::Sure)
                .or((fits && mainly && evidence >= ONE_THING).then_some(Strength::Fair))
                .or(likely.then_some(Strength::Likely))
        };
        Found { links: self.links(other, &pairs, strength), kin }
    }

    /// The links among its own mentions.
    fn within(&self, room: &mut Room) -> Vec<Link> {
        room.grid.clear(self.lengths.len(), self.lengths.len());
        for (told, weight) in (0..).zip(&self.weights) {
            let spots = self.spots.of_term(told);
            room.grid.add(weight.anywhere, spots, spots);
        }
        let sentence = |place: usize| self.content.said.get(place).map(|it| it.sentence);
        let apart = |it: &Pair| it.one < it.other && sentence(it.one) != sentence(it.other);
        let mut pairs = self.pairs(self, &room.grid);
        pairs.retain(apart);
        let strength = |pair: &Pair| {
            let like =
                pair.alike.twice && self.is_to_come(pair.one) == self.is_to_come(pair.other);
            let sure = like && pair.alike.degree >= SURELY_WITHIN;
            let likely = pair.alike.degree >= LIKELY_WITHIN;
            sure.then_some(Strength::Sure).or(likely.then_some(Strength::Likely))
        };
        self.links(self, &pairs, strength)
    }

    /// How sure it is that both tell one story.
    fn story(&self, other: &Self, room: &mut Room) -> f32 {
        let terms: [&[_]; 2] = [&self.content.terms, &other.content.terms];
        let weights: [&[_]; 2] = [&self.weights, &other.weights];
        story(terms, weights, [self.sums, other.sums], &room.finder, &mut room.shared)
    }

    /// Its mentions with those of another article, first to last, as far as they share anything.
    fn pairs(&self, other: &Self, grid: &Grid) -> Vec<Pair> {
        let alike = grid.alike([&self.lengths, &other.lengths]);
        alike.map(|(one, other, alike)| Pair { one, other, alike }).collect()
    }

    fn links(
        &self,
        other: &Self,
        pairs: &[Pair],
        strength: impl Fn(&Pair) -> Option<Strength>,
    ) -> Vec<Link> {
        let mut links = Vec::new();
        for same in pairs.chunk_by(|one, other| one.one == other.one) {
            let mut strong: Vec<(Strength, &Pair)> =
                same.iter().filter_map(|it| Some((strength(it)?, it))).collect();
            strong.sort_by(|(a, one), (b, other)| {
                b.cmp(a).then(other.alike.degree.total_cmp(&one.alike.degree))
            });
            let sure = strong.iter().filter(|(it, _)| *it == Strength::Sure).count();
            let kept = strong.into_iter().take(sure.max(MOST_LIKELY));
            links.extend(kept.filter_map(|(strength, pair)| {
                let (a, b) = (self.origin(pair.one)?, other.origin(pair.other)?);
                Some(Link { one: a.min(b), other: a.max(b), strength })
            }));
        }
        links
    }

    fn origin(&self, place: usize) -> Option<Origin> {
        self.content.said.get(place).map(|it| it.origin)
    }

    fn is_to_come(&self, place: usize) -> bool {
        self.content.said.get(place).is_some_and(|it| it.to_come)
    }
}

/// How alike each mention is to what is most like it in the other article.
struct Best {
    ones: Vec<(usize, f32)>,
    others: Vec<(usize, f32)>,
}

impl Best {
    fn of(pairs: &[Pair]) -> Self {
        let best = |place: fn(&Pair) -> usize| {
            let mut all: Vec<(usize, f32)> =
                pairs.iter().map(|it| (place(it), it.alike.degree)).collect();
            all.sort_by(|(a, one), (b, other)| a.cmp(b).then(other.total_cmp(one)));
            all.dedup_by_key(|(place, _)| *place);
            all
        };
        Self { ones: best(|it| it.one), others: best(|it| it.other) }
    }

    fn has(&self, pair: &Pair) -> bool {
        let best = |all: &[(usize, f32)], place: usize| {
            let at = all.binary_search_by_key(&place, |(it, _)| *it).ok()?;
            all.get(at).map(|(_, alike)| *alike)
        };
        let nearly = |best: Option<f32>| best.is_none_or(|it| pair.alike.degree >= NEARLY * it);
        nearly(best(&self.ones, pair.one)) && nearly(best(&self.others, pair.other))
    }
}
