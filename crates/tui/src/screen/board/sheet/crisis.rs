//! A side's sheet in a crisis: whether it climbs down, with what that would come to beside each choice of the other.
//!
//! ```text
//! ┌ Crisis: does Russia climb down? ────────────────────────────────────────────┐
//! │ If China stands, too       stab. trust resent. auton. endur. strain gains   │
//! │ › 1 Appeal                   ✓+5     ·       ·    !−2      ·      ·     ·   │
//! │   2 Stand where we stand     !±0     ·       ·     ✓·      ·      ·     ·   │
//! │                                                                             │
//! │ If China climbs down                                                        │
//! │ stability +14 · autonomy −2                                                 │
//! │ Russia could afford to leave: China would ask for no more than a request.   │
//! └─────────────────────────────────────────────────────────────────────────────┘
//! ```

use crate::command::{Command, Hint};
use crate::glance::{Glance, look};
use crate::keymap::Layer;
use crate::page::decision::Decision;
use crate::page::listing::{self, Lists};
use crate::page::{Sheet, Then};
use crate::screen::board::choices::{Choice, choices};
use crate::screen::board::option::row;
use crate::screen::board::sheet::remarks;
use crate::screen::board::{consequence, effects, on_table};
use crate::sitting::Sitting;
use crate::widget::choice_table::ChoiceTable;
use crate::widget::option_list::OptionRow;
use crate::widget::prose::Piece;
use unequal_core::engine::action::Action;
use unequal_core::model::choice::Intensity;
use unequal_core::model::side::{BySide, Side};
use unequal_session::telling::count;

#[derive(Debug)]
struct ClimbDown;

/// The sheet, at a choice.
pub fn sheet(glance: &Glance<'_>, climb_down: bool) -> Sheet {
    let at = open(glance).iter().position(|choice| *choice == climb_down);
    listing::sheet(ClimbDown, at.unwrap_or(0))
}

/// What the side may choose: to climb down, or to stand.
fn open(glance: &Glance<'_>) -> Vec<bool> {
    let acts = choices(glance).into_iter();
    acts.filter_map(|choice| match choice {
        Choice::CrisisAct(climb_down) => Some(climb_down),
        _ => None,
    })
    .collect()
}

const fn other(side: Side) -> Side {
    match side {
        Side::Patron => Side::Client,
        Side::Client => Side::Patron,
    }
}

/// What it costs and binds when a side climbs down.
pub fn told(glance: &Glance<'_>, side: Side) -> Vec<Piece> {
    let (text, scenario) = (glance.text(), glance.scenario());
    let rules = &scenario.crisis;
    let limit = rules.act.intensity_limit.min(Intensity::ALL.len() - 1);
    let limit = text.intensity(Intensity::ALL[limit]).name.to_lowercase();
    let (patron, client) = (&text.patron, &text.client);
    let words = match side {
        Side::Patron => format!(
            "It takes {} of effort, and {patron} asks for no more than a {limit} in this move.",
            rules.act.effort
        ),
        Side::Client if glance.view.exit >= rules.exit_at => format!(
            "{client} could afford to leave, so {patron} could ask for no more than a {limit} in this move."
        ),
        Side::Client => format!(
            "{client} could not afford to leave: {patron} may go on asking as hard as it likes."
        ),
    };
    vec![
        Piece::Text(text.crisis.act(side).text.clone()),
        Piece::Text(words),
    ]
}

impl Lists for ClimbDown {
    fn title(&self, glance: &Glance<'_>) -> String {
        format!("Crisis: does {} climb down?", glance.name(glance.seat))
    }

    fn layer(&self) -> Layer {
        Layer::Sheet
    }

    fn rows(&self, glance: &Glance<'_>) -> Vec<OptionRow> {
        let all = open(glance).into_iter();
        all.map(|climb_down| row(glance, &Choice::CrisisAct(climb_down)))
            .collect()
    }

    fn empty(&self) -> &'static str {
        "This side has decided."
    }

    fn pieces(&self, glance: &Glance<'_>, sitting: &Sitting, place: usize) -> Vec<Piece> {
        let (Some(side), Some(own)) = (glance.seat.side(), open(glance).get(place).copied()) else {
            return Vec::new();
        };
        let name = glance.name(other(side).into());
        let mut pieces = Vec::new();
        for theirs in [true, false] {
            let acts = BySide::from_fn(|of| if of == side { own } else { theirs });
            let moved = glance.view.preview_crisis_acts(glance.scenario(), acts);
            let heading = if theirs {
                format!("If {name} climbs down")
            } else {
                format!("If {name} stands where it stands")
            };
            let hue = sitting.theme.seat(other(side).into());
            pieces.push(Piece::Heading(heading, hue));
            pieces.extend(consequence::told(glance, &effects::certain(&moved)));
        }
        pieces.push(Piece::Gap);
        if own {
            pieces.extend(told(glance, side));
        }
        let left = glance.view.signposts.crisis_moves_left;
        let left = count(left, "more move", "more moves");
        pieces.push(Piece::Aside(format!(
            "The partnership breaks after {left} like the last. {name} does not see this before both have decided."
        )));
        pieces
    }

    fn decides(&self) -> bool {
        true
    }

    fn decision(&self, glance: &Glance<'_>, sitting: &Sitting, place: usize) -> Option<Decision> {
        let side = glance.seat.side()?;
        let name = glance.name(other(side).into());
        let weighed = |climb_down: bool| {
            let acts = BySide::from_fn(|of| climb_down && of == side);
            let moved = glance.view.preview_crisis_acts(glance.scenario(), acts);
            let name = row(glance, &Choice::CrisisAct(climb_down)).name;
            consequence::row(glance, name, &effects::certain(&moved))
        };
        let mut known = on_table::pieces(glance, &sitting.theme);
        known.extend([Piece::Gap, consequence::legend(glance)]);
        Some(Decision {
            table: ChoiceTable {
                head: format!("If {name} stands"),
                columns: consequence::columns(glance),
                rows: open(glance).into_iter().map(weighed).collect(),
                chosen: Some(place),
                ..ChoiceTable::default()
            },
            does: self.pieces(glance, sitting, place),
            known,
            ..Decision::default()
        })
    }

    fn hints(&self, _glance: &Glance<'_>, _place: Option<usize>) -> Vec<Hint> {
        vec![Command::Confirm.hint("to the reasons")]
    }

    fn on(&mut self, sitting: &mut Sitting, command: Command, place: Option<usize>) -> Then {
        if command != Command::Confirm {
            return Then::Stay;
        }
        let Some(glance) = look(sitting) else {
            return Then::Close;
        };
        let Some(climb_down) = place.and_then(|place| open(&glance).get(place).copied()) else {
            return Then::Stay;
        };
        let action = Action::CrisisAct { climb_down };
        let does = place.map_or_else(Vec::new, |place| self.pieces(&glance, sitting, place));
        Then::Open(remarks::open(sitting, glance.seat, action, does))
    }
}
