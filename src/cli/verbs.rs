//! What each verb does.

use std::{
    io::{self, BufWriter, Write},
    path::{Path, PathBuf},
};

use serde::Serialize;

use crate::{
    anchor,
    curate::EditLog,
    date,
    export::{self, TimeMl, timex3s},
    jobs,
    model::{Clue, Document},
    problem::Problem,
    project::{Article, Corpus, Timeline},
    read as reading,
    tag::{Language, OtherLanguage},
    text::{self, CodePoints},
    time::{DayOrder, Reference, Timex3, When},
};

use super::{CliError, Extract, Format, Read, Tag, Timings, say, write_out};

pub(super) fn extract(args: &Extract, timings: &mut Timings) -> Result<(), CliError> {
    if args.schema {
        return write_out(&export::json_schema()?, args.output.as_deref());
    }
    present(&args.paths)?;
    let start = Corpus { language: args.language, ..Corpus::default() };
    let threads =
        rayon::ThreadPoolBuilder::new().num_threads(args.jobs.unwrap_or(0)).build()?;
    let corpus = threads.install(|| jobs::read(start, &args.paths));
    timings.step("reading");
    let timeline = threads.install(|| Timeline::of(&corpus, &EditLog::default(), true));
    timings.step("timeline");
    let output = args.output.as_deref();
    match args.format {
        Format::Json => write_out(&threads.install(|| export::to_json(&timeline))?, output)?,
        Format::Csv => write_out(&export::to_csv(&timeline)?, output)?,
        Format::Timeml => write_timeml(&timeline, output)?,
    }
    timings.step("writing");
    tell(&timeline.problems);
    tell_ignored(corpus.ignored);
    timings.since_start("in all");
    Ok(())
}

/// A document holds one article: a folder takes any number, a file or standard output one.
fn write_timeml(timeline: &Timeline, output: Option<&Path>) -> Result<(), CliError> {
    let documents = export::to_timeml(timeline);
    let folder = output.filter(|path| !is_one_document(path));
    if folder.is_none() && documents.len() > 1 {
        return Err(CliError::OneDocumentEach(documents.len()));
    }
    for TimeMl { file, bytes, problem } in documents {
        let path = folder.map(|folder| folder.join(file));
        write_out(&bytes, path.as_deref().or(output))?;
        tell(problem.as_slice());
    }
    Ok(())
}

fn is_one_document(path: &Path) -> bool {
    let ending = path.extension().is_some_and(|it| it.eq_ignore_ascii_case("tml"));
    ending && !path.is_dir()
}

/// One article, as it is read for events.
#[derive(Serialize)]
struct ArticleLine<'a> {
    name: &'a str,
    title: &'a str,
    source: Option<&'a str>,
    author: Option<&'a str>,
    published: Option<When>,
    modified: Option<When>,
    text: String,
}

pub(super) fn read(args: &Read, timings: &mut Timings) -> Result<(), CliError> {
    each_article(&args.paths, |Article { document, dates, mask, .. }, out| {
        let line = ArticleLine {
            name: document.name(),
            title: &document.title,
            source: document.source.as_deref(),
            author: document.author.as_deref(),
            published: dates.published.when(),
            modified: dates.modified,
            text: mask.without(&document.text),
        };
        push_line(out, &line)
    })?;
    timings.since_start("in all");
    Ok(())
}

/// Lines are written in pieces of about this size.
const BUFFER_BYTES: usize = 1 << 16;

/// One temporal expression, in TIMEX3's terms.
#[derive(Serialize)]
struct TimexLine<'a> {
    doc: &'a str,
    start: usize,
    end: usize,
    text: &'a str,
    r#type: &'static str,
    value: String,
    #[serde(rename = "mod", skip_serializing_if = "Option::is_none")]
    modifier: Option<&'static str>,
}

pub(super) fn tag(args: &Tag, timings: &mut Timings) -> Result<(), CliError> {
    present(&args.files)?;
    let mut out = BufWriter::with_capacity(BUFFER_BYTES, io::stdout().lock());
    for path in &args.files {
        let found = reading::find(path);
        tell(&found.problems);
        for source in &found.sources {
            for document in reading::stream(source) {
                match document {
                    Ok(document) => tag_one(&document, args, &mut out)?,
                    Err(problem) => tell(&[problem]),
                }
            }
        }
    }
    out.flush()?;
    timings.since_start("in all");
    Ok(())
}

/// Writes what one text says about time, an expression a line.
fn tag_one(document: &Document, args: &Tag, out: &mut impl Write) -> Result<(), CliError> {
    let (doc, text) = (document.name(), &document.text);
    let mut bytes = Vec::new();
    let points = CodePoints::of(text);
    let language = match args.language.map_or_else(|| Language::of_text(text), Ok) {
        Ok(language) => language,
        Err(OtherLanguage(name)) => {
            let why = "say --language for one that Dateline reads, if it is in that";
            tell(&[Problem::new(doc, format!("not read for dates: {name}"), why)]);
            return Ok(());
        }
    };
    let tagged = language.tag(text);
    // A line has no place to say that an order of day and month is a guess: it takes none.
    let order = tagged.order.decided;
    let dct = creation_time(document, args.dct, order);
    let reference = Reference { document: dct, order, ..Reference::default() };
    let values = anchor::values(&tagged.expressions, reference);
    for (timex, value) in tagged.expressions.iter().zip(&values) {
        for (span, Timex3 { kind: r#type, value, modifier }) in timex3s(timex, value.as_ref()) {
            let (start, end) = points.of_span(span);
            let text = span.slice(text);
            let line = TimexLine { doc, start, end, text, r#type, value, modifier };
            bytes.clear();
            push_line(&mut bytes, &line)?;
            out.write_all(&bytes)?;
        }
    }
    if !tagged.no_such_days.is_empty() {
        let sentences = text::sentences(text);
        tell(&anchor::no_such_days(doc, text, &sentences, &tagged.no_such_days));
    }
    Ok(())
}

/// A record's own date before the one `given` for those that have none, and that before what
/// else the file says. Tells what of it could not be read.
fn creation_time(
    document: &Document,
    given: Option<When>,
    order: Option<DayOrder>,
) -> Option<When> {
    if document.published.is_some() {
        return document.published;
    }
    let dates = date::dates(document, order);
    tell(&dates.problems);
    match dates.published.best() {
        Some((when, Clue::Record)) => Some(when),
        other => given.or_else(|| other.map(|(when, _)| when)),
    }
}

/// Calls `write` with each article by itself, in order; writes the lines as they come.
fn each_article(
    paths: &[PathBuf],
    write: impl Fn(&Article, &mut Vec<u8>) -> Result<(), CliError>,
) -> Result<(), CliError> {
    present(paths)?;
    for path in paths {
        let found = reading::find(path);
        tell(&found.problems);
        for source in &found.sources {
            let (documents, problems) = reading::documents(source);
            let order = date::order(&documents);
            let mut out = Vec::new();
            for document in documents {
                let article = Article::of(document, None, order);
                write(&article, &mut out)?;
                tell(&article.dates.problems);
            }
            write_out(&out, None)?;
            tell(&problems);
        }
        tell_ignored(found.ignored);
    }
    Ok(())
}

fn push_line(out: &mut Vec<u8>, line: &impl Serialize) -> Result<(), CliError> {
    serde_json::to_writer(&mut *out, line)?;
    out.push(b'\n');
    Ok(())
}

fn present(paths: &[PathBuf]) -> Result<(), CliError> {
    match paths.iter().find(|path| !path.exists()) {
        Some(missing) => Err(CliError::Missing(missing.clone())),
        None => Ok(()),
    }
}

/// What nobody means by "articles" is one line, however much of it there is.
fn tell_ignored(count: usize) {
    if count > 0 {
        say(&format!("{count} ignored"));
    }
}

fn tell(problems: &[Problem]) {
    for problem in problems {
        say(&format!("{}: {}: {}", problem.name, problem.what, problem.why));
    }
}
