//! What only Markdown has: front matter, and lines that are nothing but a link.

use crate::text::Span;

/// Front matter is no longer than this many lines.
const LONGEST_FRONT_MATTER: usize = 60;

/// The lines between two `---` at the very start, and the rest.
pub(super) fn front_matter<'a>(text: &str, lines: &'a [Span]) -> (&'a [Span], &'a [Span]) {
    let fence = |line: &Span| line.slice(text) == "---";
    let none = lines.split_at(0);
    if !lines.first().is_some_and(fence) {
        return none;
    }
    let inner = lines.iter().skip(1).take(LONGEST_FRONT_MATTER);
    let Some(end) = inner.clone().position(fence) else { return none };
    let is_field = |line: &Span| {
        let words = line.slice(text);
        words.contains(':') || words.starts_with(['-', '#', '"', '\'', ']', '}'])
    };
    if inner.take(end).all(is_field) { lines.split_at(end + 2) } else { none }
}

/// "[Bridge to close](https://…)", "![](bridge.jpg)", "https://…", also as a list item.
pub(super) fn is_link(line: &str) -> bool {
    let item = crate::text::list_mark(line).and_then(|mark| line.get(mark..)).unwrap_or(line);
    is_address(item.trim_start_matches('<').trim_end_matches('>')) || is_linked_words(item)
}

fn is_address(item: &str) -> bool {
    let known = item.starts_with("http://") || item.starts_with("https://");
    known && !item.contains(char::is_whitespace)
}

fn is_linked_words(item: &str) -> bool {
    let inner = item.strip_prefix('!').unwrap_or(item).strip_prefix('[');
    let parts = inner.and_then(|rest| rest.strip_suffix(')')?.split_once("]("));
    parts.is_some_and(|(words, to)| !words.contains(']') && !to.contains(')'))
}
