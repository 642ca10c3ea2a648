//! Words that name nothing, and what names are written with, from each language's `names.toml`.

use std::{collections::BTreeMap, sync::LazyLock};

use serde::Deserialize;

use crate::model::LANGUAGES;

use super::{
    table::Table,
    terms::{Fold, Kind, Term},
};

/// What a language's words tell of what a text speaks of.
#[derive(Debug, Default)]
pub struct NameWords {
    /// By the hash of a word: what is known of it beforehand.
    pub(super) known: Table<(Term, Kind)>,
    /// By the hash of a word.
    pub(super) titles: Table<()>,
    pub(super) particles: Table<()>,
    /// Longest first.
    pub(super) endings: Vec<Box<str>>,
    pub(super) clitics: Vec<Box<str>>,
    pub(super) elided: Vec<Box<str>>,
    pub(super) doubles: bool,
    /// What nearly every text has.
    pub(super) common: Table<()>,
    /// By the hash of a word: "advisers", which people are that have a name.
    pub(super) roles: Table<()>,
    /// What stands before the last name of several: "and".
    pub(super) and: Vec<Box<str>>,
}

#[derive(Deserialize)]
struct File {
    small: Vec<String>,
    common: Vec<String>,
    endings: Vec<Box<str>>,
    clitics: Vec<Box<str>>,
    elided: Vec<Box<str>>,
    doubles: bool,
    same: Vec<Vec<String>>,
    titles: Vec<String>,
    particles: Vec<String>,
    roles: Vec<String>,
    and: Vec<Box<str>>,
}

impl NameWords {
    /// Those of the language with that code; none, if there is no such language.
    pub fn of(code: &str) -> &'static Self {
        static NONE: LazyLock<NameWords> = LazyLock::new(NameWords::default);
        static ALL: LazyLock<BTreeMap<&str, NameWords>> = LazyLock::new(|| {
            // A test parses the very same files; an unreadable one could only be our own.
            let read = |names| NameWords::parse(names).unwrap_or_default();
            LANGUAGES.iter().map(|files| (files.code, read(files.names))).collect()
        });
        ALL.get(code).unwrap_or(&*NONE)
    }

    /// Reads a file of words.
    pub fn parse(toml: &str) -> Result<Self, toml::de::Error> {
        let mut file: File = toml::from_str(toml)?;
        for list in [&mut file.endings, &mut file.clitics] {
            list.sort_by_key(|it| (std::cmp::Reverse(it.len()), it.clone()));
        }
        let hashes = |words: &[String]| {
            Table::of(words.iter().map(|it| (Fold::of(it).hash(), ())).collect())
        };
        let mut words = Self {
            titles: hashes(&file.titles),
            particles: hashes(&file.particles),
            endings: file.endings,
            clitics: file.clitics,
            elided: file.elided,
            doubles: file.doubles,
            roles: hashes(&file.roles),
            and: file.and,
            ..Self::default()
        };
        let stem = |words: &Self, word: &str| Fold::of(word).stem(words);
        let common = file.common.iter().map(|it| (stem(&words, it).hash(), ()));
        let common = Table::of(common.collect());
        let mut known = Vec::new();
        for group in &file.same {
            let Some(term) = group.first().map(|first| stem(&words, first)) else { continue };
            for word in group {
                let kind = if common.has(term.hash()) { Kind::Common } else { Kind::Plain };
                known.push((Fold::of(word).hash(), (term, kind)));
            }
        }
        for (list, kind) in [(&file.common, Kind::Common), (&file.small, Kind::Small)] {
            for word in list {
                known.push((Fold::of(word).hash(), (stem(&words, word), kind)));
            }
        }
        words.common = common;
        words.known = Table::of(known);
        Ok(words)
    }
}
