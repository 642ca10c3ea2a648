//! The languages that Dateline reads: six files of data each, and no code.

/// A language's files, as they lie in its folder under `assets/lang`.
#[derive(Debug, PartialEq, Eq)]
pub struct LanguageFiles {
    /// The folder's name: "en".
    pub code: &'static str,
    /// Words by what they may stand for, and how the language is written.
    pub words: &'static str,
    /// Phrases and what they mean.
    pub phrases: &'static str,
    /// Named days.
    pub holidays: &'static str,
    /// Words that say whether a thing happened, is planned or denied.
    pub events: &'static str,
    /// Words that say what numbers count.
    pub figures: &'static str,
    /// Words that name nothing, and what names are written with.
    pub names: &'static str,
}

/// Every language, in order of code.
pub static LANGUAGES: &[LanguageFiles] = include!(concat!(env!("OUT_DIR"), "/languages.rs"));

/// What a text is read as that shows no other language.
pub const ENGLISH: &str = "en";
