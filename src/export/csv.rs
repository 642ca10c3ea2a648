//! A row per mention, for spreadsheets.

use crate::{model::Event, project::Timeline, time::Grain};

use super::reasons::because;

const HEAD: [&str; 13] = [
    "event",
    "title",
    "when",
    "earliest",
    "latest",
    "grain",
    "status",
    "article",
    "source",
    "expression",
    "said",
    "quote",
    "why this date",
];

/// The events of `timeline` as CSV (RFC 4180), a row per mention, in order of time.
pub fn to_csv(timeline: &Timeline) -> Result<Vec<u8>, csv::Error> {
    let mut rows = csv::Writer::from_writer(Vec::new());
    rows.write_record(HEAD)?;
    for event in &timeline.events {
        write(timeline, event, &mut rows)?;
    }
    rows.into_inner().map_err(|failed| failed.into_error().into())
}

fn write(
    timeline: &Timeline,
    event: &Event,
    rows: &mut csv::Writer<Vec<u8>>,
) -> Result<(), csv::Error> {
    for mention in event.mentions() {
        let origin = mention.said.origin;
        let article = timeline.article(origin.document).map(|(article, _)| &article.document);
        rows.write_record([
            event.id.to_string().as_str(),
            &timeline.title(&event.lead.said),
            &event.when.edtf().unwrap_or_default(),
            &event.extent.first_day().to_string(),
            &event.extent.last_day().to_string(),
            event.when.grain().map_or("", Grain::word),
            mention.said.status.word(),
            article.map_or("", |it| it.name()),
            article.and_then(|it| it.source.as_deref()).unwrap_or_default(),
            timeline.words(origin.span, origin.document),
            &mention.value.edtf().unwrap_or_default(),
            timeline.words(mention.said.sentence, origin.document),
            &because(timeline, mention).join("; "),
        ])?;
    }
    Ok(())
}
