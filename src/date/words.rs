//! Reading a date off a few words, in whatever language and order they are written.
//!
//! What is not complete is not filled in: a day without its year is no date.

use std::{collections::BTreeMap, sync::LazyLock};

use chrono::NaiveDate;
use serde::Deserialize;

use crate::time::{DayOrder, Month, Season, When};

/// Nothing was published before, and dates such as 1970-01-01 stand for none.
const FIRST_YEAR: i32 = 1800;
const LAST_YEAR: i32 = 2099;
/// A year of two digits lies in this century up to here.
const LAST_SHORT_YEAR: i32 = 50;
/// "Nov 18 10:15:00 EST 2019": so many tokens may stand between a day and its year.
const TOKENS_OF_A_CLOCK: usize = 8;

/// What is known of how dates are written, read from `assets/dates.toml`.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Lexicon {
    months: Vec<Vec<String>>,
    /// Spring, summer and autumn.
    seasons: Vec<Vec<String>>,
    glue: Vec<String>,
    ordinals: Vec<String>,
    pub(super) published: Vec<String>,
    pub(super) modified: Vec<String>,
    pub(super) beside: Vec<String>,
    pub(super) by: Vec<String>,
    day_first: Vec<String>,
    month_first: Vec<String>,
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    toml::from_str(include_str!("../../assets/dates.toml")).unwrap_or_default()
});

static MONTHS: LazyLock<BTreeMap<&'static str, u8>> = LazyLock::new(|| {
    let numbered = (1..).zip(&LEXICON.months);
    numbered
        .flat_map(|(number, names)| names.iter().map(move |it| (it.as_str(), number)))
        .collect()
});

/// What is known of how dates are written.
pub(super) fn lexicon() -> &'static Lexicon {
    &LEXICON
}

/// Which number comes first in "3/4/2019" in a language: "en-US". In some there is no telling.
pub(super) fn order_of_language(language: &str) -> Option<DayOrder> {
    let whole = language.trim().replace('_', "-").to_lowercase();
    let alone = whole.split('-').next()?;
    [&*whole, alone].into_iter().find_map(|code| {
        let is_in = |list: &[String]| list.iter().any(|it| it == code);
        if is_in(&LEXICON.day_first) {
            Some(DayOrder::DayFirst)
        } else {
            is_in(&LEXICON.month_first).then_some(DayOrder::MonthFirst)
        }
    })
}

/// Whether `words` may name a day in digits that has two readings; `false` if they cannot.
pub(super) fn may_have_two_readings(words: &str) -> bool {
    let parted = |pair: &[u8]| matches!(pair, [b'0'..=b'9', b'/' | b'-']);
    words.as_bytes().windows(2).any(parted)
}

/// Which number comes first in `words`, if they name a day in digits that has but one reading.
pub(super) fn order_in(words: &str) -> Option<DayOrder> {
    let tokens = tokens(words);
    let mut digits = (0..tokens.len()).filter_map(|at| Digits::of(tokens.get(at..)?));
    digits.find_map(|it| it.order())
}

/// A date and the bytes that it stands in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) when: When,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// The first day that `words` name; if there is none, the first month or season of a year. Without an
/// order of day and month a day in digits that has two readings is none.
pub fn date_in(words: &str, order: Option<DayOrder>) -> Option<When> {
    find(words, order).map(|found| found.when)
}

/// The same, and where it stands.
pub(super) fn find(words: &str, order: Option<DayOrder>) -> Option<Found> {
    // A line without a number of two digits names no year and is not worth taking apart.
    if !words.as_bytes().windows(2).any(|two| two.iter().all(u8::is_ascii_digit)) {
        return None;
    }
    let tokens = tokens(words);
    let mut coarse = None;
    for at in 0..tokens.len() {
        let rest = tokens.get(at..)?;
        let found = day(rest, order).or_else(|| month_of_year(rest));
        let Some((when, taken)) = found.or_else(|| season_of_year(rest)) else {
            continue;
        };
        let (first, last) = (rest.first()?, rest.get(taken - 1)?);
        // "192.168.10.15" is no date, nor is the tail of another number.
        if first.goes_on && first.number().is_some() {
            continue;
        }
        let found = Found { when, start: first.start, end: last.end };
        if matches!(when, When::Day(_)) {
            return Some(found);
        }
        coarse = coarse.or(Some(found));
    }
    coarse
}

/// A number, a word, or a sign; white space only parts them.
#[derive(Clone, Debug)]
struct Token {
    kind: Kind,
    start: usize,
    end: usize,
    /// A digit and a sign stand right before it.
    goes_on: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Kind {
    Number { value: u64, digits: usize },
    Word(String),
    Sign(char),
}

impl Token {
    const fn number(&self) -> Option<(u64, usize)> {
        match self.kind {
            Kind::Number { value, digits } => Some((value, digits)),
            Kind::Word(_) | Kind::Sign(_) => None,
        }
    }

    fn word(&self) -> Option<&str> {
        match &self.kind {
            Kind::Word(word) => Some(word),
            Kind::Number { .. } | Kind::Sign(_) => None,
        }
    }

    fn sign(&self) -> Option<char> {
        match self.kind {
            Kind::Sign(sign) => Some(sign),
            Kind::Number { .. } | Kind::Word(_) => None,
        }
    }
}

fn tokens(words: &str) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::new();
    let mut chars = words.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        if c.is_whitespace() {
            continue;
        }
        let same = |other: &char| {
            if c.is_ascii_digit() {
                other.is_ascii_digit()
            } else {
                c.is_alphabetic() && !other.is_ascii_digit() && is_part_of_a_word(*other)
            }
        };
        let mut end = start + c.len_utf8();
        while let Some((at, next)) = chars.next_if(|(_, next)| same(next)) {
            end = at + next.len_utf8();
        }
        let run = words.get(start..end).unwrap_or_default();
        let kind = if c.is_ascii_digit() {
            Kind::Number { value: run.parse().unwrap_or(u64::MAX), digits: run.len() }
        } else if c.is_alphabetic() {
            Kind::Word(run.to_lowercase())
        } else {
            Kind::Sign(c)
        };
        let goes_on = goes_on(&found, start);
        found.push(Token { kind, start, end, goes_on });
    }
    found
}

/// Letters, and the marks that some scripts write above and below them.
fn is_part_of_a_word(c: char) -> bool {
    c.is_alphabetic() || matches!(c, '\u{300}'..='\u{36f}' | '\u{93c}'..='\u{94d}')
}

fn goes_on(before: &[Token], start: usize) -> bool {
    let [.., number, sign] = before else { return false };
    let signs = ['.', ':', '-', '/', ',', '_'];
    sign.end == start
        && number.end == sign.start
        && number.number().is_some()
        && sign.sign().is_some_and(|it| signs.contains(&it))
}

/// The day that `rest` begins with, and how many tokens it takes.
fn day(rest: &[Token], order: Option<DayOrder>) -> Option<(When, usize)> {
    let (value, digits) = rest.first().and_then(Token::number).unzip();
    match (value, digits) {
        (Some(value), Some(8 | 10 | 12 | 14)) => in_one_number(value, digits?),
        (Some(year), Some(4)) => from_year(year, rest),
        (Some(_), Some(1 | 2)) => {
            let digits = Digits::of(rest).and_then(|it| it.day(order));
            digits.map(|when| (when, Digits::TOKENS)).or_else(|| day_then_month(rest))
        }
        (Some(_), _) => None,
        (None, _) => month_then_day(rest),
    }
}

/// "20191118", "20191118101500"
fn in_one_number(value: u64, digits: usize) -> Option<(When, usize)> {
    let ymd = value / 10_u64.checked_pow(u32::try_from(digits - 8).ok()?)?;
    Some((on(ymd / 10_000, ymd / 100 % 100, ymd % 100)?, 1))
}

/// "2019-11-18", "2019. november 18.", "2019年11月18日"
fn from_year(year: u64, rest: &[Token]) -> Option<(When, usize)> {
    let between = rest.get(1)?;
    if let Some(word) = between.word().filter(|it| it.starts_with(['年', '년'])) {
        let (month, _) = rest.get(2)?.number()?;
        let (of_month, of_day) = (rest.get(3)?.word()?, rest.get(5)?.word()?);
        let is_day = of_month.starts_with(['月', '월']) && of_day.starts_with(['日', '일']);
        let (day, _) = rest.get(4)?.number()?;
        return (is_day && word.chars().count() == 1).then_some((on(year, month, day)?, 6));
    }
    let sign = between.sign().filter(|it| matches!(it, '-' | '/' | '.' | '_'))?;
    if let Some(month) = rest.get(2)?.word().and_then(month) {
        let (day, _) = rest.get(3)?.number()?;
        return Some((on(year, month.into(), day)?, 4));
    }
    let (month, month_digits) = rest.get(2)?.number()?;
    let (day, day_digits) = rest.get(4)?.number()?;
    let fits = rest.get(3)?.sign() == Some(sign) && month_digits <= 2 && day_digits <= 2;
    fits.then_some((on(year, month, day)?, 5))
}

/// "18.11.2019", "11/18/2019", "18.11.19"
struct Digits {
    one: u64,
    two: u64,
    year: u64,
    /// With full stops the day always comes first.
    is_dotted: bool,
}

impl Digits {
    const TOKENS: usize = 5;

    fn of(rest: &[Token]) -> Option<Self> {
        let (one, one_digits) = rest.first()?.number()?;
        let sign = rest.get(1)?.sign().filter(|it| matches!(it, '-' | '/' | '.'))?;
        let (two, two_digits) = rest.get(2)?.number()?;
        let (year, year_digits) = rest.get(4)?.number()?;
        if rest.get(3)?.sign() != Some(sign) || one_digits > 2 || two_digits > 2 {
            return None;
        }
        let year = match year_digits {
            4 => year,
            // "18-11-19" could begin with its year.
            2 if sign != '-' && year <= LAST_SHORT_YEAR as u64 => 2000 + year,
            _ => return None,
        };
        Some(Self { one, two, year, is_dotted: sign == '.' })
    }

    /// The day that it names with the day first, and with the month first.
    fn readings(&self) -> (Option<When>, Option<When>) {
        let Self { one, two, year, .. } = *self;
        (on(year, two, one), on(year, one, two))
    }

    /// The order that it shows by itself.
    fn order(&self) -> Option<DayOrder> {
        match self.readings() {
            (Some(_), None) if !self.is_dotted => Some(DayOrder::DayFirst),
            (None, Some(_)) if !self.is_dotted => Some(DayOrder::MonthFirst),
            _ => None,
        }
    }

    fn day(&self, order: Option<DayOrder>) -> Option<When> {
        let order = if self.is_dotted { Some(DayOrder::DayFirst) } else { order };
        match (self.readings(), order) {
            ((one, None), _) => one,
            ((None, other), _) => other,
            ((one, other), _) if one == other => one,
            ((one, _), Some(DayOrder::DayFirst)) => one,
            ((_, other), Some(DayOrder::MonthFirst)) => other,
            (_, None) => None,
        }
    }
}

/// "18th of November, 2019", "18 de noviembre de 2019", "18-Nov-2019"
fn day_then_month(rest: &[Token]) -> Option<(When, usize)> {
    let (day, _) = rest.first()?.number()?;
    let mut at = 1 + ordinal(rest.get(1));
    at += glue(rest.get(at..)?);
    let number = rest.get(at)?.word().and_then(month)?;
    at += 1;
    at += glue(rest.get(at..)?);
    // Arabic papers give the month by both its names.
    if rest.get(at)?.word().and_then(month) == Some(number) {
        at += 1;
    }
    let (year, 4) = rest.get(at)?.number()? else { return None };
    Some((on(year, number.into(), day)?, at + 1))
}

/// "November 18th, 2019", "Nov 18 10:15:00 EST 2019"
fn month_then_day(rest: &[Token]) -> Option<(When, usize)> {
    let month = rest.first()?.word().and_then(month)?;
    let mut at = 1 + usize::from(rest.get(1)?.sign().is_some_and(|it| matches!(it, '.' | '-')));
    let (day, 1 | 2) = rest.get(at)?.number()? else { return None };
    at += 1;
    at += ordinal(rest.get(at));
    at += rest
        .get(at..)?
        .iter()
        .take_while(|it| matches!(it.sign(), Some(',' | '.' | '-')))
        .count();
    let year =
        rest.get(at)?.number().filter(|(_, digits)| *digits == 4).map(|(year, _)| (year, at));
    let after_clock = || {
        rest.get(at + 1)?.sign().filter(|it| *it == ':')?;
        let some = rest.iter().enumerate().skip(at).take(TOKENS_OF_A_CLOCK);
        some.filter_map(|(at, it)| Some((it.number()?, at)))
            .find_map(|((year, digits), at)| (digits == 4).then_some((year, at)))
    };
    let (year, at) = year.or_else(after_clock)?;
    Some((on(year, month.into(), day)?, at + 1))
}

/// "November 2019", "2019-11"
fn month_of_year(rest: &[Token]) -> Option<(When, usize)> {
    let of = |year: u64, month: u64| {
        Some(When::Month(Month::new(year_in_print(year)?, u8::try_from(month).ok()?)?))
    };
    if let Some(month) = rest.first()?.word().and_then(month) {
        let at = 1 + glue(rest.get(1..)?);
        let (year, 4) = rest.get(at)?.number()? else { return None };
        return Some((of(year, month.into())?, at + 1));
    }
    let (year, 4) = rest.first()?.number()? else { return None };
    rest.get(1)?.sign().filter(|it| matches!(it, '-' | '/'))?;
    let (month, 2) = rest.get(2)?.number()? else { return None };
    // "2019-20" is no month, and in "2019-11-99" something else is meant.
    let ends =
        !rest.get(3).is_some_and(|it| it.sign().is_some_and(|it| matches!(it, '-' | '/')));
    ends.then_some((of(year, month)?, 3))
}

/// "Spring 2019"; a winter lies in two years, and its name does not say which it begins in.
fn season_of_year(rest: &[Token]) -> Option<(When, usize)> {
    let word = rest.first()?.word()?;
    let season = LEXICON.seasons.iter().position(|names| names.iter().any(|it| it == word))?;
    let at = 1 + glue(rest.get(1..)?);
    let (year, 4) = rest.get(at)?.number()? else { return None };
    let season = Season::new(year_in_print(year)?, u8::try_from(season + 1).ok()?)?;
    Some((When::Season(season), at + 1))
}

/// A year in which something may have been published.
fn year_in_print(year: u64) -> Option<i32> {
    i32::try_from(year).ok().filter(|it| (FIRST_YEAR..=LAST_YEAR).contains(it))
}

fn month(word: &str) -> Option<u8> {
    MONTHS.get(word).copied()
}

fn ordinal(token: Option<&Token>) -> usize {
    let is_one = |it: &Token| {
        it.word().is_some_and(|word| LEXICON.ordinals.iter().any(|one| one == word))
            || it.sign() == Some('º')
    };
    usize::from(token.is_some_and(is_one))
}

/// The signs and small words between the parts of a date.
fn glue(rest: &[Token]) -> usize {
    let is_glue = |it: &&Token| match &it.kind {
        Kind::Sign(sign) => matches!(sign, '.' | ',' | '-' | '/' | '’' | '\''),
        Kind::Word(word) => LEXICON.glue.contains(word),
        Kind::Number { .. } => false,
    };
    rest.iter().take(3).take_while(is_glue).count()
}

fn on(year: u64, month: u64, day: u64) -> Option<When> {
    let year = year_in_print(year)?;
    let (month, day) = (u32::try_from(month).ok()?, u32::try_from(day).ok()?);
    let day = NaiveDate::from_ymd_opt(year, month, day)?;
    // What computers write where they know no date.
    (day != NaiveDate::default()).then_some(When::Day(day))
}
