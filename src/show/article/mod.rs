//! One article: what it is, its date, and its text with every expression of time.

mod label;
mod marks;
mod text;
mod why;

use std::{collections::BTreeMap, sync::Arc};

use egui::{Align, Frame, Label, Layout, Margin, RichText, Ui, vec2};

use super::{
    Command,
    date_field::DateFields,
    theme::{self, size},
    words,
};
use crate::{
    model::{DocumentDate, DocumentId},
    project::{Article, Timeline},
};

use marks::Marks;
pub(crate) use marks::{Shown, sentence_of};
use text::ArticleText;

/// The articles that have been open, with the places they were scrolled to.
#[derive(Debug, Default)]
pub(crate) struct ArticlePanels {
    texts: BTreeMap<DocumentId, ArticleText>,
}

impl ArticlePanels {
    /// Brings that byte of `article` into view.
    pub(crate) fn seek(&mut self, article: &Article, byte: usize) {
        let id = article.document.id;
        self.texts.entry(id).or_insert_with(|| ArticleText::new(article)).seek(byte);
    }

    /// Shows `article` with what is `shown` marked.
    pub(crate) fn ui(
        &mut self,
        ui: &mut Ui,
        timeline: &Timeline,
        (article, date): &(Arc<Article>, DocumentDate),
        shown: Option<Shown>,
        dates: &mut DateFields,
    ) -> Option<Command> {
        let palette = theme::palette(ui);
        let id = article.document.id;
        let text = self.texts.entry(id).or_insert_with(|| ArticleText::new(article));
        let margin = Margin { left: 24, right: 12, top: 18, bottom: 0 };
        let frame = Frame::new().fill(palette.surface).inner_margin(margin);
        let shown = frame.show(ui, |ui| {
            ui.push_id(id.bytes(), |ui| {
                let asked = head_ui(ui, timeline, article, date, dates);
                ui.add_space(10.0);
                let marks = Marks { article, timeline, shown, palette };
                text.ui(ui, &marks).or(asked)
            })
        });
        shown.inner.inner
    }
}

fn head_ui(
    ui: &mut Ui,
    timeline: &Timeline,
    article: &Article,
    date: &DocumentDate,
    dates: &mut DateFields,
) -> Option<Command> {
    let palette = theme::palette(ui);
    let document = &article.document;
    ui.spacing_mut().item_spacing.y = 4.0;
    let by = document.author.as_ref().map(|author| format!(" · {author}"));
    let unread = article.unread.map(|it| format!(" · in {}, not read for dates", it.0));
    let source = format!(
        "{}{}{}",
        words::source_or_place(document),
        by.unwrap_or_default(),
        unread.unwrap_or_default()
    );
    let mut command = source_ui(ui, &source).then_some(Command::ShowOriginal(document.id, 0));
    let title = RichText::new(&document.title).size(size::HEADING + 2.0);
    ui.label(title.family(theme::serif_semibold()).color(palette.ink));
    ui.add_space(2.0);
    let mut why = matches!(date, DocumentDate::Unknown);
    ui.horizontal_wrapped(|ui| {
        let asked = date_ui(ui, article, date, dates, &mut why);
        command = command.take().or(asked);
    });
    dates.error_ui(ui, document.id);
    let asked = why.then(|| why::why_ui(ui, timeline, document.id, date)).flatten();
    command.or(asked)
}

/// The date, or the field for it; says in `why` whether its reasons are to be shown.
fn date_ui(
    ui: &mut Ui,
    article: &Article,
    date: &DocumentDate,
    dates: &mut DateFields,
    why: &mut bool,
) -> Option<Command> {
    let palette = theme::palette(ui);
    let id = article.document.id;
    let (colour, ask) = match date {
        DocumentDate::Known(..) | DocumentDate::Disputed { .. } | DocumentDate::Inferred(_) => {
            (palette.muted, "Correct the date of this article")
        }
        DocumentDate::Unknown => (palette.waiting, "Date of this article"),
    };
    let known = words::document_date(date);
    let label = ui.label(RichText::new(known).size(size::SMALL).color(colour));
    if matches!(date, DocumentDate::Unknown) {
        let why = words::document_date_or_why(article, date);
        label.on_hover_text(why);
    }
    if matches!(date, DocumentDate::Inferred(_)) {
        *why = why::link_ui(ui, id);
    }
    ui.spacing_mut().button_padding.y = 4.0;
    let correcting = ui.scope_id().with("correcting");
    let open = matches!(date, DocumentDate::Unknown)
        || ui.data(|data| data.get_temp(correcting).unwrap_or(false));
    if open {
        let given = dates.ui(ui, id, ask);
        if given.is_some() {
            ui.data_mut(|data| data.remove::<bool>(correcting));
        }
        return given;
    }
    if ui.link(RichText::new("Correct…").size(size::SMALL)).clicked() {
        ui.data_mut(|data| data.insert_temp(correcting, true));
    }
    None
}

/// Who published it, and a link to the file itself; answers whether that was clicked.
fn source_ui(ui: &mut Ui, source: &str) -> bool {
    let muted = theme::palette(ui).muted;
    let row = vec2(ui.available_width(), size::SMALL * 1.5);
    ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
        ui.spacing_mut().interact_size.y = 0.0;
        ui.add_space(12.0);
        let words = RichText::new("Show original").size(size::SMALL);
        let asked = ui.link(words).on_hover_text("The file that it lies in, as text").clicked();
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            let source = RichText::new(source).size(size::SMALL).color(muted);
            ui.add(Label::new(source).truncate());
        });
        asked
    })
    .inner
}
