//! What is kept on disk: the reader's log, and nothing computed.

mod atomic;
mod log_file;

use std::path::PathBuf;

pub use atomic::write_whole;
pub use log_file::{LogError, LogFile};

/// The folder in which this user's programs keep their data, if the system has one.
pub fn data_folder() -> Option<PathBuf> {
    let folders = directories::ProjectDirs::from("", "", "dateline")?;
    Some(folders.data_dir().to_owned())
}
