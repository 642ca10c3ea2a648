//! The text of one article: laid out a paragraph at a time, and only what is in view.
//!
//! Heights of paragraphs never seen are estimated, then measured little by little; the view
//! is held still meanwhile.

use std::sync::Arc;

use egui::{
    CursorIcon, Galley, Pos2, Rect, Role, ScrollArea, Sense, Shape, Stroke, Ui, WidgetInfo,
    pos2, text::CCursor, text_selection::LabelSelectionState, vec2,
};

use super::{
    label::{self, label_ui},
    marks::{Kind, Marks, Shown},
};
use crate::{
    project::Article,
    show::{Command, List, theme::size},
    text::{self, Span},
};

/// A longer paragraph is laid out in several.
const LONGEST_BYTES: usize = 8 << 10;
/// So much is measured ahead in one frame: 6 ms.
const MEASURED_BYTES: usize = 16 << 10;
/// Less than a pixel on any screen.
const NOTHING_MOVED: f32 = 0.3;
/// How far down the view the sentence sought comes to stand.
const SOUGHT_AT: f32 = 0.3;

/// The text of one article, as it is laid out.
#[derive(Debug)]
pub(crate) struct ArticleText {
    paragraphs: Vec<Paragraph>,
    stamp: Option<Stamp>,
    /// What stands still while heights become known.
    anchor: Anchor,
    /// Where the view begins.
    offset: f32,
    /// How high the view is.
    height: f32,
    /// Where the text ended when it was last drawn.
    drawn: f32,
    sought: Option<usize>,
}

/// A place that the view hangs on: so far below the top of that paragraph, and that share of
/// the view's height below its top, however high it becomes.
#[derive(Clone, Copy, Debug, Default)]
struct Anchor {
    index: usize,
    below: f32,
    share: f32,
}

#[derive(Debug)]
struct Paragraph {
    span: Span,
    height: f32,
    measured: bool,
    galley: Option<Arc<Galley>>,
}

/// What the galleys were made for.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Stamp {
    timeline: usize,
    shown: Option<Shown>,
    dark: bool,
    scale: f32,
    width: f32,
}

impl ArticleText {
    /// The text of `article`, from its beginning.
    pub(crate) fn new(article: &Article) -> Self {
        let whole = text::paragraphs(&article.document.text);
        let spans = whole.into_iter().flat_map(|it| short_enough(article, it));
        let paragraph = |span| Paragraph { span, height: 0.0, measured: false, galley: None };
        Self {
            paragraphs: spans.map(paragraph).collect(),
            stamp: None,
            anchor: Anchor::default(),
            offset: 0.0,
            height: 0.0,
            drawn: f32::INFINITY,
            sought: None,
        }
    }

    /// Brings that byte into view.
    pub(crate) const fn seek(&mut self, byte: usize) {
        self.sought = Some(byte);
    }

    /// Shows the text; a click on an expression asks for what it dates.
    pub(super) fn ui(&mut self, ui: &mut Ui, marks: &Marks<'_>) -> Option<Command> {
        let width = (ui.available_width() - ui.spacing().scroll.bar_width - 8.0)
            .min(size::ARTICLE_MEASURE)
            .round();
        self.stamp(ui, marks, width);
        self.height = ui.available_height();
        let mut area = ScrollArea::vertical().auto_shrink(false);
        let asked = self.settle(ui, marks);
        if let Some(offset) = asked {
            area = area.vertical_scroll_offset(offset);
        }
        let tops = self.tops();
        let mut command = None;
        let shown = area.show_viewport(ui, |ui, view| {
            ui.set_height(tops.last().copied().unwrap_or_default() + size::EDGE);
            ui.set_width(ui.available_width());
            let corner = ui.min_rect().min;
            let first = tops.partition_point(|top| *top <= view.top()).saturating_sub(1);
            let last = tops.partition_point(|top| *top < view.bottom());
            for index in first..last.min(self.paragraphs.len()) {
                let top = tops.get(index).copied().unwrap_or_default();
                let asked = self.paragraph_ui(ui, marks, index, corner + vec2(0.0, top));
                command = command.take().or(asked);
            }
            self.forget_far(first, last);
        });
        self.drawn = tops.last().copied().unwrap_or_default() + size::EDGE;
        self.follow(asked, shown.state.clamped_offset().y);
        command
    }

    /// Throws away what was laid out for another look.
    fn stamp(&mut self, ui: &Ui, marks: &Marks<'_>, width: f32) {
        let stamp = Stamp {
            timeline: std::ptr::from_ref(marks.timeline) as usize,
            shown: marks.shown,
            dark: ui.visuals().dark_mode,
            scale: ui.pixels_per_point(),
            width,
        };
        let Some(before) = self.stamp.replace(stamp) else { return self.estimate(width) };
        if before == stamp {
            return;
        }
        for paragraph in &mut self.paragraphs {
            paragraph.galley = None;
        }
        if (before.width - width).abs() > f32::EPSILON {
            self.estimate(width);
        }
    }

    fn estimate(&mut self, width: f32) {
        #[expect(clippy::cast_precision_loss, reason = "an estimate")]
        for paragraph in &mut self.paragraphs {
            let length = paragraph.span.range().len() as f32 * size::ARTICLE * 0.46;
            let lines = (length / width).ceil().max(1.0);
            paragraph.height = lines.mul_add(size::ARTICLE_LINE, size::ARTICLE_GAP);
            paragraph.measured = false;
        }
    }

    /// Measures what is about to be seen and a little more; answers where to scroll to, if
    /// the view would move otherwise.
    fn settle(&mut self, ui: &Ui, marks: &Marks<'_>) -> Option<f32> {
        if let Some(byte) = self.sought.take() {
            self.anchor = self.anchor_at(ui, marks, byte);
            self.measure_in_view(ui, marks);
            // The frame that opens an article has enough to do.
            ui.ctx().request_repaint();
        } else {
            self.measure_in_view(ui, marks);
            self.measure_ahead(ui, marks);
        }
        // Past the end that the area knows of, it would take the view for pulled and ease it
        // back; in the next frame it knows the new one.
        let wanted = self.wanted().min((self.drawn - self.height).max(0.0));
        ((wanted - self.offset).abs() > NOTHING_MOVED).then_some(wanted)
    }

    /// Where the view has to begin for the anchor to stand still; not past the end.
    fn wanted(&self) -> f32 {
        let tops = self.tops();
        let top = tops.get(self.anchor.index).copied().unwrap_or_default();
        let end = tops.last().copied().unwrap_or_default() + size::EDGE - self.height;
        (top + self.anchor.below - self.anchor.share * self.height).min(end).max(0.0)
    }

    fn measure_ahead(&mut self, ui: &Ui, marks: &Marks<'_>) {
        let mut left = MEASURED_BYTES;
        for index in 0..self.paragraphs.len() {
            let Some(paragraph) = self.paragraphs.get(index) else { break };
            if paragraph.measured {
                continue;
            }
            left = left.saturating_sub(paragraph.span.range().len());
            self.galley(ui, marks, index);
            if left == 0 {
                ui.ctx().request_repaint();
                break;
            }
        }
    }

    fn measure_in_view(&mut self, ui: &Ui, marks: &Marks<'_>) {
        // What is measured above the anchor moves the view: the next time, that is known.
        for _ in 0..3 {
            let (tops, wanted) = (self.tops(), self.wanted());
            let mut index = tops.partition_point(|top| *top <= wanted).saturating_sub(1);
            let mut bottom = tops.get(index).copied().unwrap_or_default();
            while bottom < wanted + self.height && index < self.paragraphs.len() {
                self.galley(ui, marks, index);
                bottom += self.paragraphs.get(index).map_or(0.0, |it| it.height);
                index += 1;
            }
        }
    }

    /// The anchor that puts `byte` where a sentence sought is to stand.
    fn anchor_at(&mut self, ui: &Ui, marks: &Marks<'_>, byte: usize) -> Anchor {
        let index = self.paragraphs.partition_point(|it| it.span.end() <= byte);
        let row = self.paragraphs.get(index).map(|it| it.span).and_then(|span| {
            let cursor = cursor(&marks.article.document.text, span, byte, true);
            Some(self.galley(ui, marks, index)?.pos_from_cursor(cursor).min.y)
        });
        Anchor { index, below: row.unwrap_or_default(), share: SOUGHT_AT }
    }

    /// Takes in where the view came to stand: if the reader scrolled, the anchor goes along.
    fn follow(&mut self, asked: Option<f32>, offset: f32) {
        let scrolled = asked.is_none() && (offset - self.offset).abs() > f32::EPSILON;
        self.offset = offset;
        if scrolled {
            let tops = self.tops();
            let index = tops.partition_point(|top| *top <= offset).saturating_sub(1);
            let top = tops.get(index).copied().unwrap_or_default();
            self.anchor = Anchor { index, below: offset - top, share: 0.0 };
        }
    }

    /// Where each paragraph begins, and where the last one ends.
    fn tops(&self) -> Vec<f32> {
        let mut tops = Vec::with_capacity(self.paragraphs.len() + 1);
        let mut top = 0.0;
        for paragraph in &self.paragraphs {
            tops.push(top);
            top += paragraph.height;
        }
        tops.push(top);
        tops
    }

    fn galley(&mut self, ui: &Ui, marks: &Marks<'_>, index: usize) -> Option<Arc<Galley>> {
        let width = self.stamp?.width;
        let paragraph = self.paragraphs.get_mut(index)?;
        if let Some(galley) = &paragraph.galley {
            return Some(Arc::clone(galley));
        }
        let galley = ui.painter().layout_job(marks.job(paragraph.span, width));
        let label = if marks.label(paragraph.span).is_some() { label::HEIGHT } else { 0.0 };
        paragraph.height = galley.size().y + size::ARTICLE_GAP + label;
        paragraph.measured = true;
        paragraph.galley = Some(Arc::clone(&galley));
        Some(galley)
    }

    fn paragraph_ui(
        &mut self,
        ui: &Ui,
        marks: &Marks<'_>,
        index: usize,
        corner: Pos2,
    ) -> Option<Command> {
        let galley = self.galley(ui, marks, index)?;
        let span = self.paragraphs.get(index)?.span;
        let mut corner = corner;
        let mut command = None;
        if let Some(label) = marks.label(span) {
            command = label_ui(ui, marks, label, corner, self.stamp?.width);
            corner.y += label::HEIGHT;
        }
        let text = &marks.article.document.text;
        let area = Rect::from_min_size(corner, galley.size());
        let id = ui.scope_id().with(("paragraph", span.start()));
        let response = ui.interact(area, id, Sense::click_and_drag());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, span.slice(text)));
        let pointed = response.hover_pos().and_then(|at| {
            let byte = byte_at(&galley, text, span, at - corner)?;
            marks.expression_at(byte)
        });
        let clicked = response.clicked().then_some(pointed).flatten();
        command = command.or(clicked.map(|it| match marks.kind(it) {
            Kind::Dates(event) => Command::Select(event),
            Kind::Waits(_) => Command::ShowList(List::Waiting),
            Kind::Aside(_) => Command::ShowList(List::SetAside),
        }));
        let lines = underlines(marks, span, &galley, corner);
        let ink = marks.palette.ink;
        LabelSelectionState::label_text_selection(
            ui,
            &response,
            corner,
            galley,
            ink,
            Stroke::NONE,
        );
        ui.painter().extend(lines);
        if let Some(pointed) = pointed {
            response
                .on_hover_cursor(CursorIcon::PointingHand)
                .on_hover_text_at_pointer(marks.meaning(pointed));
        }
        command
    }

    /// Lets go of what is far out of view: a 2 MB article has 5,000 paragraphs.
    fn forget_far(&mut self, first: usize, last: usize) {
        let near = first.saturating_sub(50)..last + 50;
        for (index, paragraph) in self.paragraphs.iter_mut().enumerate() {
            if !near.contains(&index) {
                paragraph.galley = None;
            }
        }
    }
}

/// The lines under the expressions within `paragraph`.
fn underlines(marks: &Marks<'_>, paragraph: Span, galley: &Galley, corner: Pos2) -> Vec<Shape> {
    let text = &marks.article.document.text;
    let mut shapes = Vec::new();
    for expression in marks.expressions(paragraph) {
        let (stroke, dash) = marks.underline(&marks.kind(expression));
        let from = cursor(text, paragraph, expression.span.start(), true);
        let until = cursor(text, paragraph, expression.span.end(), false);
        for [left, right] in lines_under(galley, from, until) {
            let ends = [corner + left.to_vec2(), corner + right.to_vec2()];
            match dash {
                Some(dash) => shapes.extend(Shape::dashed_line(&ends, stroke, dash, dash)),
                None => shapes.push(Shape::line_segment(ends, stroke)),
            }
        }
    }
    shapes
}

/// A line under each row from one cursor to the other.
fn lines_under(galley: &Galley, from: CCursor, until: CCursor) -> Vec<[Pos2; 2]> {
    let (first, last) = (galley.pos_from_cursor(from), galley.pos_from_cursor(until));
    let mut lines = Vec::new();
    for row in &galley.rows {
        let rect = row.rect();
        let middle = rect.center().y;
        if middle < first.min.y || middle > last.max.y {
            continue;
        }
        let left =
            if rect.y_range().contains(first.center().y) { first.min.x } else { rect.min.x };
        let right =
            if rect.y_range().contains(last.center().y) { last.min.x } else { rect.max.x };
        let under = (size::ARTICLE_LINE + size::ARTICLE).mul_add(0.5, rect.min.y) - 1.0;
        lines.push([pos2(left, under), pos2(right, under)]);
    }
    lines
}

fn cursor(text: &str, paragraph: Span, byte: usize, begins: bool) -> CCursor {
    let byte = byte.clamp(paragraph.start(), paragraph.end());
    let before = text.get(paragraph.start()..byte).unwrap_or_default();
    CCursor { index: before.chars().count().into(), prefer_next_row: begins }
}

/// The byte of `text` under the pointer, if there are words.
fn byte_at(galley: &Galley, text: &str, paragraph: Span, at: egui::Vec2) -> Option<usize> {
    galley.rows.iter().find(|row| row.rect().contains(at.to_pos2()))?;
    let index = galley.cursor_from_pos(at).index.0;
    let words = paragraph.slice(text);
    let byte = words.char_indices().nth(index).map_or(words.len(), |(byte, _)| byte);
    Some(paragraph.start() + byte)
}

/// `paragraph`, parted at ends of sentences if it is too long to lay out at once.
fn short_enough(article: &Article, paragraph: Span) -> Vec<Span> {
    if paragraph.range().len() <= LONGEST_BYTES {
        return vec![paragraph];
    }
    let sentences = &article.sentences;
    let from = sentences.partition_point(|it| it.end() <= paragraph.start());
    let mut parts: Vec<Span> = Vec::new();
    for sentence in sentences.iter().skip(from).take_while(|it| paragraph.contains(**it)) {
        match parts.last_mut() {
            Some(part) if part.join(*sentence).range().len() <= LONGEST_BYTES => {
                *part = part.join(*sentence);
            }
            Some(_) | None => parts.push(*sentence),
        }
    }
    if parts.is_empty() { vec![paragraph] } else { parts }
}
