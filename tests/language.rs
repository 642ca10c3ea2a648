//! Every example of every language, and the tagger on whole sentences.

use std::fmt::Write as _;

use chrono::NaiveDate;
use dateline::{
    model::{ENGLISH, LANGUAGES, LanguageFiles, Timex},
    tag::Language,
    time::{Reference, TimeValue, resolve, timex3},
};
use expect_test::{Expect, expect};
use proptest::prelude::*;

#[test]
fn the_files_of_every_language_can_be_read() {
    for files in LANGUAGES {
        let language =
            Language::read(files).unwrap_or_else(|it| panic!("{}: {it}", files.code));
        assert_eq!(language.code(), files.code);
    }
}

#[test]
fn every_example_means_what_it_says() {
    let mut wrong = String::new();
    for language in Language::all() {
        for example in language.examples() {
            let text = example.says.replace(['[', ']'], "");
            let words = example.says.split_once('[').map_or(text.as_str(), |(_, rest)| {
                rest.split_once(']').map_or(rest, |(words, _)| words)
            });
            let found = language.tag(&text).expressions;
            let said: Vec<String> =
                found.iter().map(|it| shown(it, &text, example.on)).collect();
            let expected = format!("[{words}] {}", example.means);
            if said != [expected.clone()] {
                writeln!(wrong, "{text:?}: {said:?} instead of {expected:?}").unwrap();
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn nothing_is_found_where_there_is_no_date() {
    let mut wrong = String::new();
    for language in Language::all() {
        for text in language.counterexamples() {
            for timex in language.tag(text).expressions {
                writeln!(wrong, "{text:?}: {}", shown(&timex, text, thursday())).unwrap();
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn every_language_shows_what_it_means_and_what_it_does_not() {
    for language in Language::all() {
        let (examples, never) = (language.examples(), language.counterexamples());
        let counts = (examples.count(), never.count());
        let code = language.code();
        assert!(counts.0 > 100 && counts.1 * 5 > counts.0 * 4, "{code}: {counts:?}");
    }
}

#[test]
fn a_text_is_read_in_the_language_that_it_shows() {
    let english = "The mayor said that the hall was closed, and that it would not open again.";
    let french = "Le maire a dit que la salle était fermée et qu’elle ne rouvrirait pas dans \
        les mois qui viennent, mais que des travaux sont prévus pour la fin de l’année.";
    let spanish = "El alcalde dijo que la sala estaba cerrada y que no se abriría de nuevo en \
        los meses que vienen, pero que las obras se harán para finales de este año.";
    let bengali = "মেয়র বলেছেন যে হলটি বন্ধ ছিল এবং এটি আর খোলা হবে না। আগামী বছর কাজ শুরু হবে, এবং \
        পরিষদ নতুন একটি হলের জন্য অর্থ অনুমোদন করেছে।";
    for (text, code) in [
        (english, ENGLISH),
        (french, "fr"),
        (spanish, "Spanish"),
        (bengali, "Bengali"),
        ("", ENGLISH),
        ("Le 4 mai 2014", ENGLISH),
        ("El 4 de mayo de 2014", ENGLISH),
        ("1, 2, 3", ENGLISH),
    ] {
        let found = Language::of_text(text).map_or_else(|other| other.0, Language::code);
        assert_eq!(found, code, "{text}");
    }
    let quoted = format!("{english} He read out a letter: “{french}” {english}");
    assert_eq!(
        Language::of_text(&quoted).map(Language::code),
        Ok(ENGLISH),
        "a quotation is not the text"
    );
}

fn tag(text: &str) -> Vec<Timex> {
    Language::english().tag(text).expressions
}

pub(crate) fn thursday() -> NaiveDate {
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
    if waits { None } else { resolve(&timex.expr, Reference::on(on)) }
}

/// The one place that knows how the tagger is called. Underlines what it found.
#[track_caller]
fn check(sentence: &str, expected: &Expect) {
    let mut picture = format!("{}\n", sentence.replace('\n', "⏎"));
    for timex in tag(sentence) {
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
        for language in Language::all() {
            let mut end = 0;
            for timex in language.tag(&text).expressions {
                let range = timex.span.range();
                prop_assert!(range.start >= end && text.get(range.clone()).is_some());
                end = range.end;
            }
        }
    }
}

/// Scraps that look like dates, and anything else.
fn any_text() -> impl Strategy<Value = String> {
    let scrap = prop_oneof![
        "\\PC{0,6}",
        "[0-9./:,-]{1,12}",
        "(by|from|between|since|until|about|the end of|March|May|last|Friday|’s|é|[0-9]{1,4}(th|s|am)?)",
        "(du|entre|depuis|jusqu’|d'|l’|la fin de|mars|été|dernier|vendredi|[0-9]{1,3}(er|e|h30| 000|,5)?)",
        "(quatre|vingt|dix|soixante|cent|mille|et|onze|-)",
        "[ \n\u{a0}–—]",
    ];
    proptest::collection::vec(scrap, 0..40).prop_map(|scraps| scraps.join(" "))
}

#[test]
fn finds_expressions_inside_sentences() {
    check(
        "The mayor resigned last Tuesday, two years after the vote of May 2012.",
        &expect![[r"
            The mayor resigned last Tuesday, two years after the vote of May 2012.
                               ^^^^^^^^^^^^ 2024-03-12
                                             ^^^^^^^^^^^^^^^ waits
                                                                         ^^^^^^^^ 2012-05
        "]],
    );
    check(
        "Yesterday’s vote, and a march next friday: 180,000 came on 3 May.",
        &expect![[r"
            Yesterday’s vote, and a march next friday: 180,000 came on 3 May.
            ^^^^^^^^^ 2024-03-13
                                          ^^^^^^^^^^^ 2024-03-15
                                                                       ^^^^^ 2023-05-03
        "]],
    );
    check(
        "The last straw. May said she may march on in august company.",
        &expect![[r"
            The last straw. May said she may march on in august company.
        "]],
    );
    check(
        "Staff ran it from 2009 to 2012, then 1812 men paid £2014 each.",
        &expect![[r"
        Staff ran it from 2009 to 2012, then 1812 men paid £2014 each.
                     ^^^^^^^^^^^^^^^^^ 2009/2012
    "]],
    );
    check(
        "“I left in March.” 2015 was worse, he said this-morning.",
        &expect![[r"
        “I left in March.” 2015 was worse, he said this-morning.
                   ^^^^^ 2024-03
                           ^^^^ 2015
                                                   ^^^^^^^^^^^^ 2024-03-14
    "]],
    );
    check(
        "THE HALL CLOSED IN APRIL 2014 AND WILL OPEN ON FRIDAY",
        &expect![[r"
        THE HALL CLOSED IN APRIL 2014 AND WILL OPEN ON FRIDAY
                           ^^^^^^^^^^ 2014-04
                                                       ^^^^^^ 2024-03-15
    "]],
    );
}

#[test]
fn nothing_goes_over_the_end_of_a_sentence_line_or_quote() {
    check(
        "It closed in March. 2015 came. He left “last” Friday.",
        &expect![[r"
        It closed in March. 2015 came. He left “last” Friday.
                     ^^^^^ 2024-03
                            ^^^^ 2015
                                                      ^^^^^^ 2024-03-08
    "]],
    );
    check(
        "Picture: 4\nMay 2014 was warm",
        &expect![[r"
            Picture: 4⏎May 2014 was warm
                       ^^^^^^^^ 2014-05
        "]],
    );
    check(
        "They met on 4 May.2014 was worse",
        &expect![[r"
            They met on 4 May.2014 was worse
                        ^^^^^ 2023-05-04
                              ^^^^ 2014
        "]],
    );
}

#[test]
fn the_clause_tells_on_which_side_a_weekday_lies() {
    check(
        "The panel said it will meet on Monday; it last met on Tuesday.",
        &expect![[r"
        The panel said it will meet on Monday; it last met on Tuesday.
                                       ^^^^^^ 2024-03-18
                                                              ^^^^^^^ 2024-03-12
    "]],
    );
    check(
        "A vote is due on Wednesday. The vote on Wednesday was lost.",
        &expect![[r"
        A vote is due on Wednesday. The vote on Wednesday was lost.
                         ^^^^^^^^^ 2024-03-20
                                                ^^^^^^^^^ 2024-03-13
    "]],
    );
    check(
        "Plans must be in by Saturday, not in May.",
        &expect![[r"
            Plans must be in by Saturday, not in May.
                             ^^^^^^^^^^^ ../2024-03-16
                                                 ^^^ 2024-05
        "]],
    );
}

#[test]
fn a_typed_date_is_one_date_and_nothing_else() {
    let typed = |text| Language::english().date_typed(text).map(|when| when.to_string());
    for (text, expected) in [
        ("14 September 2017", "2017-09-14"),
        (" September 14, 2017 ", "2017-09-14"),
        ("Thursday 14 Sept 2017", "2017-09-14"),
        ("14/9/2017", "2017-09-14"),
        ("9/14/2017", "2017-09-14"),
        ("4/4/2017", "2017-04-04"),
        ("2017-09-14", "2017-09-14"),
        ("Sept 2017", "2017-09"),
        ("spring 2014", "2014-21"),
        ("2017", "2017"),
        ("the 1990s", "199X"),
    ] {
        assert_eq!(typed(text).as_deref(), Some(expected), "{text}");
    }
    for text in
        ["4/5/2017", "", "yesterday", "September", "31 June 2017", "2017 or 2018", "by 2017"]
    {
        assert_eq!(typed(text), None, "{text}");
    }
}

#[test]
fn wrong_data_is_told() {
    let wrong = |words: &str, phrases: &str| {
        let (words, phrases) = (words.to_owned().leak(), phrases.to_owned().leak());
        let files = LanguageFiles {
            code: "xx",
            words,
            phrases,
            holidays: "days = []",
            events: "",
            figures: "",
            names: "",
        };
        Language::read(&files).unwrap_err().to_string()
    };
    let words = "name = \"Xx\"\n[[words]]\nslots = [\"unit\"]\nforms = { day = \"day\" }";
    let phrase = |when: &str| format!("[[phrases]]\nwhen = \"{when}\"\nmake = \"for\"");
    assert_eq!(wrong(words, &phrase("{moon}")), "no such slot: {moon}");
    let moon = words.replace("\"day\" }", "\"moon\" }");
    assert_eq!(wrong(&moon, &phrase("{unit}")), "no such value, for the word \"day\"");
    assert!(wrong(words, "[[phrases]]\nwhen = 3").starts_with("not a language file"));
}

#[test]
fn a_day_that_there_is_not_is_told_and_dates_nothing() {
    for (text, day) in [
        ("It closed on 31 February.", "31 February"),
        ("It closed on February 29, 2015.", "February 29, 2015"),
        ("It closed on 31/02/2014.", "31/02/2014"),
        ("It closed on 2014-13-01.", "2014-13-01"),
        ("It closed on 31 June 2014.", "31 June 2014"),
    ] {
        let tagged = Language::english().tag(text);
        let days: Vec<&str> = tagged.no_such_days.iter().map(|it| it.slice(text)).collect();
        assert_eq!(days, [day], "{text}");
        assert!(tagged.expressions.is_empty(), "{text}: {:?}", tagged.expressions);
    }
    let leap = Language::english().tag("It closed on 29 February.");
    assert!(leap.no_such_days.is_empty(), "some years have it");
}

#[test]
fn figures_that_are_no_dates_say_nothing() {
    for text in
        ["At 25:61 it", "month 13", "in the year 0", "by 99999 ships", "\0\u{200d}\u{200f}"]
    {
        assert!(tag(text).is_empty(), "{text:?}: {:?}", tag(text));
    }
}

#[test]
fn marks_that_do_not_show_part_no_date() {
    let text = "It closed on 4\u{200d} \u{200f}May\u{2060} 2014.";
    let [only] = tag(text).try_into().unwrap();
    let value = resolve(&only.expr, Reference::default()).unwrap();
    assert_eq!(value.edtf().as_deref(), Some("2014-05-04"));
}
