//! A question that the program asks by itself, with its few answers: Esc gives the first.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::command::Command;
use crate::page::paper::{below, inside, lines, options, paper, wrapped};
use crate::sitting::Sitting;
use crate::walk::Walk;
use crate::widget::option_list::{OptionList, OptionRow};

/// Columns of its box, where the terminal has so many.
const WIDTH: u16 = 64;

/// Where one is on the answers.
#[derive(Debug, Default)]
pub(crate) struct Question {
    walk: Walk,
}

impl Question {
    /// Draws what is asked, and the answers, each with what follows from it.
    pub(crate) fn draw(
        &self,
        (frame, area): (&mut Frame<'_>, Rect),
        sitting: &Sitting,
        (title, about): (&str, &str),
        answers: &[(&str, String)],
    ) {
        let theme = &sitting.theme;
        let width = usize::from(inside(sitting, (WIDTH, 8)).width);
        let about = wrapped(about, width, theme.text);
        let rows: Vec<OptionRow> = answers
            .iter()
            .map(|(name, note)| OptionRow {
                name: (*name).to_owned(),
                note: note.clone(),
                open: true,
                ..OptionRow::default()
            })
            .collect();
        let wanted = u16::try_from(about.len() + 1 + rows.len()).unwrap_or(u16::MAX);
        let inner = paper(frame, area, title, (WIDTH, wanted), theme);
        let at = below(lines(frame, inner, &about), 1);
        let list = OptionList::new(&rows, self.walk.chosen(rows.len()));
        options(&list, at, frame.buffer_mut(), sitting);
    }

    /// The place of the answer that a command gives, of so many; none where it gives none yet.
    pub(crate) fn answered(&mut self, command: Command, answers: usize) -> Option<usize> {
        let place = match command {
            Command::Back => 0,
            Command::Confirm | Command::Record => self.walk.chosen(answers).unwrap_or(0),
            Command::Pick(number) => usize::from(number.saturating_sub(1)),
            other => {
                self.walk.follow(other, answers, None);
                return None;
            }
        };
        (place < answers).then_some(place)
    }
}
