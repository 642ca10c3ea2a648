//! The whole way from articles to events, and its sums.

use dateline::{
    curate::{Did, Edit, EditLog, Record},
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
