//! Three seats at one table: measures in the open and in secret, acts in a crisis, offers; and what each seat is told.

use unequal_partners::deck::Deck;
use unequal_partners::engine::action::{Action, Kind};
use unequal_partners::engine::entry_number::EntryNumber;
use unequal_partners::engine::fact::{Disclosed, Fact};
use unequal_partners::engine::options::AdjudicationMode;
use unequal_partners::engine::phase::Phase;
use unequal_partners::engine::seat::Seat;
use unequal_partners::model::choice::Response;
use unequal_partners::model::gauge::Gauge;
use unequal_partners::model::ledger::Reason;
use unequal_partners::session::sight::Seen;
use unequal_partners::session::{Due, Holder, Holders, Owner, Remarks, Setup, Table};

use super::*;
use crate::eventful::{REFERENCE, set};

const OTHERS: [Seat; 3] = [Seat::Patron, Seat::Client, Seat::Audience];

/// The reference deck, with a measure that may be taken in secret and comes out on a roll of at most `leaks_at`.
fn secretive(leaks_at: i64) -> Deck {
    let text = REFERENCE
        .replacen(
            "[europe]\n",
            &format!("[europe]\nleaks_at = {leaks_at}\n"),
            1,
        )
        .replacen(
            "id = \"engage-beijing\"\n",
            "id = \"engage-beijing\"\nsecret = 1\n",
            1,
        );
    Deck::from_text("deck.toml", &text).unwrap()
}

fn of_people(deck: Deck, seed: u64) -> Table {
    let setup = Setup {
        seats: Holders {
            europe: Holder::Human,
            ..Holders::default()
        },
        ..Setup::of_people("Table 2", seed)
    };
    Table::unrecorded(deck, &setup, &stamp(0)).unwrap()
}

fn measure(id: &str, secret: bool) -> Action {
    Action::Measure {
        measure: id.to_owned(),
        secret,
    }
}

fn climb(climb_down: bool) -> Action {
    Action::CrisisAct { climb_down }
}

fn last(table: &Table, seat: Seat) -> Option<Seen> {
    table.entry_seen(table.last_number(), table.last_number(), seat)
}

fn sentence(table: &Table, seat: Seat) -> String {
    last(table, seat).map_or_else(String::new, |seen| seen.sentence)
}

/// A table of people whose second move is played in a crisis, before anybody has decided.
fn in_a_crisis(seed: u64) -> Table {
    let mut table = people(seed);
    white(&mut table, &[OPEN]);
    act(&mut table, Seat::Patron, &Action::Hold);
    let fall = Action::Adjust {
        gauge: "stability".to_owned(),
        by: -52,
        reason: "an ambassador was called home".to_owned(),
    };
    white(&mut table, &[fall, Action::CloseMove, OPEN]);
    assert_eq!(table.view(WHITE).phase, Phase::Crisis);
    table
}

#[test]
fn europe_is_asked_after_the_event_and_only_where_somebody_sits_there() {
    let mut table = of_people(deck(), 7);
    white(&mut table, &[OPEN]);
    assert_eq!(table.view(Seat::Audience).waits_for, [Seat::Europe]);
    act(&mut table, Seat::Europe, &measure("signal-economy", false));
    let title = &table.deck().text.measures[table.scenario().measure_at("signal-economy").unwrap()];
    let title = title.title.clone();
    for seat in Seat::ALL {
        assert!(sentence(&table, seat).contains(&title), "{seat}");
    }
    let left = Action::HandOver {
        of: Seat::Europe,
        to: Holder::Nobody,
        moves: None,
        reason: None,
    };
    act(&mut table, Seat::Patron, &Action::Hold);
    white(&mut table, &[Action::CloseMove, OPEN]);
    assert_eq!(table.view(WHITE).phase, Phase::Europe);
    white(&mut table, &[left]);
    assert_ne!(table.view(WHITE).phase, Phase::Europe);
    assert!(!table.seen(Seat::Client).pop().unwrap().sentence.is_empty());
}

#[test]
fn a_secret_that_holds_looks_like_no_measure_and_its_gauges_move_for_no_known_reason() {
    let mut table = of_people(secretive(1), 7);
    white(&mut table, &[OPEN]);
    let said = Remarks {
        rationale: Some("nobody must know".to_owned()),
        ..Remarks::default()
    };
    submit(
        &mut table,
        Seat::Europe,
        "Eva",
        &measure("engage-beijing", true),
        said,
    );
    for seat in [Seat::Europe, WHITE] {
        let seen = last(&table, seat).unwrap();
        assert_eq!(seen.kind, Kind::Measure);
        assert!(seen.sentence.contains("in secret"), "{}", seen.sentence);
        assert!(seen.rationale.is_some());
    }
    for seat in OTHERS {
        let seen = last(&table, seat).unwrap();
        assert_eq!(
            (seen.kind, &seen.act),
            (Kind::Abstain, &Some(Action::Abstain))
        );
        assert!(
            seen.sentence.ends_with("took no measure"),
            "{}",
            seen.sentence
        );
        assert!(seen.rationale.is_none() && seen.facts.is_empty());
        let known = |reason| reason == Reason::Unseen;
        assert!(seen.changes.iter().all(|change| known(change.reason)));
        assert!(seen.changes.iter().all(|change| !change.gauge.is_europes()));
        assert_eq!(table.view(seat).measure, None);
    }
    let number = table.last_number();
    white(&mut table, &[back_to(number.before())]);
    let dice = Fact::KnownAlready(Disclosed::EuropeDice);
    assert!(last(&table, WHITE).unwrap().facts.contains(&dice));
    for seat in OTHERS {
        let seen = last(&table, seat).unwrap();
        assert!(!seen.facts.contains(&dice), "{seat} is told of dice");
        assert!(!seen.sentence.contains("measure"), "{}", seen.sentence);
        assert!(table.disclosed_since(EntryNumber::new(1), seat).is_empty());
    }
}

#[test]
fn a_secret_that_comes_out_is_told_to_everybody() {
    let mut table = of_people(secretive(12), 7);
    white(&mut table, &[OPEN]);
    act(&mut table, Seat::Europe, &measure("engage-beijing", true));
    for seat in Seat::ALL {
        let told = sentence(&table, seat);
        assert!(
            told.contains("in secret") && told.contains("came out"),
            "{told}"
        );
    }
}

#[test]
fn what_europe_can_agree_on_is_its_own() {
    let mut table = of_people(deck(), 7);
    white(&mut table, &[OPEN]);
    let owner = Owner::of(table);
    for seat in Seat::ALL {
        let place = owner.place(seat);
        let knows = matches!(seat, Seat::Europe | Seat::WhiteCell);
        assert_eq!(
            place.gauge_at(EntryNumber::new(1), Gauge::Unity) > 0,
            knows,
            "{seat}"
        );
        assert_eq!(!place.why(Gauge::Unity).is_empty(), knows, "{seat}");
        let closed = !place.sight().closed(Gauge::Exposure).is_empty();
        assert_eq!(closed, knows, "{seat}");
    }
}

#[test]
fn decisions_in_a_crisis_are_seen_once_both_have_decided() {
    let mut table = in_a_crisis(7);
    let said = Remarks {
        rationale: Some("we need a pause".to_owned()),
        ..Remarks::default()
    };
    let before = table.last_number();
    submit(&mut table, Seat::Patron, "Anna", &climb(true), said);
    let first = table.last_number();
    for seat in [Seat::Client, Seat::Europe, Seat::Audience] {
        assert_eq!(last(&table, seat), None, "{seat} knows of it");
        assert_eq!(table.view(seat).waits_for, [Seat::Patron, Seat::Client]);
    }
    let of_white = last(&table, WHITE).unwrap();
    assert!(of_white.is_decided_unseen() && of_white.rationale.is_none());
    assert!(
        of_white.sentence.ends_with("has decided"),
        "{}",
        of_white.sentence
    );
    assert!(table.view(WHITE).crisis_decided.patron);
    let own = last(&table, Seat::Patron).unwrap();
    assert!(
        own.rationale.is_some() && own.sentence.contains("Step back"),
        "{}",
        own.sentence
    );
    // Decided on having seen neither: it is no act for another moment.
    let late = table.submit(
        before,
        Seat::Client,
        "Bo",
        &climb(false),
        Remarks::default(),
        &stamp(99),
    );
    let second = late.unwrap().entry.number;
    for seat in Seat::ALL {
        let told = sentence(&table, seat);
        assert!(
            told.contains("Step back") && told.contains("held its course"),
            "{told}"
        );
        let then = table.entry_seen(first, first, seat);
        assert_eq!(
            then.is_some_and(|seen| seen.act.is_some()),
            seat == Seat::Patron
        );
        let now = table.entry_seen(first, second, seat).unwrap();
        assert_eq!(now.act, Some(climb(true)), "{seat}");
        let reads = matches!(seat, Seat::Patron | Seat::WhiteCell);
        assert_eq!(now.rationale.is_some(), reads, "{seat}");
    }
    white(&mut table, &[back_to(first)]);
    let known = Fact::KnownAlready(Disclosed::CrisisActs);
    assert_eq!(last(&table, Seat::Audience).unwrap().facts, [known]);
}

#[test]
fn who_has_decided_in_a_crisis_shows_neither_in_the_turn_nor_on_the_clocks() {
    use unequal_partners::engine::room::clock::ClockOf::{Client, Patron};
    let clock = |of| Action::SetClock {
        of,
        seconds: Some(300),
        hard: false,
    };
    let shown = |decided: bool, seat| {
        let mut table = in_a_crisis(7);
        white(&mut table, &[clock(Patron), clock(Client)]);
        if decided {
            act(&mut table, Seat::Patron, &climb(true));
        } else {
            white(&mut table, &[clock(Patron)]);
        }
        let place = Owner::of(table).place(seat);
        let turn = place.turn();
        let runs = |of| place.pace(&stamp(90)).clock(of).unwrap().runs;
        (
            turn.waits_for.clone(),
            turn.due.clone(),
            runs(Patron),
            runs(Client),
        )
    };
    for seat in [Seat::Client, Seat::Europe, Seat::Audience] {
        assert_eq!(shown(true, seat), shown(false, seat), "{seat}");
    }
    let (waits, due, patron, client) = shown(true, Seat::Patron);
    assert_eq!((waits, due), (vec![Seat::Client], Due::People));
    assert!(!patron && client);
}

#[test]
fn the_white_cell_decides_for_a_seat_with_a_reason_and_is_listed_with_it() {
    let mut table = of_people(deck(), 7);
    white(&mut table, &[OPEN]);
    let settable = table.settable();
    assert_eq!(settable.len(), table.view(Seat::Europe).acts.len());
    assert!(matches!(
        refused(&mut table, WHITE, &settable[1]),
        Refused::NoReason
    ));
    white(&mut table, &[set(&settable[1], "they could not agree")]);
    let offer = table.view(Seat::Client).acts[1].clone();
    act(&mut table, Seat::Client, &offer);
    let veto = table.settable();
    assert_eq!(veto.len(), 1);
    white(&mut table, &[set(&veto[0], "it was a slip of the tongue")]);
    assert!(table.settable().is_empty());
    assert!(sentence(&table, Seat::Client).contains("was never offered"));
    let listed: Vec<Kind> = table.interventions().iter().map(|one| one.kind).collect();
    assert_eq!(listed, [Kind::SetMeasure, Kind::VetoOffer]);
    let rigid = Action::SetAdjudication {
        mode: AdjudicationMode::Rigid,
        reason: "to compare".to_owned(),
    };
    let mut table = in_a_crisis(7);
    let sides = table.settable();
    assert_eq!(sides.len(), 4, "{sides:?}");
    act(&mut table, Seat::Client, &climb(false));
    white(&mut table, &[set(&sides[1], "the room agreed")]);
    assert!(sentence(&table, Seat::Client).starts_with("White cell decided: "));
    let mut table = in_a_crisis(7);
    white(&mut table, &[rigid]);
    assert!(table.settable().is_empty());
}

#[test]
fn what_came_of_an_offer_is_told_with_the_act_that_answers_it() {
    let offered = || {
        let mut table = people(7);
        white(&mut table, &[OPEN]);
        let offer = table.view(Seat::Client).acts[1].clone();
        act(&mut table, Seat::Client, &offer);
        (table, offer)
    };
    let (mut table, offer) = offered();
    let Action::Offer { card, .. } = offer else {
        panic!("{offer:?}");
    };
    let card = table.scenario().card_at(&card).unwrap();
    let title = table.deck().text.cards[card].title.clone();
    assert!(sentence(&table, Seat::Audience).contains(&title));
    act(&mut table, Seat::Patron, &Action::TakeUp);
    let told = sentence(&table, Seat::Audience);
    assert!(
        told.contains("took up the offer") && told.contains(&title),
        "{told}"
    );
    let (mut table, _) = offered();
    act(&mut table, Seat::Patron, &Action::Hold);
    let told = sentence(&table, Seat::Audience);
    assert!(
        told.contains("asked for nothing; the offer of") && told.contains("set aside"),
        "{told}"
    );
    // Offers are no secret: going back behind one hides nothing that was hidden before.
    white(&mut table, &[undo(1)]);
    assert!(last(&table, Seat::Audience).unwrap().facts.is_empty());
}

#[test]
fn an_offer_is_vetoed_only_until_the_patron_has_decided() {
    for decides in [0, 1] {
        let mut table = people(7);
        white(&mut table, &[OPEN]);
        let offer = table.view(Seat::Client).acts[1].clone();
        act(&mut table, Seat::Client, &offer);
        let veto = set(&table.settable()[0], "a slip");
        let acts = table.view(Seat::Patron).acts;
        let is = |act: &&Action| match decides {
            0 => **act == Action::Hold,
            _ => matches!(act, Action::Demand { .. }),
        };
        let decision = acts.iter().find(is).unwrap().clone();
        act(&mut table, Seat::Patron, &decision);
        assert!(matches!(
            refused(&mut table, WHITE, &veto),
            Refused::NoOffer
        ));
        assert!(table.view(WHITE).offer.is_some());
    }
}

#[test]
fn a_replay_takes_what_three_seats_did_and_leaves_out_what_never_was() {
    use unequal_partners::analysis::open_loop::{Played, Step};
    let mut table = in_a_crisis(7);
    act(&mut table, Seat::Patron, &climb(true));
    act(&mut table, Seat::Client, &climb(true));
    let offer = table.view(Seat::Client).acts[1].clone();
    act(&mut table, Seat::Client, &offer);
    let veto = table.settable();
    white(&mut table, &[set(&veto[0], "a slip")]);
    act(&mut table, Seat::Patron, &Action::Hold);
    white(&mut table, &[Action::CloseMove]);
    let recorded = table.open_loop();
    let offers = recorded
        .steps
        .iter()
        .filter(|step| matches!(step, Step::Offer { vetoed: None, .. }));
    assert_eq!(offers.count(), 0, "it was vetoed");
    let stability = recorded.stability(table.scenario(), Played::ALL);
    assert_eq!(stability, table.view(WHITE).get(Gauge::Stability));
    let alone = Played {
        crisis_acts: &[true, false],
        ..Played::ALL
    };
    assert!(recorded.stability(table.scenario(), alone) < stability);
}

#[test]
fn replays_of_bots_in_three_seats_come_to_the_stability_that_was_played() {
    use unequal_partners::analysis::open_loop::Played;
    for seed in 0..12 {
        let setup = crate::eventful::three("random", "random", "random", seed);
        let mut table = Table::unrecorded(deck(), &setup, &stamp(0)).unwrap();
        run(&mut table, 2000);
        let stability = table.open_loop().stability(table.scenario(), Played::ALL);
        assert_eq!(stability, table.view(WHITE).get(Gauge::Stability), "{seed}");
    }
}

#[test]
fn a_deflection_names_the_card_that_is_given() {
    let deflects = |act: &Action| {
        matches!(
            act,
            Action::Respond {
                response: Response::Deflect,
                ..
            }
        )
    };
    let mut table = people(7);
    white(&mut table, &[OPEN]);
    act(&mut table, Seat::Client, &Action::NoOffer);
    let demands = table.view(Seat::Patron).acts;
    let asked = demands
        .into_iter()
        .find(|act| matches!(act, Action::Demand { .. }));
    act(&mut table, Seat::Patron, &asked.unwrap());
    let answer = table
        .view(Seat::Client)
        .acts
        .into_iter()
        .find(deflects)
        .unwrap();
    let Action::Respond {
        instead: Some(card),
        ..
    } = &answer
    else {
        panic!("{answer:?}");
    };
    let title = table.scenario().card_at(card).unwrap();
    let title = table.deck().text.cards[title].title.clone();
    act(&mut table, Seat::Client, &answer);
    let told = sentence(&table, Seat::Audience);
    assert!(told.contains(&format!("to “{title}”")), "{told}");
}
