//! What a panel says when it has nothing to show.

use egui::{RichText, Ui};

use super::theme::{self, size};

/// What is not there, and what to do, or why that is well.
pub(crate) fn empty_ui(ui: &mut Ui, what: &str, then: &str) {
    let palette = theme::palette(ui);
    ui.add_space((ui.available_height() * 0.32).min(160.0));
    ui.vertical_centered(|ui| {
        let what = RichText::new(what).size(size::HEADING + 2.0);
        ui.label(what.family(theme::serif_semibold()).color(palette.ink));
        ui.label(RichText::new(then).color(palette.muted));
    });
}
