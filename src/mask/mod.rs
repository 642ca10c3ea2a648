//! What of a text is not the article's own words: the page's furniture, readers' comments.
//!
//! Texts have no markup to help, so whole lines are told by their words, which are data
//! (`assets/furniture.toml`). In doubt a line is left in: a sentence of the article lost in
//! silence is worse than a line of noise. What no rule knows is found where it recurs within a
//! paper.

mod credit;
mod markdown;
mod recurring;
mod rules;

use std::collections::BTreeSet;

use crate::{
    model::{Mask, MaskKind, Masked},
    text::{Span, list_mark, trimmed},
};
pub use recurring::{Edges, Page, recurring};
use rules::{Rules, Takes};

/// A line this long with a full stop is prose, when it is asked how much of an article stands
/// above the comments.
const PROSE_BYTES: usize = 80;
/// A head such as "3 comments" needs so many lines of prose above it: many pages show one
/// below the headline too.
const PROSE_LINES_ABOVE_COMMENTS: usize = 3;

/// The furniture and the comments in `text`: what its page's markup tells to lie `outside` of
/// the article, the `bylines`, which say nothing but its date, and what the words of its lines
/// tell. The first line left is never masked.
pub fn mask(text: &str, outside: &Mask, bylines: &[Span]) -> Mask {
    let rules = Rules::of_all_pages();
    let is_plain = outside.parts().is_empty();
    let mut lines = lines(text);
    let known = Mask::new(
        bylines
            .iter()
            .map(|it| furniture(*it))
            .chain(outside.parts().iter().copied())
            .collect(),
    );
    lines.retain(|line| known.over(*line).is_none());
    let (front, body) = markdown::front_matter(text, &lines);
    let mut parts: Vec<Masked> = front.iter().map(|line| furniture(*line)).collect();
    let headline = body.first().map_or("", |line| line.slice(text));
    let mut captions = BTreeSet::new();
    let mut rest = body.get(1..).unwrap_or_default();
    let mut prose_lines = usize::from(is_prose(headline));
    while let Some((line, below)) = rest.split_first() {
        let words = line.slice(text);
        let taken = match rules.takes(words) {
            Some(Takes::Comments) if prose_lines > 0 && names(words, headline) => {
                comments(text, rest, rules, &mut parts)
            }
            Some(Takes::LateComments) if prose_lines >= PROSE_LINES_ABOVE_COMMENTS => {
                comments(text, rest, rules, &mut parts)
            }
            Some(Takes::Comments) => 0,
            Some(Takes::Line | Takes::LateComments) => 1,
            Some(Takes::List) => 1 + count(below, |line| list_mark(line.slice(text)).is_some()),
            Some(Takes::Appeal { sure }) => {
                let asks = count(below, |line| rules.asks_for_support(line.slice(text)));
                if asks > 0 || sure { 1 + asks } else { 0 }
            }
            // In a page, the links that lead elsewhere are told by its markup.
            None if is_plain && markdown::is_link(words) || rules.shares(words) => 1,
            None => usize::from(credit::is_credit(words, &rules.credit, &mut captions)),
        };
        let (gone, left) = rest.split_at(taken.max(1));
        if taken == 0 {
            prose_lines += usize::from(is_prose(words));
        } else {
            parts.extend(gone.iter().map(|line| furniture(*line)));
        }
        rest = left;
    }
    // A caption often stands once more without its credit.
    for line in body.iter().skip(1).filter(|line| captions.contains(line.slice(text))) {
        parts.push(furniture(*line));
    }
    parts.extend_from_slice(known.parts());
    Mask::new(parts).joined(text)
}

/// "One thought on “Bridge to close”": an article's own subheading names no headline.
fn names(line: &str, headline: &str) -> bool {
    line.contains(['“', '"', '«']) || line.to_lowercase().contains(&headline.to_lowercase())
}

/// All from the head on is comment, save for the furniture between. Says how many lines.
fn comments(text: &str, rest: &[Span], rules: &Rules, parts: &mut Vec<Masked>) -> usize {
    for line in rest {
        let words = line.slice(text);
        let is_furniture =
            matches!(rules.takes(words), Some(Takes::Line)) || rules.shares(words);
        let kind = if is_furniture { MaskKind::Furniture } else { MaskKind::Comment };
        parts.push(Masked { span: *line, kind });
    }
    rest.len()
}

/// The lines that hold more than white space.
fn lines(text: &str) -> Vec<Span> {
    let mut start = 0;
    let line = |line: &str| {
        let from = start;
        start += line.len();
        trimmed(text, from, start)
    };
    text.split_inclusive('\n').filter_map(line).collect()
}

const fn furniture(span: Span) -> Masked {
    Masked { span, kind: MaskKind::Furniture }
}

fn count(lines: &[Span], is_one: impl Fn(&Span) -> bool) -> usize {
    lines.iter().take_while(|line| is_one(line)).count()
}

fn is_prose(line: &str) -> bool {
    line.len() >= PROSE_BYTES && line.contains('.')
}
