//! Every test of the house.
#![expect(clippy::unwrap_used, reason = "a test may fall over")]

mod language;
mod time;
