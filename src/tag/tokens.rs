//! A text as words, numbers and marks, in one pass, a window of it at a time.

use super::lexicon::{Entry, HASH_START, Lexicon, Sense, hash_on};
use super::number_words::{self, Spelled};
use super::numbers::{self, Number};
use super::slots::{Slot, Slots, Symbol};
use super::spelling::Spelling;

/// A word, a number or a mark.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token<'l> {
    pub start: usize,
    pub end: usize,
    pub kind: Kind,
    pub senses: &'l [Sense],
    /// What it may stand for, its case taken into account.
    pub slots: Slots,
    /// Whether a phrase names it by itself.
    pub literal: bool,
    /// Whether a phrase can begin with it as a word.
    pub first: bool,
    /// What it is by its ending, if it is in no list.
    pub ending: Slots,
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
        if let (Kind::Number(number), Symbol::Slot(slot)) = (self.kind, symbol)
            && let Some(value) = number.value_as(slot)
        {
            return Some(value);
        }
        self.senses
            .iter()
            .find(|sense| sense.symbol == symbol && sense.case.fits(self.capital))
            .map(|sense| sense.value)
    }

    /// Whether it is in that list of words.
    pub(super) const fn is(&self, slot: Slot) -> bool {
        self.slots.has(slot)
    }

    /// Whether it is a plain word: in no list but those that tell the tense and the like.
    pub(super) const fn is_unknown(&self) -> bool {
        const TELLING: Slots = Slots::of(Slot::Told)
            .with(Slot::Coming)
            .with(Slot::Meant)
            .with(Slot::Not)
            .with(Slot::Against)
            .with(Slot::Subordinate)
            .with(Slot::Deadline)
            .with(Slot::Accounts)
            .with(Slot::British)
            .with(Slot::American)
            .with(Slot::Hallmark);
        matches!(self.kind, Kind::Word) && self.slots.without(TELLING).is_empty()
    }

    /// Whether it is "’s", a mark of more than one character.
    pub(super) const fn is_possessive(&self) -> bool {
        matches!(self.kind, Kind::Mark(_)) && self.literal && self.end > self.start + 1
    }

    /// Whether a sentence ends here, if one does not go on in small letters.
    pub(super) const fn ends_sentence(&self) -> bool {
        matches!(self.kind, Kind::Break | Kind::Mark('.' | '!' | '?' | '…'))
    }
}

/// The tokens of a text around the place where it is being read.
///
/// Tokens are known by their number from the beginning of the text. Those far behind are
/// forgotten and those far ahead not yet made, so that a long text needs no more memory than
/// a short one.
pub(super) struct Tokens<'t> {
    text: &'t str,
    lexicon: &'t Lexicon,
    window: Vec<Token<'t>>,
    /// The number of the first token in the window.
    first: usize,
    /// Where in the text the next token is looked for.
    at: usize,
    /// The number under construction, if the last token is one in words.
    spelled: Option<Spelled>,
}

/// How far back and ahead a phrase or its clause can look, in tokens.
const REACH: usize = 256;
const WINDOW: usize = 4096;

impl<'t> Tokens<'t> {
    pub(super) fn of(text: &'t str, lexicon: &'t Lexicon) -> Self {
        let window = Vec::with_capacity(WINDOW.min(text.len() / 4 + 1));
        Self { text, lexicon, window, first: 0, at: 0, spelled: None }
    }

    /// The token of that number.
    pub(super) fn get(&self, number: usize) -> Option<&Token<'t>> {
        self.window.get(number.checked_sub(self.first)?)
    }

    /// The tokens of those numbers, as far as they are in the window.
    pub(super) fn slice(&self, from: usize, until: usize) -> &[Token<'t>] {
        let from = from.saturating_sub(self.first);
        let until = until.saturating_sub(self.first).min(self.window.len());
        self.window.get(from.min(until)..until).unwrap_or_default()
    }

    /// Makes sure that all within reach of the token `number` is there; false at the end.
    pub(super) fn reach(&mut self, number: usize) -> bool {
        let known = self.first + self.window.len();
        if number + REACH > known && self.at < self.text.len() {
            let behind = number.saturating_sub(REACH).saturating_sub(self.first);
            self.window.drain(..behind.min(self.window.len()));
            self.first += behind;
            while self.window.len() < WINDOW && self.next() {}
        }
        number < self.first + self.window.len()
    }

    /// The text that those tokens cover.
    pub(super) const fn text(&self) -> &'t str {
        self.text
    }

    /// Takes one more token; false at the end of the text.
    fn next(&mut self) -> bool {
        let bytes = self.text.as_bytes();
        while matches!(bytes.get(self.at), Some(b' ' | b'\t' | b'\r')) {
            self.at += 1;
        }
        let Some(byte) = bytes.get(self.at).copied() else { return false };
        if byte.is_ascii_alphabetic() {
            self.take_word();
        } else if byte == b'\n' {
            self.push_bare(Kind::Break, self.at + 1);
        } else {
            self.take_other();
        }
        true
    }

    /// A word that begins with a plain letter: hashed while its end is looked for.
    fn take_word(&mut self) {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        let mut hash = HASH_START;
        let mut length = 0;
        for byte in rest {
            if !byte.is_ascii_alphabetic() {
                break;
            }
            hash = hash_on(hash, *byte);
            length += 1;
        }
        if let Some(b'\'' | b'0'..=b'9' | 0x80..) = rest.get(length) {
            self.take_long_word();
        } else {
            let word = self.text.get(self.at..self.at + length).unwrap_or_default();
            self.push_word(word, self.lexicon.find_hashed(word, hash));
        }
    }

    fn take_long_word(&mut self) {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let length = word_length(rest, &self.lexicon.spelling);
        let word = rest.get(..length).unwrap_or_default();
        self.push_word(word, self.lexicon.find(word));
    }

    fn push_word(&mut self, word: &str, entry: Option<&'t Entry>) {
        let mut end = self.at + word.len();
        if entry.is_some_and(|entry| entry.abbreviation)
            && dot_belongs(self.text.get(end..).unwrap_or_default())
        {
            end += 1;
        }
        let capital = word.chars().next().is_some_and(char::is_uppercase);
        let mut token = self.token(Kind::Word, end, entry, capital);
        token.ending = self.lexicon.spelling.ending(word);
        self.push(token);
    }

    fn token(
        &self,
        kind: Kind,
        end: usize,
        entry: Option<&'t Entry>,
        capital: bool,
    ) -> Token<'t> {
        let slots = entry.map_or(Slots::NONE, |it| if capital { it.capital } else { it.small });
        let senses = entry.map_or(&[][..], |it| it.senses.as_slice());
        let literal = entry.is_some_and(|it| it.literal);
        let first = entry.is_some_and(|it| it.first);
        let start = self.at;
        Token { start, end, kind, senses, slots, literal, first, ending: Slots::NONE, capital }
    }

    fn push_bare(&mut self, kind: Kind, end: usize) {
        let token = self.token(kind, end, None, false);
        self.push(token);
    }

    fn take_other(&mut self) {
        let rest = self.text.get(self.at..).unwrap_or_default();
        let Some(first) = rest.chars().next() else {
            self.at = self.text.len();
            return;
        };
        if first.is_whitespace() || is_ignorable(first) {
            self.at += first.len_utf8();
        } else if first.is_ascii_digit() || first == '½' {
            let before = self.window.last().filter(|it| it.end == self.at).map(|it| it.kind);
            let (number, length) = numbers::measure(rest, before, &self.lexicon.spelling);
            let mut token = self.token(Kind::Number(number), self.at + length, None, false);
            token.slots = number.slots();
            self.push(token);
        } else if first.is_alphabetic() {
            self.take_long_word();
        } else {
            self.take_mark(rest, first);
        }
    }

    fn take_mark(&mut self, rest: &str, first: char) {
        let mut length = first.len_utf8();
        let touches = self
            .window
            .last()
            .is_some_and(|it| it.end == self.at && !matches!(it.kind, Kind::Mark(_)));
        if is_apostrophe(first) && touches {
            let after = rest.get(length..).unwrap_or_default();
            length += self.lexicon.spelling.possessive(after).unwrap_or(0);
        }
        let form = rest.get(..length).unwrap_or_default();
        let token =
            self.token(Kind::Mark(first), self.at + length, self.lexicon.find(form), false);
        self.push(token);
    }

    fn push(&mut self, token: Token<'t>) {
        self.at = token.end;
        let numeral = Slots::of(Slot::Digit)
            .with(Slot::Tens)
            .with(Slot::Scale)
            .with(Slot::Score)
            .with(Slot::Ordinal);
        if token.slots.and(numeral).is_empty() {
            let joins = token.is(Slot::NumberAnd) || token.is(Slot::Dash);
            if !joins {
                self.spelled = None;
            }
            self.window.push(token);
        } else {
            number_words::push(&mut self.window, &mut self.spelled, token);
        }
    }
}

const fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '’')
}

/// Letters, and the apostrophes between them: "don't" is one word, "April's" and "l'an" are
/// two.
fn word_length(rest: &str, spelling: &Spelling) -> usize {
    let mut length = 0;
    let mut letters = rest.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        let next = letters.peek().map(|(_, next)| *next);
        let after = at + letter.len_utf8();
        let inner = is_apostrophe(letter)
            && next.is_some_and(char::is_alphabetic)
            && spelling.possessive(rest.get(after..).unwrap_or_default()).is_none();
        if inner && spelling.is_elided(rest.get(..at).unwrap_or_default()) {
            return after;
        }
        if !letter.is_alphanumeric() && !inner && !is_combining(letter) {
            break;
        }
        length = after;
    }
    length
}

// Accents may be written after their letter.
const fn is_combining(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}')
}

// Marks that only say in which direction to write, or where a line may be broken.
const fn is_ignorable(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\0')
}

/// "Sept. 4" and "Sept., 2014" go on after the full stop; "in Sept. The council" does not.
fn dot_belongs(rest: &str) -> bool {
    let Some(after) = rest.strip_prefix('.') else { return false };
    let next = after.trim_start_matches([' ', '\u{a0}']).chars().next();
    next.is_some_and(|next| next.is_ascii_digit() || next == ',' || next.is_lowercase())
}
