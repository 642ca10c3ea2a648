//! One article as a `TimeML` 1.2.1 document, in the shape of `TempEval-3`: its text to the
//! letter, every temporal expression in a `TIMEX3`.
//!
//! Masked expressions are marked too: a `TimeML` document tells what a text says, not what is
//! made of it. `t0` is always there, for what counts from it; an unknown date is `XXXX-XX-XX`.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::{
    model::{Basis, Document, DocumentDate, Event, Mention, Origin, Timex},
    problem::Problem,
    project::{Article, Timeline},
    time::{
        Certainty, Expr, Needs, TimeValue, Timex3, When, resolve, resolve_within, timex3,
        timex3_unresolved,
    },
};

use super::{file_names::FileNames, xml::Xml};

/// One article as a file.
#[derive(Debug)]
pub struct TimeMl {
    /// A name that every file system takes, and that no other article of the timeline has.
    pub file: String,
    /// The document.
    pub bytes: Vec<u8>,
    /// What of the text XML cannot hold, if anything.
    pub problem: Option<Problem>,
}

const HEAD: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd">
"#;

/// The articles of `timeline`, a document for each place that one lies in, in order of name.
pub fn to_timeml(timeline: &Timeline) -> impl ExactSizeIterator<Item = TimeMl> {
    let places = timeline.articles.iter().flat_map(|(article, date)| {
        article.document.places.iter().map(move |place| (&**article, *date, place))
    });
    let mut places: Vec<_> = places.collect();
    places.sort_by_key(|(article, _, place)| (*place, article.document.id));
    let names =
        FileNames::of(places.iter().map(|(article, _, place)| (article.document.id, *place)));
    let mentions = timeline.events.iter().flat_map(Event::mentions);
    let mentions: BTreeMap<_, _> = mentions.map(|it| (it.said.origin, it)).collect();
    places.into_iter().map(move |(article, date, place)| {
        let (bytes, swapped) = document(article, date, &place.name, &mentions);
        let file = names.name(article.document.id, place);
        TimeMl { file, bytes, problem: swapped_problem(&place.name, swapped) }
    })
}

/// What `expr` means by itself, said in a document of that date.
pub fn timex3_alone(expr: &Expr, document: Option<When>) -> Timex3 {
    match value_alone(expr, document) {
        Some(value) => timex3(&value),
        None => timex3_unresolved(expr),
    }
}

fn value_alone(expr: &Expr, document: Option<When>) -> Option<TimeValue> {
    match expr.needs() {
        Needs::Nothing => resolve(expr, NaiveDate::default()),
        Needs::DocumentDate => resolve_within(expr, document?),
        Needs::Earlier | Needs::Event => None,
    }
}

type Mentions<'a> = BTreeMap<Origin, &'a Mention>;

/// The document, and how many characters were swapped.
fn document(
    article: &Article,
    date: DocumentDate,
    name: &str,
    mentions: &Mentions<'_>,
) -> (Vec<u8>, usize) {
    let Document { title, text, .. } = &article.document;
    let mut xml = Xml::new(HEAD);
    xml.element("DOCID", name);
    creation_time(&mut xml, date);
    xml.element("TITLE", title);
    xml.open("TEXT", &[]);
    let mut at = 0;
    for (timex, tid) in article.expressions.iter().zip(1..) {
        let span = timex.span;
        xml.text(text.get(at..span.start()).unwrap_or_default());
        let origin = Origin { document: article.document.id, span, nth: 0 };
        let marked = Marked::of(timex, mentions.get(&origin).copied(), date, article);
        marked.write(&mut xml, tid, span.slice(text));
        at = span.end();
    }
    xml.text(text.get(at..).unwrap_or_default());
    xml.close_line("TEXT");
    xml.end("TimeML")
}

fn creation_time(xml: &mut Xml, date: DocumentDate) {
    let known = date.when().map(|when| timex3(&TimeValue::On(when, Certainty::Stated)));
    let text = known.as_ref().map(|it| it.value.clone()).unwrap_or_default();
    let unknown = || Timex3 { kind: "DATE", value: "XXXX-XX-XX".into(), modifier: None };
    let Timex3 { kind, value, .. } = known.unwrap_or_else(unknown);
    xml.open("DCT", &[]);
    let attributes = [
        ("tid", "t0"),
        ("type", kind),
        ("value", &value),
        ("temporalFunction", "false"),
        ("functionInDocument", "CREATION_TIME"),
    ];
    xml.open("TIMEX3", &attributes);
    xml.text(&text);
    xml.close("TIMEX3");
    xml.close_line("DCT");
}

/// What stands at one expression.
struct Marked {
    timex: Timex3,
    /// Whether it counts from something.
    relative: bool,
    /// The number of what it counts from, where that is known.
    anchor: Option<usize>,
    /// What TIMEX3's one place on the calendar cannot say, in EDTF.
    comment: Option<String>,
}

impl Marked {
    fn of(
        timex: &Timex,
        mention: Option<&Mention>,
        date: DocumentDate,
        article: &Article,
    ) -> Self {
        let needs = timex.expr.needs();
        let (value, anchor) = match mention {
            Some(mention) => {
                (Some(mention.value.clone()), counted_from(mention.basis, article))
            }
            None => (
                value_alone(&timex.expr, date.when()),
                (needs == Needs::DocumentDate).then_some(0),
            ),
        };
        Self {
            comment: value.as_ref().and_then(beyond_one_place),
            timex: match value {
                Some(value) => timex3(&value),
                None => timex3_unresolved(&timex.expr),
            },
            relative: needs != Needs::Nothing || anchor.is_some(),
            anchor,
        }
    }

    fn write(&self, xml: &mut Xml, tid: usize, words: &str) {
        let (tid, anchor) = (format!("t{tid}"), self.anchor.map(|it| format!("t{it}")));
        let mut attributes =
            vec![("tid", &*tid), ("type", self.timex.kind), ("value", &self.timex.value)];
        attributes.extend(self.timex.modifier.map(|it| ("mod", it)));
        let relative = if self.relative { "true" } else { "false" };
        attributes.extend([("temporalFunction", relative), ("functionInDocument", "NONE")]);
        attributes.extend(anchor.as_deref().map(|it| ("anchorTimeID", it)));
        attributes.extend(self.comment.as_deref().map(|it| ("comment", it)));
        xml.open("TIMEX3", &attributes);
        xml.text(words);
        xml.close("TIMEX3");
    }
}

/// The number of the `TIMEX3` that a date was counted from.
fn counted_from(basis: Basis, article: &Article) -> Option<usize> {
    match basis {
        Basis::Written => None,
        Basis::FromDocument => Some(0),
        Basis::FromExpression(span) => {
            let place = article.expressions.binary_search_by_key(&span, |it| it.span);
            place.ok().map(|nth| nth + 1)
        }
    }
}

/// The whole of a value that has two ends, an open end, or several readings.
fn beyond_one_place(value: &TimeValue) -> Option<String> {
    match value {
        TimeValue::Between { .. }
        | TimeValue::Open(..)
        | TimeValue::By { .. }
        | TimeValue::OneOf(_) => value.edtf(),
        TimeValue::On(..) | TimeValue::For(_) | TimeValue::Every(_) | TimeValue::Around(_) => {
            None
        }
    }
}

fn swapped_problem(name: &str, swapped: usize) -> Option<Problem> {
    let why = format!(
        "characters that XML forbids, each replaced by a picture of itself (␀ to ␟) or by �: \
         {swapped}"
    );
    (swapped > 0).then(|| Problem::new(name, "written with stand-ins", why))
}
