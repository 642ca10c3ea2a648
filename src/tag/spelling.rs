//! How a language writes: apostrophes, numbers in digits, and what its words end in.

use std::{cmp::Reverse, collections::BTreeMap};

use serde::Deserialize;

use super::slots::{Slot, Slots};

/// What stands under `[spelling]` in a language's file of words.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default, rename_all = "kebab-case")]
pub(super) struct Spelling {
    /// "s" in "April's": with its apostrophe a word of its own
    possessive: Vec<String>,
    /// "l" in "l'an": with its apostrophe a word of its own
    elided: Vec<String>,
    /// "th" in "4th"
    pub ordinals: Vec<String>,
    /// "s" in "1990s"
    pub decades: Vec<String>,
    /// "." in "2.5"
    pub decimal: Option<char>,
    /// The space in "180 000"
    pub groups: Vec<char>,
    /// "am" in "7 am"
    pub before_noon: Vec<String>,
    /// "pm" in "7 pm"
    pub after_noon: Vec<String>,
    /// "h" in "15h30"
    pub hours: Vec<String>,
    /// Whether "04/03/2014" can only be 4 March
    pub day_first: bool,
    /// What words that are in no list are by their ending; the longest ending counts
    endings: Endings,
}

/// Endings by their last byte, so that most words are passed over at a glance; longest first.
#[derive(Debug, Default, Deserialize)]
#[serde(from = "BTreeMap<String, Slot>")]
struct Endings(Vec<Vec<(String, Slot)>>);

impl From<BTreeMap<String, Slot>> for Endings {
    fn from(endings: BTreeMap<String, Slot>) -> Self {
        let mut by_last = vec![Vec::new(); usize::from(u8::MAX) + 1];
        for (ending, slot) in endings {
            let last = ending.bytes().next_back().unwrap_or_default();
            if let Some(same) = by_last.get_mut(usize::from(last)) {
                same.push((ending, slot));
                same.sort_by_key(|(ending, _)| Reverse(ending.len()));
            }
        }
        Self(by_last)
    }
}

impl Spelling {
    /// Whether "l" before an apostrophe is a word by itself.
    pub(super) fn is_elided(&self, word: &str) -> bool {
        self.elided.iter().any(|it| it.eq_ignore_ascii_case(word))
    }

    /// How many bytes of `rest`, which follows an apostrophe, belong to it: 1 in "'s vote".
    pub(super) fn possessive(&self, rest: &str) -> Option<usize> {
        let ends = |form: &&String| {
            let after = rest.get(form.len()..).unwrap_or_default();
            begins_with(rest, form) && !after.starts_with(char::is_alphanumeric)
        };
        self.possessive.iter().find(ends).map(String::len)
    }

    /// What a word is by its ending, if it is in no list.
    pub(super) fn ending(&self, word: &str) -> Slots {
        let last = word.bytes().next_back().unwrap_or_default().to_ascii_lowercase();
        let endings = self.endings.0.get(usize::from(last)).map_or(&[][..], Vec::as_slice);
        let longest = endings.iter().find(|(ending, _)| ends_with(word, ending));
        longest.map_or(Slots::NONE, |(_, slot)| Slots::of(*slot))
    }
}

/// Whether `rest` begins with `form`, in small letters or capitals.
pub(super) fn begins_with(rest: &str, form: &str) -> bool {
    rest.get(..form.len()).is_some_and(|head| head.eq_ignore_ascii_case(form))
}

fn ends_with(word: &str, ending: &str) -> bool {
    let from = word.len().checked_sub(ending.len());
    let tail = from.and_then(|from| word.as_bytes().get(from..));
    tail.is_some_and(|tail| tail.eq_ignore_ascii_case(ending.as_bytes()))
}
