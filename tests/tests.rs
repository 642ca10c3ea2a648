//! One test binary; this list is the table of contents.
#![expect(clippy::unwrap_used, reason = "a test may fall over")]

mod mask;
mod read;
mod sentences;
