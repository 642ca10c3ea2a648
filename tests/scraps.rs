//! The tagger on texts that nobody would write: it never falls over, invents no place in the
//! text, and writes no value that TIMEX3 does not know.
//!
//! A few hundred texts by default; a million with
//! `PROPTEST_CASES=1000000 cargo test --release --no-default-features any_text_gives`.

use chrono::NaiveDate;
use dateline::{
    anchor,
    export::timex3s,
    tag::Language,
    text::Span,
    time::{Reference, Timex3, When},
};
use proptest::{prelude::*, sample::select};

proptest! {
    #[test]
    fn any_text_gives_spans_within_it_and_values_that_can_be_read(
        text in any_text(),
        document in any_document_date(),
    ) {
        let found = tagged(&text, document);
        if let Err(wrong) = looked_through(&text, &found) {
            prop_assert!(false, "{wrong}\nin {text:?}, dated {document:?}");
        }
        prop_assert_eq!(&tagged(&text, document), &found, "told otherwise the second time");
    }
}

/// Whatever is found is to be written: where it stands, and what it says.
fn tagged(text: &str, document: Option<When>) -> (Vec<(Span, Timex3)>, Vec<Span>) {
    let tagged = Language::english().tag(text);
    let reference = Reference { document, order: tagged.order.decided, ..Reference::default() };
    let values = anchor::values(&tagged.expressions, reference);
    let all = tagged.expressions.iter().zip(&values);
    let said = all.flat_map(|(timex, value)| timex3s(timex, value.as_ref())).collect();
    (said, tagged.no_such_days)
}

/// What is wrong with what was found, if anything is.
fn looked_through(
    text: &str,
    (said, no_such_days): &(Vec<(Span, Timex3)>, Vec<Span>),
) -> Result<(), String> {
    let mut spans: Vec<Span> = no_such_days.clone();
    let mut end = 0;
    for (span, Timex3 { kind, value, .. }) in said {
        if span.start() < end {
            return Err(format!("{span:?} begins before the end of the one before it"));
        }
        end = span.end();
        spans.push(*span);
        if !is_timex3(kind, value) {
            return Err(format!("{:?} is no {kind}: {value}", span.slice(text)));
        }
    }
    spans.sort();
    if let Some(pair) = spans.windows(2).find(|pair| pair[0].overlaps(pair[1])) {
        return Err(format!("{pair:?} overlap"));
    }
    match spans.iter().find(|span| text.get(span.range()).is_none_or(str::is_empty)) {
        Some(outside) => Err(format!("{outside:?} is not of the text")),
        None => Ok(()),
    }
}

/// Whether `value` is one that a TIMEX3 of that type may have.
fn is_timex3(kind: &str, value: &str) -> bool {
    match kind {
        "DATE" => is_date(value) || ["PAST_REF", "PRESENT_REF", "FUTURE_REF"].contains(&value),
        "TIME" => is_time(value),
        "DURATION" => is_period(value),
        "SET" => is_period(value) || is_date(value) || is_time(value),
        _ => false,
    }
}

/// `2017-04-07`, `2017-W14-WE`, `XXXX-Q1`, `199`, `BC0044`
fn is_date(value: &str) -> bool {
    let (year, rest) = value.split_once('-').unwrap_or((value, ""));
    let parts: Vec<&str> = rest.split('-').filter(|_| !rest.is_empty()).collect();
    let digits = year.strip_prefix("BC").unwrap_or(year);
    let is_whole = digits.len() == 4 && is_number(digits, 0..=9999)
        || digits.len() > 4 && !digits.starts_with('0') && is_number(digits, 0..=u32::MAX);
    match parts.as_slice() {
        [] => is_whole || matches!(digits.len(), 2 | 3) && is_number(digits, 0..=999),
        _ if !is_whole => false,
        [part] => {
            ["SP", "SU", "FA", "WI"].contains(part)
                || is_two(part, 1..=12)
                || is_two(part.trim_start_matches('W'), 1..=53) && part.len() == 3
                || is_number(part.trim_start_matches('Q'), 1..=4) && part.len() == 2
                || is_number(part.trim_start_matches('H'), 1..=2) && part.len() == 2
        }
        [week, day] if week.starts_with('W') => {
            is_two(week.trim_start_matches('W'), 1..=53)
                && (*day == "WE" || day.len() == 1 && is_number(day, 1..=7))
        }
        [month, day] => {
            is_two(month, 1..=12) && is_two(day, 1..=31) && exists(year, month, day)
        }
        _ => false,
    }
}

/// Whether that day is on the calendar, as far as it is known.
fn exists(year: &str, month: &str, day: &str) -> bool {
    let (Ok(month), Ok(day)) = (month.parse(), day.parse()) else { return true };
    let year = match year.strip_prefix("BC") {
        Some(before) => before.parse::<i32>().map_or(4, |before| 1 - before),
        // Of a year that is not known there may be a 29 February.
        None => year.parse().unwrap_or(4),
    };
    NaiveDate::from_ymd_opt(year, month, day).is_some()
}

/// `2017-04-07T15:30`, `XXXX-WXX-2TMO`
fn is_time(value: &str) -> bool {
    let Some((date, time)) = value.split_once('T') else { return false };
    let clock = || {
        let (hour, minute) = time.split_once(':')?;
        Some(is_two(hour, 0..=23) && is_two(minute, 0..=59))
    };
    let is_day = date.contains('-') && date.len() >= 8;
    let parts = ["MO", "MI", "AF", "EV", "NI", "DT", "PM", "24:00"];
    is_day && is_date(date) && (parts.contains(&time) || clock() == Some(true))
}

/// `P3D`, `PT1H30M`, `P2Y6M`, `PXW`, `P2.5Y`: each unit once, the largest first
fn is_period(value: &str) -> bool {
    let Some(rest) = value.strip_prefix('P') else { return false };
    let (days, time) =
        rest.split_once('T').map_or((rest, None), |(days, time)| (days, Some(time)));
    let days_fit = amounts(days, &["CE", "DE", "Y", "S", "H", "Q", "M", "W", "WE", "D"]);
    let time_fits = time.is_none_or(|time| !time.is_empty() && amounts(time, &["H", "M", "S"]));
    rest.len() > 1 && days_fit && time_fits
}

/// Whether `rest` is nothing but amounts of `units`, in that order.
fn amounts(mut rest: &str, mut units: &[&str]) -> bool {
    let is_letter = |c: char| c.is_alphabetic() && c != 'X';
    while !rest.is_empty() {
        let (count, after) = rest.split_at(rest.find(is_letter).unwrap_or(0));
        let (unit, after) =
            after.split_at(after.find(|c| !is_letter(c)).unwrap_or(after.len()));
        let (whole, tenths) = count.split_once('.').unwrap_or((count, "0"));
        let Some(at) = units.iter().position(|it| *it == unit) else { return false };
        if !is_number(whole, 0..=u32::MAX) || !is_number(tenths, 0..=9) {
            return false;
        }
        rest = after;
        units = &units[at + 1..];
    }
    true
}

fn is_two(text: &str, range: std::ops::RangeInclusive<u32>) -> bool {
    text.len() == 2 && is_number(text, range)
}

/// A number of that range, or one that is not known.
fn is_number(text: &str, range: std::ops::RangeInclusive<u32>) -> bool {
    let unknown = !text.is_empty() && text.bytes().all(|byte| byte == b'X');
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    unknown || digits && text.parse().is_ok_and(|number| range.contains(&number))
}

/// What looks like a date and is none, or is one at the end of what there is.
const ODD: &[&str] = &[
    "31 February",
    "29 February 2015",
    "30/02/2014",
    "2015-02-29",
    "25:61",
    "24:00",
    "0/13/0000",
    "2014-13-01",
    "year 0",
    "in 0000",
    "in 99999",
    "99999",
    "2100",
    "4294967296 years ago",
    "18446744073709551616",
    "9999 centuries ago",
    "1066",
    "the 0th of May",
    "the 99th century",
    "½",
    "’99",
    "'80s",
    "0 BC",
    "44 BC",
    "999 AD",
    "½ past",
    "first",
    "٣ مايو",
    "３月",
    "Ａpril",
    "İ",
    "K",
    "ﬁfth",
    "e\u{301}",
    "12:60pm",
    "0am",
    "13pm",
    "00:00",
    "23:59:60",
    "1.5.1.5.1",
    "1/2/3/4/5",
    "1-2-3-4",
    "Q5",
    "the fifth quarter of 1998",
    "P1D",
    "T25",
    "ninety hundred thousand million",
    "twenty-",
    "-five",
    "nineteen oh four",
];

/// What may stand between two words, and what should not.
const GLUE: &[&str] = &[
    " ", " ", " ", " ", " ", "", "-", "–", ", ", ". ", "\n", "\u{200d}", "\u{200f}", "\0",
    "\u{a0}", "\u{202e}", "’s ", "'", "\u{feff}", "\u{ad}", " of ", " to ", " and ", " the ",
    " in ", "/", ":", "(",
];

/// Words that the tagger knows and scraps that look like dates, glued together anyhow.
fn any_text() -> impl Strategy<Value = String> {
    let known = include_str!("../assets/lang/en/words.toml").split('"').skip(1).step_by(2);
    let known: Vec<&str> = known.filter(|word| !word.contains('\n')).collect();
    let said: Vec<&str> = Language::english().examples().map(|it| it.says.as_str()).collect();
    let scrap = prop_oneof![
        8 => select(known).prop_map(str::to_owned),
        4 => select(said).prop_map(|it| it.replace(['[', ']'], "")),
        3 => select(ODD).prop_map(str::to_owned),
        3 => (0..3000_u32).prop_map(|it| it.to_string()),
        2 => (0..40_u32, select(vec!["th", "st", "am", "pm", "s", "k", "m", "%", ":30", "/7"]))
            .prop_map(|(number, ending)| format!("{number}{ending}")),
        1 => "[0-9./:,-]{1,12}",
        1 => "\\PC{0,4}",
    ];
    proptest::collection::vec((scrap, select(GLUE)), 0..16).prop_map(|scraps| {
        scraps.iter().flat_map(|(scrap, glue)| [scrap.as_str(), glue]).collect()
    })
}

/// Any place on the calendar that an article may be dated to, its far ends among them.
fn any_document_date() -> impl Strategy<Value = Option<When>> {
    let written = [
        "2017-04-07",
        "2016-02-29",
        "2015-12-31",
        "1066-10-14",
        "0001-01-01",
        "0000-02-29",
        "9999-12-31",
        "-0044-03-15",
        "1998-01-08T15:30",
        "1998-04",
        "1998",
        "201X",
    ];
    let written = written.map(|date| Some(date.parse::<When>().unwrap()));
    let far = [NaiveDate::MIN, NaiveDate::MAX].map(|day| Some(When::Day(day)));
    select([None].into_iter().chain(written).chain(far).collect::<Vec<_>>())
}
