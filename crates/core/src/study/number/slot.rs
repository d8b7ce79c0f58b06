//! A number of a deck that can be read and set, whatever kind of whole number it is.

/// Where a number stands in a deck: the tables that lead to it, and its own key.
#[derive(Clone, Copy, Debug)]
pub(super) struct Key<'a>(pub(super) &'a [&'a str], pub(super) &'a str);

impl Key<'_> {
    /// The path, as a deck's keys are spoken of.
    pub(super) fn path(self) -> String {
        format!("{}.{}", self.0.join("."), self.1)
    }
}

/// One number in its place.
#[derive(Debug)]
pub(super) enum Slot<'a> {
    Whole(&'a mut i64),
    Narrow(&'a mut i32),
    Count(&'a mut u32),
    Size(&'a mut usize),
    Byte(&'a mut u8),
}

impl Slot<'_> {
    pub(super) fn get(&self) -> i64 {
        match self {
            Self::Whole(number) => **number,
            Self::Narrow(number) => i64::from(**number),
            Self::Count(number) => i64::from(**number),
            Self::Size(number) => i64::try_from(**number).unwrap_or(i64::MAX),
            Self::Byte(number) => i64::from(**number),
        }
    }

    /// Sets the number; says whether it can hold the value.
    pub(super) fn set(&mut self, value: i64) -> bool {
        fn put<T: TryFrom<i64>>(place: &mut T, value: i64) -> bool {
            T::try_from(value).is_ok_and(|value| {
                *place = value;
                true
            })
        }
        match self {
            Self::Whole(number) => put(*number, value),
            Self::Narrow(number) => put(*number, value),
            Self::Count(number) => put(*number, value),
            Self::Size(number) => put(*number, value),
            Self::Byte(number) => put(*number, value),
        }
    }
}

macro_rules! slots {
    ($($kind:ident: $number:ty),+) => {
        $(
            impl<'a> From<&'a mut $number> for Slot<'a> {
                fn from(number: &'a mut $number) -> Self {
                    Self::$kind(number)
                }
            }
        )+
    };
}

slots!(Whole: i64, Narrow: i32, Count: u32, Size: usize, Byte: u8);
