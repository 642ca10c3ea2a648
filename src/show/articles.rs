//! Every article, with what became of it: also those of which nothing is dated.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use egui::{
    Align, Label, Layout, RichText, Role, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, vec2,
};

use super::{
    Command,
    empty::empty_ui,
    reader::Choice,
    theme::{self, size},
    words,
};
use crate::{
    model::{DocumentDate, DocumentId},
    project::{Article, Timeline},
};

const ROW: f32 = 48.0;
/// What is said at the right has so much room.
const SUMS: f32 = 190.0;

/// The list of articles.
#[derive(Debug, Default)]
pub(crate) struct ArticlesPanel {
    /// What each tells, for that timeline: counted once, not in every frame.
    told: BTreeMap<DocumentId, Told>,
    counted: Option<Arc<Timeline>>,
}

/// What an article tells.
#[derive(Clone, Copy, Debug, Default)]
struct Told {
    events: usize,
    waiting: usize,
}

impl ArticlesPanel {
    /// Shows the articles; a row chosen opens one.
    pub(crate) fn ui(
        &mut self,
        ui: &mut Ui,
        timeline: &Arc<Timeline>,
        choice: Option<Choice>,
    ) -> Option<Command> {
        if timeline.articles.is_empty() {
            empty_ui(ui, "No articles", "See Problems for what could not be read");
            return None;
        }
        if !self.counted.as_ref().is_some_and(|it| Arc::ptr_eq(it, timeline)) {
            self.told = told(timeline);
            self.counted = Some(Arc::clone(timeline));
        }
        let mut command = None;
        ui.spacing_mut().item_spacing.y = 0.0;
        let list = ScrollArea::vertical().auto_shrink(false);
        list.show_rows(ui, ROW, timeline.articles.len(), |ui, shown| {
            for (article, date) in timeline.articles.get(shown).unwrap_or_default() {
                let id = article.document.id;
                let told = self.told.get(&id).copied().unwrap_or_default();
                let chosen = choice == Some(Choice::Article(id));
                if row_ui(ui, article, date, told, chosen) {
                    command = Some(Command::ReadArticle(id));
                }
            }
        });
        command
    }
}

fn told(timeline: &Timeline) -> BTreeMap<DocumentId, Told> {
    let mut told: BTreeMap<DocumentId, Told> = BTreeMap::new();
    for event in &timeline.events {
        let documents: BTreeSet<_> =
            event.mentions().map(|it| it.said.origin.document).collect();
        for document in documents {
            told.entry(document).or_default().events += 1;
        }
    }
    for waiting in &timeline.waiting {
        told.entry(waiting.said.origin.document).or_default().waiting += 1;
    }
    told
}

/// Whether the row was clicked.
fn row_ui(
    ui: &mut Ui,
    article: &Article,
    date: &DocumentDate,
    told: Told,
    chosen: bool,
) -> bool {
    let palette = theme::palette(ui);
    // The scroll bar lies over the rows.
    let width = ui.available_width() - ui.spacing().scroll.bar_width - 6.0;
    let (area, response) = ui.allocate_exact_size(vec2(width, ROW), Sense::click());
    let document = &article.document;
    let sums = sums(article, told);
    response.widget_info(|| {
        WidgetInfo::selected(Role::Row, true, chosen, format!("{}: {sums}", document.title))
    });
    if chosen {
        ui.painter().rect_filled(area, 6.0, palette.chosen);
    } else if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(area, 6.0, palette.hover);
    }
    let inside = area.shrink2(vec2(10.0, 5.0));
    let layout = Layout::right_to_left(Align::Center);
    let mut row = ui.new_child(UiBuilder::new().max_rect(inside).layout(layout));
    let small = |text: String| RichText::new(text).size(size::SMALL).color(palette.muted);
    let line = |text: RichText| Label::new(text).selectable(false).truncate();
    row.allocate_ui_with_layout(vec2(SUMS, inside.height()), layout, |ui| {
        ui.add(line(small(sums.clone())));
    });
    row.with_layout(Layout::top_down(Align::Min), |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        ui.add(line(RichText::new(&document.title).family(theme::semibold())));
        let (source, known) =
            (words::source_or_place(document), words::document_date_or_why(article, date));
        ui.add(line(small(format!("{source} · {known}"))));
    });
    response.clicked()
}

/// "3 events, 2 wait"
fn sums(article: &Article, told: Told) -> String {
    if let Some(language) = article.unread {
        return format!("In {}, not read for dates", language.0);
    }
    let events = match told.events {
        0 => "No events".to_owned(),
        count => words::counted(count, "event", "events"),
    };
    match told.waiting {
        0 => events,
        count => format!("{events}, {}", words::counted(count, "waits", "wait")),
    }
}
