//! What is known of the event chosen: when, why then, where sources differ on it, and why its
//! mentions are one.

use egui::{
    Align, CursorIcon, Frame, Label, Layout, Margin, RichText, Role, Sense, Ui, WidgetInfo,
    vec2,
};

use super::{
    Command, List,
    theme::{self, size},
    words,
};
use crate::{
    export,
    model::{Event, Mention},
    project::Timeline,
    time,
};

/// The height of a row with a button.
const ROW: f32 = 28.0;

/// Shows the event's card.
pub fn event_head_ui(ui: &mut Ui, timeline: &Timeline, event: &Event) -> Option<Command> {
    let margin = Margin { left: 24, right: 24, top: 18, bottom: 16 };
    let frame = Frame::new().inner_margin(margin);
    frame
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 5.0;
            let closed = date_ui(ui, event);
            title_ui(ui, timeline, event);
            ui.add_space(2.0);
            let differ = differ_ui(ui, timeline, event);
            because_ui(ui, timeline, event);
            let parted = joined_ui(ui, timeline, event);
            closed.or(differ).or(parted).or(suggested_ui(ui, timeline, event))
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

/// "Dates differ", which leads to what each source says.
fn differ_ui(ui: &mut Ui, timeline: &Timeline, event: &Event) -> Option<Command> {
    let conflicts = timeline.conflicts_of(event.id).iter();
    let conflicts = conflicts.filter_map(|at| timeline.conflicts.get(*at));
    let mut kinds: Vec<&str> = conflicts.map(|it| words::differ(it.kind)).collect();
    kinds.dedup();
    if kinds.is_empty() {
        return None;
    }
    let name = format!("◆ {}: see what each says", kinds.join("; "));
    let text = RichText::new(&name).size(size::SMALL).color(theme::palette(ui).trouble);
    let link = ui.add(Label::new(text).sense(Sense::click()).selectable(false).wrap());
    link.widget_info(|| WidgetInfo::labeled(Role::Link, true, &name));
    let followed = link.on_hover_cursor(CursorIcon::PointingHand).clicked();
    followed.then_some(Command::ShowList(List::Conflicts))
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
    egui::ScrollArea::vertical().max_height(ROW * 2.5).show(ui, |ui| {
        for mention in &event.others {
            command = part_ui(ui, timeline, event, mention).or(command.take());
        }
    });
    command
}

/// Who says so too, of which date, and the button; a long name gives way, never the button.
fn part_ui(
    ui: &mut Ui,
    timeline: &Timeline,
    event: &Event,
    mention: &Mention,
) -> Option<Command> {
    let source = source_of(timeline, mention);
    let muted = theme::palette(ui).muted;
    let pressed = row_ui(ui, |ui| {
        let button = ui.button(RichText::new("Not the same event").size(size::SMALL));
        let pressed =
            button.accessible_name(format!("{source} is not of the same event")).clicked();
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let when = time::words(&mention.value);
            let words = RichText::new(format!("{when} · {source}")).size(size::SMALL);
            ui.add(Label::new(words.color(muted)).truncate());
        });
        pressed
    });
    pressed.then(|| {
        let (one, other) = timeline.pair_to_part(event, mention);
        Command::Part(one, other)
    })
}

/// The events that may be the same, each with a button that makes it so.
fn suggested_ui(ui: &mut Ui, timeline: &Timeline, event: &Event) -> Option<Command> {
    if event.suggested.is_empty() {
        return None;
    }
    let muted = theme::palette(ui).muted;
    ui.add_space(4.0);
    ui.label(RichText::new("May be the same as").size(size::SMALL).color(muted));
    let mut command = None;
    ui.spacing_mut().item_spacing.y = 0.0;
    let area = egui::ScrollArea::vertical().id_salt("suggested").max_height(ROW * 2.5);
    area.show_rows(ui, ROW, event.suggested.len(), |ui, rows| {
        for id in event.suggested.get(rows).unwrap_or_default() {
            let Some(other) = timeline.event(*id) else { continue };
            command = suggestion_ui(ui, timeline, event, other).or(command.take());
        }
    });
    command
}

/// "7 April 2017 · The report came out", which leads there, and the button.
fn suggestion_ui(
    ui: &mut Ui,
    timeline: &Timeline,
    event: &Event,
    other: &Event,
) -> Option<Command> {
    let title = timeline.title(&other.lead.said);
    let name = format!("{} · {title}", time::words(&other.when));
    let accent = theme::palette(ui).accent;
    let (pressed, followed) = row_ui(ui, |ui| {
        let button = ui.button(RichText::new("Join").size(size::SMALL));
        let button = button.accessible_name(format!("Join with {title}"));
        let pressed = button
            .on_hover_text("One event with the mentions of both; where their dates differ, each stays in sight")
            .clicked();
        let followed = ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let words = RichText::new(&name).size(size::SMALL).color(accent);
            let link =
                ui.add(Label::new(words).sense(Sense::click()).selectable(false).truncate());
            link.widget_info(|| WidgetInfo::labeled(Role::Link, true, &name));
            link.on_hover_cursor(CursorIcon::PointingHand).clicked()
        });
        (pressed, followed.inner)
    });
    let joined = pressed.then(|| {
        let (one, other) = timeline.pair_to_join(event, other);
        Command::Join(one, other)
    });
    joined.or(followed.then_some(Command::Select(other.id)))
}

/// A row with something at its right end that never gives way.
fn row_ui<T>(ui: &mut Ui, inside: impl FnOnce(&mut Ui) -> T) -> T {
    let row = vec2(ui.available_width(), ROW);
    let from_the_right = Layout::right_to_left(Align::Center);
    let shown = ui.allocate_ui_with_layout(row, from_the_right, |ui| {
        ui.spacing_mut().button_padding.y = 3.0;
        ui.spacing_mut().interact_size.y = 26.0;
        inside(ui)
    });
    shown.inner
}

fn source_of<'a>(timeline: &'a Timeline, mention: &Mention) -> &'a str {
    let article = timeline.article(mention.said.origin.document);
    article.map_or("", |(article, _)| words::source(&article.document))
}
