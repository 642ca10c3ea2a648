//! The languages that the tagger knows, and which of them a text is in.

use std::sync::{LazyLock, OnceLock};

use super::Language;
use super::slots::Slot;
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

    /// The language that `text` shows by its small words; English if that is not clear.
    pub fn of_text(text: &str) -> &'static Self {
        let english = Self::english();
        if english.hallmarks_in(text, OPENING_WORDS).nth(SURELY_ENGLISH - 1).is_some() {
            return english;
        }
        let in_english = english.hallmarks_in(text, LOOKED_AT_WORDS).count();
        let least = LEAST.max(TIMES * in_english);
        let others = Self::all().filter(|it| it.code != ENGLISH);
        let counted = others.map(|it| (it.hallmarks_in(text, LOOKED_AT_WORDS).count(), it));
        let clear = counted.filter(|(count, _)| *count >= least);
        clear.max_by_key(|(count, _)| *count).map_or(english, |(_, language)| language)
    }

    /// Those of the first words of `text` that are among the language's small words.
    fn hallmarks_in<'t>(&self, text: &'t str, most: usize) -> impl Iterator<Item = &'t str> {
        let text = text.get(..text.floor_char_boundary(LOOKED_AT_BYTES)).unwrap_or_default();
        let words = text.split(|it: char| !it.is_alphabetic()).filter(|it| !it.is_empty());
        let is = |word: &&str| {
            self.lexicon.find(word).is_some_and(|entry| entry.small.has(Slot::Hallmark))
        };
        words.take(most).filter(is)
    }
}
