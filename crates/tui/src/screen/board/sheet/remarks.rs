//! The page before an act goes on the record: why, how sure, who disagreed; below it what the act would do.
//!
//! ```text
//! ┌ China: the reasons ────────────────────────────────────────────┐
//! │ China pressed for “Fixed-formula crude discount”               │
//! │                                                                │
//! │ › Why?                 winter prices show what the market      │
//! │                        bears                                   │
//! │   How sure, 0 to 100?  70                                      │
//! │   Who disagreed, how?  …                                       │
//! │                                                                │
//! │ Ctrl-S puts it on the record as it stands. An empty “why” is   │
//! │ counted as a gap: 3 so far.                                    │
//! │                                                                │
//! │ Costs trust, breeds resentment, strains a red line.            │
//! └────────────────────────────────────────────────────────────────┘
//! ```

use ratatui::text::Line;

use crate::effect::Effect;
use crate::page::Sheet;
use crate::page::asking::{self, Asks, Missing};
use crate::page::form::Form;
use crate::page::paper::wrapped;
use crate::sitting::Sitting;
use crate::sitting::drafts::draft_prefix;
use crate::widget::prose::{Piece, Prose};
use unequal_core::engine::action::Action;
use unequal_core::engine::seat::Seat;
use unequal_session::Remarks;
use unequal_session::seal::SealedPlan;

/// What is put on the record.
#[derive(Clone, Debug)]
enum Act {
    /// An act.
    Plain(Action),
    /// A sealed plan.
    Sealed(SealedPlan),
}

/// Why, how sure, who disagreed.
#[derive(Debug)]
struct RemarksSheet {
    seat: Seat,
    act: Act,
    summary: String,
    /// What the act would do.
    does: Vec<Piece>,
    form: Form,
}

/// The page for an act and what it would do, with what was typed for it before.
pub fn open(sitting: &Sitting, seat: Seat, action: Action, does: Vec<Piece>) -> Sheet {
    let summary = summary(sitting, seat, &action);
    let prefix = draft_prefix(seat, action.word());
    laid(sitting, prefix, (seat, Act::Plain(action)), summary, does)
}

/// The page for a sealed plan.
pub fn open_sealed(sitting: &Sitting, seat: Seat, plan: SealedPlan, summary: String) -> Sheet {
    let prefix = draft_prefix(seat, "commit");
    laid(
        sitting,
        prefix,
        (seat, Act::Sealed(plan)),
        summary,
        Vec::new(),
    )
}

fn laid(
    sitting: &Sitting,
    prefix: String,
    (seat, act): (Seat, Act),
    summary: String,
    does: Vec<Piece>,
) -> Sheet {
    let why = "What decided it? One sentence is enough.";
    let form = Form::new(prefix)
        .text(sitting, "rationale", "Why?", 7, why)
        .line(sitting, "confidence", "How sure, 0 to 100?", "–")
        .line(
            sitting,
            "dissent",
            "Who disagreed, how?",
            "nobody, or nobody said so",
        );
    asking::sheet(RemarksSheet {
        seat,
        act,
        summary,
        does,
        form,
    })
}

fn summary(sitting: &Sitting, seat: Seat, action: &Action) -> String {
    let Some(place) = &sitting.place else {
        return String::new();
    };
    let text = &place.deck().text;
    match action {
        Action::Demand {
            card,
            intensity,
            inducement,
        } => unequal_session::telling::demand_words(
            place.deck(),
            &unequal_core::engine::action::NamedDemand {
                card: card.clone(),
                intensity: *intensity,
                inducement: *inducement,
            },
        ),
        Action::Hold => format!("{} asks for nothing", text.patron),
        Action::TakeUp => format!("{} takes up the offer", text.patron),
        Action::Measure { measure, secret } => {
            let secret = if *secret { ", in secret" } else { "" };
            let at = place.scenario().measure_at(measure);
            let title = at.map_or("", |at| text.measures[at].title.as_str());
            format!("{}: {title}{secret}", text.europe_name)
        }
        Action::Abstain => format!("{} takes no measure", text.europe_name),
        Action::CrisisAct { climb_down } => {
            let name = text.seat_name(seat);
            match seat.side().filter(|_| *climb_down) {
                Some(side) => format!("{name}: {}", text.crisis.act(side).name),
                None => format!("{name} stands where it stands"),
            }
        }
        Action::Offer { card, ask } => {
            let scenario = place.scenario();
            let card = scenario.card_at(card).map(|at| &text.cards[at]);
            let card =
                card.map_or_else(String::new, |card| format!("{} {}", card.code, card.title));
            let ask = scenario
                .ask_at(ask)
                .map_or("", |at| text.asks[at].title.as_str());
            format!("{} offers {card}, for: {ask}", text.client)
        }
        Action::NoOffer => format!("{} offers nothing", text.client),
        Action::Respond {
            response,
            instead,
            ask,
            words: own,
        } => {
            let name = &text.response(*response).name;
            let mut words = match own {
                Some(own) => format!("{}: “{own}”, nearest to {name}", text.client),
                None => format!("{}: {name}", text.client),
            };
            let card = instead
                .as_deref()
                .and_then(|id| place.scenario().card_at(id));
            if let Some(card) = card.map(|card| &text.cards[card]) {
                words = format!("{words} → {} {}", card.code, card.title);
            }
            if let Some(ask) = ask {
                words.push_str(", asking: ");
                words.push_str(ask);
            }
            words
        }
        Action::FollowUp { choice } => {
            format!("{}: {}", text.patron, text.follow_up(*choice).name)
        }
        other => other.word().to_owned(),
    }
}

impl RemarksSheet {
    fn remarks(&self) -> Result<Remarks, Missing> {
        let sure = self.form.given("confidence").map(|text| {
            let number = text.trim_end_matches('%').trim().parse::<u8>();
            number.ok().filter(|number| *number <= 100)
        });
        if sure == Some(None) {
            let words = "How sure: a number from 0 to 100, or nothing.";
            return Err(("confidence", words.to_owned()));
        }
        Ok(Remarks {
            rationale: self.form.given("rationale"),
            confidence: sure.flatten(),
            dissent: self.form.given("dissent"),
        })
    }
}

impl Asks for RemarksSheet {
    fn title(&self, sitting: &Sitting) -> String {
        let place = sitting.place.as_ref();
        let name = place.map_or("", |place| place.deck().text.seat_name(self.seat));
        format!("{name}: the reasons")
    }

    fn form(&self) -> &Form {
        &self.form
    }

    fn form_mut(&mut self) -> &mut Form {
        &mut self.form
    }

    fn head(&self, sitting: &Sitting, width: u16) -> Vec<Line<'static>> {
        let style = sitting.theme.seat(self.seat);
        wrapped(&self.summary, usize::from(width), style)
    }

    fn told(&self, sitting: &Sitting, width: u16) -> Vec<Line<'static>> {
        // What is no number is told while it is typed.
        if let Err((_, words)) = self.remarks() {
            return wrapped(&words, usize::from(width), sitting.theme.danger);
        }
        let place = sitting.place.as_ref();
        let so_far = place.map_or(0, |place| place.unreasoned(self.seat).0);
        let words = format!(
            "Ctrl-S puts it on the record as it stands. An empty “why” is counted as a gap: {so_far} so far."
        );
        let mut told = wrapped(&words, usize::from(width), sitting.theme.dim);
        if !self.does.is_empty() {
            let prose = Prose::new(&self.does, width.saturating_sub(2), &sitting.theme);
            told.push(Line::default());
            told.extend(prose.into_lines());
        }
        told
    }

    fn effects(&self, _sitting: &Sitting) -> Result<Vec<Effect>, Missing> {
        let (seat, remarks) = (self.seat, self.remarks()?);
        Ok(vec![match self.act.clone() {
            Act::Plain(action) => Effect::Submit {
                seat,
                action,
                remarks,
            },
            Act::Sealed(plan) => Effect::Seal {
                seat,
                plan,
                remarks,
            },
        }])
    }
}
