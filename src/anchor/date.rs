//! Dates for what was said, as far as they can be known.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::{
    model::{
        Aside, Basis, DocumentDate, Inferred, Mention, Order, OrderClue, Reason, SetAside,
        Skeleton, Status, Timex, Waiting, Why,
    },
    text::Span,
    time::{DaySet, Expr, Interval, Needs, Reference, TimeValue, When, resolve},
};

/// What each of a text's expressions means, in the order of `expressions`; `None` where that
/// cannot be known.
///
/// Each counts from what the tagger says: the document's date, or an expression before it.
pub fn values(expressions: &[Timex], document: Reference) -> Vec<Option<TimeValue>> {
    let mut values: Vec<Option<TimeValue>> = Vec::with_capacity(expressions.len());
    for timex in expressions {
        let earlier = timex.anchor.and_then(|anchor| {
            let at = place_of(anchor, expressions)?;
            values.get(at)?.as_ref()?.anchor()
        });
        values.push(resolve(&timex.expr, Reference { earlier, ..document }));
    }
    values
}

/// A document whose date is not known better is asked only what its first and its last day
/// make of it.
const MOST_DAYS_ASKED: usize = 64;

/// The same where the document's day is one of `days`.
fn values_over(
    expressions: &[Timex],
    days: &DaySet,
    reference: Reference,
) -> Vec<Option<TimeValue>> {
    let mut asked: Vec<NaiveDate> = days.days().take(MOST_DAYS_ASKED + 1).collect();
    let only_ends = asked.len() > MOST_DAYS_ASKED;
    if only_ends {
        asked = days.first().into_iter().chain(days.last()).collect();
    }
    let mut all: Vec<Vec<TimeValue>> = vec![Vec::new(); expressions.len()];
    for day in asked {
        let on = Reference { document: Some(When::Day(day)), ..reference };
        for (seen, value) in all.iter_mut().zip(values(expressions, on)) {
            seen.extend(value.filter(|value| !seen.contains(value)));
        }
    }
    all.into_iter()
        .map(|it| if only_ends { TimeValue::from_to(&it) } else { TimeValue::one_of(it) })
        .collect()
}

fn place_of(span: Span, expressions: &[Timex]) -> Option<usize> {
    expressions.binary_search_by_key(&span, |timex| timex.span).ok()
}

/// Dates everything that one document says, given the document's date; what cannot be known
/// yet waits. All are in order of place.
pub fn date<'a>(
    said: impl IntoIterator<Item = &'a Arc<Skeleton>>,
    expressions: &[Timex],
    asides: &[Aside],
    document: &DocumentDate,
    order: Option<Order>,
) -> (Vec<Mention>, Vec<Waiting>) {
    let reference = Reference {
        document: document.when(),
        order: order.map(|it| it.order),
        ..Reference::default()
    };
    let values = match document {
        DocumentDate::Inferred(Inferred { days, .. }) => {
            values_over(expressions, days, reference)
        }
        DocumentDate::Known(..) | DocumentDate::Disputed { .. } | DocumentDate::Unknown => {
            values(expressions, reference)
        }
    };
    let (mut dated, mut waiting) = (Vec::new(), Vec::new());
    for skeleton in said {
        let found = place_of(skeleton.origin.span, expressions)
            .and_then(|at| Some((expressions.get(at)?, values.get(at)?)));
        let Some((timex, value)) = found else { continue };
        let timex = Timex {
            anchor: timex.anchor.filter(|it| !is_saying(*it, asides)),
            ..timex.clone()
        };
        match date_one(skeleton, &timex, value.as_ref(), document, order) {
            Ok(mention) => dated.push(mention),
            Err(why) => waiting.push(Waiting { said: Arc::clone(skeleton), why }),
        }
    }
    (dated, waiting)
}

/// "said on Monday": where a story is told by someone, its next day is not the day after that.
fn is_saying(anchor: Span, asides: &[Aside]) -> bool {
    let at = asides.partition_point(|aside| aside.origin.span < anchor);
    let aside = asides.get(at).filter(|aside| aside.origin.span == anchor);
    aside.is_some_and(|aside| aside.why == SetAside::Reporting)
}

fn date_one(
    skeleton: &Arc<Skeleton>,
    timex: &Timex,
    value: Option<&TimeValue>,
    document: &DocumentDate,
    order: Option<Order>,
) -> Result<Mention, Why> {
    let (basis, because) = match timex.expr.needs() {
        Needs::Nothing => written(&timex.expr, order),
        Needs::DocumentDate => {
            let reason = match document {
                DocumentDate::Known(when, clue)
                | DocumentDate::Disputed { best: (when, clue), .. } => {
                    Reason::DocumentDate(*when, *clue)
                }
                DocumentDate::Inferred(_) => Reason::InferredDate,
                DocumentDate::Unknown => return Err(Why::NoDocumentDate),
            };
            (Basis::FromDocument, vec![reason])
        }
        Needs::Earlier => {
            let span = timex.anchor.ok_or(Why::NoEarlierExpression)?;
            (Basis::FromExpression(span), vec![Reason::Expression(span)])
        }
        Needs::Event => return Err(Why::CountsFromEvent),
    };
    let value = value.ok_or_else(|| cannot(timex, document))?.clone();
    let extent = value.extent().ok_or(Why::Impossible)?;
    let status = status(skeleton.status, extent, document);
    let said = if status == skeleton.status {
        Arc::clone(skeleton)
    } else {
        Arc::new(Skeleton { status, ..Skeleton::clone(skeleton) })
    };
    Ok(Mention { said, value, extent, basis, because })
}

/// What is written there; in digits, day and month may need a clue.
fn written(expr: &Expr, order: Option<Order>) -> (Basis, Vec<Reason>) {
    let either = || {
        let alone = resolve(expr, Reference::default());
        matches!(alone, Some(TimeValue::OneOf(_)))
    };
    match order.filter(|_| either()) {
        Some(order) => {
            let guess = order.clue == OrderClue::Manner;
            let basis = if guess { Basis::Guessed } else { Basis::Written };
            (basis, vec![Reason::Written, Reason::Order(order)])
        }
        None => (Basis::Written, vec![Reason::Written]),
    }
}

/// Why nothing came out: what it counts from is not fine enough, or there is no such date.
fn cannot(timex: &Timex, document: &DocumentDate) -> Why {
    if timex.expr.needs() == Needs::Earlier {
        return Why::NoEarlierExpression;
    }
    let some_day = document.when().and_then(When::interval).map(|days| days.first_day());
    match some_day.and_then(|day| resolve(&timex.expr, Reference::on(day))) {
        Some(_) => Why::CoarseDocumentDate,
        None => Why::Impossible,
    }
}

/// What lies wholly after the article's own date cannot have happened when it was written.
fn status(told: Status, extent: Interval, document: &DocumentDate) -> Status {
    let written = match document {
        DocumentDate::Inferred(Inferred { days, .. }) => days
            .first()
            .zip(days.last())
            .and_then(|(first, last)| Interval::of_days(first, last)),
        DocumentDate::Known(..) | DocumentDate::Disputed { .. } | DocumentDate::Unknown => {
            document.when().and_then(When::interval)
        }
    };
    let to_come = written.is_some_and(|written| extent.start() >= written.end());
    if to_come && told == Status::Happened { Status::Planned } else { told }
}
