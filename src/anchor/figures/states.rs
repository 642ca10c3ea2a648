//! What became of the people that a number counts: they were killed, hurt, arrested, or are missing.

use crate::{anchor::words::is_dated, model::Measure};

use super::{
    counted::{Counting, NOUN_WORDS},
    lexicon::State,
    sighted::Sighted,
};

/// "in a car on the road to Leeds" has no more words before the verb.
const ASIDE_WORDS: usize = 7;
/// A toll stands no further before its number, in words.
const TOLL_WORDS: usize = 7;

/// What a clause tells of those counted, and at which of its words.
#[derive(Clone, Copy, Debug)]
pub(super) struct Told {
    pub(super) measure: Measure,
    pub(super) is_part: bool,
    pub(super) running: bool,
    pub(super) at: Option<usize>,
}

impl Counting<'_, '_> {
    /// What the words around tell of people.
    pub(super) fn state(&self, sighted: &Sighted) -> Option<Told> {
        if self.is_measured(sighted) {
            return None;
        }
        self.state_before(sighted).or_else(|| self.state_after(sighted))
    }

    /// "killed 14", "the death toll rose to 14".
    pub(super) fn state_before(&self, sighted: &Sighted) -> Option<Told> {
        let all = self.words.get(..sighted.from)?;
        let clause = self.words.get(sighted.from)?.clause;
        let own = all.get(all.partition_point(|it| it.clause < clause)..)?;
        let own = own.get(
            own.iter().rposition(|it| is_dated(it, self.expressions)).map_or(0, |it| it + 1)..,
        )?;
        let is_verb = self.told.states.before.ending(own).map(|(_, measure)| measure);
        if let Some(measure) = is_verb {
            return Some(Told { measure, is_part: false, running: false, at: None });
        }
        let verb = own.last().filter(|it| self.told.states.toll_verbs.contains(&it.folded))?;
        let from = own.len().saturating_sub(TOLL_WORDS);
        let toll = |at: usize| self.told.states.tolls.beginning(own.get(at..)?);
        let (_, measure) = (from..own.len()).find_map(toll)?;
        let running = !self.told.numbers.of.contains(&verb.folded);
        Some(Told { measure, is_part: false, running, at: None })
    }

    /// "14 people were killed", "14 dead".
    fn state_after(&self, sighted: &Sighted) -> Option<Told> {
        let mut way = Way::default();
        let (mut at, mut clause) = (sighted.next, self.words.get(sighted.from)?.clause);
        let preposition =
            sighted.from.checked_sub(1).and_then(|it| self.near(it, sighted.from));
        let in_aside = preposition.is_some_and(|it| {
            self.told.clause.prepositions.contains(it) && !self.told.numbers.of.contains(it)
        });
        loop {
            let word = self.words.get(at)?;
            if word.clause != clause {
                (at, clause) = self.beyond_aside(at, way.phase)?;
                way = Way { phase: Phase::Verb, ..way };
                continue;
            }
            if is_dated(word, self.expressions) {
                way.left = way.left.checked_sub(1)?;
                at += 1;
                continue;
            }
            let rest = self.words.get(at..)?;
            let state = self.told.states.after.beginning(rest);
            if let Some((length, state)) = state.filter(|_| way.may_end()) {
                if !way.helped && state.has_object && self.has_object(at + length, clause) {
                    return None;
                }
                let running = self.told.running.beginning(self.words.get(at + length..)?);
                let State { measure, is_part, .. } = state;
                let told = Told {
                    measure,
                    is_part: is_part || way.shared,
                    running: running.is_some(),
                    at: Some(at),
                };
                return (!(in_aside && way.helped)).then_some(told);
            }
            way = self.further(way, at)?;
            at += 1;
        }
    }

    /// Past ", all of them from Leeds," to the verb that it stands before.
    fn beyond_aside(&self, at: usize, phase: Phase) -> Option<(usize, usize)> {
        if phase != Phase::Noun {
            return None;
        }
        let clause = self.words.get(at)?.clause;
        let next =
            at + self.words.get(at..)?.iter().take_while(|it| it.clause == clause).count();
        let after = self.words.get(next)?;
        let helps = self.told.clause.auxiliaries.contains(&after.folded);
        helps.then_some((next, after.clause))
    }

    /// Whether somebody follows to whom it was done.
    fn has_object(&self, at: usize, clause: usize) -> bool {
        let word = self.words.get(at).filter(|it| it.clause == clause);
        word.is_some_and(|it| {
            let dated = is_dated(it, self.expressions);
            let named = it.written.starts_with(char::is_uppercase);
            let object = self.told.clause.objects.contains(&it.folded);
            !dated && (named || object || self.told.heads.has(&it.folded))
        })
    }

    /// Whether something goes on after `word` that can end in what became of those counted.
    fn further(&self, way: Way, at: usize) -> Option<Way> {
        let (clause, word) = (&self.told.clause, self.word(at)?);
        let helps = clause.auxiliaries.contains(word);
        let ends = |ending: &String| word.ends_with(ending.as_str());
        let between = clause.between.contains(word) || clause.between_endings.iter().any(ends);
        match way.phase {
            _ if helps => Some(Way { phase: Phase::Verb, helped: true, ..way }),
            Phase::Verb if self.told.numbers.and.contains(word) => Some(way),
            Phase::Noun | Phase::Verb if between => Some(Way { phase: Phase::Verb, ..way }),
            Phase::Verb => None,
            Phase::Noun if clause.prepositions.contains(word) => {
                Some(Way { phase: Phase::Aside, left: ASIDE_WORDS, ..way })
            }
            Phase::Noun if self.told.numbers.and.contains(word) => {
                Some(Way { phase: Phase::Aside, left: ASIDE_WORDS, shared: true, ..way })
            }
            Phase::Noun if clause.ends.contains(word) => None,
            // After "homes" a word that is no other noun of many can only be a verb.
            Phase::Noun if way.named && !self.is_plural(at) => None,
            Phase::Noun => {
                let named = way.named || self.is_plural(at);
                Some(Way { left: way.left.checked_sub(1)?, named, ..way })
            }
            Phase::Aside => Some(Way { left: way.left.checked_sub(1)?, ..way }),
        }
    }
}

/// How far the words after a number have been followed.
#[derive(Clone, Copy, Debug)]
struct Way {
    phase: Phase,
    /// So many words may still come.
    left: usize,
    /// "were" was seen, or the like.
    helped: bool,
    /// Somebody else is told of, too: "two men and a woman".
    shared: bool,
    /// A noun of many was seen.
    named: bool,
}

impl Default for Way {
    fn default() -> Self {
        Self {
            phase: Phase::Noun,
            left: NOUN_WORDS,
            helped: false,
            shared: false,
            named: false,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Phase {
    /// In what is counted.
    Noun,
    /// In something about it: "in a car".
    Aside,
    /// In what became of it.
    Verb,
}

impl Way {
    /// What became of those counted is told behind something else only with its own verb.
    const fn may_end(self) -> bool {
        match self.phase {
            Phase::Noun | Phase::Verb => true,
            Phase::Aside => false,
        }
    }
}
