//! The window, pressed by label, without a display.

mod board;
mod columns;
mod driver;
mod original;
mod pictures;
mod why;

use driver::Desk;
use egui::{Key, Theme};
use egui_kittest::{Harness, kittest::Queryable as _};

#[test]
fn a_chosen_folder_opens_and_an_event_opens_its_article() {
    let mut desk = Desk::new();
    desk.open_articles();
    assert!(desk.shows("2 events from 1 article"), "the sums are in the bar");
    desk.press_containing("3 May 2011: ");
    assert!(desk.shows("“3 May 2011” is written there"), "the event says why it has its date");
    assert!(desk.shows("No date yet"), "the article says that it has no date");
    assert!(desk.shows("was opened on 3 May 2011. The county"), "the article's text is there");
}

#[test]
fn a_folder_dropped_on_the_window_opens() {
    let mut desk = Desk::new();
    let folder = desk.articles.path().join("Été at the quay");
    std::fs::create_dir(&folder).unwrap();
    std::fs::copy(desk.articles.path().join("bridge.txt"), folder.join("a.txt")).unwrap();
    desk.hold(&[&folder]);
    assert!(desk.shows("Été at the quay"), "the window says what it would open");
    assert!(desk.shows("Drop it here to open it"), "and that it would");
    desk.drop_held();
    desk.wait_for("1 file read");
    assert!(!desk.shows("Drop it here to open it"), "nothing is held any longer");
    assert!(desk.shows("2 events from 1 article"), "its articles are open");
}

#[test]
fn an_article_dropped_on_an_open_folder_opens_in_its_place() {
    let mut desk = Desk::new();
    desk.open_articles();
    let article = desk.articles.path().join("lido.txt");
    std::fs::write(&article, "Lido opens\n\nThe lido opened on 1 June 2013.").unwrap();
    desk.hold(&[&article]);
    desk.drop_held();
    desk.wait_for("1 event from 1 article");
    assert!(desk.shows("lido.txt"), "the bar names it");
}

#[test]
fn of_several_dropped_at_once_none_is_left_out_in_silence() {
    let mut desk = Desk::new();
    let article = desk.articles.path().join("bridge.txt");
    let folder = desk.articles.path().to_owned();
    desk.hold(&[&folder, &article]);
    assert!(desk.shows("One at a time"), "the window says so before they are dropped");
    desk.drop_held();
    assert!(desk.shows("not opened: one folder or article at a time"), "and after");
    assert!(desk.shows("drop one folder that holds them"), "and what to do");
    assert!(desk.shows("Look at the sample"), "the start page stays");
    desk.hold(&[&folder, &folder]);
    assert!(desk.shows("Drop it here to open it"), "what is told twice is held once");
}

#[test]
fn the_sample_opens_without_a_dialog() {
    let mut desk = Desk::new();
    desk.press("Look at the sample");
    desk.wait_for("files read");
    assert!(desk.shows("events from"), "the sample has events");
    assert!(desk.shows("Problems (0)"), "the sample is in order");
}

#[test]
fn a_date_given_in_the_tray_moves_what_waited_onto_the_timeline() {
    let mut desk = Desk::new();
    desk.open_articles();
    desk.press("Waiting for a date (2)");
    desk.enter("When was “Toll bridge closes for good” published?", "2017-09-14");
    desk.wait_for("Waiting for a date (0)");
    desk.press("Events (4)");
    assert!(desk.shows("13 September 2017: "), "“yesterday” is a day now");
    assert!(desk.shows("October 2017: "), "“next month” is a month, no day");
}

#[test]
fn an_edit_is_undone_and_done_again_by_keyboard() {
    let mut desk = Desk::new();
    desk.open_articles();
    desk.press("Waiting for a date (2)");
    desk.enter("When was “Toll bridge closes for good” published?", "2017-09-14");
    desk.wait_for("Waiting for a date (0)");
    desk.ctrl(Key::Z);
    desk.wait_for("Waiting for a date (2)");
    desk.ctrl(Key::Y);
    desk.wait_for("Waiting for a date (0)");
}

#[test]
fn a_date_given_is_there_again_after_a_kill() {
    let mut desk = Desk::new();
    desk.open_articles();
    desk.press("Waiting for a date (2)");
    desk.enter("When was “Toll bridge closes for good” published?", "2017-09-14");
    desk.wait_for("Waiting for a date (0)");
    let Desk { harness, data, articles, .. } = desk;
    drop(harness);
    let mut again = Desk::with_data(Theme::Light, Harness::builder(), data);
    let path = articles.path().display().to_string();
    again.enter("Or drop a folder on this window, or paste its path here:", &path);
    again.wait_for("1 file read");
    assert!(again.shows("Waiting for a date (0)"), "the article has its date");
}

#[test]
fn what_is_no_date_is_said_under_the_field() {
    let mut desk = Desk::new();
    desk.open_articles();
    desk.press("Waiting for a date (2)");
    desk.enter("When was “Toll bridge closes for good” published?", "some day");
    assert!(desk.shows("“some day” is no date"), "the field says what is wrong");
    assert!(desk.shows("Waiting for a date (2)"), "nothing was dated");
}

#[test]
fn a_path_to_nothing_is_a_banner_and_no_blank_page() {
    let mut desk = Desk::new();
    desk.enter("Or drop a folder on this window, or paste its path here:", "/no/such/folder");
    assert!(desk.shows("there is no folder or file of that name"), "it says what is wrong");
    assert!(desk.shows("Look at the sample"), "the start page stays");
    desk.press("Dismiss");
    assert!(!desk.shows("there is no folder or file of that name"), "it can be put away");
}

#[test]
fn arrows_walk_the_table_and_escape_lets_go() {
    let mut desk = Desk::new();
    desk.open_articles();
    desk.harness.key_press(Key::ArrowDown);
    desk.settle();
    assert!(desk.shows("“3 May 2011” is written there"), "the first row is chosen");
    desk.harness.key_press(Key::ArrowDown);
    desk.settle();
    assert!(desk.shows("“October 2014” is written there"), "then the second");
    desk.harness.key_press(Key::Escape);
    desk.settle();
    assert!(desk.shows("Choose an event"), "and none");
}

#[test]
fn every_number_has_its_list() {
    let mut desk = Desk::new();
    desk.open_articles();
    desk.press("2 wait for a date");
    assert!(desk.shows("2 expressions wait"), "the tray is open");
    desk.press("0 problems");
    assert!(desk.shows("Everything in the folder could be read"), "the problems are open");
    desk.press("2 events from 1 article");
    assert!(desk.shows("3 May 2011: "), "the table is open");
}

#[test]
fn the_sentence_stands_still_while_a_long_article_is_measured() {
    let mut desk = Desk::new();
    let mut text = "The ferry that nobody wanted\n\n".to_owned();
    for line in 0..3000 {
        text.push_str(&"The ferry left again. ".repeat(line % 40 + 1));
        text.push('\n');
        if line == 1500 {
            text.push_str("The pier burnt down on 9 July 1998.\n");
        }
    }
    std::fs::write(desk.articles.path().join("ferry.txt"), text).unwrap();
    desk.press("Open folder…");
    desk.wait_for("2 files read");
    desk.press_containing("9 July 1998: ");
    let at =
        |desk: &Desk| desk.harness.get_by_label("The pier burnt down on 9 July 1998.").rect();
    let before = at(&desk);
    for _ in 0..120 {
        desk.settle();
        assert!((at(&desk).min.y - before.min.y).abs() < 1.0, "it moved to {:?}", at(&desk));
    }
}

#[test]
fn two_papers_stand_side_by_side_and_can_be_parted() {
    let mut desk = Desk::new();
    for (name, title) in [("gazette.txt", "Fire on the front"), ("herald.txt", "Pier gone")] {
        let text = format!("{title}\n\nThe pier burnt down on 9 July 1998.\n");
        std::fs::write(desk.articles.path().join(name), text).unwrap();
    }
    desk.press("Open folder…");
    desk.wait_for("3 events from 3 articles");
    desk.press_containing("9 July 1998: ");
    let quotes = desk.harness.query_all_by_label("The pier burnt down on 9 July 1998.").count();
    assert_eq!(quotes, 2, "each paper is open at its sentence");
    desk.press_containing("is not of the same event");
    desk.wait_for("4 events from 3 articles");
    desk.ctrl(Key::Z);
    desk.wait_for("3 events from 3 articles");
}

#[test]
fn an_article_of_which_nothing_is_dated_can_be_read() {
    let mut desk = Desk::new();
    let polish = "Burmistrz powiedział, że sala była zamknięta i że nie zostanie ponownie \
                  otwarta w najbliższych miesiącach. Rada zatwierdziła pieniądze.";
    let text = format!("Sala zamknięta\n\n{polish}\n");
    std::fs::write(desk.articles.path().join("sala.txt"), text).unwrap();
    desk.press("Open folder…");
    desk.wait_for("2 files read");
    desk.press("Articles (2)");
    desk.press_containing("Sala zamknięta: In Polish");
    assert!(desk.shows(polish), "it is open");
    assert!(desk.shows("sala.txt · in Polish, not read for dates"), "and why it dates nothing");
}

#[test]
fn a_list_taken_in_dates_an_event_and_can_be_left_out_again() {
    let mut desk = Desk::new();
    let text = "The pier burnt down on 9 July 1998.\n\nMost read\n- Mill sold on 2 June 1997\n";
    std::fs::write(desk.articles.path().join("pier.txt"), text).unwrap();
    desk.press("Open folder…");
    desk.wait_for("3 events from 2 articles");
    desk.press_containing("9 July 1998: ");
    desk.press("Take it in");
    desk.wait_for("4 events from 2 articles");
    desk.press("Leave it out again");
    desk.wait_for("3 events from 2 articles");
    desk.ctrl(Key::Z);
    desk.wait_for("4 events from 2 articles");
}

#[test]
fn what_a_paper_puts_round_its_articles_can_be_taken_in_and_left_out_again() {
    let mut desk = Desk::new();
    let record = |day: u32| {
        let text =
            format!("Report {day}\\nIt was held on {day} May 1998.\\nOf the quays since 1871");
        format!("{{\"source\": \"Post\", \"text\": \"{text}\"}}\n")
    };
    let records: String = (3..7).map(record).collect();
    std::fs::write(desk.articles.path().join("post.jsonl"), records).unwrap();
    desk.press("Open folder…");
    desk.wait_for("6 events from 5 articles");
    desk.press_containing("5 May 1998: ");
    desk.press("Take it in");
    desk.wait_for("7 events from 5 articles");
    desk.press("Leave it out again");
    desk.wait_for("6 events from 5 articles");
}

#[test]
fn any_size_of_window_is_survived() {
    let mut desk = Desk::new();
    desk.press("Look at the sample");
    desk.wait_for("files read");
    desk.press_containing(": Four commissioners");
    for size in [[20.0, 10.0], [120.0, 80.0], [500.0, 200.0], [200.0, 900.0], [4000.0, 2200.0]]
    {
        desk.harness.set_size(size.into());
        desk.settle();
        desk.harness.key_press(Key::ArrowDown);
        desk.settle();
    }
    desk.harness.set_size([1440.0, 900.0].into());
    desk.settle();
    assert!(desk.shows("Waiting for a date"), "and all is there again");
}

#[test]
fn every_paper_of_an_event_stands_at_its_sentence() {
    let mut desk = Desk::new();
    desk.press("Look at the sample");
    desk.wait_for("files read");
    desk.press_containing(": Four commissioners");
    desk.settle();
    // Only paragraphs in view have a label: one stands at its article's very end.
    for words in
        ["They signed off every grant", "Control of the council changed hands at the mayoral"]
    {
        assert!(desk.shows(words), "“{words}” is out of view");
    }
}
