//! What a text says happened, each thing with the expression that dates it.
//!
//! Finds no expressions and joins nothing.

mod date;
mod figures;
mod lead;
mod lexicon;
mod listed;
mod manner;
mod reading;
mod reporter;
mod title;
mod words;

use crate::{
    model::{Aside, DocumentId, Figure, Origin, SetAside, Skeleton, Status, Timex},
    problem::Problem,
    text::Span,
    time::{Expr, TimeValue},
};

use words::Word;

pub use date::{date, values};
pub use figures::{FigureExample, FigureWords};
pub use lead::{lead, of_the_day};
pub use lexicon::{EventWords, Example, Reported};

/// What a text says happened, and what becomes of its other expressions. All are in order of
/// place.
#[derive(Clone, Debug, Default)]
pub struct Anchored {
    /// What it says happened.
    pub said: Vec<Skeleton>,
    /// The sayings among `asides` that lie on a day, or in a stretch of days, that is written
    /// there, and are past.
    pub sayings: Vec<Skeleton>,
    /// The expressions that date nothing that happened.
    pub asides: Vec<Aside>,
}

/// What the expressions of a text date, and those that date nothing, by the words of its
/// language.
///
/// `sentences` and `expressions` are in order of place. What is furniture is not asked: that
/// is known when all articles are.
pub fn anchored(
    document: DocumentId,
    title: &str,
    text: &str,
    sentences: &[Span],
    expressions: &[Timex],
    (told, counted): (&EventWords, &FigureWords),
) -> Anchored {
    let mut all = Anchored::default();
    let headline = manner::headline(title, told);
    let around = |timex: &Timex| sentence_of(timex.span, sentences);
    for dates in expressions.chunk_by(|one, other| around(one) == around(other)) {
        let Some(sentence) = dates.first().map(around) else { continue };
        let beside = within(expressions, sentence);
        let words = words::words(text, sentence, beside);
        let of_headline = manner::of_headline(&words, &headline, told);
        let first = all.said.len();
        for timex in dates {
            let origin = Origin { document, span: timex.span, nth: 0 };
            let skeleton = || Skeleton {
                origin,
                sentence,
                expr: timex.expr.clone(),
                status: reading::status(text, &words, timex, told),
                manner: manner::manner(text, &words, timex.span, of_headline, told),
                title: title::cut(text, &words, sentence, timex.span, told),
                figures: Box::default(),
                reporter: None,
            };
            match set_aside(text, &words, timex, told) {
                None => all.said.push(skeleton()),
                Some(why) => {
                    let is_dated = matches!(timex.expr, Expr::Fixed(_));
                    if why == SetAside::Reporting && is_dated {
                        let past = |it: &Skeleton| it.status == Status::Happened;
                        all.sayings.extend(Some(skeleton()).filter(past));
                    }
                    all.asides.push(Aside { origin, why });
                }
            }
        }
        let own = all.said.get_mut(first..).unwrap_or_default();
        figures::bind(text, &words, beside, own, (counted, told));
        reporter::tell(text, &words, beside, own, told);
    }
    all
}

/// All that the sentence at `sentence` counts, in order of place, whatever dates it.
/// `expressions` are those of the text.
pub fn figures_of(
    text: &str,
    sentence: Span,
    expressions: &[Timex],
    (told, counted): (&EventWords, &FigureWords),
) -> Vec<Figure> {
    let beside = within(expressions, sentence);
    let words = words::words(text, sentence, beside);
    figures::all(text, &words, beside, (counted, told))
}

/// A day that there is not is worth a reader's look: its sentence is told, and nothing is made
/// of it.
pub fn no_such_days(name: &str, text: &str, sentences: &[Span], days: &[Span]) -> Vec<Problem> {
    let told = |day: &Span| {
        let what = format!("“{}” is no day", day.slice(text));
        let sentence = sentence_of(*day, sentences).slice(text).trim();
        let why = format!("there is no such day, so it dates nothing: “{sentence}”");
        Problem::new(name, what, why)
    };
    days.iter().map(told).collect()
}

/// The sentence that `expression` stands in; where sentences part it, all that it touches.
fn sentence_of(expression: Span, sentences: &[Span]) -> Span {
    let first = sentences.partition_point(|sentence| sentence.end() <= expression.start());
    sentences
        .iter()
        .skip(first)
        .take_while(|sentence| sentence.start() < expression.end())
        .fold(expression, |all, sentence| all.join(*sentence))
}

/// The expressions in `sentence`.
fn within(expressions: &[Timex], sentence: Span) -> &[Timex] {
    let from = expressions.partition_point(|timex| timex.span.end() <= sentence.start());
    let until = expressions.partition_point(|timex| timex.span.start() < sentence.end());
    expressions.get(from..until).unwrap_or_default()
}

fn set_aside(
    text: &str,
    words: &[Word<'_>],
    timex: &Timex,
    told: &EventWords,
) -> Option<SetAside> {
    let reports = || reading::reports(text, words, timex, told);
    let reporting = || reports().then_some(SetAside::Reporting);
    dates_nothing(&timex.expr).or_else(reporting)
}

/// Why the expression has no place on the calendar, if it has none whatever the day is.
fn dates_nothing(expr: &Expr) -> Option<SetAside> {
    match expr {
        Expr::Fixed(TimeValue::For(_)) => Some(SetAside::Duration),
        Expr::Fixed(TimeValue::Every(_)) => Some(SetAside::Repeated),
        Expr::Fixed(TimeValue::Around(_)) => Some(SetAside::Vague),
        Expr::Modified(_, inner) => dates_nothing(inner),
        Expr::Fixed(
            TimeValue::On(..)
            | TimeValue::Between { .. }
            | TimeValue::Open(..)
            | TimeValue::By { .. }
            | TimeValue::OneOf(_)
            | TimeValue::Within { .. },
        )
        | Expr::Digits { .. }
        | Expr::Shifted { .. }
        | Expr::Weekday { .. }
        | Expr::InYear { .. }
        | Expr::OfYear { .. }
        | Expr::PartOfDay(..)
        | Expr::Clock(..)
        | Expr::Nth { .. }
        | Expr::Whole(..)
        | Expr::FromTime { .. }
        | Expr::Ago { .. }
        | Expr::Between(..)
        | Expr::Open(..)
        | Expr::By(_)
        | Expr::Then(_)
        | Expr::Counterpart { .. }
        | Expr::FromEvent { .. } => None,
    }
}
