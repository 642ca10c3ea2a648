//! What could not be read or settled, each with its reason, and what can be asked about it.

use egui::{Align, Label, Layout, RichText, Ui, vec2};

use super::{
    Command,
    columns::{Answer, ColumnsQuestion},
    empty::empty_ui,
    theme::{self, size},
};
use crate::problem::Problem;

const ROW: f32 = 54.0;
const SPACE: f32 = 8.0;

/// The list of problems, or the question that one of them asks.
#[derive(Debug, Default)]
pub(crate) struct ProblemsPanel {
    question: Option<ColumnsQuestion>,
}

impl ProblemsPanel {
    /// Shows the problems; `is_behind` tells that an edit is not taken into account yet.
    pub(crate) fn ui(
        &mut self,
        ui: &mut Ui,
        problems: &[Problem],
        is_behind: bool,
    ) -> Option<Command> {
        if problems.is_empty() {
            self.question = None;
            empty_ui(ui, "No problems", "Everything in the folder could be read");
            return None;
        }
        // What was answered is asked no longer.
        self.question.take_if(|it| !problems.iter().any(|problem| it.is_about(problem)));
        let Some(question) = &mut self.question else {
            self.list_ui(ui, problems);
            return None;
        };
        match question.ui(ui, is_behind) {
            Answer::Open => None,
            Answer::NotNow => {
                self.question = None;
                None
            }
            Answer::Given(command) => Some(command),
        }
    }

    fn list_ui(&mut self, ui: &mut Ui, problems: &[Problem]) {
        ui.spacing_mut().item_spacing.y = SPACE;
        let list = egui::ScrollArea::vertical().auto_shrink(false);
        list.show_rows(ui, ROW, problems.len(), |ui, range| {
            for problem in problems.get(range).unwrap_or_default() {
                let row = vec2(ui.available_width(), ROW);
                let from_the_right = Layout::right_to_left(Align::Center);
                ui.allocate_ui_with_layout(row, from_the_right, |ui| {
                    ui.set_min_height(ROW);
                    ui.add_space(size::EDGE);
                    if let Some(table) = &problem.table
                        && ui.button("Choose the columns…").clicked()
                    {
                        self.question = Some(ColumnsQuestion::about(problem, table));
                    }
                    ui.with_layout(Layout::top_down(Align::Min), |ui| problem_ui(ui, problem));
                });
            }
        });
    }
}

fn problem_ui(ui: &mut Ui, problem: &Problem) {
    let palette = theme::palette(ui);
    ui.spacing_mut().item_spacing.y = 2.0;
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        ui.spacing_mut().interact_size.y = 0.0;
        ui.label(RichText::new(&problem.name).family(theme::semibold()));
        ui.label(RichText::new(&problem.what).color(palette.trouble));
    });
    let why = RichText::new(&problem.why).size(size::SMALL).color(palette.muted);
    ui.add(Label::new(why).truncate());
}
