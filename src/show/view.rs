//! One folder's page: the timeline, the lists below it, the articles beside it.

use egui::{
    Align, Button, CentralPanel, Frame, Label, Layout, Margin, Panel, ProgressBar, Response,
    RichText, Role, Sense, Stroke, Ui, WidgetInfo,
};

use super::{
    Command, List,
    articles::ArticlesPanel,
    board::board_ui,
    date_field::DateFields,
    empty::empty_ui,
    folder::OpenFolder,
    problems::ProblemsPanel,
    reader::Reader,
    set_aside::set_aside_ui,
    table::EventTable,
    theme::{self, size},
    timeline::TimelinePanel,
    top_bar::TopBar,
    waiting::waiting_ui,
    welcome::name,
    words,
};
use crate::{jobs::Progress, project::Counts};

/// The panels of one folder's page, with what they keep from frame to frame.
#[derive(Debug)]
pub(crate) struct FolderView {
    timeline: TimelinePanel,
    table: EventTable,
    articles: ArticlesPanel,
    problems: ProblemsPanel,
    reader: Reader,
    dates: DateFields,
}

impl FolderView {
    /// The page as it opens.
    pub(crate) fn new() -> Self {
        Self {
            timeline: TimelinePanel::new(),
            table: EventTable::default(),
            articles: ArticlesPanel::default(),
            problems: ProblemsPanel::default(),
            reader: Reader::default(),
            dates: DateFields::default(),
        }
    }

    /// Shows the page.
    pub(crate) fn ui(&mut self, ui: &mut Ui, folder: &OpenFolder) -> Vec<Command> {
        let palette = theme::palette(ui);
        let mut commands = Vec::new();
        Panel::top("bar")
            .frame(theme::part(palette.paper))
            .resizable(false)
            .show(ui, |ui| commands.extend(top_bar(folder).ui(ui)));
        Panel::bottom("status")
            .frame(status_frame(ui))
            .resizable(false)
            .show(ui, |ui| commands.extend(status_ui(ui, folder, self.timeline.sums())));
        let whole = ui.available_size();
        Panel::right("reader")
            .frame(Frame::new().fill(palette.paper))
            .default_size((whole.x * 0.4).clamp(380.0, 720.0))
            .min_size(320.0)
            .show(ui, |ui| {
                ui.take_available_space();
                let mut inside = ui.new_child(egui::UiBuilder::new().max_rect(ui.max_rect()));
                commands.extend(self.reader.ui(&mut inside, folder, &mut self.dates));
            });
        Panel::top("timeline")
            .frame(theme::part(palette.paper))
            .default_size(whole.y * 0.52)
            .min_size(140.0)
            .show(ui, |ui| {
                ui.take_available_space();
                let mut inside = ui.new_child(egui::UiBuilder::new().max_rect(ui.max_rect()));
                commands.extend(self.timeline_ui(&mut inside, folder));
            });
        CentralPanel::default()
            .frame(theme::part(palette.paper).inner_margin(Margin {
                left: 24,
                right: 12,
                top: 6,
                bottom: 0,
            }))
            .show(ui, |ui| commands.extend(self.lists_ui(ui, folder)));
        commands
    }

    fn timeline_ui(&mut self, ui: &mut Ui, folder: &OpenFolder) -> Vec<Command> {
        let timeline = folder.timeline();
        if !timeline.events.is_empty() {
            return self.timeline.ui(ui, timeline, folder.look(), folder.selected());
        }
        let reading = !folder.session().progress().finished;
        let (what, then) = match (reading, timeline.articles.is_empty()) {
            (true, _) => ("Reading…", "Events stand here as soon as they are found"),
            (false, true) => (
                "No articles in this folder",
                "See Problems for what was found, and what can be done about it",
            ),
            (false, false) if timeline.waiting.is_empty() => {
                ("No dated events", "Nothing in these articles says when something happened")
            }
            (false, false) => (
                "No event has a date yet",
                "Give the articles below their dates: their events move here at once",
            ),
        };
        empty_ui(ui, what, then);
        Vec::new()
    }

    fn lists_ui(&mut self, ui: &mut Ui, folder: &OpenFolder) -> Option<Command> {
        let timeline = folder.timeline();
        let tabs = tabs_ui(ui, folder);
        let asked = match folder.list() {
            List::Events if timeline.events.is_empty() => None,
            List::Events => self.table.ui(ui, timeline, folder.selected()),
            List::Articles => self.articles.ui(ui, timeline, folder.choice()),
            List::Conflicts => board_ui(ui, timeline, folder.selected()),
            List::Waiting => waiting_ui(ui, timeline, &mut self.dates),
            List::Problems => {
                self.problems.ui(ui, &timeline.problems, folder.session().is_behind())
            }
            List::SetAside => set_aside_ui(ui, timeline),
        };
        tabs.or(asked)
    }
}

fn top_bar(folder: &OpenFolder) -> TopBar<'_> {
    let session = folder.session();
    TopBar {
        name: name(session.path()),
        path: session.path().display().to_string(),
        counts: &folder.timeline().counts,
        differ: folder.timeline().conflicts.len(),
        undo: session.can_undo(),
        redo: session.can_redo(),
    }
}

fn tabs_ui(ui: &mut Ui, folder: &OpenFolder) -> Option<Command> {
    let counts = &folder.timeline().counts;
    let aside: usize = counts.set_aside.values().sum();
    let tabs = [
        (List::Events, "Events", counts.events),
        (List::Articles, "Articles", counts.documents),
        (List::Conflicts, "Sources differ", folder.timeline().conflicts.len()),
        (List::Waiting, "Waiting for a date", counts.waiting),
        (List::SetAside, "Set aside", aside),
        (List::Problems, "Problems", counts.problems),
    ];
    let mut command = None;
    let row = ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 26.0;
        for (list, name, count) in tabs {
            let text = format!("{name} ({})", words::grouped(count));
            if tab_ui(ui, &text, folder.list() == list).clicked() {
                command = Some(Command::ShowList(list));
            }
        }
    });
    let stroke = Stroke::new(1.0, theme::palette(ui).hairline);
    ui.painter().hline(ui.max_rect().x_range(), row.response.rect.bottom(), stroke);
    ui.add_space(2.0);
    command
}

fn tab_ui(ui: &mut Ui, text: &str, chosen: bool) -> Response {
    let palette = theme::palette(ui);
    let colour = if chosen { palette.ink } else { palette.muted };
    let rich = RichText::new(text).color(colour).family(theme::semibold()).size(14.0);
    let response = ui.add_sized(
        [0.0, 38.0],
        Label::new(rich).sense(Sense::click()).selectable(false).extend(),
    );
    response.widget_info(|| WidgetInfo::selected(Role::Tab, true, chosen, text));
    let area = response.rect;
    if chosen || response.hovered() || response.has_focus() {
        let colour = if chosen { palette.accent } else { palette.hairline };
        ui.painter().hline(area.x_range(), area.bottom() - 1.0, Stroke::new(2.0, colour));
    }
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}

fn status_frame(ui: &Ui) -> Frame {
    Frame::new().fill(theme::palette(ui).paper).inner_margin(Margin::symmetric(24, 4))
}

/// How far the reading is, what has arrived, and how much is in sight; as high when there is
/// nothing to say.
fn status_ui(ui: &mut Ui, folder: &OpenFolder, sums: &str) -> Option<Command> {
    let palette = theme::palette(ui);
    let mut command = None;
    ui.horizontal(|ui| {
        ui.set_height(30.0);
        ui.spacing_mut().button_padding.y = 3.0;
        ui.spacing_mut().interact_size.y = 26.0;
        let progress = folder.session().progress();
        if !progress.finished {
            let bar = ProgressBar::new(fraction(progress)).desired_width(180.0);
            ui.add(bar.desired_height(4.0).fill(palette.accent).corner_radius(2.0));
        }
        let text =
            RichText::new(reading_words(progress, &folder.timeline().counts)).size(size::SMALL);
        ui.label(text.color(palette.muted));
        if !progress.finished && !progress.cancelled && ui.button("Stop reading").clicked() {
            command = Some(Command::CancelReading);
        }
        if let Some(count) = folder.held_back() {
            let text = match count {
                0 => "Show what is new".to_owned(),
                _ => format!("Show {}", words::counted(count, "new event", "new events")),
            };
            let text = RichText::new(text).color(palette.accent);
            if ui.add(Button::new(text).fill(palette.chosen)).clicked() {
                command = Some(Command::ShowNew);
            }
        }
        if !folder.timeline().events.is_empty() {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                ui.label(RichText::new(sums).size(size::SMALL).color(palette.muted));
            });
        }
    });
    command
}

/// "7 files read, 2 hidden ones passed over"
fn reading_words(progress: Progress, counts: &Counts) -> String {
    let Progress { read, of, finished, cancelled } = progress;
    let over = match counts.ignored {
        0 => String::new(),
        1 => ", 1 hidden one passed over".to_owned(),
        more => format!(", {} hidden ones passed over", words::grouped(more)),
    };
    match (finished, cancelled) {
        (true, true) => format!("Reading stopped after {read} of {of} files"),
        (true, false) => {
            format!("{} read{over}", words::counted(counts.files, "file", "files"))
        }
        (false, true) => "Stopping…".to_owned(),
        (false, false) => format!("Reading {read} of {of} articles"),
    }
}

#[expect(clippy::cast_precision_loss, reason = "a bar is not that long")]
fn fraction(progress: Progress) -> f32 {
    progress.read as f32 / progress.of.max(1) as f32
}
