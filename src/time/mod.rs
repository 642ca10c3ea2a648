//! The calendar vocabulary that every other room speaks.
//!
//! What was said is an [`Expr`]; [`resolve()`] turns it, given a day to count from, into a
//! [`TimeValue`], whose place on the calendar is an [`Interval`]. No value is ever more
//! precise than what was said.

mod expr;
mod interval;
mod resolve;
mod texts;
mod timex3;
mod value;
mod when;
mod words;

pub use expr::{Direction, Expr, Needs, YearPart};
pub use interval::Interval;
pub use resolve::{resolve, resolve_within};
pub use texts::NotADate;
pub use timex3::{Timex3, timex3, timex3_unresolved};
pub use value::{Bound, Certainty, Era, Length, Recurrence, TimeValue};
pub use when::{DayPart, Grain, HalfYear, Month, Quarter, Season, Week, When};
pub use words::words;
pub(crate) use words::{month_name, year_words};
