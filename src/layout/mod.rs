//! From events to boxes: all arithmetic, no paint.

mod axis;
mod density;
mod mark;
mod measure;
mod rows;
mod ticks;
mod view;

pub use axis::{Axis, day_of, moment_of};
pub use density::Column;
#[cfg(feature = "gui")]
pub(crate) use mark::LABEL_SIZE;
pub use mark::{End, Mark, Telling};
pub use measure::{Inter, Measure};
pub use rows::{Detail, Layouts};
#[cfg(feature = "gui")]
pub(crate) use ticks::TICK_SIZE;
pub use ticks::{Tick, ticks};
pub use view::{Bar, Label, Place, TimelineView};

/// Where the timeline looks.
///
/// Days count from 1 January 1970, with fractions; `f64` tells seconds apart over millennia.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Look {
    /// The day at the left edge.
    pub first: f64,
    /// The day at the right edge, always later.
    pub last: f64,
    /// How far the rows are scrolled down, in points.
    pub scrolled: f32,
}

/// An hour, in days: no look is shorter.
pub const SHORTEST_DAYS: f64 = 1.0 / 24.0;
/// A thousand years, in days: no look is longer.
pub const LONGEST_DAYS: f64 = 365_250.0;

impl Look {
    /// The whole of `first` to `last`, with a margin on both sides.
    pub fn all(first: f64, last: f64) -> Self {
        // The margin is 4 % of what is then in view.
        let margin = (last - first) * 0.04 / 0.92;
        Self { first: first - margin, last: last + margin, scrolled: 0.0 }.limited()
    }

    /// How many days are in view.
    pub const fn days(&self) -> f64 {
        self.last - self.first
    }

    /// `by` days later.
    #[must_use]
    pub fn panned(self, by: f64) -> Self {
        Self { first: self.first + by, last: self.last + by, ..self }.limited()
    }

    /// Nearer by `factor`, with the day `around` staying where it is.
    #[must_use]
    pub fn zoomed(self, factor: f64, around: f64) -> Self {
        let days = (self.days() / factor).clamp(SHORTEST_DAYS, LONGEST_DAYS);
        let before = (around - self.first) / self.days() * days;
        Self { first: around - before, last: around - before + days, ..self }.limited()
    }

    /// Within what can be shown: an hour to a thousand years, on the calendar.
    fn limited(self) -> Self {
        let days = self.days().clamp(SHORTEST_DAYS, LONGEST_DAYS);
        let middle = f64::midpoint(self.first, self.last);
        let middle = middle.clamp(axis::FIRST_DAY + days, axis::LAST_DAY - days);
        Self { first: middle - days / 2.0, last: middle + days / 2.0, ..self }
    }
}
