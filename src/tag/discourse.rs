//! What each expression of a text counts from: the document's date, the date that the story
//! has come to, the quarter under report, or the expression before it.
//!
//! It decides by kind and place alone, never by what a date comes to: the same text gives the
//! same answer whatever its own date is.

use chrono::Datelike as _;

use super::course::{Course, Place};
use super::meaning::Meaning;
use super::order::OrderSigns;
use super::phrases::{Found, Genre};
use super::slots::Slot;
use super::span;
use super::tense;
use super::tokens::{Kind, Tokens};
use crate::{
    model::{OrderEvidence, Timex},
    text::Span,
    time::{
        Bound, Direction, Expr, Grain, Item, Modifier, Needs, Reference, TimeValue, When,
        YearPart, resolve,
    },
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
    /// It stands in one list with the expression before it.
    listed: bool,
    /// It begins a sentence.
    leads: bool,
    /// A firm's figures are spoken of, and this is counted back in words: "a year ago".
    compares: bool,
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
        let expr = tense::directed(expr.clone(), tokens, at, found.end);
        let between = tokens.slice(self.end, at);
        let listed = !between.is_empty()
            && between.len() <= 2
            && between.iter().all(|token| {
                token.is(Slot::Join) || matches!(token.kind, Kind::Mark(',' | '/'))
            });
        self.said.push(Said {
            span: whole,
            ends: ends(&expr, tokens, at, found),
            expr,
            paragraph: self.paragraph,
            only: found.only,
            leads: leads(tokens, at),
            listed: listed && self.end > 0,
            compares: self.accounts.is_some_and(|last| last + 4 >= self.paragraph)
                && tokens.get(at).is_some_and(|it| it.is(Slot::Article)),
        });
        self.end = found.end;
    }

    /// Every expression with what it counts from.
    pub(super) fn settled(mut self) -> Vec<Timex> {
        self.share_years();
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
                looks_back: looks_back(&expr),
            });
            if is_period(&expr) {
                told.report(&expr, said.span);
            }
            timexes.push(Timex { span: said.span, expr, anchor, ends: said.ends });
        }
        timexes
    }

    /// What the text tells about the order of day and month in digits.
    pub(super) const fn order(&self) -> OrderEvidence {
        self.order.evidence()
    }

    /// "in March and May 2014": a year said once holds for the list.
    fn share_years(&mut self) {
        for at in (1..self.said.len()).rev() {
            let Some([before, said]) = self.said.get_mut(at - 1..=at) else { continue };
            if !said.listed {
                continue;
            }
            if let (Expr::InYear { part, direction }, Some((year, month))) =
                (&before.expr, year_and_month(&said.expr))
                && direction.is_read_off()
            {
                let first = month_of(part);
                let year = if first > month { year - 1 } else { year };
                if let Some(when) = part.of_year(year).filter(|_| same_kind(part, &said.expr)) {
                    before.expr = Expr::Fixed(TimeValue::On(when, Modifier::Stated));
                }
            }
        }
    }

    /// Whether the text tells a story by its dates, rather than the news of a day.
    fn is_story(&self) -> bool {
        let dated = self.said.iter().filter(|it| year_and_month(&it.expr).is_some()).count();
        let of_the_day = self.said.iter().filter(|it| is_of_the_day(&it.expr)).count();
        dated >= 5 && of_the_day * 5 < dated
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
        if self.said.compares
            && let Some(years) = years_back(&expr)
        {
            return Some(match self.told.period() {
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
            return Some((expr, self.told_at(unit).or_else(|| self.earlier(unit))));
        }
        if matches!(expr, Expr::Counterpart { .. }) {
            let period = self.told.period();
            return Some((expr, period));
        }
        if !self.story {
            return Some((expr, None));
        }
        Some(self.in_story(expr))
    }

    /// In a story, what has no year is of the year that the story has come to.
    fn in_story(&self, expr: Expr) -> (Expr, Option<Span>) {
        if let Some(month) = month_in_year(&expr)
            && let Some(anchor) = self.come_to_by(month)
        {
            return (expr.map(&mut in_story), Some(anchor.span));
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

    /// The date that a part of a year with no year counts from, which begins in `month`.
    fn come_to_by(&self, month: u32) -> Option<&Place> {
        let last = self.told.come_to()?;
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
        let goes_on = (story.month()..=story.month() + 1).contains(&month);
        let ahead = year.year() - story.year();
        let aside = ahead == 1 && goes_on && !last.leads || ahead > LOOKS_AHEAD_YEARS;
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

/// Where each end of a stretch with two ends is said.
fn ends(expr: &Expr, tokens: &Tokens<'_>, at: usize, found: &Found) -> Option<(Span, Span)> {
    let (Expr::Between(..), Some(join)) = (expr, found.join) else { return None };
    let first = tokens.get(at)?;
    let opening = first.is(Slot::Opening);
    Some((span(tokens, at + usize::from(opening), join)?, span(tokens, join + 1, found.end)?))
}

/// "a year earlier", "a year ago", of a firm's figures: so many years before the period.
fn years_back(expr: &Expr) -> Option<i32> {
    match expr {
        Expr::Shifted { unit: Grain::Year, by: -1 } => Some(-1),
        Expr::Then(inner) => years_back(inner),
        _ => None,
    }
}

/// In which unit it counts from the expression before it, if it does.
fn counts_in(expr: &Expr) -> Option<Grain> {
    let Expr::Then(inner) = expr else { return expr.inner().find_map(counts_in) };
    match inner.as_ref() {
        Expr::Shifted { unit, .. } => Some(*unit),
        Expr::Weekday { .. } => Some(Grain::Week),
        Expr::InYear { .. } | Expr::OfYear { .. } => Some(Grain::Year),
        inner => inner.inner().find_map(counts_in),
    }
}

/// The month that a part of a year begins in, if it is one with no year.
fn month_in_year(expr: &Expr) -> Option<u32> {
    match expr {
        Expr::InYear { part, direction } => direction.is_read_off().then(|| month_of(part)),
        Expr::Then(_) => None,
        other => other.inner().find_map(month_in_year),
    }
}

/// The unit of "this year", "the month", if it is a week or more.
fn this_unit(expr: &Expr) -> Option<Grain> {
    match expr {
        Expr::Shifted { unit, by: 0 } => (*unit >= Grain::Week).then_some(*unit),
        Expr::Then(_) => None,
        other => other.inner().find_map(this_unit),
    }
}

fn this_in_story(expr: Expr) -> Expr {
    match expr {
        Expr::Shifted { unit, by: 0 } => Expr::Then(Box::new(Expr::Shifted { unit, by: 0 })),
        Expr::By(inner) => Expr::Open(Bound::Until, inner),
        other => other,
    }
}

/// Whether a year of three digits is in it that nothing marks as one.
fn is_old(expr: &Expr) -> bool {
    match expr {
        Expr::Then(inner) if matches!(**inner, Expr::Fixed(_)) => true,
        other => other.inner().any(is_old),
    }
}

fn before_christ(expr: Expr) -> Expr {
    let Expr::Then(inner) = expr else { return expr };
    match *inner {
        Expr::Fixed(TimeValue::On(When::Year(year), modifier)) => {
            Expr::Fixed(TimeValue::On(When::Year(1 - year), modifier))
        }
        other => Expr::Then(Box::new(other)),
    }
}

/// "April", in a story, is of the year that the story has come to.
fn in_story(expr: Expr) -> Expr {
    match expr {
        Expr::InYear { part, direction } if direction.is_read_off() => {
            Expr::Then(Box::new(Expr::InYear { part, direction: Direction::Told }))
        }
        // What was done "by March" was done until then; the day of telling has no part in it.
        Expr::By(inner) => Expr::Open(Bound::Until, inner),
        Expr::Between(from, until) => {
            Expr::Between(Box::new(over_new_year(*from, &until)), until)
        }
        other => other,
    }
}

/// "from October to March", told of the spring, began in the autumn before: the winter is the
/// one that lies nearest.
fn over_new_year(from: Expr, until: &Expr) -> Expr {
    if told_month(&from) <= told_month(until) {
        return from;
    }
    from.map(&mut |part| match part {
        Expr::InYear { part, direction: Direction::Told } => {
            Expr::InYear { part, direction: Direction::Nearest }
        }
        other => other,
    })
}

/// The month that it begins in, if it is of the year that the story has come to.
fn told_month(expr: &Expr) -> Option<u32> {
    match expr {
        Expr::InYear { part, direction: Direction::Told } => Some(month_of(part)),
        other => other.inner().find_map(told_month),
    }
}

/// "a year earlier", "the month before"
fn looks_back(expr: &Expr) -> bool {
    match expr {
        Expr::Then(inner) => matches!(**inner, Expr::Shifted { by: ..0, .. }),
        Expr::Modified(_, inner) => looks_back(inner),
        _ => false,
    }
}

/// How fine an expression is that names one place on the calendar.
pub(super) fn place_grain(expr: &Expr) -> Option<Grain> {
    match expr {
        Expr::Fixed(TimeValue::On(when, _)) => Some(when.grain()),
        Expr::Digits { .. } | Expr::Weekday { .. } | Expr::Nth { of: Item::Weekday(_), .. } => {
            Some(Grain::Day)
        }
        Expr::InYear { part, .. } | Expr::OfYear { part, .. } => {
            part.of_year(2000).map(When::grain)
        }
        Expr::PartOfDay(..) => Some(Grain::DayPart),
        Expr::Shifted { unit: grain, .. }
        | Expr::Clock(_, _, grain)
        | Expr::Whole(grain, _)
        | Expr::Nth { of: Item::Unit(grain), .. } => Some(*grain),
        Expr::FromTime { length, .. } => Some(length.unit),
        Expr::Open(_, inner)
        | Expr::By(inner)
        | Expr::Between(_, inner)
        | Expr::Modified(_, inner)
        | Expr::Then(inner) => place_grain(inner),
        Expr::Fixed(_) | Expr::Counterpart { .. } | Expr::FromEvent { .. } => None,
    }
}

/// Whether figures are reported for it.
fn is_period(expr: &Expr) -> bool {
    match expr {
        Expr::Fixed(TimeValue::On(When::Quarter(_) | When::HalfYear(_), _))
        | Expr::InYear { part: YearPart::Quarter(_) | YearPart::HalfYear(_), .. }
        | Expr::OfYear { part: YearPart::Quarter(_) | YearPart::HalfYear(_), .. } => true,
        Expr::Modified(_, inner) | Expr::Then(inner) => is_period(inner),
        _ => false,
    }
}

/// "yesterday", "on Friday", "last week": what only the news of a day says.
fn is_of_the_day(expr: &Expr) -> bool {
    match expr {
        Expr::Shifted { .. } | Expr::Weekday { .. } => true,
        Expr::Then(_) => false,
        other => other.inner().any(is_of_the_day),
    }
}

/// The year, and the month if it says one, of what is written in full.
fn year_and_month(expr: &Expr) -> Option<(i32, u32)> {
    match expr {
        Expr::Fixed(TimeValue::On(when, _)) => {
            let start = when.interval()?.first_day();
            let placed = when.grain() <= Grain::Year;
            placed.then(|| (start.year(), start.month()))
        }
        Expr::Modified(_, inner) => year_and_month(inner),
        _ => None,
    }
}

fn month_of(part: &YearPart) -> u32 {
    let when = part.of_year(2000).and_then(When::interval);
    when.map_or(1, |it| it.first_day().month())
}

/// Whether both are months, or both days: only then do they share a year.
fn same_kind(part: &YearPart, expr: &Expr) -> bool {
    let grain = part.of_year(2000).map(When::grain);
    grain.is_some() && grain == place_grain(expr)
}
