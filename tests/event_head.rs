//! What is shown above the articles of an event, pressed by label.

use std::sync::Arc;

use dateline::{
    project::Timeline,
    show::{Command, event_head_ui},
};
use egui::{Context, FontData, FontDefinitions, FontFamily};
use egui_kittest::{Harness, kittest::Queryable as _};

use crate::corpus::timeline;

/// The first event of a timeline, and what was asked for there.
type Shown = (Timeline, Vec<Command>);

fn harness(timeline: Timeline) -> Harness<'static, Shown> {
    let mut dressed = false;
    Harness::builder().with_size([520.0, 400.0]).build_ui_state(
        move |ui, (timeline, asked): &mut Shown| {
            if !std::mem::replace(&mut dressed, true) {
                dress(ui.ctx());
                return;
            }
            let event = timeline.events.first().unwrap();
            asked.extend(event_head_ui(ui, timeline, event));
        },
        (timeline, Vec::new()),
    )
}

/// The fonts by the names under which the window has them.
fn dress(ctx: &Context) {
    let mut fonts = FontDefinitions::default();
    let inter = include_bytes!("../assets/fonts/Inter-roman.var.ttf");
    fonts.font_data.insert("Inter".into(), Arc::new(FontData::from_static(inter)));
    for name in ["Inter semibold", "Source Serif", "Source Serif semibold"] {
        fonts.families.insert(FontFamily::Name(name.into()), vec!["Inter".to_owned()]);
    }
    ctx.set_fonts(fonts);
}

/// Two papers on one fire, which only a reader can tell for sure.
fn fires() -> Timeline {
    timeline(&[
        ("a.txt", "Gazette\nThe pier burnt down in July 1998."),
        ("b.txt", "Herald\nA fire took the pier on 9 July 1998."),
    ])
}

#[test]
fn what_may_be_the_same_can_be_looked_at_and_joined() {
    let timeline = fires();
    let [one, other] = timeline.events.clone().try_into().unwrap();
    let mut harness = harness(timeline);
    harness.run();
    harness.get_by_label("9 July 1998 · A fire took the pier on 9 July 1998").click();
    harness.run();
    harness.get_by_label("Join with A fire took the pier on 9 July 1998").click();
    harness.run();
    let join = Command::Join(one.lead.said.origin, other.lead.said.origin);
    assert_eq!(harness.state().1, [Command::Select(other.id), join]);
}

#[test]
fn where_nothing_may_be_the_same_nothing_is_said_of_it() {
    let mut harness = harness(timeline(&[("a.txt", "Gazette\nIt burnt down in July 1998.")]));
    harness.run();
    assert!(harness.query_by_label("May be the same as").is_none(), "no empty list");
}
