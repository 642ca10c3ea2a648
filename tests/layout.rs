//! From events to boxes: ticks, rows, labels and counts.
#![expect(
    clippy::cast_possible_truncation,
    clippy::indexing_slicing,
    reason = "a test may fall over"
)]

use std::{collections::BTreeMap, sync::Arc};

use chrono::NaiveDate;
use dateline::{
    layout::{Axis, Detail, Inter, Layouts, Look, Measure as _, TimelineView, day_of, ticks},
    model::Status,
    project::Timeline,
    time::{Bound, Modifier, Month, TimeValue, When},
};
use proptest::prelude::*;

use crate::made_up;

const WIDTH: f32 = 1600.0;
const FRAME: (f32, f32) = (WIDTH, 700.0);

fn day(year: i32, month: u32, day: u32) -> f64 {
    day_of(NaiveDate::from_ymd_opt(year, month, day).unwrap().and_hms_opt(0, 0, 0).unwrap())
}

fn look(first: f64, last: f64) -> Look {
    Look { first, last, scrolled: 0.0 }
}

#[track_caller]
fn axis_words(first: f64, last: f64, expected: [&str; 2]) {
    let axis = Axis::new(look(first, last), WIDTH / 2.0);
    let ticks = ticks(&axis, Inter::bundled());
    let labels: Vec<_> = ticks.iter().map(|tick| tick.label.as_str()).collect();
    let context: Vec<_> = ticks.iter().filter_map(|tick| tick.context.as_deref()).collect();
    assert_eq!([labels.join(" "), context.join(" | ")], expected, "from {first} to {last}");
}

#[test]
fn the_axis_speaks_at_every_zoom() {
    axis_words(
        day(1815, 1, 1),
        day(2019, 1, 1),
        [
            "1820 1840 1860 1880 1900 1920 1940 1960 1980 2000",
            "19th century | 20th century | 21st century",
        ],
    );
    axis_words(
        day(2008, 6, 1),
        day(2020, 6, 1),
        [
            "2009 2010 2011 2012 2013 2014 2015 2016 2017 2018 2019 2020",
            "2000s | 2010s | 2020s",
        ],
    );
    axis_words(
        day(2016, 11, 20),
        day(2017, 10, 10),
        ["Dec Jan Feb Mar Apr May Jun Jul Aug Sep Oct", "2016 | 2017"],
    );
    axis_words(
        day(2017, 3, 28),
        day(2017, 4, 8),
        [
            "Tue 28 Wed 29 Thu 30 Fri 31 Sat 1 Sun 2 Mon 3 Tue 4 Wed 5 Thu 6 Fri 7 Sat 8",
            "March 2017 | April 2017",
        ],
    );
    axis_words(
        day(2017, 4, 4) + 0.3,
        day(2017, 4, 5) + 0.2,
        ["09:00 12:00 15:00 18:00 21:00 00:00 03:00", "Tue 4 April 2017 | Wed 5 April 2017"],
    );
}

proptest! {
    /// Spacing, order and room at any zoom between an hour and a thousand years.
    #[test]
    fn ticks_are_neither_crowded_nor_rare(
        zoom in 0.0_f64..1.0,
        middle in -300_000.0_f64..60_000.0,
        width in 700.0_f32..2600.0,
    ) {
        let days = (1.0_f64 / 24.0) * (365_250.0_f64 * 24.0).powf(zoom);
        let axis = Axis::new(look(middle - days / 2.0, middle + days / 2.0), width);
        let ticks = ticks(&axis, Inter::bundled());
        let xs: Vec<f32> = ticks.iter().map(|tick| axis.x_from_day(tick.at)).collect();
        prop_assert!(xs.len() >= 2, "only {} ticks", xs.len());
        for (pair, near) in xs.windows(2).zip(ticks.windows(2)) {
            let apart = pair[1] - pair[0];
            prop_assert!((39.0..=200.0).contains(&apart), "{apart} between {near:?}");
            let half = |text: &str| Inter::bundled().width(text, 13.0) / 2.0;
            prop_assert!(half(&near[0].label) + half(&near[1].label) < apart, "{near:?} overlap");
        }
        let mut free = f32::NEG_INFINITY;
        for tick in &ticks {
            let Some(context) = &tick.context else { continue };
            let (x, half) = (axis.x_from_day(tick.at), Inter::bundled().width(context, 13.0) / 2.0);
            prop_assert!(x - half >= free, "{context} overlaps the one before");
            free = x + half;
        }
    }
}

/// A timeline on which these things happened.
fn timeline<'a>(told: impl IntoIterator<Item = (&'a str, TimeValue)>) -> Timeline {
    let told = told.into_iter();
    made_up::with_status(told.map(|(title, when)| (title, when, Status::Happened, 1)))
}

/// In which row each event stands: its lower edge, at any place of the view.
fn rows(view: &TimelineView) -> BTreeMap<usize, i64> {
    view.bars.iter().map(|bar| (bar.mark, bar.place.bottom.round() as i64)).collect()
}

fn assert_nothing_overlaps(view: &TimelineView) {
    let mut taken: BTreeMap<i64, Vec<(f32, f32, usize)>> = BTreeMap::new();
    let bars = view.bars.iter().map(|bar| (bar.place, bar.mark));
    let labels =
        view.labels.iter().filter(|label| !label.over).map(|label| (label.place, label.mark));
    for (place, mark) in bars.chain(labels) {
        let row = taken.entry(place.bottom.round() as i64).or_default();
        row.push((place.left, place.right, mark));
    }
    for row in taken.values_mut() {
        row.sort_by(|one, other| one.0.total_cmp(&other.0));
        for pair in row.windows(2) {
            let apart = pair[0].2 == pair[1].2 || pair[0].1 <= pair[1].0 + 0.5;
            assert!(apart, "{pair:?} stand on each other");
        }
    }
}

#[test]
fn no_two_boxes_or_labels_overlap_at_any_zoom() {
    let timeline = Arc::new(made_up::mixed(400, 7));
    let mut layouts = Layouts::new();
    let all = {
        layouts.view(&timeline, None, FRAME, None);
        layouts.all()
    };
    for zoom in 0..60 {
        let look = all.zoomed(1.2_f64.powi(zoom), day(2004, 5, 6));
        let high = (WIDTH, 4000.0);
        assert_nothing_overlaps(&layouts.view(&timeline, Some(look), high, None));
    }
}

#[test]
fn no_row_changes_while_panning() {
    let timeline = Arc::new(made_up::mixed(400, 7));
    let mut layouts = Layouts::new();
    let start = look(day(1999, 1, 1), day(2001, 1, 1));
    let high = (WIDTH, 4000.0);
    let before = rows(&layouts.view(&timeline, Some(start), high, None));
    assert!(!before.is_empty(), "something is in view");
    for step in 1..200 {
        let panned = start.panned(f64::from(step) * 3.7);
        let now = rows(&layouts.view(&timeline, Some(panned), high, None));
        for (mark, row) in &now {
            let was = before.get(mark).unwrap_or(row);
            assert_eq!(was, row, "event {mark} jumped after {step} steps");
        }
    }
}

#[test]
fn zooming_in_and_out_ends_where_it_began() {
    let timeline = Arc::new(made_up::mixed(300, 3));
    let start = look(day(1995, 1, 1), day(2003, 1, 1));
    let mut travelled = Layouts::new();
    for zoom in 0..20 {
        let look = start.zoomed(1.4_f64.powi(zoom), day(1999, 1, 1));
        travelled.view(&timeline, Some(look), FRAME, None);
    }
    let back = travelled.view(&timeline, Some(start), FRAME, None);
    let fresh = Layouts::new().view(&timeline, Some(start), FRAME, None);
    assert_eq!(rows(&back), rows(&fresh), "the way here does not matter");
}

#[test]
fn events_arriving_in_another_order_stand_in_the_same_rows() {
    let timeline = made_up::mixed(300, 11);
    let mut turned = timeline.clone();
    turned.events.reverse();
    let named = |timeline: Timeline| -> BTreeMap<String, i64> {
        let view = Layouts::new().view(&Arc::new(timeline), None, (WIDTH, 4000.0), None);
        view.bars
            .iter()
            .map(|bar| (view.marks[bar.mark].id.to_string(), bar.place.bottom.round() as i64))
            .collect()
    };
    assert_eq!(named(timeline), named(turned), "rows follow from the events alone");
}

#[test]
fn every_event_is_drawn_or_counted() {
    for count in [1, 40, 600, 10_000] {
        let timeline = Arc::new(made_up::mixed(count, 5));
        let view = Layouts::new().view(&timeline, None, (WIDTH, 4000.0), None);
        assert_eq!(view.in_view, count, "all lie in the first look");
        if view.detail == Detail::Density {
            let sure: u32 = view.columns.iter().map(|(column, _)| column.sure).sum();
            let days = view.columns.iter().map(|(column, _)| column.last - column.first);
            let one = days.fold(f64::INFINITY, f64::min);
            let long =
                view.marks.iter().filter(|mark| mark.end - mark.start > one + 1e-6).count();
            assert_eq!(sure as usize + long, count, "sure or maybe, each event is counted");
            for mark in view.marks.iter() {
                let x = view.axis.x_from_day(f64::midpoint(mark.start, mark.end));
                let column = view.column_at(x).expect("a column where an event is");
                assert!(column.all() > 0, "and it is not empty");
            }
        } else {
            assert_eq!(rows(&view).len(), count, "each has a mark");
        }
    }
}

#[test]
fn the_first_look_shows_every_extent_with_a_margin() {
    let timeline = Arc::new(made_up::mixed(50, 1));
    let view = Layouts::new().view(&timeline, None, FRAME, None);
    let first = view.bars.iter().map(|bar| bar.place.left).fold(f32::INFINITY, f32::min);
    let last = view.marks.iter().map(|mark| mark.end).fold(f64::NEG_INFINITY, f64::max);
    assert!((first - 0.04 * WIDTH).abs() < 1.0, "begins at {first}");
    assert!((view.axis.x_from_day(last) - 0.96 * WIDTH).abs() < 1.0, "ends likewise");
}

#[test]
fn one_day_alone_does_not_fill_the_screen() {
    let only = When::Day(NaiveDate::from_ymd_opt(2017, 9, 13).unwrap());
    let timeline = timeline([("The office opened", TimeValue::On(only, Modifier::Stated))]);
    let view = Layouts::new().view(&Arc::new(timeline), None, FRAME, None);
    let place = view.bars[0].place;
    let expected = 0.092 * WIDTH;
    assert!((place.right - place.left - expected).abs() < 1.0, "a day among ten: {place:?}");
    assert!(view.labels.len() == 1, "and it is labelled");
}

#[test]
fn a_month_is_never_a_point_and_a_year_begins_where_it_begins() {
    let april = When::Month(Month::new(2017, 4).unwrap());
    let timeline = timeline([
        ("The report was published", TimeValue::On(april, Modifier::Stated)),
        ("The office opened", TimeValue::On(When::Year(2012), Modifier::Approximate)),
        ("The rules applied", TimeValue::Open(Bound::Since, When::Year(2015))),
    ]);
    let view = Layouts::new().view(&Arc::new(timeline), None, FRAME, None);
    let places: Vec<_> =
        view.bars.iter().map(|bar| (bar.place.left, bar.place.right)).collect();
    let x = |day| view.axis.x_from_day(day);
    let expected = [
        (x(day(2012, 1, 1)), x(day(2013, 1, 1))),
        (x(day(2015, 1, 1)), x(day(2016, 1, 1))),
        (x(day(2017, 4, 1)), x(day(2017, 5, 1))),
    ];
    assert_eq!(places, expected, "each bar covers all that was said");
}

#[test]
fn the_selected_event_has_its_words_at_every_zoom() {
    let timeline = Arc::new(made_up::mixed(10_000, 5));
    let mut layouts = Layouts::new();
    let chosen = timeline.events[5_000].id;
    let all = {
        layouts.view(&timeline, None, FRAME, None);
        layouts.all()
    };
    let middle = {
        let e = timeline.events[5_000].extent;
        f64::midpoint(day_of(e.start()), day_of(e.end()))
    };
    for zoom in 0..12 {
        let look = all.zoomed(2.0_f64.powi(zoom), middle);
        let view = layouts.view(&timeline, Some(look), (WIDTH, 4000.0), Some(chosen));
        let labelled = view.labels.iter().any(|label| view.marks[label.mark].id == chosen);
        assert!(labelled, "at zoom {zoom}, {:?}", view.detail);
    }
}

#[test]
fn the_bundled_font_is_measured() {
    let width = |text| Inter::bundled().width(text, 100.0);
    assert!(width("iii") < width("mmm"), "letters differ");
    assert!((width("é") - width("e")).abs() < 2.0, "beyond ASCII too");
    assert!((width("ab") - width("a") - width("b")).abs() < 0.01, "and add up");
}
