//! Dates that a text shows its readers: beside the author's name, and where a report begins.

use super::words::{Found, find, lexicon};
use crate::{
    model::{About, Clue, Hint},
    time::{DayOrder, When},
};

/// Lines of a name and a date are no longer.
const LONGEST_BYTES: usize = 160;
/// A line that is short has a date beside little else.
const LONGEST_BESIDE_CHARS: usize = 60;
/// A name after "by" has no more words, initials and titles included.
const MOST_WORDS_OF_A_NAME: usize = 8;
/// A dateline ends within so many bytes.
const LONGEST_DATELINE_BYTES: usize = 80;

/// What `line` says about the document's dates, if it says nothing else: "Posted 4 May 2014 by
/// Pat", "By Pat, 4 May 2014", "Updated: 4 May".
pub fn byline(line: &str, order: Option<DayOrder>) -> Option<Hint> {
    if line.len() > LONGEST_BYTES {
        return None;
    }
    let found = find(line, order)?;
    let about = label(line, found.start);
    let before = line.get(..found.start)?;
    let after = line.get(found.end..)?;
    let is_alone = is_beside(before) && is_beside(after);
    let about = about.or(is_alone.then_some(About::Published))?;
    Some(Hint {
        clue: Clue::Byline,
        about,
        words: line.get(found.start..found.end)?.to_owned(),
    })
}

/// Which date the words before it, from `line`'s beginning or its last sign on, say it is.
fn label(line: &str, until: usize) -> Option<About> {
    let before = line.get(..until)?.to_lowercase();
    let last = before.trim_end().trim_end_matches([':', '|', '-', '–', '—', '•', '·']);
    let last = last.rsplit(['|', '•', '·', ';', '(']).next()?.trim();
    let own = strip_beside(last);
    let is = |words: &[String]| words.iter().any(|it| it == own || it == last);
    let lexicon = lexicon();
    if is(&lexicon.modified) {
        Some(About::Modified)
    } else if is(&lexicon.published) {
        Some(About::Published)
    } else {
        None
    }
}

/// "published on monday" without what may stand beside any date.
fn strip_beside(words: &str) -> &str {
    let mut left = words;
    while let Some((head, last)) = left.rsplit_once(' ') {
        let last = last.trim_matches([',', '.', ':']);
        if !last.is_empty() && !lexicon().beside.iter().any(|it| it == last) {
            break;
        }
        left = head.trim_end();
    }
    left
}

/// Nothing but a weekday, a time, a label, or a name after "by".
fn is_beside(words: &str) -> bool {
    let lexicon = lexicon();
    let lower = words.to_lowercase();
    let mut words = lower
        .split(|c: char| {
            c.is_whitespace() || matches!(c, ',' | '|' | '•' | '·' | '/' | '(' | ')')
        })
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|word| !word.is_empty());
    let known = |word: &str| {
        let is = |list: &[String]| list.iter().any(|it| it == word);
        is(&lexicon.beside) || is(&lexicon.published) || is_clock(word)
    };
    while let Some(word) = words.next() {
        if lexicon.by.iter().any(|it| it == word) {
            return words.count() <= MOST_WORDS_OF_A_NAME;
        }
        if !known(word) {
            return false;
        }
    }
    true
}

/// "10", "10:15", "10.15am", "10h15"
fn is_clock(word: &str) -> bool {
    word.starts_with(|c: char| c.is_ascii_digit())
        && word.len() <= 8
        && word.chars().all(|c| c.is_ascii_digit() || ":.hampu".contains(c))
}

/// "BOSTON, Dec. 20, 2023 (Agency) — …": what a report begins with.
pub fn dateline(paragraph: &str, order: Option<DayOrder>) -> Option<When> {
    let mut end = LONGEST_DATELINE_BYTES.min(paragraph.len());
    while !paragraph.is_char_boundary(end) {
        end -= 1;
    }
    let head = paragraph.get(..end)?;
    let dash = ["--", " -", "—", "–"].iter().filter_map(|dash| head.find(dash)).min()?;
    let head = head.get(..dash)?;
    let Found { when, start, .. } = find(head, order)?;
    let place = head.get(..start)?.split([',', '(']).next()?.trim();
    let letters = || place.chars().filter(|c| c.is_alphabetic());
    let is_place = letters().count() >= 3 && letters().all(char::is_uppercase);
    (is_place && matches!(when, When::Day(_))).then_some(when)
}

/// Which date a hint is about: its own words know better than the name of its element.
pub(super) fn about(hint: &Hint, order: Option<DayOrder>) -> About {
    let start = find(&hint.words, order).map_or(0, |found| found.start);
    let before = hint.words.get(..start).unwrap_or_default().to_lowercase();
    let mut words = before.split(|c: char| !c.is_alphanumeric()).filter(|it| !it.is_empty());
    let changed = words.any(|word| lexicon().modified.iter().any(|it| it == word));
    if changed { About::Modified } else { hint.about }
}

/// The date that a headline begins with: "04.05.2014 | Bridge to close".
pub(super) fn begins_with_a_date(title: &str, order: Option<DayOrder>) -> Option<When> {
    let found = find(title, order)?;
    let is_first = title.get(..found.start)?.trim().is_empty();
    let after = title.get(found.end..)?.trim_start();
    (is_first && after.starts_with(|c: char| !c.is_alphanumeric())).then_some(found.when)
}

/// The date in a short line, or at a line's beginning: "Hamburg, 2. November 2021".
pub(super) fn beside_a_date(line: &str, order: Option<DayOrder>) -> Option<When> {
    let start = line.char_indices().nth(LONGEST_BESIDE_CHARS).map_or(line.len(), |(at, _)| at);
    let found = find(line.get(..start)?, order)?;
    let is_short = start == line.len();
    let is_first = line.get(..found.start)?.trim().is_empty();
    let is_day = matches!(found.when, When::Day(_));
    (is_day && (is_short || is_first)).then_some(found.when)
}
