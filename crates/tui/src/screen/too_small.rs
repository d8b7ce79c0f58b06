//! What is shown where the terminal is too small for any screen.
//!
//! ```text
//! This terminal has 40 columns and 12 rows.
//! unequal needs at least 60 by 20: enlarge the window, or make
//! the letters smaller. Nothing is lost meanwhile.
//! ```

use ratatui::Frame;
use ratatui::widgets::{Paragraph, Wrap};

use crate::screen::{LEAST_COLUMNS, LEAST_ROWS};
use crate::theme::Theme;

/// Draws the message.
pub fn draw(frame: &mut Frame<'_>, theme: &Theme) {
    let area = frame.area();
    let text = format!(
        "This terminal has {} columns and {} rows. unequal needs at least {LEAST_COLUMNS} by {LEAST_ROWS}: \
         enlarge the window, or make the letters smaller. Nothing is lost meanwhile.",
        area.width, area.height
    );
    let message = Paragraph::new(text)
        .style(theme.text)
        .wrap(Wrap { trim: true });
    frame.render_widget(message, area);
}
