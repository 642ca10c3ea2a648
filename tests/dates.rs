//! What a file says of its date: words in many languages, addresses, names, the text itself.

use dateline::{
    date::{byline, date_in, dateline, dates, order},
    model::{About, Clue, Document, DocumentDate, Hint},
    read::unwrapped,
    time::DayOrder,
};

use crate::corpus::document;

fn day(words: &str, order: Option<DayOrder>) -> String {
    date_in(words, order).map_or_else(String::new, |when| when.to_string())
}

fn published(document: &Document) -> String {
    match dates(document, None).published {
        DocumentDate::Known(when, clue) => format!("{when} {clue:?}"),
        DocumentDate::Disputed { best: (when, clue), others } => {
            format!("{when} {clue:?}, {} otherwise", others.len())
        }
        DocumentDate::Inferred(_) | DocumentDate::Unknown => String::new(),
    }
}

#[test]
fn every_example_is_read_as_it_says() {
    let data: toml::Table = include_str!("../assets/dates.toml").parse().unwrap();
    let examples = data["example"].as_array().unwrap();
    assert!(examples.len() > 20, "there are examples");
    for example in examples {
        let (says, means) =
            (example["says"].as_str().unwrap(), example["means"].as_str().unwrap());
        assert_eq!(day(says, None), means, "{says}");
    }
}

#[test]
fn day_and_month_are_told_apart_by_what_is_known_and_never_guessed() {
    assert_eq!(day("3/4/2019", Some(DayOrder::DayFirst)), "2019-04-03");
    assert_eq!(day("3/4/2019", Some(DayOrder::MonthFirst)), "2019-03-04");
    assert_eq!(day("3.4.2019", Some(DayOrder::MonthFirst)), "2019-04-03");
    let said = |words: &str| {
        let hint =
            Hint { clue: Clue::Record, about: About::Published, words: words.to_owned() };
        Document { hints: vec![hint], ..document("a", "It burnt.") }
    };
    let unclear = said("3/4/2019");
    let told = dates(&unclear, None);
    assert_eq!(told.published, DocumentDate::Unknown);
    let why = told.problems.first().map_or("", |it| &it.why);
    assert!(why.contains("2019-04-03 or 2019-03-04"), "{why}");
    let of_language = |language: &str| {
        published(&Document { language: Some(language.to_owned()), ..unclear.clone() })
    };
    assert_eq!(of_language("en-GB"), "2019-04-03 Record");
    assert_eq!(of_language("en_us"), "2019-03-04 Record");
    assert_eq!(of_language("de"), "2019-04-03 Record");
    assert_eq!(of_language("en"), "");
    let (day_first, month_first) = (said("25/12/2019"), said("12/25/2019"));
    assert_eq!(order(&[unclear.clone(), day_first.clone()]), Some(DayOrder::DayFirst));
    assert_eq!(order(&[day_first, month_first]), None, "they contradict each other");
    assert_eq!(order(&[unclear, said("25.12.2019")]), None, "full stops show nothing");
}

#[test]
fn a_line_of_digits_with_two_readings_dates_nothing_and_is_told() {
    let text = "Bridge to close\nPublished: 3/4/2019\n\nIt closed.";
    let told = dates(&document("a.txt", text), None);
    assert_eq!(told.published, DocumentDate::Unknown);
    assert_eq!(told.problems.len(), 1, "{:?}", told.problems);
    let told = dates(&document("2019-04-03 a.txt", text), None);
    assert!(told.problems.is_empty(), "its name tells: {:?}", told.problems);
}

#[test]
fn a_line_beside_the_authors_name_tells_a_date_and_prose_does_not() {
    let told = |line: &str| byline(line, None).map(|hint| (hint.about, hint.words));
    let published = |words: &str| Some((About::Published, words.to_owned()));
    assert_eq!(told("Posted on 4 May 2014 by Jo Bloggs"), published("4 May 2014"));
    assert_eq!(told("By Jo Bloggs"), None);
    assert_eq!(told("Monday, May 4, 2014 at 10:15 am"), published("May 4, 2014"));
    assert_eq!(
        told("Last updated: 4 May 2014"),
        Some((About::Modified, "4 May 2014".to_owned()))
    );
    assert_eq!(told("The bridge was closed on 4 May 2014"), None);
    assert_eq!(told("Fire on 4 May 2014"), None);
}

#[test]
fn a_report_begins_with_place_and_date() {
    let told = |line: &str| dateline(line, None).map(|when| when.to_string());
    assert_eq!(told("BOSTON, Dec. 20, 2023 -- The firm said"), Some("2023-12-20".to_owned()));
    assert_eq!(told("BOSTON, Dec. 20 -- The firm said"), None);
    assert_eq!(told("The fire of 20 December 2023 - a record - went out"), None);
}

#[test]
fn an_archives_address_is_that_of_what_it_keeps() {
    let kept = "https://harbourpost.example/2014/05/04/fire";
    for archive in [
        "https://web.archive.org/web/20200101000000/",
        "https://web.archive.org/web/20200101000000id_/",
        "https://archive.ph/2020.01.01-000000/",
        "",
    ] {
        assert_eq!(unwrapped(&format!("{archive}{kept}")), kept);
    }
    let shared = format!("https://example.org/share?url={kept}");
    assert_eq!(unwrapped(&shared), shared, "a link to share another page is no archive");
}

#[test]
fn an_address_dates_an_article_at_the_start_of_a_segment() {
    for (address, date) in [
        ("https://a.example/2014/05/04/fire", "2014-05-04 Address"),
        ("https://a.example/news/2014-05-04-fire", "2014-05-04 Address"),
        ("https://a.example/2014/may/04/fire", "2014-05-04 Address"),
        ("https://a.example/20140504/fire", "2014-05-04 Address"),
        ("https://a.example/2014/05/fire", "2014-05 Address"),
        ("https://a.example/fire-20140504123", ""),
        ("https://a.example/2014/fire", ""),
        ("https://a.example/top-2014-05-04", ""),
    ] {
        let it = Document { url: Some(address.to_owned()), ..document("a.txt", "It burnt.") };
        assert_eq!(published(&it), date, "{address}");
    }
}

#[test]
fn a_files_name_may_begin_with_its_date() {
    for (name, date) in [
        ("2023-03-24 public meeting.txt", "2023-03-24 FileName"),
        ("papers/20230324_meeting.txt", "2023-03-24 FileName"),
        ("2023-03 minutes.txt", "2023-03 FileName"),
        ("meeting 12.txt", ""),
        ("20230324a7b.txt", ""),
        ("2023.txt", ""),
    ] {
        assert_eq!(published(&document(name, "They met.")), date, "{name}");
    }
}

#[test]
fn what_a_text_shows_at_its_top_dates_it() {
    let text =
        "Bridge to close\nPublished: 5 May 2014\n\nIt closed on 4 May 2014, the council said.";
    assert_eq!(published(&document("a.txt", text)), "2014-05-05 Byline");
    let text = "Bridge to close\n\nIt closed on 4 May 2014.";
    assert_eq!(
        published(&document("a.txt", text)),
        "",
        "a day in its sentences is not its own"
    );
}

#[test]
fn clues_that_differ_are_kept_side_by_side() {
    let text = "Bridge to close\nPublished: 5 May 2014\n\nIt closed.";
    assert_eq!(
        published(&document("2013-01-01 bridge.txt", text)),
        "2014-05-05 Byline, 1 otherwise"
    );
    assert_eq!(
        published(&document("2014-05-06 bridge.txt", text)),
        "2014-05-05 Byline",
        "a day is what time zones make"
    );
}
