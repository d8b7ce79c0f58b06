//! Choosing by value: the first maximum, or the integer logit (rules 21.6).

use crate::model::arithmetic::rounded;

/// `65536 · e^(−k/16)` in integers, as the rules define it.
const EXP: [u64; 256] = {
    let mut table = [65_536; 256];
    let mut k = 0;
    while k + 1 < 256 {
        table[k + 1] = (table[k] * 61_565) >> 16;
        k += 1;
    }
    table
};

/// The place of the chosen value; `x` is a draw. `values` must not be empty.
pub(super) fn choose(values: &[i64], lambda: i64, scale: i64, x: u64) -> usize {
    let (mut best, mut top) = (0, i64::MIN);
    for (place, &value) in values.iter().enumerate() {
        if value > top {
            (best, top) = (place, value);
        }
    }
    if lambda < 0 {
        return best;
    }
    let weight = |value: i64| {
        let k = rounded(top.saturating_sub(value).saturating_mul(lambda), scale).min(255);
        EXP[usize::try_from(k).unwrap_or(255)]
    };
    let total: u64 = values.iter().map(|&value| weight(value)).sum();
    let y = crate::model::luck::scale(x, total);
    let mut cumulative = 0;
    for (place, &value) in values.iter().enumerate() {
        cumulative += weight(value);
        if cumulative > y {
            return place;
        }
    }
    best
}

/// A place among so many, by a draw.
pub(super) fn pick(x: u64, count: usize) -> usize {
    usize::try_from(crate::model::luck::scale(x, count as u64)).unwrap_or(0)
}
