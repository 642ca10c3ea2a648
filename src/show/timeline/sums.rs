//! How much of the timeline is in sight, in words.

use crate::layout::{Detail, TimelineView};

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
        Detail::Density => format!("{} events in view", thousands(view.in_view)),
    }
}

/// "10,000"
fn thousands(count: usize) -> String {
    let mut words = String::new();
    let digits = count.to_string();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            words.push(',');
        }
        words.push(digit);
    }
    words
}
