//! What of each text is not the article's own words, once all articles are known.

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
};

use super::Article;
use crate::{
    copies::Signature,
    mask::{Page, recurring},
    model::{Aside, Document, DocumentId, Mask, MaskKind, Origin, SetAside},
    text::Span,
};

/// What is known of masks beyond what each article tells by itself.
#[derive(Clone, Debug, Default)]
pub(super) struct Masks {
    /// The masks that differ from the article's own.
    changed: BTreeMap<DocumentId, Mask>,
    taken_in: BTreeMap<DocumentId, BTreeSet<Span>>,
}

impl Masks {
    /// Masks what recurs within a paper, and takes in what the reader took in.
    pub(super) fn of(
        articles: &[&Article],
        taken_in: BTreeMap<DocumentId, BTreeSet<Span>>,
    ) -> Self {
        let pages = articles.iter().map(|article| Page {
            paper: article.document.source.as_deref().unwrap_or_default(),
            title: &article.document.title,
            edges: &article.edges,
        });
        let dated = |number, span| {
            articles
                .get(number)
                .is_some_and(|article: &&Article| dates_something(article, span))
        };
        let pages: Vec<_> = pages.collect();
        let recurring = recurring(&pages, dated);
        let mut changed = BTreeMap::new();
        for (article, mut parts) in articles.iter().zip(recurring) {
            let Document { id, text, .. } = &article.document;
            let taken: Vec<Span> = taken_in.get(id).into_iter().flatten().copied().collect();
            if !parts.is_empty() || !taken.is_empty() {
                parts.extend_from_slice(article.mask.parts());
                changed.insert(*id, Mask::new(parts).joined(text).less(text, &taken));
            }
        }
        Self { changed, taken_in }
    }

    /// What tells an article's own words from those of others.
    pub(super) fn signature<'a>(&self, article: &'a Article) -> Cow<'a, Signature> {
        let of = |mask: &Mask| Signature::of(&mask.without(&article.document.text));
        let changed = self.changed.get(&article.document.id).map(of);
        changed.map_or(Cow::Borrowed(&article.signature), Cow::Owned)
    }

    /// What of an article's text is not its own words.
    pub(super) fn of_article<'a>(&'a self, article: &'a Article) -> &'a Mask {
        self.changed.get(&article.document.id).unwrap_or(&article.mask)
    }

    /// What the reader took in of a document, in order of place.
    pub(super) fn taken_in(&self, document: DocumentId) -> impl Iterator<Item = Span> + '_ {
        self.taken_in.get(&document).into_iter().flatten().copied()
    }
}

fn dates_something(article: &Article, span: Span) -> bool {
    let said = &article.skeletons;
    let next = said.partition_point(|it| it.origin.span.end() <= span.start());
    said.get(next).is_some_and(|it| it.origin.span.overlaps(span))
}

/// The expressions that date no event under that mask, in order of place.
pub(super) fn asides(article: &Article, mask: &Mask) -> Vec<Aside> {
    let why = |origin: Origin| {
        mask.over(origin.span).map(|kind| match kind {
            MaskKind::Furniture => SetAside::Furniture,
            MaskKind::Comment => SetAside::Comment,
        })
    };
    let masked = article
        .skeletons
        .iter()
        .filter_map(|it| why(it.origin).map(|why| Aside { origin: it.origin, why }));
    let others = article
        .asides
        .iter()
        .map(|it| Aside { origin: it.origin, why: why(it.origin).unwrap_or(it.why) });
    let mut all: Vec<Aside> = masked.chain(others).collect();
    all.sort_by_key(|it| it.origin);
    all
}
