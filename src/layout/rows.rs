//! Which event stands in which row, and how much of each is drawn.
//!
//! Depends on the events and the zoom's octave alone, so no row jumps while the reader pans,
//! and zooming in and out ends where it began.

use std::{collections::BTreeMap, sync::Arc};

use super::{Axis, Column, End, Inter, Look, Mark, TimelineView, density, mark::marks, view};
use crate::{model::EventId, project::Timeline};

/// How much of each event is drawn, for the whole timeline at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Detail {
    /// Too many to tell apart: columns with counts.
    Density,
    /// A mark for each.
    Marks,
    /// A mark and its title for each.
    Titles,
}

impl Detail {
    /// How high a row is, in points.
    pub const fn row(self) -> f32 {
        match self {
            Self::Titles => 29.0,
            Self::Marks | Self::Density => 13.0,
        }
    }

    /// How high the mark in it is.
    pub const fn mark(self) -> f32 {
        match self {
            Self::Titles => 22.0,
            Self::Marks | Self::Density => 8.0,
        }
    }

    /// How wide a mark is at the least.
    pub(super) const fn dot(self) -> f64 {
        match self {
            Self::Titles => 12.0,
            Self::Marks | Self::Density => 8.0,
        }
    }

    /// More rows than these are too many to scroll through.
    const fn most_rows(self) -> usize {
        match self {
            Self::Titles => 64,
            Self::Marks => 96,
            Self::Density => 0,
        }
    }
}

/// The length of the arrow of an open end.
pub(super) const ARROW: f64 = 26.0;
/// Between a mark and the words beside it, and between the words and the next mark.
pub(super) const GAP: f64 = 7.0;
const NEXT: f64 = 18.0;
/// Between a mark's edge and the words inside.
pub(super) const PAD: f64 = 10.0;
/// How wide the count of sources is, with the space after it.
pub(super) const BADGE: f64 = 26.0;
/// How wide the sign is that sources differ, with the space after it.
pub(super) const DISPUTED: f64 = 20.0;
/// Density columns are this wide at the octave's coarsest zoom, and twice at its finest.
const COLUMN: f64 = 22.0;

/// The rows of every event at one octave.
#[derive(Debug)]
pub(super) struct Plan {
    pub(super) detail: Detail,
    /// Places in the marks, for each row from the lowest, in order of time.
    pub(super) rows: Vec<Vec<usize>>,
    pub(super) columns: Vec<Column>,
    /// Days per point at the octave's coarsest.
    pub(super) coarsest: f64,
}

/// How many days one point stands for at the coarsest, as a power of two.
fn octave(days_per_point: f64) -> i32 {
    #[expect(clippy::cast_possible_truncation, reason = "a few dozen at most")]
    let octave = days_per_point.log2().floor() as i32;
    octave
}

impl Plan {
    fn new(marks: &[Mark], octave: i32) -> Self {
        let coarsest = f64::from(octave + 1).exp2();
        for detail in [Detail::Titles, Detail::Marks] {
            if let Some(rows) = first_fit(marks, detail, coarsest) {
                return Self { detail, rows, columns: Vec::new(), coarsest };
            }
        }
        let columns = density::columns(marks, coarsest * COLUMN);
        Self { detail: Detail::Density, rows: Vec::new(), columns, coarsest }
    }
}

/// Each mark in the lowest row that is free; `None` if that takes too many rows.
fn first_fit(marks: &[Mark], detail: Detail, coarsest: f64) -> Option<Vec<Vec<usize>>> {
    let mut free_from: Vec<f64> = Vec::new();
    let mut rows: Vec<Vec<usize>> = Vec::new();
    for (place, mark) in marks.iter().enumerate() {
        let (from, until) = reach(mark, detail, coarsest);
        let row = free_from.iter().position(|&free| free <= from).unwrap_or(rows.len());
        if row >= detail.most_rows() {
            return None;
        }
        if row == rows.len() {
            rows.push(Vec::new());
            free_from.push(until);
        }
        rows.get_mut(row)?.push(place);
        *free_from.get_mut(row)? = until;
    }
    Some(rows)
}

/// Everything that belongs to a mark, its words too, in days at the octave's coarsest.
pub(super) fn reach(mark: &Mark, detail: Detail, coarsest: f64) -> (f64, f64) {
    let from = mark.start - if mark.left == End::Open { ARROW * coarsest } else { 0.0 };
    // The last of several short stretches is as wide as a dot, and reaches beyond its end.
    let last = if mark.either.is_empty() { 0.0 } else { detail.dot() * coarsest };
    let body = (mark.end - mark.start).max(detail.dot() * coarsest) + last;
    let arrow = if mark.right == End::Open { ARROW } else { 0.0 };
    let beside = match detail {
        Detail::Titles if !inside(mark, coarsest) => GAP + words(mark) + NEXT,
        Detail::Titles => NEXT / 3.0,
        Detail::Marks | Detail::Density => 3.0,
    };
    (from, mark.start + body + (arrow + beside) * coarsest)
}

/// Whether a mark's words stand within it: the same at every zoom of an octave.
pub(super) fn inside(mark: &Mark, coarsest: f64) -> bool {
    (mark.end - mark.start) / coarsest >= words(mark) + 2.0 * PAD && mark.either.is_empty()
}

/// How wide the words are, with the count of sources and the sign that they differ before them.
pub(super) fn words(mark: &Mark) -> f64 {
    let badge = if mark.sources > 1 { BADGE } else { 0.0 };
    f64::from(mark.width) + badge + if mark.disputed { DISPUTED } else { 0.0 }
}

/// The layouts of one timeline, each made when it is first looked at.
#[derive(Debug, Default)]
pub struct Layouts {
    timeline: Option<Arc<Timeline>>,
    marks: Arc<[Mark]>,
    plans: BTreeMap<i32, Arc<Plan>>,
}

impl Layouts {
    /// None yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// What is seen of `timeline`, looked at in a frame of that width and height; `None` looks
    /// at all of it.
    pub fn view(
        &mut self,
        timeline: &Arc<Timeline>,
        look: Option<Look>,
        (width, height): (f32, f32),
        selected: Option<EventId>,
    ) -> TimelineView {
        self.know(timeline);
        let look = look.unwrap_or_else(|| self.all());
        let axis = Axis::new(look, width);
        let octave = octave(axis.days_per_point());
        let marks = &self.marks;
        let plan =
            self.plans.entry(octave).or_insert_with(|| Arc::new(Plan::new(marks, octave)));
        let selected = selected.and_then(|id| self.marks.iter().position(|mark| mark.id == id));
        let seen = view::Seen { axis, height, scrolled: look.scrolled, selected };
        TimelineView::new(Arc::clone(&self.marks), plan, &seen)
    }

    /// The look that shows every event with its whole extent.
    pub fn all(&self) -> Look {
        let first = self.marks.iter().map(|mark| mark.start).fold(f64::INFINITY, f64::min);
        let last = self.marks.iter().map(|mark| mark.end).fold(f64::NEG_INFINITY, f64::max);
        if first >= last {
            return Look::all(NO_EVENTS.0, NO_EVENTS.1);
        }
        // A single day would fill the screen; a few around it show that it is one.
        let finer = self.marks.iter().any(|mark| mark.end - mark.start < 1.0);
        let more = if finer { 0.0 } else { (LEAST_DAYS - (last - first)).max(0.0) / 2.0 };
        Look::all(first - more, last + more)
    }

    /// The look nearest to `look` in which the event is seen, in a frame of that width and
    /// height: the same, if it is.
    pub fn with_event(&self, look: Look, (width, height): (f32, f32), id: EventId) -> Look {
        let axis = Axis::new(look, width);
        let Some(place) = self.marks.iter().position(|mark| mark.id == id) else { return look };
        let Some(mark) = self.marks.get(place) else { return look };
        let seen = mark.start < look.last && mark.end > look.first;
        let middle = f64::midpoint(mark.start, mark.end);
        let by = if seen { 0.0 } else { middle - f64::midpoint(look.first, look.last) };
        let plan = self.plans.get(&octave(axis.days_per_point()));
        let row = plan.and_then(|it| it.rows.iter().position(|row| row.contains(&place)));
        let scrolled = match (plan, row) {
            (Some(plan), Some(row)) => {
                view::scrolled_to(row, plan.detail, look.scrolled, height)
            }
            _ => look.scrolled,
        };
        Look { scrolled, ..look.panned(by) }
    }

    /// The event `by` further on in time than `from`; without one, the first or the last.
    pub fn neighbour(&self, from: Option<EventId>, by: isize) -> Option<&Mark> {
        let here = from.and_then(|id| self.marks.iter().position(|mark| mark.id == id));
        let place = match here {
            Some(here) => here.checked_add_signed(by)?,
            None if by > 0 => 0,
            None => self.marks.len().checked_sub(1)?,
        };
        self.marks.get(place)
    }

    fn know(&mut self, timeline: &Arc<Timeline>) {
        let known = self.timeline.as_ref().is_some_and(|known| Arc::ptr_eq(known, timeline));
        if !known {
            self.marks = marks(timeline, Inter::bundled()).into();
            self.plans.clear();
            self.timeline = Some(Arc::clone(timeline));
        }
    }
}

/// Where all events are days or longer, the first look shows this many at the least.
const LEAST_DAYS: f64 = 10.0;
/// What an empty timeline shows: the years 2000 to 2030, whatever today is.
const NO_EVENTS: (f64, f64) = (10_957.0, 21_915.0);
