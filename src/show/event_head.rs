//! What is known of the event chosen: when, why then, and why its mentions are one.

use egui::{Align, Frame, Label, Layout, Margin, RichText, Ui, vec2};

use super::{
    Command,
    theme::{self, size},
    words,
};
use crate::{
    export,
    model::{Event, Mention},
    project::Timeline,
    time,
};

/// Shows the event's card.
pub(crate) fn event_head_ui(
    ui: &mut Ui,
    timeline: &Timeline,
    event: &Event,
) -> Option<Command> {
    let margin = Margin { left: 24, right: 24, top: 18, bottom: 16 };
    let frame = Frame::new().inner_margin(margin);
    frame
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 5.0;
            let closed = date_ui(ui, event);
            title_ui(ui, timeline, event);
            ui.add_space(2.0);
            because_ui(ui, timeline, event);
            closed.or(joined_ui(ui, timeline, event))
        })
        .inner
}

fn date_ui(ui: &mut Ui, event: &Event) -> Option<Command> {
    let palette = theme::palette(ui);
    ui.horizontal(|ui| {
        let when = time::words(&event.when);
        let text = RichText::new(when).size(size::BODY).family(theme::semibold());
        ui.label(text.color(palette.accent));
        let status = words::status(event.status());
        if !status.is_empty() {
            ui.label(RichText::new(status).size(size::SMALL).color(palette.waiting));
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let close = ui.add(egui::Button::new("×").frame_when_inactive(false));
            let close = close.accessible_name("Close the event").on_hover_text("Esc");
            close.clicked().then_some(Command::Deselect)
        })
        .inner
    })
    .inner
}

fn title_ui(ui: &mut Ui, timeline: &Timeline, event: &Event) {
    let title = RichText::new(timeline.title(&event.lead.said)).size(size::TITLE);
    ui.label(title.family(theme::serif_semibold()).line_height(Some(size::TITLE * 1.25)));
}

fn because_ui(ui: &mut Ui, timeline: &Timeline, event: &Event) {
    let palette = theme::palette(ui);
    for step in export::because(timeline, &event.lead) {
        let step = RichText::new(step).size(size::SMALL + 1.0).color(palette.muted);
        ui.add(Label::new(step).wrap());
    }
}

/// Why the mentions were joined, and a button that parts each from the one that leads.
fn joined_ui(ui: &mut Ui, timeline: &Timeline, event: &Event) -> Option<Command> {
    if event.others.is_empty() {
        return None;
    }
    let palette = theme::palette(ui);
    let small = |text: String| RichText::new(text).size(size::SMALL).color(palette.muted);
    let because: Vec<&str> =
        event.joined.iter().map(|it| export::joined_because(*it)).collect();
    let count = words::counted(event.others.len() + 1, "mention", "mentions");
    ui.add_space(4.0);
    ui.label(small(format!("One event of {count}: {}", because.join(", "))));
    let mut command = None;
    egui::ScrollArea::vertical().max_height(96.0).show(ui, |ui| {
        for mention in &event.others {
            command = part_ui(ui, timeline, event, mention).or(command.take());
        }
    });
    command
}

/// Who says so too, and the button; a long name gives way, never the button.
fn part_ui(
    ui: &mut Ui,
    timeline: &Timeline,
    event: &Event,
    mention: &Mention,
) -> Option<Command> {
    let source = source_of(timeline, mention);
    let muted = theme::palette(ui).muted;
    let row = vec2(ui.available_width(), 28.0);
    let from_the_right = Layout::right_to_left(Align::Center);
    let inner = ui.allocate_ui_with_layout(row, from_the_right, |ui| {
        ui.spacing_mut().button_padding.y = 3.0;
        ui.spacing_mut().interact_size.y = 26.0;
        let button = ui.button(RichText::new("Not the same event").size(size::SMALL));
        let pressed =
            button.accessible_name(format!("{source} is not of the same event")).clicked();
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let words = RichText::new(source).size(size::SMALL).color(muted);
            ui.add(Label::new(words).truncate());
        });
        pressed
    });
    let parted = Command::Part(event.lead.said.origin, mention.said.origin);
    inner.inner.then_some(parted)
}

fn source_of<'a>(timeline: &'a Timeline, mention: &Mention) -> &'a str {
    let article = timeline.article(mention.said.origin.document);
    article.map_or("", |(article, _)| words::source(&article.document))
}
