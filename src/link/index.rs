//! Which articles may tell of one thing: those that share something rare.

use rayon::prelude::*;

use crate::names::Term;

use super::{content::Content, rarity::Rarity};

/// So many of an article's terms find others: those that tell most.
const TERMS: usize = 28;
/// Of so many articles with one term all are compared; of more, each with so many after it.
const LONGEST: usize = 64;
const WINDOW: usize = 16;
/// So many others are looked at for each article.
const MOST: usize = 40;

/// For each article the articles before it that share most with it, in order of place.
pub(super) fn candidates(contents: &[&Content], rarity: &Rarity) -> Vec<Vec<u32>> {
    let telling = |content: &&Content| telling(content, rarity);
    let keys: Vec<Vec<(Term, f32)>> = contents.par_iter().map(telling).collect();
    let mut postings: Vec<(Term, u32)> = Vec::new();
    for (place, keys) in (0..).zip(&keys) {
        postings.extend(keys.iter().map(|(term, _)| (*term, place)));
    }
    postings.par_sort_unstable();
    let others = |(place, keys): (usize, &Vec<(Term, f32)>)| {
        u32::try_from(place).map_or_else(|_| Vec::new(), |it| others(it, keys, &postings))
    };
    keys.par_iter().enumerate().map(others).collect()
}

/// What tells most of an article, and stands in more than one.
fn telling(content: &Content, rarity: &Rarity) -> Vec<(Term, f32)> {
    let shared = content.told.iter().filter(|it| rarity.count(it.term) > 1);
    let mut telling: Vec<(Term, f32)> =
        shared.map(|it| (it.term, rarity.weight_in(*it))).collect();
    telling.sort_by(|(a, one), (b, other)| other.total_cmp(one).then(a.cmp(b)));
    telling.truncate(TERMS);
    telling
}

fn others(place: u32, keys: &[(Term, f32)], postings: &[(Term, u32)]) -> Vec<u32> {
    let mut met: Vec<(u32, f32)> = Vec::new();
    for (term, weight) in keys {
        let from = postings.partition_point(|(it, _)| it < term);
        let rest = postings.get(from..).unwrap_or_default();
        let own = rest.get(..rest.partition_point(|(it, _)| it == term)).unwrap_or_default();
        let at = own.partition_point(|(_, it)| *it < place);
        let first = if own.len() > LONGEST { at.saturating_sub(WINDOW) } else { 0 };
        let before = own.get(first..at).unwrap_or_default();
        met.extend(before.iter().map(|(_, other)| (*other, weight * weight)));
    }
    met.sort_unstable_by_key(|(other, _)| *other);
    let mut summed: Vec<(u32, f32)> = Vec::new();
    for same in met.chunk_by(|(one, _), (other, _)| one == other) {
        let Some((other, _)) = same.first() else { continue };
        summed.push((*other, same.iter().map(|(_, weight)| weight).sum()));
    }
    summed.sort_by(|(a, one), (b, other)| other.total_cmp(one).then(a.cmp(b)));
    summed.truncate(MOST);
    let mut found: Vec<u32> = summed.into_iter().map(|(other, _)| other).collect();
    found.sort_unstable();
    found
}
