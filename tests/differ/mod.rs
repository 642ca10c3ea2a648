//! Where sources differ, and where they only seem to. All papers here are made up.

mod planted;
mod precision;

use dateline::{
    curate::EditLog,
    export,
    model::{Claim, Conflict, Document},
    project::Timeline,
    time::TimeValue,
};
use serde_json::Value;

use crate::corpus::{corpus_of, document};

/// A document of that day; undated, if no day is given.
fn dated(name: &str, day: &str, text: &str) -> Document {
    Document { published: day.parse().ok(), ..document(name, text) }
}

fn timeline_of(documents: impl IntoIterator<Item = Document>) -> Timeline {
    Timeline::of(&corpus_of(documents), &EditLog::default(), true)
}

fn says(timeline: &Timeline, claim: &Claim) -> String {
    let date = claim.date.as_ref().and_then(TimeValue::edtf);
    date.unwrap_or_else(|| timeline.words(claim.words, claim.document).to_owned())
}

fn all(timeline: &Timeline, claims: &[Claim]) -> String {
    claims.iter().map(|it| says(timeline, it)).collect::<Vec<_>>().join(" | ")
}

/// "figures definite: 12 | 14"
fn shown(timeline: &Timeline, conflict: &Conflict) -> String {
    let (kind, strength) = (conflict.kind.word(), conflict.strength.word());
    format!("{kind} {strength}: {}", all(timeline, &conflict.claims))
}

fn conflicts(timeline: &Timeline) -> Vec<String> {
    timeline.conflicts.iter().map(|it| shown(timeline, it)).collect()
}

fn updates(timeline: &Timeline) -> Vec<String> {
    timeline.updates.iter().map(|it| all(timeline, &it.claims)).collect()
}

/// An article on the sale of a bridge, with what it says of that.
fn bridge(name: &str, sale: &str) -> Document {
    let text = format!(
        "Lanmere toll bridge in new hands\n\n{sale}\n\nThe toll bridge of Lanmere has carried \
         carts and cattle over the Corran since the days of Odo Marr’s grandfather."
    );
    dated(name, "2017-04-07", &text)
}

#[test]
fn two_years_of_one_sale_are_a_conflict() {
    let timeline = timeline_of([
        bridge(
            "a",
            "The harbour board under Odo Marr sold the Lanmere toll bridge to the Corran estate in 2012.",
        ),
        bridge(
            "b",
            "Much is blamed on the sale of the toll bridge at Lanmere to the Corran estate by Odo Marr’s harbour board in 2013.",
        ),
    ]);
    assert_eq!(conflicts(&timeline), ["dates definite: 2012 | 2013"]);
    let event = timeline.conflicts[0].claims[0].event.unwrap();
    assert_eq!(timeline.conflicts_of(event), [0], "the event knows of it");
}

#[test]
fn a_month_and_a_day_in_it_are_no_conflict() {
    let timeline = timeline_of([
        bridge(
            "a",
            "The harbour board under Odo Marr sold the Lanmere toll bridge to the Corran estate in June 2012.",
        ),
        bridge(
            "b",
            "Much is blamed on the sale of the toll bridge at Lanmere to the Corran estate by Odo Marr’s harbour board on 12 June 2012.",
        ),
    ]);
    assert_eq!(timeline.events.len(), 1, "it is one event");
    assert_eq!(conflicts(&timeline), [""; 0]);
}

#[test]
fn an_article_that_names_its_own_day_only_says_when_it_came_out() {
    let on = |days: [&str; 2]| {
        let [one, other] = days;
        let first = bridge(
            "a",
            "The harbour board under Odo Marr sold the Lanmere toll bridge to the Corran estate on 7 April 2017.",
        );
        let second = bridge(
            "b",
            "Much is blamed on the sale of the toll bridge at Lanmere to the Corran estate by Odo Marr’s harbour board on 8 April 2017.",
        );
        let of = |it, day: &str| Document { published: day.parse().ok(), ..it };
        conflicts(&timeline_of([of(first, one), of(second, other)]))
    };
    assert_eq!(on(["2017-05-02", "2017-05-02"]), ["dates definite: 2017-04-07 | 2017-04-08"]);
    assert_eq!(on(["2017-04-07", "2017-04-08"]), [""; 0]);
}

#[test]
fn a_time_beside_the_day_of_an_article_is_part_of_its_stamp() {
    let on = |stamp: &str| {
        let first = format!(
            "{stamp}The harbour board under Odo Marr sold the Lanmere toll bridge to the Corran estate at 11:01 on Friday."
        );
        let second = format!(
            "{stamp}Much is blamed on the sale of the toll bridge at Lanmere to the Corran estate by Odo Marr’s harbour board at 12:07 on Friday."
        );
        conflicts(&timeline_of([bridge("a", &first), bridge("b", &second)])).len()
    };
    assert_eq!(on(""), 1, "it is told");
    assert_eq!(on("7 April 2017: "), 0);
}

/// Two reports on the fall of a crane, with the words for those who were hurt, on those days.
fn crane(one: &str, other: &str, days: [&str; 2]) -> Timeline {
    let first = format!(
        "Crane falls at Lanmere quay\n\n{one} on 3 May 2014 when the harbour crane at the Lanmere \
         quay came down on the Corran yard, said Odo Marr of the dockers’ union."
    );
    let second = format!(
        "Dockers’ union asks why Lanmere crane fell\n\nThe union of Odo Marr wants to know what \
         went wrong. {other} on 3 May 2014 when the harbour crane at the Lanmere quay came down \
         on the Corran yard."
    );
    timeline_of([dated("a", days[0], &first), dated("b", days[1], &second)])
}

const SAME_DAY: [&str; 2] = ["2014-05-04", "2014-05-04"];

#[test]
fn tolls_that_cannot_both_be_are_a_conflict() {
    for (one, other, expected) in [
        ("Twelve people were hurt", "Fourteen people were hurt", "definite: Twelve | Fourteen"),
        ("Two men were killed", "Three men were killed", "definite: Two | Three"),
        (
            "At least 14 people were hurt",
            "Eleven people were hurt",
            "possible: At least 14 | Eleven",
        ),
        (
            "Between 10 and 15 people were hurt",
            "Some 40 people were hurt",
            "possible: 10 and 15 | Some 40",
        ),
    ] {
        let timeline = crane(one, other, SAME_DAY);
        assert_eq!(conflicts(&timeline).len(), 1, "{one}, {other}: {:?}", timeline.events);
        let found = &conflicts(&timeline)[0];
        let [a, b] = expected.split_once(": ").unwrap().1.split_once(" | ").unwrap().into();
        assert!(found.contains(a) && found.contains(b), "{found}");
        assert!(found.contains(expected.split(':').next().unwrap()), "{found}");
    }
}

#[test]
fn what_may_both_be_is_no_conflict() {
    for (one, other) in [
        ("At least 14 people were hurt", "Sixteen people were hurt"),
        ("A dozen people were hurt", "Eleven people were hurt"),
        ("Dozens of people were hurt", "Forty people were hurt"),
        ("Up to 20 people were hurt", "Eleven people were hurt"),
        ("Between 10 and 15 people were hurt", "Between 14 and 20 people were hurt"),
        ("Some 180 people were hurt", "A total of 183 people were hurt"),
        ("Nearly 200 people were hurt", "A total of 187 people were hurt"),
        ("Four people were killed", "Five people, including the attacker, were killed"),
        ("Fourteen people were hurt", "Another six people were hurt"),
        ("Fourteen people were hurt", "Six of the 14 people were hurt"),
        ("Fourteen people were hurt", "Six dockers were hurt"),
        ("Fourteen people were hurt", "Six people were killed"),
        ("Fourteen people were hurt", "Fourteen people were hurt"),
    ] {
        let timeline = crane(one, other, SAME_DAY);
        assert_eq!(conflicts(&timeline), [""; 0], "{one}, {other}");
        assert_eq!(updates(&timeline), [""; 0], "{one}, {other}");
    }
}

#[test]
fn a_later_higher_toll_is_an_update() {
    let (low, high) = ("Twelve people were hurt", "Fourteen people were hurt");
    let timeline = crane(low, high, ["2014-05-04", "2014-05-06"]);
    assert_eq!(updates(&timeline), ["Twelve | Fourteen"]);
    assert_eq!(conflicts(&timeline), [""; 0]);
    let timeline = crane(high, low, ["2014-05-04", "2014-05-06"]);
    assert_eq!(conflicts(&timeline), ["figures definite: Fourteen | Twelve"], "it fell");
    let so_far = "Fourteen people were hurt so far";
    let timeline = crane(so_far, low, SAME_DAY);
    assert_eq!(conflicts(&timeline), [""; 0], "it may still change");
}

#[test]
fn a_weekday_that_the_date_was_not_is_a_conflict() {
    let on = |words: &str| {
        conflicts(&timeline_of([dated(
            "a",
            "2014-04-02",
            &format!("The mill shut on {words}."),
        )]))
    };
    assert_eq!(on("Tuesday 5 March 2014"), ["weekday definite: Tuesday | 2014-03-05"]);
    assert_eq!(on("Wed, 5 March 2014"), [""; 0]);
    assert_eq!(on("Thursday 6 March"), [""; 0]);
    assert_eq!(on("Saturday 6 March"), ["weekday possible: Saturday | 2014-03-06"]);
    assert_eq!(on("Wednesday 6 March"), [""; 0], "it was one the year before");
}

fn storm(name: &str, sentence: &str) -> Document {
    let text = format!(
        "Gale tears at Lanmere\n\nA gale tore slates off the roofs of Lanmere and threw a boat \
         over the quay, where Odo Marr had moored it for the night, he said. {sentence} Nobody \
         in the harbour could remember the like of it, and the keeper of the light wrote it \
         into his book, which he has kept since his father’s day."
    );
    dated(name, "2014-05-04", &text)
}

#[test]
fn copies_that_say_the_same_are_one_claim() {
    let two = "The baker said that two carts were lost at the ford.";
    let six = "The baker said that six carts were lost at the ford.";
    let other = storm("c", six);
    let credit = |mut it: Document| {
        it.text.push_str("\n\nRead more in our evening paper.");
        Document { id: dateline::model::DocumentId::of(&it.text), ..it }
    };
    let timeline = timeline_of([storm("a", two), credit(storm("b", two)), other]);
    assert_eq!(timeline.copies.len(), 2, "all are copies of one");
    let found = conflicts(&timeline);
    assert!(matches!(&*found, [it] if it.matches('|').count() == 1), "{found:?}");
    assert!(found[0].contains("two") && found[0].contains("six"), "{found:?}");
}

#[test]
fn a_copy_that_differs_in_one_date_is_a_conflict_and_in_much_it_is_none() {
    let on = |one: &str, other: &str| {
        let sentence = |it: &str| format!("The ferry that sank {it} has not been raised.");
        conflicts(&timeline_of([storm("a", &sentence(one)), storm("b", &sentence(other))]))
    };
    assert_eq!(on("in 2011", "in 2013"), ["dates definite: 2011 | 2013"]);
    assert_eq!(on("on Friday", "on Monday").len(), 1);
    assert_eq!(on("at 8 p.m. on Friday", "at 9 p.m. on Friday").len(), 1);
    assert_eq!(on("in June 2011", "on 4 June 2011"), [""; 0], "that is precision");
    assert_eq!(on("in 2011 with 40 sheep", "in 2013 with 50 sheep"), [""; 0], "two things");
}

#[test]
fn what_an_article_says_twice_may_be_changed_once() {
    let (old, new) = ("The ferry sank near here in 2011.", "The ferry sank near here in 2013.");
    let on = |one: [&str; 2], other: [&str; 2]| {
        conflicts(&timeline_of([storm("a", &one.join(" ")), storm("b", &other.join(" "))]))
    };
    assert_eq!(on([old, old], [old, new]), ["dates definite: 2011 | 2013"]);
    assert_eq!(on([old, new], [new, old]), [""; 0], "both tell of both");
}

#[test]
fn names_in_one_role_may_differ() {
    let paper = |name: &str, sentence: &str| {
        let text = format!(
            "Minders for Hallowreach\n\n{sentence} The children’s department of Hallowreach was \
             rated inadequate by Constance Wray’s inspectorate on 7 April 2017."
        );
        dated(name, "2017-05-02", &text)
    };
    let first = "So advisers were sent to Hallowreach from Northmere and Ellerby.";
    let on = |second: &str| conflicts(&timeline_of([paper("a", first), paper("b", second)]));
    let found =
        on("Staff from Northmere Council and Ellingford Council are to be its advisors.");
    assert!(matches!(&*found, [it] if it.starts_with("names possible")), "{found:?}");
    let same = "Staff from Northmere Council and Ellerby Council are to be its advisors.";
    assert_eq!(on(same), [""; 0]);
    let more = "Advisors from Northmere, Ellerby and Ellingford have come to Hallowreach.";
    assert_eq!(on(more), [""; 0], "one list is only longer");
    let other = "Sponsors from Northmere and Ellingford have come to Hallowreach.";
    assert_eq!(on(other), [""; 0], "another role");
}

#[test]
fn how_long_after_another_thing_something_came_may_differ() {
    let rated = "The children’s department of Hallowreach was rated inadequate by Constance \
                 Wray’s inspectorate on 7 April 2017.";
    let on = |distance: &str| {
        let first = format!(
            "Hallowreach rated inadequate\n\n{rated} The town has only just lost the government’s \
             commissioners, who left the hall of the Ropewalk last week."
        );
        let second = format!(
            "Minders for Hallowreach\n\n{rated} The rating came {distance} the government’s \
             commissioners had left the hall of the Ropewalk."
        );
        let second = dated("b", "2017-06-02", &second);
        conflicts(&timeline_of([dated("a", "2017-04-07", &first), second]))
    };
    assert_eq!(
        on("six months after"),
        ["order possible: six months after | 2017-03-27/2017-04-02"]
    );
    assert_eq!(on("a week after"), [""; 0]);
}

#[test]
fn everything_contradicted_in_everything_stays_bounded() {
    let numbers = (2..1002).map(|number| {
        storm(
            &format!("{number}"),
            &format!("On 3 May 2014 {number} sheep were lost in {}.", 1000 + number),
        )
    });
    let timeline = timeline_of(numbers);
    assert_eq!(timeline.articles.len(), 1000, "all are there");
    assert!(timeline.conflicts.len() < 1000, "{}", timeline.conflicts.len());
    assert!(timeline.conflicts.iter().all(|it| it.claims.len() <= 8), "so many are told");
}

#[test]
fn an_article_alone_contradicts_nobody() {
    let sentence = "On 3 May 2014 two carts were lost, and on 4 May 2014 six carts were lost.";
    assert_eq!(conflicts(&timeline_of([storm("a", sentence)])), [""; 0]);
    assert_eq!(conflicts(&timeline_of([])), [""; 0]);
}

#[test]
fn the_json_has_both_sentences_and_each_event_its_conflicts() {
    let sentence = |it: &str| format!("The ferry that sank in {it} has not been raised.");
    let timeline = timeline_of([storm("a", &sentence("2011")), storm("b", &sentence("2013"))]);
    let out: Value = serde_json::from_slice(&export::to_json(&timeline).unwrap()).unwrap();
    let conflict = &out["conflicts"][0];
    assert_eq!(conflict["kind"], "dates");
    assert_eq!(conflict["strength"], "definite");
    let claims = conflict["claims"].as_array().unwrap();
    let said: Vec<_> = claims.iter().map(|it| it["says"].as_str().unwrap()).collect();
    assert_eq!(said, ["2011", "2013"]);
    assert_eq!(claims[0]["quote"], sentence("2011"));
    let events = out["events"].as_array().unwrap();
    let in_it = events.iter().filter(|it| it["conflicts"] == serde_json::json!([0])).count();
    assert_eq!(in_it, 2, "{out}");
}
