//! Scores, spread and calibration, to the last digit.

use super::*;
use unequal_core::engine::entry_number::EntryNumber;

fn poll(happened: Option<bool>, given: &[(&str, u8)]) -> PollLine {
    PollLine {
        id: "q".to_owned(),
        entry: EntryNumber::new(1),
        question: "?".to_owned(),
        resolution: "!".to_owned(),
        answered: given.len(),
        missing: Vec::new(),
        revealed_by: None,
        seen_before: false,
        estimates: given
            .iter()
            .map(|(name, percent)| EstimateLine {
                name: (*name).to_owned(),
                seat: if *name == "Bo" {
                    Seat::Client
                } else {
                    Seat::Patron
                },
                seat_name: "a seat".to_owned(),
                entry: EntryNumber::new(2),
                percent: *percent,
                brier: happened.map(|happened| brier(*percent, happened)),
            })
            .collect(),
        mean: None,
        spread: None,
        happened,
        resolved_by: None,
        grounds: None,
        brier: None,
    }
}

fn close(one: f64, other: f64) -> bool {
    (one - other).abs() < 1e-12
}

#[test]
fn a_brier_score_is_the_square_of_the_distance() {
    assert!(close(brier(100, true), 0.0) && close(brier(100, false), 1.0));
    for percent in 0..=100 {
        let (yes, no) = (brier(percent, true), brier(100 - percent, false));
        assert!(close(yes, no), "both sides of a question are scored alike");
    }
    assert!(close(brier(70, true), 0.09) && close(brier(50, false), 0.25));
}

#[test]
fn who_was_nearest_comes_first_and_open_questions_do_not_count() {
    let polls = [
        poll(Some(true), &[("Anna", 70), ("Bo", 40)]),
        poll(Some(false), &[("Anna", 70), ("Bo", 10)]),
        poll(None, &[("Anna", 100), ("Eva", 100)]),
    ];
    let found = forecasters(&polls);
    assert_eq!(found.len(), 2);
    assert_eq!((found[0].name.as_str(), found[0].questions), ("Bo", 2));
    assert!(close(found[0].brier, f64::midpoint(0.36, 0.01)));
    assert!(close(found[1].brier, f64::midpoint(0.09, 0.49)));
}

#[test]
fn calibration_holds_what_was_said_against_what_happened() {
    let polls = [
        poll(Some(true), &[("Anna", 70), ("Bo", 80)]),
        poll(Some(false), &[("Anna", 75), ("Bo", 0)]),
    ];
    let ranges = calibration(&polls);
    assert_eq!(ranges.len(), 2);
    assert_eq!((ranges[0].from, ranges[0].estimates), (0, 1));
    assert!(close(ranges[1].expected, 75.0) && close(ranges[1].happened, 200.0 / 3.0));
    let covered: Vec<u8> = RANGES.iter().flat_map(|(from, to)| *from..=*to).collect();
    assert_eq!(
        covered,
        (0..=100).collect::<Vec<u8>>(),
        "every percent has one range"
    );
}

#[test]
fn seats_are_scored_over_all_their_estimates_and_a_name_in_any_case_is_one_person() {
    let polls = [
        poll(Some(true), &[("Anna", 100), ("Bo", 50), ("Eva", 50)]),
        poll(Some(false), &[("anna", 100)]),
    ];
    let by_seat = seats(&polls);
    assert_eq!((by_seat[0].questions, by_seat[1].questions), (3, 1));
    assert!(close(by_seat[0].brier, 1.25 / 3.0) && close(by_seat[1].brier, 0.25));
    let by_name = forecasters(&polls);
    let order: Vec<&str> = by_name.iter().map(|one| one.name.as_str()).collect();
    assert_eq!(
        order,
        ["Bo", "Eva", "Anna"],
        "equals stand in the order of the alphabet"
    );
    assert!(close(by_name[2].brier, 0.5));
}

#[test]
fn the_spread_has_its_ends_and_its_middle() {
    let of = |percents: &[u8]| {
        let given: Vec<(&str, u8)> = percents.iter().map(|p| ("x", *p)).collect();
        spread(&poll(None, &given).estimates)
    };
    let found = |lowest, median, highest| {
        Some(Spread {
            lowest,
            median,
            highest,
        })
    };
    assert_eq!(of(&[]), None);
    assert_eq!(of(&[30]), found(30, 30.0, 30));
    assert_eq!(of(&[90, 10]), found(10, 50.0, 90));
    assert_eq!(of(&[90, 10, 20]), found(10, 20.0, 90));
    assert_eq!(of(&[0, 100, 20, 25]), found(0, 22.5, 100));
}
