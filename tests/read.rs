//! Folders, good and bad.

use std::{fs, path::Path};

use dateline::{
    model::Document,
    problem::Problem,
    read::{MAX_ARTICLE_BYTES, documents, find, join, stream},
};
use expect_test::{Expect, expect};
use tempfile::TempDir;

fn folder(files: &[(&str, &[u8])]) -> TempDir {
    let folder = tempfile::Builder::new().prefix("paper").tempdir().unwrap();
    for (name, bytes) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    folder
}

fn read(path: &Path) -> (Vec<Document>, Vec<Problem>, usize) {
    let found = find(path);
    let (mut articles, mut problems) = (Vec::<Document>::new(), found.problems);
    for source in &found.sources {
        let (some, trouble) = documents(source);
        problems.extend(trouble);
        for document in some {
            match articles.iter_mut().find(|known| known.id == document.id) {
                Some(known) => join(known, &document),
                None => articles.push(document),
            }
        }
    }
    (articles, problems, found.ignored)
}

fn check(path: &Path, expected: Expect) {
    let (documents, problems, ignored) = read(path);
    let mut told = Vec::new();
    for it in documents {
        let places: Vec<_> = it.places.iter().map(|place| place.name.as_str()).collect();
        let date = it.published.map_or_else(String::new, |when| format!(" {when}"));
        told.push(format!("{}{date} [{}] {:?}\n", places.join(" = "), it.title, it.text));
    }
    for it in problems {
        // The folder's own name is a different one in each run.
        let name = if it.name.starts_with("paper") { "(folder)" } else { &it.name };
        told.push(format!("! {name}: {}: {}\n", it.what, it.why));
    }
    expected.assert_eq(&format!("{}{ignored} ignored\n", told.concat()));
}

#[test]
fn articles_are_found_in_order_of_name() {
    let folder = folder(&[
        ("b.txt", b"Mill burns\nIt burnt."),
        ("a/z.MD", b"# Fair opens #\n\nIt opened."),
        ("a.txt", b"It rained in May. It did."),
        ("note.txt", b"no headline"),
        (".git/x.txt", b"hidden"),
        ("~$b.txt", b"open"),
        ("Thumbs.db", b"pictures"),
    ]);
    check(
        folder.path(),
        expect![[r##"
        a.txt [It rained in May.] "It rained in May. It did."
        a/z.MD [Fair opens] "# Fair opens #\n\nIt opened."
        b.txt [Mill burns] "Mill burns\nIt burnt."
        note.txt [note] "no headline"
        3 ignored
    "##]],
    );
}

#[test]
fn every_encoding_is_read() {
    let utf_16: Vec<u8> = "Café\nIn May.".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let marked: Vec<u8> =
        "\u{feff}Café\nIn May!".encode_utf16().flat_map(u16::to_be_bytes).collect();
    let folder = folder(&[
        ("1.txt", "\u{feff}Café\r\nIn May?".as_bytes()),
        ("2.txt", &utf_16),
        ("3.txt", &marked),
        ("4.txt", b"Caf\xe9 \x93Mill\x94\rHe said it\x92s closed."),
        (
            "5.txt",
            "Café, thé, fiancé, naïve, déjà\nCut off: \u{e9}"
                .as_bytes()
                .split_last()
                .unwrap()
                .1,
        ),
    ]);
    check(
        folder.path(),
        expect![[r#"
            1.txt [Café] "Café\nIn May?"
            2.txt [Café] "Café\nIn May."
            3.txt [Café] "Café\nIn May!"
            4.txt [Café “Mill”] "Café “Mill”\nHe said it’s closed."
            5.txt [Café, thé, fiancé, naïve, déjà] "Café, thé, fiancé, naïve, déjà\nCut off: �"
            ! 5.txt: read with gaps: damaged characters, shown as �: 1
            0 ignored
        "#]],
    );
}

#[test]
fn what_is_no_article_is_told_once() {
    let noise: Vec<u8> =
        (0..4096_u32).map(|at| (at.wrapping_mul(2_654_435_761) >> 24) as u8 | 1).collect();
    let folder = folder(&[
        ("a.txt", b"Mill burns\nIt burnt."),
        ("empty.txt", b" \n"),
        ("noise.txt", &noise),
        ("zeros.txt", &[0; 64]),
        ("plan.pdf", b"%PDF"),
        ("sheet.xlsx", b"PK"),
        ("lies.txt", b"%PDF-1.4"),
        ("page.html", b"<p></p>"),
        ("table.csv", b"a,b\n1,2"),
        ("odd.xyz", b"?"),
        ("picture.jpg", b"?"),
        ("README", b"Read me\nIt is text."),
        ("fair.html", b"<p>It opened."),
        ("fair_files/frame.html", b"<p>Buy!"),
    ]);
    check(
        folder.path(),
        expect![[r#"
            README [Read me] "Read me\nIt is text."
            a.txt [Mill burns] "Mill burns\nIt burnt."
            fair.html [It opened.] "It opened."
            ! plan.pdf: not read: PDF files are not read yet; save it as text (.txt)
            ! sheet.xlsx: not read: spreadsheets are not read yet; save it as .csv
            ! empty.txt: not read: it is empty
            ! lies.txt: not read: PDF files are not read yet; save it as text (.txt)
            ! noise.txt: not read: not text; if it is an article, save it again as text (UTF-8)
            ! page.html: not read: it shows no text
            ! table.csv: not read: no column holds the articles’ text (its columns: a, b); name that column “text”
            ! zeros.txt: not read: not text; if it is an article, save it again as text (UTF-8)
            3 ignored
        "#]],
    );
}

#[test]
fn a_file_too_large_is_not_opened() {
    let folder = folder(&[("a.txt", b"Mill burns\nIt burnt.")]);
    let large = fs::File::create(folder.path().join("large.txt")).unwrap();
    large.set_len(MAX_ARTICLE_BYTES * 3).unwrap();
    check(
        folder.path(),
        expect![[r#"
        a.txt [Mill burns] "Mill burns\nIt burnt."
        ! large.txt: not read: 24 MB; files over 8 MB are not read: split it into smaller ones
        0 ignored
    "#]],
    );
}

#[test]
fn a_folder_without_articles_says_so() {
    check(
        folder(&[]).path(),
        expect![[r"
        ! (folder): no articles: the folder is empty; open one with articles in it
        0 ignored
    "]],
    );
    check(
        folder(&[("a.pdf", b"%PDF")]).path(),
        expect![[r"
            ! a.pdf: not read: PDF files are not read yet; save it as text (.txt)
            ! (folder): no articles: nothing in it is .txt, .md, .html, .jsonl, .csv or .tsv; save articles as text
            0 ignored
        "]],
    );
    check(
        Path::new("/nowhere/to/be found"),
        expect![[r"
        ! be found: not read: it is no longer there, or a link to nothing; put it back or remove the link
        0 ignored
    "]],
    );
}

#[test]
fn a_file_that_vanishes_or_turns_into_a_folder_is_told() {
    let folder = folder(&[("a.txt", b"x"), ("b.txt", b"y")]);
    let found = find(folder.path());
    fs::remove_file(folder.path().join("a.txt")).unwrap();
    fs::remove_file(folder.path().join("b.txt")).unwrap();
    fs::create_dir(folder.path().join("b.txt")).unwrap();
    let told: Vec<_> =
        found.sources.iter().flat_map(|it| documents(it).1).map(|it| it.why).collect();
    expect![[r"
        it is no longer there, or a link to nothing; put it back or remove the link
        not a file but a folder, pipe or device; remove it or rename it"]]
    .assert_eq(&told.join("\n"));
}

#[cfg(unix)]
#[test]
fn links_pipes_and_odd_names_are_told_once() {
    use std::os::unix::{ffi::OsStrExt as _, fs::symlink};
    let folder = folder(&[("a/a.txt", b"Mill burns\nIt burnt.")]);
    let at = |name: &str| folder.path().join(name);
    symlink(folder.path(), at("a/loop")).unwrap();
    symlink("nowhere", at("broken.txt")).unwrap();
    symlink("a/a.txt", at("copy.txt")).unwrap();
    let made = std::process::Command::new("mkfifo").arg(at("pipe.txt")).status().unwrap();
    assert!(made.success(), "a pipe is made");
    let odd = std::ffi::OsStr::from_bytes(b"caf\xe9.txt");
    fs::write(folder.path().join(odd), "Odd name\nIt was.").unwrap();
    check(
        folder.path(),
        expect![[r#"
        a/a.txt = copy.txt [Mill burns] "Mill burns\nIt burnt."
        caf�.txt [Odd name] "Odd name\nIt was."
        ! a/loop: not read: a link to a folder that it lies in; remove the link
        ! broken.txt: not read: it is no longer there, or a link to nothing; put it back or remove the link
        ! caf�.txt: shown under another name: its file's name is not UTF-8; rename it to see the right one
        ! pipe.txt: not read: a pipe or device, not a file; remove it from the folder
        0 ignored
    "#]],
    );
}

#[cfg(unix)]
#[test]
fn a_file_that_may_not_be_read_is_told() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = folder(&[("a.txt", b"Mill burns\nIt burnt."), ("b.txt", b"secret")]);
    let secret = folder.path().join("b.txt");
    fs::set_permissions(&secret, fs::Permissions::from_mode(0o000)).unwrap();
    // The superuser may read everything.
    if fs::File::open(&secret).is_err() {
        check(
            folder.path(),
            expect![[r#"
                a.txt [Mill burns] "Mill burns\nIt burnt."
                ! b.txt: not read: you may not read it; change its permissions and open the folder again
                0 ignored
            "#]],
        );
    }
}

#[test]
fn records_are_read_one_a_line() {
    let lines = r#"{"id": 7, "title": "Mill burns", "date": "2014-05-04T10:15:00+01:00", "text": "It burnt."}

{"doc": "b", "dct": "2014-05", "text": "In May it rained. It did.", "corpus": "x"}
{"id": "c", "date": "4 May 2014", "text": "Undated."}
{"id": "d", "text": " "}
{"id": "e"
{"title": null, "text": "Nameless\nIt is."}"#;
    check(
        folder(&[("news.jsonl", lines.as_bytes())]).path(),
        expect![[r#"
            7 2014-05-04T10:15 [Mill burns] "It burnt."
            b 2014-05 [In May it rained.] "In May it rained. It did."
            c [Undated.] "Undated."
            news.jsonl:7 [Nameless] "Nameless\nIt is."
            ! news.jsonl: line 5 not read: its text is empty
            ! news.jsonl: line 6 not read: EOF while parsing an object; each line must be one JSON object with a “text”
            0 ignored
        "#]],
    );
}

#[test]
fn one_text_in_many_places_is_one_document() {
    let lines = r#"{"id": "b", "date": "2014-05-04", "text": "Mill burns\nIt burnt."}
{"id": "c", "source": "Gazette", "text": "Mill burns\nIt burnt."}"#;
    let folder = folder(&[("a.txt", b"Mill burns\nIt burnt."), ("r.jsonl", lines.as_bytes())]);
    check(
        folder.path(),
        expect![[r#"
        a.txt = b = c 2014-05-04 [Mill burns] "Mill burns\nIt burnt."
        0 ignored
    "#]],
    );
}

#[test]
fn documents_come_one_at_a_time_and_are_the_same() {
    let records = "{\"id\":\"a\",\"date\":\"2017-04\",\"text\":\"It rained – in May.\"}\r\n\r\n\
                   {\"text\":\"It\\nsnowed.\",\"date\":\"4 May 2014\"}\n\
                   {\"text\":\"It hailed.\",\"date\":\"soon\"}\nno record\n{\"text\":\" \"}";
    let utf_16: Vec<u8> =
        [0xfeff].into_iter().chain(records.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    let folder = folder(&[
        ("article.txt", b"Mill burns\nIt burnt."),
        ("bar.md", b"# Bar opens\n\nIt did."),
        ("blank.txt", b" \n"),
        ("damaged.jsonl", b"{\"text\":\"\xe2\x80\x98It\xe2\x80\x99 \xe2\x80\x93 \xe2\x80\x94 \xe2\x80\x94 \x92 rained.\"}\n"),
        ("empty.jsonl", b"\n\n"),
        ("latin.jsonl", b"{\"text\":\"The caf\xe9 on the corner opened.\"}\n{\"text\":\"ok\"}\n"),
        ("mac.jsonl", records.replace("\r\n", "\n").replace('\n', "\r").as_bytes()),
        ("mark.jsonl", format!("\u{feff}{records}").as_bytes()),
        ("press.txt", b"1 of 2 DOCUMENTS\n\nHEADLINE: Mill burns\nBODY:\nIt burnt.\n\n2 of 2 DOCUMENTS\n\nHEADLINE: Bar opens\nBODY:\nIt did.\n"),
        ("records.jsonl", records.as_bytes()),
        ("utf16.jsonl", &utf_16),
    ]);
    for source in &find(folder.path()).sources {
        let (documents, problems) = documents(source);
        let (some, trouble): (Vec<_>, Vec<_>) = stream(source).partition(Result::is_ok);
        let some: Vec<_> = some.into_iter().flatten().collect();
        assert_eq!(some, documents, "{}", source.name);
        let trouble: Vec<_> = trouble.into_iter().filter_map(Result::err).collect();
        assert_eq!(trouble, problems, "{}", source.name);
        assert!(!some.is_empty() || !trouble.is_empty(), "{}", source.name);
    }
}

#[test]
fn a_record_too_long_to_be_an_article_costs_itself_and_no_more() {
    let long = "Rain. ".repeat(usize::try_from(MAX_ARTICLE_BYTES).unwrap() / 6 + 1);
    let records = format!("{{\"text\": \"{long}\"}}\n{{\"text\": \"It burnt in May.\"}}\n");
    let table = format!("id,text\nlong,{long}\nshort,It rained in June.\n");
    let folder = folder(&[("a.jsonl", records.as_bytes()), ("b.csv", table.as_bytes())]);
    check(
        folder.path(),
        expect![[r#"
        a.jsonl:2 [It burnt in May.] "It burnt in May."
        short [It rained in June.] "It rained in June."
        ! a.jsonl: line 1 not read: its text has 9 MB; articles over 8 MB are not read: split it into smaller ones
        ! b.csv: line 2 not read: its text has 9 MB; articles over 8 MB are not read: split it into smaller ones
        0 ignored
    "#]],
    );
}

#[test]
fn a_text_may_be_longer_than_an_article() {
    let long =
        "It rained in May. ".repeat(usize::try_from(MAX_ARTICLE_BYTES).unwrap() / 18 + 1);
    let folder = folder(&[("long.txt", long.as_bytes())]);
    let found = find(folder.path());
    let source = found.sources.first().unwrap();
    assert!(documents(source).0.is_empty());
    let read: Vec<_> = stream(source).collect();
    assert!(matches!(&*read, [Ok(text)] if text.text == long), "{} texts", read.len());
}

#[test]
fn a_table_is_read_by_the_names_of_its_columns() {
    let comma = "Headline,Publication Title,Pub Date,Full Text,Pages\n\"Mill, burns\",Harbour Post,2014-05-04,\"It burnt.\n\nAll of it.\",7\n,,,,\n";
    let tab = "an\ttd\nx1\tIt rained.\n";
    let unnamed = "a;b\n1;2\n";
    let open = "id,text\n1,It rained.\n2,\"It snowed.\n3,It hailed.\n";
    let folder = folder(&[
        ("a.csv", comma.as_bytes()),
        ("b.tsv", tab.as_bytes()),
        ("c.csv", unnamed.as_bytes()),
        ("d.csv", open.as_bytes()),
        ("e.csv", b"id,text\n"),
        ("f.txt", b"title,text\nFair,It opened.\n"),
    ]);
    check(
        folder.path(),
        expect![[r#"
            a.csv:2 2014-05-04 [Mill, burns] "It burnt.\n\nAll of it."
            1 = x1 [It rained.] "It rained."
            3 [It hailed.] "It hailed."
            f.txt:2 [Fair] "It opened."
            ! a.csv: line 5 not read: its text is empty
            ! c.csv: not read: no column holds the articles’ text (its columns: a, b); name that column “text”
            ! d.csv: line 3 not read: a quote is opened in it or above it and never closed; close it
            ! e.csv: not read: it has no rows
            0 ignored
        "#]],
    );
}

#[test]
fn what_a_file_is_its_content_tells() {
    let folder = folder(&[
        ("page.txt", b"<!DOCTYPE html><title>Fair opens</title><p>It opened."),
        ("records.txt", b"{\"id\": 1, \"text\": \"It rained.\"}\n"),
        ("braces.txt", b"{braces} are no record"),
    ]);
    check(
        folder.path(),
        expect![[r#"
        braces.txt [braces] "{braces} are no record"
        page.txt [Fair opens] "It opened."
        1 [It rained.] "It rained."
        0 ignored
    "#]],
    );
}

const EXPORT: &str = "1 of 2 DOCUMENTS

Harbour Post

May 5, 2014 Monday

Bridge to close

BYLINE: Jo Bloggs

LENGTH: 12 words

The bridge over the mill stream was closed.

LOAD-DATE: May 6, 2014

Copyright 2014 Harbour Post

2 of 2 DOCUMENTS

Title: Mill burns
Publication title: Quayside Courier
Publication date: Jun 7, 2014
Full text: It burnt down.
";

#[test]
fn a_press_databases_file_is_many_articles() {
    let folder = folder(&[("export.txt", EXPORT.as_bytes())]);
    let (documents, problems, _) = read(folder.path());
    assert!(problems.is_empty(), "{problems:?}");
    let told: Vec<String> = documents
        .iter()
        .map(|it| {
            let date =
                dateline::date::dates(it, None).published.when().map(|it| it.to_string());
            let own = it.outside.without(&it.text);
            format!(
                "{} [{}] {:?} {:?} {date:?} {:?}",
                it.name(),
                it.title,
                it.source,
                it.author,
                own.trim()
            )
        })
        .collect();
    expect![[r#"
        export.txt:1 [Bridge to close] Some("Harbour Post") Some("Jo Bloggs") Some("2014-05-05") "Bridge to close\n\n\n\n\n\nThe bridge over the mill stream was closed."
        export.txt:2 [Mill burns] Some("Quayside Courier") None Some("2014-06-07") "It burnt down.""#]].assert_eq(&told.join("\n"));
}

#[test]
fn one_line_that_parts_articles_parts_nothing() {
    let folder = folder(&[("a.txt", b"Bridge to close\n\nDocument 3 of 40\n\nIt closed.")]);
    assert_eq!(read(folder.path()).0.len(), 1);
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_folder_is_not_followed() {
    let elsewhere = folder(&[("secret.txt", b"Secret\nIt is.")]);
    let folder = folder(&[("a.txt", b"Mill burns\nIt burnt.")]);
    std::os::unix::fs::symlink(elsewhere.path(), folder.path().join("out")).unwrap();
    check(
        folder.path(),
        expect![[r#"
        a.txt [Mill burns] "Mill burns\nIt burnt."
        ! out: not read: a link to a folder elsewhere; open that folder itself
        0 ignored
    "#]],
    );
}
