//! The state of the form: what is chosen, and what becomes of it.

mod words;

use std::path::{Path, PathBuf};

use crate::clock::Clock;
use crate::holders;
use crate::page::asking::Missing;
use crate::page::form::Form;
use crate::screen::setup::choice::{ANNOUNCEMENTS, RULINGS, announcement, rulings};
use unequal_core::deck::{self, Deck};
use unequal_core::engine::holder::Holders;
use unequal_core::engine::limits::LONGEST_SESSION;
use unequal_core::engine::name::shows_nothing;
use unequal_core::engine::options::{AdjudicationMode, Options};
use unequal_core::engine::seat::Seat;
use unequal_session::seal::fresh_seed;
use unequal_session::telling::holder_words;
use unequal_session::{Holder, Setup, shelf};

/// What is chosen for a new session.
#[derive(Debug)]
pub struct SetupForm {
    pub(super) form: Form,
    deck: Option<Deck>,
    /// Whether the rulings were chosen by hand: if not, they follow who sits at the table.
    rulings_chosen: bool,
}

/// The seats of the two sides.
const SIDES: [Seat; 2] = [Seat::Patron, Seat::Client];

/// The most demands a move.
const MOST_DEMANDS: u32 = 8;

impl SetupForm {
    /// A form with everything as the first deck suggests it: people in the seats of both sides, nobody in Europe’s.
    pub fn fresh(clock: &Clock) -> Self {
        Self::with_seed(clock, fresh_seed())
    }

    /// The same, with a given seed.
    pub fn with_seed(clock: &Clock, seed: u64) -> Self {
        let words = |all: &[&str]| all.iter().map(|words| (*words).to_owned()).collect();
        let decks = deck::shipped().iter().map(|shipped| shipped.title);
        let decks: Vec<&str> = decks.chain(["a file …"]).collect();
        let file = "path of a deck file, such as decks/mine.toml";
        let name = clock.session_name();
        let form = Form::new(String::new())
            .choice("deck", "Deck", words(&decks), 0)
            .named("file", "Deck file", 400, "", file)
            .named("name", "Name", 60, &name, "")
            .choice("patron", "Patron", Vec::new(), 0)
            .apart()
            .of_side(Seat::Patron)
            .choice("client", "Client", Vec::new(), 0)
            .of_side(Seat::Client)
            .choice("europe", "Europe", Vec::new(), 0)
            .of_side(Seat::Europe)
            .choice("rulings", "Rulings", words(&RULINGS.map(rulings)), 0)
            .apart()
            .choice(
                "answers",
                "Answers",
                words(&[
                    "in the open: demand, then answer",
                    "sealed: both sides commit, then reveal",
                ]),
                0,
            )
            .choice("demands", "Demands a move", numbers(MOST_DEMANDS), 0)
            .apart()
            .choice(
                "announcement",
                "Several demands",
                words(&ANNOUNCEMENTS.map(announcement)),
                0,
            )
            .choice("moves", "Moves", numbers(1), 0)
            .choice(
                "curtain",
                "Curtain",
                words(&["falls between seats", "none: everybody may see the screen"]),
                0,
            )
            .apart()
            .named("seed", "Seed", 20, &seed.to_string(), "")
            .at("name");
        let mut form = Self {
            form,
            deck: None,
            rulings_chosen: false,
        };
        // A shipped deck that does not load would be a fault of ours, and is told when it is started.
        let _ = form.load_deck();
        form.show();
        form
    }

    /// Whether a curtain is to fall between seats.
    pub fn curtain(&self) -> bool {
        self.form.chosen("curtain") == 0
    }

    /// Lets the form follow what was typed: a seed has digits only.
    pub fn keep_digits(&mut self) {
        let typed = self.form.typed("seed");
        let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
        if digits != typed {
            self.form.set("seed", &digits);
        }
    }

    /// Draws another seed.
    pub fn draw_seed(&mut self) {
        self.form.set("seed", &fresh_seed().to_string());
    }

    /// After a line was left: reads the deck file where it was its line.
    ///
    /// # Errors
    ///
    /// Says what is wrong with the deck file.
    pub fn leave(&mut self, key: &str) -> Result<(), String> {
        let left = key == "file" && self.form.focus() != "file";
        if left && self.form.given("file").is_some() {
            return self.load_deck();
        }
        Ok(())
    }

    /// After another choice was taken on a line.
    pub fn changed(&mut self, key: &str) {
        match key {
            "deck" => {
                self.deck = None;
                self.show();
                if !self.is_file() || self.form.given("file").is_some() {
                    let _ = self.load_deck();
                }
            }
            "rulings" => self.rulings_chosen = true,
            "patron" | "client" if !self.rulings_chosen => {
                // Against a bot nobody need run the table; two teams have a facilitator.
                let mut sides = SIDES.map(|seat| self.holder(seat)).into_iter();
                let teams = sides.all(|holder| holder == Holder::Human);
                let mode = if teams {
                    AdjudicationMode::SemiRigid
                } else {
                    AdjudicationMode::Rigid
                };
                let at = RULINGS.iter().position(|other| *other == mode);
                self.form.choose("rulings", at.unwrap_or(0));
            }
            _ => {}
        }
        self.show();
    }

    /// Shows the lines that matter for what is chosen.
    fn show(&mut self) {
        let file = self.is_file();
        self.form.show("file", file);
        let several = self.number("demands") > 1 && !self.is_sealed();
        self.form.show("announcement", several);
    }

    fn is_sealed(&self) -> bool {
        self.form.chosen("answers") == 1
    }

    fn adjudication(&self) -> AdjudicationMode {
        RULINGS[self.form.chosen("rulings")]
    }

    /// The number on a line of numbers from 1 on.
    fn number(&self, key: &str) -> u32 {
        u32::try_from(self.form.chosen(key)).map_or(u32::MAX, |place| place.saturating_add(1))
    }

    pub(super) fn holder(&self, seat: Seat) -> Holder {
        let deck = self.deck.as_ref();
        let all = deck.map_or_else(Vec::new, |deck| holders::of(&deck.scenario, seat));
        let nobody = || match seat {
            Seat::Europe => Holder::Nobody,
            _ => Holder::Human,
        };
        let chosen = all.into_iter().nth(self.form.chosen(seat.word()));
        chosen.unwrap_or_else(nobody)
    }

    /// The deck and the setup, if all is well.
    ///
    /// # Errors
    ///
    /// Says what has to be chosen otherwise, and on which line.
    pub fn finished(&mut self) -> Result<(Deck, Setup), Missing> {
        if self.is_file() && self.form.given("file").is_none() {
            let words = "Name the deck's file, or choose a deck of the program.";
            return Err(("file", words.to_owned()));
        }
        if self.deck.is_none() || self.form.focus() == "file" {
            let line = if self.is_file() { "file" } else { "deck" };
            self.load_deck().map_err(|words| (line, words))?;
        }
        let name = self.form.given("name");
        let Some(name) = name.filter(|name| !shows_nothing(name)) else {
            let words = "Give the session a name: its file is named after it.";
            return Err(("name", words.to_owned()));
        };
        let Ok(seed) = self.form.typed("seed").parse::<u64>() else {
            let words = format!("The seed is a whole number from 0 to {}.", u64::MAX);
            return Err(("seed", words));
        };
        let Some(deck) = self.deck.clone() else {
            return Err(("deck", "There is no deck.".to_owned()));
        };
        let rules = &deck.scenario.session;
        let [moves, demands] = ["moves", "demands"].map(|key| self.number(key));
        let europe = self.holder(Seat::Europe);
        let setup = Setup {
            name,
            seed,
            options: Options {
                europe: europe != Holder::Nobody,
                sealed: self.is_sealed(),
                announcement: ANNOUNCEMENTS[self.form.chosen("announcement")],
                adjudication: self.adjudication(),
            },
            seats: Holders {
                patron: self.holder(Seat::Patron),
                client: self.holder(Seat::Client),
                europe,
            },
            moves: (moves != rules.moves).then_some(moves),
            moves_spread: None,
            demands: (demands != rules.demands).then_some(demands),
        };
        let wrong = setup.scenario(&deck).err();
        match wrong {
            Some(error) => Err((self.form.focus(), error.to_string())),
            None => Ok((deck, setup)),
        }
    }

    /// Where the record will lie.
    pub fn path(&self, folder: &Path, clock: &Clock) -> PathBuf {
        shelf::free_path(folder, &self.form.typed("name"), &clock.date(&clock.now()))
    }

    fn is_file(&self) -> bool {
        self.form.chosen("deck") >= deck::shipped().len()
    }

    /// Loads the chosen deck and takes its numbers over.
    fn load_deck(&mut self) -> Result<(), String> {
        let loaded = match deck::shipped().get(self.form.chosen("deck")) {
            Some(shipped) => Deck::from_text(shipped.id, shipped.text).map_err(|p| problems(&p)),
            None => {
                Deck::from_path(Path::new(&self.form.typed("file"))).map_err(|error| match error {
                    deck::LoadError::Wrong(wrong) => problems(&wrong),
                    other => other.to_string(),
                })
            }
        };
        let held = Seat::PLAYING.map(|seat| (seat, self.holder(seat)));
        self.deck = None;
        let deck = loaded?;
        for (seat, holder) in held {
            let all = holders::of(&deck.scenario, seat);
            let at = all.iter().position(|other| *other == holder);
            let names: Vec<String> = all.iter().map(holder_words).collect();
            let line = seat.word();
            self.form.call(line, deck.text.seat_name(seat));
            self.form.offer(line, &names);
            self.form.choose(line, at.unwrap_or(0));
        }
        let rules = &deck.scenario.session;
        let most = LONGEST_SESSION.saturating_sub(rules.moves_spread);
        self.form.offer("moves", &numbers(most.max(rules.moves)));
        let demands = numbers(MOST_DEMANDS.max(rules.demands));
        self.form.offer("demands", &demands);
        let place = |number: u32| number.saturating_sub(1) as usize;
        self.form.choose("moves", place(rules.moves));
        self.form.choose("demands", place(rules.demands));
        self.deck = Some(deck);
        self.show();
        Ok(())
    }
}

/// The numbers from 1 on.
fn numbers(most: u32) -> Vec<String> {
    (1..=most).map(|number| number.to_string()).collect()
}

/// A wrong deck in one line: how many problems it has, and the first of them.
fn problems(wrong: &deck::Problems) -> String {
    let first = wrong
        .problems
        .first()
        .map_or("", |problem| problem.message.as_str());
    format!("{wrong}: {first}. `unequal deck check` lists them all.")
}
