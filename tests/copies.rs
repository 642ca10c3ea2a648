//! Copies of one article are found, and different articles on like subjects are not, in texts
//! made with a fixed seed.

use std::collections::BTreeMap;

use dateline::{
    copies::{Signature, copies},
    model::DocumentId,
};
use serde_json::Value;

/// The same numbers on every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides
    }
}

const WHO: &[&str] = &[
    "the council",
    "a spokesman",
    "the mayor",
    "police",
    "the union",
    "residents",
    "the school",
    "inspectors",
    "a judge",
    "the firm",
];
const DID: &[&str] = &[
    "said that",
    "announced that",
    "denied that",
    "warned that",
    "told reporters that",
    "wrote to say that",
    "feared that",
    "agreed that",
];
const WHAT: &[&str] = &[
    "the bridge",
    "a fire",
    "the budget",
    "the strike",
    "the flood",
    "the new road",
    "the trial",
    "the hospital",
    "the harbour",
    "the vote",
    "the mill",
    "the market",
];
const HOW: &[&str] = &[
    "would cost more than planned",
    "had begun in the night",
    "was put off until spring",
    "could not go on",
    "went better than feared",
    "had been known for years",
    "must be paid for by all",
    "was no concern of theirs",
    "hurt nobody",
    "left hundreds without work",
];
const WHEN: &[&str] = &[
    "on Monday",
    "in May",
    "last year",
    "after a long debate",
    "at a meeting in the town hall",
    "in a letter",
    "before the election",
    "on the same evening",
];

/// An article of a dozen to forty sentences about the things that such articles are about.
fn article(dice: &mut Dice) -> String {
    let names: Vec<String> = (0..6).map(|_| name(dice)).collect();
    let sentence = |dice: &mut Dice| {
        let pick = |dice: &mut Dice, from: &[&str]| from[dice.roll(from.len())].to_owned();
        let who = if dice.roll(2) == 0 { names[dice.roll(6)].clone() } else { pick(dice, WHO) };
        format!(
            "{who} {} {} {} {}, {} {} people {}.",
            pick(dice, DID),
            pick(dice, WHAT),
            pick(dice, HOW),
            pick(dice, WHEN),
            names[dice.roll(6)],
            dice.roll(900) + 2,
            pick(dice, HOW),
        )
    };
    (0..12 + dice.roll(28)).map(|_| sentence(dice)).collect::<Vec<_>>().join(" ")
}

fn name(dice: &mut Dice) -> String {
    let syllables =
        ["bar", "ro", "li", "ken", "tor", "mas", "vil", "hu", "det", "an", "per", "gus"];
    (0..3).map(|_| syllables[dice.roll(syllables.len())]).collect()
}

fn boilerplate(dice: &mut Dice) -> String {
    let lines = [
        "Sign up to our newsletter for the best of the week in your inbox.",
        "This story was first printed in another paper of the same house.",
        "Read all about it in tomorrow’s paper, and write to us if you know more about it.",
        "All rights reserved; no part of it may be printed without leave of the publisher.",
    ];
    (0..3).map(|_| lines[dice.roll(lines.len())]).collect::<Vec<_>>().join("\n")
}

fn edited(text: &str, dice: &mut Dice) -> String {
    let word = |word: &str, dice: &mut Dice| {
        if dice.roll(20) == 0 { name(dice) } else { word.to_owned() }
    };
    text.split(' ').map(|it| word(it, dice)).collect::<Vec<_>>().join(" ")
}

fn cut(text: &str) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    words[..words.len() * 2 / 3].join(" ")
}

fn found(texts: &[String]) -> BTreeMap<DocumentId, DocumentId> {
    let signatures: Vec<_> =
        texts.iter().map(|text| (DocumentId::of(text), Signature::of(text))).collect();
    copies(signatures.iter().map(|(id, signature)| (*id, signature)))
}

/// How many of 200 articles are found again after `change`.
fn recall(change: impl Fn(&str, &mut Dice) -> String) -> f64 {
    let mut dice = Dice(7);
    let originals: Vec<String> = (0..200).map(|_| article(&mut dice)).collect();
    let changed: Vec<String> = originals.iter().map(|text| change(text, &mut dice)).collect();
    let copies = found(&[originals.clone(), changed.clone()].concat());
    let right = originals.iter().zip(&changed).filter(|(original, changed)| {
        copies.get(&DocumentId::of(changed)) == Some(&DocumentId::of(original))
    });
    f64::from(u8::try_from(right.count()).unwrap()) / 200.0
}

#[test]
fn a_copy_is_found_whatever_a_paper_did_to_it() {
    let with_boilerplate =
        recall(|text, dice| format!("{}\n{text}\n{}", boilerplate(dice), boilerplate(dice)));
    let with_edits = recall(edited);
    let with_the_end_cut = recall(|text, _| cut(text));
    assert!(with_boilerplate >= 0.95, "boilerplate added: {with_boilerplate}");
    assert!(with_edits >= 0.95, "one word in twenty changed: {with_edits}");
    assert!(with_the_end_cut >= 0.95, "the last third cut: {with_the_end_cut}");
}

#[test]
fn different_articles_on_like_subjects_are_no_copies() {
    let mut dice = Dice(11);
    let articles: Vec<String> = (0..500).map(|_| article(&mut dice)).collect();
    assert_eq!(found(&articles).len(), 0);
}

#[test]
fn short_texts_are_compared_with_nothing() {
    let texts = ["It rained.".to_owned(), "It rained!".to_owned()];
    assert_eq!(found(&texts).len(), 0);
}

#[test]
fn a_copy_names_the_earlier_article_that_it_is_a_copy_of() {
    let folder = tempfile::tempdir().unwrap();
    let mut dice = Dice(3);
    let body = article(&mut dice);
    let agency = format!("Bridge to close\n\nThe bridge was closed on 4 May 2014. {body}");
    let paper = format!(
        "Bridge shut at last\n\nThe bridge was closed on 4 May 2014. {body}\n\nSign up to our newsletter"
    );
    std::fs::write(folder.path().join("2014-05-05 agency.txt"), agency).unwrap();
    std::fs::write(folder.path().join("2014-05-06 paper.txt"), paper).unwrap();
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_dateline"))
        .args(["extract", folder.path().to_str().unwrap()])
        .output()
        .unwrap();
    let out: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(out["documents"][0]["copy_of"], Value::Null);
    assert_eq!(out["documents"][1]["copy_of"], out["documents"][0]["id"]);
}
