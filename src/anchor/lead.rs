//! The news of an article that dates nothing.

use crate::{
    model::{
        Basis, DocumentDate, DocumentId, Manner, Mention, Origin, Reason, Skeleton, Status,
    },
    text::Span,
    time::{Expr, Grain, Interval, Modifier, Reference, When, resolve},
};

use super::{lexicon::EventWords, manner, reading, title, words};

/// Fewer words are a heading or a credit, and tell no news.
const FEWEST_WORDS: usize = 6;

/// What an article tells first as a fact, in the first whole sentence of `sentences`, which are
/// its own; told by no expression, so it stands at the sentence itself.
pub fn lead(
    document: DocumentId,
    headline: &str,
    text: &str,
    sentences: impl IntoIterator<Item = Span>,
    told: &EventWords,
) -> Option<Skeleton> {
    let whole = |span: &Span| span.slice(text).ends_with(['.', '!', '?', '”', '"', '»']);
    let mut first = sentences.into_iter().filter(whole).map(|sentence| {
        let words = words::words(text, sentence, &[]);
        (sentence, words)
    });
    let (sentence, words) = first.find(|(_, words)| words.len() >= FEWEST_WORDS)?;
    let status = reading::status_of(&words, told);
    let told_as_fact = matches!(status, Status::Happened | Status::Ongoing);
    told_as_fact.then(|| Skeleton {
        origin: Origin { document, span: sentence, nth: 0 },
        sentence,
        expr: the_day(),
        status,
        manner: Manner {
            of_headline: manner::of_headline(&words, &manner::headline(headline, told), told),
            ..Manner::default()
        },
        title: title::of_lead(text, &words, sentence, told),
    })
}

/// "About the day of the article."
fn the_day() -> Expr {
    Expr::Modified(Modifier::Approximate, Box::new(Expr::Shifted { unit: Grain::Day, by: 0 }))
}

/// Dates what an article tells first about the day on which it came out, if that is known.
pub fn of_the_day(lead: &Skeleton, date: &DocumentDate) -> Option<Mention> {
    let (when, clue) = date.best()?;
    let reference = Reference { document: Some(when), ..Reference::default() };
    let value = resolve(&lead.expr, reference)?;
    let extent: Interval = value.extent()?;
    let is_a_day = matches!(when, When::Day(_)) && extent.first_day() == extent.last_day();
    is_a_day.then(|| Mention {
        said: lead.clone(),
        value,
        extent,
        basis: Basis::OfTheDay,
        because: vec![Reason::NothingDated(when, clue)],
    })
}
