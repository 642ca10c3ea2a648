//! Lists of words, which most words of a text are not in.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

/// What is listed by words. Of most words it tells at a glance that they are not among them.
#[derive(Debug)]
pub(super) struct Listed<T> {
    all: BTreeMap<String, T>,
    /// By the first byte of a word: a bit for each length that words have.
    lengths: Vec<u64>,
}

/// A list of words.
#[derive(Debug, Default, Deserialize)]
#[serde(from = "BTreeSet<String>")]
pub(super) struct List(Listed<()>);

impl<T> Listed<T> {
    pub(super) fn get(&self, word: &str) -> Option<&T> {
        let first = *word.as_bytes().first()?;
        let lengths = self.lengths.get(usize::from(first))?;
        if lengths & bit(word) == 0 { None } else { self.all.get(word) }
    }
}

impl List {
    pub(super) fn of<'a>(words: impl IntoIterator<Item = &'a String>) -> Self {
        Self::from(words.into_iter().cloned().collect::<BTreeSet<String>>())
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &String> {
        self.0.all.keys()
    }

    pub(super) fn contains(&self, word: &str) -> bool {
        self.0.get(word).is_some()
    }
}

fn bit(word: &str) -> u64 {
    1 << word.len().min(63)
}

impl<T> From<BTreeMap<String, T>> for Listed<T> {
    fn from(all: BTreeMap<String, T>) -> Self {
        let mut lengths = vec![0; 1 << u8::BITS];
        for word in all.keys() {
            let first = word.as_bytes().first().copied().unwrap_or_default();
            if let Some(lengths) = lengths.get_mut(usize::from(first)) {
                *lengths |= bit(word);
            }
        }
        Self { all, lengths }
    }
}

impl<T> Default for Listed<T> {
    fn default() -> Self {
        Self { all: BTreeMap::new(), lengths: Vec::new() }
    }
}

impl From<BTreeSet<String>> for List {
    fn from(words: BTreeSet<String>) -> Self {
        Self(words.into_iter().map(|word| (word, ())).collect::<BTreeMap<_, _>>().into())
    }
}
