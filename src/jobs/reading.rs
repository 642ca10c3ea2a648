//! Reads folders into articles, in parallel, with progress.

use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    path::PathBuf,
    sync::Arc,
};

use rayon::prelude::*;

use crate::{
    date,
    model::Document,
    problem::Problem,
    project::{Article, Corpus},
    read,
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

/// So many files are read, and so many of their articles, before the progress is told and a
/// stop is heard.
const FILES_AT_ONCE: usize = 32;
const ARTICLES_AT_ONCE: usize = 500;

/// Reads everything under `paths` into `corpus`, with as many threads as the current pool
/// has; the result does not depend on how many. `go_on` is told how far it is, and may stop.
pub fn read(
    corpus: &mut Corpus,
    paths: &[PathBuf],
    go_on: &mut dyn FnMut(&Corpus, Progress) -> bool,
) {
    let mut sources = Vec::new();
    for path in paths {
        let found = read::find(path);
        sources.extend(found.sources);
        corpus.ignored += found.ignored;
        corpus.problems.extend(found.problems);
    }
    let of = sources.len();
    for (nth, some) in sources.chunks(FILES_AT_ONCE).enumerate() {
        let progress = Progress { read: nth * FILES_AT_ONCE, of, ..Progress::default() };
        if !go_on(corpus, progress) {
            corpus.problems.push(stopped(progress));
            return;
        }
        let found = some.par_iter().map(read::documents).collect();
        let whole = take_in(corpus, found, &mut |corpus| go_on(corpus, progress));
        if !whole {
            corpus.problems.push(stopped(progress));
            return;
        }
    }
    go_on(corpus, Progress { read: of, of, ..Progress::default() });
}

/// Reads the articles of some files; `false` if `go_on` stopped it.
fn take_in(
    corpus: &mut Corpus,
    found: Vec<(Vec<Document>, Vec<Problem>)>,
    go_on: &mut dyn FnMut(&Corpus) -> bool,
) -> bool {
    let mut documents = Vec::new();
    for (some, problems) in found {
        corpus.files += usize::from(!some.is_empty());
        let order = date::order(&some);
        documents.extend(some.into_iter().map(|it| (it, order)));
        corpus.problems.extend(problems);
    }
    let language = corpus.language;
    let read = |(document, order)| article(document, language, order);
    let mut documents = documents.into_iter();
    while documents.len() > 0 {
        let some: Vec<_> = documents.by_ref().take(ARTICLES_AT_ONCE).collect();
        let articles: Vec<_> = some.into_par_iter().map(read).collect();
        for article in articles {
            match article {
                Ok(article) => add(corpus, article),
                Err(problem) => corpus.problems.push(problem),
            }
        }
        if documents.len() > 0 && !go_on(corpus) {
            return false;
        }
    }
    true
}

fn stopped(progress: Progress) -> Problem {
    let left = progress.of.saturating_sub(progress.read);
    let why = format!(
        "you stopped the reading; {left} files were not read, or not to their end. Open it \
         again to read all"
    );
    Problem::new("this folder", "not read to the end", why)
}

/// One text is one article, however many places it lies in.
fn add(corpus: &mut Corpus, article: Article) {
    match corpus.articles.get_mut(&article.document.id) {
        Some(known) => {
            corpus.problems.extend(Arc::make_mut(known).join(article));
        }
        None => {
            corpus.articles.insert(article.document.id, Arc::new(article));
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
