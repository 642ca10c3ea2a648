//! Dates of one event that lie apart. "June" and "12 June" do not.

use crate::{
    model::{
        Basis, Claim, Conflict, ConflictKind, Event, EventId, Joined, Mention, Reason, Status,
        Timex,
    },
    time::{Expr, Grain, Interval, Modifier, TimeValue, When, resolve},
};

use super::{
    Known, MOST_CLAIMS, MOST_COMPARED, Paper, clause::Around, moments::are_apart, strength,
};

/// Times of one day that lie further apart are of two things.
const MOST_HOURS: i64 = 3;

/// A mention of an event that dates it as a fact.
struct Dated<'a> {
    mention: &'a Mention,
    /// Its very words, in small letters.
    words: String,
    around: Around,
    /// What its whole sentence tells: what is the same but for the date is a formula, such as a
    /// credit with its year. Copies are compared elsewhere.
    whole: Around,
}

/// Where what is told as a fact in like words has dates that lie apart.
pub(super) fn of_event(event: &Event, known: Known<'_>) -> Vec<Conflict> {
    // What was planned was put off: that is no contradiction.
    let is_fact = |it: &&Mention| matches!(it.said.status, Status::Happened | Status::Ongoing);
    let is_place = |it: &&Mention| it.value.place().is_some();
    let facts = event.mentions().filter(|it| is_fact(it) && is_place(it));
    let mut facts: Vec<&Mention> = facts.take(MOST_COMPARED).collect();
    let any_apart =
        facts.iter().any(|one| facts.iter().any(|other| are_apart(&one.value, &other.value)));
    if !any_apart {
        return Vec::new();
    }
    facts.sort_by_key(|it| it.said.origin);
    let mut left: Vec<Dated<'_>> =
        facts.into_iter().filter_map(|it| Dated::of(it, known)).collect();
    let mut found = Vec::new();
    while !left.is_empty() {
        let first = left.remove(0);
        let mut apart = vec![first];
        let mut at = 0;
        while let Some(next) = left.get(at) {
            if apart.len() < MOST_CLAIMS && apart.iter().all(|it| it.differs(next)) {
                apart.push(left.remove(at));
            } else {
                at += 1;
            }
        }
        if apart.len() > 1 {
            found.push(conflict(event, apart));
        }
    }
    found
}

fn conflict(event: &Event, mut apart: Vec<Dated<'_>>) -> Conflict {
    apart.sort_by_key(|it| (it.mention.extent.start(), it.mention.said.origin));
    let grain = |it: &Dated<'_>| it.mention.value.grain();
    let document = |it: &Dated<'_>| it.mention.said.origin.document;
    let by_words = event.joined.iter().any(|it| *it != Joined::OneStory);
    let pairs = || apart.windows(2).filter_map(|it| <&[_; 2]>::try_from(it).ok());
    let one_grain = pairs().all(|[one, other]| grain(one) == grain(other));
    let across = pairs().any(|[one, other]| document(one) != document(other));
    let alike = pairs().all(|[one, other]| one.around.is_much_like(&other.around));
    let exact = apart.iter().all(|it| is_exact(it.mention));
    Conflict {
        kind: ConflictKind::Dates,
        strength: strength(by_words && one_grain && across && alike && exact),
        claims: apart.iter().map(|it| claim(it.mention, event.id)).collect(),
    }
}

impl<'a> Dated<'a> {
    fn of(mention: &'a Mention, known: Known<'_>) -> Option<Self> {
        let (said, origin) = (&mention.said, mention.said.origin);
        let paper = known.papers.get(&origin.document)?;
        (!is_stamp(mention, paper)).then_some(())?;
        let words = origin.span.slice(&paper.document.text).to_lowercase();
        let around = Around::date(paper, said.sentence, origin.span);
        Some(Self { mention, words, around, whole: Around::sentence(paper, said.sentence) })
    }

    /// Whether both tell of one thing, at other times.
    fn differs(&self, other: &Self) -> bool {
        let place = |it: &Self| (it.mention.said.origin.document, it.mention.said.sentence);
        // What the same words mean in two papers only tells when these came out, and a sentence
        // tells of two things by two dates.
        self.words != other.words
            && place(self) != place(other)
            && are_apart(&self.mention.value, &other.mention.value)
            && !self.hangs_on_the_day(other)
            && (self.is_elsewhere(other) || self.is_of_years(other))
            && self.around.is_like(&other.around)
            && self.whole != other.whole
    }

    fn is_elsewhere(&self, other: &Self) -> bool {
        self.mention.said.origin.document != other.mention.said.origin.document
    }

    /// What one article tells of two days in like words is mostly of two things.
    fn is_of_years(&self, other: &Self) -> bool {
        let grain = |it: &Self| it.mention.value.grain();
        grain(self) == Some(Grain::Year) && grain(other) == Some(Grain::Year)
    }

    /// "yesterday" is off by a day where an article came out later than it was written, and
    /// what happens at times of day far apart is two things.
    fn hangs_on_the_day(&self, other: &Self) -> bool {
        let (one, also) = (self.mention.extent, other.mention.extent);
        let first = |it: Interval| it.first_day();
        let days = (first(one) - first(also)).num_days().abs();
        let far = (one.start() - also.start()).num_hours().abs() > MOST_HOURS;
        let of_today = self.counts_days() || other.counts_days();
        (days == 1 && of_today) || (days == 0 && far)
    }

    fn counts_days(&self) -> bool {
        fn counts(expr: &Expr) -> bool {
            matches!(expr, Expr::Shifted { unit: Grain::Day, .. }) || expr.inner().any(counts)
        }
        counts(&self.mention.said.expr)
    }
}

/// "Monday 4 May 2014, 6.30 pm", in an article of that day: it says when the article came out.
/// Who tells of his own day or year says "today", or "this year".
fn is_stamp(mention: &Mention, paper: &Paper<'_>) -> bool {
    let is_by_calendar = |it: &Expr| {
        matches!(it.bare(), Expr::Fixed(_) | Expr::InYear { .. } | Expr::Digits { .. })
    };
    let days = |it: Interval| (it.first_day(), it.last_day());
    let Some((from, until)) = paper.published.and_then(When::interval).map(days) else {
        return false;
    };
    let is_own = |extent: Interval| {
        let (first, last) = days(extent);
        first <= until && from <= last
    };
    let names_it = |timex: &Timex| {
        let value = resolve(&timex.expr, paper.reference());
        is_by_calendar(&timex.expr) && value.and_then(|it| it.extent()).is_some_and(is_own)
    };
    // "8 May 2014, updated at 10:15" is one stamp.
    is_own(mention.extent) && paper.expressions_in(mention.said.sentence).iter().any(names_it)
}

/// Whether it says just when, as far as the calendar knows.
fn is_exact(mention: &Mention) -> bool {
    let stated = matches!(mention.value, TimeValue::On(_, Modifier::Stated));
    let worked_out = mention.because.contains(&Reason::InferredDate);
    stated && !worked_out && !matches!(mention.basis, Basis::Guessed | Basis::OfTheDay)
}

/// What the mention says of when.
pub(super) fn claim(mention: &Mention, event: EventId) -> Claim {
    Claim {
        document: mention.said.origin.document,
        sentence: mention.said.sentence,
        words: mention.said.origin.span,
        date: Some(mention.value.clone()),
        event: Some(event),
    }
}
