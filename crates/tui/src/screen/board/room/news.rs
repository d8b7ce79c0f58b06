//! What an inject brings, as lines of a form: an event of the deck, found by its words, or something written here.

use ratatui::text::Line;

use crate::glance::Glance;
use crate::page::asking::{Missing, required};
use crate::page::form::Form;
use crate::page::paper::heading;
use crate::screen::board::effects;
use crate::sitting::Sitting;
use crate::theme::Theme;
use crate::widget::change::signed;
use crate::widget::fit::wrap;
use crate::widget::prose::Piece;
use unequal_core::engine::room::inject::{News, WrittenNews};
use unequal_core::model::gauge::Gauge;
use unequal_core::model::place::EventAt;
use unequal_session::telling::gauge_name;

/// The gauges that can be moved at once: the line of the gauge, of the amount, of an amount of one's own.
const MOVES: [(&str, &str, &str); 3] = [
    ("gauge-1", "by-1", "own-1"),
    ("gauge-2", "by-2", "own-2"),
    ("gauge-3", "by-3", "own-3"),
];

/// Amounts to choose from; beyond them is a number of one's own.
const AMOUNTS: [(i64, &str); 6] = [
    (-5, "mild"),
    (-10, "medium"),
    (-20, "severe"),
    (5, "mild"),
    (10, "medium"),
    (20, "severe"),
];

/// Adds the lines of the news to a form.
pub fn fields(form: Form, sitting: &Sitting, glance: &Glance<'_>) -> Form {
    let gauges = gauge_names(glance);
    let mut amounts: Vec<String> = AMOUNTS
        .iter()
        .map(|(by, word)| format!("{} {word}", signed(*by)))
        .collect();
    amounts.push("a number of my own".to_owned());
    let from = vec!["written here".to_owned(), "an event of the deck".to_owned()];
    let mut form = form
        .choice("from", "News", from, 0)
        .line(sitting, "find", "Find", "words in the title or the report")
        .choice("event", "Event", found(glance, ""), 0)
        .line(sitting, "title", "Headline", "one line, as on a front page")
        .text(
            sitting,
            "text",
            "To read",
            3,
            "a paragraph to read aloud; may stay empty",
        );
    for (place, (gauge, by, own)) in MOVES.into_iter().enumerate() {
        let label = if place == 0 { "Moves" } else { "and" };
        form = form
            .choice(gauge, label, gauges.clone(), 0)
            .choice(by, "   by", amounts.clone(), 1)
            .line(sitting, own, "   number", "+7 or −7");
    }
    let mut form = form.at("title");
    follow(&mut form, glance);
    form
}

/// What a gauge is called in the choice; the first is none.
fn gauge_names(glance: &Glance<'_>) -> Vec<String> {
    let deck = glance.place.deck();
    let gauges = glance.scenario().gauges();
    std::iter::once("nothing".to_owned())
        .chain(gauges.into_iter().map(|gauge| gauge_name(deck, gauge)))
        .collect()
}

/// The places of the events that have these words, in the deck's order.
fn events(glance: &Glance<'_>, words: &str) -> Vec<EventAt> {
    let wanted = words.trim().to_lowercase();
    let texts = glance.text().events.placed();
    texts
        .filter(|(_, event)| {
            let all = format!("{} {} {}", event.title, event.text, event.tags.join(" "));
            wanted.is_empty() || all.to_lowercase().contains(&wanted)
        })
        .map(|(place, _)| place)
        .collect()
}

fn found(glance: &Glance<'_>, words: &str) -> Vec<String> {
    events(glance, words)
        .into_iter()
        .map(|place| glance.text().events[place].title.clone())
        .collect()
}

/// Lets the form follow what was chosen and typed.
pub fn follow(form: &mut Form, glance: &Glance<'_>) {
    let written = form.chosen("from") == 0;
    for key in ["title", "text"] {
        form.show(key, written);
    }
    for key in ["find", "event"] {
        form.show(key, !written);
    }
    let words = form.typed("find");
    form.offer("event", &found(glance, &words));
    let mut open = written;
    for (gauge, by, own) in MOVES {
        form.show(gauge, open);
        open = open && form.chosen(gauge) > 0;
        form.show(by, open);
        form.show(own, open && form.chosen(by) == AMOUNTS.len());
    }
}

/// What the lines say.
///
/// # Errors
///
/// Says what is missing, and where.
pub fn read(form: &Form, glance: &Glance<'_>) -> Result<News, Missing> {
    if form.chosen("from") == 1 {
        let places = events(glance, &form.typed("find"));
        let chosen = form.chosen("event").min(places.len().saturating_sub(1));
        return match places.get(chosen) {
            Some(place) => Ok(News::Event(glance.scenario().events[*place].id.clone())),
            None => Err(("find", "No event of the deck has these words.".to_owned())),
        };
    }
    let title = required(form, "title", "A headline is needed: one line is enough.")?;
    let mut changes = Vec::new();
    let gauges = glance.scenario().gauges();
    for (gauge, by, own) in MOVES {
        let Some(place) = form.chosen(gauge).checked_sub(1) else {
            break;
        };
        let amount = match AMOUNTS.get(form.chosen(by)) {
            Some((amount, _)) => Some(*amount),
            None => form.number(own),
        };
        let Some(amount) = amount else {
            return Err((own, "By how much? A number such as +7 or −7.".to_owned()));
        };
        let gauge: Gauge = gauges[place.min(gauges.len() - 1)];
        changes.push((glance.scenario().gauge_word(gauge), amount));
    }
    Ok(News::Written(WrittenNews {
        title,
        text: form.typed("text"),
        changes,
    }))
}

/// What the news would do now, in lines of a width.
pub fn told(form: &Form, glance: &Glance<'_>, width: u16, theme: &Theme) -> Vec<Line<'static>> {
    let mut words = Vec::new();
    if form.chosen("from") == 1 {
        let number = events(glance, &form.typed("find")).len();
        words.push(match number {
            0 => "No event of the deck has these words.".to_owned(),
            1 => "One event has these words.".to_owned(),
            number => format!("{number} events to choose from."),
        });
    }
    if let Ok(news) = read(form, glance) {
        words.push(effect(glance, &news));
    }
    words
        .iter()
        .flat_map(|words| wrap(words, usize::from(width)))
        .map(|line| heading(&line, theme.dim))
        .collect()
}

/// What news would do if it came into play now, in a sentence.
pub fn effect(glance: &Glance<'_>, news: &News) -> String {
    let Ok(moved) = glance.view.preview_news(glance.scenario(), news) else {
        return "It cannot come into play as it is written.".to_owned();
    };
    if moved.changes.is_empty() {
        return "Now it would move nothing.".to_owned();
    }
    let (before, after) = moved.supported;
    let heading = if before == after {
        format!("stability still heads for {after}")
    } else {
        format!("stability would head for {after} instead of {before}")
    };
    format!(
        "Now it would move: {} · {heading}",
        effects::words(glance, &moved.changes)
    )
}

/// News to read aloud.
pub fn pieces(glance: &Glance<'_>, news: &News, theme: &Theme) -> Vec<Piece> {
    let (title, text) = match news {
        News::Event(id) => match glance.scenario().event_at(id) {
            Some(event) => {
                let words = &glance.text().events[event];
                (words.title.clone(), words.text.clone())
            }
            None => (id.clone(), String::new()),
        },
        News::Written(written) => (
            unequal_core::deck::plain(&written.title),
            unequal_core::deck::plain(&written.text),
        ),
    };
    let mut pieces = vec![Piece::Heading(title, theme.title)];
    if !text.is_empty() {
        pieces.push(Piece::Gap);
        pieces.push(Piece::Text(text));
    }
    pieces
}
