//! The texts in a file, one at a time: what is read of it when nothing but the words matters.
//!
//! Records are read line by line, so that a file of any length needs no more memory than its
//! longest text. Titles and identities are not worked out.

use std::{
    borrow::Cow,
    fs::File,
    io::{self, BufRead as _, BufReader, Read as _},
};

use super::{
    Format, NOT_READ, Source, bytes, gaps, in_words, is_empty, parts, records, sniff, whole,
};
use crate::{model::Document, problem::Problem, time::When};

/// A text, by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// A record's `id`, else the path within the folder opened, with `/`.
    pub name: String,
    /// When the record says that it was published.
    pub published: Option<When>,
    /// The whole text.
    pub text: String,
}

/// In a longer text there are places that no [`Span`](crate::text::Span) can name.
const MAX_TEXT_BYTES: u64 = u32::MAX as u64;
/// So much of a file is looked at to tell whether it can be read line by line.
const SAMPLE_BYTES: usize = 1 << 16;

/// Each text in a file, and each thing that could not be read, in order of place.
pub fn texts(source: &Source) -> Box<dyn Iterator<Item = Result<Text, Problem>> + '_> {
    let told = |error: &io::Error| Problem::new(&source.name, NOT_READ, in_words(error));
    match Format::of(&source.path).unwrap_or(Format::Text) {
        Format::Text | Format::Markdown => Box::new(article(source).into_iter()),
        Format::Records => match Lines::of(source) {
            Ok(Some(lines)) => Box::new(lines),
            Ok(None) => Box::new(all_records(source).into_iter()),
            Err(error) => Box::new([Err(told(&error))].into_iter()),
        },
        Format::Page | Format::Table => Box::new(of_documents(source).into_iter()),
    }
}

/// The texts of what is read whole, or not at all.
fn of_documents(source: &Source) -> Vec<Result<Text, Problem>> {
    let (documents, problems) = super::documents(source);
    told_of(documents, problems)
}

fn told_of(
    documents: Vec<Document>,
    problems: impl IntoIterator<Item = Problem>,
) -> Vec<Result<Text, Problem>> {
    let text = |it: Document| {
        let name = it.name().to_owned();
        Ok(Text { name, published: it.published, text: it.text })
    };
    documents.into_iter().map(text).chain(problems.into_iter().map(Err)).collect()
}

/// A file that is one article, unless its content is something else or many.
fn article(source: &Source) -> Vec<Result<Text, Problem>> {
    let read = match whole(source, MAX_TEXT_BYTES) {
        Ok(read) => read,
        Err(problem) => return vec![Err(problem)],
    };
    if read.text.trim().is_empty() {
        return vec![Err(is_empty(source))];
    }
    match sniff::format(&read.text, Format::Text) {
        Format::Text | Format::Markdown => {}
        Format::Page | Format::Records | Format::Table => return of_documents(source),
    }
    if let Some(documents) = parts::documents(source, &read.text) {
        return told_of(documents, gaps(source, read.gaps));
    }
    let text = Text { name: source.name.clone(), published: None, text: read.text };
    [Ok(text)].into_iter().chain(gaps(source, read.gaps).map(Err)).collect()
}

/// A file of records that cannot be taken apart before it is decoded.
fn all_records(source: &Source) -> Vec<Result<Text, Problem>> {
    let read = match whole(source, super::MAX_RECORDS_BYTES) {
        Ok(read) => read,
        Err(problem) => return vec![Err(problem)],
    };
    let mut found = Vec::new();
    for (line, words) in (1..).zip(read.text.lines()).filter(|(_, it)| !it.trim().is_empty()) {
        match records::text(source, line, words) {
            Ok((text, undated)) => found.extend(undated.map(Err).into_iter().chain([Ok(text)])),
            Err(problem) => found.push(Err(problem)),
        }
    }
    if found.is_empty() {
        found.push(Err(is_empty(source)));
    }
    found.into_iter().chain(gaps(source, read.gaps).map(Err)).collect()
}

/// A file of records, read line by line.
struct Lines<'s> {
    source: &'s Source,
    file: BufReader<File>,
    /// How many lines were read.
    line: u64,
    bytes: Vec<u8>,
    /// The text of the last line, while what is wrong with its date is told.
    text: Option<Text>,
    is_empty: bool,
    /// Characters that could not be decoded.
    gaps: usize,
    is_done: bool,
}

impl<'s> Lines<'s> {
    /// `None` if where a line ends depends on how the file is decoded.
    fn of(source: &'s Source) -> io::Result<Option<Self>> {
        // Looked at before it is opened: opening a pipe would wait for ever.
        if !std::fs::metadata(&source.path)?.is_file() {
            return Ok(None);
        }
        let mut file = BufReader::with_capacity(SAMPLE_BYTES, File::open(&source.path)?);
        let sample = file.fill_buf()?;
        let utf_16 = sample.starts_with(b"\xff\xfe") || sample.starts_with(b"\xfe\xff");
        let odd_break = |pair: &[u8]| matches!(pair, [b'\r', next] if *next != b'\n');
        if utf_16 || sample.contains(&0) || sample.windows(2).any(odd_break) {
            return Ok(None);
        }
        if sample.starts_with(b"\xef\xbb\xbf") {
            file.consume(3);
        }
        Ok(Some(Self {
            source,
            file,
            line: 0,
            bytes: Vec::new(),
            text: None,
            is_empty: true,
            gaps: 0,
            is_done: false,
        }))
    }

    /// Takes the next line; `false` at the end.
    fn advance(&mut self) -> io::Result<bool> {
        self.bytes.clear();
        self.line += 1;
        let mut file = (&mut self.file).take(MAX_TEXT_BYTES);
        Ok(file.read_until(b'\n', &mut self.bytes)? > 0)
    }

    /// The text of the line last taken, and what is wrong with its date.
    fn record(&mut self) -> Result<(Text, Option<Problem>), Problem> {
        let words = if let Ok(words) = std::str::from_utf8(&self.bytes) {
            Cow::Borrowed(words)
        } else {
            let read = bytes::text_from_bytes(&self.bytes).ok_or_else(|| {
                records::not_read(self.source, self.line, "it is not text".to_owned())
            })?;
            self.gaps += read.gaps;
            Cow::Owned(read.text)
        };
        records::text(self.source, self.line, &words)
    }

    /// What is to be told when all lines are read.
    fn last(&mut self) -> Option<Result<Text, Problem>> {
        self.is_done = true;
        let problem = if self.is_empty {
            Some(is_empty(self.source))
        } else {
            gaps(self.source, self.gaps)
        };
        problem.map(Err)
    }
}

impl Iterator for Lines<'_> {
    type Item = Result<Text, Problem>;

    fn next(&mut self) -> Option<Self::Item> {
        if let Some(text) = self.text.take() {
            return Some(Ok(text));
        }
        while !self.is_done {
            match self.advance() {
                Ok(true) => {}
                Ok(false) => return self.last(),
                Err(error) => {
                    self.is_done = true;
                    let why = in_words(&error);
                    return Some(Err(records::not_read(self.source, self.line, why)));
                }
            }
            if self.bytes.trim_ascii().is_empty() {
                continue;
            }
            self.is_empty = false;
            return Some(match self.record() {
                Ok((text, Some(undated))) => {
                    self.text = Some(text);
                    Err(undated)
                }
                Ok((text, None)) => Ok(text),
                Err(problem) => Err(problem),
            });
        }
        None
    }
}
