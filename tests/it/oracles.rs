//! Exact values from outside or from the rules' own text.

use unequal_partners::model::contest::{band, odds};
use unequal_partners::model::luck::{split_mix, ways};

use crate::golden::second;

#[test]
fn the_generator_is_split_mix_as_published() {
    let first: Vec<u64> = (0..5).map(|k| split_mix(1_234_567, k)).collect();
    assert_eq!(
        first,
        [
            6_457_827_717_110_365_317,
            3_203_168_211_198_807_973,
            9_817_491_932_198_370_423,
            4_593_380_528_125_082_431,
            16_408_922_859_458_223_821,
        ]
    );
}

#[test]
fn two_dice_give_the_bands_six_twenty_four_six() {
    assert_eq!(odds(&second(), 0), [6, 24, 6]);
}

/// The odds are counted by formula; here by rolling all 36 pairs, for all thresholds worth trying.
#[test]
fn the_odds_are_those_of_all_thirty_six_rolls() {
    let mut scenario = second();
    for hold in -3..=8 {
        for slip in -3..=8 {
            (scenario.contest.hold, scenario.contest.slip) = (hold, slip);
            for modifier in -14..=14 {
                let mut counted = [0; 3];
                for roll in 2..=12 {
                    counted[band(&scenario, roll, modifier).index()] += ways(roll);
                }
                assert_eq!(
                    odds(&scenario, modifier),
                    counted,
                    "{hold} {slip} {modifier}"
                );
            }
        }
    }
}
