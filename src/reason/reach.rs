//! What an expression can mean over a set of days, and on which days it can be said.
//!
//! Every meaning moves forward with the day of speaking, or stands still: so both are found by
//! halving, without asking day by day.

use chrono::NaiveDate;

use crate::time::{DayOrder, DaySet, Expr, Grain, Reference, YearPart, resolve};

/// Over more days than eleven years have, all that something can mean is taken as one stretch.
const WIDEST_DAYS: u64 = 4_000;
/// What can lie on more stretches of days than so many is taken to lie between the first and
/// the last.
const MOST_RUNS: usize = 100;

/// From the first day to the last.
type Days = (NaiveDate, NaiveDate);

/// Days of speaking, over which an expression means the same.
#[derive(Clone, Copy, Debug)]
struct Piece {
    said: Days,
    means: Days,
}

/// An expression that tells of something that lies on one day within what it means.
#[derive(Clone, Debug)]
pub(super) struct Reach<'a> {
    expr: &'a Expr,
    order: Option<DayOrder>,
    side: Side,
}

/// On which side of the day of speaking something is told to lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// It has happened.
    Past,
    /// It is planned.
    ToCome,
    /// Neither is told.
    Either,
}

impl<'a> Reach<'a> {
    /// What `expr` means, as far as days go: "this morning" is today.
    pub(super) fn of(expr: &'a Expr, order: Option<DayOrder>, side: Side) -> Self {
        let mut expr = expr;
        while let Expr::PartOfDay(inner, _) | Expr::Clock(inner, ..) = expr {
            expr = inner;
        }
        Self { expr, order, side }
    }

    /// Whether it names some days of all that there are, as "Friday" and "in April" do and
    /// "today" does not: where such a one agrees with what another article tells, that is
    /// hardly chance.
    pub(super) fn is_selective(&self) -> bool {
        matches!(
            self.expr,
            Expr::Fixed(_) | Expr::Weekday { .. } | Expr::InYear { .. } | Expr::OfYear { .. }
        )
    }

    /// Whether it names single days of all that there are: "Friday", "3 April".
    pub(super) fn names_days(&self) -> bool {
        let of_day = |part: &YearPart| matches!(part, YearPart::Day { .. });
        match self.expr {
            Expr::Weekday { .. } => true,
            Expr::InYear { part, .. } => of_day(part),
            _ => false,
        }
    }

    /// The days of what it means, said on `day`.
    fn on(&self, day: NaiveDate) -> Option<Days> {
        let said = Reference { order: self.order, ..Reference::on(day) };
        let extent = resolve(self.expr, said)?.extent()?;
        Some((extent.first_day(), extent.last_day()))
    }

    /// Every day that it can be, said on one of `days`.
    pub(super) fn meant(&self, days: &DaySet) -> DaySet {
        if let Some(by) = self.days_on() {
            return moved(days, by);
        }
        let Some(pieces) = self.pieces(days) else { return self.hull(days) };
        let meant =
            pieces.into_iter().map(|Piece { said, means: (first, last) }| match self.side {
                Side::Past => (first, last.min(self.day_before(said.1))),
                Side::ToCome => (first.max(said.0), last),
                Side::Either => (first, last),
            });
        DaySet::joined(meant.filter(|(first, last)| first <= last).collect())
    }

    /// The days of `days` on which it lies on the side that it is told to.
    pub(super) fn fits(&self, days: &DaySet) -> DaySet {
        let Some(pieces) = self.pieces(days) else { return days.clone() };
        let left = pieces.into_iter().map(|Piece { said, means }| match self.side {
            Side::Past => (said.0.max(means.0), said.1),
            Side::ToCome => (said.0, said.1.min(means.1)),
            Side::Either => said,
        });
        DaySet::joined(left.filter(|(first, last)| first <= last).collect())
    }

    /// Over which of `days` it goes on to mean the same; `None`, if they are too many to ask.
    fn pieces(&self, days: &DaySet) -> Option<Vec<Piece>> {
        if days.span_days() > WIDEST_DAYS {
            return None;
        }
        let mut pieces = Vec::new();
        for (first, last) in days.runs() {
            let mut at = Some(*first);
            while let Some(day) = at.filter(|day| day <= last) {
                let means = self.on(day);
                let until = self.same_until(day, *last, means);
                pieces.extend(means.map(|means| Piece { said: (day, until), means }));
                at = until.succ_opt();
            }
        }
        Some(pieces)
    }

    /// The days of `days` on which it can be said of one of `wanted`.
    pub(super) fn said(&self, days: &DaySet, wanted: &DaySet) -> DaySet {
        if let Some(by) = self.days_on() {
            return moved(wanted, -by).intersection(days);
        }
        let Some((first, last)) = days.first().zip(days.last()) else {
            return DaySet::default();
        };
        let whole = wanted.first().zip(wanted.last());
        let runs =
            if wanted.runs().len() > MOST_RUNS { whole.as_slice() } else { wanted.runs() };
        let mut said = Vec::new();
        for (from, until) in runs {
            let reaches = |day| self.on(day).is_some_and(|(_, end)| end >= *from);
            let within = |day| self.on(day).is_none_or(|(start, _)| start <= *until);
            let start = first_day(first, last, reaches);
            let end = first_day(first, last, |day| !within(day))
                .map_or(Some(last), |day| day.pred_opt().filter(|day| *day >= first));
            let (start, end) = match self.side {
                Side::Past => (start.map(|day| day.max(self.day_after(*from))), end),
                Side::ToCome => (start, end.map(|day| day.min(*until))),
                Side::Either => (start, end),
            };
            said.extend(start.zip(end).filter(|(start, end)| start <= end));
        }
        DaySet::joined(said).intersection(days)
    }

    /// What happened today is not told by its month.
    fn day_before(&self, day: NaiveDate) -> NaiveDate {
        if self.is_coarse() { day.pred_opt().unwrap_or(day) } else { day }
    }

    fn day_after(&self, day: NaiveDate) -> NaiveDate {
        if self.is_coarse() { day.succ_opt().unwrap_or(day) } else { day }
    }

    fn is_coarse(&self) -> bool {
        match self.expr {
            Expr::InYear { part: YearPart::Day { .. } | YearPart::Feast(_), .. } => false,
            Expr::InYear { .. } | Expr::OfYear { .. } => true,
            Expr::Shifted { unit, .. } => *unit > Grain::Day,
            Expr::Fixed(value) => value.grain().is_some_and(|grain| grain > Grain::Day),
            _ => false,
        }
    }

    /// "yesterday": every day moves alike.
    fn days_on(&self) -> Option<i32> {
        match self.expr {
            Expr::Shifted { unit: Grain::Day, by } => Some(*by),
            _ => None,
        }
    }

    /// From its first meaning to its last: more days than it can mean, none left out.
    fn hull(&self, days: &DaySet) -> DaySet {
        let first = days.first().and_then(|day| self.on(day));
        let last = days.last().and_then(|day| self.on(day));
        first.zip(last).map_or_else(DaySet::default, |((first, _), (_, last))| {
            DaySet::between(first, last)
        })
    }

    /// The last day up to `last` on which it still means what it does on `day`.
    fn same_until(&self, day: NaiveDate, last: NaiveDate, means: Option<Days>) -> NaiveDate {
        let other = |day| self.on(day) != means;
        // Most change within days: look there first.
        let mut step = 1;
        let mut same = day;
        loop {
            let next =
                same.checked_add_days(chrono::Days::new(step)).filter(|next| *next <= last);
            match next {
                Some(next) if !other(next) => (same, step) = (next, step * 2),
                next => {
                    let change = first_day(same, next.unwrap_or(last), other);
                    return change.and_then(|day| day.pred_opt()).unwrap_or(last);
                }
            }
        }
    }
}

/// The same days, so many days on.
fn moved(days: &DaySet, by: i32) -> DaySet {
    let on = |day: NaiveDate| {
        let far = chrono::Days::new(u64::from(by.unsigned_abs()));
        if by < 0 { day.checked_sub_days(far) } else { day.checked_add_days(far) }
    };
    DaySet::joined(days.runs().iter().filter_map(|it| on(it.0).zip(on(it.1))).collect())
}

/// The first day from `first` to `last` for which `holds`, which it goes on to do.
fn first_day(
    first: NaiveDate,
    last: NaiveDate,
    holds: impl Fn(NaiveDate) -> bool,
) -> Option<NaiveDate> {
    if !holds(last) {
        return None;
    }
    let (mut not, mut yes) = (first.pred_opt()?, last);
    while let between @ 2.. = (yes - not).num_days().unsigned_abs() {
        let middle = not.checked_add_days(chrono::Days::new(between / 2))?;
        if holds(middle) {
            yes = middle;
        } else {
            not = middle;
        }
    }
    Some(yes)
}
