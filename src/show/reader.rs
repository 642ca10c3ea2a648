//! The right side: the event chosen and the articles that tell of it, up to three at a time.

use egui::{Button, Frame, Margin, RichText, Stroke, Ui, UiBuilder, vec2};

use super::{
    Command,
    article::{ArticlePanels, Shown},
    date_field::DateFields,
    empty::empty_ui,
    event_head::event_head_ui,
    folder::OpenFolder,
    original::OriginalPanel,
    theme::{self, size},
    words,
};
use crate::{
    model::{DocumentId, Event, EventId, Origin},
    project::Timeline,
};

/// What the articles are open at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Choice {
    /// An event, at each sentence that tells of it.
    Event(EventId),
    /// An article, at an expression.
    Place(Origin),
    /// An article, where it was last open.
    Article(DocumentId),
}

/// Long names of sources give way, so that the articles have the room.
const TABS_IN_A_ROW: u8 = 3;

/// An article to be shown, and what in it is.
type Place = (DocumentId, Option<Shown>);

/// The right side.
#[derive(Debug, Default)]
pub(crate) struct Reader {
    articles: ArticlePanels,
    original: OriginalPanel,
    /// What the articles were last scrolled for: which choice, and the places then.
    followed: Option<(usize, Vec<Place>)>,
    /// The first source shown, where not all have room.
    first: usize,
}

impl Reader {
    /// Shows the articles of what is chosen.
    pub(crate) fn ui(
        &mut self,
        ui: &mut Ui,
        folder: &OpenFolder,
        dates: &mut DateFields,
    ) -> Option<Command> {
        let (timeline, choice) = (folder.timeline(), folder.choice());
        let event = match choice {
            Some(Choice::Event(id)) => timeline.event(id),
            Some(Choice::Place(_) | Choice::Article(_)) | None => None,
        };
        let places = places(timeline, choice, event);
        if places.is_empty() {
            self.followed = None;
            return empty(ui, timeline);
        }
        self.follow(timeline, folder.choices(), &places);
        let asked = event.and_then(|event| {
            let asked = event_head_ui(ui, timeline, event);
            line_ui(ui);
            asked
        });
        asked.or(self.articles_ui(ui, folder, &places, dates))
    }

    /// Brings into view what has just been chosen, or has come to what was chosen before.
    fn follow(&mut self, timeline: &Timeline, choices: usize, places: &[Place]) {
        let before = self.followed.take().filter(|(known, _)| *known == choices);
        if before.is_none() {
            self.first = 0;
        }
        let known = before.map(|it| it.1).unwrap_or_default();
        for (document, shown) in places.iter().filter(|it| !known.contains(it)) {
            if let Some(((article, _), shown)) = timeline.article(*document).zip(*shown) {
                self.articles.seek(article, shown.sentence.start());
            }
        }
        self.followed = Some((choices, places.to_vec()));
    }

    fn articles_ui(
        &mut self,
        ui: &mut Ui,
        folder: &OpenFolder,
        places: &[Place],
        dates: &mut DateFields,
    ) -> Option<Command> {
        let timeline = folder.timeline();
        let room = ui.available_size();
        let across = fitting(room.x, size::ARTICLE_NARROWEST);
        let fits = across.max(fitting(room.y, size::ARTICLE_LOWEST)).min(3);
        if places.len() > fits {
            self.tabs_ui(ui, timeline, places, fits);
        }
        let first = self.first.min(places.len().saturating_sub(fits));
        let shown: Vec<_> = places.iter().skip(first).take(fits).collect();
        let side_by_side = across >= shown.len();
        let room = ui.available_rect_before_wrap();
        let mut command = None;
        #[expect(clippy::cast_precision_loss, reason = "three at most")]
        for (index, shown_at) in shown.iter().enumerate() {
            let count = shown.len() as f32;
            let part = if side_by_side {
                vec2(room.width() / count, room.height())
            } else {
                vec2(room.width(), room.height() / count)
            };
            let step = if side_by_side { vec2(part.x, 0.0) } else { vec2(0.0, part.y) };
            let place = egui::Rect::from_min_size(room.min + step * index as f32, part);
            let mut panel =
                ui.new_child(UiBuilder::new().id_salt(("article", index)).max_rect(place));
            panel.set_clip_rect(place.intersect(ui.clip_rect()));
            let asked = self.source_ui(&mut panel, folder, **shown_at, dates);
            command = command.take().or(asked);
            if index > 0 {
                let stroke = Stroke::new(1.0, theme::palette(ui).hairline);
                if side_by_side {
                    ui.painter().vline(place.left(), place.y_range(), stroke);
                } else {
                    ui.painter().hline(place.x_range(), place.top(), stroke);
                }
            }
        }
        command
    }

    /// One article, at its sentence if it has one, or the file that it lies in.
    fn source_ui(
        &mut self,
        ui: &mut Ui,
        folder: &OpenFolder,
        (document, shown): Place,
        dates: &mut DateFields,
    ) -> Option<Command> {
        let timeline = folder.timeline();
        let article = timeline.article(document)?;
        if let Some(open) = folder.original(document) {
            let document = &article.0.document;
            let sentence = shown.map_or("", |it| it.sentence.slice(&document.text));
            return self.original.ui(ui, document, open, sentence);
        }
        self.articles.ui(ui, timeline, article, shown, dates)
    }

    /// The sources as tabs, where not all have room.
    fn tabs_ui(&mut self, ui: &mut Ui, timeline: &Timeline, places: &[Place], fits: usize) {
        let margin = Margin { left: 20, right: 20, top: 6, bottom: 6 };
        Frame::new().inner_margin(margin).show(ui, |ui| {
            let gaps = ui.spacing().item_spacing.x * f32::from(TABS_IN_A_ROW - 1);
            let width = (ui.available_width() - gaps) / f32::from(TABS_IN_A_ROW) - 1.0;
            let tab_size = vec2(width, ui.spacing().interact_size.y);
            ui.horizontal_wrapped(|ui| {
                for (index, (document, _)) in places.iter().enumerate() {
                    let Some((article, _)) = timeline.article(*document) else { continue };
                    let shown = (self.first..self.first + fits).contains(&index);
                    let name = words::source(&article.document);
                    let tab = Button::selectable(shown, RichText::new(name).size(size::SMALL));
                    let tab = ui.add_sized(tab_size, tab.truncate());
                    if tab.on_hover_text(name).clicked() {
                        self.first = index.min(places.len().saturating_sub(fits));
                    }
                }
            });
        });
        line_ui(ui);
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a window has no million articles"
)]
fn fitting(room: f32, least: f32) -> usize {
    ((room / least) as usize).max(1)
}

fn line_ui(ui: &Ui) {
    let stroke = Stroke::new(1.0, theme::palette(ui).hairline);
    ui.painter().hline(ui.max_rect().x_range(), ui.cursor().top() - 4.0, stroke);
}

/// Each article that tells of what is chosen, once, with the sentence; the lead's first.
fn places(timeline: &Timeline, choice: Option<Choice>, event: Option<&Event>) -> Vec<Place> {
    match choice {
        Some(Choice::Article(document)) => return vec![(document, None)],
        Some(Choice::Place(origin)) => return place(timeline, origin).into_iter().collect(),
        Some(Choice::Event(_)) | None => {}
    }
    let mut places: Vec<Place> = Vec::new();
    for mention in event.into_iter().flat_map(Event::mentions) {
        let Origin { document, span: expression, .. } = mention.said.origin;
        if places.iter().all(|(known, _)| *known != document) {
            places
                .push((document, Some(Shown { sentence: mention.said.sentence, expression })));
        }
    }
    places
}

/// An article at an expression, whether it dates anything or not.
fn place(timeline: &Timeline, origin: Origin) -> Option<Place> {
    let said = timeline.said(origin).map(|(_, said)| said.sentence);
    let (article, _) = timeline.article(origin.document)?;
    let sentences = &article.sentences;
    let place = sentences.partition_point(|it| it.end() <= origin.span.start());
    let sentence = said.or_else(|| sentences.get(place).copied()).unwrap_or(origin.span);
    Some((origin.document, Some(Shown { sentence, expression: origin.span })))
}

fn empty(ui: &mut Ui, timeline: &Timeline) -> Option<Command> {
    if timeline.events.is_empty() {
        return None;
    }
    ui.add_space(40.0);
    empty_ui(
        ui,
        "Choose an event",
        "Its articles open here, each at the sentence that says so",
    );
    None
}
