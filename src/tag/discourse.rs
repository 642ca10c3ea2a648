//! On which side of the document's date a bare "Friday" or "April" lies: read off the words
//! around it.
//!
//! It looks no further than the sentence, and at lists of words only.

use std::ops::Range;

use super::lexicon::{Slot, Symbol};
use super::tokens::{Kind, Token};
use crate::time::{Direction, Expr};

/// `expr`, found at `words`, turned to what is to come if the clause says so.
pub(super) fn directed(expr: Expr, tokens: &[Token<'_>], words: Range<usize>) -> Expr {
    // What is to be done "by Friday" is to come, whatever else the clause says.
    let coming = matches!(expr, Expr::By(_)) || is_open(&expr) && is_to_come(tokens, words);
    if coming { turned(expr) } else { expr }
}

/// Whether its side was not said.
fn is_open(expr: &Expr) -> bool {
    match expr {
        Expr::Weekday { direction, .. } | Expr::InYear { direction, .. } => {
            *direction == Direction::Past
        }
        Expr::PartOfDay(inner, _)
        | Expr::Clock(inner, ..)
        | Expr::About(inner)
        | Expr::Open(_, inner)
        | Expr::By(inner) => is_open(inner),
        Expr::Between(from, until) => is_open(from) || is_open(until),
        Expr::Fixed(_)
        | Expr::Shifted { .. }
        | Expr::OfYear { .. }
        | Expr::Later { .. }
        | Expr::FromEvent { .. } => false,
    }
}

fn turned(expr: Expr) -> Expr {
    let inside = |inner: Box<Expr>| Box::new(turned(*inner));
    match expr {
        Expr::Weekday { day, direction: Direction::Past } => {
            Expr::Weekday { day, direction: Direction::Coming }
        }
        Expr::InYear { part, direction: Direction::Past } => {
            Expr::InYear { part, direction: Direction::Coming }
        }
        Expr::PartOfDay(inner, part) => Expr::PartOfDay(inside(inner), part),
        Expr::Clock(inner, time, grain) => Expr::Clock(inside(inner), time, grain),
        Expr::About(inner) => Expr::About(inside(inner)),
        Expr::Open(bound, inner) => Expr::Open(bound, inside(inner)),
        Expr::By(inner) => Expr::By(inside(inner)),
        Expr::Between(from, until) => Expr::Between(inside(from), inside(until)),
        other => other,
    }
}

/// Reads back to the clause's beginning, then on to its end: the first word that tells, tells.
fn is_to_come(tokens: &[Token<'_>], words: Range<usize>) -> bool {
    let before = tokens.get(..words.start).unwrap_or_default();
    for (at, token) in before.iter().enumerate().rev() {
        if ends_clause(token) {
            break;
        }
        let previous = at.checked_sub(1).and_then(|at| before.get(at));
        if let Some(coming) = tells(token, previous) {
            return coming;
        }
    }
    let after = tokens.get(words.end..).unwrap_or_default();
    // "On Friday, the mayor will speak": one comma may stand between.
    let after = after.split_first().map_or(after, |(first, rest)| match first.kind {
        Kind::Mark(',') => rest,
        Kind::Mark(_) | Kind::Word | Kind::Number(_) | Kind::Break => after,
    });
    let clause = after.iter().take_while(|token| !ends_clause(token));
    let mut previous = None;
    for token in clause {
        if let Some(coming) = tells(token, previous) {
            return coming;
        }
        previous = Some(token);
    }
    false
}

fn ends_clause(token: &Token<'_>) -> bool {
    token.ends_sentence()
        || matches!(token.kind, Kind::Mark(',' | ';' | ':' | '—' | '“' | '”' | '"'))
}

/// Whether a word says that it is to come (`true`) or past; most words say neither.
fn tells(token: &Token<'_>, previous: Option<&Token<'_>>) -> Option<bool> {
    let be = |token: &Token<'_>| token.sense(Symbol::Slot(Slot::Be));
    let is_to = (previous.and_then(be), be(token));
    if token.is(Slot::Coming) || matches!(is_to, (Some(2), Some(1)) | (Some(1), Some(3))) {
        return Some(true);
    }
    let participle =
        token.kind == Kind::Word && token.senses.is_empty() && token.tail == *b"ed";
    // "is to be heard", "is published": the word before tells, not the participle.
    let after_be = previous.and_then(be).is_some();
    ((participle || token.is(Slot::Told)) && !after_be).then_some(false)
}
