//! Picture credits and the captions before them.

use std::collections::BTreeSet;

use serde::Deserialize;

/// A caption with its credit is no longer.
const LONGEST_BYTES: usize = 300;
/// … and the credit itself has no more words.
const MOST_WORDS: usize = 8;

/// The words that credits are made of.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Credit {
    labels: Vec<String>,
    joining: Vec<String>,
}

/// Whether `line` ends in a credit; its caption is then remembered.
pub(super) fn is_credit(line: &str, words: &Credit, captions: &mut BTreeSet<String>) -> bool {
    if line.len() > LONGEST_BYTES || !line.contains(':') {
        return false;
    }
    let mut found = false;
    for (colon, _) in line.match_indices(':') {
        let (before, after) = (line.get(..colon), line.get(colon + 1..));
        let (Some(before), Some(after)) = (before, after) else { continue };
        let Some(caption) = words.caption(before) else { continue };
        if words.are_names(after) {
            found = true;
            captions.extend((!caption.is_empty()).then(|| caption.to_owned()));
        }
    }
    if found {
        captions.insert(line.to_owned());
    }
    found
}

impl Credit {
    /// What stands before the label that `before` ends in.
    fn caption<'a>(&self, before: &'a str) -> Option<&'a str> {
        let mut rests =
            self.labels.iter().filter_map(|label| before.strip_suffix(label.as_str()));
        let own = rests.find(|rest| {
            let rest = rest.trim_end();
            rest.is_empty()
                || rest.ends_with(['.', '(', '[', '-', '–', '—', '|', '/', '”', '’'])
        })?;
        Some(own.trim_end_matches([' ', '(', '[', '-', '–', '—', '|', '/']))
    }

    /// "Jo Bloggs", "PA Wire / Getty)", "Harbour police"
    fn are_names(&self, after: &str) -> bool {
        let after = after.trim();
        let names = after.trim_end_matches([')', ']', '.']);
        let starts = names.starts_with(|c: char| c.is_uppercase() || c == '@' || c == '©');
        let mut words = names.split_whitespace();
        let small = words.clone().filter(|word| self.is_small(word)).count();
        // "Harbour police" has one; a sentence has more.
        let sentence = after.ends_with('.') && small > 0;
        starts
            && words.clone().count() <= MOST_WORDS
            && small <= 1
            && !sentence
            && words.all(|word| {
                !word.ends_with(['.', ',', ';', '?', '!'])
                    || word.len() <= 3
                    || word.ends_with(',')
            })
    }

    fn is_small(&self, word: &str) -> bool {
        word.starts_with(char::is_lowercase) && !self.joining.iter().any(|it| it == word)
    }
}
