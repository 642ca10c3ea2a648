//! What each expression of a text counts from: the document's date, the date that the story
//! has come to, the quarter under report, or the expression before it.
//!
//! It decides by kind and place alone, never by what a date comes to: the same text gives the
//! same answer whatever its own date is.

use chrono::Datelike as _;

use super::course::{Course, Place};
use super::kinds::{
    counts_in, from_today, is_of_the_day, is_old, is_period, is_season, is_sum, is_winter,
    looks_back, month_in_year, place_grain, this_unit, year_and_month, years_back,
};
use super::lists::{day_of_clock, next_weekday, season_of, year_of_list};
use super::meaning::Meaning;
use super::order::OrderSigns;
use super::phrases::{Found, Genre};
use super::slots::Slot;
use super::span;
use super::story::{
    before_christ, before_story, goes_on_from, in_story, spoken_in_story, spoken_unit,
    this_in_story,
};
use super::tense::{self, Side};
use super::tokens::{Kind, Token, Tokens};
use crate::{
    model::{OrderEvidence, Timex},
    text::Span,
    time::{Expr, Grain, Needs, Reference, When, resolve},
};

/// What a text has told so far.
#[derive(Debug, Default)]
pub(super) struct Told {
    said: Vec<Said>,
    /// How many paragraphs have begun.
    paragraph: u32,
    /// The last one in which a firm's figures were spoken of.
    accounts: Option<u32>,
    /// The number of the token after the last expression.
    end: usize,
    order: OrderSigns,
}

/// One expression, and what matters of its place.
#[derive(Debug)]
struct Said {
    span: Span,
    ends: Option<(Span, Span)>,
    expr: Expr,
    paragraph: u32,
    only: Option<Genre>,
    /// How near to the expression before it.
    beside: Beside,
    /// It begins a sentence.
    leads: bool,
    /// Something lasted until then.
    is_end: bool,
    /// Something is held against it: "compared with May".
    is_held_against: bool,
    /// On which side its clause lies: "who had come in May" was over by then.
    side: Option<Side>,
    /// Where a firm's figures are spoken of.
    accounts: Option<Account>,
}

/// How near an expression stands to the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Beside {
    /// In another sentence.
    Apart,
    /// In one sentence.
    InSentence,
    /// In one list.
    Listed,
}

/// What an expression may do where a firm's figures are spoken of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Account {
    /// It is counted back in words: "a year ago".
    Compares,
    /// Anything else.
    Other,
}

/// How many expressions back one may count from.
const REACH: usize = 6;

/// A story that looks further ahead than this does not go on from there.
const LOOKS_AHEAD_YEARS: i32 = 10;

impl Told {
    /// Takes note of a token that is in no expression.
    pub(super) fn pass(&mut self, tokens: &Tokens<'_>, at: usize) {
        let Some(token) = tokens.get(at) else { return };
        if token.kind == Kind::Break {
            self.paragraph += 1;
        } else if token.is(Slot::Accounts) {
            self.accounts = Some(self.paragraph);
        }
        self.order.spelling(token);
    }

    /// Takes in an expression that stands from the token `at`.
    pub(super) fn take(&mut self, tokens: &Tokens<'_>, at: usize, found: &Found) {
        let Meaning::Says(expr) = &found.meaning else { return };
        let Some(whole) = span(tokens, at, found.end) else { return };
        self.order.written(expr, tokens.slice(at, found.end));
        let (expr, side) = tense::directed(expr.clone(), tokens, at, found.end);
        let near = self.accounts.filter(|last| last + 4 >= self.paragraph);
        let in_words = tokens.get(at).is_some_and(|it| it.is(Slot::Article));
        self.said.push(Said {
            span: whole,
            ends: ends(&expr, tokens, at, found),
            expr,
            paragraph: self.paragraph,
            only: found.only,
            leads: leads(tokens, at) || is_line(tokens, at, found.end),
            beside: self.beside(tokens, at),
            is_end: tense::is_end(tokens, at),
            is_held_against: tense::is_held_against(tokens, at),
            side,
            accounts: near.map(|_| if in_words { Account::Compares } else { Account::Other }),
        });
        self.end = found.end;
    }

    /// How near the token `at` stands to the last expression.
    fn beside(&self, tokens: &Tokens<'_>, at: usize) -> Beside {
        let between = tokens.slice(self.end, at);
        let joins = |token: &Token<'_>| {
            token.is(Slot::Join) || matches!(token.kind, Kind::Mark(',' | '/'))
        };
        if self.end == 0 || between.iter().any(Token::ends_sentence) {
            Beside::Apart
        } else if (1..=2).contains(&between.len()) && between.iter().all(joins) {
            Beside::Listed
        } else {
            Beside::InSentence
        }
    }

    /// Every expression with what it counts from.
    pub(super) fn settled(mut self) -> Vec<Timex> {
        self.share();
        let story = self.is_story();
        let mut timexes: Vec<Timex> = Vec::with_capacity(self.said.len());
        let mut told = Course::default();
        for said in self.said.iter().filter(|said| story || said.only.is_none()) {
            let settling = Settling { told: &told, said, story };
            let Some((expr, anchor)) = settling.settle() else { continue };
            told.push(Place {
                span: said.span,
                grain: place_grain(&expr),
                value: settling.written(&expr, anchor),
                paragraph: said.paragraph,
                leads: said.leads,
                aside: looks_back(&expr)
                    || is_winter(&said.expr)
                    || story && spoken_unit(&said.expr).is_some(),
                is_end: said.is_end,
            });
            if is_period(&expr) {
                told.report(&expr, said.span, said.paragraph);
            } else if said.accounts.is_some() && is_sum(&expr) {
                told.sum_up(said.paragraph);
            }
            timexes.push(Timex { span: said.span, expr, anchor, ends: said.ends });
        }
        timexes
    }

    /// What the text tells about the order of day and month in digits.
    pub(super) const fn order(&self) -> OrderEvidence {
        self.order.evidence()
    }

    /// What expressions beside one another share: the one before takes it from the one after,
    /// or the one after from the one before.
    fn share(&mut self) {
        for at in (1..self.said.len()).rev() {
            let Some([before, said]) = self.said.get_mut(at - 1..=at) else { continue };
            let listed = said.beside == Beside::Listed;
            let year = year_of_list(&before.expr, &said.expr).filter(|_| listed);
            let within = said.beside != Beside::Apart;
            let season = season_of(&before.expr, &said.expr).filter(|_| within);
            let first = within && before.beside == Beside::Apart;
            let clock = || day_of_clock(&before.expr, &said.expr).filter(|_| first);
            if let Some(expr) = year.or(season).or_else(clock) {
                before.expr = expr;
            } else if let Some(expr) = next_weekday(&before.expr, &said.expr).filter(|_| listed)
            {
                said.expr = expr;
            }
        }
    }

    /// Whether the text tells a story by its dates, rather than the news of a day.
    fn is_story(&self) -> bool {
        let dated = self.said.iter().filter(|it| year_and_month(&it.expr).is_some()).count();
        let of_the_day = self.said.iter().filter(|it| is_of_the_day(&it.expr)).count();
        dated >= 5 && of_the_day * 5 < dated || dated >= 3 && of_the_day == 0
    }
}

/// One expression on its way to what it counts from.
struct Settling<'a> {
    told: &'a Course,
    said: &'a Said,
    story: bool,
}

impl Settling<'_> {
    /// What it says here, and what it counts from; `None` if it says nothing here.
    fn settle(&self) -> Option<(Expr, Option<Span>)> {
        let expr = self.said.expr.clone();
        if self.said.accounts == Some(Account::Compares)
            && let Some(years) = years_back(&expr)
        {
            return Some(match self.told.period(self.said.paragraph) {
                Some(period) => (Expr::Counterpart { years }, Some(period)),
                None => (Expr::Shifted { unit: Grain::Year, by: years }, None),
            });
        }
        if is_old(&expr) {
            // "480" alone is a year only where years before Christ are told of.
            let story = self.told.come_to()?.value?.interval()?.first_day();
            return (story.year() < 0).then(|| (expr.map(&mut before_christ), None));
        }
        if let Some(unit) = counts_in(&expr) {
            let anchor = self.told_at(unit).or_else(|| self.earlier(unit));
            return Some(match anchor {
                None => (expr.map(&mut from_today), None),
                Some(_) => (expr, anchor),
            });
        }
        if let Expr::Counterpart { years } = expr {
            return self.counterpart(years);
        }
        if !self.story {
            return Some(self.in_aside(expr));
        }
        Some(self.in_story(expr))
    }

    /// "the quarter", "the year-earlier period": as the period under report. Where none was
    /// named, figures are reported for the last quarter that has ended.
    fn counterpart(&self, years: i32) -> Option<(Expr, Option<Span>)> {
        let quarter = Expr::Shifted { unit: Grain::Quarter, by: 4 * years - 1 };
        let year = Expr::Shifted { unit: Grain::Year, by: years };
        match self.told.period(self.said.paragraph) {
            Some(period) => Some((Expr::Counterpart { years }, Some(period))),
            None if self.told.is_summed_up(self.said.paragraph) => Some((year, None)),
            None if self.said.accounts.is_some() => Some((quarter, None)),
            // A history has periods of its own, and reports on none.
            None if self.story => None,
            None if years != 0 => Some((year, None)),
            None => Some((Expr::Counterpart { years }, None)),
        }
    }

    /// "In March 2010 he was held. In June he was charged": in the news, a short story of its own.
    fn in_aside(&self, expr: Expr) -> (Expr, Option<Span>) {
        let told = matches!(self.said.side, Some(Side::Told | Side::Done | Side::Over));
        let goes_on = |place: &&Place| {
            place.leads
                && place.paragraph == self.said.paragraph
                && place.grain < Some(Grain::Year)
        };
        match self.told.come_to().filter(goes_on) {
            Some(anchor) if told && month_in_year(&expr).is_some() => {
                (expr.map(&mut in_story), Some(anchor.span))
            }
            _ => (expr, None),
        }
    }

    /// In a story, what has no year is of the year that the story has come to.
    fn in_story(&self, expr: Expr) -> (Expr, Option<Span>) {
        if let Some(anchor) = self.told.come_to()
            && self.is_before(&expr, anchor)
        {
            return (expr.map(&mut before_story), Some(anchor.span));
        }
        if let Some(month) = month_in_year(&expr)
            && let Some(anchor) = self.come_to_by(month)
        {
            return (expr.map(&mut in_story), Some(anchor.span));
        }
        if let Some(unit) = spoken_unit(&expr)
            && let Some(anchor) = self.told.come_to()
            && anchor.grain.is_some_and(|grain| grain <= unit)
        {
            return (expr.map(&mut spoken_in_story), Some(anchor.span));
        }
        if let Expr::By(until) = &expr
            && until.needs() == Needs::Nothing
        {
            return (in_story(expr), None);
        }
        // "the end of the year" is that of the year that is told of.
        if let Some(unit) = this_unit(&expr)
            && let Some(anchor) = self.told.come_to()
            && anchor.grain.is_some_and(|grain| grain <= unit)
        {
            return (expr.map(&mut this_in_story), Some(anchor.span));
        }
        (expr, None)
    }

    /// "who had spent the summer there", "compared with November": what was over when the story
    /// came to `anchor`.
    fn is_before(&self, expr: &Expr, anchor: &Place) -> bool {
        let fine = anchor.grain < Some(Grain::Year);
        let had = self.said.side == Some(Side::Over) && !self.said.leads && is_season(expr);
        (had || self.said.is_held_against && month_in_year(expr).is_some()) && fine
    }

    /// The date that a part of a year with no year counts from, which begins in `month`.
    fn come_to_by(&self, month: u32) -> Option<&Place> {
        let last = self.told.come_to()?;
        if let Some(from) = self.told.came_from()
            && goes_on_from(from, last, month)
        {
            return Some(from);
        }
        let Some(fine) = self.told.fine().filter(|_| last.grain >= Some(Grain::Year)) else {
            return Some(last);
        };
        let start = |place: &Place| Some(place.value?.interval()?.first_day());
        let (story, year) = (start(fine)?, start(last)?);
        // "on 8 December, the third of its kind in 1941. In January …": the winter is passed.
        if story.year() == year.year() && !last.leads {
            return Some(fine);
        }
        // "In March 1975 they hoped to win in 1976. On 20 March …" goes on in 1975, and so does
        // a story that looks decades ahead.
        let ahead = year.year() - story.year();
        let aside = ahead == 1 && !last.leads || ahead > LOOKS_AHEAD_YEARS;
        Some(if aside { fine } else { last })
    }

    /// Where `expr` lies, if it follows from what is written.
    fn written(&self, expr: &Expr, anchor: Option<Span>) -> Option<When> {
        let earlier = anchor.and_then(|anchor| self.told.at(anchor)?.value);
        resolve(expr, Reference { earlier, ..Reference::default() })?.anchor()
    }

    /// The date that a story has come to, to count months or years from: "in 1492, …, held since
    /// 1450. The following year …" is the one after 1492.
    fn told_at(&self, unit: Grain) -> Option<Span> {
        let told = self.told.come_to().filter(|_| self.story && unit >= Grain::Month)?;
        let fine = told.grain.is_some_and(|grain| grain <= unit);
        (fine && self.is_near(told)).then_some(told.span)
    }

    /// The expression to count such units from: the last date before, if it is fine enough.
    ///
    /// Less than a year is counted from nothing further back: "In February it was pulled down,
    /// and the next day …" is not the day after some earlier date. Years may be.
    fn earlier(&self, unit: Grain) -> Option<Span> {
        let near = |place: &&Place| self.is_near(place);
        let mut places =
            self.told.back().take(REACH).filter(near).filter(|it| it.grain.is_some());
        let fine = |place: &&Place| place.grain.is_some_and(|grain| grain <= unit);
        let place =
            if unit < Grain::Year { places.next().filter(fine) } else { places.find(fine) };
        place.map(|it| it.span)
    }

    /// Whether it stands at most a few paragraphs before.
    const fn is_near(&self, place: &Place) -> bool {
        place.paragraph + 4 >= self.said.paragraph
    }
}

/// "In 1941, …": at the beginning of a sentence, or after its first word.
fn leads(tokens: &Tokens<'_>, at: usize) -> bool {
    let before = tokens.slice(at.saturating_sub(2), at);
    match before {
        [] | [_] => true,
        [first, second] => first.ends_sentence() || second.ends_sentence(),
        _ => false,
    }
}

/// How long a heading is, in tokens, to each side of a date.
const HEADING: usize = 8;

/// "Campaign of 1905": a line by itself, from which the story goes on.
fn is_line(tokens: &Tokens<'_>, at: usize, end: usize) -> bool {
    let is_break = |token: &Token<'_>| token.kind == Kind::Break;
    let before = tokens.slice(at.saturating_sub(HEADING), at);
    let after = tokens.slice(end, end + HEADING);
    before.iter().rev().find(|it| it.ends_sentence()).is_some_and(is_break)
        && after.iter().find(|it| it.ends_sentence()).is_some_and(is_break)
}

/// Where each end of a stretch with two ends is said.
fn ends(expr: &Expr, tokens: &Tokens<'_>, at: usize, found: &Found) -> Option<(Span, Span)> {
    let (Expr::Between(..), Some(join)) = (expr, found.join) else { return None };
    let first = tokens.get(at)?;
    let opening = first.is(Slot::Opening);
    Some((span(tokens, at + usize::from(opening), join)?, span(tokens, join + 1, found.end)?))
}
