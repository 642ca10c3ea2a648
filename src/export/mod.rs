//! A timeline as bytes, one file per format. Writes nothing to disk.

mod csv;
mod json;
mod reasons;

pub use self::{
    csv::to_csv,
    json::{json_schema, to_json},
    reasons::{because, joined_because, missing, rival, told_by},
};
