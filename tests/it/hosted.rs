//! Seats at terminals elsewhere: a host draws for each, over its socket, and sends nothing but what the terminal shows.

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::Shutdown;
use std::os::unix::net::UnixStream;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use unequal_partners::cli::host::Seats;
use unequal_partners::deck::{Deck, shipped};
use unequal_partners::engine::action::Action;
use unequal_partners::engine::entry_number::EntryNumber;
use unequal_partners::engine::seat::Seat;
use unequal_partners::host::door::connect;
use unequal_partners::host::{Door, Host, Reception};
use unequal_partners::seat::Limits;
use unequal_partners::session::{Owner, Remarks, Setup, Table};
use unequal_partners::store::stage::{Call, Scene};
use unequal_partners::tui::effect::Effect;
use unequal_partners::tui::errand::Order;
use unequal_partners::tui::goal::Goal;
use unequal_partners::tui::harness::Play;
use unequal_partners::tui::key::Input;
use unequal_partners::tui::outside;

use crate::eventful::stamp;
use crate::hidden::{Hidden, another_seed, session};

/// How long anything may take.
const PATIENCE: Duration = Duration::from_mins(2);

/// A session that is hosted in this process.
struct House {
    owner: Owner,
    save: PathBuf,
    _host: Host,
    _folder: tempfile::TempDir,
}

impl House {
    fn of(table: impl FnOnce(&std::path::Path) -> Table) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let save = folder.path().join("s.toml");
        let owner = Owner::of(table(&save));
        let door = Door::open(&save).unwrap();
        let reception = Reception::new(owner.clone(), Box::new(Seats), Limits::default(), None);
        let host = Host::open(door, reception);
        Self {
            owner,
            save,
            _host: host,
            _folder: folder,
        }
    }

    fn new() -> Self {
        let setup = Setup::of_people("Table 2", 7);
        let (first, at) = (&shipped()[0], stamp(0));
        let deck = Deck::from_text(first.id, first.text).unwrap();
        Self::of(|save| Table::create(deck, &setup, save, &at).unwrap())
    }

    /// Waits until something holds of the session.
    fn wait(&self, holds: impl Fn(&Owner) -> bool) {
        let until = Instant::now() + PATIENCE;
        while !holds(&self.owner) {
            assert!(Instant::now() < until, "it takes too long");
            std::thread::yield_now();
        }
    }

    fn white_cell(&self, act: &Action) {
        let mut white = self.owner.place(Seat::WhiteCell);
        let none = Remarks::default();
        white.submit("Anna", act, none, &stamp(50)).unwrap();
    }
}

/// A terminal that a host draws on.
struct Glass {
    to: UnixStream,
    from: BufReader<UnixStream>,
    screen: vt100::Parser,
    /// All bytes that came.
    all: String,
}

impl Glass {
    fn at(house: &House, seat: Seat, way: &str) -> Self {
        let mut to = connect(&house.save).unwrap();
        to.set_read_timeout(Some(PATIENCE)).unwrap();
        let hello = json!({"protocol": 1, "seat": seat, "as": way, "key": seat, "name": "Wei",
            "terminal": {"columns": 160, "rows": 45}});
        writeln!(to, "{hello}").unwrap();
        let from = BufReader::new(to.try_clone().unwrap());
        Self {
            to,
            from,
            screen: vt100::Parser::new(45.try_into().unwrap(), 160.try_into().unwrap(), 0),
            all: String::new(),
        }
    }

    fn keys(&mut self, keys: &str) -> &mut Self {
        for input in Input::keys(keys) {
            let line = json!({"kind": "input", "input": input});
            writeln!(self.to, "{line}").unwrap();
        }
        self
    }

    fn typed(&mut self, text: &str) {
        let line = json!({"kind": "typed", "text": text});
        writeln!(self.to, "{line}").unwrap();
    }

    /// Waits until the screen shows these words.
    fn until(&mut self, words: &str) -> &mut Self {
        let until = Instant::now() + PATIENCE;
        while !self.shown().contains(words) {
            assert!(Instant::now() < until, "{words} takes too long");
            let mut line = String::new();
            let read = self.from.read_line(&mut line).unwrap_or(0);
            assert!(read > 0, "{words} never came:\n{}", self.shown());
            let line: Value = serde_json::from_str(&line).unwrap();
            let text = line["text"].as_str().unwrap_or_default();
            self.screen.process(text.as_bytes());
            self.all += text;
        }
        self
    }

    fn shown(&self) -> String {
        self.screen.screen().contents()
    }

    /// The screen with its colours.
    fn picture(&self) -> String {
        self.screen.screen().contents_formatted()
    }

    fn cut(&self) {
        self.to.shutdown(Shutdown::Both).unwrap();
    }

    /// All that comes until the host hangs up.
    fn rest(mut self) -> String {
        let mut rest = String::new();
        self.from.read_to_string(&mut rest).unwrap();
        rest
    }
}

#[test]
fn two_seats_play_at_terminals_that_a_host_draws_on_and_what_is_typed_outlives_a_cut() {
    let house = House::new();
    house.white_cell(&Action::Inject { instead: None });
    // Each has its briefing first, and then the board.
    let mut russia = Glass::at(&house, Seat::Client, "terminal");
    russia
        .until("Briefing for")
        .keys("<enter>")
        .until("offer something?");
    russia.keys("<end><enter><c-s>");
    house.wait(|owner| owner.table().last_number() == EntryNumber::new(2));
    let mut china = Glass::at(&house, Seat::Patron, "terminal");
    china
        .until("Briefing for")
        .keys("<enter>")
        .until("ask for?");
    china.keys("<enter><enter><enter><enter>winter prices tell");
    china.until("winter prices tell");
    let writes = |owner: &Owner| owner.presence().all().iter().any(|one| one.writing);
    house.wait(writes);
    // The line is cut before it is handed in; the host keeps what was typed.
    china.cut();
    let mut china = Glass::at(&house, Seat::Patron, "terminal");
    china
        .until("Briefing for")
        .keys("<enter>")
        .until("ask for?");
    china.keys("<enter><enter><enter><enter>");
    china.until("winter prices tell").keys("<c-s>");
    house.wait(|owner| owner.table().last_number() == EntryNumber::new(3));
    let table = house.owner.table();
    let said = table
        .moment(EntryNumber::new(3))
        .unwrap()
        .entry
        .rationale
        .clone();
    drop(table);
    assert_eq!(said.as_deref(), Some("winter prices tell"));
    // Russia reads what was done, and not why.
    let mut russia = Glass::at(&house, Seat::Client, "terminal");
    russia.until("answers");
    assert!(!russia.all.contains("winter prices"), "{}", russia.all);
}

#[test]
fn from_a_seats_terminal_no_file_and_no_other_screen_is_reached() {
    let house = House::new();
    let mut play = Play::at(house.owner.place(Seat::Patron));
    play.stack.sitting.confined = true;
    play.keys("<enter>");
    let path = house.save.clone();
    for effect in [
        Effect::ListSessions,
        Effect::Resume(path.clone()),
        Effect::Replay {
            path: path.clone(),
            at: None,
            seat: Some(Seat::WhiteCell),
        },
        Effect::Watch(path.clone()),
        Effect::Work(Order::Report(path.clone())),
        Effect::Submit {
            seat: Seat::WhiteCell,
            action: Action::Inject { instead: None },
            remarks: Remarks::default(),
        },
    ] {
        let left = outside::perform(&mut play.stack, &mut play.console, effect);
        assert!(!left);
        let told = play.screen();
        assert!(told.contains("one seat's alone"), "{told}");
        assert_eq!(play.stack.bare_screen(), Some(Goal::Board));
    }
    for goal in [Goal::Home, Goal::Setup, Goal::Decks, Goal::Replay] {
        play.stack.go(goal);
        assert_eq!(play.stack.bare_screen(), Some(Goal::Board));
    }
    assert_eq!(house.owner.table().last_number(), EntryNumber::new(0));
    // What leads home elsewhere, leaves here.
    assert!(outside::perform(
        &mut play.stack,
        &mut play.console,
        Effect::Leave
    ));
}

#[test]
fn a_link_that_lets_nobody_in_any_more_is_taken_off_the_wall_by_whoever_types() {
    let house = House::new();
    let phones = house.owner.phones();
    phones.serve(Some("http://127.0.0.1:8080".to_owned()));
    let link = || phones.invitation().unwrap().link;
    let first = link();
    let (after, digest) = {
        let table = house.owner.table();
        let after = table.last_number();
        (after, table.digest_at(after).to_owned())
    };
    let call = Call {
        scene: Some(Scene::Phones),
        link: Some(first.clone()),
        after,
        digest,
        ..Call::default()
    };
    call.keep(&house.save).unwrap();
    let mut white = Glass::at(&house, Seat::WhiteCell, "text");
    white.typed("new-link");
    house.wait(|_| link() != first);
    white.until(&link());
    let on_the_wall = || Call::beside(&house.save).unwrap();
    house.wait(|_| on_the_wall().link == Some(link()));
    assert_eq!(on_the_wall().scene, Some(Scene::Phones));
    // Without a page there is no link.
    phones.serve(None);
    let white = house.owner.place(Seat::WhiteCell);
    white.call_link_anew().unwrap();
    assert_eq!((on_the_wall().scene, on_the_wall().link), (None, None));
}

#[test]
fn a_hosts_own_screen_stays_the_white_cells_and_asks_who_may_take_a_seat_over() {
    let setup = Setup::of_people("Table 2", 7);
    let mut play = Play::new(&setup).unwrap().sized(120, 36);
    while matches!(play.stack.screen(), Some(Goal::Briefing(_))) {
        play.keys("<enter>");
    }
    let owner = play.stack.owner.clone().unwrap();
    let presence = owner.presence();
    presence.come(Seat::Client, "Olga", "a").unwrap();
    let mut white = owner.place(Seat::WhiteCell);
    let inject = Action::Inject { instead: None };
    white
        .submit("Anna", &inject, Remarks::default(), &stamp(1))
        .unwrap();
    play.look();
    while play.stack.is_covered() {
        play.keys("<esc>");
    }
    // Russia is due, and sits elsewhere: no curtain falls.
    assert_eq!(play.stack.bare_screen(), Some(Goal::Board));
    assert_eq!(play.stack.sitting.seat, Some(Seat::WhiteCell));
    presence.writes(Seat::Client, true);
    let shown = play.look().resize(160, 45).screen();
    assert!(shown.contains("Russia is writing"), "{shown}");
    presence.ask(Seat::Client, "Ivan");
    play.look();
    let asked = play.screen();
    assert!(
        asked.contains("Ivan asks for the seat of Russia"),
        "{asked}"
    );
    play.keys("2");
    assert!(presence.asks().is_empty() && !presence.is_elsewhere(Seat::Client));
}

#[test]
fn what_is_hidden_changes_no_byte_of_what_is_drawn_or_said_at_a_seats_terminal() {
    let sent = |hidden: Hidden<'_>, way: &str| {
        let house = House::of(|_| session(hidden));
        let mut glass = Glass::at(&house, hidden.of, way);
        if way == "text" {
            for line in ["?", "record", "why trust", "brief", "again", "quit"] {
                glass.typed(line);
            }
            return glass.rest();
        }
        // Whoever has acted before has read the briefing, and comes to the board.
        glass.until("Why stability moved").picture()
    };
    for (of, seed) in [
        (Seat::Client, another_seed(true)),
        (Seat::Patron, another_seed(false)),
    ] {
        for way in ["text", "terminal"] {
            let one = Hidden {
                seed: 1,
                others_say: "yes",
                of,
            };
            let others_say = "quite another reason";
            let first = sent(one, way);
            assert!(first.len() > 1000, "{of}, {way}: {first}");
            assert!(
                first == sent(Hidden { seed, ..one }, way),
                "{of}, {way}: seed"
            );
            assert!(
                first == sent(Hidden { others_say, ..one }, way),
                "{of}, {way}"
            );
        }
    }
}
