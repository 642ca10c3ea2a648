//! The window's own sentences that more than one panel says.

use crate::{
    export,
    model::{ConflictKind, ConflictStrength, Document, DocumentDate, SetAside, Status},
    project::Article,
    time::{Modifier, TimeValue, When, words},
};

/// "1 event", "31 events"
pub(crate) fn counted(count: usize, one: &str, many: &str) -> String {
    let word = if count == 1 { one } else { many };
    format!("{} {word}", grouped(count))
}

/// "12,400"
pub(crate) fn grouped(count: usize) -> String {
    let digits = count.to_string();
    let mut grouped = String::with_capacity(digits.len() * 2);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

/// "13 September 2017"
pub(crate) fn date(when: When) -> String {
    words(&TimeValue::On(when, Modifier::Stated))
}

/// "14 September 2017, given by you"
pub(crate) fn document_date(date_known: &DocumentDate) -> String {
    match date_known {
        DocumentDate::Known(when, clue) => {
            format!("{}, {}", date(*when), export::told_by(*clue))
        }
        DocumentDate::Disputed { best: (when, clue), others } => {
            let mut said = format!("{}, {}", date(*when), export::told_by(*clue));
            for other in others {
                said.push_str("; ");
                said.push_str(&export::rival(*other));
            }
            said
        }
        DocumentDate::Inferred(inferred) => export::worked_out(inferred),
        DocumentDate::Unknown => "No date yet".to_owned(),
    }
}

/// The same, without who says so.
pub(crate) fn day_of(date_known: &DocumentDate) -> String {
    match date_known {
        DocumentDate::Inferred(inferred) => export::worked_out(inferred),
        other => other.when().map_or_else(|| "No date yet".to_owned(), date),
    }
}

/// The date and who says so; where there is none, why.
pub(crate) fn document_date_or_why(article: &Article, date_known: &DocumentDate) -> String {
    let date = document_date(date_known);
    match date_known {
        DocumentDate::Unknown if article.unread.is_none() => {
            format!("{date}: {TOO_LITTLE_TOLD}")
        }
        DocumentDate::Known(..)
        | DocumentDate::Disputed { .. }
        | DocumentDate::Inferred(_)
        | DocumentDate::Unknown => date,
    }
}

/// Why an article has no date.
pub(crate) const TOO_LITTLE_TOLD: &str = "too little is told to work one out";

/// Who published it; its title, if nobody says.
pub(crate) fn source(document: &Document) -> &str {
    document.source.as_deref().unwrap_or(&document.title)
}

/// Who published it; where it lies, if nobody says: said beside its title.
pub(crate) fn source_or_place(document: &Document) -> &str {
    document.source.as_deref().unwrap_or_else(|| document.name())
}

/// In what sources differ, never who is right.
pub(crate) const fn differ(kind: ConflictKind) -> &'static str {
    match kind {
        ConflictKind::Dates => "Dates differ",
        ConflictKind::Figures => "Figures differ",
        ConflictKind::Names => "Names differ",
        ConflictKind::Order => "What came first, or how long before, differs",
        ConflictKind::Weekday => "Weekday and date do not go together",
    }
}

/// How sure it is that one thing is told in two ways.
pub(crate) const fn how_sure(strength: ConflictStrength) -> &'static str {
    match strength {
        ConflictStrength::Definite => "of one thing, and said exactly",
        ConflictStrength::Possible => "perhaps: worth a look",
    }
}

/// Why an expression that dates no event dates none.
pub(crate) const fn aside(why: SetAside) -> &'static str {
    match why {
        SetAside::Furniture => "it stands in what the page puts around every article",
        SetAside::Comment => "it stands in a reader’s comment",
        SetAside::Duration => "it is a length of time, on no place of the calendar",
        SetAside::Repeated => "it happens again and again, on no one day",
        SetAside::Vague => "it names no time that could be found on a calendar",
        SetAside::Reporting => "it dates the saying, not what was said",
    }
}

/// The heading of those set aside for that reason.
pub(crate) const fn aside_heading(why: SetAside) -> &'static str {
    match why {
        SetAside::Furniture => "Around the article",
        SetAside::Comment => "Readers’ comments",
        SetAside::Duration => "Lengths of time",
        SetAside::Repeated => "Repeated",
        SetAside::Vague => "Vague",
        SetAside::Reporting => "Date of a statement",
    }
}

/// "Planned"; nothing is said of a plain fact.
pub(crate) const fn status(status: Status) -> &'static str {
    match status {
        Status::Happened => "",
        Status::Ongoing => "Ongoing",
        Status::Planned => "Planned",
        Status::Due => "Due",
        Status::Denied => "Denied",
        Status::Hypothetical => "Hypothetical",
    }
}
