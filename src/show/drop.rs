//! What is held over the window, and what is dropped on it.
//!
//! Opens nothing: what was dropped is a command.

use std::{collections::BTreeSet, path::PathBuf};

use egui::{
    Align2, Area, Context, Frame, Id, Label, LayerId, Margin, Order, RichText, Stroke,
    StrokeKind, Ui, vec2,
};

use super::{
    Command,
    theme::{self, size},
    welcome::name,
};

/// What was dropped on the window in this frame.
pub(crate) fn dropped(ctx: &Context) -> Option<Command> {
    let dropped = |file: &egui::DroppedFileHandle| file.path().to_owned();
    let paths: Vec<_> = ctx.input(|it| it.raw.dropped_files.iter().map(dropped).collect());
    (!paths.is_empty()).then_some(Command::OpenDropped(paths))
}

/// Says, over the whole window, what dropping would do with what is held over it.
pub(crate) fn held_ui(ui: &Ui) {
    let ctx = ui.ctx();
    let held = held(ctx);
    let opacity = ctx.animate_bool_responsive(Id::unique("held"), !held.is_empty());
    let mut paths = held.iter();
    let (what, then) = match (paths.next(), paths.next()) {
        (None, _) => return,
        (Some(path), None) => (name(path), "Drop it here to open it".to_owned()),
        (Some(_), Some(_)) => ("One at a time".to_owned(), one_at_a_time(held.len())),
    };
    sheet_ui(ui, opacity);
    let whole = ctx.content_rect();
    let card = Area::new(Id::unique("what is held")).order(Order::Tooltip).interactable(false);
    // Above the middle, where the hand that holds it hides it least.
    let card = card.anchor(Align2::CENTER_CENTER, vec2(0.0, -whole.height() * 0.14));
    card.fade_in(false).show(ctx, |ui| {
        ui.set_opacity(opacity);
        ui.set_max_width((whole.width() - 4.0 * size::EDGE).clamp(0.0, size::WELCOME));
        card_ui(ui, what, then);
    });
}

/// The paper that lies over the window meanwhile, with an edge.
fn sheet_ui(ui: &Ui, opacity: f32) {
    let palette = theme::palette(ui);
    let whole = ui.ctx().content_rect();
    let layer = LayerId::new(Order::Foreground, Id::unique("sheet under what is held"));
    let painter = ui.ctx().layer_painter(layer);
    painter.rect_filled(whole, 0.0, palette.paper.gamma_multiply(0.8 * opacity));
    let stroke = Stroke::new(3.0, palette.accent.gamma_multiply(opacity));
    painter.rect_stroke(whole, 0.0, stroke, StrokeKind::Inside);
}

fn card_ui(ui: &mut Ui, what: String, then: String) {
    let palette = theme::palette(ui);
    let shadow = ui.visuals().window_shadow;
    let card = Frame::new().fill(palette.surface).shadow(shadow).corner_radius(12);
    let card = card.stroke(Stroke::new(1.0, palette.hairline));
    card.inner_margin(Margin::symmetric(36, 26)).show(ui, |ui| {
        ui.vertical_centered(|ui| {
            let what = RichText::new(what).family(theme::serif_semibold()).size(size::TITLE);
            ui.add(Label::new(what.color(palette.ink)).truncate());
            ui.label(RichText::new(then).color(palette.muted));
        });
    });
}

/// Each once: systems may tell of one thing twice.
fn held(ctx: &Context) -> BTreeSet<PathBuf> {
    ctx.input(|it| it.raw.hovered_files.iter().filter_map(|file| file.path.clone()).collect())
}

/// What to do to see `count` things together.
pub(crate) fn one_at_a_time(count: usize) -> String {
    format!("To see these {count} on one timeline, drop one folder that holds them")
}
