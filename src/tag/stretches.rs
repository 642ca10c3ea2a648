//! "between … and …", "3-5 June 2022": two ends that share what was said once.

use chrono::{Datelike as _, NaiveDate};

use super::lexicon::Slot;
use super::meaning::{
    Value::{self, Of, Time},
    date, is_place, on, small,
};
use crate::time::{Direction, Expr, TimeValue, When, YearPart};

/// "between May 2009 and March this year", "2009-2010"
pub(super) fn between(values: &[Value]) -> Option<Expr> {
    let year = |year: i32| on(When::Year(year));
    let (from, until) = match values {
        [Time(from), Time(until)] => (from.clone(), until.clone()),
        [Of(Slot::Year, from), Time(until)] => (year(*from), until.clone()),
        [Time(from), Of(Slot::Year, until)] => (from.clone(), year(*until)),
        [Of(Slot::Year, from), Of(Slot::Year, until)] if from < until => {
            (year(*from), year(*until))
        }
        [Of(Slot::Year, from), Of(Slot::ShortYear, short)] => {
            let until = from.div_euclid(100) * 100 + short;
            (until > *from).then(|| (year(*from), year(until)))?
        }
        // "between March and May 2014", "from 28 May to 3 June 2014"
        [Of(Slot::Month, month), Time(until)] => (month_before(*month, until)?, until.clone()),
        [Of(Slot::Day, day), Time(until)] => (day_before(*day, until)?, until.clone()),
        _ => return None,
    };
    let places = is_place(&from) && is_place(&until);
    places.then(|| Expr::Between(Box::new(same_year(from, &until)), Box::new(until)))
}

/// The month that shares its year with what follows.
fn month_before(month: i32, until: &Expr) -> Option<Expr> {
    let part = YearPart::Month(small(month)?);
    Some(match until {
        Expr::Fixed(TimeValue::On(When::Month(last), _)) => {
            let year =
                if last.number() < small(month)? { last.year() - 1 } else { last.year() };
            on(part.of_year(year)?)
        }
        Expr::OfYear { part: YearPart::Month(last), by } => {
            let before = i32::from(*last < small(month)?);
            Expr::OfYear { part, by: by - before }
        }
        _ => Expr::InYear { part, direction: Direction::Past },
    })
}

/// The day that shares its month with what follows.
fn day_before(day: i32, until: &Expr) -> Option<Expr> {
    let day = small(day)?;
    match until {
        Expr::Fixed(TimeValue::On(When::Day(last), _)) => {
            last.with_day(day.into()).filter(|first| first < last).map(|it| on(When::Day(it)))
        }
        Expr::InYear { part: YearPart::Day { month, day: last }, direction } if day < *last => {
            let part = YearPart::Day { month: *month, day };
            Some(Expr::InYear { part, direction: *direction })
        }
        Expr::OfYear { part: YearPart::Day { month, day: last }, by } if day < *last => {
            Some(Expr::OfYear { part: YearPart::Day { month: *month, day }, by: *by })
        }
        _ => None,
    }
}

/// "28 May to 3 June 2014": a year said once holds for both.
fn same_year(from: Expr, until: &Expr) -> Expr {
    let Expr::InYear { part, direction: Direction::Past } = from else { return from };
    let year = match until {
        Expr::Fixed(TimeValue::On(When::Day(day), _)) => day.year(),
        Expr::Fixed(TimeValue::On(When::Month(month), _)) => month.year(),
        _ => return Expr::InYear { part, direction: Direction::Past },
    };
    let starts = |when: &When| when.interval().map(|it| it.first_day());
    let last = until_day(until);
    let same = part.of_year(year).filter(|it| starts(it) <= last);
    same.or_else(|| part.of_year(year - 1))
        .map_or(Expr::InYear { part, direction: Direction::Past }, on)
}

fn until_day(until: &Expr) -> Option<NaiveDate> {
    let Expr::Fixed(TimeValue::On(when, _)) = until else { return None };
    when.interval().map(|it| it.last_day())
}

/// "March-May 2014"
pub(super) fn months(values: &[Value]) -> Option<Expr> {
    let [Of(Slot::Month, first), last @ ..] = values else { return None };
    let until = date(last)?;
    Some(Expr::Between(Box::new(month_before(*first, &until)?), Box::new(until)))
}

/// "3-5 June 2022", "June 3-5, 2022"
pub(super) fn days(values: &[Value]) -> Option<Expr> {
    let month = values.iter().find(|it| matches!(it, Of(Slot::Month, _)))?;
    let mut days = values.iter().filter(|it| matches!(it, Of(Slot::Day, _)));
    let (first, last) = (days.next()?, days.next()?);
    let year = values.iter().find(|it| matches!(it, Of(Slot::Year | Slot::Shift, _)));
    let one = |day: &Value| {
        let parts: Vec<Value> =
            [Some(day), Some(month), year].into_iter().flatten().cloned().collect();
        date(&parts)
    };
    let until = one(last)?;
    let Of(_, first) = first else { return None };
    let from = day_before(*first, &until)?;
    Some(Expr::Between(Box::new(from), Box::new(until)))
}
