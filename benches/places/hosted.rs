//! Boards of a host in this process, read by clients that wait for the words of each act.

use std::sync::mpsc::{Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use unequal_partners::cli::host::Seats;
use unequal_partners::deck::{Deck, shipped};
use unequal_partners::engine::action::Action;
use unequal_partners::engine::holder::{Holder, Holders};
use unequal_partners::engine::player::Player;
use unequal_partners::engine::seat::Seat;
use unequal_partners::host::wire::{Else, FromClient, Hello, PROTOCOL, Terminal, ToClient, Way};
use unequal_partners::host::{Call, Door, Host, Reception};
use unequal_partners::seat::Limits;
use unequal_partners::session::{Owner, Remarks, Setup, Table, clock};
use unequal_partners::tui::key::{Code, Input, Key};

const BOARDS: usize = 16;
const WATCHERS: usize = 64;
/// The first is not counted: it comes with everybody's first screen.
const ACTS: u8 = 26;
/// What 95 % of the screens have to be within.
const MOST: Duration = Duration::from_millis(100);
const PATIENCE: Duration = Duration::from_secs(20);

/// The words of an act: no letter of one is in its place in another, so that they come whole.
fn words(number: u8) -> String {
    char::from(b'a' + number % 26).to_string().repeat(9)
}

/// Reads what a client is sent, and tells when the words of each act have come.
fn reads(save: &std::path::Path, seat: Seat, comes: &Sender<(u8, Instant)>) {
    let hello = Hello {
        protocol: PROTOCOL,
        seat,
        way: Way::Terminal,
        name: "looker".to_owned(),
        key: String::new(),
        taken: Else::LookOn,
        terminal: Some(Terminal {
            columns: 160,
            rows: 45,
            theme: None,
            glyphs: None,
            mouse: false,
        }),
    };
    let call = Call::at(save, &hello, &mut |_| ()).unwrap();
    let (mut sends, mut hears) = call.ends().unwrap();
    if seat != Seat::Audience {
        // The briefing lies over the board.
        let input = serde_json::to_value(Input::Key(Key::plain(Code::Enter))).unwrap();
        sends.line(&FromClient::Input { input }).unwrap();
    }
    let mut next = 0;
    while let Some(said) = hears.line() {
        let ToClient::Text { text } = said else {
            continue;
        };
        while next < ACTS && text.contains(&words(next)) {
            comes.send((next, Instant::now())).unwrap();
            next += 1;
        }
        if next == ACTS {
            return;
        }
    }
}

/// Measures, and says what it found.
pub(crate) fn measure() {
    let folder = tempfile::tempdir().unwrap();
    let save = folder.path().join("s.toml");
    let deck = &shipped()[0];
    let deck = Deck::from_text(deck.id, deck.text).unwrap();
    let setup = Setup {
        seats: Holders {
            europe: Holder::Human,
            ..Holders::default()
        },
        ..Setup::of_people("Table 2", 7)
    };
    let owner = Owner::of(Table::create(deck, &setup, &save, &clock::now()).unwrap());
    let reception = Reception::new(owner.clone(), Box::new(Seats), Limits::default(), None);
    let _host = Host::open(Door::open(&save).unwrap(), reception);
    let (comes, came) = channel();
    let seats = [Seat::Patron, Seat::Client, Seat::Europe]
        .into_iter()
        .cycle();
    let seats = seats.take(BOARDS).chain([Seat::Audience; WATCHERS]);
    for seat in seats {
        let (save, comes) = (save.clone(), comes.clone());
        thread::spawn(move || reads(&save, seat, &comes));
    }
    let everybody = BOARDS + WATCHERS;
    while owner.presence().all().len() < everybody {
        thread::sleep(Duration::from_millis(10));
    }
    let mut late = Vec::new();
    for number in 0..ACTS {
        let note = Action::Note {
            text: words(number),
            private: false,
        };
        {
            let mut table = owner.table();
            let seen = table.last_number();
            let (seat, by) = (Seat::WhiteCell, Player::Program);
            let remarks = Remarks::default();
            table
                .submit(seen, seat, by, &note, remarks, &clock::now())
                .unwrap();
        }
        let synced = Instant::now();
        for _ in 0..everybody {
            let (of, at) = came.recv_timeout(PATIENCE).unwrap();
            assert_eq!(of, number, "a screen is an act behind");
            if number > 0 {
                late.push(at.saturating_duration_since(synced));
            }
        }
    }
    late.sort();
    let at = |percent: usize| late[(late.len() - 1) * percent / 100];
    println!(
        "{} acts on {everybody} screens: median {:.0} ms, 95 % {:.0} ms, slowest {:.0} ms",
        ACTS - 1,
        at(50).as_secs_f64() * 1000.0,
        at(95).as_secs_f64() * 1000.0,
        at(100).as_secs_f64() * 1000.0
    );
    assert!(
        at(95) <= MOST,
        "95 % of the screens are to be within {MOST:?}"
    );
}
