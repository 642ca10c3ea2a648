//! What is known of a hash, found in one step.

/// Values by hashes that are spread over all bits.
#[derive(Debug)]
pub(super) struct Table<T> {
    /// A power of two of them, at least half of them empty; one that is taken sends on to the
    /// next.
    slots: Vec<Option<(u64, T)>>,
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self { slots: Vec::new() }
    }
}

impl<T: Copy> Table<T> {
    /// A table of those; of two with one hash the later counts.
    pub(super) fn of(entries: Vec<(u64, T)>) -> Self {
        let mut table = Self { slots: vec![None; (2 * entries.len()).next_power_of_two()] };
        for (hash, value) in entries {
            let free = table.way(hash).find(|at| {
                let slot = table.slots.get(*at).copied().flatten();
                slot.is_none_or(|(other, _)| other == hash)
            });
            if let Some(slot) = free.and_then(|at| table.slots.get_mut(at)) {
                *slot = Some((hash, value));
            }
        }
        table
    }

    pub(super) fn get(&self, hash: u64) -> Option<T> {
        let slots = self.way(hash).map_while(|at| self.slots.get(at).copied().flatten());
        slots.take(self.slots.len()).find(|(other, _)| *other == hash).map(|(_, value)| value)
    }

    pub(super) fn has(&self, hash: u64) -> bool {
        self.get(hash).is_some()
    }

    /// The places where a hash may lie, one after the other.
    fn way(&self, hash: u64) -> impl Iterator<Item = usize> + use<T> {
        let mask = self.slots.len().wrapping_sub(1);
        let first = usize::try_from(hash & 0xffff_ffff).unwrap_or_default();
        (0..=mask.min(1 << 20)).map(move |step| first.wrapping_add(step) & mask)
    }
}
