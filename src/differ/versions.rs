//! Sentences that copies of one article have in common, but for a date or a number.
//!
//! What is to be the same text is surely of one thing: where a copy says otherwise, that is a
//! claim of its own, also where nothing in the sentence is dated.

use std::{
    collections::{BTreeMap, BTreeSet, hash_map::DefaultHasher},
    hash::{Hash as _, Hasher as _},
};

use chrono::NaiveDate;
use rayon::prelude::*;

use crate::{
    anchor::{self, EventWords, FigureWords},
    model::{
        Claim, Conflict, ConflictKind, Differences, DocumentId, EventId, Figure, Limit, Origin,
        Timex, Update,
    },
    text::{self, Span},
    time::{Modifier, Reference, TimeValue, When, resolve},
};

use super::{Known, MOST_CLAIMS, Paper, figures, strength};

/// A sentence with fewer words besides is nobody's: "He was 22."
const FEWEST_WORDS: usize = 4;
/// So many versions of a sentence are compared.
const MOST_VERSIONS: usize = 16;

/// One article's version of a sentence.
struct Version<'a> {
    paper: &'a Paper<'a>,
    sentence: Span,
    /// Its numbers, outside dates.
    numbers: Vec<Span>,
    /// All its words.
    words: u64,
}

/// Where copies differ in a date or a number.
pub(super) fn differences(known: Known<'_>) -> Differences {
    let mut copies: BTreeMap<DocumentId, Vec<&Paper<'_>>> = BTreeMap::new();
    for paper in known.papers.values().filter(|it| it.original != it.document.id) {
        copies.entry(paper.original).or_default().push(paper);
    }
    let groups: Vec<Vec<&Paper<'_>>> = copies
        .into_iter()
        .map(|(original, copies)| {
            known.papers.get(&original).into_iter().chain(copies).collect()
        })
        .collect();
    let found: Vec<Differences> = groups.par_iter().map(|it| of_copies(it, known)).collect();
    let mut all = Differences::default();
    for found in found {
        all.conflicts.extend(found.conflicts);
        all.updates.extend(found.updates);
    }
    all
}

fn of_copies<'a>(papers: &[&'a Paper<'a>], known: Known<'_>) -> Differences {
    let mut same: BTreeMap<u64, Vec<Version<'a>>> = BTreeMap::new();
    for paper in papers {
        for sentence in paper.sentences.iter().filter(|it| paper.is_own(**it)) {
            if let Some((key, version)) = version(paper, *sentence) {
                same.entry(key).or_default().push(version);
            }
        }
    }
    let mut found = Differences::default();
    for versions in same.into_values() {
        let first = versions.first().map(|it| it.paper.document.id);
        let mut of_first = versions.iter().filter(|it| Some(it.paper.document.id) == first);
        let words = of_first.next().map(|it| it.words);
        // Of what the first article says of two things in like words, nothing can be told apart.
        if of_first.all(|it| Some(it.words) == words) {
            compare(&versions, known, &mut found);
        }
    }
    found
}

/// The sentence, known by its words without dates and numbers.
fn version<'a>(paper: &'a Paper<'a>, sentence: Span) -> Option<(u64, Version<'a>)> {
    let text = &paper.document.text;
    let told = FigureWords::of(paper.language.code());
    let (mut without, mut all) = (DefaultHasher::new(), DefaultHasher::new());
    let (mut kept, mut numbers) = (0, Vec::<Span>::new());
    let dates = paper.expressions_in(sentence);
    for word in text::words(text, sentence) {
        let folded = word.span.slice(text).to_lowercase();
        folded.hash(&mut all);
        if dates.iter().any(|it| it.span.overlaps(word.span)) {
            continue;
        }
        if told.begins_number(&folded) {
            match numbers.last_mut().filter(|it| is_one_number(text, **it, word.span)) {
                Some(last) => *last = last.join(word.span),
                None => numbers.push(word.span),
            }
        } else {
            folded.hash(&mut without);
            kept += 1;
        }
    }
    let tells = kept >= FEWEST_WORDS && (!numbers.is_empty() || !dates.is_empty());
    let version = Version { paper, sentence, numbers, words: all.finish() };
    tells.then(|| (without.finish(), version))
}

/// "1,200", "two hundred"
fn is_one_number(text: &str, one: Span, next: Span) -> bool {
    let between = text.get(one.end()..next.start());
    matches!(between, Some("," | "." | " " | "-"))
}

/// The versions of one sentence: the first of each that differ.
fn compare(versions: &[Version<'_>], known: Known<'_>, found: &mut Differences) {
    let mut told = BTreeSet::new();
    let differ = versions.iter().filter(|it| told.insert(it.words)).take(MOST_VERSIONS);
    let differ: Vec<&Version<'_>> = differ.collect();
    let [first, others @ ..] = differ.as_slice() else { return };
    if others.is_empty() {
        return;
    }
    let mut by_place: BTreeMap<usize, Vec<&Version<'_>>> = BTreeMap::new();
    for other in others {
        if let Some(at) = first.only_difference(other) {
            by_place.entry(at).or_insert_with(|| vec![*first]).push(other);
        }
    }
    for (at, versions) in by_place {
        match at.checked_sub(first.dates().len()) {
            None => found.conflicts.extend(dates_differ(&versions, at, known)),
            Some(at) => {
                let numbers: Vec<Number<'_>> =
                    versions.iter().filter_map(|it| Number::of(it, at)).collect();
                numbers_differ(&numbers, known, found);
            }
        }
    }
}

impl<'a> Version<'a> {
    fn dates(&self) -> &'a [Timex] {
        self.paper.expressions_in(self.sentence)
    }

    /// At which of its dates and numbers, told together in that order, another version says
    /// something else; `None`, unless it is at one.
    fn only_difference(&self, other: &Self) -> Option<usize> {
        let alike = self.dates().len() == other.dates().len()
            && self.numbers.len() == other.numbers.len();
        let pairs = self.places().into_iter().zip(other.places());
        let mut differ = pairs.enumerate().filter(|(_, (one, other))| one != other);
        let (at, _) = differ.next().filter(|_| alike)?;
        differ.next().is_none().then_some(at)
    }

    /// The words of its dates and of its numbers, in small letters.
    fn places(&self) -> Vec<String> {
        let dates = self.dates().iter().map(|it| it.span);
        let spans = dates.chain(self.numbers.iter().copied());
        spans.map(|it| it.slice(&self.paper.document.text).to_lowercase()).collect()
    }

    fn figures(&self) -> Vec<Figure> {
        let code = self.paper.language.code();
        let told = (EventWords::of(code), FigureWords::of(code));
        anchor::figures_of(
            &self.paper.document.text,
            self.sentence,
            self.paper.expressions,
            told,
        )
    }

    fn claim(&self, words: Span, date: Option<TimeValue>, known: Known<'_>) -> Claim {
        Claim {
            document: self.paper.document.id,
            sentence: self.sentence,
            words,
            date,
            event: self.event(known),
        }
    }

    /// The first event that the sentence dates.
    fn event(&self, known: Known<'_>) -> Option<EventId> {
        let document = self.paper.document.id;
        let at = |span| (known.event_at)(Origin { document, span, nth: 0 });
        self.dates().iter().find_map(|it| at(it.span)).or_else(|| at(self.sentence))
    }
}

/// A date in a version of a sentence.
struct Dated<'a> {
    version: &'a Version<'a>,
    timex: &'a Timex,
    /// What it means in its article, if that is known.
    value: Option<TimeValue>,
    /// What it means, counted from the same day as the others if nothing else is known.
    compared: TimeValue,
}

/// A day to count from where no copy has a date: which does not matter.
fn any_day() -> Option<When> {
    NaiveDate::from_ymd_opt(2001, 1, 3).map(When::Day)
}

/// The dates at one place of a sentence that lie apart.
fn dates_differ<'a>(
    versions: &[&'a Version<'a>],
    at: usize,
    known: Known<'_>,
) -> Option<Conflict> {
    let published = versions.iter().find_map(|it| it.paper.published).or_else(any_day);
    let dated = |version: &&'a Version<'a>| {
        let version: &'a Version<'a> = version;
        let timex = version.dates().get(at)?;
        let own = version.paper.reference();
        let value = resolve(&timex.expr, own);
        let document = own.document.or(published);
        let compared = value.clone().or_else(|| {
            resolve(&timex.expr, Reference { document, earlier: document, ..own })
        })?;
        Some(Dated { version, timex, value, compared })
    };
    let mut apart: Vec<Dated<'_>> = Vec::new();
    for dated in versions.iter().filter_map(dated) {
        let differs = |it: &Dated<'_>| it.is_apart(&dated);
        if apart.len() < MOST_CLAIMS && apart.iter().all(differs) {
            apart.push(dated);
        }
    }
    let (first, _) = apart.split_first().filter(|(_, others)| !others.is_empty())?;
    let grain = first.compared.grain();
    let sure = |it: &Dated<'_>| {
        let exact = matches!(it.value, Some(TimeValue::On(_, Modifier::Stated)));
        exact && it.compared.grain() == grain && it.event(known).is_some()
    };
    let strength = strength(apart.iter().all(sure));
    let claim = |it: Dated<'_>| Claim {
        event: it.event(known),
        ..it.version.claim(it.timex.span, it.value.clone(), known)
    };
    let claims = apart.into_iter().map(claim).collect();
    Some(Conflict { kind: ConflictKind::Dates, strength, claims })
}

impl Dated<'_> {
    /// No paper rounds a time that stands in the same words in another.
    fn is_apart(&self, other: &Self) -> bool {
        let extents = self.compared.extent().zip(other.compared.extent());
        extents.is_some_and(|(one, other)| {
            one.end() <= other.start() || other.end() <= one.start()
        })
    }

    fn event(&self, known: Known<'_>) -> Option<EventId> {
        let document = self.version.paper.document.id;
        (known.event_at)(Origin { document, span: self.timex.span, nth: 0 })
    }
}

/// A number in a version of a sentence, as far as it is known what it counts.
struct Number<'a> {
    version: &'a Version<'a>,
    figure: Figure,
}

impl<'a> Number<'a> {
    fn of(version: &'a Version<'a>, at: usize) -> Option<Self> {
        let span = *version.numbers.get(at)?;
        let figure = version.figures().into_iter().find(|it| it.span.overlaps(span))?;
        Some(Self { version, figure })
    }

    fn differs(&self, other: &Self) -> bool {
        let (one, other) = (&self.figure, &other.figure);
        one.measure == other.measure && !figures::may_both_be(one, other)
    }
}

/// The numbers at one place of a sentence that cannot all hold.
fn numbers_differ(numbers: &[Number<'_>], known: Known<'_>, found: &mut Differences) {
    let mut apart: Vec<&Number<'_>> = Vec::new();
    for number in numbers {
        if apart.len() < MOST_CLAIMS && apart.iter().all(|it| it.differs(number)) {
            apart.push(number);
        }
    }
    if apart.len() < 2 {
        return;
    }
    let day = |it: &Number<'_>| it.version.paper.published.and_then(When::interval);
    apart.sort_by_key(|it| day(it));
    let claims = apart.iter().map(|it| it.version.claim(it.figure.span, None, known)).collect();
    let told = |it: &&Number<'_>| (it.figure, it.version.paper.published);
    let told: Vec<_> = apart.iter().map(told).collect();
    let later = |pair: &[(Figure, Option<When>)]| match pair {
        [one, other] => figures::is_later_word(*one, *other),
        _ => false,
    };
    if told.windows(2).all(later) {
        found.updates.push(Update { claims });
        return;
    }
    let strength = strength(told.iter().all(|(figure, _)| figure.limit == Limit::Stated));
    found.conflicts.push(Conflict { kind: ConflictKind::Figures, strength, claims });
}
