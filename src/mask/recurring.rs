//! Furniture that no rule knows: the lines that a paper puts above and below its articles,
//! known by standing there again and again.
//!
//! Only runs of lines at a text's edges are taken, so that a line of the article itself always
//! parts them from it, and never a sentence that dates something: papers tell the background
//! of a story in the same words for years.

use std::{
    collections::BTreeMap,
    hash::{DefaultHasher, Hash as _, Hasher as _},
};

use super::{is_prose, lines};
use crate::{
    model::{Mask, MaskKind, Masked},
    text::Span,
};

/// So many lines at the top of a text, and so many at its end, may be furniture.
const LINES_AT_THE_TOP: usize = 8;
const LINES_AT_THE_END: usize = 24;
/// A line that is no sentence recurs in so many articles, and in half of all.
const FEWEST_ARTICLES: usize = 3;
/// A sentence recurs in so many articles, and in four of five.
const FEWEST_ARTICLES_FOR_PROSE: usize = 4;

/// The lines at a text's edges that are not masked, each edge from the outside in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edges {
    top: Vec<Line>,
    end: Vec<Line>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Line {
    span: Span,
    hash: u64,
    is_prose: bool,
}

/// An article among others, as far as its edges go.
#[derive(Clone, Copy, Debug)]
pub struct Page<'a> {
    /// Who published it.
    pub paper: &'a str,
    /// The lines at its edges.
    pub edges: &'a Edges,
    /// Whether it is a copy of another: the same text twice recurs, and is no furniture.
    pub is_copy: bool,
}

impl Edges {
    /// The edges of `text`. Its first line is its headline and is left out.
    pub fn of(text: &str, mask: &Mask) -> Self {
        let own: Vec<Span> =
            lines(text).into_iter().filter(|line| mask.over(*line).is_none()).skip(1).collect();
        let line = |span: &Span| {
            let words = span.slice(text);
            let mut hasher = DefaultHasher::new();
            words.hash(&mut hasher);
            let is_prose = is_prose(words) || words.ends_with(['.', '!', '?', '”', '"', '’']);
            Line { span: *span, hash: hasher.finish(), is_prose }
        };
        Self {
            top: own.iter().take(LINES_AT_THE_TOP).map(line).collect(),
            end: own.iter().rev().take(LINES_AT_THE_END).map(line).collect(),
        }
    }
}

/// For each page, the lines that recur around the articles of its paper. `dates_something`
/// tells whether anything in a span of the page with that number is dated.
pub fn recurring(
    pages: &[Page<'_>],
    dates_something: impl Fn(usize, Span) -> bool,
) -> Vec<Vec<Masked>> {
    let papers = Papers::of(pages);
    let lines = |(number, page): (usize, &Page<'_>)| {
        let is_furniture = |line: &&Line| {
            papers.recurs(page.paper, line)
                && !(line.is_prose && dates_something(number, line.span))
        };
        let edges = [&page.edges.top, &page.edges.end];
        let runs = edges.into_iter().flat_map(|edge| edge.iter().take_while(is_furniture));
        let masked = |line: &Line| Masked { span: line.span, kind: MaskKind::Furniture };
        runs.map(masked).collect()
    };
    pages.iter().enumerate().map(lines).collect()
}

/// How many articles each paper has, and how often each line stands in one of them.
struct Papers<'a> {
    articles: BTreeMap<&'a str, usize>,
    /// Sorted; a line that stands in several articles is there several times.
    lines: Vec<(&'a str, u64)>,
}

impl<'a> Papers<'a> {
    fn of(pages: &[Page<'a>]) -> Self {
        let mut articles: BTreeMap<&str, usize> = BTreeMap::new();
        let mut lines = Vec::new();
        for page in pages.iter().filter(|page| !page.is_copy && !page.paper.is_empty()) {
            *articles.entry(page.paper).or_default() += 1;
            let mut own: Vec<u64> =
                page.edges.top.iter().chain(&page.edges.end).map(|line| line.hash).collect();
            own.sort_unstable();
            own.dedup();
            lines.extend(own.into_iter().map(|hash| (page.paper, hash)));
        }
        lines.sort_unstable();
        Self { articles, lines }
    }

    fn recurs(&self, paper: &str, line: &Line) -> bool {
        let all = self.articles.get(paper).copied().unwrap_or_default();
        let wanted = (paper, line.hash);
        let from = self.lines.partition_point(|it| *it < wanted);
        let count = self.lines.iter().skip(from).take_while(|it| **it == wanted).count();
        if line.is_prose {
            count >= FEWEST_ARTICLES_FOR_PROSE && 5 * count >= 4 * all
        } else {
            count >= FEWEST_ARTICLES && 2 * count >= all
        }
    }
}
