//! Dates in addresses and file names.

use super::words::date_in;
use crate::time::{Grain, When};

/// The date at the start of a segment of the address's path: `/2014/05/04/`, `/2014-05-04-fire`,
/// `/2014/may/04/`.
pub(super) fn date(address: &str) -> Option<When> {
    let after_scheme = address.split_once("://").map_or(address, |(_, rest)| rest);
    let path = after_scheme.split(['?', '#']).next()?;
    let segments: Vec<&str> = path.split('/').skip(1).collect();
    let at = |from: usize| in_segments(segments.get(from..)?);
    let found: Vec<When> = (0..segments.len()).filter_map(at).collect();
    found.iter().copied().find(|when| when.grain() == Grain::Day).or(found.first().copied())
}

fn in_segments(segments: &[&str]) -> Option<When> {
    let (first, rest) = segments.split_first()?;
    if is_number(first, 4) {
        let month = rest.first().filter(|it| it.len() <= 9 && !it.contains(['-', '.']))?;
        let day = rest.get(1).filter(|it| is_number(it, 1) || is_number(it, 2));
        let day = day.and_then(|day| date_in(&joined(first, month, Some(day)), None));
        return day.or_else(|| date_in(&joined(first, month, None), None));
    }
    in_name(first)
}

fn joined(year: &str, month: &str, day: Option<&str>) -> String {
    match (is_number(month, 1) || is_number(month, 2), day) {
        (true, Some(day)) => format!("{year}-{month}-{day}"),
        (true, None) => format!("{year}-{month:0>2}"),
        (false, Some(day)) => format!("{day} {month} {year}"),
        (false, None) => format!("{month} {year}"),
    }
}

fn is_number(segment: &str, digits: usize) -> bool {
    segment.len() == digits && segment.bytes().all(|byte| byte.is_ascii_digit())
}

/// The date that a file's name or a segment begins with: `2014-05-04 meeting`, `20140504_fire`.
pub(super) fn in_name(name: &str) -> Option<When> {
    let head =
        name.bytes().take_while(|it| it.is_ascii_digit() || matches!(it, b'-' | b'_' | b'.'));
    let head = name.get(..head.count())?.trim_end_matches(['-', '_', '.']);
    let is_whole = name.get(head.len()..)?.chars().next().is_none_or(|it| !it.is_alphabetic());
    let digits: String = head.chars().filter(char::is_ascii_digit).collect();
    let long = head.bytes().take_while(u8::is_ascii_digit).count();
    let looks = long == 8 || (long == 4 && digits.len() >= 6);
    if !looks || !is_whole {
        return None;
    }
    let cut = head.match_indices(['-', '_', '.']).nth(2).map_or(head.len(), |(at, _)| at);
    let parts = if long == 8 { head.get(..8)? } else { head.get(..cut)? };
    date_in(&parts.replace(['_', '.'], "-"), None)
}
