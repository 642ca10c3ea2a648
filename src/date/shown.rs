//! What a text itself shows of its document's dates, round its beginning and its end.

use super::{
    Named,
    visible::{begins_with_a_date, beside_a_date, byline, dateline},
    words,
};
use crate::{
    model::{Clue, Document, MaskKind},
    text::{Span, paragraphs},
    time::DayOrder,
};

/// So many paragraphs at the top of an article may tell its date, and so many at its end; in a
/// page, so many above and below it too.
const PARAGRAPHS_AT_THE_TOP: usize = 8;
const PARAGRAPHS_AT_THE_END: usize = 3;
const PARAGRAPHS_ABOVE: usize = 30;
const PARAGRAPHS_BELOW: usize = 6;

/// The paragraphs of a document that may tell its date.
pub(super) struct Around {
    /// Above its text and at its beginning.
    top: Vec<Span>,
    /// At its end and below it.
    end: Vec<Span>,
    /// The first of its own.
    own: Vec<Span>,
}

/// What they show.
pub(super) struct Shown {
    /// Lines that say nothing else.
    pub(super) bylines: Vec<(Span, Named)>,
    pub(super) others: Vec<Named>,
}

impl Around {
    pub(super) fn of(document: &Document) -> Self {
        let all = paragraphs(&document.text);
        let over = |span: &Span| document.outside.over(*span);
        let first = all.iter().position(|span| over(span).is_none()).unwrap_or(0);
        let last = all.iter().rposition(|span| over(span).is_none()).unwrap_or(0);
        // A reader's comment has a date of its own.
        let comments = all.iter().position(|span| over(span) == Some(MaskKind::Comment));
        let most = comments.filter(|at| *at > first).unwrap_or(all.len());
        let around = |from: usize, until: usize| {
            all.get(from.min(most)..until.min(most)).unwrap_or_default().to_vec()
        };
        let below = first + PARAGRAPHS_AT_THE_TOP;
        let above_the_end = (last + 1).saturating_sub(PARAGRAPHS_AT_THE_END);
        Self {
            top: around(first.saturating_sub(PARAGRAPHS_ABOVE), below),
            end: around(above_the_end.max(below), last + 1 + PARAGRAPHS_BELOW),
            own: all.iter().copied().skip(first).take(PARAGRAPHS_AT_THE_TOP).collect(),
        }
    }

    /// Whether its date may depend on the order of day and month.
    pub(super) fn may_have_two_readings(&self, document: &Document) -> bool {
        let spans = [&self.top, &self.end, &self.own].into_iter().flatten();
        let hints = document.hints.iter().map(|hint| hint.words.as_str());
        let mut words = spans.map(|span| span.slice(&document.text)).chain(hints);
        words.any(words::may_have_two_readings) || words::may_have_two_readings(&document.title)
    }

    pub(super) fn shown(&self, document: &Document, order: Option<DayOrder>) -> Shown {
        let text = &document.text;
        let bylines = self.top.iter().chain(&self.end).filter_map(|span| {
            let hint = byline(span.slice(text), order)?;
            Some((*span, Named::of(&hint, order)?))
        });
        let report = self.own.iter().find_map(|span| dateline(span.slice(text), order));
        let mut others: Vec<Named> = Vec::new();
        others.extend(report.map(|when| Named::published(when, Clue::Dateline)));
        if !document.outside.parts().is_empty() {
            let title = begins_with_a_date(&document.title, order);
            let lines = self.top.iter().map(|span| span.slice(text));
            let beside = lines.filter_map(|line| beside_a_date(line, order));
            let beside = title.into_iter().chain(beside);
            others.extend(beside.map(|when| Named::published(when, Clue::Elsewhere)));
        }
        Shown { bylines: bylines.collect(), others }
    }
}
