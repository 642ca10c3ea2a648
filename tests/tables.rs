//! Tables whose columns the reader tells: asked for, kept in the log, and read by.

use std::{collections::BTreeMap, fs, sync::Arc, thread, time::Duration};

use dateline::{
    curate::{self, Did, Edit, EditLog, Record, RecordId},
    jobs::Session,
    model::{Columns, Role, TableColumns},
    project::Timeline,
    read::{Contents, columns_named, contents, find},
};
use expect_test::expect;

use crate::corpus::folder;

const TOWN: &str = "headline;words;said;seen\n\
    Mill burns;It burnt on 3 May 2014.;Post;2014-05-04\n\
    Fair opens;It opened on 1 June 2014.;Echo;\n";

fn header() -> Vec<String> {
    ["headline", "words", "said", "seen"].map(str::to_owned).to_vec()
}

fn columns(places: &[(Role, usize)]) -> Columns {
    Columns::new(places.iter().copied().collect()).unwrap()
}

fn choosing(places: &[(Role, usize)]) -> Edit {
    Edit::ChooseColumns {
        file: "town.csv".to_owned(),
        header: header(),
        columns: columns(places),
    }
}

fn read(table: &str, said: &TableColumns) -> Contents {
    let folder = folder(&[("town.csv", table)]);
    contents(&find(folder.path()).sources[0], said)
}

#[test]
fn a_table_without_a_known_text_asks_and_shows_how_it_begins() {
    let Contents { documents, problems, header: known } = read(TOWN, &TableColumns::new());
    assert!(documents.is_empty(), "nobody knows where the texts are");
    assert_eq!(known, Some(header()));
    let table = problems[0].table.as_ref().unwrap();
    assert_eq!(table.header, header());
    assert_eq!(table.rows[1], ["Fair opens", "It opened on 1 June 2014.", "Echo", ""]);
    assert_eq!(columns_named(&table.header), BTreeMap::from([(Role::Title, 0)]));
    let empty = read("a;b\n", &TableColumns::new());
    assert_eq!(empty.problems[0].table, None, "a table without rows has nothing to ask about");
    let mut odd = TableColumns::new();
    odd.insert(header(), columns(&[(Role::Text, 9)]));
    assert_eq!(read(TOWN, &odd).problems.len(), 2, "a column that is not there is empty");
}

#[test]
fn a_table_is_read_by_what_the_reader_says_of_its_columns() {
    let said = [(Role::Text, 1), (Role::Title, 0), (Role::Source, 2), (Role::Date, 3)];
    let said = TableColumns::from([(header(), columns(&said))]);
    let told: Vec<_> = read(TOWN, &said)
        .documents
        .iter()
        .map(|it| (it.title.clone(), it.text.clone(), it.source.clone(), it.published))
        .map(|it| format!("{it:?}\n"))
        .collect();
    expect![[r#"
        ("Mill burns", "It burnt on 3 May 2014.", Some("Post"), Some(Day(2014-05-04)))
        ("Fair opens", "It opened on 1 June 2014.", Some("Echo"), None)
    "#]]
    .assert_eq(&told.concat());
    let other = TOWN.replace("seen", "when");
    assert!(read(&other, &said).documents.is_empty(), "other columns are another table");
    let headlines = TableColumns::from([(header(), columns(&[(Role::Text, 0)]))]);
    assert_eq!(read(TOWN, &headlines).documents[0].text, "Mill burns", "his word counts");
}

#[test]
fn what_was_said_of_columns_stands_in_the_log_in_plain_words() {
    let edit = choosing(&[(Role::Text, 1), (Role::Title, 0)]);
    assert_eq!(edit.words(), "the text of town.csv is its column “words”");
    let line = serde_json::to_string(&edit).unwrap();
    expect![[r#"{"choose_columns":{"file":"town.csv","header":["headline","words","said","seen"],"columns":{"text":1,"title":0}}}"#]]
        .assert_eq(&line);
    assert_eq!(serde_json::from_str::<Edit>(&line).unwrap(), edit);
    let without = line.replace("\"text\":1,", "");
    assert!(serde_json::from_str::<Edit>(&without).is_err(), "some column holds the text");
}

#[test]
fn the_last_word_on_columns_counts_and_can_be_taken_back() {
    let mut log = EditLog::default();
    for what in [
        Did::Did(choosing(&[(Role::Text, 0)])),
        Did::Did(choosing(&[(Role::Text, 1)])),
        Did::Did(choosing(&[(Role::Text, 2)])),
        Did::Undid(RecordId(3)),
    ] {
        log.push(Record { id: log.next_id(), what });
    }
    let said = curate::columns(&log);
    assert_eq!(said, TableColumns::from([(header(), columns(&[(Role::Text, 1)]))]));
    let lost = curate::columns_of_nothing(&log, &[header()].into());
    assert_eq!(lost, [], "the table is there");
    let lost = curate::columns_of_nothing(&log, &[vec!["a".to_owned()]].into());
    assert_eq!(lost.len(), 2, "each edit without its table is told");
    assert!(lost[0].why.contains("a table of these columns is no longer"), "{lost:?}");
}

fn wait(session: &Session, until: impl Fn(&Timeline) -> bool) -> Arc<Timeline> {
    loop {
        let timeline = session.snapshot();
        if session.progress().finished && !session.is_behind() && until(&timeline) {
            return timeline;
        }
        thread::sleep(Duration::from_millis(2));
    }
}

fn titles(timeline: &Timeline) -> Vec<&str> {
    timeline.articles.iter().map(|(it, _)| it.document.title.as_str()).collect()
}

#[test]
fn an_answer_reads_its_tables_again_and_no_other_file() {
    let later = "headline;words;said;seen\nLido shuts;It shut in 1998.;Post;\n";
    let other = "x;y\n1;2\n";
    let (articles, data) = (
        folder(&[
            ("a.txt", "Bridge\nIt opened in 2011."),
            ("later.csv", later),
            ("other.csv", other),
            ("town.csv", TOWN),
        ]),
        folder(&[]),
    );
    let mut session = Session::open(articles.path(), data.path());
    let before = wait(&session, |_| true);
    assert_eq!((before.counts.problems, before.counts.files), (3, 1));
    // What changes on disk meanwhile is not looked at.
    fs::write(articles.path().join("a.txt"), "Tunnel\nIt opened in 2012.").unwrap();
    fs::write(articles.path().join("other.csv"), "text\nIt fell in 2013.\n").unwrap();
    session.edit(choosing(&[(Role::Text, 1), (Role::Title, 0)])).unwrap();
    let read = wait(&session, |_| true);
    assert_eq!(titles(&read), ["Bridge", "Lido shuts", "Mill burns", "Fair opens"]);
    assert_eq!((read.counts.problems, read.counts.files), (1, 3));
    session.undo().unwrap();
    let undone = wait(&session, |_| true);
    assert_eq!((titles(&undone), &undone.counts), (vec!["Bridge"], &before.counts));
    assert_eq!(undone.problems, before.problems);
    session.redo().unwrap();
    drop(session);
    let again = Session::open(articles.path(), data.path());
    let again = wait(&again, |_| true);
    let now = ["Tunnel", "Lido shuts", "It fell in 2013.", "Mill burns", "Fair opens"];
    assert_eq!(titles(&again), now, "the answer holds on the next run");
    assert_eq!(again.counts.problems, 0, "{:?}", again.problems);
}

#[test]
fn a_table_read_again_gives_what_a_fresh_run_gives() {
    // The same text lies in a file before it and in one after it.
    let text = "It burnt on 3 May 2014.";
    let (articles, data) =
        (folder(&[("a.txt", text), ("town.csv", TOWN), ("z.txt", text)]), folder(&[]));
    let mut session = Session::open(articles.path(), data.path());
    wait(&session, |_| true);
    session.edit(choosing(&[(Role::Text, 1), (Role::Source, 2), (Role::Date, 3)])).unwrap();
    let one = wait(&session, |_| true);
    let fresh = Session::open(articles.path(), data.path());
    let other = wait(&fresh, |_| true);
    let documents = |timeline: &Timeline| -> Vec<_> {
        timeline.articles.iter().map(|(it, date)| (it.document.clone(), date.clone())).collect()
    };
    assert_eq!(documents(&one), documents(&other));
    assert_eq!((&one.events, &one.problems), (&other.events, &other.problems));
    assert_eq!(one.articles[0].0.document.places.len(), 3, "one text in three places");
    session.undo().unwrap();
    let undone = wait(&session, |_| true);
    assert_eq!(undone.articles[0].0.document.source, None, "and nothing of it stays behind");
}
