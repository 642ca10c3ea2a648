//! Bytes to Unicode code points, which is how every output counts.

use super::Span;

/// Tells how many code points stand before a byte of one text, without counting from its
/// start each time.
#[derive(Clone, Debug)]
pub struct CodePoints<'a> {
    text: &'a str,
    before: Vec<usize>,
}

/// A text is counted once in steps of this many bytes.
const STEP_BYTES: usize = 256;

impl<'a> CodePoints<'a> {
    /// Counts `text` once.
    pub fn of(text: &'a str) -> Self {
        let mut before = Vec::with_capacity(text.len() / STEP_BYTES + 1);
        let mut count = 0;
        for chunk in text.as_bytes().chunks(STEP_BYTES) {
            before.push(count);
            count += chunk.iter().filter(|byte| starts_a_character(**byte)).count();
        }
        Self { text, before }
    }

    /// How many code points stand before `byte`.
    pub fn at(&self, byte: usize) -> usize {
        let step = (byte / STEP_BYTES).min(self.before.len().saturating_sub(1));
        let Some(counted) = self.before.get(step) else { return 0 };
        let rest = self.text.as_bytes().get(step * STEP_BYTES..byte.min(self.text.len()));
        let rest = rest.unwrap_or_default();
        counted + rest.iter().filter(|byte| starts_a_character(**byte)).count()
    }

    /// Start and end of `span`.
    pub fn of_span(&self, span: Span) -> (usize, usize) {
        (self.at(span.start()), self.at(span.end()))
    }
}

const fn starts_a_character(byte: u8) -> bool {
    byte & 0b1100_0000 != 0b1000_0000
}
