//! What an article is called where nothing says so.

use crate::text::sentences;

/// Longer first lines are no headlines.
const LONGEST_HEADLINE_CHARS: usize = 150;
/// A title made of a sentence is no longer.
const LONGEST_BEGINNING_CHARS: usize = 80;
/// … and its end is looked for in so much: a whole text may be one line.
const LONGEST_SEEN_CHARS: usize = 2 * LONGEST_BEGINNING_CHARS;

/// The headline, else the beginning of the first sentence. `None` for what is neither.
pub(super) fn title(text: &str, markdown: bool) -> Option<String> {
    let body = if markdown { after_front_matter(text) } else { text };
    let heading =
        markdown.then(|| body.lines().find_map(|line| line.strip_prefix("# "))).flatten();
    if let Some(heading) = heading {
        return Some(heading.trim().trim_end_matches('#').trim_end().to_owned());
    }
    let mut lines = body.lines().map(str::trim).filter(|line| !line.is_empty());
    let first = lines.next()?;
    let is_long = first.chars().nth(LONGEST_HEADLINE_CHARS - 1).is_some();
    let is_prose = is_long || first.trim_end_matches(['”', '’', '"', '\'']).ends_with('.');
    match (is_prose, lines.next()) {
        (true, _) => beginning(first),
        (false, Some(_)) => Some(first.to_owned()),
        (false, None) => None,
    }
}

/// "riots" of `2014/riots.txt`.
pub(super) fn stem(name: &str) -> String {
    let file = name.rsplit('/').next().unwrap_or(name);
    file.rsplit_once('.').map_or(file, |(stem, _)| stem).to_owned()
}

/// The first sentence, cut at a word.
fn beginning(line: &str) -> Option<String> {
    let seen = line.char_indices().nth(LONGEST_SEEN_CHARS).map_or(line.len(), |(at, _)| at);
    let line = line.get(..seen)?;
    let sentence = sentences(line).first()?.slice(line);
    let Some((end, _)) = sentence.char_indices().nth(LONGEST_BEGINNING_CHARS) else {
        return Some(sentence.to_owned());
    };
    let head = sentence.get(..end)?;
    let cut = head.rfind(char::is_whitespace).and_then(|at| head.get(..at)).unwrap_or(head);
    Some(format!("{}…", cut.trim_end_matches(|c: char| !c.is_alphanumeric())))
}

fn after_front_matter(text: &str) -> &str {
    let rest = text.strip_prefix("---\n").and_then(|rest| rest.split_once("\n---\n"));
    rest.map_or(text, |(_, body)| body)
}
