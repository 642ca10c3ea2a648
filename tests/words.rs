//! Dates in words.

use chrono::{NaiveDate, Weekday};
use dateline::time::{
    Bound, DayPart, Era, Grain, HalfYear, Length, Modifier, Month, Quarter, Recurrence, Season,
    TimeValue, Week, When, words,
};

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn month(year: i32, number: u8) -> When {
    When::Month(Month::new(year, number).unwrap())
}

#[track_caller]
fn check(value: &TimeValue, expected: &str) {
    assert_eq!(words(value), expected, "the words of {value:?}");
}

#[track_caller]
fn on(when: When, expected: &str) {
    check(&TimeValue::On(when, Modifier::Stated), expected);
}

#[test]
fn a_place_on_the_calendar_is_no_finer_in_words_than_it_was_said() {
    let may = day(2014, 5, 4);
    on(When::Minute(may.and_hms_opt(10, 5, 0).unwrap()), "10:05 on 4 May 2014");
    on(When::Hour(may.and_hms_opt(0, 0, 0).unwrap()), "12 am on 4 May 2014");
    on(When::Hour(may.and_hms_opt(15, 0, 0).unwrap()), "3 pm on 4 May 2014");
    on(When::DayPart(may, DayPart::Morning), "morning of 4 May 2014");
    on(When::DayPart(may, DayPart::Midday), "midday on 4 May 2014");
    on(When::Day(day(2017, 9, 13)), "13 September 2017");
    on(When::Weekend(Week::of(day(2014, 5, 5))), "weekend of 10 May 2014");
    on(When::Week(Week::of(day(2014, 5, 5))), "week of 5 May 2014");
    on(month(2017, 4), "April 2017");
    on(When::Quarter(Quarter::new(2014, 2).unwrap()), "second quarter of 2014");
    on(When::Season(Season::new(2014, 2).unwrap()), "summer 2014");
    on(When::Season(Season::new(1999, 4).unwrap()), "winter 1999–00");
    on(When::HalfYear(HalfYear::new(2014, 1).unwrap()), "first half of 2014");
    on(When::Year(2012), "2012");
    on(When::Year(-43), "44 BC");
    on(When::Decade(199), "1990s");
    on(When::Decade(190), "years 1900–1909");
    on(When::Century(19), "20th century");
    on(When::Century(20), "21st century");
}

#[test]
fn doubt_about_a_date_is_said() {
    let about = |when| TimeValue::On(when, Modifier::Approximate);
    check(&about(When::Year(1990)), "about 1990");
    check(&about(When::Decade(199)), "about the 1990s");
    check(&TimeValue::Open(Bound::Since, When::Year(2015)), "since 2015");
    check(
        &TimeValue::Open(Bound::Before, When::Week(Week::of(day(2014, 5, 5)))),
        "before the week of 5 May 2014",
    );
    check(
        &TimeValue::By { said: When::Day(day(2017, 9, 14)), until: month(2019, 4) },
        "by the end of April 2019",
    );
    check(
        &TimeValue::OneOf(vec![When::Day(day(2014, 4, 3)), When::Day(day(2014, 3, 4))]),
        "3 April or 4 March 2014",
    );
    let april = [7, 8, 9].map(|number| When::Day(day(2017, 4, number)));
    check(&TimeValue::OneOf(april.to_vec()), "7, 8 or 9 April 2017");
}

#[test]
fn two_ends_do_not_repeat_what_they_share() {
    let between = |from, until| TimeValue::Between { from, until };
    check(&between(month(2014, 12), month(2017, 3)), "between December 2014 and March 2017");
    check(&between(month(2017, 1), month(2017, 3)), "between January and March 2017");
    check(
        &between(When::Day(day(2014, 5, 3)), When::Day(day(2014, 5, 9))),
        "between 3 and 9 May 2014",
    );
    check(
        &between(When::Day(day(2014, 4, 30)), When::Day(day(2014, 5, 2))),
        "between 30 April and 2 May 2014",
    );
    check(&between(When::Decade(199), When::Year(2004)), "between the 1990s and 2004");
}

#[test]
fn what_lies_nowhere_on_the_calendar_has_words_too() {
    let weeks = |count| Length::of(count, Grain::Week);
    check(&TimeValue::For(weeks(Some(3))), "3 weeks");
    check(&TimeValue::For(weeks(None)), "some weeks");
    check(&TimeValue::Every(Recurrence::Each(weeks(Some(1)))), "every week");
    check(&TimeValue::Every(Recurrence::On(Weekday::Mon)), "every Monday");
    check(&TimeValue::Around(Era::Past), "in the past");
}
