//! The lines of a file, broken into rows that all are as high: what is in view is known without
//! laying out the rest.

use std::ops::Range;

use crate::read::Stretch;

/// What stands in one row.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Row {
    /// In which of the stretches.
    pub(super) stretch: usize,
    /// Which of its bytes.
    pub(super) bytes: Range<usize>,
    /// The number of the line that begins here.
    pub(super) line: Option<u64>,
}

/// The rows that `stretches` fill, none wider than `width`; `letter` tells how wide each is.
pub(super) fn rows(
    stretches: &[Stretch],
    width: f32,
    mut letter: impl FnMut(char) -> f32,
) -> Vec<Row> {
    let mut rows = Vec::new();
    for (stretch, Stretch { line, text }) in stretches.iter().enumerate() {
        let mut from = 0;
        // What ends the last line begins none.
        let text = text.strip_suffix('\n').unwrap_or(text);
        for (number, words) in (*line..).zip(text.split('\n')) {
            let mut line = Some(number);
            for part in broken(words, width, &mut letter) {
                let bytes = from + part.start..from + part.end;
                rows.push(Row { stretch, bytes, line: line.take() });
            }
            from += words.len() + 1;
        }
    }
    rows
}

/// `line` in parts that fit, broken after a space where there is one. An empty line is one
/// part.
fn broken(line: &str, width: f32, letter: &mut impl FnMut(char) -> f32) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let (mut from, mut space, mut wide) = (0, 0, 0.0);
    let mut since_space = 0.0;
    for (at, c) in line.char_indices() {
        let this = letter(c);
        if wide + this > width && at > from {
            let (cut, left) = if space > from { (space, since_space) } else { (at, 0.0) };
            parts.push(from..cut);
            (from, wide) = (cut, left);
        }
        wide += this;
        since_space += this;
        if c.is_whitespace() {
            (space, since_space) = (at + c.len_utf8(), 0.0);
        }
    }
    parts.push(from..line.len());
    parts
}

/// Where `quote` stands in `stretches`, however its words are spaced there. Of a quote that is
/// written otherwise, the words it begins with, where they stand only once.
pub(super) fn found(stretches: &[Stretch], quote: &str) -> Option<(usize, Range<usize>)> {
    const BEGINNINGS: [usize; 2] = [8, 5];
    let words: Vec<&str> = quote.split_whitespace().collect();
    let all = |words: &[&str]| -> Vec<(usize, Range<usize>)> {
        let within = stretches.iter().enumerate().flat_map(|(stretch, it)| {
            places(&it.text, words).take(2).map(move |bytes| (stretch, bytes))
        });
        within.take(2).collect()
    };
    let only = |count: usize| {
        let mut places = all(words.get(..count)?);
        places.pop().filter(|_| places.is_empty())
    };
    all(&words).into_iter().next().or_else(|| BEGINNINGS.into_iter().find_map(only))
}

/// Where `words` follow one another in `text`.
fn places<'a>(text: &'a str, words: &'a [&str]) -> impl Iterator<Item = Range<usize>> + 'a {
    let first = words.first().map(|first| text.match_indices(*first));
    first.into_iter().flatten().filter_map(move |(start, _)| {
        let mut rest = text.get(start..)?;
        for word in words {
            rest = rest.trim_start().strip_prefix(word)?;
        }
        Some(start..text.len() - rest.len())
    })
}
