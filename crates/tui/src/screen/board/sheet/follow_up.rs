//! The patron's second sheet: what follows the response, as far as it is legal.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::command::{Command, Hint};
use crate::glance::{Glance, look};
use crate::page::paper::{FULL, below, heading, lines, paper};
use crate::page::{Page, Then};
use crate::screen::board::choices::{Choice, choices, row};
use crate::screen::board::on_table;
use crate::screen::board::sheet::remarks;
use crate::sitting::Sitting;
use crate::widget::change::signed;
use crate::widget::fit::wrap;
use crate::widget::menu::stepped;
use crate::widget::option_list::{OptionList, OptionRow};
use crate::widget::prose::Prose;
use unequal_core::engine::action::Action;
use unequal_core::engine::choice::FollowUp;
use unequal_core::engine::seat::Seat;

/// What follows?
#[derive(Debug)]
pub struct FollowUpSheet {
    chosen: FollowUp,
}

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
    pub const fn new(chosen: FollowUp) -> Self {
        Self { chosen }
    }

    fn go(&mut self, sitting: &Sitting, to: impl Fn(usize, usize) -> usize) {
        let Some(glance) = look(sitting) else {
            return;
        };
        let legal = legal(&glance);
        let at = legal
            .iter()
            .position(|choice| *choice == self.chosen)
            .unwrap_or(0);
        if let Some(choice) = legal.get(to(at, legal.len())) {
            self.chosen = *choice;
        }
    }
}

impl Page for FollowUpSheet {
    fn hints(&self, _app: &Sitting) -> Vec<Hint> {
        vec![
            Command::Confirm.hint("to the reasons"),
            Command::Up.hint("choose"),
            Command::Back.into(),
        ]
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, sitting: &Sitting) {
        let Some(glance) = look(sitting) else {
            return;
        };
        let theme = &sitting.theme;
        let title = format!("{} follows up", glance.text().patron);
        let inner = paper(frame, area, &title, (FULL.0, 20), theme);
        let mut at = inner;
        if let Some(exchange) = glance.view.open_exchange() {
            let pieces = on_table::exchange(&glance, exchange, theme);
            let prose = Prose::new(&pieces, at.width, theme);
            prose.draw(at, frame.buffer_mut(), 0, theme);
            at = below(at, u16::try_from(prose.height() + 1).unwrap_or(u16::MAX));
        }
        let legal = legal(&glance);
        let rows: Vec<OptionRow> = legal
            .iter()
            .map(|choice| row(&glance, &Choice::FollowUp(*choice)))
            .collect();
        let height = u16::try_from(rows.len()).unwrap_or(0).min(at.height);
        let spot = Rect { height, ..at };
        let list = OptionList {
            rows: &rows,
            chosen: legal.iter().position(|choice| *choice == self.chosen),
            first: 1,
            theme,
        };
        sitting.mark_rows(list.places(spot));
        frame.render_widget(&list, spot);
        at = below(at, height + 1);
        let words = glance.text().follow_up(self.chosen);
        let mut said = vec![(words.text.clone(), theme.text)];
        if !words.patron_voice.is_empty() {
            said.push((format!("“{}”", words.patron_voice), theme.patron));
        }
        if let Some(expected) = glance
            .view
            .preview_follow_up(glance.scenario(), self.chosen)
            && expected.crossed > 0
        {
            let words = format!(
                "✗ This would cross a red line: stability {}.",
                signed(expected.supported)
            );
            said.push((words, theme.danger));
        }
        for (text, style) in said {
            for line in wrap(&text, usize::from(at.width)) {
                at = lines(frame, at, &[heading(&line, style)]);
            }
        }
    }

    fn on(&mut self, sitting: &mut Sitting, command: Command) -> Then {
        match command {
            Command::Back => return Then::Close,
            Command::Confirm => {
                let action = Action::FollowUp {
                    choice: self.chosen,
                };
                return Then::Open(remarks::open(sitting, Seat::Patron, action));
            }
            Command::Up => self.go(sitting, |at, rows| stepped(at, -1, rows)),
            Command::Down => self.go(sitting, |at, rows| stepped(at, 1, rows)),
            Command::Pick(number) => {
                self.go(sitting, |_, _| usize::from(number.saturating_sub(1)));
            }
            Command::Row(row) => self.go(sitting, |_, _| usize::from(row)),
            _ => {}
        }
        Then::Stay
    }
}
