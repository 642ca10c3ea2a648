//! What a sentence counts, and of which of the things that it dates.
//!
//! A figure belongs to what its own clause dates, and to nothing else. Ages, years, addresses,
//! scores and the like are no figures.

mod clauses;
mod counted;
mod lexicon;
mod number;
mod sighted;
mod states;

use crate::{
    anchor::{
        lexicon::EventWords,
        words::{Word, is_dated},
    },
    model::{Figure, Skeleton, Timex},
};

use clauses::Clauses;
use counted::Counting;

pub use lexicon::{FigureExample, FigureWords};

/// Gives each of the things that a sentence dates what its clause counts. `expressions` are
/// those of the sentence, `said` what it dates, both in order of place.
pub(super) fn bind(
    text: &str,
    words: &[Word<'_>],
    expressions: &[Timex],
    said: &mut [Skeleton],
    (told, events): (&FigureWords, &EventWords),
) {
    let found = all(text, words, expressions, (told, events));
    if found.is_empty() {
        return;
    }
    let clauses = Clauses::of(words, expressions, (told, events));
    let places: Vec<usize> = said.iter().map(|it| clauses.word_at(it.origin.span)).collect();
    let mut shares: Vec<Vec<Figure>> = vec![Vec::new(); said.len()];
    for figure in found {
        let at = clauses.word_at(figure.span);
        for (share, _) in shares.iter_mut().zip(clauses.claims(at, &places)).filter(|it| it.1) {
            share.push(figure);
        }
    }
    for (skeleton, share) in said.iter_mut().zip(shares) {
        skeleton.figures = share.into_boxed_slice();
    }
}

/// All that a sentence counts, in order of place.
pub(super) fn all(
    text: &str,
    words: &[Word<'_>],
    expressions: &[Timex],
    (told, events): (&FigureWords, &EventWords),
) -> Vec<Figure> {
    let counts = |word: &Word<'_>| told.heads.has(&word.folded) && !is_dated(word, expressions);
    // Most sentences have no number but in dates.
    let Some(first) = words.iter().position(counts) else { return Vec::new() };
    Counting { text, words, expressions, told, events }.figures(first)
}
