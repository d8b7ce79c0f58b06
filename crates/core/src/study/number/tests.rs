//! Every number of a deck can be found, moved and taken back.

use super::*;
use crate::model::place::DomainAt;
use crate::study::tests::reference;

#[test]
fn every_number_can_be_set_and_taken_back() {
    let scenario = reference();
    let numbers = numbers(&scenario);
    assert!(numbers.len() > 500, "{}", numbers.len());
    let mut copy = scenario.clone();
    for number in numbers {
        assert!(number.low <= number.now && number.now <= number.high);
        let other = if number.low < number.now {
            number.low
        } else {
            number.high
        };
        assert!(
            number.set(&mut copy, other) && copy != scenario,
            "{}",
            number.path
        );
        assert!(
            number.set(&mut copy, number.now) && copy == scenario,
            "{}",
            number.path
        );
    }
}

#[test]
fn numbers_stand_where_the_deck_has_them() {
    let scenario = reference();
    for (path, now) in [
        ("stability.trust", 20),
        ("start.endurance", 45),
        ("condition.sanctions.start", 65),
        ("domain.economy.leverage.oil", -30),
        ("card.gas-discount.capacity_need", 36),
        ("event.oil-slump.change.oil", -18),
        ("event.offensive-stalls.change.defence.dependence", 3),
        ("measure.sanction-banks.works.endurance", -4),
        ("response.hedge.outside_option", 10),
        ("follow_up.back-down.credibility", 24),
        ("crisis.act.effort", 2),
        ("ending.entente.trust", 56),
        ("europe.unity.max", 5),
        ("policy.logit.lambda", 12),
    ] {
        let lever = Lever::named(&scenario, path).expect(path);
        assert_eq!((lever.now, lever.unit), (now, Unit::Value), "{path}");
    }
    assert!(Lever::named(&scenario, "stability.truth").is_err());
}

#[test]
fn several_numbers_move_together() {
    let scenario = reference();
    let lever = Lever::named(&scenario, "domain.*.dependence").expect("domains");
    let up = lever.at(&scenario, 120);
    assert_eq!(up.domains[DomainAt::new(0)].dependence, 79);
    assert_eq!(up.domains[DomainAt::new(1)].dependence, 62);
    let lever = Lever::named(&scenario, "domain.*.restraint_norm|1").expect("norms");
    let up = lever.at(&scenario, 1);
    assert_eq!(up.domains[DomainAt::new(0)].restraint_norm, 3);
    assert_eq!(lever.at(&scenario, 0), scenario);
    let other = changed(
        &scenario,
        "domain.*.dependence+=20,start.trust=50,drift.*_base*=80",
    );
    let other = other.expect("it can be played");
    assert_eq!(other.domains[DomainAt::new(4)].dependence, 56);
    assert_eq!((other.start[0], other.drift.autonomy_base), (50, 91));
}

#[test]
fn every_setting_has_the_same_share_of_a_range() {
    let scenario = reference();
    let lever = Lever::named(&scenario, "crisis.act.effort").expect("one");
    let counts = [1, 2, 3].map(|setting| {
        let places = (0..300).map(|place| f64::from(place) / 300.0);
        places
            .filter(|place| lever.setting(*place) == setting)
            .count()
    });
    assert_eq!(counts, [100, 100, 100]);
    assert_eq!(lever.setting(1.0), 3);
}
#[test]
fn what_nobody_at_the_table_reads_decides_nothing() {
    use crate::study::record::Record;
    use crate::study::session::{Arm, Plan, play_all, unwatched};

    let scenario = reference();
    let pairing: Pairing = "cautious!:random".parse().expect("a pairing");
    let mut other = scenario.clone();
    let mut unread = 0;
    for number in numbers(&scenario) {
        let lever = Lever::from(number);
        if !lever.is_read(&scenario, std::slice::from_ref(&pairing)) {
            lever.set(&mut other, lever.high);
            unread += 1;
        }
    }
    assert!(unread > 100, "{unread}");
    let arms = [scenario, other].map(|scenario| Arm {
        scenario,
        pairing: pairing.clone(),
    });
    let plan = Plan {
        first: 3,
        sessions: 40,
        threads: None,
    };
    let records: Vec<Record> = play_all(&arms, plan, &unwatched).expect("it plays");
    assert_ne!(arms[0].scenario, arms[1].scenario);
    assert!(records[0] == records[1]);
}
