//! From a folder to documents: the only step that opens articles.
//!
//! Takes no date from a file's time stamp, and never changes a file.

mod address;
mod bytes;
mod find;
mod html;
mod join;
mod original;
mod parts;
mod record;
mod records;
mod sniff;
mod stream;
mod tables;
mod title;
mod worker;

use std::{
    fs::File,
    io::{self, Read as _},
    path::Path,
};

use crate::{
    model::{Document, DocumentId, Header, Mask, Place, TableColumns},
    problem::Problem,
};
use bytes::Read;

pub use address::unwrapped;
pub use find::{Found, Source, find};
pub use join::{join, title_said};
pub use original::{Original, Stretch, original};
pub use stream::stream;
pub use tables::columns_named;
pub use worker::{PageReaders, have_pages_read_by, serve};

/// Larger files are no article; reading them would only fill the memory.
pub const MAX_ARTICLE_BYTES: u64 = 8 << 20;
/// A larger file of records is to be split.
pub const MAX_RECORDS_BYTES: u64 = 128 << 20;

const NOT_READ: &str = "not read";

/// What kind of articles a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Format {
    Text,
    Markdown,
    Page,
    Records,
    Table,
}

/// What is in one file.
#[derive(Clone, Debug, Default)]
pub struct Contents {
    /// The articles.
    pub documents: Vec<Document>,
    /// What could not be read.
    pub problems: Vec<Problem>,
    /// Of a table, the names of its columns.
    pub header: Option<Header>,
}

/// What is in one file; a table of which the reader said what its `columns` hold is read by
/// that. Pages are read by a process of their own, if there is one.
pub fn contents(source: &Source, columns: &TableColumns) -> Contents {
    let is_page = Format::of(&source.path) == Some(Format::Page);
    let answer = if is_page { worker::documents(source) } else { None };
    match answer {
        Some((documents, problems)) => Contents { documents, problems, header: None },
        None => contents_here(source, MAX_ARTICLE_BYTES, columns),
    }
}

/// The articles in one file, and what of it could not be read, where the reader said nothing.
pub fn documents(source: &Source) -> (Vec<Document>, Vec<Problem>) {
    let Contents { documents, problems, .. } = contents(source, &TableColumns::new());
    (documents, problems)
}

/// The same, in this process, of a plain text of at most so many bytes.
fn documents_here(source: &Source, most_of_text: u64) -> (Vec<Document>, Vec<Problem>) {
    let Contents { documents, problems, .. } =
        contents_here(source, most_of_text, &TableColumns::new());
    (documents, problems)
}

fn contents_here(source: &Source, most_of_text: u64, columns: &TableColumns) -> Contents {
    let (format, read) = match opened(source, most_of_text) {
        Ok(opened) => opened,
        Err(why) => return Contents::not_read(source, why),
    };
    let of = |(documents, problems)| Contents { documents, problems, header: None };
    let mut contents = match format {
        Format::Text | Format::Markdown => of(article(source, format, read.text)),
        Format::Table => tables::contents(source, &read.text, columns),
        Format::Page => of(html::documents(source, &read.text)),
        Format::Records => of(records::documents(source, &read.text)),
    };
    contents.problems.extend(gaps(source, read.gaps));
    contents
}

impl Contents {
    fn not_read(source: &Source, why: impl Into<String>) -> Self {
        let problems = vec![Problem::new(&source.name, NOT_READ, why)];
        Self { problems, ..Self::default() }
    }
}

/// What a file is, and its text: a plain one of at most so many bytes. Or why there is none.
fn opened(source: &Source, most_of_text: u64) -> Result<(Format, Read), String> {
    let most = |format| match format {
        Format::Text | Format::Markdown => most_of_text,
        Format::Page => MAX_ARTICLE_BYTES,
        Format::Records | Format::Table => MAX_RECORDS_BYTES,
    };
    let promised = Format::of(&source.path).unwrap_or(Format::Text);
    let read = whole(&source.path, most(promised))?;
    let format = sniff::format(&read.text, promised);
    let (bytes, most) = (read.text.len() as u64, most(format));
    if bytes > most { Err(too_large(bytes, most)) } else { Ok((format, read)) }
}

/// The text of a whole file, or why there is none.
fn whole(path: &Path, most: u64) -> Result<Read, String> {
    let bytes = load(path, most)?;
    if let Some(why) = sniff::not_read_yet(&bytes) {
        return Err(why);
    }
    bytes::text_from_bytes(&bytes).ok_or_else(|| {
        "not text; if it is an article, save it again as text (UTF-8)".to_owned()
    })
}

/// That so many characters could not be decoded, if any.
fn gaps(source: &Source, gaps: usize) -> Option<Problem> {
    let why = format!("damaged characters, shown as �: {gaps}");
    (gaps > 0).then(|| Problem::new(&source.name, "read with gaps", why))
}

fn is_empty(source: &Source) -> Problem {
    Problem::new(&source.name, NOT_READ, "it is empty")
}

impl Format {
    fn of(path: &Path) -> Option<Self> {
        match find::ending(path)?.as_str() {
            "txt" | "text" => Some(Self::Text),
            "md" | "markdown" => Some(Self::Markdown),
            "html" | "htm" | "xhtml" => Some(Self::Page),
            "csv" | "tsv" => Some(Self::Table),
            "jsonl" | "ndjson" => Some(Self::Records),
            _ => None,
        }
    }
}

/// A file that is one article.
fn article(source: &Source, format: Format, text: String) -> (Vec<Document>, Vec<Problem>) {
    if text.trim().is_empty() {
        return (Vec::new(), vec![is_empty(source)]);
    }
    if let Some(documents) = parts::documents(source, &text) {
        return (documents, Vec::new());
    }
    let document = Document {
        id: DocumentId::of(&text),
        places: vec![Place {
            name: source.name.clone(),
            path: source.name.clone(),
            record: None,
        }],
        title: title::title(&text, format == Format::Markdown)
            .unwrap_or_else(|| title::stem(&source.name)),
        source: None,
        author: None,
        url: None,
        language: None,
        published: None,
        hints: Vec::new(),
        outside: Mask::default(),
        text,
    };
    (vec![document], Vec::new())
}

/// All of a regular file, or why not, in the reader's words.
fn load(path: &Path, most: u64) -> Result<Vec<u8>, String> {
    // Looked at before it is opened: opening a pipe would wait for ever.
    let about = std::fs::metadata(path).map_err(|error| in_words(&error))?;
    if !about.is_file() {
        return Err(
            "not a file but a folder, pipe or device; remove it or rename it".to_owned()
        );
    }
    if about.len() > most {
        return Err(too_large(about.len(), most));
    }
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(|error| in_words(&error))?;
    file.take(most + 1).read_to_end(&mut bytes).map_err(|error| in_words(&error))?;
    // It may have grown since it was looked at.
    if bytes.len() as u64 > most {
        return Err(too_large(bytes.len() as u64, most));
    }
    Ok(bytes)
}

fn too_large(bytes: u64, most: u64) -> String {
    let (size_mb, limit_mb) = (bytes.div_ceil(1 << 20), most >> 20);
    format!("{size_mb} MB; files over {limit_mb} MB are not read: split it into smaller ones")
}

/// Why the system said no, and what may be done about it.
fn in_words(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::PermissionDenied => {
            "you may not read it; change its permissions and open the folder again".to_owned()
        }
        io::ErrorKind::NotFound => {
            "it is no longer there, or a link to nothing; put it back or remove the link"
                .to_owned()
        }
        _ => format!("{error}; mend it and open the folder again"),
    }
}
