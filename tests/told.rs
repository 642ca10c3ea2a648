//! What the expressions of a text count from: a story by its dates, a report, the news.

use chrono::NaiveDate;
use dateline::{
    tag::Language,
    time::{Reference, TimeValue, timex3},
};

use crate::language::thursday;

#[test]
fn a_story_goes_on_in_the_year_that_it_has_come_to() {
    let story = "In 1938 the mill was built. In March 1939 it burnt. In November it was \
        rebuilt, and in January 1940 it opened. It closed on 4 May 1941. It was sold in \
        November 1941. In February it was pulled down, and the next day the ground was sold.";
    assert_eq!(
        told(story),
        ["1938", "1939-03", "1939-11", "1940-01", "1941-05-04", "1941-11", "1942-02", ""]
    );
}

/// What the dates of a story come to.
fn told(story: &str) -> Vec<String> {
    let tagged = Language::english().tag(story);
    let values = dateline::anchor::values(&tagged.expressions, Reference::on(thursday()));
    let edtf = |it: &Option<TimeValue>| it.as_ref().and_then(TimeValue::edtf);
    values.iter().map(|it| edtf(it).unwrap_or_default()).collect()
}

const MILL: &str = "In 1936 the mill was begun. In 1937 it rose. In 1938 it was built. It \
    burnt on 4 May 1939, and again on 5 June 1939.";

/// What the dates come to that are told after that.
#[track_caller]
fn told_then(sentences: &str, expected: &[&str]) {
    let values = told(&format!("{MILL} {sentences}"));
    let then: Vec<String> = values.into_iter().skip(5).collect();
    assert_eq!(then, expected, "{sentences}");
}

#[test]
fn a_story_does_not_go_on_from_what_it_looks_back_to() {
    told_then(
        "In May 1940 the owner, who had bought it in 1935, left. In July it was sold.",
        &["1940-05", "1935", "1940-07"],
    );
    told_then(
        "In May 1940 it was let. It had been sold a year earlier. In July it shut.",
        &["1940-05", "1939", "1940-07"],
    );
    told_then(
        "May 1940 was calm compared with November and January. In July it shut.",
        &["1940-05", "1939-11", "1940-01", "1940-07"],
    );
}

#[test]
fn a_winter_is_of_two_years_and_a_story_goes_on_from_neither() {
    told_then(
        "In 1941 there was a hard winter. On 7 January it shut.",
        &["1941", "1941-24", "1941-01-07"],
    );
}

#[test]
fn years_are_counted_from_where_a_story_is() {
    told_then(
        "In May 1940 it was let to a man who had run a mill since 1932. The following year it \
        shut.",
        &["1940-05", "1932/..", "1941"],
    );
    told_then(
        "It was let in 1940, to be sold the next year. A fire in March 1940 cost the roof. In \
        June it was empty.",
        &["1940", "1941", "1940-03", "1940-06"],
    );
}

#[test]
fn a_story_goes_on_from_what_was_done_by_a_date() {
    told_then(
        "By February 1941 it was open. On 7 March it closed.",
        &["../1941-02", "1941-03-07"],
    );
}

#[test]
fn a_winter_that_is_told_of_in_spring_is_the_last_one() {
    told_then(
        "It was let in March 1941. From October to February it had been empty.",
        &["1941-03", "1940-10/1941-02"],
    );
    told_then(
        "It was let in June 1941. It was pulled down from November to January.",
        &["1941-06", "1941-11/1942-01"],
    );
}

#[test]
fn a_story_does_not_go_on_from_what_something_lasted_until() {
    told_then(
        "It was let in May 1940, and worked until it burnt in January 1943. By July its owner \
        had gone.",
        &["1940-05", "1943-01", "../1940-07"],
    );
}

#[test]
fn a_story_comes_back_from_years_ahead() {
    told_then(
        "It shut in March 1940. In November 1945 its owner wrote of it. In April it was let.",
        &["1940-03", "1945-11", "1940-04"],
    );
}

#[test]
fn a_season_is_of_the_year_that_its_sentence_goes_on_to() {
    told_then(
        "It shut in March 1941. The summer flood of June 1943 broke its walls.",
        &["1941-03", "1943-22", "1943-06"],
    );
    told_then(
        "It burnt in November 1941. Its owner, who had spent the summer there, was dead.",
        &["1941-11", "1941-22"],
    );
}

#[test]
fn a_day_of_a_month_that_is_told_of_needs_no_name() {
    told_then(
        "In June 1941 it was let. On the 12th it burnt, and by the 15th it was down.",
        &["1941-06", "1941-06-12", "../1941-06-15"],
    );
}

#[test]
fn news_tells_short_stories_too() {
    let news = "She was seen yesterday. In March 2010 he was held. In June he was charged. \
        The trial will begin in May.";
    let now = ["2024-03-13", "2010-03", "2010-06", "2024-05"];
    assert_eq!(told(news), now);
}

#[test]
fn who_is_quoted_in_a_story_speaks_then() {
    told_then(
        "In July 1940 it was let. “I built it two years ago, and will sell it next summer,” he \
        said. In August he left.",
        &["1940-07", "1938", "1941-22", "1940-08"],
    );
}

#[test]
fn of_two_weekdays_in_a_list_the_second_follows_the_first() {
    let text = "The council will meet on Wednesday and Thursday.";
    assert_eq!(told(text), ["2024-03-20", "2024-03-21"]);
}

#[test]
fn a_year_earlier_is_the_same_quarter_where_figures_are_told() {
    let report = "The firm reported a third-quarter profit of $3 million, up from $2 million \
        a year earlier. Revenue in the latest quarter rose, too.";
    assert_eq!(reported(report), ["2015-Q3", "2014-Q3", "2015-Q3"]);
}

#[test]
fn a_year_earlier_is_counted_from_what_the_paragraph_speaks_of() {
    let report = "Profit in the third quarter was $3 million.\nFor the nine months, it was $9 \
        million, compared with $7 million a year earlier.\nThe year-earlier quarter was weak.";
    assert_eq!(reported(report), ["2015-Q3", "P9M", "2014", "2014-Q3"]);
    let report = "Profit in the third quarter rose, and was the best of any third quarter.\nIn \
        the first quarter, it fell from a year earlier.";
    assert_eq!(reported(report), ["2015-Q3", "2015-Q3", "2015-Q1", "2014-Q1"]);
}

/// What the expressions of a firm’s report of November 2015 come to.
fn reported(report: &str) -> Vec<String> {
    let tagged = Language::english().tag(report);
    let day = NaiveDate::from_ymd_opt(2015, 11, 2).unwrap();
    let values = dateline::anchor::values(&tagged.expressions, Reference::on(day));
    values.iter().map(|it| timex3(it.as_ref().unwrap()).value).collect()
}

#[test]
fn a_year_earlier_than_nothing_is_the_year_before_the_article() {
    assert_eq!(told("It rained more than a year earlier. The next day was dry."), ["2023", ""]);
}

#[test]
fn a_time_of_day_is_of_the_day_that_its_sentence_goes_on_to() {
    let text = "At 6.30am a man was seen on the bridge on Tuesday.";
    assert_eq!(told(text), ["2024-03-12T06:30:00", "2024-03-12"]);
}

#[test]
fn what_stands_after_after_was_before_what_its_clause_tells() {
    let value = |text: &str| told(text).pop().unwrap_or_default();
    let done = "The warden cannot stay after the board published its report on Tuesday.";
    assert_eq!(value(done), "2024-03-12", "it was published");
    let meant = "The warden cannot stay and the board will publish its report on Tuesday.";
    assert_eq!(value(meant), "2024-03-19", "it will be published");
}
