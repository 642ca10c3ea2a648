//! Dates that nobody wrote down, worked out from ties that are given.

use dateline::{
    model::{Link, Origin, Strength},
    project::Article,
    reason::{Solved, Telling, solve},
    time::{DaySet, When},
};

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
        let link = |(one, other): &Tied<'_>, strength| {
            let (one, other) = (self.origin(*one), self.origin(*other));
            Link { one: one.min(other), other: one.max(other), strength }
        };
        let mut links: Vec<Link> = sure.iter().map(|it| link(it, Strength::Sure)).collect();
        links.extend(likely.iter().map(|it| link(it, Strength::Likely)));
        let telling = |(article, (_, date, _)): (&'a Article, &Written<'_>)| {
            let when: Option<When> = date.parse().ok();
            Telling {
                document: article.document.id,
                known: when.and_then(When::interval).map(|it| DaySet::of([it])),
                said: article.skeletons.iter().collect(),
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
    assert_eq!(corpus.date(&solved, "third"), "[2017-04-07..2017-12-31]");
}
