//! The house rules that can be read off the files, each with what to do where it is broken.
//!
//! `src/lib.rs` draws the map in words; [`ROWS`] is the same map for this test.

mod source;

use std::{collections::BTreeSet, fs};

use source::{Source, code, files, functions, rooms_named, says, sources, top};

/// The rooms, lowest first. A room may use the rooms of earlier rows, never those of its own
/// row nor of later ones.
const ROWS: &[&[&str]] = &[
    &["problem"],
    &["text"],
    &["time"],
    &["model"],
    &["names"],
    &["read", "date", "mask", "copies", "tag", "anchor", "link", "reason", "merge", "curate"],
    &["differ"],
    &["store"],
    &["project"],
    &["jobs"],
    &["layout"],
    &["export"],
    &["cli", "show"],
];

/// Fails with `what_to_do` and the places where it is to be done.
#[track_caller]
fn none(wrong: &[String], what_to_do: &str) {
    assert!(wrong.is_empty(), "{what_to_do}:\n  {}\n", wrong.join("\n  "));
}

/// "tag" for `src/tag/lexicon.rs` and for `src/tag.rs`.
fn room(path: &str) -> &str {
    let inside = path.trim_start_matches("src/").trim_end_matches(".rs");
    inside.split('/').next().unwrap()
}

fn row(room: &str) -> Option<usize> {
    ROWS.iter().position(|rooms| rooms.contains(&room))
}

/// The places of `src` outside `allowed` rooms (or paths) that say one of `names`.
fn said_elsewhere(names: &[&str], allowed: &[&str]) -> Vec<String> {
    let mut wrong = Vec::new();
    for Source { path, code, .. } in sources(&["src"]) {
        if allowed.contains(&room(&path)) || allowed.contains(&path.as_str()) {
            continue;
        }
        let said = names.iter().filter(|name| says(&code, name));
        wrong.extend(said.map(|name| format!("{path}: {name}")));
    }
    wrong
}

#[test]
fn every_room_has_its_place_on_the_map() {
    let rooms: BTreeSet<String> =
        sources(&["src"]).iter().map(|it| room(&it.path).to_owned()).collect();
    let unknown: Vec<String> = rooms
        .into_iter()
        .filter(|it| row(it).is_none() && !["lib", "main"].contains(&it.as_str()))
        .collect();
    none(&unknown, "give these rooms a place in ROWS and on the map in src/lib.rs");
}

#[test]
fn arrows_point_one_way() {
    let mut wrong = Vec::new();
    for Source { path, code, .. } in sources(&["src"]) {
        let Some(here) = row(room(&path)) else { continue };
        for other in rooms_named(&code) {
            if other != room(&path) && row(&other).is_some_and(|there| there >= here) {
                wrong.push(format!("{path} uses {other}"));
            }
        }
    }
    wrong.dedup();
    none(&wrong, "a room uses only rooms of earlier rows; move what both need down a row");
}

#[test]
fn rooms_are_named_from_the_top_of_the_crate() {
    let mut wrong = Vec::new();
    for Source { path, code, .. } in sources(&["src"]) {
        let parts = path.split('/').filter(|it| *it != "mod.rs").count() - 1;
        let climb = "super::".repeat(parts);
        let out = ROWS.concat().into_iter().map(|it| format!("{climb}{it}"));
        wrong.extend(
            out.filter(|it| row(room(&path)).is_some() && says(&code, it))
                .map(|it| format!("{path}: {it}")),
        );
    }
    none(&wrong, "say `crate::` here, so that the arrow can be seen");
}

#[test]
fn only_the_window_knows_egui() {
    let toolkits =
        ["egui", "eframe", "egui_plot", "egui_extras", "egui_kittest", "rfd", "winit"];
    none(&said_elsewhere(&toolkits, &["show"]), "move this into src/show");
}

#[test]
fn only_four_rooms_touch_the_disk() {
    let disk =
        ["std::fs", "fs::", "File::", "OpenOptions", "read_dir", "walkdir", "tempfile::"];
    none(
        &said_elsewhere(&disk, &["read", "store", "cli", "show"]),
        "take bytes or text as an argument; let read, store, cli or show do the reading",
    );
}

#[test]
fn only_the_window_and_timings_read_a_clock() {
    let clocks = ["Instant", "SystemTime", "chrono::Local", "Local::now", "Utc::now"];
    none(
        &said_elsewhere(&clocks, &["show", "src/cli/timings.rs"]),
        "take the time as an argument: no date of a timeline comes from a clock",
    );
}

#[test]
fn files_say_what_they_are_for_and_stay_small() {
    let mut wrong = Vec::new();
    for Source { path, text, .. } in sources(&["src", "tests"]) {
        let header = text.lines().next().unwrap_or_default();
        if header.strip_prefix("//! ").is_none_or(|it| it.len() < 10) {
            wrong.push(format!("{path}: begin with a line `//! …` that says what it is for"));
        }
        let lines = text.lines().count();
        if lines > 500 {
            wrong.push(format!("{path}: {lines} lines; split it by noun, under 500 each"));
        }
    }
    none(&wrong, "mend these files");
}

#[test]
fn functions_fit_the_screen() {
    let mut wrong = Vec::new();
    for Source { path, code, .. } in sources(&["src", "tests"]) {
        let long = functions(&code).into_iter().filter(|(_, lines)| *lines > 60);
        wrong.extend(long.map(|(name, lines)| format!("{path}: {name}, {lines} lines")));
    }
    none(&wrong, "name a part of each of these functions and move it below; 60 lines at most");
}

#[test]
fn nothing_is_left_for_later() {
    let marks = [
        concat!("TO", "DO"),
        concat!("FIX", "ME"),
        concat!("to", "do!("),
        concat!("#[", "ignore"),
    ];
    let mut wrong = Vec::new();
    for Source { path, text, .. } in sources(&["src", "tests"]) {
        for (number, line) in (1..).zip(text.lines()) {
            if marks.iter().any(|mark| line.contains(mark)) {
                wrong.push(format!("{path}:{number}: {}", line.trim()));
            }
        }
    }
    none(&wrong, "do it now, or open an issue and take the mark out");
}

#[test]
fn the_top_level_stays_small() {
    let mut wrong = Vec::new();
    let known = [
        "Cargo.toml",
        "Cargo.lock",
        "src",
        "assets",
        "tests",
        "README.md",
        "LICENSE-MIT",
        "LICENSE-APACHE",
        // What Cargo makes when nobody told it where; Git does not see it.
        "target",
    ];
    for entry in fs::read_dir(top()).unwrap().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if !known.contains(&name.as_str()) && !name.starts_with('.') {
            wrong.push(name);
        }
    }
    none(&wrong, "move these into src, assets or tests");
}

#[test]
fn every_dependency_has_its_reason() {
    let given = ["eframe", "egui", "egui_plot", "serde", "chrono", "rfd"];
    let manifest = fs::read_to_string(top().join("Cargo.toml")).unwrap();
    let mut wrong = Vec::new();
    let mut in_a_list = false;
    for line in manifest.lines() {
        if line.starts_with('[') {
            in_a_list = line.ends_with("dependencies]");
            continue;
        }
        let Some((name, rest)) = line.split_once(" = ").filter(|_| in_a_list) else { continue };
        let reason = rest.split_once(" # ").is_some_and(|(_, why)| why.len() > 10);
        if !line.starts_with('#') && !reason && !given.contains(&name) {
            wrong.push(name.to_owned());
        }
    }
    none(&wrong, "say in a comment at the end of its line in Cargo.toml why each is there");
}

/// Six words in a row are nobody's by chance, but for what a whole chain of papers prints.
const EVERYBODYS: &[&str] = &["you may also want to watch"];

#[test]
fn no_sentence_comes_from_the_real_articles() {
    let corpora = top().join("../shared/corpora");
    let Ok(folders) = fs::read_dir(&corpora) else { return };
    let mut theirs = BTreeSet::new();
    for article in folders.flatten().filter_map(|it| fs::read_dir(it.path()).ok()).flatten() {
        let bytes = fs::read(article.unwrap().path()).unwrap_or_default();
        theirs.extend(six_words(&String::from_utf8_lossy(&bytes)));
    }
    let mut wrong = Vec::new();
    for path in files(&["assets", "src", "tests", "README.md"]) {
        let Ok(ours) = fs::read_to_string(top().join(&path)) else { continue };
        let taken = six_words(&ours).intersection(&theirs).cloned().collect::<Vec<_>>();
        let taken = taken.into_iter().filter(|it| !EVERYBODYS.contains(&it.as_str()));
        wrong.extend(taken.map(|it| format!("{path}: {it}")));
    }
    none(&wrong, "say it in words of your own: the real articles are not ours to copy");
}

fn six_words(text: &str) -> BTreeSet<String> {
    let lower = text.to_lowercase();
    let words: Vec<&str> =
        lower.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty()).collect();
    words.windows(6).map(|six| six.join(" ")).collect()
}

#[test]
fn the_rules_read_code_and_not_words() {
    let text = r##"
use crate::{text::{Span, a}, time};
// crate::store
let a = "crate::show \" {";
fn b<'a>(c: &'a [u8; 2]) {
    d('{', r#"" }"#);
}
fn e();
"##;
    let code = code(text);
    assert_eq!(rooms_named(&code), ["text", "time"], "comments and quotes name no room");
    assert_eq!(functions(&code), [("b".to_owned(), 3)], "braces in quotes are no braces");
    assert!(
        !says("LogFile::open", "File::") && says("fs::File::open", "File::"),
        "whole words"
    );
}
