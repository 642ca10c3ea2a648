//! The documents in a file, one at a time.
//!
//! Records are read line by line, so that a file of any length needs no more memory than its
//! longest text.

use std::{
    borrow::Cow,
    fs::File,
    io::{self, BufRead as _, BufReader, Read as _},
};

use super::{
    Format, NOT_READ, Source, bytes, documents, documents_here, gaps, in_words, is_empty,
    records,
};
use crate::{model::Document, problem::Problem};

/// In a longer text there are places that no [`Span`](crate::text::Span) can name.
const MAX_TEXT_BYTES: u64 = u32::MAX as u64;
/// So much of a file is looked at to tell whether it can be read line by line.
const SAMPLE_BYTES: usize = 1 << 16;

/// Each document in a file, and each thing that could not be read, in order of place: those of
/// [`documents`], but of a text of any length.
pub fn stream(source: &Source) -> Box<dyn Iterator<Item = Result<Document, Problem>> + '_> {
    let told = |error: &io::Error| Problem::new(&source.name, NOT_READ, in_words(error));
    match Format::of(&source.path).unwrap_or(Format::Text) {
        Format::Text | Format::Markdown => in_turn(documents_here(source, MAX_TEXT_BYTES)),
        Format::Records => match Lines::of(source) {
            Ok(Some(lines)) => Box::new(lines),
            Ok(None) => in_turn(documents(source)),
            Err(error) => Box::new([Err(told(&error))].into_iter()),
        },
        Format::Page | Format::Table => in_turn(documents(source)),
    }
}

fn in_turn(
    (documents, problems): (Vec<Document>, Vec<Problem>),
) -> Box<dyn Iterator<Item = Result<Document, Problem>>> {
    Box::new(documents.into_iter().map(Ok).chain(problems.into_iter().map(Err)))
}

/// A file of records, read line by line.
struct Lines<'s> {
    source: &'s Source,
    file: BufReader<File>,
    /// How many lines were read.
    line: u64,
    bytes: Vec<u8>,
    /// How many lines were not blank.
    records: u32,
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
            records: 0,
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

    /// The document in the line last taken.
    fn document(&mut self) -> Result<Document, Problem> {
        let not_read = |why| records::not_read(self.source, self.line, why);
        let words = if let Ok(words) = std::str::from_utf8(&self.bytes) {
            Cow::Borrowed(words)
        } else {
            let read = bytes::text_from_bytes(&self.bytes)
                .ok_or_else(|| not_read("it is not text".to_owned()))?;
            self.gaps += read.gaps;
            Cow::Owned(read.text)
        };
        let record = records::record(&words).map_err(not_read)?;
        let number = self.records;
        Ok(record.document(self.source, number, self.line))
    }

    /// What is to be told when all lines are read.
    fn last(&mut self) -> Option<Problem> {
        self.is_done = true;
        let is_blank = (self.records == 0).then(|| is_empty(self.source));
        is_blank.or_else(|| gaps(self.source, self.gaps))
    }
}

impl Iterator for Lines<'_> {
    type Item = Result<Document, Problem>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.is_done {
            match self.advance() {
                Ok(true) => {}
                Ok(false) => return self.last().map(Err),
                Err(error) => {
                    self.is_done = true;
                    let why = in_words(&error);
                    return Some(Err(records::not_read(self.source, self.line, why)));
                }
            }
            if self.bytes.trim_ascii().is_empty() {
                continue;
            }
            let document = self.document();
            self.records += 1;
            return Some(document);
        }
        None
    }
}
