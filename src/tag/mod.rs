//! Finds temporal expressions and says what they mean, still symbolic.
//!
//! Words, phrases and named days are data (`assets/lang/*`); meanings are code (`meaning`).
//! To teach the tagger a word or a phrase, edit data; to teach it a new kind of meaning, add a
//! `Make`. It only finds: what "last Tuesday" comes to is worked out in [`crate::time`].

mod course;
mod discourse;
mod feasts;
mod grammar;
mod kinds;
mod languages;
mod lexicon;
mod lists;
mod meaning;
mod names;
mod number_words;
mod numbers;
mod order;
mod phrases;
mod slots;
mod spelling;
mod story;
mod surroundings;
mod tense;
mod tokens;

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer};

use crate::{
    model::{LanguageFiles, OrderEvidence, Timex},
    text::Span,
    time::{Modifier, TimeValue, When},
};
use discourse::Told;
pub use languages::OtherLanguage;
use lexicon::Lexicon;
use meaning::Meaning;
use phrases::{Phrase, Phrases, Scratch};
use tokens::Tokens;

/// A language's words and phrases, ready to match.
#[derive(Debug, Default)]
pub struct Language {
    code: &'static str,
    lexicon: Lexicon,
    phrases: Phrases,
    examples: Vec<Example>,
    never: Vec<String>,
}

/// What a language file may be wrong about.
#[derive(Debug, thiserror::Error)]
pub enum LanguageError {
    /// Not the file that was expected.
    #[error("not a language file: {0}")]
    Format(#[from] toml::de::Error),
    /// A phrase names a slot that there is not.
    #[error("no such slot: {0}")]
    Slot(String),
    /// A word stands for something that there is not.
    #[error("no such value, for the word {0:?}")]
    Value(String),
    /// A phrase has a bracket too many.
    #[error("a bracket is not opened: {0}")]
    Pattern(String),
    /// A named day has a rule that cannot be read.
    #[error("no rule for a day: {0:?}")]
    Rule(String),
}

/// One tested example, written beside the phrase that it explains.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Example {
    /// The expression; if there is more around it, it stands in square brackets.
    pub says: String,
    /// The day on which it is said.
    #[serde(default = "a_thursday", deserialize_with = "day")]
    pub on: NaiveDate,
    /// What it then means: EDTF, else TIMEX3, or "waits".
    pub means: String,
}

/// The day on which examples are said that name no other.
fn a_thursday() -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 3, 14).unwrap_or_default()
}

fn day<'de, D: Deserializer<'de>>(deserializer: D) -> Result<NaiveDate, D::Error> {
    String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
}

#[derive(Deserialize)]
struct File {
    /// What only looks like time.
    #[serde(default)]
    never: Vec<String>,
    phrases: Vec<Phrase>,
}

/// What a text says about time.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tagged {
    /// Every temporal expression, left to right, never overlapping.
    pub expressions: Vec<Timex>,
    /// Where a day is named that there is not: "31 February".
    pub no_such_days: Vec<Span>,
    /// What it tells about the order of day and month in digits.
    pub order: OrderEvidence,
}

impl Language {
    /// Reads a language from its files.
    pub fn read(files: &LanguageFiles) -> Result<Self, LanguageError> {
        let file: File = toml::from_str(files.phrases)?;
        let lexicon = Lexicon::parse(files.words)?;
        let mut language = Self { code: files.code, lexicon, ..Self::default() };
        language.never.extend(file.never);
        for phrase in file.phrases {
            language.phrases.add(&phrase, &mut language.lexicon)?;
            language.examples.extend(phrase.examples);
            language.never.extend(phrase.never);
        }
        for feast in feasts::parse(files.holidays)? {
            for form in &feast.forms {
                language.phrases.add_feast(form, feast.part.clone(), &mut language.lexicon)?;
            }
            language.examples.extend(feast.examples);
        }
        language.phrases.mark_first_words(&mut language.lexicon);
        Ok(language)
    }

    /// What English calls it: "French".
    pub fn name(&self) -> &str {
        &self.lexicon.name
    }

    /// "en": the name of its folder.
    pub const fn code(&self) -> &'static str {
        self.code
    }

    /// What `text` says about time; the longest expressions, each with what it counts from.
    pub fn tag(&self, text: &str) -> Tagged {
        let mut tokens = Tokens::of(text, &self.lexicon);
        let mut told = Told::default();
        let mut scratch = Scratch::default();
        let mut no_such_days = Vec::new();
        let mut at = 0;
        while tokens.reach(at) {
            let found = self.phrases.longest(&tokens, at, &mut scratch);
            let Some(found) = found.filter(|it| it.end > at) else {
                told.pass(&tokens, at);
                at += 1;
                continue;
            };
            match &found.meaning {
                Meaning::Says(_) => told.take(&tokens, at, &found),
                Meaning::NoSuchDay => no_such_days.extend(span(&tokens, at, found.end)),
                Meaning::Nothing => {}
            }
            at = found.end;
        }
        Tagged { order: told.order(), expressions: told.settled(), no_such_days }
    }

    /// The date that a person types: "14 September 2017", "Sept 2017", "2017-09-14".
    ///
    /// `None` if it is no date by itself, or one of two: "4/5/2017" must be written out.
    pub fn date_typed(&self, typed: &str) -> Option<When> {
        let typed = typed.trim();
        if let Ok(when) = typed.parse() {
            return Some(when);
        }
        let found = self.tag(typed).expressions;
        let [timex] = found.as_slice() else { return None };
        let whole = timex.span.range() == (0..typed.len());
        let written = crate::time::resolve(&timex.expr, crate::time::Reference::default());
        match written.filter(|_| whole && timex.expr.needs() == crate::time::Needs::Nothing)? {
            TimeValue::On(when, Modifier::Stated) => Some(when),
            _ => None,
        }
    }

    /// Every example in the language's files.
    pub fn examples(&self) -> impl Iterator<Item = &Example> {
        self.examples.iter()
    }

    /// Every text in the language's files in which nothing is to be found.
    pub fn counterexamples(&self) -> impl Iterator<Item = &str> {
        self.never.iter().map(String::as_str)
    }
}

/// The text from the token `from` up to the token `until`.
fn span(tokens: &Tokens<'_>, from: usize, until: usize) -> Option<Span> {
    let start = tokens.get(from)?.start;
    let end = tokens.get(until.checked_sub(1)?)?.end;
    Span::of(tokens.text(), start..end)
}
