//! "Why this date?", in words.

use crate::{
    model::{
        Clue, Ground, Inferred, Joined, Mention, Order, OrderClue, Origin, Reason, Weighs, Why,
    },
    project::Timeline,
    time::{DayOrder, Modifier, TimeValue, When, words},
};

/// Why a mention has its date, step by step.
pub fn because(timeline: &Timeline, mention: &Mention) -> Vec<String> {
    let origin = mention.said.origin;
    let expression = timeline.words(origin.span, origin.document);
    let step = |reason: &Reason| match *reason {
        Reason::Written => format!("“{expression}” is written there"),
        Reason::DocumentDate(when, clue) => {
            let date = words(&TimeValue::On(when, Modifier::Stated));
            format!("“{expression}” counts from the article’s date, {date}, {}", told_by(clue))
        }
        Reason::InferredDate => {
            format!("“{expression}” counts from the article’s date, which was worked out")
        }
        Reason::Expression(span) => {
            let earlier = timeline.words(span, origin.document);
            format!("“{expression}” counts from “{earlier}”, before it in the same article")
        }
        Reason::Order(order) => order_words(expression, order),
        Reason::NothingDated(when, clue) => {
            let date = words(&TimeValue::On(when, Modifier::Stated));
            let told = told_by(clue);
            format!("nothing in the article is dated, and it came out on {date}, {told}")
        }
    };
    mention.because.iter().map(step).collect()
}

/// How the day was told from the month.
fn order_words(expression: &str, Order { order, clue }: Order) -> String {
    let first = match order {
        DayOrder::DayFirst => "the day stands first",
        DayOrder::MonthFirst => "the month stands first",
    };
    let told = match clue {
        OrderClue::Article => "as in the article’s other dates",
        OrderClue::Folder => "as in the dates of the folder’s other articles",
        OrderClue::Manner => {
            "which is a guess by the article’s manner of writing; nothing else tells"
        }
    };
    format!("in “{expression}” {first}, {told}")
}

/// Who says what the article's date is.
pub const fn told_by(clue: Clue) -> &'static str {
    match clue {
        Clue::Reader => "given by you",
        Clue::Record => "said by its record",
        Clue::PageData => "said by the page’s data for search engines",
        Clue::PageHead => "said in the page’s head",
        Clue::Marked => "marked as its date in the page",
        Clue::Byline => "said beside its title or its author",
        Clue::TimeTag => "marked as a time in the page",
        Clue::Address => "said by its address",
        Clue::FileName => "said by the file’s name",
        Clue::Dateline => "said where its report begins",
        Clue::Elsewhere => "found somewhere in the page",
        Clue::LastChange => "when it was last changed; nothing says when it was published",
    }
}

/// What another clue says of an article's date.
pub fn rival((when, clue): (When, Clue)) -> String {
    let date = words(&TimeValue::On(when, Modifier::Stated));
    format!("but {date} is {}", told_by(clue))
}

/// Why mentions were joined.
pub fn joined_because(joined: Joined) -> &'static str {
    match joined {
        Joined::SameWords => "the same sentence, word for word, with the same date",
        Joined::SameEvent => "they tell of the same in other words, and their dates agree",
        Joined::OtherDate => {
            "they tell of the same in other words; their dates differ by little"
        }
    }
}

/// What is missing to date a mention.
pub const fn missing(why: Why) -> &'static str {
    match why {
        Why::NoDocumentDate => "it counts from the article’s date, which is not known",
        Why::CoarseDocumentDate => {
            "it counts from the article’s date, which is not known to the day"
        }
        Why::NoEarlierExpression => "it counts from a date before it, and none fits",
        Why::CountsFromEvent => "it counts from another event",
        Why::Impossible => {
            "counted out, it is no date: it ends before it begins, or lies off the calendar"
        }
    }
}

/// What an article's date, which nobody says, was worked out from.
pub(super) fn grounds(timeline: &Timeline, inferred: &Inferred) -> Vec<String> {
    let mut told: Vec<String> =
        inferred.because.iter().map(|ground| ground_words(timeline, ground)).collect();
    told.extend(rivals_words(inferred));
    told
}

/// "“this morning” and “Friday” (in the Advertiser) are said of one thing"
fn ground_words(timeline: &Timeline, ground: &Ground) -> String {
    match ground {
        Ground::OneEvent { told, sure } => {
            let told: Vec<String> = told.iter().map(|it| quoted(timeline, *it)).collect();
            let same = if *sure { "tell of one thing" } else { "seem to tell of one thing" };
            format!("{} {same}", listed(&told))
        }
        Ground::Past(origin) => format!("{} is told as past", quoted(timeline, *origin)),
        Ground::ToCome(origin) => {
            format!("{} is told as still to come", quoted(timeline, *origin))
        }
        Ground::News(origin) => {
            format!("{} is told as news, so hardly two weeks later", quoted(timeline, *origin))
        }
        Ground::AnotherYear(origin) => {
            format!("{} is not how one writes of the running year", quoted(timeline, *origin))
        }
    }
}

/// "“last week” in “Inspectors find failures”"
fn quoted(timeline: &Timeline, origin: Origin) -> String {
    let title = timeline.article(origin.document).map_or("", |(it, _)| &it.document.title);
    format!("“{}” in “{title}”", timeline.words(origin.span, origin.document))
}

/// "one, two and three"
fn listed(all: &[String]) -> String {
    match all {
        [] => String::new(),
        [one] => one.clone(),
        [before @ .., last] => format!("{} and {last}", before.join(", ")),
    }
}

/// What else it could be, if what is only likely does not hold.
fn rivals_words(inferred: &Inferred) -> Option<String> {
    let rivals = inferred.rivals.one()?;
    let likely = inferred.because.iter().any(|it| !it.is_sure());
    likely.then(|| format!("else it is {}", words(&rivals)))
}

/// What makes an event weigh more or less.
pub(super) fn weighs(why: Weighs) -> String {
    let said = match why {
        Weighs::Headline(1) => "a word of the headline stands in its sentence",
        Weighs::Headline(words) => {
            return format!("{words} words of the headline stand in its sentence");
        }
        Weighs::First => "it is the first dated thing in its article",
        Weighs::Lead => "it stands where its article begins",
        Weighs::Day => "its date is known to the day",
        Weighs::Year => "its date is no finer than a year",
        Weighs::NothingDated => "its date is only that of its article, which dates nothing",
        Weighs::News => "its article came out within a week of it",
        Weighs::Background => "it lay more than a year back when it was told",
        Weighs::ToCome => "it had not happened when it was told",
        Weighs::NoFact => "it is denied, or only supposed",
        Weighs::Procedure => "it is a step of a procedure",
        Weighs::Quoted => "it stands in what somebody is quoted to say",
        Weighs::Again => "its article tells of that time in another sentence with more weight",
        Weighs::Sources(count) => {
            return format!("{count} articles say it, copies counted once");
        }
        Weighs::Echo(count) => {
            return format!("{count} articles tell of its day, copies counted once");
        }
    };
    said.to_owned()
}
