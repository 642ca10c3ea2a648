//! Finds temporal expressions and says what they mean, still symbolic.
//!
//! Words and phrases are data (`assets/lang/*`); meanings are code (`meaning`). To teach the
//! tagger a word or a phrase, edit data; to teach it a new kind of meaning, add a `Make`.
//! It only finds: what "last Tuesday" comes to is worked out in [`crate::time`].

mod discourse;
mod lexicon;
mod meaning;
mod numbers;
mod phrases;
mod stretches;
mod tokens;

use std::sync::LazyLock;

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer};

use crate::{
    model::Timex,
    text::Span,
    time::{Certainty, Expr, TimeValue, When},
};
use lexicon::Lexicon;
use phrases::{Phrase, Phrases};

/// A language's words and phrases, ready to match.
#[derive(Debug)]
pub struct Language {
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
    phrases: Vec<Phrase>,
}

impl Language {
    /// English, as it comes with Dateline.
    pub fn english() -> &'static Self {
        static ENGLISH: LazyLock<Language> = LazyLock::new(|| {
            let words = include_str!("../../assets/lang/en/words.toml");
            let phrases = include_str!("../../assets/lang/en/phrases.toml");
            // Without its data a language finds nothing; a test reads the data first.
            Language::parse(words, phrases).unwrap_or_else(|_| Language::empty())
        });
        &ENGLISH
    }

    fn empty() -> Self {
        Self {
            lexicon: Lexicon::default(),
            phrases: Phrases::default(),
            examples: Vec::new(),
            never: Vec::new(),
        }
    }

    /// Reads a language from its two files.
    pub fn parse(words: &str, phrases: &str) -> Result<Self, LanguageError> {
        let file: File = toml::from_str(phrases)?;
        let mut language = Self { lexicon: Lexicon::parse(words)?, ..Self::empty() };
        for phrase in file.phrases {
            language.phrases.add(&phrase, &mut language.lexicon)?;
            language.examples.extend(phrase.examples);
            language.never.extend(phrase.never);
        }
        Ok(language)
    }

    /// Every temporal expression in `text`, left to right, longest first, never overlapping.
    pub fn tag(&self, text: &str) -> Vec<Timex> {
        let tokens = tokens::tokens(text, &self.lexicon);
        let mut found = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            let Some(longest) = self.phrases.longest(&tokens, at).filter(|it| it.end > at)
            else {
                at += 1;
                continue;
            };
            let words = at..longest.end;
            at = longest.end;
            let Some(expr) = longest.expr else { continue };
            let Some((first, last)) = tokens
                .get(words.clone())
                .and_then(|words| Some((words.first()?, words.last()?)))
            else {
                continue;
            };
            let expr = discourse::directed(expr, &tokens, words);
            found
                .extend(Span::of(text, first.start..last.end).map(|span| Timex { span, expr }));
        }
        found
    }

    /// The date that a person types: "14 September 2017", "Sept 2017", "2017-09-14".
    ///
    /// `None` if it is no date by itself, or one of two: "4/5/2017" must be written out.
    pub fn date_typed(&self, typed: &str) -> Option<When> {
        let typed = typed.trim();
        if let Ok(when) = typed.parse() {
            return Some(when);
        }
        let found = self.tag(typed);
        match found.as_slice() {
            [Timex { span, expr: Expr::Fixed(TimeValue::On(when, Certainty::Stated)) }]
                if span.range() == (0..typed.len()) =>
            {
                Some(*when)
            }
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
