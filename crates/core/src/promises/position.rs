//! What the rules promise to hold everywhere (rules 23), on thousands of random positions.

use super::reference;
use crate::model::choice::{Band, Demand, Inducement, Intensity, Reply, Response};
use crate::model::contest::factors;
use crate::model::exchange::{answer, asked, legal_replies, table};
use crate::model::gauge::Gauge;
use crate::model::gauges::Gauges as _;
use crate::model::ledger::Books;
use crate::model::luck::{Stream, below};
use crate::model::place::{At as _, CardAt};
use crate::model::position::Position;
use crate::model::progress::Progress;
use crate::model::scenario::Scenario;

/// Positions that each promise is checked on.
const POSITIONS: u64 = 3000;

/// A position anywhere in the space of positions, cards somewhere on their way, and a demand.
fn anywhere(scenario: &Scenario, seed: u64) -> (Position, Progress, Demand) {
    let draw = |k: u64, n: u64| below(seed, Stream::Rollouts, k, n);
    let place = |k: u64, n: usize| usize::try_from(draw(k, n as u64)).expect("small");
    let mut position = Position::at_start(scenario, seed);
    for (k, gauge) in (0..).zip(scenario.gauges()) {
        position.set(scenario, gauge, draw(k, 101).cast_signed());
    }
    let mut progress = Progress::new(scenario);
    for (k, card) in (300..).zip(scenario.cards.places()) {
        progress.give(scenario, card, draw(k, 101).cast_signed() - 30);
    }
    let demand = Demand {
        card: CardAt::new(place(200, scenario.cards.len())),
        intensity: Intensity::ALL[place(201, 4)],
        inducement: Inducement::ALL[place(202, 3)],
    };
    (position, progress, demand)
}

fn everywhere(check: impl Fn(&Scenario, &Position, &Progress, Demand, i64)) {
    let scenario = reference();
    for seed in 0..POSITIONS {
        let (position, progress, demand) = anywhere(&scenario, seed);
        let step = 1 + below(seed, Stream::Rollouts, 299, 30).cast_signed();
        check(&scenario, &position, &progress, demand, step);
    }
}

/// The position with one gauge moved.
fn with(scenario: &Scenario, position: &Position, gauge: Gauge, delta: i64) -> Position {
    let mut other = *position;
    let to = (position.get(gauge) + delta).clamp(0, 100);
    other.set(scenario, gauge, to);
    other
}

#[test]
fn m1_the_contest_leans_as_it_should() {
    everywhere(|scenario, position, _, demand, step| {
        let modifier = |position: &Position, demand| factors(scenario, position, demand).modifier;
        let before = modifier(position, demand);
        for &intensity in &Intensity::ALL[demand.intensity.index()..] {
            assert!(
                modifier(
                    position,
                    Demand {
                        intensity,
                        ..demand
                    }
                ) <= before
            );
        }
        for &inducement in &Inducement::ALL[demand.inducement.index()..] {
            assert!(
                modifier(
                    position,
                    Demand {
                        inducement,
                        ..demand
                    }
                ) <= before
            );
        }
        let dependence = Gauge::Dependence(scenario.card(demand.card).domain);
        for gauge in [dependence, Gauge::Credibility] {
            assert!(modifier(&with(scenario, position, gauge, step), demand) <= before);
        }
        for gauge in [Gauge::Resentment, Gauge::Autonomy, Gauge::Endurance] {
            assert!(modifier(&with(scenario, position, gauge, step), demand) >= before);
        }
    });
}

#[test]
fn m2_supported_stability_leans_as_it_should() {
    everywhere(|scenario, position, _, demand, step| {
        let before = position.supported_stability(scenario);
        let after = |gauge| with(scenario, position, gauge, step).supported_stability(scenario);
        for gauge in [Gauge::Trust, Gauge::SharedFront] {
            assert!(after(gauge) >= before);
        }
        let strain = Gauge::Strain(scenario.card(demand.card).domain);
        for gauge in [Gauge::Resentment, strain] {
            assert!(after(gauge) <= before);
        }
    });
}

/// What is delivered, and the position after.
fn answered(
    scenario: &Scenario,
    position: &Position,
    progress: &Progress,
    demand: Demand,
    response: Response,
    band: Band,
) -> (i64, Position) {
    let mut after = *position;
    let leverage = position.leverage(scenario.card(demand.card).domain);
    let mut books = Books::silent(scenario, &mut after);
    table(&mut books, demand, 0);
    let reply = Reply::plain(response);
    let given = answer(&mut books, progress, demand, reply, band, leverage);
    (given, after)
}

#[test]
fn m3_dice_move_what_is_given_within_the_reply_and_never_its_meaning() {
    everywhere(|scenario, position, progress, demand, _| {
        for &response in Response::ALL {
            if response == Response::Deflect {
                continue;
            }
            let given = |band| answered(scenario, position, progress, demand, response, band).0;
            let [slip, plain, hold] = [Band::Slip, Band::AsOffered, Band::Hold].map(given);
            assert!(slip >= plain && plain >= hold && hold >= 0);
            let row = scenario.response(response);
            let most = row.ceiling * asked(scenario, demand.card, demand.intensity);
            let whole = scenario.card(demand.card).indivisible && slip == 100;
            assert!(
                whole || 100 * slip <= most + 50,
                "{response}: {slip} of {most}"
            );
            if response == Response::Refuse {
                assert_eq!([slip, plain, hold], [0, 0, 0]);
            }
        }
    });
}

#[test]
fn m4_a_harder_demand_that_is_refused_is_never_better() {
    everywhere(|scenario, position, progress, demand, _| {
        let refused = |intensity| {
            let demand = Demand {
                intensity,
                ..demand
            };
            let (_, after) = answered(
                scenario,
                position,
                progress,
                demand,
                Response::Refuse,
                Band::AsOffered,
            );
            let strain = after.get(Gauge::Strain(scenario.card(demand.card).domain));
            [
                after.get(Gauge::Trust),
                -after.get(Gauge::Resentment),
                -strain,
            ]
        };
        for pair in Intensity::ALL.windows(2) {
            let [gentler, harder] = [pair[0], pair[1]].map(refused);
            assert!(
                harder
                    .iter()
                    .zip(gentler)
                    .all(|(harder, gentler)| *harder <= gentler)
            );
        }
    });
}

#[test]
fn m5_more_trust_never_brings_less() {
    everywhere(|scenario, position, progress, demand, step| {
        let accepted = |position: &Position| {
            let response = Response::Accept;
            answered(
                scenario,
                position,
                progress,
                demand,
                response,
                Band::AsOffered,
            )
            .0
        };
        let trusting = with(scenario, position, Gauge::Trust, step);
        assert!(accepted(&trusting) >= accepted(position));
    });
}

#[test]
fn m6_grievance_follows_the_imbalance() {
    everywhere(|scenario, position, _, demand, step| {
        let before = position.grievance(scenario);
        let after = |gauge| with(scenario, position, gauge, step).grievance(scenario);
        assert!(after(Gauge::Autonomy) <= before && after(Gauge::Endurance) <= before);
        assert!(after(Gauge::Dependence(scenario.card(demand.card).domain)) >= before);
        assert!(after(Gauge::Condition(scenario.isolation)) >= before);
    });
}

#[test]
fn m7_less_capacity_never_adds_a_reply() {
    everywhere(|scenario, position, progress, demand, step| {
        let menu: Vec<CardAt> = scenario.cards.places().collect();
        let legal = |position: &Position| {
            let Demand {
                card, intensity, ..
            } = demand;
            let replies = legal_replies(scenario, position, progress, &menu, card, intensity);
            replies.collect::<Vec<_>>()
        };
        let before = legal(position);
        for domain in scenario.domains() {
            let poorer = with(scenario, position, Gauge::Capacity(domain), -step);
            assert!(legal(&poorer).iter().all(|reply| before.contains(reply)));
        }
    });
}
