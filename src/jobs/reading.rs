//! Reads folders into articles, in parallel, with progress.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    path::PathBuf,
    sync::Arc,
};

use rayon::prelude::*;

use crate::{
    date,
    model::{Document, Header, TableColumns},
    problem::Problem,
    project::{Article, Corpus},
    read::{self, Contents, Source},
    tag::Language,
    time::DayOrder,
};

/// How far a reading is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Files that have been read.
    pub read: usize,
    /// Files to read.
    pub of: usize,
    /// All that will be read has been.
    pub finished: bool,
    /// The reader stopped it.
    pub cancelled: bool,
}

/// So many files are read before the progress is told, and a stop is heard.
const FILES_AT_ONCE: usize = 32;

/// Reads everything under `paths` into `corpus`, with as many threads as the current pool
/// has; the result does not depend on how many.
pub fn read(corpus: Corpus, paths: &[PathBuf]) -> Corpus {
    let mut reading = Reading::new(corpus, paths, TableColumns::new());
    while reading.step() {}
    reading.corpus()
}

/// A folder, read a few files at a time. What each file holds is kept by itself, so that one
/// can be read again without the others.
pub(super) struct Reading {
    /// What is known before the first file.
    start: Corpus,
    sources: Vec<Source>,
    files: Vec<FileRead>,
    /// What the reader said of tables.
    columns: TableColumns,
}

/// What one file holds.
struct FileRead {
    articles: Vec<Arc<Article>>,
    problems: Vec<Problem>,
    header: Option<Header>,
}

impl Reading {
    /// Finds what there is to read under `paths`, and reads nothing yet.
    pub(super) fn new(mut start: Corpus, paths: &[PathBuf], columns: TableColumns) -> Self {
        let mut sources = Vec::new();
        for path in paths {
            let found = read::find(path);
            sources.extend(found.sources);
            start.ignored += found.ignored;
            start.problems.extend(found.problems);
        }
        Self { start, sources, files: Vec::new(), columns }
    }

    /// Reads the next files; `false` if there are none.
    pub(super) fn step(&mut self) -> bool {
        let left = self.sources.get(self.files.len()..).unwrap_or_default();
        let some = left.get(..FILES_AT_ONCE.min(left.len())).unwrap_or_default();
        let (language, columns) = (self.start.language, &self.columns);
        let read = some.par_iter().map(|source| FileRead::of(source, language, columns));
        let read: Vec<FileRead> = read.collect();
        let any = !read.is_empty();
        self.files.extend(read);
        any
    }

    /// How far it is.
    pub(super) fn progress(&self) -> Progress {
        let (read, of) = (self.files.len(), self.sources.len());
        Progress { read, of, ..Progress::default() }
    }

    /// Says that the files left will not be read.
    pub(super) fn stop(&mut self) {
        self.start.problems.push(stopped(self.progress()));
    }

    /// Takes in what the reader says of tables now: reads those again that it is about, and no
    /// other file.
    pub(super) fn choose(&mut self, columns: TableColumns) {
        let language = self.start.language;
        for (source, file) in self.sources.iter().zip(&mut self.files) {
            let said =
                |by: &TableColumns| file.header.as_ref().and_then(|it| by.get(it)).cloned();
            if said(&self.columns) != said(&columns) {
                *file = FileRead::of(source, language, &columns);
            }
        }
        self.columns = columns;
    }

    /// All that has been read.
    pub(super) fn corpus(&self) -> Corpus {
        let mut corpus = self.start.clone();
        for file in &self.files {
            corpus.files += usize::from(!file.articles.is_empty());
            corpus.headers.extend(file.header.clone());
            corpus.problems.extend(file.problems.iter().cloned());
            for article in &file.articles {
                add(&mut corpus, article);
            }
        }
        corpus
    }
}

impl FileRead {
    fn of(source: &Source, language: Option<&Language>, columns: &TableColumns) -> Self {
        let Contents { documents, mut problems, header } = read::contents(source, columns);
        let order = date::order(&documents);
        let read = |document| article(document, language, order);
        let read: Vec<_> = documents.into_par_iter().map(read).collect();
        let mut articles = Vec::new();
        for article in read {
            match article {
                Ok(article) => articles.push(Arc::new(article)),
                Err(problem) => problems.push(problem),
            }
        }
        Self { articles, problems, header }
    }
}

fn stopped(progress: Progress) -> Problem {
    let left = progress.of.saturating_sub(progress.read);
    let why = format!(
        "you stopped the reading; {left} files were not read. Open it again to read all"
    );
    Problem::new("this folder", "not read to the end", why)
}

/// One text is one article, however many places it lies in.
fn add(corpus: &mut Corpus, article: &Arc<Article>) {
    match corpus.articles.get_mut(&article.document.id) {
        Some(known) => {
            corpus.problems.extend(Arc::make_mut(known).join(article));
        }
        None => {
            corpus.articles.insert(article.document.id, Arc::clone(article));
        }
    }
}

// A text that brings a step down is our fault, and costs that article, not the others.
fn article(
    document: Document,
    language: Option<&Language>,
    order: Option<DayOrder>,
) -> Result<Article, Problem> {
    let name = document.name().to_owned();
    let read = || Article::of(document, language, order);
    catch_unwind(AssertUnwindSafe(read)).map_err(|panic| {
        let literal = panic.downcast_ref::<&str>().copied();
        let said = panic.downcast_ref::<String>().map(String::as_str).or(literal);
        let said = said.unwrap_or("no more is known");
        let why = format!(
            "Dateline met a fault of its own in this text ({said}); the others are not affected"
        );
        Problem::new(name, "not read for dates", why)
    })
}
