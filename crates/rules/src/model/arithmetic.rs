//! The two arithmetic rules that everything else rests on (rules 22.1).

/// Divides and rounds to the nearest integer, halves away from zero; `d` must be positive.
#[inline]
pub const fn rounded(n: i64, d: i64) -> i64 {
    // Division of what is known not to be negative is the cheaper one.
    let (d, size) = (d.cast_unsigned(), n.unsigned_abs());
    let nearest = ((2 * size + d) / (2 * d)).cast_signed();
    if n < 0 { -nearest } else { nearest }
}

/// Limits a level to 0..=100.
#[inline]
pub const fn level(value: i64) -> i64 {
    if value < 0 {
        0
    } else if value > 100 {
        100
    } else {
        value
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn halves_round_away_from_zero() {
        assert_eq!(
            [
                rounded(5, 10),
                rounded(-5, 10),
                rounded(4, 10),
                rounded(-14, 10)
            ],
            [1, -1, 0, -1]
        );
        assert_eq!(
            [rounded(25, 10), rounded(-25, 10), rounded(-56, 8)],
            [3, -3, -7]
        );
    }
}
