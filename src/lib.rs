//! Reads folders of news and lays what happened on one timeline.

pub mod layout;
pub mod mask;
pub mod model;
pub mod problem;
pub mod project;
pub mod read;
#[cfg(feature = "gui")]
pub mod show;
pub mod tag;
pub mod text;
pub mod time;
