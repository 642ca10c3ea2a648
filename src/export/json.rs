//! The JSON of `extract`: everything that is known, in a stable order.
//!
//! Keys in the order of the fields; nothing absolute and nothing of the day in it, so that
//! equal input gives equal bytes. The schema number rises with any change that could break
//! a reader of it.

use std::sync::Arc;

use schemars::JsonSchema;
use serde::Serialize;

use crate::{
    model::{
        Basis, Claim, Conflict, DocumentDate, DocumentId, Event, Inferred, Lookup, Mention,
        SetAside, Skeleton, Waiting,
    },
    problem::Problem,
    project::{Article, Counts, Timeline},
    text::{CodePoints, Span},
    time::{Grain, Modifier, TimeValue, When},
};

use super::{
    list::List,
    reasons::{because, grounds, joined_because, missing, rival, told_by, weighs},
    told::{FigureOut, ReporterOut, figure, reporter},
};

const SCHEMA: u32 = 1;

/// Everything that `dateline extract` knows about a folder.
#[derive(Debug, Serialize, JsonSchema)]
struct Extract<'a> {
    /// The version of Dateline that wrote it.
    dateline: &'static str,
    /// The version of this form.
    schema: u32,
    #[schemars(with = "Vec<DocumentOut>")]
    documents: List<'a, (Arc<Article>, DocumentDate), DocumentOut>,
    #[schemars(with = "Vec<EventOut>")]
    events: List<'a, Event, EventOut>,
    /// Where sources differ.
    #[schemars(with = "Vec<ConflictOut>")]
    conflicts: List<'a, Conflict, ConflictOut>,
    /// Mentions whose date cannot be known yet.
    #[schemars(with = "Vec<MentionOut>")]
    waiting: List<'a, Waiting, MentionOut>,
    problems: Vec<Problem>,
    counts: CountsOut,
}

/// One article.
#[derive(Debug, Serialize, JsonSchema)]
struct DocumentOut {
    /// Hash of its text.
    id: String,
    /// A record's `id`, else the path within the folder.
    name: String,
    /// Further names of the same text.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    also: Vec<String>,
    title: String,
    source: Option<String>,
    /// The article that this one is a copy of, nearly word for word.
    copy_of: Option<String>,
    date: DateOut,
}

/// When an article was published.
#[derive(Debug, Serialize, JsonSchema)]
struct DateOut {
    /// `known`, `disputed`, `inferred` or `unknown`.
    kind: &'static str,
    edtf: Option<String>,
    /// First day, included.
    earliest: Option<String>,
    /// Last day, included.
    latest: Option<String>,
    because: Vec<String>,
}

/// Something that happened.
#[derive(Debug, Serialize, JsonSchema)]
struct EventOut {
    id: String,
    title: String,
    when: WhenOut,
    /// `happened`, `ongoing`, `planned`, `due`, `denied` or `hypothetical`.
    status: &'static str,
    /// `written`, `reasoned` or `guessed`.
    certainty: &'static str,
    /// How much it weighs among the others, from 0 to 1.
    importance: f32,
    /// What speaks for that weight, and against it.
    important_because: Vec<String>,
    /// Whether it is told in a reader's comment. Comments are set aside, so far.
    comment: bool,
    mentions: Vec<MentionOut>,
    joined_because: Vec<&'static str>,
    /// Events that may be the same.
    suggested: Vec<String>,
    /// Places in the list of conflicts.
    conflicts: Vec<usize>,
}

/// Statements that cannot all hold of one thing.
#[derive(Debug, Serialize, JsonSchema)]
struct ConflictOut {
    /// `dates`, `figures`, `names`, `order` or `weekday`.
    kind: &'static str,
    /// `definite` or `possible`.
    strength: &'static str,
    /// Two or more; what many articles say is one, by the first of them.
    claims: Vec<ClaimOut>,
}

/// One thing that is said.
#[derive(Debug, Serialize, JsonSchema)]
struct ClaimOut {
    document: String,
    /// The sentence, to the letter.
    quote: String,
    /// What it says otherwise than others: a date in EDTF, else the very words.
    says: String,
}

/// A place on the calendar.
#[derive(Debug, Serialize, JsonSchema)]
struct WhenOut {
    edtf: Option<String>,
    /// First day, included.
    earliest: String,
    /// Last day, included.
    latest: String,
    grain: Option<&'static str>,
}

/// One document saying so. Offsets are Unicode code points of the article's full text.
#[derive(Debug, Serialize, JsonSchema)]
struct MentionOut {
    document: String,
    /// The sentence, to the letter.
    quote: String,
    start: usize,
    end: usize,
    /// What dates it: the sentence itself, where nothing in the article is dated.
    expression: String,
    expression_start: usize,
    expression_end: usize,
    /// What the expression says, in EDTF; null while it waits.
    said: Option<String>,
    /// `written`, `from document`, `from earlier`; null while it waits.
    basis: Option<&'static str>,
    /// How the date is known, or what is missing.
    because: Vec<String>,
    /// Who says so, where that is said.
    #[serde(skip_serializing_if = "Option::is_none")]
    reported_by: Option<ReporterOut>,
    /// What its clause counts.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    figures: Vec<FigureOut>,
}

/// The sums: `expressions` = `anchored` + `waiting` + all of `set_aside`.
#[derive(Debug, Serialize, JsonSchema)]
struct CountsOut {
    files: usize,
    ignored: usize,
    documents: usize,
    expressions: usize,
    anchored: usize,
    waiting: usize,
    set_aside: SetAsideOut,
    mentions: usize,
    events: usize,
    problems: usize,
}

/// Expressions that date no event, by why.
#[derive(Debug, Serialize, JsonSchema)]
struct SetAsideOut {
    furniture: usize,
    comment: usize,
    duration: usize,
    repeated: usize,
    vague: usize,
    reporting: usize,
}

/// `timeline` as JSON, with a line break at the end.
pub fn to_json(timeline: &Timeline) -> serde_json::Result<Vec<u8>> {
    let mut bytes = serde_json::to_vec_pretty(&extract(timeline, &Offsets::of(timeline)))?;
    bytes.push(b'\n');
    Ok(bytes)
}

fn extract<'a>(timeline: &'a Timeline, points: &'a Offsets<'a>) -> Extract<'a> {
    Extract {
        dateline: env!("CARGO_PKG_VERSION"),
        schema: SCHEMA,
        documents: List::of(&timeline.articles, |it| document(timeline, it)),
        events: List::of(&timeline.events, |it| event(timeline, points, it)),
        conflicts: List::of(&timeline.conflicts, |it| conflict(timeline, it)),
        waiting: List::of(&timeline.waiting, |it| waiting(timeline, points, it)),
        problems: timeline.problems.clone(),
        counts: counts(&timeline.counts),
    }
}

/// The JSON schema of what [`to_json`] writes.
pub fn json_schema() -> serde_json::Result<Vec<u8>> {
    let mut bytes = serde_json::to_vec_pretty(&schemars::schema_for!(Extract<'_>))?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// Code points of every article, counted once.
pub(super) struct Offsets<'a>(Lookup<DocumentId, CodePoints<'a>>);

impl<'a> Offsets<'a> {
    fn of(timeline: &'a Timeline) -> Self {
        let points = |article: &'a Article| {
            (article.document.id, CodePoints::of(&article.document.text))
        };
        Self(timeline.articles.iter().map(|(article, _)| points(article)).collect())
    }

    pub(super) fn at(&self, document: DocumentId, span: Span) -> (usize, usize) {
        self.0.get(&document).map_or((0, 0), |points| points.of_span(span))
    }
}

fn document(
    timeline: &Timeline,
    (article, date): &(Arc<Article>, DocumentDate),
) -> DocumentOut {
    let document = &article.document;
    DocumentOut {
        id: document.id.to_string(),
        name: document.name().to_owned(),
        also: document.places.iter().skip(1).map(|place| place.name.clone()).collect(),
        title: document.title.clone(),
        source: document.source.clone(),
        copy_of: timeline.copies.get(&document.id).map(ToString::to_string),
        date: date_out(timeline, date),
    }
}

fn date_out(timeline: &Timeline, date: &DocumentDate) -> DateOut {
    let said = |kind, when: When, because| {
        let days = when.interval();
        DateOut {
            kind,
            edtf: TimeValue::On(when, Modifier::Stated).edtf(),
            earliest: days.map(|days| days.first_day().to_string()),
            latest: days.map(|days| days.last_day().to_string()),
            because,
        }
    };
    match date {
        DocumentDate::Known(when, clue) => {
            said("known", *when, vec![told_by(*clue).to_owned()])
        }
        DocumentDate::Disputed { best: (when, clue), others } => {
            let mut because = vec![told_by(*clue).to_owned()];
            because.extend(others.iter().map(|it| rival(*it)));
            said("disputed", *when, because)
        }
        DocumentDate::Inferred(inferred) => inferred_out(timeline, inferred),
        DocumentDate::Unknown => DateOut {
            kind: "unknown",
            edtf: None,
            earliest: None,
            latest: None,
            because: vec!["nothing says when it was published".to_owned()],
        },
    }
}

/// Worked out: the days that it can be, in EDTF as one of a set.
fn inferred_out(timeline: &Timeline, inferred: &Inferred) -> DateOut {
    let days = &inferred.days;
    DateOut {
        kind: "inferred",
        edtf: days.one().and_then(|it| it.edtf()),
        earliest: days.first().map(|day| day.to_string()),
        latest: days.last().map(|day| day.to_string()),
        because: grounds(timeline, inferred),
    }
}

fn event(timeline: &Timeline, points: &Offsets<'_>, event: &Event) -> EventOut {
    EventOut {
        id: event.id.to_string(),
        title: timeline.title(&event.lead.said),
        when: WhenOut {
            edtf: event.when.edtf(),
            earliest: event.extent.first_day().to_string(),
            latest: event.extent.last_day().to_string(),
            grain: event.when.grain().map(Grain::word),
        },
        status: event.status().word(),
        certainty: match event.lead.basis {
            Basis::Written => "written",
            Basis::FromDocument | Basis::FromExpression(_) => "reasoned",
            Basis::Guessed | Basis::OfTheDay => "guessed",
        },
        importance: event.importance.share(),
        important_because: event.importance.because().iter().map(|it| weighs(*it)).collect(),
        comment: timeline.is_comment(&event.lead.said),
        mentions: event.mentions().map(|it| mention(timeline, points, it)).collect(),
        joined_because: event.joined.iter().map(|it| joined_because(*it)).collect(),
        suggested: event.suggested.iter().map(ToString::to_string).collect(),
        conflicts: timeline.conflicts_of(event.id).to_vec(),
    }
}

fn conflict(timeline: &Timeline, conflict: &Conflict) -> ConflictOut {
    let claim = |claim: &Claim| ClaimOut {
        document: claim.document.to_string(),
        quote: timeline.words(claim.sentence, claim.document).to_owned(),
        says: claim
            .date
            .as_ref()
            .and_then(TimeValue::edtf)
            .unwrap_or_else(|| timeline.words(claim.words, claim.document).to_owned()),
    };
    ConflictOut {
        kind: conflict.kind.word(),
        strength: conflict.strength.word(),
        claims: conflict.claims.iter().map(claim).collect(),
    }
}

fn mention(timeline: &Timeline, points: &Offsets<'_>, mention: &Mention) -> MentionOut {
    MentionOut {
        said: mention.value.edtf(),
        basis: Some(match mention.basis {
            Basis::Written | Basis::Guessed => "written",
            Basis::FromDocument | Basis::OfTheDay => "from document",
            Basis::FromExpression(_) => "from earlier",
        }),
        because: because(timeline, mention),
        ..quoted(timeline, points, &mention.said)
    }
}

fn waiting(timeline: &Timeline, points: &Offsets<'_>, waiting: &Waiting) -> MentionOut {
    MentionOut {
        because: vec![missing(waiting.why).to_owned()],
        ..quoted(timeline, points, &waiting.said)
    }
}

fn quoted(timeline: &Timeline, points: &Offsets<'_>, said: &Skeleton) -> MentionOut {
    let origin = said.origin;
    let (start, end) = points.at(origin.document, said.sentence);
    let (expression_start, expression_end) = points.at(origin.document, origin.span);
    MentionOut {
        document: origin.document.to_string(),
        quote: timeline.words(said.sentence, origin.document).to_owned(),
        start,
        end,
        expression: timeline.words(origin.span, origin.document).to_owned(),
        expression_start,
        expression_end,
        said: None,
        basis: None,
        because: Vec::new(),
        reported_by: said.reporter.map(|it| reporter(timeline, points, origin.document, it)),
        figures: said
            .figures
            .iter()
            .map(|it| figure(timeline, points, origin.document, it))
            .collect(),
    }
}

fn counts(counts: &Counts) -> CountsOut {
    let aside = |why| counts.set_aside.get(&why).copied().unwrap_or_default();
    CountsOut {
        files: counts.files,
        ignored: counts.ignored,
        documents: counts.documents,
        expressions: counts.expressions,
        anchored: counts.anchored,
        waiting: counts.waiting,
        set_aside: SetAsideOut {
            furniture: aside(SetAside::Furniture),
            comment: aside(SetAside::Comment),
            duration: aside(SetAside::Duration),
            repeated: aside(SetAside::Repeated),
            vague: aside(SetAside::Vague),
            reporting: aside(SetAside::Reporting),
        },
        mentions: counts.mentions,
        events: counts.events,
        problems: counts.problems,
    }
}
