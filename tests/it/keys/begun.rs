//! Sessions in all their phases, from which pages are reached by keys.

use std::fmt;
use std::path::Path;
use std::sync::{Arc, OnceLock};

use tempfile::TempDir;
use unequal_partners::engine::holder::Holder;
use unequal_partners::engine::options::AdjudicationMode;
use unequal_partners::engine::seat::Seat;
use unequal_partners::session::Setup;
use unequal_partners::tui::effect::Effect;
use unequal_partners::tui::harness::Play;
use unequal_partners::tui::key::{Code, Input, Key};
use unequal_partners::tui::outside;

use crate::{board, console, names, pace, replay};

/// A way to begin, and the keys pressed since.
#[derive(Clone)]
pub(super) struct Begun {
    name: Arc<str>,
    start: Arc<dyn Fn() -> Opened + Send + Sync>,
    keys: Vec<Key>,
    /// Whether every key is pressed here, whatever lies on top.
    beginning: bool,
}

/// The interface, with the folder that it writes in.
pub(super) struct Opened {
    pub(super) play: Play,
    _folder: Option<TempDir>,
}

impl From<Play> for Opened {
    fn from(play: Play) -> Self {
        Self {
            play,
            _folder: None,
        }
    }
}

impl Begun {
    fn at(name: &str, start: impl Fn() -> Opened + Send + Sync + 'static) -> Self {
        Self {
            name: name.into(),
            start: Arc::new(start),
            keys: Vec::new(),
            beginning: true,
        }
    }

    /// Plays up to here.
    pub(super) fn play(&self) -> Opened {
        let mut opened = (self.start)();
        opened.play.resize(120, 36);
        for key in &self.keys {
            opened.play.input(Input::Key(*key));
        }
        opened
    }

    /// The same with more keys.
    pub(super) fn then(&self, keys: &[Key]) -> Self {
        let mut then = self.clone();
        then.keys.extend(keys);
        then.beginning = false;
        then
    }

    pub(super) fn name(&self) -> &str {
        &self.name
    }

    pub(super) const fn is_the_beginning(&self) -> bool {
        self.beginning
    }
}

impl fmt::Display for Begun {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let keys: String = self.keys.iter().map(|key| written(*key)).collect();
        write!(f, "{}: {keys}", self.name)
    }
}

/// A key as it is read again by `Input::keys`.
fn written(key: Key) -> String {
    let word = match key.code {
        Code::Char(c) if key.ctrl => format!("c-{c}"),
        Code::Char(' ') => "space".to_owned(),
        Code::Char('<') => "lt".to_owned(),
        Code::Char(c) => return c.to_string(),
        Code::Backspace => "bs".to_owned(),
        Code::F(n) => format!("f{n}"),
        code => format!("{code:?}").to_lowercase(),
    };
    let written = format!("<{word}>");
    assert_eq!(Input::keys(&written), [Input::Key(key)], "{written}");
    written
}

fn keyed(mut play: Play, keys: &str) -> Opened {
    play.keys(&names::said(keys));
    play.into()
}

/// The name of the second file.
fn other() -> String {
    names::said("other.toml")
}

/// The home screen over a folder of its own with two sessions, one of them played to its end.
fn shelf(keys: &'static str) -> Opened {
    // Those with the names of every script are others.
    static SHELVES: [OnceLock<TempDir>; 2] = [OnceLock::new(), OnceLock::new()];
    let shelf = SHELVES[usize::from(names::are_on())].get_or_init(|| {
        let told = replay::told();
        std::fs::copy(&told.path, told.folder.path().join(other())).unwrap();
        told.folder
    });
    let folder = tempfile::tempdir().unwrap();
    copy(shelf.path(), folder.path());
    let mut play = Play::home(folder.path());
    play.resize(120, 36).keys(keys);
    Opened {
        play,
        _folder: Some(folder),
    }
}

fn copy(from: &Path, to: &Path) {
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        if entry.path().is_file() {
            std::fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
        }
    }
}

/// Two sessions of the shelf side by side.
fn comparison() -> Opened {
    let mut opened = shelf("v<space><down><space>c");
    opened.play.wait();
    opened
}

/// A session of the shelf as the room sees it.
fn projector() -> Opened {
    let mut opened = shelf("");
    let folder = opened.play.stack.sitting.shelf.folder.clone();
    let watch = Effect::Watch(folder.join(other()));
    let Play { stack, console, .. } = &mut opened.play;
    outside::perform(stack, console, watch);
    opened
}

/// A table where both sides seal their plans.
fn sealed() -> Play {
    let mut setup = Setup::of_people("Stockholm table 2", 7);
    setup.options.sealed = true;
    board::table(&setup)
}

/// A hard clock has run out.
fn overtime() -> Opened {
    let (folder, mut play) = pace::patron_types(60);
    pace::at(&mut play, 1, 5);
    play.keys("<enter>");
    Opened {
        play,
        _folder: Some(folder),
    }
}

/// Somebody elsewhere asks for a seat that another one has.
fn asked_for_leave() -> Opened {
    let mut play = board::table(&Setup::of_people("Stockholm table 2", 7));
    let owner = play.stack.owner.clone().unwrap();
    let presence = owner.presence();
    presence.come(Seat::Europe, "Olga", "a").unwrap();
    presence.ask(Seat::Europe, "Ivan");
    play.look();
    play.into()
}

/// Time has passed unseen.
fn lapse() -> Opened {
    let (folder, mut play) = pace::asked_of_a_lapse();
    play.keys("<enter>");
    Opened {
        play,
        _folder: Some(folder),
    }
}

/// All ways to begin.
pub(super) fn begun() -> Vec<Begun> {
    let people = || board::table(&Setup::of_people("Stockholm table 2", 7));
    let mut all = vec![
        Begun::at("home", || shelf("")),
        Begun::at("the shelf", || shelf("r")),
        Begun::at("papers", || {
            let mut opened = shelf("mP");
            opened.play.wait();
            opened
        }),
        Begun::at("a session of the shelf", || shelf("m<enter>")),
        Begun::at("replay", || shelf("r<enter><right><right><right>")),
        Begun::at("guess", || shelf("r<enter>g<right>")),
        Begun::at("comparison", comparison),
        Begun::at("all sessions", || {
            let mut opened = shelf("a");
            opened.play.wait();
            opened
        }),
        Begun::at("a page that was found", || {
            let mut opened = shelf("d/discount");
            opened.play.keys("<enter>");
            opened
        }),
        Begun::at("projector", projector),
        Begun::at("end", || shelf("c<enter>")),
        Begun::at("curtain", || {
            Play::new(&Setup::of_people("Table 1", 7)).unwrap().into()
        }),
        Begun::at("white cell", move || keyed(people(), "")),
        Begun::at("patron", || board::scene_named("demand").into()),
        Begun::at("client", || board::scene_named("response").into()),
        Begun::at("ruling", || board::scene_named("ruling").into()),
        Begun::at("desk", || board::scene_named("desk").into()),
        Begun::at("follow-up", || board::scene_named("follow-up").into()),
        Begun::at("an offer", || board::scene_named("offer").into()),
        Begun::at("white cell while Europe decides", || {
            let mut setup = Setup::of_people("Stockholm table 2", 7);
            setup.seats.europe = Holder::Human;
            setup.options.adjudication = AdjudicationMode::SemiRigid;
            let mut play = board::table(&setup);
            for _ in 0..4 {
                if play.stack.sitting.seat != Some(Seat::Europe) {
                    play.keys("<enter>");
                }
            }
            play.keys("W");
            if play.stack.sitting.seat != Some(Seat::WhiteCell) {
                play.keys("<enter>");
            }
            let screen = play.screen();
            assert_eq!(play.stack.sitting.seat, Some(Seat::WhiteCell), "{screen}");
            play.into()
        }),
        Begun::at("patron, sealed", || {
            keyed(sealed(), "<enter><enter><end><enter><c-s>")
        }),
        Begun::at("client, sealed", || {
            let keys = "<enter><enter><end><enter><c-s><enter><enter><enter><enter>because<c-s>";
            keyed(sealed(), keys)
        }),
        Begun::at("overtime", overtime),
        Begun::at("lapse", lapse),
        Begun::at("leave to take over", asked_for_leave),
        Begun::at("the room", || {
            let mut play = console::scene(6);
            play.keys("<esc>en<backtab><right><right><c-s><esc>");
            assert_eq!(play.stack.sitting.seat, Some(Seat::WhiteCell));
            play.into()
        }),
    ];
    let scenes = (0..board::SCENES.len()).map(|place| {
        let name = format!("scene {}", board::SCENES[place].0);
        Begun::at(&name, move || board::scene(place).into())
    });
    let crisis = (0..board::CRISIS_SCENES.len()).map(|place| {
        let name = format!("crisis {}", board::CRISIS_SCENES[place].0);
        Begun::at(&name, move || board::crisis_scene(place).into())
    });
    let rooms = (0..console::SCENES.len()).map(|place| {
        let name = format!("room {}", console::SCENES[place].0);
        Begun::at(&name, move || console::scene(place).into())
    });
    all.extend(scenes.chain(crisis).chain(rooms).map(|mut scene| {
        scene.beginning = false;
        scene
    }));
    all
}
