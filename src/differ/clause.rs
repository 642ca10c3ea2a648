//! Whether two sentences tell of one thing, by the words around a date or a figure.

use std::ops::Range;

use crate::{
    anchor::EventWords,
    names::{Kind, Spoken, Term, within},
    text::Span,
};

use super::Paper;

/// Two clauses tell of one thing only if they share so many of the words that tell anything.
const FEWEST_SHARED: usize = 3;
/// So many words before a date, and after it, tell what it dates.
const BEFORE_WORDS: usize = 12;
const AFTER_WORDS: usize = 8;
/// A verb so near before a date is of what it dates.
const VERB_WORDS: usize = 4;

/// The terms that tell what words speak of, in order, each once.
pub(super) fn telling(words: &[Spoken]) -> Vec<Term> {
    let telling = words.iter().filter(|it| matches!(it.kind, Kind::Plain | Kind::Common));
    let mut terms: Vec<Term> = telling.map(|it| it.term).collect();
    terms.sort_unstable();
    terms.dedup();
    terms
}

/// What is told around a date or a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Around {
    terms: Vec<Term>,
    /// The verb that stands right before it, if one does that tells what was done.
    verb: Option<Term>,
}

impl Around {
    /// What a whole sentence tells.
    pub(super) fn sentence(paper: &Paper<'_>, sentence: Span) -> Self {
        Self { terms: telling(&paper.terms(sentence)), verb: None }
    }

    /// What is told around the date at `date`, up to other dates.
    pub(super) fn date(paper: &Paper<'_>, sentence: Span, date: Span) -> Self {
        let words = paper.terms(sentence);
        let others = paper.expressions_in(sentence).iter().map(|it| it.span);
        let (mut from, mut until) = (sentence.start(), sentence.end());
        for other in others {
            if other.end() <= date.start() {
                from = other.end();
            } else if other.start() >= date.end() {
                until = until.min(other.start());
            }
        }
        let place = |byte: usize| words.partition_point(|it| it.span.start() < byte);
        let at = place(date.start());
        let near = place(from).max(at.saturating_sub(BEFORE_WORDS))
            ..place(until).min(at + AFTER_WORDS);
        let told = EventWords::of(paper.language.code());
        let text = &paper.document.text;
        let is_verb =
            |it: &&Spoken| told.tells_what_was_done(&it.span.slice(text).to_lowercase());
        let before = near.start.max(at.saturating_sub(VERB_WORDS))..at;
        let after = at..near.end.min(at + VERB_WORDS);
        let verb = |within| words.get::<Range<usize>>(within).unwrap_or_default().iter();
        let verb = verb(before).rev().find(is_verb).or_else(|| verb(after).find(is_verb));
        Self {
            terms: telling(words.get(near).unwrap_or_default()),
            verb: verb.map(|it| it.term),
        }
    }

    fn tells(&self, term: Term) -> bool {
        self.verb == Some(term) || self.terms.contains(&term)
    }

    /// Whether both tell of one thing: in like words, and not of two deeds.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        let shared = self.terms.iter().filter(|it| other.terms.contains(it)).count();
        let least = self.terms.len().min(other.terms.len());
        let has = |one: &Self, other: &Self| one.verb.is_none_or(|it| other.tells(it));
        let one_deed = has(self, other) && has(other, self);
        shared >= FEWEST_SHARED && shared * 5 >= least * 2 && one_deed
    }

    /// The same, in much the same words.
    pub(super) fn is_much_like(&self, other: &Self) -> bool {
        let shared = self.terms.iter().filter(|it| other.terms.contains(it)).count();
        self.is_like(other) && shared * 2 >= self.terms.len().min(other.terms.len())
    }
}

/// The last two words before `span`, in small letters.
pub(super) fn before(paper: &Paper<'_>, sentence: Span, span: Span) -> [String; 2] {
    let words = paper.terms(sentence);
    let ahead = words.partition_point(|it| it.span.start() < span.start());
    let word = |back: usize| {
        let word = ahead.checked_sub(back).and_then(|at| words.get(at));
        word.map(|it| it.span.slice(&paper.document.text).to_lowercase()).unwrap_or_default()
    };
    [word(2), word(1)]
}

/// The last term of `span` in its sentence.
pub(super) fn last_term(paper: &Paper<'_>, span: Span) -> Option<Term> {
    within(&paper.terms(span), span).last().map(|it| it.term)
}
