//! The expressions that date no event, by why.

use egui::{RichText, Ui};

use super::{
    Command,
    article::sentence_of,
    empty::empty_ui,
    quote::{self, quote_ui},
    rows::rows_ui,
    theme::{self, size},
    words,
};
use crate::{
    model::{Aside, SetAside},
    project::Timeline,
};

const HEAD: f32 = 58.0;

enum Row<'a> {
    Why(SetAside, usize),
    Aside(&'a Aside),
}

/// Shows what was set aside.
pub(crate) fn set_aside_ui(ui: &mut Ui, timeline: &Timeline) -> Option<Command> {
    if timeline.set_aside.is_empty() {
        empty_ui(ui, "Nothing was set aside", "Every expression dates an event or waits to");
        return None;
    }
    let rows = rows(timeline);
    let height = |row: &Row<'_>| match row {
        Row::Why(..) => HEAD,
        Row::Aside(_) => quote::ROW,
    };
    let heights: Vec<f32> = rows.iter().map(height).collect();
    let mut command = None;
    rows_ui(ui, &heights, |ui, index| match rows.get(index) {
        Some(Row::Why(why, count)) => head_ui(ui, *why, *count),
        Some(Row::Aside(aside)) => command = command.take().or(row_ui(ui, timeline, aside)),
        None => {}
    });
    command
}

fn rows(timeline: &Timeline) -> Vec<Row<'_>> {
    let mut rows = Vec::new();
    for why in SetAside::ALL {
        let these: Vec<Row<'_>> =
            timeline.set_aside.iter().filter(|it| it.why == why).map(Row::Aside).collect();
        if !these.is_empty() {
            rows.push(Row::Why(why, these.len()));
            rows.extend(these);
        }
    }
    rows
}

fn head_ui(ui: &mut Ui, why: SetAside, count: usize) {
    let palette = theme::palette(ui);
    ui.add_space(26.0);
    ui.horizontal(|ui| {
        ui.spacing_mut().interact_size.y = 0.0;
        let heading = format!("{} ({count})", words::aside_heading(why));
        ui.label(RichText::new(heading).family(theme::semibold()));
        let because = RichText::new(words::aside(why)).size(size::SMALL);
        ui.label(because.color(palette.muted));
    });
}

fn row_ui(ui: &mut Ui, timeline: &Timeline, aside: &Aside) -> Option<Command> {
    let (article, _) = timeline.article(aside.origin.document)?;
    let places = (sentence_of(article, aside), aside.origin.span);
    let accent = theme::palette(ui).accent;
    quote_ui(ui, &article.document.text, places, words::source(&article.document), accent)
        .then_some(Command::OpenArticle(aside.origin))
}
