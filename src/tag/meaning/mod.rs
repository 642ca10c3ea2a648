//! From a phrase and its words to what was said: all that the tagger knows about meaning.

mod dates;
mod day_parts;
mod lengths;
mod relative;
mod stretches;
mod value;

use serde::Deserialize;

use crate::time::{
    Bound, Direction, Era, Expr, Feast, Grain, Modifier, TimeValue, When, YearPart,
};

use super::names::{era, modifier};
use super::slots::Slot;

pub(super) use value::Value;
use value::Values;

/// The kinds of meaning that a phrase can have. Closed: a language file can only name one of
/// these.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Make {
    /// "Mrs May": no date, and not to be read as one
    Nothing,
    /// "2014-03-04": the expression inside
    Same,
    /// "early 2015", "the end of May"
    PartOf,
    /// "Tuesday, 4 March 2014": the day says it all
    WeekdayOf,
    /// "12 June 2014", "April last year", "next spring", "Christmas 1944"
    Date,
    /// "480", where years before Christ are told of
    OldYear,
    /// "fiscal 1989"
    FiscalYear,
    /// "the third quarter of 2014"
    Quarter,
    /// "the first half of 2015"
    HalfYear,
    /// "the 1990s", "the eighties"
    Decade,
    /// "the 19th century"
    Century,
    /// "Christmas": named by the language's list of days
    Feast,
    /// "the week of March 6", "the Easter weekend"
    WholeOf,
    /// "the year two thousand"
    Year,
    /// "on Friday", "last Tuesday"
    Weekday,
    /// "last week", "yesterday"
    Shifted,
    /// "the day before yesterday"
    DayBeforeYesterday,
    /// "the day after tomorrow"
    DayAfterTomorrow,
    /// "three days ago"
    Ago,
    /// "a year ago today"
    AgoFrom,
    /// "three days from now"
    Hence,
    /// "this morning", "Friday afternoon"
    DayPart,
    /// "tonight"
    Tonight,
    /// "that evening", "the next morning"
    ThenDayPart,
    /// "7.30am on 4 May"
    Clock,
    /// "the first Tuesday of May"
    Nth,
    /// "the last day of the month"
    Last,
    /// "between … and …", "2009-2010"
    Between,
    /// "4 March 2014 to 6 May 2015": two ends of a kind
    Range,
    /// "March-May 2014"
    Months,
    /// "3-5 June 2022"
    Days,
    /// "since 2015"
    Since,
    /// "after 2015"
    After,
    /// "until 2015"
    Until,
    /// "before 2015"
    Before,
    /// "by April 2019"
    By,
    /// "by the year end", "by the end of the month"
    ByEnd,
    /// "two years later", "the following year"
    Later,
    /// "a week earlier", "the previous year"
    Earlier,
    /// "that day", "the same year", "August of that year"
    SameTime,
    /// "on the 12th": of the month that is told of
    DayOfMonth,
    /// "the quarter", "the latest period": as the one under report
    ThatPeriod,
    /// "the year-earlier period": as the one under report, a year before
    YearBefore,
    /// "six months after the hand-over"
    AfterEvent,
    /// "six months before the hand-over"
    BeforeEvent,
    /// "two weeks after 5 May"
    AfterTime,
    /// "the day before Christmas"
    BeforeTime,
    /// "three weeks", "many years"
    For,
    /// "half an hour"
    HalfOf,
    /// "two to three weeks"
    ForEither,
    /// "the past week": one
    ForOne,
    /// "every Monday", "every six months", "quarterly"
    Every,
    /// "recently"
    Vague,
    /// "a few weeks ago"
    VaguePast,
    /// "these days"
    VaguePresent,
    /// "the coming months"
    VagueFuture,
    /// "about 2010", "nearly three weeks"
    About,
}

/// What a phrase says.
#[derive(Clone, Debug)]
pub(super) enum Meaning {
    /// A temporal expression.
    Says(Expr),
    /// That this is no date.
    Nothing,
    /// A day that there is not: "31 February".
    NoSuchDay,
}

impl Meaning {
    /// A named day with no year said.
    pub(super) fn feast(part: &YearPart) -> Self {
        // "D-Day" was once.
        if let YearPart::Feast(Feast::Table(days)) = part
            && let [day] = **days
        {
            return Self::Says(on(When::Day(day)));
        }
        Self::Says(Expr::InYear { part: part.clone(), direction: Direction::Past })
    }
}

/// What a phrase says. `None` if its parts do not go together.
pub(super) fn meaning(make: Make, values: &[Value]) -> Option<Meaning> {
    let values = Values::of(values);
    match make {
        Make::Nothing => Some(Meaning::Nothing),
        Make::Same | Make::Date if values.no_date() || dates::no_such_day(values) => {
            Some(Meaning::NoSuchDay)
        }
        _ => expr(make, values).map(Meaning::Says),
    }
}

fn expr(make: Make, values: Values<'_>) -> Option<Expr> {
    match make {
        Make::Same => values.time(),
        Make::PartOf => part_of(values),
        Make::About => about(values),
        Make::WeekdayOf => weekday_of(values),
        Make::Date => dates::date(values),
        Make::OldYear => {
            let year = values.slot(Slot::OldYear).filter(|year| *year >= 100)?;
            Some(Expr::Then(Box::new(on(When::Year(year)))))
        }
        Make::FiscalYear => dates::fiscal_year(values),
        Make::Quarter | Make::HalfYear => dates::part_of_year(make, values),
        Make::Decade => dates::decade(values),
        Make::Century => dates::century(values),
        Make::Nothing | Make::Feast => None,
        Make::WholeOf => dates::whole_of(values),
        Make::Year => dates::year_in_words(values),
        Make::Weekday => dates::weekday(values),
        Make::Shifted | Make::Ago | Make::Hence => relative::shifted(make, values),
        Make::AgoFrom => relative::ago_from(values),
        Make::DayBeforeYesterday => Some(shift(Grain::Day, -2)),
        Make::DayAfterTomorrow => Some(shift(Grain::Day, 2)),
        Make::DayPart | Make::Tonight | Make::ThenDayPart => {
            day_parts::part_of_day(make, values)
        }
        Make::Clock => day_parts::clock(values),
        Make::Nth | Make::Last => relative::nth(make, values),
        Make::Between => stretches::between(values),
        Make::Range => stretches::range(values),
        Make::Months => stretches::months(values),
        Make::Days => stretches::days(values),
        Make::Since => stretches::open(Bound::Since, values),
        Make::After => stretches::open(Bound::After, values),
        Make::Until => stretches::open(Bound::Until, values),
        Make::Before => stretches::open(Bound::Before, values),
        Make::By => values.place().map(|it| Expr::By(Box::new(it))),
        Make::ByEnd => stretches::by_end(values),
        Make::Later | Make::Earlier | Make::SameTime => relative::then(make, values),
        Make::DayOfMonth => relative::day_of_month(values),
        Make::ThatPeriod => Some(Expr::Counterpart { years: 0 }),
        Make::YearBefore => Some(Expr::Counterpart { years: -1 }),
        Make::AfterEvent | Make::BeforeEvent | Make::AfterTime | Make::BeforeTime => {
            relative::from(make, values)
        }
        Make::For | Make::HalfOf | Make::ForEither | Make::ForOne => {
            lengths::length(make, values).map(|length| Expr::Fixed(TimeValue::For(length)))
        }
        Make::Every => lengths::every(values),
        Make::Vague => vague(era(values.slot(Slot::Era)?)?),
        Make::VaguePast => vague(Era::Past),
        Make::VaguePresent => vague(Era::Present),
        Make::VagueFuture => vague(Era::Future),
    }
}

/// "Tuesday, 4 March": who names the weekday means a day that is near.
fn weekday_of(values: Values<'_>) -> Option<Expr> {
    match values.time()? {
        Expr::InYear { part: part @ YearPart::Day { .. }, direction: Direction::Past } => {
            Some(Expr::InYear { part, direction: Direction::Nearest })
        }
        Expr::Weekday { .. } => None,
        other => Some(other).filter(is_day),
    }
}

#[expect(clippy::unnecessary_wraps, reason = "one of the arms above, which may have no answer")]
const fn vague(era: Era) -> Option<Expr> {
    Some(Expr::Fixed(TimeValue::Around(era)))
}

/// "early 2015", "the end of last May", "the start of the third quarter"
fn part_of(values: Values<'_>) -> Option<Expr> {
    let part = modifier(values.any(&[Slot::Part, Slot::PartNoun])?)?;
    let unit = || {
        let unit = super::names::unit(values.slot(Slot::CalendarUnit)?)?;
        Some(shift(unit, values.slot(Slot::Shift)?))
    };
    let whole = values.time().or_else(|| dates::date(values)).or_else(unit)?;
    is_place(&whole).then(|| Expr::Modified(part, Box::new(whole)))
}

/// "about 2010", "nearly three weeks", "at least two years ago"
fn about(values: Values<'_>) -> Option<Expr> {
    let modifier = modifier(values.any(&[Slot::About, Slot::Less, Slot::More])?)?;
    let what = values.time().or_else(|| dates::date(values))?;
    // "more than 2015" is a figure.
    let fits = is_length(&what)
        || is_place(&what)
            && (modifier == Modifier::Approximate
                || matches!(what, Expr::Shifted { .. } | Expr::Then(_)));
    fits.then(|| with_modifier(what, modifier))
}

/// What is fixed takes the modifier into its value.
fn with_modifier(expr: Expr, modifier: Modifier) -> Expr {
    match expr {
        Expr::Fixed(TimeValue::For(length)) => {
            Expr::Fixed(TimeValue::For(crate::time::Length { modifier, ..length }))
        }
        other => Expr::Modified(modifier, Box::new(other)),
    }
}

/// A place that is written there.
const fn on(when: When) -> Expr {
    Expr::Fixed(TimeValue::On(when, Modifier::Stated))
}

const fn shift(unit: Grain, by: i32) -> Expr {
    Expr::Shifted { unit, by }
}

/// The value of a day, a month or a season.
fn small(value: i32) -> Option<u8> {
    u8::try_from(value).ok()
}

/// Whether it is a length.
pub(super) const fn is_length(expr: &Expr) -> bool {
    matches!(expr, Expr::Fixed(TimeValue::For(_)))
}

/// Whether it is a named day with no year said.
pub(super) const fn is_feast(expr: &Expr) -> bool {
    matches!(expr, Expr::InYear { part: YearPart::Feast(_), direction: Direction::Past })
}

/// Whether it names one place, of which a whole can be the end.
fn is_place(expr: &Expr) -> bool {
    match expr {
        Expr::Fixed(value) => matches!(value, TimeValue::On(..)),
        Expr::Modified(_, inner) => is_place(inner),
        Expr::Between(..) | Expr::Open(..) | Expr::By(_) | Expr::FromEvent { .. } => false,
        Expr::Digits { .. }
        | Expr::Shifted { .. }
        | Expr::Weekday { .. }
        | Expr::InYear { .. }
        | Expr::OfYear { .. }
        | Expr::PartOfDay(..)
        | Expr::Clock(..)
        | Expr::Nth { .. }
        | Expr::Whole(..)
        | Expr::FromTime { .. }
        | Expr::Ago { .. }
        | Expr::Then(_)
        | Expr::Counterpart { .. } => true,
    }
}

/// Whether it is one day, which can have a morning.
fn is_day(expr: &Expr) -> bool {
    match expr {
        Expr::Fixed(TimeValue::On(When::Day(_), _))
        | Expr::Digits { .. }
        | Expr::Shifted { unit: Grain::Day, .. }
        | Expr::Weekday { .. }
        | Expr::Nth { .. }
        | Expr::InYear { part: YearPart::Day { .. } | YearPart::Feast(_), .. }
        | Expr::OfYear { part: YearPart::Day { .. } | YearPart::Feast(_), .. } => true,
        Expr::FromTime { length, .. } => length.unit == Grain::Day,
        Expr::Then(inner) | Expr::Modified(_, inner) | Expr::Ago { from: inner, .. } => {
            is_day(inner)
        }
        Expr::Fixed(_)
        | Expr::Shifted { .. }
        | Expr::InYear { .. }
        | Expr::OfYear { .. }
        | Expr::PartOfDay(..)
        | Expr::Clock(..)
        | Expr::Whole(..)
        | Expr::Between(..)
        | Expr::Open(..)
        | Expr::By(_)
        | Expr::Counterpart { .. }
        | Expr::FromEvent { .. } => false,
    }
}
