//! Of the conflicts raised among real articles, how many are true: read by hand, and kept as
//! places and verdicts without a word of the articles.

use std::{
    collections::BTreeMap,
    hash::{DefaultHasher, Hash as _, Hasher as _},
};

use dateline::{model::Conflict, project::Timeline};

use super::{planted::real_articles, timeline_of};

/// A line each: the kind, of each claim the article, where its words begin and end in bytes of
/// the article's text, and the verdict.
const VERDICTS: &str = include_str!("verdicts.txt");
const DRAWN: usize = 50;
const SEED: u64 = 6;
const LEAST_PRECISION_PERCENT: usize = 80;

/// "dates: 1a2b 10-14, 3c4d 20-24"
fn place(timeline: &Timeline, conflict: &Conflict) -> String {
    let claim = |it: &dateline::model::Claim| {
        let (article, _) = timeline.article(it.document).unwrap();
        let (start, end) = (it.words.start(), it.words.end());
        format!("{} {start}-{end}", article.document.name())
    };
    let mut claims: Vec<String> = conflict.claims.iter().map(claim).collect();
    claims.sort();
    format!("{}: {}", conflict.kind.word(), claims.join(", "))
}

/// The same draw as long as the same is raised; what comes or goes moves no other.
fn drawn(timeline: &Timeline) -> Vec<String> {
    let mut all: Vec<String> =
        timeline.conflicts.iter().map(|it| place(timeline, it)).collect();
    all.sort_by_cached_key(|it| {
        let mut hasher = DefaultHasher::new();
        (SEED, it).hash(&mut hasher);
        hasher.finish()
    });
    all.truncate(DRAWN);
    all
}

#[test]
fn what_is_raised_among_real_articles_is_mostly_true() {
    let Some(articles) = real_articles() else { return };
    let timeline = timeline_of(articles);
    let verdicts: BTreeMap<&str, bool> = VERDICTS
        .lines()
        .filter_map(|line| line.rsplit_once(" = "))
        .map(|(place, verdict)| (place, verdict == "true"))
        .collect();
    let drawn = drawn(&timeline);
    let (read, unread): (Vec<&String>, Vec<&String>) =
        drawn.iter().partition(|it| verdicts.contains_key(it.as_str()));
    let right = read.iter().filter(|it| verdicts[it.as_str()]).count();
    assert!(unread.len() * 5 <= drawn.len(), "to be read for verdicts.txt: {unread:#?}");
    assert!(!read.is_empty(), "something differs among so many");
    let least = read.len() * LEAST_PRECISION_PERCENT;
    assert!(right * 100 >= least, "{right} of {} are true", read.len());
}
