//! Walks through a list, and through what there is to read beside it: every key means the same everywhere.

use crate::command::Command;

/// Where somebody is in a list, and in the text beside it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Walk {
    chosen: usize,
    scroll: usize,
    column: usize,
}

/// A text that may be longer than its room.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// Lines by which it can be scrolled; 0 where all of it is in sight.
    pub beyond: usize,
    /// Rows of its room.
    pub rows: usize,
}

/// Lines of a list that are passed with one page, where there is nothing to read beside it.
const PAGE: usize = 8;

impl Walk {
    /// Begins at a line of the list.
    pub const fn at(chosen: usize) -> Self {
        Self {
            chosen,
            scroll: 0,
            column: 0,
        }
    }

    /// The chosen line of a list with so many, where it has any.
    pub fn chosen(self, lines: usize) -> Option<usize> {
        lines.checked_sub(1).map(|last| self.chosen.min(last))
    }

    /// The first line of the text in sight.
    pub const fn scroll(self) -> usize {
        self.scroll
    }

    /// Goes to a line of the list; the text of another line begins at its top.
    pub const fn go(&mut self, chosen: usize) {
        self.chosen = chosen;
        self.scroll = 0;
    }

    /// The first column of the list in sight.
    pub const fn column(self) -> usize {
        self.column
    }

    /// Goes to another first column of the list.
    pub const fn to_column(&mut self, column: usize) {
        self.column = column;
    }

    /// Follows a command through a list of so many lines, with a text beside it or none; tells whether it
    /// was one of moving about.
    pub fn follow(&mut self, command: Command, lines: usize, text: Option<Text>) -> bool {
        let last = lines.saturating_sub(1);
        let now = self.chosen.min(last);
        // Where a text has no more to read that way, a page goes on through the list.
        let readable = |text: &Text| match command {
            Command::PageUp => text.beyond > 0 && self.scroll > 0,
            _ => self.scroll < text.beyond,
        };
        let to = match (command, text.filter(readable)) {
            (Command::PageUp | Command::PageDown, Some(text)) => {
                self.page(command, text);
                return true;
            }
            (Command::Up, _) => now.saturating_sub(1),
            (Command::Down, _) => now + 1,
            (Command::PageUp, None) => now.saturating_sub(PAGE),
            (Command::PageDown, None) => now + PAGE,
            (Command::First, _) => 0,
            (Command::Last, _) => last,
            (Command::Pick(number), _) if usize::from(number) <= lines => {
                usize::from(number).saturating_sub(1)
            }
            (Command::Pick(_), _) => now,
            (Command::Row(row), _) => usize::from(row),
            _ => return false,
        };
        let to = to.min(last);
        if to != self.chosen {
            self.go(to);
        }
        true
    }

    /// Follows a command through the text alone, while the lines of the list stay where they are; tells
    /// whether there was more to read.
    pub fn follow_text(&mut self, command: Command, text: Option<Text>) -> bool {
        let pages = matches!(command, Command::PageUp | Command::PageDown);
        let text = text.filter(|text| pages && text.beyond > 0);
        if let Some(text) = text {
            self.page(command, text);
        }
        text.is_some()
    }

    /// Follows a command through a text that has no list beside it; tells whether it was one of moving
    /// about.
    pub fn read(&mut self, command: Command, text: Text) -> bool {
        let now = self.scroll.min(text.beyond);
        self.scroll = match command {
            Command::Up => now.saturating_sub(1),
            Command::Down => (now + 1).min(text.beyond),
            Command::First => 0,
            Command::Last => text.beyond,
            Command::PageUp | Command::PageDown => {
                self.page(command, text);
                return true;
            }
            _ => return false,
        };
        true
    }

    /// A page up or down, of which a line stays in sight.
    fn page(&mut self, command: Command, text: Text) {
        let now = self.scroll.min(text.beyond);
        let page = text.rows.saturating_sub(1).max(1);
        self.scroll = match command {
            Command::PageUp => now.saturating_sub(page),
            _ => (now + page).min(text.beyond),
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_of_a_list_leads_somewhere_and_stays_inside() {
        let mut walk = Walk::at(4);
        for (command, there) in [
            (Command::Up, 3),
            (Command::Down, 4),
            (Command::Last, 19),
            (Command::Down, 19),
            (Command::PageUp, 11),
            (Command::First, 0),
            (Command::Up, 0),
            (Command::PageDown, 8),
            (Command::Pick(3), 2),
            (Command::Row(30), 19),
        ] {
            assert!(walk.follow(command, 20, None));
            assert_eq!(walk.chosen(20), Some(there), "{command:?}");
        }
        assert!(walk.follow(Command::Pick(9), 5, None));
        assert_eq!(walk.chosen(5), Some(4), "no such line: it stays");
        assert!(!walk.follow(Command::Confirm, 20, None));
        assert_eq!(walk.chosen(0), None);
    }

    #[test]
    fn a_text_is_read_to_its_end_and_another_line_begins_at_its_top() {
        let text = Text {
            beyond: 25,
            rows: 10,
        };
        let mut walk = Walk::default();
        for there in [9, 18, 25] {
            walk.follow(Command::PageDown, 3, Some(text));
            assert_eq!(walk.scroll(), there);
        }
        for there in [16, 7, 0] {
            walk.follow(Command::PageUp, 3, Some(text));
            assert_eq!((walk.chosen(3), walk.scroll()), (Some(0), there));
        }
        for (command, scroll, there) in [(Command::PageDown, 25, 2), (Command::PageUp, 0, 0)] {
            walk.scroll = scroll;
            walk.follow(command, 3, Some(text));
            let at = walk.chosen(3);
            assert_eq!(at, Some(there), "nothing is left to read that way");
        }
        walk.follow(Command::Down, 3, Some(text));
        assert_eq!((walk.chosen(3), walk.scroll()), (Some(1), 0));
        for (command, there) in [(Command::Last, 25), (Command::Up, 24), (Command::First, 0)] {
            assert!(walk.read(command, text));
            assert_eq!(walk.scroll(), there);
        }
    }
}
