//! What the reader asks of the timeline with mouse and keys.

use egui::{EventFilter, Key, Modifiers, Rect, Response, Ui};

use crate::{
    layout::{Column, Layouts, Look, TimelineView},
    model::EventId,
    show::Command,
};

/// How much nearer a point of the wheel goes.
const NEARER_PER_POINT: f64 = 0.004;
/// How much nearer a press of + goes.
const NEARER_PER_KEY: f64 = 1.5;

/// What is asked for in this frame.
pub(super) fn asked(
    ui: &Ui,
    response: &Response,
    frame: Rect,
    view: &TimelineView,
    layouts: &Layouts,
    clicked: Option<EventId>,
) -> Vec<Command> {
    let mut commands = Vec::new();
    let here = Look { first: view.axis.first, last: view.axis.last, scrolled: view.scrolled };
    let mut look = dragged(response, view, here);
    look = wheeled(ui, response, frame, view, look);
    clicks(response, frame, view, clicked, &mut commands);
    if has_keys(ui, response) {
        look = keys(ui, view, layouts, look, &mut commands);
    }
    if look != here {
        commands.push(Command::Look(look));
    }
    if !commands.is_empty() {
        // What is asked for is seen in the next frame, which nothing else may call for.
        ui.request_repaint();
    }
    commands
}

/// Days and rows follow the pointer.
fn dragged(response: &Response, view: &TimelineView, look: Look) -> Look {
    if !response.dragged() {
        return look;
    }
    let by = response.drag_delta();
    let scrolled = (look.scrolled + by.y).clamp(0.0, view.scrolls);
    Look { scrolled, ..look.panned(-f64::from(by.x) * view.axis.days_per_point()) }
}

/// The wheel zooms round the pointer; sideways, or with Shift, it pans.
fn wheeled(ui: &Ui, response: &Response, frame: Rect, view: &TimelineView, look: Look) -> Look {
    let pointer = ui.input(|i| i.pointer.hover_pos());
    let Some(at) = pointer.filter(|_| response.contains_pointer()) else { return look };
    let (scroll, pinch) = ui.input(|i| (i.smooth_scroll_delta(), i.zoom_delta()));
    let nearer = f64::from(pinch) * (f64::from(scroll.y) * NEARER_PER_POINT).exp();
    let panned = if scroll.x == 0.0 {
        look
    } else {
        look.panned(-f64::from(scroll.x) * view.axis.days_per_point())
    };
    if (nearer - 1.0).abs() < 1e-6 {
        return panned;
    }
    panned.zoomed(nearer, view.axis.day_from_x(at.x - frame.left()))
}

/// A click selects; twice on nothing looks at all.
fn clicks(
    response: &Response,
    frame: Rect,
    view: &TimelineView,
    clicked: Option<EventId>,
    commands: &mut Vec<Command>,
) {
    let under = response.interact_pointer_pos().and_then(|at| {
        let within = at - frame.min;
        view.at(within.x, within.y)
    });
    let under = under.and_then(|mark| view.marks.get(mark)).map(|mark| mark.id);
    if let Some(id) = clicked.or(under.filter(|_| response.clicked())) {
        response.request_focus();
        commands.push(Command::Select(id));
    } else if response.double_clicked() {
        commands.push(Command::LookAtAll);
    } else if let Some(column) = pressed_column(response, frame, view) {
        response.request_focus();
        let scrolled = view.scrolled;
        commands.push(Command::Look(Look { scrolled, ..Look::all(column.first, column.last) }));
    } else if response.clicked() {
        response.request_focus();
        if view.selected.is_some() {
            commands.push(Command::Deselect);
        }
    }
}

/// The column of counted events that was clicked: it is looked into.
fn pressed_column<'a>(
    response: &Response,
    frame: Rect,
    view: &'a TimelineView,
) -> Option<&'a Column> {
    let at = response.interact_pointer_pos().filter(|_| response.clicked())?;
    view.column_at(at.x - frame.left())
}

/// The keys are the timeline's if it has the focus, or nothing has and the pointer is on it.
fn has_keys(ui: &Ui, response: &Response) -> bool {
    if response.has_focus() {
        let filter =
            EventFilter { horizontal_arrows: true, escape: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        return true;
    }
    response.contains_pointer() && ui.memory(|memory| memory.focused().is_none())
}

fn keys(
    ui: &Ui,
    view: &TimelineView,
    layouts: &Layouts,
    mut look: Look,
    commands: &mut Vec<Command>,
) -> Look {
    let pressed = |key| ui.input_mut(|i| i.consume_key(Modifiers::NONE, key));
    let middle = f64::midpoint(look.first, look.last);
    if pressed(Key::Home) {
        commands.push(Command::LookAtAll);
    }
    if pressed(Key::Escape) && view.selected.is_some() {
        commands.push(Command::Deselect);
    }
    if pressed(Key::Plus) || pressed(Key::Equals) {
        look = look.zoomed(NEARER_PER_KEY, middle);
    }
    if pressed(Key::Minus) {
        look = look.zoomed(NEARER_PER_KEY.recip(), middle);
    }
    for (key, by) in [(Key::ArrowLeft, -1), (Key::ArrowRight, 1)] {
        let selected = view.selected.and_then(|mark| view.marks.get(mark)).map(|mark| mark.id);
        if pressed(key)
            && let Some(mark) = layouts.neighbour(selected, by)
        {
            commands.push(Command::Select(mark.id));
        }
    }
    look
}
