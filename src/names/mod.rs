//! What a text speaks of: its words as terms, and names.
//!
//! Names are found out of capitals and titles alone, without any list of them. Says nothing of
//! what happened.

mod lexicon;
mod rosters;
mod table;
mod terms;

use crate::text::{self, Span};

pub use lexicon::NameWords;
pub use rosters::{Roster, rosters};
pub use terms::{Kind, Term};

use terms::{Fold, plain_hash, unknown};

/// One word of a text, as far as it matters what it speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spoken {
    /// Where.
    pub span: Span,
    /// Its term.
    pub term: Term,
    /// How much that may tell.
    pub kind: Kind,
    /// In which of the text's sentences, from 0.
    pub sentence: u32,
    /// In which clause of it, from 0.
    pub clause: u32,
    /// Whether it is part of a name.
    pub named: bool,
    hand: Hand,
}

/// How a word is written, for what names are made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Hand {
    Small,
    /// Begins with a capital.
    Capital,
    /// So does every first word of a sentence, and every word of a headline.
    AsAll,
    Title,
    Particle,
}

/// A name in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Name {
    /// Where, without titles.
    pub span: Span,
    /// The term of its fullest form in the text: "Mr Biggs" is "John Biggs", if he is named so.
    pub whole: Term,
    /// Whether a title stands before it, which people have.
    pub titled: bool,
    /// Whether nearly every text has all of its words: "Police".
    pub common: bool,
}

/// The words of a text in order of place, without those that touch `apart`, which is in order
/// of place, too.
pub fn spoken(
    text: &str,
    sentences: &[Span],
    apart: &[Span],
    words: &NameWords,
) -> Vec<Spoken> {
    let mut found: Vec<Spoken> = Vec::with_capacity(text.len() / 6);
    let mut apart = apart.iter().peekable();
    for (number, sentence) in (0..).zip(sentences) {
        let begin = found.len();
        let mut clause = 0;
        for word in text::words(text, *sentence) {
            clause += u32::from(word.parted_at.is_some() && found.len() > begin);
            while apart.next_if(|it| it.end() <= word.span.start()).is_some() {}
            if apart.peek().is_none_or(|it| !it.overlaps(word.span)) {
                let at = |spoken| Spoken { sentence: number, clause, ..spoken };
                found.extend(parts(text, word.span, words).map(at));
            }
        }
        as_all(found.get_mut(begin..).unwrap_or_default());
    }
    found
}

/// "77-year-old" is three words here.
fn parts<'a>(
    text: &'a str,
    word: Span,
    words: &'a NameWords,
) -> impl Iterator<Item = Spoken> + 'a {
    let mut start = word.start();
    word.slice(text).split('-').filter_map(move |part| {
        let Part { length, hash, term, kind } = Part::of(part, words);
        let span = Span::of(text, start..start + length);
        start += part.len() + 1;
        let hand = match part.starts_with(char::is_uppercase) {
            true if words.titles.has(hash) => Hand::Title,
            true if kind != Kind::Small => Hand::Capital,
            _ if words.particles.has(hash) => Hand::Particle,
            _ => Hand::Small,
        };
        Some(Spoken { span: span?, term, kind, sentence: 0, clause: 0, named: false, hand })
    })
}

/// What a part of a word is known by.
struct Part {
    /// How much of it is not only grammar, in bytes.
    length: usize,
    hash: u64,
    term: Term,
    kind: Kind,
}

impl Part {
    fn of(part: &str, words: &NameWords) -> Self {
        // Every other word of a text is in the lists as it stands, and of nearly all others
        // nothing is grammar.
        if let Some(hash) = plain_hash(part) {
            let known = words.known.get(hash);
            let (term, kind) = known.unwrap_or_else(|| unknown(&Fold::of(part), words));
            return Self { length: part.len(), hash, term, kind };
        }
        let mut fold = Fold::of(part);
        let mut length = part.len();
        if let Some(mark) = part.rfind(['’', '\'']) {
            let whole = fold;
            fold = whole.bare(words);
            length = if fold.begins(&whole) { mark } else { length };
        }
        let hash = fold.hash();
        let (term, kind) = words.known.get(hash).unwrap_or_else(|| unknown(&fold, words));
        Self { length, hash, term, kind }
    }
}

/// Capitals tell nothing at the beginning of a sentence, nor where nearly all words have one.
fn as_all(sentence: &mut [Spoken]) {
    let capital = |it: &&Spoken| it.hand == Hand::Capital;
    let telling = sentence.iter().filter(|it| it.kind != Kind::Small);
    let headline = sentence.iter().filter(capital).count() * 4 >= telling.count() * 3;
    let most = if headline && sentence.len() > 3 { sentence.len() } else { 1 };
    let first = sentence.iter_mut().take(most).filter(|it| it.hand == Hand::Capital);
    for word in first {
        word.hand = Hand::AsAll;
    }
}

/// The names among a text's words, in order of place; each word of one is marked as such.
pub fn names(text: &str, words: &mut [Spoken]) -> Vec<Name> {
    let mut elsewhere: Vec<Term> =
        words.iter().filter(|it| it.hand == Hand::Capital).map(|it| it.term).collect();
    elsewhere.sort_unstable();
    elsewhere.dedup();
    for word in words.iter_mut().filter(|it| it.hand == Hand::AsAll) {
        if elsewhere.binary_search(&word.term).is_ok() {
            word.hand = Hand::Capital;
        }
    }
    let mut runs = runs(text, words);
    for run in &runs {
        let own = words.get_mut(run.range.clone()).unwrap_or_default();
        for word in own {
            word.named = word.hand == Hand::Capital;
        }
    }
    let whole = wholes(words, &runs);
    runs.drain(..)
        .zip(whole)
        .filter_map(|(run, whole)| {
            let own = words.get(run.range)?;
            let span = own.first()?.span.join(own.last()?.span);
            let common = own.iter().all(|it| it.kind == Kind::Common);
            Some(Name { span, whole, titled: run.titled, common })
        })
        .collect()
}

/// Where a text has the fullest form of the name that the words at `span` are, with what
/// somebody is before it: "Mr Biggs", "council spokesman John Biggs". `names` are those of the
/// text, in order of place. "Plumas County deputies" are not the county, and "Police" is no
/// name.
pub fn fullest(text: &str, names: &[Name], span: Span) -> Option<Span> {
    let from = names.partition_point(|it| it.span.end() <= span.start());
    let within = names.get(from..)?.iter().take_while(|it| span.contains(it.span));
    let is_whole = |it: &Name| {
        let before = text.get(span.start()..it.span.start()).unwrap_or_default();
        it.titled || (it.span.end() == span.end() && !before.contains(['’', '\'']))
    };
    let name = within.filter(|it| !it.common).find(|it| is_whole(it))?;
    let length = |it: &Name| it.span.end() - it.span.start();
    let forms = names.iter().filter(|it| it.whole == name.whole);
    // Of forms of one length the first counts.
    forms.rev().max_by_key(|it| length(it)).map(|it| it.span)
}

/// Words with capitals in a row.
struct Run {
    range: std::ops::Range<usize>,
    titled: bool,
}

fn runs(text: &str, words: &[Spoken]) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut titled = false;
    let mut before: Option<&Spoken> = None;
    for (at, word) in words.iter().enumerate() {
        let adjoins = before.is_some_and(|before| adjoin(text, before, word));
        titled &= adjoins;
        match word.hand {
            Hand::Title => titled = true,
            Hand::Capital => match runs.last_mut() {
                Some(run) if run.range.end == at && adjoins => run.range.end = at + 1,
                Some(run)
                    if run.range.end + 1 == at && adjoins && is_inside(text, words, at) =>
                {
                    run.range.end = at + 1;
                }
                _ => runs.push(Run { range: at..at + 1, titled }),
            },
            Hand::Small | Hand::AsAll | Hand::Particle => titled = false,
        }
        before = Some(word);
    }
    runs
}

/// Whether the word before stands as a small word inside a name: "Bank of England".
fn is_inside(text: &str, words: &[Spoken], at: usize) -> bool {
    let before = at.checked_sub(2).and_then(|from| words.get(from..at));
    matches!(before, Some([one, other]) if other.hand == Hand::Particle && adjoin(text, one, other))
}

/// Nothing but a space or a hyphen stands between the two: no "’s", no comma.
fn adjoin(text: &str, one: &Spoken, other: &Spoken) -> bool {
    let between = text.get(one.span.end()..other.span.start());
    one.sentence == other.sentence && matches!(between, Some(" " | "-" | ". " | "\u{a0}"))
}

/// The term of each run's fullest form: the first longer run that ends or begins with it.
fn wholes(words: &[Spoken], runs: &[Run]) -> Vec<Term> {
    let own = |run: &Run| words.get(run.range.clone()).unwrap_or_default();
    let mut fuller: Vec<(Term, usize, usize)> = Vec::new();
    for (number, run) in runs.iter().enumerate() {
        if let [first, .., last] = own(run) {
            fuller.extend([(last.term, 0, number), (first.term, 1, number)]);
        }
    }
    fuller.sort_unstable();
    let term = |run: &Run| {
        let telling = own(run).iter().filter(|it| it.hand == Hand::Capital).map(|it| it.term);
        telling.reduce(Term::then).unwrap_or_default()
    };
    let whole = |run: &Run| {
        let [one] = own(run) else { return term(run) };
        let at = fuller.partition_point(|(it, ..)| *it < one.term);
        let full = fuller.get(at).filter(|(it, ..)| *it == one.term);
        full.and_then(|(.., number)| runs.get(*number)).map_or(one.term, term)
    };
    runs.iter().map(whole).collect()
}

/// The words that lie within `span`.
pub fn within(words: &[Spoken], span: Span) -> &[Spoken] {
    let from = words.partition_point(|it| it.span.start() < span.start());
    let rest = words.get(from..).unwrap_or_default();
    rest.get(..rest.partition_point(|it| it.span.end() <= span.end())).unwrap_or_default()
}
