//! Articles and timelines for tests, made in memory.

use std::{collections::BTreeMap, fs, path::PathBuf, sync::Arc};

use dateline::{
    curate::EditLog,
    model::{Document, DocumentId, Mask, Place},
    project::{Article, Corpus, Timeline},
};
use tempfile::TempDir;

/// An undated document.
pub(crate) fn document(name: &str, text: &str) -> Document {
    Document {
        id: DocumentId::of(text),
        places: vec![Place { name: name.to_owned(), path: name.to_owned(), record: None }],
        title: text.lines().next().unwrap_or_default().to_owned(),
        source: None,
        author: None,
        url: None,
        language: None,
        published: None,
        hints: Vec::new(),
        text: text.to_owned(),
        outside: Mask::default(),
    }
}

/// An undated article.
pub(crate) fn article(name: &str, text: &str) -> Article {
    Article::of(document(name, text), None, None)
}

/// A corpus of undated articles.
pub(crate) fn corpus(texts: &[(&str, &str)]) -> Corpus {
    corpus_of(texts.iter().map(|(name, text)| document(name, text)))
}

/// A corpus of those documents, each of another text.
pub(crate) fn corpus_of(documents: impl IntoIterator<Item = Document>) -> Corpus {
    let articles: BTreeMap<_, _> = documents
        .into_iter()
        .map(|document| (document.id, Arc::new(Article::of(document, None, None))))
        .collect();
    Corpus { files: articles.len(), articles, ..Corpus::default() }
}

/// What follows from it, with nothing done by hand.
pub(crate) fn timeline(texts: &[(&str, &str)]) -> Timeline {
    Timeline::of(&corpus(texts), &EditLog::default(), true)
}

/// A folder or file beside the project that may not be there.
pub(crate) fn shared(path: &str) -> Option<PathBuf> {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared").join(path);
    path.exists().then_some(path)
}

/// A folder with those files in it.
pub(crate) fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        fs::write(folder.path().join(name), text).unwrap();
    }
    folder
}
