//! The timeline's colours, for light and dark.
//!
//! Every meaning has a form of its own too: the colours help, and no more than that.

use egui::{Color32, Ui};

use crate::{layout::Telling, show::theme};

/// The outline of a mark, in points.
pub(super) const LINE: f32 = 1.5;

/// The colours that the timeline is drawn in.
#[derive(Clone, Copy, Debug)]
pub(super) struct TimelineStyle {
    pub(super) ground: Color32,
    pub(super) text: Color32,
    pub(super) weak: Color32,
    pub(super) grid: Color32,
    pub(super) selected: Color32,
    /// The sign that sources differ.
    pub(super) disputed: Color32,
    /// Words on a solid mark.
    pub(super) on_solid: Color32,
    fact: Color32,
    planned: Color32,
    denied: Color32,
    hypothetical: Color32,
}

impl TimelineStyle {
    /// Those of the window.
    pub(super) fn of(ui: &Ui) -> Self {
        let palette = theme::palette(ui);
        Self {
            ground: palette.paper,
            text: palette.ink,
            weak: palette.muted,
            grid: palette.grid,
            selected: palette.ring,
            disputed: palette.trouble,
            on_solid: palette.on_mark,
            fact: palette.fact,
            planned: palette.planned,
            denied: palette.denied,
            hypothetical: palette.hypothetical,
        }
    }

    /// The colour of an event told that way.
    pub(super) const fn of_telling(&self, telling: Telling) -> Color32 {
        match telling {
            Telling::Fact => self.fact,
            Telling::Planned => self.planned,
            Telling::Denied => self.denied,
            Telling::Hypothetical => self.hypothetical,
        }
    }

    /// The same, thin enough for words to stand on.
    pub(super) fn soft(&self, colour: Color32) -> Color32 {
        self.ground.lerp_to_gamma(colour, 0.22)
    }
}
