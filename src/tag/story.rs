//! What an expression says in a text that tells a story by its dates.

use chrono::Datelike as _;

use super::course::Place;
use super::kinds::month_of;
use crate::time::{Bound, Direction, Expr, Grain, TimeValue, When};

/// "this year", "the end of the year": the one that the story has come to.
pub(super) fn this_in_story(expr: Expr) -> Expr {
    match expr {
        Expr::Shifted { unit, by: 0 } => Expr::Then(Box::new(Expr::Shifted { unit, by: 0 })),
        Expr::By(inner) => Expr::Open(Bound::Until, inner),
        other => other,
    }
}

/// "480", where years before Christ are told of.
pub(super) fn before_christ(expr: Expr) -> Expr {
    let Expr::Then(inner) = expr else { return expr };
    match *inner {
        Expr::Fixed(TimeValue::On(When::Year(year), modifier)) => {
            Expr::Fixed(TimeValue::On(When::Year(1 - year), modifier))
        }
        other => Expr::Then(Box::new(other)),
    }
}

/// "two years ago", "next summer": the coarsest unit that it is counted in from
/// the day of speaking, if it is a month or more.
pub(super) fn spoken_unit(expr: &Expr) -> Option<Grain> {
    match expr {
        Expr::Shifted { unit, by } => (*by != 0 && *unit >= Grain::Month).then_some(*unit),
        Expr::InYear { direction, .. } => (!direction.is_read_off()).then_some(Grain::Year),
        Expr::OfYear { .. } => Some(Grain::Year),
        Expr::Then(_) => None,
        other => other.inner().filter_map(spoken_unit).max(),
    }
}

/// Who is quoted in a story speaks on the day that the story has come to.
pub(super) fn spoken_in_story(expr: Expr) -> Expr {
    match expr {
        Expr::By(inner) => Expr::Open(Bound::Until, inner),
        leaf @ (Expr::Shifted { .. } | Expr::InYear { .. } | Expr::OfYear { .. })
            if spoken_unit(&leaf).is_some() =>
        {
            Expr::Then(Box::new(leaf))
        }
        other => other,
    }
}

/// "who had spent the summer there": the last one that had begun by then.
pub(super) fn before_story(expr: Expr) -> Expr {
    match expr {
        Expr::InYear { part, direction } if direction.is_read_off() => {
            Expr::Then(Box::new(Expr::InYear { part, direction: Direction::Past }))
        }
        other => other,
    }
}

/// "April", in a story, is of the year that the story has come to.
pub(super) fn in_story(expr: Expr) -> Expr {
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

/// How many months on a story takes up again what it broke off.
const SOON_MONTHS: u32 = 2;

/// "On 9 April 2003 … In November 2008, … On 15 April …": years ahead and back again, in one
/// paragraph.
pub(super) fn goes_on_from(from: &Place, last: &Place, month: u32) -> bool {
    let start = |place: &Place| Some(place.value?.interval()?.first_day());
    let (Some(before), Some(now)) = (start(from), start(last)) else { return false };
    let soon = before.month()..=before.month() + SOON_MONTHS;
    let fine = |place: &Place| place.grain < Some(Grain::Year);
    fine(from)
        && fine(last)
        && from.paragraph == last.paragraph
        && now.year() - before.year() >= 2
        && soon.contains(&month)
        && month < now.month()
}
