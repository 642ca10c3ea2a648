//! Words brought to terms: one number for all forms of a word.

use super::NameWords;

/// What a word, a name or a number is known by: the same for all forms of a word, as far as
/// its letters tell. A hash, so that no text has to be kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Term(pub u32);

/// How much a term may tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Nothing: "the".
    Small,
    /// Little: nearly every text has it.
    Common,
    /// What is in no list.
    Plain,
    /// A number.
    Number,
}

impl Term {
    /// The term for both in a row.
    #[must_use]
    pub fn then(self, next: Self) -> Self {
        Self(folded_up(mixed(u64::from(self.0) << 32 | u64::from(next.0))))
    }

    /// As a hash among others.
    pub(super) fn hash(self) -> u64 {
        u64::from(self.0)
    }
}

/// Longer words are told apart by their beginning.
const LONGEST_BYTES: usize = 40;
/// What an ending leaves, at least.
const SHORTEST_STEM_BYTES: usize = 3;

/// A word without the differences of case, in place: nothing is allocated for a word.
#[derive(Clone, Copy)]
pub(super) struct Fold {
    bytes: [u8; LONGEST_BYTES],
    length: usize,
}

impl Fold {
    /// The word without case, and with one kind of apostrophe.
    pub(super) fn of(written: &str) -> Self {
        let mut fold = Self { bytes: [0; LONGEST_BYTES], length: 0 };
        if is_plain(written) {
            for (to, byte) in fold.bytes.iter_mut().zip(written.as_bytes()) {
                *to = byte.to_ascii_lowercase();
            }
            fold.length = written.len();
            return fold;
        }
        for c in written.chars() {
            match c {
                '\'' => fold.push('’'),
                _ if c.is_ascii() => fold.push(c.to_ascii_lowercase()),
                _ => c.to_lowercase().for_each(|c| fold.push(c)),
            }
        }
        fold
    }

    fn push(&mut self, c: char) {
        let end = self.length + c.len_utf8();
        if let Some(to) = self.bytes.get_mut(self.length..end) {
            c.encode_utf8(to);
            self.length = end;
        }
    }

    fn bytes(&self) -> &[u8] {
        self.bytes.get(..self.length).unwrap_or_default()
    }

    /// What tells it from other words.
    pub(super) fn hash(&self) -> u64 {
        hash(self.bytes().iter().copied())
    }

    /// The same without what belongs to the grammar: "council’s", "l’eau".
    pub(super) fn bare(mut self, words: &NameWords) -> Self {
        // Only what holds an apostrophe has any of it; one begins with this byte.
        if !self.bytes().contains(&0xe2) {
            return self;
        }
        if let Some(clitic) = words.clitics.iter().find(|it| self.ends_with(it)) {
            self.length -= clitic.len();
        }
        if let Some(elided) = words.elided.iter().find(|it| self.begins_with(it)) {
            self.bytes.copy_within(elided.len()..self.length, 0);
            self.length -= elided.len();
        }
        self
    }

    /// Whether `whole` goes on after it.
    pub(super) fn begins(&self, whole: &Self) -> bool {
        self.length < whole.length && whole.bytes().starts_with(self.bytes())
    }

    /// The term of the word, by its letters alone.
    pub(super) fn stem(&self, words: &NameWords) -> Term {
        let mut stem = self.bytes();
        if stem.last().is_some_and(|it| !it.is_ascii_digit()) {
            let leaves = |ending: &str| stem.len() >= ending.len() + SHORTEST_STEM_BYTES;
            // Most endings differ in their last letter already.
            let last = stem.last();
            let may = |ending: &str| ending.as_bytes().last() == last && leaves(ending);
            let ending = words.endings.iter().find(|it| may(it) && self.ends_with(it));
            if let Some(ending) = ending {
                stem = stem.get(..stem.len() - ending.len()).unwrap_or_default();
                if let [rest @ .., before, last] = stem
                    && words.doubles
                    && before == last
                    && rest.len() + 1 >= SHORTEST_STEM_BYTES
                {
                    stem = stem.get(..=rest.len()).unwrap_or_default();
                }
            }
        }
        Term(folded_up(hash(stem.iter().copied())))
    }

    fn ends_with(&self, ending: &str) -> bool {
        self.bytes().ends_with(ending.as_bytes())
    }

    fn begins_with(&self, beginning: &str) -> bool {
        self.length > beginning.len() && self.bytes().starts_with(beginning.as_bytes())
    }

    fn is_number(&self) -> bool {
        self.bytes().first().is_some_and(u8::is_ascii_digit)
    }
}

/// What tells a word from others, if it is written with nothing but plain letters and digits.
pub(super) fn plain_hash(written: &str) -> Option<u64> {
    is_plain(written).then(|| hash(written.bytes().map(|it| it.to_ascii_lowercase())))
}

fn is_plain(written: &str) -> bool {
    let plain = |byte: &u8| byte.is_ascii() && *byte != b'\'';
    written.len() <= LONGEST_BYTES && written.as_bytes().iter().all(plain)
}

/// The term of a word that is in no list, and how much it may tell.
pub(super) fn unknown(fold: &Fold, words: &NameWords) -> (Term, Kind) {
    let term = fold.stem(words);
    let kind = match fold.length {
        _ if fold.is_number() => Kind::Number,
        0 | 1 => Kind::Small,
        _ if words.common.has(term.hash()) => Kind::Common,
        _ => Kind::Plain,
    };
    (term, kind)
}

/// The same on every machine, which the standard hasher does not promise.
fn hash(bytes: impl Iterator<Item = u8>) -> u64 {
    let step = |all: u64, byte: u8| (all ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
    mixed(bytes.fold(0xcbf2_9ce4_8422_2325, step))
}

/// Spreads every bit over all (the end of `splitmix64`).
const fn mixed(mut it: u64) -> u64 {
    it = (it ^ (it >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    it = (it ^ (it >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    it ^ (it >> 31)
}

/// The upper half.
fn folded_up(it: u64) -> u32 {
    u32::try_from(it >> 32).unwrap_or_default()
}
