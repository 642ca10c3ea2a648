//! Dates that nobody wrote down, worked out from ties that are given.

use chrono::{Datelike as _, NaiveDate};
use dateline::{
    model::{Ground, Link, Origin, Strength},
    project::Article,
    reason::{Solved, Telling, solve},
    time::{DaySet, Grain, Reference, When, resolve},
};
use proptest::prelude::*;

use crate::corpus::article;

/// An article by its name, its date if it has one, and its text.
type Written<'a> = (&'a str, &'a str, &'a str);
/// Two mentions, each by its article's name and its expression.
type Tied<'a> = ((&'a str, &'a str), (&'a str, &'a str));

struct Corpus<'a> {
    written: &'a [Written<'a>],
    articles: Vec<Article>,
}

impl<'a> Corpus<'a> {
    fn of(written: &'a [Written<'a>]) -> Self {
        let articles = written.iter().map(|(name, _, text)| article(name, text)).collect();
        Self { written, articles }
    }

    fn origin(&self, (name, expression): (&str, &str)) -> Origin {
        let article = self.article(name);
        let text = &article.document.text;
        let mut said = article.skeletons.iter().map(|it| it.origin);
        let found = said.find(|it| it.span.slice(text) == expression);
        found.unwrap_or_else(|| panic!("“{expression}” dates something in {name}"))
    }

    fn article(&self, name: &str) -> &Article {
        self.articles.iter().find(|it| it.document.name() == name).unwrap()
    }

    fn solve(&self, sure: &[Tied<'_>], likely: &[Tied<'_>]) -> Solved {
        self.solve_by(&[(Strength::Sure, sure), (Strength::Likely, likely)])
    }

    fn solve_by(&self, tied: &[(Strength, &[Tied<'_>])]) -> Solved {
        let link = |(one, other): &Tied<'_>, strength| {
            let (one, other) = (self.origin(*one), self.origin(*other));
            Link { one: one.min(other), other: one.max(other), strength }
        };
        let links =
            tied.iter().flat_map(|(strength, all)| all.iter().map(|it| link(it, *strength)));
        let links: Vec<Link> = links.collect();
        let telling = |(article, (_, date, _)): (&'a Article, &Written<'_>)| {
            let when: Option<When> = date.parse().ok();
            Telling {
                document: article.document.id,
                known: when.and_then(When::interval).map(|it| DaySet::of([it])),
                said: article.telling(),
                order: None,
            }
        };
        let articles: &'a [Article] = Box::leak(self.articles.clone().into_boxed_slice());
        let tellings: Vec<_> = articles.iter().zip(self.written).map(telling).collect();
        solve(&tellings, &links)
    }

    /// The days that an article can be of, in EDTF; empty, if that is not known.
    fn date(&self, solved: &Solved, name: &str) -> String {
        let found = solved.dates.get(&self.article(name).document.id);
        found.and_then(|it| it.days.one()?.edtf()).unwrap_or_default()
    }
}

/// Four papers on a dam, none with a date.
const DAM: &[Written<'_>] = &[
    ("first", "", "The dam report came out today. The wardens had left last week."),
    ("second", "", "After Friday’s dam report, critics spoke. Floods rose in 2016."),
    (
        "third",
        "",
        "The dam report of April this year led to a row. Wardens watched from May 2014 to March this year. A new review is due in February 2018.",
    ),
];
const SAME_REPORT: &[Tied<'_>] = &[
    (("first", "today"), ("second", "Friday")),
    (("first", "today"), ("third", "April this year")),
];

#[test]
fn a_day_follows_from_what_several_papers_tell_of_one_event() {
    let corpus = Corpus::of(DAM);
    let left = (("first", "last week"), ("third", "from May 2014 to March this year"));
    let solved = corpus.solve(SAME_REPORT, &[left]);
    assert_eq!(corpus.date(&solved, "first"), "2017-04-07");
    assert_eq!(corpus.date(&solved, "second"), "[2017-04-07..2017-04-13]");
    assert_eq!(corpus.date(&solved, "third"), "[2017-04-08..2017-12-31]");
}

#[test]
fn what_only_two_papers_know_together_is_not_known_to_one() {
    let corpus = Corpus::of(&DAM[..1]);
    let solved = corpus.solve(&[], &[]);
    assert_eq!(corpus.date(&solved, "first"), "", "“today” is any day");
}

#[test]
fn a_date_says_the_fewest_ties_that_it_follows_from() {
    let corpus = Corpus::of(DAM);
    let left = (("first", "last week"), ("third", "from May 2014 to March this year"));
    let solved = corpus.solve(SAME_REPORT, &[left]);
    let first = corpus.article("first").document.id;
    let told = &solved.dates[&first];
    let kinds: Vec<&str> = told.because.iter().map(kind).collect();
    assert_eq!(kinds, ["one event", "likely one event", "past", "another year", "to come"]);
    let text = &corpus.article("second").document.text;
    let year = told.because.iter().find_map(|it| match it {
        Ground::AnotherYear(origin) => Some(origin.span.slice(text)),
        _ => None,
    });
    assert_eq!(year, Some("2016"), "the year is named");
    let rivals = told.rivals.one().unwrap().edtf().unwrap();
    assert_eq!(rivals, "[2016-04-01,2016-04-08]", "what it could be in that year");
}

fn kind(ground: &Ground) -> &'static str {
    match ground {
        Ground::OneEvent { sure: true, .. } => "one event",
        Ground::OneEvent { sure: false, .. } => "likely one event",
        Ground::Past(_) => "past",
        Ground::ToCome(_) => "to come",
        Ground::AnotherYear(_) => "another year",
    }
}

#[test]
fn a_paper_comes_out_no_earlier_than_what_was_said_that_it_tells() {
    let date = |text: &str| {
        let written = [("paper", "", text)];
        let corpus = Corpus::of(&written);
        corpus.date(&corpus.solve(&[], &[]), "paper")
    };
    let told = "The owner had been told on 9 January 2008 that the mill was unsafe.";
    let due = "A new one is due on 4 February 2008.";
    assert_eq!(date(&format!("{told} {due}")), "[2008-01-09..2008-02-04]");
    assert_eq!(date(told), "", "nothing keeps it from the other end");
    let to_come = "Members will be told on 9 January 2008 that the mill was unsafe.";
    assert_eq!(date(&format!("{to_come} {due}")), "", "nobody was told so far");
}

#[test]
fn a_paper_with_a_date_dates_another() {
    let written = [
        ("dated", "2019-03-06", "A lorry struck the arch on Sunday."),
        ("undated", "", "The arch was struck by a lorry on Sunday."),
    ];
    let corpus = Corpus::of(&written);
    let solved = corpus.solve(&[(("dated", "Sunday"), ("undated", "Sunday"))], &[]);
    assert_eq!(corpus.date(&solved, "undated"), "[2019-03-03..2019-03-09]");
}

#[test]
fn a_day_that_two_stories_mainly_name_dates_the_one_without_a_date() {
    let corpus = Corpus::of(&[
        ("dated", "2016-05-17", "The bakery on Quay Street burnt down on Saturday."),
        ("named", "", "A baker’s shop was lost to a fire on Saturday."),
        ("other", "", "A baker’s shop was lost to a fire on Tuesday."),
        ("today", "", "A baker’s shop was lost to a fire today."),
    ]);
    let fire = ("dated", "Saturday");
    let mainly = [
        (fire, ("named", "Saturday")),
        (fire, ("other", "Tuesday")),
        (fire, ("today", "today")),
    ];
    let solved = corpus.solve_by(&[(Strength::Fair, &mainly)]);
    assert_eq!(corpus.date(&solved, "named"), "[2016-05-14..2016-05-20]");
    assert_eq!(corpus.date(&solved, "other"), "", "it names another day");
    assert_eq!(corpus.date(&solved, "today"), "", "it names no day");
}

#[test]
fn what_contradicts_all_else_is_left_out() {
    let written = [
        ("dated", "2019-03-06", "A lorry struck the arch on Sunday."),
        ("undated", "", "The arch was struck on 7 May 2020. A lorry came on Sunday."),
    ];
    let corpus = Corpus::of(&written);
    let solved = corpus.solve(&[(("dated", "Sunday"), ("undated", "Sunday"))], &[]);
    assert!(solved.same.is_empty(), "they are not of one event");
    assert_eq!(corpus.date(&solved, "undated"), "", "nothing else tells");
}

#[test]
fn a_circle_comes_to_an_end() {
    let written = [
        ("a", "", "The vote was yesterday. The talk was on Monday."),
        ("b", "", "The vote was today. The talk was yesterday."),
        ("c", "", "The vote was last week. The talk was today."),
    ];
    let corpus = Corpus::of(&written);
    let ties: Vec<Tied<'_>> = vec![
        (("a", "yesterday"), ("b", "today")),
        (("b", "yesterday"), ("c", "today")),
        (("c", "last week"), ("a", "yesterday")),
        (("a", "Monday"), ("c", "today")),
    ];
    let solved = corpus.solve(&ties, &[]);
    assert!(solved.dates.is_empty(), "nothing names a year");
}

#[test]
fn a_date_by_its_record_is_never_moved() {
    let written = [
        ("one", "2019-03-06", "A lorry struck the arch today."),
        ("other", "2019-03-09", "A lorry struck the arch today."),
    ];
    let corpus = Corpus::of(&written);
    let solved = corpus.solve(&[(("one", "today"), ("other", "today"))], &[]);
    assert!(solved.dates.is_empty() && solved.same.is_empty(), "each keeps its own day");
}

#[test]
fn an_old_article_is_dated_in_its_own_time() {
    let written = [
        ("telegraph", "1891-11-04", "The pit fell in on Sunday."),
        ("weekly", "", "On Sunday the pit fell in. Work had begun there in 1884."),
    ];
    let corpus = Corpus::of(&written);
    let solved = corpus.solve(&[(("telegraph", "Sunday"), ("weekly", "Sunday"))], &[]);
    assert_eq!(corpus.date(&solved, "weekly"), "[1891-11-01..1891-11-07]");
}

const SAYINGS: &[&str] = &[
    "It fell today.",
    "It fell yesterday.",
    "It fell on Friday.",
    "It fell last week.",
    "It fell last month.",
    "It fell in April.",
    "It fell on 4 May.",
    "It fell in April last year.",
    "It fell last summer.",
    "It fell two months ago.",
    "It fell last year.",
    "It fell on Easter Monday.",
    "It fell on Friday morning.",
];

proptest! {
    /// Halving finds what asking day by day finds.
    #[test]
    fn days_are_those_on_which_it_can_be_said(
        saying in 0..SAYINGS.len(),
        named in 0_u64..2_000,
    ) {
        let start = NaiveDate::from_ymd_opt(2010, 1, 1).unwrap();
        let named = start.checked_add_days(chrono::Days::new(named)).unwrap();
        let fell = format!("It fell on {}.", named.format("%-d %B %Y"));
        let written = [("named", "", &*fell), ("said", "", SAYINGS[saying])];
        let corpus = Corpus::of(&written);
        let origin = |name| corpus.article(name).skeletons[0].origin;
        let words = |name| origin_words(&corpus, name);
        let tie = (("named", words("named")), ("said", words("said")));
        let solved = corpus.solve(&[tie], &[]);
        let expr = &corpus.article("said").skeletons[0].expr;
        let universe = DaySet::of([When::Year(named.year()).interval().unwrap()]);
        let reaches = |day: &NaiveDate| {
            let value = resolve(expr, Reference::on(*day)).unwrap();
            let extent = value.extent().unwrap();
            // What happened today is not told by its week or its month.
            let over = if value.grain() > Some(Grain::Day) { named < *day } else { named <= *day };
            extent.first_day() <= named && named <= extent.last_day() && over
        };
        let last = NaiveDate::from_ymd_opt(named.year() + 3, 12, 31).unwrap();
        let all = DaySet::between(universe.first().unwrap(), last);
        let days: Vec<NaiveDate> = all.days().filter(reaches).collect();
        let found = solved.dates.get(&origin("said").document);
        let found: Option<Vec<NaiveDate>> = found.map(|it| it.days.days().collect());
        match found {
            Some(found) => prop_assert_eq!(found, days),
            // Not known well enough, or up to the end of all days.
            None => prop_assert!(
                days.len() > 390 || days.last() == Some(&last) || days.is_empty()
            ),
        }
    }
}

fn origin_words<'a>(corpus: &'a Corpus<'_>, name: &str) -> &'a str {
    let article = corpus.article(name);
    article.skeletons[0].origin.span.slice(&article.document.text)
}
