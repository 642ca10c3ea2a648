//! When a document was published and changed, by all that its file says.
//!
//! Takes no date from a clock nor from a file's time stamp. Where clues name different days
//! the strongest counts and the others are kept: nothing is resolved in silence.

mod address;
mod shown;
mod visible;
mod words;

use std::mem::take;

use chrono::NaiveDate;

use crate::{
    model::{About, Clue, Document, DocumentDate, Hint},
    problem::Problem,
    text::Span,
    time::{DayOrder, Grain, When},
};

use shown::{Around, Shown};
pub use visible::{byline, dateline};
pub use words::date_in;

/// A time of day in another zone moves a date no further.
const ZONES_DAYS: u64 = 1;

/// When a document was published and last changed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dates {
    /// When it was published.
    pub published: DocumentDate,
    /// When it was changed.
    pub modified: Option<When>,
    /// The lines of the article's own text that say nothing but so.
    pub lines: Vec<Span>,
    /// What its file says of its date that could not be read.
    pub problems: Vec<Problem>,
    /// Every date that its file names, strongest first.
    named: Vec<Named>,
}

impl Dates {
    fn of(mut named: Vec<Named>, lines: Vec<Span>) -> Self {
        // Stable: of clues that are equally strong, the first in the file counts.
        named.sort_by_key(|it| it.clue);
        let modified = named.iter().find(|it| it.about == About::Modified).map(|it| it.when);
        let published: Vec<(When, Clue)> = named
            .iter()
            .filter(|it| it.about == About::Published && !comes_after(it, modified))
            .map(|it| (it.when, it.clue))
            .collect();
        Self { published: settled(&published), modified, lines, named, problems: Vec::new() }
    }

    /// With what `other` says, which are the dates of the same text in another place.
    pub fn join(&mut self, other: Self) {
        self.named.extend(other.named);
        self.problems.extend(other.problems);
        let problems = take(&mut self.problems);
        *self = Self { problems, ..Self::of(take(&mut self.named), take(&mut self.lines)) };
    }
}

/// The dates of `document`, by every clue that it gives. `order` is that of the day and the
/// month in its digits, where other dates tell; else its language does, or nothing.
pub fn dates(document: &Document, order: Option<DayOrder>) -> Dates {
    let language = document.language.as_deref();
    let order = order.or_else(|| language.and_then(words::order_of_language));
    let around = Around::of(document);
    let mut dates = in_order(document, &around, order);
    dates.problems.extend(problem(document, &around, order, &dates));
    dates
}

fn in_order(document: &Document, around: &Around, order: Option<DayOrder>) -> Dates {
    let shown = around.shown(document, order);
    let named = clues(document, order, &shown);
    let lines = shown.bylines.into_iter().map(|(span, _)| span);
    let lines = lines.filter(|span| document.outside.over(*span).is_none()).collect();
    Dates::of(named, lines)
}

/// The order of day and month that the dates of one file's documents show, if all agree.
pub fn order(documents: &[Document]) -> Option<DayOrder> {
    let hints = documents.iter().flat_map(|it| &it.hints);
    let mut orders = hints.filter_map(|hint| words::order_in(&hint.words));
    let first = orders.next()?;
    orders.all(|order| order == first).then_some(first)
}

/// That a date which the file gives was not taken, and why.
fn problem(
    document: &Document,
    around: &Around,
    order: Option<DayOrder>,
    dates: &Dates,
) -> Option<Problem> {
    let given = document.hints.iter().find(|hint| hint.clue == Clue::Record);
    let unread = given.filter(|hint| date_in(&hint.words, order).is_none());
    if unread.is_none() && dates.published != DocumentDate::Unknown {
        return None;
    }
    let unclear = order.is_none() && around.may_have_two_readings(document);
    let readings = || readings(document, around);
    let why = match (unread, unclear.then(readings).flatten()) {
        (_, Some((one, other))) => format!(
            "it is {one} or {other}: nothing tells which number is the month; write it as \
             {one}, or date the article yourself"
        ),
        (Some(hint), None) => {
            format!("not a date: “{}”; write it as 2017, 2017-04 or 2017-04-07", hint.words)
        }
        (None, None) => return None,
    };
    Some(Problem::new(document.name(), "date not read", why))
}

/// Its date with the day first and with the month first, if they differ.
fn readings(document: &Document, around: &Around) -> Option<(When, When)> {
    let read_in = |order| in_order(document, around, Some(order)).published.when();
    let both = read_in(DayOrder::DayFirst).zip(read_in(DayOrder::MonthFirst));
    both.filter(|(one, other)| one != other)
}

/// One date that the file names, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Named {
    when: When,
    clue: Clue,
    about: About,
}

impl Named {
    const fn published(when: When, clue: Clue) -> Self {
        Self { when, clue, about: About::Published }
    }

    fn of(hint: &Hint, order: Option<DayOrder>) -> Option<Self> {
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

fn clues(document: &Document, order: Option<DayOrder>, shown: &Shown) -> Vec<Named> {
    let published = |clue: Clue| move |when| Named::published(when, clue);
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
