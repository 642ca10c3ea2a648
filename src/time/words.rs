//! Dates in words, as a British newspaper would write them.
//!
//! For reading only: nothing reads these back.

use chrono::{Datelike as _, Days, NaiveDate, NaiveDateTime, Timelike as _, Weekday};

use super::{
    Bound, DayPart, Era, Grain, Length, Modifier, Recurrence, Rest, Season, TimeValue, When,
    YearPart,
};

/// "13 September 2017", "between December 2014 and March 2017", "by April 2019".
pub fn words(value: &TimeValue) -> String {
    match value {
        TimeValue::On(when, modifier) => on_words(*when, *modifier),
        TimeValue::Between { from, until } => {
            format!("between {} and {}", before_the_last(*from, *until), with_article(*until))
        }
        TimeValue::Open(bound, when) => {
            format!("{} {}", bound_word(*bound), with_article(*when))
        }
        // "by 2017" would read as "before it began".
        TimeValue::By { until, .. } if until.grain() > Grain::Day => {
            format!("by the end of {}", with_article(*until))
        }
        TimeValue::By { until, .. } => format!("by {}", with_article(*until)),
        TimeValue::OneOf(choices) => choices_words(choices),
        TimeValue::Within { first, last } => {
            format!("some time from {} to {}", with_article(*first), with_article(*last))
        }
        TimeValue::For(length) => length_words(*length),
        TimeValue::Every(recurrence) => every(recurrence),
        TimeValue::Around(Era::Past) => "in the past".to_owned(),
        TimeValue::Around(Era::Present) => "at present".to_owned(),
        TimeValue::Around(Era::Future) => "in the future".to_owned(),
    }
}

/// "about 4 May 2014", "early in 2015", "the end of May 2014"
fn on_words(when: When, modifier: Modifier) -> String {
    match modifier {
        Modifier::Stated => when_words(when, true),
        Modifier::Approximate => format!("about {}", with_article(when)),
        Modifier::Start => format!("early in {}", with_article(when)),
        Modifier::Mid => format!("in the middle of {}", with_article(when)),
        Modifier::End => format!("late in {}", with_article(when)),
        Modifier::LessThan | Modifier::AtMost => format!("in or after {}", with_article(when)),
        Modifier::MoreThan | Modifier::AtLeast => {
            format!("in or before {}", with_article(when))
        }
    }
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The name of a month, from 1.
pub(crate) fn month_name(number: u32) -> &'static str {
    usize::try_from(number)
        .ok()
        .and_then(|number| MONTHS.get(number.checked_sub(1)?).copied())
        .unwrap_or_default()
}

/// The year as it is written: "2014", "44 BC".
pub(crate) fn year_words(year: i32) -> String {
    if year > 0 { year.to_string() } else { format!("{} BC", 1 - i64::from(year)) }
}

/// "4 May 2014"; without the year, "4 May".
fn when_words(when: When, year: bool) -> String {
    match when {
        When::Minute(at) => {
            format!("{:02}:{:02} on {}", at.hour(), at.minute(), day(at.date(), year))
        }
        When::Hour(at) => format!("{} on {}", hour(at), day(at.date(), year)),
        When::DayPart(of, part) => format!("{} {}", part_of_day(part), day(of, year)),
        When::Day(of) => day(of, year),
        When::Weekend(week) => {
            let saturday = week.monday().checked_add_days(Days::new(5));
            format!("weekend of {}", day(saturday.unwrap_or(week.monday()), year))
        }
        When::Week(week) => format!("week of {}", day(week.monday(), year)),
        When::Month(month) => {
            let name = month_name(month.number().into());
            if year { format!("{name} {}", year_words(month.year())) } else { name.to_owned() }
        }
        When::Quarter(part) => {
            format!("{} quarter of {}", nth_word(part.number()), year_words(part.year()))
        }
        When::Season(season) => season_words(season),
        When::HalfYear(part) => {
            format!("{} half of {}", nth_word(part.number()), year_words(part.year()))
        }
        When::Year(year) => year_words(year),
        When::FiscalYear(year) => format!("fiscal year {}", year_words(year)),
        When::Decade(tens) => decade(tens),
        When::Century(hundreds) => century(hundreds),
    }
}

/// "the week of 5 May 2014" after a preposition, but "May 2014" as it is.
fn with_article(when: When) -> String {
    let words = when_words(when, true);
    match when {
        When::DayPart(_, DayPart::Midday)
        | When::Minute(_)
        | When::Hour(_)
        | When::Day(_)
        | When::Month(_)
        | When::Season(_)
        | When::Year(_) => words,
        When::DayPart(..)
        | When::Weekend(_)
        | When::Week(_)
        | When::Quarter(_)
        | When::HalfYear(_)
        | When::FiscalYear(_)
        | When::Decade(_)
        | When::Century(_) => format!("the {words}"),
    }
}

/// The first of two, without what the second says again: "3" of "3 and 9 May 2014".
fn before_the_last(first: When, last: When) -> String {
    match (first, last) {
        (When::Day(first), When::Day(last)) if first.year() == last.year() => {
            if first.month() == last.month() {
                first.day().to_string()
            } else {
                day(first, false)
            }
        }
        (When::Month(one), When::Month(other)) if one.year() == other.year() => {
            when_words(first, false)
        }
        _ => with_article(first),
    }
}

fn choices_words(choices: &[When]) -> String {
    let Some((last, before)) = choices.split_last() else { return "no date".to_owned() };
    if let Some(days) = days_of_one_month(before, *last) {
        return format!("{days} or {}", when_words(*last, true));
    }
    let mut words: Vec<String> = before
        .iter()
        .map(|when| match (when, last) {
            // Day and month stay together here: "3 or 4 May" would hide what is in doubt.
            (When::Day(one), When::Day(other)) if one.year() == other.year() => {
                day(*one, false)
            }
            _ => when_words(*when, true),
        })
        .collect();
    words.push(when_words(*last, true));
    words.join(" or ")
}

/// "7, 8" of "7, 8 or 9 April 2017", where only the day is in doubt.
fn days_of_one_month(before: &[When], last: When) -> Option<String> {
    let When::Day(last) = last else { return None };
    let number = |when: &When| match when {
        When::Day(day) if (day.year(), day.month()) == (last.year(), last.month()) => {
            Some(day.day().to_string())
        }
        _ => None,
    };
    let days: Option<Vec<String>> = before.iter().map(number).collect();
    days.filter(|days| !days.is_empty()).map(|days| days.join(", "))
}

fn day(day: NaiveDate, year: bool) -> String {
    let words = format!("{} {}", day.day(), month_name(day.month()));
    if year { format!("{words} {}", year_words(day.year())) } else { words }
}

fn hour(at: NaiveDateTime) -> String {
    let (afternoon, hour) = at.hour12();
    format!("{hour} {}", if afternoon { "pm" } else { "am" })
}

const fn part_of_day(part: DayPart) -> &'static str {
    match part {
        DayPart::Morning => "morning of",
        DayPart::Midday => "midday on",
        DayPart::Afternoon => "afternoon of",
        DayPart::Evening => "evening of",
        DayPart::Night => "night of",
        DayPart::Midnight => "midnight on",
    }
}

const fn nth_word(number: u8) -> &'static str {
    match number {
        1 => "first",
        2 => "second",
        3 => "third",
        _ => "fourth",
    }
}

fn season_words(season: Season) -> String {
    let year = season.year();
    match season.number() {
        1 => format!("spring {}", year_words(year)),
        2 => format!("summer {}", year_words(year)),
        3 => format!("autumn {}", year_words(year)),
        // Winter begins in December and ends in the next year.
        _ => format!("winter {year}–{:02}", year.saturating_add(1).rem_euclid(100)),
    }
}

fn decade(tens: i32) -> String {
    let first = i64::from(tens) * 10;
    // "the 1900s" would be read as the century.
    if tens.rem_euclid(10) == 0 {
        format!("years {first}–{}", first + 9)
    } else {
        format!("{first}s")
    }
}

fn century(hundreds: i32) -> String {
    let number = i64::from(hundreds) + 1;
    let ending = match (number % 100, number % 10) {
        (11..=13, _) => "th",
        (_, 1) => "st",
        (_, 2) => "nd",
        (_, 3) => "rd",
        _ => "th",
    };
    format!("{number}{ending} century")
}

const fn bound_word(bound: Bound) -> &'static str {
    match bound {
        Bound::Since => "since",
        Bound::After => "after",
        Bound::Until => "until",
        Bound::Before => "before",
    }
}

fn length_words(length: Length) -> String {
    let whole = match length.count {
        Some(1) => format!("1 {}", length.unit.word()),
        Some(count) => format!("{count} {}", units(length.unit)),
        None => format!("some {}", units(length.unit)),
    };
    let all = match length.rest {
        Rest::Nothing => whole,
        Rest::Half => format!("{whole} and a half"),
        Rest::Tenths(tenths) => {
            format!("{}.{tenths} {}", length.count.unwrap_or_default(), units(length.unit))
        }
        Rest::And(1, unit) => format!("{whole} and 1 {}", unit.word()),
        Rest::And(count, unit) => format!("{whole} and {count} {}", units(unit)),
    };
    match length.modifier {
        Modifier::Stated | Modifier::Start | Modifier::Mid | Modifier::End => all,
        Modifier::Approximate => format!("about {all}"),
        Modifier::LessThan => format!("less than {all}"),
        Modifier::MoreThan => format!("more than {all}"),
        Modifier::AtMost => format!("at most {all}"),
        Modifier::AtLeast => format!("at least {all}"),
    }
}

fn every(recurrence: &Recurrence) -> String {
    match recurrence {
        Recurrence::Each(length) => match length.count {
            Some(1) => format!("every {}", length.unit.word()),
            Some(count) => format!("every {count} {}", units(length.unit)),
            None => format!("every few {}", units(length.unit)),
        },
        Recurrence::On(day) => format!("every {}", weekday_name(*day)),
        Recurrence::Yearly(part) => format!("every {}", part_words(part)),
        Recurrence::DayPart(None, part) => format!("every {}", part_name(*part)),
        Recurrence::DayPart(Some(day), part) => {
            format!("every {} {}", weekday_name(*day), part_name(*part))
        }
    }
}

/// "July", "25 December", "summer"
fn part_words(part: &YearPart) -> String {
    match part {
        YearPart::Month(month) => month_name((*month).into()).to_owned(),
        YearPart::Day { month, day } => format!("{day} {}", month_name((*month).into())),
        YearPart::Quarter(number) => format!("{} quarter", nth_word(*number)),
        YearPart::Season(1) => "spring".to_owned(),
        YearPart::Season(2) => "summer".to_owned(),
        YearPart::Season(3) => "autumn".to_owned(),
        YearPart::Season(_) => "winter".to_owned(),
        YearPart::HalfYear(number) => format!("{} half of the year", nth_word(*number)),
        YearPart::Feast(_) => "year on that day".to_owned(),
    }
}

const fn part_name(part: DayPart) -> &'static str {
    match part {
        DayPart::Morning => "morning",
        DayPart::Midday => "midday",
        DayPart::Afternoon => "afternoon",
        DayPart::Evening => "evening",
        DayPart::Night => "night",
        DayPart::Midnight => "midnight",
    }
}

const fn units(unit: Grain) -> &'static str {
    match unit {
        Grain::Second => "seconds",
        Grain::Minute => "minutes",
        Grain::Hour => "hours",
        Grain::DayPart => "parts of a day",
        Grain::Day => "days",
        Grain::Weekend => "weekends",
        Grain::Week => "weeks",
        Grain::Month => "months",
        Grain::Quarter => "quarters",
        Grain::Season => "seasons",
        Grain::HalfYear => "half-years",
        Grain::Year => "years",
        Grain::Decade => "decades",
        Grain::Century => "centuries",
    }
}

/// "Friday"
pub(crate) const fn weekday_name(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "Monday",
        Weekday::Tue => "Tuesday",
        Weekday::Wed => "Wednesday",
        Weekday::Thu => "Thursday",
        Weekday::Fri => "Friday",
        Weekday::Sat => "Saturday",
        Weekday::Sun => "Sunday",
    }
}
