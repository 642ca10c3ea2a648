//! The nouns: documents, what they say, and what happened.
//!
//! Holds no step: nothing here reads, finds or decides.

mod document;
mod event;
mod language;
mod link;
mod mention;
mod overrides;
mod table;

pub use document::{
    About, Clue, Document, DocumentDate, DocumentId, Hint, Mask, MaskKind, Masked, Place,
};
pub use event::{Event, EventId, Joined};
pub use language::{ENGLISH, LANGUAGES, LanguageFiles};
pub use link::{Link, Strength};
pub use mention::{
    Aside, Basis, Mention, Order, OrderClue, OrderEvidence, Origin, Reason, SetAside, Skeleton,
    Status, Timex, Title, Waiting, Why,
};
pub use overrides::Overrides;
pub use table::{Columns, Header, Role, TableColumns};
