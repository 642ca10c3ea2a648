//! Copies of articles in which one date or one figure is changed: how many of the changes are
//! found.
//!
//! What is changed is looked for by rules of its own here, not by those of the program.

use std::fs;

use dateline::{
    model::{Conflict, ConflictKind, Document, DocumentId},
    project::Timeline,
};
use serde_json::Value;

use super::{dated, timeline_of};
use crate::{corpus::shared, dice::Dice};

const ARTICLES: usize = 200;
const LEAST_RECALL_PERCENT: usize = 80;

const DAYS: [&str; 7] =
    ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const NUMBERS: [&str; 9] =
    ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const COUNTED: [&str; 14] = [
    "people", "men", "women", "children", "others", "victims", "suspects", "officers", "homes",
    "shops", "houses", "cars", "boats", "dollars",
];

/// A change of a text: its words there, and what they become.
struct Change {
    at: usize,
    length: usize,
    to: String,
    kind: ConflictKind,
}

/// A place among so many.
fn thrown(dice: &mut Dice, count: usize) -> usize {
    usize::try_from(dice.below(count as u64)).unwrap()
}

/// The words of a text with where they begin.
fn words(text: &str) -> Vec<(usize, &str)> {
    let pieces = text.split(|it: char| !it.is_alphanumeric()).filter(|it| !it.is_empty());
    pieces.map(|it| (it.as_ptr().addr() - text.as_ptr().addr(), it)).collect()
}

/// All that may be changed in a text.
fn changes(text: &str, dice: &mut Dice) -> Vec<Change> {
    let words = words(text);
    let mut found = Vec::new();
    for (number, (at, word)) in words.iter().enumerate() {
        let next = words.get(number + 1).map_or("", |(_, it)| *it);
        let mut push = |at: usize, word: &str, to: String, kind| {
            found.push(Change { at, length: word.len(), to, kind });
        };
        let other = |place: usize, count: usize, dice: &mut Dice| {
            (place + 1 + thrown(dice, count - 1)) % count
        };
        if let Some(day) = DAYS.iter().position(|it| it == word) {
            push(*at, word, DAYS[other(day, 7, dice)].to_owned(), ConflictKind::Dates);
        }
        if MONTHS.contains(word)
            && let Ok(day @ 1..=28) = next.parse::<usize>()
        {
            let (at, word) = words[number + 1];
            push(at, word, (other(day - 1, 28, dice) + 1).to_string(), ConflictKind::Dates);
        }
        if COUNTED.contains(&next) {
            if let Some(count) = NUMBERS.iter().position(|it| it == word) {
                let to = NUMBERS[other(count, 9, dice)].to_owned();
                push(*at, word, to, ConflictKind::Figures);
            } else if let Ok(count @ 2..=99) = word.parse::<usize>() {
                let to = (count + 1 + thrown(dice, 9)).to_string();
                push(*at, word, to, ConflictKind::Figures);
            }
        }
    }
    found
}

/// An article with its copy, and the change in it.
struct Planted {
    article: Document,
    copy: Document,
    change: Change,
}

/// The same record with one date or one figure changed, where there is one.
fn plant(article: Document, dice: &mut Dice) -> Option<Planted> {
    let mut all = changes(&article.text, dice);
    let kind = if dice.below(2) == 0 { ConflictKind::Dates } else { ConflictKind::Figures };
    if all.iter().any(|it| it.kind == kind) {
        all.retain(|it| it.kind == kind);
    }
    if all.is_empty() {
        return None;
    }
    let change = all.swap_remove(thrown(dice, all.len()));
    let mut text = article.text.clone();
    text.replace_range(change.at..change.at + change.length, &change.to);
    let mut copy = article.clone();
    copy.id = DocumentId::of(&text);
    copy.places[0].name.push_str(" copy");
    copy.text = text;
    Some(Planted { article, copy, change })
}

/// Whether a conflict of that kind has both versions of the sentence.
fn is_found(timeline: &Timeline, planted: &Planted) -> bool {
    let Planted { article, copy, change } = planted;
    let tells = |conflict: &Conflict, document: &Document, end: usize| {
        conflict.claims.iter().any(|it| {
            it.document == document.id
                && it.sentence.start() <= change.at
                && end <= it.sentence.end()
        })
    };
    timeline.conflicts.iter().any(|it| {
        it.kind == change.kind
            && tells(it, article, change.at + change.length)
            && tells(it, copy, change.at + change.to.len())
    })
}

fn assert_found(articles: impl IntoIterator<Item = Document>) {
    let mut dice = Dice::new(6);
    let planted = articles.into_iter().filter_map(|it| plant(it, &mut dice));
    let planted: Vec<Planted> = planted.take(ARTICLES).collect();
    assert_eq!(planted.len(), ARTICLES, "there are enough to change");
    let both = planted.iter().flat_map(|it| [it.article.clone(), it.copy.clone()]);
    let timeline = timeline_of(both);
    let missed = planted.iter().filter(|it| !is_found(&timeline, it));
    let missed: Vec<String> = missed
        .map(|Planted { article, change, .. }| {
            let was = article.text.get(change.at..change.at + change.length);
            format!("{} at {}: {was:?} → {}", article.name(), change.at, change.to)
        })
        .collect();
    let found = ARTICLES - missed.len();
    let least = ARTICLES * LEAST_RECALL_PERCENT;
    assert!(found * 100 >= least, "{found} of {ARTICLES} are found; not {missed:#?}");
}

/// The real articles, each once.
pub(super) fn real_articles() -> Option<Vec<Document>> {
    let text = fs::read_to_string(shared("bench/gva/articles.jsonl")?).unwrap();
    let records = text.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    let mut articles: Vec<Document> = records
        .map(|it| {
            let word = |key: &str| it[key].as_str().unwrap_or_default();
            let title = word("title").to_owned();
            Document { title, ..dated(word("id"), word("date"), word("text")) }
        })
        .collect();
    articles.sort_by_key(|it| it.id);
    articles.dedup_by_key(|it| it.id);
    Some(articles)
}

#[test]
fn a_changed_copy_of_a_real_article_is_found() {
    let Some(articles) = real_articles() else { return };
    assert_found(articles);
}

#[test]
fn a_changed_copy_of_a_made_up_article_is_found() {
    let mut dice = Dice::new(4);
    assert_found((0..ARTICLES).map(|number| made_up(number, &mut dice)));
}

/// So many words of its own tell a made-up article from the others.
const OWN_WORDS: usize = 60;

/// A report of a storm, a fire or the like, mostly in words that no other has.
fn made_up(number: usize, dice: &mut Dice) -> Document {
    let own = |dice: &mut Dice| {
        let all =
            ["bo", "ro", "li", "ken", "tor", "mas", "vil", "hu", "det", "an", "per", "gus"];
        let syllable = |dice: &mut Dice| all[thrown(dice, 12)];
        (0..4).map(|_| syllable(dice)).collect::<String>()
    };
    let filler = |dice: &mut Dice| {
        let words: Vec<String> = (0..OWN_WORDS).map(|_| own(dice)).collect();
        let sentences = words.chunks(8).map(|it| format!("The {} of it all.", it.join(" ")));
        sentences.collect::<Vec<_>>().join(" ")
    };
    let (place, keeper) = (own(dice), own(dice));
    let (before, after) = (filler(dice), filler(dice));
    let mut pick = |from: &[&'static str]| from[thrown(dice, from.len())];
    let what = pick(&["storm", "fire", "flood", "gale", "landslide"]);
    let (day, other) = (pick(&DAYS), pick(&DAYS));
    let (few, some) = (pick(&NUMBERS), pick(&NUMBERS));
    let text = format!(
        "The {what} at {place} came without warning.\n\n{before}\n\nOn {day} a {what} struck \
         the harbour of {place}, and {few} people were hurt when a roof gave way at the {keeper}. \
         The keeper said that {some} boats were lost within the hour.\n\nThe council of {place} \
         met on {other} to count the cost. It had met on March 4 to talk about the very same \
         quay, which nobody had mended since the mill shut.\n\n{after}"
    );
    dated(&format!("made up {number}"), "2014-05-14", &text)
}
