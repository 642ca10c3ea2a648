//! The timeline: `egui_plot`'s axes and grid, one plot item for every event.
//!
//! Lays nothing out and changes nothing: it draws the layout's view and answers with what the
//! reader asks for.

mod card;
mod item;
mod moves;
mod small;
mod strokes;
mod style;
mod sums;

use std::{sync::Arc, time::Duration};

use egui::{
    CursorIcon, FontId, Pos2, Rangef, Rect, Response, Role, Sense, Ui, Vec2, WidgetInfo, vec2,
};
use egui_plot::{AxisHints, GridMark, Plot};

use self::{item::EventsItem, style::TimelineStyle};
use super::Command;
use crate::{
    layout::{Layouts, Look, TimelineView},
    model::EventId,
    project::Timeline,
    time::words,
};

/// How high each of the two lines of words under the axis is.
const AXIS_HIGH: f32 = 22.0;
/// So many marks have a node of their own for screen readers; more would be read to nobody.
const MOST_NODES: usize = 200;
/// The name of the whole timeline for screen readers begins so.
const NAME: &str = "Timeline";

/// The timeline with what was last laid out of it.
#[derive(Debug, Default)]
pub struct TimelinePanel {
    layouts: Layouts,
    /// The event under the pointer, and since when.
    hovered: Option<(EventId, f64)>,
    /// The event that was selected when this was last drawn.
    selected: Option<EventId>,
    /// How much of it was in sight.
    sums: String,
}

impl TimelinePanel {
    /// Nothing has been laid out yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Draws `timeline` in all the room there is; a `look` of `None` shows all of it.
    ///
    /// Returns what the reader asks for.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        timeline: &Arc<Timeline>,
        look: Option<Look>,
        selected: Option<EventId>,
    ) -> Vec<Command> {
        let frame = frame(ui);
        let size = (frame.width(), frame.height());
        let view = self.layouts.view(timeline, look, size, selected);
        self.sums = sums::sums(&view);
        let style = TimelineStyle::of(ui);
        let hovered = self.hovered_mark(ui, frame, &view);
        let response = plot_ui(ui, &view, &style, hovered);
        name_whole(&response, timeline, &view);
        let clicked = marks_ui(ui, frame, timeline, &view);
        self.card_ui(ui, frame, timeline, &view, hovered);
        let mut asked = moves::asked(ui, &response, frame, &view, &self.layouts, clicked);
        asked.extend(self.newly_selected(&view, selected, size));
        asked
    }

    /// An event that was just selected elsewhere is brought into sight.
    fn newly_selected(
        &mut self,
        view: &TimelineView,
        selected: Option<EventId>,
        size: (f32, f32),
    ) -> Option<Command> {
        let newly = selected.filter(|_| self.selected != selected);
        self.selected = selected;
        let here =
            Look { first: view.axis.first, last: view.axis.last, scrolled: view.scrolled };
        let there = self.layouts.with_event(here, size, newly?);
        (there != here).then_some(Command::Look(there))
    }

    /// How much of the timeline was in sight when it was last drawn, in words.
    pub fn sums(&self) -> &str {
        &self.sums
    }

    /// The event under the pointer; remembers since when.
    fn hovered_mark(&mut self, ui: &Ui, frame: Rect, view: &TimelineView) -> Option<usize> {
        let within = pointer_over(ui, frame).map(|at| at - frame.min);
        let hovered = within.and_then(|at| view.at(at.x, at.y));
        let id = hovered.and_then(|mark| view.marks.get(mark)).map(|mark| mark.id);
        if self.hovered.map(|(id, _)| id) != id {
            self.hovered = id.map(|id| (id, ui.input(|i| i.time)));
        }
        hovered
    }

    /// The card of what is under the pointer: of an event after a moment's rest.
    fn card_ui(
        &self,
        ui: &Ui,
        frame: Rect,
        timeline: &Timeline,
        view: &TimelineView,
        hovered: Option<usize>,
    ) {
        let style = TimelineStyle::of(ui);
        if let Some((_, since)) = self.hovered
            && let Some(mark) = hovered.and_then(|mark| view.marks.get(mark))
            && let Some(event) = timeline.events.get(mark.event)
        {
            ui.set_cursor_icon(CursorIcon::PointingHand);
            let left = card::DELAY_SECONDS - (ui.input(|i| i.time) - since);
            if left <= 0.0 {
                card::event_ui(ui, timeline, event, mark.sources, &style);
            } else {
                ui.request_repaint_after(Duration::from_secs_f64(left));
            }
        } else if let Some(at) = pointer_over(ui, frame)
            && let Some(column) = view.column_at(at.x - frame.left())
        {
            card::column_ui(ui, column, &style);
        }
    }
}

/// Where the pointer rests on the events, with no button down.
fn pointer_over(ui: &Ui, frame: Rect) -> Option<Pos2> {
    let rests = ui.rect_contains_pointer(frame) && !ui.input(|i| i.pointer.any_down());
    ui.input(|i| i.pointer.hover_pos()).filter(|_| rests)
}

/// Where `egui_plot` will draw: all the room but the two lines under the axis.
fn frame(ui: &Ui) -> Rect {
    let room = ui.available_rect_before_wrap();
    let size = vec2(room.width().max(64.0), (room.height() - 2.0 * AXIS_HIGH).max(20.0));
    Rect::from_min_size(room.min, size)
}

/// The axis, its grid and the events: all of them as the view says.
fn plot_ui(
    ui: &mut Ui,
    view: &TimelineView,
    style: &TimelineStyle,
    hovered: Option<usize>,
) -> Response {
    // egui_plot hides what it takes to be too near; the layout has seen to that already.
    let days = |points: f64| points * view.axis.days_per_point();
    let marks = |_| {
        let mark = |tick: &crate::layout::Tick| GridMark {
            value: tick.at,
            step_size: days(if tick.strong { 1000.0 } else { 400.0 }),
        };
        view.ticks.iter().map(mark).collect()
    };
    let tick = |mark: GridMark| {
        let place = view.ticks.partition_point(|tick| tick.at < mark.value);
        view.ticks.get(place)
    };
    let label =
        move |mark, _: &_| tick(mark).map(|tick| tick.label.clone()).unwrap_or_default();
    let context =
        move |mark, _: &_| tick(mark).and_then(|t| t.context.clone()).unwrap_or_default();
    let nearer = axis().tick_label_color(style.text).formatter(label);
    let farther = axis().tick_label_color(style.weak).formatter(context);
    let size = frame(ui).size() + Vec2::new(0.0, 2.0 * AXIS_HIGH);
    let days_in_view = view.axis.first..=view.axis.last;
    Plot::new(NAME)
        .width(size.x)
        .height(size.y)
        .min_size(Vec2::ZERO)
        .custom_x_axes(vec![nearer, farther])
        .show_axes([true, false])
        .x_grid_spacer(marks)
        .show_grid([true, false])
        .grid_spacing(Rangef::new(0.0, 1000.0))
        .grid_color(style.grid)
        .grid_fade(1.0)
        .show_background(false)
        .show_x(false)
        .show_y(false)
        .show_crosshair(false)
        // Zoom and pan need `f64` and our own wheel, so egui_plot's are all off.
        .allow_drag(false)
        .allow_zoom(false)
        .allow_scroll(false)
        .allow_boxed_zoom(false)
        .allow_axis_zoom_drag(false)
        .allow_double_click_reset(false)
        .auto_bounds(false)
        .show(ui, |plot| {
            plot.set_plot_bounds_x(days_in_view);
            plot.set_plot_bounds_y(0.0..=1.0);
            plot.add(EventsItem::new(view, style, hovered));
        })
        .response
}

/// One line of words under the axis.
fn axis<'a>() -> AxisHints<'a> {
    AxisHints::new_x()
        .min_thickness(AXIS_HIGH)
        .label_spacing(Rangef::new(0.0, 1.0))
        .tick_label_font(FontId::proportional(crate::layout::TICK_SIZE))
}

/// A node for every mark in view, so that it is found and pressed by its name.
fn marks_ui(ui: &Ui, frame: Rect, timeline: &Timeline, view: &TimelineView) -> Option<EventId> {
    let mut clicked = None;
    for bar in view.bars.iter().filter(|bar| bar.or_from.is_none()).take(MOST_NODES) {
        let Some(mark) = view.marks.get(bar.mark) else { continue };
        let place = item::rect(bar.place, frame.min).intersect(frame);
        if !place.is_positive() {
            continue;
        }
        let response = ui.interact(place, ui.scope_id().with(mark.id), Sense::CLICK);
        response.widget_info(|| {
            let when = timeline.events.get(mark.event).map(|event| words(&event.when));
            let name = format!("{}, {}", mark.words, when.unwrap_or_default());
            WidgetInfo::selected(Role::Button, true, view.selected == Some(bar.mark), name)
        });
        if response.clicked() {
            clicked = Some(mark.id);
        }
    }
    clicked
}

fn name_whole(response: &Response, timeline: &Timeline, view: &TimelineView) {
    response.widget_info(|| {
        let all = timeline.events.len();
        let name = format!("{NAME}, {} of {all} events in view", view.in_view);
        WidgetInfo::labeled(Role::Group, true, name)
    });
}
