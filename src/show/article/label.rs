//! What stands above a part that is not the article's own words, and the way to take it in.

use egui::{
    Color32, CursorIcon, FontFamily, FontId, Pos2, Rect, Role, Sense, Stroke, Ui, WidgetInfo,
    pos2,
};

use super::marks::Marks;
use crate::{
    model::MaskKind,
    show::{
        Command,
        theme::{self, size},
    },
    text::Span,
};

/// Of the line and the words below it.
pub(super) const HEIGHT: f32 = 34.0;
/// Between what a part is and what may be done about it.
const GAP: f32 = 14.0;

/// What is said above a part that is not the article's own words, or was not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Label {
    /// What the part is by itself.
    pub(super) kind: MaskKind,
    /// The part.
    pub(super) span: Span,
    /// Whether the reader took it in.
    pub(super) taken_in: bool,
}

impl Label {
    /// What the part is.
    const fn words(self) -> &'static str {
        match (self.kind, self.taken_in) {
            (MaskKind::Comment, false) => "Reader’s comment",
            (MaskKind::Comment, true) => "Reader’s comment, taken in by you",
            (MaskKind::Furniture, false) => "Around the article",
            (MaskKind::Furniture, true) => "Taken in by you",
        }
    }
}

/// What a part is, and beside it what the reader may do about that.
pub(super) fn label_ui(
    ui: &Ui,
    marks: &Marks<'_>,
    label: Label,
    corner: Pos2,
    width: f32,
) -> Option<Command> {
    let palette = marks.palette;
    let y = corner.y + 4.0;
    ui.painter().hline(corner.x..=corner.x + width, y, Stroke::new(1.0, palette.hairline));
    let paint = |words: &str, family: FontFamily, colour: Color32, x: f32| -> Rect {
        let font = FontId::new(size::SMALL, family);
        let galley = ui.painter().layout_no_wrap(words.to_owned(), font, colour);
        let area = Rect::from_min_size(pos2(x, y + 7.0), galley.size());
        ui.painter().galley(area.min, galley, colour);
        area
    };
    let words = paint(label.words(), theme::semibold(), palette.faint, corner.x);
    let offer = if label.taken_in { "Leave it out again" } else { "Take it in" };
    let plain = FontFamily::Proportional;
    let link = paint(offer, plain, palette.muted, words.right() + GAP);
    let id = ui.scope_id().with(("label", label.span.start()));
    let response = ui.interact(link.expand(4.0), id, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, offer));
    if response.hovered() || response.has_focus() {
        let under = Stroke::new(1.0, palette.muted);
        ui.painter().hline(link.x_range(), link.bottom(), under);
    }
    let document = marks.article.document.id;
    let asked = if label.taken_in { Command::LeaveOut } else { Command::TakeIn };
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    response.clicked().then(|| asked(document, label.span))
}
