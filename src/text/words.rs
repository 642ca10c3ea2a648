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
    let mut at = within.start();
    let rest = move |at: usize| text.get(at..within.end()).unwrap_or_default();
    let bytes = text.as_bytes().get(..within.end()).unwrap_or_default();
    std::iter::from_fn(move || {
        let mut parted_at = None;
        let start = loop {
            // Most of a text is plain: no character is to be put together.
            let c = match *bytes.get(at)? {
                byte if byte.is_ascii() => char::from(byte),
                _ => next(rest(at))?,
            };
            if is_letter(c) {
                break at;
            }
            if parts_clauses(c) {
                parted_at = Some(at);
            }
            at += c.len_utf8();
        };
        loop {
            at += letters(rest(at));
            let joined = rest(at);
            let Some(c) = next(joined).filter(|c| joins(*c)) else { break };
            let after = joined.get(c.len_utf8()..).unwrap_or_default();
            if !next(after).is_some_and(is_letter) {
                break;
            }
            at += c.len_utf8();
        }
        Some(Word { span: Span::of(text, start..at)?, parted_at })
    })
}

fn next(rest: &str) -> Option<char> {
    rest.chars().next()
}

/// How many bytes of letters it begins with.
fn letters(rest: &str) -> usize {
    let plain = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
    match rest.as_bytes().get(plain) {
        Some(byte) if !byte.is_ascii() => {
            rest.find(|c: char| !is_letter(c)).unwrap_or(rest.len())
        }
        _ => plain,
    }
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
