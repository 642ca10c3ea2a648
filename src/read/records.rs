//! Articles as lines of JSON, one record a line.

use rayon::{iter::Either, prelude::*};
use serde::{Deserialize, Deserializer};
use serde_json::Value;

use super::{Source, Stretch, is_empty, record::Record};
use crate::{model::Document, problem::Problem};

/// One line. Fields of other names are no concern of ours.
#[derive(Deserialize)]
struct Line {
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
    let lines = (1..).zip(text.lines()).filter(|(_, words)| !words.trim().is_empty());
    let records: Vec<(u32, (u64, &str))> = (0..).zip(lines).collect();
    if records.is_empty() {
        return (Vec::new(), vec![is_empty(source)]);
    }
    records
        .into_par_iter()
        .map(|(number, (line, words))| {
            let record = record(words).and_then(Record::of_a_readable_length);
            record
                .map(|record| record.document(source, number, line))
                .map_err(|why| not_read(source, line, why))
        })
        .partition_map(|read| match read {
            Ok(document) => Either::Left(document),
            Err(problem) => Either::Right(problem),
        })
}

/// The line of the `number`th record, from 0.
pub(super) fn line(text: &str, number: u32) -> Option<Vec<Stretch>> {
    let number = usize::try_from(number).ok()?;
    let mut records = (1..).zip(text.lines()).filter(|(_, words)| !words.trim().is_empty());
    let (line, words) = records.nth(number)?;
    Some(vec![Stretch { line, text: words.to_owned() }])
}

/// That a line holds no article.
pub(super) fn not_read(source: &Source, line: u64, why: String) -> Problem {
    Problem::new(&source.name, format!("line {line} not read"), why)
}

/// Whether `text` begins as lines of JSON do: with a record.
pub(super) fn is_records(text: &str) -> bool {
    text.starts_with('{') && text.lines().next().is_some_and(|line| record(line).is_ok())
}

/// One line's record, or why it is none.
pub(super) fn record(words: &str) -> Result<Record, String> {
    let line: Line = serde_json::from_str(words).map_err(|error| in_words(&error))?;
    if line.text.trim().is_empty() {
        return Err("its text is empty".to_owned());
    }
    let said = |words: Option<Words>| words.map(|Words(words)| words);
    Ok(Record {
        id: said(line.id.or(line.doc)),
        title: said(line.title),
        date: said(line.date.or(line.dct)),
        source: said(line.source),
        author: said(line.author),
        url: said(line.url),
        text: line.text,
    })
}

/// The parser's own words, without its line and column: each line is parsed by itself.
fn in_words(error: &serde_json::Error) -> String {
    let words = error.to_string();
    let told = words.split(" at line ").next().unwrap_or_default();
    format!("{told}; each line must be one JSON object with a “text”")
}
