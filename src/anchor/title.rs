//! One line for the timeline, cut out of the sentence.

use std::ops::Range;

use crate::{model::Title, text::Span};

use super::{lexicon::EventWords, words::Word};

/// A title is no longer than this, in bytes, unless the expression alone is.
const LONGEST_BYTES: usize = 96;
/// A title that was cut to begin well keeps at least this many bytes before the expression.
const SHORTEST_BYTES: usize = 24;
/// A line with fewer words besides the expression says too little: "In August".
const FEWEST_WORDS: usize = 4;
/// "said a spokesman for the city" has so many words.
const MOST_WORDS_OF_SOURCE: usize = 6;
/// No further does "LEEDS, England (AP) -" reach, in bytes.
const DATELINE_BYTES: usize = 60;

/// The line for what `expression` dates: the clause around it, whole where it fits.
pub(super) fn cut(
    text: &str,
    all: &[Word<'_>],
    sentence: Span,
    expression: Span,
    told: &EventWords,
) -> Title {
    let all = without_dateline(text, all, expression.start());
    let (first, last) = ends(all, sentence);
    let end = end_of_clause(all, expression, last);
    let (start, end) = if end.saturating_sub(first) <= LONGEST_BYTES {
        (first, longest_end(all, first, end))
    } else if expression.end().saturating_sub(first) <= LONGEST_BYTES {
        (first, expression.end())
    } else {
        let short = end - expression.start() <= LONGEST_BYTES / 2;
        let end = if short { end } else { expression.end() };
        (begin(all, expression, end, told), end)
    };
    let beside = |word: &&Word<'_>| {
        let within = start <= word.start && word.end <= end;
        within && (word.end <= expression.start() || word.start >= expression.end())
    };
    let says_little = all.iter().filter(beside).count() < FEWEST_WORDS;
    let end = if says_little { further(all, start, end, told) } else { end };
    let end = with_noun(all, expression, end, told);
    let end = without_source(all, expression, end, told);
    line(text, start..end, (first, last), sentence, expression)
}

/// The line for a sentence that no expression dates: as much of it as fits.
pub(super) fn of_lead(
    text: &str,
    all: &[Word<'_>],
    sentence: Span,
    told: &EventWords,
) -> Title {
    let all = without_dateline(text, all, sentence.end());
    let (first, last) = ends(all, sentence);
    let clause = longest_end(all, first, first);
    let end = if clause >= first + LONGEST_BYTES / 2 {
        clause
    } else {
        further(all, first, first, told)
    };
    let whole = Span::of(text, first..last).unwrap_or(sentence);
    let shown = Span::of(text, first..end).unwrap_or(whole);
    line(text, shown.range(), (first, last), sentence, shown)
}

/// Where the first word begins, and the last ends.
fn ends(all: &[Word<'_>], sentence: Span) -> (usize, usize) {
    match (all.first(), all.last()) {
        (Some(first), Some(last)) => (first.start, last.end),
        _ => (sentence.start(), sentence.end()),
    }
}

fn line(
    text: &str,
    words: Range<usize>,
    (first, last): (usize, usize),
    sentence: Span,
    expression: Span,
) -> Title {
    let quote = opening_quote(text, words.start);
    let start = words.start - quote.min(words.start.saturating_sub(sentence.start()));
    let span = Span::of(text, start..words.end).unwrap_or(expression).join(expression);
    Title { span, cut_before: span.start() > first, cut_after: span.end() < last }
}

/// The words after "LEEDS, England (AP) -", which no headline begins with; `until` stays.
fn without_dateline<'w, 'a>(text: &str, all: &'w [Word<'a>], until: usize) -> &'w [Word<'a>] {
    let is_name = |word: &&Word<'_>| word.written.starts_with(char::is_uppercase);
    let names = all.iter().take_while(is_name).count();
    let dash = |at: &usize| {
        let (Some(before), Some(after)) = (all.get(at - 1), all.get(*at)) else { return false };
        let between = text.get(before.end..after.start).unwrap_or_default();
        let near = all.first().is_some_and(|it| after.start - it.start <= DATELINE_BYTES);
        near && after.start <= until
            && [" - ", " -- ", "—", " – "].iter().any(|it| between.contains(it))
    };
    let at = (1..=names).find(dash).unwrap_or(0);
    all.get(at..).unwrap_or(all)
}

/// Where a line best ends that said too little up to `end`: before a word that begins
/// something else, and else after the last word that fits.
fn further(all: &[Word<'_>], start: usize, end: usize, told: &EventWords) -> usize {
    let fits = |word: &&Word<'_>| word.end <= start + LONGEST_BYTES;
    let longest = all.iter().rev().find(fits).map_or(end, |word| word.end).max(end);
    let before_another = all.iter().zip(all.iter().skip(1)).filter(|(word, next)| {
        let breaks = next.clause != word.clause || told.cut_after.contains(&next.folded);
        breaks && (start + LONGEST_BYTES / 2..=longest).contains(&word.end)
    });
    let last_fits = all.last().is_some_and(|word| word.end <= longest);
    let well = |word: &&Word<'_>| {
        (end..=longest).contains(&word.end) && !told.never_last.contains(&word.folded)
    };
    let longest = all.iter().rev().find(well).map_or(longest, |word| word.end);
    let best = before_another.map(|(word, _)| word.end).find(|it| *it >= end);
    if last_fits { longest } else { best.unwrap_or(longest) }
}

/// "the 4 May | fire": a line that ends at the expression takes in the noun that it belongs to.
fn with_noun(all: &[Word<'_>], expression: Span, end: usize, told: &EventWords) -> usize {
    let at = all.partition_point(|word| word.end <= expression.start());
    let beside = all.get(at.saturating_sub(1)..).unwrap_or_default().iter().take(2);
    let determiner = |word: &Word<'_>| told.determiners.contains(&word.folded);
    let belongs = beside.filter(|it| it.start < expression.end()).any(determiner);
    let own = all.get(at).map(|word| word.clause);
    let after = all.iter().find(|word| word.start >= expression.end());
    match after.filter(|it| belongs && own == Some(it.clause)) {
        Some(noun) if end == expression.end() => noun.end,
        _ => end,
    }
}

/// A line that ends with ", the police said" reads better without.
fn without_source(all: &[Word<'_>], expression: Span, end: usize, told: &EventWords) -> usize {
    let Some(last) = all.iter().rev().find(|word| word.end <= end) else { return end };
    let from = all.partition_point(|word| word.clause < last.clause);
    let (before, clause) = all.split_at_checked(from).unwrap_or((all, &[]));
    let shown = clause.iter().filter(|word| word.end <= end);
    let short = shown.clone().count() <= MOST_WORDS_OF_SOURCE;
    let source = short && shown.clone().any(|it| told.reporting.verbs.contains(&it.folded));
    match before.last() {
        Some(word) if source && word.end >= expression.end() => word.end,
        _ => end,
    }
}

/// How long the quotation mark is that opens right before `start`, so that none closes alone.
fn opening_quote(text: &str, start: usize) -> usize {
    let before = text.get(..start).and_then(|before| before.chars().next_back());
    before.filter(|c| matches!(c, '“' | '‘' | '"' | '(')).map_or(0, char::len_utf8)
}

/// Where the clause of `expression` ends.
fn end_of_clause(all: &[Word<'_>], expression: Span, last: usize) -> usize {
    let own = all.iter().find(|word| word.end > expression.start()).map(|word| word.clause);
    let end = all.iter().rev().find(|word| Some(word.clause) == own).map(|word| word.end);
    end.unwrap_or(last).max(expression.end())
}

/// The last clause's end, from `end` on, with which the line still fits.
fn longest_end(all: &[Word<'_>], start: usize, end: usize) -> usize {
    let ends = all.iter().zip(all.iter().skip(1).map(Some).chain([None])).filter_map(
        |(word, next)| next.is_none_or(|next| next.clause != word.clause).then_some(word.end),
    );
    ends.filter(|clause_end| *clause_end >= end && clause_end - start <= LONGEST_BYTES)
        .max()
        .unwrap_or(end)
}

/// Where a line that ends at `end` best begins: at a clause's beginning, else after a word
/// that a line reads well without, else at any word.
fn begin(all: &[Word<'_>], expression: Span, end: usize, told: &EventWords) -> usize {
    let fits = |word: &Word<'_>| {
        word.start < expression.start() && end.saturating_sub(word.start) <= LONGEST_BYTES
    };
    let long_enough = |word: &Word<'_>| expression.start() - word.start >= SHORTEST_BYTES;
    let mut best = None;
    for (before, word) in all.iter().zip(all.iter().skip(1)) {
        if !fits(word) {
            continue;
        }
        // ", 22, last Thursday": an age is no beginning.
        let a_number = word.written.starts_with(|c: char| c.is_ascii_digit());
        let rank = if word.clause != before.clause && long_enough(word) && !a_number {
            0
        } else if told.cut_after.contains(&before.folded) && long_enough(word) {
            1
        } else {
            2
        };
        if best.is_none_or(|(least, _)| rank < least) {
            best = Some((rank, word.start));
        }
    }
    best.map_or(expression.start(), |(_, start)| start)
}
