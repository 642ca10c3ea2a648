//! What a mention says by itself of the day on which it was written.

use chrono::NaiveDate;

use crate::{
    model::{Ground, Skeleton, Status},
    time::{DayOrder, DaySet, Expr, Grain, Interval, Needs, TimeValue, When},
};

use super::{
    Telling,
    reach::{Reach, Side},
};

/// Days that a document's date is among, and what tells.
#[derive(Clone, Debug)]
pub(super) struct Bound {
    pub(super) days: DaySet,
    pub(super) ground: Ground,
}

impl Bound {
    pub(super) const fn is_past(&self) -> bool {
        matches!(self.ground, Ground::Past(_))
    }

    pub(super) const fn is_to_come(&self) -> bool {
        matches!(self.ground, Ground::ToCome(_))
    }

    pub(super) const fn is_another_year(&self) -> bool {
        matches!(self.ground, Ground::AnotherYear(_))
    }
}

/// Where an expression lies, if all of it is written there.
pub(super) fn fixed(expr: &Expr) -> Option<Interval> {
    match expr {
        Expr::Fixed(value) => value.extent(),
        _ => None,
    }
}

/// What a document that has no date tells of it by what it names.
pub(super) fn bounds(
    document: usize,
    telling: &Telling<'_>,
    universe: &DaySet,
) -> Vec<(usize, Bound)> {
    if telling.known.is_some() {
        return Vec::new();
    }
    let of = |said: &&Skeleton| match fixed(&said.expr) {
        Some(named) => by_name(said, named),
        None => by_year(said, universe).into_iter().collect(),
    };
    telling.said.iter().flat_map(of).map(|bound| (document, bound)).collect()
}

/// "April this year", told as past, is not said in March.
fn by_year(said: &Skeleton, universe: &DaySet) -> Option<Bound> {
    let ground = match side(said.status) {
        Side::Past => Ground::Past(said.origin),
        Side::ToCome => Ground::ToCome(said.origin),
        Side::Either => return None,
    };
    let parts = parts(said, None);
    let last = parts.last().filter(|_| of_a_year(&said.expr))?;
    Some(Bound { days: last.fits(universe), ground })
}

const fn side(status: Status) -> Side {
    match status {
        Status::Happened => Side::Past,
        Status::Planned | Status::Due => Side::ToCome,
        Status::Ongoing | Status::Denied | Status::Hypothetical => Side::Either,
    }
}

fn of_a_year(expr: &Expr) -> bool {
    matches!(expr, Expr::OfYear { .. }) || expr.inner().any(of_a_year)
}

fn by_name(said: &Skeleton, named: Interval) -> Vec<Bound> {
    let since = DaySet::between(named.first_day(), NaiveDate::MAX);
    let until = DaySet::between(NaiveDate::MIN, named.last_day());
    match said.status {
        Status::Happened => {
            let mut bounds = vec![Bound { days: since, ground: Ground::Past(said.origin) }];
            if let Expr::Fixed(TimeValue::On(When::Year(_), _)) = said.expr {
                let all = DaySet::between(NaiveDate::MIN, NaiveDate::MAX);
                let days = all.without(&DaySet::of([named]));
                bounds.push(Bound { days, ground: Ground::AnotherYear(said.origin) });
            }
            bounds
        }
        Status::Planned | Status::Due => {
            vec![Bound { days: until, ground: Ground::ToCome(said.origin) }]
        }
        Status::Ongoing | Status::Denied | Status::Hypothetical => Vec::new(),
    }
}

/// What of a mention lies on one day: all of it, or each end of a stretch. Nothing, where it
/// counts from something that is not a document's day, or is longer than what happens at once.
pub(super) fn parts(said: &Skeleton, order: Option<DayOrder>) -> Vec<Reach<'_>> {
    ends(&said.expr).into_iter().map(|expr| Reach::of(expr, order, side(said.status))).collect()
}

fn ends(expr: &Expr) -> Vec<&Expr> {
    match expr {
        Expr::Between(from, until) => {
            [from, until].into_iter().flat_map(|it| ends(it)).collect()
        }
        Expr::Modified(_, inner) => ends(inner),
        Expr::Fixed(TimeValue::On(when, _)) if when.grain() <= Grain::Year => vec![expr],
        Expr::Open(..) | Expr::By(_) | Expr::Fixed(_) => Vec::new(),
        _ => match expr.needs() {
            Needs::Nothing | Needs::DocumentDate => vec![expr],
            Needs::Earlier | Needs::Event => Vec::new(),
        },
    }
}
