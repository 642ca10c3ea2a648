//! A sentence as words in clauses, as far as the light reading here needs them.

use std::{borrow::Cow, collections::BTreeSet};

use serde::Deserialize;

use crate::{
    model::Timex,
    text::{self, Span},
};

/// One word of a sentence.
#[derive(Debug)]
pub(super) struct Word<'a> {
    /// As it is written, but for the case and the kind of apostrophe.
    pub(super) folded: Cow<'a, str>,
    /// As it is written.
    pub(super) written: &'a str,
    /// Where it begins, in bytes of the text.
    pub(super) start: usize,
    /// Where it ends.
    pub(super) end: usize,
    /// Which clause it stands in, from 0; punctuation parts clauses.
    pub(super) clause: usize,
}

/// The point of "Sgt." stands behind no more bytes.
const ABBREVIATION_BYTES: usize = 5;

/// The words of `sentence`. Punctuation inside a number, an abbreviation or any of
/// `expressions`, which are in order of place, parts nothing.
pub(super) fn words<'a>(text: &'a str, sentence: Span, expressions: &[Timex]) -> Vec<Word<'a>> {
    let mut found: Vec<Word<'a>> = Vec::new();
    let mut clause = 0;
    for next in text::words(text, sentence) {
        let is_parted = next.parted_at.zip(found.last()).is_some_and(|(at, last)| {
            !is_within(at, expressions)
                && !is_in_number(text, at)
                && !is_of_abbreviation(text, at, last)
        });
        clause += usize::from(is_parted);
        found.push(word(text, next.span, clause));
    }
    found
}

/// Whether a word is part of any of `expressions`, which are in order of place.
pub(super) fn is_dated(word: &Word<'_>, expressions: &[Timex]) -> bool {
    let next = expressions.partition_point(|timex| timex.span.end() <= word.start);
    expressions.get(next).is_some_and(|timex| timex.span.start() < word.end)
}

/// Words in small letters, of which most others are told at a glance.
#[derive(Debug, Default, Deserialize)]
#[serde(from = "BTreeSet<String>")]
pub(super) struct WordSet {
    /// By their first letter, a bit for each length.
    lengths: [u64; 26],
    words: BTreeSet<String>,
}

impl WordSet {
    pub(super) fn of<'a>(words: impl IntoIterator<Item = &'a String>) -> Self {
        Self::from(words.into_iter().cloned().collect::<BTreeSet<String>>())
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &String> {
        self.words.iter()
    }

    fn place(word: &str) -> Option<(usize, u64)> {
        let letter = word.as_bytes().first()?.checked_sub(b'a').filter(|it| *it < 26)?;
        Some((usize::from(letter), 1_u64.checked_shl(u32::try_from(word.len()).ok()?)?))
    }

    pub(super) fn contains(&self, word: &str) -> bool {
        let may = Self::place(word).is_none_or(|(letter, bit)| {
            self.lengths.get(letter).is_some_and(|lengths| lengths & bit != 0)
        });
        may && self.words.contains(word)
    }
}

impl From<BTreeSet<String>> for WordSet {
    fn from(words: BTreeSet<String>) -> Self {
        let mut set = Self { lengths: [0; 26], words };
        for (letter, bit) in set.words.iter().filter_map(|word| Self::place(word)) {
            if let Some(lengths) = set.lengths.get_mut(letter) {
                *lengths |= bit;
            }
        }
        set
    }
}

/// "40,000", "3.5": whether the mark there has digits on both sides.
fn is_in_number(text: &str, mark: usize) -> bool {
    let is_digit = |at: usize| text.as_bytes().get(at).is_some_and(u8::is_ascii_digit);
    is_digit(mark + 1) && mark.checked_sub(1).is_some_and(is_digit)
}

/// "Sgt. Hart", "Mill Ave. on": whether the mark is the point of an abbreviation. A sentence
/// has no other point within, unless it is two.
fn is_of_abbreviation(text: &str, mark: usize, before: &Word<'_>) -> bool {
    before.end == mark
        && text.as_bytes().get(mark) == Some(&b'.')
        && before.written.len() <= ABBREVIATION_BYTES
        && before.written.starts_with(char::is_uppercase)
}

fn is_within(place: usize, expressions: &[Timex]) -> bool {
    let next = expressions.partition_point(|timex| timex.span.end() <= place);
    expressions.get(next).is_some_and(|timex| timex.span.start() <= place)
}

fn word(text: &str, span: Span, clause: usize) -> Word<'_> {
    let written = span.slice(text);
    let is_folded = written.bytes().all(|it| it.is_ascii_lowercase() || it == b'-');
    let folded = if is_folded {
        Cow::Borrowed(written)
    } else {
        Cow::Owned(written.to_lowercase().replace('\'', "’"))
    };
    Word { folded, written, start: span.start(), end: span.end(), clause }
}
