//! Why stability moved, line by line: the numbers in front add up to the change that is shown.
//!
//! ```text
//! +4 on its way from 64 to 76
//! −2 turned from 76 to 70 by this move:
//!      −4 trust ▼6: what happened outside
//!      −2 resentment ▲4: being asked at all
//! −1 at once: a red line was crossed
//! ```

use ratatui::text::{Line, Span};

use crate::page::paper;
use crate::theme::Theme;
use crate::widget::change::signed;
use unequal_core::deck::Deck;
use unequal_session::account::{Account, Moved};

/// The account of a move in lines of some columns, as many of them as there are rows: told to their end where there is
/// room.
pub fn within(
    account: &Account,
    deck: &Deck,
    (columns, rows): (u16, u16),
    theme: &Theme,
) -> Vec<Line<'static>> {
    let told = lines(account, deck, theme).into_iter().map(|mut line| {
        let words = line.spans.pop().unwrap_or_default();
        let mark = line.spans.pop().unwrap_or_default();
        (mark, words.content.into_owned(), words.style)
    });
    paper::within(&told.collect::<Vec<_>>(), columns, rows)
}

/// The account of a move in lines, none longer than its words.
fn lines(account: &Account, deck: &Deck, theme: &Theme) -> Vec<Line<'static>> {
    let line = |points: i64, words: String| {
        Line::from(vec![
            Span::styled(format!("{:>3} ", signed(points)), theme.strong),
            Span::styled(words, theme.text),
        ])
    };
    let part = |one: &Moved| {
        Line::from(vec![
            Span::styled(format!("{:>8} ", signed(one.points)), theme.dim),
            Span::styled(one.words(deck), theme.dim),
        ])
    };
    let Account {
        stability: (from, _),
        heading: (before, now),
        ..
    } = *account;
    let mut told = Vec::new();
    if account.closed && account.on_its_way != 0 {
        let words = format!("on its way from {from} to {before}");
        told.push(line(account.on_its_way, words));
    }
    if before != now {
        let words = format!("turned from {before} to {now} by this move");
        if account.closed {
            told.push(line(account.turned, words));
        } else {
            let words = format!("    heading for {now}, and for {before} before this move");
            told.push(Line::from(Span::styled(words, theme.text)));
        }
        told.extend(account.turns.iter().filter(|one| one.points != 0).map(part));
    } else if account.turned != 0 {
        told.push(line(account.turned, format!("then towards {now}")));
    }
    let at_once = account.at_once.iter().filter(|one| one.points != 0);
    told.extend(at_once.map(|one| line(one.points, format!("at once: {}", one.words(deck)))));
    told
}
