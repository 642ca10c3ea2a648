//! Mentions that tell of one event are linked by what they say, and others are not: never by
//! when. All the papers here are made up.

use dateline::{model::Strength, project::Timeline};

use super::corpus::timeline;

const ORCHARD: &str = "Fire at the Hollin Lane cider mill

Flames tore through the Hollin Lane cider mill at Stoke Abbas on Tuesday night. Forty \
firefighters from Stoke Abbas and Wrexley fought them. The mill’s owner, Martha Quill, 58, was \
led out by a neighbour. Last month the mill was fined for blocked exits. In 2009 Mrs Quill \
bought the mill from the Denholm brewery.";

const ORCHARD_AGAIN: &str = "Cider mill owner thanks crews

Martha Quill, whose Hollin Lane cider mill burned down three days ago, has thanked the crews. \
Ms Quill, 58, was helped out of the Stoke Abbas mill by a neighbour before forty firefighters \
brought the flames under control. She purchased the mill in 2009 from the Denholm brewery. \
A new one is to stand there by 2030.";

const AUDIT: &str = "Harbour board under fire

Tuesday’s scathing Tollman audit of the Penhallow harbour board has cost its treasurer his \
post. The Tollman audit found that moorings were let without any contract. Skipper Ida Fenn, \
who stood for the board in 2014, spoke of a jump in fees in 2016. The board’s two wardens had \
left the pilot house last week. Kelp farming was merged with pilotage in 2011.";

const AUDIT_AGAIN: &str = "Moorings let without contract

Moorings at Penhallow were let without contract, the harbour board was told in a blistering \
audit this morning from Tollman. Fees were last raised at the market in 2012. The wardens had \
cleared out of the pilot house by then; many troubles began with the merger of pilotage and \
kelp farming in 2012.";

const AUDIT_LATER: &str = "Ministry steps in at Penhallow

The ministry has sent two advisers to the Penhallow harbour board after the Tollman audit of \
March this year. The advisers are to report on moorings by December 2019.";

const OTHER_FIRE: &str = "Fire at a bakery

Flames tore through the Barton Street bakery in Ludwell on Tuesday night. Thirty firefighters \
from Ludwell fought them. The bakery’s owner, Peter Osgood, 41, was led out by a neighbour.";

const FERRY: &str = "Ferry runs aground

The ferry Saint Brannoc ran aground off Cape Orrin on Sunday with 212 passengers aboard. Nobody \
was hurt. Captain Lorna Teague was questioned on Monday.";

const FERRY_AGAIN: &str = "Captain to face inquiry

Captain Lorna Teague will face an inquiry over the grounding of the Saint Brannoc. The ferry \
ran aground near Cape Orrin last Sunday, with 212 people aboard. It was refloated on Wednesday.";

fn all() -> Timeline {
    timeline(&[
        ("orchard", ORCHARD),
        ("orchard again", ORCHARD_AGAIN),
        ("audit", AUDIT),
        ("audit again", AUDIT_AGAIN),
        ("audit later", AUDIT_LATER),
        ("other fire", OTHER_FIRE),
        ("ferry", FERRY),
        ("ferry again", FERRY_AGAIN),
    ])
}

/// How what stands at `at` is linked; of several such words in one article, at the `nth`.
fn linked(
    timeline: &Timeline,
    one: (&str, &str, usize),
    other: (&str, &str, usize),
) -> Option<Strength> {
    let place = |(name, at, nth): (&str, &str, usize)| {
        let found = timeline.articles.iter().find(|(it, _)| it.document.name() == name);
        let article = &found.unwrap().0;
        let text = &article.document.text;
        let mut said = article.skeletons.iter().map(|it| it.origin);
        let origin = said.clone().filter(|it| it.span.slice(text) == at).nth(nth);
        let said: Vec<&str> = said.by_ref().map(|it| it.span.slice(text)).collect();
        origin.unwrap_or_else(|| panic!("{name}: {at} is not among {said:?}"))
    };
    let (one, other) = (place(one), place(other));
    let ends = (one.min(other), one.max(other));
    timeline.links.iter().find(|it| (it.one, it.other) == ends).map(|it| it.strength)
}

#[test]
fn what_tells_of_one_event_is_linked() {
    let timeline = all();
    for (one, other) in [
        (("orchard", "Tuesday night", 0), ("orchard again", "three days ago", 0)),
        (("orchard", "2009", 0), ("orchard again", "2009", 0)),
        (("audit", "Tuesday", 0), ("audit again", "this morning", 0)),
        (("audit", "Tuesday", 0), ("audit later", "March this year", 0)),
        (("audit again", "this morning", 0), ("audit later", "March this year", 0)),
        (("audit", "2011", 0), ("audit again", "2012", 1)),
        (("ferry", "Sunday", 0), ("ferry again", "last Sunday", 0)),
    ] {
        let strength = linked(&timeline, one, other);
        assert_eq!(strength, Some(Strength::Sure), "{one:?} and {other:?}");
    }
}

#[test]
fn what_tells_of_two_events_is_not() {
    let timeline = all();
    for (one, other) in [
        (("orchard", "Tuesday night", 0), ("other fire", "Tuesday night", 0)),
        (("orchard", "Tuesday night", 0), ("orchard again", "2009", 0)),
        (("orchard", "Last month", 0), ("orchard again", "three days ago", 0)),
        (("orchard", "2009", 0), ("orchard again", "by 2030", 0)),
        (("orchard", "2009", 0), ("orchard", "Last month", 0)),
        (("orchard again", "three days ago", 0), ("other fire", "Tuesday night", 0)),
        (("audit", "2014", 0), ("audit", "2016", 0)),
        (("audit", "2016", 0), ("audit again", "2012", 0)),
        (("audit", "Tuesday", 0), ("audit again", "2012", 0)),
        (("audit", "Tuesday", 0), ("audit again", "2012", 1)),
        (("audit", "Tuesday", 0), ("audit later", "by December 2019", 0)),
        (("audit later", "March this year", 0), ("audit later", "by December 2019", 0)),
        (("ferry", "Monday", 0), ("ferry again", "Wednesday", 0)),
        (("ferry", "Sunday", 0), ("other fire", "Tuesday night", 0)),
    ] {
        let strength = linked(&timeline, one, other);
        assert_ne!(strength, Some(Strength::Sure), "{one:?} and {other:?}");
    }
}

#[test]
fn links_are_in_order_and_have_no_end_in_a_copy() {
    let twice = format!("{ORCHARD}\n");
    let timeline = timeline(&[("a", ORCHARD), ("b", &twice), ("c", ORCHARD_AGAIN)]);
    assert!(timeline.links.is_sorted(), "in order");
    assert!(timeline.links.iter().all(|it| it.one < it.other), "the smaller first");
    let mut ends = timeline.links.iter().flat_map(|it| [it.one, it.other]);
    assert!(ends.all(|it| !timeline.copies.contains_key(&it.document)), "no copy");
    assert!(!timeline.links.is_empty(), "the original is linked");
}

#[test]
fn nothing_is_linked_where_there_is_nothing() {
    assert!(timeline(&[]).links.is_empty(), "no article");
    assert!(timeline(&[("a", "In 2011. In 2012. In 2013.")]).links.is_empty(), "no words");
    assert!(timeline(&[("a", "In 2011"), ("b", "in 2011")]).links.is_empty(), "dates alone");
}
