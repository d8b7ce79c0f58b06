//! The white cell's sheets that rule on what comes before the demand: Europe's measure, who climbs down, an offer.
//!
//! ```text
//! ┌ Rule what Europe does ──────────────────────────────────────────────────────┐
//! │ › Measure  ‹ No measure ›                                                   │
//! │   Why      the members were not asked                                       │
//! │                                                                             │
//! │ It takes the place of what Europe decides, before the dice.                 │
//! └─────────────────────────────────────────────────────────────────────────────┘
//! ```

use ratatui::text::Line;

use crate::effect::Effect;
use crate::glance::{Glance, lines, look};
use crate::page::Sheet;
use crate::page::asking::{self, Asks, Missing, required, white_cell};
use crate::page::form::Form;
use crate::page::paper::wrapped;
use crate::screen::board::sheet::crisis;
use crate::screen::board::sheet::measure::{prospects, step_row};
use crate::sitting::Sitting;
use crate::sitting::drafts::draft_prefix;
use crate::widget::prose::{Piece, Prose};
use unequal_core::engine::action::Action;
use unequal_core::engine::seat::Seat;
use unequal_core::model::choice::Step;
use unequal_core::model::side::Side;
use unequal_session::telling::crisis_act_words;

const WHY: &str = "A ruling of your own needs a reason: it stays in the record.";

/// What is ruled.
#[derive(Debug)]
enum What {
    /// Europe takes one of these, or none: the first choice.
    Measure(Vec<Step>),
    /// A side climbs down, or does not: the choices that are open.
    CrisisAct(Side, Vec<bool>),
    /// The offer was never tabled.
    Veto,
}

#[derive(Debug)]
struct Overrule {
    what: What,
    form: Form,
}

/// The sheet for Europe's measure.
pub fn measure(sitting: &Sitting, glance: &Glance<'_>) -> Sheet {
    let settable = glance.place.settable().unwrap_or_default();
    let steps = settable.iter().filter_map(|act| match act {
        Action::SetMeasure {
            measure: Some(id),
            secret,
            ..
        } => Some(Step {
            measure: glance.scenario().measure_at(id)?,
            in_secret: *secret,
        }),
        _ => None,
    });
    let steps: Vec<Step> = steps.collect();
    let rows = steps.iter().map(|step| step_row(glance, *step));
    let names = rows.map(|row| format!("{} · {}", row.name, row.note));
    let names = std::iter::once("No measure".to_owned()).chain(names);
    let form = Form::new(draft_prefix(Seat::WhiteCell, "set-measure"))
        .choice("measure", "Measure", names.collect(), 0)
        .text(sitting, "reason", "Why", 3, "stays in the record");
    asking::sheet(Overrule {
        what: What::Measure(steps),
        form,
    })
}

/// The sheet for a side's act in a crisis.
pub fn crisis_act(sitting: &Sitting, glance: &Glance<'_>, side: Side) -> Sheet {
    let deck = glance.place.deck();
    let settable = glance.place.settable().unwrap_or_default();
    let acts = settable.iter().filter_map(|act| match act {
        Action::SetCrisisAct { of, climb_down, .. } if *of == side => Some(*climb_down),
        _ => None,
    });
    let acts: Vec<bool> = acts.collect();
    let names = acts.iter().map(|act| crisis_act_words(deck, side, *act));
    let form = Form::new(draft_prefix(Seat::WhiteCell, "set-crisis-act"))
        .choice("act", "Ruling", names.collect(), 0)
        .text(sitting, "reason", "Why", 3, "stays in the record");
    asking::sheet(Overrule {
        what: What::CrisisAct(side, acts),
        form,
    })
}

/// The sheet for a veto of the offer.
pub fn veto(sitting: &Sitting) -> Sheet {
    let form = Form::new(draft_prefix(Seat::WhiteCell, "veto-offer"));
    asking::sheet(Overrule {
        what: What::Veto,
        form: form.text(sitting, "reason", "Why", 3, "stays in the record"),
    })
}

impl Overrule {
    /// The step that is chosen; none: no measure.
    fn step(&self) -> Option<Step> {
        let What::Measure(steps) = &self.what else {
            return None;
        };
        let place = self.form.chosen("measure").checked_sub(1)?;
        steps.get(place).copied()
    }
}

impl Asks for Overrule {
    fn title(&self, sitting: &Sitting) -> String {
        let Some(glance) = look(sitting) else {
            return String::new();
        };
        match &self.what {
            What::Measure(_) => format!("Rule what {} does", glance.text().europe_name),
            What::CrisisAct(side, _) => {
                format!("Rule whether {} climbs down", glance.name((*side).into()))
            }
            What::Veto => "Veto the offer".to_owned(),
        }
    }

    fn form(&self) -> &Form {
        &self.form
    }

    fn form_mut(&mut self) -> &mut Form {
        &mut self.form
    }

    fn record(&self) -> &'static str {
        "so it stands"
    }

    fn head(&self, sitting: &Sitting, width: u16) -> Vec<Line<'static>> {
        let offer = look(sitting).and_then(|glance| {
            let offer = glance.view.open_offer()?;
            Some(lines::offer(&glance, offer))
        });
        match (&self.what, offer) {
            (What::Veto, Some(offer)) => wrapped(&offer, width.into(), sitting.theme.client),
            _ => Vec::new(),
        }
    }

    fn told(&self, sitting: &Sitting, width: u16) -> Vec<Line<'static>> {
        let Some(glance) = look(sitting) else {
            return Vec::new();
        };
        let pieces = match &self.what {
            What::Measure(_) => {
                let words = "It takes the place of what the seat decides, before the dice.";
                let told = self
                    .step()
                    .map(|step| prospects(&glance, step, &sitting.theme));
                let mut pieces = vec![Piece::Aside(words.to_owned())];
                pieces.extend(told.unwrap_or_default());
                pieces
            }
            What::CrisisAct(side, _) => crisis::told(&glance, *side),
            What::Veto => vec![Piece::Aside(
                "The offer was never tabled: nothing is set aside, and the next one need not wait."
                    .to_owned(),
            )],
        };
        Prose::new(&pieces, width, &sitting.theme).into_lines()
    }

    fn effects(&self, sitting: &Sitting) -> Result<Vec<Effect>, Missing> {
        let reason = required(&self.form, "reason", WHY)?;
        Ok(white_cell(match &self.what {
            What::Measure(_) => {
                let Some(glance) = look(sitting) else {
                    return Ok(Vec::new());
                };
                let step = self.step();
                let id = |step: Step| glance.scenario().measure(step.measure).id.clone();
                Action::SetMeasure {
                    measure: step.map(id),
                    secret: step.is_some_and(|step| step.in_secret),
                    reason,
                }
            }
            What::CrisisAct(side, acts) => Action::SetCrisisAct {
                of: *side,
                climb_down: acts.get(self.form.chosen("act")) == Some(&true),
                reason,
            },
            What::Veto => Action::VetoOffer { reason },
        }))
    }
}
