//! What the report tells of people: who took part and disagreed, estimates with their scores, pauses, lengths.

use std::fmt::Write as _;

use scraper::Html;
use unequal_partners::engine::action::Action;
use unequal_partners::engine::room::inject::{Due, News, WrittenNews};
use unequal_partners::engine::seat::Seat;
use unequal_partners::model::choice::{Inducement, Intensity, Response};
use unequal_partners::report::{Aar, Extras, csv, html, markdown};
use unequal_partners::session::{Remarks, Table};

use super::{WHITE, ask, end, estimate, join, leave, resolve, reveal, table};
use crate::room::{announce, pause};

/// A session that is played by the clock on the wall.
struct Room {
    table: Table,
    seconds: u64,
}

impl Room {
    /// Acts `after` seconds.
    fn act(&mut self, after: u64, seat: Seat, by: &str, act: &Action, said: Remarks) {
        self.seconds += after;
        let (hours, minutes, rest) = (
            20 + self.seconds / 3600,
            self.seconds / 60 % 60,
            self.seconds % 60,
        );
        let at = format!("2026-11-23T{hours}:{minutes:02}:{rest:02}Z");
        self.table
            .submit(self.table.last_number(), seat, by, act, said, &at)
            .unwrap();
    }

    fn white(&mut self, after: u64, acts: &[Action]) {
        for act in acts {
            self.act(after, WHITE, "Nils", act, Remarks::default());
        }
    }
}

fn because(rationale: &str, dissent: Option<&str>) -> Remarks {
    Remarks {
        rationale: Some(rationale.to_owned()),
        confidence: Some(60),
        dissent: dissent.map(str::to_owned),
    }
}

#[test]
fn who_never_joined_is_among_the_people_by_what_they_did_or_said() {
    let mut room = Room {
        table: table(),
        seconds: 0,
    };
    room.white(
        0,
        &[join("Anna", Seat::Patron), Action::Inject { instead: None }],
    );
    room.act(
        60,
        Seat::Client,
        "Karin",
        &Action::NoOffer,
        because("later", Some("Mireille Roux: now")),
    );
    let demand = Action::Hold;
    room.act(
        60,
        Seat::Patron,
        "person",
        &demand,
        because("rest", Some("we should wait: they come")),
    );
    room.white(1, &[ask("a"), estimate("a", "Jonas", 40), reveal("a")]);
    let aar = Aar::new(&room.table, WHITE, Extras::default());
    let told: Vec<(&str, usize, usize, usize)> = aar
        .voices
        .people
        .iter()
        .map(|one| (one.name.as_str(), one.entries, one.estimates, one.dissents))
        .collect();
    assert_eq!(
        told,
        [
            ("Anna", 0, 0, 0),
            ("Jonas", 0, 1, 0),
            ("Nils", 4, 0, 0),
            ("Karin", 1, 0, 0),
            ("Mireille Roux", 0, 0, 1),
        ],
        "an estimate is no entry besides, and a sentence no name"
    );
}

/// A plan of three injects, of which one comes, one is skipped and one is held.
fn plan() -> Vec<Action> {
    let news = |title: &str| {
        News::Written(WrittenNews {
            title: title.to_owned(),
            text: String::new(),
            changes: Vec::new(),
        })
    };
    let planned = |id: &str, title: &str, expects: Option<&str>| Action::PlanInject {
        id: id.to_owned(),
        news: news(title),
        due: Due::Called,
        expects: expects.map(str::to_owned),
    };
    vec![
        planned("banks", "Payments halt", Some("a call to Beijing")),
        planned("storm", "A storm at sea", None),
        planned("talks", "Talks elsewhere", Some("a warning")),
    ]
}

/// Turn zero, one move with a pause for reflection, two questions, ENDEX, and what is resolved after it.
fn session() -> Table {
    let mut room = Room {
        table: table(),
        seconds: 0,
    };
    room.white(
        5,
        &[
            join("Li", Seat::Patron),
            join("Anna Lind", Seat::Client),
            join("Olga", Seat::Client),
            join("Eva", Seat::Audience),
        ],
    );
    room.white(10, &[Action::Rehearse, ask("practice"), Action::StartEx]);
    room.white(10, &plan());
    room.white(20, &[ask("crisis"), Action::Inject { instead: None }]);
    room.act(
        0,
        Seat::Client,
        "program",
        &Action::NoOffer,
        Remarks::default(),
    );
    let menu = room.table.view(Seat::Patron).menu.unwrap();
    let demand = Action::Demand {
        card: room.table.scenario().card(menu[0]).id.clone(),
        intensity: Intensity::Request,
        inducement: Inducement::None,
    };
    room.act(300, Seat::Patron, "Li", &demand, because("winter", None));
    room.white(10, &[pause(true)]);
    for (seat, name, percent) in [
        (Seat::Patron, "Li", 20),
        (Seat::Client, "Olga", 70),
        (Seat::Client, "olga", 40),
        (WHITE, "A guest", 90),
    ] {
        let act = estimate("crisis", name, percent);
        room.act(60, seat, name, &act, Remarks::default());
    }
    room.white(60, &[reveal("crisis"), Action::GoOn]);
    let respond = Action::Respond {
        response: Response::Partial,
        instead: None,
        ask: None,
        words: None,
    };
    let said = because("cash", Some("Anna would refuse; Olga, too"));
    room.act(240, Seat::Client, "Team B", &respond, said);
    let put_off = Action::Rule {
        roll: Some(7),
        arguments: 0,
        band: None,
        reason: None,
        provisional: true,
    };
    room.white(30, &[put_off, announce("Back at nine")]);
    room.white(3600, &[Action::Reconvene]);
    let fire = Action::FireInject {
        id: "banks".to_owned(),
    };
    let hold = Action::HoldInject {
        id: "talks".to_owned(),
        reason: None,
    };
    let skip = Action::SkipInject {
        id: "storm".to_owned(),
        reason: "enough happens".to_owned(),
    };
    room.white(15, &[fire, hold, skip]);
    let seen = Action::Reaction {
        inject: "banks".to_owned(),
        text: "Li rang Beijing".to_owned(),
    };
    room.act(15, Seat::Audience, "Eva", &seen, Remarks::default());
    let settle = Action::Settle {
        move_number: 1,
        place: 0,
        reason: "it stands".to_owned(),
    };
    let second = Action::AskEstimate {
        id: "hedge".to_owned(),
        question: "Will Russia hedge in move 2?".to_owned(),
        resolution: "a hedge in move 2".to_owned(),
    };
    room.white(15, &[settle, leave("Eva"), second]);
    room.white(15, &[estimate("hedge", "Li", 100), end()]);
    let Action::ResolveEstimate { id, happened, .. } = resolve("crisis", false) else {
        unreachable!()
    };
    let resolved = Action::ResolveEstimate {
        id,
        happened,
        reason: Some("no crisis began".to_owned()),
    };
    room.white(15, &[resolved]);
    room.table
}

fn aar(table: &Table, seat: Seat) -> Aar {
    Aar::new(table, seat, Extras::default())
}

/// The chapters of the Markdown report that begin with these words.
fn chapters(text: &str, wanted: &[&str]) -> String {
    let mut out = String::new();
    for chapter in text.split("\n## ").skip(1) {
        if wanted.iter().any(|head| chapter.starts_with(head)) {
            let _ = writeln!(out, "## {}\n", chapter.trim());
        }
    }
    out
}

#[test]
fn people_estimates_plan_and_lengths_are_told_with_their_entries() {
    let text = markdown(&aar(&session(), WHITE));
    let wanted = ["Estimates", "People and room", "Chronology", "Gaps"];
    insta::assert_snapshot!(chapters(&text, &wanted));
}

#[test]
fn scores_are_exact_and_only_what_was_revealed_and_resolved_is_scored() {
    let found = aar(&session(), WHITE).sections.estimates.unwrap();
    let scores: Vec<(&str, f64)> = found
        .forecasters
        .iter()
        .map(|one| (one.name.as_str(), (one.brier * 10_000.0).round()))
        .collect();
    assert_eq!(
        scores,
        [("Li", 400.0), ("Olga", 1600.0), ("A guest", 8100.0)]
    );
    let (crisis, hedge) = (&found.polls[0], &found.polls[1]);
    assert_eq!(found.polls.len(), 2, "what was asked in turn zero is gone");
    assert_eq!(crisis.missing, ["Anna Lind"], "Eva has left");
    assert!(hedge.estimates.is_empty() && hedge.spread.is_none() && hedge.answered == 1);
    let spread = crisis.spread.unwrap();
    assert_eq!((spread.lowest, spread.highest), (20, 90));
    // The estimate that stands is cited, not the one it took the place of.
    let olga = &crisis.estimates[1];
    let table = session();
    let cited = &table.seen(WHITE)[olga.entry.index().unwrap()];
    assert!(cited.sentence.starts_with("olga gave another estimate"));
}

#[test]
fn people_are_told_with_what_they_said_and_who_is_named_in_a_dissent() {
    let voices = aar(&session(), WHITE).sections.voices;
    let people: Vec<(&str, usize, usize, usize, bool)> = voices
        .people
        .iter()
        .map(|one| {
            (
                one.name.as_str(),
                one.entries,
                one.estimates,
                one.dissents,
                one.left.is_some(),
            )
        })
        .collect();
    assert_eq!(
        people,
        [
            ("Li", 1, 2, 0, false),
            ("Anna Lind", 0, 0, 1, false),
            ("Olga", 0, 1, 1, false),
            ("Eva", 1, 0, 0, true),
            ("A guest", 0, 1, 0, false),
            ("Nils", 24, 0, 0, false),
            ("Team B", 1, 0, 0, false),
        ]
    );
    assert_eq!(voices.dissents[0].names, ["Anna Lind", "Olga"]);
    let stops: Vec<(&str, Option<i64>)> = voices
        .stops
        .iter()
        .map(|stop| (stop.kind, stop.seconds))
        .collect();
    assert_eq!(stops, [("reflection", Some(360)), ("break", Some(3600))]);
}

#[test]
fn pauses_and_breaks_do_not_lengthen_a_phase() {
    let lengths = aar(&session(), WHITE).sections.lengths;
    let of_first = lengths.iter().find(|one| one.move_number == 1).unwrap();
    let phases: Vec<(&str, i64)> = of_first
        .phases
        .iter()
        .map(|one| (one.phase.word(), one.seconds))
        .collect();
    assert_eq!(
        phases,
        [
            ("inject", 100),
            ("offer", 0),
            ("demand", 300),
            ("response", 250),
            ("ruling", 30),
            ("follow-up", 165)
        ]
    );
    assert_eq!(of_first.seconds, 845);
    assert_eq!(
        lengths[1].move_number, 0,
        "turn zero has a length of its own"
    );
}

#[test]
fn the_page_and_the_tables_hold_the_people_too() {
    let found = aar(&session(), WHITE);
    let page = html(&found);
    assert!(Html::parse_document(&page).errors.is_empty());
    // A number and its unit do not part.
    let page = page.replace('\u{a0}', " ");
    for text in [
        "id=\"room\"",
        "id=\"estimates\"",
        "A guest",
        "“Payments halt”",
        "Took 14 min 5 s",
    ] {
        assert!(page.contains(text), "{text}");
    }
    let keyed = csv::Keyed {
        key: "s",
        aar: &found,
    };
    let tables = csv::tables(csv::Dialect::Plain, &[keyed]);
    let rows = tables.into_iter().find(|table| table.name == "estimates");
    let rows = rows.unwrap().text;
    assert_eq!(rows.lines().count(), 4, "{rows}");
    assert!(rows.contains(",A guest,white-cell,") && rows.contains(",false,0.8100"));
}

#[test]
fn a_side_reads_no_plan_and_no_dissent_of_others_while_it_goes_on() {
    let mut table = table();
    for act in plan() {
        crate::eventful::submit(&mut table, WHITE, "Nils", &act, Remarks::default());
    }
    let found = aar(&table, Seat::Patron);
    assert!(found.injects.is_none() && found.voices.dissents.is_empty());
    assert!(!html(&found).contains("Payments halt"));
    let whole = session();
    assert!(aar(&whole, Seat::Patron).injects.is_some(), "after the end");
}
