//! What an expression shares with the one beside it.

use chrono::Weekday;

use super::kinds::{month_of, same_kind, year_and_month};
use crate::time::{Direction, Expr, Grain, Modifier, TimeValue, When, YearPart};

/// "in March and May 2014": a year said once holds for the list.
pub(super) fn year_of_list(before: &Expr, said: &Expr) -> Option<Expr> {
    let Expr::InYear { part, direction } = before else { return None };
    let (year, month) = year_and_month(said)?;
    let first = month_of(part);
    let year = if first > month { year - 1 } else { year };
    let shared = direction.is_read_off() && same_kind(part, said);
    part.of_year(year).filter(|_| shared).map(on)
}

/// "the summer campaign, begun in June 1942": the season is of the year that its sentence goes
/// on to.
pub(super) fn season_of(before: &Expr, said: &Expr) -> Option<Expr> {
    let Expr::InYear { part: part @ YearPart::Season(_), direction } = before else {
        return None;
    };
    let Expr::Fixed(TimeValue::On(when, _)) = said else { return None };
    let (year, _) = year_and_month(said).filter(|_| direction.is_read_off())?;
    let season = part.of_year(year)?;
    let (whole, inside) = (season.interval()?, when.interval()?);
    let within =
        whole.first_day() <= inside.first_day() && inside.last_day() <= whole.last_day();
    within.then(|| on(season))
}

/// "At 6.30am a man was seen on the bridge on Tuesday": the day that its sentence goes on to.
pub(super) fn day_of_clock(before: &Expr, said: &Expr) -> Option<Expr> {
    let is_clock = |expr: &Expr| matches!(expr, Expr::Clock(..));
    if !is_clock(before) && !before.inner().any(is_clock) || !is_whole_day(said) {
        return None;
    }
    let same_day = Expr::Then(Box::new(Expr::Shifted { unit: Grain::Day, by: 0 }));
    let mut found = false;
    let clock = before.clone().map(&mut |part| {
        let here = part == same_day;
        found |= here;
        if here { said.clone() } else { part }
    });
    found.then_some(clock)
}

const fn is_whole_day(expr: &Expr) -> bool {
    matches!(
        expr,
        Expr::Weekday { .. }
            | Expr::Shifted { unit: Grain::Day, .. }
            | Expr::InYear { part: YearPart::Day { .. }, .. }
            | Expr::Fixed(TimeValue::On(When::Day(_), _))
    )
}

/// How many days two weekdays of a list may lie apart.
const APART: u32 = 3;

/// "on Thursday and Friday": the Friday after that Thursday.
pub(super) fn next_weekday(before: &Expr, said: &Expr) -> Option<Expr> {
    let (first, day) = (open_weekday(before)?, open_weekday(said)?);
    let next = Expr::Weekday { day, direction: Direction::Next };
    (1..=APART).contains(&day.days_since(first)).then(|| Expr::Then(Box::new(next)))
}

fn open_weekday(expr: &Expr) -> Option<Weekday> {
    match expr {
        Expr::Weekday { day, direction } => direction.is_read_off().then_some(*day),
        // The one before it may itself follow another.
        Expr::Then(inner) => match **inner {
            Expr::Weekday { day, direction: Direction::Next } => Some(day),
            _ => None,
        },
        _ => None,
    }
}

const fn on(when: When) -> Expr {
    Expr::Fixed(TimeValue::On(when, Modifier::Stated))
}
