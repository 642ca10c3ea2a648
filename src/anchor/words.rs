//! A sentence as words in clauses, as far as the light reading here needs them.

use std::borrow::Cow;

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
