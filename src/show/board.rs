//! Where sources differ: what each says, side by side, with the differing words marked.

use egui::{
    Align, Label, Layout, Rect, RichText, Role, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

use super::{
    Command,
    empty::empty_ui,
    quote::quoted,
    rows::rows_ui,
    theme::{self, size},
    words,
};
use crate::{
    model::{Claim, Conflict, EventId, Origin},
    project::Timeline,
};

/// What differs, with the space above it.
const HEAD: f32 = 56.0;
/// One claim, with the space below it.
const CLAIM: f32 = 148.0;
const SPACE: f32 = 10.0;
/// So many stand side by side.
const BESIDE: usize = 2;
/// Of a sentence so many lines are shown; the pointer shows it whole.
const LINES: f32 = 4.0;
const INSIDE: f32 = 12.0;

/// Shows all conflicts; a claim opens its article at its sentence.
pub(crate) fn board_ui(
    ui: &mut Ui,
    timeline: &Timeline,
    selected: Option<EventId>,
) -> Option<Command> {
    if timeline.conflicts.is_empty() {
        empty_ui(
            ui,
            "No source differs from another",
            "Nothing that several articles tell of one event is told otherwise by one of them",
        );
        return None;
    }
    let rows = |it: &Conflict| it.claims.chunks(BESIDE).map(|_| CLAIM).sum::<f32>();
    let heights: Vec<f32> = timeline.conflicts.iter().map(|it| HEAD + rows(it)).collect();
    let mut command = None;
    rows_ui(ui, &heights, |ui, index| {
        let Some(conflict) = timeline.conflicts.get(index) else { return };
        let asked = conflict_ui(ui, timeline, conflict, selected);
        command = command.take().or(asked);
    });
    command
}

fn conflict_ui(
    ui: &mut Ui,
    timeline: &Timeline,
    conflict: &Conflict,
    selected: Option<EventId>,
) -> Option<Command> {
    let area = ui.max_rect();
    let head = Rect::from_min_size(area.min, vec2(area.width(), HEAD));
    let mut command = head_ui(
        &mut ui.new_child(UiBuilder::new().max_rect(head)),
        timeline,
        conflict,
        selected,
    );
    #[expect(clippy::cast_precision_loss, reason = "two")]
    let width = (area.width() - SPACE) / BESIDE as f32;
    let mut top = head.bottom();
    for claims in conflict.claims.chunks(BESIDE) {
        let mut left = area.left();
        for claim in claims {
            let place = Rect::from_min_size(pos2(left, top), vec2(width, CLAIM - SPACE));
            command = claim_ui(ui, timeline, claim, place).or(command);
            left += width + SPACE;
        }
        top += CLAIM;
    }
    command
}

/// "Dates differ · surely one event · The merger…", which leads to the event.
fn head_ui(
    ui: &mut Ui,
    timeline: &Timeline,
    conflict: &Conflict,
    selected: Option<EventId>,
) -> Option<Command> {
    let palette = theme::palette(ui);
    ui.add_space(22.0);
    let row = ui.horizontal(|ui| {
        ui.spacing_mut().interact_size.y = 0.0;
        let what = RichText::new(words::differ(conflict.kind)).family(theme::semibold());
        ui.label(what);
        let sure = RichText::new(words::how_sure(conflict.strength)).size(size::SMALL);
        ui.label(sure.color(palette.muted));
        let event = conflict.claims.iter().find_map(|it| timeline.event(it.event?))?;
        let chosen = selected == Some(event.id);
        let title = timeline.title(&event.lead.said);
        let colour = if chosen { palette.ink } else { palette.accent };
        let link = RichText::new(&title).size(size::SMALL).color(colour);
        let link = ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.add(Label::new(link).sense(Sense::click()).selectable(false).truncate())
        });
        link.inner.widget_info(|| WidgetInfo::labeled(Role::Link, true, &title));
        let followed = link.inner.on_hover_cursor(egui::CursorIcon::PointingHand).clicked();
        followed.then_some(Command::Select(event.id))
    });
    row.inner
}

/// Who says so and when, above the sentence.
fn claim_ui(ui: &mut Ui, timeline: &Timeline, claim: &Claim, place: Rect) -> Option<Command> {
    let palette = theme::palette(ui);
    let (article, date) = timeline.article(claim.document)?;
    let text = &article.document.text;
    let whole = claim.sentence.slice(text);
    let id = ui.scope_id().with((claim.document, claim.sentence, claim.words));
    let response = ui.interact(place, id, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, whole));
    let lit = response.hovered() || response.has_focus();
    let ground = if lit { palette.hover } else { palette.surface };
    ui.painter().rect_filled(place, 6.0, ground);
    let line = egui::Stroke::new(1.0, palette.hairline);
    ui.painter().rect_stroke(place, 6.0, line, egui::StrokeKind::Inside);
    let inside = place.shrink(INSIDE);
    let mut head = ui.new_child(UiBuilder::new().max_rect(inside));
    let source = words::source(&article.document);
    let said = RichText::new(format!("{} · {source}", words::day_of(date))).size(size::SMALL);
    head.add(Label::new(said.color(palette.muted)).selectable(false).truncate());
    let room = vec2(inside.width(), LINES);
    let galley = quoted(ui, text, (claim.sentence, claim.words), room, palette.trouble);
    let at = head.min_rect().left_bottom() + vec2(0.0, 4.0);
    ui.painter().with_clip_rect(place).galley(at, galley, palette.ink);
    let opened = response
        .on_hover_cursor(egui::CursorIcon::PointingHand)
        .on_hover_text_at_pointer(whole)
        .clicked();
    let origin = Origin { document: claim.document, span: claim.words, nth: 0 };
    opened.then_some(Command::OpenArticle(origin))
}
