//! How much of the timeline is in sight, in words.

use crate::{
    layout::{Detail, TimelineView},
    show::words,
};

/// "15 of 20 labelled, 4 out of sight: drag up or down"
pub(super) fn sums(view: &TimelineView) -> String {
    match view.detail {
        Detail::Titles | Detail::Marks => {
            let labelled = format!("{} of {} labelled", view.labelled, view.in_view);
            match view.hidden {
                0 => labelled,
                hidden => format!("{labelled}, {hidden} out of sight: drag up or down"),
            }
        }
        Detail::Density => {
            format!("{} in view", words::counted(view.in_view, "event", "events"))
        }
    }
}
