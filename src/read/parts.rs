//! Many articles in one text, as press databases deliver them.
//!
//! Where one begins or ends a line says so: "3 of 40 DOCUMENTS", "End of Document". Fewer than
//! two such lines split nothing.

use std::ops::Range;

use super::{Source, record::Record};
use crate::{
    model::{Document, Mask, MaskKind, Masked},
    text::{Span, trimmed},
};

/// The lines above an article that tell of it are no more.
const MOST_HEAD_LINES: usize = 24;
/// A line of it is no longer; a longer one is prose.
const LONGEST_HEAD_BYTES: usize = 200;
/// The lines below an article that tell of it are no more.
const MOST_TAIL_LINES: usize = 12;

/// The article begins on the line with such a label.
const TEXT: &[&str] = &["full text", "body", "text"];

/// What a labelled line gives, by its label in small letters.
const LABELS: &[(&str, Field)] = &[
    ("headline", Field::Title),
    ("title", Field::Title),
    ("byline", Field::Author),
    ("author", Field::Author),
    ("authors", Field::Author),
    ("source", Field::Source),
    ("publication title", Field::Source),
    ("publication", Field::Source),
    ("newspaper", Field::Source),
    ("publication date", Field::Date),
    ("pub date", Field::Date),
    ("date", Field::Date),
    ("document url", Field::Url),
    ("url", Field::Url),
    ("link", Field::Url),
    ("length", Field::Other),
    ("section", Field::Other),
    ("edition", Field::Other),
    ("dateline", Field::Other),
    ("highlight", Field::Other),
    ("load-date", Field::Below),
    ("language", Field::Below),
    ("publication-type", Field::Below),
    ("publication type", Field::Below),
    ("document type", Field::Below),
    ("subject", Field::Below),
    ("graphic", Field::Below),
    ("copyright", Field::Below),
    ("correction-date", Field::Below),
    ("journal code", Field::Below),
    ("place of publication", Field::Below),
    ("country of publication", Field::Below),
    ("issn", Field::Below),
    ("pages", Field::Below),
    ("proquest document id", Field::Below),
];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Field {
    Title,
    Author,
    Source,
    Date,
    Url,
    Other,
    /// It stands below an article.
    Below,
}

/// The articles in `text`, if it holds more than one.
pub(super) fn documents(source: &Source, text: &str) -> Option<Vec<Document>> {
    let parts = split(text);
    let articles = parts.into_iter().filter_map(|part| text.get(part)).map(str::trim);
    let articles: Vec<&str> = articles.filter(|it| !it.is_empty()).collect();
    let documents = (0..).zip(&articles).map(|(number, text)| article(source, number, text));
    (articles.len() > 1).then(|| documents.collect())
}

/// The stretches between the lines that part articles.
fn split(text: &str) -> Vec<Range<usize>> {
    let mut marks = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if is_mark(line.trim()) {
            marks.push(at..at + line.len());
        }
        at += line.len();
    }
    if marks.len() < 2 {
        return Vec::new();
    }
    let starts = std::iter::once(0).chain(marks.iter().map(|it| it.end));
    let ends = marks.iter().map(|it| it.start).chain([text.len()]);
    starts.zip(ends).map(|(start, end)| start..end).collect()
}

/// "3 of 40 DOCUMENTS", "Document 3 of 40", "End of Document", and "Document" with a long code.
fn is_mark(line: &str) -> bool {
    if line.len() > 60 || line.is_empty() {
        return false;
    }
    let lower = line.to_lowercase();
    let words: Vec<&str> = lower.split_whitespace().collect();
    let number = |word: &&str| word.bytes().all(|byte| byte.is_ascii_digit());
    match words.as_slice() {
        ["end", "of", "document"] => true,
        [one, "of", all, "documents" | "articles" | "records"]
        | ["document" | "article" | "record", one, "of", all] => number(one) && number(all),
        ["document", code] => {
            code.len() >= 20
                && code.bytes().any(|byte| byte.is_ascii_digit())
                && code.bytes().all(|byte| byte.is_ascii_alphanumeric())
        }
        _ => false,
    }
}

fn article(source: &Source, number: u32, text: &str) -> Document {
    let lines = lines(text);
    let head = head_lines(text, &lines);
    let (record, headline) = record(text, &lines, lines.get(..head).unwrap_or_default());
    let mut document = record.document(source, number, u64::from(number) + 1);
    let tail = tail_lines(text, lines.get(head..).unwrap_or_default());
    let around = lines.iter().take(head).chain(lines.iter().skip(lines.len() - tail));
    let around = around.filter(|line| Some(**line) != headline);
    let furniture = |line: &Span| Masked { span: *line, kind: MaskKind::Furniture };
    let mut parts: Vec<Masked> = around.map(furniture).collect();
    let label = lines.get(head).and_then(|line| {
        let end = line.start() + text_label(line.slice(text))?;
        Span::of(text, line.start()..end)
    });
    parts.extend(label.map(|label| furniture(&label)));
    document.outside = Mask::new(parts);
    document
}

fn lines(text: &str) -> Vec<Span> {
    let mut at = 0;
    let line = |line: &str| {
        let from = at;
        at += line.len();
        trimmed(text, from, at)
    };
    text.split_inclusive('\n').filter_map(line).collect()
}

/// How many lines tell of the article: down to its length, or its last label.
fn head_lines(text: &str, lines: &[Span]) -> usize {
    let some = lines.iter().take(MOST_HEAD_LINES).map(|line| line.slice(text));
    let goes_on = |line: &&str| {
        let above = matches!(label(line), Some((field, _)) if field != Field::Below);
        above || is_length(line) || line.len() <= LONGEST_HEAD_BYTES && !line.ends_with('.')
    };
    let some = some.take_while(goes_on).take_while(|line| text_label(line).is_none());
    let tells = some.enumerate().filter(|(_, line)| label(line).is_some() || is_length(line));
    tells.map(|(at, _)| at + 1).max().unwrap_or(0)
}

/// How long the label of the article's text is: "Full text:".
fn text_label(line: &str) -> Option<usize> {
    let (label, _) = line.split_once(':')?;
    TEXT.contains(&label.trim().to_lowercase().as_str()).then_some(label.len() + 1)
}

fn tail_lines(text: &str, body: &[Span]) -> usize {
    let last = body.iter().rev().take(MOST_TAIL_LINES).map(|line| line.slice(text));
    let tells = |line: &str| {
        label(line).is_some()
            || line.starts_with(['©', '_'])
            || line.to_lowercase().starts_with("copyright")
    };
    let told = last.enumerate().filter(|(_, line)| tells(line));
    told.map(|(at, _)| at + 1).max().unwrap_or(0)
}

/// "LENGTH: 512 words" has a label; "512 words" has none.
fn is_length(line: &str) -> bool {
    line.strip_suffix(" words")
        .is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit() || byte == b','))
}

fn label(line: &str) -> Option<(Field, &str)> {
    let (label, value) = line.split_once(':')?;
    let label = label.trim().to_lowercase();
    let known = LABELS.iter().find(|(known, _)| *known == label)?;
    Some((known.1, value.trim()))
}

/// What the lines above an article say; and its headline's line.
fn record(text: &str, lines: &[Span], head: &[Span]) -> (Record, Option<Span>) {
    let mut record = Record { text: text.to_owned(), ..Record::default() };
    let mut headline = None;
    let mut unlabelled: Vec<Span> = Vec::new();
    for line in lines {
        // What tells of an article's address stands below it.
        if let Some((Field::Below, value)) = label(line.slice(text)) {
            record.url = record
                .url
                .take()
                .or_else(|| value.starts_with("http").then(|| value.to_owned()));
        }
    }
    for line in head {
        match label(line.slice(text)) {
            Some((field, value)) => take(&mut record, field, value),
            None if !is_length(line.slice(text)) => unlabelled.push(*line),
            None => {}
        }
    }
    // Without labels: outlet, date, headline; or headline, byline, date, outlet.
    let is_date = |line: &&Span| {
        let words = line.slice(text);
        let year = words.split(|c: char| !c.is_ascii_digit()).any(|it| it.len() == 4);
        year && words.len() < 60 && !words.contains('©')
    };
    let date = unlabelled.iter().position(|line| is_date(&line));
    if let Some(line) = date.and_then(|at| unlabelled.get(at)).filter(|_| record.date.is_none())
    {
        record.date = Some(line.slice(text).to_owned());
    }
    let outlet_first = date == Some(1);
    let beside = |at: Option<usize>| at.and_then(|at| unlabelled.get(at)).copied();
    let outlet = if outlet_first { beside(Some(0)) } else { beside(date.map(|at| at + 1)) };
    let title = if outlet_first { beside(Some(2)) } else { beside(Some(0)) };
    record.source = record.source.take().or(outlet.map(|it| it.slice(text).to_owned()));
    if record.title.is_none() {
        record.title = title.map(|it| it.slice(text).to_owned());
        headline = title;
    }
    let byline =
        unlabelled.iter().map(|it| it.slice(text)).find_map(|it| it.strip_prefix("By "));
    record.author = record.author.take().or(byline.map(str::to_owned));
    (record, headline)
}

fn take(record: &mut Record, field: Field, value: &str) {
    let to = match field {
        Field::Title => &mut record.title,
        Field::Author => &mut record.author,
        Field::Source => &mut record.source,
        Field::Date => &mut record.date,
        Field::Url => &mut record.url,
        Field::Other | Field::Below => return,
    };
    if to.is_none() && !value.is_empty() {
        *to = Some(value.to_owned());
    }
}
