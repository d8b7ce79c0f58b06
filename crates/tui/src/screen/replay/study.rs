//! What the program has to say of a session: a layer of its own, that can be switched off.
//!
//! It rests on where the red lines truly lie, so that it is shown with everything only.

use std::collections::BTreeMap;

use crate::app::App;
use crate::command::Command;
use crate::effect::Effect;
use crate::errand::{Found, Order};
use crate::screen::replay::mark::Mark;
use crate::screen::replay::sheet::HIDDEN;
use crate::screen::replay::{Replay, here, say};
use crate::theme::Theme;
use crate::widget::prose::Piece;
use unequal_papers::report::model::ShareLine;
use unequal_papers::report::{Aar, signed_tenth};
use unequal_session::expectations::Answer;
use unequal_session::fan::Fan;

/// What the program found.
#[derive(Debug, Default)]
pub(super) struct Study {
    /// Whether it is not shown.
    hidden: bool,
    /// What can be said of the whole session.
    pub(super) aar: Option<Box<Aar>>,
    /// What could be expected of single entries.
    pub(super) answers: BTreeMap<u64, Answer>,
    /// Where sessions could go from entries.
    pub(super) fans: BTreeMap<u64, Fan>,
}

impl Replay {
    /// Takes in what was worked out.
    pub fn learn(&mut self, found: Found) {
        match found {
            Found::Study(aar) => self.study.aar = Some(aar),
            Found::Explained(answer) => {
                self.study.answers.insert(answer.entry, *answer);
            }
            Found::Fan(fan) => {
                self.study.fans.insert(fan.entry, *fan);
            }
            Found::Expected(..)
            | Found::Compared(_)
            | Found::Report(_)
            | Found::Outlook(..)
            | Found::DryRun(..)
            | Found::Trouble(_) => {}
        }
        self.mark_anew();
    }

    /// Whether the program's remarks are shown.
    pub(super) fn shows_findings(&self) -> bool {
        !self.study.hidden && self.knows_the_future()
    }

    /// The moments that the program found to have moved most.
    pub(super) fn turning_marks(&self) -> Vec<(u64, Mark)> {
        if !self.shows_findings() {
            return Vec::new();
        }
        let aar = self.study.aar.iter();
        aar.flat_map(|aar| &aar.turning_points.points)
            .map(|point| (point.entry, Mark::Turning))
            .collect()
    }

    /// What the program says of an entry.
    pub(super) fn finding_pieces(&self, number: u64, theme: &Theme) -> Vec<Piece> {
        let Some(aar) = self.study.aar.as_ref().filter(|_| self.shows_findings()) else {
            return Vec::new();
        };
        let mut said = Vec::new();
        let mut points = aar.turning_points.points.iter();
        if let Some(point) = points.find(|point| point.entry == number) {
            said.push(match point.error {
                Some(error) => format!(
                    "A turning point: it moved expected final stability by {}, give or take {:.1}.",
                    signed_tenth(point.moved),
                    2.0 * error
                ),
                None => format!(
                    "A turning point: it moved the outlook by {} points.",
                    signed_tenth(point.moved)
                ),
            });
        }
        let share = aar.attribution.iter().flat_map(|shares| &shares.lines);
        for line in share {
            said.extend(share_words(line, number));
        }
        if said.is_empty() {
            return Vec::new();
        }
        let heading = Piece::Heading("◆ The program".to_owned(), theme.accent);
        [Piece::Gap, heading]
            .into_iter()
            .chain(said.into_iter().map(Piece::Point))
            .collect()
    }
}

/// What an act accounts for, in a sentence.
fn share_words(line: &ShareLine, number: u64) -> Option<String> {
    let (worth, against) = if number == line.demand_entry {
        (line.demand_worth, "asking for nothing")
    } else if number == line.reply_entry {
        (line.reply_worth, "accepting in part")
    } else {
        return None;
    };
    Some(format!(
        "Accounts for {} points of the final stability, against {against}; taken out alone, for {}.",
        signed_tenth(worth.shapley),
        unequal_session::telling::signed(worth.leave_one_out)
    ))
}

/// Does a command about what the program says; gives its effects where it was one.
pub(super) fn on(app: &mut App, command: Command) -> Option<Vec<Effect>> {
    let busy = app.errands.words();
    let (replay, table) = here(app)?;
    let may_know = replay.knows_the_future();
    match command {
        Command::Findings => {
            replay.study.hidden = !replay.study.hidden;
            replay.mark_anew();
            let words = if replay.study.hidden {
                "What the program found is left out."
            } else {
                "What the program found is shown, under ◆."
            };
            say(app, words);
            Some(Vec::new())
        }
        Command::Expectations if !may_know => {
            say(app, HIDDEN);
            Some(Vec::new())
        }
        Command::Expectations => {
            let known = replay
                .study
                .aar
                .as_ref()
                .is_some_and(|aar| aar.expectations.is_some());
            if known {
                say(
                    app,
                    "The expectations are worked out: ◆ marks what moved them, e explains an entry.",
                );
                return Some(Vec::new());
            }
            let words = match busy {
                Some(busy) => format!("Under way: {busy}. Esc breaks it off."),
                None => "Working out what could be expected after every entry; you can go on. Esc breaks it off.".to_owned(),
            };
            say(app, words);
            let wanted = !app.errands.does(&Order::Expect);
            Some(
                wanted
                    .then_some(Effect::Work(Order::Expect))
                    .into_iter()
                    .collect(),
            )
        }
        Command::Report => {
            let recorded = table.path().is_some();
            let open = table.has_ended() || may_know;
            if !recorded {
                say(
                    app,
                    "This session is not in a file: there is nothing to report on.",
                );
                return Some(Vec::new());
            }
            if !open {
                say(
                    app,
                    "The report tells everything: look with all eyes first (s).",
                );
                return Some(Vec::new());
            }
            say(app, "Writing the report …");
            Some(vec![Effect::Work(Order::Report)])
        }
        _ => None,
    }
}
