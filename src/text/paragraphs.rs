//! Paragraphs, also in texts whose lines were broken to a width.

use super::Span;

/// A text broken to a width has lines no longer than this.
const WIDEST_WRAP_CHARS: usize = 100;
/// … and the lines that go on in the next are no shorter than this.
const NARROWEST_WRAP_CHARS: usize = 50;
/// As many lines must be seen to go on in the next before any two are taken as one paragraph.
const FEWEST_WRAPPED_LINES: usize = 2;

/// The paragraphs of `text`, first to last, without white space at their ends.
///
/// A line break ends a paragraph, unless the text was broken to a width as in an e-mail.
/// List items and headings are paragraphs of their own.
pub fn paragraphs(text: &str) -> Vec<Span> {
    let blocks = blocks(text);
    let wrapped = is_wrapped(text, &blocks);
    let mut found: Vec<Span> = Vec::new();
    for lines in blocks {
        let wrap_chars = widest(text, &lines);
        let mut above: Option<Span> = None;
        for line in lines {
            let goes_on =
                wrapped && above.is_some_and(|above| goes_on(text, above, line, wrap_chars));
            match found.last_mut() {
                Some(last) if goes_on => *last = last.join(line),
                _ => found.push(line),
            }
            above = Some(line);
        }
    }
    found
}

/// Runs of lines with no empty line between them.
fn blocks(text: &str) -> Vec<Vec<Span>> {
    let mut blocks = vec![Vec::new()];
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        match (trimmed(text, start, start + line.len()), blocks.last_mut()) {
            (Some(line), Some(block)) => block.push(line),
            (None, Some(block)) if !block.is_empty() => blocks.push(Vec::new()),
            (Some(_) | None, _) => {}
        }
        start += line.len();
    }
    blocks
}

/// Nearly every line that has one below it goes on there.
fn is_wrapped(text: &str, blocks: &[Vec<Span>]) -> bool {
    let (mut on, mut all) = (0, 0);
    for lines in blocks {
        let wrap_chars = widest(text, lines);
        for (above, below) in lines.iter().zip(lines.iter().skip(1)) {
            on += usize::from(fills(text, *above, *below, wrap_chars));
            all += usize::from(list_mark(below.slice(text)).is_none());
        }
    }
    on >= FEWEST_WRAPPED_LINES && on * 5 >= all * 4
}

/// Whether the sentence in `above` goes on in `below`.
fn goes_on(text: &str, above: Span, below: Span, wrap_chars: usize) -> bool {
    fills(text, above, below, wrap_chars)
        && !super::sentences::ends_a_sentence(above.slice(text), below.slice(text))
}

/// Whether `above` was broken because the next word had no room.
fn fills(text: &str, above: Span, below: Span, wrap_chars: usize) -> bool {
    let (above, below) = (above.slice(text), below.slice(text));
    let next_word_chars = below.split_whitespace().next().map_or(0, chars);
    let above_chars = chars(above);
    wrap_chars <= WIDEST_WRAP_CHARS
        && above_chars >= NARROWEST_WRAP_CHARS
        && above_chars + 1 + next_word_chars > wrap_chars
        && !is_heading(above)
        && !is_heading(below)
        && list_mark(below).is_none()
}

/// How long the mark of a list item is, with the space after it: "- 1 ", "1. ", "• ".
pub(crate) fn list_mark(line: &str) -> Option<usize> {
    let bullet = line.strip_prefix(['-', '*', '•', '·', '‣', '–']);
    let bullet = bullet.filter(|rest| rest.starts_with([' ', '\t']));
    let rest = bullet.map_or(line, str::trim_start);
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let after = rest.get(digits..)?;
    let number = (1..=3).contains(&digits).then_some(after).and_then(|after| {
        let dotted = after.strip_prefix(['.', ')']);
        let plain = bullet.is_some().then_some(after);
        dotted.or(plain).filter(|rest| rest.starts_with([' ', '\t']))
    });
    let words = number.or(bullet)?.trim_start();
    Some(line.len() - words.len())
}

fn is_heading(line: &str) -> bool {
    let rule = line.len() > 2 && line.bytes().all(|byte| matches!(byte, b'=' | b'-' | b'*'));
    rule || line.trim_start_matches('#').starts_with(' ')
}

fn widest(text: &str, lines: &[Span]) -> usize {
    lines.iter().map(|line| chars(line.slice(text))).max().unwrap_or(0)
}

/// Characters, as far as it matters for a width: a line of a megabyte is not counted out.
fn chars(words: &str) -> usize {
    words.chars().take(2 * WIDEST_WRAP_CHARS).count()
}

/// The span from `start` to `end` without the white space at its ends.
pub(crate) fn trimmed(text: &str, start: usize, end: usize) -> Option<Span> {
    let words = text.get(start..end)?;
    let lead = words.len() - words.trim_start().len();
    Span::of(text, start + lead..start + words.trim_end().len())
}
