//! People's voices: who may say what when, and that nobody sees an estimate before its reveal.

pub(crate) mod blind;
mod gaps;
mod told;

use unequal_partners::engine::action::Action;
use unequal_partners::engine::entry_number::EntryNumber;
use unequal_partners::engine::refused::Refused;
use unequal_partners::engine::seat::Seat;
use unequal_partners::engine::view::PollView;
use unequal_partners::session::{Remarks, Setup, SubmitError, Table};

use crate::eventful::{reference, stamp, submit};
use crate::room::announce;

const WHITE: Seat = Seat::WhiteCell;

pub(crate) fn table() -> Table {
    let deck = reference();
    Table::unrecorded(deck, &Setup::of_people("Table 2", 7), &stamp(0)).unwrap()
}

/// Acts that are taken.
pub(crate) fn acts(table: &mut Table, seat: Seat, acts: &[Action]) {
    for act in acts {
        submit(table, seat, "Anna", act, Remarks::default());
    }
}

/// The rule that refuses an act; the table is as before.
pub(crate) fn refused(table: &mut Table, seat: Seat, act: &Action) -> Refused {
    let before = table.view(WHITE);
    let at = stamp(table.last_number().next().get());
    let error = table
        .submit(
            table.last_number(),
            seat,
            "Anna",
            act,
            Remarks::default(),
            &at,
        )
        .map(|moment| moment.entry.number);
    assert_eq!(table.view(WHITE), before);
    match error {
        Err(SubmitError::Refused(refused)) => refused,
        other => panic!("{act:?}: {other:?}"),
    }
}

pub(crate) fn join(name: &str, at: Seat) -> Action {
    let name = name.to_owned();
    Action::Join { name, at }
}

fn leave(name: &str) -> Action {
    Action::Leave {
        name: name.to_owned(),
    }
}

fn ask(id: &str) -> Action {
    Action::AskEstimate {
        id: id.to_owned(),
        question: "Will the partnership be in crisis by move 4?".to_owned(),
        resolution: "a crisis begins in moves 1 to 4".to_owned(),
    }
}

fn estimate(id: &str, name: &str, percent: u8) -> Action {
    Action::Estimate {
        id: id.to_owned(),
        name: name.to_owned(),
        percent,
    }
}

fn reveal(id: &str) -> Action {
    Action::RevealEstimates { id: id.to_owned() }
}

fn resolve(id: &str, happened: bool) -> Action {
    Action::ResolveEstimate {
        id: id.to_owned(),
        happened,
        reason: None,
    }
}

fn poll(table: &Table, seat: Seat) -> PollView {
    table.view(seat).room.polls.remove(0)
}

pub(crate) fn end() -> Action {
    let reason = "time is up".to_owned();
    Action::End { reason }
}

#[test]
fn a_name_belongs_to_one_person_at_one_seat() {
    let mut table = table();
    acts(&mut table, WHITE, &[join("Anna Lind", Seat::Patron)]);
    for name in [
        "Anna Lind",
        " anna  lind ",
        "ANNA LIND",
        "Anna\u{200d} Lind",
        "Anna Lind\u{fe0f}",
    ] {
        for seat in [Seat::Patron, Seat::Client] {
            let refused = refused(&mut table, WHITE, &join(name, seat));
            let told = "`Anna Lind` sits in the patron seat already: add a surname, or let them leave first";
            assert_eq!(refused.to_string(), told);
        }
    }
    acts(&mut table, WHITE, &[join("Анна", Seat::Client)]);
    assert!(matches!(
        refused(&mut table, WHITE, &join("анна", Seat::Patron)),
        Refused::Seated { .. }
    ));
    acts(
        &mut table,
        WHITE,
        &[leave("anna lind"), join("Anna Lind", Seat::Client)],
    );
    let seated: Vec<(String, Seat)> = table
        .view(Seat::Audience)
        .room
        .participants
        .into_iter()
        .map(|one| (one.name, one.seat))
        .collect();
    assert_eq!(
        seated,
        [
            ("Анна".to_owned(), Seat::Client),
            ("Anna Lind".to_owned(), Seat::Client)
        ]
    );
    assert_eq!(
        refused(&mut table, WHITE, &leave("Boris")),
        Refused::NoParticipant("Boris".to_owned())
    );
}

#[test]
fn a_name_can_be_seen_whole_or_is_refused() {
    let mut table = table();
    let long = "é".repeat(81);
    for name in [
        "",
        "  ",
        "a\u{1b}[31m",
        "An\u{200b}na",
        "\u{202e}anna",
        "Anna\u{180e}",
        "Anna\u{3164}",
        "An\u{34f}na",
        "\u{115f}Anna",
        "\u{200d}",
        "a\nb",
        &long,
    ] {
        assert_eq!(
            refused(&mut table, WHITE, &join(name, Seat::Client)),
            Refused::Name(80),
            "{name:?}"
        );
    }
    let fine = ["<b>Anna</b>", "=1+1", "北京 “Li”", &"é".repeat(80)];
    for name in fine {
        acts(&mut table, WHITE, &[join(name, Seat::Audience)]);
    }
    assert_eq!(table.view(WHITE).room.participants.len(), fine.len());
}

#[test]
fn a_seat_speaks_for_its_own_people_and_the_white_cell_for_all() {
    let mut table = table();
    acts(&mut table, Seat::Client, &[join("Olga", Seat::Client)]);
    acts(
        &mut table,
        WHITE,
        &[join("Li", Seat::Patron), ask("crisis")],
    );
    let other = |actor, seat| Refused::OtherSeat { actor, seat };
    assert_eq!(
        refused(&mut table, Seat::Client, &join("Wang", Seat::Patron)),
        other(Seat::Client, Seat::Patron)
    );
    assert_eq!(
        refused(&mut table, Seat::Audience, &leave("Olga")),
        other(Seat::Audience, Seat::Client)
    );
    assert_eq!(
        refused(&mut table, Seat::Client, &estimate("crisis", "Li", 3)),
        other(Seat::Client, Seat::Patron)
    );
    acts(&mut table, Seat::Client, &[estimate("crisis", "Olga", 30)]);
    acts(&mut table, WHITE, &[estimate("crisis", "Li", 60)]);
    acts(&mut table, Seat::Audience, &[estimate("crisis", "Eva", 10)]);
    acts(&mut table, WHITE, &[reveal("crisis")]);
    let seats: Vec<Seat> = poll(&table, WHITE)
        .estimates
        .unwrap()
        .iter()
        .map(|given| given.seat)
        .collect();
    assert_eq!(seats, [Seat::Client, Seat::Patron, Seat::Audience]);
}

#[test]
fn who_has_not_answered_is_known_and_late_comers_are_missed_from_then_on() {
    let mut table = table();
    let people = [
        join("Li", Seat::Patron),
        join("Olga", Seat::Client),
        join("Eva", Seat::Audience),
        join("Anna", WHITE),
        ask("crisis"),
        estimate("crisis", " olga", 30),
    ];
    acts(&mut table, WHITE, &people);
    assert_eq!(poll(&table, Seat::Patron).missing, ["Li", "Eva"]);
    acts(
        &mut table,
        WHITE,
        &[leave("Eva"), join("Max", Seat::Patron)],
    );
    assert_eq!(poll(&table, Seat::Patron).missing, ["Li", "Max"]);
    // Who has left keeps the word they gave.
    acts(&mut table, WHITE, &[leave("Olga"), reveal("crisis")]);
    let poll = poll(&table, Seat::Audience);
    assert_eq!(poll.answered, ["olga"]);
    assert_eq!(poll.estimates.unwrap()[0].percent, 30);
}

#[test]
fn an_estimate_can_be_changed_until_the_reveal_and_never_after() {
    let mut table = table();
    acts(
        &mut table,
        WHITE,
        &[
            ask("crisis"),
            estimate("crisis", "Li", 30),
            estimate("crisis", "li", 70),
        ],
    );
    let sentences: Vec<String> = table.seen(WHITE).into_iter().map(|s| s.sentence).collect();
    let question = "Will the partnership be in crisis by move 4?";
    assert_eq!(
        sentences[1..],
        [
            format!("Li gave an estimate: “{question}”"),
            format!("li gave another estimate: “{question}”")
        ]
    );
    acts(&mut table, WHITE, &[reveal("crisis")]);
    let given = poll(&table, WHITE).estimates.unwrap();
    assert_eq!((given.len(), given[0].percent), (1, 70));
    let shown = Refused::Revealed("crisis".to_owned());
    assert_eq!(
        refused(&mut table, WHITE, &estimate("crisis", "Max", 10)),
        shown
    );
    assert_eq!(refused(&mut table, WHITE, &reveal("crisis")), shown);
    let last = table.seen(Seat::Client).pop().unwrap();
    assert_eq!(
        last.sentence,
        format!("Estimates revealed: “{question}”: Li 70 %")
    );
}

#[test]
fn a_question_is_resolved_after_the_reveal_also_after_the_end_and_may_be_corrected() {
    let mut table = table();
    acts(
        &mut table,
        WHITE,
        &[ask("crisis"), estimate("crisis", "Li", 30)],
    );
    assert_eq!(
        refused(&mut table, WHITE, &resolve("crisis", true)),
        Refused::NotRevealed("crisis".to_owned())
    );
    acts(&mut table, WHITE, &[end()]);
    let after = [
        estimate("crisis", "Max", 5),
        reveal("crisis"),
        resolve("crisis", true),
    ];
    acts(&mut table, WHITE, &after);
    assert_eq!(
        refused(&mut table, WHITE, &resolve("crisis", true)),
        Refused::Resolved("crisis".to_owned())
    );
    acts(&mut table, WHITE, &[resolve("crisis", false)]);
    assert_eq!(poll(&table, Seat::Client).happened, Some(false));
    assert!(after.iter().all(Action::is_open_after_the_end));
}

#[test]
fn questions_need_a_name_of_their_own_a_text_and_what_decides_them() {
    let mut table = table();
    acts(&mut table, WHITE, &[ask("crisis")]);
    assert_eq!(
        refused(&mut table, WHITE, &ask("crisis")),
        Refused::Taken("crisis".to_owned())
    );
    let empty = Action::AskEstimate {
        id: "other".to_owned(),
        question: "Will it?".to_owned(),
        resolution: " ".to_owned(),
    };
    assert_eq!(refused(&mut table, WHITE, &empty), Refused::NoText);
    assert_eq!(
        refused(&mut table, WHITE, &estimate("crisis", "Li", 101)),
        Refused::Percent(101)
    );
    assert_eq!(
        refused(&mut table, WHITE, &estimate("crises", "Li", 10)),
        Refused::NoQuestion("crises".to_owned())
    );
    for act in [
        ask("two"),
        reveal("crisis"),
        resolve("crisis", true),
        announce("x"),
    ] {
        assert!(matches!(
            refused(&mut table, Seat::Patron, &act),
            Refused::WrongSeat { .. }
        ));
    }
}

#[test]
fn undo_takes_an_estimate_back_and_what_was_asked_in_turn_zero_does_not_outlast_startex() {
    let mut table = table();
    acts(
        &mut table,
        WHITE,
        &[
            join("Li", Seat::Patron),
            ask("crisis"),
            Action::Rehearse,
            ask("practice"),
            estimate("practice", "Li", 50),
            estimate("crisis", "Li", 30),
            Action::StartEx,
        ],
    );
    let room = table.view(WHITE).room;
    assert_eq!((room.polls.len(), room.participants.len()), (1, 1));
    assert_eq!(room.polls[0].answered, ["Li"]);
    let undo = Action::Undo {
        to: EntryNumber::new(5),
        reason: "the wrong line".to_owned(),
    };
    acts(&mut table, WHITE, &[undo]);
    let room = table.view(WHITE).room;
    assert!(room.rehearsing && room.polls[0].answered.is_empty());
    assert_eq!(room.polls[1].answered, ["Li"]);
}
