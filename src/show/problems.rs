//! What could not be read or settled, each with its reason.

use egui::{RichText, Ui};

use super::{
    empty::empty_ui,
    theme::{self, size},
};
use crate::problem::Problem;

/// Shows the problems.
pub(crate) fn problems_ui(ui: &mut Ui, problems: &[Problem]) {
    if problems.is_empty() {
        return empty_ui(ui, "No problems", "Everything in the folder could be read");
    }
    let palette = theme::palette(ui);
    egui::ScrollArea::vertical().auto_shrink(false).show_rows(
        ui,
        62.0,
        problems.len(),
        |ui, range| {
            let count = range.len();
            for problem in problems.iter().skip(range.start).take(count) {
                ui.allocate_ui(egui::vec2(ui.available_width(), 54.0), |ui| {
                    ui.spacing_mut().item_spacing.y = 2.0;
                    ui.add_space(8.0);
                    ui.horizontal(|ui| {
                        ui.spacing_mut().interact_size.y = 0.0;
                        ui.label(RichText::new(&problem.name).family(theme::semibold()));
                        ui.label(RichText::new(&problem.what).color(palette.trouble));
                    });
                    let why =
                        RichText::new(&problem.why).size(size::SMALL).color(palette.muted);
                    ui.add(egui::Label::new(why).truncate());
                });
            }
        },
    );
}
