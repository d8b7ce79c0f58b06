//! Two dice, drawn as faces; a sum rolled by hand, of which the faces are not known, as a number.
//!
//! ```text
//! ╭───────╮ ╭───────╮
//! │ ●   ● │ │ ●     │
//! │       │ │   ●   │   7
//! │ ●   ● │ │     ● │
//! ╰───────╯ ╰───────╯
//! ```

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::widgets::Widget;

use crate::theme::Theme;

/// What was rolled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rolled {
    /// Two faces, each 1..=6.
    Faces(u8, u8),
    /// A sum rolled by hand.
    Sum(i64),
}

/// Two dice.
#[derive(Clone, Copy, Debug)]
pub struct Dice<'a> {
    /// What was rolled.
    pub rolled: Rolled,
    /// The colours.
    pub theme: &'a Theme,
}

/// Rows that dice take.
pub const HEIGHT: u16 = 5;
/// Columns that dice take.
pub const WIDTH: u16 = 19;

const fn pips(face: u8) -> [&'static str; 3] {
    match face {
        1 => ["       ", "   ●   ", "       "],
        2 => [" ●     ", "       ", "     ● "],
        3 => [" ●     ", "   ●   ", "     ● "],
        4 => [" ●   ● ", "       ", " ●   ● "],
        5 => [" ●   ● ", "   ●   ", " ●   ● "],
        _ => [" ●   ● ", " ●   ● ", " ●   ● "],
    }
}

impl Dice<'_> {
    /// The faces as rows of text.
    pub fn rows(self) -> Vec<String> {
        match self.rolled {
            Rolled::Faces(a, b) => {
                let (a, b) = (pips(a), pips(b));
                let edge =
                    |left: &str, right: &str| format!("{left}───────{right} {left}───────{right}");
                let mut rows = vec![edge("╭", "╮")];
                rows.extend(a.iter().zip(b).map(|(a, b)| format!("│{a}│ │{b}│")));
                rows.push(edge("╰", "╯"));
                rows
            }
            Rolled::Sum(sum) => vec![
                "╭─────────────────╮".to_owned(),
                "│   two dice by   │".to_owned(),
                format!("│   hand:  {sum:<7}│"),
                "│                 │".to_owned(),
                "╰─────────────────╯".to_owned(),
            ],
        }
    }

    /// The roll in words, where there is no room for faces.
    pub fn words(self) -> String {
        match self.rolled {
            Rolled::Faces(a, b) => format!("{a} + {b} = {}", a + b),
            Rolled::Sum(sum) => format!("{sum}, rolled by hand"),
        }
    }
}

impl Widget for &Dice<'_> {
    fn render(self, area: Rect, buf: &mut Buffer) {
        if area.width < WIDTH || area.height < HEIGHT {
            if !area.is_empty() {
                let width = usize::from(area.width);
                buf.set_stringn(area.x, area.y, self.words(), width, self.theme.strong);
            }
            return;
        }
        for (row, spot) in self.rows().iter().zip(area.rows()) {
            buf.set_string(spot.x, spot.y, row, self.theme.strong);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::widget::shown::{every_size, shown};

    #[test]
    fn faces_have_as_many_pips_as_they_count() {
        for face in 1..=6 {
            let count = pips(face).concat().matches('●').count();
            assert_eq!(count, usize::from(face));
        }
    }

    #[test]
    fn dice_without_room_are_words_and_hand_rolled_dice_have_no_faces() {
        let theme = Theme::default();
        let faces = Dice {
            rolled: Rolled::Faces(4, 3),
            theme: &theme,
        };
        let sum = Dice {
            rolled: Rolled::Sum(11),
            theme: &theme,
        };
        insta::assert_snapshot!(
            [
                shown(&faces, 19, 5),
                shown(&sum, 19, 5),
                shown(&faces, 12, 1)
            ]
            .concat()
        );
        every_size(&faces);
        every_size(&sum);
    }
}
