//! From events to boxes: all arithmetic, no paint.

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
