//! Every test of Dateline, by room.
#![expect(clippy::unwrap_used, reason = "a test may fall over")]

mod layout;
mod made_up;
#[cfg(feature = "gui")]
mod timeline;
mod words;
