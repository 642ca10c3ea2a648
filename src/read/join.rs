//! One document for one text, in however many places it lies.

use crate::{model::Document, problem::Problem};

/// Adds the place of `other`, which has the same text, to `known`, which comes before it in
/// order of name: what `known` does not tell, `other` does. Two dates for one text are told.
pub fn join(known: &mut Document, other: &Document) -> Option<Problem> {
    let problem = differing_date(known, other);
    known.places.extend_from_slice(&other.places);
    known.places.sort();
    known.places.dedup();
    known.source = known.source.take().or_else(|| other.source.clone());
    known.author = known.author.take().or_else(|| other.author.clone());
    known.url = known.url.take().or_else(|| other.url.clone());
    known.published = known.published.or(other.published);
    problem
}

fn differing_date(known: &Document, other: &Document) -> Option<Problem> {
    let (kept, said) = (known.published?, other.published?);
    let what = format!("same text as {} but dated {said}", known.name());
    let why = format!("{kept} is kept; mend the date of one, or take one away");
    (kept != said).then(|| Problem::new(other.name(), what, why))
}
