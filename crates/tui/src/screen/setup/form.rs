//! The state of the form: what is chosen, and what becomes of it.

mod words;

use std::path::{Path, PathBuf};

use crate::clock::Clock;
use crate::field::{LineField, Typing};
use crate::screen::setup::choice::{RULINGS, Row};
use crate::widget::menu::stepped;
use unequal_core::deck::{self, Deck};
use unequal_core::engine::limits::LONGEST_SESSION;
use unequal_core::engine::options::{AdjudicationMode, Announcement, Options};
use unequal_core::engine::side::BySide;
use unequal_session::seal::fresh_seed;
use unequal_session::{Holder, Setup, shelf};

/// What is chosen for a new session.
#[derive(Clone, Debug)]
pub struct SetupForm {
    chosen: Row,
    /// The place of the deck among those that come with the program; beyond them is a file.
    deck_place: usize,
    deck: Option<Deck>,
    file: LineField,
    name: LineField,
    seed: LineField,
    patron: Holder,
    client: Holder,
    adjudication: AdjudicationMode,
    /// Whether the rulings were chosen by hand: if not, they follow who sits at the table.
    rulings_chosen: bool,
    sealed: bool,
    announcement: Announcement,
    demands: u32,
    hand: u32,
    moves: u32,
    curtain: bool,
}

impl SetupForm {
    /// A form with everything as the first deck suggests it, people in both seats.
    pub fn fresh(clock: &Clock) -> Self {
        Self::with_seed(clock, fresh_seed())
    }

    /// The same, with a given seed.
    pub fn with_seed(clock: &Clock, seed: u64) -> Self {
        let mut form = Self {
            chosen: Row::Name,
            deck_place: 0,
            deck: None,
            file: LineField::new(400)
                .with_placeholder("path of a deck file, such as decks/mine.toml"),
            name: LineField::new(60).with_value(&clock.session_name()),
            seed: LineField::new(20).with_value(&seed.to_string()),
            patron: Holder::Human,
            client: Holder::Human,
            adjudication: AdjudicationMode::default(),
            rulings_chosen: false,
            sealed: false,
            announcement: Announcement::default(),
            demands: 1,
            hand: 1,
            moves: 1,
            curtain: true,
        };
        // A shipped deck that does not load would be a fault of ours, and is told when it is started.
        let _ = form.load_deck();
        form
    }

    /// The lines of the form, in order.
    pub fn rows(&self) -> Vec<Row> {
        let mut rows = vec![Row::Deck];
        if self.is_file() {
            rows.push(Row::DeckFile);
        }
        rows.extend([
            Row::Name,
            Row::Patron,
            Row::Client,
            Row::Rulings,
            Row::Answers,
            Row::Demands,
        ]);
        if self.demands > 1 && !self.sealed {
            rows.push(Row::Announcement);
        }
        rows.extend([Row::Hand, Row::Moves, Row::Curtain, Row::Seed]);
        rows
    }

    /// The line that is chosen.
    pub const fn chosen(&self) -> Row {
        self.chosen
    }

    /// Whether a curtain is to fall between seats.
    pub const fn curtain(&self) -> bool {
        self.curtain
    }

    /// The text field that is typed into, if one is.
    pub fn typed_into(&mut self) -> Option<&mut dyn Typing> {
        Some(match self.chosen {
            Row::DeckFile => &mut self.file,
            Row::Name => &mut self.name,
            Row::Seed => &mut self.seed,
            _ => return None,
        })
    }

    /// The text field of the chosen line.
    pub const fn field(&self) -> Option<&LineField> {
        self.field_of(self.chosen)
    }

    /// The text field of a line.
    pub const fn field_of(&self, row: Row) -> Option<&LineField> {
        Some(match row {
            Row::DeckFile => &self.file,
            Row::Name => &self.name,
            Row::Seed => &self.seed,
            _ => return None,
        })
    }

    /// Lets the form follow what was typed: a seed has digits only.
    pub fn keep_digits(&mut self) {
        if self.chosen == Row::Seed && !self.seed.text().chars().all(|c| c.is_ascii_digit()) {
            let digits: String = self
                .seed
                .text()
                .chars()
                .filter(char::is_ascii_digit)
                .collect();
            self.seed.set(&digits);
        }
    }

    /// Draws another seed.
    pub fn draw_seed(&mut self) {
        self.seed.set(&fresh_seed().to_string());
    }

    /// Goes some lines down, or up.
    ///
    /// # Errors
    ///
    /// Says what is wrong with the deck file where the line of its path is left.
    pub fn go(&mut self, by: isize) -> Result<(), String> {
        let rows = self.rows();
        let at = rows.iter().position(|row| *row == self.chosen).unwrap_or(0);
        self.go_to(stepped(at, by, rows.len()))
    }

    /// Goes to a line.
    ///
    /// # Errors
    ///
    /// As [`SetupForm::go`].
    pub fn go_to(&mut self, at: usize) -> Result<(), String> {
        let left = self.chosen;
        if let Some(row) = self.rows().get(at) {
            self.chosen = *row;
        }
        let leaves_file = left == Row::DeckFile && self.chosen != Row::DeckFile;
        if leaves_file && !self.file.is_empty() {
            return self.load_deck();
        }
        Ok(())
    }

    /// Changes the chosen line to its next value, or the one before.
    pub fn change(&mut self, by: isize) {
        match self.chosen {
            Row::Deck => {
                self.deck_place = turned(self.deck_place, by, deck::shipped().len() + 1);
                self.deck = None;
                if !self.is_file() || !self.file.is_empty() {
                    let _ = self.load_deck();
                }
            }
            Row::Patron => self.patron = self.next_holder(&self.patron, by),
            Row::Client => self.client = self.next_holder(&self.client, by),
            Row::Rulings => {
                let at = RULINGS.iter().position(|mode| *mode == self.adjudication);
                self.adjudication = RULINGS[turned(at.unwrap_or(0), by, RULINGS.len())];
                self.rulings_chosen = true;
            }
            Row::Answers => self.sealed = !self.sealed,
            Row::Announcement => {
                self.announcement = match self.announcement {
                    Announcement::InTurn => Announcement::Together,
                    Announcement::Together => Announcement::InTurn,
                };
            }
            Row::Demands => self.demands = counted(self.demands, by, 1, 8),
            Row::Hand => self.hand = counted(self.hand, by, 1, self.most_cards()),
            Row::Moves => self.moves = counted(self.moves, by, 1, self.most_moves()),
            Row::Curtain => self.curtain = !self.curtain,
            Row::DeckFile | Row::Name | Row::Seed => {}
        }
        if matches!(self.chosen, Row::Patron | Row::Client) && !self.rulings_chosen {
            // Against a bot nobody need run the table; two teams have a facilitator.
            let teams = self.patron == Holder::Human && self.client == Holder::Human;
            self.adjudication = if teams {
                AdjudicationMode::SemiRigid
            } else {
                AdjudicationMode::Rigid
            };
        }
    }

    /// The deck and the setup, if all is well.
    ///
    /// # Errors
    ///
    /// Says what has to be chosen otherwise; the line in question is chosen then.
    pub fn finished(&mut self) -> Result<(Deck, Setup), String> {
        if self.is_file() && self.file.is_empty() {
            self.chosen = Row::DeckFile;
            return Err("Name the deck's file, or choose a deck of the program.".to_owned());
        }
        if self.deck.is_none() || self.chosen == Row::DeckFile {
            self.load_deck().inspect_err(|_| {
                if self.deck_place >= deck::shipped().len() {
                    self.chosen = Row::DeckFile;
                }
            })?;
        }
        let name = self.name.text().trim().to_owned();
        if name.is_empty() {
            self.chosen = Row::Name;
            return Err("Give the session a name: its file is named after it.".to_owned());
        }
        let Ok(seed) = self.seed.text().trim().parse::<u64>() else {
            self.chosen = Row::Seed;
            return Err(format!(
                "The seed is a whole number from 0 to {}.",
                u64::MAX
            ));
        };
        let Some(deck) = self.deck.clone() else {
            return Err("There is no deck.".to_owned());
        };
        let rules = &deck.scenario.session;
        let setup = Setup {
            name,
            seed,
            seats: BySide::new(self.patron.clone(), self.client.clone()),
            options: Options {
                sealed: self.sealed,
                announcement: self.announcement,
                adjudication: self.adjudication,
            },
            moves: (self.moves != rules.moves).then_some(self.moves),
            moves_spread: None,
            hand: (self.hand as usize != rules.hand).then_some(self.hand),
            demands: (self.demands != rules.demands).then_some(self.demands),
        };
        setup.scenario(&deck).map_err(|error| error.to_string())?;
        Ok((deck, setup))
    }

    /// Where the record will lie.
    pub fn path(&self, folder: &Path, clock: &Clock) -> PathBuf {
        shelf::free_path(folder, self.name.text().trim(), &clock.now())
    }

    fn is_file(&self) -> bool {
        self.deck_place >= deck::shipped().len()
    }

    fn most_cards(&self) -> u32 {
        self.deck.as_ref().map_or(1, |deck| {
            u32::try_from(deck.scenario.cards.len()).unwrap_or(u32::MAX)
        })
    }

    fn most_moves(&self) -> u32 {
        self.deck.as_ref().map_or(LONGEST_SESSION, |deck| {
            let rules = &deck.scenario.session;
            let entries = deck.scenario.events.len() + rules.quiet_events;
            u32::try_from(entries)
                .unwrap_or(LONGEST_SESSION)
                .min(LONGEST_SESSION)
                .saturating_sub(rules.moves_spread)
                .max(1)
        })
    }

    fn next_holder(&self, now: &Holder, by: isize) -> Holder {
        let bots: &[_] = self
            .deck
            .as_ref()
            .map_or(&[], |deck| &deck.scenario.policies);
        let at = match now {
            Holder::Human => 0,
            Holder::Bot(name) => bots
                .iter()
                .position(|policy| policy.name == *name)
                .map_or(0, |at| at + 1),
        };
        match turned(at, by, bots.len() + 1) {
            0 => Holder::Human,
            at => Holder::Bot(bots[at - 1].name.clone()),
        }
    }

    /// Loads the chosen deck and takes its numbers over.
    fn load_deck(&mut self) -> Result<(), String> {
        let loaded = match deck::shipped().get(self.deck_place) {
            Some(shipped) => Deck::from_text(shipped.id, shipped.text).map_err(|p| problems(&p)),
            None => {
                Deck::from_path(Path::new(self.file.text().trim())).map_err(|error| match error {
                    deck::LoadError::Wrong(wrong) => problems(&wrong),
                    other => other.to_string(),
                })
            }
        };
        match loaded {
            Ok(deck) => {
                let rules = &deck.scenario.session;
                self.demands = rules.demands;
                self.hand = u32::try_from(rules.hand).unwrap_or(u32::MAX);
                self.moves = rules.moves;
                let knows = |holder: &Holder| match holder {
                    Holder::Human => true,
                    Holder::Bot(name) => deck.scenario.policy_index(name).is_some(),
                };
                if !knows(&self.patron) {
                    self.patron = Holder::Human;
                }
                if !knows(&self.client) {
                    self.client = Holder::Human;
                }
                self.deck = Some(deck);
                Ok(())
            }
            Err(words) => {
                self.deck = None;
                Err(words)
            }
        }
    }
}

/// A wrong deck in one line: how many problems it has, and the first of them.
fn problems(wrong: &deck::Problems) -> String {
    let first = wrong
        .problems
        .first()
        .map_or("", |problem| problem.message.as_str());
    format!("{wrong}: {first}. `unequal deck check` lists them all.")
}

/// The place after a turn round a circle of choices.
const fn turned(at: usize, by: isize, places: usize) -> usize {
    if by < 0 {
        (at + places - 1) % places
    } else {
        (at + 1) % places
    }
}

/// A number one up or down, kept within its limits.
fn counted(number: u32, by: isize, least: u32, most: u32) -> u32 {
    let next = if by < 0 {
        number.saturating_sub(1)
    } else {
        number + 1
    };
    next.clamp(least, most.max(least))
}
