//! The timeline panel, pressed by label.
#![expect(clippy::panic, reason = "a test may fall over")]

use std::sync::Arc;

use chrono::NaiveDate;
use dateline::{
    layout::Look,
    model::{EventId, Status},
    project::Timeline,
    show::{Command, TimelinePanel},
    time::{Bound, Modifier, Month, TimeValue, When},
};
use egui_kittest::{Harness, kittest::Queryable as _};

use crate::made_up;

/// The panel, and what the app would keep for it.
pub(crate) struct Shown {
    panel: TimelinePanel,
    pub timeline: Arc<Timeline>,
    pub look: Option<Look>,
    pub selected: Option<EventId>,
}

impl Shown {
    fn new(timeline: Timeline) -> Self {
        let panel = TimelinePanel::new();
        Self { panel, timeline: Arc::new(timeline), look: None, selected: None }
    }

    fn ui(&mut self, ui: &mut egui::Ui) {
        for command in self.panel.ui(ui, &self.timeline, self.look, self.selected) {
            match command {
                Command::Select(id) => self.selected = Some(id),
                Command::Deselect => self.selected = None,
                Command::Look(look) => self.look = Some(look),
                Command::LookAtAll => self.look = None,
                other => panic!("a timeline asks for no {other:?}"),
            }
        }
    }
}

pub(crate) fn harness(
    timeline: Timeline,
    dark: bool,
    size: [f32; 2],
) -> Harness<'static, Shown> {
    let mut dressed = false;
    Harness::builder().with_size(size).with_step_dt(0.02).build_ui_state(
        move |ui, shown: &mut Shown| {
            if !dressed {
                dress(ui.ctx(), dark);
                dressed = true;
            }
            let fill = ui.visuals().panel_fill;
            ui.painter().rect_filled(ui.ctx().content_rect(), 0.0, fill);
            shown.ui(ui);
        },
        Shown::new(timeline),
    )
}

fn dress(context: &egui::Context, dark: bool) {
    let mut fonts = egui::FontDefinitions::default();
    let inter = include_bytes!("../assets/fonts/Inter-roman.var.ttf");
    fonts.font_data.insert("Inter".into(), Arc::new(egui::FontData::from_static(inter)));
    fonts.families.get_mut(&egui::FontFamily::Proportional).unwrap().insert(0, "Inter".into());
    context.set_fonts(fonts);
    context.set_theme(if dark { egui::Theme::Dark } else { egui::Theme::Light });
}

fn day(year: i32, month: u32, day: u32) -> When {
    When::Day(NaiveDate::from_ymd_opt(year, month, day).unwrap())
}

fn month(year: i32, number: u8) -> When {
    When::Month(Month::new(year, number).unwrap())
}

/// One event of every kind.
pub(crate) fn kinds() -> Timeline {
    let on = |when| TimeValue::On(when, Modifier::Stated);
    let about = |when| TimeValue::On(when, Modifier::Approximate);
    made_up::with_status([
        ("The new bridge was opened to traffic", on(day(2014, 5, 4)), Status::Happened, 3),
        ("Divers surveyed the river bed", on(month(2012, 4)), Status::Happened, 1),
        ("The harbour company was founded", on(When::Year(2011)), Status::Happened, 2),
        ("The old ferry went out of service", about(month(2014, 9)), Status::Happened, 1),
        (
            "Tolls have been charged",
            TimeValue::Open(Bound::Since, month(2015, 1)),
            Status::Ongoing,
            1,
        ),
        (
            "The tunnel was in use",
            TimeValue::Open(Bound::Before, month(2013, 3)),
            Status::Happened,
            1,
        ),
        (
            "The repairs are to be finished",
            TimeValue::By { said: day(2016, 2, 1), until: month(2016, 11) },
            Status::Due,
            1,
        ),
        (
            "The engineer resigned",
            TimeValue::OneOf(vec![day(2015, 3, 4), day(2015, 4, 3)]),
            Status::Happened,
            1,
        ),
        ("A second bridge will be built", on(When::Year(2017)), Status::Planned, 2),
        ("The board denied that cracks were found", on(month(2015, 9)), Status::Denied, 1),
        (
            "The bank would withdraw from the contract",
            on(month(2016, 6)),
            Status::Hypothetical,
            1,
        ),
        (
            "Commissioners ran the port",
            TimeValue::Between { from: month(2014, 12), until: month(2017, 3) },
            Status::Happened,
            4,
        ),
        ("The cracks were denied again", on(day(2016, 1, 20)), Status::Denied, 1),
        ("The ministry is to decide", on(day(2017, 9, 13)), Status::Planned, 1),
        ("The council would sell its shares", on(day(2017, 2, 1)), Status::Hypothetical, 1),
    ])
}

#[test]
fn an_event_is_found_by_its_words_and_pressed() {
    let mut harness = harness(kinds(), false, [1600.0, 700.0]);
    harness.run();
    harness.get_by_label("Divers surveyed the river bed, April 2012").click();
    harness.run();
    let chosen = harness.state().selected.expect("it is selected");
    let event = harness.state().timeline.event(chosen).unwrap();
    assert_eq!(event.when, TimeValue::On(month(2012, 4), Modifier::Stated), "the very event");
    harness.key_press(egui::Key::Escape);
    harness.run();
    assert_eq!(harness.state().selected, None, "Esc lets go of it");
}

#[test]
fn keys_walk_through_time_and_home_shows_all() {
    let mut harness = harness(kinds(), false, [1600.0, 700.0]);
    harness.run();
    harness.get_by_label_contains("The harbour company was founded, 2011").click();
    harness.run();
    harness.key_press(egui::Key::ArrowRight);
    harness.run();
    let next = harness.state().selected.unwrap();
    let when = &harness.state().timeline.event(next).unwrap().when;
    assert_eq!(*when, TimeValue::On(month(2012, 4), Modifier::Stated), "the next in time");
    harness.key_press(egui::Key::Plus);
    harness.run();
    assert!(harness.state().look.is_some(), "it looks nearer");
    harness.key_press(egui::Key::Home);
    harness.run();
    assert_eq!(harness.state().look, None, "and at all again");
}

#[test]
fn the_wheel_zooms_round_the_pointer() {
    let mut harness = harness(kinds(), false, [1600.0, 700.0]);
    harness.run();
    let pointer = egui::pos2(400.0, 20.0);
    harness.hover_at(pointer);
    harness.run();
    harness.event(egui::Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        delta: egui::vec2(0.0, 200.0),
        modifiers: egui::Modifiers::NONE,
        phase: egui::TouchPhase::Move,
        source: egui::MouseWheelSource::Wheel,
    });
    harness.run_steps(60);
    let look = harness.state().look.expect("it moved");
    assert!(look.days() < 365.25 * 7.0, "nearer than all of it: {} days", look.days());
}

#[test]
fn resting_on_an_event_tells_what_is_known_of_it() {
    let mut harness = harness(kinds(), false, [1600.0, 700.0]);
    harness.run();
    harness.get_by_label("Divers surveyed the river bed, April 2012").hover();
    harness.run_steps(40);
    harness.get_by_label("Known to the month. The date is written there.");
    harness.get_by_label("“Divers surveyed the river bed”");
    harness.get_by_label("The Daily Sample");
}

#[test]
fn dragging_pans_and_a_double_click_on_nothing_shows_all() {
    let mut harness = harness(kinds(), false, [1600.0, 700.0]);
    harness.run();
    let (from, until) = (egui::pos2(300.0, 40.0), egui::pos2(500.0, 60.0));
    harness.drag_at(from);
    harness.run();
    harness.hover_at(until);
    harness.run();
    harness.drop_at(until);
    harness.run();
    let look = harness.state().look.expect("it moved");
    let april = dateline::layout::day_of(
        NaiveDate::from_ymd_opt(2011, 1, 1).unwrap().and_hms_opt(0, 0, 0).unwrap(),
    );
    assert!(look.first < april - 300.0, "the years before come into view");
    for _ in 0..2 {
        harness.event(egui::Event::PointerButton {
            pos: until,
            button: egui::PointerButton::Primary,
            pressed: true,
            modifiers: egui::Modifiers::NONE,
        });
        harness.event(egui::Event::PointerButton {
            pos: until,
            button: egui::PointerButton::Primary,
            pressed: false,
            modifiers: egui::Modifiers::NONE,
        });
        harness.step();
    }
    harness.run();
    assert_eq!(harness.state().look, None, "all of it again");
}
