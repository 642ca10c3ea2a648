//! The log of what the reader did: undo and redo are records, too.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::Edit;

/// A record's place in its log, from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RecordId(pub u64);

/// One line of the log.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// Its place.
    pub id: RecordId,
    /// What was done.
    #[serde(flatten)]
    pub what: Did,
}

/// What one line of the log says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Did {
    /// The reader did this.
    Did(Edit),
    /// The reader took that back.
    Undid(RecordId),
    /// The reader did again what was taken back.
    Redid(RecordId),
}

/// Everything the reader ever did. Nothing is removed, so nothing is lost.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EditLog {
    records: Vec<Record>,
}

impl EditLog {
    /// Adds a line.
    pub fn push(&mut self, record: Record) {
        self.records.push(record);
    }

    /// Every line, oldest first.
    pub fn records(&self) -> &[Record] {
        &self.records
    }

    /// The place that the next line takes.
    pub fn next_id(&self) -> RecordId {
        RecordId(self.records.iter().map(|record| record.id.0).max().unwrap_or(0) + 1)
    }

    /// The edits in force, oldest first.
    pub fn in_force(&self) -> impl Iterator<Item = &Edit> {
        let (done, _) = self.stacks();
        let done: BTreeSet<RecordId> = done.into_iter().collect();
        self.edits().filter(move |(id, _)| done.contains(id)).map(|(_, edit)| edit)
    }

    /// What undo would take back.
    pub fn undoable(&self) -> Option<(RecordId, &Edit)> {
        let id = self.stacks().0.pop()?;
        self.edit(id)
    }

    /// What redo would do again.
    pub fn redoable(&self) -> Option<(RecordId, &Edit)> {
        let id = self.stacks().1.pop()?;
        self.edit(id)
    }

    fn edits(&self) -> impl Iterator<Item = (RecordId, &Edit)> {
        self.records.iter().filter_map(|record| match &record.what {
            Did::Did(edit) => Some((record.id, edit)),
            Did::Undid(_) | Did::Redid(_) => None,
        })
    }

    fn edit(&self, id: RecordId) -> Option<(RecordId, &Edit)> {
        self.edits().find(|(at, _)| *at == id)
    }

    /// What is in force, and what was taken back and may be done again; the last is on top.
    fn stacks(&self) -> (Vec<RecordId>, Vec<RecordId>) {
        let (mut done, mut undone) = (Vec::new(), Vec::new());
        for record in &self.records {
            match record.what {
                Did::Did(_) => {
                    done.push(record.id);
                    undone.clear();
                }
                Did::Undid(id) => move_over(id, &mut done, &mut undone),
                Did::Redid(id) => move_over(id, &mut undone, &mut done),
            }
        }
        (done, undone)
    }
}

// A line that names a record which is not there any more (two windows took the same thing
// back) changes nothing.
fn move_over(id: RecordId, from: &mut Vec<RecordId>, to: &mut Vec<RecordId>) {
    let before = from.len();
    from.retain(|one| *one != id);
    if from.len() < before {
        to.push(id);
    }
}
