//! What has a part in a digest, and how: numbers, texts, lists, and fields by their names.

use std::ops::Deref;

/// What has a part in the digest of a state.
pub(in crate::engine) trait ContentHash {
    /// Adds what it holds. What is at rest adds exactly [`Sum::REST`], and nothing else adds that.
    fn add_to(&self, sum: &mut Sum);
}

/// The bytes that a value adds to a digest.
pub(in crate::engine) fn bytes_of(value: &impl ContentHash) -> Vec<u8> {
    let mut sum = Sum(Vec::with_capacity(LENGTH));
    value.add_to(&mut sum);
    sum.0
}

/// Bytes that most states come to.
const LENGTH: usize = 4096;

/// What is hashed, gathered first: one long text is hashed faster than many short ones.
pub(in crate::engine) struct Sum(Vec<u8>);

impl Sum {
    /// What a value at rest adds, and what ends a list of fields.
    const REST: [u8; 8] = [0; 8];

    fn word(&mut self, number: u64) {
        self.0.extend_from_slice(&number.to_le_bytes());
    }

    /// Adds a field under its name, unless it is at rest.
    pub(in crate::engine) fn field(&mut self, name: &str, value: &(impl ContentHash + ?Sized)) {
        self.nested(name, |sum| value.add_to(sum));
    }

    /// Adds a field whose content is added by a function, unless it is at rest.
    pub(in crate::engine) fn nested(&mut self, name: &str, add: impl FnOnce(&mut Self)) {
        let before = self.0.len();
        name.add_to(self);
        let begins = self.0.len();
        add(self);
        if self.0.get(begins..) == Some(&Self::REST) {
            self.0.truncate(before);
        }
    }

    /// Ends the fields of a value.
    pub(in crate::engine) fn end(&mut self) {
        self.0.extend_from_slice(&Self::REST);
    }

    /// Adds what a place of a fixed list holds, under the word of that place, unless it is at rest.
    pub(in crate::engine) fn fields<'a, T: ContentHash + 'a>(
        &mut self,
        fields: impl IntoIterator<Item = (&'a str, T)>,
    ) {
        for (name, value) in fields {
            self.field(name, &value);
        }
        self.end();
    }
}

/// A list whose length is the program's, not the deck's: what is at rest at its end adds nothing.
pub(in crate::engine) struct Trimmed<L>(pub(in crate::engine) L);

impl<T, L> ContentHash for Trimmed<L>
where
    T: ContentHash + Default + PartialEq,
    L: Deref<Target = [T]>,
{
    fn add_to(&self, sum: &mut Sum) {
        let rest = T::default();
        let length = self.0.iter().rposition(|item| *item != rest);
        let length = length.map_or(0, |last| last + 1);
        self.0.get(..length).unwrap_or_default().add_to(sum);
    }
}

impl ContentHash for bool {
    fn add_to(&self, sum: &mut Sum) {
        sum.word((*self).into());
    }
}

impl ContentHash for u8 {
    fn add_to(&self, sum: &mut Sum) {
        sum.word((*self).into());
    }
}

impl ContentHash for i8 {
    fn add_to(&self, sum: &mut Sum) {
        i64::from(*self).add_to(sum);
    }
}

impl ContentHash for i16 {
    fn add_to(&self, sum: &mut Sum) {
        i64::from(*self).add_to(sum);
    }
}

impl ContentHash for u32 {
    fn add_to(&self, sum: &mut Sum) {
        sum.word((*self).into());
    }
}

impl ContentHash for u64 {
    fn add_to(&self, sum: &mut Sum) {
        sum.word(*self);
    }
}

impl ContentHash for usize {
    fn add_to(&self, sum: &mut Sum) {
        sum.word(*self as u64);
    }
}

impl ContentHash for i64 {
    fn add_to(&self, sum: &mut Sum) {
        sum.word(self.cast_unsigned());
    }
}

impl ContentHash for str {
    fn add_to(&self, sum: &mut Sum) {
        self.len().add_to(sum);
        sum.0.extend_from_slice(self.as_bytes());
    }
}

impl ContentHash for String {
    fn add_to(&self, sum: &mut Sum) {
        self.as_str().add_to(sum);
    }
}

impl<T: ContentHash> ContentHash for [T] {
    fn add_to(&self, sum: &mut Sum) {
        self.len().add_to(sum);
        for item in self {
            item.add_to(sum);
        }
    }
}

impl<T: ContentHash> ContentHash for Vec<T> {
    fn add_to(&self, sum: &mut Sum) {
        self.as_slice().add_to(sum);
    }
}

impl<T: ContentHash> ContentHash for Option<T> {
    fn add_to(&self, sum: &mut Sum) {
        match self {
            None => sum.end(),
            Some(value) => {
                true.add_to(sum);
                value.add_to(sum);
            }
        }
    }
}

impl<T: ContentHash + ?Sized> ContentHash for &T {
    fn add_to(&self, sum: &mut Sum) {
        (*self).add_to(sum);
    }
}

impl<T: ContentHash> ContentHash for Box<T> {
    fn add_to(&self, sum: &mut Sum) {
        (**self).add_to(sum);
    }
}

impl<A: ContentHash, B: ContentHash> ContentHash for (A, B) {
    fn add_to(&self, sum: &mut Sum) {
        self.0.add_to(sum);
        self.1.add_to(sum);
    }
}

/// Words go in as they stand in the record, so that a new one may be put anywhere among the others.
macro_rules! by_word {
    ($($name:ty),+ $(,)?) => {
        $(impl ContentHash for $name {
            fn add_to(&self, sum: &mut Sum) {
                self.word().add_to(sum);
            }
        })+
    };
}
pub(in crate::engine::digest) use by_word;

#[cfg(test)]
mod tests {
    use super::*;

    /// What a field adds that holds a value.
    struct Field<T>(T);

    impl<T: ContentHash> ContentHash for Field<T> {
        fn add_to(&self, sum: &mut Sum) {
            sum.field("a", &self.0);
        }
    }

    #[test]
    fn what_is_at_rest_adds_nothing_and_what_is_present_does() {
        assert!(bytes_of(&Field(0_i64)).is_empty());
        assert!(bytes_of(&Field(String::new())).is_empty());
        assert!(bytes_of(&Field(Option::<u8>::None)).is_empty());
        assert!(bytes_of(&Field(Vec::<u8>::new())).is_empty());
        assert!(!bytes_of(&Field(Some(0_u8))).is_empty());
        assert!(!bytes_of(&Field(Some(Vec::<u8>::new()))).is_empty());
        assert!(!bytes_of(&Field(vec![0_u8])).is_empty());
    }

    #[test]
    fn a_longer_list_of_the_program_changes_nothing_until_its_new_place_is_used() {
        let bytes = |list: &[i64]| bytes_of(&Trimmed(list));
        assert_eq!(bytes(&[3, 0, 5]), bytes(&[3, 0, 5, 0, 0]));
        assert_ne!(bytes(&[3, 0, 5]), bytes(&[3, 0, 5, 1]));
        assert_ne!(bytes(&[3, 0, 5]), bytes(&[0, 3, 5]));
    }
}
