//! How many events stand where, for when there are too many to draw each.

use super::Mark;

/// Equal columns of the calendar with the same counts, side by side.
///
/// An event is sure in one column if what was said of it is no longer than a column; a longer
/// one may have happened in any that it touches, and is counted apart in each.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Column {
    /// The first day.
    pub first: f64,
    /// The day after the last.
    pub last: f64,
    /// How many events happened here.
    pub sure: u32,
    /// How many more may have.
    pub maybe: u32,
}

impl Column {
    /// How many happened here, or may have.
    pub const fn all(&self) -> u32 {
        self.sure + self.maybe
    }
}

/// The columns of `days` each that are not empty, in order of time.
pub(super) fn columns(marks: &[Mark], days: f64) -> Vec<Column> {
    let mut changes = changes(marks, days);
    changes.sort_unstable_by(|one, other| one.column.total_cmp(&other.column));
    let mut columns: Vec<Column> = Vec::new();
    let mut maybe = 0;
    let mut changes = changes.into_iter().peekable();
    while let Some(Change { column, mut sure, maybe: more }) = changes.next() {
        maybe += more;
        while let Some(same) = changes.next_if(|next| next.column.total_cmp(&column).is_eq()) {
            sure += same.sure;
            maybe += same.maybe;
        }
        let until = changes.peek().map_or(column + 1.0, |next| next.column);
        let counted = |from: f64, until: f64, sure| Column {
            first: from * days,
            last: until * days,
            sure,
            maybe: u32::try_from(maybe).unwrap_or_default(),
        };
        columns.push(counted(column, column + 1.0, sure));
        if until > column + 1.0 {
            columns.push(counted(column + 1.0, until, 0));
        }
    }
    columns.retain(|column| column.all() > 0);
    columns
}

/// The counts that differ from the column before.
struct Change {
    column: Ordinal,
    sure: u32,
    maybe: i32,
}

/// Columns are numbered from 1970; `f64` counts them exactly.
type Ordinal = f64;

fn changes(marks: &[Mark], days: f64) -> Vec<Change> {
    let mut changes = Vec::with_capacity(marks.len());
    for mark in marks {
        if mark.end - mark.start <= days {
            let middle = f64::midpoint(mark.start, mark.end);
            changes.push(Change { column: (middle / days).floor(), sure: 1, maybe: 0 });
        } else {
            let first = (mark.start / days).floor();
            let last = (mark.end / days).ceil();
            changes.push(Change { column: first, sure: 0, maybe: 1 });
            changes.push(Change { column: last, sure: 0, maybe: -1 });
        }
    }
    changes
}
