//! What is told apart from the article's own words.

use dateline::{
    mask::mask,
    model::{Mask, MaskKind},
    text::{Span, paragraphs},
};
use expect_test::{Expect, expect};
use proptest::prelude::*;

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
