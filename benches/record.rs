//! A record of 10,000 entries: opening it, against the same rows in `SQLite`; stepping through it; its weight;
//! and the report and the gaps of one of 200 entries.
//!
//! `cargo bench --bench record` makes the record in a temporary folder, which takes as long as ten thousand
//! synced writes do. `SQLite` is asked through Python's own module; without `python3` that part is left out.

#![expect(clippy::print_stdout, reason = "a benchmark says what it measured")]

#[path = "../tests/common/process.rs"]
#[expect(dead_code, reason = "shared with tests that need more of it")]
mod process;

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use unequal_partners::deck::Deck;
use unequal_partners::engine::action::Action;
use unequal_partners::engine::entry_number::EntryNumber;
use unequal_partners::engine::holder::Holders;
use unequal_partners::engine::player::Player;
use unequal_partners::engine::seat::Seat;
use unequal_partners::report::html;
use unequal_partners::report::{Aar, Extras};
use unequal_partners::session::gaps::Gaps;
use unequal_partners::session::{Holder, Remarks, Setup, Table, pilot};
use unequal_partners::store;
use unequal_partners::tui::effect::Effect;
use unequal_partners::tui::harness::Play;
use unequal_partners::tui::outside;

const ENTRIES: u64 = 10_000;
const ROUNDS: usize = 7;
const NOW: &str = "2026-11-24T08:00:00Z";

/// Opens the database and selects all rows, and prints the median in seconds.
const PYTHON: &str = r"
import json, sqlite3, statistics, sys, time
rows = [json.loads(line) for line in open(sys.argv[1], encoding='utf-8')]
path = sys.argv[2]
db = sqlite3.connect(path)
db.execute('CREATE TABLE entry (number INTEGER PRIMARY KEY, at, seat, hand, move, phase, act, rationale, confidence, dissent, drawn, changes, state, digest)')
db.executemany('INSERT INTO entry VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)', rows)
db.commit()
db.close()
times = []
for _ in range(int(sys.argv[3])):
    start = time.perf_counter()
    db = sqlite3.connect(path)
    selected = db.execute('SELECT * FROM entry').fetchall()
    times.append(time.perf_counter() - start)
    assert len(selected) == len(rows)
    db.close()
print(statistics.median(times))
";

fn main() {
    let folder = tempfile::tempdir().expect("the system gives temporary folders");
    let save = folder.path().join("long.toml");
    let begun = Instant::now();
    make(&save, ENTRIES);
    let size = fs::metadata(&save).expect("it was written").len();
    println!(
        "{ENTRIES} entries, {:.1} MB, written and synced one by one in {:.1} s",
        megabytes(size),
        begun.elapsed().as_secs_f64()
    );

    let read = median(|| store::read(&save).expect("it was written"));
    println!("read and check the chain:            {:7.1} ms", ms(read));
    let before = resident();
    let table = Table::read(&save).expect("it replays").0;
    let after = resident();
    let opened = median(|| {
        let (table, _) = Table::read(&save).expect("it replays");
        std::hint::black_box(table.view(Seat::WhiteCell));
        table
    });
    println!("open, replay, reach the last entry:  {:7.1} ms", ms(opened));
    if let (Some(before), Some(after)) = (before, after) {
        println!(
            "held in memory:                      {:7.1} MB",
            megabytes(after.saturating_sub(before))
        );
    }
    match sqlite(folder.path(), &table) {
        Some(selected) => println!(
            "SQLite, open and select all rows:    {:7.1} ms; ratio {:.2}",
            ms(selected),
            opened.as_secs_f64() / selected.as_secs_f64()
        ),
        None => println!("SQLite: there is no python3 here to ask it"),
    }
    step(&save);
    report(folder.path());
}

/// What follows a session of 200 entries: its report, and what is missing in it.
fn report(folder: &Path) {
    let save = folder.join("short.toml");
    make(&save, 200);
    let table = Table::read(&save).expect("it replays").0;
    let page = median(|| html(&Aar::new(&table, Seat::WhiteCell, Extras::default())));
    println!("report of 200 entries as HTML:       {:7.1} ms", ms(page));
    let missing = median(|| Gaps::new(&table, Seat::WhiteCell));
    println!(
        "gaps of 200 entries:                 {:7.2} ms",
        ms(missing)
    );
}

/// Bots play; where their session has ended, play is taken back to STARTEX and begins anew.
fn make(save: &Path, entries: u64) {
    let deck = include_str!("../decks/unequal-partners.toml");
    let deck = Deck::from_text("deck", deck).expect("the deck is right");
    let bot = || Holder::Bot("random".to_owned());
    let setup = Setup {
        seats: Holders {
            patron: bot(),
            client: bot(),
            ..Holders::default()
        },
        ..Setup::of_people("A long record", 7)
    };
    let mut table = Table::create(deck, &setup, save, NOW).expect("the folder can be written");
    while table.last_number().get() < entries {
        let (seat, by, action) = match pilot::unattended(&table) {
            Some(next) => (next.seat, next.by, next.action),
            None => (
                Seat::WhiteCell,
                Player::Program,
                Action::Undo {
                    to: EntryNumber::new(0),
                    reason: "again".to_owned(),
                },
            ),
        };
        let remarks = Remarks {
            rationale: action
                .is_decision()
                .then(|| "A reason of the length that people write at a table.".to_owned()),
            ..Remarks::default()
        };
        table
            .submit(table.last_number(), seat, &by, &action, remarks, NOW)
            .expect("bots act by the rules");
    }
}

/// The median time of a task; what it makes is given back outside of it.
fn median<T>(mut task: impl FnMut() -> T) -> Duration {
    let mut times: Vec<Duration> = (0..ROUNDS)
        .map(|_| {
            let start = Instant::now();
            let made = std::hint::black_box(task());
            let time = start.elapsed();
            drop(made);
            time
        })
        .collect();
    times.sort();
    times[ROUNDS / 2]
}

/// The median time in which `SQLite` opens the same rows and selects all of them.
fn sqlite(folder: &Path, table: &Table) -> Option<Duration> {
    let mut rows = String::new();
    for moment in table.moments() {
        let entry = &moment.entry;
        let text = |value: serde_json::Result<String>| value.unwrap_or_default();
        let row = serde_json::json!([
            entry.number,
            entry.at,
            entry.seat,
            entry.by,
            entry.move_number,
            entry.phase,
            text(serde_json::to_string(&entry.act)),
            entry.rationale,
            entry.confidence,
            entry.dissent,
            text(serde_json::to_string(&entry.drawn)),
            text(serde_json::to_string(&entry.changes)),
            entry.state,
            entry.digest,
        ]);
        let _ = writeln!(rows, "{row}");
    }
    let from = folder.join("rows.jsonl");
    fs::write(&from, rows).ok()?;
    let done = Command::new("python3")
        .args(["-c", PYTHON])
        .arg(&from)
        .arg(folder.join("rows.sqlite"))
        .arg(ROUNDS.to_string())
        .output()
        .ok()?;
    let said = String::from_utf8_lossy(&done.stdout);
    let seconds = said.trim().parse().ok()?;
    Some(Duration::from_secs_f64(seconds))
}

/// Steps through the record on the replay screen, drawing each entry with the curve.
fn step(save: &Path) {
    let folder = tempfile::tempdir().expect("the system gives temporary folders");
    let mut play = Play::home(folder.path()).sized(160, 45);
    let opened = Instant::now();
    let replay = Effect::Replay {
        path: save.to_owned(),
        at: Some(EntryNumber::new(0)),
        seat: None,
    };
    outside::perform(&mut play.stack, &mut play.console, replay);
    std::hint::black_box(play.buffer());
    println!(
        "replay screen, opened and drawn:     {:7.1} ms",
        ms(opened.elapsed())
    );
    let mut times: Vec<(Duration, &str)> = Vec::new();
    for keys in ["<end>", "<home>", "<pagedown>", "<end>"] {
        times.push((stepped(&mut play, keys), keys));
    }
    for place in 0..400 {
        let keys = if place % 2 == 0 { "<left>" } else { "<pageup>" };
        times.push((stepped(&mut play, keys), keys));
    }
    times.sort();
    println!(
        "a step, drawn at 160x45:             {:7.2} ms median, of {}",
        ms(times[times.len() / 2].0),
        times.len()
    );
    for (time, keys) in times.iter().rev().take(3) {
        println!("    among the slowest: {keys:10} {:7.2} ms", ms(*time));
    }
}

/// Presses keys and draws; gives how long that took.
fn stepped(play: &mut Play, keys: &str) -> Duration {
    let start = Instant::now();
    play.keys(keys);
    std::hint::black_box(play.buffer());
    start.elapsed()
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

fn megabytes(bytes: u64) -> f64 {
    u32::try_from(bytes / 1024).map_or(f64::INFINITY, f64::from) / 1024.0
}

/// Bytes of memory that this process holds, where the system tells.
fn resident() -> Option<u64> {
    Some(process::resident(std::process::id())? * 1024)
}
