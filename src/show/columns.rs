//! The question which column of a table holds what, where its names do not tell.

use egui::{Align, Button, ComboBox, Label, Layout, RichText, Ui, vec2};

use super::{
    Command,
    rows::rows_ui,
    theme::{self, size},
};
use crate::{
    model::{Columns, Role},
    problem::{Problem, TableHead},
    read,
};

const ROW: f32 = 44.0;
const NAME_WIDTH: f32 = 150.0;
const ROLE_WIDTH: f32 = 130.0;
/// All that a column may hold is seen at once.
const ROLES_HEIGHT: f32 = 320.0;

/// What the reader is being asked about one table.
#[derive(Debug)]
pub(crate) struct ColumnsQuestion {
    file: String,
    table: TableHead,
    /// What each column holds.
    roles: Vec<Option<Role>>,
}

/// What came of a question.
pub(crate) enum Answer {
    /// None yet.
    Open,
    /// The reader does not want to say.
    NotNow,
    /// The table is to be read so.
    Given(Command),
}

impl ColumnsQuestion {
    /// The question that `problem` with `table` asks; what the names tell is filled in.
    pub(crate) fn about(problem: &Problem, table: &TableHead) -> Self {
        let mut roles = vec![None; table.header.len()];
        for (role, place) in read::columns_named(&table.header) {
            if let Some(held) = roles.get_mut(place) {
                *held = Some(role);
            }
        }
        Self { file: problem.name.clone(), table: table.clone(), roles }
    }

    /// Whether `problem` is the one that asks it.
    pub(crate) fn is_about(&self, problem: &Problem) -> bool {
        problem.name == self.file && problem.table.as_deref() == Some(&self.table)
    }

    /// Asks; while the answer is taken in, there is no other.
    pub(crate) fn ui(&mut self, ui: &mut Ui, is_taken_in: bool) -> Answer {
        let palette = theme::palette(ui);
        ui.add_space(12.0);
        let answer = self.head_ui(ui, is_taken_in);
        let what = "Say which column holds the articles’ text, and what else you know. Tables \
                    with the same columns are read likewise.";
        let what = RichText::new(what).size(size::SMALL).color(palette.muted);
        ui.add(Label::new(what).truncate());
        ui.add_space(4.0);
        let heights = vec![ROW; self.roles.len()];
        ui.add_enabled_ui(!is_taken_in, |ui| {
            rows_ui(ui, &heights, |ui, column| self.column_ui(ui, column));
        });
        answer
    }

    fn head_ui(&self, ui: &mut Ui, is_taken_in: bool) -> Answer {
        let palette = theme::palette(ui);
        let row = vec2(ui.available_width(), 34.0);
        let from_the_right = Layout::right_to_left(Align::Center);
        ui.allocate_ui_with_layout(row, from_the_right, |ui| {
            // In line with the rows, which leave room for a scroll bar.
            ui.add_space(ui.spacing().scroll.bar_width + 6.0);
            let not_now = ui.button("Not now").clicked();
            let columns = self.columns().filter(|_| !is_taken_in);
            let words = if is_taken_in { "Reading…" } else { "Read the table" };
            let words = RichText::new(words).family(theme::semibold());
            let read = Button::new(words.color(palette.on_accent)).fill(palette.accent);
            let read = ui.add_enabled(columns.is_some(), read).clicked();
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let title = format!("What do the columns of {} hold?", self.file);
                let title = RichText::new(title).size(size::HEADING);
                ui.add(Label::new(title.family(theme::serif_semibold())).truncate());
            });
            match columns.filter(|_| read) {
                Some(columns) => Answer::Given(Command::ChooseColumns {
                    file: self.file.clone(),
                    header: self.table.header.clone(),
                    columns,
                }),
                None if not_now => Answer::NotNow,
                None => Answer::Open,
            }
        })
        .inner
    }

    fn column_ui(&mut self, ui: &mut Ui, column: usize) {
        let palette = theme::palette(ui);
        let name = self.name(column);
        let held = self.roles.get(column).copied().flatten();
        let mut chosen = held;
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let role = ComboBox::from_id_salt(column).width(ROLE_WIDTH).height(ROLES_HEIGHT);
            let role = role.selected_text(role_name(held)).show_ui(ui, |ui| {
                for role in [None].into_iter().chain(Role::ALL.map(Some)) {
                    ui.selectable_value(&mut chosen, role, role_name(role));
                }
            });
            role.response.accessible_name(format!("What “{name}” holds"));
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let words = RichText::new(&name).family(theme::semibold());
                let space = vec2(NAME_WIDTH, ROW);
                ui.allocate_ui_with_layout(space, Layout::left_to_right(Align::Center), |ui| {
                    ui.set_width(NAME_WIDTH);
                    ui.add(Label::new(words).truncate());
                });
                let values = RichText::new(self.values(column)).size(size::SMALL);
                ui.add(Label::new(values.color(palette.muted)).truncate());
            });
        });
        if chosen != held {
            self.choose(column, chosen);
        }
    }

    /// Says what `column` holds; no other holds the same.
    fn choose(&mut self, column: usize, role: Option<Role>) {
        for held in &mut self.roles {
            *held = held.filter(|held| Some(*held) != role);
        }
        if let Some(held) = self.roles.get_mut(column) {
            *held = role;
        }
    }

    fn columns(&self) -> Option<Columns> {
        let held = self.roles.iter().enumerate();
        Columns::new(held.filter_map(|(place, role)| Some(((*role)?, place))).collect())
    }

    fn name(&self, column: usize) -> String {
        let name = self.table.header.get(column).map(|it| it.trim());
        let name = name.filter(|name| !name.is_empty()).map(str::to_owned);
        name.unwrap_or_else(|| format!("Column {}", column + 1))
    }

    /// The first values of a column that has any: "Harbour Post · Echo".
    fn values(&self, column: usize) -> String {
        let values = self.table.rows.iter().filter_map(|row| row.get(column));
        let values: Vec<&str> =
            values.map(String::as_str).filter(|value| !value.is_empty()).collect();
        values.join("  ·  ")
    }
}

const fn role_name(role: Option<Role>) -> &'static str {
    match role {
        None => "Not used",
        Some(Role::Text) => "Text",
        Some(Role::Title) => "Headline",
        Some(Role::Date) => "Date",
        Some(Role::Source) => "Source",
        Some(Role::Author) => "Author",
        Some(Role::Address) => "Web address",
    }
}
