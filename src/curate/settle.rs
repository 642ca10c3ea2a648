//! From the edits in force to what the steps need to know.

use std::collections::BTreeSet;

use crate::{
    model::{Columns, Document, Header, Origin, Overrides, TableColumns},
    problem::Problem,
};

use super::{Edit, EditLog, MentionPointer};

/// What the reader settled about `documents`; an edit that finds nothing any more is told.
pub fn settle(log: &EditLog, documents: &[&Document]) -> (Overrides, Vec<Problem>) {
    let mut settled = Overrides::default();
    let mut problems = Vec::new();
    for edit in log.in_force() {
        if apply(edit, documents, &mut settled).is_none() {
            problems.push(lost(edit, "the article or its sentence"));
        }
    }
    (settled, problems)
}

/// What the reader said of tables: it is taken into account when files are read.
pub fn columns(log: &EditLog) -> TableColumns {
    let chosen = log.in_force().filter_map(Edit::chosen_columns);
    chosen.map(|(header, columns)| (header.clone(), columns.clone())).collect()
}

/// What the reader said of tables of which none was read: those that were have the columns in
/// `headers`.
pub fn columns_of_nothing(log: &EditLog, headers: &BTreeSet<Header>) -> Vec<Problem> {
    let is_lost = |edit: &&Edit| {
        edit.chosen_columns().is_some_and(|(header, _)| !headers.contains(header))
    };
    log.in_force().filter(is_lost).map(|edit| lost(edit, "a table of these columns")).collect()
}

fn lost(edit: &Edit, what: &str) -> Problem {
    let why = format!(
        "{}: {what} is no longer in this folder; the edit is kept and holds again once it is \
         back",
        edit.words()
    );
    Problem::new(edit.name(), "your edit finds nothing here", why)
}

fn apply(edit: &Edit, documents: &[&Document], settled: &mut Overrides) -> Option<()> {
    match edit {
        Edit::DateDocument { document, date } => {
            settled.dates.insert(document.find(documents)?.id, *date);
        }
        Edit::TakeIn(passage) => {
            let (document, span) = passage.find(documents)?;
            settled.taken_in.entry(document).or_default().insert(span);
        }
        Edit::LeaveOut(passage) => {
            let (document, span) = passage.find(documents)?;
            settled.taken_in.entry(document).or_default().remove(&span);
        }
        Edit::Part { one, other } => {
            let pair = pair(one, other, documents)?;
            settled.joined.remove(&pair);
            settled.parted.insert(pair);
        }
        Edit::Join { one, other } => {
            let pair = pair(one, other, documents)?;
            settled.parted.remove(&pair);
            settled.joined.insert(pair);
        }
        Edit::Doubt(said) => {
            settled.doubted.insert(said.find(documents)?);
        }
        Edit::Trust(said) => {
            settled.doubted.remove(&said.find(documents)?);
        }
        // Taken into account before there are documents.
        Edit::ChooseColumns { .. } => {}
    }
    Some(())
}

/// Where two mentions stand now, the smaller origin first.
fn pair(
    one: &MentionPointer,
    other: &MentionPointer,
    documents: &[&Document],
) -> Option<(Origin, Origin)> {
    let (one, other) = (one.find(documents)?, other.find(documents)?);
    Some((one.min(other), one.max(other)))
}

impl Edit {
    /// What it says of tables with that header.
    const fn chosen_columns(&self) -> Option<(&Header, &Columns)> {
        match self {
            Self::ChooseColumns { header, columns, .. } => Some((header, columns)),
            Self::DateDocument { .. }
            | Self::TakeIn(_)
            | Self::LeaveOut(_)
            | Self::Part { .. }
            | Self::Join { .. }
            | Self::Doubt(_)
            | Self::Trust(_) => None,
        }
    }

    /// The name of the article or file that it is about.
    fn name(&self) -> &str {
        match self {
            Self::DateDocument { document, .. } => &document.name,
            Self::TakeIn(passage) | Self::LeaveOut(passage) => &passage.document.name,
            Self::Part { one, .. } | Self::Join { one, .. } => &one.document.name,
            Self::Doubt(said) | Self::Trust(said) => &said.document.name,
            Self::ChooseColumns { file, .. } => file,
        }
    }
}
