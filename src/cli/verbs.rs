//! What each verb does.

use std::path::PathBuf;

use serde::Serialize;

use crate::{
    curate::EditLog,
    date, export, jobs,
    mask::mask,
    model::Document,
    problem::Problem,
    project::{Corpus, Timeline},
    read as reading,
    tag::Language,
    text::CodePoints,
    time::{Needs, Timex3, When, resolve_within, timex3, timex3_unresolved},
};

use super::{CliError, Extract, Format, Read, Tag, Timings, say, write_out};

pub(super) fn extract(args: &Extract, timings: &mut Timings) -> Result<(), CliError> {
    if args.schema {
        return write_out(&export::json_schema()?, args.output.as_deref());
    }
    present(&args.paths)?;
    let mut corpus = Corpus::default();
    let threads =
        rayon::ThreadPoolBuilder::new().num_threads(args.jobs.unwrap_or(0)).build()?;
    threads.install(|| jobs::read(&mut corpus, &args.paths, &mut |_, _| true));
    timings.step("reading");
    let timeline = Timeline::of(&corpus, &EditLog::default(), true);
    timings.step("timeline");
    let bytes = match args.format {
        Format::Json => export::to_json(&timeline)?,
        Format::Csv => export::to_csv(&timeline)?,
    };
    write_out(&bytes, args.output.as_deref())?;
    timings.step("writing");
    tell(&timeline.problems);
    tell_ignored(corpus.ignored);
    timings.since_start("in all");
    Ok(())
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
    each_document(&args.paths, |document, out| {
        let dates = date::dates(document);
        let line = ArticleLine {
            name: document.name(),
            title: &document.title,
            source: document.source.as_deref(),
            author: document.author.as_deref(),
            published: dates.published.when(),
            modified: dates.modified,
            text: mask(&document.text, &document.outside, &dates.lines).without(&document.text),
        };
        push_line(out, &line)
    })?;
    timings.since_start("in all");
    Ok(())
}

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
    each_document(&args.files, |document, out| {
        let points = CodePoints::of(&document.text);
        let dct = document.published.or(args.dct);
        for timex in Language::english().tag(&document.text) {
            let Timex3 { kind, value, modifier } = value_of(&timex.expr, dct);
            let (start, end) = points.of_span(timex.span);
            let text = timex.span.slice(&document.text);
            let doc = document.name();
            push_line(
                out,
                &TimexLine { doc, start, end, text, r#type: kind, value, modifier },
            )?;
        }
        Ok(())
    })?;
    timings.since_start("in all");
    Ok(())
}

fn value_of(expr: &crate::time::Expr, dct: Option<When>) -> Timex3 {
    let resolved = match expr.needs() {
        Needs::Nothing | Needs::DocumentDate => dct.and_then(|dct| resolve_within(expr, dct)),
        Needs::Earlier | Needs::Event => None,
    };
    resolved.map_or_else(|| timex3_unresolved(expr), |value| timex3(&value))
}

/// Calls `write` with each document by itself, in order; writes the lines as they come.
fn each_document(
    paths: &[PathBuf],
    write: impl Fn(&Document, &mut Vec<u8>) -> Result<(), CliError>,
) -> Result<(), CliError> {
    present(paths)?;
    for path in paths {
        let found = reading::find(path);
        tell(&found.problems);
        for source in &found.sources {
            let (documents, problems) = reading::documents(source);
            let mut out = Vec::new();
            for document in &documents {
                write(document, &mut out)?;
            }
            write_out(&out, None)?;
            tell(&problems);
            tell(&documents.iter().filter_map(date::problem).collect::<Vec<_>>());
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
