//! Which lines of a page are the article: an extractor's word, mended by rules of our own.

use std::panic::{AssertUnwindSafe, catch_unwind};

use scraper::Html;
use trafilatura::{ExtractionFocus, HtmlDateMode, Options, extract};

use super::{
    marked,
    mend::mend,
    text::{Line, Text},
};
use crate::{
    model::{Mask, MaskKind, Masked},
    text::Span,
};

/// What of the page's text is none of the article's own words.
pub(super) fn outside(page: &Html, text: &Text, title: Option<&str>, bytes: usize) -> Mask {
    let kept = kept(page, text, bytes);
    let kind = |line: &Line| {
        if is_kept(text, line, &kept.article) {
            None
        } else if is_kept(text, line, &kept.comments) {
            Some(MaskKind::Comment)
        } else {
            Some(MaskKind::Furniture)
        }
    };
    let mut kinds: Vec<_> = text.lines.iter().map(kind).collect();
    mend(text, title, &mut kinds);
    Mask::new(masked(text, &kinds))
}

/// The pieces that the extractor took for the article, and for readers' comments.
struct Kept {
    article: Vec<bool>,
    comments: Vec<bool>,
}

fn kept(page: &Html, text: &Text, bytes: usize) -> Kept {
    let signed = marked::html(page, bytes);
    let options = Options::default()
        .with_fallback(true)
        .with_focus(ExtractionFocus::FavorPrecision)
        .with_html_date_mode(HtmlDateMode::Disabled);
    // A page that brings the extractor down is still read: without an article.
    let got = catch_unwind(AssertUnwindSafe(|| extract(&signed, &options).ok())).ok().flatten();
    let html = |of: fn(&trafilatura::ExtractResult) -> &str| got.as_ref().map_or("", of);
    let count = text.pieces.len();
    Kept {
        article: marked::kept(html(|it| &it.content_html), count),
        comments: marked::kept(html(|it| &it.comments_html), count),
    }
}

/// Whether at least half of the line is.
fn is_kept(text: &Text, line: &Line, kept: &[bool]) -> bool {
    let pieces = text.pieces.get(line.pieces.clone()).unwrap_or_default();
    let kept = kept.get(line.pieces.clone()).unwrap_or_default();
    let bytes = |only_kept: bool| -> usize {
        let some = pieces.iter().zip(kept).filter(|(_, kept)| !only_kept || **kept);
        some.map(|(piece, _)| piece.bytes).sum()
    };
    2 * bytes(true) >= bytes(false).max(1)
}

/// Neighbouring lines of one kind, and the empty lines between them, as one part.
fn masked(text: &Text, kinds: &[Option<MaskKind>]) -> Vec<Masked> {
    let mut parts: Vec<Masked> = Vec::new();
    let mut before = None;
    for (line, kind) in text.lines.iter().zip(kinds) {
        let span = Span::of(&text.whole, line.range.clone());
        if let Some((span, kind)) = span.zip(*kind) {
            match parts.last_mut().filter(|_| before == Some(kind)) {
                Some(last) => last.span = last.span.join(span),
                None => parts.push(Masked { span, kind }),
            }
        }
        before = *kind;
    }
    parts
}
