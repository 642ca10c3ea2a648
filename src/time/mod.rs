//! The calendar vocabulary that every other room speaks.
//!
//! What was said is an [`Expr`]; [`resolve()`] turns it, given what it counts from, into a
//! [`TimeValue`], whose place on the calendar is an [`Interval`]. No value is ever more
//! precise than what was said.

mod day_set;
mod expr;
mod feast;
mod interval;
mod resolve;
mod texts;
mod timex3;
mod value;
mod when;
mod words;

pub use day_set::DaySet;
pub use expr::{Direction, Expr, Item, Needs, YearPart};
pub use feast::Feast;
pub use interval::Interval;
pub use resolve::{DayOrder, Reference, resolve, resolve_over};
pub use texts::NotADate;
pub use timex3::{Timex3, timex3, timex3_unresolved};
pub use value::{Bound, Era, Length, Modifier, Recurrence, Rest, TimeValue};
pub use when::{DayPart, Grain, HalfYear, Month, Quarter, Season, Week, When};
pub use words::words;
pub(crate) use words::{month_name, weekday_name, year_words};
