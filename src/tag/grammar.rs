//! A phrase's pattern, taken apart into every way to read it.
//!
//! `{shift} {weekday}` takes any word of those slots; `a|b` is either; `( … | … )` are longer
//! alternatives; what has a `?` after it may be missing.

use serde::Deserialize as _;

use super::LanguageError;
use super::lexicon::Lexicon;
use super::slots::{Slot, Symbol};

/// One way to read a phrase: a symbol after another.
pub(super) type Way = Vec<Symbol>;

/// All ways to read `pattern`: with and without what may be missing, by each alternative.
pub(super) fn ways(pattern: &str, lexicon: &mut Lexicon) -> Result<Vec<Way>, LanguageError> {
    let spaced = pattern.replace('(', " ( ").replace(')', " ) ").replace(") ?", ")?");
    let mut parts = spaced.split_whitespace();
    let ways = either(&mut parts, lexicon)?;
    match parts.next() {
        None => Ok(ways),
        Some(_) => Err(LanguageError::Pattern(pattern.to_owned())),
    }
}

/// Alternatives up to the bracket that closes them.
fn either<'p>(
    parts: &mut impl Iterator<Item = &'p str>,
    lexicon: &mut Lexicon,
) -> Result<Vec<Way>, LanguageError> {
    let mut all = Vec::new();
    let mut ways: Vec<Way> = vec![Vec::new()];
    while let Some(part) = parts.next() {
        match part {
            "|" => all.extend(std::mem::replace(&mut ways, vec![Vec::new()])),
            ")" => break,
            ")?" => {
                ways.push(Vec::new());
                break;
            }
            "(" => {
                let inner = either(parts, lexicon)?;
                ways = joined(&ways, &inner);
            }
            word => {
                let inner = words(word, lexicon)?;
                ways = joined(&ways, &inner);
            }
        }
    }
    all.extend(ways);
    Ok(all)
}

/// "a|b?": one symbol, or none.
fn words(part: &str, lexicon: &mut Lexicon) -> Result<Vec<Way>, LanguageError> {
    let may_miss = part.len() > 1 && part.ends_with('?');
    let mut ways: Vec<Way> = if may_miss { vec![Vec::new()] } else { Vec::new() };
    for word in part.trim_end_matches('?').split('|') {
        ways.push(vec![symbol(word, lexicon)?]);
    }
    Ok(ways)
}

fn joined(before: &[Way], after: &[Way]) -> Vec<Way> {
    let pair = |one: &Way| {
        let one = one.clone();
        after.iter().map(move |other| [one.as_slice(), other].concat())
    };
    before.iter().flat_map(pair).collect()
}

/// "{month}" or a word.
pub(super) fn symbol(part: &str, lexicon: &mut Lexicon) -> Result<Symbol, LanguageError> {
    let Some(name) = part.strip_prefix('{').and_then(|it| it.strip_suffix('}')) else {
        return Ok(lexicon.literal(part));
    };
    let name = serde::de::value::StrDeserializer::<serde::de::value::Error>::new(name);
    Slot::deserialize(name)
        .map(Symbol::Slot)
        .map_err(|_unknown| LanguageError::Slot(part.to_owned()))
}
