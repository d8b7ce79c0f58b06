//! The course of the session: turn zero, STARTEX, who holds a seat, how rulings are made, length, ENDEX.

use crate::command::{Command, Hint};
use crate::glance::{Glance, look};
use crate::keymap::Layer;
use crate::page::asking::white_cell;
use crate::page::listing::{self, Lists};
use crate::page::{Sheet, Then};
use crate::screen::board::room::parts::mode_words;
use crate::screen::board::room::{aloud, briefings, hand_over, length, rename};
use crate::screen::board::sheet::note;
use crate::sitting::Sitting;
use crate::widget::option_list::OptionRow;
use crate::widget::prose::Piece;
use unequal_core::deck::plain;
use unequal_core::engine::action::Action;
use unequal_core::engine::phase::Phase;
use unequal_core::engine::seat::Seat;
use unequal_session::telling::{count, holder_words};

/// What may be done with the course of the session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Rehearse,
    StartEx,
    ToRead,
    HandOver(Seat),
    RuleHow,
    Length,
    Name,
    End,
}

#[derive(Debug)]
struct Course;

/// The list.
pub fn sheet() -> Sheet {
    listing::sheet(Course, 0)
}

/// The steps that can be taken now.
fn steps(glance: &Glance<'_>) -> Vec<Step> {
    let view = &glance.view;
    let first = view.phase == Phase::Inject && view.move_number <= 1 && view.path.len() <= 1;
    let mut steps = Vec::new();
    if !view.room.started && !view.room.rehearsing && first {
        steps.push(Step::Rehearse);
    }
    if !view.room.started && (view.room.rehearsing || first) {
        steps.push(Step::StartEx);
    }
    steps.push(Step::ToRead);
    steps.extend(Seat::PLAYING.map(Step::HandOver));
    steps.extend([Step::RuleHow, Step::Length, Step::Name]);
    if !view.room.rehearsing {
        steps.push(Step::End);
    }
    steps
}

impl Lists for Course {
    fn title(&self, _glance: &Glance<'_>) -> String {
        "The course of the session".to_owned()
    }

    fn layer(&self) -> Layer {
        Layer::Sheet
    }

    fn rows(&self, glance: &Glance<'_>) -> Vec<OptionRow> {
        let row = |name: String, note: String| OptionRow {
            name,
            note,
            open: true,
            ..OptionRow::default()
        };
        steps(glance)
            .into_iter()
            .map(|step| match step {
                Step::Rehearse => row("Turn zero".to_owned(), "a rehearsal".to_owned()),
                Step::StartEx => row(
                    "STARTEX".to_owned(),
                    if glance.view.room.rehearsing {
                        "turn zero is thrown away".to_owned()
                    } else {
                        "from here on it counts".to_owned()
                    },
                ),
                Step::ToRead => row(
                    "What is read".to_owned(),
                    "aloud, and by each side".to_owned(),
                ),
                Step::HandOver(seat) => row(
                    format!("Who plays {}", glance.name(seat)),
                    match glance.place.back(seat) {
                        None => holder_words(glance.place.holder(seat)),
                        Some(back) => format!(
                            "{}, people again from move {back}",
                            holder_words(glance.place.holder(seat))
                        ),
                    },
                ),
                Step::RuleHow => row(
                    "How rulings are made".to_owned(),
                    mode_words(glance.view.options.adjudication).to_owned(),
                ),
                Step::Length => row(
                    "How long it lasts".to_owned(),
                    format!(
                        "{} planned",
                        count(glance.view.moves_planned, "move", "moves")
                    ),
                ),
                Step::Name => row(
                    "What it is called".to_owned(),
                    plain(&glance.place.standing().name),
                ),
                Step::End => row("ENDEX".to_owned(), "end the session here".to_owned()),
            })
            .collect()
    }

    fn empty(&self) -> &'static str {
        "Nothing can be done."
    }

    fn pieces(&self, glance: &Glance<'_>, _app: &Sitting, place: usize) -> Vec<Piece> {
        let words = match steps(glance).get(place) {
            Some(Step::Rehearse) => {
                "Everybody learns the steps on a move that does not count. Its dice and news are its own; \
                 at STARTEX everything is as set up."
            }
            Some(Step::StartEx) => {
                "What all sides accept for the exercise comes up first, to be read aloud; the session begins from there."
            }
            Some(Step::ToRead) => {
                "What all sides accept for the exercise, and the briefing of each side."
            }
            Some(Step::HandOver(_)) => {
                "A bot can play on for a team that has to leave, and people can take a seat from a bot. Europe’s \
                 may stay empty."
            }
            Some(Step::RuleHow) => {
                "By rule only; by rule, and you may rule otherwise with a reason; or you name every result."
            }
            Some(Step::Length) => {
                "More moves, or fewer. The number is known to everybody from then on."
            }
            Some(Step::Name) => {
                "Another name for the session, on every screen and paper. Its file keeps its name."
            }
            Some(Step::End) => {
                "The ending is worked out from where the table stands. It can be undone."
            }
            None => "",
        };
        vec![Piece::Text(words.to_owned())]
    }

    fn hints(&self, _glance: &Glance<'_>, _place: Option<usize>) -> Vec<Hint> {
        vec![Command::Confirm.hint("do this")]
    }

    fn on(&mut self, sitting: &mut Sitting, command: Command, place: Option<usize>) -> Then {
        if command != Command::Confirm {
            return Then::Stay;
        }
        let Some(glance) = look(sitting) else {
            return Then::Close;
        };
        let Some(step) = place.and_then(|place| steps(&glance).get(place).copied()) else {
            return Then::Stay;
        };
        match step {
            Step::Rehearse => Then::Do(white_cell(Action::Rehearse)),
            Step::StartEx => Then::Open(aloud::sheet(true)),
            Step::ToRead => Then::Open(briefings::sheet(true)),
            Step::HandOver(seat) => Then::Open(hand_over::sheet(sitting, &glance, seat)),
            Step::RuleHow => Then::Open(hand_over::mode_sheet(sitting)),
            Step::Length => Then::Open(length::sheet(sitting, &glance)),
            Step::Name => Then::Open(rename::session(&glance.place.standing().name)),
            Step::End => Then::Open(note::end(sitting)),
        }
    }
}
