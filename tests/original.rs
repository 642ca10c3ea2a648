//! The file that an article lies in, as it is on disk: what is shown of it, and what is said
//! when it is not there any more.

use std::fs;

use dateline::{
    model::{Document, Place, TableColumns},
    read::{MAX_ARTICLE_BYTES, Original, documents, find, original},
};
use tempfile::TempDir;

use crate::corpus::folder;

/// The article in `folder` whose text has those words in it.
fn article(folder: &TempDir, words: &str) -> Document {
    let found = find(folder.path());
    let mut all = found.sources.iter().flat_map(|it| documents(it).0);
    all.find(|it| it.text.contains(words)).unwrap()
}

fn shown(folder: &TempDir, article: &Document) -> Result<Original, String> {
    original(folder.path(), article.id, &article.places[0], &TableColumns::new())
}

/// Each stretch that is shown, with the number of its first line.
fn lines(original: &Original) -> Vec<(u64, &str)> {
    original.stretches.iter().map(|it| (it.line, it.text.as_str())).collect()
}

#[test]
fn a_text_is_shown_as_it_was_read() {
    let folder = folder(&[]);
    fs::write(folder.path().join("mill.txt"), b"Caf\xe9\r\n\r\nIt burnt in May.\r\n").unwrap();
    let shown = shown(&folder, &article(&folder, "burnt")).unwrap();
    assert_eq!(lines(&shown), [(1, "Café\n\nIt burnt in May.\n")]);
    assert!(shown.is_whole && !shown.is_page && !shown.has_changed, "{shown:?}");
    assert_eq!(shown.path, folder.path().join("mill.txt"));
}

#[test]
fn of_a_page_the_markup_is_shown() {
    let html = "<!DOCTYPE html><title>Mill burns</title><p>It <b>burnt</b> in May.";
    let folder = folder(&[("mill.html", html)]);
    let shown = shown(&folder, &article(&folder, "burnt")).unwrap();
    assert_eq!(lines(&shown), [(1, html)]);
    assert!(shown.is_page && !shown.has_changed, "{shown:?}");
}

#[test]
fn of_records_the_line_is_shown() {
    let records = "{\"text\": \"It rained.\"}\n\n{\"text\": \"It \\\"burnt\\\".\"}\n";
    let folder = folder(&[("r.jsonl", records)]);
    let shown = shown(&folder, &article(&folder, "burnt")).unwrap();
    assert_eq!(lines(&shown), [(3, "{\"text\": \"It \\\"burnt\\\".\"}")]);
    assert!(!shown.is_whole, "the other line is not shown");
}

#[test]
fn of_a_table_the_row_is_shown_below_the_names_of_its_columns() {
    let table = "title,text\nA,\"It rained.\n\nAll day.\"\n\nB,It burnt.\nC,It ended.\n";
    let folder = folder(&[("t.csv", table)]);
    for (words, line, row) in [
        ("rained", 2, "A,\"It rained.\n\nAll day.\""),
        ("burnt", 6, "B,It burnt."),
        ("ended", 7, "C,It ended."),
    ] {
        let shown = shown(&folder, &article(&folder, words)).unwrap();
        assert_eq!(lines(&shown), [(1, "title,text"), (line, row)]);
    }
}

#[test]
fn below_a_quote_that_never_closes_a_row_is_its_line() {
    let table = "id,text\n1,It rained.\n2,\"It snowed.\n3,It hailed.\n4,It ended.\n";
    let folder = folder(&[("t.csv", table)]);
    for (words, line, row) in [("rained", 2, "1,It rained."), ("hailed", 4, "3,It hailed.")] {
        let shown = shown(&folder, &article(&folder, words)).unwrap();
        assert_eq!(lines(&shown), [(1, "id,text"), (line, row)]);
    }
}

#[test]
fn a_record_is_found_where_it_went() {
    let folder = folder(&[("r.jsonl", "{\"text\": \"It burnt.\"}\n")]);
    let article = article(&folder, "burnt");
    let now = "{\"text\": \"It rained.\"}\n{\"text\": \"It burnt.\"}\n";
    fs::write(folder.path().join("r.jsonl"), now).unwrap();
    let shown = shown(&folder, &article).unwrap();
    assert_eq!(lines(&shown), [(2, "{\"text\": \"It burnt.\"}")]);
    assert!(!shown.has_changed, "the article is as it was");
}

#[test]
fn a_file_that_has_changed_says_so() {
    let folder = folder(&[("a.txt", "It burnt."), ("r.jsonl", "\n\n{\"text\": \"It fell.\"}")]);
    let (text, record) = (article(&folder, "burnt"), article(&folder, "fell"));
    fs::write(folder.path().join("a.txt"), "It rained.").unwrap();
    fs::write(folder.path().join("r.jsonl"), "\n").unwrap();
    let shown_text = shown(&folder, &text).unwrap();
    assert_eq!(lines(&shown_text), [(1, "It rained.")]);
    assert!(shown_text.has_changed, "it holds another text");
    let why = shown(&folder, &record).unwrap_err();
    assert!(why.contains("shorter now"), "{why}");
}

#[test]
fn a_file_that_has_vanished_or_grown_too_large_says_so() {
    let folder = folder(&[("a.txt", "It burnt."), ("b.txt", "It fell.")]);
    let (gone, grown) = (article(&folder, "burnt"), article(&folder, "fell"));
    fs::remove_file(folder.path().join("a.txt")).unwrap();
    let large = fs::File::create(folder.path().join("b.txt")).unwrap();
    large.set_len(MAX_ARTICLE_BYTES + 1).unwrap();
    let why = shown(&folder, &gone).unwrap_err();
    assert!(why.contains("no longer in the folder"), "{why}");
    let why = shown(&folder, &grown).unwrap_err();
    assert!(why.contains("files over 8 MB are not read"), "{why}");
}

#[test]
fn a_file_opened_by_itself_is_shown() {
    let folder = folder(&[("a.txt", "It burnt.")]);
    let path = folder.path().join("a.txt");
    let article = article(&folder, "burnt");
    let place = Place { name: "a.txt".to_owned(), path: "a.txt".to_owned(), record: None };
    let shown = original(&path, article.id, &place, &TableColumns::new()).unwrap();
    assert_eq!(lines(&shown), [(1, "It burnt.")]);
}
