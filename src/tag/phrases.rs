//! Phrases of slots, as one tree: the longest that fits wins.

use std::{cmp::Reverse, collections::BTreeMap};

use serde::Deserialize;

use super::grammar::{Way, symbol, ways};
use super::lexicon::{Lexicon, RawValue};
use super::meaning::{Make, Meaning, Value, is_feast, is_length, meaning};
use super::slots::{Slot, Slots, Symbol};
use super::surroundings::Surroundings;
use super::tokens::{Kind, Token, Tokens};
use super::{Example, LanguageError};
use crate::time::{Expr, YearPart};

/// All phrases of a language.
#[derive(Debug, Default)]
pub(super) struct Phrases {
    nodes: Vec<Node>,
    rules: Vec<Rule>,
}

#[derive(Debug, Default)]
struct Node {
    /// The slots that lead on, to pass over a word at a glance.
    slots: Slots,
    /// In order of symbol: where each leads.
    next: Vec<(Symbol, u32)>,
    /// The rules that end here, in order of file.
    rules: Vec<u32>,
}

/// What a whole phrase means, and beside what it may stand.
#[derive(Clone, Debug)]
struct Rule {
    make: Make,
    /// The named day that the phrase is, if it is one.
    feast: Option<YearPart>,
    /// What the phrase means without saying it in a word of its own.
    with: Vec<Value>,
    only: Option<Genre>,
    around: Surroundings,
}

/// A phrase as the file has it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Phrase {
    /// "{shift} {weekday}"; `?` after a part that may be missing, `|` between two words.
    when: String,
    make: Make,
    /// In which kind of text alone it means that.
    only: Option<Genre>,
    /// Values of slots that no word of the phrase fills.
    #[serde(default)]
    with: BTreeMap<Slot, RawValue>,
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

/// What kind of text a phrase belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Genre {
    /// A text that tells a story by its dates, as a history does.
    Story,
}

/// What a phrase says, up to which token.
#[derive(Clone, Debug)]
pub(super) struct Found {
    /// The number of the token after it.
    pub end: usize,
    /// What it says.
    pub meaning: Meaning,
    /// Of a stretch with two ends: the token that stands between them.
    pub join: Option<usize>,
    /// In which kind of text alone it says so.
    pub only: Option<Genre>,
    rule: u32,
}

// "since about the end of last May" is four deep; deeper than that, nobody writes.
const DEEPEST: usize = 4;

/// Slots that are expressions within a phrase, and which expressions they are.
const INNER: [(Slot, fn(&Expr) -> bool); 3] =
    [(Slot::Time, |_| true), (Slot::Length, is_length), (Slot::Feast, is_feast)];

impl Phrases {
    pub(super) fn add(
        &mut self,
        phrase: &Phrase,
        lexicon: &mut Lexicon,
    ) -> Result<(), LanguageError> {
        let mut around = |parts: &[String]| -> Result<Vec<Symbol>, LanguageError> {
            parts.iter().map(|part| symbol(part, lexicon)).collect()
        };
        let around = Surroundings {
            behind: around(&phrase.behind)?,
            not_behind: around(&phrase.not_behind)?,
            ahead: around(&phrase.ahead)?,
            not_ahead: around(&phrase.not_ahead)?,
        };
        let with = phrase.with.iter().map(|(slot, value)| {
            let number = value.number();
            let number = number.ok_or_else(|| LanguageError::Value(phrase.when.clone()));
            number.map(|number| Value::Of(*slot, number))
        });
        let with = with.collect::<Result<_, _>>()?;
        let only = phrase.only;
        let rule = Rule { make: phrase.make, feast: None, with, only, around };
        self.add_rule(rule, &ways(&phrase.when, lexicon)?);
        Ok(())
    }

    /// A named day, in one of its forms.
    pub(super) fn add_feast(
        &mut self,
        form: &str,
        feast: YearPart,
        lexicon: &mut Lexicon,
    ) -> Result<(), LanguageError> {
        let rule = Rule {
            make: Make::Feast,
            feast: Some(feast),
            with: Vec::new(),
            only: None,
            around: Surroundings::default(),
        };
        self.add_rule(rule, &ways(form, lexicon)?);
        Ok(())
    }

    fn add_rule(&mut self, rule: Rule, ways: &[Way]) {
        let number = u32::try_from(self.rules.len()).unwrap_or(u32::MAX);
        self.rules.push(rule);
        if self.nodes.is_empty() {
            self.nodes.push(Node::default());
        }
        for way in ways.iter().filter(|way| !way.is_empty()) {
            let end = way.iter().fold(0, |node, symbol| self.lead(node, *symbol));
            if let Some(node) = self.nodes.get_mut(end)
                && node.rules.last() != Some(&number)
            {
                node.rules.push(number);
            }
        }
    }

    /// Where `symbol` leads from `node`; a new place, if it led nowhere.
    fn lead(&mut self, node: usize, symbol: Symbol) -> usize {
        let new = self.nodes.len();
        let Some(from) = self.nodes.get_mut(node) else { return 0 };
        match from.next.binary_search_by_key(&symbol, |(symbol, _)| *symbol) {
            Ok(place) => from.next.get(place).map_or(0, |(_, to)| *to as usize),
            Err(place) => {
                from.next.insert(place, (symbol, u32::try_from(new).unwrap_or(u32::MAX)));
                if let Symbol::Slot(slot) = symbol {
                    from.slots = from.slots.with(slot);
                }
                self.nodes.push(Node::default());
                new
            }
        }
    }

    fn along(&self, node: &Node, symbol: Symbol) -> Option<&Node> {
        let place = node.next.binary_search_by_key(&symbol, |(symbol, _)| *symbol).ok()?;
        let (_, to) = node.next.get(place)?;
        self.nodes.get(*to as usize)
    }

    /// The longest that begins at the token `at`; of two as long, the first in the files.
    pub(super) fn longest(&self, tokens: &Tokens<'_>, at: usize) -> Option<Found> {
        let root = self.nodes.first()?;
        let first = tokens.get(at)?;
        if first.slots.and(root.slots).is_empty() && !first.literal {
            return None;
        }
        self.all(tokens, at, DEEPEST).into_iter().reduce(|best, next| {
            // Of two as long, what is no date goes first.
            let rank = |found: &Found| {
                (found.end, matches!(found.meaning, Meaning::Nothing), Reverse(found.rule))
            };
            if rank(&next) > rank(&best) { next } else { best }
        })
    }

    /// All that begin at the token `at`.
    fn all(&self, tokens: &Tokens<'_>, at: usize, depth: usize) -> Vec<Found> {
        let mut walk = Walk {
            phrases: self,
            tokens,
            start: at,
            depth,
            join: None,
            values: Vec::new(),
            found: Vec::new(),
        };
        if let Some(root) = self.nodes.first() {
            walk.step(root, at);
        }
        walk.extend();
        walk.found
    }
}

/// One search from one token.
struct Walk<'a, 't> {
    phrases: &'a Phrases,
    tokens: &'a Tokens<'t>,
    start: usize,
    depth: usize,
    join: Option<usize>,
    values: Vec<Value>,
    found: Vec<Found>,
}

impl Walk<'_, '_> {
    fn step(&mut self, node: &Node, at: usize) {
        self.accept(node, at);
        let Some(token) = self.tokens.get(at) else { return };
        let token = *token;
        if let Kind::Number(number) = token.kind
            && !token.slots.and(node.slots).is_empty()
        {
            for (symbol, next) in &node.next {
                let Symbol::Slot(slot) = *symbol else { break };
                let Some(value) = Value::of_number(number, slot) else { continue };
                self.step_with(Some(value), *next, at + 1);
            }
        }
        if token.literal || !token.slots.and(node.slots).is_empty() {
            self.step_along_word(node, &token, at);
        }
        if at > self.start && self.depth > 0 {
            self.step_inside(node, &token, at);
        }
    }

    fn step_along_word(&mut self, node: &Node, token: &Token<'_>, at: usize) {
        for sense in token.senses.iter().filter(|sense| token.capital || !sense.capital) {
            let Ok(place) = node.next.binary_search_by_key(&sense.symbol, |(it, _)| *it) else {
                continue;
            };
            let Some((_, next)) = node.next.get(place) else { continue };
            let before = self.join;
            if token.is(Slot::Join) && at > self.start {
                self.join = Some(at);
            }
            self.step_with(Value::of_word(sense), *next, at + 1);
            self.join = before;
        }
    }

    fn step_with(&mut self, value: Option<Value>, next: u32, at: usize) {
        let phrases = self.phrases;
        let Some(next) = phrases.nodes.get(next as usize) else { return };
        let known = self.values.len();
        self.values.extend(value);
        self.step(next, at);
        self.values.truncate(known);
    }

    /// Goes on over an expression within the phrase.
    fn step_inside(&mut self, node: &Node, token: &Token<'_>, at: usize) {
        let inner = Slots::of(Slot::Time).with(Slot::Length).with(Slot::Feast);
        let none = token.slots.is_empty() && !token.literal;
        if none || node.slots.and(inner).is_empty() {
            return;
        }
        let phrases = self.phrases;
        for inside in phrases.all(self.tokens, at, self.depth - 1) {
            let Meaning::Says(expr) = inside.meaning else { continue };
            self.step_over(node, &expr, inside.end);
        }
    }

    /// Goes on from `node` over that expression, in each way that it may be taken.
    fn step_over(&mut self, node: &Node, expr: &Expr, end: usize) {
        let phrases = self.phrases;
        for (slot, is) in INNER {
            if !node.slots.has(slot) || !is(expr) {
                continue;
            }
            let Some(next) = phrases.along(node, Symbol::Slot(slot)) else { continue };
            self.values.push(Value::Time(expr.clone()));
            self.step(next, end);
            self.values.pop();
        }
    }

    /// Phrases that begin with an expression: "Friday" is found, then "Friday afternoon".
    fn extend(&mut self) {
        let phrases = self.phrases;
        let Some(root) = phrases.nodes.first() else { return };
        let (mut from, mut depth) = (0, self.depth);
        while depth > 0 && from < self.found.len() {
            let known = self.found.len();
            let inner: Vec<(usize, Expr)> = self
                .found
                .iter()
                .skip(from)
                .filter_map(|found| match &found.meaning {
                    Meaning::Says(expr) => Some((found.end, expr.clone())),
                    Meaning::Nothing | Meaning::NoSuchDay => None,
                })
                .collect();
            for (end, expr) in inner {
                self.step_over(root, &expr, end);
            }
            from = known;
            depth -= 1;
        }
    }

    fn accept(&mut self, node: &Node, end: usize) {
        for number in &node.rules {
            let Some(rule) = self.phrases.rules.get(*number as usize) else { continue };
            if !rule.around.fit(self.tokens, self.start, end) {
                continue;
            }
            let known = self.values.len();
            self.values.extend_from_slice(&rule.with);
            let meaning = match &rule.feast {
                Some(feast) => Some(Meaning::feast(feast)),
                None => meaning(rule.make, &self.values),
            };
            self.values.truncate(known);
            if let Some(meaning) = meaning {
                let join = self.join;
                self.found.push(Found { end, meaning, join, only: rule.only, rule: *number });
                return;
            }
        }
    }
}
