//! A timeline as bytes, one file per format. Writes nothing to disk.

mod csv;
mod file_names;
mod json;
mod list;
mod reasons;
mod timeml;
mod told;
mod xml;

pub use self::{
    csv::to_csv,
    json::{json_schema, to_json},
    reasons::{
        Piece, as_told_by, because, ground_pieces, joined_because, missing, rival,
        rivals_words, told_by, worked_out,
    },
    timeml::{TimeMl, timex3s, to_timeml},
};
