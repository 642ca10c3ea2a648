//! How a thing is told: as a fact or not, and whether the date is that of the telling.

use crate::{model::Status, text::Span};

use super::{lexicon::EventWords, words::Word};

/// How far from the expression a reporting verb may stand, in words.
const REACH_WORDS: usize = 8;

/// Whether what `expression` dates is told as a fact.
pub(super) fn status(words: &[Word<'_>], expression: Span, told: &EventWords) -> Status {
    let clause = clause_of(words, expression);
    let begun = (1..).zip(clause).flat_map(|(next, word)| {
        let after = clause.get(next..).unwrap_or_default();
        let phrases = told.phrases.get(&*word.folded).into_iter().flatten();
        phrases.filter(move |it| stands_in(&it.rest, after))
    });
    begun.min_by_key(|it| it.rank).map_or(Status::Happened, |it| it.status)
}

/// Whether `after` begins with these words.
fn stands_in(words: &[String], after: &[Word<'_>]) -> bool {
    words.len() <= after.len()
        && words.iter().zip(after).all(|(wanted, word)| word.folded == *wanted)
}

/// Whether `expression` dates a saying: "told the Gazette today".
pub(super) fn reports(
    text: &str,
    all: &[Word<'_>],
    expression: Span,
    told: &EventWords,
) -> bool {
    if is_possessive(text, expression) {
        return false;
    }
    let verb = |word: &Word<'_>| told.verbs.contains(&*word.folded);
    let after = all.iter().find(|word| word.start >= expression.end());
    let clause = |word: &Word<'_>| word.clause;
    let own = all.iter().find(|word| word.start >= expression.start()).map(clause);
    if after.is_some_and(|word| verb(word) && Some(word.clause) == own) {
        return true;
    }
    let before = all.iter().rev().filter(|word| word.end <= expression.start());
    for word in before.take(REACH_WORDS) {
        if Some(word.clause) != own {
            return false;
        }
        if verb(word) {
            return true;
        }
        let named = word.written.starts_with(char::is_uppercase);
        if !named && !told.between.contains(&*word.folded) {
            return false;
        }
    }
    false
}

/// The words of the clause that `expression` stands in; with the next clause, where the
/// expression has its own to itself ("In March 2018, the school will open").
pub(super) fn clause_of<'w, 'a>(all: &'w [Word<'a>], expression: Span) -> &'w [Word<'a>] {
    let Some(at) = all.iter().position(|word| word.end > expression.start()) else {
        return &[];
    };
    let own = all.get(at).map_or(0, |word| word.clause);
    let outside = |word: &&Word<'_>| {
        word.clause == own && (word.end <= expression.start() || word.start >= expression.end())
    };
    let last = if all.iter().filter(outside).count() > 1 { own } else { own + 1 };
    let from = all.partition_point(|word| word.clause < own);
    let until = all.partition_point(|word| word.clause <= last);
    all.get(from..until).unwrap_or_default()
}

/// "Friday’s", "today's".
fn is_possessive(text: &str, expression: Span) -> bool {
    let rest = text.get(expression.end()..).unwrap_or_default();
    ["’s", "'s", "’ ", "' "].iter().any(|ending| rest.starts_with(ending))
}
