//! The lines that pages put around articles, read from `assets/furniture.toml`.

use std::{collections::BTreeSet, sync::LazyLock};

use serde::Deserialize;

use super::credit::Credit;

/// Heads and short notices are no longer.
const LONGEST_BYTES: usize = 160;
/// Notices of a whole sentence, such as about cookies, are no longer.
const LONGEST_NOTICE_BYTES: usize = 500;
/// An appeal speaks of support, contributions and the like this often.
const FEWEST_STEMS_IN_APPEAL: usize = 2;

static ALL_PAGES: LazyLock<Rules> = LazyLock::new(|| {
    let mut rules: Rules =
        toml::from_str(include_str!("../../assets/furniture.toml")).unwrap_or_default();
    rules.signs = rules.lines.iter().flat_map(|rule| &rule.lines).collect();
    rules
});

/// Everything that is known of furniture.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Rules {
    #[serde(rename = "rule")]
    lines: Vec<Rule>,
    share: Share,
    pub(super) credit: Credit,
    #[serde(skip)]
    signs: Signs,
}

/// What tells at a glance that a line fits no form at all, as nearly every line does.
#[derive(Debug, Default)]
struct Signs {
    /// What forms begin with.
    first: BTreeSet<String>,
    /// A word of each form that may begin with any.
    within: BTreeSet<String>,
}

#[derive(Debug, Deserialize)]
struct Rule {
    takes: Kind,
    lines: Vec<Form>,
    /// The heads of an appeal that are furniture even where no appeal follows.
    #[serde(default)]
    sure: Vec<Form>,
    #[serde(default)]
    stems: Vec<String>,
    /// Whole sentences are furniture too.
    #[serde(default)]
    long: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Kind {
    Line,
    List,
    Appeal,
    Comments,
    #[serde(rename = "late comments")]
    LateComments,
}

/// What a head takes with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Takes {
    /// Nothing.
    Line,
    /// The list below.
    List,
    /// The appeal below; a head that is not sure needs one.
    Appeal { sure: bool },
    /// All below.
    Comments,
    /// All below, where the article stands above.
    LateComments,
}

/// A line's words, folded; `*` stands for any words, `#` for a number.
#[derive(Debug, Deserialize)]
#[serde(from = "String")]
struct Form(Vec<String>);

impl From<String> for Form {
    fn from(words: String) -> Self {
        Self(words.split_whitespace().map(str::to_owned).collect())
    }
}

#[derive(Debug, Default, Deserialize)]
struct Share {
    words: Vec<String>,
    networks: Vec<String>,
}

impl Rules {
    /// The rules for pages of any newspaper.
    pub(super) fn of_all_pages() -> &'static Self {
        &ALL_PAGES
    }

    /// What `line` is the head of.
    pub(super) fn takes(&self, line: &str) -> Option<Takes> {
        if line.len() > LONGEST_NOTICE_BYTES || !self.signs.are_in(line) {
            return None;
        }
        let words = folded(line);
        let rule = self.lines.iter().find(|rule| rule.fits(line, &words))?;
        Some(match rule.takes {
            Kind::Line => Takes::Line,
            Kind::List => Takes::List,
            Kind::Appeal => {
                Takes::Appeal { sure: rule.sure.iter().any(|form| form.fits(&words)) }
            }
            Kind::Comments => Takes::Comments,
            Kind::LateComments => Takes::LateComments,
        })
    }

    /// Whether a paragraph below an appeal's head goes on with it.
    pub(super) fn asks_for_support(&self, paragraph: &str) -> bool {
        let folded = paragraph.to_lowercase();
        let ours = ["our ", "we ", "us "].iter().any(|word| folded.contains(word));
        let mut stems = self.lines.iter().flat_map(|rule| &rule.stems);
        let mut hits = 0;
        ours && stems.any(|stem| {
            hits += usize::from(folded.contains(stem.as_str()));
            hits >= FEWEST_STEMS_IN_APPEAL
        })
    }

    /// "Facebook Twitter": a line of nothing but ways to share.
    pub(super) fn shares(&self, line: &str) -> bool {
        if line.len() > LONGEST_BYTES || line.ends_with('.') {
            return false;
        }
        let words = folded(line);
        let known = |list: &[String], word: &String| list.contains(word);
        let is_network = |word: &String| known(&self.share.networks, word);
        let begins = matches!(words.as_slice(), [first, second, ..] if first == "share" && second == "this")
            || words.iter().map(String::as_str).eq(["share"]);
        (begins || words.iter().any(|word| word.len() > 1 && is_network(word)))
            && words.iter().all(|word| known(&self.share.words, word) || is_network(word))
    }
}

impl<'a> FromIterator<&'a Form> for Signs {
    fn from_iter<T: IntoIterator<Item = &'a Form>>(forms: T) -> Self {
        let mut signs = Self::default();
        for Form(words) in forms {
            if words.first().is_some_and(|first| first == "*") {
                signs.within.extend(words.iter().max_by_key(|word| word.len()).cloned());
            } else {
                signs.first.extend(words.first().cloned());
            }
        }
        signs
    }
}

impl Signs {
    fn are_in(&self, line: &str) -> bool {
        let mut words = line.split_whitespace().map(bare).filter(|word| !word.is_empty());
        let Some(first) = words.next() else { return false };
        let folded = folded_word(first);
        self.first.contains(&folded)
            || self.first.contains("#") && is_number(&folded)
            || std::iter::once(first).chain(words).any(|word| self.is_within(word))
    }

    fn is_within(&self, word: &str) -> bool {
        self.within.iter().any(|known| {
            // Nearly every word is of another length, and none of them is to be copied.
            word.eq_ignore_ascii_case(known) || !word.is_ascii() && folded_word(word) == *known
        })
    }
}

impl Rule {
    fn fits(&self, line: &str, words: &[String]) -> bool {
        let sentence = line.ends_with(['.', ';']);
        // A form with a gap could be how a sentence of the article begins.
        let open_is_fine = self.long || !sentence;
        let length = if self.long { LONGEST_NOTICE_BYTES } else { LONGEST_BYTES };
        line.len() <= length
            && self
                .lines
                .iter()
                .any(|form| (open_is_fine || !form.is_open()) && form.fits(words))
    }
}

impl Form {
    fn is_open(&self) -> bool {
        self.0.iter().any(|word| word == "*")
    }

    fn fits(&self, words: &[String]) -> bool {
        fits(&self.0, words)
    }
}

fn fits(form: &[String], words: &[String]) -> bool {
    let Some((first, form)) = form.split_first() else { return words.is_empty() };
    if first == "*" {
        return (0..=words.len()).any(|skip| fits(form, words.get(skip..).unwrap_or_default()));
    }
    let Some((word, words)) = words.split_first() else { return false };
    let same = if first == "#" { is_number(word) } else { first == word };
    same && fits(form, words)
}

fn is_number(word: &str) -> bool {
    let names = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    names.contains(&word) || !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// The words without capitals, and without the punctuation at their ends.
fn folded(line: &str) -> Vec<String> {
    let words = line.split_whitespace().map(bare).filter(|word| !word.is_empty());
    words.map(folded_word).collect()
}

fn bare(word: &str) -> &str {
    word.trim_matches([',', '.', ':', ';', '!', '?', '(', ')', '"', '»', '›', '…', '#'])
}

fn folded_word(word: &str) -> String {
    word.to_lowercase().replace('’', "'")
}
