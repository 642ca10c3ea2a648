//! One test binary; this list is its table of contents.
#![expect(clippy::unwrap_used, reason = "a test may fall over")]

mod architecture;
