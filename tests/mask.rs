//! What is told apart from the article's own words.

use dateline::{
    curate::{Did, Edit, EditLog, Passage, Record},
    mask::mask,
    model::{Document, Mask, MaskKind, Masked, SetAside},
    project::Timeline,
    text::{Span, paragraphs},
};
use expect_test::{Expect, expect};
use proptest::prelude::*;

use crate::corpus::{corpus_of, document};

fn check(text: &str, expected: Expect) {
    let mask = mask(text, &Mask::default(), &[]);
    let line = |line: Span| {
        let sign = match mask.over(line) {
            None => " ",
            Some(MaskKind::Furniture) => "-",
            Some(MaskKind::Comment) => "“",
        };
        format!("{sign} {}", line.slice(text))
    };
    let lines: Vec<_> = paragraphs(text).into_iter().map(line).collect();
    expected.assert_eq(&lines.join("\n"));
}

const PROSE: &str = "The bridge over the mill stream was closed on 4 May 2014, the council said on Monday evening.";

#[test]
fn every_example_is_masked_and_every_never_is_not() {
    let data: toml::Table = include_str!("../assets/furniture.toml").parse().unwrap();
    let mut rules = data["rule"].as_array().unwrap().clone();
    rules.extend([data["share"].clone(), data["credit"].clone()]);
    for rule in rules {
        for (field, wanted) in [("examples", true), ("never", false)] {
            for line in rule[field].as_array().unwrap() {
                let line = line.as_str().unwrap();
                let above = [PROSE; 3].join("\n\n");
                let text = format!(
                    "Bridge to close\n\n{above}\n\n{line}\n\nIt will open again in June."
                );
                let at = text.find(&format!("\n{line}\n")).unwrap() + 1;
                let span = Span::of(&text, at..at + line.len()).unwrap();
                assert_eq!(
                    mask(&text, &Mask::default(), &[]).over(span).is_some(),
                    wanted,
                    "{line}"
                );
                if !wanted {
                    assert!(mask(&text, &Mask::default(), &[]).parts().is_empty(), "{line}");
                }
            }
        }
    }
}

#[test]
fn the_list_below_its_head_goes_with_it_and_prose_does_not() {
    check(
        "Bridge to close\nMost Read\n- 1 Mill burns again\n- 2 Fair: how to get there\n“We knew it in 2012,” she said.\nMost Read\n\nThe bridge closed in May.",
        expect![[r"
              Bridge to close
            - Most Read
            - - 1 Mill burns again
            - - 2 Fair: how to get there
              “We knew it in 2012,” she said.
            - Most Read
              The bridge closed in May."]],
    );
}

#[test]
fn a_caption_is_known_again_without_its_credit() {
    check(
        "Bridge to close\n\nThe bridge in May. Picture: Jo Bloggs\n\nThe bridge in May. Picture: Jo Bloggs - Credit: Jo Bloggs\n\nThe bridge in May.\n\nThe bridge in May is no sight.",
        expect![[r"
              Bridge to close
            - The bridge in May. Picture: Jo Bloggs
            - The bridge in May. Picture: Jo Bloggs - Credit: Jo Bloggs
            - The bridge in May.
              The bridge in May is no sight."]],
    );
}

#[test]
fn an_appeal_goes_with_its_head() {
    check(
        "Bridge to close\n\nIt closed in May.\n\nSupport us\n\nFor ninety years our reporters have been there. Please donate: each contribution keeps us going.\n\nSupport us\n\nIt will open in June.",
        expect![[r"
              Bridge to close
              It closed in May.
            - Support us
            - For ninety years our reporters have been there. Please donate: each contribution keeps us going.
            - Support us
              It will open in June."]],
    );
}

#[test]
fn comments_reach_to_the_end() {
    check(
        "Bridge to close\n\nIt closed in May 2014, the council said, and nobody knows when it will be open to cars again.\n\n2 thoughts on “Bridge to close”\n\n1. I saw it coming in 2012.\n\nSo did I.\n\nComments are closed.",
        expect![[r"
              Bridge to close
              It closed in May 2014, the council said, and nobody knows when it will be open to cars again.
            “ 2 thoughts on “Bridge to close”
            “ 1. I saw it coming in 2012.
            “ So did I.
            - Comments are closed."]],
    );
}

#[test]
fn a_count_of_comments_below_the_headline_takes_nothing_with_it() {
    check(
        &format!("Bridge to close\n3 comments\n{PROSE}\n{PROSE}"),
        expect![[r"
          Bridge to close
        - 3 comments
          The bridge over the mill stream was closed on 4 May 2014, the council said on Monday evening.
          The bridge over the mill stream was closed on 4 May 2014, the council said on Monday evening."]],
    );
}

#[test]
fn markdown_keeps_its_prose() {
    check(
        "---\ntitle: Bridge\ndate: 2014-05-04\n---\n# Bridge to close\n\n![bridge](bridge.jpg)\n\n[Older news](https://example.org/old)\n\nSee [the plan](https://example.org) of 2012.",
        expect![[r"
            - ---
            - title: Bridge
            - date: 2014-05-04
            - ---
              # Bridge to close
            - ![bridge](bridge.jpg)
            - [Older news](https://example.org/old)
              See [the plan](https://example.org) of 2012."]],
    );
}

#[test]
fn the_headline_stays() {
    check(
        "Most Read\n\nThe paper of that name closed in 2014.\n\nMost Read",
        expect![[r"
          Most Read
          The paper of that name closed in 2014.
        - Most Read"]],
    );
}

proptest! {
    #[test]
    fn parts_lie_on_characters_and_never_overlap(
        text in "(Most Read|Comments|- 1 |Picture: Jo É|[a-zé “]{0,30}\\.?|Support us|---|\n){0,40}"
    ) {
        let mask = mask(&text, &Mask::default(), &[]);
        for (one, next) in mask.parts().iter().zip(mask.parts().iter().skip(1)) {
            prop_assert!(one.span.end() <= next.span.start());
        }
        for part in mask.parts() {
            prop_assert!(!part.span.slice(&text).is_empty());
        }
    }
}

/// Articles of one paper, each with its own words between the same head and foot.
fn paper(count: usize, foot: &str) -> Timeline {
    let article = |number: usize| {
        let own =
            format!("Event {number} was held on {number} May 2014, and {number} people came.");
        let text = format!("Headline {number}\nYour harbour\n{own}\n{own} It rained.\n{foot}");
        let source = Some("Harbour Post".to_owned());
        Document { source, ..document(&format!("{number}.txt"), &text) }
    };
    Timeline::of(&corpus_of((1..=count).map(article)), &EditLog::default(), true)
}

/// What is masked of its first article.
fn masked(timeline: &Timeline) -> Vec<&str> {
    let (article, _) = timeline.articles.first().unwrap();
    let parts = timeline.mask(article).parts().iter();
    parts.map(|part| part.span.slice(&article.document.text)).collect()
}

#[test]
fn what_recurs_round_a_papers_articles_is_furniture() {
    let foot = "Voice of the quays since 1871";
    assert!(masked(&paper(2, foot)).is_empty(), "two are no habit");
    assert_eq!(masked(&paper(3, foot)), ["Your harbour", foot]);
    let timeline = paper(3, foot);
    assert_eq!(timeline.counts.set_aside[&SetAside::Furniture], 3, "and is counted");
}

#[test]
fn a_sentence_that_dates_something_is_never_furniture_by_recurring() {
    let dated = "The harbour board was dissolved in December 2009.";
    assert_eq!(masked(&paper(6, dated)), ["Your harbour"]);
    let undated = "The harbour board has its seat at the quays.";
    assert_eq!(masked(&paper(6, undated)), ["Your harbour", undated]);
    assert_eq!(masked(&paper(3, undated)), ["Your harbour"], "three sentences are no habit");
}

#[test]
fn a_list_of_dates_below_every_story_is_never_furniture() {
    let list = "Voice of the quays since 1871\n2009: board dissolved\n2012: bridge shut";
    assert_eq!(masked(&paper(6, list)), ["Your harbour"], "nor what stands above it");
    let alone = "2012: bridge shut";
    assert_eq!(masked(&paper(6, alone)), ["Your harbour", alone], "one date is no list");
}

#[test]
fn other_papers_and_copies_make_no_habit() {
    let of = |source: Option<&str>, number: usize| {
        let text =
            format!("Headline {number}\nYour harbour\nIt was held on {number} May 2014.");
        let source = source.map(str::to_owned);
        Document { source, ..document(&format!("{number}.txt"), &text) }
    };
    let timeline = |documents: Vec<Document>| {
        Timeline::of(&corpus_of(documents), &EditLog::default(), true)
    };
    let papers = ["Post", "Gazette", "Courier"];
    let all = papers.iter().enumerate().map(|(at, paper)| of(Some(paper), at + 1)).collect();
    assert!(masked(&timeline(all)).is_empty());
    let nobodys = (1..=5).map(|number| of(None, number)).collect();
    assert!(masked(&timeline(nobodys)).is_empty(), "nobody knows whose these are");
    let long =
        "The bridge over the mill stream was closed while the divers looked at its piers. "
            .repeat(8);
    let copy = |number: usize| {
        let text = format!("Bridge to close\nYour harbour\n{long}\nNote {number}");
        Document { source: Some("Post".into()), ..document(&format!("{number}.txt"), &text) }
    };
    assert!(masked(&timeline((1..=4).map(copy).collect())).is_empty(), "one text, four times");
}

#[test]
fn what_a_paper_puts_round_short_articles_makes_no_copies_of_them() {
    let foot = "The Post has been the voice of the quays and of all who work on them, and the \
        first paper that the harbour ever had, and it is read from here to the lighthouse";
    let timeline = paper(5, foot);
    assert!(timeline.copies.is_empty(), "{:?}", timeline.copies);
    assert!(masked(&timeline).contains(&foot));
}

#[test]
fn the_reader_takes_furniture_in_and_leaves_it_out_again() {
    let text =
        "Bridge to close\nIt closed in May 2014.\n\nMost read\n- Mill burnt on 3 June 2013";
    let corpus = corpus_of([document("a.txt", text)]);
    let article = corpus.articles.values().next().unwrap();
    let list = article.mask.parts()[0].span;
    let mut log = EditLog::default();
    let mut events = |edit: Option<Edit>| {
        let id = log.next_id();
        if let Some(edit) = edit {
            log.push(Record { id, what: Did::Did(edit) });
        }
        let timeline = Timeline::of(&corpus, &log, true);
        let furniture = timeline.counts.set_aside[&SetAside::Furniture];
        (timeline.counts.events, furniture, timeline.taken_in(article.document.id).count())
    };
    assert_eq!(events(None), (1, 1, 0));
    assert_eq!(events(Some(Edit::take_in(&article.document, list))), (2, 0, 1));
    assert_eq!(events(Some(Edit::leave_out(&article.document, list))), (1, 1, 0));
}

#[test]
fn what_is_masked_dates_nothing_and_is_counted_by_its_kind() {
    let text = "The hall opened in 2011.\nIt burnt in 2012";
    let second = Span::of(text, text.find("It").unwrap()..text.len()).unwrap();
    for (kind, why) in
        [(MaskKind::Furniture, SetAside::Furniture), (MaskKind::Comment, SetAside::Comment)]
    {
        let outside = Mask::new(vec![Masked { span: second, kind }]);
        let corpus = corpus_of([Document { outside, ..document("a.txt", text) }]);
        let counts = Timeline::of(&corpus, &EditLog::default(), true).counts;
        assert_eq!((counts.events, counts.set_aside[&why]), (1, 1), "{kind:?}");
    }
}

#[test]
fn a_passage_taken_in_is_found_in_a_page_saved_anew() {
    let text = "Bridge to close\nIt closed.\n\nMost read\n- Mill burnt on 3 June 2013";
    let before = document("a.txt", text);
    let list = mask(text, &Mask::default(), &[]).parts()[0].span;
    let passage = Passage::of(&before, list);
    let now = document("a.txt", &text.replace("It closed.", "It closed on Sunday."));
    let (found, span) = passage.find(&[&now]).unwrap();
    assert_eq!((found, span.slice(&now.text)), (now.id, list.slice(text)));
    let gone = document("a.txt", "Bridge to close\nIt closed.");
    assert_eq!(passage.find(&[&gone]), None);
}

proptest! {
    #[test]
    fn what_is_taken_out_of_a_mask_is_not_masked_and_nothing_else(
        ends in proptest::collection::vec(0_usize..60, 8),
    ) {
        let text = "é".repeat(30);
        let span = |pair: &[usize]| Span::of(&text, (pair[0].min(pair[1]) & !1)..(pair[0].max(pair[1]) & !1));
        let spans: Vec<Span> = ends.chunks(2).filter_map(span).collect();
        let (taken, parts) = spans.split_at(spans.len() / 2);
        let kind = MaskKind::Furniture;
        let whole = Mask::new(parts.iter().map(|span| Masked { span: *span, kind }).collect());
        let less = whole.less(&text, taken);
        for at in (0..60).step_by(2) {
            let here = Span::of(&text, at..at + 2).unwrap();
            let wanted = whole.over(here).filter(|_| !taken.iter().any(|it| it.overlaps(here)));
            prop_assert_eq!(less.over(here), wanted);
        }
    }
}
