//! The file that an article lies in, opened in the window.

use std::fs;

use egui::Key;
use egui_kittest::kittest::Queryable as _;

use super::driver::Desk;

const PAGE: &str = "<!DOCTYPE html>\n<title>Lido opens</title>\n\
    <article><p>The lido at\n  Marlow <b>Reach</b> opened on 1 June 2013.</article>\n";

/// A desk with a page, a table and a text, at the event of that day.
fn at(day: &str) -> Desk {
    let mut desk = Desk::new();
    let folder = desk.articles.path();
    fs::write(folder.join("lido.html"), PAGE).unwrap();
    let table = "title,text\nMill,The mill burnt on 9 July 1998.\nPier,It rained.\n";
    fs::write(folder.join("town.csv"), table).unwrap();
    desk.press("Open folder…");
    desk.wait_for("3 files read");
    desk.press_containing(&format!("{day}: "));
    desk
}

fn esc(desk: &mut Desk) {
    desk.harness.key_press(Key::Escape);
    desk.settle();
}

#[test]
fn an_article_s_file_opens_in_its_place_and_escape_goes_back_step_by_step() {
    let mut desk = at("3 May 2011");
    desk.press("Show original");
    desk.wait_for("As it is on disk now");
    assert!(desk.shows("bridge.txt"), "it says which file");
    assert!(desk.shows("The toll bridge at Marlow Reach was opened"), "the text is there");
    assert!(!desk.shows("Open in the browser"), "a text is for no browser");
    esc(&mut desk);
    assert!(desk.shows("Show original"), "the article is there again");
    desk.press("Show original");
    desk.press("← Back to the article");
    assert!(desk.shows("Show original"), "the article is there again");
    esc(&mut desk);
    assert!(desk.shows("Choose an event"), "then nothing is chosen");
}

#[test]
fn a_page_is_shown_with_its_markup_and_goes_to_a_browser_only_when_told_to() {
    let mut desk = at("1 June 2013");
    desk.press("Show original");
    desk.wait_for("with its markup");
    assert!(desk.shows("<title>Lido opens</title>"), "the markup is as it is written");
    desk.press("Open in the browser…");
    assert!(desk.shows("may load pictures and programs of this page"), "it says so first");
    assert!(desk.browsed.borrow().is_empty(), "and nothing is opened before");
    desk.press("Not now");
    assert!(!desk.shows("may load pictures and programs"), "the question is gone");
    assert!(desk.browsed.borrow().is_empty(), "and nothing was opened");
    desk.press("Open in the browser…");
    desk.press("Open it");
    let page = desk.articles.path().join("lido.html");
    assert_eq!(*desk.browsed.borrow(), [page], "the browser has the page");
    assert!(desk.shows("no browser opened: this desk has no browser"), "trouble is told");
}

#[test]
fn of_a_table_the_row_is_shown() {
    let mut desk = at("9 July 1998");
    desk.press("Show original");
    desk.wait_for("Line 2 as it is on disk now");
    assert!(desk.shows("title,text"), "the names of its columns are above it");
    assert!(desk.shows("Mill,The mill burnt on 9 July 1998."), "the row is there");
    assert!(!desk.shows("Pier,It rained."), "and no other");
}

#[test]
fn what_has_changed_or_vanished_is_said() {
    let mut desk = at("3 May 2011");
    let path = desk.articles.path().join("bridge.txt");
    fs::write(&path, "Nothing of the kind.").unwrap();
    desk.press("Show original");
    desk.wait_for("It has changed since it was read");
    assert!(desk.shows("Nothing of the kind."), "what it holds now is shown");
    esc(&mut desk);
    fs::remove_file(&path).unwrap();
    desk.press("Show original");
    desk.wait_for("Not shown: it is no longer in the folder");
}

#[test]
fn a_text_in_two_places_can_be_seen_in_each() {
    let mut desk = Desk::new();
    let folder = desk.articles.path();
    fs::copy(folder.join("bridge.txt"), folder.join("copy.txt")).unwrap();
    desk.press("Open folder…");
    desk.wait_for("2 files read");
    desk.press_containing("3 May 2011: ");
    desk.press("Show original");
    desk.wait_for("The same text lies in 2 places");
    desk.harness.get_by_value("bridge.txt").click();
    desk.settle();
    desk.press("copy.txt");
    desk.wait_for("As it is on disk now");
    assert!(desk.harness.query_by_value("copy.txt").is_some(), "the other file is shown");
}

#[test]
fn another_choice_shows_its_article() {
    let mut desk = at("3 May 2011");
    desk.press("Show original");
    desk.wait_for("As it is on disk now");
    desk.press_containing("October 2014: ");
    assert!(desk.shows("Show original"), "the article is open at the other sentence");
}

#[test]
fn a_long_file_opens_at_the_sentence_however_its_lines_are_broken() {
    let mut desk = Desk::new();
    let filler = "<p>Again, the ferry left.</p>".repeat(4000);
    let script = format!("<script>{}</script>", "x".repeat(100_000));
    let page = format!("<html>{script}{filler}<p>The pier\n  burnt on 9 July\n1998.{filler}");
    fs::write(desk.articles.path().join("ferry.html"), page).unwrap();
    desk.press("Open folder…");
    desk.wait_for("2 files read");
    desk.press_containing("9 July 1998: ");
    desk.press("Show original");
    desk.wait_for("with its markup");
    assert!(desk.shows("burnt on 9 July"), "the sentence is in view");
    assert!(desk.shows("Again, the ferry left.</p><p>"), "and what stands above it");
    desk.harness.set_size([900.0, 600.0].into());
    desk.settle();
    assert!(desk.shows("Again, the ferry left.</p><p>"), "narrower, it still is");
}
