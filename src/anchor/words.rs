//! A sentence as words in clauses, as far as the light reading here needs them.

use std::borrow::Cow;

use crate::{model::Timex, text::Span};

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

/// The words of `sentence`. Punctuation inside any of `expressions`, which are in order of
/// place, parts nothing.
pub(super) fn words<'a>(text: &'a str, sentence: Span, expressions: &[Timex]) -> Vec<Word<'a>> {
    let mut found: Vec<Word<'a>> = Vec::new();
    let mut clause = 0;
    let mut word_start = None;
    let line = sentence.slice(text);
    let mut characters = line.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        let within = |c: &char| c.is_alphanumeric();
        let joins =
            matches!(c, '’' | '\'' | '-') && characters.peek().is_some_and(|(_, c)| within(c));
        if within(&c) || (joins && word_start.is_some()) {
            word_start.get_or_insert(at);
            continue;
        }
        found.extend(word(text, sentence, word_start.take(), at, clause));
        let place = sentence.start() + at;
        let parts = parts_clauses(c) && found.last().is_some_and(|word| word.clause == clause);
        if parts && !is_within(place, expressions) {
            clause += 1;
        }
    }
    found.extend(word(text, sentence, word_start, line.len(), clause));
    found
}

fn is_within(place: usize, expressions: &[Timex]) -> bool {
    let next = expressions.partition_point(|timex| timex.span.end() <= place);
    expressions.get(next).is_some_and(|timex| timex.span.start() <= place)
}

fn word(
    text: &str,
    sentence: Span,
    start: Option<usize>,
    end: usize,
    clause: usize,
) -> Option<Word<'_>> {
    let (start, end) = (sentence.start() + start?, sentence.start() + end);
    let written = text.get(start..end)?;
    let is_folded = written.bytes().all(|it| it.is_ascii_lowercase() || it == b'-');
    let folded = if is_folded {
        Cow::Borrowed(written)
    } else {
        Cow::Owned(written.to_lowercase().replace('\'', "’"))
    };
    Some(Word { folded, written, start, end, clause })
}

const fn parts_clauses(c: char) -> bool {
    matches!(c, ',' | ';' | ':' | '—' | '–' | '(' | ')' | '“' | '”' | '"' | '.' | '!' | '?')
}
