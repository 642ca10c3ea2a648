//! Figures of one thing that cannot both be right, and those that a later article puts higher.

use crate::{
    anchor::FigureWords,
    model::{
        Amount, Attacker, Basis, Claim, Conflict, ConflictKind, Differences, Event, EventId,
        Figure, Joined, Limit, Measure, Mention, Scope, Status, Update,
    },
    names::Term,
    time::When,
};

use super::{
    Known, MOST_CLAIMS, MOST_COMPARED, Paper,
    clause::{self, Around},
    strength,
};

/// A figure of an event, with who tells it.
#[derive(Clone, Copy)]
struct Counted<'a> {
    mention: &'a Mention,
    figure: &'a Figure,
    paper: &'a Paper<'a>,
}

/// What is counted of the event, where it cannot all be.
pub(super) fn of_event(event: &Event, known: Known<'_>) -> Differences {
    let mut found = Differences::default();
    let mut left = counted(event, known);
    let is_sure = event.joined.iter().any(|it| *it != Joined::OneStory);
    // What differs from the first that is left is told together, and then the rest.
    while let Some((first, rest)) = left.split_first() {
        let comparable: Vec<Counted<'_>> =
            rest.iter().copied().filter(|it| are_comparable(*first, *it)).collect();
        let differ = apart(*first, &comparable);
        if differ.len() > 1 {
            push(&mut found, event.id, &differ, is_sure);
        }
        let is_told = |it: &Counted<'_>| comparable.iter().any(|other| same(*it, *other));
        left = rest.iter().copied().filter(|it| !is_told(it)).collect();
    }
    found
}

/// What is counted of an event as a fact and as a whole, in order of place.
fn counted<'a>(event: &'a Event, known: Known<'a>) -> Vec<Counted<'a>> {
    let mut all = Vec::new();
    let is_fact = |it: &&Mention| matches!(it.said.status, Status::Happened | Status::Ongoing);
    for mention in event.mentions().filter(is_fact) {
        let Some(paper) = known.papers.get(&mention.said.origin.document) else { continue };
        let whole = |it: &&Figure| it.scope == Scope::Whole && it.limit != Limit::Several;
        let own = mention.said.figures.iter().filter(whole);
        all.extend(own.map(|figure| Counted { mention, figure, paper }));
    }
    all.sort_by_key(|it| (it.mention.said.origin, it.figure.span));
    all.truncate(MOST_COMPARED);
    all
}

fn same(one: Counted<'_>, other: Counted<'_>) -> bool {
    let place = |it: Counted<'_>| (it.mention.said.origin, it.figure.span);
    place(one) == place(other)
}

/// Those that cannot be what another of them is: one of each, the first first.
fn apart<'a>(first: Counted<'a>, others: &[Counted<'a>]) -> Vec<Counted<'a>> {
    let mut apart = vec![first];
    for other in others {
        let differs = |it: &Counted<'_>| {
            !may_both_be(it.figure, other.figure) && are_comparable(*it, *other)
        };
        if apart.len() < MOST_CLAIMS && apart.iter().all(differs) {
            apart.push(*other);
        }
    }
    apart
}

fn push(to: &mut Differences, event: EventId, differ: &[Counted<'_>], is_sure: bool) {
    let mut differ = differ.to_vec();
    differ.sort_by_key(|it| (day(it.paper.published), it.mention.said.origin));
    let claims = differ.iter().map(|it| claim(it, event)).collect();
    if is_brought_up_to_date(&differ) {
        to.updates.push(Update { claims });
        return;
    }
    let exact = |it: &Counted<'_>| {
        it.figure.limit == Limit::Stated && it.mention.basis != Basis::OfTheDay
    };
    let first = differ.first().map(|it| it.mention.said.origin.document);
    let across = differ.iter().any(|it| Some(it.mention.said.origin.document) != first);
    let sure = is_sure && across && differ.iter().all(|it| exact(it) && is_toll(it.figure));
    let (kind, strength) = (ConflictKind::Figures, strength(sure));
    to.conflicts.push(Conflict { kind, strength, claims });
}

fn claim(counted: &Counted<'_>, event: EventId) -> Claim {
    let said = &counted.mention.said;
    Claim {
        document: said.origin.document,
        sentence: said.sentence,
        words: counted.figure.span,
        date: None,
        event: Some(event),
    }
}

fn day(published: Option<When>) -> Option<chrono::NaiveDate> {
    published.and_then(When::interval).map(|it| it.first_day())
}

/// Whether each is of a later day than the one before, and higher, or may still change.
fn is_brought_up_to_date(differ: &[Counted<'_>]) -> bool {
    let later = |pair: &[Counted<'_>]| {
        let [one, other] = pair else { return false };
        is_later_word(
            (*one.figure, one.paper.published),
            (*other.figure, other.paper.published),
        )
    };
    differ.windows(2).all(later)
}

/// Whether the second is a toll brought up to date.
pub(super) fn is_later_word(
    (one, before): (Figure, Option<When>),
    (other, after): (Figure, Option<When>),
) -> bool {
    let later = day(before).zip(day(after)).is_some_and(|(one, other)| one < other);
    let rises = later && one.amount < other.amount;
    is_toll(&one) && (rises || one.running || other.running)
}

/// What is counted while it goes on.
const fn is_toll(figure: &Figure) -> bool {
    match figure.measure {
        Measure::Dead | Measure::Injured | Measure::Arrested | Measure::Missing => true,
        Measure::Money(_) | Measure::Share | Measure::Count => false,
    }
}

/// Whether both count the same of it, in like words.
fn are_comparable(one: Counted<'_>, other: Counted<'_>) -> bool {
    let language = |it: Counted<'_>| it.paper.language.code();
    let place = |it: Counted<'_>| (it.mention.said.origin.document, it.mention.said.sentence);
    if one.figure.measure != other.figure.measure
        || language(one) != language(other)
        || place(one) == place(other)
    {
        return false;
    }
    let same =
        if is_toll(one.figure) { whom(one) == whom(other) } else { noun(one) == noun(other) };
    let around = |it: Counted<'_>| Around::sentence(it.paper, it.mention.said.sentence);
    let of_several = |it: Counted<'_>| {
        let before = clause::before(it.paper, it.mention.said.sentence, it.figure.span);
        let [noun, of] = before.each_ref().map(String::as_str);
        words(it).is_of_several([noun, of])
    };
    let whole = !of_several(one) && !of_several(other);
    same && whole && around(one).is_much_like(&around(other))
}

fn words(counted: Counted<'_>) -> &'static FigureWords {
    FigureWords::of(counted.paper.language.code())
}

/// Whom it counts, by the last word for them; nobody in particular, where anybody is meant.
fn whom(counted: Counted<'_>) -> Option<Term> {
    let of = counted.figure.of?.slice(&counted.paper.document.text);
    let last = of.split_whitespace().next_back()?.to_lowercase();
    if words(counted).is_anybody(&last) { None } else { noun(counted) }
}

/// What it counts, by the last word for it.
fn noun(counted: Counted<'_>) -> Option<Term> {
    clause::last_term(counted.paper, counted.figure.of?)
}

/// Whether both may be true of one thing: one may be rounded, a bound of the other, or leave
/// out who did it.
pub(super) fn may_both_be(one: &Figure, other: &Figure) -> bool {
    let both = [one, other];
    if both.iter().any(|it| it.limit == Limit::Several) {
        return true;
    }
    let of_attacker = both.iter().any(|it| it.attacker != Attacker::Unsaid);
    let next = |one: &Figure, other: &Figure| {
        let (one, other) = (one.amount.whole(), other.amount.whole());
        one.zip(other).is_some_and(|(one, other)| one.abs_diff(other) == 1)
    };
    if of_attacker && next(one, other) {
        return true;
    }
    let ranges = Range::of(one).zip(Range::of(other));
    let meet = ranges.is_none_or(|(one, other)| one.meets(other));
    meet || is_rounded(one.amount, other.amount) || is_rounded(other.amount, one.amount)
}

/// Smaller whole numbers are told to the unit.
const SMALLEST_ROUND: u64 = 100;

/// Whether the first may be the second, told to fewer digits.
fn is_rounded(round: Amount, exact: Amount) -> bool {
    let is_round =
        round.whole().is_none_or(|it| it >= SMALLEST_ROUND) || exact.whole().is_none();
    let near = |share: u64| round.per_cent(share);
    let is_near =
        near(90).zip(near(110)).is_some_and(|(low, high)| low <= exact && exact <= high);
    is_round && is_near && exact.is_finer(round) && exact.rounded_like(round) == Some(round)
}

/// Where a true number may lie.
#[derive(Clone, Copy)]
struct Range {
    low: Option<Amount>,
    high: Option<Amount>,
    /// Whether the ends themselves are out.
    open: bool,
}

impl Range {
    fn of(figure: &Figure) -> Option<Self> {
        let amount = figure.amount;
        let (low, high, open) = match figure.limit {
            Limit::Stated => (Some(amount), Some(amount), false),
            Limit::AtLeast => (Some(amount), None, false),
            Limit::MoreThan => (Some(amount), None, true),
            Limit::UpTo => (None, Some(amount), false),
            Limit::LessThan => (None, Some(amount), true),
            Limit::About => (Some(amount.per_cent(75)?), Some(amount.per_cent(125)?), false),
            Limit::Nearly => (Some(amount.per_cent(75)?), Some(amount), false),
            Limit::To(until) => (Some(amount), Some(until), false),
            Limit::Several => return None,
        };
        Some(Self { low, high, open })
    }

    fn meets(self, other: Self) -> bool {
        let open = self.open || other.open;
        let below = |low: Option<Amount>, high: Option<Amount>| {
            low.zip(high).is_none_or(|(low, high)| low < high || (low == high && !open))
        };
        below(self.low, other.high) && below(other.low, self.high)
    }
}
