//! An answer in a seat's own words: on the record word for word, shown wherever the answer is, sealed as long as it is, and
//! put right like a reason.

use unequal_partners::closing::{Roles, by_roles};
use unequal_partners::document::html::html as page;
use unequal_partners::engine::action::{
    Action, NamedDemand, SealedDemand, SealedReplies, SealedReply, SealedResponse,
};
use unequal_partners::engine::entry_number::EntryNumber;
use unequal_partners::engine::phase::Phase;
use unequal_partners::engine::seat::Seat;
use unequal_partners::model::choice::{FollowUp, Inducement, Intensity, Response};
use unequal_partners::report::{Aar, Extras, Format, html};
use unequal_partners::session::seal::{seal_demand, seal_response};
use unequal_partners::session::{Remarks, Setup, SubmitError, Table};
use unequal_partners::tui::harness::Play;

use crate::board;
use crate::eventful::{reference, stamp, submit};
use crate::report::playback;
use crate::watch::screen::{look, projector};

const WHITE: Seat = Seat::WhiteCell;

/// Words that stand nowhere else.
const WORDS: &str = "Lend us the seat and we will talk";

fn act(table: &mut Table, seat: Seat, action: &Action) {
    submit(table, seat, "Anna", action, Remarks::default());
}

/// A table at which the client is to answer.
fn asked(mut table: Table) -> Table {
    act(&mut table, WHITE, &Action::Inject { instead: None });
    act(&mut table, Seat::Client, &Action::NoOffer);
    let view = table.view(Seat::Patron);
    let demand = view
        .acts
        .iter()
        .find(|act| matches!(act, Action::Demand { .. }));
    act(&mut table, Seat::Patron, &demand.unwrap().clone());
    table
}

fn unrecorded() -> Table {
    let setup = Setup::of_people("Table 2", 7);
    Table::unrecorded(reference(), &setup, &stamp(0)).unwrap()
}

fn answer(words: &str) -> Action {
    Action::Respond {
        response: Response::Stall,
        instead: None,
        ask: None,
        words: Some(words.to_owned()),
    }
}

fn right(entry: EntryNumber, words: &str) -> Action {
    Action::Correct {
        entry,
        reason: None,
        against: None,
        words: Some(words.to_owned()),
    }
}

fn refused(table: &mut Table, seat: Seat, action: &Action) -> SubmitError {
    let last = table.last_number();
    let done = table.submit(last, seat, "Anna", action, Remarks::default(), &stamp(9));
    done.expect_err("it is against the rules")
}

/// A report in every format, and the page to step through.
fn papers(table: &Table, seat: Seat) -> Vec<String> {
    let aar = Aar::new(table, seat, Extras::default());
    let formats = [Format::Html, Format::Markdown, Format::Json, Format::Csv];
    let parts = formats.map(|format| {
        let texts = format.parts("s", &aar).into_iter().map(|part| part.text);
        texts.collect::<Vec<String>>().join("\n")
    });
    parts
        .into_iter()
        .chain([playback::page(table, seat)])
        .collect()
}

#[test]
fn an_answer_in_own_words_is_written_by_keys_and_goes_on_by_the_answer_that_it_is_nearest_to() {
    let mut play = board::scene_named("response");
    play.keys("8");
    let screen = play.screen();
    assert!(screen.contains("8 In our own words …"), "{screen}");
    assert!(screen.contains("which of the seven answers"), "{screen}");
    play.keys("<enter><enter>");
    let screen = play.screen();
    assert!(screen.contains("Write what is answered first"), "{screen}");
    play.keys(&format!("{WORDS}<enter>"));
    let screen = play.screen();
    assert!(screen.contains("It comes nearest to"), "{screen}");
    assert!(screen.contains(&format!("“{WORDS}”")), "{screen}");
    play.keys("<esc>!<enter>4<enter>");
    let screen = play.screen();
    assert!(
        screen.contains(&format!("“{WORDS}!”, nearest to Stall")),
        "{screen}"
    );
    play.keys("<c-s>");
    let table = play.table();
    let made = table.moments().last().unwrap().entry.act.clone();
    assert_eq!(made, answer(&format!("{WORDS}!")));
    assert_eq!(table.view(WHITE).phase, Phase::Ruling);
}

#[test]
fn a_counter_ask_and_a_card_given_instead_go_with_own_words_too() {
    for (keys, response) in [("2", Response::Conditions), ("5", Response::Deflect)] {
        let mut play = board::scene_named("response");
        play.keys(&format!("8<enter>{WORDS}<enter>{keys}<enter><enter><c-s>"));
        let table = play.table();
        let made = &table.moments().last().unwrap().entry.act;
        let Action::Respond {
            response: of,
            instead,
            words,
            ..
        } = made
        else {
            panic!("{made:?}");
        };
        assert_eq!(*of, response);
        assert_eq!(words.as_deref(), Some(WORDS));
        assert_eq!(instead.is_some(), response == Response::Deflect);
    }
}

#[test]
fn own_words_are_shown_wherever_the_answer_is() {
    let mut play = board::scene_named("response");
    play.keys(&format!("8<enter>{WORDS}<enter>4<enter><c-s>"));
    let has = |play: &mut Play, step: &str| {
        for (columns, rows) in [(80, 24), (120, 36), (160, 45)] {
            let screen = play.resize(columns, rows).screen();
            let told: String = screen.split_whitespace().collect::<Vec<_>>().join(" ");
            let said = told.contains(WORDS) || WORDS.split(' ').all(|word| told.contains(word));
            assert!(said, "{step} at {columns}x{rows}\n{screen}");
        }
    };
    has(&mut play, "the board of the white cell");
    play.keys("<enter>");
    has(&mut play, "the ruling desk");
    play.keys("<enter><enter>");
    has(&mut play, "the result");
    play.keys("<enter>1");
    has(&mut play, "the follow-up");
    play.keys("<esc>r<up>");
    has(&mut play, "the record");
    play.keys("<esc>/lend us<enter>");
    has(&mut play, "the search");
}

#[test]
fn own_words_are_read_on_the_wall_while_they_are_ruled_on() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("table.toml");
    let setup = Setup::of_people("Table 2", 7);
    let begun = Table::create(reference(), &setup, &path, &stamp(0)).unwrap();
    let mut table = asked(begun);
    let (_home, mut shown) = projector(&path);
    // So long that it stands there in the terminal's own letters, which can be searched.
    act(&mut table, Seat::Client, &answer(&[WORDS; 12].join(". ")));
    look(&mut shown);
    let screen = shown.resize(80, 24).screen();
    assert!(screen.contains("Lend us the seat"), "{screen}");
    assert!(screen.contains("Stall"), "{screen}");
}

#[test]
fn own_words_stand_in_every_paper_and_in_the_lines_for_programs() {
    let mut table = asked(unrecorded());
    act(&mut table, Seat::Client, &answer(WORDS));
    act(&mut table, WHITE, &Action::rule_as_computed());
    for seat in [WHITE, Seat::Patron, Seat::Client, Seat::Audience] {
        for paper in papers(&table, seat) {
            assert!(paper.contains(WORDS), "{seat}: {paper}");
        }
    }
    let seen = table.seen(Seat::Patron).into_iter();
    let told = seen.map(|seen| seen.own_words).collect::<Vec<_>>();
    assert_eq!(told.iter().flatten().count(), 1);
    let aar = Aar::new(&table, WHITE, Extras::default());
    assert_eq!(aar.exchanges[0].own_words.as_deref(), Some(WORDS));
    let page = table.exchange_pages(WHITE).remove(0);
    assert!(page.answer.unwrap().sentence.contains(WORDS));
}

#[test]
fn own_words_are_told_by_roles_where_they_name_somebody() {
    let mut table = asked(unrecorded());
    let join = Action::Join {
        name: "Ludmila".to_owned(),
        at: Seat::Client,
    };
    act(&mut table, WHITE, &join);
    act(
        &mut table,
        Seat::Client,
        &answer("Ludmila will bring the draft"),
    );
    act(&mut table, WHITE, &Action::rule_as_computed());
    let roles = Roles::of(&table, None);
    let aar = || Aar::new(&table, WHITE, Extras::default());
    assert!(html(&aar()).contains("Ludmila will bring"));
    let told = page(&by_roles(&aar(), &roles));
    assert!(told.contains("will bring the draft"), "{told}");
    assert!(!told.contains("Ludmila"), "{told}");
}

#[test]
fn own_words_are_put_right_and_taken_back_like_what_is_written_beside_an_entry() {
    let mut table = asked(unrecorded());
    act(&mut table, Seat::Client, &answer("Lend us a seet"));
    let of = table.last_number();
    act(&mut table, Seat::Client, &right(of, WORDS));
    for seat in Seat::ALL {
        let seen = table.entry_seen(of, table.last_number(), seat).unwrap();
        assert_eq!(seen.own_words.as_deref(), Some(WORDS), "{seat}");
        assert!(seen.sentence.contains(WORDS), "{seat}");
        assert_eq!(seen.rationale, None, "{seat}");
    }
    let written = &table.moment(of).unwrap().entry.act;
    assert_eq!(
        *written,
        answer("Lend us a seet"),
        "both stay in the record"
    );
    let undo = Action::Undo {
        to: of,
        reason: "not so".to_owned(),
    };
    act(&mut table, WHITE, &undo);
    let seen = table.entry_seen(of, table.last_number(), WHITE).unwrap();
    assert_eq!(seen.own_words.as_deref(), Some("Lend us a seet"));
}

#[test]
fn words_that_say_nothing_are_refused_and_so_are_words_beside_what_is_no_answer() {
    let mut table = asked(unrecorded());
    for empty in ["", " \n"] {
        let told = refused(&mut table, Seat::Client, &answer(empty)).to_string();
        assert!(told.contains("own words"), "{told}");
    }
    let demand = table.last_number();
    let told = refused(&mut table, WHITE, &right(demand, WORDS));
    assert!(matches!(told, SubmitError::NoAnswer(_)), "{told}");
    act(&mut table, Seat::Client, &answer(WORDS));
    let of = table.last_number();
    assert!(matches!(
        refused(&mut table, Seat::Client, &right(of, " ")),
        SubmitError::Refused(_)
    ));
    let other = refused(&mut table, Seat::Patron, &right(of, "ours"));
    assert!(other.to_string().contains("client"), "{other}");
}

/// Plans of both sides in a sealed session; own words in each reply, that of the first domain to pressure apart.
fn plans(table: &Table, words: &str) -> [unequal_partners::session::seal::SealedPlan; 2] {
    let view = table.view(Seat::Patron);
    let card = view.menu.unwrap()[0];
    let scenario = table.scenario();
    let demand = SealedDemand {
        take_up: false,
        demand: Some(NamedDemand {
            card: scenario.card(card).id.clone(),
            intensity: Intensity::Request,
            inducement: Inducement::None,
        }),
        if_met: FollowUp::Pocket,
        if_defied: FollowUp::Pocket,
    };
    let reply = |words: &str| SealedReply {
        response: Response::Stall,
        instead: None,
        ask: None,
        words: Some(words.to_owned()),
    };
    let domains = scenario.domains.iter().map(|domain| SealedReplies {
        domain: domain.id.clone(),
        gentle: reply(words),
        hard: reply("another answer"),
    });
    let response = SealedResponse {
        replies: domains.collect(),
    };
    let nonce = || "grey heron".to_owned();
    [
        seal_demand(demand, nonce()),
        seal_response(response, nonce()),
    ]
}

#[test]
fn sealed_own_words_stay_sealed_until_both_sides_are_open_and_then_only_the_answer_is_told() {
    for client_first in [false, true] {
        let mut setup = Setup::of_people("Table 2", 7);
        setup.options.sealed = true;
        let mut table = Table::unrecorded(reference(), &setup, &stamp(0)).unwrap();
        act(&mut table, WHITE, &Action::Inject { instead: None });
        act(&mut table, Seat::Client, &Action::NoOffer);
        let [patron, client] = plans(&table, WORDS);
        act(&mut table, Seat::Patron, &patron.commit);
        act(&mut table, Seat::Client, &client.commit);
        let unheard = |table: &Table| {
            for seat in [Seat::Patron, Seat::Europe, Seat::Audience] {
                let all = papers(table, seat).join("\n");
                assert!(
                    !all.contains(WORDS) && !all.contains("another answer"),
                    "{seat}"
                );
            }
        };
        unheard(&table);
        let (mut first, mut then) = ((Seat::Patron, &patron), (Seat::Client, &client));
        if client_first {
            std::mem::swap(&mut first, &mut then);
        }
        act(&mut table, first.0, &first.1.reveal);
        if !client_first {
            unheard(&table);
        }
        let told = |table: &Table| {
            let seen = table.seen(Seat::Audience).into_iter();
            seen.map(|seen| seen.sentence)
                .collect::<Vec<_>>()
                .join("\n")
        };
        assert!(!told(&table).contains(WORDS), "{}", told(&table));
        act(&mut table, then.0, &then.1.reveal);
        act(&mut table, WHITE, &Action::rule_as_computed());
        assert!(told(&table).contains(WORDS), "{}", told(&table));
        assert!(!told(&table).contains("another answer"), "{}", told(&table));
        let line = &Aar::new(&table, Seat::Patron, Extras::default()).exchanges[0];
        assert_eq!(line.own_words.as_deref(), Some(WORDS));
    }
}

#[test]
fn own_words_are_written_into_a_sealed_plan_by_keys() {
    let mut setup = board::people(7);
    setup.options.sealed = true;
    let mut play = board::table(&setup);
    play.keys("<enter><enter><end><enter><c-s>");
    play.keys(&format!("<enter>8{WORDS}"));
    let screen = play.screen();
    assert!(screen.contains("It stays sealed"), "{screen}");
    play.keys("<enter>");
    let screen = play.screen();
    assert!(screen.contains("Accept in part · own words"), "{screen}");
    assert!(screen.contains(&format!("“{WORDS}”")), "{screen}");
}
