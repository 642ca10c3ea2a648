//! What could not be read, placed or settled: told to the reader, never lost.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One thing that went wrong, in the reader's words.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
pub struct Problem {
    /// Which file or article: its name within the folder opened.
    pub name: String,
    /// What could not be done: "not read".
    pub what: String,
    /// Why, and what may be done about it: "larger than 64 MB; split it".
    pub why: String,
    /// The table that the reader can tell the columns of.
    #[serde(skip)]
    pub table: Option<Box<TableHead>>,
}

/// How a table begins.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct TableHead {
    /// The names of its columns.
    pub header: Vec<String>,
    /// The first rows, each value shortened to one line.
    pub rows: Vec<Vec<String>>,
}

impl Problem {
    /// A problem with the file or article called `name`.
    pub fn new(
        name: impl Into<String>,
        what: impl Into<String>,
        why: impl Into<String>,
    ) -> Self {
        Self { name: name.into(), what: what.into(), why: why.into(), table: None }
    }

    /// The same, to be mended by telling what the columns of `table` hold.
    #[must_use]
    pub fn asking_for(mut self, table: TableHead) -> Self {
        self.table = Some(Box::new(table));
        self
    }
}
