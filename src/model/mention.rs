//! What a document says happened, and when.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::{
    text::Span,
    time::{DayOrder, Expr, Interval, Needs, TimeValue, When},
};

use super::{Clue, DocumentId, Figure};

/// A temporal expression found in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timex {
    /// Where.
    pub span: Span,
    /// What it says.
    pub expr: Expr,
    /// The expression that it counts from, where it counts from one.
    pub anchor: Option<Span>,
    /// Of a stretch with two ends, where each of them is said.
    pub ends: Option<(Span, Span)>,
}

/// What a mention is known by: where it stands, so it survives any change of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Origin {
    /// In which document.
    pub document: DocumentId,
    /// At which expression; at which sentence, if nothing in the document is dated.
    pub span: Span,
    /// Which of several that one expression dates, from 0.
    pub nth: u8,
}

/// What a document says happened, before there is a date: the same whatever the reader
/// settles.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Skeleton {
    /// Where it stands.
    pub origin: Origin,
    /// The sentence around it, which is what is quoted.
    pub sentence: Span,
    /// What the expression that dates it says; the expression stands at `origin.span`.
    pub expr: Expr,
    /// Whether it is told as a fact.
    pub status: Status,
    /// How it is told.
    pub manner: Manner,
    /// One line for the timeline.
    pub title: Title,
    /// What its clause counts, in order of place.
    pub figures: Box<[Figure]>,
    /// Who says so, where that is said.
    pub reporter: Option<Reporter>,
}

/// Who says something: "the council", "Mr Biggs".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reporter {
    /// The very words.
    pub words: Span,
    /// Where the text has the fullest form of the name, if there is a name in them.
    pub name: Option<Span>,
}

/// How a thing is told, as far as that tells how much it weighs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Manner {
    /// How many words its sentence shares with the headline, those apart that any may have.
    pub of_headline: u8,
    /// It is a step of a procedure: a charge, a hearing, a statement.
    pub procedure: bool,
    /// It stands between quotation marks.
    pub quoted: bool,
}

/// One document saying that something happened at some time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// What it says.
    pub said: Arc<Skeleton>,
    /// Its date.
    pub value: TimeValue,
    /// Where that lies on the calendar.
    pub extent: Interval,
    /// How the date is known.
    pub basis: Basis,
    /// The same in single steps.
    pub because: Vec<Reason>,
}

/// One document saying that something happened, at a time that cannot be known yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// What it says.
    pub said: Arc<Skeleton>,
    /// What is missing.
    pub why: Why,
}

/// An expression that dates no event, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Aside {
    /// Where it stands.
    pub origin: Origin,
    /// Why.
    pub why: SetAside,
}

/// How a date was reached: the answer to "why this date?".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Basis {
    /// All of it is written there.
    Written,
    /// Counted from the document's date.
    FromDocument,
    /// Counted from an expression before it in the text.
    FromExpression(Span),
    /// Written there, in digits of which only the article's manner tells the day from the
    /// month.
    Guessed,
    /// Nothing in the article is dated: its news is taken to be of about its own day.
    OfTheDay,
}

/// One step towards a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// All of it is written there.
    Written,
    /// The document's date is that, and this is where it comes from.
    DocumentDate(When, Clue),
    /// The document's date, which nobody says, was worked out.
    InferredDate,
    /// It counts from what stands at that place in the same text.
    Expression(Span),
    /// In its digits, day and month stand in that order.
    Order(Order),
    /// The article dates nothing, came out at that time, and this is where that comes from.
    NothingDated(When, Clue),
}

/// In which order dates in digits have day and month, and how that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Order {
    /// Which.
    pub order: DayOrder,
    /// What tells.
    pub clue: OrderClue,
}

/// What tells the order of day and month, strongest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum OrderClue {
    /// Another date of the article, which has but one reading.
    Article,
    /// Dates of other articles in the folder, all in that order.
    Folder,
    /// The article's manner: how it writes dates in words, and spells. A guess.
    Manner,
}

/// What a text tells about the order of day and month in its digits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct OrderEvidence {
    /// The order of its dates that have but one reading, if all agree.
    pub decided: Option<DayOrder>,
    /// The order that goes with its manner.
    pub manner: Option<DayOrder>,
}

impl OrderEvidence {
    /// The order that holds in the text, in a folder where others are written in `folder`.
    pub fn order(self, folder: Option<DayOrder>) -> Option<Order> {
        let by = |clue| move |order| Order { order, clue };
        let article = self.decided.map(by(OrderClue::Article));
        let folder = folder.map(by(OrderClue::Folder));
        article.or(folder).or(self.manner.map(by(OrderClue::Manner)))
    }
}

/// Why a mention has no date yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// It counts from the document's date, which is not known.
    NoDocumentDate,
    /// The document's date is known, but not finely enough to count from.
    CoarseDocumentDate,
    /// It counts from an expression before it, and there is none that fits.
    NoEarlierExpression,
    /// It counts from an event.
    CountsFromEvent,
    /// Counted out, it is no date: an end before its beginning, or off the calendar.
    Impossible,
}

impl Why {
    /// What is missing for something that needs `needs`.
    pub const fn missing(needs: Needs) -> Self {
        match needs {
            Needs::Nothing => Self::Impossible,
            Needs::DocumentDate => Self::NoDocumentDate,
            Needs::Earlier => Self::NoEarlierExpression,
            Needs::Event => Self::CountsFromEvent,
        }
    }
}

/// Whether something is told as a fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Status {
    /// "was sent in"
    Happened,
    /// "is being investigated"
    Ongoing,
    /// "will move in", "aims to"
    Planned,
    /// "is required to report by"
    Due,
    /// "denied that", "did not"
    Denied,
    /// "if it fails", "could have"
    Hypothetical,
}

impl Status {
    /// As it is written in outputs and shown.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Happened => "happened",
            Self::Ongoing => "ongoing",
            Self::Planned => "planned",
            Self::Due => "due",
            Self::Denied => "denied",
            Self::Hypothetical => "hypothetical",
        }
    }
}

/// One line for the timeline: a cut out of the sentence, with `…` where it was cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Title {
    /// The words kept.
    pub span: Span,
    /// Words were left out before it.
    pub cut_before: bool,
    /// Words were left out after it.
    pub cut_after: bool,
}

impl Title {
    /// The line itself; `text` is the text of the document that it was cut from.
    pub fn of(self, text: &str) -> String {
        let dots = |cut| if cut { "…" } else { "" };
        let words = self.span.slice(text).split_whitespace().collect::<Vec<_>>().join(" ");
        format!("{}{words}{}", dots(self.cut_before), dots(self.cut_after))
    }
}

/// Why an expression dates no event: counted and listed, never dropped in silence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SetAside {
    /// It stands in what the page puts around every article.
    Furniture,
    /// It stands in a reader's comment.
    Comment,
    /// "three weeks": a length, on no place of the calendar.
    Duration,
    /// "every Monday".
    Repeated,
    /// "recently".
    Vague,
    /// "said on Monday": it dates the saying, not what was said.
    Reporting,
}

impl SetAside {
    /// Every kind, in the order in which they are counted.
    pub const ALL: [Self; 6] = [
        Self::Furniture,
        Self::Comment,
        Self::Duration,
        Self::Repeated,
        Self::Vague,
        Self::Reporting,
    ];
}
