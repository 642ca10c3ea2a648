//! Dates as texts, and what was said turned into dates.

use chrono::{Datelike as _, NaiveDate, NaiveTime, Weekday};
use dateline::time::{
    Bound, DayPart, DaySet, Direction, Era, Expr, Feast, Grain, HalfYear, Interval, Item,
    Length, Modifier, Month, Needs, Quarter, Recurrence, Reference, Rest, Season, TimeValue,
    Week, When, YearPart, timex3, timex3_unresolved,
};
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn when(text: &str) -> When {
    text.parse().unwrap()
}

const fn on(when: When) -> TimeValue {
    TimeValue::On(when, Modifier::Stated)
}

fn resolve(expr: &Expr, day: NaiveDate) -> Option<TimeValue> {
    resolve_within(expr, When::Day(day))
}

fn resolve_within(expr: &Expr, document: When) -> Option<TimeValue> {
    dateline::time::resolve(expr, Reference::document(document))
}

fn fixed(text: &str) -> Expr {
    Expr::Fixed(on(when(text)))
}

#[test]
fn every_form_is_read_as_it_is_written() {
    for text in [
        "2017-04-07",
        "2017-04",
        "2017",
        "2017-21",
        "2017-24",
        "2017-33",
        "2017-36",
        "2017-40",
        "2017-41",
        "201X",
        "20XX",
        "2017-W14",
        "2017-W14-WE",
        "2020-W53",
        "2017-04-07TMO",
        "2017-04-07TNI",
        "2017-04-07T10",
        "2017-04-07T10:15",
        "-0043",
        "-0043-03-15",
        "Y12017",
        "-004X",
        "0999",
    ] {
        assert_eq!(when(text).to_string(), text);
    }
}

#[test]
fn what_is_no_date_is_not_read() {
    for text in [
        "",
        "17",
        "2017-4",
        "2017-13",
        "2017-02-29",
        "2017-W54",
        "2017-04-07T25",
        "2017-04-07T1:2",
        "2017-04-07TXX",
        "20170407",
        "2017-25",
        "+2017",
        "-",
        "Y-",
        "Y2017",
        "2017-04-07-01",
        "XXXX",
    ] {
        assert_eq!(text.parse::<When>().ok(), None, "{text}");
    }
}

#[test]
fn a_moment_keeps_its_local_minute() {
    assert_eq!(when("2017-04-07T10:15:30+02:00"), when("2017-04-07T10:15"));
    assert_eq!(when("2017-04-07 10:15"), when("2017-04-07T10:15"));
    assert_eq!(when("2017-04-07T10:15:30.5Z"), when("2017-04-07T10:15"));
}

#[test]
fn values_in_edtf() {
    let between = |from, until| TimeValue::Between { from: when(from), until: when(until) };
    let cases = [
        (on(when("2017-04-07T10:15")), "2017-04-07T10:15:00"),
        (on(when("2017-04-07TMO")), "2017-04-07"),
        (on(when("2017-W14")), "2017-04-03/2017-04-09"),
        (on(when("2017-W14-WE")), "2017-04-08/2017-04-09"),
        (on(when("2017-35")), "2017-35"),
        (TimeValue::On(when("2017-04"), Modifier::Approximate), "2017-04~"),
        (TimeValue::On(when("2017-W14"), Modifier::Approximate), "2017-04-03~/2017-04-09~"),
        (between("2014-12", "2017-03"), "2014-12/2017-03"),
        (between("2014-34", "199X"), "2014-04/1999"),
        (between("2014-40", "2015-41"), "2014-01/2015-12"),
        (TimeValue::Open(Bound::Since, when("2015")), "2015/.."),
        (TimeValue::Open(Bound::Before, when("2012")), "../2012"),
        (
            TimeValue::OneOf(vec![when("2014-03-04"), when("2014-04-03")]),
            "[2014-03-04,2014-04-03]",
        ),
    ];
    for (value, expected) in cases {
        assert_eq!(value.edtf().as_deref(), Some(expected), "{value:?}");
    }
}

#[test]
fn values_in_timex3() {
    let length = |count, unit| TimeValue::For(Length::of(count, unit));
    let cases = [
        (on(when("2017-04-07T10:15")), "TIME 2017-04-07T10:15"),
        (on(when("2017-04-07TAF")), "TIME 2017-04-07TAF"),
        (on(when("2017-W14-WE")), "DATE 2017-W14-WE"),
        (on(when("-0044-W10")), "DATE BC0045-W10"),
        (on(when("2017-35")), "DATE 2017-Q3"),
        (on(when("2017-41")), "DATE 2017-H2"),
        (on(when("2017-24")), "DATE 2017-WI"),
        (on(when("199X")), "DATE 199"),
        (on(when("18XX")), "DATE 18"),
        (TimeValue::On(when("1990"), Modifier::Approximate), "DATE 1990 APPROX"),
        (TimeValue::Open(Bound::Before, when("2012")), "DATE 2012 BEFORE"),
        (length(Some(3), Grain::Day), "DURATION P3D"),
        (length(Some(24), Grain::Hour), "DURATION PT24H"),
        (length(None, Grain::Year), "DURATION PXY"),
        (
            TimeValue::For(Length { rest: Rest::Half, ..Length::of(Some(2), Grain::Decade) }),
            "DURATION P25Y",
        ),
        (TimeValue::Every(Recurrence::On(Weekday::Tue)), "SET XXXX-WXX-2"),
        (TimeValue::Around(Era::Present), "DATE PRESENT_REF"),
    ];
    for (value, expected) in cases {
        let it = timex3(&value);
        let modifier = it.modifier.map(|it| format!(" {it}")).unwrap_or_default();
        assert_eq!(format!("{} {}{modifier}", it.kind, it.value), expected, "{value:?}");
    }
}

#[test]
fn what_is_not_known_yet_is_an_x() {
    let april = Expr::InYear { part: YearPart::Month(4), direction: Direction::Past };
    assert_eq!(timex3_unresolved(&april).value, "XXXX-04");
    let friday = Expr::Weekday { day: Weekday::Fri, direction: Direction::Past };
    let afternoon = Expr::PartOfDay(Box::new(friday), DayPart::Afternoon);
    assert_eq!(timex3_unresolved(&afternoon).value, "XXXX-WXX-5TAF");
    assert_eq!(
        timex3_unresolved(&Expr::Shifted { unit: Grain::Week, by: -1 }).value,
        "XXXX-WXX"
    );
    assert_eq!(timex3_unresolved(&fixed("2014-03")).value, "2014-03");
    let five = NaiveTime::from_hms_opt(17, 0, 0).unwrap();
    let at_five = Expr::Clock(Box::new(afternoon), five, Grain::Hour);
    assert_eq!(timex3_unresolved(&at_five).value, "XXXX-WXX-5T17:00");
    let last_day = Expr::Nth { nth: -1, of: Item::Unit(Grain::Day), whole: Box::new(april) };
    let morning = Expr::PartOfDay(Box::new(last_day), DayPart::Morning);
    assert_eq!(timex3_unresolved(&morning).value, "XXXX-XX-XXTMO");
}

#[test]
fn weekdays_lie_on_the_side_that_was_said() {
    let thursday = day("2024-03-14");
    let cases = [
        (Weekday::Thu, Direction::Past, "2024-03-14"),
        (Weekday::Thu, Direction::Coming, "2024-03-14"),
        (Weekday::Thu, Direction::Last, "2024-03-07"),
        (Weekday::Thu, Direction::Next, "2024-03-21"),
        (Weekday::Fri, Direction::Past, "2024-03-08"),
        (Weekday::Fri, Direction::Coming, "2024-03-15"),
        (Weekday::Mon, Direction::This, "2024-03-11"),
        (Weekday::Sun, Direction::This, "2024-03-17"),
    ];
    for (weekday, direction, expected) in cases {
        let expr = Expr::Weekday { day: weekday, direction };
        assert_eq!(resolve(&expr, thursday), Some(on(when(expected))), "{expr:?}");
    }
}

#[test]
fn parts_of_a_year_lie_on_the_side_that_was_said() {
    let month = YearPart::Month;
    let leap = YearPart::Day { month: 2, day: 29 };
    let cases = [
        (month(4), Direction::Past, "2024-03-14", "2023-04"),
        (month(3), Direction::Past, "2024-03-14", "2024-03"),
        (month(3), Direction::Last, "2024-03-14", "2023-03"),
        (month(3), Direction::Next, "2024-03-14", "2025-03"),
        (month(4), Direction::Coming, "2024-03-14", "2024-04"),
        (leap.clone(), Direction::Past, "2023-06-01", "2020-02-29"),
        (leap, Direction::Coming, "1897-01-01", "1904-02-29"),
        (YearPart::Season(4), Direction::Past, "2024-01-10", "2023-24"),
        (YearPart::Season(2), Direction::Last, "2024-07-01", "2023-22"),
    ];
    for (part, direction, said, expected) in cases {
        let expr = Expr::InYear { part, direction };
        assert_eq!(resolve(&expr, day(said)), Some(on(when(expected))), "{expr:?}");
    }
}

#[test]
fn the_end_of_a_stretch_follows_its_beginning() {
    let may = |day| {
        Box::new(Expr::InYear {
            part: YearPart::Day { month: 5, day },
            direction: Direction::Past,
        })
    };
    let value = resolve(&Expr::Between(may(3), may(9)), day("2024-05-05")).unwrap();
    assert_eq!(value.edtf().unwrap(), "2024-05-03/2024-05-09");
    assert_eq!(
        resolve(
            &Expr::Between(Box::new(fixed("2015")), Box::new(fixed("2014"))),
            day("2024-05-05")
        ),
        None
    );
}

#[test]
fn a_coarse_document_date_answers_only_what_all_its_days_agree_on() {
    let shifted = |unit, by| Expr::Shifted { unit, by };
    let september = when("2017-09");
    assert_eq!(
        resolve_within(&shifted(Grain::Month, -1), september),
        Some(on(when("2017-08")))
    );
    assert_eq!(resolve_within(&shifted(Grain::Day, -1), september), None);
    assert_eq!(resolve_within(&shifted(Grain::Year, 0), when("2017")), Some(on(when("2017"))));
    let by = Expr::By(Box::new(fixed("2019-04")));
    let value = resolve_within(&by, september).unwrap();
    assert_eq!(value, TimeValue::By { said: september, until: when("2019-04") });
    assert_eq!(resolve_within(&Expr::By(Box::new(fixed("2016"))), september), None);
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(when in any_when()) {
        prop_assert_eq!(when.to_string().parse::<When>().ok(), Some(when));
    }

    #[test]
    fn nothing_is_finer_than_what_was_said(expr in any_expr(), day in any_day()) {
        if let Some(value) = resolve(&expr, day) {
            prop_assert!(value.grain() >= said_grain(&expr), "{expr:?} became {value:?}");
        }
    }

    #[test]
    fn no_day_is_too_far_to_count_from(expr in any_expr(), far in any::<bool>()) {
        let day = if far { NaiveDate::MAX } else { NaiveDate::MIN };
        let value = resolve(&expr, day);
        let _ = timex3_unresolved(&expr);
        if let Some(value) = value {
            let _ = (value.extent(), value.edtf(), timex3(&value));
        }
        resolve_within(&expr, When::Day(day));
        resolve_within(&expr, When::Year(day.year()));
    }

    #[test]
    fn a_coarse_date_agrees_with_each_of_its_days(expr in any_expr(), day in any_day()) {
        let month = When::Month(Month::of(day));
        if !matches!(expr, Expr::By(_)) && expr.needs() <= Needs::DocumentDate
            && let Some(value) = resolve_within(&expr, month)
        {
            prop_assert_eq!(resolve(&expr, day), Some(value));
        }
    }
}

/// The finest that the words can mean.
fn said_grain(expr: &Expr) -> Option<Grain> {
    match expr {
        Expr::Fixed(value) => value.grain(),
        Expr::Shifted { unit: grain, .. }
        | Expr::Clock(_, _, grain)
        | Expr::Whole(grain, _)
        | Expr::Nth { of: Item::Unit(grain), .. } => Some(*grain),
        Expr::Digits { .. } | Expr::Weekday { .. } | Expr::Nth { of: Item::Weekday(_), .. } => {
            Some(Grain::Day)
        }
        Expr::InYear { part, .. } | Expr::OfYear { part, .. } => {
            part.of_year(2000).map(When::grain)
        }
        Expr::PartOfDay(..) => Some(Grain::DayPart),
        Expr::Modified(_, inner)
        | Expr::Open(_, inner)
        | Expr::By(inner)
        | Expr::Ago { from: inner, .. }
        | Expr::Then(inner) => said_grain(inner),
        Expr::FromTime { length, .. } => Some(length.unit),
        Expr::Between(from, until) => said_grain(from).max(said_grain(until)),
        Expr::Counterpart { .. } | Expr::FromEvent { .. } => None,
    }
}

fn any_day() -> impl Strategy<Value = NaiveDate> {
    (1..9999_i32, 1..=366_u32)
        .prop_filter_map("no such day", |(year, day)| NaiveDate::from_yo_opt(year, day))
}

fn any_when() -> impl Strategy<Value = When> {
    let part = prop_oneof![Just(DayPart::Morning), Just(DayPart::Midday), Just(DayPart::Night)];
    prop_oneof![
        (any_day(), 0..24_u32, 0..60_u32).prop_map(|(day, hour, minute)| When::Minute(
            day.and_hms_opt(hour, minute, 0).unwrap()
        )),
        (any_day(), 0..24_u32)
            .prop_map(|(day, hour)| When::Hour(day.and_hms_opt(hour, 0, 0).unwrap())),
        (any_day(), part).prop_map(|(day, part)| When::DayPart(day, part)),
        any_day().prop_map(When::Day),
        any_day().prop_map(|day| When::Weekend(Week::of(day))),
        any_day().prop_map(|day| When::Week(Week::of(day))),
        (any_year(), 1..=12_u8).prop_map(|(year, n)| When::Month(Month::new(year, n).unwrap())),
        (any_year(), 1..=4_u8)
            .prop_map(|(year, n)| When::Quarter(Quarter::new(year, n).unwrap())),
        (any_year(), 1..=4_u8)
            .prop_map(|(year, n)| When::Season(Season::new(year, n).unwrap())),
        (any_year(), 1..=2_u8)
            .prop_map(|(year, n)| When::HalfYear(HalfYear::new(year, n).unwrap())),
        any_year().prop_map(When::Year),
        (-99..=999_i32).prop_map(When::Decade),
        (-9..=99_i32).prop_map(When::Century),
    ]
}

fn any_year() -> impl Strategy<Value = i32> {
    prop_oneof![1..9999_i32, -250_000..250_000_i32]
}

fn unit() -> impl Strategy<Value = Grain> {
    prop_oneof![
        Just(Grain::Day),
        Just(Grain::Weekend),
        Just(Grain::Week),
        Just(Grain::Month),
        Just(Grain::Quarter),
        Just(Grain::Season),
        Just(Grain::Year),
        Just(Grain::Century),
    ]
}

fn any_expr() -> impl Strategy<Value = Expr> {
    let by = || prop_oneof![-3..=3_i32, any::<i32>()];
    let direction = || {
        prop_oneof![
            Just(Direction::Last),
            Just(Direction::Next),
            Just(Direction::This),
            Just(Direction::Past),
            Just(Direction::Coming),
            Just(Direction::Recent),
            Just(Direction::Nearest),
            Just(Direction::Told),
        ]
    };
    let part = || {
        prop_oneof![
            (1..=12_u8).prop_map(YearPart::Month),
            (1..=12_u8, 1..=31_u8).prop_map(|(month, day)| YearPart::Day { month, day }),
            (1..=4_u8).prop_map(YearPart::Season),
        ]
    };
    let leaf = prop_oneof![
        any_when().prop_map(|when| Expr::Fixed(on(when))),
        (unit(), by()).prop_map(|(unit, by)| Expr::Shifted { unit, by }),
        (0..7_u8, direction()).prop_map(|(day, direction)| Expr::Weekday {
            day: Weekday::try_from(day).unwrap(),
            direction,
        }),
        (part(), direction()).prop_map(|(part, direction)| Expr::InYear { part, direction }),
        (part(), by()).prop_map(|(part, by)| Expr::OfYear { part, by }),
    ];
    leaf.prop_recursive(2, 8, 2, around)
}

/// What is said around `inner`.
fn around(inner: BoxedStrategy<Expr>) -> BoxedStrategy<Expr> {
    let boxed = || inner.clone().prop_map(Box::new);
    prop_oneof![
        boxed().prop_map(|it| Expr::PartOfDay(it, DayPart::Evening)),
        boxed().prop_map(|it| Expr::Clock(it, NaiveTime::MIN, Grain::Hour)),
        boxed().prop_map(|it| Expr::Modified(Modifier::Start, it)),
        (boxed(), unit()).prop_map(|(it, unit)| Expr::Whole(unit, it)),
        (boxed(), unit(), any::<u32>(), any::<bool>()).prop_map(|(it, unit, count, before)| {
            let length = Length::of(Some(count), unit);
            Expr::FromTime { length, before, from: it }
        }),
        (boxed(), unit(), any::<u32>()).prop_map(|(it, unit, count)| Expr::Ago {
            length: Length::of(Some(count), unit),
            from: it,
        }),
        (boxed(), any::<i8>(), 0..7_u8).prop_map(|(it, nth, day)| Expr::Nth {
            nth,
            of: Item::Weekday(Weekday::try_from(day).unwrap()),
            whole: it,
        }),
        (boxed(), any::<i8>(), unit()).prop_map(|(it, nth, unit)| Expr::Nth {
            nth,
            of: Item::Unit(unit),
            whole: it,
        }),
        boxed().prop_map(Expr::Then),
        boxed().prop_map(|it| Expr::Open(Bound::Since, it)),
        boxed().prop_map(Expr::By),
        (boxed(), boxed()).prop_map(|(from, until)| Expr::Between(from, until)),
    ]
    .boxed()
}

#[test]
fn what_a_set_of_days_allows_is_said_in_order() {
    let stretch = |from: &str, until: &str| Interval::of_days(day(from), day(until)).unwrap();
    let days =
        DaySet::of([stretch("2017-03-30", "2017-04-02"), stretch("2017-05-01", "2017-05-01")]);
    let last_month = Expr::Shifted { unit: Grain::Month, by: -1 };
    let values = dateline::time::resolve_over(&last_month, &days, Reference::default());
    assert_eq!(values, [on(when("2017-02")), on(when("2017-03")), on(when("2017-04"))]);
    let fridays =
        DaySet::of([stretch("2017-03-31", "2017-03-31"), stretch("2017-04-07", "2017-04-07")]);
    assert_eq!(days.intersection(&fridays).days().collect::<Vec<_>>(), [day("2017-03-31")]);
    assert_eq!(days.union(&fridays).days().count(), 6);
    assert!(days.intersection(&DaySet::default()).is_empty(), "nothing is in both");
}

#[test]
fn easter_falls_where_the_church_puts_it() {
    let easter = |year| Feast::Easter(0).day(year).map(|it| it.to_string());
    for (year, expected) in [
        (1583, "1583-04-10"),
        (1916, "1916-04-23"),
        (2000, "2000-04-23"),
        (2024, "2024-03-31"),
        (2038, "2038-04-25"),
    ] {
        assert_eq!(easter(year).as_deref(), Some(expected));
    }
    assert_eq!(
        Feast::OrthodoxEaster(0).day(2024).map(|it| it.to_string()).as_deref(),
        Some("2024-05-05")
    );
    assert_eq!(easter(1400), None, "the calendar was not there yet");
}
