//! Articles as `TimeML`, read back by an XML parser that knows nothing of Dateline.

use std::{collections::BTreeSet, fs, path::Path, process::Command};

use dateline::{
    curate::EditLog,
    export::{TimeMl, to_timeml},
    model::Document,
    project::Timeline,
};
use expect_test::{Expect, expect};
use proptest::prelude::*;
use roxmltree::{Document as Xml, Node};

use crate::corpus::{corpus_of, document, timeline};

/// The articles' `TimeML`, given their names and texts.
fn timeml(texts: &[(&str, &str)]) -> Vec<TimeMl> {
    to_timeml(&timeline(texts)).collect()
}

/// The only article's `TimeML`.
fn one(document: Document) -> String {
    let timeline = Timeline::of(&corpus_of([document]), &EditLog::default(), true);
    let mut all: Vec<TimeMl> = to_timeml(&timeline).collect();
    assert_eq!(all.len(), 1, "one place, one document");
    String::from_utf8(all.remove(0).bytes).unwrap()
}

fn element<'a>(xml: &'a Xml<'_>, name: &str) -> Node<'a, 'a> {
    xml.root_element().children().find(|it| it.has_tag_name(name)).unwrap()
}

/// The characters within, whatever elements they stand in.
fn words(node: Node<'_, '_>) -> String {
    node.descendants().filter(Node::is_text).filter_map(|it| it.text()).collect()
}

/// Each `TIMEX3` of the text: its attributes as written, then its words.
fn timexes(document: Document) -> String {
    let written = one(document);
    let xml = Xml::parse(&written).unwrap();
    let marked = element(&xml, "TEXT").children().filter(Node::is_element).map(|node| {
        let attributes = node.attributes().map(|it| format!("{}={}", it.name(), it.value()));
        format!("{} | {}\n", attributes.collect::<Vec<_>>().join(" "), words(node))
    });
    marked.collect()
}

fn check(text: &str, published: Option<&str>, expected: Expect) {
    let published = published.map(|it| it.parse().unwrap());
    expected.assert_eq(&timexes(Document { published, ..document("a.txt", text) }));
}

#[test]
fn two_times_of_day_are_two_whatever_the_day() {
    check(
        "It opens from 7am to 10pm.",
        None,
        expect![[r"
            tid=t1 type=TIME value=XXXX-XX-XXT07:00 temporalFunction=true functionInDocument=NONE | 7am
            tid=t2 type=TIME value=XXXX-XX-XXT22:00 temporalFunction=true functionInDocument=NONE | 10pm
        "]],
    );
}

#[test]
fn digits_are_read_in_the_order_of_the_folder() {
    let corpus = corpus_of([
        document("a.txt", "It closed on 04/05/2014."),
        document("b.txt", "It opened on 25/12/2014."),
    ]);
    let timeline = Timeline::of(&corpus, &EditLog::default(), true);
    let written: Vec<_> = to_timeml(&timeline).map(|it| it.bytes).collect();
    let first = String::from_utf8(written.first().unwrap().clone()).unwrap();
    assert!(first.contains("value=\"2014-05-04\""), "{first}");
}

#[test]
fn an_article_of_the_sample_reads_so() {
    let folder = tempfile::tempdir().unwrap();
    let sample = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/sample");
    let output = extract(&[sample, "-o", folder.path().to_str().unwrap()]);
    assert!(output.status.success() && output.stdout.is_empty(), "{output:?}");
    let names: BTreeSet<_> = fs::read_dir(folder.path())
        .unwrap()
        .map(|it| it.unwrap().file_name().into_string().unwrap())
        .collect();
    expect![[r#"
        {
            "council-notice-31-march.tml",
            "council-press-release.txt.tml",
            "courier-opposition.txt.tml",
            "echo-advisers-move-in.txt.tml",
            "echo-inspectors-report.txt.tml",
            "reach-fm-bulletin.tml",
            "riverside-statement.txt.tml",
            "wharf-watcher-direction.txt.tml",
        }
    "#]]
    .assert_debug_eq(&names);
    let written = fs::read_to_string(folder.path().join("reach-fm-bulletin.tml")).unwrap();
    expect![[r#"
        <?xml version="1.0" encoding="UTF-8"?>
        <TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="http://timeml.org/timeMLdocs/TimeML_1.2.1.xsd">
        <DOCID>reach-fm-bulletin</DOCID>
        <DCT><TIMEX3 tid="t0" type="DATE" value="2017-04-07" temporalFunction="false" functionInDocument="CREATION_TIME">2017-04-07</TIMEX3></DCT>
        <TITLE>Reach FM news at noon</TITLE>
        <TEXT>The Children’s Inspectorate published its report on Hallowreach <TIMEX3 tid="t1" type="TIME" value="2017-04-07TMO" temporalFunction="true" functionInDocument="NONE" anchorTimeID="t0">this morning</TIMEX3>. It rates the borough’s services for families inadequate.

        The government’s commissioners packed up and left Wharf House <TIMEX3 tid="t2" type="DATE" value="2017-W13" temporalFunction="true" functionInDocument="NONE" anchorTimeID="t0">last week</TIMEX3>.

        The Families Secretary said that she would decide <TIMEX3 tid="t3" type="DATE" value="2017-05" temporalFunction="true" functionInDocument="NONE" anchorTimeID="t0" comment="../2017-05">by the end of May</TIMEX3> whether to step in. The mayor faces councillors on <TIMEX3 tid="t4" type="DATE" value="2017-04-12" temporalFunction="true" functionInDocument="NONE" anchorTimeID="t0">Wednesday</TIMEX3>.</TEXT>
        </TimeML>
    "#]].assert_eq(&written);
}

#[test]
fn what_counts_from_something_names_it() {
    let text = "A\nThe order came yesterday. It opened on 3 May 2011 and shut two years later.";
    check(
        text,
        Some("2017-09-14"),
        expect![[r"
        tid=t1 type=DATE value=2017-09-13 temporalFunction=true functionInDocument=NONE anchorTimeID=t0 | yesterday
        tid=t2 type=DATE value=2011-05-03 temporalFunction=false functionInDocument=NONE | 3 May 2011
        tid=t3 type=DATE value=2013 temporalFunction=true functionInDocument=NONE anchorTimeID=t2 | two years later
    "]],
    );
}

#[test]
fn what_waits_counts_from_a_date_not_known() {
    let text = "A\nThe order came yesterday. It runs until next April.";
    check(
        text,
        None,
        expect![[r"
        tid=t1 type=DATE value=XXXX-XX-XX temporalFunction=true functionInDocument=NONE anchorTimeID=t0 | yesterday
        tid=t2 type=DATE value=XXXX-04 temporalFunction=true functionInDocument=NONE anchorTimeID=t0 | until next April
    "]],
    );
    let written = one(document("a.txt", text));
    let line = written.lines().find(|it| it.starts_with("<DCT>")).unwrap();
    expect![[r#"<DCT><TIMEX3 tid="t0" type="DATE" value="XXXX-XX-XX" temporalFunction="false" functionInDocument="CREATION_TIME"></TIMEX3></DCT>"#]].assert_eq(line);
}

#[test]
fn masked_expressions_and_those_that_date_nothing_are_marked_too() {
    let text = "A\nIt took three weeks. He said on Monday that it shuts every Friday.\n\n\
                Most Read\n- 1 Fire of 2012\n- 2 Flood";
    check(
        text,
        Some("2017-09-14"),
        expect![[r"
        tid=t1 type=DURATION value=P3W temporalFunction=false functionInDocument=NONE | three weeks
        tid=t2 type=DATE value=2017-09-11 temporalFunction=true functionInDocument=NONE anchorTimeID=t0 | Monday
        tid=t3 type=SET value=XXXX-WXX-5 temporalFunction=false functionInDocument=NONE | every Friday
        tid=t4 type=DATE value=2012 temporalFunction=false functionInDocument=NONE | 2012
    "]],
    );
}

#[test]
fn a_value_with_two_ends_keeps_both() {
    check(
        "A\nIt ran from May 2011 to June 2013.",
        None,
        expect![[r"
            tid=t1 type=DATE value=2011-05 temporalFunction=false functionInDocument=NONE comment=2011-05/2013-06 | May 2011
            tid=t2 type=DATE value=2013-06 temporalFunction=false functionInDocument=NONE comment=2011-05/2013-06 | June 2013
        "]],
    );
}

#[test]
fn every_expression_of_the_sample_is_marked_once() {
    let folder = tempfile::tempdir().unwrap();
    let sample = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/sample");
    extract(&[sample, "-o", folder.path().to_str().unwrap()]);
    let mut marked = 0;
    for file in fs::read_dir(folder.path()).unwrap() {
        let written = fs::read_to_string(file.unwrap().path()).unwrap();
        let xml = Xml::parse(&written).unwrap();
        let tids: Vec<_> = xml.descendants().filter_map(|it| it.attribute("tid")).collect();
        let known: BTreeSet<_> = tids.iter().collect();
        assert_eq!(known.len(), tids.len(), "no number is given twice");
        for anchor in xml.descendants().filter_map(|it| it.attribute("anchorTimeID")) {
            assert!(known.contains(&anchor), "{anchor} stands nowhere");
        }
        marked += element(&xml, "TEXT").children().filter(Node::is_element).count();
    }
    let mut command = Command::new(env!("CARGO_BIN_EXE_dateline"));
    let counts = command.args(["extract", sample]).output().unwrap().stdout;
    let counts: serde_json::Value = serde_json::from_slice(&counts).unwrap();
    // Of one stretch of hours in it, each end is marked by itself.
    assert_eq!(counts["counts"]["expressions"], marked - 1);
}

#[test]
fn what_xml_forbids_is_swapped_one_for_one_and_told() {
    let all =
        timeml(&[("a.txt", "A\u{1}\nIt\u{c} <b>opened</b> & shut\r\nin 2011 ]]> \u{ffff}")]);
    let [TimeMl { bytes, problem, .. }] = all.as_slice() else {
        panic!("one article: {all:?}")
    };
    let xml = Xml::parse(std::str::from_utf8(bytes).unwrap()).unwrap();
    assert_eq!(
        words(element(&xml, "TEXT")),
        "A␁\nIt␌ <b>opened</b> & shut\r\nin 2011 ]]> \u{fffd}"
    );
    let told = problem.as_ref().unwrap();
    assert!(told.name == "a.txt" && told.why.ends_with(": 4"), "the title’s too: {told:?}");
    assert!(timeml(&[("a.txt", "A\nIt opened in 2011.")])[0].problem.is_none(), "else nothing");
}

proptest! {
    #[test]
    fn the_text_comes_back_to_the_letter(
        text in "(?s)([a-z<>&\"'\\]\r\n\t é’]|\\PC|.){0,40}( in 2012|yesterday|every Monday|\r\n|]]>|&amp;){0,6}.{0,40}"
    ) {
        let stands_in = |it: char| match it {
            '\t' | '\n' | '\r' => it,
            '\0'..='\u{1f}' => char::from_u32(it as u32 + 0x2400).unwrap(),
            '\u{fffe}' | '\u{ffff}' => '\u{fffd}',
            _ => it,
        };
        let written = one(document("a&b.txt", &text));
        let xml = Xml::parse(&written).unwrap();
        prop_assert_eq!(words(element(&xml, "TEXT")), text.chars().map(stands_in).collect::<String>());
        prop_assert_eq!(words(element(&xml, "DOCID")), "a&b.txt");
    }
}

fn files(names: &[&str]) -> Vec<String> {
    let texts: Vec<String> = names.iter().map(|it| format!("Article of {it}")).collect();
    let all: Vec<_> = names.iter().copied().zip(texts.iter().map(String::as_str)).collect();
    timeml(&all).into_iter().map(|it| it.file).collect()
}

#[test]
fn a_file_is_called_as_its_article_where_every_system_can() {
    let names =
        ["2014/03/a b.txt", "Café.txt", "aux.md", "../x?*.txt", "-o", "", "com7.new.txt"];
    expect![[r#"
        [
            "_.tml",
            "_-o.tml",
            "_.._x__.txt.tml",
            "2014_03_a b.txt.tml",
            "Café.txt.tml",
            "_aux.md.tml",
            "_com7.new.txt.tml",
        ]
    "#]]
    .assert_debug_eq(&files(&names));
    let long = files(&[&"é".repeat(300)]);
    assert!(long[0].len() < 143 && long[0].ends_with("éé.tml"), "{long:?}");
}

#[test]
fn no_two_articles_share_a_file() {
    let long = "x".repeat(400);
    let longer = "x".repeat(500);
    let names = [
        "Report.txt",
        "report.TXT",
        "a/b.txt",
        "a_b.txt",
        "a:b.txt",
        "한.txt",
        "\u{1112}\u{1161}\u{11ab}.txt",
        "cafe\u{301}.txt",
        "café.txt",
        "Straße",
        "STRASSE",
        "K\u{212a}",
        "kk",
        &long,
        &longer,
    ];
    let all = files(&names);
    let distinct: BTreeSet<_> = all.iter().map(|it| it.to_uppercase()).collect();
    assert_eq!(distinct.len(), names.len(), "{all:?}");
    let mut backwards = names;
    backwards.reverse();
    assert_eq!(files(&backwards), all, "whatever the order");
}

fn extract(arguments: &[&str]) -> std::process::Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dateline"));
    command.args(["extract", "--format", "timeml"]).args(arguments).output().unwrap()
}

fn articles(folder: &Path) -> &str {
    fs::write(folder.join("a.txt"), "A\nIt opened in 2011.").unwrap();
    fs::write(folder.join("b.txt"), "B\nIt shut in 2012.").unwrap();
    folder.to_str().unwrap()
}

#[test]
fn one_article_goes_to_standard_output_or_a_file() {
    let folder = tempfile::tempdir().unwrap();
    articles(folder.path());
    let article = folder.path().join("a.txt");
    let output = extract(&[article.to_str().unwrap()]);
    let written = String::from_utf8(output.stdout).unwrap();
    assert!(written.contains("<DOCID>a.txt</DOCID>"), "{written}");
    let file = folder.path().join("new/mine.tml");
    extract(&[article.to_str().unwrap(), "-o", file.to_str().unwrap()]);
    assert_eq!(fs::read_to_string(&file).unwrap(), written);
}

#[test]
fn several_articles_want_a_folder() {
    let folder = tempfile::tempdir().unwrap();
    let articles = articles(folder.path());
    let file = folder.path().join("all.tml");
    for arguments in [vec![articles], vec![articles, "-o", file.to_str().unwrap()]] {
        let output = extract(&arguments);
        assert_eq!(output.status.code(), Some(1), "{output:?}");
        assert!(output.stdout.is_empty() && !file.exists(), "nothing is written");
        let told = String::from_utf8(output.stderr).unwrap();
        assert_eq!(
            told,
            "dateline: a TimeML document holds one article, and these are 2: name a folder for \
             them with -o FOLDER\n"
        );
    }
}

#[test]
fn a_text_that_lies_in_two_places_has_a_document_for_each() {
    let folder = tempfile::tempdir().unwrap();
    let articles = articles(folder.path());
    fs::copy(folder.path().join("a.txt"), folder.path().join("copy.txt")).unwrap();
    let out = tempfile::tempdir().unwrap();
    extract(&[articles, "-o", out.path().to_str().unwrap()]);
    let read = |name: &str| fs::read_to_string(out.path().join(name)).unwrap();
    assert_eq!(read("copy.txt.tml"), read("a.txt.tml").replace("a.txt", "copy.txt"));
}
