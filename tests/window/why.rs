//! Why a date was worked out, and what the reader may say to that.

use std::fs;

use egui::Key;
use egui_kittest::kittest::Queryable as _;

use super::driver::{BRIDGE, Desk};

/// Two months bound when it was written; without the second, the first does.
const MILL: &str = "Mill to weave again\n\n\
    The mill was shut in March 2017, and its last loom was sold in May 2017. \
    A new mill will open in July 2017.\n";

/// The mill, read, with the reasons of its date unfolded.
pub(super) fn mill(desk: &mut Desk) {
    // A folder whose name is the same in every picture.
    let folder = desk.articles.path().join("Mill Lane");
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("mill.txt"), MILL).unwrap();
    fs::write(folder.join("bridge.txt"), BRIDGE).unwrap();
    desk.hold(&[&folder]);
    desk.drop_held();
    desk.wait_for("2 files read");
    desk.press("Articles (2)");
    desk.press_containing("Mill to weave again: ");
    desk.press("Why?");
}

const FROM_MAY: &str = "some time from 1 May 2017 to 31 July 2017, worked out";
const FROM_MARCH: &str = "some time from 1 March 2017 to 31 July 2017, worked out";

#[test]
fn a_date_worked_out_says_why() {
    let mut desk = Desk::new();
    mill(&mut desk);
    assert!(desk.shows(FROM_MAY), "the article has its date");
    assert!(desk.shows(" is told as past"), "what happened before");
    assert!(desk.shows(" is told as still to come"), "and what after");
    desk.press("“May 2017”");
    assert!(desk.shows(FROM_MAY), "a reason leads to its sentence, and the reasons stay");
    desk.press("Hide why");
    assert!(!desk.shows(" is told as still to come"), "they fold up");
}

#[test]
fn a_reason_can_be_doubted_and_taken_back_in() {
    let mut desk = Desk::new();
    mill(&mut desk);
    desk.press("Doubt “May 2017” in “Mill to weave again”");
    desk.wait_for(FROM_MARCH);
    assert!(desk.shows("You took out: "), "what is out is told");
    desk.press("Take “May 2017” back in");
    desk.wait_for(FROM_MAY);
    assert!(!desk.shows("You took out: "), "nothing is out");
    desk.ctrl(Key::Z);
    desk.wait_for(FROM_MARCH);
    desk.ctrl(Key::Z);
    desk.wait_for(FROM_MAY);
}

#[test]
fn where_doubts_leave_no_date_they_are_told() {
    let mut desk = Desk::new();
    mill(&mut desk);
    desk.press("Doubt “July 2017” in “Mill to weave again”");
    desk.wait_for("You took out: ");
    assert!(!desk.shows(FROM_MAY), "nothing bounds it from above");
    desk.press("Take “July 2017” back in");
    desk.wait_for(FROM_MAY);
}

#[test]
fn lists_tell_which_dates_were_worked_out() {
    let mut desk = Desk::new();
    mill(&mut desk);
    let told = desk.harness.query_all_by_label_contains(FROM_MAY).count();
    assert_eq!(told, 2, "in the list and above the article");
    desk.press_containing("wait for a date");
    assert!(desk.shows("No date yet: too little is told to work one out"), "of the bridge");
}

#[test]
fn escape_leads_back_to_where_a_reason_was_pointed_at() {
    let mut desk = Desk::new();
    mill(&mut desk);
    desk.press("Events (5)");
    desk.press_containing("May 2017: ");
    desk.press("“July 2017”");
    assert!(!desk.shows("“May 2017” is written there"), "the place alone is chosen");
    desk.harness.key_press(Key::Escape);
    desk.settle();
    assert!(desk.shows("“May 2017” is written there"), "the event is open again");
    desk.harness.key_press(Key::Escape);
    desk.settle();
    assert!(desk.shows("Choose an event"), "and then nothing");
}
