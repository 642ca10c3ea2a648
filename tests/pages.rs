//! Saved web pages: the whole text, what of it is the article, and what they say of it.

use std::{fs, path::Path, time::Duration};

use dateline::{
    date::dates,
    mask::mask,
    model::{Document, DocumentDate, MaskKind},
    problem::Problem,
    read::{PageReaders, documents, find},
    text::paragraphs,
};
use expect_test::{Expect, expect};

fn read(html: &str) -> (Vec<Document>, Vec<Problem>) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("page.html");
    fs::write(&path, html).unwrap();
    let found = find(&path);
    documents(&found.sources[0])
}

fn one(html: &str) -> Document {
    let (mut documents, problems) = read(html);
    assert!(problems.is_empty(), "{problems:?}");
    documents.remove(0)
}

/// The head of a page, and its text, a line each; what is furniture has a `-`.
fn check(html: &str, expected: Expect) {
    let document = one(html);
    let dates = dates(&document, None);
    let date = match &dates.published {
        DocumentDate::Known(when, clue) => format!("{when} {clue:?}"),
        DocumentDate::Disputed { best: (when, clue), others } => {
            let others: Vec<_> =
                others.iter().map(|(when, clue)| format!(" against {when} {clue:?}")).collect();
            format!("{when} {clue:?}{}", others.concat())
        }
        DocumentDate::Inferred(_) | DocumentDate::Unknown => "undated".to_owned(),
    };
    let modified = dates.modified.map_or_else(String::new, |when| format!(", changed {when}"));
    let said = |words: &Option<String>| words.clone().unwrap_or_else(|| "–".to_owned());
    let mut told = format!(
        "[{}] {} / {} / {date}{modified}\n",
        document.title,
        said(&document.source),
        said(&document.author)
    );
    let mask = mask(&document.text, &document.outside, &dates.lines);
    for line in paragraphs(&document.text) {
        let sign = match mask.over(line) {
            None => " ",
            Some(MaskKind::Furniture) => "-",
            Some(MaskKind::Comment) => "“",
        };
        told.extend([sign, " ", line.slice(&document.text), "\n"]);
    }
    expected.assert_eq(&told);
}

const BODY: &str = "<p>The bridge over the mill stream was closed on 4 May 2014, the council said on Monday evening.</p>
<p>It had stood for a hundred years, and nobody can say when it will be open to cars again, or who is to pay.</p>
<p>“We looked after it as well as we could,” said the engineer, who has walked over it every day since 2009.</p>";

fn page(head: &str, above: &str, below: &str) -> String {
    format!(
        "<!DOCTYPE html><html lang=en-GB><head><title>Bridge to close | Harbour Post</title>{head}</head>
        <body><nav><ul><li><a href=/news>News</a><li><a href=/sport>Sport</a></ul></nav>
        <article><h1>Bridge to close</h1>{above}{BODY}{below}</article>
        <footer><p>© 2014 Harbour Post</p></footer></body></html>"
    )
}

#[test]
fn the_article_is_told_from_what_stands_round_it() {
    check(
        &page(
            "<meta property=og:site_name content='Harbour Post'>",
            "<p class=byline>By Jo Bloggs</p>",
            "",
        ),
        expect![[r"
            [Bridge to close] Harbour Post / Jo Bloggs / undated
            - News
            - Sport
            - Bridge to close
            - By Jo Bloggs
              The bridge over the mill stream was closed on 4 May 2014, the council said on Monday evening.
              It had stood for a hundred years, and nobody can say when it will be open to cars again, or who is to pay.
              “We looked after it as well as we could,” said the engineer, who has walked over it every day since 2009.
            - © 2014 Harbour Post
        "]],
    );
}

#[test]
fn links_to_other_articles_below_an_article_are_none_of_it() {
    let below = "<h3>More from the harbour</h3>
        <p><a href=/1>Mill burns down in the night again</a></p><p>Nobody was hurt.</p>
        <p><a href=/2>Fair opens its gates to all</a></p><p>Three days of music.</p>
        <p><a href=/3>Council meets on the new road</a></p>";
    check(
        &page("", "", below),
        expect![[r"
            [Bridge to close] – / – / undated
            - News
            - Sport
            - Bridge to close
              The bridge over the mill stream was closed on 4 May 2014, the council said on Monday evening.
              It had stood for a hundred years, and nobody can say when it will be open to cars again, or who is to pay.
              “We looked after it as well as we could,” said the engineer, who has walked over it every day since 2009.
            - More from the harbour
            - Mill burns down in the night again
            - Nobody was hurt.
            - Fair opens its gates to all
            - Three days of music.
            - Council meets on the new road
            - © 2014 Harbour Post
        "]],
    );
}

#[test]
fn what_the_page_says_of_itself_is_put_to_the_vote() {
    let head = r#"<link rel=canonical href="https://harbourpost.example/2014/05/05/bridge">
        <meta property="article:modified_time" content="2014-05-06T08:00:00Z">
        <script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
        {"@type": "Organization", "name": "Nobody"},
        {"@type": ["NewsArticle"], "headline": "Bridge to close", "datePublished": "2014-05-05T20:00:00Z",
         "author": [{"@type": "Person", "name": "Jo Bloggs"}, {"@type": "Person", "name": "Ann Lee"}],
         "publisher": {"@type": "Organization", "name": "The Harbour Post"}}]}</script>"#;
    check(
        &page(head, "", ""),
        expect![[r"
        [Bridge to close] The Harbour Post / Jo Bloggs, Ann Lee / 2014-05-05 PageData, changed 2014-05-06
        - News
        - Sport
        - Bridge to close
          The bridge over the mill stream was closed on 4 May 2014, the council said on Monday evening.
          It had stood for a hundred years, and nobody can say when it will be open to cars again, or who is to pay.
          “We looked after it as well as we could,” said the engineer, who has walked over it every day since 2009.
        - © 2014 Harbour Post
    "]],
    );
}

#[test]
fn clues_that_name_different_days_are_both_kept() {
    let head = r#"<meta property="article:published_time" content="2014-05-05">
        <link rel=canonical href="https://web.archive.org/web/20200101000000/https://harbourpost.example/2012/03/01/bridge">"#;
    check(
        &page(head, "", ""),
        expect![[r"
            [Bridge to close] harbourpost.example / – / 2014-05-05 PageHead against 2012-03-01 Address
            - News
            - Sport
            - Bridge to close
              The bridge over the mill stream was closed on 4 May 2014, the council said on Monday evening.
              It had stood for a hundred years, and nobody can say when it will be open to cars again, or who is to pay.
              “We looked after it as well as we could,” said the engineer, who has walked over it every day since 2009.
            - © 2014 Harbour Post
        "]],
    );
}

#[test]
fn a_page_without_data_is_dated_by_what_it_shows() {
    check(
        &page("", "<p>Posted on 5th May, 2014 by Jo Bloggs</p>", ""),
        expect![[r"
            [Bridge to close] – / – / 2014-05-05 Byline
            - News
            - Sport
            - Bridge to close
            - Posted on 5th May, 2014 by Jo Bloggs
              The bridge over the mill stream was closed on 4 May 2014, the council said on Monday evening.
              It had stood for a hundred years, and nobody can say when it will be open to cars again, or who is to pay.
              “We looked after it as well as we could,” said the engineer, who has walked over it every day since 2009.
            - © 2014 Harbour Post
        "]],
    );
}

#[test]
fn a_month_stays_a_month() {
    let head = "<link rel=canonical href='https://harbourpost.example/2014/05/bridge'>";
    check(
        &page(head, "", ""),
        expect![[r"
        [Bridge to close] harbourpost.example / – / 2014-05 Address
        - News
        - Sport
        - Bridge to close
          The bridge over the mill stream was closed on 4 May 2014, the council said on Monday evening.
          It had stood for a hundred years, and nobody can say when it will be open to cars again, or who is to pay.
          “We looked after it as well as we could,” said the engineer, who has walked over it every day since 2009.
        - © 2014 Harbour Post
    "]],
    );
}

#[test]
fn readers_comments_do_not_date_an_article() {
    let below = "<section id=comments><h3>Comments</h3><div class=comment><time datetime='2019-01-01'>1 January 2019</time><p>I have seen it coming for a long time now, and so has everybody.</p></div></section>";
    check(
        &page("", "", below),
        expect![[r"
            [Bridge to close] – / – / undated
            - News
            - Sport
            - Bridge to close
              The bridge over the mill stream was closed on 4 May 2014, the council said on Monday evening.
              It had stood for a hundred years, and nobody can say when it will be open to cars again, or who is to pay.
              “We looked after it as well as we could,” said the engineer, who has walked over it every day since 2009.
            “ Comments
            - 1 January 2019
            “ I have seen it coming for a long time now, and so has everybody.
            - © 2014 Harbour Post
        "]],
    );
}

#[test]
fn scripts_styles_and_odd_markup_give_no_text() {
    check(
        "<p>One<script>two</script><style>three</style><b>bold</b> and <i>italic</i><br>next&nbsp;line<table><tr><td>a<td>b</table><pre>kept\nas typed</pre>",
        expect![[r"
            [Onebold and italic] – / – / undated
              Onebold and italic
              next line
              a	b
              kept
              as typed
        "]],
    );
}

#[test]
fn a_page_nested_too_deep_is_read_all_the_same() {
    let html = format!("{}{BODY}{}", "<div>".repeat(100_000), "</div>".repeat(100_000));
    let (documents, problems) = read(&html);
    assert!(
        documents[0].text.contains("It had stood for a hundred years"),
        "its words are read"
    );
    expect!["read without some of its structure: elements nested 100000 deep; those deeper than any page needs were read as plain text"]
        .assert_eq(&format!("{}: {}", problems[0].what, problems[0].why));
}

#[test]
fn a_script_that_never_ends_costs_what_it_hides_and_no_more() {
    let (documents, _) = read(&format!("<p>Above.</p>{BODY}<script>let a = '<p>lost</p>"));
    assert!(documents[0].text.ends_with("since 2009."), "{}", documents[0].text);
}

#[test]
fn a_page_that_lies_about_its_encoding_is_read_right() {
    let document = one(&page("<meta charset=iso-8859-1>", "<p>Café “Mill”</p>", ""));
    assert!(document.text.contains("Café “Mill”"), "{}", document.text);
}

#[test]
fn equal_pages_give_equal_texts() {
    let html = page("", "", "");
    assert_eq!(one(&html), one(&html));
}

/// A program that does what a page could make of a reader.
#[cfg(unix)]
fn reader_that(does: &str) -> (tempfile::TempDir, String) {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = tempfile::tempdir().unwrap();
    let (program, page) = (folder.path().join("reader"), folder.path().join("page.html"));
    fs::write(&program, format!("#!/bin/sh\n{does}\n")).unwrap();
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
    fs::write(&page, "<p>It closed.").unwrap();
    let readers = PageReaders::new(&program, Duration::from_millis(300));
    let (documents, problems) = readers.documents(&find(&page).sources[0]).unwrap();
    assert!(documents.is_empty(), "{documents:?}");
    (folder, problems[0].why.clone())
}

#[cfg(unix)]
#[test]
fn a_reader_that_hangs_or_dies_costs_its_page_and_no_more() {
    expect!["it takes longer than 0 seconds to read; save it again, or as text"]
        .assert_eq(&reader_that("exec sleep 60").1);
    expect!["the page brought its reader down; save it again, or as text"]
        .assert_eq(&reader_that("exit 1").1);
}

#[test]
fn a_reader_of_its_own_says_what_this_process_says() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("page.html");
    fs::write(&path, page("<meta charset=utf-8>", "", "<p>Café</p>")).unwrap();
    let source = &find(&path).sources[0];
    let readers =
        PageReaders::new(Path::new(env!("CARGO_BIN_EXE_dateline")), Duration::from_mins(1));
    for _ in 0..2 {
        assert_eq!(readers.documents(source), Some(documents(source)));
    }
}
