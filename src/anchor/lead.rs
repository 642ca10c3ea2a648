//! The news of an article that dates nothing.

use std::sync::Arc;

use crate::{
    model::{
        Basis, DocumentDate, DocumentId, Manner, Mention, Origin, Reason, Skeleton, Status,
        Timex,
    },
    text::Span,
    time::{Expr, Grain, Interval, Modifier, Reference, When, resolve},
};

use super::{
    FigureWords, figures, lexicon::EventWords, manner, reading, reporter, title, words,
};

/// Fewer words are a heading or a credit, and tell no news.
const FEWEST_WORDS: usize = 6;
/// The news stands in one of the first so many whole sentences.
const SENTENCES: usize = 8;
/// Of so many words of a headline, one must stand in the news, which else may be furniture.
const HEADLINE_PER_WORD: usize = 3;
const MOST_NEEDED: usize = 2;

/// What an article tells first as a fact of what its headline says, in one of the whole
/// `sentences`, which are its own; dated by no expression, so it stands at the sentence itself.
pub fn lead(
    document: DocumentId,
    headline: &str,
    text: &str,
    sentences: impl IntoIterator<Item = Span>,
    expressions: &[Timex],
    (told, counted): (&EventWords, &FigureWords),
) -> Option<Skeleton> {
    let whole = |span: &Span| span.slice(text).ends_with(['.', '!', '?', '”', '"', '»']);
    let headline = manner::headline(headline, told);
    let needed = (headline.len() / HEADLINE_PER_WORD).clamp(headline.len().min(1), MOST_NEEDED);
    let all = sentences.into_iter().filter(whole).take(SENTENCES);
    let mut all = all.map(|sentence| (sentence, words::words(text, sentence, &[])));
    all.find_map(|(sentence, words)| {
        let status = reading::status_of(&words, told);
        let told_as_fact = matches!(status, Status::Happened | Status::Ongoing);
        let of_headline = manner::of_headline(&words, &headline, told);
        let is_news = usize::from(of_headline) >= needed && words.len() >= FEWEST_WORDS;
        (told_as_fact && is_news).then(|| {
            let mut lead = Skeleton {
                origin: Origin { document, span: sentence, nth: 0 },
                sentence,
                expr: the_day(),
                status,
                manner: Manner { of_headline, ..Manner::default() },
                title: title::of_lead(text, &words, sentence, told),
                figures: figures::all(text, &words, expressions, (counted, told)).into(),
                reporter: None,
            };
            reporter::tell(text, &words, expressions, std::slice::from_mut(&mut lead), told);
            lead
        })
    })
}

/// "About the day of the article."
fn the_day() -> Expr {
    Expr::Modified(Modifier::Approximate, Box::new(Expr::Shifted { unit: Grain::Day, by: 0 }))
}

/// Dates what an article tells first about the day on which it came out, if that is known.
pub fn of_the_day(lead: &Arc<Skeleton>, date: &DocumentDate) -> Option<Mention> {
    let (when, clue) = date.best()?;
    let reference = Reference { document: Some(when), ..Reference::default() };
    let value = resolve(&lead.expr, reference)?;
    let extent: Interval = value.extent()?;
    let is_a_day = matches!(when, When::Day(_)) && extent.first_day() == extent.last_day();
    is_a_day.then(|| Mention {
        said: Arc::clone(lead),
        value,
        extent,
        basis: Basis::OfTheDay,
        because: vec![Reason::NothingDated(when, clue)],
    })
}
