//! A sheet that is a list with what there is to read of the chosen line; it stays while acts are made from it.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::command::{Command, Hint};
use crate::errand::Order;
use crate::glance::{Glance, look};
use crate::keymap::Layer;
use crate::page::decision::Decision;
use crate::page::paper::{FULL, Reading, WHOLE, heading, inside, lines, options, paper};
use crate::page::{Page, Sheet, Then};
use crate::sitting::Sitting;
use crate::walk::Walk;
use crate::widget::fit::wrap;
use crate::widget::option_list::{OptionList, OptionRow};
use crate::widget::prose::Piece;

/// What a list shows.
pub trait Lists: std::fmt::Debug + Send {
    /// The sheet's title.
    fn title(&self, glance: &Glance<'_>) -> String;

    /// The layer of its keys.
    fn layer(&self) -> Layer;

    /// The lines.
    fn rows(&self, glance: &Glance<'_>) -> Vec<OptionRow>;

    /// What is said where there is no line.
    fn empty(&self) -> &'static str;

    /// What there is to read of a line.
    fn pieces(&self, glance: &Glance<'_>, sitting: &Sitting, place: usize) -> Vec<Piece>;

    /// The decision that the list is for, with the line at a place chosen: it takes the screen. None for other lists.
    fn decision(&self, _glance: &Glance<'_>, _app: &Sitting, _place: usize) -> Option<Decision> {
        None
    }

    /// Whether the list is for a decision.
    fn decides(&self) -> bool {
        false
    }

    /// The commands of the footer for the line at a place, if there is one.
    fn hints(&self, glance: &Glance<'_>, place: Option<usize>) -> Vec<Hint>;

    /// Whether a number does what Enter does on its line, and not only goes there; the tenth line has the 0.
    fn acts_on_numbers(&self) -> bool {
        false
    }

    /// What is to be worked out beside the keys for it.
    fn wants(&self, _app: &Sitting) -> Option<Order> {
        None
    }

    /// Does a command on the line at a place, if there is one.
    fn on(&mut self, sitting: &mut Sitting, command: Command, place: Option<usize>) -> Then;
}

/// The fewest rows of a list with something to read below it.
const LEAST: u16 = 12;

/// A sheet of a list, at a line.
pub fn sheet(lists: impl Lists + 'static, chosen: usize) -> Sheet {
    Sheet::new(Listing {
        lists: Box::new(lists),
        walk: Walk::at(chosen),
    })
}

#[derive(Debug)]
struct Listing {
    lists: Box<dyn Lists>,
    walk: Walk,
}

impl Listing {
    /// The list, with one of its rows chosen.
    fn options<'a>(&self, rows: &'a [OptionRow], chosen: Option<usize>) -> OptionList<'a> {
        let list = OptionList::new(rows, chosen).with_zero(self.lists.acts_on_numbers());
        list.in_full()
    }

    /// Where the list lies, by how many lines it has.
    fn list(inner: Rect, lines: usize) -> Rect {
        let rows = u16::try_from(lines).unwrap_or(u16::MAX);
        let height = rows.min(inner.height / 2).max(1).min(inner.height);
        Rect { height, ..inner }
    }

    /// Columns and rows that the sheet wants: no more than there is to show.
    fn size(&self, glance: &Glance<'_>, sitting: &Sitting) -> (u16, u16) {
        let width = inside(sitting, FULL).width;
        let short = |rows: usize| u16::try_from(rows).unwrap_or(u16::MAX);
        let rows = self.lists.rows(glance);
        let Some(place) = self.walk.chosen(rows.len()) else {
            let words = wrap(self.lists.empty(), usize::from(width));
            return (FULL.0, short(words.len()));
        };
        let rows = self.options(&rows, Some(place)).height(width);
        let room = Rect::new(0, 0, width, 1);
        let pieces = self.lists.pieces(glance, sitting, place);
        let told = short(Reading::new(&pieces, room, &sitting.theme).prose.height());
        let wanted = short(rows).saturating_add(1).saturating_add(told);
        (FULL.0, wanted.max(short(rows) * 2).clamp(LEAST, FULL.1))
    }

    fn reading(&self, inner: Rect, glance: &Glance<'_>, sitting: &Sitting) -> Option<Reading> {
        let rows = self.lists.rows(glance);
        let place = self.walk.chosen(rows.len())?;
        let list = Self::list(inner, self.options(&rows, Some(place)).height(inner.width));
        let room = Rect {
            y: list.bottom() + 1,
            height: inner.bottom().saturating_sub(list.bottom() + 1),
            ..inner
        };
        let pieces = self.lists.pieces(glance, sitting, place);
        Some(Reading::new(&pieces, room, &sitting.theme))
    }

    fn laid_out(&self, sitting: &Sitting) -> Option<Reading> {
        let glance = look(sitting)?;
        let size = self.size(&glance, sitting);
        self.reading(inside(sitting, size), &glance, sitting)
    }

    fn decision(&self, glance: &Glance<'_>, sitting: &Sitting) -> Option<Decision> {
        if !self.lists.decides() {
            return None;
        }
        let place = self.walk.chosen(self.lists.rows(glance).len())?;
        let mut decision = self.lists.decision(glance, sitting, place)?;
        decision.table.from = self.walk.column();
        Some(decision)
    }
}

impl Page for Listing {
    fn layer(&self) -> Layer {
        self.lists.layer()
    }

    fn stays(&self) -> bool {
        true
    }

    fn wants(&self, sitting: &Sitting) -> Option<Order> {
        self.lists.wants(sitting)
    }

    fn hints(&self, sitting: &Sitting) -> Vec<Hint> {
        let Some(glance) = look(sitting) else {
            return vec![Command::Back.into()];
        };
        let rows = self.lists.rows(&glance).len();
        let mut hints = self.lists.hints(&glance, self.walk.chosen(rows));
        if rows > 1 {
            hints.push(Command::Up.hint("choose"));
        }
        match self.decision(&glance, sitting) {
            Some(decision) => hints.extend(decision.hints(sitting)),
            None if self.laid_out(sitting).is_some_and(|text| text.goes_on()) => {
                hints.push(Command::PageDown.hint("read on"));
            }
            None => {}
        }
        hints.push(Command::Back.into());
        hints
    }

    fn takes_screen(&self) -> bool {
        self.lists.decides()
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, sitting: &Sitting) {
        let Some(glance) = look(sitting) else {
            return;
        };
        let theme = &sitting.theme;
        if let Some(decision) = self.decision(&glance, sitting) {
            let inner = paper(frame, area, &self.lists.title(&glance), WHOLE, theme);
            return decision.draw(frame, inner, self.walk.scroll(), &glance, sitting);
        }
        let size = if self.lists.decides() {
            WHOLE
        } else {
            self.size(&glance, sitting)
        };
        let inner = paper(frame, area, &self.lists.title(&glance), size, theme);
        let rows = self.lists.rows(&glance);
        let Some(chosen) = self.walk.chosen(rows.len()) else {
            let words = wrap(self.lists.empty(), usize::from(inner.width));
            let words: Vec<_> = words.iter().map(|line| heading(line, theme.dim)).collect();
            lines(frame, inner, &words);
            return;
        };
        let list = self.options(&rows, Some(chosen));
        let spot = Self::list(inner, list.height(inner.width));
        options(&list, spot, frame.buffer_mut(), sitting);
        if let Some(reading) = self.reading(inner, &glance, sitting) {
            reading.draw(frame, self.walk.scroll(), theme);
        }
    }

    fn on(&mut self, sitting: &mut Sitting, command: Command) -> Then {
        if command == Command::Back {
            return Then::Close;
        }
        let glance = look(sitting);
        let rows = glance
            .as_ref()
            .map_or(0, |glance| self.lists.rows(glance).len());
        let decision = glance.and_then(|glance| self.decision(&glance, sitting));
        let moved = if let Some(decision) = decision {
            decision.follow(&mut self.walk, command, sitting)
        } else {
            let text = self.laid_out(sitting).map(|reading| reading.text());
            self.walk.follow(command, rows, text)
        };
        let picks = matches!(command, Command::Pick(number) if usize::from(number) <= rows);
        if picks && self.lists.acts_on_numbers() {
            let place = self.walk.chosen(rows);
            return self.lists.on(sitting, Command::Confirm, place);
        }
        if moved {
            return Then::Stay;
        }
        let place = self.walk.chosen(rows);
        self.lists.on(sitting, command, place)
    }
}
