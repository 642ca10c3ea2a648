//! How rare each term is, which is what it tells.

use crate::names::Term;

use super::content::{Content, How, Marks};

/// In how many articles each term stands.
#[derive(Debug, Default)]
pub(super) struct Rarity {
    /// Each term in order, with its articles.
    counts: Vec<(Term, u32)>,
    /// Where the terms with each first half begin.
    firsts: Vec<u32>,
    articles: f32,
}

/// Few articles tell little of what is rare: as many more are taken to be there, …
const UNSEEN_ARTICLES: f32 = 400.0;
/// … in which a term stands so often.
const COMMON: f32 = 0.15;
const PLAIN: f32 = 0.012;
const NAME: f32 = 0.003;
const NUMBER: f32 = 0.012;

const BUCKETS: usize = 1 << 16;

impl Rarity {
    pub(super) fn of(contents: &[&Content]) -> Self {
        let mut terms: Vec<Term> =
            contents.iter().flat_map(|it| it.terms.iter().copied()).collect();
        rayon::slice::ParallelSliceMut::par_sort_unstable(terms.as_mut_slice());
        let mut counts: Vec<(Term, u32)> = Vec::new();
        for same in terms.chunk_by(|one, other| one == other) {
            if let Some(term) = same.first() {
                counts.push((*term, u32::try_from(same.len()).unwrap_or(u32::MAX)));
            }
        }
        let mut firsts = Vec::with_capacity(BUCKETS + 1);
        let mut at = 0;
        for bucket in 0..=BUCKETS {
            while counts.get(at).is_some_and(|(term, _)| bucket_of(*term) < bucket) {
                at += 1;
            }
            firsts.push(u32::try_from(at).unwrap_or(u32::MAX));
        }
        let articles = contents.iter().fold(0.0, |all, _| all + 1.0);
        Self { counts, firsts, articles }
    }

    /// In how many articles it stands.
    pub(super) fn count(&self, term: Term) -> u32 {
        let bucket = bucket_of(term);
        let first = |bucket: usize| self.firsts.get(bucket).map_or(0, |it| *it as usize);
        let range = first(bucket)..first(bucket + 1);
        let some = self.counts.get(range).unwrap_or_default();
        let at = some.binary_search_by_key(&term, |(term, _)| *term);
        at.ok().and_then(|at| some.get(at)).map_or(0, |(_, count)| *count)
    }

    /// How much each term of an article tells, in order.
    pub(super) fn weights(&self, content: &Content) -> Vec<Weight> {
        let told = content.terms.iter().zip(&content.told);
        told.map(|(term, how)| self.weight(self.count(*term), *how)).collect()
    }

    /// How much a term tells of which so many articles speak: the logarithm of how rare it is.
    fn weight(&self, count: u32, how: How) -> Weight {
        let unseen = match how.marks {
            marks if marks.is_common() => COMMON,
            marks if marks.is_number() => NUMBER,
            marks if marks.is_name() => NAME,
            _ => PLAIN,
        };
        let common = u16::try_from(count.min(1 << 15)).map_or(0.0, f32::from);
        let all = self.articles + UNSEEN_ARTICLES;
        let anywhere = (all / (common + unseen * UNSEEN_ARTICLES)).ln().max(0.0);
        let times = 1.0 + f32::from(how.times).ln() * 0.5;
        let lead = if how.marks.is_lead() { LEAD } else { 1.0 };
        Weight {
            anywhere,
            here: anywhere * times * lead,
            marks: how.marks,
            is_shared: count > 1,
        }
    }
}

/// How much a term of an article tells: every comparison asks for it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Weight {
    /// Whatever article it stands in.
    pub(super) anywhere: f32,
    /// Of this article.
    pub(super) here: f32,
    pub(super) marks: Marks,
    /// Whether another article has it, too.
    pub(super) is_shared: bool,
}

/// What stands in the title or in the first sentences tells so much more.
const LEAD: f32 = 1.3;

fn bucket_of(term: Term) -> usize {
    (term.0 >> 16) as usize
}
