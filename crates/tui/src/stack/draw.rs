//! Draws everything: the screen, what lies over it, and the footer.

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::{Color, Modifier, Style};
use unicode_width::UnicodeWidthStr;

use crate::ability::{self, Glyphs};
use crate::flow;
use crate::goal::Goal;
use crate::page::paper::over;
use crate::screen::{LEAST_COLUMNS, LEAST_ROWS, too_small};
use crate::stack::Stack;
use crate::theme::Theme;
use crate::widget::footer::Footer;
use unequal_core::deck::plain;

/// Draws everything: the screen, what lies over it, and the footer.
pub fn draw(frame: &mut Frame<'_>, stack: &Stack) {
    draw_all(frame, stack);
    disarm(frame.buffer_mut());
    paint(frame.buffer_mut(), &stack.sitting.theme);
    if stack.sitting.glyphs == Glyphs::Plain {
        simplify(frame.buffer_mut());
    }
}

/// Puts plain signs in the place of those that not every console has.
fn simplify(buf: &mut Buffer) {
    for cell in &mut buf.content {
        if let Some(sign) = ability::plain(cell.symbol()) {
            cell.set_symbol(sign);
        }
    }
}

/// Gives every cell the theme's ground and ink, where nothing else was drawn with.
fn paint(buf: &mut Buffer, theme: &Theme) {
    let (Some(ground), Some(ink)) = (theme.ground, theme.text.fg) else {
        return;
    };
    for cell in &mut buf.content {
        if cell.bg == Color::Reset {
            cell.bg = ground;
        }
        if cell.fg == Color::Reset {
            cell.fg = ink;
        }
    }
}

fn draw_all(frame: &mut Frame<'_>, stack: &Stack) {
    let sitting = &stack.sitting;
    sitting.forget_targets();
    let whole = frame.area();
    frame.buffer_mut().set_style(whole, sitting.theme.text);
    if whole.width < LEAST_COLUMNS || whole.height < LEAST_ROWS {
        too_small::draw(frame, &sitting.theme);
        return;
    }
    // The room has no keys: the projector keeps its last line for itself.
    let footless = stack.bare_screen() == Some(Goal::Projector) && sitting.notice.is_none();
    let foot = Constraint::Length(u16::from(!footless));
    let [area, foot] = Layout::vertical([Constraint::Fill(1), foot]).areas(whole);
    let mut pages = stack.pages();
    if let Some(screen) = pages.next() {
        screen.draw(frame, area, sitting);
    }
    let over = over(area);
    for page in pages {
        // What lies under another page cannot be clicked, and steps back for the eye.
        sitting.forget_targets();
        if page.takes_screen() {
            page.draw(frame, area, sitting);
            continue;
        }
        if let Some(style) = sitting.theme.receded {
            recede(frame.buffer_mut(), over, style);
        }
        page.draw(frame, over, sitting);
    }
    if footless {
        return;
    }
    let hints = stack.hints();
    let thinking = flow::thinking(stack);
    let footer = Footer {
        layer: stack.layer(),
        hints: &hints,
        notice: sitting.notice.as_ref().or(thinking.as_ref()),
        theme: &sitting.theme,
    };
    for (place, command) in footer.places(foot) {
        sitting.mark(place, command);
    }
    frame.render_widget(&footer, footer.place(whole));
}

/// Whatever was drawn, and by whom: nothing in it turns, hides or moves what stands beside it.
fn disarm(buf: &mut Buffer) {
    let width = usize::from(buf.area.width);
    for place in 0..buf.content.len() {
        let symbol = buf.content[place].symbol();
        if symbol.is_ascii() {
            continue;
        }
        let mut shown = plain(symbol);
        if shown.width() > symbol.width().max(1) {
            // There is no room to show what is hidden: the sign is shown without it.
            let seen = |c: &char| plain(c.encode_utf8(&mut [0; 4])).starts_with(*c);
            shown = symbol.chars().filter(seen).collect();
        }
        // A wide sign of which something else has the second half, or which stands over the edge.
        let is_last = (place + 1) % width == 0;
        let next = buf.content.get(place + 1).filter(|_| !is_last);
        if shown.width() > 1 && next.is_none_or(|next| next.symbol() != " ") {
            " ".clone_into(&mut shown);
        }
        if shown != symbol {
            buf.content[place].set_symbol(&shown);
        }
    }
}

/// Takes colour and weight from what was drawn, so that what comes on top is seen first.
fn recede(buf: &mut Buffer, area: Rect, style: Style) {
    for row in area.rows() {
        for spot in row.columns() {
            let cell = &mut buf[(spot.x, spot.y)];
            cell.modifier = Modifier::empty();
            cell.bg = Color::Reset;
            cell.set_style(style);
        }
    }
}
