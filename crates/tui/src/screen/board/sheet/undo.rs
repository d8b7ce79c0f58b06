//! The white cell's sheet to go back: to which entry, and why. Nothing is erased.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::command::{Command, Hint};
use crate::effect::Effect;
use crate::field::{LineField, Typing};
use crate::glance::{Glance, look};
use crate::keymap::Layer;
use crate::notice::Tone;
use crate::page::paper::{below, heading, lines, paper, wrapped};
use crate::page::{Page, Then};
use crate::sitting::Sitting;
use crate::sitting::drafts::draft_prefix;
use crate::walk::Walk;
use crate::widget::fit::wrap;
use crate::widget::record_list::RecordList;
use unequal_core::engine::action::Action;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::seat::Seat;
use unequal_session::Remarks;
use unequal_session::telling::known_words;

/// Go back.
#[derive(Debug)]
pub struct UndoSheet {
    /// The first entry that is taken back, among those that stand.
    walk: Walk,
    reason: LineField,
}

/// The entries that can be taken back, oldest first, by their numbers.
fn standing<'a>(glance: &Glance<'a>) -> &'a [EntryNumber] {
    &glance.place.standing().line
}

impl UndoSheet {
    /// Opens the sheet at the last entry, where there is one.
    pub fn new(sitting: &Sitting) -> Option<Self> {
        let last = look(sitting)?.place.last_number();
        Self::from(sitting, last)
    }

    /// Opens the sheet so that an entry and all after it would be taken back, where any stands.
    pub fn from(sitting: &Sitting, number: EntryNumber) -> Option<Self> {
        let glance = look(sitting)?;
        let all = standing(&glance);
        if all.is_empty() {
            return None;
        }
        let first = all.iter().position(|of| *of >= number);
        let name = format!("{}reason", draft_prefix(Seat::WhiteCell, "undo"));
        Some(Self {
            walk: Walk::at(first.unwrap_or(all.len() - 1)),
            reason: LineField::new(1000)
                .with_value(&sitting.draft(&name))
                .with_draft(&name)
                .with_placeholder("a slip, a misunderstanding, a wish to try again …"),
        })
    }

    fn submit(&self, sitting: &mut Sitting) -> Then {
        let reason = self.reason.text().trim().to_owned();
        if reason.is_empty() {
            sitting.say(Tone::Trouble, "Say why: the reason stays in the record.");
            return Then::Stay;
        }
        let Some(glance) = look(sitting) else {
            return Then::Close;
        };
        let all = standing(&glance);
        let first = self.walk.chosen(all.len()).unwrap_or(0);
        let to = first
            .checked_sub(1)
            .map_or(EntryNumber::STARTEX, |place| all[place]);
        Then::Do(vec![Effect::Submit {
            seat: Seat::WhiteCell,
            action: Action::Undo { to, reason },
            remarks: Remarks::default(),
        }])
    }
}

impl Page for UndoSheet {
    fn layer(&self) -> Layer {
        Layer::Line
    }

    fn field_mut(&mut self) -> Option<&mut dyn Typing> {
        Some(&mut self.reason)
    }

    fn hints(&self, _app: &Sitting) -> Vec<Hint> {
        vec![
            Command::Confirm.hint("take back"),
            Command::Up.hint("how far"),
            Command::Back.into(),
        ]
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, sitting: &Sitting) {
        let Some(glance) = look(sitting) else {
            return;
        };
        let theme = &sitting.theme;
        let inner = paper(frame, area, "Take back", (84, 22), theme);
        let all = standing(&glance);
        let first = self.walk.chosen(all.len()).unwrap_or(0);
        let height = inner
            .height
            .saturating_sub(7)
            .min(u16::try_from(all.len()).unwrap_or(u16::MAX));
        let list = RecordList {
            count: all.len(),
            rows: &|sight| glance.record(&glance.place.told(&all[sight]), theme),
            chosen: Some(first),
            theme,
        };
        let spot = Rect { height, ..inner };
        sitting.mark_rows(list.places(spot));
        frame.render_widget(&list, spot);
        let mut at = below(inner, height + 1);
        let words = match all.len().saturating_sub(first) {
            1 => "The marked entry is taken back. It stays in the record, marked as undone."
                .to_owned(),
            n => format!(
                "The marked entry and all after it ({n}) are taken back, and stay in the record."
            ),
        };
        let width = usize::from(at.width);
        at = lines(frame, at, &wrapped(&words, width, theme.text));
        let to = first
            .checked_sub(1)
            .map_or(EntryNumber::STARTEX, |place| all[place]);
        let known = glance.place.disclosed_since(to);
        if !known.is_empty() {
            let words = known_words(glance.place.deck(), &known);
            let words = format!("! Across a reveal, and marked so. Known already: {words}.");
            for line in wrap(&words, usize::from(at.width)).iter().take(2) {
                at = lines(frame, at, &[heading(line, theme.danger)]);
            }
        }
        at = lines(frame, at, &[Line::from(Span::styled("Why?", theme.accent))]);
        let field = Rect {
            height: at.height.min(1),
            ..at
        };
        if let Some(place) = self.reason.draw(field, frame.buffer_mut(), theme, true) {
            frame.set_cursor_position(place);
        }
    }

    fn on(&mut self, sitting: &mut Sitting, command: Command) -> Then {
        match command {
            Command::Back => return Then::Close,
            Command::Confirm | Command::Record => return self.submit(sitting),
            _ => {}
        }
        let rows = look(sitting).map_or(0, |glance| standing(&glance).len());
        self.walk.follow(command, rows, None);
        Then::Stay
    }
}
