//! A number with the words that belong to it, told from what only looks like one.

use std::ops::Range;

use crate::{
    anchor::words::{Word, is_dated},
    model::{Currency, Limit, Measure, Scope},
};

use super::{
    counted::Counting,
    number::{Number, number},
};

/// From here on, money with a doubtful name is money: nobody weighs a thousand pounds.
const SURELY_MONEY: u64 = 1_000;

/// A number with what stands around it.
#[derive(Clone, Debug)]
pub(super) struct Sighted {
    pub(super) number: Number,
    /// The first word that belongs to it: a bound, "another", "the".
    pub(super) from: usize,
    /// The word after all that does.
    pub(super) next: usize,
    pub(super) bytes: Range<usize>,
    pub(super) limit: Limit,
    pub(super) scope: Scope,
    /// The kind, where its own words tell it.
    pub(super) measure: Option<Measure>,
}

impl Counting<'_, '_> {
    /// The number at `at` with the words that belong to it, unless it is part of a date.
    pub(super) fn sighted(&self, at: usize) -> Option<Sighted> {
        let word = self.words.get(at)?;
        let numbers = &self.told.numbers;
        if !self.told.heads.has(&word.folded) || is_dated(word, self.expressions) {
            return None;
        }
        let article = at.checked_sub(1).filter(|before| {
            let scale = numbers.scales.contains_key(&*word.folded);
            scale && self.near(*before, at).is_some_and(|it| numbers.articles.contains(it))
        });
        let number = number(self.text, self.words, article.unwrap_or(at), self.told)?;
        let own = number.words.clone();
        let dated =
            |at: usize| self.words.get(at).is_some_and(|it| is_dated(it, self.expressions));
        if own.clone().any(dated) {
            return None;
        }
        let mut sighted = Sighted {
            from: own.start,
            next: own.end,
            bytes: number.bytes.clone(),
            limit: number.limit,
            scope: Scope::Whole,
            measure: number.currency.map(Measure::Money),
            number,
        };
        self.take_unit(&mut sighted);
        self.take_before(&mut sighted);
        self.take_after(&mut sighted);
        Some(sighted)
    }

    /// Whether it counts nothing: it is an age, a name, or one of many.
    pub(super) fn is_no_figure(&self, sighted: &Sighted) -> bool {
        let is_name =
            || self.is_labelled(sighted) || self.is_listed(sighted) || self.is_alone(sighted);
        let may_be_name = sighted.measure.is_none() && self.state_before(sighted).is_none();
        (may_be_name && is_name()) || self.is_one_of_many(sighted)
    }

    /// "one of the brothers", "one in five": nobody's number. Where "a" and "one" are one word,
    /// it counts only right before what became of somebody: "un mort".
    fn is_one_of_many(&self, sighted: &Sighted) -> bool {
        let (own, numbers) = (&sighted.number, &self.told.numbers);
        if own.amount.whole() != Some(1) {
            return false;
        }
        let next = self.near(sighted.next, own.words.start);
        let of = next.is_some_and(|it| numbers.of.contains(it));
        let beyond = self.near(sighted.next + 1, own.words.start);
        let in_a_number = next.is_some() && beyond.is_some_and(|it| self.told.heads.has(it));
        let is_article =
            self.word(own.words.start).is_some_and(|it| numbers.articles.contains(it));
        let rest = self.words.get(sighted.next..).unwrap_or_default();
        let is_state = self.told.states.after.beginning(rest).is_some();
        of || in_a_number || (is_article && !is_state)
    }

    /// "aged 14", "section 47".
    fn is_labelled(&self, sighted: &Sighted) -> bool {
        let all = self.words.get(..sighted.from).unwrap_or_default();
        let before = sighted.from.checked_sub(1).and_then(|it| self.near(it, sighted.from));
        before.is_some() && self.told.labels.ending(all).is_some()
    }

    /// "12, 14 and 15 were hurt", "fifty 911 calls": numbers in a row are ages or names.
    fn is_listed(&self, sighted: &Sighted) -> bool {
        let beside = sighted.number.words.start;
        let joint = |at: usize| {
            self.near(at, beside).is_some_and(|it| self.told.numbers.and.contains(it))
        };
        let number =
            |at: usize| self.near(at, beside).is_some_and(|it| self.told.heads.has(it));
        let after = joint(sighted.next) && number(sighted.next + 1);
        let right_before = sighted.from.checked_sub(1).is_some_and(number);
        let before = sighted.from.checked_sub(2);
        after || right_before || before.is_some_and(|it| number(it) && joint(it + 1))
    }

    /// ", 22,": nothing but the number between commas.
    fn is_alone(&self, sighted: &Sighted) -> bool {
        let beside = sighted.number.words.start;
        let before = sighted.from.checked_sub(1).and_then(|it| self.near(it, beside));
        before.is_none() && self.near(sighted.next, beside).is_none() && {
            let clause = self.words.get(beside).map(|it| it.clause);
            let dated = |it: Option<&Word<'_>>| it.map(|it| it.clause) == clause;
            !dated(self.words.get(sighted.next))
        }
    }

    /// "%", "per cent", "million euros".
    fn take_unit(&self, sighted: &mut Sighted) {
        let rest = self.text.get(sighted.bytes.end..).unwrap_or_default();
        let after = rest.trim_start_matches([' ', '\u{a0}', '\u{202f}']);
        if sighted.measure.is_none() && after.starts_with('%') {
            sighted.bytes.end += rest.len() - after.len() + 1;
            sighted.measure = Some(Measure::Share);
            return;
        }
        let sign = self.told.signs.iter().find(|it| after.starts_with(it.0.as_str()));
        if let Some((sign, currency)) = sign.filter(|_| sighted.measure.is_none()) {
            sighted.bytes.end += rest.len() - after.len() + sign.len();
            sighted.measure = Some(Measure::Money(*currency));
            return;
        }
        let beside = sighted.number.words.start;
        let Some(unit) = self.near(sighted.next, beside) else { return };
        let words = self.words.get(sighted.next..).unwrap_or_default();
        if let Some((length, ())) = self.told.share.beginning(words) {
            self.take(sighted, length);
            sighted.measure = Some(Measure::Share);
        } else if let Some(currency) = self.money(unit, sighted) {
            self.take(sighted, 1);
            sighted.measure = Some(Measure::Money(currency));
        }
    }

    fn money(&self, unit: &str, sighted: &Sighted) -> Option<Currency> {
        let (currency, is_doubtful) = *self.told.money.get(unit)?;
        let of = self.word(sighted.next + 1);
        let is_weight = of.is_some_and(|it| self.told.numbers.of.contains(it));
        let much = sighted.number.amount.whole().is_none_or(|it| it >= SURELY_MONEY);
        (!is_doubtful || (much && !is_weight)).then_some(currency)
    }

    fn take(&self, sighted: &mut Sighted, words: usize) {
        sighted.next += words;
        if let Some(last) = sighted.next.checked_sub(1).and_then(|it| self.words.get(it)) {
            sighted.bytes.end = sighted.bytes.end.max(last.end);
        }
    }

    /// "at least", "another", "the".
    fn take_before(&self, sighted: &mut Sighted) {
        let beside = sighted.number.words.start;
        while let Some(before) = sighted.from.checked_sub(1)
            && let Some(word) = self.near(before, beside)
        {
            let all = self.words.get(..sighted.from).unwrap_or_default();
            if let Some((length, limit)) = self.told.before.ending(all) {
                // "at least a dozen" is no less than that.
                sighted.limit =
                    if let Limit::To(_) = sighted.limit { sighted.limit } else { limit };
                sighted.from -= length;
            } else if self.told.scope.further_before.contains(word) {
                sighted.scope = Scope::Further;
                sighted.from = before;
            } else if self.told.clause.determiners.contains(word) {
                sighted.from = before;
                continue;
            } else {
                break;
            }
            if let Some(first) = self.words.get(sighted.from) {
                sighted.bytes.start = sighted.bytes.start.min(first.start);
            }
        }
        let all = self.words.get(..sighted.from).unwrap_or_default();
        if self.told.part.ending(all).is_some() {
            sighted.scope = Scope::Part;
        }
    }

    /// "or more", "others".
    fn take_after(&self, sighted: &mut Sighted) {
        let words = self.words.get(sighted.next..).unwrap_or_default();
        let beside = sighted.number.words.start;
        if self.near(sighted.next, beside).is_none() {
            return;
        }
        if let Some((length, limit)) = self.told.after.beginning(words) {
            self.take(sighted, length);
            sighted.limit = limit;
        }
        let next = self.near(sighted.next, beside);
        if next.is_some_and(|it| self.told.scope.further_after.contains(it)) {
            sighted.next += 1;
            if sighted.scope == Scope::Whole {
                sighted.scope = Scope::Further;
            }
        }
    }
}
