//! The first page: what Dateline is for, and what there is to open.

use std::path::{Path, PathBuf};

use egui::{Align, Button, Key, Layout, RichText, ScrollArea, TextEdit, Ui};

use super::{
    Command,
    theme::{self, size},
};

/// The first page.
#[derive(Debug, Default)]
pub(crate) struct Welcome {
    path: String,
}

impl Welcome {
    /// Shows it, with what was opened before; promises no drops where none arrive.
    pub(crate) fn ui(
        &mut self,
        ui: &mut Ui,
        recent: &[PathBuf],
        takes_drops: bool,
    ) -> Option<Command> {
        let mut command = None;
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            let width = size::WELCOME.min(ui.available_width());
            let side = ((ui.available_width() - width) / 2.0).max(0.0);
            ui.horizontal_top(|ui| {
                ui.add_space(side);
                ui.with_layout(Layout::top_down(Align::Min), |ui| {
                    ui.set_max_width(width);
                    command = self.column_ui(ui, recent, takes_drops);
                });
            });
        });
        command
    }

    fn column_ui(
        &mut self,
        ui: &mut Ui,
        recent: &[PathBuf],
        takes_drops: bool,
    ) -> Option<Command> {
        let palette = theme::palette(ui);
        ui.add_space((ui.ctx().content_rect().height() * 0.16).max(24.0));
        let name = RichText::new("Dateline").size(size::NAME).family(theme::serif_semibold());
        ui.label(name.color(palette.ink));
        ui.add_space(6.0);
        let what = "Open a folder of articles, and see every dated event in them on one \
                    timeline, each with the very sentence that says so";
        let what = RichText::new(what).size(19.0).family(theme::serif());
        ui.label(what.color(palette.muted).line_height(Some(28.0)));
        ui.add_space(26.0);
        let mut command = None;
        ui.horizontal(|ui| {
            ui.spacing_mut().button_padding = egui::vec2(20.0, 11.0);
            let text = RichText::new("Open folder…").family(theme::semibold());
            let open = Button::new(text.color(palette.on_accent)).fill(palette.accent);
            if ui.add(open).clicked() {
                command = Some(Command::ChooseFolder);
            }
            if ui.button("Look at the sample").clicked() {
                command = Some(Command::OpenSample);
            }
        });
        ui.add_space(10.0);
        command = command.or(self.path_ui(ui, takes_drops));
        command = command.or(recent_ui(ui, recent));
        ui.add_space(34.0);
        let stays = "Everything stays on this computer";
        ui.label(RichText::new(stays).size(size::SMALL).color(palette.faint));
        command
    }

    fn path_ui(&mut self, ui: &mut Ui, takes_drops: bool) -> Option<Command> {
        let palette = theme::palette(ui);
        let hint = if takes_drops {
            "Or drop a folder on this window, or paste its path here:"
        } else {
            "Or paste the folder’s path here:"
        };
        let label = ui.label(RichText::new(hint).size(size::SMALL).color(palette.muted));
        let row = ui.horizontal(|ui| {
            let field = TextEdit::singleline(&mut self.path)
                .hint_text("/home/you/articles")
                .desired_width(ui.available_width() - 90.0);
            let field = ui.add(field).labelled_by(label.id);
            let enter = field.lost_focus() && ui.input(|it| it.key_pressed(Key::Enter));
            let some = !self.path.trim().is_empty();
            enter || ui.add_enabled(some, Button::new("Open")).clicked()
        });
        let path = self.path.trim().trim_matches(['"', '\'']);
        (row.inner && !path.is_empty()).then(|| Command::Open(PathBuf::from(path)))
    }
}

fn recent_ui(ui: &mut Ui, recent: &[PathBuf]) -> Option<Command> {
    if recent.is_empty() {
        return None;
    }
    let palette = theme::palette(ui);
    let mut command = None;
    ui.add_space(26.0);
    ui.label(RichText::new("Opened before").size(size::SMALL).color(palette.muted));
    ui.spacing_mut().item_spacing.y = 2.0;
    ui.spacing_mut().button_padding.x = 0.0;
    for folder in recent {
        let path = folder.display().to_string();
        let name = RichText::new(name(folder)).color(palette.accent);
        let parent = folder.parent().map(|it| it.display().to_string()).unwrap_or_default();
        let parent = RichText::new(parent).size(size::SMALL).color(palette.faint);
        let button = Button::new((name, parent)).frame_when_inactive(false).truncate();
        if ui.add(button).on_hover_text(&path).clicked() {
            command = Some(Command::Open(folder.clone()));
        }
    }
    command
}

/// What a folder is called in the window.
pub(crate) fn name(path: &Path) -> String {
    let name = path.file_name().map(|it| it.to_string_lossy().into_owned());
    name.unwrap_or_else(|| path.display().to_string())
}
