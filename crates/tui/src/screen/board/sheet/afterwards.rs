//! What the patron decides beforehand in sealed mode: what follows if the demand is met, and what if it is not.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::command::Command;
use crate::glance::Glance;
use crate::page::decision::Decision;
use crate::page::paper::below;
use crate::screen::board::effects::{Likely, certain};
use crate::screen::board::{card, consequence, stakes};
use crate::sitting::Sitting;
use crate::theme::Theme;
use crate::walk::Walk;
use crate::widget::choice_table::ChoiceTable;
use crate::widget::fit::pad;
use crate::widget::prose::Piece;
use unequal_core::model::choice::{Demand, FollowUp, Response};

const IF_MET: [FollowUp; 2] = [FollowUp::Pocket, FollowUp::Reward];
const IF_DEFIED: [FollowUp; 3] = [FollowUp::Pocket, FollowUp::Punish, FollowUp::BackDown];
/// Columns of the heading over the names.
const HEAD: usize = 22;
const ROWS: usize = IF_MET.len() + IF_DEFIED.len();

/// The follow-ups that are decided beforehand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Afterwards {
    /// What follows if the demand is met.
    pub if_met: FollowUp,
    /// What follows if it is not.
    pub if_defied: FollowUp,
    /// The row under the cursor: those of a met demand first.
    row: usize,
}

impl Default for Afterwards {
    fn default() -> Self {
        Self {
            if_met: FollowUp::Pocket,
            if_defied: FollowUp::Punish,
            row: 0,
        }
    }
}

impl Afterwards {
    /// Follows a command through the two lists, and takes what stands under the cursor.
    pub(super) fn follow(&mut self, command: Command) {
        let mut rows = Walk::at(self.row);
        if !rows.follow(command, ROWS, None) {
            return;
        }
        self.row = rows.chosen(ROWS).unwrap_or(0);
        match self.row.checked_sub(IF_MET.len()) {
            None => self.if_met = IF_MET[self.row],
            Some(place) => self.if_defied = IF_DEFIED[place],
        }
    }

    /// The page on which they are chosen.
    pub(super) fn decision(self, glance: &Glance<'_>, demand: Demand, theme: &Theme) -> Decision {
        let text = glance.text();
        let (choice, response) = self.under();
        let words = text.follow_up(choice);
        let likely = weighed(glance, demand, response, choice);
        let mut does = vec![Piece::Text(words.text.clone())];
        if !words.patron_voice.is_empty() {
            let voice = format!("“{}”", words.patron_voice);
            does.push(Piece::Heading(voice, theme.patron));
        }
        does.extend(consequence::told(glance, &likely));
        let closed = "Where the choice turns out not to be open, the answer is pocketed, or else the demand is \
                      withdrawn.";
        let mut known = vec![Piece::Text(closed.to_owned())];
        for part in [
            stakes::promised(glance, demand, theme),
            card::pieces(glance, demand.card, theme),
            vec![consequence::legend(glance)],
        ] {
            known.push(Piece::Gap);
            known.extend(part);
        }
        let tables = self.tables(glance, demand);
        let rows: u16 = tables.iter().map(ChoiceTable::height).sum();
        Decision {
            own: [rows + 1, 0],
            does,
            known,
            ..Decision::default()
        }
    }

    /// The follow-up under the cursor, and an answer that it would be given to.
    fn under(self) -> (FollowUp, Response) {
        match self.row.checked_sub(IF_MET.len()) {
            None => (IF_MET[self.row], Response::Accept),
            Some(place) => (IF_DEFIED[place], Response::Refuse),
        }
    }

    /// The two lists as tables.
    fn tables(self, glance: &Glance<'_>, demand: Demand) -> [ChoiceTable; 2] {
        let groups: [(&str, &[FollowUp], FollowUp, Response, usize); 2] = [
            (
                "If the demand is met",
                &IF_MET,
                self.if_met,
                Response::Accept,
                0,
            ),
            (
                "If it is not",
                &IF_DEFIED,
                self.if_defied,
                Response::Refuse,
                IF_MET.len(),
            ),
        ];
        groups.map(|(head, all, chosen, response, before)| {
            let row = |choice: &FollowUp| {
                let name = glance.text().follow_up(*choice).name.clone();
                consequence::row(glance, name, &weighed(glance, demand, response, *choice))
            };
            let here = (before..before + all.len()).contains(&self.row);
            ChoiceTable {
                // As wide as the other's, so that the columns of both stand below each other.
                head: pad(head, HEAD),
                columns: consequence::columns(glance),
                rows: all.iter().map(row).collect(),
                chosen: all.iter().position(|choice| *choice == chosen),
                rests: !here,
                before,
                fixed: true,
                ..ChoiceTable::default()
            }
        })
    }

    /// Draws the two lists.
    pub(super) fn draw(
        self,
        frame: &mut Frame<'_>,
        area: Rect,
        (glance, demand): (&Glance<'_>, Demand),
        sitting: &Sitting,
    ) {
        let mut at = area;
        for table in self.tables(glance, demand) {
            let spot = Rect {
                height: table.height().min(at.height),
                ..at
            };
            sitting.mark_rows(table.places(spot));
            table.draw(spot, frame.buffer_mut(), &sitting.theme);
            at = below(at, table.height());
        }
    }
}

/// What a follow-up would come to as things stand.
fn weighed(glance: &Glance<'_>, demand: Demand, response: Response, choice: FollowUp) -> Likely {
    let scenario = glance.scenario();
    let view = &glance.view;
    certain(&view.preview_follow_up_to(scenario, demand, response, choice))
}
