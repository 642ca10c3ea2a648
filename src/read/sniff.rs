//! What a file is, by how its content begins: names may lie.

use super::{Format, records, tables};

/// So much of a text is looked at.
const LOOKED_AT_CHARS: usize = 1024;

/// Why a file of another kind is not read, whatever its name.
pub(super) fn not_read_yet(bytes: &[u8]) -> Option<String> {
    let kind = match bytes {
        [b'%', b'P', b'D', b'F', ..] => "PDF files",
        [b'P', b'K', 3, 4, ..] => "word processor’s files, e-books and other archives",
        [0xd0, 0xcf, 0x11, 0xe0, ..] => "old word processor’s files",
        [b'{', b'\\', b'r', b't', b'f', ..] => "word processor’s files (RTF)",
        _ => return None,
    };
    Some(format!("{kind} are not read yet; save it as text (.txt)"))
}

/// What `text` is, where its name promises `promised`.
pub(super) fn format(text: &str, promised: Format) -> Format {
    let start = text.trim_start();
    let end = start.char_indices().nth(LOOKED_AT_CHARS).map_or(start.len(), |(at, _)| at);
    let head = start.get(..end).unwrap_or_default().to_lowercase();
    let is_page =
        ["<!doctype html", "<html", "<!-- saved from"].iter().any(|it| head.starts_with(it))
            || head.starts_with("<?xml") && head.contains("<html");
    if is_page {
        return Format::Page;
    }
    match promised {
        Format::Text | Format::Markdown | Format::Page if records::is_records(start) => {
            Format::Records
        }
        Format::Text if tables::is_table(text) => Format::Table,
        Format::Text | Format::Markdown | Format::Page | Format::Records | Format::Table => {
            promised
        }
    }
}
