//! What the reader did, as a log that only grows, and what of it is in force.
//!
//! **Invariant:** an [`Edit`] names documents, mentions or the columns of tables, never events,
//! and carries what finds them again. Events are worked out anew on every run; an edit still
//! holds after a better merge or a re-saved page.
//!
//! Writes nothing to disk: that is `store`'s.

mod log;
mod pointer;
mod settle;

use serde::{Deserialize, Serialize};

use crate::{
    model::{Columns, Document, Header, Role, Skeleton},
    text::Span,
    time::{Modifier, TimeValue, When, words},
};

pub use log::{Did, EditLog, Record, RecordId};
pub use pointer::{DocumentPointer, MentionPointer, Passage};
pub use settle::{columns, columns_of_nothing, settle};

/// One change by the reader.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Edit {
    /// "This article is of 14 September 2017."
    DateDocument {
        /// Which article.
        document: DocumentPointer,
        /// When it was published.
        date: When,
    },
    /// "This is not furniture: it belongs to the article."
    TakeIn(Passage),
    /// "It does not, after all."
    LeaveOut(Passage),
    /// "These two are not one event."
    Part {
        /// One mention.
        one: Box<MentionPointer>,
        /// The other.
        other: Box<MentionPointer>,
    },
    /// "These two are one event."
    Join {
        /// One mention.
        one: Box<MentionPointer>,
        /// The other.
        other: Box<MentionPointer>,
    },
    /// "No article's date is to follow from this."
    Doubt(Box<MentionPointer>),
    /// "It may, after all."
    Trust(Box<MentionPointer>),
    /// "In this table, and in those of the same columns, this is the text, that the date."
    ChooseColumns {
        /// The file in which the reader saw it.
        file: String,
        /// The names of its columns, by which it is found.
        header: Header,
        /// What they hold.
        columns: Columns,
    },
}

impl Edit {
    /// "This article is of that date."
    pub fn date_document(document: &Document, date: When) -> Self {
        Self::DateDocument { document: DocumentPointer::to(document), date }
    }

    /// "This belongs to the article."
    pub fn take_in(document: &Document, span: Span) -> Self {
        Self::TakeIn(Passage::of(document, span))
    }

    /// "What was taken in does not belong to the article, after all."
    pub fn leave_out(document: &Document, span: Span) -> Self {
        Self::LeaveOut(Passage::of(document, span))
    }

    /// "These two are not one event."
    pub fn part(one: (&Document, &Skeleton), other: (&Document, &Skeleton)) -> Self {
        Self::Part { one: pointer(one), other: pointer(other) }
    }

    /// "These two are one event."
    pub fn join(one: (&Document, &Skeleton), other: (&Document, &Skeleton)) -> Self {
        Self::Join { one: pointer(one), other: pointer(other) }
    }

    /// "No article's date is to follow from this."
    pub fn doubt(said: (&Document, &Skeleton)) -> Self {
        Self::Doubt(pointer(said))
    }

    /// "An article's date may follow from what was doubted, after all."
    pub fn trust(said: (&Document, &Skeleton)) -> Self {
        Self::Trust(pointer(said))
    }

    /// As the reader is told, for undo and redo: "“Mayor resigns” is of 3 May 2014".
    pub fn words(&self) -> String {
        match self {
            Self::DateDocument { document, date } => {
                format!("“{}” is of {}", document.title, date_words(*date))
            }
            Self::TakeIn(passage) => {
                format!("“{}” belongs to “{}”", passage.beginning(), passage.document.title)
            }
            Self::LeaveOut(passage) => {
                let (beginning, title) = (passage.beginning(), &passage.document.title);
                format!("“{beginning}” does not belong to “{title}”")
            }
            Self::Part { one, other } => {
                format!("“{}” and “{}” are not one event", one.expression, other.expression)
            }
            Self::Join { one, other } => {
                format!("“{}” and “{}” are one event", one.expression, other.expression)
            }
            Self::Doubt(said) => {
                format!("“{}” in “{}” is no reason", said.expression, said.document.title)
            }
            Self::Trust(said) => {
                format!("“{}” in “{}” may be a reason", said.expression, said.document.title)
            }
            Self::ChooseColumns { file, header, columns } => {
                let text = columns.place(Role::Text).and_then(|place| header.get(place));
                format!("the text of {file} is its column “{}”", text.map_or("", |it| it))
            }
        }
    }
}

fn pointer((document, said): (&Document, &Skeleton)) -> Box<MentionPointer> {
    Box::new(MentionPointer::to(document, said))
}

fn date_words(date: When) -> String {
    words(&TimeValue::On(date, Modifier::Stated))
}
