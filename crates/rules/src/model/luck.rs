//! Addressed luck: every random number is a function of (seed, stream, index), never of a call order.
//!
//! Source: rules 22.2. The generator is SplitMix64 used as a counter-based hash, so a
//! branch, a replay or an added draw elsewhere never shifts another draw.

use crate::model::place::At;

/// Moves a session may last; the addresses of luck leave room for no more than this.
pub const LONGEST_SESSION: u32 = 64;

/// Demands a move may hold: the addresses of the dice have eight places a move.
pub const MOST_DEMANDS: u32 = 8;

/// What a stream of random numbers is used for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u64)]
pub enum Stream {
    /// Order of the demand cards.
    DemandPile = 1,
    /// Order of the events.
    EventPile = 2,
    /// Hidden facts: red-line offsets and the last move.
    Hidden = 3,
    /// The two dice of each demand.
    Dice = 4,
    /// Choices of a bot in the patron's seat.
    PatronBot = 5,
    /// Choices of a bot in the client's seat.
    ClientBot = 6,
    /// Session seeds of playouts.
    Rollouts = 7,
    /// Choices of a bot in Europe's seat.
    EuropeBot = 8,
    /// The two dice of each measure.
    EuropeDice = 9,
}

const fn mix(mut z: u64) -> u64 {
    z ^= z >> 30;
    z = z.wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z ^= z >> 27;
    z = z.wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

/// The `k`-th output (from 0) of SplitMix64 started at `seed`.
pub const fn split_mix(seed: u64, k: u64) -> u64 {
    mix(seed.wrapping_add(0x9E37_79B9_7F4A_7C15_u64.wrapping_mul(k.wrapping_add(1))))
}

/// The random number at (seed, stream, index).
pub const fn draw(seed: u64, stream: Stream, index: u64) -> u64 {
    split_mix(split_mix(seed, stream as u64), index)
}

/// Scales a draw to 0..n: the high 64 bits of `x · n`.
pub const fn scale(x: u64, n: u64) -> u64 {
    ((x as u128 * n as u128) >> 64) as u64
}

/// A number in 0..n at (seed, stream, index).
pub const fn below(seed: u64, stream: Stream, index: u64, n: u64) -> u64 {
    scale(draw(seed, stream, index), n)
}

/// The numbers 0..n in the order that (seed, stream) gives them, from index `base` on.
pub fn shuffled(seed: u64, stream: Stream, base: u64, n: usize) -> Vec<usize> {
    let mut order = Vec::new();
    shuffle_into(&mut order, seed, stream, base, n);
    order
}

/// Replaces a list by the first `n` places, shuffled; see [`shuffled`].
pub fn shuffle_into<K: At>(order: &mut Vec<K>, seed: u64, stream: Stream, base: u64, n: usize) {
    order.clear();
    order.extend((0..n).map(K::new));
    let stream_seed = split_mix(seed, stream as u64);
    for j in (1..n).rev() {
        let x = split_mix(stream_seed, base + j as u64);
        let other = usize::try_from(scale(x, j as u64 + 1)).unwrap_or(j);
        order.swap(j, other);
    }
}

/// The two dice, 1..=6 each, for a demand: they depend only on seed, move and slot.
#[expect(
    clippy::cast_possible_truncation,
    reason = "a number below 6 fits everywhere"
)]
pub const fn dice(seed: u64, move_index: u32, slot: u32) -> (u8, u8) {
    let k = 2 * (8 * move_index as u64 + slot as u64);
    (
        1 + below(seed, Stream::Dice, k, 6) as u8,
        1 + below(seed, Stream::Dice, k + 1, 6) as u8,
    )
}

/// The roll of two dice, 2..=12, for a demand.
pub const fn roll(seed: u64, move_index: u32, slot: u32) -> i64 {
    let (a, b) = dice(seed, move_index, slot);
    a as i64 + b as i64
}

/// How many of the 36 equally likely pairs of dice sum to `total`; 0 outside 2..=12.
pub const fn ways(total: i64) -> i64 {
    if total < 2 || total > 12 {
        0
    } else {
        6 - (total - 7).abs()
    }
}

/// How many of the 36 pairs sum to `total` or less.
pub const fn ways_up_to(total: i64) -> i64 {
    if total < 2 {
        0
    } else if total <= 7 {
        (total - 1) * total / 2
    } else if total < 12 {
        36 - (12 - total) * (13 - total) / 2
    } else {
        36
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn split_mix_gives_the_published_outputs() {
        // Rosetta Code, task "Pseudo-random numbers/Splitmix64", seed 1234567.
        let outputs: Vec<u64> = (0..5).map(|k| split_mix(1_234_567, k)).collect();
        assert_eq!(
            outputs,
            [
                6_457_827_717_110_365_317,
                3_203_168_211_198_807_973,
                9_817_491_932_198_370_423,
                4_593_380_528_125_082_431,
                16_408_922_859_458_223_821
            ]
        );
    }

    #[test]
    fn a_shuffle_holds_every_number_once() {
        for n in 0..40 {
            let mut order = shuffled(9, Stream::DemandPile, 64, n);
            order.sort_unstable();
            assert_eq!(order, (0..n).collect::<Vec<_>>());
        }
    }

    #[test]
    fn the_ways_of_two_dice_sum_to_thirty_six() {
        assert_eq!((2..=12).map(ways).sum::<i64>(), 36);
        assert_eq!((0..=1).chain(13..=14).map(ways).sum::<i64>(), 0);
        for total in -3..=16 {
            assert_eq!(ways_up_to(total), (-3..=total).map(ways).sum::<i64>());
        }
    }
}
