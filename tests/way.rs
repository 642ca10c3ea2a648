//! The whole way from articles to events, and its sums.

use dateline::{
    curate::{Did, Edit, EditLog, Record, RecordId},
    model::{Document, DocumentDate, Joined, Skeleton},
    project::{Fate, Timeline},
    text::Span,
};
use proptest::prelude::*;

use crate::corpus::{corpus, timeline};

const WIRE: &str = "Four inspectors were sent in in December 2014.";

fn with(log: Vec<Edit>, texts: &[(&str, &str)]) -> Timeline {
    let mut done = EditLog::default();
    for edit in log {
        done.push(Record { id: done.next_id(), what: Did::Did(edit) });
    }
    Timeline::of(&corpus(texts), &done, true)
}

fn shown(timeline: &Timeline) -> Vec<(String, usize)> {
    let edtf = |it: &dateline::model::Event| it.when.edtf().unwrap();
    timeline.events.iter().map(|it| (edtf(it), it.mentions().count())).collect()
}

#[test]
fn the_same_words_of_the_same_date_are_one_event() {
    let texts = [
        ("a.txt", "One paper\nFour inspectors were sent in in December 2014. It rained."),
        ("b.txt", "Another paper\nFour inspectors were sent in in December, 2014."),
        ("c.txt", "A third\nFour inspectors were sent in in December 2015."),
    ];
    let timeline = timeline(&texts);
    assert_eq!(shown(&timeline), [("2014-12".to_owned(), 2), ("2015-12".to_owned(), 1)]);
}

#[test]
fn where_dates_differ_an_event_has_each_of_them() {
    let texts = [
        ("a.txt", "Mill\nThe mill shut in 2012."),
        ("b.txt", "Loom\nThe last loom stopped in 2013."),
        ("c.txt", "Wheel\nThe wheel stood still in 2012."),
    ];
    let start = timeline(&texts);
    let found = |name, year| said(&start, name, year);
    let edits = vec![
        Edit::join(found("a.txt", "2012"), found("b.txt", "2013")),
        Edit::join(found("b.txt", "2013"), found("c.txt", "2012")),
    ];
    assert_eq!(shown(&with(edits, &texts)), [("[2012,2013]".to_owned(), 3)]);
}

#[test]
fn the_reader_can_part_what_was_joined() {
    let texts = [("a.txt", &*format!("A\n{WIRE}")), ("b.txt", &*format!("B\n{WIRE}"))];
    let joined = timeline(&texts);
    let event = joined.events.first().unwrap();
    let said: Vec<_> =
        event.mentions().map(|it| joined.said(it.said.origin).unwrap()).collect();
    let [one, other] = said.as_slice() else { panic!("two mentions: {said:?}") };
    let parted = with(vec![Edit::part(*one, *other)], &texts);
    assert_eq!(parted.events.len(), 2, "they stand apart");
    assert!(parted.event(event.id).is_some(), "the smaller one keeps the event's name");
}

/// The dam is told of by two papers; the second has no date, but months that bound it.
const DAM: &[(&str, &str)] = &[
    ("a.txt", "Dam report\nThe dam report came out today."),
    (
        "b.txt",
        "Critics\nThe dam report was published on Friday. The wardens left in March 2017. \
         A review will begin in June 2017.",
    ),
];

/// The mention of `expression` in the article of that name.
fn said<'a>(
    timeline: &'a Timeline,
    name: &str,
    expression: &str,
) -> (&'a Document, &'a Skeleton) {
    let all = timeline.articles.iter().filter(|(it, _)| it.document.name() == name);
    let all = all.flat_map(|(it, _)| it.skeletons.iter().map(|said| (&it.document, &**said)));
    let mut found = all.filter(|(it, said)| said.origin.span.slice(&it.text) == expression);
    found.next().unwrap_or_else(|| panic!("“{expression}” in {name}"))
}

/// The first paper's date, and that both tell of one report.
fn joined_dams() -> Vec<Edit> {
    let timeline = timeline(DAM);
    let (one, other) = (said(&timeline, "a.txt", "today"), said(&timeline, "b.txt", "Friday"));
    vec![Edit::date_document(one.0, "2017-04-07".parse().unwrap()), Edit::join(one, other)]
}

/// The days that the article of that name can be of, as worked out.
fn worked_out(timeline: &Timeline, name: &str) -> String {
    let date = timeline.articles.iter().find(|(it, _)| it.document.name() == name).unwrap();
    match &date.1 {
        DocumentDate::Inferred(it) => it.days.one().unwrap().edtf().unwrap(),
        other => panic!("not worked out: {other:?}"),
    }
}

#[test]
fn what_the_reader_joins_is_one_event_and_dates_follow_from_it() {
    let apart = with(joined_dams().into_iter().take(1).collect(), DAM);
    assert_eq!((apart.events.len(), worked_out(&apart, "b.txt")), (4, MONTHS.to_owned()));
    let joined = with(joined_dams(), DAM);
    assert_eq!((joined.events.len(), worked_out(&joined, "b.txt")), (3, WEEK.to_owned()));
    let report = joined.events.iter().find(|it| !it.others.is_empty()).unwrap();
    assert_eq!(report.joined, [Joined::ByHand]);
    let part = Edit::part(said(&joined, "b.txt", "Friday"), said(&joined, "a.txt", "today"));
    let parted = with([joined_dams(), vec![part]].concat(), DAM);
    assert_eq!((parted.events.len(), worked_out(&parted, "b.txt")), (4, MONTHS.to_owned()));
}

const MONTHS: &str = "[2017-03-01..2017-06-30]";
const WEEK: &str = "[2017-04-07..2017-04-13]";

#[test]
fn a_reason_doubted_changes_the_date_and_undo_brings_it_back() {
    let before = with(joined_dams(), DAM);
    let friday = said(&before, "b.txt", "Friday");
    let doubted = with([joined_dams(), vec![Edit::doubt(friday)]].concat(), DAM);
    assert_eq!(worked_out(&doubted, "b.txt"), MONTHS);
    assert_eq!(doubted.doubted(friday.0.id), [friday.1.origin], "it can be taken back in");
    let today = said(&before, "a.txt", "today");
    let elsewhere = with([joined_dams(), vec![Edit::doubt(today)]].concat(), DAM);
    assert_eq!(worked_out(&elsewhere, "b.txt"), MONTHS, "the other end of it does as much");
    assert_eq!(elsewhere.doubted(friday.0.id), [today.1.origin], "and is told here, too");
    let mut log = EditLog::default();
    for edit in [joined_dams(), vec![Edit::doubt(friday)]].concat() {
        log.push(Record { id: log.next_id(), what: Did::Did(edit) });
    }
    log.push(Record { id: log.next_id(), what: Did::Undid(RecordId(3)) });
    let undone = Timeline::of(&corpus(DAM), &log, true);
    assert_eq!(worked_out(&undone, "b.txt"), WEEK);
}

#[test]
fn a_join_by_hand_outweighs_what_was_parted_between_the_same_events() {
    let texts = [
        ("a.txt", &*format!("A\n{WIRE}")),
        ("b.txt", &*format!("B\n{WIRE}")),
        ("c.txt", "C\nInspectors were sent in December 2014."),
    ];
    let start = timeline(&texts);
    let found = |name| said(&start, name, "December 2014");
    let mut edits = vec![Edit::part(found("b.txt"), found("c.txt"))];
    let parted = with(edits.clone(), &texts);
    let [one, other] = parted.events.as_slice() else { panic!("two: {:?}", shown(&parted)) };
    let (one, other) = parted.pair_to_join(one, other);
    edits.push(Edit::join(start.said(one).unwrap(), start.said(other).unwrap()));
    let joined = with(edits, &texts);
    assert_eq!(shown(&joined), [("2014-12".to_owned(), 3)], "all three are one event");
}

#[test]
fn a_date_given_to_an_article_moves_what_waits() {
    let texts = [("a.txt", "Order\nThe order was issued yesterday.")];
    let before = timeline(&texts);
    assert_eq!((before.events.len(), before.waiting.len()), (0, 1));
    let document = &before.articles.first().unwrap().0.document;
    let edit = Edit::date_document(document, "2017-09-14".parse().unwrap());
    let after = with(vec![edit], &texts);
    assert_eq!(shown(&after), [("2017-09-13".to_owned(), 1)]);
    assert_eq!(after.waiting.len(), 0);
}

proptest! {
    #[test]
    fn every_expression_is_accounted_for(text in "(?s)[a-zA-Z ,.\n’“”0-9]{0,80}( in 2012| yesterday| every Monday| three weeks| recently|\n){0,8}.{0,40}") {
        let timeline = timeline(&[("a.txt", &text)]);
        let counts = &timeline.counts;
        let aside: usize = counts.set_aside.values().sum();
        prop_assert_eq!(counts.expressions, counts.anchored + counts.waiting + aside);
        for (article, _) in &timeline.articles {
            for timex in &article.expressions {
                let origin = dateline::model::Origin {
                    document: article.document.id, span: timex.span, nth: 0,
                };
                prop_assert!(timeline.fate(origin).is_some(), "nothing became of it");
            }
        }
    }

    #[test]
    fn a_quote_is_a_slice_of_the_article(text in "(?s).{0,60}(in May 2012|, and 2014\\.|\n){0,6}.{0,60}") {
        let timeline = timeline(&[("a.txt", &text)]);
        for event in &timeline.events {
            let said = &event.lead.said;
            let quote = timeline.words(said.sentence, said.origin.document);
            prop_assert!(!quote.is_empty() && text.contains(quote), "{quote:?}");
            prop_assert!(said.sentence.contains(said.origin.span), "the date stands in the quote");
            let within = |span: Span| said.sentence.contains(span);
            prop_assert!(within(said.title.span), "the line is cut from the quote");
        }
    }
}

#[test]
fn what_became_of_an_expression_can_be_asked() {
    let timeline = timeline(&[("a.txt", "A\nIt opened in 2011 and shut yesterday.")]);
    let fates: Vec<_> = timeline
        .articles
        .iter()
        .flat_map(|(article, _)| article.skeletons.iter().map(|it| timeline.fate(it.origin)))
        .collect();
    let event = timeline.events.first().unwrap().id;
    assert_eq!(fates, [Some(Fate::Dates(event)), Some(Fate::Waits(0))]);
}
