//! Whether a text writes the day before the month, read off its other dates and its spelling.

use super::slots::Slot;
use super::tokens::{Kind, Token};
use crate::{
    model::OrderEvidence,
    time::{DayOrder, Expr, TimeValue, When, YearPart},
};

/// How often each order shows, so far.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct OrderSigns {
    /// "25/12/2014" and "12/25/2014"
    decided: Balance,
    /// "25 December" and "December 25"
    in_words: Balance,
    /// "colour" and "color"
    spelling: Balance,
}

#[derive(Clone, Copy, Debug, Default)]
struct Balance {
    day_first: u32,
    month_first: u32,
}

impl Balance {
    const fn count(&mut self, order: DayOrder) {
        match order {
            DayOrder::DayFirst => self.day_first = self.day_first.saturating_add(1),
            DayOrder::MonthFirst => self.month_first = self.month_first.saturating_add(1),
        }
    }

    /// The one that alone shows.
    const fn alone(self) -> Option<DayOrder> {
        match (self.day_first, self.month_first) {
            (1.., 0) => Some(DayOrder::DayFirst),
            (0, 1..) => Some(DayOrder::MonthFirst),
            _ => None,
        }
    }
}

impl OrderSigns {
    /// Takes in an expression, which stands at those tokens.
    pub(super) fn written(&mut self, expr: &Expr, tokens: &[Token<'_>]) {
        if let Expr::Digits { first, second, .. } = expr {
            match (*first > 12, *second > 12) {
                (true, false) => self.decided.count(DayOrder::DayFirst),
                (false, true) => self.decided.count(DayOrder::MonthFirst),
                (true, true) | (false, false) => {}
            }
        } else if is_day(expr) {
            let number = |token: &&Token<'_>| matches!(token.kind, Kind::Number(_));
            let month = |token: &&Token<'_>| token.is(Slot::Month);
            let first = tokens.iter().find(|token| number(token) || month(token));
            if let Some(first) = first {
                let order =
                    if month(&first) { DayOrder::MonthFirst } else { DayOrder::DayFirst };
                self.in_words.count(order);
            }
        }
    }

    /// Takes in a word that is spelt in one of two ways.
    pub(super) const fn spelling(&mut self, token: &Token<'_>) {
        if token.is(Slot::British) {
            self.spelling.count(DayOrder::DayFirst);
        } else if token.is(Slot::American) {
            self.spelling.count(DayOrder::MonthFirst);
        }
    }

    /// What they tell together.
    pub(super) const fn evidence(self) -> OrderEvidence {
        let manner = match self.in_words.alone() {
            Some(order) => Some(order),
            None => self.spelling.alone(),
        };
        OrderEvidence { decided: self.decided.alone(), manner }
    }
}

/// Whether it is a day that is named by its month.
const fn is_day(expr: &Expr) -> bool {
    matches!(
        expr,
        Expr::Fixed(TimeValue::On(When::Day(_), _))
            | Expr::InYear { part: YearPart::Day { .. }, .. }
    )
}
