//! How a thing is told, as far as that tells how much it weighs.

use std::collections::BTreeSet;

use crate::{model::Manner, text::Span};

use super::{lexicon::EventWords, reading::clause_of, words::Word};

/// Words that begin alike are taken for one: "police's", "shooting" and "shootings".
const STEM_CHARACTERS: usize = 5;
const SHORTEST_WORD_BYTES: usize = 3;

/// The words of a headline, those apart that any may have.
pub(super) fn headline(title: &str, told: &EventWords) -> BTreeSet<String> {
    let words = title.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase);
    words.filter(|word| tells(word, told)).map(|word| stem(&word).to_owned()).collect()
}

/// How what `expression` dates is told, in a sentence with so many words of the headline.
pub(super) fn manner(
    text: &str,
    words: &[Word<'_>],
    expression: Span,
    of_headline: u8,
    told: &EventWords,
) -> Manner {
    let mut clause = clause_of(words, expression).iter();
    Manner {
        of_headline,
        procedure: clause.any(|word| told.procedure.contains(&word.folded)),
        quoted: is_quoted(text, words, expression),
    }
}

/// How many words of the headline stand among `words`.
pub(super) fn of_headline(
    words: &[Word<'_>],
    headline: &BTreeSet<String>,
    told: &EventWords,
) -> u8 {
    let shared: BTreeSet<&str> = words
        .iter()
        .map(|word| (&*word.folded, stem(&word.folded)))
        .filter(|(word, stem)| headline.contains(*stem) && tells(word, told))
        .map(|(_, stem)| stem)
        .collect();
    u8::try_from(shared.len()).unwrap_or(u8::MAX)
}

fn tells(word: &str, told: &EventWords) -> bool {
    word.len() >= SHORTEST_WORD_BYTES && !told.common.contains(word)
}

fn stem(word: &str) -> &str {
    word.char_indices().nth(STEM_CHARACTERS).and_then(|(at, _)| word.get(..at)).unwrap_or(word)
}

/// Whether a quotation that opens in the sentence is still open where the expression stands.
fn is_quoted(text: &str, words: &[Word<'_>], expression: Span) -> bool {
    let start = words.first().map_or(expression.start(), |word| word.start);
    // The mark stands before the first word.
    let start = text
        .get(..start)
        .map_or(start, |before| before.trim_end_matches(['“', '"', '«', ' ']).len());
    let before = text.get(start..expression.start()).unwrap_or_default();
    before.chars().fold(false, |open, c| match c {
        '“' | '«' => true,
        '”' | '»' => false,
        '"' => !open,
        _ => open,
    })
}
