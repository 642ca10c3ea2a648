//! A line or more of an article's words, with an expression marked in it.

use std::sync::Arc;

use egui::{
    Color32, FontId, Galley, Pos2, Role, Sense, Ui, Vec2, WidgetInfo, pos2,
    text::{LayoutJob, TextFormat},
    vec2,
};

use super::theme::{self, Palette, size};
use crate::text::Span;

/// So much of the sentence stands before the expression at the most.
const BEFORE_CHARS: usize = 70;
/// About as wide as a letter is.
const LETTER: f32 = 8.2;
const HEIGHT: f32 = 30.0;

/// The height of a row made of one quote.
pub(crate) const ROW: f32 = HEIGHT;

/// The sentence in one line, the expression in it marked, with a word on it at the right;
/// answers whether it was clicked.
pub(crate) fn quote_ui(
    ui: &mut Ui,
    text: &str,
    (sentence, expression): (Span, Span),
    remark: &str,
    colour: Color32,
) -> bool {
    let palette = theme::palette(ui);
    let (area, response) =
        ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::click());
    let whole = sentence.slice(text);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, whole));
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(area, 6.0, palette.hover);
    }
    let remark = remark_galley(ui, remark, palette);
    let right = area.right() - 10.0 - remark.size().x;
    let middle = area.center().y;
    let remark_at = pos2(right, middle - remark.size().y / 2.0);
    ui.painter().galley(remark_at, remark, palette.muted);
    let room = vec2(right - area.left() - 34.0, 1.0);
    let line = quoted(ui, text, (sentence, expression), room, colour);
    let at = Pos2::new(area.left() + 10.0, middle - line.size().y / 2.0);
    ui.painter().galley(at, line, palette.ink);
    response.on_hover_text_at_pointer(whole).clicked()
}

fn remark_galley(ui: &Ui, remark: &str, palette: &Palette) -> Arc<Galley> {
    let font = FontId::new(size::SMALL, egui::FontFamily::Proportional);
    ui.painter().layout_no_wrap(remark.to_owned(), font, palette.muted)
}

/// The sentence in a room of that width in points and that height in lines; what stands before
/// the expression gives way to it.
pub(crate) fn quoted(
    ui: &Ui,
    text: &str,
    (sentence, expression): (Span, Span),
    room: Vec2,
    colour: Color32,
) -> Arc<Galley> {
    let palette = theme::palette(ui);
    let part = |from: usize, until: usize| text.get(from..until).unwrap_or_default();
    let before = part(sentence.start(), expression.start());
    let after = part(expression.end(), sentence.end());
    let set = |family, color| TextFormat {
        font_id: FontId::new(16.0, family),
        color,
        ..TextFormat::default()
    };
    let mut job = LayoutJob::default();
    job.wrap.max_width = room.x.max(40.0);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "few lines")]
    let lines = room.y.max(1.0) as usize;
    job.wrap.max_rows = lines;
    job.wrap.break_anywhere = lines == 1;
    let plain = set(theme::serif(), palette.ink);
    #[expect(clippy::cast_precision_loss, reason = "an estimate")]
    let own = (expression.slice(text).chars().count() + 3) as f32 * LETTER;
    // What stands before gives way, so that the expression is never cut away.
    let before_it = (room.x * room.y - own) / LETTER;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "an estimate")]
    let most = (BEFORE_CHARS * lines).min(before_it.max(0.0) as usize);
    job.append(&one_line(&shortened(before, most)), 0.0, plain.clone());
    job.append(&one_line(expression.slice(text)), 0.0, set(theme::serif_semibold(), colour));
    job.append(&one_line(after), 0.0, plain);
    ui.painter().layout_job(job)
}

/// The end of `before`, from a word on, of `most` letters.
fn shortened(before: &str, most: usize) -> String {
    let count = before.chars().count();
    if count <= most {
        return before.to_owned();
    }
    let end: String = before.chars().skip(count - most).collect();
    let word = end.split_once(' ').map_or(end.as_str(), |(_, rest)| rest);
    format!("… {word}")
}

fn one_line(text: &str) -> String {
    text.replace(['\n', '\r', '\t'], " ")
}
