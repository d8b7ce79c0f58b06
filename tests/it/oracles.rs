//! Exact values from outside or from the rules' own text (rules 4 to 7 and 18).

use unequal_partners::deck::Deck;
use unequal_partners::model::choice::{Band, FollowUp, Inducement, Intensity, Response};
use unequal_partners::model::contest::{Demand, Reply, band, factors, odds};
use unequal_partners::model::exchange::{legal_replies, may_deflect};
use unequal_partners::model::game::{Adjudication, Game};
use unequal_partners::model::gauge::Gauge;
use unequal_partners::model::ledger::{Change, Silent};
use unequal_partners::model::luck::{split_mix, ways};
use unequal_partners::model::place::{At as _, DomainAt};
use unequal_partners::model::scenario::Scenario;

use crate::golden::fnv1a;

fn reference() -> Scenario {
    let text = include_str!("../golden/deck.toml");
    Deck::from_text("deck.toml", text).unwrap().scenario
}

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
fn the_hash_is_fnv_as_published() {
    assert_eq!(fnv1a(b""), 0xcbf2_9ce4_8422_2325);
    assert_eq!(fnv1a(b"a"), 0xaf63_dc4c_8601_ec8c);
    assert_eq!(fnv1a(b"foobar"), 0x8594_4171_f739_67e8);
}

#[test]
fn two_dice_give_the_bands_six_twenty_four_six() {
    assert_eq!(odds(&reference(), 0), [6, 24, 6]);
}

/// The odds are counted by formula; here by rolling all 36 pairs, for all thresholds worth trying.
#[test]
fn the_odds_are_those_of_all_thirty_six_rolls() {
    let mut scenario = reference();
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

/// A client may deflect exactly where another domain can pay.
#[test]
fn replies_are_listed_as_the_table_orders_them() {
    let scenario = reference();
    let game = Game::new(&scenario, 0);
    for card in scenario.cards.places() {
        let replies: Vec<Reply> = legal_replies(&scenario, &game.position, card).collect();
        let order: Vec<_> = replies.iter().map(|r| (r.response.index(), r.to)).collect();
        assert!(order.is_sorted());
        let deflected = replies.iter().filter_map(|reply| reply.to);
        let able = scenario
            .domains
            .places()
            .filter(|&to| may_deflect(&scenario, &game.position, card, to));
        assert_eq!(deflected.collect::<Vec<_>>(), able.collect::<Vec<_>>());
        assert_eq!(replies.iter().filter(|reply| reply.to.is_none()).count(), 6);
    }
}

/// One demand through rules 4 to 8: seed 7, a hardliner's ultimatum in a quiet move, deflected.
#[test]
fn the_worked_example_comes_out_to_the_last_number() {
    let scenario = reference();
    let (economy, diplomacy) = (DomainAt::new(0), DomainAt::new(1));
    let mut game = Game::new(&scenario, 7);
    game.begin_move(&scenario, None, &mut Silent);
    assert!(scenario.event_of(game.drawn).is_none(), "a quiet event");
    let card = scenario.card_index("infrastructure-stakes").unwrap();
    assert!(game.hand.contains(&card));
    let demand = Demand {
        card,
        intensity: Intensity::Ultimatum,
        inducement: Inducement::None,
    };
    let factors = factors(&scenario, &game.position, demand);
    assert_eq!(factors.leverage, 81);
    assert_eq!((factors.pressed_leverage, factors.credibility), (57, 38));
    let resisting = [
        factors.red_line,
        factors.resentment,
        factors.autonomy,
        factors.outside_option,
    ];
    assert_eq!((resisting, factors.modifier), ([18, 8, 12, 1], -4));

    game.table(&scenario, demand);
    let reply = Reply {
        response: Response::Deflect,
        to: Some(diplomacy),
    };
    let mut changes: Vec<Change> = Vec::new();
    let by_rule = Adjudication::default();
    game.resolve(&scenario, demand, reply, by_rule, &mut changes);
    let exchange = game.exchanges[0];
    assert_eq!((exchange.roll, exchange.band), (11, Band::AsOffered));
    let path = |gauge: Gauge| {
        let of_gauge = changes.iter().filter(|change| change.gauge == gauge);
        of_gauge
            .map(|change| (change.from, change.to))
            .collect::<Vec<_>>()
    };
    assert_eq!(path(Gauge::Trust), [(60, 52), (52, 49)]);
    assert_eq!(path(Gauge::Resentment), [(30, 37)]);
    assert_eq!(path(Gauge::Strain(economy)), [(10, 28)]);
    assert_eq!(path(Gauge::Gains), [(0, 48)]);
    assert_eq!(path(Gauge::Capacity(diplomacy)), [(48, 37)]);
    assert_eq!(path(Gauge::Autonomy), [(60, 54)]);
    assert_eq!(path(Gauge::Credibility), [(50, 49), (49, 51)]);

    game.follow_up(&scenario, FollowUp::Pocket, &mut Silent);
    game.close_move(&scenario, &mut Silent);
    let after = [
        (Gauge::Trust, 50),
        (Gauge::Credibility, 51),
        (Gauge::Resentment, 35),
        (Gauge::Autonomy, 53),
        (Gauge::Endurance, 44),
        (Gauge::SharedFront, 56),
        (Gauge::Stability, 65),
        (Gauge::Gains, 67),
    ];
    for (gauge, value) in after {
        assert_eq!(game.position.get(gauge), value, "{gauge:?}");
    }
}
