//! Dates for what was said, as far as they can be known.

use crate::{
    model::{
        Aside, Basis, DocumentDate, Mention, Reason, SetAside, Skeleton, Status, Waiting, Why,
    },
    text::Span,
    time::{Certainty, Expr, Interval, Needs, TimeValue, When, resolve, resolve_within},
};

/// Dates everything that one document says, given the document's date; what cannot be known
/// yet waits. `said` and `asides` are in order of place.
pub fn date(
    said: &[Skeleton],
    asides: &[Aside],
    document: &DocumentDate,
) -> (Vec<Mention>, Vec<Waiting>) {
    let (mut dated, mut waiting) = (Vec::new(), Vec::new());
    let mut earlier: Option<(Span, When)> = None;
    for skeleton in said {
        let here = skeleton.origin.span;
        // "The next day" counts from the date right before it. Where that is not known, or is
        // that of a saying, an older one would give a wrong day.
        earlier =
            earlier.filter(|(span, _)| !asides.iter().any(|it| moves_on(it, *span, here)));
        match date_one(skeleton, document, earlier) {
            Ok(mention) => {
                earlier = stated(&mention.value).map(|when| (here, when));
                dated.push(mention);
            }
            Err(why) => {
                earlier = None;
                waiting.push(Waiting { said: skeleton.clone(), why });
            }
        }
    }
    (dated, waiting)
}

/// The one place named outright, which others may count from.
fn stated(value: &TimeValue) -> Option<When> {
    let TimeValue::On(when, Certainty::Stated) = value else { return None };
    Some(*when)
}

/// Whether `aside` is a date of a saying between the two.
fn moves_on(aside: &Aside, earlier: Span, here: Span) -> bool {
    let at = aside.origin.span.start();
    aside.why == SetAside::Reporting && (earlier.end()..here.start()).contains(&at)
}

fn date_one(
    skeleton: &Skeleton,
    document: &DocumentDate,
    earlier: Option<(Span, When)>,
) -> Result<Mention, Why> {
    let needs = skeleton.expr.needs();
    let (from, basis, because) = match needs {
        Needs::Nothing => (None, Basis::Written, vec![Reason::Written]),
        Needs::DocumentDate => {
            let Some((when, clue)) = document.best() else {
                return Err(Why::NoDocumentDate);
            };
            (Some(when), Basis::FromDocument, vec![Reason::DocumentDate(when, clue)])
        }
        Needs::Earlier => {
            let (span, when) = earlier
                .filter(|(_, when)| counts_from(&skeleton.expr, *when))
                .ok_or(Why::NoEarlierExpression)?;
            (Some(when), Basis::FromExpression(span), vec![Reason::Expression(span)])
        }
        Needs::Event => return Err(Why::CountsFromEvent),
    };
    let value = match from {
        None => resolve(&skeleton.expr, chrono::NaiveDate::default()),
        Some(when) => resolve_within(&skeleton.expr, when),
    };
    let value = value.ok_or_else(|| cannot(&skeleton.expr, from))?;
    let extent = value.extent().ok_or(Why::Impossible)?;
    let status = status(skeleton.status, extent, document);
    let said = Skeleton { status, ..skeleton.clone() };
    Ok(Mention { said, value, extent, basis, because })
}

/// Whether all of it can count from an earlier date that fine: "two years later" from a day or
/// a year, "the next day" not from a year.
fn counts_from(expr: &Expr, from: When) -> bool {
    match expr {
        Expr::Later { unit, .. } => from.grain() <= *unit,
        Expr::PartOfDay(inner, _)
        | Expr::Clock(inner, ..)
        | Expr::About(inner)
        | Expr::Open(_, inner) => counts_from(inner, from),
        // Of two parts, the other may count from something else.
        Expr::Between(..)
        | Expr::By(_)
        | Expr::Fixed(_)
        | Expr::Shifted { .. }
        | Expr::Weekday { .. }
        | Expr::InYear { .. }
        | Expr::OfYear { .. }
        | Expr::FromEvent { .. } => false,
    }
}

/// Why nothing came out: the day to count from is not fine enough, or there is no such date.
fn cannot(expr: &Expr, from: Option<When>) -> Why {
    let some_day = from.and_then(When::interval).map(|days| days.first_day());
    match some_day.and_then(|day| resolve(expr, day)) {
        Some(_) => Why::CoarseDocumentDate,
        None => Why::Impossible,
    }
}

/// What lies wholly after the article's own date cannot have happened when it was written.
fn status(told: Status, extent: Interval, document: &DocumentDate) -> Status {
    let written = document.when().and_then(When::interval);
    let to_come = written.is_some_and(|written| extent.start() >= written.end());
    if to_come && told == Status::Happened { Status::Planned } else { told }
}
