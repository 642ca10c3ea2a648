//! The field in which the reader says when an article was published.

use std::collections::BTreeMap;

use egui::{Align2, Button, Key, TextEdit, Ui};

use super::{Command, theme};
use crate::{model::DocumentId, tag::Language, time::When};

/// What stands in the date fields, by article: wherever an article's field is shown, it holds
/// the same.
#[derive(Debug, Default)]
pub(crate) struct DateFields {
    drafts: BTreeMap<DocumentId, Draft>,
}

#[derive(Debug, Default)]
struct Draft {
    typed: String,
    error: Option<String>,
}

/// The width of a field.
const WIDTH: f32 = 206.0;
/// The width of a field and its button.
pub(crate) const WHOLE_WIDTH: f32 = WIDTH + 112.0;

impl DateFields {
    /// The field of `document`, called `name` by screen readers; Enter gives the date.
    pub(crate) fn ui(
        &mut self,
        ui: &mut Ui,
        document: DocumentId,
        name: &str,
    ) -> Option<Command> {
        let draft = self.drafts.entry(document).or_default();
        let field = TextEdit::singleline(&mut draft.typed)
            .id_salt((document.bytes(), name))
            .hint_text("e.g. 14 September 2017")
            .align(Align2::LEFT_CENTER)
            .desired_width(WIDTH);
        let response = ui.add(field).accessible_name(name);
        if response.changed() {
            draft.error = None;
        }
        let entered = response.lost_focus() && ui.input(|it| it.key_pressed(Key::Enter));
        let some = !draft.typed.trim().is_empty();
        let pressed = ui.add_enabled(some, Button::new("Give date")).clicked();
        if !entered && !pressed {
            return None;
        }
        let given = draft.read();
        if given.is_none() {
            response.request_focus();
        }
        given.map(|when| Command::DateDocument(document, when))
    }

    /// What is wrong with what was typed, in a line below.
    pub(crate) fn error_ui(&self, ui: &mut Ui, document: DocumentId) {
        if let Some(error) = self.error(document) {
            let trouble = theme::palette(ui).trouble;
            ui.label(egui::RichText::new(error).size(theme::size::SMALL).color(trouble));
        }
    }

    /// What is wrong with what was typed.
    pub(crate) fn error(&self, document: DocumentId) -> Option<&str> {
        self.drafts.get(&document)?.error.as_deref()
    }
}

impl Draft {
    fn read(&mut self) -> Option<When> {
        // What was typed stays: the edit may not be kept, and then it is still there.
        let when = date_typed(self.typed.trim());
        if when.is_none() {
            self.error = Some(format!(
                "“{}” is no date that Dateline can read; write it like 14 September 2017, \
                 September 2017 or 2017-09-14",
                self.typed.trim()
            ));
        }
        when
    }
}

fn date_typed(typed: &str) -> Option<When> {
    typed.parse().ok().or_else(|| Language::english().date_typed(typed))
}
