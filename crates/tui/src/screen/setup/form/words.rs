//! The words of the form: what each line means.

use crate::screen::setup::choice::{about_bot, about_rulings};
use crate::screen::setup::form::SetupForm;
use unequal_core::engine::side::Side;
use unequal_session::Holder;

impl SetupForm {
    /// What the line that has the focus means.
    pub fn about_line(&self) -> String {
        if let Some(side) = Side::from_word(self.form.focus()) {
            return self.about_holder(side);
        }
        match self.form.focus() {
            "deck" => return self.about_deck(),
            "moves" => return self.about_moves(),
            "rulings" => about_rulings(self.adjudication()),
            "file" => "The path of a deck file. `unequal deck check FILE` lists all that is wrong with one.",
            "name" => "What this session is called, on the screen and in the name of its file.",
            "answers" if self.is_sealed() => {
                "Both sides write their plans at the same time, unseen; then both are opened."
            }
            "answers" => "The demand is tabled, the other side answers it.",
            "demands" => "How many demands may be tabled in one move.",
            "announcement" => {
                "Where several demands may be tabled in one move: answered one by one, or all together."
            }
            "hand" => "How many demands the stronger side has to choose from in each move.",
            "curtain" => {
                "Between two seats at one screen the curtain shows only who is to sit down next."
            }
            "seed" => {
                "All luck comes from this number: the same seed and the same acts give the same session. It stands in the record."
            }
            _ => "",
        }
        .to_owned()
    }

    fn about_deck(&self) -> String {
        let Some(deck) = &self.deck else {
            return "A deck of your own: name its file in the next line.".to_owned();
        };
        let about = &deck.text.about;
        if about.summary.is_empty() {
            about.title.clone()
        } else {
            about.summary.clone()
        }
    }

    fn about_moves(&self) -> String {
        let moves = self.number("moves");
        let spread = self.deck.as_ref().map_or(0, |deck| {
            let spread = deck.scenario.session.moves_spread;
            spread.min(moves.saturating_sub(1))
        });
        if spread == 0 {
            return "How many moves are played.".to_owned();
        }
        format!(
            "How many moves are planned. So that nobody plays for the last one, it is hidden: between {} and {}.",
            moves - spread,
            moves + spread
        )
    }

    fn about_holder(&self, side: Side) -> String {
        let does = match side {
            Side::Patron => "tables the demands",
            Side::Client => "answers them",
        };
        let who = match self.holder(side) {
            Holder::Human => "A team at this screen holds the seat.".to_owned(),
            Holder::Bot(name) => {
                let policies = self.deck.iter().flat_map(|deck| &deck.scenario.policies);
                let policy = policies.into_iter().find(|policy| policy.name == name);
                policy.map_or_else(String::new, about_bot)
            }
        };
        format!("{} {does}. {who}", self.form.label(self.form.focus()))
    }
}
