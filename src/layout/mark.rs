//! Events as they are drawn at any zoom: stretch, ends, manner and one line of words.

use std::collections::{BTreeMap, BTreeSet};

use super::{Measure, day_of};
use crate::{
    model::{DocumentId, Event, EventId, Status},
    project::{Article, Timeline},
    time::{Bound, Grain, Interval, Modifier, TimeValue},
};

/// The size of an event's words, in points.
pub(crate) const LABEL_SIZE: f32 = 15.0;
/// No event's words take more room from others; where their row is free they are shown whole.
const LABEL_WIDTH: f32 = 320.0;

/// How one end of a stretch is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// It is said where the stretch ends.
    Firm,
    /// "about 1990", "early 2015", "by April": it ends thereabouts.
    Faded,
    /// "since 2015": it goes on.
    Open,
}

/// How an event is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Telling {
    /// It happened or goes on.
    Fact,
    /// It is planned or due.
    Planned,
    /// It is denied.
    Denied,
    /// It is only thought of.
    Hypothetical,
}

/// One event, ready to be laid out.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Its place in [`Timeline::events`].
    pub event: usize,
    /// Which event.
    pub id: EventId,
    /// The first day of the whole stretch that was said.
    pub start: f64,
    /// The day after it.
    pub end: f64,
    /// Where either of several stretches was said: each of them, in order of time.
    pub either: Vec<(f64, f64)>,
    /// The left end.
    pub left: End,
    /// The right end.
    pub right: End,
    /// Whether the day is known, or better.
    pub exact: bool,
    /// How it is told.
    pub telling: Telling,
    /// How many articles say so, the copies of one counted once.
    pub sources: usize,
    /// Whether sources differ on it.
    pub disputed: bool,
    /// Its title.
    pub words: String,
    /// How wide that is, in points.
    pub whole: f32,
    /// How much room is kept for it in its row.
    pub width: f32,
}

/// Every event, in the order in which rows are given out: by start, longer first.
pub(super) fn marks(timeline: &Timeline, measure: &impl Measure) -> Vec<Mark> {
    let articles: BTreeMap<DocumentId, &Article> = timeline
        .articles
        .iter()
        .map(|(article, _)| (article.document.id, article.as_ref()))
        .collect();
    let mut order: Vec<usize> = (0..timeline.events.len()).collect();
    order.sort_by_key(|&place| {
        timeline.events.get(place).map(|event| {
            let extent = event.extent;
            (extent.start(), std::cmp::Reverse(extent.end()), event.lead.said.origin)
        })
    });
    order
        .into_iter()
        .filter_map(|place| {
            let event = timeline.events.get(place)?;
            let article = articles.get(&event.lead.said.origin.document);
            let title = article.map(|article| event.lead.said.title.of(&article.document.text));
            let sources: BTreeSet<_> = event
                .mentions()
                .map(|mention| timeline.original(mention.said.origin.document))
                .collect();
            let words = title.unwrap_or_default();
            let disputed = !timeline.conflicts_of(event.id).is_empty();
            let mark = mark(place, event, words, measure);
            Some(Mark { sources: sources.len(), disputed, ..mark })
        })
        .collect()
}

fn mark(place: usize, event: &Event, words: String, measure: &impl Measure) -> Mark {
    let (start, end) = days(&event.extent);
    let (left, right) = ends(&event.when);
    let whole = measure.width(&words, LABEL_SIZE);
    Mark {
        event: place,
        id: event.id,
        start,
        end,
        either: either(&event.when),
        left,
        right,
        exact: event.when.grain().is_some_and(|grain| grain <= Grain::Day)
            && !matches!(
                event.when,
                TimeValue::Between { .. } | TimeValue::By { .. } | TimeValue::Within { .. }
            ),
        telling: telling(event.status()),
        sources: 1,
        disputed: false,
        whole,
        width: whole.min(LABEL_WIDTH),
        words,
    }
}

fn days(extent: &Interval) -> (f64, f64) {
    (day_of(extent.start()), day_of(extent.end()))
}

const fn telling(status: Status) -> Telling {
    match status {
        Status::Happened | Status::Ongoing => Telling::Fact,
        Status::Planned | Status::Due => Telling::Planned,
        Status::Denied => Telling::Denied,
        Status::Hypothetical => Telling::Hypothetical,
    }
}

const fn ends(when: &TimeValue) -> (End, End) {
    match when {
        TimeValue::On(_, Modifier::Start) => (End::Firm, End::Faded),
        TimeValue::On(_, Modifier::End) | TimeValue::By { .. } => (End::Faded, End::Firm),
        TimeValue::On(
            _,
            Modifier::Approximate
            | Modifier::Mid
            | Modifier::LessThan
            | Modifier::MoreThan
            | Modifier::AtMost
            | Modifier::AtLeast,
        ) => (End::Faded, End::Faded),
        TimeValue::Open(Bound::Since | Bound::After, _) => (End::Firm, End::Open),
        TimeValue::Open(Bound::Until | Bound::Before, _) => (End::Open, End::Firm),
        TimeValue::On(_, Modifier::Stated)
        | TimeValue::Between { .. }
        | TimeValue::OneOf(_)
        | TimeValue::Within { .. }
        | TimeValue::For(_)
        | TimeValue::Every(_)
        | TimeValue::Around(_) => (End::Firm, End::Firm),
    }
}

fn either(when: &TimeValue) -> Vec<(f64, f64)> {
    let TimeValue::OneOf(choices) = when else { return Vec::new() };
    let mut stretches: Vec<_> =
        choices.iter().filter_map(|choice| choice.interval()).map(|one| days(&one)).collect();
    stretches.sort_by(|one, other| one.0.total_cmp(&other.0));
    stretches
}
