//! What single words stand for: folded once when the language is read, looked up once in a
//! text.

use std::{borrow::Cow, collections::BTreeMap};

use serde::Deserialize;

use super::LanguageError;
use super::names::number_of_name;
use super::slots::{Slot, Slots, Symbol};
use super::spelling::Spelling;

/// One thing that a word may stand for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sense {
    pub symbol: Symbol,
    pub value: i32,
    pub case: Case,
}

/// How a word must begin to stand for something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    /// "April", "april"
    Any,
    /// "May", never "may"
    Capital,
    /// "mars", never "Mars"
    Small,
}

impl Case {
    /// Whether a word with a capital, or without, may stand for it.
    pub(super) const fn fits(self, capital: bool) -> bool {
        match self {
            Self::Any => true,
            Self::Capital => capital,
            Self::Small => !capital,
        }
    }
}

/// A form and all that it may stand for.
#[derive(Debug)]
pub(super) struct Entry {
    form: String,
    hash: u32,
    pub senses: Vec<Sense>,
    /// All that it may stand for in small letters.
    pub small: Slots,
    /// All that it may stand for with a capital.
    pub capital: Slots,
    /// Whether a phrase names it by itself.
    pub literal: bool,
    /// Whether a phrase can begin with it as a word.
    pub first: bool,
    /// "Sept": a full stop may belong to it.
    pub abbreviation: bool,
}

/// All words of a language.
#[derive(Debug)]
pub(super) struct Lexicon {
    /// What English calls the language.
    pub name: String,
    entries: Vec<Entry>,
    /// Where in `entries` a word of that hash stands, plus one; the next place if it is taken.
    table: Vec<u16>,
    longest: usize,
    literals: u16,
    pub spelling: Spelling,
}

// Eight times the words of a language, so that most words of a text meet an empty place.
const PLACES: usize = 1 << 14;

#[derive(Deserialize)]
struct File {
    name: String,
    #[serde(default)]
    spelling: Spelling,
    words: Vec<Group>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Group {
    slots: Vec<Slot>,
    #[serde(default)]
    capital: bool,
    #[serde(default)]
    small: bool,
    #[serde(default)]
    abbreviation: bool,
    #[serde(default)]
    forms: BTreeMap<String, RawValue>,
    #[serde(default)]
    list: Vec<String>,
}

impl Group {
    const fn case(&self) -> Case {
        match (self.capital, self.small) {
            (true, false) => Case::Capital,
            (false, true) => Case::Small,
            (true, true) | (false, false) => Case::Any,
        }
    }
}

/// The value of a word in a file: a number, or the name of what the number stands for.
#[derive(Deserialize)]
#[serde(untagged)]
pub(super) enum RawValue {
    Number(i32),
    Name(String),
}

impl RawValue {
    pub(super) fn number(&self) -> Option<i32> {
        match self {
            Self::Number(number) => Some(*number),
            Self::Name(name) => number_of_name(name),
        }
    }
}

impl Default for Lexicon {
    fn default() -> Self {
        Self {
            entries: Vec::new(),
            table: vec![0; PLACES],
            longest: 0,
            literals: 0,
            name: String::new(),
            spelling: Spelling::default(),
        }
    }
}

impl Lexicon {
    pub(super) fn parse(words: &str) -> Result<Self, LanguageError> {
        let file: File = toml::from_str(words)?;
        let mut lexicon = Self { name: file.name, spelling: file.spelling, ..Self::default() };
        for group in file.words {
            for (form, value) in &group.forms {
                let value = value.number().ok_or_else(|| LanguageError::Value(form.clone()))?;
                lexicon.add_to(&group, form, value);
            }
            for form in &group.list {
                lexicon.add_to(&group, form, 0);
            }
        }
        Ok(lexicon)
    }

    fn add_to(&mut self, group: &Group, form: &str, value: i32) {
        for slot in &group.slots {
            let case = group.case();
            self.add(form, Sense { symbol: Symbol::Slot(*slot), value, case });
        }
        if group.abbreviation
            && let Some(entry) = self.entry_of(form)
        {
            entry.abbreviation = true;
        }
    }

    /// The symbol of a word that a phrase names by itself.
    pub(super) fn literal(&mut self, form: &str) -> Symbol {
        let named = |sense: &&Sense| matches!(sense.symbol, Symbol::Literal(_));
        let known = self.find(form).and_then(|entry| entry.senses.iter().find(named));
        if let Some(sense) = known {
            return sense.symbol;
        }
        let symbol = Symbol::Literal(self.literals);
        self.literals += 1;
        self.add(form, Sense { symbol, value: 0, case: Case::Any });
        symbol
    }

    /// Takes note of the words that `is_first` is true of.
    pub(super) fn mark_first(&mut self, is_first: impl Fn(Symbol) -> bool) {
        for entry in &mut self.entries {
            entry.first = entry.senses.iter().any(|sense| is_first(sense.symbol));
        }
    }

    fn add(&mut self, form: &str, sense: Sense) {
        let Some(entry) = self.entry_of(form) else { return };
        entry.senses.push(sense);
        match sense.symbol {
            Symbol::Literal(_) => entry.literal = true,
            Symbol::Slot(slot) => {
                if sense.case.fits(true) {
                    entry.capital = entry.capital.with(slot);
                }
                if sense.case.fits(false) {
                    entry.small = entry.small.with(slot);
                }
            }
        }
    }

    /// The entry of `form`; a new one, if there was none.
    fn entry_of(&mut self, form: &str) -> Option<&mut Entry> {
        let form = &*folded(form);
        if self.entry_mut(form).is_none() {
            self.insert(form);
        }
        self.entry_mut(form)
    }

    fn insert(&mut self, form: &str) {
        self.longest = self.longest.max(form.len());
        let hash = hash_of(form);
        self.entries.push(Entry {
            form: form.to_owned(),
            hash,
            senses: Vec::new(),
            small: Slots::NONE,
            capital: Slots::NONE,
            literal: false,
            first: false,
            abbreviation: false,
        });
        let Ok(number) = u16::try_from(self.entries.len()) else { return };
        let mut place = place_of(hash);
        while self.table.get(place).is_some_and(|taken| *taken != 0) {
            place = (place + 1) % PLACES;
        }
        if let Some(free) = self.table.get_mut(place) {
            *free = number;
        }
    }

    fn entry_mut(&mut self, form: &str) -> Option<&mut Entry> {
        let at = self.at(form, hash_of(form))?;
        self.entries.get_mut(at)
    }

    /// What `word` may stand for, in any case.
    pub(super) fn find(&self, word: &str) -> Option<&Entry> {
        // In small letters a word takes a third of the bytes at the least.
        if word.len() > 3 * self.longest {
            return None;
        }
        let word = &*folded(word);
        self.find_hashed(word, hash_of(word))
    }

    /// The same, of a word whose hash is known.
    pub(super) fn find_hashed(&self, word: &str, hash: u32) -> Option<&Entry> {
        if word.len() > self.longest {
            return None;
        }
        self.entries.get(self.at(word, hash)?)
    }

    fn at(&self, word: &str, hash: u32) -> Option<usize> {
        let mut place = place_of(hash);
        loop {
            let number = self.table.get(place).copied().filter(|number| *number != 0)?;
            let at = usize::from(number) - 1;
            let entry = self.entries.get(at)?;
            if entry.hash == hash && entry.form.eq_ignore_ascii_case(word) {
                return Some(at);
            }
            place = (place + 1) % PLACES;
        }
    }
}

/// In small letters as far as they are not plain ones, with straight apostrophes.
fn folded(word: &str) -> Cow<'_, str> {
    if word.is_ascii() {
        Cow::Borrowed(word)
    } else {
        Cow::Owned(word.to_lowercase().replace('’', "'"))
    }
}

/// Where FNV-1a begins.
pub(super) const HASH_START: u32 = 0x811c_9dc5;

/// FNV-1a over the bytes in lower case, one at a time.
pub(super) const fn hash_on(hash: u32, byte: u8) -> u32 {
    (hash ^ byte.to_ascii_lowercase() as u32).wrapping_mul(0x0100_0193)
}

fn hash_of(word: &str) -> u32 {
    word.bytes().fold(HASH_START, hash_on)
}

const fn place_of(hash: u32) -> usize {
    (hash ^ (hash >> 15)) as usize % PLACES
}
