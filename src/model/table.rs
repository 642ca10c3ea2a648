//! What the columns of a table hold, where the reader has to say so.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// The names of a table's columns, in order: by them a table is known again.
pub type Header = Vec<String>;

/// What the reader said of tables, by the names of their columns.
pub type TableColumns = BTreeMap<Header, Columns>;

/// What a column of a table may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// The articles.
    Text,
    /// Their headlines.
    Title,
    /// When they were published.
    Date,
    /// Who published them.
    Source,
    /// Who wrote them.
    Author,
    /// Where they stand on the web.
    Address,
}

impl Role {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Text, Self::Title, Self::Date, Self::Source, Self::Author, Self::Address];
}

/// Which column holds what, counted from 0; one holds the text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "BTreeMap<Role, usize>", into = "BTreeMap<Role, usize>")]
pub struct Columns {
    places: BTreeMap<Role, usize>,
}

impl Columns {
    /// `None` if no column holds the text.
    pub fn new(places: BTreeMap<Role, usize>) -> Option<Self> {
        places.contains_key(&Role::Text).then_some(Self { places })
    }

    /// The column that holds it.
    pub fn place(&self, role: Role) -> Option<usize> {
        self.places.get(&role).copied()
    }
}

impl TryFrom<BTreeMap<Role, usize>> for Columns {
    type Error = &'static str;

    fn try_from(places: BTreeMap<Role, usize>) -> Result<Self, Self::Error> {
        Self::new(places).ok_or("no column holds the text")
    }
}

impl From<Columns> for BTreeMap<Role, usize> {
    fn from(columns: Columns) -> Self {
        columns.places
    }
}
