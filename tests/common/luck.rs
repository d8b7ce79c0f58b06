//! Choices that depend on a number alone.

/// A number from which choices are drawn.
pub(crate) struct Luck(pub(crate) u64);

impl Luck {
    /// A choice among so many, from 0 on; 0 where there is none.
    pub(crate) fn below(&mut self, many: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % many.max(1)
    }
}
