//! What lies in a folder: articles to be read, and what is none. Opens no file.

use std::{
    io,
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};
use walkdir::{DirEntry, WalkDir};

use super::{Format, NOT_READ, in_words};
use crate::problem::Problem;

/// One file that may hold articles.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Where it lies.
    pub path: PathBuf,
    /// Its path within the folder opened, with `/`; the file's name where a file was opened.
    pub name: String,
}

impl Source {
    /// Whether it is of a kind that holds one article or a hundred thousand.
    pub fn may_hold_many(&self) -> bool {
        matches!(Format::of(&self.path), Some(Format::Records | Format::Table))
    }
}

/// What lies under a path.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// The files that may hold articles, in order of name.
    pub sources: Vec<Source>,
    /// Hidden files and folders, and what systems leave lying about.
    pub ignored: usize,
    /// What cannot be read, in order of name.
    pub problems: Vec<Problem>,
}

/// Everything under `path`, which is a folder (links are followed) or one file.
pub fn find(path: &Path) -> Found {
    let mut found = Found::default();
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    match std::fs::metadata(&absolute) {
        Ok(about) if about.is_dir() => walk(&absolute, &mut found),
        Ok(about) => found.add(&absolute, last_name(&absolute), about.is_file()),
        Err(error) => found.trouble(&last_name(&absolute), in_words(&error)),
    }
    found.sources.sort_by(|one, other| (&one.name, &one.path).cmp(&(&other.name, &other.path)));
    found.problems.sort();
    found
}

fn walk(folder: &Path, found: &mut Found) {
    let mut is_empty = true;
    let mut entries = WalkDir::new(folder).follow_links(true).sort_by_file_name().into_iter();
    let top = std::fs::canonicalize(folder);
    while let Some(entry) = entries.next() {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                found.walk_trouble(folder, &error);
                continue;
            }
        };
        if entry.depth() == 0 {
            continue;
        }
        if is_ignored(&entry) {
            found.ignored += 1;
            if entry.file_type().is_dir() {
                entries.skip_current_dir();
            }
        } else if entry.path_is_symlink()
            && entry.file_type().is_dir()
            && !lies_in(&entry, &top)
        {
            is_empty = false;
            entries.skip_current_dir();
            let why = "a link to a folder elsewhere; open that folder itself";
            found.trouble(&name_within(folder, entry.path()), why);
        } else if !entry.file_type().is_dir() {
            is_empty = false;
            let name = name_within(folder, entry.path());
            found.add(entry.path(), name, entry.file_type().is_file());
        }
    }
    if found.sources.is_empty() {
        let why = if is_empty {
            "the folder is empty; open one with articles in it"
        } else {
            "nothing in it is .txt, .md, .html, .jsonl, .csv or .tsv; save articles as text"
        };
        found.problems.push(Problem::new(last_name(folder), "no articles", why));
    }
}

impl Found {
    fn add(&mut self, path: &Path, name: String, regular: bool) {
        if !regular {
            self.trouble(&name, "a pipe or device, not a file; remove it from the folder");
        } else if let Some(why) = not_read_yet(path) {
            self.trouble(&name, why);
        } else if Format::of(path).is_none() && ending(path).is_some() {
            // Pictures, programs, styles: nobody means them by "articles".
            self.ignored += 1;
        } else {
            if path.file_name().is_some_and(|name| name.to_str().is_none()) {
                let why = "its file's name is not UTF-8; rename it to see the right one";
                self.problems.push(Problem::new(&name, "shown under another name", why));
            }
            self.sources.push(Source { path: path.to_owned(), name });
        }
    }

    fn trouble(&mut self, name: &str, why: impl Into<String>) {
        self.problems.push(Problem::new(name, NOT_READ, why));
    }

    fn walk_trouble(&mut self, folder: &Path, error: &walkdir::Error) {
        let name = error.path().map_or_else(String::new, |path| name_within(folder, path));
        let name = if name.is_empty() { last_name(folder) } else { name };
        match (error.loop_ancestor(), error.io_error()) {
            (Some(_), _) => {
                self.trouble(&name, "a link to a folder that it lies in; remove the link");
            }
            (None, Some(error)) => self.trouble(&name, in_words(error)),
            (None, None) => self.trouble(&name, error.to_string()),
        }
    }
}

/// Whether what a link leads to lies within the folder opened.
fn lies_in(entry: &DirEntry, top: &io::Result<PathBuf>) -> bool {
    let to = std::fs::canonicalize(entry.path());
    to.is_ok_and(|to| top.as_ref().is_ok_and(|top| to.starts_with(top)))
}

/// Hidden, left by a system or an open word processor, or saved along with a page.
fn is_ignored(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    name.starts_with('.')
        || name.starts_with("~$")
        || ["__MACOSX", "Thumbs.db", "desktop.ini"].contains(&&*name)
        || entry.file_type().is_dir() && is_saved_along(entry.path(), &name)
}

/// `fire_files` beside `fire.html`: the pictures and programs of a page that a browser saved.
fn is_saved_along(folder: &Path, name: &str) -> bool {
    let page = name.strip_suffix("_files");
    page.is_some_and(|page| {
        ["html", "htm"].iter().any(|it| folder.with_file_name(format!("{page}.{it}")).is_file())
    })
}

/// Why a file that may be an article, of a kind to be read later, is not read.
fn not_read_yet(path: &Path) -> Option<String> {
    let kind = match ending(path)?.as_str() {
        "pdf" => "PDF files",
        "mht" | "mhtml" => "web archives",
        "doc" | "docx" | "odt" | "rtf" | "pages" => "word processor’s files",
        "epub" | "mobi" => "e-books",
        "eml" | "mbox" | "msg" => "e-mails",
        "xls" | "xlsx" | "ods" => {
            return Some("spreadsheets are not read yet; save it as .csv".to_owned());
        }
        "zip" | "7z" | "tar" | "gz" | "rar" => {
            return Some("archives are not read yet; unpack it into the folder".to_owned());
        }
        "json" => {
            return Some("JSON is read as one record a line; save it as .jsonl".to_owned());
        }
        _ => return None,
    };
    Some(format!("{kind} are not read yet; save it as text (.txt)"))
}

/// "txt" of `Town.TXT`.
pub(super) fn ending(path: &Path) -> Option<String> {
    Some(path.extension()?.to_string_lossy().to_lowercase())
}

fn last_name(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

fn name_within(folder: &Path, path: &Path) -> String {
    let within = path.strip_prefix(folder).unwrap_or(path);
    let parts = within.components().map(|part| part.as_os_str().to_string_lossy());
    parts.collect::<Vec<_>>().join("/")
}
