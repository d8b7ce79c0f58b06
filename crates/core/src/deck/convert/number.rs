//! Numbers and lists that the checks have ranged, in the engine's types.

pub(super) fn array<T, const N: usize>(items: impl Iterator<Item = T>) -> [T; N] {
    let items: Vec<T> = items.collect();
    let Ok(array) = items.try_into() else {
        unreachable!("checked: the list has its fixed length")
    };
    array
}

pub(super) fn count(number: i64) -> usize {
    usize::try_from(number).expect("checked: not negative")
}

pub(super) fn small(number: i64) -> u32 {
    u32::try_from(number).expect("checked: not negative and small")
}
