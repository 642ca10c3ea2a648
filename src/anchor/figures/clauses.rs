//! Which words of a sentence tell of one thing, for what is counted in it.

use crate::{
    anchor::{
        lexicon::EventWords,
        words::{Word, is_dated},
    },
    model::Timex,
    text::Span,
};

use super::lexicon::FigureWords;

/// The clauses of a sentence, those as one that only punctuation parts: "Four people, | among
/// them a child, | were killed", "fell on Monday, | killing four".
#[derive(Debug)]
pub(super) struct Clauses<'w, 'a> {
    words: &'w [Word<'a>],
    /// Of each word: its clause, and which of its parts it stands in.
    places: Vec<(usize, usize)>,
}

impl<'w, 'a> Clauses<'w, 'a> {
    pub(super) fn of(
        words: &'w [Word<'a>],
        expressions: &[Timex],
        (told, events): (&FigureWords, &EventWords),
    ) -> Self {
        let (mut places, mut whole, mut part) = (Vec::with_capacity(words.len()), 0, 0);
        let mut before_is_bare = false;
        let mut all = words.chunk_by(|one, other| one.clause == other.clause).peekable();
        while let Some(clause) = all.next() {
            let helps = |it: &Word<'_>| told.clause.auxiliaries.contains(&it.folded);
            let is_verb = |it: &Word<'_>| helps(it) || events.clause.is_past(&it.folded);
            let undated = clause.iter().filter(|it| !is_dated(it, expressions));
            let first = clause.first().map_or("", |it| &*it.folded);
            // "in a raid at the port on Monday": only where, and when.
            let is_where =
                told.clause.prepositions.contains(first) && !clause.iter().any(is_verb);
            let is_bare = undated.count() <= 1 || is_where;
            let is_aside = all.peek().and_then(|next| next.first()).is_some_and(helps);
            let goes_on = |at: usize| {
                clause.get(at).is_some_and(|it| told.clause.goes_on.contains(&it.folded))
            };
            let counts_on = told.numbers.and.contains(first)
                && clause.get(1).is_some_and(|it| {
                    let further = told.scope.further_before.contains(&it.folded);
                    goes_on(1) || further || told.heads.has(&it.folded)
                });
            let is_one = is_bare || before_is_bare || is_aside || goes_on(0) || counts_on;
            if !(places.is_empty() || is_one) {
                whole += 1;
            }
            before_is_bare = is_bare;
            for word in clause {
                part += usize::from(events.clause.begins.contains(&word.folded));
                places.push((whole, part));
            }
            part += 1;
        }
        Self { words, places }
    }

    /// The first word that `span` touches; the last, if it touches none.
    pub(super) fn word_at(&self, span: Span) -> usize {
        let at = self.words.partition_point(|word| word.end <= span.start());
        at.min(self.words.len().saturating_sub(1))
    }

    /// Of the things that the words at `dated` date, which of them a figure at the word `at` is
    /// about: those of its own part of the clause; else all that are nearest to it.
    pub(super) fn claims(&self, at: usize, dated: &[usize]) -> Vec<bool> {
        let place = |at: usize| self.places.get(at).copied().unwrap_or_default();
        let (whole, part) = place(at);
        let same_part = |it: &usize| place(*it) == (whole, part);
        let same_clause = |it: &&usize| place(**it).0 == whole;
        if dated.iter().any(same_part) {
            return dated.iter().map(same_part).collect();
        }
        let nearest =
            dated.iter().filter(same_clause).map(|it| place(*it).1.abs_diff(part)).min();
        let is_nearest =
            |it: &usize| same_clause(&it) && Some(place(*it).1.abs_diff(part)) == nearest;
        dated.iter().map(is_nearest).collect()
    }
}
