//! Every event as one plot item: draws what the view says, where it says.

use std::{ops::RangeInclusive, sync::Arc};

use egui::{
    Align2, Color32, FontId, Galley, Mesh, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, Ui,
    pos2, text::LayoutJob, vec2,
};
use egui_plot::{ClosestElem, PlotBounds, PlotGeometry, PlotItem, PlotItemBase, PlotTransform};

use super::{
    small,
    strokes::{arrow, dotted, edges, faded, hatch},
    style::{LINE, TimelineStyle},
};
use crate::layout::{
    Bar, Column, Detail, End, LABEL_SIZE, Label, Mark, Place, TICK_SIZE, Telling, TimelineView,
};

/// Corners of a stretch and of a column.
const RADIUS: f32 = 6.0;
/// The length of the arrow of an open end.
const ARROW: f32 = 22.0;
/// Over so many points an end fades.
const FADE: f32 = 28.0;
/// The count of sources: its width, and with the space after it.
const BADGE: f32 = 20.0;
const BADGE_ROOM: f32 = 26.0;
/// Half the sign that sources differ, and its width with the space after it.
const DIAMOND: f32 = 6.5;
const DIAMOND_ROOM: f32 = 20.0;

/// The events in view.
pub(super) struct EventsItem<'a> {
    base: PlotItemBase,
    view: &'a TimelineView,
    style: &'a TimelineStyle,
    hovered: Option<usize>,
}

impl<'a> EventsItem<'a> {
    pub(super) fn new(
        view: &'a TimelineView,
        style: &'a TimelineStyle,
        hovered: Option<usize>,
    ) -> Self {
        Self { base: PlotItemBase::new("events".to_owned()), view, style, hovered }
    }
}

/// A place of the view on the screen.
pub(super) fn rect(place: Place, origin: Pos2) -> Rect {
    Rect::from_min_max(pos2(place.left, place.top), pos2(place.right, place.bottom))
        .translate(origin.to_vec2())
}

impl PlotItem for EventsItem<'_> {
    fn shapes(&self, ui: &Ui, transform: &PlotTransform, shapes: &mut Vec<Shape>) {
        let pen = Pen {
            painter: ui.painter(),
            style: self.style,
            view: self.view,
            frame: *transform.frame(),
            hovered: self.hovered,
        };
        pen.draw(shapes);
    }

    fn initialize(&mut self, _: RangeInclusive<f64>) {}

    fn color(&self) -> Color32 {
        Color32::TRANSPARENT
    }

    fn allow_hover(&self) -> bool {
        false
    }

    fn geometry(&self) -> PlotGeometry<'_> {
        PlotGeometry::None
    }

    fn bounds(&self) -> PlotBounds {
        PlotBounds::from_min_max([self.view.axis.first, 0.0], [self.view.axis.last, 1.0])
    }

    fn base(&self) -> &PlotItemBase {
        &self.base
    }

    fn base_mut(&mut self) -> &mut PlotItemBase {
        &mut self.base
    }

    fn find_closest(&self, _: Pos2, _: &PlotTransform) -> Option<ClosestElem> {
        None
    }
}

/// What is drawn with, and where.
struct Pen<'a> {
    painter: &'a Painter,
    style: &'a TimelineStyle,
    view: &'a TimelineView,
    frame: Rect,
    hovered: Option<usize>,
}

impl Pen<'_> {
    fn draw(&self, shapes: &mut Vec<Shape>) {
        let floor = self.frame.bottom() - 0.5;
        let line = Stroke::new(1.0, self.style.grid);
        shapes.push(Shape::hline(self.frame.x_range(), floor, line));
        for (column, place) in &self.view.columns {
            self.column(column, self.at(*place), shapes);
        }
        if self.view.detail == Detail::Marks {
            self.small(shapes);
        } else {
            for bar in &self.view.bars {
                if let Some(mark) = self.view.marks.get(bar.mark) {
                    self.bar(bar, mark, shapes);
                }
            }
        }
        for label in &self.view.labels {
            if let Some(mark) = self.view.marks.get(label.mark) {
                self.label(label, mark, shapes);
            }
        }
    }

    fn at(&self, place: Place) -> Rect {
        rect(place, self.frame.min)
    }

    fn bar(&self, bar: &Bar, mark: &Mark, shapes: &mut Vec<Shape>) {
        let rect = self.at(bar.place);
        let colour = self.style.of_telling(mark.telling);
        if let Some(from) = bar.or_from {
            self.or(self.frame.left() + from, rect, colour, shapes);
        }
        if self.view.detail == Detail::Density {
            shapes.push(Shape::rect_filled(rect.expand(5.0), RADIUS, self.style.ground));
        }
        // Far off the screen a corner is never seen, and its geometry would only cost.
        let seen = rect.intersect(self.frame.expand2(vec2(2.0 * FADE, f32::INFINITY)));
        if mark.exact && bar.dot {
            self.dot(rect, mark.telling, colour, shapes);
        } else if mark.left == End::Firm && mark.right == End::Firm {
            self.firm(seen, mark, colour, shapes);
        } else {
            self.unsure(seen, mark, colour, shapes);
        }
        self.ring(bar.mark, rect, mark.exact && bar.dot, shapes);
    }

    /// All marks, where none has words.
    fn small(&self, shapes: &mut Vec<Shape>) {
        let mut mesh = Mesh::default();
        let mut rings = Vec::new();
        for bar in &self.view.bars {
            let Some(mark) = self.view.marks.get(bar.mark) else { continue };
            let rect = self.at(bar.place);
            if let Some(from) = bar.or_from {
                let from = pos2(self.frame.left() + from, rect.center().y - 0.5);
                let line = Rect::from_min_max(from, rect.left_center() + vec2(0.0, 0.5));
                mesh.add_colored_rect(line, self.style.of_telling(mark.telling));
            }
            if mark.exact && bar.dot {
                small::dot(rect, mark.telling, self.style, &mut mesh, shapes);
            } else {
                small::stretch(
                    rect.intersect(self.frame.expand(64.0)),
                    mark,
                    self.style,
                    &mut mesh,
                );
            }
            self.ring(bar.mark, rect, mark.exact && bar.dot, &mut rings);
        }
        shapes.push(Shape::mesh(mesh));
        shapes.append(&mut rings);
    }

    /// What is selected or under the pointer stands out by a ring.
    fn ring(&self, mark: usize, rect: Rect, round: bool, shapes: &mut Vec<Shape>) {
        let selected = self.view.selected == Some(mark);
        let stroke = if selected {
            Stroke::new(2.5, self.style.selected)
        } else if self.hovered == Some(mark) {
            Stroke::new(1.5, self.style.weak)
        } else {
            return;
        };
        if round {
            let radius = dot_radius(rect) + 3.5;
            shapes.push(Shape::circle_stroke(
                rect.left_center() + vec2(dot_radius(rect), 0.0),
                radius,
                stroke,
            ));
        } else {
            shapes.push(Shape::rect_stroke(
                rect.expand(2.5),
                RADIUS + 2.0,
                stroke,
                StrokeKind::Middle,
            ));
        }
    }

    /// A day, too short to be drawn as long as it is.
    fn dot(&self, rect: Rect, telling: Telling, colour: Color32, shapes: &mut Vec<Shape>) {
        let radius = dot_radius(rect);
        let centre = rect.left_center() + vec2(radius, 0.0);
        let outline = Stroke::new(LINE, colour);
        match telling {
            Telling::Fact => shapes.push(Shape::circle_filled(centre, radius, colour)),
            Telling::Planned => {
                shapes.push(Shape::circle_filled(centre, radius - 0.5, self.style.ground));
                shapes.push(Shape::circle_stroke(centre, radius - 0.75, outline));
            }
            Telling::Denied => {
                shapes.push(Shape::circle_filled(centre, radius, self.style.soft(colour)));
                shapes.push(Shape::circle_stroke(centre, radius - 0.75, outline));
                let across = vec2(radius, -radius) * 0.95;
                shapes.push(Shape::line_segment([centre - across, centre + across], outline));
            }
            Telling::Hypothetical => {
                let square = Rect::from_center_size(centre, egui::Vec2::splat(radius * 1.8));
                shapes.extend(dotted(square, colour));
            }
        }
    }

    /// A stretch whose ends are said.
    fn firm(&self, rect: Rect, mark: &Mark, colour: Color32, shapes: &mut Vec<Shape>) {
        let radius = RADIUS.min(rect.height() / 2.0);
        match mark.telling {
            Telling::Fact if mark.exact => {
                shapes.push(Shape::rect_filled(rect, radius, colour));
                return;
            }
            Telling::Fact | Telling::Denied => {
                shapes.push(Shape::rect_filled(rect, radius, self.style.soft(colour)));
            }
            Telling::Planned => {
                shapes.push(Shape::rect_filled(rect, radius, self.style.ground));
            }
            Telling::Hypothetical => {
                shapes.push(Shape::rect_filled(rect, radius, self.style.ground));
                shapes.extend(dotted(rect, colour));
                return;
            }
        }
        if mark.telling == Telling::Denied {
            hatch(rect, colour.gamma_multiply(0.55), shapes);
        }
        let outline = Stroke::new(LINE, colour);
        shapes.push(Shape::rect_stroke(rect, radius, outline, StrokeKind::Inside));
    }

    /// A stretch with an end that fades or lies open.
    fn unsure(&self, rect: Rect, mark: &Mark, colour: Color32, shapes: &mut Vec<Shape>) {
        let fill = match mark.telling {
            Telling::Fact if mark.exact => colour,
            Telling::Fact | Telling::Denied => self.style.soft(colour),
            Telling::Planned | Telling::Hypothetical => self.style.ground,
        };
        let left = if mark.left == End::Faded { FADE.min(rect.width() * 0.4) } else { 0.0 };
        let right = if mark.right == End::Faded { FADE.min(rect.width() * 0.4) } else { 0.0 };
        shapes.push(faded(rect, left, right, fill));
        if mark.telling == Telling::Denied {
            hatch(rect, colour.gamma_multiply(0.55), shapes);
        }
        edges(rect, left, right, Stroke::new(LINE, colour), mark.telling, shapes);
        let line = Stroke::new(LINE, colour);
        for (end, x) in [(mark.left, rect.left()), (mark.right, rect.right())] {
            if end == End::Firm {
                shapes.push(Shape::vline(x, rect.y_range(), line));
            }
        }
        if mark.right == End::Open {
            arrow(rect.right_center(), ARROW, rect.height(), fill, line, shapes);
        }
        if mark.left == End::Open {
            arrow(rect.left_center(), -ARROW, rect.height(), fill, line, shapes);
        }
    }

    /// One stretch or the other: a thin line, and the word where there is room for it.
    fn or(&self, from: f32, rect: Rect, colour: Color32, shapes: &mut Vec<Shape>) {
        let stroke = Stroke::new(1.0, colour);
        let (y, until) = (rect.center().y, rect.left());
        shapes.push(Shape::hline(from..=until, y, stroke));
        if until - from > 40.0 && self.view.detail == Detail::Titles {
            let font = FontId::proportional(TICK_SIZE);
            let word = self.painter.layout_no_wrap("or".to_owned(), font, self.style.weak);
            let at = pos2(f32::midpoint(from, until), y);
            let place = Align2::CENTER_CENTER.anchor_size(at, word.size());
            shapes.push(Shape::rect_filled(
                place.expand2(vec2(4.0, 0.0)),
                0.0,
                self.style.ground,
            ));
            shapes.push(Shape::galley(place.min, word, self.style.weak));
        }
    }

    fn label(&self, label: &Label, mark: &Mark, shapes: &mut Vec<Shape>) {
        let rect = self.at(label.place);
        let solid = label.inside && mark.exact && mark.telling == Telling::Fact;
        let colour = if solid { self.style.on_solid } else { self.style.text };
        if label.over {
            let ground = rect.expand2(vec2(8.0, 2.0));
            let stroke = Stroke::new(1.0, self.style.selected);
            shapes.push(Shape::rect_filled(ground, RADIUS, self.style.ground));
            shapes.push(Shape::rect_stroke(ground, RADIUS, stroke, StrokeKind::Inside));
        }
        let mut left = rect.left();
        if mark.sources > 1 {
            self.badge(left, rect.center().y, mark.sources, colour, shapes);
            left += BADGE_ROOM;
        }
        if mark.disputed {
            let sign = if solid { colour } else { self.style.disputed };
            self.diamond(pos2(left + DIAMOND, rect.center().y), sign, shapes);
            left += DIAMOND_ROOM;
        }
        let room = rect.right() - left;
        let galley = self.words(&mark.words, colour, room, mark.whole);
        let y = rect.center().y - galley.size().y / 2.0;
        shapes.push(Shape::galley(pos2(left, y), galley, colour));
    }

    /// Sources differ: a form that no mark has.
    fn diamond(&self, centre: Pos2, colour: Color32, shapes: &mut Vec<Shape>) {
        let corner = |x, y| centre + vec2(x, y) * DIAMOND;
        let corners =
            vec![corner(0.0, -1.0), corner(1.0, 0.0), corner(0.0, 1.0), corner(-1.0, 0.0)];
        let stroke = Stroke::new(LINE, colour);
        shapes.push(Shape::convex_polygon(corners, self.style.soft(colour), stroke));
    }

    /// How many articles say so.
    fn badge(&self, left: f32, y: f32, count: usize, colour: Color32, shapes: &mut Vec<Shape>) {
        let pill = Rect::from_min_size(pos2(left, y - 8.5), vec2(BADGE, 17.0));
        let stroke = Stroke::new(1.0, colour.gamma_multiply(0.6));
        shapes.push(Shape::rect_stroke(pill, 8.5, stroke, StrokeKind::Inside));
        let text = if count > 99 { "99+".to_owned() } else { count.to_string() };
        let galley = self.painter.layout_no_wrap(text, FontId::proportional(11.5), colour);
        let at = Align2::CENTER_CENTER.anchor_size(pill.center(), galley.size());
        shapes.push(Shape::galley(at.min, galley, colour));
    }

    fn words(&self, words: &str, colour: Color32, room: f32, width: f32) -> Arc<Galley> {
        let font = FontId::proportional(LABEL_SIZE);
        if width <= room + 1.0 {
            return self.painter.layout_no_wrap(words.to_owned(), font, colour);
        }
        let mut job = LayoutJob::simple_singleline(words.to_owned(), font, colour);
        job.wrap.max_width = room;
        job.wrap.max_rows = 1;
        job.wrap.break_anywhere = true;
        self.painter.layout_job(job)
    }

    fn column(&self, column: &Column, rect: Rect, shapes: &mut Vec<Shape>) {
        let colour = self.style.of_telling(Telling::Fact);
        let rect = rect.shrink2(vec2(1.5_f32.min(rect.width() * 0.2), 0.0));
        if column.maybe > 0 {
            shapes.push(Shape::rect_filled(rect, top_corners(rect), self.style.soft(colour)));
        }
        if column.sure > 0 {
            let share = f64::from(column.sure) / f64::from(column.all());
            #[expect(clippy::cast_possible_truncation, reason = "a share between 0 and 1")]
            let high = (rect.height() * share as f32).max(2.0);
            let sure = rect.with_min_y(rect.bottom() - high);
            let corners =
                if column.maybe > 0 { egui::CornerRadius::ZERO } else { top_corners(rect) };
            shapes.push(Shape::rect_filled(sure, corners, colour));
        }
        let galley = self.painter.layout_no_wrap(
            column.all().to_string(),
            FontId::proportional(11.5),
            self.style.weak,
        );
        if galley.size().x <= rect.width() + 2.0 || rect.width() > 40.0 {
            let middle = rect.intersect(self.frame).center_top() - vec2(0.0, 3.0);
            let at = Align2::CENTER_BOTTOM.anchor_size(middle, galley.size());
            shapes.push(Shape::galley(at.min, galley, self.style.weak));
        }
    }
}

fn dot_radius(rect: Rect) -> f32 {
    rect.width().min(rect.height()) / 2.0
}

fn top_corners(rect: Rect) -> egui::CornerRadius {
    let round = if rect.width() > 8.0 && rect.height() > 4.0 { 3 } else { 0 };
    egui::CornerRadius { nw: round, ne: round, sw: 0, se: 0 }
}
