//! The same events as a table.

use egui::{Key, Label, RichText, Role, Sense, Stroke, Ui, WidgetInfo};
use egui_extras::{Column, TableBuilder, TableRow};

use super::{
    Command,
    theme::{self, Palette, size},
    words,
};
use crate::{
    model::{Event, EventId},
    project::Timeline,
    time,
};

/// The table of events.
#[derive(Debug, Default)]
pub(crate) struct EventTable {
    latest_first: bool,
    /// The event that was last brought into view, and its row: it is followed when that moves.
    followed: Option<(EventId, usize)>,
    /// Whether it was shown before: a table begins at its top, wherever the last one stood.
    shown: bool,
}

impl EventTable {
    /// Shows all events; a row chosen is an event chosen.
    pub(crate) fn ui(
        &mut self,
        ui: &mut Ui,
        timeline: &Timeline,
        selected: Option<EventId>,
    ) -> Option<Command> {
        let events = &timeline.events;
        let place = |id| events.iter().position(|event: &Event| event.id == id);
        let chosen = selected.and_then(place).map(|it| self.row_of(it, events.len()));
        let mut command = self.keys(ui, timeline, chosen);
        ui.spacing_mut().item_spacing.y = 0.0;
        let line = Stroke::new(1.0, theme::palette(ui).hairline);
        ui.painter().hline(ui.max_rect().x_range(), ui.cursor().top() + size::ROW, line);
        let mut builder = TableBuilder::new(ui)
            .id_salt("events")
            .sense(Sense::click())
            .cell_layout(egui::Layout::left_to_right(egui::Align::Center))
            .auto_shrink(false)
            .column(Column::exact(size::DATE_COLUMN).clip(true))
            .column(Column::remainder().at_least(160.0).clip(true))
            .column(Column::exact(size::STATUS_COLUMN).clip(true))
            .column(Column::exact(size::SOURCE_COLUMN).clip(true));
        if !std::mem::replace(&mut self.shown, true) {
            builder = builder.vertical_scroll_offset(0.0);
        }
        let follow = selected.zip(chosen);
        if self.followed != follow {
            self.followed = follow;
            if let Some((_, row)) = follow {
                builder = builder.scroll_to_row(row, None);
            }
        }
        let table = builder.header(size::ROW, |mut header| self.header_ui(&mut header));
        table.body(|body| {
            body.rows(size::ROW, events.len(), |mut row| {
                let index = self.row_of(row.index(), events.len());
                if let Some(event) = events.get(index) {
                    row.set_selected(selected == Some(event.id));
                    if row_ui(&mut row, timeline, event, selected == Some(event.id)) {
                        command = Some(Command::Select(event.id));
                    }
                }
            });
        });
        command
    }

    /// The row of an event and the event of a row are the same sum.
    const fn row_of(&self, place: usize, count: usize) -> usize {
        if self.latest_first { count.saturating_sub(place + 1) } else { place }
    }

    fn header_ui(&mut self, header: &mut TableRow<'_, '_>) {
        header.col(|ui| {
            let arrow = if self.latest_first { "Date  ↓" } else { "Date  ↑" };
            let text = heading(arrow, theme::palette(ui));
            let response = ui.add(Label::new(text).sense(Sense::click()).selectable(false));
            response.widget_info(|| WidgetInfo::labeled(Role::Button, true, "Sort by date"));
            if response.on_hover_text("Turn the order round").clicked() {
                self.latest_first = !self.latest_first;
            }
        });
        for name in ["Event", "Status", "Sources"] {
            header.col(|ui| {
                ui.add(Label::new(heading(name, theme::palette(ui))).selectable(false));
            });
        }
    }

    /// Up and down choose the row above or below, unless another widget has the keyboard.
    fn keys(&self, ui: &Ui, timeline: &Timeline, chosen: Option<usize>) -> Option<Command> {
        if ui.memory(|memory| memory.focused().is_some()) {
            return None;
        }
        let (up, down) =
            ui.input(|it| (it.key_pressed(Key::ArrowUp), it.key_pressed(Key::ArrowDown)));
        let count = timeline.events.len();
        let row = match (chosen, up, down) {
            (Some(row), true, _) => row.checked_sub(1)?,
            (Some(row), _, true) => row + 1,
            (None, _, true) => 0,
            (_, _, _) => return None,
        };
        let event = timeline.events.get(self.row_of(row, count)).filter(|_| row < count)?;
        Some(Command::Select(event.id))
    }
}

fn heading(name: &str, palette: &Palette) -> RichText {
    RichText::new(name).size(size::SMALL).color(palette.muted)
}

/// Whether the row was clicked.
fn row_ui(
    row: &mut TableRow<'_, '_>,
    timeline: &Timeline,
    event: &Event,
    chosen: bool,
) -> bool {
    let date = time::words(&event.when);
    let title = timeline.title(&event.lead.said);
    let cell = |row: &mut TableRow<'_, '_>, text: RichText| {
        row.col(|ui| {
            ui.add(Label::new(text).truncate().selectable(false));
        });
    };
    cell(row, RichText::new(&date).family(theme::semibold()).size(14.0));
    cell(row, RichText::new(&title));
    row.col(|ui| {
        let colour = theme::palette(ui).waiting;
        let text = RichText::new(words::status(event.status())).size(size::SMALL).color(colour);
        ui.add(Label::new(text).selectable(false));
    });
    row.col(|ui| {
        // The scroll bar lies over the last column.
        ui.set_max_width(ui.available_width() - ui.spacing().scroll.bar_width - 6.0);
        let differ = !timeline.conflicts_of(event.id).is_empty();
        let (mut text, mut colour) = (sources(timeline, event), theme::palette(ui).muted);
        if differ {
            let one = event.others.is_empty();
            text =
                if one { format!("◆ differs: {text}") } else { format!("◆ {text} differ") };
            colour = theme::palette(ui).trouble;
        }
        let text = RichText::new(text).size(size::SMALL).color(colour);
        ui.add(Label::new(text).truncate().selectable(false));
    });
    let response = row.response();
    response.widget_info(|| {
        WidgetInfo::selected(Role::Row, true, chosen, format!("{date}: {title}"))
    });
    response.clicked()
}

/// "East London paper", or "4 sources"
fn sources(timeline: &Timeline, event: &Event) -> String {
    let mut names: Vec<&str> = event
        .mentions()
        .filter_map(|it| timeline.article(timeline.original(it.said.origin.document)))
        .map(|(article, _)| words::source(&article.document))
        .collect();
    names.sort_unstable();
    names.dedup();
    match names.as_slice() {
        [name] => (*name).to_owned(),
        [] | [_, _, ..] => words::counted(names.len(), "source", "sources"),
    }
}
