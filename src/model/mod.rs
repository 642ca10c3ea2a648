//! The nouns: documents, what they say, and what happened.
//!
//! Holds no step: nothing here reads, finds or decides.

mod conflict;
mod document;
mod event;
mod figure;
mod importance;
mod inferred;
mod language;
mod link;
mod lookup;
mod mention;
mod overrides;
mod table;

pub use conflict::{Claim, Conflict, ConflictKind, ConflictStrength, Differences, Update};
pub use document::{
    About, Clue, Document, DocumentDate, DocumentId, Hint, Mask, MaskKind, Masked, Place,
};
pub use event::{Event, EventId, Joined};
pub use figure::{Amount, Attacker, Currency, Figure, Limit, Measure, Scope};
pub use importance::{Importance, Weighs};
pub use inferred::{Ground, Inferred};
pub use language::{ENGLISH, LANGUAGES, LanguageFiles};
pub use link::{Kin, Link, Strength};
pub use lookup::{Hashed, Lookup};
pub use mention::{
    Aside, Basis, Manner, Mention, Order, OrderClue, OrderEvidence, Origin, Reason, Reporter,
    SetAside, Skeleton, Status, Timex, Title, Waiting, Why,
};
pub use overrides::Overrides;
pub use table::{Columns, Header, Role, TableColumns};
