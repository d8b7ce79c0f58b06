//! The words of the form: what each line is called, what stands in it, what it means.

use crate::screen::setup::choice::{Row, about_bot, about_rulings, announcement, rulings};
use crate::screen::setup::form::SetupForm;
use unequal_core::deck;
use unequal_core::engine::seat::Seat;
use unequal_session::Holder;

impl SetupForm {
    /// What a line is called.
    pub fn label(&self, row: Row) -> String {
        let side = |seat, otherwise: &str| {
            self.deck.as_ref().map_or_else(
                || otherwise.to_owned(),
                |deck| deck.text.seat_name(seat).to_owned(),
            )
        };
        match row {
            Row::Deck => "Deck".to_owned(),
            Row::DeckFile => "Deck file".to_owned(),
            Row::Name => "Name".to_owned(),
            Row::Patron => side(Seat::Patron, "Patron"),
            Row::Client => side(Seat::Client, "Client"),
            Row::Rulings => "Rulings".to_owned(),
            Row::Answers => "Answers".to_owned(),
            Row::Demands => "Demands a move".to_owned(),
            Row::Announcement => "Several demands".to_owned(),
            Row::Hand => "Cards in hand".to_owned(),
            Row::Moves => "Moves".to_owned(),
            Row::Curtain => "Curtain".to_owned(),
            Row::Seed => "Seed".to_owned(),
        }
    }

    /// The value of a line in words.
    pub fn words(&self, row: Row) -> String {
        match row {
            Row::Deck => deck::shipped()
                .get(self.deck_place)
                .map_or("a file …", |shipped| shipped.title)
                .to_owned(),
            Row::DeckFile => self.file.text().to_owned(),
            Row::Name => self.name.text().to_owned(),
            Row::Patron => holder_words(&self.patron),
            Row::Client => holder_words(&self.client),
            Row::Rulings => rulings(self.adjudication).to_owned(),
            Row::Answers if self.sealed => "sealed: both sides commit, then reveal".to_owned(),
            Row::Answers => "in the open: demand, then answer".to_owned(),
            Row::Announcement => announcement(self.announcement).to_owned(),
            Row::Demands => self.demands.to_string(),
            Row::Hand if self.hand == self.most_cards() => format!("{}, the whole deck", self.hand),
            Row::Hand => self.hand.to_string(),
            Row::Moves => self.moves.to_string(),
            Row::Curtain if self.curtain => "falls between seats".to_owned(),
            Row::Curtain => "none: everybody may see the screen".to_owned(),
            Row::Seed => self.seed.text().to_owned(),
        }
    }

    /// What a line means.
    pub fn about_row(&self, row: Row) -> String {
        match row {
            Row::Deck => self.deck.as_ref().map_or_else(
                || "A deck of your own: name its file in the next line.".to_owned(),
                |deck| {
                    let about = &deck.text.about;
                    if about.summary.is_empty() {
                        about.title.clone()
                    } else {
                        about.summary.clone()
                    }
                },
            ),
            Row::DeckFile => "The path of a deck file. `unequal deck check FILE` lists all that is wrong with one.".to_owned(),
            Row::Name => "What this session is called, on the screen and in the name of its file.".to_owned(),
            Row::Patron => self.about_holder(&self.patron, Seat::Patron),
            Row::Client => self.about_holder(&self.client, Seat::Client),
            Row::Rulings => about_rulings(self.adjudication).to_owned(),
            Row::Answers if self.sealed => "Both sides write their plans at the same time, unseen; then both are opened.".to_owned(),
            Row::Answers => "The demand is tabled, the other side answers it.".to_owned(),
            Row::Demands => "How many demands may be tabled in one move.".to_owned(),
            Row::Announcement => "Where several demands may be tabled in one move: answered one by one, or all together.".to_owned(),
            Row::Hand => "How many demands the stronger side has to choose from in each move.".to_owned(),
            Row::Moves => self.about_moves(),
            Row::Curtain => "Between two seats at one screen the curtain shows only who is to sit down next.".to_owned(),
            Row::Seed => "All luck comes from this number: the same seed and the same acts give the same session. It stands in the record.".to_owned(),
        }
    }

    fn about_moves(&self) -> String {
        let spread = self.deck.as_ref().map_or(0, |deck| {
            deck.scenario
                .session
                .moves_spread
                .min(self.moves.saturating_sub(1))
        });
        if spread == 0 {
            return "How many moves are played.".to_owned();
        }
        format!(
            "How many moves are planned. So that nobody plays for the last one, it is hidden: between {} and {}.",
            self.moves - spread,
            self.moves + spread
        )
    }

    fn about_holder(&self, holder: &Holder, seat: Seat) -> String {
        let does = match seat {
            Seat::Patron => "tables the demands",
            _ => "answers them",
        };
        let side = self.label(match seat {
            Seat::Patron => Row::Patron,
            _ => Row::Client,
        });
        let who = match holder {
            Holder::Human => "A team at this screen holds the seat.".to_owned(),
            Holder::Bot(name) => self
                .deck
                .as_ref()
                .and_then(|deck| {
                    let policies = &deck.scenario.policies;
                    policies.iter().find(|policy| policy.name == *name)
                })
                .map_or_else(String::new, about_bot),
        };
        format!("{side} {does}. {who}")
    }
}

fn holder_words(holder: &Holder) -> String {
    match holder {
        Holder::Human => "people".to_owned(),
        Holder::Bot(name) => format!("bot: {name}"),
    }
}
