//! What the patron decides beforehand in sealed mode: what follows if the demand is met, and what if it is not.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::command::Command;
use crate::glance::Glance;
use crate::page::paper::{below, heading, lines, options, wrapped};
use crate::sitting::Sitting;
use crate::walk::Walk;
use crate::widget::option_list::{OptionList, OptionRow};
use unequal_core::model::choice::FollowUp;

const IF_MET: [FollowUp; 2] = [FollowUp::Pocket, FollowUp::Reward];
const IF_DEFIED: [FollowUp; 3] = [FollowUp::Pocket, FollowUp::Punish, FollowUp::BackDown];
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

    /// Draws the two lists.
    pub(super) fn draw(
        self,
        frame: &mut Frame<'_>,
        inner: Rect,
        glance: &Glance<'_>,
        sitting: &Sitting,
    ) {
        let theme = &sitting.theme;
        let text = glance.text();
        let row = |choice: &FollowUp| OptionRow {
            name: text.follow_up(*choice).name.clone(),
            note: text.follow_up(*choice).text.clone(),
            open: true,
            ..OptionRow::default()
        };
        let mut at = inner;
        let groups: [(&str, &[FollowUp], FollowUp, usize); 2] = [
            ("If the demand is met", &IF_MET, self.if_met, 0),
            ("If it is not", &IF_DEFIED, self.if_defied, IF_MET.len()),
        ];
        for (words, all, chosen, before) in groups {
            at = lines(frame, at, &[heading(words, theme.strong)]);
            let rows: Vec<OptionRow> = all.iter().map(row).collect();
            let place = all.iter().position(|choice| *choice == chosen);
            let height = u16::try_from(rows.len()).unwrap_or(0);
            let here = (before..before + rows.len()).contains(&self.row);
            let list = OptionList::new(&rows, place)
                .from(before + 1)
                .at_rest(!here);
            let spot = Rect {
                height: height.min(at.height),
                ..at
            };
            options(&list, spot, frame.buffer_mut(), sitting);
            at = below(at, height + 1);
        }
        let words = "Where the choice turns out not to be open, the answer is pocketed, or else the demand is withdrawn.";
        lines(frame, at, &wrapped(words, usize::from(at.width), theme.dim));
    }
}
