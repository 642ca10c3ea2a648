//! How a thing is told: as a fact or not, and whether the date is that of the telling.

use crate::{
    model::{Status, Timex},
    text::Span,
    time::{Bound, Expr, TimeValue},
};

use super::{lexicon::EventWords, words::Word};

/// How far from the expression a reporting verb may stand, in words.
const REACH_WORDS: usize = 8;

/// Whether what `timex` dates is told as a fact.
pub(super) fn status(
    text: &str,
    words: &[Word<'_>],
    timex: &Timex,
    told: &EventWords,
) -> Status {
    let since = lasts_since(&timex.expr);
    let clause = narrowed(clause_of(words, timex.span), timex.span, told);
    let status = told_by(clause, since, told);
    // "are still asking about Monday’s fire": the clause does not tell of what it names.
    let named = status == Status::Ongoing && is_possessive(text, timex.span);
    if named { Status::Happened } else { status }
}

/// Whether what these words tell is told as a fact.
pub(super) fn status_of(words: &[Word<'_>], told: &EventWords) -> Status {
    told_by(words, false, told)
}

/// What the phrases of a clause tell; `since` says that something lasts in it.
fn told_by(clause: &[Word<'_>], since: bool, told: &EventWords) -> Status {
    let begun = (1..).zip(clause).flat_map(|(next, word)| {
        let after = clause.get(next..).unwrap_or_default();
        let phrases = told.phrases.get(&word.folded).into_iter().flatten();
        phrases.filter(move |it| (since || !it.since) && stands_in(&it.rest, after))
    });
    begun.min_by_key(|it| it.rank).map_or(Status::Happened, |it| it.status)
}

fn lasts_since(expr: &Expr) -> bool {
    matches!(expr, Expr::Open(Bound::Since, _) | Expr::Fixed(TimeValue::Open(Bound::Since, _)))
}

/// The part of `clause` that tells of `expression`, where a past verb shows that it is one:
/// "will go | after the roof was lost in May", "was seen on Monday | and will be heard", "on
/// Monday held | that laws must respect it".
fn narrowed<'w, 'a>(
    clause: &'w [Word<'a>],
    expression: Span,
    told: &EventWords,
) -> &'w [Word<'a>] {
    let at = clause.partition_point(|word| word.end <= expression.start());
    let (before, after) = clause.split_at_checked(at).unwrap_or((clause, &[]));
    let past = |word: &Word<'_>| told.clause.is_past(&word.folded);
    let begins = |word: &Word<'_>| told.clause.begins.contains(&word.folded);
    let Some(past) = before.iter().rposition(past) else {
        let ends =
            |word: &Word<'_>| begins(word) || told.reporting.opens.contains(&word.folded);
        let past = after.iter().position(past).map(|it| at + it);
        let until = past.and_then(|past| {
            let further = clause.get(past..)?.iter().position(ends)?;
            Some(past + further)
        });
        return until.and_then(|until| clause.get(..until)).unwrap_or(clause);
    };
    let from = before.get(..past).and_then(|it| it.iter().rposition(begins)).unwrap_or(0);
    let until = after.iter().position(begins).map_or(clause.len(), |it| at + it);
    clause.get(from..until).unwrap_or(clause)
}

/// Whether `after` begins with these words.
fn stands_in(words: &[String], after: &[Word<'_>]) -> bool {
    words.len() <= after.len()
        && words.iter().zip(after).all(|(wanted, word)| word.folded == *wanted)
}

/// Whether `timex` dates a saying: "told the Gazette today". Nobody says to the minute when
/// somebody spoke: "said around 7 p.m. the gate fell" dates the fall.
pub(super) fn reports(text: &str, all: &[Word<'_>], timex: &Timex, told: &EventWords) -> bool {
    let (expression, words) = (timex.span, &told.reporting);
    if is_possessive(text, expression) || has_clock(&timex.expr) {
        return false;
    }
    let after = all.iter().find(|word| word.start >= expression.end());
    let clause = |word: &Word<'_>| word.clause;
    let own = all.iter().find(|word| word.start >= expression.start()).map(clause);
    if after.is_some_and(|it| words.verbs.contains(&it.folded) && Some(it.clause) == own) {
        return true;
    }
    let before = all.iter().rev().filter(|word| word.end <= expression.start());
    let (mut hearer, mut next) = (false, "");
    for word in before.take(REACH_WORDS) {
        let folded = &*word.folded;
        if Some(word.clause) != own {
            return false;
        }
        if words.verbs.contains(folded) || words.sources.contains(folded) {
            return !words.opens.contains(next)
                && (!hearer || words.has_hearer.contains(folded));
        }
        let named = word.written.starts_with(char::is_uppercase);
        let heard = words.hearers.contains(folded);
        if !named && !heard && !words.between.contains(folded) {
            return false;
        }
        hearer |= heard;
        next = folded;
    }
    false
}

fn has_clock(expr: &Expr) -> bool {
    matches!(expr, Expr::Clock(..)) || expr.inner().any(has_clock)
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
