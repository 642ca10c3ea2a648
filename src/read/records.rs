//! Articles as lines of JSON, one record a line.

use serde::{Deserialize, Deserializer};
use serde_json::Value;

use super::{NOT_READ, Source, Text, title};
use crate::{
    model::{Document, DocumentId, Place},
    problem::Problem,
    time::When,
};

/// One line. All but `text` may be missing; fields of other names are no concern of ours.
#[derive(Deserialize)]
struct Record {
    id: Option<Words>,
    doc: Option<Words>,
    title: Option<Words>,
    date: Option<Words>,
    dct: Option<Words>,
    source: Option<Words>,
    author: Option<Words>,
    url: Option<Words>,
    text: String,
}

/// What a field says, in whatever form: no odd field costs an article.
struct Words(String);

impl<'de> Deserialize<'de> for Words {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Value::deserialize(deserializer).map(|value| Self(words_of(&value)))
    }
}

fn words_of(value: &Value) -> String {
    match value {
        Value::String(words) => words.clone(),
        Value::Array(all) => all.iter().map(words_of).collect::<Vec<_>>().join(", "),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::Object(_) => value.to_string(),
    }
}

/// The articles in a file of records. What is wrong with one stops no other.
pub(super) fn documents(source: &Source, text: &str) -> (Vec<Document>, Vec<Problem>) {
    let (mut documents, mut problems) = (Vec::new(), Vec::new());
    let mut number = 0;
    for (line, words) in (1..).zip(text.lines()) {
        if words.trim().is_empty() {
            continue;
        }
        match document(source, number, line, words) {
            Ok((document, undated)) => {
                documents.push(document);
                problems.extend(undated);
            }
            Err(problem) => problems.push(problem),
        }
        number += 1;
    }
    if number == 0 {
        problems.push(Problem::new(&source.name, NOT_READ, "it is empty"));
    }
    (documents, problems)
}

/// One line's record, by name, and what is wrong with its date.
struct Line {
    record: Record,
    name: String,
    published: Option<When>,
    undated: Option<Problem>,
}

fn read(source: &Source, line: usize, words: &str) -> Result<Line, Problem> {
    let trouble = |why| not_read(source, line, why);
    let mut record: Record =
        serde_json::from_str(words).map_err(|error| trouble(in_words(&error)))?;
    if record.text.trim().is_empty() {
        return Err(trouble("its text is empty".to_owned()));
    }
    let name = said(record.id.take().or(record.doc.take()))
        .unwrap_or_else(|| format!("{}:{line}", source.name));
    let date = said(record.date.take().or(record.dct.take()));
    let (published, undated) = match date.map(|date| date.parse::<When>()) {
        Some(Ok(when)) => (Some(when), None),
        Some(Err(error)) => {
            let why = format!("{error} (line {line} of {})", source.name);
            (None, Some(Problem::new(&name, "date not read", why)))
        }
        None => (None, None),
    };
    Ok(Line { record, name, published, undated })
}

fn said(words: Option<Words>) -> Option<String> {
    words.map(|Words(words)| words)
}

/// That a line holds no article.
pub(super) fn not_read(source: &Source, line: usize, why: String) -> Problem {
    Problem::new(&source.name, format!("line {line} not read"), why)
}

/// One line's text, and what is wrong with its date.
pub(super) fn text(
    source: &Source,
    line: usize,
    words: &str,
) -> Result<(Text, Option<Problem>), Problem> {
    let Line { record, name, published, undated } = read(source, line, words)?;
    Ok((Text { name, published, text: record.text }, undated))
}

/// One line's article, and what is wrong with its date.
fn document(
    source: &Source,
    number: u32,
    line: usize,
    words: &str,
) -> Result<(Document, Option<Problem>), Problem> {
    let Line { record, name, published, undated } = read(source, line, words)?;
    let headline = said(record.title).filter(|title| !title.trim().is_empty());
    let title =
        headline.or_else(|| title::title(&record.text, false)).unwrap_or_else(|| name.clone());
    let document = Document {
        id: DocumentId::of(&record.text),
        places: vec![Place { name, path: source.name.clone(), record: Some(number) }],
        title,
        source: said(record.source),
        author: said(record.author),
        url: said(record.url),
        published,
        text: record.text,
    };
    Ok((document, undated))
}

/// The parser's own words, without its line and column: each line is parsed by itself.
fn in_words(error: &serde_json::Error) -> String {
    let words = error.to_string();
    let told = words.split(" at line ").next().unwrap_or_default();
    format!("{told}; each line must be one JSON object with a “text”")
}
