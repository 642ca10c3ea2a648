//! What articles of one story mainly tell of one day is one event, in whatever words; what only
//! falls on that day is not. All the papers here are made up.

use dateline::{
    model::{Event, Joined},
    project::Timeline,
};

use crate::corpus::timeline;

const COLLAPSE: &str = "Stand collapses at Hallam Park greyhound track

The old grandstand at Hallam Park greyhound track in Derrow came down on 9 May 2014. Nobody was \
under it. Track manager Lena Ostrow had closed the stand after a tip from a bookmaker.";

const INQUIRY: &str = "Why Hallam Park went quiet

It had rained all night. Dust filled an office on 9 May 2014. Lena Ostrow was counting the takings at Hallam Park \
greyhound track. The track in Derrow has raced no dog since the grandstand collapsed. Ostrow, its \
manager, wants to build a smaller stand.";

const REGATTA: &str = "Blue boat wins Lanmere regatta

The blue boat of the Lanmere rowing club won the regatta on 9 May 2014. Cox Peter Hartnoll, 17, \
steered it past the bridge.";

const PLANS: &str = "Hallam Park to vote on its stand

Hallam Park greyhound track in Derrow will hold a members’ vote on its old grandstand on 9 May \
2014. Manager Lena Ostrow wants the stand to be made safe.";

fn shared<'a>(timeline: &'a Timeline, names: [&str; 2]) -> Option<&'a Event> {
    let tells = |event: &Event, name: &str| {
        event.mentions().any(|it| {
            timeline.said(it.said.origin).is_some_and(|(document, _)| document.name() == name)
        })
    };
    timeline.events.iter().find(|event| names.iter().all(|name| tells(event, name)))
}

fn all() -> Timeline {
    timeline(&[
        ("collapse", COLLAPSE),
        ("inquiry", INQUIRY),
        ("regatta", REGATTA),
        ("plans", PLANS),
    ])
}

#[test]
fn what_one_story_mainly_tells_of_one_day_is_one_event() {
    let timeline = all();
    let event = shared(&timeline, ["collapse", "inquiry"]);
    assert_eq!(event.map(|it| &*it.joined), Some(&[Joined::OneStory][..]));
}

#[test]
fn another_story_of_that_day_is_another_event() {
    let timeline = all();
    assert!(shared(&timeline, ["collapse", "regatta"]).is_none(), "no story of theirs");
    assert!(shared(&timeline, ["inquiry", "regatta"]).is_none(), "no story of theirs");
}

#[test]
fn what_was_to_come_is_not_what_happened_instead() {
    assert!(shared(&all(), ["collapse", "plans"]).is_none(), "a vote is no collapse");
}

#[test]
fn one_year_in_one_story_is_suggested() {
    let known = format!("{COLLAPSE} The stand had been painted in 2011.");
    let told = format!("{INQUIRY} New owners took the track over in 2011.");
    let other = format!("{REGATTA} The club was founded in 2011.");
    let timeline = timeline(&[("a", &known), ("b", &told), ("c", &other)]);
    let of = |title: &str| {
        let found =
            timeline.events.iter().find(|it| timeline.title(&it.lead.said).contains(title));
        found.unwrap_or_else(|| panic!("{title}: {:?}", timeline.events))
    };
    let (painted, owners, founded) = (of("painted"), of("owners"), of("founded"));
    assert!(painted.suggested.contains(&owners.id), "one story, one year");
    assert!(owners.suggested.contains(&painted.id), "both ways");
    assert!(!painted.suggested.contains(&founded.id), "another story");
}

const ROUND_UP: &str = "A bad day for old timber

The old grandstand at Hallam Park greyhound track in Derrow came down on 9 May 2014, and manager \
Lena Ostrow had closed it after a tip from a bookmaker. The Bethel chapel in Odley burnt to its \
walls that night; sexton Abel Trent saved its organ.";

const CHAPEL: &str = "Fire guts Bethel chapel in Odley

The Bethel chapel in Odley burnt to its walls on 9 May 2014. Sexton Abel Trent saved the organ \
of the chapel before its roof fell.";

#[test]
fn a_paper_that_tells_of_two_things_does_not_make_them_one() {
    let timeline =
        timeline(&[("collapse", COLLAPSE), ("round-up", ROUND_UP), ("chapel", CHAPEL)]);
    let with = |name| shared(&timeline, ["round-up", name]).is_some();
    assert!(with("collapse") && with("chapel"), "the round-up tells of both: {timeline:?}");
    assert!(shared(&timeline, ["collapse", "chapel"]).is_none(), "a stand is no chapel");
}
