//! Reads folders into articles, in parallel, with progress.

use std::{
    collections::VecDeque,
    panic::{AssertUnwindSafe, catch_unwind},
    path::PathBuf,
    sync::Arc,
};

use rayon::prelude::*;

use crate::{
    date,
    model::{Document, Header, TableColumns},
    problem::Problem,
    project::{Article, Corpus, of_one_text},
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

/// At most so many files are opened, and so many of their articles read, before the progress is
/// told and a stop is heard.
const FILES_AT_ONCE: usize = 64;
const ARTICLES_AT_ONCE: usize = 500;
/// So few files are opened first, that there is soon something to see; then twice as many.
const FILES_AT_FIRST: usize = 4;

/// Reads everything under `paths` into `corpus`, with as many threads as the current pool
/// has; the result does not depend on how many.
pub fn read(corpus: Corpus, paths: &[PathBuf]) -> Corpus {
    let mut reading = Reading::new(corpus, paths, TableColumns::new());
    while reading.step() {}
    reading.gathered()
}

/// A folder, read a few files at a time. What each file holds is kept by itself, so that one
/// can be read again without the others.
#[derive(Default)]
pub(super) struct Reading {
    /// What is known before the first file.
    start: Corpus,
    sources: Vec<Source>,
    /// The files that have been opened.
    files: Vec<FileRead>,
    /// Their articles that are not read yet, in order of place.
    unread: VecDeque<Unread>,
    /// How many were read.
    articles: usize,
    /// What the reader said of tables.
    columns: TableColumns,
    /// All that has been read, once it was asked for: no edit but of columns changes it.
    corpus: Option<Corpus>,
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
        Self { start, sources, columns, ..Self::default() }
    }

    /// Reads some more; `false` if nothing is left.
    pub(super) fn step(&mut self) -> bool {
        if self.unread.is_empty() {
            self.open_some();
        }
        let some = self.unread.drain(..ARTICLES_AT_ONCE.min(self.unread.len())).collect();
        self.read(some);
        self.files.len() < self.sources.len() || !self.unread.is_empty()
    }

    /// Opens the next files, until there is enough to read.
    fn open_some(&mut self) {
        let mut most = self.files.len().clamp(FILES_AT_FIRST, FILES_AT_ONCE);
        while most > 0 && self.unread.len() < ARTICLES_AT_ONCE {
            let left = self.sources.get(self.files.len()..).unwrap_or_default();
            // A file of many articles gives enough to read by itself.
            let small = left.iter().take(most).take_while(|it| !it.may_hold_many()).count();
            let some = left.get(..small.max(1).min(left.len())).unwrap_or_default();
            if some.is_empty() {
                break;
            }
            let opened = some.par_iter().map(|source| read::contents(source, &self.columns));
            most -= some.len();
            for contents in opened.collect::<Vec<_>>() {
                let (file, unread) = opened_file(contents, self.files.len());
                self.unread.extend(unread);
                self.files.push(file);
            }
        }
    }

    fn read(&mut self, some: Vec<Unread>) {
        self.corpus = None;
        let language = self.start.language;
        let read = some.into_par_iter().map(|it| (it.file, it.read(language)));
        for (file, article) in read.collect::<Vec<_>>() {
            self.articles += 1;
            match (self.files.get_mut(file), article) {
                (Some(file), Ok(article)) => file.articles.push(Arc::new(article)),
                (Some(file), Err(problem)) => file.problems.push(problem),
                (None, _) => {}
            }
        }
    }

    /// How far it is.
    pub(super) fn progress(&self) -> Progress {
        let read = self.unread.front().map_or(self.files.len(), |next| next.file);
        Progress { read, of: self.sources.len(), ..Progress::default() }
    }

    /// How many articles it has read.
    pub(super) const fn articles(&self) -> usize {
        self.articles
    }

    /// About how many are left, if the other files hold as many as those that were opened.
    pub(super) fn left(&self) -> usize {
        let unopened = self.sources.len() - self.files.len();
        let known = self.articles + self.unread.len();
        self.unread.len() + known * unopened / self.files.len().max(1)
    }

    /// Says that the files left will not be read.
    pub(super) fn stop(&mut self) {
        self.start.problems.push(stopped(self.progress()));
        self.corpus = None;
    }

    /// Takes in what the reader says of tables now: reads those again that it is about, and no
    /// other file.
    pub(super) fn choose(&mut self, columns: TableColumns) {
        if columns == self.columns {
            return;
        }
        let mut again = Vec::new();
        for (place, (source, file)) in self.sources.iter().zip(&mut self.files).enumerate() {
            let said =
                |by: &TableColumns| file.header.as_ref().and_then(|it| by.get(it)).cloned();
            if said(&self.columns) != said(&columns) {
                self.unread.retain(|it| it.file != place);
                let (opened, unread) = opened_file(read::contents(source, &columns), place);
                *file = opened;
                again.extend(unread);
            }
        }
        self.read(again);
        self.columns = columns;
    }

    /// All that has been read.
    pub(super) fn corpus(&mut self) -> &Corpus {
        let known = self.corpus.take().unwrap_or_else(|| self.gathered());
        self.corpus.insert(known)
    }

    fn gathered(&self) -> Corpus {
        let mut corpus = self.start.clone();
        let mut all: Vec<&Arc<Article>> = self.start.articles.values().collect();
        for file in &self.files {
            corpus.files += usize::from(!file.articles.is_empty());
            corpus.headers.extend(file.header.clone());
            corpus.problems.extend(file.problems.iter().cloned());
            all.extend(&file.articles);
        }
        // Stable: those of one text stay in order of name.
        all.sort_by_key(|it| it.document.id);
        let texts = all.chunk_by(|one, other| one.document.id == other.document.id);
        let articles = texts.flat_map(of_one_text).map(|it| (it.document.id, it));
        corpus.articles = articles.collect();
        corpus
    }
}

/// A file, of which no article is read yet, and its articles.
fn opened_file(contents: Contents, file: usize) -> (FileRead, Vec<Unread>) {
    let Contents { documents, problems, header } = contents;
    let order = date::order(&documents);
    let unread = documents.into_iter().map(|document| Unread { file, document, order });
    (FileRead { articles: Vec::new(), problems, header }, unread.collect())
}

/// An article of an opened file that is not read for what it says yet.
struct Unread {
    /// Which file.
    file: usize,
    document: Document,
    /// The order of day and month that all articles of the file show.
    order: Option<DayOrder>,
}

impl Unread {
    fn read(self, language: Option<&'static Language>) -> Result<Article, Problem> {
        article(self.document, language, self.order)
    }
}

fn stopped(progress: Progress) -> Problem {
    let left = progress.of.saturating_sub(progress.read);
    let why = format!(
        "you stopped the reading; {left} files were not read, or not to their end. Open it \
         again to read all"
    );
    Problem::new("this folder", "not read to the end", why)
}

// A text that brings a step down is our fault, and costs that article, not the others.
fn article(
    document: Document,
    language: Option<&'static Language>,
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
