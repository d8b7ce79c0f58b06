//! A plan that is opened is the one that was committed to, to the last letter.

use unequal_partners::engine::action::{SealedDemand, SealedReplies, SealedReply, SealedResponse};
use unequal_partners::engine::options::Options;
use unequal_partners::model::choice::{FollowUp, Response};
use unequal_partners::session::seal::{fresh_seed, seal_demand, seal_response};

use super::*;

fn demand(if_met: FollowUp) -> SealedDemand {
    SealedDemand {
        take_up: false,
        demand: None,
        if_met,
        if_defied: FollowUp::BackDown,
    }
}

fn replies(table: &Table, response: Response) -> SealedResponse {
    let reply = || SealedReply {
        response,
        instead: None,
        ask: None,
        words: None,
    };
    let domains = table.scenario().domains.iter();
    SealedResponse {
        replies: domains
            .map(|domain| SealedReplies {
                domain: domain.id.clone(),
                gentle: reply(),
                hard: reply(),
            })
            .collect(),
    }
}

/// Both sides have committed.
fn committed() -> Table {
    let setup = Setup {
        options: Options {
            sealed: true,
            ..Options::default()
        },
        ..Setup::of_people("Table 2", 7)
    };
    let mut table = Table::unrecorded(deck(), &setup, &stamp(0)).unwrap();
    act(&mut table, WHITE, &Action::Inject { instead: None });
    let nonce = || "grey heron".to_owned();
    let patron = seal_demand(demand(FollowUp::Reward), nonce());
    act(&mut table, Seat::Patron, &patron.commit);
    let client = seal_response(replies(&table, Response::Stall), nonce());
    act(&mut table, Seat::Client, &client.commit);
    table
}

#[test]
fn what_is_revealed_has_to_be_what_was_committed() {
    let mut table = committed();
    let nonce = |nonce: &str| nonce.to_owned();
    let others = [
        (
            Seat::Patron,
            seal_demand(demand(FollowUp::Punish), nonce("grey heron")),
        ),
        (
            Seat::Patron,
            seal_demand(demand(FollowUp::Reward), nonce("grey heroN")),
        ),
        (
            Seat::Client,
            seal_response(replies(&table, Response::Refuse), nonce("grey heron")),
        ),
        (
            Seat::Client,
            seal_response(replies(&table, Response::Stall), nonce("")),
        ),
    ];
    for (seat, other) in others {
        let rule = refused(&mut table, seat, &other.reveal);
        assert_eq!(rule, Refused::NotCommitted(seat));
        assert!(table.refuses(seat, &other.reveal).is_some());
    }
    let own = seal_demand(demand(FollowUp::Reward), nonce("grey heron"));
    assert!(table.refuses(Seat::Patron, &own.reveal).is_none());
    act(&mut table, Seat::Patron, &own.reveal);
    let own = seal_response(replies(&table, Response::Stall), nonce("grey heron"));
    act(&mut table, Seat::Client, &own.reveal);
}

#[test]
fn nobody_guesses_what_is_hashed_with_a_bots_plan() {
    let setup = Setup {
        options: Options {
            sealed: true,
            ..Options::default()
        },
        ..bots("greedy", "cautious", 7)
    };
    let mut table = Table::unrecorded(deck(), &setup, &stamp(0)).unwrap();
    let mut nonces = Vec::new();
    while nonces.len() < 6 {
        let next = pilot::unattended(&table).unwrap();
        match &next.action {
            Action::RevealDemand { nonce, .. } | Action::RevealResponse { nonce, .. } => {
                nonces.push(nonce.clone());
            }
            _ => {}
        }
        submit(
            &mut table,
            next.seat,
            &next.by,
            &next.action,
            Remarks::default(),
        );
    }
    for nonce in &nonces {
        let digits = nonce.bytes().all(|digit| digit.is_ascii_hexdigit());
        assert!(nonce.len() == 32 && digits, "{nonce} can be read");
        let alike = nonces.iter().filter(|other| *other == nonce).count();
        assert_eq!(alike, 1, "one plan would give the next away");
    }
}

#[test]
fn seeds_are_too_many_to_be_tried_out() {
    // A room sees events and dice: of a million seeds, three moves leave one.
    let seeds: Vec<u64> = (0..64).map(|_| fresh_seed()).collect();
    assert!(
        seeds.iter().any(|seed| *seed > 1_000_000_000_000),
        "{seeds:?}"
    );
    assert!(seeds.iter().all(|seed| seed.to_string().len() <= 15));
}
