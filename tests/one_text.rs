//! One text in several papers, and one article in several places.

use std::path::Path;

use dateline::{
    curate::{Did, Edit, EditLog, MentionPointer, Record, settle},
    jobs,
    model::Document,
    project::{Corpus, Timeline},
};

use crate::corpus::folder;

const TEXT: &str = "Mill burns\\nIt burnt on 3 May 2014. It burnt on 3 May 2014.";

fn record(id: &str, said: &str) -> String {
    format!("{{\"id\":\"{id}\",{said}\"text\":\"{TEXT}\"}}\n")
}

fn read(path: &Path) -> Timeline {
    Timeline::of(&jobs::read(Corpus::default(), &[path.to_owned()]), &EditLog::default(), true)
}

/// Each article: its names, date and source, and whether it is a copy.
fn told(timeline: &Timeline) -> Vec<String> {
    let told = timeline.articles.iter().map(|(article, date)| {
        let Document { id, places, source, .. } = &article.document;
        let names: Vec<&str> = places.iter().map(|place| place.name.as_str()).collect();
        let date = date.when().map_or_else(|| "-".to_owned(), |when| when.to_string());
        let copy = if timeline.copies.contains_key(id) { " copy" } else { "" };
        format!("{} {date} {}{copy}", names.join("="), source.as_deref().unwrap_or("-"))
    });
    told.collect()
}

fn told_of(files: &[(&str, &str)]) -> Vec<String> {
    told(&read(folder(files).path()))
}

#[test]
fn one_text_in_two_papers_is_two_articles() {
    let (one, other) = (
        record("b", r#""date":"2014-05-06","source":"Echo","#),
        record("c", r#""date":"2014-05-04","source":"Post","#),
    );
    let both = ["b 2014-05-06 Echo copy", "c 2014-05-04 Post"];
    assert_eq!(told_of(&[("x.jsonl", &one), ("y.jsonl", &other)]), both);
    assert_eq!(told_of(&[("y.jsonl", &one), ("x.jsonl", &other)]), both);
    assert_eq!(told_of(&[("x.jsonl", &format!("{other}{one}"))]), both);
    let timeline = read(folder(&[("x.jsonl", &format!("{other}{one}"))]).path());
    assert_eq!(timeline.problems, [], "nothing is wrong with that");
    let [event] = timeline.events.as_slice() else { panic!("{:?}", timeline.events) };
    assert_eq!(event.others.len(), 3, "said twice in each of both");
}

#[test]
fn another_date_or_headline_is_enough() {
    let dates =
        [record("a", r#""date":"2014-05-04","#), record("b", r#""date":"2014-05-05","#)];
    assert_eq!(
        told_of(&[("x.jsonl", &dates.concat())]),
        ["a 2014-05-04 -", "b 2014-05-05 - copy"]
    );
    let titles =
        [record("a", r#""title":"Fire","#), record("b", r#""title":"Mill burns down","#)];
    assert_eq!(told_of(&[("x.jsonl", &titles.concat())]), ["a - -", "b - - copy"]);
}

#[test]
fn what_says_less_is_the_article_that_says_more() {
    let text = TEXT.replace("\\n", "\n");
    let records = [
        record("b", r#""date":"2014-05-06","source":"Echo","#),
        record("c", r#""date":"2014-05-04","source":"Post","#),
        record("d", r#""source":"Echo","#),
        record("e", ""),
    ];
    let all = ["a.txt=c=e 2014-05-04 Post", "b=d 2014-05-06 Echo copy"];
    assert_eq!(told_of(&[("a.txt", &text), ("x.jsonl", &records.concat())]), all);
    let mut turned = records.clone();
    turned.reverse();
    assert_eq!(told_of(&[("a.txt", &text), ("x.jsonl", &turned.concat())]), all);
    let alone = [record("b", r#""date":"2014-05-06","#), record("d", r#""source":"Echo","#)];
    assert_eq!(told_of(&[("x.jsonl", &alone.concat())]), ["b=d 2014-05-06 Echo"]);
}

#[test]
fn an_edit_finds_its_article_when_another_paper_comes_and_goes() {
    let (echo, post) = (
        record("b", r#""date":"2014-05-06","source":"Echo","#),
        record("c", r#""date":"2014-05-04","source":"Post","#),
    );
    let alone = read(folder(&[("x.jsonl", &echo)]).path());
    let both = read(folder(&[("x.jsonl", &echo), ("y.jsonl", &post)]).path());
    for (what, made, now) in [("comes", &alone, &both), ("goes", &both, &alone)] {
        let of = |timeline: &Timeline| timeline.articles[0].0.clone();
        let (was, is) = (of(made), of(now));
        assert_eq!(is.document.source.as_deref(), Some("Echo"));
        let mut log = EditLog::default();
        let dating = Edit::date_document(&was.document, "2015".parse().unwrap());
        log.push(Record { id: log.next_id(), what: Did::Did(dating) });
        let documents: Vec<_> = now.articles.iter().map(|(it, _)| &it.document).collect();
        let dates = settle(&log, &documents).0.dates;
        assert_eq!(dates.keys().collect::<Vec<_>>(), [&is.document.id], "the other {what}");
        // The sentence stands there twice: only its place tells which is meant.
        let pointer = MentionPointer::to(&was.document, &was.skeletons[1]);
        assert_eq!(pointer.find(&documents), Some(is.skeletons[1].origin), "the other {what}");
    }
}
