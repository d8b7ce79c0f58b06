//! A team's own idea becomes a card: title and domain, and numbers taken from the deck's cards of that gravity.

use ratatui::text::Line;

use crate::effect::Effect;
use crate::glance::{Glance, look};
use crate::page::Sheet;
use crate::page::asking::{self, Asks, Missing, required, white_cell};
use crate::page::form::Form;
use crate::page::paper::heading;
use crate::screen::board::option::severity;
use crate::sitting::Sitting;
use crate::sitting::drafts::draft_prefix;
use crate::widget::fit::wrap;
use unequal_core::deck::text::Severity;
use unequal_core::engine::action::Action;
use unequal_core::engine::limits::{
    Range, WRITTEN_AUTONOMY, WRITTEN_CAPACITY, WRITTEN_ENDURANCE, WRITTEN_FRONT, WRITTEN_GAIN,
    WRITTEN_LOCK_IN, WRITTEN_RED_LINE,
};
use unequal_core::engine::room::written::WrittenCard;
use unequal_core::engine::seat::Seat;
use unequal_core::model::place::{At as _, DomainAt};
use unequal_core::model::scenario::Card;
use unequal_session::telling::whole;

/// How grave a card may be, in the order of the choice.
const GRAVITIES: [Severity; 3] = [Severity::Mild, Severity::Firm, Severity::Severe];

/// The numbers of a card: the line, what it is called, what it is taken from.
type Number = (&'static str, &'static str, Range, fn(&Card) -> i64);
const NUMBERS: [Number; 7] = [
    ("gain", "Gain", WRITTEN_GAIN, |card| card.gain),
    ("autonomy", "Costs of freedom", WRITTEN_AUTONOMY, |card| {
        card.autonomy_cost
    }),
    ("capacity", "Of capacity", WRITTEN_CAPACITY, |card| {
        card.capacity_need
    }),
    (
        "endurance",
        "Costs of endurance",
        WRITTEN_ENDURANCE,
        |card| card.endurance_cost,
    ),
    ("red-line", "On the red line", WRITTEN_RED_LINE, |card| {
        card.red_line_weight
    }),
    ("lock-in", "Lock-in", WRITTEN_LOCK_IN, |card| card.lock_in),
    ("front", "Shared front", WRITTEN_FRONT, |card| {
        card.shared_front
    }),
];

/// What a number is called, and where it may lie.
fn label(name: &str, (least, most): Range) -> String {
    format!("{name}, {} to {most}", whole(least))
}

#[derive(Debug)]
struct NewDemand {
    form: Form,
}

/// The sheet.
pub fn sheet(sitting: &Sitting, glance: &Glance<'_>) -> Sheet {
    let domains = glance.text().domains.iter();
    let gravities = GRAVITIES.map(|one| severity(one).to_owned());
    let mut form = Form::new(draft_prefix(Seat::WhiteCell, "write-demand"))
        .line(sitting, "title", "Title", "what is asked, in a line")
        .choice(
            "domain",
            "Domain",
            domains.map(|d| d.name.clone()).collect(),
            0,
        )
        .choice("gravity", "How grave", gravities.to_vec(), 1)
        .text(
            sitting,
            "text",
            "To read",
            3,
            "in the team’s own words; may stay empty",
        );
    for (key, name, range, _) in NUMBERS {
        form = form.line(sitting, key, &label(name, range), "");
    }
    let mut sheet = NewDemand { form };
    // What was typed and not sent is still there; where nothing was, the template fills in.
    if sheet.form.given("gain").is_none() {
        sheet.fill(glance);
    }
    asking::sheet(sheet)
}

/// The middle one of some numbers.
fn middle(mut numbers: Vec<i64>) -> Option<i64> {
    numbers.sort_unstable();
    numbers.get(numbers.len() / 2).copied()
}

impl NewDemand {
    /// Fills the numbers with the middle of the deck's cards of the chosen gravity.
    fn fill(&mut self, glance: &Glance<'_>) {
        let gravity = GRAVITIES[self.form.chosen("gravity").min(2)];
        let texts = &glance.text().cards;
        let cards: Vec<&Card> = glance
            .scenario()
            .cards
            .iter()
            .zip(texts)
            .filter(|(_, text)| text.severity == gravity)
            .map(|(card, _)| card)
            .collect();
        let fallback: [i64; 7] = match gravity {
            Severity::Mild => [5, 4, 22, 1, 2, 2, 0],
            Severity::Firm => [7, 7, 30, 2, 4, 3, 0],
            Severity::Severe => [9, 12, 40, 3, 8, 2, 1],
        };
        for ((key, .., number), fallback) in NUMBERS.into_iter().zip(fallback) {
            let found = middle(cards.iter().map(|card| number(card)).collect());
            self.form.set(key, &found.unwrap_or(fallback).to_string());
        }
    }
}

/// The first free id of a written card.
fn free_id(glance: &Glance<'_>) -> String {
    let scenario = glance.scenario();
    (1..=scenario.cards.len() + 1)
        .map(|number| format!("room-{number}"))
        .find(|id| scenario.card_at(id).is_none())
        .unwrap_or_default()
}

impl Asks for NewDemand {
    fn title(&self, sitting: &Sitting) -> String {
        let patron = look(sitting).map_or_else(String::new, |glance| glance.text().patron.clone());
        format!("A new demand for {patron}")
    }

    fn form(&self) -> &Form {
        &self.form
    }

    fn form_mut(&mut self) -> &mut Form {
        &mut self.form
    }

    fn record(&self) -> &'static str {
        "deal the card"
    }

    fn told(&self, sitting: &Sitting, width: u16) -> Vec<Line<'static>> {
        let words = "The numbers are the middle of the deck’s cards of that gravity; change what does not fit.";
        wrap(words, usize::from(width))
            .iter()
            .map(|line| heading(line, sitting.theme.dim))
            .collect()
    }

    fn changed(&mut self, sitting: &Sitting, key: &'static str) {
        if key == "gravity"
            && let Some(glance) = look(sitting)
        {
            self.fill(&glance);
        }
    }

    fn effects(&self, sitting: &Sitting) -> Result<Vec<Effect>, Missing> {
        let Some(glance) = look(sitting) else {
            return Ok(Vec::new());
        };
        let form = &self.form;
        let number = |place: usize| {
            let (key, name, range, _) = NUMBERS[place];
            form.number(key)
                .ok_or_else(|| (key, format!("{}: a number is needed.", label(name, range))))
        };
        let domains = &glance.scenario().domains;
        let domain = DomainAt::new(form.chosen("domain").min(domains.len().saturating_sub(1)));
        let card = WrittenCard {
            id: free_id(&glance),
            title: required(
                form,
                "title",
                "A title is needed: what is asked, in a line.",
            )?,
            text: form.typed("text"),
            domain: domains[domain].id.clone(),
            gain: number(0)?,
            autonomy_cost: number(1)?,
            capacity_need: number(2)?,
            endurance_cost: number(3)?,
            red_line_weight: number(4)?,
            lock_in: number(5)?,
            shared_front: number(6)?,
        };
        Ok(white_cell(Action::WriteDemand { card }))
    }
}
