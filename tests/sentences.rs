//! Where sentences and paragraphs end.

use dateline::text::{paragraphs, sentences, unicode_sentences};
use expect_test::{Expect, expect};
use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation as _;

fn check(text: &str, expected: Expect) {
    let lines = sentences(text).into_iter().map(|it| it.slice(text).replace('\n', "⏎"));
    expected.assert_eq(&lines.collect::<Vec<_>>().join("\n"));
}

#[test]
fn titles_and_initials_end_no_sentence() {
    check(
        "Mr. Lee met Dr. J. R. Hart and Sen. Ann Cole. She left. Cllr. Bob Ray of St. Ives stayed.",
        expect![[r"
            Mr. Lee met Dr. J. R. Hart and Sen. Ann Cole.
            She left.
            Cllr. Bob Ray of St. Ives stayed."]],
    );
}

#[test]
fn months_hours_and_states_end_one_only_before_an_opening_word() {
    check(
        "It burnt on Dec. 20, 2014. It opened at 7 p.m. Tuesday in the U.S. Senate. They met at 9 a.m. The rest came by noon, i.e. late. See No. 10. He said no. Nobody moved to the U.K. He did. It burnt in Salem, Mass. Monday.",
        expect![[r"
            It burnt on Dec. 20, 2014.
            It opened at 7 p.m. Tuesday in the U.S. Senate.
            They met at 9 a.m.
            The rest came by noon, i.e. late.
            See No. 10.
            He said no.
            Nobody moved to the U.K.
            He did.
            It burnt in Salem, Mass. Monday."]],
    );
}

#[test]
fn a_number_may_open_a_sentence() {
    check(
        "The mill closed in 2012. 40 jobs were lost. It paid 3.5 million in Jan. 2013.",
        expect![[r"
            The mill closed in 2012.
            40 jobs were lost.
            It paid 3.5 million in Jan. 2013."]],
    );
}

#[test]
fn a_quote_closes_with_its_sentence() {
    check(
        "“We left in May.” He said no more. “Who knows?” he asked. “Who knows?” Ann Lee asked. “Go!” The door fell shut. \"It is over.\" She sat down.",
        expect![[r#"
            “We left in May.”
            He said no more.
            “Who knows?” he asked.
            “Who knows?” Ann Lee asked.
            “Go!”
            The door fell shut.
            "It is over."
            She sat down."#]],
    );
}

#[test]
fn a_missing_space_hides_no_end() {
    check(
        "He lost in 2015.Labour won the seat.Nobody minded. Write to www.example.Org/News or ann.Lee@example.org now.",
        expect![[r"
            He lost in 2015.
            Labour won the seat.
            Nobody minded.
            Write to www.example.Org/News or ann.Lee@example.org now."]],
    );
}

#[test]
fn lines_broken_to_a_width_are_one_paragraph() {
    check(
        "Flood closes the old bridge\n\nThe river rose above the old stone bridge on Monday night, and Mr.\nHart of the council closed it to all traffic until the spring, when\nengineers will look at it again. The detour is eleven miles long.\n\n- the bus goes by the mill\n- the school opens at ten",
        expect![[r"
            Flood closes the old bridge
            The river rose above the old stone bridge on Monday night, and Mr.⏎Hart of the council closed it to all traffic until the spring, when⏎engineers will look at it again.
            The detour is eleven miles long.
            - the bus goes by the mill
            - the school opens at ten"]],
    );
}

#[test]
fn a_line_is_a_paragraph_where_lines_are_not_broken_to_a_width() {
    check(
        "Mill burns\nBy Ann Lee\nThe mill burnt down\n# What comes next\n1. A new roof",
        expect![[r"
            Mill burns
            By Ann Lee
            The mill burnt down
            # What comes next
            1. A new roof"]],
    );
}

#[test]
fn a_sentence_too_long_to_quote_is_cut_at_a_pause() {
    let clause =
        "the council met in the old hall and spoke of bridges, of roads and of the year 2014";
    let long = [clause; 12].join("; ");
    let lengths: Vec<_> = sentences(&long).iter().map(|it| it.slice(&long).len()).collect();
    expect!["[594, 423]"].assert_eq(&format!("{lengths:?}"));
}

fn visible(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]
    #[test]
    fn boundaries_are_unicodes_own(
        scraps in proptest::collection::vec(
            prop_oneof![
                "[a-zA-Z]{1,4}", "[.!?…]{1,2}", "[ \t]", "[\r\n]{1,2}", "[0-9]", "\\PC",
                "[\u{301}\u{308}\u{ad}\u{200d}\u{85}\u{2028}\u{2029}]",
                "[”’)\"'»,:;—–-]", "[。！？؟।]", "[éßΩжא]",
            ],
            0..24,
        ),
    ) {
        let text = scraps.concat();
        let ours: Vec<&str> = unicode_sentences(&text).filter_map(|it| text.get(it)).collect();
        prop_assert_eq!(ours, text.split_sentence_bounds().collect::<Vec<_>>(), "{:?}", text);
    }
}

proptest! {
    #[test]
    fn sentences_lose_nothing_and_never_overlap(
        text in "([A-Za-z,;“”\"().?!…é—]{0,9}[ \n.]{0,2}|Mr\\. |p\\.m\\. |[0-9]{1,4}\\. |– |\n- ){0,80}"
    ) {
        let sentences = sentences(&text);
        for (one, next) in sentences.iter().zip(sentences.iter().skip(1)) {
            prop_assert!(one.end() <= next.start());
        }
        let all: String = sentences.iter().map(|it| it.slice(&text)).collect();
        prop_assert_eq!(visible(&all), visible(&text));
        let paragraphs = paragraphs(&text);
        for one in sentences {
            prop_assert!(paragraphs.iter().any(|it| it.contains(one)));
            prop_assert_eq!(one.slice(&text), one.slice(&text).trim());
        }
    }
}

#[test]
fn a_quote_has_an_end_even_where_the_text_has_none() {
    let dates = "4 May 2012 ".repeat(2000);
    let numbers = "7, ".repeat(4000);
    let letters = "é".repeat(4000);
    for text in [dates, numbers, letters] {
        let found = sentences(&text);
        let longest = found.iter().map(|it| it.range().len()).max().unwrap();
        assert!(
            longest <= 1300,
            "{longest} bytes: {}",
            text.chars().take(20).collect::<String>()
        );
    }
}
