//! Two sittings of one session in one process, each at a terminal of its own: one acts, the other looks on.

use std::convert::Infallible;
use std::path::Path;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Condvar, Mutex};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use ratatui::Terminal;
use ratatui::backend::{Backend, ClearType, TestBackend, WindowSize};
use ratatui::buffer::Cell;
use ratatui::layout::{Position, Size};

use unequal_partners::deck::Deck;
use unequal_partners::engine::action::Action;
use unequal_partners::engine::entry_number::EntryNumber;
use unequal_partners::engine::seat::Seat;
use unequal_partners::session::{Owner, Place, Remarks, Setup, Table};
use unequal_partners::tui::clock::Clock;
use unequal_partners::tui::console::{Console, Happening};
use unequal_partners::tui::effect::Effect;
use unequal_partners::tui::key::Input;
use unequal_partners::tui::run::{Ending, run};
use unequal_partners::tui::shelf::Shelf;
use unequal_partners::tui::sitting::Sitting;
use unequal_partners::tui::stack::Stack;
use unequal_partners::tui::theme::Theme;
use unequal_partners::tui::{flow, outside};

/// Longer than anything here takes.
const DEADLINE: Duration = Duration::from_mins(1);

/// A terminal of memory that others may look at while it is drawn on.
#[derive(Clone)]
struct Glass(Arc<(Mutex<TestBackend>, Condvar)>);

impl Glass {
    fn on<T>(
        &self,
        act: impl FnOnce(&mut TestBackend) -> Result<T, Infallible>,
    ) -> Result<T, Infallible> {
        let done = act(&mut self.0.0.lock().unwrap());
        self.0.1.notify_all();
        done
    }

    fn text(backend: &TestBackend) -> String {
        let buffer = backend.buffer();
        let rows = buffer.content().chunks(usize::from(buffer.area.width));
        rows.map(|row| row.iter().map(Cell::symbol).collect::<String>() + "\n")
            .collect()
    }

    /// Waits until a text is shown; gives the screen.
    fn wait_for(&self, text: &str) -> String {
        let shown = self.0.0.lock().unwrap();
        let waits = |shown: &mut TestBackend| !Self::text(shown).contains(text);
        let (shown, _) = self.0.1.wait_timeout_while(shown, DEADLINE, waits).unwrap();
        let screen = Self::text(&shown);
        // Whoever draws on it is not to suffer from what is missing here.
        drop(shown);
        assert!(screen.contains(text), "{text:?} is not shown:\n{screen}");
        screen
    }
}

impl Backend for Glass {
    type Error = Infallible;

    fn draw<'a, I>(&mut self, content: I) -> Result<(), Infallible>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        self.on(|to| to.draw(content))
    }

    fn hide_cursor(&mut self) -> Result<(), Infallible> {
        self.on(Backend::hide_cursor)
    }

    fn show_cursor(&mut self) -> Result<(), Infallible> {
        self.on(Backend::show_cursor)
    }

    fn get_cursor_position(&mut self) -> Result<Position, Infallible> {
        self.on(Backend::get_cursor_position)
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, to: P) -> Result<(), Infallible> {
        self.on(|on| on.set_cursor_position(to))
    }

    fn clear(&mut self) -> Result<(), Infallible> {
        self.on(Backend::clear)
    }

    fn clear_region(&mut self, part: ClearType) -> Result<(), Infallible> {
        self.on(|on| on.clear_region(part))
    }

    fn size(&self) -> Result<Size, Infallible> {
        self.on(|on| on.size())
    }

    fn window_size(&mut self) -> Result<WindowSize, Infallible> {
        self.on(Backend::window_size)
    }

    fn flush(&mut self) -> Result<(), Infallible> {
        self.on(Backend::flush)
    }
}

/// A console that is fed by a test; it notes its title.
struct Fed {
    happenings: Receiver<Happening>,
    title: Arc<Mutex<Option<String>>>,
}

impl Console for Fed {
    fn next(&mut self, wait: Option<Duration>) -> Option<Happening> {
        match wait {
            Some(wait) => self.happenings.recv_timeout(wait).ok(),
            None => Some(self.happenings.recv().unwrap_or(Happening::Lost)),
        }
    }

    fn listen_to_mouse(&mut self, _on: bool) {}

    fn suspend(&mut self) {}

    fn ring(&mut self) {}

    fn set_title(&mut self, session: Option<&str>) {
        *self.title.lock().unwrap() = session.map(str::to_owned);
    }

    fn note_record(&mut self, _path: Option<&Path>) {}
}

/// Somebody at a terminal.
struct Person {
    glass: Glass,
    hands: Sender<Happening>,
    title: Arc<Mutex<Option<String>>>,
    sitting: JoinHandle<Ending>,
}

impl Person {
    /// Sits down and opens something.
    fn sit_down(first: Effect) -> Self {
        Self::begin(|stack, console| {
            outside::perform(stack, console, first);
        })
    }

    /// Sits down at a place of a session that is run elsewhere.
    fn sit_at(place: Place) -> Self {
        Self::begin(|stack, _| flow::sit_at(stack, place))
    }

    fn begin(open: impl FnOnce(&mut Stack, &mut Fed) + Send + 'static) -> Self {
        let glass = Glass(Arc::new((
            Mutex::new(TestBackend::new(160, 45)),
            Condvar::new(),
        )));
        let (hands, happenings) = channel();
        let title = Arc::new(Mutex::new(None));
        let mut console = Fed {
            happenings,
            title: Arc::clone(&title),
        };
        let mut sitting = Sitting::new(
            Theme::default(),
            Clock::in_zone(jiff::tz::TimeZone::UTC),
            Shelf::default(),
        );
        sitting.curtain = false;
        let mut stack = Stack::new(sitting);
        let backend = glass.clone();
        // What lies before a person may go to another thread as a whole.
        let sitting = thread::spawn(move || {
            let Ok(mut terminal) = Terminal::new(backend);
            stack.sitting.briefed.extend(Seat::ALL);
            open(&mut stack, &mut console);
            stack.sitting.briefed.extend(Seat::ALL);
            let Ok(ending) = run(&mut terminal, &mut stack, &mut console);
            ending
        });
        Self {
            glass,
            hands,
            title,
            sitting,
        }
    }

    fn keys(&self, keys: &str) {
        for input in Input::keys(keys) {
            self.hands.send(Happening::Input(input)).unwrap();
        }
    }

    fn leaves(self, last: Happening) -> Ending {
        self.hands.send(last).unwrap();
        self.sitting.join().unwrap()
    }
}

#[test]
fn one_acts_and_others_look_on_with_other_eyes_at_terminals_of_their_own() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("one.toml");
    let deck = Deck::from_text("golden", include_str!("../golden/deck.toml")).unwrap();
    let acting = Person::sit_down(Effect::Create {
        deck: Box::new(deck),
        setup: Setup::of_people("One session", 7),
        path: Some(path.clone()),
    });
    acting.glass.wait_for("⏎ open the move");
    let room = Person::sit_down(Effect::Watch(path.clone()));
    room.glass.wait_for("live");

    acting.keys("<enter>");
    acting.glass.wait_for("⏎ go on");
    acting.keys("<enter><end><enter><c-s>");
    acting.glass.wait_for("⏎ table a demand");
    acting.keys("<enter><enter><enter><enter>winter prices tell<c-s>");
    acting.glass.wait_for("⏎ answer");
    let table = Table::read(&path).unwrap().0;
    let last = table.last_number();
    let told = table.seen(Seat::WhiteCell).pop().unwrap();
    assert_eq!(told.rationale.as_deref(), Some("winter prices tell"));

    let words: Vec<&str> = told.sentence.split(' ').take(3).collect();
    let sentence = words.join(" ");
    // The act itself stands there in letters as large as the room.
    let live = room.glass.wait_for("Russia is to answer");
    assert!(!live.contains("winter prices"), "{live}");
    let client = Person::sit_down(Effect::Replay {
        path: path.clone(),
        at: Some(last),
        seat: Some(Seat::Client),
    });
    let read = client.glass.wait_for(&sentence);
    assert!(read.contains("as Russia knew it then"), "{read}");
    assert!(!read.contains("winter prices"), "{read}");
    for person in [&acting, &room, &client] {
        assert_eq!(person.title.lock().unwrap().as_deref(), Some("One session"));
    }

    // Each leaves by itself, and the one who acts goes on meanwhile.
    let quit = |keys| Happening::Input(Input::keys(keys).remove(0));
    assert_eq!(client.leaves(Happening::Lost), Ending::Lost);
    assert_eq!(room.leaves(quit("<c-c>")), Ending::Left);
    acting.keys("7<enter>not now<c-s>");
    acting.glass.wait_for("⏎ rule");
    assert_eq!(acting.leaves(Happening::Signal(15)), Ending::Signal(15));
    assert_eq!(Table::read(&path).unwrap().0.last_number(), last.next());
}

#[test]
fn two_seats_play_one_live_session_at_terminals_of_their_own() {
    let deck = Deck::from_text("golden", include_str!("../golden/deck.toml")).unwrap();
    let now = "2026-11-23T21:00:00Z";
    let setup = Setup::of_people("One session", 7);
    let owner = Owner::of(Table::unrecorded(deck, &setup, now).unwrap());
    let china = Person::sit_at(owner.place(Seat::Patron));
    let russia = Person::sit_at(owner.place(Seat::Client));
    let mut white = owner.place(Seat::WhiteCell);
    let opened = Action::Inject { instead: None };
    white
        .submit("Anna", &opened, Remarks::default(), now)
        .unwrap();

    china.glass.wait_for("⏎ go on");
    china.keys("<enter>");
    russia.glass.wait_for("⏎ go on");
    russia.keys("<enter><end><enter><c-s>");
    china.glass.wait_for("⏎ table a demand");
    china.keys("<enter><enter><enter><enter>winter prices tell<c-s>");
    let theirs = russia.glass.wait_for("⏎ answer");
    assert!(!theirs.contains("winter prices"), "{theirs}");
    china.glass.wait_for("winter prices");

    russia.keys("7<enter>not now<c-s>");
    russia.glass.wait_for("not now”");
    white.look();
    let told = white.entry(EntryNumber::new(4)).unwrap();
    assert_eq!(told.rationale.as_deref(), Some("not now"));
    let words: Vec<&str> = told.sentence.split(' ').take(2).collect();
    let theirs = china.glass.wait_for(&words.join(" "));
    assert!(!theirs.contains("not now"), "{theirs}");

    // A session goes on without those who leave.
    assert_eq!(china.leaves(Happening::Lost), Ending::Lost);
    assert_eq!(russia.leaves(Happening::Signal(15)), Ending::Signal(15));
    white
        .submit("Anna", &Action::rule_as_computed(), Remarks::default(), now)
        .unwrap();
}
