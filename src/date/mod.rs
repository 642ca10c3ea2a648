//! When a document was published and changed, by all that its file says.
//!
//! Takes no date from a clock nor from a file's time stamp. Where clues name different days
//! the strongest counts and the others are kept: nothing is resolved in silence.

mod address;
mod visible;
mod words;

use chrono::NaiveDate;

use crate::{
    model::{About, Clue, Document, DocumentDate, Hint, MaskKind},
    problem::Problem,
    text::{Span, paragraphs},
    time::{Grain, When},
};

use visible::{begins_with_a_date, beside_a_date};
pub use visible::{byline, dateline};
pub use words::{Order, date_in};

/// So many paragraphs at the top of an article may tell its date, and so many at its end; in a
/// page, so many above and below it too.
const PARAGRAPHS_AT_THE_TOP: usize = 8;
const PARAGRAPHS_AT_THE_END: usize = 3;
const PARAGRAPHS_ABOVE: usize = 30;
const PARAGRAPHS_BELOW: usize = 6;
/// A time of day in another zone moves a date no further.
const ZONES_DAYS: u64 = 1;

/// When a document was published and last changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dates {
    /// When it was published.
    pub published: DocumentDate,
    /// When it was changed.
    pub modified: Option<When>,
    /// The lines of the article's own text that say nothing but so.
    pub lines: Vec<Span>,
}

/// The dates of `document`, by every clue that it gives.
pub fn dates(document: &Document) -> Dates {
    let order = order(document);
    let shown = shown(document, order);
    let mut clues = clues(document, order, &shown);
    // Stable: of clues that are equally strong, the first in the file counts.
    clues.sort_by_key(|it| it.clue);
    let modified = clues.iter().find(|it| it.about == About::Modified).map(|it| it.when);
    let published: Vec<(When, Clue)> = clues
        .iter()
        .filter(|it| it.about == About::Published && !comes_after(it, modified))
        .map(|it| (it.when, it.clue))
        .collect();
    let lines = shown.bylines.into_iter().map(|(span, _)| span);
    let lines = lines.filter(|span| document.outside.over(*span).is_none()).collect();
    Dates { published: settled(&published), modified, lines }
}

/// What is wrong with the date that a record gives.
pub fn problem(document: &Document) -> Option<Problem> {
    let order = order(document);
    let given = document.hints.iter().find(|hint| hint.clue == Clue::Record)?;
    let why = format!("not a date: “{}”; write it as 2017, 2017-04 or 2017-04-07", given.words);
    let unread = date_in(&given.words, order).is_none();
    unread.then(|| Problem::new(document.name(), "date not read", why))
}

/// One date that the file names, and where.
#[derive(Clone, Copy, Debug)]
struct Named {
    when: When,
    clue: Clue,
    about: About,
}

impl Named {
    fn of(hint: &Hint, order: Order) -> Option<Self> {
        let when = date_in(&hint.words, order)?;
        Some(Self { when, clue: hint.clue, about: visible::about(hint, order) })
    }
}

/// What was published before it was changed: of the weak clues, those that say otherwise are
/// about something else.
fn comes_after(named: &Named, modified: Option<When>) -> bool {
    let (one, other) = (first_day(named.when), modified.and_then(first_day));
    let later = one
        .zip(other)
        .is_some_and(|(one, other)| one > other && apart(one, other) > ZONES_DAYS);
    later && named.clue >= Clue::TimeTag
}

/// The strongest, or a finer one within it; with the others that name another day.
fn settled(published: &[(When, Clue)]) -> DocumentDate {
    let Some(strongest) = published.first() else { return DocumentDate::Unknown };
    let finer = published.iter().find(|(when, clue)| {
        when.grain() == Grain::Day && *clue < Clue::Elsewhere && lies_in(*when, strongest.0)
    });
    let is_coarse = strongest.0.grain() > Grain::Day;
    let best = *finer.filter(|_| is_coarse).unwrap_or(strongest);
    let mut others: Vec<(When, Clue)> = Vec::new();
    for (when, clue) in published.iter().copied().filter(|(_, clue)| is_strong(*clue)) {
        let known = |other: When| agree(when, other);
        if !known(best.0) && !others.iter().any(|(other, _)| known(*other)) {
            others.push((when, clue));
        }
    }
    match others.as_slice() {
        [] => DocumentDate::Known(best.0, best.1),
        [_, ..] => DocumentDate::Disputed { best, others },
    }
}

/// Whether a clue is certainly about the document itself.
const fn is_strong(clue: Clue) -> bool {
    match clue {
        Clue::Reader
        | Clue::Record
        | Clue::PageData
        | Clue::PageHead
        | Clue::Marked
        | Clue::Address
        | Clue::FileName
        | Clue::Dateline => true,
        Clue::Byline | Clue::TimeTag | Clue::Elsewhere | Clue::LastChange => false,
    }
}

/// Whether both can be right: one lies within the other, or another time zone parts them.
fn agree(one: When, other: When) -> bool {
    if lies_in(one, other) || lies_in(other, one) {
        return true;
    }
    let days = first_day(one).zip(first_day(other));
    let is_day = one.grain() <= Grain::Day && other.grain() <= Grain::Day;
    is_day && days.is_some_and(|(one, other)| apart(one, other) <= ZONES_DAYS)
}

fn apart(one: NaiveDate, other: NaiveDate) -> u64 {
    one.signed_duration_since(other).num_days().unsigned_abs()
}

fn lies_in(one: When, other: When) -> bool {
    let both = one.interval().zip(other.interval());
    both.is_some_and(|(one, other)| other.start() <= one.start() && one.end() <= other.end())
}

fn first_day(when: When) -> Option<NaiveDate> {
    when.interval().map(|days| days.first_day())
}

fn clues(document: &Document, order: Order, shown: &Shown) -> Vec<Named> {
    let published = |clue: Clue| move |when| Named { when, clue, about: About::Published };
    let mut found: Vec<Named> = Vec::new();
    found.extend(document.published.map(published(Clue::Record)));
    found.extend(shown.bylines.iter().map(|(_, named)| *named));
    found.extend(&shown.others);
    found.extend(document.hints.iter().filter_map(|hint| Named::of(hint, order)));
    found.extend(document.url.as_deref().and_then(address::date).map(published(Clue::Address)));
    found.extend(by_name(document).map(published(Clue::FileName)));
    let changed =
        found.iter().filter(|it| it.about == About::Modified).min_by_key(|it| it.clue);
    let changed = changed.map(|it| published(Clue::LastChange)(it.when));
    found.extend(changed);
    found
}

/// The file's name, where the file is this one document.
fn by_name(document: &Document) -> Option<When> {
    let place = document.places.iter().find(|place| place.record.is_none())?;
    address::in_name(place.path.rsplit('/').next()?)
}

/// What a text itself shows.
struct Shown {
    /// Lines that say nothing else.
    bylines: Vec<(Span, Named)>,
    others: Vec<Named>,
}

/// What the text itself shows round its beginning and its end, and how its report begins.
fn shown(document: &Document, order: Order) -> Shown {
    let text = &document.text;
    let all = paragraphs(text);
    let over = |span: &Span| document.outside.over(*span);
    let first = all.iter().position(|span| over(span).is_none()).unwrap_or(0);
    let last = all.iter().rposition(|span| over(span).is_none()).unwrap_or(0);
    // A reader's comment has a date of its own.
    let comments = all.iter().position(|span| over(span) == Some(MaskKind::Comment));
    let most = comments.filter(|at| *at > first).unwrap_or(all.len());
    let around = |from: usize, until: usize| {
        all.get(from.min(most)..until.min(most)).unwrap_or_default()
    };
    let top = around(first.saturating_sub(PARAGRAPHS_ABOVE), first + PARAGRAPHS_AT_THE_TOP);
    let end =
        (last + 1).saturating_sub(PARAGRAPHS_AT_THE_END).max(first + PARAGRAPHS_AT_THE_TOP);
    let end = around(end, last + 1 + PARAGRAPHS_BELOW);
    let bylines = top.iter().chain(end).filter_map(|span| {
        let hint = byline(span.slice(text), order)?;
        Some((*span, Named::of(&hint, order)?))
    });
    let published = |clue: Clue| move |when| Named { when, clue, about: About::Published };
    let mut own = all.iter().skip(first).take(PARAGRAPHS_AT_THE_TOP);
    let report = own.find_map(|span| dateline(span.slice(text), order));
    let mut others: Vec<Named> = report.map(published(Clue::Dateline)).into_iter().collect();
    if !document.outside.parts().is_empty() {
        others
            .extend(begins_with_a_date(&document.title, order).map(published(Clue::Elsewhere)));
        let lines = top.iter().map(|span| span.slice(text));
        let beside = lines.filter_map(|line| beside_a_date(line, order));
        others.extend(beside.map(published(Clue::Elsewhere)));
    }
    Shown { bylines: bylines.collect(), others }
}

/// How "3/4/2019" is to be read in that document.
pub fn order(document: &Document) -> Order {
    match document.language.as_deref() {
        Some(language) if language.replace('_', "-").eq_ignore_ascii_case("en-US") => {
            Order::MonthFirst
        }
        Some(_) | None => Order::DayFirst,
    }
}
