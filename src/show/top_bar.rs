//! The bar above everything: what is open, its sums, and what can be done with it.

use egui::{Button, RichText, Ui, Widget as _};

use super::{
    Command, List,
    theme::{self, size},
    words,
};
use crate::project::Counts;

/// What the bar shows.
#[derive(Debug)]
pub(crate) struct TopBar<'a> {
    /// The folder's name.
    pub(crate) name: String,
    /// Its whole path.
    pub(crate) path: String,
    /// Its sums.
    pub(crate) counts: &'a Counts,
    /// How often sources differ.
    pub(crate) differ: usize,
    /// What undo would take back.
    pub(crate) undo: Option<String>,
    /// What redo would do again.
    pub(crate) redo: Option<String>,
}

impl TopBar<'_> {
    /// Shows it.
    pub(crate) fn ui(self, ui: &mut Ui) -> Option<Command> {
        let mut command = None;
        ui.horizontal(|ui| {
            ui.vertical(|ui| {
                ui.set_height(44.0);
                ui.spacing_mut().item_spacing.y = 1.0;
                let name = RichText::new(&self.name).size(size::HEADING + 1.0);
                let name = name.family(theme::semibold());
                ui.label(name).on_hover_text(&self.path);
                command = counts_ui(ui, self.counts, self.differ);
            });
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                command = command.take().or(self.buttons_ui(ui));
            });
        });
        command
    }

    fn buttons_ui(&self, ui: &mut Ui) -> Option<Command> {
        let mut command = None;
        let dark = ui.visuals().dark_mode;
        let (word, name) =
            if dark { ("Light", "Light colours") } else { ("Dark", "Dark colours") };
        let switch = ui.add(Button::new(word).frame_when_inactive(false));
        if switch.accessible_name(name).on_hover_text(name).clicked() {
            command = Some(Command::SwitchTheme);
        }
        ui.add_space(6.0);
        let redo = self.redo.as_ref();
        let name = redo.map_or("Redo".to_owned(), |what| format!("Redo: {what} (Ctrl+Y)"));
        if icon_ui(ui, "↪", &name, redo.is_some()) {
            command = Some(Command::Redo);
        }
        let undo = self.undo.as_ref();
        let name = undo.map_or("Undo".to_owned(), |what| format!("Undo: {what} (Ctrl+Z)"));
        if icon_ui(ui, "↩", &name, undo.is_some()) {
            command = Some(Command::Undo);
        }
        ui.add_space(6.0);
        if ui.button("Show all").on_hover_text("The whole timeline (Home)").clicked() {
            command = Some(Command::LookAtAll);
        }
        if ui.button("Open folder…").on_hover_text("Ctrl+O").clicked() {
            command = Some(Command::ChooseFolder);
        }
        if ui.button("Start page").clicked() {
            command = Some(Command::Close);
        }
        command
    }
}

fn icon_ui(ui: &mut Ui, icon: &str, name: &str, enabled: bool) -> bool {
    let button = Button::new(RichText::new(icon).size(size::HEADING))
        .min_size(egui::vec2(36.0, 0.0))
        .frame_when_inactive(false);
    ui.add_enabled(enabled, button).accessible_name(name).on_hover_text(name).clicked()
}

/// "31 events from 5 articles · 4 wait for a date · 2 problems": each number opens its list.
fn counts_ui(ui: &mut Ui, counts: &Counts, differ: usize) -> Option<Command> {
    let palette = theme::palette(ui);
    let aside: usize = counts.set_aside.values().sum();
    let waits = if counts.waiting == 1 { "waits for a date" } else { "wait for a date" };
    let differ = (differ > 0).then(|| {
        let things = words::counted(differ, "thing", "things");
        (format!("◆ sources differ on {things}"), List::Conflicts, palette.trouble)
    });
    let parts = [
        (
            format!(
                "{} from {}",
                words::counted(counts.events, "event", "events"),
                words::counted(counts.documents, "article", "articles")
            ),
            List::Events,
            palette.muted,
        ),
        (
            format!("{} {waits}", words::grouped(counts.waiting)),
            List::Waiting,
            if counts.waiting == 0 { palette.muted } else { palette.waiting },
        ),
        (format!("{} set aside", words::grouped(aside)), List::SetAside, palette.muted),
        (
            words::counted(counts.problems, "problem", "problems"),
            List::Problems,
            if counts.problems == 0 { palette.muted } else { palette.trouble },
        ),
    ];
    let mut command = None;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 7.0;
        ui.spacing_mut().interact_size.y = 0.0;
        for (index, (text, list, colour)) in parts.into_iter().chain(differ).enumerate() {
            if index > 0 {
                ui.label(RichText::new("·").size(size::SMALL).color(palette.faint));
            }
            let text = RichText::new(text).size(size::SMALL).color(colour);
            if egui::Link::new(text).ui(ui).clicked() {
                command = Some(Command::ShowList(list));
            }
        }
    });
    command
}
