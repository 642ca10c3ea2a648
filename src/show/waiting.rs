//! What waits for a date, article by article, each with the field that gives it one.

use egui::{Align, Label, Layout, RichText, Ui};

use super::{
    Command,
    date_field::{self, DateFields},
    empty::empty_ui,
    quote::{self, quote_ui},
    rows::rows_ui,
    theme::{self, size},
    words,
};
use crate::{
    model::{DocumentDate, Waiting, Why},
    project::{Article, Timeline},
};

const HEAD: f32 = 76.0;
const HEAD_WITH_ERROR: f32 = 98.0;

enum Row<'a> {
    Article(&'a Article, &'a DocumentDate, usize),
    Waits(&'a Article, &'a Waiting),
}

/// Shows what waits.
pub(crate) fn waiting_ui(
    ui: &mut Ui,
    timeline: &Timeline,
    dates: &mut DateFields,
) -> Option<Command> {
    if timeline.waiting.is_empty() {
        empty_ui(
            ui,
            "Nothing waits for a date",
            "Every expression that dates an event is placed",
        );
        return None;
    }
    let rows = rows(timeline);
    let heights: Vec<f32> = rows.iter().map(|row| row.height(dates)).collect();
    let mut command = None;
    rows_ui(ui, &heights, |ui, index| {
        let asked = match rows.get(index) {
            Some(Row::Article(article, date, count)) => {
                head_ui(ui, article, date, *count, dates)
            }
            Some(Row::Waits(article, waiting)) => row_ui(ui, article, waiting),
            None => None,
        };
        command = command.take().or(asked);
    });
    command
}

impl Row<'_> {
    fn height(&self, dates: &DateFields) -> f32 {
        match self {
            Self::Article(article, ..) if dates.error(article.document.id).is_some() => {
                HEAD_WITH_ERROR
            }
            Self::Article(..) => HEAD,
            Self::Waits(..) => quote::ROW,
        }
    }
}

fn rows(timeline: &Timeline) -> Vec<Row<'_>> {
    let mut rows = Vec::new();
    for group in timeline
        .waiting
        .chunk_by(|one, next| one.said.origin.document == next.said.origin.document)
    {
        let document = group.first().map(|it| it.said.origin.document);
        if let Some((article, date)) = document.and_then(|it| timeline.article(it)) {
            rows.push(Row::Article(article, date, group.len()));
            rows.extend(group.iter().map(|it| Row::Waits(article, it)));
        }
    }
    rows
}

fn head_ui(
    ui: &mut Ui,
    article: &Article,
    date: &DocumentDate,
    count: usize,
    dates: &mut DateFields,
) -> Option<Command> {
    let palette = theme::palette(ui);
    let document = &article.document;
    ui.add_space(18.0);
    let row = ui.horizontal(|ui| {
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(4.0);
            let name = format!("When was “{}” published?", document.title);
            let asked = ui
                .allocate_ui_with_layout(
                    egui::vec2(date_field::WHOLE_WIDTH, 40.0),
                    Layout::left_to_right(Align::Center),
                    |ui| dates.ui(ui, document.id, &name),
                )
                .inner;
            ui.with_layout(Layout::top_down(Align::Min), |ui| {
                ui.spacing_mut().item_spacing.y = 3.0;
                let title = RichText::new(&document.title).family(theme::semibold());
                ui.add(Label::new(title).truncate());
                let source = words::source_or_place(document);
                let known = words::document_date_or_why(article, date);
                let waits = words::counted(count, "expression waits", "expressions wait");
                let line = RichText::new(format!("{source} · {waits} · {known}"));
                let line = line.size(size::SMALL).color(palette.muted);
                ui.add(Label::new(line).truncate());
            });
            asked
        })
        .inner
    });
    dates.error_ui(ui, document.id);
    row.inner
}

fn row_ui(ui: &mut Ui, article: &Article, waiting: &Waiting) -> Option<Command> {
    let palette = theme::palette(ui);
    let said = &waiting.said;
    let text = &article.document.text;
    let places = (said.sentence, said.origin.span);
    quote_ui(ui, text, places, remark(waiting.why), palette.waiting)
        .then_some(Command::OpenArticle(said.origin))
}

/// What is missing, if it is not simply the article's date.
const fn remark(why: Why) -> &'static str {
    match why {
        Why::NoDocumentDate => "",
        Why::CoarseDocumentDate => "needs the article’s date to the day",
        Why::NoEarlierExpression => "counts from a date before it, and none fits",
        Why::CountsFromEvent => "counts from another event",
        Why::Impossible => "would end before it begins",
    }
}
