//! "between … and …", "3-5 June 2022": two ends that share what was said once.

use chrono::{Datelike as _, NaiveDate};

use super::super::lists::day_of_clock;
use super::super::names::unit;
use super::super::slots::Slot;
use super::dates::month_of_year;
use super::value::{Value, Values};
use super::{is_place, on, shift, small};
use crate::time::{Bound, Direction, Expr, Grain, TimeValue, When, YearPart};

use Value::{Of, Time};

/// "since 2015", "before last week"
pub(super) fn open(bound: Bound, values: Values<'_>) -> Option<Expr> {
    let inner = values.place()?;
    // "just after 4pm on Friday" is told of what happened about then.
    let moment =
        matches!(inner, Expr::Clock(..)) && matches!(bound, Bound::After | Bound::Before);
    let inner = Box::new(inner);
    Some(if moment {
        Expr::Modified(crate::time::Modifier::Approximate, inner)
    } else {
        Expr::Open(bound, inner)
    })
}

/// "by the year end", "by the end of the month"
pub(super) fn by_end(values: Values<'_>) -> Option<Expr> {
    let whole = match values.slot(Slot::CalendarUnit) {
        Some(value) => unit(value)?,
        None => Grain::Year,
    };
    Some(Expr::By(Box::new(shift(whole, 0))))
}

/// "between May 2009 and March this year", "2009-2010", "from 490 to 480 BC"
pub(super) fn between(values: Values<'_>) -> Option<Expr> {
    let year = |year: i32| on(When::Year(year));
    let (from, until) = match values.parts() {
        [Time(from), Time(until)] => (from.clone(), until.clone()),
        [Of(Slot::Year, from), Time(until)] => (year(*from), until.clone()),
        [Time(from), Of(Slot::Year, until)] => (from.clone(), year(*until)),
        [Of(Slot::Year, from), Of(Slot::Year, until)] if from < until => {
            (year(*from), year(*until))
        }
        [Of(Slot::OldYear, from), Of(Slot::OldYear, until), Of(Slot::BeforeChrist, _)]
            if from > until =>
        {
            (year(1 - from), year(1 - until))
        }
        [Of(Slot::Year, from), Of(Slot::ShortYear, short)] => {
            let until = from.div_euclid(100) * 100 + short;
            (until > *from).then(|| (year(*from), year(until)))?
        }
        // "between March and May 2014", "from 28 May to 3 June 2014"
        [Of(Slot::Month | Slot::SureMonth, month), Time(until)] => {
            (month_before(*month, until)?, until.clone())
        }
        [Of(Slot::Day | Slot::NumberedDay, day), Time(until)] => {
            (day_before(*day, until)?, until.clone())
        }
        _ => return None,
    };
    let from = match &until {
        // "between 7am and 10pm on Thursday"
        Expr::Clock(day, ..) => day_of_clock(&from, day).unwrap_or(from),
        _ => from,
    };
    let places = is_place(&from) && is_place(&until);
    places.then(|| Expr::Between(Box::new(same_year(from, &until)), Box::new(until)))
}

/// "4 March 2014 to 6 May 2015": two ends of a kind
pub(super) fn range(values: Values<'_>) -> Option<Expr> {
    let [Time(from), Time(until)] = values.parts() else { return None };
    let grain = super::super::kinds::place_grain;
    (grain(from).is_some() && grain(from) == grain(until)).then(|| between(values)).flatten()
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
        // "from June to November of that year"
        Expr::Then(last) => Expr::Then(Box::new(month_before(month, last)?)),
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
        Expr::Fixed(TimeValue::On(When::Season(season), _)) => season.year(),
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

/// "March-May 2014", "February to April"
pub(super) fn months(values: Values<'_>) -> Option<Expr> {
    let months = values.parts().iter().filter_map(|part| match part {
        Of(Slot::Month | Slot::SureMonth, month) => Some(*month),
        Of(..) | Value::Clock(..) | Time(_) | Value::NoDate => None,
    });
    let [first, last] = months.collect::<Vec<_>>().try_into().ok()?;
    let until = match values.slot(Slot::Year) {
        Some(year) => on(month_of_year(year, last)?),
        None => {
            Expr::InYear { part: YearPart::Month(small(last)?), direction: Direction::Past }
        }
    };
    Some(Expr::Between(Box::new(month_before(first, &until)?), Box::new(until)))
}

/// "3-5 June 2022", "June 3-5, 2022"
pub(super) fn days(values: Values<'_>) -> Option<Expr> {
    let is = |slots: &'static [Slot]| move |value: &&Value| matches!(value, Of(slot, _) if slots.contains(slot));
    let month = values.parts().iter().find(is(&[Slot::Month, Slot::SureMonth]))?;
    let mut days = values.parts().iter().filter(is(&[Slot::Day, Slot::NumberedDay]));
    let (first, last) = (days.next()?, days.next()?);
    let year = values.parts().iter().find(is(&[Slot::Year, Slot::Shift]));
    let unit = values.parts().iter().find(is(&[Slot::CalendarUnit]));
    let parts: Vec<Value> =
        [Some(last), Some(month), year, unit].into_iter().flatten().cloned().collect();
    let until = super::dates::date(Values::of(&parts))?;
    let Of(_, first) = first else { return None };
    let from = day_before(*first, &until)?;
    Some(Expr::Between(Box::new(from), Box::new(until)))
}
