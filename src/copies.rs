//! One article in several papers: texts that share most of their runs of words.
//!
//! Each run of four words has a hash, which falls into one of 128 bins; a text is told by the
//! least hash of each bin (`MinHash` by one permutation: Li, Owen and Zhang 2012). Texts that
//! agree in a whole band of them are compared. Says nothing of who wrote first.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::model::DocumentId;

/// Runs of words that copies share.
const WORDS_IN_A_RUN: usize = 4;
/// Hashes that tell a text: 32 bands of 4.
const HASHES: usize = 128;
const BITS_BELOW_THE_BIN: u32 = u64::BITS - HASHES.ilog2();
const BAND: usize = 4;
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
        let mut least = [None; HASHES];
        for run in words.windows(WORDS_IN_A_RUN) {
            let hash = run.iter().fold(0, |all, word| mixed(all ^ word));
            let bin = usize::try_from(hash >> BITS_BELOW_THE_BIN).unwrap_or_default();
            if let Some(least) = least.get_mut(bin) {
                *least = Some(least.map_or(hash, |least: u64| least.min(hash)));
            }
        }
        Self(filled(&least))
    }

    fn alike(&self, other: &Self) -> usize {
        self.0.iter().zip(&other.0).filter(|(one, other)| one == other).count()
    }
}

/// Each bin's hash; an empty bin has that of the next that is not, told apart by how far that is
/// (Shrivastava and Li 2014, *Densifying One Permutation Hashing via Rotation*).
fn filled(least: &[Option<u64>; HASHES]) -> Vec<u32> {
    let next = |bin: usize| {
        let mut ahead = (0_u64..).zip(least.iter().cycle().skip(bin));
        ahead.find_map(|(far, hash)| hash.map(|hash| mixed(hash.wrapping_add(far))))
    };
    let is_empty = least.iter().all(Option::is_none);
    let bins = (0..HASHES).filter(|_| !is_empty);
    bins.filter_map(next).map(lower).collect()
}

/// For each copy, the first of those given that it is a copy of.
pub fn copies<'a>(
    texts: impl IntoIterator<Item = (DocumentId, &'a Signature)>,
) -> BTreeMap<DocumentId, DocumentId> {
    let texts: Vec<(DocumentId, &Signature)> = texts.into_iter().collect();
    let mut first: Vec<usize> = (0..texts.len()).collect();
    for (one, other) in candidates(&texts) {
        let pair = texts.get(one).zip(texts.get(other));
        if pair.is_some_and(|(one, other)| are_copies(*one, *other)) {
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

fn are_copies(one: (DocumentId, &Signature), other: (DocumentId, &Signature)) -> bool {
    one.0.text_hash() == other.0.text_hash() || one.1.alike(other.1) >= FEWEST_ALIKE
}

/// The pairs that have one text or agree in a whole band, the first first.
fn candidates(texts: &[(DocumentId, &Signature)]) -> Vec<(usize, usize)> {
    let of_band = |band: usize| {
        let own = band * BAND..(band + 1) * BAND;
        pairs(texts, |(_, signature)| {
            signature.0.get(own.clone()).and_then(|it| <[u32; BAND]>::try_from(it).ok())
        })
    };
    let mut all: Vec<(usize, usize)> =
        (0..HASHES / BAND).into_par_iter().flat_map_iter(of_band).collect();
    all.extend(pairs(texts, |(id, _)| Some(id.text_hash())));
    all.sort_unstable();
    all.dedup();
    all
}

/// The pairs that have one key.
fn pairs<'a, K: Ord>(
    texts: &[(DocumentId, &'a Signature)],
    key: impl Fn(&(DocumentId, &'a Signature)) -> Option<K>,
) -> Vec<(usize, usize)> {
    let mut keys: Vec<(K, usize)> =
        (0..).zip(texts).filter_map(|(place, it)| Some((key(it)?, place))).collect();
    keys.sort_unstable();
    let mut pairs = Vec::new();
    for same in keys.chunk_by(|(one, _), (other, _)| one == other) {
        // Copies of one are copies of all: the first and the one before are enough.
        for pair in same.windows(2) {
            if let ([(_, first), ..], [(_, last), (_, place)]) = (same, pair) {
                pairs.extend([(*first, *place), (*last, *place)]);
            }
        }
    }
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

/// Spreads every bit over all (the end of `splitmix64`).
const fn mixed(mut it: u64) -> u64 {
    it = (it ^ (it >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    it = (it ^ (it >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    it ^ (it >> 31)
}

/// The lower half.
fn lower(it: u64) -> u32 {
    u32::try_from(it & u64::from(u32::MAX)).unwrap_or_default()
}
