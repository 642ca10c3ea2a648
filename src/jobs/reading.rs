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

/// So many files are read before the progress is told, and a stop is heard.
const FILES_AT_ONCE: usize = 32;

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
        let found: Vec<_> = some.par_iter().map(read::documents).collect();
        corpus.files += found.iter().filter(|(read, _)| !read.is_empty()).count();
        let mut documents = Vec::new();
        for (some, problems) in found {
            let order = date::order(&some);
            documents.extend(some.into_iter().map(|it| (it, order)));
            corpus.problems.extend(problems);
        }
        let language = corpus.language;
        let read = |(document, order)| article(document, language, order);
        let articles: Vec<_> = documents.into_par_iter().map(read).collect();
        for article in articles {
            match article {
                Ok(article) => add(corpus, article),
                Err(problem) => corpus.problems.push(problem),
            }
        }
    }
    go_on(corpus, Progress { read: of, of, ..Progress::default() });
}

fn stopped(progress: Progress) -> Problem {
    let left = progress.of.saturating_sub(progress.read);
    let why = format!(
        "you stopped the reading; {left} files were not read. Open it again to read all"
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
