//! Why a date that was worked out is what it is, and what the reader took out of that.
//!
//! Works nothing out: a mention that is doubted here is left out by the reasoner.

use egui::{Frame, Id, Label, Margin, RichText, ScrollArea, Stroke, Ui, vec2};

use crate::{
    export::{self, Piece},
    model::{DocumentDate, DocumentId, Inferred, Origin},
    project::Timeline,
    show::{
        Command,
        theme::{self, size},
    },
};

/// The reasons take so much of the panel's height at the most; the article keeps the rest.
const MOST_OF_THE_PANEL: f32 = 0.4;

/// The link that unfolds the reasons, and folds them up; answers whether they are to be shown.
pub(super) fn link_ui(ui: &mut Ui, document: DocumentId) -> bool {
    // Wherever the article is shown next, they are as the reader left them.
    let unfolded = Id::unique(("why", document.bytes()));
    let open = ui.data(|data| data.get_temp(unfolded).unwrap_or(false));
    let words = if open { "Hide why" } else { "Why?" };
    let clicked = ui.link(RichText::new(words).size(size::SMALL)).clicked();
    if clicked {
        ui.data_mut(|data| data.insert_temp(unfolded, !open));
    }
    open != clicked
}

/// The reasons, a line each, and what was taken out of them; nothing, if there is neither.
pub(super) fn why_ui(
    ui: &mut Ui,
    timeline: &Timeline,
    document: DocumentId,
    date: &DocumentDate,
) -> Option<Command> {
    let doubted = timeline.doubted(document);
    let inferred = match date {
        DocumentDate::Inferred(inferred) => Some(inferred),
        DocumentDate::Known(..) | DocumentDate::Disputed { .. } | DocumentDate::Unknown => None,
    };
    if inferred.is_none() && doubted.is_empty() {
        return None;
    }
    let height = ui.available_height() * MOST_OF_THE_PANEL;
    let margin = Margin { left: 12, right: 12, top: 2, bottom: 2 };
    let shown = Frame::new().inner_margin(margin).show(ui, |ui| {
        let area = ScrollArea::vertical().id_salt("why").max_height(height);
        let area = area.auto_shrink([false, true]);
        area.show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 7.0;
            ui.spacing_mut().interact_size.y = 0.0;
            let asked = inferred.and_then(|it| reasons_ui(ui, timeline, document, it));
            let place = |origin: &Origin| taken_out_ui(ui, timeline, document, *origin);
            let trusted = doubted.iter().map(place).fold(None, Option::or);
            asked.or(trusted)
        })
        .inner
    });
    let line = Stroke::new(2.0, theme::palette(ui).hairline);
    let area = shown.response.rect;
    ui.painter().vline(area.left() + 1.0, area.y_range(), line);
    shown.inner
}

fn reasons_ui(
    ui: &mut Ui,
    timeline: &Timeline,
    document: DocumentId,
    inferred: &Inferred,
) -> Option<Command> {
    let mut command = None;
    for ground in &inferred.because {
        line_ui(ui, |ui| {
            for piece in export::ground_pieces(timeline, ground, Some(document)) {
                let asked = match piece {
                    Piece::Words(words) => {
                        words_ui(ui, &words);
                        None
                    }
                    Piece::Said(origin) => {
                        let opened = said_ui(ui, timeline, origin);
                        opened.or(doubt_ui(ui, timeline, origin))
                    }
                };
                command = command.take().or(asked);
            }
        });
    }
    if let Some(rivals) = export::rivals_words(inferred) {
        line_ui(ui, |ui| words_ui(ui, &rivals));
    }
    command
}

/// "You took out: “April this year” · Take it back in"
fn taken_out_ui(
    ui: &mut Ui,
    timeline: &Timeline,
    document: DocumentId,
    origin: Origin,
) -> Option<Command> {
    let mut command = None;
    line_ui(ui, |ui| {
        words_ui(ui, "You took out: ");
        command = said_ui(ui, timeline, origin);
        let home =
            if origin.document == document { String::new() } else { within(timeline, origin) };
        words_ui(ui, &format!("{home} · "));
        let name = format!("Take {} back in", expression(timeline, origin));
        let link = ui.link(RichText::new("Take it back in").size(size::SMALL));
        if link.accessible_name(name).clicked() {
            command = Some(Command::Trust(origin));
        }
    });
    command
}

fn line_ui(ui: &mut Ui, line: impl FnOnce(&mut Ui)) {
    ui.horizontal_wrapped(|ui| {
        // A line that wraps stays closer together than it is to the next.
        ui.spacing_mut().item_spacing = vec2(0.0, 1.0);
        line(ui);
    });
}

fn words_ui(ui: &mut Ui, words: &str) {
    let muted = theme::palette(ui).muted;
    ui.add(Label::new(RichText::new(words).size(size::SMALL).color(muted)));
}

/// The expression as a link to where it stands.
fn said_ui(ui: &mut Ui, timeline: &Timeline, origin: Origin) -> Option<Command> {
    let words = RichText::new(expression(timeline, origin)).size(size::SMALL);
    let link = ui.link(words).on_hover_ui(|ui| {
        let sentence = timeline.said(origin).map(|(_, said)| said.sentence);
        ui.set_max_width(size::ARTICLE_NARROWEST);
        ui.label(timeline.words(sentence.unwrap_or(origin.span), origin.document));
    });
    link.clicked().then_some(Command::OpenArticle(origin))
}

fn doubt_ui(ui: &mut Ui, timeline: &Timeline, origin: Origin) -> Option<Command> {
    let faint = theme::palette(ui).faint;
    // No padding: what stands around it is a sentence. Its neighbourhood answers clicks, too.
    words_ui(ui, "\u{a0}");
    let cross = RichText::new("×").size(size::SMALL).family(theme::semibold());
    let button = ui.link(cross.color(faint));
    let name = format!("Doubt {}{}", expression(timeline, origin), within(timeline, origin));
    let what = "Doubt it: work the dates out without this";
    let button = button.accessible_name(name).on_hover_text(what);
    button.clicked().then_some(Command::Doubt(origin))
}

fn expression(timeline: &Timeline, origin: Origin) -> String {
    let words = timeline.words(origin.span, origin.document);
    format!("“{}”", words.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn within(timeline: &Timeline, origin: Origin) -> String {
    let article = timeline.article(origin.document);
    article.map_or_else(String::new, |(it, _)| format!(" in “{}”", it.document.title))
}
