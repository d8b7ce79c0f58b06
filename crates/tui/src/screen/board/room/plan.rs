//! The plan of injects: what is due, waiting, held back or done, what each would move now, and what to do with it.
//!
//! ```text
//! ┌ Injects · 1 due ─────────────────────────────────────────────────────────────┐
//! │ › 1 Ports closed by ice      ● due · in move 3, the demand                   │
//! │   2 Leak of a side letter    waiting · when trust is 40 or less              │
//! │   3 Sanctions package        held back · when it is called for               │
//! │                                                                              │
//! │ Ports closed by ice                                                          │
//! │ Two ports are closed for a week …                                            │
//! │ Now it would move: trust −5 · stability heading for 55 instead of 58         │
//! └──────────────────────────────────────────────────────────────────────────────┘
//! ```

use crate::command::{Command, Hint};
use crate::errand::Order;
use crate::glance::{Glance, look};
use crate::keymap::Layer;
use crate::notice::Tone;
use crate::page::asking::white_cell;
use crate::page::listing::{self, Lists};
use crate::page::{Sheet, Then};
use crate::screen::board::room::parts::{counted, joined};
use crate::screen::board::room::{news, plan_inject};
use crate::sitting::Sitting;
use crate::widget::option_list::OptionRow;
use crate::widget::prose::Piece;
use unequal_core::engine::action::Action;
use unequal_core::engine::room::inject::{Due, InjectStatus, PlannedInject};
use unequal_session::dry_run::Coming;
use unequal_session::telling::{due_words, news_title};

#[derive(Debug)]
struct Plan;

/// The plan, at the first inject that is due or open.
pub fn sheet(glance: &Glance<'_>) -> Sheet {
    let plan = planned(glance);
    let due = plan.iter().position(|one| is_due(glance, one));
    let open = plan.iter().position(PlannedInject::is_open);
    listing::sheet(Plan, due.or(open).unwrap_or(0))
}

fn planned<'a>(glance: &'a Glance<'_>) -> &'a [PlannedInject] {
    glance.view.room.plan.as_deref().unwrap_or_default()
}

fn is_due(glance: &Glance<'_>, planned: &PlannedInject) -> bool {
    glance.view.room.due.contains(&planned.id)
}

fn status(glance: &Glance<'_>, planned: &PlannedInject) -> String {
    let due = due_words(glance.place.deck(), &planned.due);
    match planned.status {
        InjectStatus::Waiting if is_due(glance, planned) => format!("● due · {due}"),
        InjectStatus::Waiting => format!("○ waiting · {due}"),
        InjectStatus::Held => format!("‖ held back · {due}"),
        InjectStatus::Fired(0) => "✓ fired in turn zero".to_owned(),
        InjectStatus::Fired(number) => format!("✓ fired in move {number}"),
        InjectStatus::Skipped => "– skipped".to_owned(),
    }
}

/// When an inject would come if bots played on: `If bots played on: in 31 of 50 runs, mostly in move 4`.
fn coming_words(coming: &Coming) -> String {
    let came: u64 = coming.by_move.iter().map(|(_, runs)| runs).sum();
    let all = came + coming.never;
    let most = coming.by_move.iter().max_by_key(|(_, runs)| *runs);
    match most {
        Some((number, _)) => {
            format!("If bots played on: in {came} of {all} runs, most often in move {number}.")
        }
        None => format!("If bots played on: in none of {all} runs."),
    }
}

/// The plan in a line: `● 1 due · 3 waiting · 1 held back`.
pub fn summary(glance: &Glance<'_>) -> (String, bool) {
    let due = glance.view.room.due.len();
    let count = |wanted: InjectStatus| {
        let all = planned(glance).iter();
        all.filter(|one| one.status == wanted).count()
    };
    let parts = [
        counted(due, "due"),
        counted(count(InjectStatus::Waiting).saturating_sub(due), "waiting"),
        counted(count(InjectStatus::Held), "held back"),
    ];
    let words = joined(&parts);
    if due > 0 {
        return (format!("● {words}"), true);
    }
    if words.is_empty() {
        let done = planned(glance).len();
        let words = match done {
            0 => "nothing is planned".to_owned(),
            done => format!("{done} done"),
        };
        return (words, false);
    }
    (words, false)
}

impl Lists for Plan {
    fn title(&self, glance: &Glance<'_>) -> String {
        format!("Injects · {}", summary(glance).0)
    }

    fn layer(&self) -> Layer {
        Layer::Plan
    }

    fn rows(&self, glance: &Glance<'_>) -> Vec<OptionRow> {
        planned(glance)
            .iter()
            .map(|one| OptionRow {
                name: unequal_core::deck::plain(&news_title(glance.place.deck(), &one.news)),
                note: status(glance, one),
                open: one.is_open(),
                ..OptionRow::default()
            })
            .collect()
    }

    fn empty(&self) -> &'static str {
        "Nothing is planned yet. n plans an inject: for a moment, on a condition, or to be called for. \
         x brings something into play at once. The news of each move comes from the deck besides."
    }

    fn pieces(&self, glance: &Glance<'_>, sitting: &Sitting, place: usize) -> Vec<Piece> {
        let Some(one) = planned(glance).get(place) else {
            return Vec::new();
        };
        let theme = &sitting.theme;
        let mut pieces = news::pieces(glance, &one.news, theme);
        pieces.push(Piece::Gap);
        pieces.push(Piece::Aside(status(glance, one)));
        if one.is_open() {
            pieces.push(Piece::Heading(
                news::effect(glance, &one.news),
                theme.strong,
            ));
        }
        let comings = sitting.desk.comings(glance.place).unwrap_or_default();
        if let Some(coming) = comings.iter().find(|coming| coming.id == one.id)
            && one.due != Due::Called
        {
            pieces.push(Piece::Text(coming_words(coming)));
        }
        if let Some(expects) = &one.expects {
            let seen = if one.reacted {
                " · the reaction was seen"
            } else {
                ""
            };
            let words = format!("Hoped for: {}{seen}", unequal_core::deck::plain(expects));
            pieces.push(Piece::Text(words));
        }
        pieces
    }

    fn wants(&self, sitting: &Sitting) -> Option<Order> {
        let place = sitting.place.as_ref()?;
        let open =
            look(sitting).is_some_and(|glance| planned(&glance).iter().any(PlannedInject::is_open));
        (open && sitting.desk.comings(place).is_none()).then_some(Order::DryRun)
    }

    fn hints(&self, glance: &Glance<'_>, place: Option<usize>) -> Vec<Hint> {
        let chosen = place.and_then(|place| planned(glance).get(place));
        let mut hints = Vec::new();
        if let Some(one) = chosen {
            if one.is_open() {
                hints.push(Command::Fire.into());
                hints.push(if one.status == InjectStatus::Held {
                    Command::HoldBack.hint("release")
                } else {
                    Command::HoldBack.into()
                });
                hints.push(Command::AnotherTime.into());
                hints.push(Command::Skip.into());
            } else if matches!(one.status, InjectStatus::Fired(_)) {
                hints.push(Command::Reaction.into());
            }
        }
        hints.push(Command::PlanInject.into());
        hints.push(Command::InjectNow.into());
        hints
    }

    fn on(&mut self, sitting: &mut Sitting, command: Command, place: Option<usize>) -> Then {
        let Some(glance) = look(sitting) else {
            return Then::Close;
        };
        match command {
            Command::PlanInject => return Then::Open(plan_inject::plan(sitting, &glance)),
            Command::InjectNow => return Then::Open(plan_inject::now(sitting, &glance)),
            _ => {}
        }
        let Some(one) = place.and_then(|place| planned(&glance).get(place)) else {
            return Then::Stay;
        };
        let id = one.id.clone();
        let said = match (command, one.status) {
            (Command::Fire, _) if one.is_open() => {
                return Then::Do(white_cell(Action::FireInject { id }));
            }
            (Command::HoldBack, InjectStatus::Waiting) => {
                return Then::Open(plan_inject::hold_back(sitting, &id));
            }
            (Command::HoldBack, InjectStatus::Held) => {
                return Then::Do(white_cell(Action::ReleaseInject { id }));
            }
            (Command::AnotherTime, _) if one.is_open() => {
                return Then::Open(plan_inject::another_time(sitting, &glance, &id));
            }
            (Command::Skip, _) if one.is_open() => {
                return Then::Open(plan_inject::skip(sitting, &id));
            }
            (Command::Reaction, InjectStatus::Fired(_)) => {
                return Then::Open(plan_inject::reaction(sitting, &id));
            }
            (Command::Reaction, _) => "A reaction is noted once the inject has come into play.",
            (
                Command::Fire | Command::HoldBack | Command::AnotherTime | Command::Skip,
                InjectStatus::Fired(_),
            ) => "This inject has come into play; undo takes it back.",
            (
                Command::Fire | Command::HoldBack | Command::AnotherTime | Command::Skip,
                InjectStatus::Skipped,
            ) => "This inject was skipped; undo takes that back, n plans it anew.",
            _ => return Then::Stay,
        };
        sitting.say(Tone::Plain, said);
        Then::Stay
    }
}
