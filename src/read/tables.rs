//! Articles as rows of a table, its columns named as press databases name them.

use std::collections::BTreeMap;

use csv::{ReaderBuilder, StringRecord};

use super::{Contents, NOT_READ, Source, Stretch, record::Record};
use crate::{
    model::{Columns, Document, Header, Role, TableColumns},
    problem::{Problem, TableHead},
};

/// What may part columns.
const SEPARATORS: &[u8] = b",;\t|";
/// A column without a known name holds the articles if its fields are as long, on average.
const FEWEST_BYTES_OF_A_TEXT: usize = 200;
/// So many rows are looked at for that.
const ROWS_LOOKED_AT: usize = 50;
/// So many rows show the reader what a column holds,
const ROWS_SHOWN: usize = 3;
/// and so much of each value.
const VALUE_CHARS: usize = 100;

/// The names of columns, in small letters without spaces and signs, most telling first.
const ID: &[&str] = &[
    "id",
    "doc",
    "docid",
    "documentid",
    "articleid",
    "accessionnumber",
    "an",
    "storeid",
    "guid",
];
const TITLE: &[&str] =
    &["title", "headline", "hd", "articletitle", "documenttitle", "heading", "hlead", "name"];
const DATE: &[&str] = &[
    "date",
    "dct",
    "publicationdate",
    "pubdate",
    "publisheddate",
    "datepublished",
    "published",
    "pd",
    "publishdate",
    "publishedat",
    "articledate",
    "datetime",
    "timestamp",
    "loaddate",
    "year",
];
const SOURCE: &[&str] = &[
    "source",
    "publication",
    "outlet",
    "publicationtitle",
    "newspaper",
    "sourcename",
    "sn",
    "publicationname",
    "journal",
    "media",
    "mediumname",
    "sourcetitle",
    "pubtitle",
    "publisher",
    "site",
    "website",
];
const AUTHOR: &[&str] =
    &["author", "authors", "byline", "by", "journalist", "writer", "creator"];
const URL: &[&str] =
    &["url", "link", "documenturl", "articleurl", "weblink", "permalink", "uri", "address"];
const TEXT: &[&str] = &[
    "text",
    "fulltext",
    "body",
    "content",
    "articletext",
    "articlebody",
    "bodytext",
    "td",
    "article",
    "story",
    "maintext",
    "contents",
    "contentclean",
];

/// The articles in a table, by what the reader said of its columns, or else by their names.
/// What is wrong with one row stops no other.
pub(super) fn contents(source: &Source, text: &str, chosen: &TableColumns) -> Contents {
    let Some(table) = Table::of(text) else {
        return Contents::not_read(source, "its first line is no row of a table");
    };
    let header: Header = table.header.iter().map(str::to_owned).collect();
    let said = chosen.get(&header).cloned();
    let Some(columns) = said.or_else(|| recognised(&header, &table.rows)) else {
        let problem = unknown(source, &header, &table.rows);
        return Contents {
            problems: vec![problem],
            header: Some(header),
            ..Contents::default()
        };
    };
    if table.rows.is_empty() && table.open.is_none() {
        let header = Some(header);
        return Contents { header, ..Contents::not_read(source, "it has no rows") };
    }
    let fields = Fields::of(&header, columns);
    let (documents, problems) = table.documents(source, &fields);
    Contents { documents, problems, header: Some(header) }
}

/// The names of the columns, and the `number`th row, from 0, as they are written.
pub(super) fn row(text: &str, number: u32) -> Option<Vec<Stretch>> {
    let Table { rows, open, .. } = Table::of(text)?;
    let row = rows.get(usize::try_from(number).ok()?)?;
    let mut starts: Vec<usize> = rows.iter().chain(&open).map(byte_of).collect();
    starts.sort_unstable();
    let start = byte_of(row);
    let next = starts.partition_point(|it| *it <= start);
    let end = starts.get(next).copied().unwrap_or(text.len());
    let first = starts.first().copied().unwrap_or(text.len());
    let written = |from, until, line| {
        let text = text.get(from..until)?.trim_matches('\n').to_owned();
        Some(Stretch { line, text })
    };
    Some(vec![written(0, first, 1)?, written(start, end, line_of(row))?])
}

/// A table as it is written.
struct Table {
    header: StringRecord,
    rows: Vec<StringRecord>,
    /// The row whose quote never closes; the lines below it stand among the rows.
    open: Option<StringRecord>,
}

impl Table {
    /// `None` if the first line is no row.
    fn of(text: &str) -> Option<Self> {
        let mut reader = ReaderBuilder::new()
            .delimiter(separator(text))
            .flexible(true)
            .from_reader(text.as_bytes());
        let header = reader.headers().ok()?.clone();
        let mut rows: Vec<StringRecord> = reader.records().filter_map(Result::ok).collect();
        let quotes = text.bytes().filter(|it| *it == b'"').count();
        let open = rows.pop_if(|_| quotes % 2 == 1);
        rows.extend(open.iter().flat_map(|open| rows_below(text, open)));
        for row in &mut rows {
            skip_blank_lines(text, row);
        }
        Some(Self { header, rows, open })
    }

    fn documents(&self, source: &Source, fields: &Fields) -> (Vec<Document>, Vec<Problem>) {
        let (mut documents, mut problems) = (Vec::new(), Vec::new());
        let wrong = |line: u64, why: &str| {
            Problem::new(&source.name, format!("line {line} not read"), why)
        };
        problems.extend(self.open.as_ref().map(|open| {
            let why = "a quote is opened in it or above it and never closed; close it";
            wrong(line_of(open), why)
        }));
        for (number, row) in (0..).zip(&self.rows) {
            let line = line_of(row);
            let record = fields.record(row);
            if record.text.trim().is_empty() {
                problems.push(wrong(line, "its text is empty"));
                continue;
            }
            match record.of_a_readable_length() {
                Ok(record) => documents.push(record.document(source, number, line)),
                Err(why) => problems.push(wrong(line, &why)),
            }
        }
        (documents, problems)
    }
}

/// The lines below that row as rows: where its quote ends, nobody knows.
fn rows_below(text: &str, open: &StringRecord) -> Vec<StringRecord> {
    let rest = text.get(byte_of(open)..).unwrap_or_default();
    let below = rest.split_once('\n').map_or("", |(_, below)| below);
    let mut reader = ReaderBuilder::new()
        .delimiter(separator(text))
        .flexible(true)
        .has_headers(false)
        .quoting(false)
        .from_reader(below.as_bytes());
    let mut rows: Vec<StringRecord> = reader.records().filter_map(Result::ok).collect();
    for row in &mut rows {
        let mut place = row.position().cloned().unwrap_or_else(csv::Position::new);
        place.set_line(line_of(open) + place.line());
        place.set_byte((text.len() - below.len()) as u64 + place.byte());
        row.set_position(Some(place));
    }
    rows
}

/// The parser counts blank lines above a row to it.
fn skip_blank_lines(text: &str, row: &mut StringRecord) {
    let written = text.get(byte_of(row)..).unwrap_or_default();
    let blank = written.len() - written.trim_start_matches('\n').len();
    if let Some(mut place) = row.position().cloned().filter(|_| blank > 0) {
        place.set_line(place.line() + blank as u64);
        place.set_byte(place.byte() + blank as u64);
        row.set_position(Some(place));
    }
}

fn line_of(row: &StringRecord) -> u64 {
    row.position().map_or(0, csv::Position::line)
}

fn byte_of(row: &StringRecord) -> usize {
    let byte = row.position().map_or(0, csv::Position::byte);
    usize::try_from(byte).unwrap_or(usize::MAX)
}

/// Whether `text` begins as a table of articles does: with the names of its columns.
pub(super) fn is_table(text: &str) -> bool {
    let Some(first) = text.lines().next() else { return false };
    let names: Vec<String> = first.split(char::from(separator(text))).map(folded).collect();
    let is_one = |known: &[&str]| names.iter().any(|name| known.contains(&name.as_str()));
    names.len() > 1 && is_one(TEXT) && (is_one(TITLE) || is_one(DATE) || is_one(ID))
}

/// The sign that parts the names of the columns.
fn separator(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or_default();
    let count = |sign: &u8| first.bytes().filter(|it| it == sign).count();
    SEPARATORS.iter().rev().max_by_key(|sign| count(sign)).copied().unwrap_or(b',')
}

/// The columns that tell by their names what they hold.
pub fn columns_named(header: &[String]) -> BTreeMap<Role, usize> {
    let names: Vec<String> = header.iter().map(|name| folded(name)).collect();
    let place = |role| Some((role, place(&names, known(role))?));
    Role::ALL.into_iter().filter_map(place).collect()
}

const fn known(role: Role) -> &'static [&'static str] {
    match role {
        Role::Text => TEXT,
        Role::Title => TITLE,
        Role::Date => DATE,
        Role::Source => SOURCE,
        Role::Author => AUTHOR,
        Role::Address => URL,
    }
}

fn place(names: &[String], known: &[&str]) -> Option<usize> {
    known.iter().find_map(|known| names.iter().position(|name| name == known))
}

/// What the columns hold, where the names or the lengths of the texts tell.
fn recognised(header: &[String], rows: &[StringRecord]) -> Option<Columns> {
    let mut places = columns_named(header);
    let text = places.get(&Role::Text).copied().or_else(|| longest(header.len(), rows))?;
    places.insert(Role::Text, text);
    Columns::new(places)
}

/// Where in a row each field of a record stands.
struct Fields {
    id: Option<usize>,
    columns: Columns,
}

impl Fields {
    fn of(header: &[String], columns: Columns) -> Self {
        let names: Vec<String> = header.iter().map(|name| folded(name)).collect();
        // The reader may have said that it holds something else.
        let is_free = |at: &usize| Role::ALL.iter().all(|it| columns.place(*it) != Some(*at));
        let id = place(&names, ID).filter(is_free);
        Self { id, columns }
    }

    fn record(&self, row: &StringRecord) -> Record {
        let field = |place: Option<usize>| {
            let words = place.and_then(|place| row.get(place)).map(str::trim);
            words.filter(|words| !words.is_empty()).map(str::to_owned)
        };
        let said = |role| field(self.columns.place(role));
        let text = self.columns.place(Role::Text).and_then(|place| row.get(place));
        Record {
            id: field(self.id),
            title: said(Role::Title),
            date: said(Role::Date),
            source: said(Role::Source),
            author: said(Role::Author),
            url: said(Role::Address),
            text: text.unwrap_or_default().replace("\r\n", "\n"),
        }
    }
}

/// The column with the longest fields, if they are long enough for articles.
fn longest(columns: usize, rows: &[StringRecord]) -> Option<usize> {
    let some = rows.get(..ROWS_LOOKED_AT.min(rows.len()))?;
    let bytes = |column: usize| -> usize {
        some.iter().filter_map(|row| row.get(column)).map(str::len).sum()
    };
    let best = (0..columns).rev().max_by_key(|column| bytes(*column))?;
    (bytes(best) >= FEWEST_BYTES_OF_A_TEXT * some.len().max(1)).then_some(best)
}

/// That nothing tells where the texts are; the reader can.
fn unknown(source: &Source, header: &[String], rows: &[StringRecord]) -> Problem {
    let names: Vec<&str> = header.iter().take(12).map(String::as_str).collect();
    let why = format!(
        "no column holds the articles’ text (its columns: {}); name that column “text”",
        names.join(", ")
    );
    let problem = Problem::new(&source.name, NOT_READ, why);
    if rows.is_empty() {
        return problem;
    }
    let row = |row: &StringRecord| row.iter().map(shortened).collect();
    let rows = rows.iter().take(ROWS_SHOWN).map(row).collect();
    problem.asking_for(TableHead { header: header.to_vec(), rows })
}

fn shortened(value: &str) -> String {
    let words: Vec<&str> = value.split_whitespace().take(VALUE_CHARS).collect();
    words.join(" ").chars().take(VALUE_CHARS).collect()
}

fn folded(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
