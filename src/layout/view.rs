//! What is seen of a timeline: complete, so that whoever draws it decides nothing.

use std::sync::Arc;

use super::{
    Axis, Column, Detail, End, Inter, Mark, Tick,
    axis::points,
    rows::{ARROW, GAP, PAD, Plan, inside, reach, words},
    ticks,
};

/// Between the lowest row and the axis.
const MARGIN: f32 = 14.0;
/// Above the highest row.
const TOP: f32 = 12.0;
/// Words narrower than this say nothing.
const LEAST_WORDS: f64 = 90.0;
/// Between the words of one mark and those of the next, which stand before it.
const BETWEEN: f64 = 24.0;
/// The lowest that a column is drawn.
const LEAST_COLUMN: f32 = 3.0;
/// The highest column takes this share of the frame.
const COLUMNS_SHARE: f32 = 0.62;

/// A place within the frame, in points from its upper left corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// Left edge.
    pub left: f32,
    /// Upper edge.
    pub top: f32,
    /// Right edge.
    pub right: f32,
    /// Lower edge.
    pub bottom: f32,
}

impl Place {
    /// Whether that point lies within, or nearer to it than `by`.
    pub fn near(&self, x: f32, y: f32, by: f32) -> bool {
        (self.left - by..=self.right + by).contains(&x)
            && (self.top - by..=self.bottom + by).contains(&y)
    }
}

/// One stretch of one event.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    /// Which event, in [`TimelineView::marks`].
    pub mark: usize,
    /// Where.
    pub place: Place,
    /// Whether it is too short to be drawn as long as it is.
    pub dot: bool,
    /// Where the stretch before it ends, if the event lies in either.
    pub or_from: Option<f32>,
}

/// The words of one event.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Label {
    /// Which event, in [`TimelineView::marks`].
    pub mark: usize,
    /// Where; with the count of sources, if there is one.
    pub place: Place,
    /// Whether it stands within the event's bar.
    pub inside: bool,
    /// Whether it stands over other marks, and needs a ground of its own.
    pub over: bool,
}

/// What is seen of a timeline.
#[derive(Clone, Debug)]
pub struct TimelineView {
    /// From days to points.
    pub axis: Axis,
    /// How high the frame is, in points.
    pub height: f32,
    /// How far the rows are scrolled down, as far as they go.
    pub scrolled: f32,
    /// How far they go.
    pub scrolls: f32,
    /// The calendar under it.
    pub ticks: Vec<Tick>,
    /// How much of each event is drawn.
    pub detail: Detail,
    /// Every event of the timeline, in order of time.
    pub marks: Arc<[Mark]>,
    /// The stretches in view.
    pub bars: Vec<Bar>,
    /// The words in view.
    pub labels: Vec<Label>,
    /// The columns in view and their places, upper edge by all, if the events are too many.
    pub columns: Vec<(Column, Place)>,
    /// Which event is selected, in `marks`.
    pub selected: Option<usize>,
    /// How many events lie in the days in view.
    pub in_view: usize,
    /// How many of them have words.
    pub labelled: usize,
    /// How many of them stand in rows that are scrolled out of the frame.
    pub hidden: usize,
}

/// What a view is made from, besides the events.
pub(super) struct Seen {
    pub(super) axis: Axis,
    pub(super) height: f32,
    pub(super) scrolled: f32,
    pub(super) selected: Option<usize>,
}

/// How far the rows are scrolled when that row is seen whole: as far as they are, if it is.
pub(super) fn scrolled_to(row: usize, detail: Detail, scrolled: f32, height: f32) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "a hundred rows at most")]
    let (below, above) = (row as f32 * detail.row(), (row + 1) as f32 * detail.row());
    scrolled.clamp(above + MARGIN + TOP - height, below.max(above + MARGIN + TOP - height))
}

impl TimelineView {
    pub(super) fn new(marks: Arc<[Mark]>, plan: &Plan, seen: &Seen) -> Self {
        let Seen { axis, height, scrolled, selected } = *seen;
        #[expect(clippy::cast_precision_loss, reason = "a hundred rows at most")]
        let content = plan.rows.len() as f32 * plan.detail.row() + MARGIN + TOP;
        let scrolls = (content - height).max(0.0);
        let mut view = Self {
            axis,
            height,
            scrolled: scrolled.clamp(0.0, scrolls),
            scrolls,
            ticks: ticks(&axis, Inter::bundled()),
            detail: plan.detail,
            marks,
            bars: Vec::new(),
            labels: Vec::new(),
            columns: Vec::new(),
            selected,
            in_view: 0,
            labelled: 0,
            hidden: 0,
        };
        match plan.detail {
            Detail::Titles | Detail::Marks => view.add_rows(plan),
            Detail::Density => view.add_columns(plan),
        }
        view.label_selected();
        view
    }

    /// The event there: its mark, or its words.
    pub fn at(&self, x: f32, y: f32) -> Option<usize> {
        let label = self.labels.iter().rfind(|label| label.place.near(x, y, 2.0));
        let bar = || self.bars.iter().rfind(|bar| bar.place.near(x, y, 3.0));
        label.map(|label| label.mark).or_else(|| bar().map(|bar| bar.mark))
    }

    /// The column there, anywhere below its top or above it.
    pub fn column_at(&self, x: f32) -> Option<&Column> {
        let day = self.axis.day_from_x(x);
        let found = self.columns.iter().find(|(column, _)| column.last > day);
        found.map(|(column, _)| column).filter(|column| column.first <= day)
    }

    fn add_rows(&mut self, plan: &Plan) {
        let marks = Arc::clone(&self.marks);
        for (row, places) in plan.rows.iter().enumerate() {
            let edges = self.row_edges(row);
            let in_frame = edges.1 > -1.0 && edges.0 < self.height + 1.0;
            let mut free_from = 0.0_f32;
            let seen = self.seen_of(places, plan);
            for (nth, &place) in seen.iter().enumerate() {
                let Some(mark) = marks.get(place) else { continue };
                let in_view = mark.start < self.axis.last && mark.end > self.axis.first;
                self.in_view += usize::from(in_view);
                if !in_frame {
                    self.hidden += usize::from(in_view);
                    continue;
                }
                let body = self.add_bars(place, mark, edges);
                if plan.detail == Detail::Titles {
                    let next = seen.get(nth + 1).and_then(|next| marks.get(*next));
                    let free = (free_from, self.free_until(next));
                    let labelled = self.add_label(place, mark, body, free, plan);
                    self.labelled += usize::from(labelled && in_view);
                    let words = self.labels.last().filter(|_| labelled);
                    let right = words.map_or(body.right, |words| words.place.right);
                    free_from = right.max(body.right + points(ARROW)) + points(GAP);
                }
            }
        }
    }

    /// Those of one row whose mark or words may be in view.
    fn seen_of<'a>(&self, places: &'a [usize], plan: &Plan) -> &'a [usize] {
        let reach = |place: &usize| {
            self.marks.get(*place).map(|mark| reach(mark, plan.detail, plan.coarsest))
        };
        let gone =
            |place: &usize| reach(place).is_some_and(|(_, until)| until < self.axis.first);
        let come = |place: &usize| reach(place).is_some_and(|(from, _)| from <= self.axis.last);
        let rest = places.get(places.partition_point(gone)..).unwrap_or_default();
        rest.get(..rest.partition_point(come)).unwrap_or_default()
    }

    /// Upper and lower edge of the marks in a row; the lowest row stands on the axis.
    fn row_edges(&self, row: usize) -> (f32, f32) {
        #[expect(clippy::cast_precision_loss, reason = "a hundred rows at most")]
        let middle = (row as f32 + 0.5) * self.detail.row();
        let middle = self.height - MARGIN - middle + self.scrolled;
        (middle - self.detail.mark() / 2.0, middle + self.detail.mark() / 2.0)
    }

    /// The mark's stretches; returns the place of all of them together.
    fn add_bars(&mut self, place: usize, mark: &Mark, edges: (f32, f32)) -> Place {
        let whole = [(mark.start, mark.end)];
        let stretches: &[_] = if mark.either.is_empty() { &whole } else { &mark.either };
        let mut all: Option<Place> = None;
        for &stretch in stretches {
            let (at, dot) = self.stretch(stretch, edges);
            let or_from = all.map(|all| all.right);
            self.bars.push(Bar { mark: place, place: at, dot, or_from });
            all = Some(Place { left: all.map_or(at.left, |all| all.left), ..at });
        }
        all.unwrap_or_else(|| self.stretch((mark.start, mark.end), edges).0)
    }

    fn stretch(&self, (start, end): (f64, f64), (top, bottom): (f32, f32)) -> (Place, bool) {
        let left = self.axis.x_from_day(start);
        let least = points(self.detail.dot());
        let right = self.axis.x_from_day(end);
        let dot = right - left < least;
        (Place { left, top, right: right.max(left + least), bottom }, dot)
    }

    /// Where the room of the next mark in the row begins, with its words if they stand before.
    fn free_until(&self, next: Option<&Mark>) -> f32 {
        let Some(next) = next else { return self.axis.width };
        let left = self.axis.x_from_day(next.start);
        let right = self.axis.x_from_day(next.end) + points(ARROW);
        let before = if right + points(words(next)) > self.axis.width {
            points(words(next) + BETWEEN)
        } else if next.left == End::Open {
            points(ARROW)
        } else {
            0.0
        };
        left - before - points(GAP)
    }

    /// The words within a mark, or beside it where its row is free: to the right, else to the
    /// left, else as many as there is room for.
    fn add_label(
        &mut self,
        place: usize,
        mark: &Mark,
        body: Place,
        (free_from, free_until): (f32, f32),
        plan: &Plan,
    ) -> bool {
        let wanted = points(words(mark));
        let whole = wanted + mark.whole - mark.width;
        let pad = points(PAD);
        let seen = (body.left.max(0.0) + pad, body.right.min(self.axis.width) - pad);
        let arrow = |end| points(if end == End::Open { ARROW + GAP } else { GAP });
        let right = body.right + arrow(mark.right);
        let left = body.left - arrow(mark.left) - wanted;
        let fits_inside =
            body.right - body.left >= wanted + 2.0 * pad && mark.either.is_empty();
        let (from, until, inside) = if inside(mark, plan.coarsest) || fits_inside {
            (seen.0, seen.1, true)
        } else if body.right < 0.0 {
            return false;
        } else if right + wanted > self.axis.width && left >= free_from + points(BETWEEN) {
            (left, left + wanted, false)
        } else {
            (right, (right + wanted).max(free_until).min(self.axis.width - points(GAP)), false)
        };
        let room = (until - from).min(whole);
        let shown = room >= wanted.min(points(LEAST_WORDS));
        if shown {
            let place_of_words = Place { left: from, right: from + room, ..body };
            self.labels.push(Label { mark: place, place: place_of_words, inside, over: false });
        }
        shown
    }

    fn add_columns(&mut self, plan: &Plan) {
        let most = plan.columns.iter().map(Column::all).max().unwrap_or(1);
        let room = self.height * COLUMNS_SHARE;
        let seen =
            |column: &&Column| column.last > self.axis.first && column.first < self.axis.last;
        self.columns = plan
            .columns
            .iter()
            .filter(seen)
            .map(|column| {
                // The square root keeps a single event visible beside a burst of hundreds.
                let share = (f64::from(column.all()) / f64::from(most)).sqrt();
                let high = (points(share) * room).max(LEAST_COLUMN);
                let place = Place {
                    left: self.axis.x_from_day(column.first),
                    top: self.height - high,
                    right: self.axis.x_from_day(column.last),
                    bottom: self.height,
                };
                (*column, place)
            })
            .collect();
        let before = self.marks.partition_point(|mark| mark.start < self.axis.last);
        let begun = self.marks.get(..before).unwrap_or_default();
        self.in_view = begun.iter().filter(|mark| mark.end > self.axis.first).count();
    }

    /// The selected event has its words at every zoom, over whatever else is there.
    fn label_selected(&mut self) {
        let Some(place) = self.selected else { return };
        let marks = Arc::clone(&self.marks);
        let Some(mark) = marks.get(place) else { return };
        if self.detail == Detail::Density {
            let bottom = self.height - MARGIN;
            self.add_bars(place, mark, (bottom - self.detail.mark(), bottom));
        }
        let labelled = self.labels.iter().any(|label| label.mark == place);
        let bar = self.bars.iter().rfind(|bar| bar.mark == place);
        let Some(body) = bar.map(|bar| bar.place).filter(|_| !labelled) else { return };
        if body.right < 0.0 || body.left > self.axis.width {
            return;
        }
        let (width, high) = (points(words(mark)), Detail::Titles.mark());
        let beside = points(GAP + PAD);
        let right_most = (self.axis.width - width - points(PAD)).max(0.0);
        let left = match body.right + beside {
            right if right <= right_most => right,
            // Before the mark, so that it covers it only where neither side has room.
            _ if body.left - beside >= width => body.left - beside - width,
            right => right.min(right_most),
        };
        let middle = f32::midpoint(body.top, body.bottom);
        let label = Place {
            left,
            top: middle - high / 2.0,
            right: left + width,
            bottom: middle + high / 2.0,
        };
        self.labels.push(Label { mark: place, place: label, inside: false, over: true });
        self.labelled += 1;
    }
}
