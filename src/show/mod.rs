//! The window: the only egui in the house.
//!
//! Panels look at a [`Timeline`](crate::project::Timeline) and answer with [`Command`]s; the
//! app alone changes anything.

mod command;
mod timeline;

pub use command::Command;
pub use timeline::TimelinePanel;
