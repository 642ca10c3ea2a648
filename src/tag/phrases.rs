//! Phrases of slots, as one tree: the longest that fits wins.

use serde::Deserialize;

use super::lexicon::{Lexicon, Slot, Symbol};
use super::meaning::{Make, Value, meaning};
use super::tokens::{Kind, Token};
use super::{Example, LanguageError};
use crate::time::Expr;

/// All phrases of a language.
#[derive(Debug, Default)]
pub(super) struct Phrases {
    root: Node,
}

#[derive(Debug, Default)]
struct Node {
    next: Vec<(Symbol, Self)>,
    rules: Vec<Rule>,
}

/// What a whole phrase means, and beside what it may stand.
#[derive(Clone, Debug)]
struct Rule {
    make: Make,
    behind: Vec<Symbol>,
    not_behind: Vec<Symbol>,
    ahead: Vec<Symbol>,
    not_ahead: Vec<Symbol>,
}

/// A phrase as the file has it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Phrase {
    /// "{shift} {weekday}"; `?` after a part that may be missing, `|` between two words.
    when: String,
    make: Make,
    #[serde(default)]
    behind: Vec<String>,
    #[serde(default)]
    not_behind: Vec<String>,
    #[serde(default)]
    ahead: Vec<String>,
    #[serde(default)]
    not_ahead: Vec<String>,
    #[serde(default)]
    pub examples: Vec<Example>,
    #[serde(default)]
    pub never: Vec<String>,
}

/// What a phrase says, up to which token; nothing, if it says that this is no date.
pub(super) struct Found {
    pub end: usize,
    pub expr: Option<Expr>,
}

// "since about the end of last May" is four deep; deeper than that, nobody writes.
const DEEPEST: usize = 4;

impl Phrases {
    pub(super) fn add(
        &mut self,
        phrase: &Phrase,
        lexicon: &mut Lexicon,
    ) -> Result<(), LanguageError> {
        let mut around = |parts: &[String]| -> Result<Vec<Symbol>, LanguageError> {
            parts.iter().map(|part| symbol(part, lexicon)).collect()
        };
        let rule = Rule {
            make: phrase.make,
            behind: around(&phrase.behind)?,
            not_behind: around(&phrase.not_behind)?,
            ahead: around(&phrase.ahead)?,
            not_ahead: around(&phrase.not_ahead)?,
        };
        for way in ways(&phrase.when, lexicon)? {
            self.root.put(&way, &rule);
        }
        Ok(())
    }

    /// The longest that begins at the token `at`.
    pub(super) fn longest(&self, tokens: &[Token<'_>], at: usize) -> Option<Found> {
        self.all(tokens, at, DEEPEST)
            .into_iter()
            .reduce(|best, next| if next.end > best.end { next } else { best })
    }

    /// All that begin at the token `at`.
    fn all(&self, tokens: &[Token<'_>], at: usize, depth: usize) -> Vec<Found> {
        let Some(first) = tokens.get(at).filter(|it| it.kind != Kind::Break) else {
            return Vec::new();
        };
        if first.senses.is_empty() && !matches!(first.kind, Kind::Number(_)) {
            return Vec::new();
        }
        let mut walk = Walk { phrases: self, tokens, start: at, depth, found: Vec::new() };
        walk.step(&self.root, at, &mut Vec::new());
        walk.extend();
        walk.found
    }
}

impl Node {
    fn put(&mut self, way: &[Symbol], rule: &Rule) {
        let Some((first, rest)) = way.split_first() else {
            self.rules.push(rule.clone());
            return;
        };
        let place = self.next.binary_search_by_key(first, |(symbol, _)| *symbol);
        let place = place.unwrap_or_else(|place| {
            self.next.insert(place, (*first, Self::default()));
            place
        });
        if let Some((_, node)) = self.next.get_mut(place) {
            node.put(rest, rule);
        }
    }

    fn along(&self, symbol: Symbol) -> Option<&Self> {
        let place = self.next.binary_search_by_key(&symbol, |(symbol, _)| *symbol).ok()?;
        self.next.get(place).map(|(_, node)| node)
    }
}

/// One search from one token.
struct Walk<'a> {
    phrases: &'a Phrases,
    tokens: &'a [Token<'a>],
    start: usize,
    depth: usize,
    found: Vec<Found>,
}

impl Walk<'_> {
    fn step(&mut self, node: &Node, at: usize, values: &mut Vec<Value>) {
        self.accept(node, at, values);
        let Some(token) = self.tokens.get(at) else { return };
        if let Kind::Number(number) = token.kind {
            for (symbol, next) in &node.next {
                let Symbol::Slot(slot) = *symbol else { continue };
                if let Some(value) = Value::of_number(number, slot) {
                    values.push(value);
                    self.step(next, at + 1, values);
                    values.pop();
                }
            }
        }
        for sense in token.senses.iter().filter(|sense| token.capital || !sense.capital) {
            let Some(next) = node.along(sense.symbol) else { continue };
            let value = Value::of_word(sense);
            values.extend(value.clone());
            self.step(next, at + 1, values);
            values.truncate(values.len() - usize::from(value.is_some()));
        }
        if at > self.start && self.depth > 0 {
            self.step_inside(node, at, values);
        }
    }

    /// Goes on over an expression within the phrase.
    fn step_inside(&mut self, node: &Node, at: usize, values: &mut Vec<Value>) {
        let Some(next) = node.along(Symbol::Slot(Slot::Time)) else { return };
        for inner in self.phrases.all(self.tokens, at, self.depth - 1) {
            let Some(expr) = inner.expr else { continue };
            values.push(Value::Time(expr));
            self.step(next, inner.end, values);
            values.pop();
        }
    }

    /// Phrases that begin with an expression: "Friday" is found, then "Friday afternoon".
    fn extend(&mut self) {
        let Some(after) = self.phrases.root.along(Symbol::Slot(Slot::Time)) else { return };
        let (mut from, mut depth) = (0, self.depth);
        while depth > 0 && from < self.found.len() {
            let known = self.found.len();
            let inner: Vec<(usize, Expr)> = self
                .found
                .iter()
                .skip(from)
                .filter_map(|found| Some((found.end, found.expr.clone()?)))
                .collect();
            for (end, expr) in inner {
                let mut values = vec![Value::Time(expr)];
                // The bare expression is no phrase of its own, so all that is accepted is longer.
                self.step(after, end, &mut values);
            }
            from = known;
            depth -= 1;
        }
    }

    fn accept(&mut self, node: &Node, end: usize, values: &[Value]) {
        let fits = |rule: &&Rule| self.fits(rule, end);
        let Some(rule) = node.rules.iter().find(fits) else { return };
        match (rule.make, meaning(rule.make, values)) {
            (Make::Nothing, _) => self.found.push(Found { end, expr: None }),
            (_, Some(expr)) => self.found.push(Found { end, expr: Some(expr) }),
            // "31 June": the words fit, and there is no such day.
            (_, None) => {}
        }
    }

    fn fits(&self, rule: &Rule, end: usize) -> bool {
        let any = |symbols: &[Symbol], test: &dyn Fn(Symbol) -> bool| {
            symbols.iter().any(|symbol| test(*symbol))
        };
        let behind = |symbol| self.is_behind(symbol);
        let ahead = |symbol| self.is_ahead(end, symbol);
        (rule.behind.is_empty() || any(&rule.behind, &behind))
            && (rule.ahead.is_empty() || any(&rule.ahead, &ahead))
            && !any(&rule.not_behind, &behind)
            && !any(&rule.not_ahead, &ahead)
    }

    fn is_behind(&self, symbol: Symbol) -> bool {
        let token = self.start.checked_sub(1).and_then(|at| self.tokens.get(at));
        match (symbol, token) {
            (Symbol::Slot(Slot::Start), None) => true,
            (_, None) => false,
            (Symbol::Slot(Slot::Start), Some(token)) => {
                token.ends_sentence()
                    || matches!(token.kind, Kind::Mark('“' | '‘' | '"' | '(' | '–' | '—'))
            }
            (_, Some(token)) => shaped(token, symbol),
        }
    }

    fn is_ahead(&self, end: usize, symbol: Symbol) -> bool {
        match (symbol, self.tokens.get(end)) {
            (Symbol::Slot(Slot::End), None) => true,
            (_, None) => false,
            (Symbol::Slot(Slot::End), Some(token)) => {
                let end = matches!(token.kind, Kind::Mark(_)) && !token.is(Slot::Dash);
                let possessive = token.senses.iter().any(|it| it.symbol != symbol);
                token.kind == Kind::Break
                    || (end && (!possessive || token.end == token.start + 1))
            }
            (_, Some(token)) => shaped(token, symbol),
        }
    }
}

/// Whether `token` is what `symbol` asks for; some slots ask for a shape only.
fn shaped(token: &Token<'_>, symbol: Symbol) -> bool {
    let Symbol::Slot(slot) = symbol else { return token.sense(symbol).is_some() };
    let unknown = token.kind == Kind::Word && token.senses.is_empty();
    match slot {
        Slot::Name => unknown && token.capital,
        Slot::Adverb => unknown && token.tail == *b"ly",
        Slot::Plural => unknown && !token.capital && is_plural(token.tail),
        Slot::Plain => unknown && !token.capital && !is_plural(token.tail),
        _ => token.sense(symbol).is_some(),
    }
}

fn is_plural(tail: [u8; 2]) -> bool {
    matches!(tail, [before, b's'] if before != b's')
}

/// All ways to read a phrase: with and without what may be missing, by each alternative.
fn ways(when: &str, lexicon: &mut Lexicon) -> Result<Vec<Vec<Symbol>>, LanguageError> {
    let mut ways: Vec<Vec<Symbol>> = vec![Vec::new()];
    for part in when.split_whitespace() {
        let may_miss = part.ends_with('?');
        let mut longer = if may_miss { ways.clone() } else { Vec::new() };
        for word in part.trim_end_matches('?').split('|') {
            let symbol = symbol(word, lexicon)?;
            longer.extend(ways.iter().map(|way| {
                let mut way = way.clone();
                way.push(symbol);
                way
            }));
        }
        ways = longer;
    }
    Ok(ways)
}

fn symbol(part: &str, lexicon: &mut Lexicon) -> Result<Symbol, LanguageError> {
    let Some(name) = part.strip_prefix('{').and_then(|it| it.strip_suffix('}')) else {
        return Ok(lexicon.literal(part));
    };
    let name = serde::de::value::StrDeserializer::<serde::de::value::Error>::new(name);
    Slot::deserialize(name)
        .map(Symbol::Slot)
        .map_err(|_unknown| LanguageError::Slot(part.to_owned()))
}
