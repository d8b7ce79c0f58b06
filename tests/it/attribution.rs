//! Replays of recorded sessions: all acts together give the session itself, whatever happened in it.

use unequal_partners::analysis::attribution::{Whose, attribute, overrides};
use unequal_partners::analysis::open_loop::Played;
use unequal_partners::engine::options::{Announcement, Options};
use unequal_partners::engine::seat::Seat;
use unequal_partners::model::gauge::Gauge;
use unequal_partners::session::Setup;

use crate::eventful::{bots, play};
use crate::generic::decks;

#[test]
fn the_replay_of_everything_that_stands_gives_the_session_at_any_length() {
    for (name, deck) in decks() {
        for seed in 0..12 {
            let options = Options {
                sealed: seed % 3 == 1,
                announcement: if seed % 3 == 2 {
                    Announcement::Together
                } else {
                    Announcement::InTurn
                },
                ..Options::default()
            };
            let setup = Setup {
                options,
                ..bots("random", "random", seed)
            };
            for entries in [0, 9, 23, 60, 500] {
                let table = play(&deck, &setup, entries);
                let replayed = table.open_loop().stability(table.scenario(), Played::ALL);
                let stands = table.view(Seat::WhiteCell).get(Gauge::Stability);
                assert_eq!(replayed, stands, "{name}, seed {seed}, {entries} entries");
            }
        }
    }
}

#[test]
fn overrides_are_found_and_weighed_one_by_one() {
    let (_, deck) = decks().remove(0);
    let table = play(&deck, &bots("logit", "cautious", 4), 500);
    let recorded = table.open_loop();
    let found = recorded.overrides();
    assert!(found.len() > 3, "{found:?}");
    let effect = overrides(table.scenario(), &recorded);
    assert_eq!(effect.each.len(), found.len());
    assert_eq!(
        effect.with_all,
        table.view(Seat::WhiteCell).get(Gauge::Stability)
    );
}

#[test]
fn long_sessions_are_sampled_and_say_so() {
    let (_, deck) = decks().remove(1);
    let table = play(&deck, &bots("random", "random", 2), 900);
    let recorded = table.open_loop();
    assert!(recorded.exchanges().count() > 12);
    let result = attribute(table.scenario(), &recorded, Whose::Demands);
    assert!(result.orders.is_some());
    assert!(result.parts.iter().any(|part| part.value.error > 0.0));
}
