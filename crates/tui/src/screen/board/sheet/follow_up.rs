//! The patron's second sheet: what follows the response, as far as it is legal.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::Line;

use crate::command::{Command, Hint};
use crate::glance::{Glance, look};
use crate::page::paper::{FULL, Reading, below, inside, options, paper, wrapped};
use crate::page::{Page, Then};
use crate::screen::board::choices::{Choice, choices};
use crate::screen::board::effects;
use crate::screen::board::on_table;
use crate::screen::board::option::row;
use crate::screen::board::sheet::remarks;
use crate::sitting::Sitting;
use crate::walk::Walk;
use crate::widget::change::signed;
use crate::widget::option_list::{OptionList, OptionRow};
use crate::widget::prose::Prose;
use unequal_core::engine::action::Action;
use unequal_core::engine::seat::Seat;
use unequal_core::model::choice::FollowUp;

/// What follows?
#[derive(Debug)]
pub struct FollowUpSheet {
    walk: Walk,
}

/// Columns and rows of the sheet.
const SIZE: (u16, u16) = (FULL.0, 20);

fn legal(glance: &Glance<'_>) -> Vec<FollowUp> {
    choices(glance)
        .into_iter()
        .filter_map(|choice| match choice {
            Choice::FollowUp(follow_up) => Some(follow_up),
            _ => None,
        })
        .collect()
}

impl FollowUpSheet {
    /// Opens the sheet at a follow-up.
    pub fn new(glance: &Glance<'_>, chosen: FollowUp) -> Self {
        let place = legal(glance).iter().position(|choice| *choice == chosen);
        Self {
            walk: Walk::at(place.unwrap_or(0)),
        }
    }

    fn chosen(&self, glance: &Glance<'_>) -> Option<FollowUp> {
        let legal = legal(glance);
        let place = self.walk.chosen(legal.len())?;
        Some(legal[place])
    }

    /// The exchange, the list, and what there is to read of the chosen follow-up.
    fn laid_out(
        &self,
        inner: Rect,
        glance: &Glance<'_>,
        sitting: &Sitting,
    ) -> (Prose, Rect, Reading) {
        let theme = &sitting.theme;
        let mut at = inner;
        let mut told = Prose::default();
        if let Some(exchange) = glance.view.open_exchange() {
            told = Prose::new(
                &on_table::exchange(glance, exchange, theme),
                at.width,
                theme,
            );
            at = below(at, u16::try_from(told.height() + 1).unwrap_or(u16::MAX));
        }
        let rows = u16::try_from(legal(glance).len()).unwrap_or(u16::MAX);
        let list = Rect {
            height: rows.min(at.height),
            ..at
        };
        let place = below(at, list.height + 1);
        let columns = usize::from(place.width.saturating_sub(2));
        let mut lines = Vec::new();
        if let Some(chosen) = self.chosen(glance) {
            let words = glance.text().follow_up(chosen);
            lines.extend(wrapped(&words.text, columns, theme.text));
            if !words.patron_voice.is_empty() {
                let voice = format!("“{}”", words.patron_voice);
                lines.extend(wrapped(&voice, columns, theme.patron));
            }
            let expected = glance.view.preview_follow_up(glance.scenario(), chosen);
            if let Some(expected) = &expected
                && !expected.changes.is_empty()
            {
                let moved = format!("It moves: {}", effects::words(glance, &expected.changes));
                lines.push(Line::default());
                lines.extend(wrapped(&moved, columns, theme.text));
            }
            if let Some(expected) = expected.filter(|expected| expected.crossed > 0) {
                let by = signed(expected.supported);
                let words = format!("✗ This would cross a red line: stability {by}.");
                lines.extend(wrapped(&words, columns, theme.danger));
            }
        }
        (told, list, Reading::of(lines, place))
    }
}

impl Page for FollowUpSheet {
    fn hints(&self, sitting: &Sitting) -> Vec<Hint> {
        let mut hints = vec![
            Command::Confirm.hint("to the reasons"),
            Command::Up.hint("choose"),
        ];
        let laid_out =
            look(sitting).map(|glance| self.laid_out(inside(sitting, SIZE), &glance, sitting));
        if laid_out.is_some_and(|(.., reading)| reading.goes_on()) {
            hints.push(Command::PageDown.hint("read on"));
        }
        hints.push(Command::Back.into());
        hints
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, sitting: &Sitting) {
        let Some(glance) = look(sitting) else {
            return;
        };
        let theme = &sitting.theme;
        let title = format!("{} follows up", glance.text().patron);
        let inner = paper(frame, area, &title, SIZE, theme);
        let (told, spot, reading) = self.laid_out(inner, &glance, sitting);
        told.draw(inner, frame.buffer_mut(), 0, theme);
        let legal = legal(&glance);
        let rows: Vec<OptionRow> = legal
            .iter()
            .map(|choice| row(&glance, &Choice::FollowUp(*choice)))
            .collect();
        let list = OptionList::new(&rows, self.walk.chosen(rows.len()));
        options(&list, spot, frame.buffer_mut(), sitting);
        reading.draw(frame, self.walk.scroll(), theme);
    }

    fn on(&mut self, sitting: &mut Sitting, command: Command) -> Then {
        let Some(glance) = look(sitting) else {
            return Then::Close;
        };
        match (command, self.chosen(&glance)) {
            (Command::Back, _) => Then::Close,
            (Command::Confirm, Some(choice)) => {
                let action = Action::FollowUp { choice };
                Then::Open(remarks::open(sitting, Seat::Patron, action))
            }
            (other, _) => {
                let (.., reading) = self.laid_out(inside(sitting, SIZE), &glance, sitting);
                let rows = legal(&glance).len();
                self.walk.follow(other, rows, Some(reading.text()));
                Then::Stay
            }
        }
    }
}
