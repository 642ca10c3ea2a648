//! The timeline's colours, for light and dark.
//!
//! Every meaning has a form of its own too: the colours help, and no more than that.

use egui::{Color32, Visuals};

use crate::layout::Telling;

/// The colours that the timeline is drawn in.
#[derive(Clone, Copy, Debug)]
pub(super) struct TimelineStyle {
    pub(super) ground: Color32,
    pub(super) text: Color32,
    pub(super) weak: Color32,
    pub(super) grid: Color32,
    pub(super) selected: Color32,
    /// Words on a solid mark.
    pub(super) on_solid: Color32,
    fact: Color32,
    planned: Color32,
    denied: Color32,
    hypothetical: Color32,
}

impl TimelineStyle {
    /// Those that go with the window's.
    pub(super) const fn of(visuals: &Visuals) -> Self {
        let rgb = Color32::from_rgb;
        if visuals.dark_mode {
            Self {
                ground: visuals.panel_fill,
                text: rgb(0xE4, 0xE6, 0xEA),
                weak: rgb(0x9A, 0xA1, 0xAC),
                grid: Color32::from_rgb(0x45, 0x49, 0x52),
                selected: rgb(0xFF, 0xD1, 0x66),
                on_solid: rgb(0x0E, 0x16, 0x20),
                fact: rgb(0x77, 0xAA, 0xDD),
                planned: rgb(0xEE, 0xA3, 0x5C),
                denied: rgb(0xA5, 0xA8, 0xAD),
                hypothetical: rgb(0xDD, 0x8F, 0xBE),
            }
        } else {
            Self {
                ground: visuals.panel_fill,
                text: rgb(0x1F, 0x24, 0x2B),
                weak: rgb(0x5F, 0x67, 0x72),
                grid: Color32::from_rgb(0xC6, 0xCB, 0xD2),
                selected: rgb(0xC2, 0x4E, 0x00),
                on_solid: rgb(0xFF, 0xFF, 0xFF),
                fact: rgb(0x3D, 0x6F, 0xA3),
                planned: rgb(0xA8, 0x5A, 0x00),
                denied: rgb(0x6B, 0x70, 0x78),
                hypothetical: rgb(0xA0, 0x2F, 0x70),
            }
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
