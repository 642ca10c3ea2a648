//! Phrases of slots, as one tree: the longest that fits wins.

use std::{cmp::Reverse, collections::BTreeMap, rc::Rc};

use serde::Deserialize;

use super::grammar::{Way, symbol, ways};
use super::lexicon::{Lexicon, RawValue};
use super::meaning::{Make, Meaning, Value, is_feast, is_length, meaning};
use super::numbers::Number;
use super::slots::{Slot, Slots, Symbol};
use super::surroundings::{Surroundings, is_such};
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
    /// The same of the words that phrases name, a bit for many.
    words: u64,
    /// In order of symbol, slots first: where each leads.
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

/// A slot that is an expression within a phrase, and which expressions it is.
type InnerSlot = (Slot, fn(&Expr) -> bool);

const INNER: [InnerSlot; 3] =
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
                match symbol {
                    Symbol::Slot(slot) => from.slots = from.slots.with(slot),
                    Symbol::Literal(word) => from.words |= bit_of(word),
                }
                self.nodes.push(Node::default());
                new
            }
        }
    }

    /// Tells `lexicon` which words a phrase can begin with.
    pub(super) fn mark_first_words(&self, lexicon: &mut Lexicon) {
        let Some(root) = self.nodes.first() else { return };
        lexicon.mark_first(|symbol| root.along(symbol).is_some());
    }

    /// Whether a phrase can begin with it.
    fn begin_with(&self, token: &Token<'_>) -> bool {
        let slots = self.nodes.first().map_or(Slots::NONE, |root| root.slots);
        token.first || !token.slots.and(slots).is_empty()
    }

    /// The longest that begins at the token `at`; of two as long, the first in the files.
    pub(super) fn longest(
        &self,
        tokens: &Tokens<'_>,
        at: usize,
        scratch: &mut Scratch,
    ) -> Option<Found> {
        if !self.begin_with(tokens.get(at)?) {
            return None;
        }
        scratch.inner.clear();
        self.all(tokens, at, DEEPEST, scratch).into_iter().reduce(|best, next| {
            // Of two as long, what is no date goes first.
            let rank = |found: &Found| {
                (found.end, matches!(found.meaning, Meaning::Nothing), Reverse(found.rule))
            };
            if rank(&next) > rank(&best) { next } else { best }
        })
    }

    /// All that begin at the token `at`.
    fn all(
        &self,
        tokens: &Tokens<'_>,
        at: usize,
        depth: usize,
        scratch: &mut Scratch,
    ) -> Vec<Found> {
        let Some(root) = self.nodes.first() else { return Vec::new() };
        let mut walk = Walk {
            phrases: self,
            tokens,
            start: at,
            depth,
            join: None,
            before: scratch.values.len(),
            scratch,
            found: Vec::new(),
        };
        walk.step(root, at);
        walk.extend(root);
        walk.found
    }
}

/// A bit that the word shares with few others.
const fn bit_of(word: u16) -> u64 {
    1 << (word % 64)
}

/// A name, which is in no list.
const NAME: Symbol = Symbol::Slot(Slot::Name);

/// What was found within a phrase, if anything.
type Inner = Option<Rc<[Found]>>;

/// What searches share: room to work in, kept from one to the next.
#[derive(Debug, Default)]
pub(super) struct Scratch {
    /// What the parts of the phrases stand for that are being tried, one within the other.
    values: Vec<Value>,
    /// The expressions found within phrases, by token and depth.
    inner: Vec<(usize, usize, Inner)>,
}

/// One search from one token.
struct Walk<'a, 't> {
    phrases: &'a Phrases,
    tokens: &'a Tokens<'t>,
    start: usize,
    depth: usize,
    join: Option<usize>,
    /// How many of the values are not its own.
    before: usize,
    scratch: &'a mut Scratch,
    found: Vec<Found>,
}

impl Node {
    /// Where `symbol` leads.
    fn along(&self, symbol: Symbol) -> Option<u32> {
        let place = match symbol {
            Symbol::Slot(slot) => self.slots.has(slot).then(|| self.slots.rank(slot))?,
            Symbol::Literal(word) if self.words & bit_of(word) == 0 => return None,
            Symbol::Literal(_) => {
                self.next.binary_search_by_key(&symbol, |(it, _)| *it).ok()?
            }
        };
        self.next.get(place).map(|(_, to)| *to)
    }
}

impl Walk<'_, '_> {
    fn step(&mut self, node: &Node, at: usize) {
        if !node.rules.is_empty() {
            self.accept(node, at);
        }
        let tokens = self.tokens;
        let Some(token) = tokens.get(at) else { return };
        let fits = !token.slots.and(node.slots).is_empty();
        if fits && let Kind::Number(number) = token.kind {
            self.step_along_number(node, token, number, at);
        }
        if fits || token.literal && node.words != 0 {
            self.step_along_word(node, token, at);
        }
        if at > self.start && self.depth > 0 {
            self.step_inside(node, token, at);
        }
        if node.slots.has(Slot::Name) && is_such(token, NAME) {
            self.step_with(None, node.along(NAME).unwrap_or_default(), at + 1);
        }
    }

    fn step_along_number(&mut self, node: &Node, token: &Token<'_>, number: Number, at: usize) {
        for (symbol, next) in &node.next {
            let Symbol::Slot(slot) = *symbol else { break };
            if token.is(slot)
                && let Some(value) = Value::of_number(number, slot)
            {
                self.step_with(Some(value), *next, at + 1);
            }
        }
    }

    fn step_along_word(&mut self, node: &Node, token: &Token<'_>, at: usize) {
        for sense in token.senses {
            let Some(next) = node.along(sense.symbol) else { continue };
            if !sense.case.fits(token.capital) {
                continue;
            }
            let before = self.join;
            if token.is(Slot::Join) && at > self.start {
                self.join = Some(at);
            }
            self.step_with(Value::of_word(sense), next, at + 1);
            self.join = before;
        }
    }

    fn step_with(&mut self, value: Option<Value>, next: u32, at: usize) {
        let phrases = self.phrases;
        let Some(next) = phrases.nodes.get(next as usize) else { return };
        let known = self.scratch.values.len();
        self.scratch.values.extend(value);
        self.step(next, at);
        self.scratch.values.truncate(known);
    }

    /// Goes on over an expression within the phrase.
    fn step_inside(&mut self, node: &Node, token: &Token<'_>, at: usize) {
        const INSIDE: Slots = Slots::of(Slot::Time).with(Slot::Length).with(Slot::Feast);
        if node.slots.and(INSIDE).is_empty() || !self.phrases.begin_with(token) {
            return;
        }
        for inside in self.inner(at).iter().flat_map(|found| found.iter()) {
            let Meaning::Says(expr) = &inside.meaning else { continue };
            self.step_over(node, expr, inside.end);
        }
    }

    /// All expressions that begin at the token `at`, a level deeper; searched for once.
    fn inner(&mut self, at: usize) -> Option<Rc<[Found]>> {
        let depth = self.depth - 1;
        let is_it = |(start, deep, _): &&(usize, usize, _)| *start == at && *deep == depth;
        if let Some((.., found)) = self.scratch.inner.iter().find(is_it) {
            return found.clone();
        }
        let found = self.phrases.all(self.tokens, at, depth, self.scratch);
        let found = (!found.is_empty()).then(|| Rc::from(found));
        self.scratch.inner.push((at, depth, found.clone()));
        found
    }

    /// Goes on from `node` over that expression, in each way that it may be taken.
    fn step_over(&mut self, node: &Node, expr: &Expr, end: usize) {
        for (slot, is) in INNER {
            let Some(next) = node.along(Symbol::Slot(slot)) else { continue };
            if is(expr) {
                self.step_with(Some(Value::Time(expr.clone())), next, end);
            }
        }
    }

    /// Phrases that begin with an expression: "Friday" is found, then "Friday afternoon".
    fn extend(&mut self, root: &Node) {
        let (mut from, mut depth) = (0, self.depth);
        while depth > 0 && from < self.found.len() {
            let known = self.found.len();
            for at in from..known {
                let Some(Found { end, meaning: Meaning::Says(expr), .. }) = self.found.get(at)
                else {
                    continue;
                };
                let (end, expr) = (*end, expr.clone());
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
            let known = self.scratch.values.len();
            self.scratch.values.extend_from_slice(&rule.with);
            let values = self.scratch.values.get(self.before..).unwrap_or_default();
            let meaning = match &rule.feast {
                Some(feast) => Some(Meaning::feast(feast)),
                None => meaning(rule.make, values),
            };
            self.scratch.values.truncate(known);
            if let Some(meaning) = meaning {
                let join = self.join;
                self.found.push(Found { end, meaning, join, only: rule.only, rule: *number });
                return;
            }
        }
    }
}
