//! Unicode's sentence boundaries, found without looking at every character.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation as _;

/// The stretches of `text` between Unicode's sentence boundaries, first to last.
///
/// The same as `unicode_segmentation` gives, which looks every character up in a table: what
/// stands before the first character that can end a sentence is passed over.
pub fn unicode_sentences(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut start = 0;
    std::iter::from_fn(move || {
        let rest = text.get(start..).filter(|rest| !rest.is_empty())?;
        let own = match rest.find(may_end_a_sentence) {
            Some(at) => {
                let from = looked_at_from(rest, at);
                let first = rest.get(from..)?.split_sentence_bounds().next()?;
                from + first.len()
            }
            None => rest.len(),
        };
        let sentence = start..start + own;
        start = sentence.end;
        Some(sentence)
    })
}

/// Whether a sentence may end at it; `false` only where it is sure that none does.
fn may_end_a_sentence(c: char) -> bool {
    match c {
        '.' | '!' | '?' | '\n' | '\r' => true,
        // Latin letters, and the dashes and quotation marks of newspapers.
        '\0'..='\x7f' | '\u{a0}'..='\u{24f}' | '\u{2010}'..='\u{2023}' | '…' | '€' => false,
        _ => true,
    }
}

/// What a character ends depends on the one before it, accents left out: no accent is ASCII.
fn looked_at_from(rest: &str, at: usize) -> usize {
    let before = rest.get(..at).unwrap_or_default();
    before.rfind(|c: char| c.is_ascii()).unwrap_or(0)
}
