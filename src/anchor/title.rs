//! One line for the timeline, cut out of the sentence.

use crate::{model::Title, text::Span};

use super::{lexicon::EventWords, words::Word};

/// A title is no longer than this, in bytes, unless the expression alone is.
const LONGEST_BYTES: usize = 96;
/// A title that was cut to begin well keeps at least this many bytes before the expression.
const SHORTEST_BYTES: usize = 24;

/// The line for what `expression` dates: the clause around it, whole where it fits.
pub(super) fn cut(
    text: &str,
    all: &[Word<'_>],
    sentence: Span,
    expression: Span,
    told: &EventWords,
) -> Title {
    let (first, last) = match (all.first(), all.last()) {
        (Some(first), Some(last)) => (first.start, last.end),
        _ => (sentence.start(), sentence.end()),
    };
    let end = end_of_clause(all, expression, last);
    let (start, end) = if end - first <= LONGEST_BYTES {
        (first, longest_end(all, first, end))
    } else if expression.end() - first <= LONGEST_BYTES {
        (first, expression.end())
    } else {
        let short = end - expression.start() <= LONGEST_BYTES / 2;
        let end = if short { end } else { expression.end() };
        (begin(all, expression, end, told), end)
    };
    let start = start - opening_quote(text, start).min(start - sentence.start());
    let span = Span::of(text, start..end).unwrap_or(expression).join(expression);
    Title { span, cut_before: span.start() > first, cut_after: span.end() < last }
}

/// How long the quotation mark is that opens right before `start`, so that none closes alone.
fn opening_quote(text: &str, start: usize) -> usize {
    let before = text.get(..start).and_then(|before| before.chars().next_back());
    before.filter(|c| matches!(c, '“' | '‘' | '"' | '(')).map_or(0, char::len_utf8)
}

/// Where the clause of `expression` ends.
fn end_of_clause(all: &[Word<'_>], expression: Span, last: usize) -> usize {
    let own = all.iter().find(|word| word.end > expression.start()).map(|word| word.clause);
    let end = all.iter().rev().find(|word| Some(word.clause) == own).map(|word| word.end);
    end.unwrap_or(last).max(expression.end())
}

/// The last clause's end, from `end` on, with which the line still fits.
fn longest_end(all: &[Word<'_>], start: usize, end: usize) -> usize {
    let ends = all.iter().zip(all.iter().skip(1).map(Some).chain([None])).filter_map(
        |(word, next)| next.is_none_or(|next| next.clause != word.clause).then_some(word.end),
    );
    ends.filter(|clause_end| *clause_end >= end && clause_end - start <= LONGEST_BYTES)
        .max()
        .unwrap_or(end)
}

/// Where a line that ends at `end` best begins: at a clause's beginning, else after a word
/// that a line reads well without, else at any word.
fn begin(all: &[Word<'_>], expression: Span, end: usize, told: &EventWords) -> usize {
    let fits = |word: &Word<'_>| {
        word.start < expression.start() && end.saturating_sub(word.start) <= LONGEST_BYTES
    };
    let long_enough = |word: &Word<'_>| expression.start() - word.start >= SHORTEST_BYTES;
    let mut best = None;
    for (before, word) in all.iter().zip(all.iter().skip(1)) {
        if !fits(word) {
            continue;
        }
        let rank = if word.clause != before.clause && long_enough(word) {
            0
        } else if told.cut_after.contains(&*before.folded) && long_enough(word) {
            1
        } else {
            2
        };
        if best.is_none_or(|(least, _)| rank < least) {
            best = Some((rank, word.start));
        }
    }
    best.map_or(expression.start(), |(_, start)| start)
}
