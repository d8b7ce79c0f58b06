//! Textbook values: the glove game, the airport, the UN Security Council.

use super::*;

fn is_close(values: &[Value], expected: &[f64], within: f64) {
    assert_eq!(values.len(), expected.len());
    for (value, expected) in values.iter().zip(expected) {
        assert!(
            (value.mean - expected).abs() < within,
            "{values:?} is not {expected}"
        );
    }
}

/// Two right gloves and one left: a pair is worth 1.
fn gloves(inside: &[bool]) -> i64 {
    i64::from((inside[0] || inside[1]) && inside[2])
}

/// A runway costs what its longest user needs.
fn airport(inside: &[bool]) -> i64 {
    let costs = [100, 160, 200];
    let needed = inside.iter().zip(costs).filter(|(inside, _)| **inside);
    needed.map(|(_, cost)| cost).max().unwrap_or(0)
}

/// Nine of fifteen, and none of the first five against.
fn security_council(inside: &[bool]) -> i64 {
    let vetoes = inside.iter().take(5).all(|inside| *inside);
    let votes = inside.iter().filter(|inside| **inside).count();
    i64::from(vetoes && votes >= 9)
}

#[test]
fn the_left_glove_is_worth_four_times_a_right_one() {
    is_close(&exact(3, gloves), &[1.0 / 6.0, 1.0 / 6.0, 2.0 / 3.0], 1e-12);
    assert_eq!(leave_one_out(3, gloves), [0, 0, 1]);
}

#[test]
fn the_airport_shares_each_stretch_among_those_who_need_it() {
    let expected = [100.0 / 3.0, 190.0 / 3.0, 310.0 / 3.0];
    is_close(&exact(3, airport), &expected, 1e-12);
}

#[test]
fn a_veto_in_the_security_council_is_worth_what_shapley_and_shubik_found() {
    let mut expected = [4.0 / 2145.0; 15];
    expected[..5].fill(421.0 / 2145.0);
    is_close(&exact(15, security_council), &expected, 1e-12);
}

#[test]
fn sampled_values_come_near_the_exact_ones_and_say_how_near() {
    let values = sampled(15, 4_000, 3, security_council);
    for (place, value) in values.iter().enumerate() {
        let expected = if place < 5 { 421.0 } else { 4.0 } / 2145.0;
        assert!(value.error > 0.0 && value.error < 0.01);
        assert!((value.mean - expected).abs() < 4.0 * value.error.max(0.0005));
    }
    let sum: f64 = values.iter().map(|value| value.mean).sum();
    assert!((sum - 1.0).abs() < 1e-9);
}

#[test]
fn no_players_have_no_values() {
    assert!(exact(0, |_| 7).is_empty());
    assert!(sampled(0, 10, 1, |_| 7).is_empty());
    assert!(leave_one_out(0, |_| 7).is_empty());
}
