//! The card beside the pointer: what happened, when, how that is known and who says so.

use egui::{Id, PopupAnchor, RichText, Tooltip, Ui};

use super::style::TimelineStyle;
use crate::{
    layout::{Column, moment_of},
    model::{Basis, Event, Status},
    project::Timeline,
    show,
    time::{Modifier, TimeValue, When, words},
};

/// How long the pointer rests before the card opens.
pub(super) const DELAY_SECONDS: f64 = 0.2;
const WIDTH: f32 = 380.0;
/// Longer sentences are cut in the card; the article shows them whole.
const QUOTE_LETTERS: usize = 260;

/// The card of one event.
pub(super) fn event_ui(
    ui: &Ui,
    timeline: &Timeline,
    event: &Event,
    sources: usize,
    style: &TimelineStyle,
) {
    let said = &event.lead.said;
    let article = timeline.article(said.origin.document).map(|(article, _)| &article.document);
    let plain = |words: String| RichText::new(words).color(style.text);
    let weak = |words: String| RichText::new(words).color(style.weak);
    open(ui, |ui| {
        if let Some(document) = article {
            ui.label(plain(said.title.of(&document.text)).strong());
        }
        ui.label(plain(capital(&words(&event.when))));
        ui.label(weak(format!("{}. {}.", certainty(event), basis(event.lead.basis))));
        for at in timeline.conflicts_of(event.id) {
            if let Some(conflict) = timeline.conflicts.get(*at) {
                let differ = format!("◆ {}", show::words::differ(conflict.kind));
                ui.label(RichText::new(differ).color(style.disputed));
            }
        }
        if let Some(document) = article {
            ui.separator();
            ui.label(plain(quote(said.sentence.slice(&document.text))));
            ui.label(weak(source(&document.title, document.source.as_deref(), sources)));
        }
    });
}

/// The card of columns that count events.
pub(super) fn column_ui(ui: &Ui, column: &Column, style: &TimelineStyle) {
    let day = |day| words(&TimeValue::On(When::Day(moment_of(day).date()), Modifier::Stated));
    open(ui, |ui| {
        let days = format!("{} to {}", day(column.first), day(column.last - 0.5));
        ui.label(RichText::new(days).color(style.text).strong());
        let sure = counted(column.sure as usize, "event", "events");
        ui.label(RichText::new(sure).color(style.text));
        if column.maybe > 0 {
            let maybe = format!("{} more may belong here", column.maybe);
            ui.label(RichText::new(maybe).color(style.weak));
        }
    });
}

fn open(ui: &Ui, content: impl FnOnce(&mut Ui)) {
    let id = Id::unique("timeline card");
    Tooltip::always_open(ui.ctx().clone(), ui.layer_id(), id, PopupAnchor::Pointer)
        .gap(14.0)
        .show(|ui| {
            ui.set_max_width(WIDTH);
            content(ui);
        });
}

/// "Known to the month; planned"
fn certainty(event: &Event) -> String {
    let grain = event.when.grain().map_or("no date", crate::time::Grain::word);
    let known = match event.when {
        TimeValue::On(_, Modifier::Approximate) => format!("About that {grain}"),
        TimeValue::OneOf(_) => "One of these; nothing tells which".to_owned(),
        TimeValue::Between { .. } | TimeValue::By { .. } | TimeValue::Within { .. } => {
            "Somewhere in this stretch".to_owned()
        }
        TimeValue::Open(..) => "One end is not said".to_owned(),
        TimeValue::On(..) | TimeValue::For(_) | TimeValue::Every(_) | TimeValue::Around(_) => {
            format!("Known to the {grain}")
        }
    };
    match event.status() {
        Status::Happened => known,
        status @ (Status::Ongoing
        | Status::Planned
        | Status::Due
        | Status::Denied
        | Status::Hypothetical) => format!("{known}; {}", status.word()),
    }
}

const fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Written => "The date is written there",
        Basis::FromDocument => "Counted from the article’s date",
        Basis::FromExpression(_) => "Counted from a date before it in the text",
        Basis::OfTheDay => "Nothing in the article is dated: its own date stands in",
        Basis::Guessed => "Which is the day and which the month is a guess",
    }
}

fn quote(sentence: &str) -> String {
    let line = sentence.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut cut: String = line.chars().take(QUOTE_LETTERS).collect();
    if cut.len() < line.len() {
        cut.push('…');
    }
    format!("“{cut}”")
}

/// "The Daily Sample and 2 other articles"
fn source(title: &str, publication: Option<&str>, sources: usize) -> String {
    let more = match sources {
        0 | 1 => String::new(),
        more => format!(" and {}", counted(more - 1, "other article", "other articles")),
    };
    format!("{}{more}", publication.unwrap_or(title))
}

fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
