//! From the edits in force to what the steps need to know.

use crate::{
    model::{Document, Overrides},
    problem::Problem,
};

use super::{Edit, EditLog, MentionPointer};

/// What the reader settled about `documents`; an edit that finds nothing any more is told.
pub fn settle(log: &EditLog, documents: &[&Document]) -> (Overrides, Vec<Problem>) {
    let mut settled = Overrides::default();
    let mut problems = Vec::new();
    for edit in log.in_force() {
        if apply(edit, documents, &mut settled).is_none() {
            problems.push(Problem::new(
                edit.name(),
                "your edit finds nothing here",
                format!(
                    "{}: the article or its sentence is no longer in this folder; the edit is \
                     kept and holds again once it is back",
                    edit.words()
                ),
            ));
        }
    }
    (settled, problems)
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
            let find = |mention: &MentionPointer| mention.find(documents);
            let (one, other) = (find(one)?, find(other)?);
            settled.parted.insert((one.min(other), one.max(other)));
        }
    }
    Some(())
}

impl Edit {
    /// The name of the article that it is about.
    fn name(&self) -> &str {
        match self {
            Self::DateDocument { document, .. } => &document.name,
            Self::TakeIn(passage) | Self::LeaveOut(passage) => &passage.document.name,
            Self::Part { one, .. } => &one.document.name,
        }
    }
}
