//! One document for one text, in however many places it lies.

use super::title;
use crate::model::Document;

/// Adds the place of `other`, which has the same text, to `known`, which comes before it in
/// order of name: what `known` does not tell, `other` does.
pub fn join(known: &mut Document, other: &Document) {
    known.places.extend_from_slice(&other.places);
    known.places.sort();
    known.places.dedup();
    known.source = known.source.take().or_else(|| other.source.clone());
    known.author = known.author.take().or_else(|| other.author.clone());
    known.url = known.url.take().or_else(|| other.url.clone());
    known.published = known.published.or(other.published);
}

/// A document's headline, if it is none that was made of its text or its name.
pub fn title_said(document: &Document) -> Option<&str> {
    let is_made = document.title == document.name()
        || title::title(&document.text, false).is_some_and(|it| it == document.title);
    (!is_made).then_some(&document.title)
}
