//! Reading Rust sources as far as the house rules need it: files, code without its words, names.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// A source file of the project.
pub(super) struct Source {
    /// Its path from the top of the project, with `/`.
    pub(super) path: String,
    /// All of it.
    pub(super) text: String,
    /// The same without comments and without what stands in quotes; lines are kept.
    pub(super) code: String,
}

/// The top of the project.
pub(super) fn top() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The Rust files under these folders, in order of path.
pub(super) fn sources(folders: &[&str]) -> Vec<Source> {
    let mut found = Vec::new();
    let is_rust = |path: &String| Path::new(path).extension().is_some_and(|it| it == "rs");
    for path in files(folders).into_iter().filter(is_rust) {
        let text = fs::read_to_string(top().join(&path)).unwrap();
        found.push(Source { path, code: code(&text), text });
    }
    found
}

/// The paths of all files under these files and folders, from the top of the project, in order.
pub(super) fn files(places: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for place in places {
        collect(&top().join(place), &mut found);
    }
    let top = top();
    let mut names: Vec<String> = found
        .iter()
        .filter_map(|path| path.strip_prefix(&top).ok())
        .map(|path| path.display().to_string().replace('\\', "/"))
        .collect();
    names.sort();
    names
}

fn collect(place: &Path, found: &mut Vec<PathBuf>) {
    if let Ok(entries) = fs::read_dir(place) {
        entries.flatten().for_each(|entry| collect(&entry.path(), found));
    } else if place.is_file() {
        found.push(place.to_owned());
    }
}

/// Takes out comments and the insides of literals, so that what is left is names and braces.
pub(super) fn code(text: &str) -> String {
    let mut left = String::new();
    let mut rest = text;
    while let Some(next) = rest.chars().next() {
        let skipped = comment(rest).or_else(|| literal(rest, &left));
        let taken = skipped.unwrap_or(next.len_utf8());
        let (head, tail) = rest.split_at(taken);
        if skipped.is_some() {
            left.push(' ');
            left.extend(head.chars().filter(|it| *it == '\n'));
        } else {
            left.push_str(head);
        }
        rest = tail;
    }
    left
}

/// How long the comment is that `rest` begins with. Comments within comments are not used here.
fn comment(rest: &str) -> Option<usize> {
    if rest.starts_with("//") {
        return Some(rest.find('\n').unwrap_or(rest.len()));
    }
    rest.starts_with("/*").then(|| rest.find("*/").map_or(rest.len(), |end| end + 2))
}

/// How long the literal is that `rest` begins with; `before` tells `r"` from the end of a name.
fn literal(rest: &str, before: &str) -> Option<usize> {
    let in_a_name = before.chars().last().is_some_and(|it| it.is_alphanumeric() || it == '_');
    if let Some(raw) = rest.strip_prefix('r').filter(|_| !in_a_name) {
        let marks: String = raw.chars().take_while(|it| *it == '#').collect();
        if let Some(body) = raw.strip_prefix(marks.as_str()).and_then(|it| it.strip_prefix('"'))
        {
            let end = body.find(&format!("\"{marks}"))?;
            return Some(1 + marks.len() + 1 + end + 1 + marks.len());
        }
    }
    let quote = rest.chars().next().filter(|it| matches!(it, '"' | '\''))?;
    let end = closing(rest, quote)?;
    // 'a is a lifetime: only one character, or an escape, stands between the quotes of a `char`.
    let inside = rest.get(1..end)?;
    let is_char = inside.starts_with('\\') || inside.chars().count() == 1;
    (quote == '"' || is_char).then_some(end + 1)
}

fn closing(rest: &str, quote: char) -> Option<usize> {
    let mut escaped = false;
    for (at, it) in rest.char_indices().skip(1) {
        match it {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if it == quote => return Some(at),
            _ => {}
        }
    }
    None
}

/// Whether `code` has `name` as a whole word; `name` may be a path such as `std::fs`.
pub(super) fn says(code: &str, name: &str) -> bool {
    let part_of_a_name = |it: char| it.is_alphanumeric() || it == '_';
    code.match_indices(name).any(|(at, _)| {
        let (before, after) = (code.get(..at), code.get(at + name.len()..));
        !before.is_some_and(|it| it.ends_with(part_of_a_name))
            && (name.ends_with(':') || !after.is_some_and(|it| it.starts_with(part_of_a_name)))
    })
}

/// The rooms that `code` names: `crate::time::When`, and `use crate::{text::Span, time}` too.
pub(super) fn rooms_named(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    for after in code.split("crate::").skip(1) {
        match after.strip_prefix('{') {
            Some(group) => found.extend(first_names(group)),
            None => found.push(name_at(after)),
        }
    }
    found
}

/// The first name of each path in a group, up to the brace that closes it.
fn first_names(group: &str) -> Vec<String> {
    let mut found = vec![name_at(group)];
    let mut depth = 1;
    for (at, it) in group.char_indices() {
        match it {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 1 => found.extend(group.get(at + 1..).map(name_at)),
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
    found
}

fn name_at(rest: &str) -> String {
    rest.trim_start().chars().take_while(|it| it.is_alphanumeric() || *it == '_').collect()
}

/// Each function's name and its number of lines, from `fn` to its closing brace.
pub(super) fn functions(code: &str) -> Vec<(String, usize)> {
    let mut found = Vec::new();
    for (at, _) in code.match_indices("fn ") {
        let (before, rest) = code.split_at(at);
        let name = rest.strip_prefix("fn ").map(name_at).unwrap_or_default();
        let begins = !before.ends_with(|it: char| it.is_alphanumeric() || it == '_');
        if let Some(lines) = lines_of_body(rest).filter(|_| begins && !name.is_empty()) {
            found.push((name, lines));
        }
    }
    found
}

/// `None` for a function without a body.
fn lines_of_body(rest: &str) -> Option<usize> {
    let (mut braces, mut brackets, mut lines) = (0, 0, 1);
    for it in rest.chars() {
        match it {
            '\n' => lines += 1,
            '(' | '[' => brackets += 1,
            ')' | ']' => brackets -= 1,
            '{' => braces += 1,
            '}' if braces == 1 => return Some(lines),
            '}' => braces -= 1,
            ';' if braces == 0 && brackets == 0 => return None,
            _ => {}
        }
    }
    None
}
