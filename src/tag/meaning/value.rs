//! What the parts of a phrase stand for.

use chrono::NaiveTime;

use super::super::lexicon::Sense;
use super::super::numbers::Number;
use super::super::slots::{Slot, Symbol};
use super::{is_place, on};
use crate::time::{Expr, Grain, When};

/// What one part of a phrase stands for.
#[derive(Clone, Debug)]
pub(in crate::tag) enum Value {
    Of(Slot, i32),
    Clock(NaiveTime, Grain),
    Time(Expr),
    /// A date's shape, and no such day.
    NoDate,
}

impl Value {
    /// Words named by the phrase itself carry none, and words without a value neither.
    pub(in crate::tag) const fn of_word(sense: &Sense) -> Option<Self> {
        match sense.symbol {
            Symbol::Literal(_) | Symbol::Slot(Slot::Dash | Slot::Join | Slot::Zone) => None,
            Symbol::Slot(slot) => Some(Self::Of(slot, sense.value)),
        }
    }

    pub(in crate::tag) fn of_number(number: Number, slot: Slot) -> Option<Self> {
        let value = number.value_as(slot)?;
        match number {
            Number::Date(_) | Number::EitherDate { .. } => number.expr().map(Self::Time),
            Number::NoDate => Some(Self::NoDate),
            Number::Clock(time, grain) => Some(Self::Clock(time, grain)),
            Number::Plain { .. }
            | Number::Spelled { .. }
            | Number::Ordinal(_)
            | Number::Decimal { .. }
            | Number::Half
            | Number::Decade(_)
            | Number::ShortDecade(_)
            | Number::Figure => Some(Self::Of(slot, value)),
        }
    }
}

/// The parts of a phrase, in order, asked for by what they are.
#[derive(Clone, Copy, Debug)]
pub(super) struct Values<'v>(&'v [Value]);

impl<'v> Values<'v> {
    pub(super) const fn of(values: &'v [Value]) -> Self {
        Self(values)
    }

    /// The value of the first part that is of that slot.
    pub(super) fn slot(self, wanted: Slot) -> Option<i32> {
        self.all(wanted).next()
    }

    /// The values of all parts of that slot.
    pub(super) fn all(self, wanted: Slot) -> impl Iterator<Item = i32> {
        self.0.iter().filter_map(move |value| match value {
            Value::Of(slot, value) if *slot == wanted => Some(*value),
            Value::Of(..) | Value::Clock(..) | Value::Time(_) | Value::NoDate => None,
        })
    }

    /// The value of the first part that is of any of those slots.
    pub(super) fn any(self, wanted: &[Slot]) -> Option<i32> {
        wanted.iter().find_map(|slot| self.slot(*slot))
    }

    /// The parts as they stand.
    pub(super) const fn parts(self) -> &'v [Value] {
        self.0
    }

    /// The expressions inside.
    pub(super) fn times(self) -> impl Iterator<Item = &'v Expr> {
        self.0.iter().filter_map(|value| match value {
            Value::Time(expr) => Some(expr),
            Value::Of(..) | Value::Clock(..) | Value::NoDate => None,
        })
    }

    /// The one expression inside.
    pub(super) fn time(self) -> Option<Expr> {
        let mut times = self.times();
        times.next().filter(|_| times.next().is_none()).cloned()
    }

    /// The time of day.
    pub(super) fn clock(self) -> Option<(NaiveTime, Grain)> {
        self.0.iter().find_map(|value| match value {
            Value::Clock(time, grain) => Some((*time, *grain)),
            Value::Of(..) | Value::Time(_) | Value::NoDate => None,
        })
    }

    /// The one place named: by the expression inside, or as a bare year.
    pub(super) fn place(self) -> Option<Expr> {
        let year = || Some(on(When::Year(self.slot(Slot::Year)?)));
        self.time().or_else(year).filter(is_place)
    }

    /// Whether a date in digits is in it that there is not.
    pub(super) fn no_date(self) -> bool {
        self.0.iter().any(|value| matches!(value, Value::NoDate))
    }
}
