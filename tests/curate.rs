//! The reader's log: what is in force, on disk, and found again.

use std::{fs, path::Path, sync::Arc};

use dateline::{
    curate::{Did, Edit, EditLog, MentionPointer, Record, RecordId, settle},
    model::Document,
    store::LogFile,
};

use crate::corpus::{article, document};

fn dating(document: &Document, date: &str) -> Edit {
    Edit::date_document(document, date.parse().unwrap())
}

fn log(all: Vec<Did>) -> EditLog {
    let mut log = EditLog::default();
    for what in all {
        let id = log.next_id();
        log.push(Record { id, what });
    }
    log
}

#[test]
fn undo_takes_back_the_last_edit_and_redo_returns_it() {
    let page = document("a.txt", "A\ntext");
    let (first, second) = (dating(&page, "2014"), dating(&page, "2015"));
    let both = vec![Did::Did(first.clone()), Did::Did(second.clone())];
    let undone = [both.clone(), vec![Did::Undid(RecordId(2))]].concat();
    let redone = [undone.clone(), vec![Did::Redid(RecordId(2))]].concat();
    assert_eq!(log(both).in_force().collect::<Vec<_>>(), [&first, &second]);
    assert_eq!(log(undone.clone()).in_force().collect::<Vec<_>>(), [&first]);
    assert_eq!(log(undone).redoable().map(|(id, _)| id), Some(RecordId(2)));
    assert_eq!(log(redone).in_force().collect::<Vec<_>>(), [&first, &second]);
}

#[test]
fn a_new_edit_closes_the_way_back_forward() {
    let page = document("a.txt", "A\ntext");
    let log = log(vec![
        Did::Did(dating(&page, "2014")),
        Did::Undid(RecordId(1)),
        Did::Did(dating(&page, "2015")),
    ]);
    assert_eq!(log.redoable(), None);
    assert_eq!(log.undoable().map(|(id, _)| id), Some(RecordId(3)));
}

#[test]
fn an_edit_finds_its_article_again() {
    let old = document("a.txt", "Mayor resigns\nShe went in 2014.");
    let edit = log(vec![Did::Did(dating(&old, "2014-05-03"))]);
    let other = document("b.txt", "Mayor stays\nShe did not go.");
    let dates = |documents: &[&Document]| settle(&edit, documents).0.dates;
    for (what, now) in [
        ("saved anew", document("a.txt", "Mayor resigns\nShe went in 2014. Updated.")),
        ("moved", document("old/2014.txt", "Mayor resigns\nShe went in 2014.")),
    ] {
        let found = dates(&[&other, &now]);
        assert_eq!(found.keys().collect::<Vec<_>>(), [&now.id], "{what}");
    }
}

#[test]
fn an_edit_never_goes_to_another_article() {
    let old = document("a.txt", "Letters\nOn the baths.");
    let edit = log(vec![Did::Did(dating(&old, "2014-05-03"))]);
    let alike = document("b.txt", "Letters\nOn the roads.");
    assert_eq!(settle(&edit, &[&alike]).0.dates.len(), 0, "a headline is not enough");
    let record = |text: &str| {
        let mut record = document("r.jsonl:1", text);
        record.places[0].path = "r.jsonl".to_owned();
        record.places[0].record = Some(0);
        record
    };
    let edit = log(vec![Did::Did(dating(&record("Baths\nShut."), "2014-05-03"))]);
    let next = record("Roads\nOpen.");
    assert_eq!(settle(&edit, &[&next]).0.dates.len(), 0, "it only slid into the line");
}

#[test]
fn an_edit_that_finds_nothing_is_told() {
    let gone = document("a.txt", "Mayor resigns\nShe went.");
    let here = document("b.txt", "Mayor stays\nShe did not go.");
    let (settled, problems) = settle(&log(vec![Did::Did(dating(&gone, "2014"))]), &[&here]);
    assert!(settled.dates.is_empty(), "it is not applied to another article");
    assert_eq!(problems.len(), 1, "{problems:?}");
}

#[test]
fn a_mention_is_found_again_by_its_sentence() {
    let old = article("a.txt", "Mayor resigns\nShe was elected in 2010.");
    let said = old.skeletons.first().unwrap();
    let pointer = MentionPointer::to(&old.document, said);
    let now = article("a.txt", "Mayor resigns\nAn update. She was elected in 2010. More.");
    let found = pointer.find(&[&now.document]).unwrap();
    assert_eq!(found, now.skeletons.first().unwrap().origin);
}

#[test]
fn of_joining_and_parting_the_same_two_the_last_holds() {
    let page = article("a.txt", "Mill\nIt shut in 2017. It opened again in 2019.");
    let [one, other] = page.skeletons.as_slice() else { panic!("two: {:?}", page.skeletons) };
    let said = |it| (&page.document, Arc::as_ref(it));
    let (part, join) = (Edit::part(said(one), said(other)), Edit::join(said(other), said(one)));
    let pair = (one.origin, other.origin);
    for (what, edits, is_joined) in
        [("joined again", [&part, &join], true), ("parted again", [&join, &part], false)]
    {
        let log = log(edits.into_iter().cloned().map(Did::Did).collect());
        let settled = settle(&log, &[&page.document]).0;
        assert_eq!(settled.joined.contains(&pair), is_joined, "{what}");
        assert_eq!(settled.parted.contains(&pair), !is_joined, "{what}");
    }
}

#[test]
fn a_reason_doubted_is_kept_until_it_is_trusted_again() {
    let page = article("a.txt", "Mill\nIt shut in 2017.");
    let said = (&page.document, &**page.skeletons.first().unwrap());
    let doubted = |edits: &[Edit]| {
        let log = log(edits.iter().cloned().map(Did::Did).collect());
        settle(&log, &[&page.document]).0.doubted
    };
    let (doubt, trust) = (Edit::doubt(said), Edit::trust(said));
    assert!(doubted(std::slice::from_ref(&doubt)).contains(&said.1.origin), "it is out");
    assert!(doubted(&[doubt.clone(), trust]).is_empty(), "it is back in");
    assert_eq!(doubt.words(), "“2017” in “Mill” is no reason", "undo says what it takes back");
}

#[test]
fn what_was_done_is_on_disk_at_once() {
    let data = tempfile::tempdir().unwrap();
    let page = document("a.txt", "A\ntext");
    let open = || LogFile::open(data.path(), Path::new("/some/folder")).unwrap();
    let mut file = open();
    file.append(Did::Did(dating(&page, "2014"))).unwrap();
    assert_eq!(open().log(), file.log(), "nothing was closed or flushed in between");
    let elsewhere = LogFile::open(data.path(), Path::new("/other/folder")).unwrap();
    assert_eq!(elsewhere.log(), &EditLog::default(), "each folder has its own");
}

#[test]
fn two_windows_write_to_one_log() {
    let data = tempfile::tempdir().unwrap();
    let page = document("a.txt", "A\ntext");
    let open = || LogFile::open(data.path(), Path::new("/some/folder")).unwrap();
    let (mut one, mut other) = (open(), open());
    one.append(Did::Did(dating(&page, "2014"))).unwrap();
    other.append(Did::Did(dating(&page, "2015"))).unwrap();
    assert_eq!(open().log().in_force().count(), 2, "neither is lost");
    assert_eq!(other.log(), open().log(), "the second saw the first's");
}

#[test]
fn a_torn_line_costs_itself_alone_and_is_told() {
    let data = tempfile::tempdir().unwrap();
    let page = document("a.txt", "A\ntext");
    let open = || LogFile::open(data.path(), Path::new("/some/folder")).unwrap();
    open().append(Did::Did(dating(&page, "2014"))).unwrap();
    let path = fs::read_dir(data.path().join("edits")).unwrap().next().unwrap().unwrap().path();
    let whole = fs::read_to_string(&path).unwrap();
    fs::write(&path, format!("{whole}{{\"id\":2,\"did\":{{\"da")).unwrap();
    let mut torn = open();
    assert_eq!((torn.log().records().len(), torn.problems().len()), (1, 1));
    torn.append(Did::Did(dating(&page, "2015"))).unwrap();
    assert_eq!(open().log().in_force().count(), 2, "the line after it is whole");
}
