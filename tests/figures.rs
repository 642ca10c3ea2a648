//! What a clause counts of what it dates.

use std::fmt::Write as _;

use dateline::{
    anchor::{self, EventWords, FigureWords},
    model::{Amount, Attacker, DocumentId, Figure, LANGUAGES, Limit, Measure, Scope, Skeleton},
    tag::Language,
    text::{self, Span},
};
use proptest::prelude::*;

fn skeletons(language: &Language, text: &str) -> Vec<Skeleton> {
    let sentences = text::sentences(text);
    let expressions = language.tag(text).expressions;
    let told = (EventWords::of(language.code()), FigureWords::of(language.code()));
    anchor::anchored(DocumentId::of(text), "", text, &sentences, &expressions, told).said
}

/// "dead 14 at least of people"
fn shown(figure: &Figure, text: &str) -> String {
    let mut shown = format!("{} {}", figure.measure.word(), figure.amount);
    if let Limit::To(until) = figure.limit {
        write!(shown, "–{until}").unwrap();
    }
    if let Measure::Money(currency) = figure.measure {
        write!(shown, " {}", currency.word()).unwrap();
    }
    if !matches!(figure.limit, Limit::Stated | Limit::To(_)) {
        write!(shown, " {}", figure.limit.word()).unwrap();
    }
    if let Some(of) = figure.of {
        write!(shown, " of {}", of.slice(text)).unwrap();
    }
    if figure.scope != Scope::Whole {
        write!(shown, " {}", figure.scope.word()).unwrap();
    }
    if figure.attacker != Attacker::Unsaid {
        write!(shown, " {}", figure.attacker.word().unwrap()).unwrap();
    }
    if figure.running {
        shown.push_str(" running");
    }
    shown
}

#[test]
fn every_example_counts_what_its_file_says() {
    let mut wrong = String::new();
    for language in Language::all() {
        for example in FigureWords::of(language.code()).examples() {
            let text = &example.says;
            let said = skeletons(language, text);
            let figures = said.iter().flat_map(|it| &it.figures);
            let all: Vec<String> = figures
                .map(|it| format!("“{}” {}", it.span.slice(text), shown(it, text)))
                .collect();
            let expected = format!("“{}” {}", example.at, example.means);
            if !all.contains(&expected) {
                writeln!(wrong, "{text:?}: {all:?} instead of {expected:?}").unwrap();
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn what_only_looks_like_a_figure_is_none() {
    let mut wrong = String::new();
    for language in Language::all() {
        for text in FigureWords::of(language.code()).counterexamples() {
            let said = skeletons(language, text);
            assert!(!said.is_empty(), "nothing is dated in {text:?}");
            for figure in said.iter().flat_map(|it| &it.figures) {
                let words = figure.span.slice(text);
                writeln!(wrong, "{text:?}: “{words}” {}", shown(figure, text)).unwrap();
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn the_words_about_figures_can_be_read() {
    for files in LANGUAGES {
        let told = FigureWords::parse(files.figures)
            .unwrap_or_else(|it| panic!("{}: {it}", files.code));
        let counts = (told.examples().len(), told.counterexamples().len());
        assert!(counts.0 > 10 && counts.1 >= 10, "{}: {counts:?}", files.code);
    }
}

/// The words of the figures of what `at` dates.
fn figures_at<'t>(text: &'t str, at: &str) -> Vec<&'t str> {
    let said = skeletons(Language::english(), text);
    let one = said.iter().find(|it| it.origin.span.slice(text) == at);
    let one = one.unwrap_or_else(|| panic!("nothing dated by {at:?} in {text:?}"));
    one.figures.iter().map(|it| it.span.slice(text)).collect()
}

#[test]
fn a_figure_belongs_to_the_date_of_its_own_clause() {
    for (text, at, expected) in [
        ("Two were hurt on 3 May and four killed on 5 May.", "3 May", &["Two"][..]),
        ("Two were hurt on 3 May and four killed on 5 May.", "5 May", &["four"]),
        ("In 2012 it lost £2m, and in 2013 it lost £5m.", "2012", &["£2m"]),
        ("In 2012 it lost £2m, and in 2013 it lost £5m.", "2013", &["£5m"]),
        ("The pit, which had 90 men, closed. It reopened in 1931.", "1931", &[]),
        (
            "The wall fell on 4 May, killing two, injuring 11 and blocking the road.",
            "4 May",
            &["two", "11"],
        ),
        ("Four men, two of them brothers, were seen on 6 June.", "6 June", &["Four"]),
        ("The levy brought in £3m, the board said. It was ended in 2014.", "2014", &[]),
        ("There were 40 guests at 12 Mill Ave. on 4 May.", "4 May", &["40"]),
        ("In a raid at the port on 6 June, police seized 40 crates.", "6 June", &["40"]),
        (
            "A fall killed two, among them a girl, within sight of the port, on 6 June.",
            "6 June",
            &["two"],
        ),
        ("Three were killed, and two others injured, on 6 June.", "6 June", &["Three", "two"]),
        ("He was one of two men who were hurt on 6 June.", "6 June", &["two"]),
        ("She bought 12 goats when the dairy shut in 2014.", "2014", &["12"]),
    ] {
        assert_eq!(figures_at(text, at), expected, "{text}");
    }
}

#[test]
fn numbers_keep_all_that_is_said_of_them() {
    let amount = |digits, exponent| Amount::new(digits, exponent).unwrap();
    assert_eq!(amount(12, 8).to_string(), "1200000000");
    assert_eq!(amount(12, 8), amount(1_200_000_000, 0), "the same number is equal");
    assert_eq!(amount(125, -1).to_string(), "12.5");
    assert_eq!(amount(5, -3).to_string(), "0.005");
    assert_eq!(amount(0, 7).to_string(), "0");
    assert_eq!(amount(35, -1).times(1_000_000).unwrap().whole(), Some(3_500_000));
    assert_eq!(amount(35, -1).whole(), None, "a fraction is not whole");
    assert_eq!(Amount::new(1, 40), None, "nothing is counted so far");
}

/// Scraps of which figures are made, and anything else.
fn any_text() -> impl Strategy<Value = String> {
    let scrap = prop_oneof![
        "\\PC{0,6}",
        "[£$€]?[0-9]{1,3}([,. ][0-9]{1,3}){0,2}(m|bn|k|%|-|–|\\+|th| €| %)?[0-9]{0,2}",
        "(at least|over|up to|about|another|of|of the|among the|the|and|to|between|a|half a|several|including)",
        "(dozen|hundred|thousand|million|dozens|hundreds|two|twenty|twenty-one|une|douzaine|de|d’euros)",
        "(people|men|homes|others|per cent|pounds|euros|a week|the gunman|personnes|ans)",
        "(were|was|killed|dead|injured|arrested|toll|rose|who|blessés|tués|so far|on Monday|lundi|in May 2014)",
        "[,.;:!?“”()–— \n\u{a0}]",
    ];
    proptest::collection::vec(scrap, 0..40).prop_map(|scraps| scraps.join(" "))
}

proptest! {
    #[test]
    fn any_text_can_be_counted_in(text in any_text()) {
        for language in Language::all() {
            for said in skeletons(language, &text) {
                let mut start = 0;
                for figure in &said.figures {
                    for span in [Some(figure.span), figure.of].into_iter().flatten() {
                        prop_assert!(said.sentence.contains(span), "it lies in its sentence");
                        prop_assert!(Span::of(&text, span.range()) == Some(span), "it is whole characters");
                    }
                    prop_assert!(!figure.span.overlaps(said.origin.span), "a date is no figure");
                    prop_assert!(start <= figure.span.start(), "they are in order");
                    start = figure.span.start();
                }
            }
        }
    }
}
