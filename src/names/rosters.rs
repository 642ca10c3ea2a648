//! Several names in one role: "advisers from Hallow and Lanmere".

use std::ops::Range;

use crate::text::Span;

use super::{Hand, Kind, NameWords, Spoken, Term, adjoin, terms::Fold};

/// Several names that a sentence has in one role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Roster {
    /// In which of the text's sentences, from 0.
    pub sentence: u32,
    /// The names, from the first to the last.
    pub span: Span,
    /// The role.
    pub role: Term,
    /// The word that they stand after: "from".
    pub after: Term,
    /// Of each name, what tells it from others; in order of place.
    pub names: Box<[Box<[Term]>]>,
}

/// So far from its names a role may stand, in words.
const REACH_WORDS: usize = 14;

/// The names in roles among the words of a text, which are in order of place.
pub fn rosters(text: &str, words: &[Spoken], told: &NameWords) -> Vec<Roster> {
    let names = capitals(text, words);
    let mut found = Vec::new();
    let mut rest = &*names;
    while !rest.is_empty() {
        let length = run(text, words, rest, told);
        let (own, others) = rest.split_at_checked(length.max(1)).unwrap_or((rest, &[]));
        rest = others;
        if length > 1 {
            found.extend(roster(text, words, own, told));
        }
    }
    found
}

/// Words with capitals in a row, but for what begins a sentence. Here a whole sentence of them is
/// no headline: it has a list of names in it.
fn capitals(text: &str, words: &[Spoken]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut before: Option<&Spoken> = None;
    for (at, word) in words.iter().enumerate() {
        let opens = before.is_none_or(|it| it.sentence != word.sentence);
        let is_name = word.hand == Hand::Capital || (word.hand == Hand::AsAll && !opens);
        let adjoins = before.is_some_and(|before| adjoin(text, before, word));
        match found.last_mut().filter(|it| it.end == at && adjoins) {
            Some(last) if is_name => last.end = at + 1,
            _ if is_name => found.push(at..at + 1),
            _ => {}
        }
        before = Some(word);
    }
    found
}

fn span(words: &[Spoken], name: &Range<usize>) -> Option<Span> {
    let own = words.get(name.clone())?;
    Some(own.first()?.span.join(own.last()?.span))
}

/// How many of the first names stand in one list, whose last two "and" parts.
fn run(text: &str, words: &[Spoken], names: &[Range<usize>], told: &NameWords) -> usize {
    let between = |pair: &[Range<usize>]| {
        let [one, other] = pair else { return "" };
        let spans = span(words, one).zip(span(words, other));
        spans.and_then(|(one, other)| text.get(one.end()..other.start())).unwrap_or_default()
    };
    let is_and = |between: &str| {
        let word = between.trim().trim_start_matches(',').trim_start();
        told.and.iter().any(|it| **it == *word)
    };
    let commas = names.windows(2).take_while(|pair| between(pair) == ", ").count();
    let last = names.get(commas..).unwrap_or_default().windows(2).next();
    if last.is_some_and(|pair| is_and(between(pair))) { commas + 2 } else { 0 }
}

fn roster(
    text: &str,
    words: &[Spoken],
    names: &[Range<usize>],
    told: &NameWords,
) -> Option<Roster> {
    let (first, last) = (names.first()?, names.last()?);
    let sentence = words.get(first.start)?.sentence;
    let before = words.get(first.start.checked_sub(1)?)?;
    (before.sentence == sentence && before.kind == Kind::Small).then_some(())?;
    let is_role = |word: &&Spoken| {
        word.sentence == sentence && told.roles.has(Fold::of(word.span.slice(text)).hash())
    };
    let ahead = words.get(last.end..)?.iter().take(REACH_WORDS).find(is_role);
    let behind = || words.get(..first.start)?.iter().rev().take(REACH_WORDS).find(is_role);
    let role = ahead.or_else(behind)?.term;
    let terms = |name: &Range<usize>| {
        let own = words.get(name.clone()).unwrap_or_default().iter();
        own.filter(|it| it.kind != Kind::Small).map(|it| it.term).collect()
    };
    let span = span(words, first)?.join(span(words, last)?);
    let names = names.iter().map(terms).collect();
    Some(Roster { sentence, span, role, after: before.term, names })
}
