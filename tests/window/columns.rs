//! Which column of a table holds what, asked for in the window.

use std::fs;

use egui::Key;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::driver::Desk;

/// A table that nobody can read who is not told of its columns.
pub(crate) const TABLE: &str = "headline,words,seen\n\
    Mill burns,It burnt on 3 May 2014.,Harbour Post\n\
    Fair opens,It opened on 1 June 2014.,Quay Echo\n";

/// A desk at the problems of a folder with that table.
fn at_the_problem() -> Desk {
    let mut desk = Desk::new();
    fs::write(desk.articles.path().join("town.csv"), TABLE).unwrap();
    desk.press("Open folder…");
    desk.wait_for("1 file read");
    desk.press("1 problem");
    desk
}

/// Says that the column holds that.
fn say(desk: &mut Desk, column: &str, role: &str) {
    desk.press(&format!("What “{column}” holds"));
    desk.press(role);
}

fn can_read(desk: &Desk) -> bool {
    !desk.harness.get_by_label("Read the table").accesskit_node().is_disabled()
}

#[test]
fn a_table_is_read_by_the_columns_that_the_reader_chooses() {
    let mut desk = at_the_problem();
    desk.press("Choose the columns…");
    assert!(desk.shows("What do the columns of town.csv hold?"), "it is asked");
    assert!(desk.shows("It burnt on 3 May 2014.  ·  It opened"), "the first values help");
    assert!(
        desk.harness.query_by_value("Headline").is_some(),
        "what a name tells is filled in"
    );
    assert!(!can_read(&desk), "without a text there is nothing to read");
    say(&mut desk, "seen", "Text");
    assert!(can_read(&desk), "now there is");
    say(&mut desk, "words", "Text");
    say(&mut desk, "seen", "Source");
    desk.press("Read the table");
    desk.wait_for("0 problems");
    assert!(desk.shows("4 events from 3 articles"), "its articles are there");
    desk.press("4 events from 3 articles");
    assert!(desk.shows("3 May 2014: "), "with their events");
    assert!(desk.shows("Harbour Post"), "and who published them");
    desk.press_containing("3 May 2014: ");
    desk.press("Show original");
    desk.wait_for("Line 2 as it is on disk now");
    assert!(!desk.shows("It has changed"), "its row is found by the same columns");
    desk.ctrl(Key::Z);
    desk.wait_for("1 problem");
    desk.ctrl(Key::Y);
    desk.wait_for("0 problems");
}

#[test]
fn the_question_can_be_left_for_another_time() {
    let mut desk = at_the_problem();
    desk.press("Choose the columns…");
    desk.press("Not now");
    assert!(desk.shows("no column holds the articles’ text"), "the problem is there as before");
}
