//! One article in several papers: texts that share most of their runs of words.
//!
//! Each text is told by the least hashes of its runs of five words (`MinHash`); texts that agree
//! in a whole band of them are compared. Says nothing of who wrote first.

use std::{collections::BTreeMap, sync::LazyLock};

use crate::model::DocumentId;

/// Runs of words that copies share.
const WORDS_IN_A_RUN: usize = 5;
/// Hashes that tell a text: 32 bands of 4.
const HASHES: usize = 128;
const BAND: usize = 4;
const RUNS_AT_ONCE: usize = 4;
/// Copies agree in at least half of them.
const FEWEST_ALIKE: usize = HASHES / 2;
/// Shorter texts have too few runs to tell anything.
const FEWEST_WORDS: usize = 30;

/// What tells a text from others, and a copy from none.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Signature(Vec<u32>);

impl Signature {
    /// The signature of a text; empty for one too short to be compared.
    pub fn of(text: &str) -> Self {
        let words = words(text);
        if words.len() < FEWEST_WORDS {
            return Self::default();
        }
        let run = |words: &[u64]| words.iter().fold(0, |all, word| mixed(all ^ word));
        let runs: Vec<u64> = words.windows(WORDS_IN_A_RUN).map(run).collect();
        let mut least = [u64::MAX; HASHES];
        // Some at a time, for each hash and its factor are then fetched once for all of them.
        let (some, rest) = runs.as_chunks::<RUNS_AT_ONCE>();
        some.iter().for_each(|runs| lessen(&mut least, runs));
        lessen(&mut least, rest);
        Self(least.into_iter().map(upper).collect())
    }

    fn alike(&self, other: &Self) -> usize {
        self.0.iter().zip(&other.0).filter(|(one, other)| one == other).count()
    }
}

#[inline]
fn lessen(least: &mut [u64; HASHES], runs: &[u64]) {
    for (factor, least) in FACTORS.iter().zip(least) {
        for run in runs {
            *least = (*least).min(run.wrapping_mul(*factor));
        }
    }
}

/// For each copy, the first of those given that it is a copy of.
pub fn copies<'a>(
    texts: impl IntoIterator<Item = (DocumentId, &'a Signature)>,
) -> BTreeMap<DocumentId, DocumentId> {
    let texts: Vec<(DocumentId, &Signature)> = texts.into_iter().collect();
    let mut first: Vec<usize> = (0..texts.len()).collect();
    for (one, other) in candidates(&texts) {
        let alike =
            texts.get(one).zip(texts.get(other)).map(|(one, other)| one.1.alike(other.1));
        if alike.is_some_and(|alike| alike >= FEWEST_ALIKE) {
            let (one, other) = (root(&first, one), root(&first, other));
            if let Some(later) = first.get_mut(one.max(other)) {
                *later = one.min(other);
            }
        }
    }
    let id = |place: usize| texts.get(place).map(|(id, _)| *id);
    let pairs = (0..texts.len()).map(|place| (place, root(&first, place)));
    let pairs = pairs.filter(|(place, first)| place != first);
    pairs.filter_map(|(place, first)| Some((id(place)?, id(first)?))).collect()
}

/// The pairs that agree in a whole band, the first first.
fn candidates(texts: &[(DocumentId, &Signature)]) -> Vec<(usize, usize)> {
    let mut pairs = Vec::new();
    for band in 0..HASHES / BAND {
        let mut buckets: BTreeMap<&[u32], (usize, usize)> = BTreeMap::new();
        for (place, (_, signature)) in texts.iter().enumerate() {
            let Some(key) = signature.0.get(band * BAND..(band + 1) * BAND) else { continue };
            // Copies of one are copies of all: the first and the last of a bucket are enough.
            let (one, last) = buckets.entry(key).or_insert((place, place));
            if *one != place {
                pairs.extend([(*one, place), (*last, place)]);
                *last = place;
            }
        }
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

fn root(first: &[usize], mut place: usize) -> usize {
    while let Some(next) = first.get(place).copied().filter(|next| *next != place) {
        place = next;
    }
    place
}

/// The hash of each word of a text, without capitals and signs.
fn words(text: &str) -> Vec<u64> {
    let mut words = Vec::with_capacity(text.len() / 5);
    let mut word = None;
    for c in text.chars() {
        if c.is_ascii_alphanumeric() {
            word = Some(hash(word.unwrap_or_default(), c.to_ascii_lowercase()));
        } else if c.is_alphanumeric() {
            word = Some(c.to_lowercase().fold(word.unwrap_or_default(), hash));
        } else {
            words.extend(word.take());
        }
    }
    words.extend(word);
    words
}

/// The same on every machine, which the standard hasher does not promise.
const fn hash(so_far: u64, c: char) -> u64 {
    mixed((so_far ^ c as u64).wrapping_add(0x9e37_79b9_7f4a_7c15))
}

/// An odd factor for each hash, which makes another one of the same run.
static FACTORS: LazyLock<[u64; HASHES]> = LazyLock::new(|| {
    std::array::from_fn(|nth| mixed(0x9e37_79b9_7f4a_7c15_u64.wrapping_mul(nth as u64 + 1)) | 1)
});

/// Spreads every bit over all (the end of `splitmix64`).
const fn mixed(mut it: u64) -> u64 {
    it = (it ^ (it >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    it = (it ^ (it >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    it ^ (it >> 31)
}

fn upper(it: u64) -> u32 {
    u32::try_from(it >> 32).unwrap_or(u32::MAX)
}
