//! From a page's source to its tree, however it is nested.

use scraper::Html;

/// Pages are never nested so deep; each library takes ever longer the deeper they are.
const DEEPEST: usize = 600;
/// Elements that a page may leave open without nesting what follows.
const FLAT: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param",
    "source", "track", "wbr", "html", "head", "body", "p", "li", "dt", "dd", "option",
    "optgroup", "tr", "td", "th", "tbody", "thead", "tfoot", "colgroup", "rp", "rt", "a",
    "button", "nobr",
];
/// What is between these is no markup.
const RAW: &[&str] = &["script", "style", "textarea", "title", "xmp"];

/// The tree of `source`, and how deep its elements are nested if that was too deep: those
/// deeper down are left out, their words are not.
pub(super) fn parse(source: &str) -> (Html, Option<usize>) {
    let deepest = deepest(source);
    if deepest <= DEEPEST {
        (Html::parse_document(source), None)
    } else {
        (Html::parse_document(&flattened(source)), Some(deepest))
    }
}

/// How deep elements are nested, at most: elements that need no end tag count as if open.
fn deepest(source: &str) -> usize {
    let (mut open, mut deepest) = (0_usize, 0);
    for tag in tags(source) {
        if tag.closes {
            open = open.saturating_sub(1);
        } else {
            open += usize::from(nests(tag.name));
        }
        deepest = deepest.max(open);
    }
    deepest
}

/// `source` without the tags of elements that lie too deep.
fn flattened(source: &str) -> String {
    let mut kept = String::with_capacity(source.len());
    let (mut open, mut from) = (0_usize, 0);
    for tag in tags(source).filter(|tag| nests(tag.name)) {
        open = if tag.closes { open.saturating_sub(1) } else { open + 1 };
        if open + usize::from(tag.closes) > DEEPEST {
            kept.push_str(source.get(from..tag.start).unwrap_or_default());
            kept.push(' ');
            from = tag.end;
        }
    }
    kept.push_str(source.get(from..).unwrap_or_default());
    kept
}

fn nests(name: &str) -> bool {
    !FLAT.iter().any(|it| it.eq_ignore_ascii_case(name))
}

struct Tag<'a> {
    name: &'a str,
    closes: bool,
    start: usize,
    end: usize,
}

/// The tags of `source`, first to last. What only looks like one, in a quoted attribute, may
/// be taken for one.
fn tags(source: &str) -> impl Iterator<Item = Tag<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let start = at + source.get(at..)?.find('<')?;
            let rest = source.get(start + 1..)?;
            if let Some(comment) = rest.strip_prefix("!--") {
                at = source.len() - comment.len() + comment.find("-->")?;
                continue;
            }
            let closes = rest.starts_with('/');
            let word = rest.get(usize::from(closes)..)?;
            let name = word.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(word.len());
            let name = word.get(..name)?;
            if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
                at = start + 1;
                continue;
            }
            let end = start + rest.find('>')? + 2;
            at = end;
            if !closes && RAW.iter().any(|it| it.eq_ignore_ascii_case(name)) {
                at = end + end_of_raw(source.get(end..)?, name)?;
            }
            return Some(Tag { name, closes, start, end });
        }
    })
}

/// Where the end tag of a raw element begins.
fn end_of_raw(rest: &str, name: &str) -> Option<usize> {
    let is_end = |at: &usize| {
        let word = rest.get(at + 2..at + 2 + name.len());
        word.is_some_and(|word| word.eq_ignore_ascii_case(name))
    };
    rest.match_indices("</").map(|(at, _)| at).find(is_end)
}
