//! What extractors get wrong on page after page, mended by the look of the lines.
//!
//! A paragraph lost is given back where it stands among kept ones; the headline, links to other
//! articles and the heads of what is gone are taken out. No word of any language is looked at.

use super::text::{Line, Text};
use crate::model::MaskKind;

/// Prose has more bytes than this.
const PROSE_BYTES: usize = 60;
/// … and more where it is not marked as a paragraph.
const PROSE_BYTES_UNMARKED: usize = 100;
/// A teaser of another article has no more.
const TEASER_BYTES: usize = 140;
/// A lost paragraph is given back if so few lines part it from a kept one.
const NEAR_LINES: usize = 8;
/// A tail of links holds as many.
const FEWEST_LINKS_IN_A_TAIL: usize = 3;
/// … and on average no more lines than this for each.
const MOST_LINES_A_LINK: usize = 3;
/// A link to another article has more words than a name does.
const FEWEST_WORDS_OF_A_LINK: usize = 4;

/// Mends `kinds`, which has an entry for each line of `text`; `None` is the article's own.
pub(super) fn mend(text: &Text, title: Option<&str>, kinds: &mut [Option<MaskKind>]) {
    let lines: Vec<Look<'_>> = text.lines.iter().map(|line| Look::of(text, line)).collect();
    give_back_lost(&lines, kinds);
    take_out_headline(&lines, title, kinds);
    take_out_tail(&lines, kinds);
    take_out_links(&lines, kinds);
    take_out_bare_heads(&lines, kinds);
}

/// How one line looks.
struct Look<'a> {
    line: &'a Line,
    words: &'a str,
    /// How much of it leads to other articles, in hundredths.
    linked: usize,
}

impl<'a> Look<'a> {
    fn of(text: &'a Text, line: &'a Line) -> Self {
        let words = text.whole.get(line.range.clone()).unwrap_or_default();
        let pieces = text.pieces.get(line.pieces.clone()).unwrap_or_default();
        let bytes = |only_linked: bool| -> usize {
            let some = pieces.iter().filter(|it| it.linked || !only_linked);
            some.map(|it| it.bytes).sum()
        };
        Self { line, words, linked: 100 * bytes(true) / bytes(false).max(1) }
    }

    fn is_sentence(&self) -> bool {
        let end = self.words.trim_end_matches(['”', '"', '’', '\'', '»', ')', ']']);
        end.ends_with(['.', '!', '?', '…', '。', '।'])
    }

    /// A paragraph of an article, wherever it stands.
    fn is_prose(&self) -> bool {
        let within = self.line.within;
        let fewest = if within.paragraph { PROSE_BYTES } else { PROSE_BYTES_UNMARKED };
        !within.caption
            && !within.heading
            && !within.item
            && self.words.len() > fewest
            && self.is_sentence()
            && self.linked < 50
    }

    /// "Related: bridge to close", all of it a link or nearly so.
    fn is_link(&self) -> bool {
        let most = self.linked > 60 && !self.is_sentence();
        (most || self.linked > 95)
            && self.words.split_whitespace().count() >= FEWEST_WORDS_OF_A_LINK
    }
}

/// Prose between kept lines, or right above the first.
fn give_back_lost(lines: &[Look<'_>], kinds: &mut [Option<MaskKind>]) {
    let kept: Vec<usize> = places(kinds);
    let gaps = kept.iter().zip(kept.iter().skip(1)).map(|(from, until)| (from + 1, *until));
    let above = kept.first().map(|first| {
        let heading = lines.iter().take(*first).rposition(|it| it.line.within.heading);
        (heading.map_or(0, |at| at + 1).max(first.saturating_sub(NEAR_LINES)), *first)
    });
    for (from, until) in gaps.filter(|(from, until)| until - from <= NEAR_LINES).chain(above) {
        let lost = lines.iter().zip(kinds.iter_mut()).skip(from).take(until - from);
        for (look, kind) in lost {
            let is_lost = look.is_prose() || look.line.within.quote;
            if is_lost && *kind == Some(MaskKind::Furniture) {
                *kind = None;
            }
        }
    }
}

/// The headline is told by itself.
fn take_out_headline(lines: &[Look<'_>], title: Option<&str>, kinds: &mut [Option<MaskKind>]) {
    let Some(title) = title.map(folded) else { return };
    for (look, kind) in lines.iter().zip(kinds) {
        let is_title =
            look.line.within.heading && kind.is_none() && folded(look.words) == title;
        if is_title {
            *kind = Some(MaskKind::Furniture);
        }
    }
}

fn folded(words: &str) -> String {
    words.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Links to other articles below the last paragraph, with their teasers.
fn take_out_tail(lines: &[Look<'_>], kinds: &mut [Option<MaskKind>]) {
    let kept = places(kinds);
    let (Some(first), Some(last)) = (kept.first(), kept.last()) else { return };
    let (mut count, mut all, mut from) = (0, 0, None);
    for at in (*first..lines.len().min(last + NEAR_LINES)).rev() {
        let (Some(look), Some(kind)) = (lines.get(at), kinds.get(at)) else { break };
        if look.is_link() {
            (count, all) = (count + 1, all + 1);
            // Links here and there in an article of short paragraphs are no list.
            from = if all <= MOST_LINES_A_LINK * count { Some(at) } else { from };
        } else if kind.is_none() && look.words.len() > TEASER_BYTES {
            break;
        } else {
            all += usize::from(kind.is_none());
        }
    }
    if let Some(from) = from.filter(|_| count >= FEWEST_LINKS_IN_A_TAIL) {
        kinds.iter_mut().skip(from).filter(|it| it.is_none()).for_each(take_out);
    }
}

/// Lines that are nothing but a link to another article.
fn take_out_links(lines: &[Look<'_>], kinds: &mut [Option<MaskKind>]) {
    for (look, kind) in lines.iter().zip(kinds.iter_mut()) {
        if kind.is_none() && look.is_link() {
            take_out(kind);
        }
    }
}

/// Headings with nothing kept below them.
fn take_out_bare_heads(lines: &[Look<'_>], kinds: &mut [Option<MaskKind>]) {
    for at in places(kinds).into_iter().rev() {
        match (lines.get(at), kinds.get_mut(at)) {
            (Some(look), Some(kind)) if look.line.within.heading => take_out(kind),
            _ => break,
        }
    }
}

fn take_out(kind: &mut Option<MaskKind>) {
    *kind = Some(MaskKind::Furniture);
}

fn places(kinds: &[Option<MaskKind>]) -> Vec<usize> {
    let all = kinds.iter().enumerate();
    all.filter(|(_, kind)| kind.is_none()).map(|(at, _)| at).collect()
}
