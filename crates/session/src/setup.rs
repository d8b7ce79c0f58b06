//! How a session is set up: who sits where, how long, with which luck.

use crate::error::SessionError;
use unequal_core::deck::Deck;
use unequal_core::engine::RULES;
use unequal_core::engine::limits::{LONGEST_SESSION, MOST_DEMANDS};
use unequal_core::engine::options::Options;
use unequal_core::engine::scenario::Scenario;
use unequal_core::engine::seat::Seat;
use unequal_core::engine::side::BySide;
use unequal_core::store::version::PROGRAM;
use unequal_core::store::{DeckCopy, Header, SessionOptions};

pub use unequal_core::engine::holder::Holder;

/// Everything that is decided before STARTEX.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Setup {
    /// The session's name.
    pub name: String,
    /// The seed of all luck.
    pub seed: u64,
    /// Who holds the seats that play.
    pub seats: BySide<Holder>,
    /// How the session is played.
    pub options: Options,
    /// Moves planned, instead of the deck's.
    pub moves: Option<u32>,
    /// Spread of the hidden last move, instead of the deck's.
    pub moves_spread: Option<u32>,
    /// Cards in hand, instead of the deck's.
    pub hand: Option<u32>,
    /// Demands a move, instead of the deck's.
    pub demands: Option<u32>,
}

impl Setup {
    /// A setup as the deck suggests it, people in every seat.
    pub fn of_people(name: impl Into<String>, seed: u64) -> Self {
        Self {
            name: name.into(),
            seed,
            seats: BySide::from_fn(|_| Holder::Human),
            options: Options::default(),
            moves: None,
            moves_spread: None,
            hand: None,
            demands: None,
        }
    }

    /// Who holds a seat; white cell and observers are always people.
    pub fn holder(&self, seat: Seat) -> &Holder {
        match seat.side() {
            Some(side) => &self.seats[side],
            None => &Holder::Human,
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
                play: self.options,
                moves: self.moves,
                moves_spread: self.moves_spread,
                hand: self.hand,
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
            hand: header.options.hand,
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
        rules.hand = self.hand.map_or(rules.hand, |hand| {
            usize::try_from(hand).unwrap_or(usize::MAX)
        });
        rules.demands = self.demands.unwrap_or(rules.demands);
        let entries = scenario.events.len() + rules.quiet_events;
        let longest = u32::try_from(entries)
            .unwrap_or(u32::MAX)
            .min(LONGEST_SESSION);
        let wrong = |what: &'static str, given: String, allowed: String| {
            Err(SessionError::Setup {
                what,
                given,
                allowed,
            })
        };
        let too_long = rules.moves > longest
            || (rules.moves_spread < rules.moves && rules.longest() > longest);
        if rules.moves == 0 || too_long {
            let most = longest.saturating_sub(rules.moves_spread).max(1);
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
        if rules.hand == 0 || rules.hand > scenario.cards.len() {
            let most = scenario.cards.len();
            return wrong(
                "cards in hand",
                rules.hand.to_string(),
                format!("1 to {most}"),
            );
        }
        if rules.demands == 0 || rules.demands > MOST_DEMANDS {
            return wrong(
                "demands a move",
                rules.demands.to_string(),
                format!("1 to {MOST_DEMANDS}"),
            );
        }
        for (_, holder) in self.seats.iter() {
            if let Holder::Bot(name) = holder
                && scenario.policy_index(name).is_none()
            {
                let names = scenario.policies.iter().map(|policy| policy.name.clone());
                return Err(SessionError::NoSuchBot {
                    name: name.clone(),
                    known: names.collect(),
                });
            }
        }
        Ok(scenario)
    }
}
