//! Names for files, one for each place of an article, that every file system takes.
//!
//! A name depends on the names of all the articles, never on their order.

use std::collections::BTreeMap;

use crate::model::{DocumentId, Place};

/// The file names of a timeline's articles.
#[derive(Debug)]
pub(super) struct FileNames {
    /// How many places would have that name, as file systems compare names.
    wanted: BTreeMap<String, usize>,
}

/// Some file systems take no more than 143 bytes, the ending and what parts equals included.
const MAX_STEM_BYTES: usize = 110;

impl FileNames {
    /// The file names for those places.
    pub(super) fn of<'a>(places: impl Iterator<Item = (DocumentId, &'a Place)>) -> Self {
        let mut wanted = BTreeMap::new();
        for (_, place) in places {
            *wanted.entry(compared(&stem(&place.name))).or_default() += 1;
        }
        Self { wanted }
    }

    /// `reports_a.txt.tml`; where another would be called alike, both bear a hash.
    pub(super) fn name(&self, document: DocumentId, place: &Place) -> String {
        let stem = stem(&place.name);
        match self.wanted.get(&compared(&stem)) {
            Some(0 | 1) | None => format!("{stem}.tml"),
            // No stem has a `~`, so none is called as another with its hash.
            Some(_) => format!("{stem}~{}.tml", hash(document, place)),
        }
    }
}

/// The name without what some file system forbids or takes for something else.
fn stem(name: &str) -> String {
    let kept = |it: char| it.is_alphanumeric() || matches!(it, '.' | '-' | '_' | ' ');
    let mut stem = String::with_capacity(name.len());
    for character in name.chars().map(|it| if kept(it) { it } else { '_' }) {
        if stem.len() + character.len_utf8() > MAX_STEM_BYTES {
            break;
        }
        stem.push(character);
    }
    // Hidden, taken for an option, or taken for the device of that name.
    if stem.is_empty() || stem.starts_with(['.', '-', ' ']) || is_device(&stem) {
        stem.insert(0, '_');
    }
    stem
}

/// Windows knows devices by these names, whatever ending they have.
fn is_device(stem: &str) -> bool {
    let base = stem.split('.').next().unwrap_or_default().trim_end().to_uppercase();
    let numbered = |name: &str| {
        base.strip_prefix(name)
            .is_some_and(|rest| rest.chars().count() == 1 && rest.chars().all(char::is_numeric))
    };
    ["CON", "PRN", "AUX", "NUL"].contains(&&*base) || numbered("COM") || numbered("LPT")
}

/// Equal for all stems that some file system takes for the same: in capitals or not, and with
/// letters beyond Latin, which may be written in several ways, left out.
fn compared(stem: &str) -> String {
    let folded = stem.to_uppercase().to_lowercase();
    folded.chars().filter(|it| *it < '\u{180}').collect()
}

fn hash(document: DocumentId, place: &Place) -> String {
    let mut hasher = blake3::Hasher::new();
    hasher.update(document.bytes()).update(place.name.as_bytes()).update(&[0]);
    hasher.update(place.path.as_bytes()).update(&[0]);
    hasher.update(&place.record.map_or([0; 5], |nth| {
        let [a, b, c, d] = nth.to_be_bytes();
        [1, a, b, c, d]
    }));
    hasher.finalize().to_hex().chars().take(16).collect()
}
