//! How a session is set up: who sits where, how long, with which luck.

use crate::error::SessionError;
use unequal_core::bot::EuropeBot;
use unequal_core::deck::Deck;
use unequal_core::engine::RULES;
use unequal_core::engine::limits::{LONGEST_SESSION, MOST_DEMANDS};
use unequal_core::engine::options::Options;
use unequal_core::engine::seat::Seat;
use unequal_core::model::scenario::Scenario;
use unequal_core::store::version::PROGRAM;
use unequal_core::store::{DeckCopy, Header, SessionOptions};

pub use unequal_core::engine::holder::{Holder, Holders};

/// Everything that is decided before STARTEX.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setup {
    /// The session's name.
    pub name: String,
    /// The seed of all luck.
    pub seed: u64,
    /// Who holds the seats that play.
    pub seats: Holders,
    /// How the session is played; whether somebody sits in Europe's seat follows from who holds it.
    pub options: Options,
    /// Moves planned, instead of the deck's.
    pub moves: Option<u32>,
    /// Spread of the hidden last move, instead of the deck's.
    pub moves_spread: Option<u32>,
    /// Demands a move, instead of the deck's.
    pub demands: Option<u32>,
}

impl Setup {
    /// A setup as the deck suggests it, people at both sides and nobody in Europe's seat.
    pub fn of_people(name: impl Into<String>, seed: u64) -> Self {
        Self {
            name: name.into(),
            seed,
            seats: Holders::default(),
            options: Options::default(),
            moves: None,
            moves_spread: None,
            demands: None,
        }
    }

    /// Who holds a seat; white cell and audience are always people.
    pub const fn holder(&self, seat: Seat) -> &Holder {
        match self.seats.of(seat) {
            Some(holder) => holder,
            None => &Holder::Human,
        }
    }

    /// How the session is played, with or without Europe as its seats are held.
    pub fn play(&self) -> Options {
        Options {
            europe: self.seats.europe != Holder::Nobody,
            ..self.options
        }
    }

    /// The header that this setup gives a record.
    pub fn header(&self, deck: &Deck, at: &str) -> Header {
        Header {
            rules: RULES,
            program: PROGRAM.to_owned(),
            name: self.name.clone(),
            started: at.to_owned(),
            seed: self.seed,
            options: SessionOptions {
                play: self.play(),
                moves: self.moves,
                moves_spread: self.moves_spread,
                demands: self.demands,
            },
            seats: self.seats.clone(),
            parent: None,
            deck: DeckCopy::new(
                deck.format,
                deck.scenario.id.clone(),
                deck.text.about.title.clone(),
                deck.source.clone(),
            ),
        }
    }

    /// The setup that a record's header tells of.
    pub fn from_header(header: &Header) -> Self {
        Self {
            name: header.name.clone(),
            seed: header.seed,
            seats: header.seats.clone(),
            options: header.options.play,
            moves: header.options.moves,
            moves_spread: header.options.moves_spread,
            demands: header.options.demands,
        }
    }

    /// The deck as a session with this setup plays it: its rules data with the setup's changes, and no
    /// card that was written in the room of another session.
    ///
    /// # Errors
    ///
    /// Names the choice that the deck cannot serve, and what it can.
    pub fn deck_in_play(&self, mut deck: Deck) -> Result<Deck, SessionError> {
        deck.forget_written();
        deck.scenario = self.scenario(&deck)?;
        Ok(deck)
    }

    /// The deck's rules data with this setup's changes.
    ///
    /// # Errors
    ///
    /// Names the choice that the deck cannot serve, and what it can.
    pub fn scenario(&self, deck: &Deck) -> Result<Scenario, SessionError> {
        let mut scenario = deck.scenario.clone();
        let rules = &mut scenario.session;
        if let Some(moves) = self.moves {
            rules.moves = moves;
            rules.moves_spread = rules.moves_spread.min(moves.saturating_sub(1));
        }
        rules.moves_spread = self.moves_spread.unwrap_or(rules.moves_spread);
        rules.demands = self.demands.unwrap_or(rules.demands);
        let too_long = rules.moves > LONGEST_SESSION
            || (rules.moves_spread < rules.moves && rules.longest() > LONGEST_SESSION);
        if rules.moves == 0 || too_long {
            let most = LONGEST_SESSION.saturating_sub(rules.moves_spread).max(1);
            return wrong("moves", rules.moves.to_string(), format!("1 to {most}"));
        }
        if rules.moves_spread >= rules.moves {
            let most = rules.moves - 1;
            return wrong(
                "spread of the last move",
                rules.moves_spread.to_string(),
                format!("0 to {most}"),
            );
        }
        if rules.demands == 0 || rules.demands > MOST_DEMANDS {
            return wrong(
                "demands a move",
                rules.demands.to_string(),
                format!("1 to {MOST_DEMANDS}"),
            );
        }
        for seat in Seat::PLAYING {
            can_hold(&scenario, seat, self.holder(seat))?;
        }
        Ok(scenario)
    }
}

fn wrong<T>(what: &'static str, given: String, allowed: String) -> Result<T, SessionError> {
    Err(SessionError::Setup {
        what,
        given,
        allowed,
    })
}

/// The bots that may hold a seat, by their names.
pub fn bots_for(scenario: &Scenario, seat: Seat) -> Vec<String> {
    if seat == Seat::Europe {
        let bots = EuropeBot::ALL.iter().copied();
        bots.filter(|bot| *bot != EuropeBot::Absent)
            .map(|bot| bot.word().to_owned())
            .collect()
    } else {
        let policies = scenario.policies.iter();
        policies.map(|policy| policy.name.clone()).collect()
    }
}

/// Checks that a seat that plays can be held so.
pub(crate) fn can_hold(
    scenario: &Scenario,
    seat: Seat,
    holder: &Holder,
) -> Result<(), SessionError> {
    match holder {
        Holder::Human | Holder::Outside(_) => Ok(()),
        Holder::Nobody if seat == Seat::Europe => Ok(()),
        Holder::Nobody => wrong(
            seat.word(),
            holder.to_string(),
            "people, a bot or a program".to_owned(),
        ),
        Holder::Bot(name) => {
            let known = bots_for(scenario, seat);
            if known.contains(name) {
                return Ok(());
            }
            Err(SessionError::NoSuchBot {
                name: name.clone(),
                known,
            })
        }
    }
}
