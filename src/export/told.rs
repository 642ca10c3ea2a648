//! What a mention counts, and who says so, as it stands in the JSON of `extract`.

use schemars::JsonSchema;
use serde::Serialize;

use crate::{
    model::{DocumentId, Figure, Limit, Measure, Reporter},
    project::Timeline,
};

use super::json::Offsets;

/// Who says what a mention tells.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct ReporterOut {
    /// The very words: "Mr Biggs".
    words: String,
    start: usize,
    end: usize,
    /// The fullest form of the name in the article, if there is a name in the words: "John
    /// Biggs".
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
}

/// `reporter`, who is named in `document`.
pub(super) fn reporter(
    timeline: &Timeline,
    points: &Offsets<'_>,
    document: DocumentId,
    reporter: Reporter,
) -> ReporterOut {
    let (start, end) = points.at(document, reporter.words);
    ReporterOut {
        words: timeline.words(reporter.words, document).to_owned(),
        start,
        end,
        name: reporter.name.map(|it| timeline.words(it, document).to_owned()),
    }
}

/// A number that the mention's clause tells of what happened.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct FigureOut {
    /// The very words, with their bound and unit.
    words: String,
    start: usize,
    end: usize,
    /// `dead`, `injured`, `arrested`, `missing`, `money`, `share` (per cent) or `count`.
    kind: &'static str,
    /// All digits of the exact number, which may have a fraction: "1200000000", "12.5".
    value: String,
    /// The upper end of a range, whose lower end is `value`.
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<String>,
    /// Of money: `dollar`, `euro`, `pound`, `yen`, `rupee` or `franc`.
    #[serde(skip_serializing_if = "Option::is_none")]
    unit: Option<&'static str>,
    /// `stated`, `at least`, `more than`, `up to`, `less than`, `about`, `nearly`, `several`
    /// ("dozens": several times the value) or `range`.
    bound: &'static str,
    /// The words for what is counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    of: Option<String>,
    /// `whole` as far as the clause tells, `part`, `further` to others, or `each` (of each
    /// week, of each person).
    scope: &'static str,
    /// Whether who did it is `counted` or stands `apart`, where that is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    attacker: Option<&'static str>,
    /// Whether it is told as what may still change.
    running: bool,
}

/// `figure`, which stands in `document`.
pub(super) fn figure(
    timeline: &Timeline,
    points: &Offsets<'_>,
    document: DocumentId,
    figure: &Figure,
) -> FigureOut {
    let (start, end) = points.at(document, figure.span);
    FigureOut {
        words: timeline.words(figure.span, document).to_owned(),
        start,
        end,
        kind: figure.measure.word(),
        value: figure.amount.to_string(),
        until: match figure.limit {
            Limit::To(until) => Some(until.to_string()),
            Limit::Stated
            | Limit::AtLeast
            | Limit::MoreThan
            | Limit::UpTo
            | Limit::LessThan
            | Limit::About
            | Limit::Nearly
            | Limit::Several => None,
        },
        unit: match figure.measure {
            Measure::Money(currency) => Some(currency.word()),
            Measure::Dead
            | Measure::Injured
            | Measure::Arrested
            | Measure::Missing
            | Measure::Share
            | Measure::Count => None,
        },
        bound: figure.limit.word(),
        of: figure.of.map(|it| timeline.words(it, document).to_owned()),
        scope: figure.scope.word(),
        attacker: figure.attacker.word(),
        running: figure.running,
    }
}
