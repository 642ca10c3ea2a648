//! Words, and the marks between them.

use super::Span;

/// One word of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// Where it stands.
    pub span: Span,
    /// Where the last mark stands between it and the word before it, if one does that parts
    /// clauses.
    pub parted_at: Option<usize>,
}

/// The words of `within`, first to last; hyphens and apostrophes inside a word part nothing.
pub fn words(text: &str, within: Span) -> impl Iterator<Item = Word> + '_ {
    let mut characters = within.slice(text).char_indices().peekable();
    let mut mark = None;
    std::iter::from_fn(move || {
        let (mut range, mut parted_at) = (None, mark.take());
        while let Some((at, c)) = characters.next() {
            let mut goes_on = || characters.peek().is_some_and(|(_, next)| is_letter(*next));
            let at = within.start() + at;
            if is_letter(c) || (range.is_some() && joins(c) && goes_on()) {
                range.get_or_insert(at..at).end = at + c.len_utf8();
                continue;
            }
            mark = parts_clauses(c).then_some(at);
            if range.is_some() {
                break;
            }
            parted_at = mark.take().or(parted_at);
        }
        Some(Word { span: Span::of(text, range?)?, parted_at })
    })
}

fn is_letter(c: char) -> bool {
    c.is_ascii_alphanumeric() || (!c.is_ascii() && c.is_alphanumeric())
}

const fn joins(c: char) -> bool {
    matches!(c, '’' | '\'' | '-')
}

const fn parts_clauses(c: char) -> bool {
    matches!(c, ',' | ';' | ':' | '—' | '–' | '(' | ')' | '“' | '”' | '"' | '.' | '!' | '?')
}
