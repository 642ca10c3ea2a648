//! Where sources differ, side by side.

use std::fs;

use super::driver::Desk;

/// Two papers on the fall of one crane.
pub(super) fn crane(desk: &mut Desk) {
    let folder = desk.articles.path().join("Crane");
    fs::create_dir(&folder).unwrap();
    let on_the_day = "Crane falls at Lanmere quay\n\n4 May 2014\n\nTwelve people were hurt on 3 May \
        2014 when the harbour crane at the Lanmere quay came down on the Corran yard, said Odo \
        Marr of the dockers’ union.\n";
    let after = "Dockers’ union asks why Lanmere crane fell\n\n4 May 2014\n\nThe union of Odo Marr \
        wants to know what went wrong. Fourteen people were hurt on 3 May 2014 when the harbour \
        crane at the Lanmere quay came down on the Corran yard.\n";
    fs::write(folder.join("falls.txt"), on_the_day).unwrap();
    fs::write(folder.join("union.txt"), after).unwrap();
    desk.hold(&[&folder]);
    desk.drop_held();
    desk.wait_for("2 files read");
    desk.press("Sources differ (1)");
}

#[test]
fn what_each_source_says_stands_side_by_side_and_opens_its_article() {
    let mut desk = Desk::new();
    crane(&mut desk);
    assert!(desk.shows("Figures differ"), "in what they differ");
    assert!(desk.shows("Twelve people were hurt"), "what one says");
    assert!(desk.shows("Fourteen people were hurt"), "what the other says");
    desk.press_containing("Fourteen people were hurt");
    assert!(desk.shows("wants to know what went wrong"), "its article is open");
}

#[test]
fn an_event_on_which_sources_differ_says_so_and_leads_to_what_they_say() {
    let mut desk = Desk::new();
    crane(&mut desk);
    desk.press("Events (1)");
    desk.press_containing("3 May 2014: ");
    desk.press("◆ Figures differ: see what each says");
    assert!(desk.shows("of one thing, and said exactly"), "the board is open");
}

#[test]
fn a_folder_in_which_nobody_differs_says_so() {
    let mut desk = Desk::new();
    desk.open_articles();
    desk.press("Sources differ (0)");
    assert!(desk.shows("No source differs from another"));
}
