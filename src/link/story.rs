//! What two articles share, and how sure that makes it that they tell one story.

use super::{content::Marks, rarity::Weight};
use crate::names::Term;

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

/// Finds terms among those of one article.
#[derive(Debug, Default)]
pub(super) struct Finder {
    /// By the upper bits of a term: the place of the first that has them, if one has.
    firsts: Vec<u16>,
}

const BITS: u32 = 12;
/// There are never so many terms.
const NONE: u16 = u16::MAX;

impl Finder {
    /// Begins anew, with those terms.
    pub(super) fn set(&mut self, terms: &[Term]) {
        self.firsts.clear();
        self.firsts.resize(1 << BITS, NONE);
        for (at, term) in (0..).zip(terms) {
            if let Some(first) = self.firsts.get_mut(upper(*term)).filter(|it| **it == NONE) {
                *first = at;
            }
        }
    }

    /// Where `term` stands among `terms`, which are those that were set.
    fn find(&self, terms: &[Term], term: Term) -> Option<u16> {
        let first = *self.firsts.get(upper(term))?;
        let rest = terms.get(usize::from(first)..)?;
        let (at, found) = (first..).zip(rest).find(|(_, it)| **it >= term)?;
        (*found == term).then_some(at)
    }
}

const fn upper(term: Term) -> usize {
    (term.0 >> (u32::BITS - BITS)) as usize
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
    pub(super) fn of(weights: &[Weight]) -> Self {
        let mut sums = Self::default();
        for weight in weights {
            sums.add(weight.here.powi(2), weight.marks);
        }
        sums
    }

    fn add(&mut self, weight: f32, marks: Marks) {
        self.all += weight;
        if marks.is_lead() {
            self.lead += weight;
        }
        if marks.is_name() {
            self.names += weight;
        }
        if marks.is_number() {
            self.numbers += weight;
        }
    }
}

/// How sure it is that two articles tell one story: above 0, it is more likely than not that
/// they tell of one thing, whatever their dates. Of each are given its terms, what each of
/// them tells, and the sums of that; `finder` finds those of the first. What the two share goes
/// to `shared`, in order of either's places.
pub(super) fn story(
    [terms, other_terms]: [&[Term]; 2],
    [weights, other_weights]: [&[Weight]; 2],
    sums: [Sums; 2],
    finder: &Finder,
    shared: &mut Vec<Shared>,
) -> f32 {
    let (mut both, mut rare) = (Sums::default(), 0.0);
    shared.clear();
    for (there, term) in (0..).zip(other_terms) {
        let Some(at) = finder.find(terms, *term) else { continue };
        let weight = |all: &[Weight], at: u16| all.get(usize::from(at)).copied();
        let Some((one, other)) = weight(weights, at).zip(weight(other_weights, there)) else {
            continue;
        };
        both.add(one.here * other.here, one.marks.also(other.marks));
        let weight = one.anywhere.min(other.anywhere);
        rare += (weight - NOT_RARE).clamp(0.0, RAREST);
        shared.push(Shared { one: at, other: there, weight });
    }
    evidence(both, sums, rare)
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
