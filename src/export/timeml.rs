//! One article as a `TimeML` 1.2.1 document, in the shape of `TempEval-3`: its text to the
//! letter, every temporal expression in a `TIMEX3`.
//!
//! Masked expressions are marked too: a `TimeML` document tells what a text says, not what is
//! made of it. `t0` is always there, for what counts from it; an unknown date is `XXXX-XX-XX`.

use crate::{
    anchor,
    model::{Document, DocumentDate, Timex},
    problem::Problem,
    project::{Article, Timeline},
    text::Span,
    time::{
        DayOrder, Expr, Modifier, Needs, Reference, TimeValue, Timex3, timex3,
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
        article.document.places.iter().map(move |place| (&**article, date, place))
    });
    let mut places: Vec<_> = places.collect();
    let folder = timeline.folder_order();
    places.sort_by_key(|(article, _, place)| (*place, article.document.id));
    let names =
        FileNames::of(places.iter().map(|(article, _, place)| (article.document.id, *place)));
    places.into_iter().map(move |(article, date, place)| {
        let (bytes, swapped) = document(article, date, folder, &place.name);
        let file = names.name(article.document.id, place);
        TimeMl { file, bytes, problem: swapped_problem(&place.name, swapped) }
    })
}

/// `timex` as TIMEX3 has it: of a stretch with two ends, each end by itself.
pub fn timex3s(timex: &Timex, value: Option<&TimeValue>) -> Vec<(Span, Timex3)> {
    let on = |when| timex3(&TimeValue::On(when, Modifier::Stated));
    match (timex.ends, value) {
        (Some((first, last)), Some(TimeValue::Between { from, until })) => {
            vec![(first, on(*from)), (last, on(*until))]
        }
        (_, Some(value)) => vec![(timex.span, timex3(value))],
        // "from 7am to 10pm", of a day that is not known
        (Some((first, last)), None) if let Expr::Between(from, until) = &timex.expr => {
            vec![(first, timex3_unresolved(from)), (last, timex3_unresolved(until))]
        }
        (_, None) => vec![(timex.span, timex3_unresolved(&timex.expr))],
    }
}

/// The document, and how many characters were swapped.
fn document(
    article: &Article,
    date: &DocumentDate,
    folder: Option<DayOrder>,
    name: &str,
) -> (Vec<u8>, usize) {
    let Document { title, text, .. } = &article.document;
    let mut xml = Xml::new(HEAD);
    xml.element("DOCID", name);
    creation_time(&mut xml, date);
    xml.element("TITLE", title);
    xml.open("TEXT", &[]);
    let mut at = 0;
    let marked = marked(article, date, folder);
    for (one, tid) in marked.iter().zip(1..) {
        xml.text(text.get(at..one.span.start()).unwrap_or_default());
        one.write(&mut xml, tid, one.span.slice(text));
        at = one.span.end();
    }
    xml.text(text.get(at..).unwrap_or_default());
    xml.close_line("TEXT");
    xml.end("TimeML")
}

/// What is marked in an article's text, in order of place.
fn marked(article: &Article, date: &DocumentDate, folder: Option<DayOrder>) -> Vec<Marked> {
    let order = article.order.order(folder).map(|it| it.order);
    let reference = Reference { document: date.when(), order, ..Reference::default() };
    let values = anchor::values(&article.expressions, reference);
    let mut all: Vec<Marked> = Vec::new();
    for (timex, value) in article.expressions.iter().zip(&values) {
        let anchor = match timex.expr.needs() {
            Needs::DocumentDate => Some(0),
            Needs::Earlier => timex.anchor.and_then(|anchor| {
                let at = all.iter().position(|one| anchor.overlaps(one.span));
                at.filter(|_| value.is_some()).map(|at| at + 1)
            }),
            Needs::Nothing | Needs::Event => None,
        };
        let relative = timex.expr.needs() != Needs::Nothing;
        let comment = value.as_ref().and_then(beyond_one_place);
        all.extend(timex3s(timex, value.as_ref()).into_iter().map(|(span, timex)| Marked {
            span,
            timex,
            relative,
            anchor,
            comment: comment.clone(),
        }));
    }
    all
}

fn creation_time(xml: &mut Xml, date: &DocumentDate) {
    let known = date.when().map(|when| timex3(&TimeValue::On(when, Modifier::Stated)));
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

/// One expression, or one end of it.
struct Marked {
    span: Span,
    timex: Timex3,
    /// Whether it counts from something.
    relative: bool,
    /// The number of what it counts from, where that is known.
    anchor: Option<usize>,
    /// What TIMEX3's one place on the calendar cannot say, in EDTF.
    comment: Option<String>,
}

impl Marked {
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

/// The whole of a value that has two ends, an open end, or several readings.
fn beyond_one_place(value: &TimeValue) -> Option<String> {
    match value {
        TimeValue::Between { .. }
        | TimeValue::Open(..)
        | TimeValue::By { .. }
        | TimeValue::OneOf(_)
        | TimeValue::Within { .. } => value.edtf(),
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
