//! A list in JSON that is too long to be made whole before it is written.

use std::io;

use rayon::prelude::*;
use serde::{
    Serialize, Serializer,
    ser::{Error as _, SerializeSeq as _},
};
use serde_json::{
    ser::{Formatter as _, PrettyFormatter},
    value::RawValue,
};

/// So many parts are made and written at once; no more lie in memory beside what is written.
const AT_ONCE: usize = 1 << 12;
/// The lists stand in the outermost object, so that their parts are so deep.
const DEPTH: usize = 2;

/// A list of one `Part` for each `T`, made while it is written.
pub(super) struct List<'a, T, Part> {
    all: &'a [T],
    part: Box<dyn Fn(&'a T) -> Part + Sync + 'a>,
}

impl<'a, T, Part> List<'a, T, Part> {
    pub(super) fn of(all: &'a [T], part: impl Fn(&'a T) -> Part + Sync + 'a) -> Self {
        Self { all, part: Box::new(part) }
    }
}

impl<T, Part> std::fmt::Debug for List<'_, T, Part> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("List").field("length", &self.all.len()).finish_non_exhaustive()
    }
}

impl<T: Sync, Part: Serialize> Serialize for List<'_, T, Part> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(Some(self.all.len()))?;
        for some in self.all.chunks(AT_ONCE) {
            let written: Vec<_> = some.par_iter().map(|it| written(&(self.part)(it))).collect();
            for part in written {
                list.serialize_element(&part.map_err(S::Error::custom)?)?;
            }
        }
        list.end()
    }
}

fn written(part: &impl Serialize) -> serde_json::Result<Box<RawValue>> {
    let mut formatter = PrettyFormatter::new();
    for _ in 0..DEPTH {
        formatter.begin_array(&mut io::sink()).map_err(serde_json::Error::io)?;
    }
    let mut bytes = Vec::new();
    part.serialize(&mut serde_json::Serializer::with_formatter(&mut bytes, formatter))?;
    RawValue::from_string(String::from_utf8(bytes).map_err(serde_json::Error::custom)?)
}
