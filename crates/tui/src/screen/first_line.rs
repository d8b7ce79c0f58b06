//! The first line of a screen: the session, the move, the countdown, and which file is being written.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::sitting::Sitting;
use crate::sitting::pace;
use crate::widget::fit::fit;
use crate::widget::header::Header;

/// Draws the first line of a screen; gives the room below it.
///
/// The session's name stands on the left, on the right which file is being written.
pub(crate) fn header(
    frame: &mut Frame<'_>,
    area: Rect,
    sitting: &Sitting,
    middle: Line<'_>,
) -> Rect {
    let [top, rest] = Layout::vertical([Constraint::Length(1), Constraint::Fill(1)]).areas(area);
    let left = sitting
        .place
        .as_ref()
        .map_or("", |place| place.standing().name.as_str());
    let room = usize::from(area.width);
    let needed = 13 + left.width() + middle.width() + 2;
    let clocks = pace::shown(sitting);
    // What is said at most and at least, from the right: the file, the countdown, the plan.
    let longest = clocks.last().cloned();
    let shortest = clocks.into_iter().next();
    let least = 14 + middle.width();
    let forms = [
        (beside(longest.clone(), saved(sitting, true)), needed),
        (beside(longest, saved(sitting, false)), needed),
        (beside(shortest.clone(), saved(sitting, false)), least),
    ];
    let at_least = shortest.map_or_else(
        || saved(sitting, false),
        |clock| Line::from([vec![sign(sitting)], clock.spans].concat()),
    );
    let mut fitting = forms
        .into_iter()
        .filter(|(form, beside)| beside + form.width() <= room);
    let right = fitting.next().map_or(at_least, |(form, _)| form);
    let header = Header {
        left,
        middle,
        right,
        theme: &sitting.theme,
    };
    frame.render_widget(&header, top);
    rest
}

/// Two parts of the header side by side.
fn beside(first: Option<Line<'static>>, second: Line<'static>) -> Line<'static> {
    let Some(mut line) = first else {
        return second;
    };
    line.push_span(Span::raw("   "));
    line.spans.extend(second.spans);
    line
}

/// The sign of how the file stands: filled while it is written.
fn sign(sitting: &Sitting) -> Span<'static> {
    let theme = &sitting.theme;
    match &sitting.place {
        Some(place) if place.standing().path.is_none() || sitting.lost.is_some() => {
            Span::styled("○ ", theme.danger)
        }
        Some(place) if place.is_writable() => Span::styled("● ", theme.good),
        Some(_) => Span::styled("○ ", theme.dim),
        None => Span::raw(""),
    }
}

/// The word on the file being written: `● saved 11:42:07`, with the file's name where there is room.
fn saved(sitting: &Sitting, named: bool) -> Line<'static> {
    let Some(place) = &sitting.place else {
        return Line::default();
    };
    let standing = place.standing();
    if sitting.lost.is_some() {
        let words = Span::styled("NOT on disk", sitting.theme.danger);
        return Line::from(vec![sign(sitting), words]);
    }
    let words = if standing.path.is_none() {
        "not recorded".to_owned()
    } else if !place.is_writable() {
        "reading only".to_owned()
    } else {
        let file = standing
            .path
            .as_deref()
            .and_then(std::path::Path::file_name)
            .map(|name| name.to_string_lossy())
            .filter(|_| named)
            .map_or_else(String::new, |name| format!("{} · ", fit(&name, 40)));
        format!("{file}saved {}", sitting.clock.time(&standing.recorded))
    };
    Line::from(vec![sign(sitting), Span::styled(words, sitting.theme.dim)])
}
