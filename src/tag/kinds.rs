//! What kind of expression it is, as far as its place in a text matters.

use chrono::Datelike as _;

use crate::time::{Direction, Expr, Grain, Item, Length, Rest, TimeValue, When, YearPart};

/// "a year earlier", "a year ago", of a firm's figures: so many years before the period.
pub(super) fn years_back(expr: &Expr) -> Option<i32> {
    match expr {
        Expr::Shifted { unit: Grain::Year, by: -1 } => Some(-1),
        Expr::Then(inner) => years_back(inner),
        _ => None,
    }
}

/// In which unit it counts from the expression before it, if it does.
pub(super) fn counts_in(expr: &Expr) -> Option<Grain> {
    let Expr::Then(inner) = expr else { return expr.inner().find_map(counts_in) };
    match inner.as_ref() {
        Expr::Shifted { unit, .. } => Some(*unit),
        Expr::Weekday { .. } => Some(Grain::Week),
        Expr::Nth { whole, .. } => place_grain(whole),
        Expr::InYear { .. } | Expr::OfYear { .. } => Some(Grain::Year),
        inner => inner.inner().find_map(counts_in),
    }
}

/// The month that a part of a year begins in, if it is one with no year.
pub(super) fn month_in_year(expr: &Expr) -> Option<u32> {
    match expr {
        Expr::InYear { part, direction } => direction.is_read_off().then(|| month_of(part)),
        Expr::Then(_) => None,
        other => other.inner().find_map(month_in_year),
    }
}

/// The unit of "this year", "the month", if it is a week or more.
pub(super) fn this_unit(expr: &Expr) -> Option<Grain> {
    match expr {
        Expr::Shifted { unit, by: 0 } => (*unit >= Grain::Week).then_some(*unit),
        Expr::Then(_) => None,
        other => other.inner().find_map(this_unit),
    }
}

/// Whether a year of three digits is in it that nothing marks as one.
pub(super) fn is_old(expr: &Expr) -> bool {
    match expr {
        Expr::Then(inner) if matches!(**inner, Expr::Fixed(_)) => true,
        other => other.inner().any(is_old),
    }
}

/// "the summer"
pub(super) const fn is_season(expr: &Expr) -> bool {
    matches!(expr, Expr::InYear { part: YearPart::Season(_), .. })
}

/// "winter": of two years
pub(super) const fn is_winter(expr: &Expr) -> bool {
    matches!(expr, Expr::InYear { part: YearPart::Season(4), .. })
}

/// "a year earlier", "the month before", "who had spent the summer"
pub(super) fn looks_back(expr: &Expr) -> bool {
    match expr {
        Expr::Then(inner) => matches!(
            **inner,
            Expr::Shifted { by: ..0, .. } | Expr::InYear { direction: Direction::Past, .. }
        ),
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
        | Expr::Ago { from: inner, .. }
        | Expr::Then(inner) => place_grain(inner),
        Expr::Fixed(_) | Expr::Counterpart { .. } | Expr::FromEvent { .. } => None,
    }
}

/// "the nine months", "the year ended 30 June": a length that figures are added up over.
pub(super) const fn is_sum(expr: &Expr) -> bool {
    matches!(
        expr,
        Expr::Fixed(TimeValue::For(Length {
            count: Some(6 | 9 | 12),
            unit: Grain::Month,
            rest: Rest::Nothing,
            ..
        }))
    )
}

/// "a year earlier", with nothing before it to count from: the article's own year is.
pub(super) fn from_today(expr: Expr) -> Expr {
    match expr {
        Expr::Then(inner) if matches!(*inner, Expr::Shifted { unit: Grain::Year, by: ..0 }) => {
            *inner
        }
        other => other,
    }
}

/// Whether figures are reported for it.
pub(super) fn is_period(expr: &Expr) -> bool {
    match expr {
        Expr::Fixed(TimeValue::On(When::Quarter(_) | When::HalfYear(_), _))
        | Expr::InYear { part: YearPart::Quarter(_) | YearPart::HalfYear(_), .. }
        | Expr::OfYear { part: YearPart::Quarter(_) | YearPart::HalfYear(_), .. } => true,
        Expr::Modified(_, inner) | Expr::Then(inner) => is_period(inner),
        _ => false,
    }
}

/// "yesterday", "on Friday", "last week": what only the news of a day says.
pub(super) fn is_of_the_day(expr: &Expr) -> bool {
    match expr {
        Expr::Shifted { .. } | Expr::Weekday { .. } => true,
        Expr::Then(_) => false,
        other => other.inner().any(is_of_the_day),
    }
}

/// The year, and the month if it says one, of what is written in full.
pub(super) fn year_and_month(expr: &Expr) -> Option<(i32, u32)> {
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

pub(super) fn month_of(part: &YearPart) -> u32 {
    let when = part.of_year(2000).and_then(When::interval);
    when.map_or(1, |it| it.first_day().month())
}

/// Whether both are months, or both days: only then do they share a year.
pub(super) fn same_kind(part: &YearPart, expr: &Expr) -> bool {
    let grain = part.of_year(2000).map(When::grain);
    grain.is_some() && grain == place_grain(expr)
}
