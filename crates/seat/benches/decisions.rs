//! How many decisions a second and core a program at a seat makes through the protocol: two compiled twins over real
//! pipes, and beside them the same sessions between bots of the deck, and the example in Python.
//!
//! `cargo bench -p unequal-seat`; a number after `--` sets how many sessions a round has. What counts is processor time, of
//! the program and of those at its seats together. Rounds take turns, so that whatever else the machine does falls on all
//! of them; the best round counts. Fewer than 2,000 decisions a second and core of the compiled twins fail.

#![expect(clippy::print_stdout, reason = "a benchmark says what it measured")]

use std::io::{BufRead as _, Write as _};
use std::time::Instant;
use std::{fs, io};

use serde::Deserialize;
use unequal_core::deck::Deck;
use unequal_core::engine::seat::Seat;
use unequal_seat::{Attended, Command, Limits};
use unequal_session::{Holder, Holders, Owner, Remarks, Setup, Table, pilot};

/// The argument with which this file is the program at a seat.
const TWIN: &str = "--twin";
/// Rounds, each of which plays every line.
const ROUNDS: usize = 5;
/// Sessions a round, unless the command line says otherwise.
const SESSIONS: u64 = 20;
/// Decisions a second and core that are promised.
const LEAST: f64 = 2000.0;
/// The time of every entry.
const NOW: &str = "2026-11-23T21:00:00Z";

/// As much of a line as the twin reads.
#[derive(Deserialize)]
struct Line {
    kind: String,
    turn: Option<u64>,
}

/// Takes the first act, every time.
fn twin() {
    let mut out = io::stdout().lock();
    for line in io::stdin().lock().lines() {
        let line: Line = serde_json::from_str(&line.expect("a line")).expect("the protocol");
        let said = match (line.kind.as_str(), line.turn) {
            ("hello", _) => r#"{"kind":"ready","protocol":1,"name":"twin"}"#.to_owned(),
            ("turn", Some(turn)) => format!(r#"{{"kind":"act","turn":{turn},"choice":0}}"#),
            _ => continue,
        };
        writeln!(out, "{said}")
            .and_then(|()| out.flush())
            .expect("a reader");
    }
}

/// Plays a session with this command, or a bot, in the seats of both sides; gives the decisions of both.
fn session(deck: &Deck, seed: u64, command: Option<&Command>) -> u64 {
    let holder = || match command {
        Some(command) => Holder::Outside(command.name()),
        None => Holder::Bot("greedy".to_owned()),
    };
    let setup = Setup {
        seats: Holders {
            patron: holder(),
            client: holder(),
            europe: Holder::Nobody,
        },
        ..Setup::of_people("Table 2", seed)
    };
    let owner = Owner::of(Table::unrecorded(deck.clone(), &setup, NOW).expect("a setup"));
    let commands = [Seat::Patron, Seat::Client].map(|seat| command.map(|of| (seat, of.clone())));
    let commands = commands.into_iter().flatten().collect();
    let mut attended = Attended::new(commands, Limits::default(), Holder::Human);
    loop {
        if attended
            .step(&owner, &|| NOW.to_owned())
            .expect("it is taken")
        {
            continue;
        }
        let mut table = owner.table();
        let Some(next) = pilot::unattended(&table) else {
            break;
        };
        let at = table.last_number();
        let none = Remarks::default();
        table
            .submit(at, next.seat, &next.by, &next.action, none, NOW)
            .expect("it is taken");
    }
    attended.dismiss("the session is over");
    let table = owner.table();
    assert!(table.has_ended(), "a session ends, whoever plays");
    let decided = table.moments().iter().map(|moment| &moment.entry);
    let decided = decided.filter(|entry| entry.by.is_machine());
    decided.count() as u64
}

/// Seconds of processor time of this process and of those that it has waited for; else the time on the wall.
fn spent() -> f64 {
    let ticks = || -> Option<f64> {
        let told = fs::read_to_string("/proc/self/stat").ok()?;
        let fields = told.rsplit_once(')')?.1.split_whitespace();
        let ticks: Vec<f64> = fields.skip(11).take(4).flat_map(str::parse).collect();
        (ticks.len() == 4).then(|| ticks.iter().sum::<f64>() / 100.0)
    };
    ticks().unwrap_or_else(|| {
        static BEGUN: std::sync::OnceLock<Instant> = std::sync::OnceLock::new();
        BEGUN.get_or_init(Instant::now).elapsed().as_secs_f64()
    })
}

fn main() {
    if std::env::args().any(|argument| argument == TWIN) {
        return twin();
    }
    let sessions = std::env::args()
        .find_map(|argument| argument.parse().ok())
        .unwrap_or(SESSIONS);
    let text = include_str!("../../../tests/golden/deck.toml");
    let deck = Deck::from_text("reference", text).expect("the deck is right");
    let own = std::env::current_exe().expect("a path");
    let read = |text: &str| Command::read(text).expect("closed quotes");
    let lines = [
        ("bots of the deck, no protocol", None, sessions),
        (
            "a compiled twin",
            read(&format!("'{}' {TWIN}", own.display())),
            sessions,
        ),
        (
            "contrib/first_bot.py",
            read(&format!(
                "'{}/../../contrib/first_bot.py'",
                env!("CARGO_MANIFEST_DIR")
            )),
            sessions.div_ceil(10),
        ),
    ];
    let mut best = [(0, f64::INFINITY); 3];
    for _ in 0..ROUNDS {
        for ((_, command, sessions), best) in lines.iter().zip(&mut best) {
            let began = spent();
            let decisions = (1..=*sessions).map(|seed| session(&deck, seed, command.as_ref()));
            let decisions: u64 = decisions.sum();
            best.0 = decisions;
            best.1 = best.1.min(spent() - began);
        }
    }
    println!("| who decides | decisions | a second and core | to the bots |");
    println!("|---|--:|--:|--:|");
    #[expect(clippy::cast_precision_loss, reason = "counts stay far below 2^52")]
    let rates = best.map(|(decisions, seconds)| decisions as f64 / seconds);
    for (((name, ..), (decisions, _)), rate) in lines.iter().zip(best).zip(rates) {
        println!(
            "| {name} | {decisions} | {rate:.0} | {:.3} |",
            rate / rates[0]
        );
    }
    assert!(
        rates[1] >= LEAST,
        "a twin decides {LEAST} times a second and core"
    );
}
