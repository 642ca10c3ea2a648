//! The words that say what numbers count, from each language's `figures.toml`.

use std::{collections::BTreeMap, sync::LazyLock};

use serde::Deserialize;

use crate::{
    anchor::{
        listed::{List, Listed},
        words::Word,
    },
    model::{Attacker, Currency, LANGUAGES, Limit, Measure},
};

/// Words about numbers, ready to match.
#[derive(Debug, Default)]
pub struct FigureWords {
    /// What a number begins with, its articles apart.
    pub(super) heads: Heads,
    pub(super) numbers: NumberWords,
    pub(super) clause: ClauseWords,
    pub(super) scope: ScopeWords,
    /// "aged", before a number.
    pub(super) labels: Phrases<()>,
    /// "per cent"
    pub(super) share: Phrases<()>,
    /// "a week"
    pub(super) each: Phrases<()>,
    /// "including", before a number.
    pub(super) part: Phrases<()>,
    pub(super) attackers: List,
    /// "including", before who did it.
    pub(super) counted: Phrases<Attacker>,
    /// "so far"
    pub(super) running: Phrases<()>,
    /// What bounds a number right before it.
    pub(super) before: Phrases<Limit>,
    /// What does after it.
    pub(super) after: Phrases<Limit>,
    pub(super) states: States,
    /// "people", which anybody is.
    people: List,
    pub(super) signs: Vec<(String, Currency)>,
    /// Whether each name of money is also the name of something else.
    pub(super) money: BTreeMap<String, (Currency, bool)>,
    examples: Vec<FigureExample>,
    never: Vec<String>,
}

/// How numbers are written.
#[derive(Debug, Default, Deserialize)]
pub(super) struct NumberWords {
    /// Between a number's whole part and its fraction.
    pub(super) decimal: String,
    /// Between thousands.
    pub(super) groups: Vec<String>,
    pub(super) words: BTreeMap<String, u64>,
    pub(super) scales: BTreeMap<String, u64>,
    /// Written right behind the digits.
    pub(super) suffixes: BTreeMap<String, u64>,
    /// "dozens"
    pub(super) several: BTreeMap<String, u64>,
    /// Before a scale they make of it that what `several` are: "several hundred".
    pub(super) some: List,
    /// Scales and words that are never meant to the unit where nothing stands before them.
    pub(super) round: List,
    pub(super) articles: List,
    pub(super) half: List,
    pub(super) and: List,
    pub(super) of: List,
    /// Between the two ends of a range.
    pub(super) to: List,
    /// Before the two ends of a range that `and` parts.
    pub(super) between: List,
    /// Before the first of two numbers that are no range: "from 12 to 14".
    pub(super) from: List,
    /// After these a number is a name, an age or a rank.
    labels: Vec<String>,
}

/// The words that a number begins with.
#[derive(Debug, Default)]
pub(super) struct Heads(List);

impl Heads {
    fn of(numbers: &NumberWords) -> Self {
        let lists = [&numbers.some, &numbers.half].into_iter().flat_map(List::iter);
        let maps = [&numbers.words, &numbers.scales, &numbers.several];
        Self(List::of(lists.chain(maps.into_iter().flat_map(BTreeMap::keys))))
    }

    /// Whether a number may begin with `word`, which is in small letters: it has digits, or is
    /// one of these, or two with a hyphen.
    pub(super) fn has(&self, word: &str) -> bool {
        if word.as_bytes().first().is_some_and(u8::is_ascii_digit) {
            return true;
        }
        let head = word.find('-').and_then(|at| word.get(..at)).unwrap_or(word);
        self.0.contains(head)
    }
}

/// Words that tell how a clause goes on after a number.
#[derive(Debug, Default, Deserialize)]
pub(super) struct ClauseWords {
    /// A noun ends before them.
    pub(super) ends: List,
    /// Before a noun with its own place in the clause.
    pub(super) prepositions: List,
    pub(super) auxiliaries: List,
    /// May stand between what is counted and what became of it.
    pub(super) between: List,
    pub(super) between_endings: Vec<String>,
    /// After a verb they show that it is somebody else to whom it was done.
    pub(super) objects: List,
    /// They may stand before a number that is an object.
    pub(super) determiners: List,
    /// With them a clause goes on that a comma has parted.
    pub(super) goes_on: List,
    /// Nouns of many without the usual ending.
    pub(super) plurals: List,
    pub(super) plural_endings: Vec<String>,
    /// Endings of the usual kind that are no plural.
    pub(super) singular_endings: Vec<String>,
    /// What is measured by them is no number of things.
    pub(super) measures: List,
}

impl ClauseWords {
    /// Whether it names several of a thing.
    pub(super) fn is_plural(&self, word: &str) -> bool {
        let ends = |endings: &[String]| endings.iter().any(|it| word.ends_with(it.as_str()));
        self.plurals.contains(word)
            || (ends(&self.plural_endings) && !ends(&self.singular_endings))
    }
}

#[derive(Debug, Default, Deserialize)]
pub(super) struct ScopeWords {
    pub(super) further_before: List,
    pub(super) further_after: List,
    pub(super) among: List,
    part_before: Vec<String>,
    each_after: Vec<String>,
}

#[derive(Debug, Default, Deserialize)]
struct AttackerWords {
    nouns: List,
    counted: Vec<String>,
    apart: Vec<String>,
}

/// What becomes of people, by the words that tell it.
#[derive(Debug, Default)]
pub(super) struct States {
    /// "14 people were killed"
    pub(super) after: Phrases<State>,
    /// "killed 14 people"
    pub(super) before: Phrases<Measure>,
    /// "death toll"
    pub(super) tolls: Phrases<Measure>,
    pub(super) toll_verbs: List,
}

/// What a phrase after a number tells of those counted.
#[derive(Clone, Copy, Debug)]
pub(super) struct State {
    pub(super) measure: Measure,
    /// It can also be done to somebody else: "two men killed three".
    pub(super) has_object: bool,
    /// It tells of some of them: "among the dead".
    pub(super) is_part: bool,
}

/// Meanings of phrases, found by the word at one end.
#[derive(Debug)]
pub(super) struct Phrases<T> {
    by_end: Listed<Vec<(Vec<String>, T)>>,
}

impl<T> Default for Phrases<T> {
    fn default() -> Self {
        Self { by_end: Listed::default() }
    }
}

impl<T: Copy> Phrases<T> {
    /// Those phrases, to be found by their first word, or by their last.
    fn by(last: bool, all: impl IntoIterator<Item = (String, T)>) -> Self {
        let mut phrases: BTreeMap<String, Vec<(Vec<String>, T)>> = BTreeMap::new();
        for (phrase, meaning) in all {
            let words: Vec<String> = phrase.split_whitespace().map(str::to_owned).collect();
            let key = if last { words.last() } else { words.first() };
            let Some(key) = key.cloned() else { continue };
            phrases.entry(key).or_default().push((words, meaning));
        }
        for same in phrases.values_mut() {
            same.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
        }
        Self { by_end: phrases.into() }
    }

    /// The longest that `words` begin with: how many words, and what it means.
    pub(super) fn beginning(&self, words: &[Word<'_>]) -> Option<(usize, T)> {
        let same = self.by_end.get(&words.first()?.folded)?;
        let fits =
            |phrase: &[String]| words.get(..phrase.len()).is_some_and(|it| is(it, phrase));
        let (phrase, meaning) = same.iter().find(|(phrase, _)| fits(phrase))?;
        Some((phrase.len(), *meaning))
    }

    /// The longest that `words` end with.
    pub(super) fn ending(&self, words: &[Word<'_>]) -> Option<(usize, T)> {
        let same = self.by_end.get(&words.last()?.folded)?;
        let fits = |phrase: &[String]| {
            let from = words.len().checked_sub(phrase.len());
            from.and_then(|from| words.get(from..)).is_some_and(|it| is(it, phrase))
        };
        let (phrase, meaning) = same.iter().find(|(phrase, _)| fits(phrase))?;
        Some((phrase.len(), *meaning))
    }
}

/// Whether these are the words of that phrase, in one clause.
fn is(words: &[Word<'_>], phrase: &[String]) -> bool {
    let clause = words.first().map(|it| it.clause);
    words
        .iter()
        .zip(phrase)
        .all(|(word, wanted)| word.folded == *wanted && Some(word.clause) == clause)
}

/// A sentence of the file, and a figure that must come out of it.
#[derive(Clone, Debug, Deserialize)]
pub struct FigureExample {
    /// The sentence.
    pub says: String,
    /// The very words of the figure.
    pub at: String,
    /// Its kind, its number, and what else is told of it.
    pub means: String,
}

#[derive(Deserialize)]
struct File {
    numbers: NumberWords,
    clause: ClauseWords,
    scope: ScopeWords,
    attacker: AttackerWords,
    share: Vec<String>,
    running: Vec<String>,
    limit: Vec<LimitKind>,
    state: Vec<StateKind>,
    toll_verbs: List,
    people: List,
    currency: Vec<CurrencyKind>,
    examples: Vec<FigureExample>,
    never: Vec<String>,
}

#[derive(Deserialize)]
struct LimitKind {
    means: Limit,
    before: Vec<String>,
    #[serde(default)]
    after: Vec<String>,
}

#[derive(Deserialize)]
struct StateKind {
    means: Measure,
    after: Vec<String>,
    before: Vec<String>,
    #[serde(default)]
    tolls: Vec<String>,
    #[serde(default)]
    among: Vec<String>,
}

#[derive(Deserialize)]
struct CurrencyKind {
    means: Currency,
    signs: Vec<String>,
    words: Vec<String>,
    /// Names of something else, too, in small numbers: "200 pounds".
    #[serde(default)]
    doubtful: Vec<String>,
}

impl FigureWords {
    /// Those of the language with that code; none, if there is no such language.
    pub fn of(code: &str) -> &'static Self {
        static NONE: LazyLock<FigureWords> = LazyLock::new(FigureWords::default);
        static ALL: LazyLock<BTreeMap<&str, FigureWords>> = LazyLock::new(|| {
            // A test parses the very same files; an unreadable one could only be our own.
            let read = |figures| FigureWords::parse(figures).unwrap_or_default();
            LANGUAGES.iter().map(|files| (files.code, read(files.figures))).collect()
        });
        ALL.get(code).unwrap_or(&*NONE)
    }

    /// Reads a file of words.
    pub fn parse(toml: &str) -> Result<Self, toml::de::Error> {
        let file: File = toml::from_str(toml)?;
        let (mut signs, mut money) = (Vec::new(), BTreeMap::new());
        for kind in file.currency {
            let currency = kind.means;
            signs.extend(kind.signs.into_iter().map(|it| (it, currency)));
            money.extend(kind.words.into_iter().map(|it| (it, (currency, false))));
            money.extend(kind.doubtful.into_iter().map(|it| (it, (currency, true))));
        }
        let limits = |of: fn(&LimitKind) -> &[String]| {
            let with = |kind: &'_ LimitKind| {
                let limit = kind.means;
                of(kind).iter().map(move |it| (it.clone(), limit)).collect::<Vec<_>>()
            };
            file.limit.iter().flat_map(with).collect::<Vec<_>>()
        };
        Ok(Self {
            before: Phrases::by(true, limits(|it| &it.before)),
            after: Phrases::by(false, limits(|it| &it.after)),
            states: States::of(&file.state, file.toll_verbs),
            people: file.people,
            clause: file.clause,
            heads: Heads::of(&file.numbers),
            labels: Phrases::by(true, plain(&file.numbers.labels)),
            numbers: file.numbers,
            share: Phrases::by(false, plain(&file.share)),
            each: Phrases::by(false, plain(&file.scope.each_after)),
            part: Phrases::by(true, plain(&file.scope.part_before)),
            running: Phrases::by(false, plain(&file.running)),
            counted: Phrases::by(
                false,
                [
                    (&file.attacker.counted, Attacker::Counted),
                    (&file.attacker.apart, Attacker::Apart),
                ]
                .into_iter()
                .flat_map(|(all, meaning)| all.iter().map(move |it| (it.clone(), meaning))),
            ),
            attackers: file.attacker.nouns,
            scope: file.scope,
            signs,
            money,
            examples: file.examples,
            never: file.never,
        })
    }

    /// Whether a number may begin with `word`, which is in small letters.
    pub fn begins_number(&self, word: &str) -> bool {
        self.heads.has(word)
    }

    /// Whether anybody is what `word` says, which is in small letters: "people".
    pub fn is_anybody(&self, word: &str) -> bool {
        self.people.contains(word)
    }

    /// Whether what is counted is only what several things are of, or so many, by the words
    /// before the number, which are in small letters: "the identities of | three victims",
    /// "picture 4 of | 12 boats".
    pub fn is_of_several(&self, [noun, of]: [&str; 2]) -> bool {
        let several = self.clause.is_plural(noun) || self.begins_number(noun);
        self.numbers.of.contains(of) && several
    }

    /// Every example in the file.
    pub fn examples(&self) -> &[FigureExample] {
        &self.examples
    }

    /// Sentences in which nothing is counted of what they date.
    pub fn counterexamples(&self) -> &[String] {
        &self.never
    }
}

fn plain(phrases: &[String]) -> impl Iterator<Item = (String, ())> {
    phrases.iter().map(|it| (it.clone(), ()))
}

impl States {
    fn of(kinds: &[StateKind], toll_verbs: List) -> Self {
        let (mut after, mut before, mut tolls) = (Vec::new(), Vec::new(), Vec::new());
        for kind in kinds {
            let measure = kind.means;
            for (phrases, is_part) in [(&kind.after, false), (&kind.among, true)] {
                after.extend(phrases.iter().map(|phrase| {
                    let has_object = kind.before.contains(phrase);
                    (phrase.clone(), State { measure, has_object, is_part })
                }));
            }
            before.extend(kind.before.iter().map(|it| (it.clone(), measure)));
            tolls.extend(kind.tolls.iter().map(|it| (it.clone(), measure)));
        }
        Self {
            after: Phrases::by(false, after),
            before: Phrases::by(true, before),
            tolls: Phrases::by(false, tolls),
            toll_verbs,
        }
    }
}
