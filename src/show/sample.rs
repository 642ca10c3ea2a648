//! The articles that came with Dateline, laid out as a folder like any other.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

macro_rules! articles {
    ($($name:literal),* $(,)?) => {
        &[$(($name, include_bytes!(concat!("../../assets/sample/", $name)))),*]
    };
}

const ARTICLES: &[(&str, &[u8])] = articles![
    "council-press-release.txt",
    "courier-opposition.txt",
    "echo-advisers-move-in.txt",
    "echo-inspectors-report.txt",
    "notices-and-radio.jsonl",
    "riverside-statement.txt",
    "wharf-watcher-direction.txt",
];

/// Writes the sample below `data`, unless it lies there already, and says where.
pub(crate) fn folder(data: &Path) -> io::Result<PathBuf> {
    let folder = data.join("sample");
    fs::create_dir_all(&folder)?;
    for (name, bytes) in ARTICLES {
        let path = folder.join(name);
        if fs::read(&path).ok().as_deref() != Some(*bytes) {
            fs::write(path, bytes)?;
        }
    }
    Ok(folder)
}
