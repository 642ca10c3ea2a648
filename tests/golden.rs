//! Whole folders of undated articles, and what a careful reader makes of them.

use std::path::PathBuf;

use dateline::{
    curate::EditLog,
    jobs,
    model::{DocumentDate, Event},
    project::{Corpus, Timeline},
    time::{Modifier, TimeValue},
};

fn documents() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/documents")
}

fn read(name: &str) -> Timeline {
    let corpus = jobs::read(Corpus::default(), &[documents().join(name)]);
    Timeline::of(&corpus, &EditLog::default(), true)
}

fn shown(date: &DocumentDate) -> String {
    match date {
        DocumentDate::Inferred(inferred) => inferred.days.one().and_then(|it| it.edtf()),
        DocumentDate::Known(..) | DocumentDate::Disputed { .. } | DocumentDate::Unknown => {
            date.when().and_then(|when| TimeValue::On(when, Modifier::Stated).edtf())
        }
    }
    .unwrap_or_default()
}

/// The months between are as likely as the first and the last.
#[test]
fn what_counts_from_a_stretch_of_days_lies_in_a_stretch() {
    let timeline = read("merger");
    let article =
        &timeline.articles.iter().find(|it| it.0.document.name() == "anniversary.txt");
    let (article, _) = article.unwrap();
    let said = |edtf: &str| {
        timeline.events.iter().flat_map(Event::mentions).any(|it| {
            it.said.origin.document == article.document.id
                && it.value.edtf().as_deref() == Some(edtf)
        })
    };
    assert!(said("[2000-01..2000-08]"), "“this month” is any of eight");
}

#[test]
fn undated_articles_are_dated_as_a_careful_reader_would() {
    let expected = std::fs::read_to_string(documents().join("expected.toml")).unwrap();
    let expected: toml::Table = expected.parse().unwrap();
    let mut wrong = Vec::new();
    for corpus in expected["corpus"].as_array().unwrap() {
        let corpus = corpus.as_table().unwrap();
        let name = corpus["name"].as_str().unwrap();
        let timeline = read(name);
        assert_eq!(timeline.articles.len(), corpus.len() - 1, "every article of {name}");
        for (article, date) in &timeline.articles {
            let wanted = corpus[article.document.name()].as_str().unwrap();
            let found = shown(date);
            if found != wanted {
                wrong
                    .push(format!("{name}/{}: {found}, not {wanted}", article.document.name()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
