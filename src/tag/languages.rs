//! The languages that the tagger knows, and which of them a text is in.

use std::sync::{LazyLock, OnceLock};

use chrono::Weekday;

use super::Language;
use super::lexicon::Sense;
use super::slots::{Slot, Symbol};
use crate::model::{ENGLISH, LANGUAGES, LanguageFiles};

/// Every language, read from its files when it is first asked for.
static KNOWN: LazyLock<Vec<(&LanguageFiles, OnceLock<Language>)>> =
    LazyLock::new(|| LANGUAGES.iter().map(|files| (files, OnceLock::new())).collect());

/// So many of the first words of a text tell its language, and no more of it is looked at.
const LOOKED_AT_WORDS: usize = 400;
const LOOKED_AT_BYTES: usize = 1 << 13;
/// Where so many of so few first words are English, nothing else is looked at.
const OPENING_WORDS: usize = 100;
const SURELY_ENGLISH: usize = 10;
/// A text is in another language only if it has so many of that language's small words, and so
/// many times as many as of English.
const LEAST: usize = 6;
const TIMES: usize = 3;
/// With more English small words, a text that shows no language is in English, not in one that
/// is not known.
const MOST_IN_ANOTHER: usize = 2;
/// Shorter texts show no language by their letters.
const FEWEST_LETTERS: usize = 80;

/// A language that is not read: what English calls it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct OtherLanguage(pub &'static str);

impl Language {
    /// English, which a text is read as that shows no other language.
    pub fn english() -> &'static Self {
        static NONE: LazyLock<Language> = LazyLock::new(Language::default);
        Self::of(ENGLISH).unwrap_or(&NONE)
    }

    /// The language with that code, such as "fr".
    pub fn of(code: &str) -> Option<&'static Self> {
        let (files, language) = KNOWN.iter().find(|(files, _)| files.code == code)?;
        // Without its data a language finds nothing; a test reads the data first.
        Some(language.get_or_init(|| Self::read(files).unwrap_or_default()))
    }

    /// Every language, in order of code.
    pub fn all() -> impl Iterator<Item = &'static Self> {
        LANGUAGES.iter().filter_map(|files| Self::of(files.code))
    }

    /// The language that `text` shows by its small words, or by its letters and their order;
    /// English if that is not clear.
    pub fn of_text(text: &str) -> Result<&'static Self, OtherLanguage> {
        let english = Self::english();
        if english.hallmarks_in(text, OPENING_WORDS).nth(SURELY_ENGLISH - 1).is_some() {
            return Ok(english);
        }
        let in_english = english.hallmarks_in(text, LOOKED_AT_WORDS).count();
        let least = LEAST.max(TIMES * in_english);
        let others = Self::all().filter(|it| it.code != ENGLISH);
        let counted = others.map(|it| (it.hallmarks_in(text, LOOKED_AT_WORDS).count(), it));
        let clear = counted.filter(|(count, _)| *count >= least);
        match clear.max_by_key(|(count, _)| *count) {
            Some((_, language)) => Ok(language),
            None if in_english <= MOST_IN_ANOTHER => {
                other_language(text).map_or(Ok(english), Err)
            }
            None => Ok(english),
        }
    }

    /// The day of the week that a word is: "Tuesday", "Tues".
    pub fn weekday(&self, word: &str) -> Option<Weekday> {
        let is = |sense: &&Sense| {
            [Slot::Weekday, Slot::ShortWeekday].map(Symbol::Slot).contains(&sense.symbol)
        };
        let value = self.lexicon.find(word)?.senses.iter().find(is)?.value;
        Weekday::try_from(u8::try_from(value - 1).ok()?).ok()
    }

    /// Those of the first words of `text` that are among the language's small words.
    fn hallmarks_in<'t>(&self, text: &'t str, most: usize) -> impl Iterator<Item = &'t str> {
        let words =
            beginning(text).split(|it: char| !it.is_alphabetic()).filter(|it| !it.is_empty());
        let is = |word: &&str| {
            self.lexicon.find(word).is_some_and(|entry| entry.small.has(Slot::Hallmark))
        };
        words.take(most).filter(is)
    }
}

/// The language that a text shows by its letters and their order, if it is none of those that
/// are read.
fn other_language(text: &str) -> Option<OtherLanguage> {
    let text = beginning(text);
    text.chars().filter(|it| it.is_alphabetic()).nth(FEWEST_LETTERS - 1)?;
    let found = whatlang::detect(text).filter(whatlang::Info::is_reliable)?;
    let name = found.lang().eng_name();
    (!Language::all().any(|it| it.name() == name)).then_some(OtherLanguage(name))
}

/// No more of a text is looked at.
fn beginning(text: &str) -> &str {
    text.get(..text.floor_char_boundary(LOOKED_AT_BYTES)).unwrap_or_default()
}
