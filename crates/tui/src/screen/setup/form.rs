//! The state of the form: what is chosen, and what becomes of it.

mod words;

use std::path::{Path, PathBuf};

use crate::clock::Clock;
use crate::page::asking::Missing;
use crate::page::form::Form;
use crate::screen::setup::choice::{ANNOUNCEMENTS, RULINGS, announcement, rulings};
use unequal_core::deck::{self, Deck};
use unequal_core::engine::limits::LONGEST_SESSION;
use unequal_core::engine::name::shows_nothing;
use unequal_core::engine::options::{AdjudicationMode, Options};
use unequal_core::engine::side::{BySide, Side};
use unequal_session::seal::fresh_seed;
use unequal_session::{Holder, Setup, shelf};

/// What is chosen for a new session.
#[derive(Debug)]
pub struct SetupForm {
    pub(super) form: Form,
    deck: Option<Deck>,
    /// Whether the rulings were chosen by hand: if not, they follow who sits at the table.
    rulings_chosen: bool,
}

/// The most demands a move.
const MOST_DEMANDS: u32 = 8;

impl SetupForm {
    /// A form with everything as the first deck suggests it, people in both seats.
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
            .named("name", "Name", 60, &name, "");
        let form = Side::ALL.iter().enumerate().fold(form, |form, (at, side)| {
            // The deck says what it is called.
            let form = form.choice(side.word(), "", Vec::new(), 0);
            let form = if at == 0 { form.apart() } else { form };
            form.of_side((*side).into())
        });
        let form = form
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
            .choice("hand", "Cards in hand", numbers(1), 0)
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
            line if !self.rulings_chosen && Side::from_word(line).is_some() => {
                // Against a bot nobody need run the table; two teams have a facilitator.
                let mut sides = Side::ALL.iter();
                let teams = sides.all(|side| self.holder(*side) == Holder::Human);
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

    fn holder(&self, side: Side) -> Holder {
        let place = self.form.chosen(side.word()).checked_sub(1);
        let policies = self.deck.iter().flat_map(|deck| &deck.scenario.policies);
        let policy = place.and_then(|place| policies.into_iter().nth(place));
        policy.map_or(Holder::Human, |policy| Holder::Bot(policy.name.clone()))
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
        let [moves, hand, demands] = ["moves", "hand", "demands"].map(|key| self.number(key));
        let setup = Setup {
            name,
            seed,
            seats: BySide::from_fn(|side| self.holder(side)),
            options: Options {
                sealed: self.is_sealed(),
                announcement: ANNOUNCEMENTS[self.form.chosen("announcement")],
                adjudication: self.adjudication(),
            },
            moves: (moves != rules.moves).then_some(moves),
            moves_spread: None,
            hand: (hand as usize != rules.hand).then_some(hand),
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
        let held = BySide::from_fn(|side| self.holder(side));
        self.deck = None;
        let deck = loaded?;
        let names: Vec<&str> = deck
            .scenario
            .policies
            .iter()
            .map(|p| p.name.as_str())
            .collect();
        for (side, holder) in held.iter() {
            let bots = names.iter().map(|name| format!("bot: {name}"));
            let holders: Vec<String> = std::iter::once("people".to_owned()).chain(bots).collect();
            let at = match holder {
                Holder::Human => None,
                Holder::Bot(name) => names.iter().position(|other| other == name),
            };
            let line = side.word();
            self.form.call(line, deck.text.seat_name(side.into()));
            self.form.offer(line, &holders);
            self.form.choose(line, at.map_or(0, |at| at + 1));
        }
        let rules = &deck.scenario.session;
        let cards = u32::try_from(deck.scenario.cards.len()).unwrap_or(u32::MAX);
        let mut hands = numbers(cards);
        if let Some(all) = hands.last_mut() {
            all.push_str(", the whole deck");
        }
        self.form.offer("hand", &hands);
        self.form.choose("hand", rules.hand.saturating_sub(1));
        let entries = deck.scenario.events.len() + rules.quiet_events;
        let most = u32::try_from(entries).unwrap_or(LONGEST_SESSION);
        let most = most.min(LONGEST_SESSION).saturating_sub(rules.moves_spread);
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
