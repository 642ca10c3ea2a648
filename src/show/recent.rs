//! The folders opened last, kept in the user's data folder.
//!
//! They are a convenience: what cannot be read or written is left out.

use std::{
    fs,
    path::{Path, PathBuf},
};

use crate::store::write_whole;

const KEPT: usize = 6;

/// The folders opened last, newest first.
#[derive(Clone, Debug, Default)]
pub(crate) struct Recent {
    folders: Vec<PathBuf>,
}

impl Recent {
    /// Those kept below `data`.
    pub(crate) fn load(data: &Path) -> Self {
        let text = fs::read_to_string(file(data)).unwrap_or_default();
        let folders: Vec<PathBuf> = serde_json::from_str(&text).unwrap_or_default();
        Self { folders }
    }

    /// Newest first.
    pub(crate) fn folders(&self) -> &[PathBuf] {
        &self.folders
    }

    /// Puts `folder` first and keeps that below `data`.
    pub(crate) fn add(&mut self, folder: &Path, data: &Path) {
        let folder = fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
        self.folders.retain(|known| *known != folder);
        self.folders.insert(0, folder);
        self.folders.truncate(KEPT);
        // A name that is no UTF-8 cannot be kept as JSON; the others are.
        let named: Vec<&str> = self.folders.iter().filter_map(|it| it.to_str()).collect();
        let text = serde_json::to_string_pretty(&named).unwrap_or_default();
        fs::create_dir_all(data).unwrap_or_default();
        write_whole(&file(data), text.as_bytes()).unwrap_or_default();
    }
}

fn file(data: &Path) -> PathBuf {
    data.join("recent.json")
}
