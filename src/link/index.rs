//! Which articles may tell of one thing: those that share something rare.

use std::ops::Range;

use rayon::prelude::*;

use crate::names::Term;

use super::Reading;

/// So many of an article's terms find others: those that tell most.
const TERMS: usize = 28;
/// Of so many articles with one term all are compared; of more, each with so many after it.
const LONGEST: usize = 64;
const WINDOW: u32 = 16;
/// So many others are looked at for each article.
const MOST: usize = 40;

/// A term by which others are found, and how much it tells.
type Key = (Term, f32);

/// For each article the articles before it that share most with it, in order of place.
pub(super) fn candidates(readings: &[Reading<'_>]) -> Vec<Vec<u32>> {
    let keys: Vec<Vec<Key>> = readings.par_iter().map(telling).collect();
    let postings = Postings::of(&keys);
    let others =
        |(keys, spans): (&Vec<Key>, &[Range<u32>])| others(keys, spans, &postings.places);
    keys.par_iter().zip(postings.spans.par_chunks(TERMS)).map(others).collect()
}

/// What tells most of an article, and stands in more than one.
fn telling(reading: &Reading<'_>) -> Vec<Key> {
    let told = reading.content.terms.iter().zip(&reading.weights);
    let shared = told.filter(|(_, weight)| weight.is_shared);
    let mut telling: Vec<Key> = shared.map(|(term, weight)| (*term, weight.here)).collect();
    let order = |(a, one): &Key, (b, other): &Key| other.total_cmp(one).then(a.cmp(b));
    if telling.len() > TERMS {
        telling.select_nth_unstable_by(TERMS, order);
        telling.truncate(TERMS);
    }
    telling.sort_unstable_by(order);
    telling
}

/// The articles that have each term among those that find others.
#[derive(Debug)]
struct Postings {
    /// In order of term, then of place.
    places: Vec<u32>,
    /// For each article, and each of its terms: where those are that it is compared with.
    spans: Vec<Range<u32>>,
}

impl Postings {
    fn of(keys: &[Vec<Key>]) -> Self {
        let mut all: Vec<(Term, u32, u8)> = Vec::new();
        for (place, keys) in (0..).zip(keys) {
            all.extend((0..).zip(keys).map(|(nth, (term, _))| (*term, place, nth)));
        }
        all.par_sort_unstable();
        let mut spans = vec![0..0; keys.len() * TERMS];
        let mut from = 0_u32;
        for own in all.chunk_by(|(one, ..), (other, ..)| one == other) {
            let most = if own.len() > LONGEST { WINDOW } else { u32::MAX };
            for (at, (_, place, nth)) in (from..).zip(own) {
                if let Some(to) = spans.get_mut(*place as usize * TERMS + usize::from(*nth)) {
                    *to = at.saturating_sub(most).max(from)..at;
                }
            }
            from = from.saturating_add(u32::try_from(own.len()).unwrap_or(u32::MAX));
        }
        Self { places: all.into_iter().map(|(_, place, _)| place).collect(), spans }
    }
}

fn others(keys: &[Key], spans: &[Range<u32>], places: &[u32]) -> Vec<u32> {
    let mut met: Vec<(u32, f32)> = Vec::new();
    for ((_, weight), span) in keys.iter().zip(spans) {
        let before = places.get(span.start as usize..span.end as usize).unwrap_or_default();
        met.extend(before.iter().map(|other| (*other, weight * weight)));
    }
    met.sort_unstable_by_key(|(other, _)| *other);
    let mut summed: Vec<(u32, f32)> = Vec::new();
    for same in met.chunk_by(|(one, _), (other, _)| one == other) {
        let Some((other, _)) = same.first() else { continue };
        summed.push((*other, same.iter().map(|(_, weight)| weight).sum()));
    }
    if summed.len() > MOST {
        let order = |(a, one): &(u32, f32), (b, other): &(u32, f32)| {
            other.total_cmp(one).then(a.cmp(b))
        };
        summed.select_nth_unstable_by(MOST, order);
        summed.truncate(MOST);
    }
    let mut found: Vec<u32> = summed.into_iter().map(|(other, _)| other).collect();
    found.sort_unstable();
    found
}
