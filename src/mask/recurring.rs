//! Furniture that no rule knows: the lines that a paper puts above and below its articles,
//! known by standing there again and again.
//!
//! Only runs of lines at a text's edges are taken, so that a line of the article itself always
//! parts them from it, and never a sentence that dates something, nor a list of dates: papers
//! tell the background of a story in the same words for years.

use std::{
    collections::{BTreeMap, BTreeSet},
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
    /// Its headline: one article saved twice is no habit of its paper.
    pub title: &'a str,
    /// The lines at its edges.
    pub edges: &'a Edges,
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
        let recurs = |line: &Line| papers.recurs(page.paper, line);
        let is_dated = |line: &Line| dates_something(number, line.span);
        let is_entry = |line: &Line| !line.is_prose && is_dated(line) && recurs(line);
        let is_furniture = |(line, next): &(&Line, Option<&Line>)| {
            let tells = line.is_prose && is_dated(line);
            let in_list = is_entry(line) && next.is_some_and(is_entry);
            recurs(line) && !tells && !in_list
        };
        let edges = [&page.edges.top, &page.edges.end];
        let runs = edges.into_iter().flat_map(|edge| {
            let next = edge.iter().skip(1).map(Some).chain([None]);
            edge.iter().zip(next).take_while(is_furniture).map(|(line, _)| line)
        });
        let masked = |line: &Line| Masked { span: line.span, kind: MaskKind::Furniture };
        runs.map(masked).collect()
    };
    pages.iter().enumerate().map(lines).collect()
}

/// How many articles each paper has, and which lines stand in them.
struct Papers<'a> {
    articles: BTreeMap<&'a str, usize>,
    /// Each line of a paper with the headline below which it stands; sorted, each once.
    lines: Vec<(&'a str, u64, &'a str)>,
}

impl<'a> Papers<'a> {
    fn of(pages: &'a [Page<'a>]) -> Self {
        let known = || pages.iter().filter(|page| !page.paper.is_empty());
        let headlines: BTreeSet<_> = known().map(|page| (page.paper, page.title)).collect();
        let mut articles: BTreeMap<&str, usize> = BTreeMap::new();
        for (paper, _) in headlines {
            *articles.entry(paper).or_default() += 1;
        }
        let own = |page: &'a Page<'a>| {
            let lines = page.edges.top.iter().chain(&page.edges.end);
            lines.map(|line| (page.paper, line.hash, page.title))
        };
        let mut lines: Vec<_> = known().flat_map(own).collect();
        lines.sort_unstable();
        lines.dedup();
        Self { articles, lines }
    }

    fn recurs(&self, paper: &str, line: &Line) -> bool {
        let all = self.articles.get(paper).copied().unwrap_or_default();
        let wanted = (paper, line.hash);
        let from = self.lines.partition_point(|(paper, hash, _)| (*paper, *hash) < wanted);
        let same = |(paper, hash, _): &&(&str, u64, &str)| (*paper, *hash) == wanted;
        let count = self.lines.iter().skip(from).take_while(same).count();
        if line.is_prose {
            count >= FEWEST_ARTICLES_FOR_PROSE && 5 * count >= 4 * all
        } else {
            count >= FEWEST_ARTICLES && 2 * count >= all
        }
    }
}
