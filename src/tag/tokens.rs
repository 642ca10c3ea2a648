//! A text as words, numbers and marks, in one pass.

use super::lexicon::{Lexicon, Sense, Slot, Symbol};
use super::numbers::{self, Number};

/// A word, a number or a mark.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token<'l> {
    pub start: usize,
    pub end: usize,
    pub kind: Kind,
    pub senses: &'l [Sense],
    /// Its last two letters, in small print.
    pub tail: [u8; 2],
    /// Begins with a capital letter.
    pub capital: bool,
}

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Kind {
    Word,
    Number(Number),
    Mark(char),
    /// A line's end.
    Break,
}

impl Token<'_> {
    /// What it may stand for, as phrases name it.
    pub(super) fn sense(&self, symbol: Symbol) -> Option<i32> {
        if let (Kind::Number(number), Symbol::Slot(slot)) = (self.kind, symbol) {
            return number.value_as(slot);
        }
        self.senses
            .iter()
            .find(|sense| sense.symbol == symbol && (self.capital || !sense.capital))
            .map(|sense| sense.value)
    }

    /// Whether it is in that list of words.
    pub(super) fn is(&self, slot: Slot) -> bool {
        self.sense(Symbol::Slot(slot)).is_some()
    }

    /// Whether a sentence ends here, if one does not go on in small letters.
    pub(super) fn ends_sentence(&self) -> bool {
        matches!(self.kind, Kind::Break | Kind::Mark('.' | '!' | '?' | '…'))
    }
}

/// The tokens of `text`, in order of place.
pub(super) fn tokens<'l>(text: &str, lexicon: &'l Lexicon) -> Vec<Token<'l>> {
    let mut found = Vec::with_capacity(text.len() / 5);
    let mut at = 0;
    while let Some(rest) = text.get(at..).filter(|rest| !rest.is_empty()) {
        let first = rest.chars().next().unwrap_or(' ');
        if first != '\n' && first.is_whitespace() {
            at += first.len_utf8();
            continue;
        }
        let (kind, length) = measure(rest, first, found.last());
        let words = rest.get(..length).unwrap_or_default();
        let entry = match kind {
            Kind::Mark('\'' | '’') if length > 1 => lexicon.find("'s"),
            Kind::Word | Kind::Mark(_) => lexicon.find(words),
            Kind::Number(_) | Kind::Break => None,
        };
        let abbreviated = entry.is_some_and(|entry| entry.abbreviation);
        let dot = usize::from(abbreviated && dot_belongs(rest.get(length..).unwrap_or("")));
        let end = at + length + dot;
        let senses = entry.map_or(&[][..], |entry| &entry.senses);
        let capital = first.is_uppercase();
        let tail = tail(words);
        found.push(Token { start: at, end, kind, senses, tail, capital });
        at = end;
    }
    found
}

fn tail(words: &str) -> [u8; 2] {
    let mut last = words.bytes().rev().map(|byte| byte.to_ascii_lowercase());
    let end = last.next().unwrap_or(b' ');
    [last.next().unwrap_or(b' '), end]
}

/// What stands at the beginning of `rest`, and how many bytes it takes.
fn measure(rest: &str, first: char, before: Option<&Token<'_>>) -> (Kind, usize) {
    if first == '\n' {
        return (Kind::Break, 1);
    }
    if first.is_ascii_digit() {
        let (number, length) = numbers::measure(rest, before.map(|token| token.kind));
        return (Kind::Number(number), length);
    }
    if first.is_alphabetic() {
        return (Kind::Word, word_length(rest));
    }
    let possessive = matches!(first, '\'' | '’') && is_possessive(rest, first, before);
    (Kind::Mark(first), first.len_utf8() + usize::from(possessive))
}

/// Letters, and the apostrophes between them: "don't" is one word, "April's" is not.
fn word_length(rest: &str) -> usize {
    let ascii = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
    match rest.as_bytes().get(ascii) {
        Some(b'\'' | b'0'..=b'9' | 0x80..) => {}
        Some(_) | None => return ascii,
    }
    let mut length = 0;
    let mut letters = rest.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let next = letters.peek().map(|(_, next)| *next);
        let inner = matches!(letter, '\'' | '’')
            && next.is_some_and(char::is_alphabetic)
            && !is_final_s(rest.get(at + letter.len_utf8()..).unwrap_or_default());
        if !letter.is_alphanumeric() && !inner && !is_combining(letter) {
            break;
        }
        length = at + letter.len_utf8();
    }
    length
}

// Accents may be written after their letter.
const fn is_combining(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}')
}

fn is_possessive(rest: &str, first: char, before: Option<&Token<'_>>) -> bool {
    let touches =
        before.is_some_and(|token| matches!(token.kind, Kind::Word | Kind::Number(_)));
    touches && is_final_s(rest.get(first.len_utf8()..).unwrap_or_default())
}

fn is_final_s(rest: &str) -> bool {
    let mut letters = rest.chars();
    letters.next().is_some_and(|letter| letter.eq_ignore_ascii_case(&'s'))
        && !letters.next().is_some_and(char::is_alphanumeric)
}

/// "Sept. 4" and "Sept., 2014" go on after the full stop; "in Sept. The council" does not.
fn dot_belongs(rest: &str) -> bool {
    let Some(after) = rest.strip_prefix('.') else { return false };
    let next = after.trim_start_matches([' ', '\u{a0}']).chars().next();
    next.is_some_and(|next| next.is_ascii_digit() || next == ',' || next.is_lowercase())
}
