//! The file that an article lies in, as it is on disk now.

use std::path::{Path, PathBuf};

use super::{
    Contents, Format, MAX_ARTICLE_BYTES, contents, find, opened, records, tables, too_large,
};
use crate::model::{Document, DocumentId, Place, TableColumns};

const GONE: &str = "it is no longer in the folder: it was moved, renamed or deleted after it was \
                    read";
const SHORTER: &str = "it has changed since it was read, and is shorter now: open the folder \
                       again to read it anew";

/// What an article was read from, as it is on disk now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Original {
    /// Where it lies.
    pub path: PathBuf,
    /// What is shown of it: a record's line, a table's first line and the article's row, else
    /// all. Decoded as the reader decodes, and otherwise as it is written.
    pub stretches: Vec<Stretch>,
    /// All of it is shown.
    pub is_whole: bool,
    /// It is a web page.
    pub is_page: bool,
    /// It no longer holds the article as it was read.
    pub has_changed: bool,
    /// Characters that could not be decoded.
    pub gaps: usize,
}

/// Lines of a file, one after the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// The number of the first, from 1.
    pub line: u64,
    /// Their text.
    pub text: String,
}

/// The file below `folder`, which was opened, in which that article lay at `place`, read by
/// what the reader said of the `columns` of tables; or why it cannot be shown, in the reader's
/// words.
pub fn original(
    folder: &Path,
    id: DocumentId,
    place: &Place,
    columns: &TableColumns,
) -> Result<Original, String> {
    // Looked for as it was found: a name that is no UTF-8 leads nowhere once it is in letters.
    let source = find(folder).sources.into_iter().find(|it| it.name == place.path);
    let source = source.ok_or(GONE)?;
    let (format, read) = opened(&source, MAX_ARTICLE_BYTES)?;
    let Contents { documents, .. } = contents(&source, columns);
    let now = place_now(&documents, id, place);
    let record = now.map_or(place.record, |now| now.record);
    let part = match (format, record) {
        (Format::Records, Some(record)) => {
            Some(records::line(&read.text, record).ok_or(SHORTER)?)
        }
        (Format::Table, Some(record)) => Some(tables::row(&read.text, record).ok_or(SHORTER)?),
        (Format::Text | Format::Markdown | Format::Page, _) | (_, None) => None,
    };
    let is_whole = part.is_none();
    let stretches = part.unwrap_or_else(|| vec![Stretch { line: 1, text: read.text }]);
    let bytes = stretches.iter().map(|it| it.text.len() as u64).sum();
    if bytes > MAX_ARTICLE_BYTES {
        return Err(too_large(bytes, MAX_ARTICLE_BYTES));
    }
    Ok(Original {
        path: source.path,
        stretches,
        is_whole,
        is_page: format == Format::Page,
        has_changed: now.is_none(),
        gaps: read.gaps,
    })
}

/// Where in its file an article lies now, if its text still stands there to the letter: where
/// it lay, or else where it went.
fn place_now<'a>(documents: &'a [Document], id: DocumentId, was: &Place) -> Option<&'a Place> {
    let same = documents.iter().filter(|it| it.id.text_hash() == id.text_hash());
    let mut same: Vec<&Place> = same.flat_map(|it| &it.places).collect();
    same.sort_by_key(|it| it.record != was.record);
    same.first().copied()
}
