//! Every example of every language, and the tagger on whole sentences.

use std::fmt::Write as _;

use chrono::NaiveDate;
use dateline::{
    model::Timex,
    tag::Language,
    time::{TimeValue, resolve, timex3},
};
use expect_test::{Expect, expect};
use proptest::prelude::*;

const WORDS: &str = include_str!("../assets/lang/en/words.toml");
const PHRASES: &str = include_str!("../assets/lang/en/phrases.toml");

#[test]
fn the_files_of_the_language_can_be_read() {
    Language::parse(WORDS, PHRASES).unwrap();
}

#[test]
fn every_example_means_what_it_says() {
    let mut wrong = String::new();
    let mut count = 0;
    for example in Language::english().examples() {
        count += 1;
        let text = example.says.replace(['[', ']'], "");
        let words = example.says.split_once('[').map_or(text.as_str(), |(_, rest)| {
            rest.split_once(']').map_or(rest, |(words, _)| words)
        });
        let found = Language::english().tag(&text);
        let said: Vec<String> = found.iter().map(|it| shown(it, &text, example.on)).collect();
        let expected = format!("[{words}] {}", example.means);
        if said != [expected.clone()] {
            writeln!(wrong, "{text:?}: {said:?} instead of {expected:?}").unwrap();
        }
    }
    assert!(wrong.is_empty() && count > 100, "{count} examples\n{wrong}");
}

#[test]
fn nothing_is_found_where_there_is_no_date() {
    let mut wrong = String::new();
    for text in Language::english().counterexamples() {
        let found = Language::english().tag(text);
        for timex in found {
            writeln!(wrong, "{text:?}: {}", shown(&timex, text, thursday())).unwrap();
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

fn thursday() -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 3, 14).unwrap()
}

fn shown(timex: &Timex, text: &str, on: NaiveDate) -> String {
    let means = resolve_here(timex, on).map_or_else(
        || "waits".to_owned(),
        |value| value.edtf().unwrap_or_else(|| timex3(&value).value),
    );
    format!("[{}] {means}", timex.span.slice(text))
}

/// An expression that counts from another waits for it, whatever the day.
fn resolve_here(timex: &Timex, on: NaiveDate) -> Option<TimeValue> {
    let waits = timex.expr.needs() > dateline::time::Needs::DocumentDate;
    if waits { None } else { resolve(&timex.expr, on) }
}

/// The one place that knows how the tagger is called. Underlines what it found.
#[track_caller]
fn check(sentence: &str, expected: Expect) {
    let mut picture = format!("{sentence}\n");
    for timex in Language::english().tag(sentence) {
        let before = sentence.get(..timex.span.start()).unwrap().chars().count();
        let under = "^".repeat(timex.span.slice(sentence).chars().count());
        let means = shown(&timex, sentence, thursday());
        let means = means.rsplit("] ").next().unwrap();
        writeln!(picture, "{:before$}{under} {means}", "").unwrap();
    }
    expected.assert_eq(&picture);
}

proptest! {
    #[test]
    fn any_text_can_be_tagged(text in any_text()) {
        let mut end = 0;
        for timex in Language::english().tag(&text) {
            let range = timex.span.range();
            prop_assert!(range.start >= end && text.get(range.clone()).is_some());
            end = range.end;
        }
    }
}

/// Scraps that look like dates, and anything else.
fn any_text() -> impl Strategy<Value = String> {
    let scrap = prop_oneof![
        "\\PC{0,6}",
        "[0-9./:,-]{1,12}",
        "(by|from|between|since|until|about|the end of|March|May|last|Friday|’s|é|[0-9]{1,4}(th|s|am)?)",
        "[ \n\u{a0}–—]",
    ];
    proptest::collection::vec(scrap, 0..40).prop_map(|scraps| scraps.join(" "))
}
