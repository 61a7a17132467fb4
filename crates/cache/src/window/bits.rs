//! A set of entries, one bit each.

/// A set of entries of the index.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Bits(Vec<u64>);

impl Bits {
    /// An empty set with room for `len` entries.
    pub(crate) fn none(len: usize) -> Self {
        Self(vec![0; len.div_ceil(64)])
    }

    /// The set of the entries below `len` for which `test` holds.
    pub(crate) fn of(len: usize, mut test: impl FnMut(usize) -> bool) -> Self {
        let mut bits = Self::none(len);
        for (word, chunk) in bits.0.iter_mut().enumerate() {
            for bit in 0..64.min(len - word * 64) {
                *chunk |= u64::from(test(word * 64 + bit)) << bit;
            }
        }
        bits
    }

    /// Puts an entry in; there must be room.
    pub(crate) fn set(&mut self, entry: usize) {
        self.0[entry / 64] |= 1 << (entry % 64);
    }

    /// Makes room for `len` entries.
    pub(crate) fn grow(&mut self, len: usize) {
        self.0.resize(len.div_ceil(64).max(self.0.len()), 0);
    }

    /// Whether an entry is in; one beyond the room isn't.
    pub(crate) fn get(&self, entry: usize) -> bool {
        self.0
            .get(entry / 64)
            .is_some_and(|chunk| chunk >> (entry % 64) & 1 == 1)
    }

    /// Keeps what is in the other set too.
    pub(crate) fn keep(&mut self, other: &Self) {
        for (chunk, other) in self.0.iter_mut().zip(&other.0) {
            *chunk &= other;
        }
    }

    /// Removes what is in the other set.
    pub(crate) fn remove(&mut self, other: &Self) {
        for (chunk, other) in self.0.iter_mut().zip(&other.0) {
            *chunk &= !other;
        }
    }

    /// Keeps the entries for which `test` holds.
    pub(crate) fn retain(&mut self, mut test: impl FnMut(usize) -> bool) {
        for (word, chunk) in self.0.iter_mut().enumerate() {
            let mut left = *chunk;
            while left != 0 {
                let bit = left.trailing_zeros();
                left &= left - 1;
                if !test(word * 64 + bit as usize) {
                    *chunk &= !(1 << bit);
                }
            }
        }
    }

    /// How many are in.
    pub(crate) fn count(&self) -> usize {
        self.0.iter().map(|chunk| chunk.count_ones() as usize).sum()
    }

    /// Those that are in, from low to high.
    pub(crate) fn iter(&self) -> impl Iterator<Item = usize> {
        self.0.iter().enumerate().flat_map(|(word, &chunk)| {
            std::iter::successors(Some(chunk), |left| Some(left & left.wrapping_sub(1)))
                .take_while(|left| *left != 0)
                .map(move |left| word * 64 + left.trailing_zeros() as usize)
        })
    }
}
