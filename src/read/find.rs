//! What lies in a folder: articles to be read, and what is none. Opens no file.

use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::{Format, NOT_READ, in_words};
use crate::problem::Problem;

/// One file that may hold articles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Where it lies.
    pub path: PathBuf,
    /// Its path within the folder opened, with `/`; the file's name where a file was opened.
    pub name: String,
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
            "nothing in it is .txt, .md or .jsonl; save articles as text"
        };
        found.problems.push(Problem::new(last_name(folder), "no articles", why));
    }
}

impl Found {
    fn add(&mut self, path: &Path, name: String, regular: bool) {
        if !regular {
            self.trouble(&name, "a pipe or device, not a file; remove it from the folder");
        } else if Format::of(path).is_none() {
            self.trouble(&name, not_an_article(path));
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

/// Hidden, or left by a system or an open word processor.
fn is_ignored(entry: &DirEntry) -> bool {
    let name = entry.file_name().to_string_lossy();
    name.starts_with('.')
        || name.starts_with("~$")
        || ["__MACOSX", "Thumbs.db", "desktop.ini"].contains(&&*name)
}

/// Why a file of that ending is not read.
pub(super) fn not_an_article(path: &Path) -> String {
    let Some(ending) = ending(path) else {
        return "its name has no ending; if it is an article, rename it to .txt".to_owned();
    };
    let kind = match ending.as_str() {
        "pdf" => "PDF files",
        "htm" | "html" | "xhtml" | "mht" | "mhtml" => "web pages",
        "doc" | "docx" | "odt" | "rtf" | "pages" => "word processor's files",
        "epub" | "mobi" => "e-books",
        "eml" | "mbox" | "msg" => "e-mails",
        "csv" | "tsv" | "xls" | "xlsx" | "ods" => {
            return "tables are not read yet; save it as lines of JSON (.jsonl)".to_owned();
        }
        "json" => {
            return "JSON is read as one record a line; save it as .jsonl".to_owned();
        }
        _ => return format!("not a type of article: .{ending}; save it as text (.txt)"),
    };
    format!("{kind} are not read yet; save it as text (.txt)")
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
