//! "Why this date?", in words.

use std::slice::from_ref;

use chrono::Datelike as _;

use crate::{
    model::{
        Clue, DocumentId, Ground, Inferred, Joined, Mention, Order, OrderClue, Origin, Reason,
        Skeleton, Weighs, Why,
    },
    project::Timeline,
    time::{DayOrder, Modifier, TimeValue, When, weekday_name, words},
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
        Joined::ByHand => "you said that they are one",
        Joined::SameWords => "the same sentence, word for word, with the same date",
        Joined::OneStory => {
            "their articles tell one story, and mainly of what happened that day"
        }
        Joined::SameEvent => "they tell of the same in other words, and their dates agree",
        Joined::OtherDate => {
            "they tell of the same in other words; their dates differ by little"
        }
    }
}

/// "as told by “Mr Biggs” (John Biggs)", where it is said who says so.
pub fn as_told_by(timeline: &Timeline, said: &Skeleton) -> Option<String> {
    let reporter = said.reporter?;
    let words = |span| {
        let words = timeline.words(span, said.origin.document);
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let own = words(reporter.words);
    let name = reporter.name.map(words).filter(|name| !own.contains(name.as_str()));
    let name = name.map_or_else(String::new, |name| format!(" ({name})"));
    Some(format!("as told by “{own}”{name}"))
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

/// "Friday 7 April 2017, worked out"
pub fn worked_out(inferred: &Inferred) -> String {
    let date = inferred.days.one().map_or_else(String::new, |it| words(&it));
    match inferred.days.only() {
        Some(day) => format!("{} {date}, worked out", weekday_name(day.weekday())),
        None => format!("{date}, worked out"),
    }
}

/// A piece of a ground as it is told: words, or an expression that can be shown where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words between expressions.
    Words(String),
    /// "“last week”"
    Said(Origin),
}

/// What an article's date, which nobody says, was worked out from.
pub(super) fn grounds(timeline: &Timeline, inferred: &Inferred) -> Vec<String> {
    let piece = |piece: Piece| match piece {
        Piece::Words(words) => words,
        Piece::Said(origin) => format!("“{}”", timeline.words(origin.span, origin.document)),
    };
    let line = |ground: &Ground| {
        ground_pieces(timeline, ground, None).into_iter().map(piece).collect::<String>()
    };
    let mut told: Vec<String> = inferred.because.iter().map(line).collect();
    told.extend(rivals_words(inferred));
    told
}

/// "“this morning” and “Friday” in “Critics speak” tell of one thing": each expression with
/// its article's title, but for those of the article `at`, where the reader is.
pub fn ground_pieces(
    timeline: &Timeline,
    ground: &Ground,
    at: Option<DocumentId>,
) -> Vec<Piece> {
    let (told, then) = match ground {
        Ground::OneEvent { told, sure: true } => (told.as_slice(), "tell of one thing"),
        Ground::OneEvent { told, sure: false } => {
            (told.as_slice(), "are likely to tell of one thing")
        }
        Ground::Past(origin) => (from_ref(origin), "is told as past"),
        Ground::ToCome(origin) => (from_ref(origin), "is told as still to come"),
        Ground::AnotherYear(origin) => {
            (from_ref(origin), "is likely to be another year than the article’s own")
        }
    };
    let mut pieces = Vec::new();
    for (place, origin) in told.iter().enumerate() {
        if place > 0 {
            let between = if place + 1 == told.len() { " and " } else { ", " };
            pieces.push(Piece::Words(between.to_owned()));
        }
        pieces.push(Piece::Said(*origin));
        if at != Some(origin.document) {
            pieces.push(Piece::Words(format!(" in “{}”", title(timeline, *origin))));
        }
    }
    pieces.push(Piece::Words(format!(" {then}")));
    pieces
}

fn title(timeline: &Timeline, origin: Origin) -> &str {
    timeline.article(origin.document).map_or("", |(it, _)| &it.document.title)
}

/// Days further apart than these are as good as any.
const WIDEST_TOLD_DAYS: u64 = 400;

/// What else it could be, if what is only likely does not hold: "else 1 or 8 April 2016".
pub fn rivals_words(inferred: &Inferred) -> Option<String> {
    let rivals = inferred.rivals.one()?;
    let likely = inferred.because.iter().any(|it| !it.is_sure());
    let told = match inferred.rivals.span_days() {
        ..=WIDEST_TOLD_DAYS => format!("else {}", words(&rivals)),
        _ => "else it is not known".to_owned(),
    };
    likely.then_some(told)
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
