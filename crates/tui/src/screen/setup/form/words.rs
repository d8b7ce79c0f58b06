//! The words of the form: what each line means.

use crate::holders;
use crate::screen::setup::choice::about_rulings;
use crate::screen::setup::form::SetupForm;
use unequal_core::engine::seat::Seat;
use unequal_session::Holder;

impl SetupForm {
    /// What the line that has the focus means.
    pub fn about_line(&self) -> String {
        match self.form.focus() {
            "deck" => return self.about_deck(),
            "patron" => return self.about_holder(Seat::Patron),
            "client" => return self.about_holder(Seat::Client),
            "europe" => return self.about_holder(Seat::Europe),
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

    fn about_holder(&self, seat: Seat) -> String {
        let does = match seat {
            Seat::Patron => "tables the demands",
            Seat::Client => "answers them, and may offer of its own accord",
            _ => "is hit by what becomes of the two, and takes one measure a move",
        };
        let who = match self.holder(seat) {
            Holder::Human => "A team at this screen holds the seat.".to_owned(),
            Holder::Outside(_) => "A program of your own holds the seat.".to_owned(),
            Holder::Nobody => {
                "With nobody in the seat two sides play, and no measure is taken.".to_owned()
            }
            Holder::Bot(name) => self.deck.as_ref().map_or_else(String::new, |deck| {
                holders::about_bot(&deck.scenario, seat, &name)
            }),
        };
        format!("{} {does}. {who}", self.form.label(self.form.focus()))
    }
}
