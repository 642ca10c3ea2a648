//! What two articles share, and how sure that makes it that they tell one story.

use super::{
    content::{Content, Told},
    rarity::Weights,
};

/// What two articles share.
#[derive(Debug)]
pub(super) struct Story {
    /// How sure it is that they tell one story: above 0, it is more likely than not that they
    /// tell of one thing, whatever their dates.
    pub(super) evidence: f32,
    /// The terms of both, in order of either's places.
    pub(super) shared: Vec<Shared>,
}

/// A term of two articles.
#[derive(Clone, Copy, Debug)]
pub(super) struct Shared {
    /// Its place in the one's terms.
    pub(super) one: u16,
    /// Its place in the other's.
    pub(super) other: u16,
    /// What it tells.
    pub(super) weight: f32,
}

/// How much there is of what may be shared: in all, in the lead, of names and of numbers.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Sums {
    all: f32,
    lead: f32,
    names: f32,
    numbers: f32,
}

/// What each kind of likeness tells, as logistic regression gives it for half of some thousand
/// articles on look-alike events; the other half agrees.
const ALL: f32 = 5.0;
const LEAD: f32 = 2.3;
const NAMES: f32 = 2.9;
const NUMBERS: f32 = 3.0;
/// An article without numbers shares none: that tells nothing.
const NO_NUMBERS: f32 = 2.1;
/// What both have that few have.
const RARE: f32 = 1.2;
const BEFOREHAND: f32 = -8.0;
/// What tells so little is not rare, and nothing counts for more than so much.
const NOT_RARE: f32 = 4.0;
const RAREST: f32 = 3.0;

impl Sums {
    /// The squares of what an article's terms tell.
    pub(super) fn of(content: &Content, weights: &Weights) -> Self {
        let mut sums = Self::default();
        for (told, weight) in content.told.iter().zip(&weights.here) {
            sums.add(weight.powi(2), [told, told]);
        }
        sums
    }

    fn add(&mut self, weight: f32, both: [&Told; 2]) {
        self.all += weight;
        if both.iter().all(|it| it.marks.is_lead()) {
            self.lead += weight;
        }
        if both.iter().all(|it| it.marks.is_name()) {
            self.names += weight;
        }
        if both.iter().all(|it| it.marks.is_number()) {
            self.numbers += weight;
        }
    }
}

impl Story {
    /// What the two share; `sums` and `weights` are those of each.
    pub(super) fn of(
        [one, other]: [&Content; 2],
        sums: [Sums; 2],
        [weights, other_weights]: [&Weights; 2],
    ) -> Self {
        let (mut both, mut rare, mut shared) = (Sums::default(), 0.0, Vec::new());
        let mut others = (0..).zip(&other.told).peekable();
        for (at, told) in (0..).zip(&one.told) {
            while others.next_if(|(_, it)| it.term < told.term).is_some() {}
            let Some((there, it)) = others.next_if(|(_, it)| it.term == told.term) else {
                continue;
            };
            let weight =
                |all: &[f32], at: u16| all.get(usize::from(at)).copied().unwrap_or(0.0);
            let here = weight(&weights.here, at) * weight(&other_weights.here, there);
            both.add(here, [told, it]);
            let anywhere = &weights.anywhere;
            let weight = weight(anywhere, at).min(weight(&other_weights.anywhere, there));
            rare += (weight - NOT_RARE).clamp(0.0, RAREST);
            shared.push(Shared { one: at, other: there, weight });
        }
        Self { evidence: evidence(both, sums, rare), shared }
    }
}

fn evidence(both: Sums, [one, other]: [Sums; 2], rare: f32) -> f32 {
    let cosine = |both: f32, one: f32, other: f32| both / (one * other).sqrt().max(1.0);
    let no_numbers = one.numbers.min(other.numbers) <= 0.0;
    BEFOREHAND
        + ALL * cosine(both.all, one.all, other.all)
        + LEAD * cosine(both.lead, one.lead, other.lead)
        + NAMES * cosine(both.names, one.names, other.names)
        + NUMBERS * cosine(both.numbers, one.numbers, other.numbers)
        + if no_numbers { NO_NUMBERS } else { 0.0 }
        + RARE * rare.sqrt()
}
