//! One test binary; this list is its table of contents.
#![expect(clippy::unwrap_used, reason = "a test may fall over")]
#![expect(clippy::panic, reason = "a test may fall over")]
#![expect(clippy::indexing_slicing, reason = "a test may fall over")]
#![expect(clippy::needless_pass_by_value, reason = "`expect!` reads best by value")]

mod anchor;
mod architecture;
mod command_line;
mod copies;
mod corpus;
mod curate;
mod dates;
mod dice;
mod differ;
#[cfg(feature = "gui")]
mod event_head;
mod figures;
mod golden;
mod importance;
mod language;
mod layout;
mod link;
mod made_up;
mod mask;
mod names;
mod one_text;
mod original;
mod pages;
mod read;
mod reason;
mod scraps;
mod sentences;
mod session;
mod stories;
mod tables;
mod time;
#[cfg(feature = "gui")]
mod timeline;
mod timeml;
mod told;
mod way;
#[cfg(feature = "gui")]
mod window;
mod words;
