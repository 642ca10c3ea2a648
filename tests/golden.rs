//! Whole folders of undated articles, and what a careful reader makes of them.

use std::path::PathBuf;

use dateline::{
    curate::EditLog,
    jobs,
    model::DocumentDate,
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
