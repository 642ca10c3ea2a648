//! Sentences: Unicode's boundaries, mended by what newspapers write.

use std::ops::Range;

use super::{
    Span,
    bounds::unicode_sentences,
    paragraphs::{list_mark, paragraphs, trimmed},
    stops::{Stop, stop_after},
};

/// Longer sentences are cut at an inner pause, so that a quote stays readable.
const LONGEST_BYTES: usize = 600;
/// No piece is cut off shorter than this.
/// No quote is longer, whatever stands in it.
const HARDEST_BYTES: usize = 1200;
const SHORTEST_PIECE_BYTES: usize = 80;

/// The sentences of `text`, first to last, without white space at their ends; none crosses
/// a paragraph's end.
pub fn sentences(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    for paragraph in paragraphs(text) {
        let mut start = paragraph.start();
        for end in ends(paragraph.slice(text)) {
            let end = paragraph.start() + end;
            found.extend(
                trimmed(text, start, end).map(|one| pieces(text, one)).into_iter().flatten(),
            );
            start = end;
        }
    }
    found
}

/// Whether a sentence ends between the two lines.
pub(super) fn ends_a_sentence(above: &str, below: &str) -> bool {
    match stop_after(above) {
        Some(stop) => stop.ends_before(below),
        None => false,
    }
}

/// Where the sentences of one paragraph end, its own end last.
fn ends(paragraph: &str) -> Vec<usize> {
    let mut ends = Vec::new();
    let mark = list_mark(paragraph).unwrap_or(0);
    for Range { start, end } in unicode_sentences(paragraph) {
        let segment = paragraph.get(start..end).unwrap_or_default();
        // Unicode sees no end in "stolen.Nobody", nor in "in 2012. 40 jobs".
        for (dot, _) in segment.match_indices('.') {
            let at = start + dot + 1;
            if at > mark && at < end && hides_an_end(paragraph, at) {
                ends.push(at);
            }
        }
        if end > mark && (end == paragraph.len() || is_end(paragraph, end)) {
            ends.push(end);
        }
    }
    if ends.last() != Some(&paragraph.len()) {
        ends.push(paragraph.len());
    }
    ends
}

/// Whether one of Unicode's boundaries is one of ours.
fn is_end(paragraph: &str, at: usize) -> bool {
    let Some((before, after)) = paragraph.split_at_checked(at) else { return false };
    ends_a_sentence(before.trim_end(), after)
}

/// Whether a sentence ends at the full stop before `at`, where Unicode sees none.
fn hides_an_end(paragraph: &str, at: usize) -> bool {
    let Some((before, after)) = paragraph.split_at_checked(at) else { return false };
    let mut ahead = after.chars();
    let next = ahead.next();
    if next.is_some_and(char::is_whitespace) {
        let number = after.trim_start().starts_with(|c: char| c.is_ascii_digit());
        return number && stop_after(before).is_some_and(Stop::ends_before_number);
    }
    let glued = next.is_some_and(char::is_uppercase)
        && ahead.next().is_some_and(char::is_lowercase)
        && before
            .trim_end_matches('.')
            .ends_with(|c: char| c.is_lowercase() || c.is_ascii_digit());
    glued
        && stop_after(before).is_some_and(|stop| stop.is_plain() && !is_address(before, after))
}

/// Whether the word that the two share is an address: "www.example.Org/News".
fn is_address(before: &str, after: &str) -> bool {
    let tail = super::stops::last_word(before);
    let head = after.split(char::is_whitespace).next().unwrap_or_default();
    let head: String = head.chars().take(100).collect();
    tail.starts_with("www.") || tail.contains(['/', '@']) || head.contains(['/', '@'])
}

/// The sentence, cut at its pauses where it is too long to be quoted.
fn pieces(text: &str, sentence: Span) -> Vec<Span> {
    let mut found = Vec::new();
    let mut rest = sentence;
    while let Some(cut) = pause(rest.slice(text)) {
        let at = rest.start() + cut;
        let (Some(piece), Some(after)) =
            (trimmed(text, rest.start(), at), trimmed(text, at, rest.end()))
        else {
            break;
        };
        found.push(piece);
        rest = after;
    }
    found.push(rest);
    found
}

/// Where to cut a sentence that is too long: after the last semicolon within reach, else
/// before the last dash, else after the last comma, else at the next one; at the latest
/// before the last word within the hard limit, for a quote without end is none.
fn pause(sentence: &str) -> Option<usize> {
    if sentence.len() <= LONGEST_BYTES {
        return None;
    }
    let from = sentence.ceil_char_boundary(SHORTEST_PIECE_BYTES);
    let last = sentence.floor_char_boundary(sentence.len() - SHORTEST_PIECE_BYTES);
    let within = sentence.get(from..sentence.floor_char_boundary(LONGEST_BYTES).min(last))?;
    let cut = within
        .rfind("; ")
        .map(|at| at + 1)
        .or_else(|| within.rfind(" — ").or_else(|| within.rfind(" – ")))
        .or_else(|| {
            within.rmatch_indices(", ").map(|(at, _)| at + 1).find(|at| cuts(within, *at))
        });
    if let Some(cut) = cut {
        return Some(from + cut);
    }
    let beyond = sentence.floor_char_boundary(LONGEST_BYTES);
    let limit = sentence.floor_char_boundary(HARDEST_BYTES).min(last);
    let rest = sentence.get(beyond..limit)?;
    let next = rest.match_indices([',', ';']).map(|(at, _)| at + 1);
    let next = next.map(|at| beyond + at).find(|at| cuts(sentence, *at));
    let over = sentence.len() > HARDEST_BYTES;
    let word = || sentence.get(from..limit)?.rfind(char::is_whitespace).map(|at| from + at);
    next.or_else(|| over.then(word).flatten()).or_else(|| over.then_some(limit))
}

/// A comma before a number may stand within a date: "4 May, 2014".
fn cuts(sentence: &str, after_comma: usize) -> bool {
    let ahead = sentence.get(after_comma..).unwrap_or_default();
    ahead
        .strip_prefix(' ')
        .is_some_and(|ahead| !ahead.starts_with(|c: char| c.is_ascii_digit()))
}
