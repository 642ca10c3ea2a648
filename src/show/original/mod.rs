//! The file that an article lies in, as text, in the place of the article.
//!
//! Opens nothing by itself: a browser is asked for by a command, after it was said what that
//! may tell the network.

mod rows;

use std::{ops::Range, sync::Arc};

use egui::{
    Color32, ComboBox, FontId, Frame, Label, Layout, Margin, RichText, ScrollArea, Ui,
    text::{LayoutJob, TextFormat},
    vec2,
};

use super::{
    Command,
    folder::OpenOriginal,
    theme::{self, size},
};
use crate::{
    model::{Document, Place},
    read::{Original, Stretch},
};
use rows::{Row, found, rows};

const LETTER: f32 = size::SMALL;
const ROW: f32 = 19.0;
/// Between the numbers of the lines and the lines.
const GUTTER: f32 = 14.0;
/// Right of what stands above the text: as much as the scroll bar takes beside it.
const RIGHT: f32 = 12.0;
/// How far down the view the sentence comes to stand.
const SOUGHT_AT: f32 = 0.3;

/// The panel of the file that is shown.
#[derive(Debug, Default)]
pub(crate) struct OriginalPanel {
    laid: Option<Laid>,
    /// The reader is being asked whether a browser may open it.
    asks: bool,
}

/// A file, laid out.
#[derive(Debug)]
struct Laid {
    file: Arc<Original>,
    width: f32,
    rows: Vec<Row>,
    /// Where the sentence that the reader came from stands.
    quote: Option<(usize, Range<usize>)>,
    /// What is to be scrolled to: that byte, that share of the view's height below its top.
    sought: Option<(usize, usize, f32)>,
    /// The byte at the top of the view.
    top: (usize, usize),
}

impl OriginalPanel {
    /// Shows the file of `document`, at `quote` if it can be found there.
    pub(crate) fn ui(
        &mut self,
        ui: &mut Ui,
        document: &Document,
        open: &OpenOriginal,
        quote: &str,
    ) -> Option<Command> {
        let palette = theme::palette(ui);
        let margin = Margin { left: 24, right: 12, top: 14, bottom: 0 };
        let frame = Frame::new().fill(palette.surface).inner_margin(margin);
        let shown = frame.show(ui, |ui| {
            ui.push_id(("original", document.id.bytes()), |ui| {
                ui.spacing_mut().item_spacing.y = 6.0;
                let file = open.file();
                let known = file.and_then(|it| it.as_ref().ok());
                if known.is_none_or(|it| !self.has_laid(it)) {
                    self.asks = false;
                }
                let asked = self.buttons_ui(ui, known);
                let chosen = place_ui(ui, document, open.place());
                let mut answered = None;
                match file {
                    None => {
                        ui.label(RichText::new("Reading…").color(palette.muted));
                    }
                    Some(Err(why)) => {
                        let why = RichText::new(format!("Not shown: {why}"));
                        ui.add(Label::new(why.color(palette.trouble)).wrap());
                    }
                    Some(Ok(file)) => {
                        remarks_ui(ui, file);
                        answered = self.question_ui(ui, file);
                        ui.add_space(4.0);
                        self.text_ui(ui, file, quote);
                    }
                }
                asked.or(chosen).or(answered)
            })
        });
        shown.inner.inner
    }

    fn has_laid(&self, file: &Arc<Original>) -> bool {
        self.laid.as_ref().is_some_and(|laid| Arc::ptr_eq(&laid.file, file))
    }

    /// The way back, and the way on to a browser.
    fn buttons_ui(&mut self, ui: &mut Ui, file: Option<&Arc<Original>>) -> Option<Command> {
        ui.horizontal(|ui| {
            small_buttons(ui);
            let back = ui.button(RichText::new("← Back to the article").size(size::SMALL));
            let back = back.on_hover_text("Esc").clicked();
            if file.is_some_and(|file| file.is_page) {
                ui.with_layout(Layout::right_to_left(egui::Align::Center), |ui| {
                    ui.add_space(RIGHT);
                    let words = RichText::new("Open in the browser…").size(size::SMALL);
                    self.asks |= ui.button(words).clicked();
                });
            }
            back.then_some(Command::HideOriginal)
        })
        .inner
    }

    /// What a browser may do with the page, and the choice, in place.
    fn question_ui(&mut self, ui: &mut Ui, file: &Original) -> Option<Command> {
        if !self.asks {
            return None;
        }
        let palette = theme::palette(ui);
        let frame = Frame::new().fill(palette.sentence).corner_radius(8);
        let mut answer = None;
        frame.inner_margin(Margin::symmetric(14, 10)).show(ui, |ui| {
            ui.set_width(ui.available_width() - RIGHT);
            let warning = "A browser may load pictures and programs of this page from the \
                           network, and so tell its sites that you opened it. Dateline has \
                           loaded nothing.";
            ui.add(Label::new(RichText::new(warning).color(palette.ink)).wrap());
            ui.horizontal(|ui| {
                small_buttons(ui);
                if ui.button(RichText::new("Open it").size(size::SMALL)).clicked() {
                    answer = Some(Command::OpenInBrowser(file.path.clone()));
                }
                self.asks = !ui.button(RichText::new("Not now").size(size::SMALL)).clicked();
            });
        });
        self.asks &= answer.is_none();
        answer
    }

    fn text_ui(&mut self, ui: &mut Ui, file: &Arc<Original>, quote: &str) {
        let palette = theme::palette(ui);
        let font = FontId::monospace(LETTER);
        let last = file.stretches.iter().map(last_line).max().unwrap_or_default();
        let digit = ui.fonts_mut(|fonts| fonts.glyph_width(&font, '0'));
        #[expect(clippy::cast_precision_loss, reason = "a few digits")]
        let gutter = digit * last.to_string().len() as f32 + GUTTER;
        let width = ui.available_width() - gutter - ui.spacing().scroll.bar_width - 6.0;
        self.lay_out(ui, file, quote, width.floor());
        let Some(laid) = &mut self.laid else { return };
        let mut area = ScrollArea::vertical().auto_shrink(false);
        if let Some(offset) = laid.sought_offset(ui.available_height()) {
            area = area.vertical_scroll_offset(offset);
        }
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.spacing_mut().interact_size.y = 0.0;
        area.show_rows(ui, ROW, laid.rows.len(), |ui, shown| {
            let first = laid.rows.get(shown.start);
            laid.top = first.map_or((0, 0), |row| (row.stretch, row.bytes.start));
            for row in laid.rows.get(shown).unwrap_or_default() {
                ui.horizontal(|ui| {
                    ui.set_height(ROW);
                    ui.spacing_mut().item_spacing.x = 0.0;
                    if let Some(line) = row.line {
                        number_ui(ui, line, gutter - GUTTER);
                    }
                    ui.add_space(gutter);
                    ui.add(Label::new(laid.job(row, palette)).extend());
                });
            }
        });
    }

    /// Lays out what is not laid out yet, or for another width.
    fn lay_out(&mut self, ui: &Ui, file: &Arc<Original>, quote: &str, width: f32) {
        let known = self.laid.as_ref().filter(|laid| Arc::ptr_eq(&laid.file, file));
        if known.is_some_and(|laid| (laid.width - width).abs() < 0.5) {
            return;
        }
        let quote = found(&file.stretches, quote);
        let begins = quote.as_ref().map(|(stretch, at)| (*stretch, at.start, SOUGHT_AT));
        // In another width, what the reader looks at stays in view.
        let sought = known.map(|laid| (laid.top.0, laid.top.1, 0.0)).or(begins);
        let font = FontId::monospace(LETTER);
        let rows = ui.fonts_mut(|fonts| {
            let plain = fonts.glyph_width(&font, 'm');
            // Nearly all is plain, and a file may have millions of letters.
            rows(&file.stretches, width, |c| match c {
                ' '..='~' => plain,
                c => fonts.glyph_width(&font, c),
            })
        });
        self.laid =
            Some(Laid { file: Arc::clone(file), width, rows, quote, sought, top: (0, 0) });
    }
}

impl Laid {
    /// Where a view of that height has to begin for what is sought to stand where it should.
    fn sought_offset(&mut self, height: f32) -> Option<f32> {
        let (stretch, byte, share) = self.sought.take()?;
        let after =
            self.rows.partition_point(|it| (it.stretch, it.bytes.start) <= (stretch, byte));
        #[expect(clippy::cast_precision_loss, reason = "a file has no ten million rows")]
        let top = after.saturating_sub(1) as f32 * ROW;
        Some((top - height * share).max(0.0))
    }

    fn job(&self, row: &Row, palette: &theme::Palette) -> LayoutJob {
        let text = self.file.stretches.get(row.stretch).map_or("", |it| it.text.as_str());
        let set = |background| TextFormat { background, ..format(palette.ink) };
        let quoted = self.quote.as_ref().filter(|(stretch, _)| *stretch == row.stretch);
        let (from, until) = (row.bytes.start, row.bytes.end);
        let (start, end) = quoted.map_or((until, until), |(_, bytes)| {
            (bytes.start.clamp(from, until), bytes.end.clamp(from, until))
        });
        let mut job = LayoutJob::default();
        for (part, background) in [
            (from..start, Color32::TRANSPARENT),
            (start..end, palette.sentence),
            (end..until, Color32::TRANSPARENT),
        ] {
            job.append(text.get(part).unwrap_or_default(), 0.0, set(background));
        }
        job
    }
}

/// The number of a line, at the left, ending there; it is not part of the text.
fn number_ui(ui: &Ui, line: u64, until: f32) {
    let faint = theme::palette(ui).faint;
    let mut job = LayoutJob::default();
    job.append(&line.to_string(), 0.0, format(faint));
    let number = ui.painter().layout_job(job);
    let corner = ui.cursor().min + vec2(until - number.size().x, 0.0);
    ui.painter().galley(corner, number, faint);
}

fn format(color: Color32) -> TextFormat {
    TextFormat {
        font_id: FontId::monospace(LETTER),
        line_height: Some(ROW),
        color,
        expand_bg: 0.0,
        ..TextFormat::default()
    }
}

fn small_buttons(ui: &mut Ui) {
    ui.spacing_mut().button_padding.y = 4.0;
    ui.spacing_mut().interact_size.y = 28.0;
}

fn last_line(stretch: &Stretch) -> u64 {
    stretch.line + (stretch.text.lines().count() as u64).saturating_sub(1)
}

/// Which file it is; one of several, if the text lies in several places.
fn place_ui(ui: &mut Ui, document: &Document, shown: usize) -> Option<Command> {
    let place = document.places.get(shown)?;
    let palette = theme::palette(ui);
    if document.places.len() == 1 {
        let name = RichText::new(&place.path).family(theme::semibold()).color(palette.ink);
        ui.add(Label::new(name).truncate());
        return None;
    }
    let mut chosen = shown;
    ui.horizontal(|ui| {
        let label = format!("The same text lies in {} places:", document.places.len());
        let label = ui.label(RichText::new(label).size(size::SMALL).color(palette.muted));
        let width = ui.available_width() - 16.0;
        let choice = ComboBox::from_id_salt("place").width(width).truncate();
        let choice = choice.selected_text(place_name(place)).show_ui(ui, |ui| {
            for (nth, place) in document.places.iter().enumerate() {
                ui.selectable_value(&mut chosen, nth, place_name(place));
            }
        });
        choice.response.labelled_by(label.id);
    });
    (chosen != shown).then_some(Command::ShowOriginal(document.id, chosen))
}

/// "town.csv", "town.csv, article 3"
fn place_name(place: &Place) -> String {
    match place.record {
        Some(record) => format!("{}, article {}", place.path, u64::from(record) + 1),
        None => place.path.clone(),
    }
}

/// What is to be known of what is shown.
fn remarks_ui(ui: &mut Ui, file: &Original) {
    let palette = theme::palette(ui);
    let what = match file.stretches.as_slice() {
        [head, row] => format!(
            "Line {} as it is on disk now, below the names of its columns in line {}",
            row.line, head.line
        ),
        [record] if !file.is_whole => format!("Line {} as it is on disk now", record.line),
        _ if file.is_page => "As it is on disk now, with its markup".to_owned(),
        _ => "As it is on disk now".to_owned(),
    };
    ui.label(RichText::new(what).size(size::SMALL).color(palette.muted));
    let changed = "It has changed since it was read, and no longer holds this article as \
                   Dateline shows it. Open the folder again to read it anew";
    let gaps = format!("Damaged characters, shown as �: {}", file.gaps);
    for (remark, holds) in [(changed, file.has_changed), (&gaps, file.gaps > 0)] {
        if holds {
            let remark = RichText::new(remark).size(size::SMALL).color(palette.waiting);
            ui.add(Label::new(remark).wrap());
        }
    }
}
