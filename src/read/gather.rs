//! One document for one text, in however many places it lies.

use std::collections::BTreeMap;

use crate::{
    model::{Document, DocumentId},
    problem::Problem,
};

/// The documents in order of name, equal texts as one document with several places.
///
/// The same whatever the order of arrival: the smallest name tells first, and what it does
/// not tell the next one does.
pub fn gather(mut found: Vec<Document>) -> (Vec<Document>, Vec<Problem>) {
    found.sort_by(|one, other| rank(one).cmp(&rank(other)));
    let mut problems = Vec::new();
    let mut known: BTreeMap<DocumentId, Document> = BTreeMap::new();
    for document in found {
        match known.get_mut(&document.id) {
            Some(first) => {
                problems.extend(differing_date(first, &document));
                join(first, document);
            }
            None => drop(known.insert(document.id, document)),
        }
    }
    let mut documents: Vec<Document> = known.into_values().collect();
    documents.sort_by(|one, other| rank(one).cmp(&rank(other)));
    problems.sort();
    problems.dedup();
    (documents, problems)
}

/// Everything that may differ between documents, the name first.
fn rank(document: &Document) -> impl Ord + '_ {
    let Document { id, places, title, source, author, url, published, text: _ } = document;
    (places, published, title, source, author, url, id)
}

fn differing_date(first: &Document, other: &Document) -> Option<Problem> {
    let (kept, said) = (first.published?, other.published?);
    let what = format!("same text as {} but dated {said}", first.name());
    let why = format!("{kept} is kept; mend the date of one, or take one away");
    (kept != said).then(|| Problem::new(other.name(), what, why))
}

fn join(first: &mut Document, other: Document) {
    first.places.extend(other.places);
    first.places.sort();
    first.places.dedup();
    first.source = first.source.take().or(other.source);
    first.author = first.author.take().or(other.author);
    first.url = first.url.take().or(other.url);
    first.published = first.published.or(other.published);
}
