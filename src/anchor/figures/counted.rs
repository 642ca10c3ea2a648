//! What the numbers of a sentence count.

use std::ops::Range;

use crate::{
    anchor::{
        lexicon::EventWords,
        words::{Word, is_dated},
    },
    model::{Attacker, Figure, Measure, Scope, Timex},
    text::Span,
};

use super::{lexicon::FigureWords, sighted::Sighted, states::Told};

/// A noun with what stands before it has no more words.
pub(super) const NOUN_WORDS: usize = 4;

/// A sentence, for its figures.
pub(super) struct Counting<'s, 'a> {
    pub(super) text: &'s str,
    pub(super) words: &'s [Word<'a>],
    pub(super) expressions: &'s [Timex],
    pub(super) told: &'s FigureWords,
    pub(super) events: &'s EventWords,
}

impl Counting<'_, '_> {
    /// The figures from the word `at` on, which is the first that a number may begin with.
    pub(super) fn figures(&self, mut at: usize) -> Vec<Figure> {
        let mut found: Vec<(Figure, Option<usize>)> = Vec::new();
        // "Six of" waits for what "the 14" are.
        let mut of_next: Option<Sighted> = None;
        while at < self.words.len() {
            let Some(sighted) = self.sighted(at) else {
                at += 1;
                continue;
            };
            if self.is_no_figure(&sighted) {
                at = sighted.number.words.end.max(at + 1);
                continue;
            }
            let next = sighted.next.max(at + 1);
            let before = of_next.take();
            if self.is_of_a_number(next) {
                of_next = Some(sighted);
            } else if let Some((figure, told_at)) = self.figure(&sighted, &found) {
                if let Some(part) = before.and_then(|it| self.part_of(&it, &figure)) {
                    found.push((part, None));
                }
                found.push((figure, told_at));
            }
            at = next;
        }
        share_states(&mut found);
        found.into_iter().map(|(figure, _)| self.with_attacker(figure)).collect()
    }

    pub(super) fn word(&self, at: usize) -> Option<&str> {
        self.words.get(at).map(|it| &*it.folded)
    }

    /// The word at `at`, if it stands in the clause of the word at `beside`, outside dates.
    pub(super) fn near(&self, at: usize, beside: usize) -> Option<&str> {
        let word = self.words.get(at)?;
        let clause = self.words.get(beside)?.clause;
        (word.clause == clause && !is_dated(word, self.expressions)).then_some(&*word.folded)
    }

    /// Whether "of the 14" or "among the 14" begins there.
    fn is_of_a_number(&self, at: usize) -> bool {
        let is_of =
            |it: &str| self.told.numbers.of.contains(it) || self.told.scope.among.contains(it);
        let at = (at..at + NOUN_WORDS).find(|it| self.near(*it, at).is_some_and(is_of));
        let Some(at) = at else { return false };
        let determined = |at: &usize| {
            self.near(*at, *at).is_some_and(|it| self.told.clause.determiners.contains(it))
        };
        let next = (at + 1..self.words.len()).take_while(determined).last();
        next.and_then(|it| self.words.get(it + 1)).is_some_and(|it| {
            self.told.heads.has(&it.folded) && !is_dated(it, self.expressions)
        })
    }

    /// "Six of" the 14 are what the 14 are; one of many is nobody's number.
    fn part_of(&self, sighted: &Sighted, whole: &Figure) -> Option<Figure> {
        let one = sighted.number.amount.whole() == Some(1);
        let of = self.noun(sighted.next, sighted).or(whole.of);
        let span = Span::of(self.text, sighted.bytes.clone())?;
        let Sighted { limit, number, .. } = sighted;
        let figure = Figure { span, of, limit: *limit, amount: number.amount, ..*whole };
        (!one).then_some(Figure { scope: Scope::Part, ..figure })
    }

    fn figure(
        &self,
        sighted: &Sighted,
        before: &[(Figure, Option<usize>)],
    ) -> Option<(Figure, Option<usize>)> {
        let Sighted { number, limit, scope, .. } = sighted;
        let own = |measure| Told { measure, is_part: false, running: false, at: None };
        let told = match sighted.measure {
            Some(measure) => own(measure),
            None if number.may_be_year => return None,
            None => match self.state(sighted) {
                Some(told) => told,
                // "killed 14, including six children"
                None if *scope == Scope::Part => {
                    let (whole, _) = before.last().filter(|(it, _)| !is_unit(it.measure))?;
                    self.noun(sighted.next, sighted)?;
                    own(whole.measure)
                }
                None => own(self.counts_things(sighted)?),
            },
        };
        let of = self.of(sighted, told.measure);
        let each = self.after_noun(sighted, of);
        let is_each = self.told.each.beginning(each).is_some();
        let scope = match scope {
            Scope::Whole if is_each => Scope::Each,
            Scope::Whole if told.is_part => Scope::Part,
            scope => *scope,
        };
        let figure = Figure {
            span: Span::of(self.text, sighted.bytes.clone())?,
            amount: number.amount,
            limit: *limit,
            measure: told.measure,
            of,
            scope,
            attacker: Attacker::Unsaid,
            running: told.running,
        };
        Some((figure, told.at))
    }

    /// "14 miles", "three times".
    pub(super) fn is_measured(&self, sighted: &Sighted) -> bool {
        let noun = self.noun_words(sighted.next, sighted);
        noun.into_iter()
            .filter_map(|it| self.word(it))
            .any(|it| self.told.clause.measures.contains(it))
    }

    /// "12 homes": more than one of a thing that has a name, and no name itself.
    fn counts_things(&self, sighted: &Sighted) -> Option<Measure> {
        let noun = self.noun_words(sighted.next, sighted);
        let head = self.words.get(noun.clone().rfind(|it| self.is_plural(*it))?)?;
        let is_named = head.written.starts_with(char::is_uppercase);
        let one = sighted.number.amount.whole() == Some(1);
        let before = sighted.from.checked_sub(1).and_then(|it| self.words.get(it));
        let is_name_before = before.is_some_and(|it| {
            let adjoins = self.text.get(it.end..sighted.bytes.start) == Some(" ");
            let first = sighted.from == 1;
            adjoins
                && !first
                && it.written.starts_with(char::is_uppercase)
                && !is_dated(it, self.expressions)
        });
        let other = is_named || one || is_name_before || self.is_measured(sighted);
        (!other).then_some(Measure::Count)
    }

    pub(super) fn is_plural(&self, at: usize) -> bool {
        self.word(at).is_some_and(|word| self.told.clause.is_plural(word))
    }

    /// The words that may be a noun with what belongs to it, from `at` on.
    fn noun_words(&self, at: usize, sighted: &Sighted) -> Range<usize> {
        let clause = &self.told.clause;
        let beside = sighted.number.words.start;
        let within = |at: &usize| {
            self.near(*at, beside).is_some_and(|word| {
                let rest = self.words.get(*at..).unwrap_or_default();
                !clause.ends.contains(word)
                    && !clause.prepositions.contains(word)
                    && !clause.auxiliaries.contains(word)
                    && !clause.between.contains(word)
                    && !self.told.heads.has(word)
                    && !self.told.numbers.and.contains(word)
                    && self.told.states.after.beginning(rest).is_none()
            })
        };
        at..at + (at..at + NOUN_WORDS).take_while(within).count()
    }

    /// The noun that begins there: up to its last plural, else up to a verb.
    fn noun(&self, at: usize, sighted: &Sighted) -> Option<Span> {
        let words = self.noun_words(at, sighted);
        let is_past =
            |at: &usize| self.word(*at).is_some_and(|it| self.events.clause.is_past(it));
        let last = words.clone().rfind(|it| self.is_plural(*it));
        let last = last.or_else(|| words.clone().take_while(|it| !is_past(it)).last())?;
        let (first, last) = (self.words.get(words.start)?, self.words.get(last)?);
        Span::of(self.text, first.start..last.end)
    }

    /// What is counted: the noun after the number or after "of", of money also the one before:
    /// "a fine of £500".
    fn of(&self, sighted: &Sighted, measure: Measure) -> Option<Span> {
        let of = &self.told.numbers.of;
        let beside = sighted.number.words.start;
        let after = self.noun(sighted.next, sighted);
        if after.is_some() || !is_unit(measure) {
            return after;
        }
        if self.near(sighted.next, beside).is_some_and(|it| of.contains(it)) {
            let determined = |at: &usize| {
                self.near(*at, beside)
                    .is_some_and(|it| self.told.clause.determiners.contains(it))
            };
            let after = sighted.next + 1..self.words.len();
            let skipped = after.clone().take_while(determined).count();
            return self.noun(after.start + skipped, sighted);
        }
        let before = sighted.from.checked_sub(1)?;
        self.near(before, beside).filter(|it| of.contains(it))?;
        let at = before.checked_sub(1)?;
        let noun = self.near(at, beside)?;
        let clause = &self.told.clause;
        let helped = at.checked_sub(1).and_then(|it| self.near(it, beside));
        let is_verb = self.events.clause.is_past(noun)
            || helped.is_some_and(|it| clause.auxiliaries.contains(it));
        if is_verb || clause.ends.contains(noun) {
            return None;
        }
        let noun = self.words.get(at)?;
        Span::of(self.text, noun.start..noun.end)
    }

    /// The words after the number and what it counts.
    fn after_noun(&self, sighted: &Sighted, of: Option<Span>) -> &[Word<'_>] {
        let end = of.map_or(sighted.bytes.end, |it| it.end().max(sighted.bytes.end));
        self.words.get(self.words.partition_point(|it| it.start < end)..).unwrap_or_default()
    }

    /// "four dead, including the gunman"
    fn with_attacker(&self, figure: Figure) -> Figure {
        if is_unit(figure.measure) || figure.measure == Measure::Count {
            return figure;
        }
        let phrase = |at: usize| {
            let (length, attacker) = self.told.counted.beginning(self.words.get(at..)?)?;
            let mut after = self.words.get(at + length..)?.iter().take(NOUN_WORDS);
            let is_one = |it: &Word<'_>| self.told.attackers.contains(&it.folded);
            after.any(is_one).then_some(attacker)
        };
        let attacker = (0..self.words.len()).find_map(phrase).unwrap_or(Attacker::Unsaid);
        Figure { attacker, ..figure }
    }
}

/// "Two men and three women were killed": what one verb tells of both is a part of the whole.
fn share_states(found: &mut [(Figure, Option<usize>)]) {
    let told: Vec<Option<usize>> = found.iter().map(|(_, at)| *at).collect();
    for (at, (figure, own)) in found.iter_mut().enumerate() {
        let shares = |other: &(usize, &Option<usize>)| other.0 != at && other.1 == own;
        let is_shared = own.is_some() && told.iter().enumerate().any(|it| shares(&it));
        if is_shared && figure.scope == Scope::Whole && figure.measure != Measure::Count {
            figure.scope = Scope::Part;
        }
    }
}

/// Whether it is measured, not counted.
const fn is_unit(measure: Measure) -> bool {
    match measure {
        Measure::Money(_) | Measure::Share => true,
        Measure::Dead
        | Measure::Injured
        | Measure::Arrested
        | Measure::Missing
        | Measure::Count => false,
    }
}
