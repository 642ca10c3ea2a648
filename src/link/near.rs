//! What stands near an expression, which is what it dates.

use crate::{
    model::Skeleton,
    names::{Kind, Spoken, within},
    text::Span,
};

use super::content::Told;

/// A term near an expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Near {
    /// Its place in the article's terms.
    pub(super) told: u16,
    /// How near, of 255.
    pub(super) weight: Share,
}

/// A share of one, in parts of 255.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Share(u8);

impl Share {
    pub(super) fn share(self) -> f32 {
        f32::from(self.0) / f32::from(u8::MAX)
    }
}

/// So many terms tell what an expression dates.
const MOST: usize = 20;
/// At this distance, in words, a word tells half as much.
const HALF_WORDS: f32 = 5.0;
/// What is behind a mark tells so much of what is before it.
const BEYOND_A_MARK: f32 = 0.6;
/// "Friday’s damning report": what is modified tells so much, and all else so little.
const MODIFIED: f32 = 1.0;
const UNMODIFIED: f32 = 0.25;
/// The sentence before, whose "he" this one may speak of.
const SENTENCE_BEFORE: f32 = 0.12;

/// The terms near what dates a thing, in order of term.
pub(super) fn near(
    text: &str,
    words: &[Spoken],
    skeleton: &Skeleton,
    told: &[Told],
) -> Vec<Near> {
    let expression = skeleton.origin.span;
    let own = within(words, skeleton.sentence);
    let (before, after) =
        own.split_at(own.partition_point(|it| it.span.start() < expression.start()));
    let modified = modified(text, expression, after);
    let mut weighed: Vec<(f32, &Spoken)> = Vec::with_capacity(own.len());
    let last_clause = before.last().map_or(0, |it| it.clause);
    let first_clause = after.first().map_or(0, |it| it.clause);
    let all_but = if modified > 0 { UNMODIFIED } else { 1.0 };
    for (far, word) in (1_u16..).zip(before.iter().rev()) {
        weighed.push((nearness(far, last_clause - word.clause) * all_but, word));
    }
    for (far, word) in (1_u16..).zip(after) {
        let weight = if usize::from(far) <= modified {
            MODIFIED
        } else {
            nearness(far, word.clause - first_clause) * all_but
        };
        weighed.push((weight, word));
    }
    weighed.extend(sentence_before(words, own).iter().map(|word| (SENTENCE_BEFORE, word)));
    kept(weighed, told)
}

fn nearness(far: u16, marks: u32) -> f32 {
    let beyond = (0..marks.min(8)).fold(1.0, |all, _| all * BEYOND_A_MARK);
    beyond / (1.0 + f32::from(far - 1) / HALF_WORDS)
}

fn sentence_before<'w>(words: &'w [Spoken], own: &[Spoken]) -> &'w [Spoken] {
    let Some(number) = own.first().and_then(|it| it.sentence.checked_sub(1)) else {
        return &[];
    };
    let from = words.partition_point(|it| it.sentence < number);
    let until = words.partition_point(|it| it.sentence <= number);
    words.get(from..until).unwrap_or_default()
}

/// How many of the words after an expression it modifies: "Friday’s damning report into".
fn modified(text: &str, expression: Span, after: &[Spoken]) -> usize {
    let rest = text.get(expression.end()..).unwrap_or_default();
    if !["’s", "'s", "’ ", "' "].iter().any(|ending| rest.starts_with(ending)) {
        return 0;
    }
    let clause = after.first().map_or(0, |it| it.clause);
    after.iter().take_while(|it| it.kind != Kind::Small && it.clause == clause).count()
}

/// The nearest of them, each once.
fn kept(mut weighed: Vec<(f32, &Spoken)>, told: &[Told]) -> Vec<Near> {
    weighed.retain(|(_, word)| word.kind != Kind::Small);
    weighed.sort_by(|(one, a), (other, b)| other.total_cmp(one).then(a.span.cmp(&b.span)));
    weighed.truncate(MOST);
    let mut near: Vec<Near> = weighed
        .into_iter()
        .filter_map(|(weight, word)| {
            let at = told.binary_search_by_key(&word.term, |it| it.term).ok()?;
            Some(Near { told: u16::try_from(at).ok()?, weight: share(weight) })
        })
        .collect();
    near.sort_unstable_by_key(|it| (it.told, std::cmp::Reverse(it.weight)));
    near.dedup_by_key(|it| it.told);
    near
}

/// The nearest one that is no smaller, but for rounding.
fn share(weight: f32) -> Share {
    let wanted = weight * f32::from(u8::MAX);
    let (mut low, mut high) = (1, u8::MAX);
    while low < high {
        let middle = low + (high - low) / 2;
        if f32::from(middle) < wanted { low = middle + 1 } else { high = middle }
    }
    Share(low)
}
