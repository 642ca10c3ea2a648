//! Places in a text: the span, and what it can be sliced from.
//!
//! Says nothing about what the words mean.

mod bounds;
mod paragraphs;
mod points;
mod sentences;
mod stops;
mod words;

use std::ops::Range;

use serde::{Deserialize, Serialize};

pub use bounds::unicode_sentences;
pub use paragraphs::paragraphs;
pub(crate) use paragraphs::{list_mark, trimmed};
pub use points::CodePoints;
pub use sentences::sentences;
pub(crate) use stops::ends_at;
pub use words::words;

/// A stretch of a document's text, in bytes, never empty.
///
/// Made only where the text has been seen, so it lies on character boundaries and
/// [`Span::slice`] of the same text gives the very words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "(u32, u32)", try_from = "(u32, u32)")]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// The span covering `range` of `text`, if it names whole characters.
    pub fn of(text: &str, range: Range<usize>) -> Option<Self> {
        let words = text.get(range.clone())?;
        let start = u32::try_from(range.start).ok()?;
        let end = u32::try_from(range.end).ok()?;
        (!words.is_empty()).then_some(Self { start, end })
    }

    /// The words themselves; empty if `text` is not the text that the span came from.
    pub fn slice(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or_default()
    }

    /// First byte, and the byte after the last.
    pub const fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// First byte.
    pub const fn start(self) -> usize {
        self.start as usize
    }

    /// The byte after the last.
    pub const fn end(self) -> usize {
        self.end as usize
    }

    /// Whether the two share a character.
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether all of `other` lies within.
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// From the first character of either to the last of either.
    #[must_use]
    pub fn join(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

impl From<Span> for (u32, u32) {
    fn from(span: Span) -> Self {
        (span.start, span.end)
    }
}

impl TryFrom<(u32, u32)> for Span {
    type Error = &'static str;

    fn try_from((start, end): (u32, u32)) -> Result<Self, Self::Error> {
        (start < end).then_some(Self { start, end }).ok_or("a span is never empty")
    }
}
