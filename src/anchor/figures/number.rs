//! Numbers, as they are written in digits and in words.

use std::ops::Range;

use crate::{
    anchor::{listed::List, words::Word},
    model::{Amount, Currency, Limit},
};

use super::lexicon::{FigureWords, NumberWords};

/// A number of a sentence.
#[derive(Clone, Debug)]
pub(super) struct Number {
    /// Its words, among those of the sentence; "of" after "dozens" is one of them.
    pub(super) words: Range<usize>,
    /// Where it stands, with the sign of its money.
    pub(super) bytes: Range<usize>,
    pub(super) amount: Amount,
    pub(super) limit: Limit,
    pub(super) currency: Option<Currency>,
    /// Its digits could be a year's.
    pub(super) may_be_year: bool,
}

/// One number, before it is known whether it is an end of a range.
#[derive(Clone, Copy)]
struct Parsed {
    /// The word after it.
    next: usize,
    end: usize,
    amount: Amount,
    limit: Limit,
    /// What it was multiplied by.
    scale: u64,
    may_be_year: bool,
}

/// Years are written in four digits, from this one on.
const FIRST_YEAR: u64 = 1500;
const LAST_YEAR: u64 = 2100;

/// The number that begins at the word `at`.
pub(super) fn number(
    text: &str,
    words: &[Word<'_>],
    at: usize,
    told: &FigureWords,
) -> Option<Number> {
    let first = parsed(text, words, at, told)?;
    let start = words.get(at)?.start;
    let sign = sign_before(text, start, told);
    let start = sign.map_or(start, |(start, _)| start);
    let range = range(text, words, at, first, told);
    let last = range.unwrap_or(first);
    let mut amount = first.amount;
    if first.scale == 1 && last.scale > 1 {
        amount = amount.times(last.scale)?;
    }
    let limit = range.map_or(first.limit, |last| Limit::To(last.amount));
    Some(Number {
        words: at..last.next,
        bytes: start..last.end,
        amount,
        limit,
        currency: sign.map(|(_, currency)| currency),
        may_be_year: first.may_be_year,
    })
}

/// The other end of a range: "10 to 15", "10–15", "between 10 and 15".
fn range(
    text: &str,
    words: &[Word<'_>],
    at: usize,
    first: Parsed,
    told: &FigureWords,
) -> Option<Parsed> {
    let numbers = &told.numbers;
    let before = at.checked_sub(1).and_then(|at| words.get(at));
    let is_before = |list: &List| before.is_some_and(|it| list.contains(&it.folded));
    if first.limit != Limit::Stated || is_before(&numbers.from) {
        return None;
    }
    let other = if let Some(from) = behind_dash(text, first.end) {
        in_digits(text, words, at, from, told)?
    } else {
        let joint = words.get(first.next)?;
        let joints = if is_before(&numbers.between) { &numbers.and } else { &numbers.to };
        joints.contains(&joint.folded).then_some(())?;
        parsed(text, words, first.next + 1, told)?
    };
    let rises = match (first.amount.whole(), other.amount.whole()) {
        (Some(one), Some(two)) => one < two || (first.scale == 1 && other.scale > 1),
        _ => true,
    };
    (rises && other.limit == Limit::Stated).then_some(other)
}

fn parsed(text: &str, words: &[Word<'_>], at: usize, told: &FigureWords) -> Option<Parsed> {
    let word = words.get(at)?;
    if word.folded.starts_with(|c: char| c.is_ascii_digit()) {
        is_free(text, word.start).then_some(())?;
        let number = in_digits(text, words, at, word.start, told)?;
        if let Some(from) = behind_dash(text, number.end) {
            // A range, or a score: the other number tells.
            let other = in_digits(text, words, at, from, told)?;
            return (other.amount.whole() > number.amount.whole()).then_some(number);
        }
        let mut after = text.get(number.end..)?.chars();
        return match (after.next(), after.next()) {
            (Some('/' | ':' | '.' | ','), Some(digit)) if digit.is_ascii_digit() => None,
            (Some(c), _) if c.is_alphanumeric() || matches!(c, '-' | '’' | '\'') => None,
            _ => Some(number),
        };
    }
    in_words(words, at, &told.numbers)
}

/// Where the digits begin behind a dash that stands at `end`.
fn behind_dash(text: &str, end: usize) -> Option<usize> {
    let mut after = text.get(end..)?.chars();
    let dash = after.next().filter(|c| matches!(c, '-' | '–'))?;
    after.next().filter(char::is_ascii_digit).map(|_| end + dash.len_utf8())
}

/// Whether nothing right before the digits makes them part of something else.
fn is_free(text: &str, start: usize) -> bool {
    let before = text.get(..start).and_then(|it| it.chars().next_back());
    before.is_none_or(|c| {
        !c.is_alphanumeric()
            && !matches!(
                c,
                '/' | '#' | '.' | ',' | ':' | '-' | '–' | '@' | '_' | '&' | '\'' | '’'
            )
    })
}

/// "3.5m", "40,000", "2 million": from the byte `start` on.
fn in_digits(
    text: &str,
    words: &[Word<'_>],
    at: usize,
    start: usize,
    told: &FigureWords,
) -> Option<Parsed> {
    let numbers = &told.numbers;
    let (digits, behind, length, is_plain) = digits(text.get(start..)?, numbers)?;
    let mut end = start + length;
    let is_year = is_plain && length == 4 && (FIRST_YEAR..LAST_YEAR).contains(&digits);
    let letters = text.get(end..)?.chars().take_while(|c| c.is_alphabetic());
    let suffix: String = letters.flat_map(char::to_lowercase).collect();
    let mut scale = 1;
    if let Some(factor) = numbers.suffixes.get(&suffix) {
        end += suffix.len();
        scale = *factor;
    }
    let mut next = at + words.get(at..)?.iter().take_while(|it| it.start < end).count();
    if scale == 1
        && let Some((length, factor)) = scale_behind(text, end, words.get(next), numbers)
    {
        (end, scale) = (end + length, factor);
        next += words.get(next..)?.iter().take_while(|it| it.start < end).count();
    }
    let mut limit = Limit::Stated;
    if text.get(end..)?.starts_with('+') {
        (end, limit) = (end + 1, Limit::AtLeast);
    }
    let amount = Amount::new(digits, -behind)?.times(scale)?;
    let may_be_year = is_year && scale == 1;
    Some(Parsed { next, end, amount, limit, scale, may_be_year })
}

/// "-million", or " million" where that is the word `next`: its length and what it means.
fn scale_behind(
    text: &str,
    end: usize,
    next: Option<&Word<'_>>,
    numbers: &NumberWords,
) -> Option<(usize, u64)> {
    let rest = text.get(end..)?;
    if let Some(rest) = rest.strip_prefix('-') {
        let length = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
        let word = rest.get(..length)?.to_lowercase();
        return Some((1 + length, *numbers.scales.get(&word)?));
    }
    let next = next.filter(|it| matches!(text.get(end..it.start), Some(" " | "\u{a0}")))?;
    Some((next.end - end, *numbers.scales.get(&*next.folded)?))
}

/// All digits as one number, how many of them are behind the point, the length of the whole in
/// bytes, and whether it has too many digits in a row for thousands to be parted.
fn digits(text: &str, numbers: &NumberWords) -> Option<(u64, i32, usize, bool)> {
    let run = |from: usize| {
        let rest = text.as_bytes().get(from..).unwrap_or_default();
        rest.iter().take_while(|it| it.is_ascii_digit()).count()
    };
    let mut end = run(0);
    let mut digits: u64 = text.get(..end).filter(|it| is_number(it))?.parse().ok()?;
    let is_plain = end > 3;
    let group_at = |end: usize| {
        let mark =
            |it: &&String| text.get(end..).is_some_and(|rest| rest.starts_with(it.as_str()));
        let from = end + numbers.groups.iter().find(mark)?.len();
        (run(from) == 3).then_some(from..from + 3)
    };
    while let Some(group) = group_at(end).filter(|_| !is_plain) {
        end = group.end;
        digits = digits.checked_mul(1_000)?.checked_add(text.get(group)?.parse().ok()?)?;
    }
    let mut behind = 0;
    let is_point = text.get(end..)?.starts_with(numbers.decimal.as_str());
    let from = end + numbers.decimal.len();
    if is_point && let length @ 1..=6 = run(from) {
        let power = u32::try_from(length).ok()?;
        let fraction: u64 = text.get(from..from + length)?.parse().ok()?;
        digits = digits.checked_mul(10_u64.checked_pow(power)?)?.checked_add(fraction)?;
        behind = i32::try_from(length).ok()?;
        end = from + length;
    }
    Some((digits, behind, end, is_plain))
}

/// "007" is no number.
fn is_number(digits: &str) -> bool {
    digits == "0" || !digits.starts_with('0')
}

/// "twenty-one", "two hundred and fifty", "a dozen", "dozens of".
fn in_words(words: &[Word<'_>], at: usize, numbers: &NumberWords) -> Option<Parsed> {
    let word = words.get(at)?;
    let (mut at, clause, mut end) = (at, word.clause, word.end);
    let own = |at: usize| words.get(at).filter(|it| it.clause == clause);
    if let Some(several) = numbers.several.get(&*word.folded) {
        return several_of(words, at, *several, numbers);
    }
    let is = |at: usize, list: &List| own(at).is_some_and(|it| list.contains(&it.folded));
    let halved = is(at, &numbers.half) && is(at + 1, &numbers.articles);
    at += usize::from(halved);
    let (mut sum, mut limit) = (Sum::default(), Limit::Stated);
    let is_scaled = own(at + 1).is_some_and(|it| numbers.scales.contains_key(&*it.folded));
    if is_scaled && (is(at, &numbers.some) || is(at, &numbers.articles)) {
        limit = if is(at, &numbers.some) { Limit::Several } else { Limit::About };
        at += 1;
    }
    let mut scale = 1;
    while let Some(word) = own(at) {
        let taken = if let Some(factor) = numbers.scales.get(&*word.folded) {
            let round = numbers.round.contains(&word.folded) && limit == Limit::Stated;
            limit = if round { Limit::About } else { limit };
            scale = *factor;
            sum.scale(*factor)
        } else if numbers.and.contains(&word.folded) && sum.takes_more() {
            let next = own(at + 1).filter(|it| sum.clone().words(it, numbers));
            if next.is_none() {
                break;
            }
            at += 1;
            continue;
        } else {
            sum.words(word, numbers)
        };
        if !taken {
            break;
        }
        (at, end) = (at + 1, word.end);
    }
    let mut amount = Amount::new(sum.value()?, 0)?;
    if halved {
        amount = Amount::new(sum.value()?.checked_mul(5)?, -1)?;
    }
    // "une douzaine de mineurs": what is round is counted like a noun.
    let last = at.checked_sub(1).and_then(own);
    let is_noun = last.is_some_and(|it| numbers.round.contains(&it.folded));
    let next = at + usize::from(is_noun && is(at, &numbers.of));
    Some(Parsed { next, end, amount, limit, scale, may_be_year: false })
}

/// "dozens", "hundreds of thousands"; "of" before a noun goes with it.
fn several_of(
    words: &[Word<'_>],
    at: usize,
    several: u64,
    numbers: &NumberWords,
) -> Option<Parsed> {
    let first = words.get(at)?;
    let (mut next, mut end, mut value) = (at + 1, first.end, several);
    let is_of = |at: usize| {
        let word = words.get(at).filter(|it| it.clause == first.clause);
        word.is_some_and(|it| numbers.of.contains(&it.folded))
    };
    if is_of(next) {
        next += 1;
        if let Some(factor) = words.get(next).and_then(|it| numbers.several.get(&*it.folded)) {
            value = value.checked_mul(*factor)?;
            end = words.get(next)?.end;
            next += 1 + usize::from(is_of(next + 1));
        }
    }
    let amount = Amount::new(value, 0)?;
    Some(Parsed { next, end, amount, limit: Limit::Several, scale: 1, may_be_year: false })
}

/// A number in words, as far as it has been read.
#[derive(Clone, Debug, Default)]
struct Sum {
    total: u64,
    current: Option<u64>,
    /// The last of the scales that end a group.
    group: Option<u64>,
}

impl Sum {
    fn words(&mut self, word: &Word<'_>, numbers: &NumberWords) -> bool {
        if let Some(value) = numbers.words.get(&*word.folded) {
            return self.add(*value);
        }
        let before = self.clone();
        let all = word.folded.split('-').all(|part| {
            let value = numbers.words.get(part);
            value.is_some_and(|value| self.add(*value))
        });
        if !all {
            *self = before;
        }
        all
    }

    fn add(&mut self, value: u64) -> bool {
        let sum = match self.current {
            None => Some(value),
            Some(hundreds) if hundreds > 0 && hundreds % 100 == 0 => {
                hundreds.checked_add(value)
            }
            Some(tens) if tens >= 20 && tens % 10 == 0 && value < 10 => tens.checked_add(value),
            Some(_) => None,
        };
        self.current = sum.or(self.current);
        sum.is_some()
    }

    /// "hundred", "dozen" multiply what stands right before; "thousand" ends a group.
    fn scale(&mut self, factor: u64) -> bool {
        let Some(scaled) = self.current.unwrap_or(1).checked_mul(factor) else { return false };
        if factor <= 100 {
            self.current = Some(scaled);
            return true;
        }
        if self.group.is_some_and(|last| last <= factor) {
            return false;
        }
        let Some(total) = self.total.checked_add(scaled) else { return false };
        (self.total, self.current, self.group) = (total, None, Some(factor));
        true
    }

    /// Whether "and fifty" can follow.
    fn takes_more(&self) -> bool {
        let hundreds = self.current.is_some_and(|it| it > 0 && it % 100 == 0);
        hundreds || (self.current.is_none() && self.total > 0)
    }

    fn value(&self) -> Option<u64> {
        match (self.total, self.current) {
            (0, current) => current,
            (total, current) => total.checked_add(current.unwrap_or(0)),
        }
    }
}

/// Where the sign of money begins that stands right before the number, and what it means.
fn sign_before(text: &str, start: usize, told: &FigureWords) -> Option<(usize, Currency)> {
    let before = text.get(..start)?;
    let (sign, currency) =
        told.signs.iter().find(|(sign, _)| before.ends_with(sign.as_str()))?;
    Some((start - sign.len(), *currency))
}
