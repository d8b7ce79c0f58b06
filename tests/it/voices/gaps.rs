//! What is missing, while it can still be asked.

use unequal_partners::engine::action::Action;
use unequal_partners::engine::entry_number::EntryNumber;
use unequal_partners::engine::holder::Holder;
use unequal_partners::engine::player::Player;
use unequal_partners::engine::room::inject::{Due, News, WrittenNews};
use unequal_partners::engine::seat::Seat;
use unequal_partners::model::choice::{Inducement, Intensity, Response};
use unequal_partners::session::gaps::Gaps;
use unequal_partners::session::reading::Cite;
use unequal_partners::session::{Remarks, Table};

use super::{WHITE, acts, ask, end, estimate, join, leave, resolve, reveal, table};
use crate::eventful::submit;

fn gaps(table: &Table) -> Gaps {
    Gaps::new(table, WHITE)
}

fn entries(cites: &[Cite]) -> Vec<u64> {
    cites.iter().map(|cite| cite.entry.get()).collect()
}

fn why(rationale: &str, dissent: &str) -> Remarks {
    let said = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    Remarks {
        rationale: said(rationale),
        confidence: None,
        dissent: said(dissent),
    }
}

fn demand(table: &Table) -> Action {
    let menu = table.view(Seat::Patron).menu.unwrap();
    Action::Demand {
        card: table.scenario().card(menu[0]).id.clone(),
        intensity: Intensity::Request,
        inducement: Inducement::None,
    }
}

fn respond() -> Action {
    Action::Respond {
        response: Response::Partial,
        instead: None,
        ask: None,
        words: None,
    }
}

fn rule(provisional: bool) -> Action {
    Action::Rule {
        roll: None,
        arguments: 0,
        band: None,
        reason: None,
        provisional,
    }
}

/// Nothing is offered; nobody has to say why.
fn pass(table: &mut Table) {
    let (none, said) = (Action::NoOffer, Remarks::default());
    submit(table, Seat::Client, Player::Program, &none, said);
}

/// One exchange up to its ruling; what the sides say with it.
fn exchange(table: &mut Table, patron: Remarks, client: Remarks, provisional: bool) {
    acts(table, WHITE, &[Action::Inject { instead: None }]);
    pass(table);
    let demand = demand(table);
    submit(table, Seat::Patron, "Team A", &demand, patron);
    submit(table, Seat::Client, "Team B", &respond(), client);
    acts(table, WHITE, &[rule(provisional)]);
}

#[test]
fn decisions_without_a_reason_are_named_by_their_entries() {
    let mut table = table();
    exchange(&mut table, why("winter", ""), why("", ""), false);
    let found = gaps(&table);
    assert_eq!(
        (found.decisions, entries(&found.without_reason)),
        (2, vec![4])
    );
    // What was taken back is not missed.
    let undo = Action::Undo {
        to: EntryNumber::new(3),
        reason: "misread".to_owned(),
    };
    acts(&mut table, WHITE, &[undo]);
    assert!(gaps(&table).without_reason.is_empty());
}

#[test]
fn what_is_rehearsed_in_turn_zero_is_no_gap_and_no_material() {
    let mut table = table();
    acts(&mut table, WHITE, &[Action::Rehearse]);
    exchange(&mut table, why("", ""), why("", ""), true);
    let rehearsing = gaps(&table);
    assert_eq!(
        (rehearsing.decisions, rehearsing.silent_domains.len()),
        (0, 5)
    );
    acts(&mut table, WHITE, &[Action::StartEx]);
    let fresh = gaps(&self::table());
    assert_eq!(gaps(&table), fresh);
}

#[test]
fn a_domain_is_silent_until_something_is_demanded_in_it() {
    let mut table = table();
    assert_eq!(gaps(&table).silent_domains.len(), 5);
    acts(&mut table, WHITE, &[Action::Inject { instead: None }]);
    pass(&mut table);
    let demand = demand(&table);
    acts(&mut table, Seat::Patron, &[demand]);
    let silent = gaps(&table).silent_domains;
    assert_eq!(silent.len(), 4, "a demand on the table counts");
    acts(&mut table, Seat::Client, &[respond()]);
    acts(&mut table, WHITE, &[rule(false)]);
    assert_eq!(gaps(&table).silent_domains, silent);
}

#[test]
fn somebody_has_spoken_by_an_estimate_an_entry_or_a_mention() {
    let mut table = table();
    let people = ["Anna Lind", "Anna Berg", "Li", "Olga", "Max", "Eva"];
    for name in people {
        acts(&mut table, WHITE, &[join(name, Seat::Patron)]);
    }
    acts(&mut table, WHITE, &[join("Nils", WHITE), ask("crisis")]);
    let silent = |table: &Table| -> Vec<String> {
        let people = gaps(table).silent_people.into_iter();
        people.map(|one| one.name).collect()
    };
    assert_eq!(silent(&table), people);
    acts(&mut table, WHITE, &[estimate("crisis", "MAX", 10)]);
    let says = why("as Olga says", "Anna Berg would have waited");
    exchange(&mut table, says, why("", ""), false);
    let note = Action::Note {
        text: "quiet today".to_owned(),
        private: false,
    };
    submit(&mut table, Seat::Patron, "li", &note, Remarks::default());
    assert_eq!(silent(&table), ["Anna Lind", "Eva"]);
    acts(&mut table, WHITE, &[leave("Eva")]);
    assert_eq!(silent(&table), ["Anna Lind"]);
}

#[test]
fn a_seat_of_people_is_silent_until_a_word_comes_from_it() {
    let mut table = table();
    assert_eq!(gaps(&table).silent_seats, ["China", "Russia"]);
    acts(&mut table, WHITE, &[join("Eva", Seat::Audience)]);
    exchange(&mut table, why("winter", ""), why("", ""), false);
    assert_eq!(gaps(&table).silent_seats, ["Russia", "Audience"]);
    acts(
        &mut table,
        WHITE,
        &[ask("crisis"), estimate("crisis", "Eva", 5)],
    );
    assert_eq!(gaps(&table).silent_seats, ["Russia"]);
    let bot = Action::HandOver {
        of: Seat::Client,
        to: Holder::Bot("greedy".to_owned()),
        moves: None,
        reason: None,
    };
    acts(&mut table, WHITE, &[bot]);
    assert!(gaps(&table).silent_seats.is_empty());
}

#[test]
fn a_ruling_for_later_is_open_until_it_is_settled() {
    let mut table = table();
    exchange(&mut table, why("a", ""), why("b", ""), true);
    assert_eq!(entries(&gaps(&table).provisional), [5]);
    let settle = Action::Settle {
        move_number: 1,
        place: 0,
        reason: "it stands".to_owned(),
    };
    acts(&mut table, WHITE, &[settle]);
    assert!(gaps(&table).provisional.is_empty());
}

#[test]
fn an_inject_waits_for_its_reaction_once_it_has_come() {
    let mut table = table();
    let written = WrittenNews {
        title: "Payments halt".to_owned(),
        text: String::new(),
        changes: Vec::new(),
    };
    let plan = |id: &str, expects: Option<&str>| Action::PlanInject {
        id: id.to_owned(),
        news: News::Written(written.clone()),
        due: Due::Called,
        expects: expects.map(str::to_owned),
    };
    let planned = [plan("banks", Some("a call to Beijing")), plan("none", None)];
    acts(&mut table, WHITE, &planned);
    assert!(gaps(&table).awaited_reactions.is_empty());
    let fire = |id: &str| Action::FireInject { id: id.to_owned() };
    acts(&mut table, WHITE, &[fire("banks"), fire("none")]);
    let awaited = gaps(&table).awaited_reactions;
    assert_eq!(awaited.len(), 1);
    assert_eq!(
        (awaited[0].at.entry.get(), awaited[0].expects.as_str()),
        (3, "a call to Beijing")
    );
    // The plan is the white cell's.
    assert!(Gaps::new(&table, Seat::Patron).awaited_reactions.is_empty());
    let seen = Action::Reaction {
        inject: "banks".to_owned(),
        text: "they called".to_owned(),
    };
    acts(&mut table, Seat::Audience, &[seen]);
    assert!(gaps(&table).awaited_reactions.is_empty());
}

#[test]
fn questions_wait_for_their_reveal_and_then_for_what_came_true() {
    let mut table = table();
    acts(
        &mut table,
        WHITE,
        &[join("Li", Seat::Patron), ask("crisis")],
    );
    let open = gaps(&table).unrevealed;
    assert_eq!(
        (open[0].entry.get(), open[0].missing.clone()),
        (2, vec!["Li".to_owned()])
    );
    acts(&mut table, WHITE, &[end(), reveal("crisis")]);
    let found = gaps(&table);
    assert_eq!((found.unrevealed.len(), found.unresolved.len()), (0, 1));
    acts(&mut table, WHITE, &[resolve("crisis", false)]);
    assert!(gaps(&table).unresolved.is_empty());
}

#[test]
fn a_side_sees_the_gaps_of_its_own_people_only() {
    let mut table = table();
    let people = [join("Li", Seat::Patron), join("Olga", Seat::Client)];
    acts(&mut table, WHITE, &people);
    exchange(&mut table, why("", ""), why("Olga wanted it", ""), false);
    let of = |seat: Seat| {
        let found = Gaps::new(&table, seat);
        let names: Vec<String> = found
            .silent_people
            .into_iter()
            .map(|one| one.name)
            .collect();
        (entries(&found.without_reason), found.silent_seats, names)
    };
    assert_eq!(
        of(Seat::Patron),
        (vec![5], vec!["China".to_owned()], vec!["Li".to_owned()])
    );
    assert_eq!(of(Seat::Client), (vec![], vec![], vec![]));
}
