//! The window: the only egui in the house.
//!
//! Panels look at a [`Timeline`](crate::project::Timeline) and answer with [`Command`]s; the
//! app alone changes anything.

mod app;
mod article;
mod articles;
mod board;
mod columns;
mod command;
mod date_field;
mod dialogs;
mod drop;
mod empty;
mod event_head;
mod folder;
mod original;
mod problems;
mod quote;
mod reader;
mod recent;
mod rows;
mod sample;
mod set_aside;
mod table;
mod theme;
mod timeline;
mod top_bar;
mod view;
mod waiting;
mod welcome;
mod window;
mod words;

pub use app::{App, AppOptions};
pub use command::{Command, List};
pub use dialogs::{Dialogs, NativeDialogs};
pub use event_head::event_head_ui;
pub use timeline::TimelinePanel;
pub use window::{Options, WindowError, run};
