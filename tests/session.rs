//! One folder open: reading in the background, edits on disk, the same after a kill.

use std::{path::Path, sync::Arc, thread, time::Duration};

use dateline::{curate::Edit, jobs::Session, project::Timeline};

use crate::corpus::folder;

const ORDER: &str = "Order\nThe order was issued yesterday. It was planned in 2012.";

fn wait(session: &Session, until: impl Fn(&Timeline) -> bool) -> Arc<Timeline> {
    loop {
        let timeline = session.snapshot();
        if session.progress().finished && until(&timeline) {
            return timeline;
        }
        thread::sleep(Duration::from_millis(2));
    }
}

fn opened(path: &Path, data: &Path) -> (Session, Arc<Timeline>) {
    let session = Session::open(path, data);
    let timeline = wait(&session, |_| true);
    (session, timeline)
}

fn dating(timeline: &Timeline, date: &str) -> Edit {
    let (article, _) = timeline.articles.first().unwrap();
    Edit::date_document(&article.document, date.parse().unwrap())
}

#[test]
fn an_edit_is_there_again_after_a_kill() {
    let (articles, data) = (folder(&[("a.txt", ORDER)]), folder(&[]));
    let (mut session, before) = opened(articles.path(), data.path());
    assert_eq!(before.counts.waiting, 1);
    session.edit(dating(&before, "2017-09-14")).unwrap();
    // Nothing of it is closed, flushed or dropped.
    std::mem::forget(session);
    let (_again, after) = opened(articles.path(), data.path());
    assert_eq!((after.counts.waiting, after.counts.events), (0, 2));
}

#[test]
fn an_edit_shows_and_undo_takes_it_back() {
    let (articles, data) = (folder(&[("a.txt", ORDER)]), folder(&[]));
    let (mut session, before) = opened(articles.path(), data.path());
    assert_eq!(session.can_undo(), None);
    session.edit(dating(&before, "2017-09-14")).unwrap();
    wait(&session, |timeline| timeline.counts.waiting == 0);
    assert!(session.undo().unwrap().unwrap().contains("14 September 2017"), "it says what");
    wait(&session, |timeline| timeline.counts.waiting == 1);
    assert!(session.redo().unwrap().is_some(), "there is something to do again");
    wait(&session, |timeline| timeline.counts.waiting == 0);
    assert_eq!(session.redo().unwrap(), None);
}

#[test]
fn an_edit_that_cannot_be_saved_is_not_done_and_says_so() {
    let (articles, data) = (folder(&[("a.txt", ORDER)]), folder(&[("edits", "in the way")]));
    let (mut session, before) = opened(articles.path(), data.path());
    let error = session.edit(dating(&before, "2017-09-14")).unwrap_err();
    assert!(error.to_string().contains("edit"), "{error}");
    assert_eq!(session.snapshot().counts.waiting, 1, "and nothing changed");
}

#[test]
fn a_stopped_reading_keeps_what_it_has_and_says_so() {
    let many: Vec<(String, String)> = (0..2000)
        .map(|n| (format!("{n:04}.txt"), format!("Notice {n}\nIt opened in 2012. {n}")))
        .collect();
    let many: Vec<(&str, &str)> = many.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    let (articles, data) = (folder(&many), folder(&[]));
    let session = Session::open(articles.path(), data.path());
    session.cancel();
    let timeline = wait(&session, |_| true);
    assert!(timeline.counts.documents < 2000, "it stopped");
    let told = timeline.problems.iter().any(|it| it.why.contains("you stopped"));
    assert!(told, "{:?}", timeline.problems);
}

#[test]
fn news_is_told() {
    let (articles, data) = (folder(&[("a.txt", ORDER)]), folder(&[]));
    let (mut session, before) = opened(articles.path(), data.path());
    let (tell, told) = std::sync::mpsc::channel();
    session.on_news(move || tell.send(()).unwrap_or_default());
    session.edit(dating(&before, "2017-09-14")).unwrap();
    told.recv().unwrap();
    assert_eq!(session.snapshot().counts.waiting, 0, "the snapshot was there first");
}
