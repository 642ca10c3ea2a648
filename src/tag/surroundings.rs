//! What must, or must not, stand beside a phrase; it is looked at and not taken.

use super::slots::{Slot, Symbol};
use super::tokens::{Kind, Token, Tokens};

/// What stands beside a phrase: any of `behind` and of `ahead`, if there are any, and none of
/// the others.
#[derive(Clone, Debug, Default)]
pub(super) struct Surroundings {
    pub behind: Vec<Symbol>,
    pub not_behind: Vec<Symbol>,
    pub ahead: Vec<Symbol>,
    pub not_ahead: Vec<Symbol>,
}

impl Surroundings {
    /// Whether the phrase from `start` to `end` may stand there.
    pub(super) fn fit(&self, tokens: &Tokens<'_>, start: usize, end: usize) -> bool {
        let before = start.checked_sub(1).and_then(|at| tokens.get(at));
        let after = tokens.get(end);
        let behind = |symbol: &Symbol| is_behind(before, *symbol);
        let ahead = |symbol: &Symbol| is_ahead(after, *symbol);
        (self.behind.is_empty() || self.behind.iter().any(behind))
            && (self.ahead.is_empty() || self.ahead.iter().any(ahead))
            && !self.not_behind.iter().any(behind)
            && !self.not_ahead.iter().any(ahead)
    }
}

fn is_behind(token: Option<&Token<'_>>, symbol: Symbol) -> bool {
    match (symbol, token) {
        (Symbol::Slot(Slot::Start), None) => true,
        (_, None) => false,
        (Symbol::Slot(Slot::Start), Some(token)) => {
            token.ends_sentence()
                || matches!(token.kind, Kind::Mark('“' | '‘' | '"' | '`' | '(' | '–' | '—'))
        }
        (_, Some(token)) => is_such(token, symbol),
    }
}

fn is_ahead(token: Option<&Token<'_>>, symbol: Symbol) -> bool {
    match (symbol, token) {
        (Symbol::Slot(Slot::End), None) => true,
        (_, None) => false,
        (Symbol::Slot(Slot::End), Some(token)) => match token.kind {
            Kind::Break => true,
            // A possessive is no end; a dash may join.
            Kind::Mark(_) => !(token.is(Slot::Dash) || token.is_possessive()),
            Kind::Word | Kind::Number(_) => false,
        },
        (_, Some(token)) => is_such(token, symbol),
    }
}

/// Whether `token` is what `symbol` asks for; some slots ask for a shape only.
pub(super) fn is_such(token: &Token<'_>, symbol: Symbol) -> bool {
    let Symbol::Slot(slot) = symbol else { return token.sense(symbol).is_some() };
    match slot {
        Slot::Name => token.is_unknown() && token.capital,
        Slot::Adverb | Slot::Ongoing => token.is_unknown() && token.ending.has(slot),
        Slot::Plural | Slot::Participle => {
            token.is_unknown() && !token.capital && token.ending.has(slot)
        }
        Slot::Plain => token.is_unknown() && !token.capital && !token.ending.has(Slot::Plural),
        _ => token.is(slot),
    }
}
