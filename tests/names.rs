//! Names are found by capitals and titles, and one name's forms are one.

use dateline::{
    model::LANGUAGES,
    names::{Kind, Name, NameWords, Spoken, Term, names, spoken},
    text,
};

fn read(text: &str) -> (Vec<Spoken>, Vec<Name>) {
    let sentences = text::sentences(text);
    let mut words = spoken(text, &sentences, &[], NameWords::of("en"));
    let names = names(text, &mut words);
    (words, names)
}

fn written(text: &str) -> Vec<&str> {
    read(text).1.into_iter().map(|name| name.span.slice(text)).collect()
}

fn term(word: &str) -> Term {
    read(&format!("so {word}")).0[1].term
}

#[test]
fn every_file_of_words_can_be_read() {
    for files in LANGUAGES {
        let read = NameWords::parse(files.names);
        assert!(read.is_ok(), "{}: {:?}", files.code, read.err());
    }
}

#[test]
fn forms_of_one_name_are_one() {
    let text =
        "They thanked Mayor Anna Kessling for it. Later Mrs Kessling wept, and Anna sang.";
    let (_, names) = read(text);
    let wholes: Vec<Term> = names.iter().map(|it| it.whole).collect();
    assert_eq!(written(text), ["Anna Kessling", "Kessling", "Anna"], "titles are no part");
    assert_eq!(wholes, [wholes[0]; 3], "all are Anna Kessling");
    assert_eq!(names.iter().map(|it| it.titled).collect::<Vec<_>>(), [true, true, false]);
}

#[test]
fn two_of_one_surname_stay_two() {
    let text = "We saw Anna Kessling there. We saw Otto Kessling leave.";
    let (_, names) = read(text);
    assert_ne!(names[0].whole, names[1].whole, "two people");
}

#[test]
fn a_first_word_is_a_name_only_if_it_stands_so_elsewhere() {
    assert_eq!(written("Ferries sailed late to Arran."), ["Arran"], "no name: Ferries");
    assert_eq!(written("Arran is cut off. No boat reached Arran."), ["Arran", "Arran"]);
}

#[test]
fn a_headline_in_capitals_names_nothing_by_itself() {
    let text = "Angry Ferry Owners Blame Weather\n\nThe owners of the ferry blame it.";
    assert!(written(text).is_empty(), "{:?}", written(text));
}

#[test]
fn a_name_may_hold_a_small_word_and_ends_at_a_mark() {
    let text = "He sold shares of the Bank of Ayr, Vesta Holdings and Ayr’s Gazette, then lent all \
                money to his cousin, the aged painter Ludwig van Dorn.";
    let all = ["Bank of Ayr", "Vesta Holdings", "Ayr", "Gazette", "Ludwig van Dorn"];
    assert_eq!(written(text), all);
}

#[test]
fn forms_of_a_word_are_one_term() {
    for forms in [
        &["merge", "merged", "merger", "merging"][..],
        &["inspection", "inspectors", "inspected", "Inspector’s"],
        &["stab", "stabbed", "stabbing"],
        &["left", "leaving", "departure"],
        &["service", "services"],
    ] {
        let terms: Vec<Term> = forms.iter().map(|it| term(it)).collect();
        assert!(terms.iter().all(|it| *it == terms[0]), "{forms:?}");
    }
    for (one, other) in [("bridge", "bride"), ("port", "report"), ("12", "120")] {
        assert_ne!(term(one), term(other), "{one}, {other}");
    }
}

#[test]
fn what_a_word_may_tell_is_known_by_lists() {
    let (words, _) = read("the police shut Pier 9");
    let kinds: Vec<Kind> = words.iter().map(|it| it.kind).collect();
    let wanted = [Kind::Small, Kind::Common, Kind::Plain, Kind::Plain, Kind::Number];
    assert_eq!(kinds, wanted);
}
