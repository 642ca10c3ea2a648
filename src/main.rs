//! A verb opens the command line; nothing, or a path, opens the window.

use std::process::ExitCode;

use clap::Parser as _;
use dateline::cli::{self, Cli, Timings};

fn main() -> ExitCode {
    let Cli { verb, path, timings } = Cli::parse();
    let mut timings = Timings::start(timings);
    // Without its own path, a page that hangs hangs the program.
    if let Ok(program) = std::env::current_exe() {
        dateline::read::have_pages_read_by(&program);
    }
    match verb {
        Some(verb) => cli::run(&verb, &mut timings),
        None => window(path, timings),
    }
}

#[cfg(feature = "gui")]
fn window(path: Option<std::path::PathBuf>, timings: Timings) -> ExitCode {
    let Some(data) = dateline::store::data_folder() else {
        cli::say("there is no folder to keep your edits in; set HOME to your own folder");
        return ExitCode::FAILURE;
    };
    let first = Box::new(move || timings.since_start("first frame"));
    let options = dateline::show::Options { data, open: path, on_first_frame: Some(first) };
    match dateline::show::run(options) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            cli::say(&error.to_string());
            ExitCode::FAILURE
        }
    }
}

#[cfg(not(feature = "gui"))]
fn window(_: Option<std::path::PathBuf>, _: Timings) -> ExitCode {
    cli::say("this build has no window; see `dateline extract --help`");
    ExitCode::from(2)
}
