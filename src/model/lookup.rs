//! What is known of documents and mentions, found in one step.

use rayon::slice::ParallelSliceMut as _;

use super::{DocumentId, Origin};

/// Values by documents or by mentions.
///
/// In a map each step of a search waits for memory. Here the hash that a document is known by
/// tells at once where to look: there are about as many places to look as there are values.
#[derive(Clone, Debug)]
pub struct Lookup<K, V> {
    /// In order of key.
    entries: Vec<(K, V)>,
    /// Where in them those begin whose keys have each of the upper bits.
    firsts: Vec<u32>,
    /// How many lower bits are left out.
    shift: u32,
}

/// What is known by a hash before all else.
pub trait Hashed {
    /// The first bits of the hash: by them, what is in order is in order.
    fn upper(&self) -> u32;
}

impl Hashed for DocumentId {
    fn upper(&self) -> u32 {
        let [first, second, third, fourth, ..] = *self.bytes();
        u32::from_be_bytes([first, second, third, fourth])
    }
}

impl Hashed for Origin {
    fn upper(&self) -> u32 {
        self.document.upper()
    }
}

const MOST_BITS: u32 = 24;

impl<K: Hashed + Ord, V> Lookup<K, V> {
    /// What is known of `key`.
    pub fn get(&self, key: &K) -> Option<&V> {
        let bucket = (key.upper() >> self.shift) as usize;
        let first = |bucket: usize| self.firsts.get(bucket).map(|it| *it as usize);
        let some = self.entries.get(first(bucket)?..first(bucket + 1)?)?;
        let at = some.binary_search_by(|(it, _)| it.cmp(key)).ok()?;
        some.get(at).map(|(_, value)| value)
    }
}

/// Of two values for one key, the last counts.
impl<K: Hashed + Ord + Send, V: Send> FromIterator<(K, V)> for Lookup<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        let mut entries: Vec<(K, V)> = entries.into_iter().collect();
        entries.par_sort_by(|(one, _), (other, _)| one.cmp(other));
        entries.dedup_by(|next, kept| {
            let same = next.0 == kept.0;
            if same {
                std::mem::swap(next, kept);
            }
            same
        });
        let bits = entries.len().checked_ilog2().unwrap_or_default().clamp(1, MOST_BITS);
        let shift = u32::BITS - bits;
        let mut firsts = Vec::with_capacity((1 << bits) + 1);
        let mut at = 0;
        for bucket in 0..=1_u64 << bits {
            let before = |(key, _): &(K, V)| u64::from(key.upper() >> shift) < bucket;
            while entries.get(at).is_some_and(before) {
                at += 1;
            }
            firsts.push(u32::try_from(at).unwrap_or(u32::MAX));
        }
        Self { entries, firsts, shift }
    }
}

impl<K, V> Default for Lookup<K, V> {
    fn default() -> Self {
        Self { entries: Vec::new(), firsts: Vec::new(), shift: u32::BITS - 1 }
    }
}
