//! The same steps without a window.
//!
//! Exit status: 0 done, also when some files could not be read; 1 could not be done; 2 wrong
//! usage.

mod timings;
mod verbs;

use std::{
    io::{self, Write as _},
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::{read, store, tag::Language, time::When};

pub use timings::Timings;

/// Finds the dated events in a folder of articles and shows them on a timeline.
#[derive(Debug, Parser)]
#[command(name = "dateline", version, about, args_conflicts_with_subcommands = true)]
pub struct Cli {
    /// What to do without a window; nothing opens the window.
    #[command(subcommand)]
    pub verb: Option<Verb>,
    /// A folder or an article to open in the window.
    pub path: Option<PathBuf>,
    /// Print what took how long.
    #[arg(long, global = true)]
    pub timings: bool,
}

/// What can be done without a window.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Compute the whole timeline and write it.
    Extract(Extract),
    /// Write each article as a line of JSON, without furniture and comments.
    Read(Read),
    /// Read the pages named on standard input, for another process of the same program.
    #[command(hide = true)]
    ReadPages,
    /// Find the temporal expressions, each document by itself, a line of JSON each.
    Tag(Tag),
}

/// `dateline extract`.
#[derive(Debug, Args)]
pub struct Extract {
    /// Folders, articles, or articles as lines of JSON.
    #[arg(required_unless_present = "schema")]
    pub paths: Vec<PathBuf>,
    /// The form to write.
    #[arg(long, value_enum, default_value = "json")]
    pub format: Format,
    /// Where to write it; nothing is written half. Standard output if left out. For TimeML a
    /// folder, which gets a .tml file per article; with one article also NAME.tml.
    #[arg(short, long)]
    pub output: Option<PathBuf>,
    /// How many threads to use; as many as the machine has if left out.
    #[arg(long)]
    pub jobs: Option<usize>,
    /// The language of all articles, such as "fr"; left out, each is read in the one that it
    /// shows, and in English if that is not clear.
    #[arg(long, value_name = "CODE", value_parser = language)]
    pub language: Option<&'static Language>,
    /// Write the JSON schema of the output instead.
    #[arg(long)]
    pub schema: bool,
}

/// What `extract` can write.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub enum Format {
    /// Everything, for programs.
    Json,
    /// A row per mention, for spreadsheets.
    Csv,
    /// A document per article, its temporal expressions marked, for linguists' tools.
    Timeml,
}

/// `dateline read`.
#[derive(Debug, Args)]
pub struct Read {
    /// Folders, articles, or articles as lines of JSON.
    #[arg(required = true)]
    pub paths: Vec<PathBuf>,
}

/// `dateline tag`.
#[derive(Debug, Args)]
pub struct Tag {
    /// Articles, or articles as lines of JSON.
    #[arg(required = true)]
    pub files: Vec<PathBuf>,
    /// The document creation time, for documents whose record has none.
    #[arg(long, value_name = "DATE")]
    pub dct: Option<When>,
    /// The language of all documents, such as "fr"; left out, each is read in the one that it
    /// shows, and in English if that is not clear.
    #[arg(long, value_name = "CODE", value_parser = language)]
    pub language: Option<&'static Language>,
}

/// The language with that code, or what there is instead.
fn language(code: &str) -> Result<&'static Language, String> {
    let known = || Language::all().map(Language::code).collect::<Vec<_>>().join(", ");
    Language::of(code).ok_or_else(|| format!("Dateline knows these: {}", known()))
}

/// Why a verb could not be done.
#[derive(Debug, thiserror::Error)]
pub enum CliError {
    /// There is nothing at that path.
    #[error("there is no such file or folder\n{}", .0.display())]
    Missing(PathBuf),
    /// What was computed could not be written.
    #[error("could not be written: {cause}\n{}", path.display())]
    Write {
        /// What the system says.
        cause: io::Error,
        /// Where to.
        path: PathBuf,
    },
    /// Several articles do not go into one document.
    #[error(
        "a TimeML document holds one article, and these are {0}: name a folder for them with \
         -o FOLDER"
    )]
    OneDocumentEach(usize),
    /// Standard output is closed or full.
    #[error("could not be written to standard output: {0}")]
    Out(#[from] io::Error),
    /// The system gives no threads.
    #[error("the system gives no threads: {0}; ask for fewer with --jobs")]
    Threads(#[from] rayon::ThreadPoolBuildError),
    /// A value has no form in JSON.
    #[error("could not be written as JSON: {0}")]
    Json(#[from] serde_json::Error),
    /// A value has no form in CSV.
    #[error("could not be written as CSV: {0}")]
    Csv(#[from] csv::Error),
}

/// Does what `verb` says; tells on standard error what could not be done.
pub fn run(verb: &Verb, timings: &mut Timings) -> ExitCode {
    let done = match verb {
        Verb::Extract(args) => verbs::extract(args, timings),
        Verb::Read(args) => verbs::read(args, timings),
        Verb::ReadPages => {
            read::serve(io::stdin().lock(), io::stdout().lock()).map_err(CliError::Out)
        }
        Verb::Tag(args) => verbs::tag(args, timings),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        // `dateline read … | head`: whoever reads has enough.
        Err(CliError::Out(cause)) if cause.kind() == io::ErrorKind::BrokenPipe => {
            ExitCode::SUCCESS
        }
        Err(error) => {
            say(&error.to_string());
            ExitCode::FAILURE
        }
    }
}

/// Tells the user something on standard error.
pub fn say(what: &str) {
    // Where even standard error is closed there is nobody left to tell.
    writeln!(io::stderr().lock(), "dateline: {what}").unwrap_or_default();
}

fn write_out(bytes: &[u8], output: Option<&Path>) -> Result<(), CliError> {
    match output {
        Some(path) => store::write_whole(path, bytes)
            .map_err(|cause| CliError::Write { cause, path: path.to_owned() }),
        None => Ok(io::stdout().lock().write_all(bytes)?),
    }
}
