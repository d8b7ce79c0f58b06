//! What the rules promise to hold everywhere (rules 19), checked on thousands of random positions.

use unequal_partners::analysis::bot::Bot;
use unequal_partners::analysis::playout::play;
use unequal_partners::deck::Deck;
use unequal_partners::model::choice::{Band, Inducement, Intensity, Response};
use unequal_partners::model::contest::{Demand, Reply, factors, offer};
use unequal_partners::model::drift::{drift, stability_step};
use unequal_partners::model::ending::Clocks;
use unequal_partners::model::exchange::resolve;
use unequal_partners::model::follow_up::hold;
use unequal_partners::model::gauge::Gauge;
use unequal_partners::model::ledger::{Reason, Silent};
use unequal_partners::model::luck::{Stream, below};
use unequal_partners::model::place::{At as _, CardAt};
use unequal_partners::model::position::Position;
use unequal_partners::model::red_line::cross;
use unequal_partners::model::scenario::Scenario;

/// Positions that each promise is checked on.
const POSITIONS: u64 = 3000;

fn reference() -> Scenario {
    let text = include_str!("../golden/deck.toml");
    Deck::from_text("deck.toml", text).unwrap().scenario
}

fn set(position: &mut Position, gauge: Gauge, value: i64) {
    let delta = value - position.get(gauge);
    position.add(gauge, delta, Reason::Ruling, &mut Silent);
}

fn with(position: &Position, gauge: Gauge, delta: i64) -> Position {
    let mut other = *position;
    other.add(gauge, delta, Reason::Ruling, &mut Silent);
    other
}

/// A position anywhere in the space of positions, and any demand.
fn anywhere(scenario: &Scenario, seed: u64) -> (Position, Demand) {
    let draw = |k: u64, n: u64| below(seed, Stream::Rollouts, k, n);
    let mut position = Position::at_start(scenario, seed);
    for (k, gauge) in (0..).zip(scenario.gauges()) {
        set(&mut position, gauge, draw(k, 101).cast_signed());
    }
    for (k, domain) in (100..).zip(scenario.domains.places()) {
        position.breached[domain] = draw(k, 4) == 0;
    }
    let place = |k: u64, n: usize| usize::try_from(draw(k, n as u64)).unwrap();
    let demand = Demand {
        card: CardAt::new(place(200, scenario.cards.len())),
        intensity: Intensity::ALL[place(201, 4)],
        inducement: Inducement::ALL[place(202, 3)],
    };
    (position, demand)
}

fn everywhere(check: impl Fn(&Scenario, &Position, Demand, i64)) {
    let scenario = reference();
    for seed in 0..POSITIONS {
        let (position, demand) = anywhere(&scenario, seed);
        let step = 1 + below(seed, Stream::Rollouts, 300, 30).cast_signed();
        check(&scenario, &position, demand, step);
    }
}

#[test]
fn m1_the_contest_leans_as_it_should() {
    everywhere(|scenario, position, demand, step| {
        let domain = scenario.cards[demand.card].domain;
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
        for gauge in [Gauge::Dependence(domain), Gauge::Credibility] {
            assert!(
                modifier(&with(position, gauge, step), demand) <= before,
                "{gauge:?}"
            );
        }
        for gauge in [Gauge::Resentment, Gauge::Autonomy] {
            assert!(
                modifier(&with(position, gauge, step), demand) >= before,
                "{gauge:?}"
            );
        }
    });
}

/// The outside option resists by itself; on the reference deck it also takes leverage away.
#[test]
fn m1_an_outside_option_stiffens_the_client() {
    everywhere(|scenario, position, demand, step| {
        let option = Gauge::Condition(scenario.outside_option);
        let more = factors(scenario, &with(position, option, step), demand);
        assert!(more.modifier >= factors(scenario, position, demand).modifier);
    });
}

#[test]
fn m2_stability_rests_on_trust_and_front_and_gives_way_to_grievance_and_strain() {
    everywhere(|scenario, position, demand, step| {
        let supported = |position: &Position| position.supported_stability(scenario);
        let before = supported(position);
        for gauge in [Gauge::Trust, Gauge::SharedFront] {
            assert!(
                supported(&with(position, gauge, step)) >= before,
                "{gauge:?}"
            );
        }
        let here = Gauge::Strain(scenario.cards[demand.card].domain);
        for gauge in [Gauge::Resentment, here] {
            assert!(
                supported(&with(position, gauge, step)) <= before,
                "{gauge:?}"
            );
        }
    });
}

#[test]
fn m3_a_slip_gives_more_and_a_hold_less_than_was_offered() {
    let scenario = reference();
    for &response in Response::ALL {
        let offers = Band::ALL
            .iter()
            .map(|&band| offer(&scenario, response, band));
        let [slip, as_offered, hold] = offers.collect::<Vec<_>>()[..] else {
            panic!("there are three bands");
        };
        assert!(slip >= as_offered && as_offered >= hold, "{response}");
    }
}

#[test]
fn m4_a_harder_refused_demand_is_never_better_for_the_partnership() {
    everywhere(|scenario, position, demand, _| {
        let domain = scenario.cards[demand.card].domain;
        let refused = |intensity| {
            let mut after = *position;
            let reply = Reply::plain(Response::Refuse);
            let demand = Demand {
                intensity,
                ..demand
            };
            let band = Band::AsOffered;
            resolve(scenario, &mut after, demand, reply, band, 0, &mut Silent);
            after
        };
        for pair in Intensity::ALL.windows(2) {
            let (mild, hard) = (refused(pair[0]), refused(pair[1]));
            assert!(hard.get(Gauge::Trust) <= mild.get(Gauge::Trust));
            assert!(hard.get(Gauge::Resentment) >= mild.get(Gauge::Resentment));
            assert!(hard.get(Gauge::Strain(domain)) >= mild.get(Gauge::Strain(domain)));
            assert!(hard.supported_stability(scenario) <= mild.supported_stability(scenario));
        }
    });
}

#[test]
fn m5_trust_never_lowers_what_an_accepted_demand_brings() {
    everywhere(|scenario, position, demand, step| {
        let gained = |mut position: Position| {
            let before = position.get(Gauge::Gains);
            let reply = Reply::plain(Response::Accept);
            let band = Band::AsOffered;
            resolve(scenario, &mut position, demand, reply, band, 0, &mut Silent);
            position.get(Gauge::Gains) - before
        };
        assert!(gained(with(position, Gauge::Trust, step)) >= gained(*position));
    });
}

#[test]
fn n1_a_red_line_is_a_cliff() {
    let scenario = reference();
    for domain in scenario.domains.places() {
        let outlook_at = |distance: i64| {
            let mut position = Position::at_start(&scenario, 0);
            let line = position.crossing(&scenario, domain);
            set(&mut position, Gauge::Strain(domain), line + distance);
            cross(&scenario, &mut position, &mut Silent);
            position.outlook(&scenario)
        };
        assert!(outlook_at(-3) - outlook_at(-2) <= 1, "{domain:?}");
        assert!(outlook_at(-1) - outlook_at(0) >= 8, "{domain:?}");
    }
}

#[test]
fn n2_a_crisis_holds_on_to_itself() {
    let scenario = reference();
    let after_eight_held_moves = |in_crisis: bool| {
        let mut position = Position::at_start(&scenario, 0);
        set(&mut position, Gauge::Trust, 25);
        set(&mut position, Gauge::Resentment, 55);
        set(&mut position, Gauge::Stability, 41);
        let mut clocks = Clocks {
            in_crisis,
            ..Clocks::default()
        };
        for _ in 0..8 {
            hold(&scenario, &mut position, &mut Silent);
            drift(&scenario, &mut position, clocks.in_crisis, &mut Silent);
            stability_step(&scenario, &mut position, &mut Silent);
            clocks.advance_crisis(&scenario, position.get(Gauge::Stability));
        }
        position.get(Gauge::Stability)
    };
    assert_eq!(after_eight_held_moves(false), 73);
    assert_eq!(after_eight_held_moves(true), 57);
}

#[test]
fn n3_dice_do_not_depend_on_choices() {
    let scenario = reference();
    let bot = |name| {
        let place = scenario.policy_index(name).unwrap();
        Bot::new(&scenario, &scenario.policies[place])
    };
    let rolls = |seed: u64, patron, client| {
        let mut rolls = Vec::new();
        play(&scenario, seed, &bot(patron), &bot(client), |game| {
            rolls.push(game.exchanges.first().map(|exchange| exchange.roll));
        });
        rolls
    };
    for seed in 0..20 {
        let (gentle, hard) = (
            rolls(seed, "cautious", "logit"),
            rolls(seed, "greedy", "hardliner"),
        );
        let mut compared = 0;
        for (gentle, hard) in gentle.iter().zip(&hard) {
            if let (Some(gentle), Some(hard)) = (gentle, hard) {
                assert_eq!(gentle, hard);
                compared += 1;
            }
        }
        assert!(compared > 0);
    }
}
