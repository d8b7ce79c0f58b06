//! What the wall says in words: a few slides of each scene, before anybody knows how large they can be.

use crate::clock::{Clock, countdown};
use crate::glance::said::Stopped;
use crate::glance::{Glance, lines};
use crate::wall::scene::{measure_told, sentence};
use unequal_core::engine::action::Action;
use unequal_core::engine::fact::Fact;
use unequal_core::engine::room::inject::News;
use unequal_core::engine::seat::Seat;
use unequal_core::engine::state::Tabled;
use unequal_core::model::choice::{Offer, Response};
use unequal_session::sight::Seen;
use unequal_session::telling::count;
use unequal_session::{Pace, tour};

/// What whoever has a phone is asked to.
pub const TAKE_PART: &str = "Take part from your phone";

/// A slide: as few words as say it, the most important in the largest letters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Slide {
    /// What it is, above all else.
    pub over: String,
    /// Whose it is, for the colour of that.
    pub seat: Option<Seat>,
    /// The title.
    pub title: String,
    /// What there is to read, a paragraph or a point each.
    pub body: Vec<String>,
    /// What is said of it in small letters.
    pub under: String,
    /// How it is told where the whole stands there in letters too small for the last row.
    pub pages: Pages,
}

/// How a slide is told that does not stand on the wall in large letters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Pages {
    /// In small ones.
    #[default]
    One,
    /// As a whole, and then again a few sentences a page: the room is to read every word.
    Again,
    /// A few of its points a page.
    Points,
    /// A few sentences of its title a page, each with all that stands around it; these turn by themselves.
    Turning,
}

fn quoted(words: &str) -> Vec<String> {
    let said = (!words.is_empty()).then(|| format!("“{words}”"));
    said.into_iter().collect()
}

/// What lies on the table to be decided on: the demands, the one that is open first, or else the offer.
pub fn question(glance: &Glance<'_>) -> Vec<Slide> {
    let view = &glance.view;
    let mut tabled: Vec<(usize, &Tabled)> = view.tabled.iter().enumerate().collect();
    tabled.sort_by_key(|(_, tabled)| tabled.reply.is_some());
    let all = tabled.into_iter().flat_map(|(place, tabled)| {
        std::iter::once(demand(glance, tabled)).chain(in_own_words(glance, place))
    });
    let slides: Vec<Slide> = all.collect();
    match view.offer {
        Some(made) if slides.is_empty() && view.offer_waits => vec![offer(glance, made)],
        _ => slides,
    }
}

fn demand(glance: &Glance<'_>, tabled: &Tabled) -> Slide {
    let text = glance.text();
    let words = &text.cards[tabled.demand.card];
    let under = tabled.reply.map_or_else(
        || format!("{} is to answer", text.client),
        |reply| lines::reply(glance, reply, None),
    );
    let line = lines::demand(glance, tabled.demand);
    Slide {
        over: format!("{} · {line}", text.patron),
        seat: Some(Seat::Patron),
        title: words.title.clone(),
        body: quoted(&words.text),
        under,
        pages: Pages::Again,
    }
}

/// What was answered in own words to a demand on the table, by its place there, to be read by the room; none where the
/// answer has only a name.
pub fn in_own_words(glance: &Glance<'_>, place: usize) -> Option<Slide> {
    let text = glance.text();
    let words = glance.own_words_on_table(place)?;
    let nearest = glance.view.tabled.get(place)?.reply?.response;
    Some(Slide {
        over: format!("{} answers", text.client),
        seat: Some(Seat::Client),
        title: "In its own words".to_owned(),
        body: quoted(words),
        under: format!("nearest to: {}", text.response(nearest).name),
        pages: Pages::Again,
    })
}

fn offer(glance: &Glance<'_>, made: Offer) -> Slide {
    let text = glance.text();
    let (card, ask) = (&text.cards[made.card], &text.asks[made.ask]);
    Slide {
        over: format!("{} offers, and asks in return: {}", text.client, ask.title),
        seat: Some(Seat::Client),
        title: card.title.clone(),
        body: quoted(card.offered()),
        under: format!("{} takes it up, or sets it aside", text.patron),
        pages: Pages::Again,
    }
}

/// What may be answered to a demand, each answer with a line about it.
pub fn answers(glance: &Glance<'_>) -> Vec<(String, String)> {
    let each = Response::ALL.iter().map(|response| {
        let words = glance.text().response(*response);
        (words.name.clone(), words.text.clone())
    });
    each.collect()
}

/// What happened outside, or what Europe did, where an entry tells of it.
pub fn news(glance: &Glance<'_>, seen: &Seen) -> Option<Slide> {
    let text = glance.text();
    let outside = |title: &str, words: &str| Slide {
        over: "What happens outside".to_owned(),
        seat: Some(Seat::WhiteCell),
        title: title.to_owned(),
        body: (!words.is_empty())
            .then(|| words.to_owned())
            .into_iter()
            .collect(),
        pages: Pages::Again,
        ..Slide::default()
    };
    for fact in &seen.facts {
        match fact {
            Fact::EventDrawn(Some(event)) => {
                let words = &text.events[*event];
                return Some(outside(&words.title, &words.text));
            }
            Fact::MeasureTaken(taken) => {
                return Some(Slide {
                    over: text.europe_name.clone(),
                    seat: Some(Seat::Europe),
                    title: text.measures[taken.step.measure].title.clone(),
                    body: measure_told(text, *taken).into_iter().collect(),
                    under: lines::outcome(*taken),
                    pages: Pages::Again,
                });
            }
            Fact::ClimbedDown(acts) => {
                let acted = acts.iter().filter(|(_, acts)| **acts).count();
                return Some(Slide {
                    over: "In crisis".to_owned(),
                    title: sentence(seen),
                    body: vec![text.crisis.outcome(acted).to_owned()],
                    ..Slide::default()
                });
            }
            _ => {}
        }
    }
    let told = glance.place.news_text(seen.number);
    match glance.place.news(seen.number)? {
        News::Written(written) => Some(outside(&unequal_core::deck::plain(&written.title), &told)),
        News::Event(id) => {
            let events = &glance.scenario().events;
            let at = events.placed().find(|(_, event)| event.id == id)?.0;
            Some(outside(&text.events[at].title, &text.events[at].text))
        }
    }
}

/// A pause: why, until when, and how long that is.
pub fn pause(stopped: &Stopped, pace: Option<&Pace>, clock: &Clock) -> Slide {
    let kind = if stopped.reflection {
        "A pause for reflection"
    } else {
        "Pause"
    };
    let until = stopped.seconds.map(|seconds| {
        let time = clock.after(&stopped.since, seconds);
        format!("until {time}")
    });
    let paused = pace.and_then(|pace| pace.paused);
    let under = match (paused, paused.and_then(|paused| paused.left())) {
        (_, Some(0)) => "The time is over.".to_owned(),
        (_, Some(left)) => format!("{} left", countdown(left)),
        (Some(paused), None) => format!("for {}", countdown(paused.seconds)),
        (None, None) => String::new(),
    };
    let (over, title) = if stopped.words.is_empty() {
        (String::new(), kind)
    } else {
        (kind.to_owned(), stopped.words.as_str())
    };
    Slide {
        over,
        seat: Some(Seat::WhiteCell),
        title: title.to_owned(),
        body: until.into_iter().collect(),
        under,
        pages: Pages::Turning,
    }
}

/// A line to the whole room.
pub fn announcement(words: &str) -> Slide {
    Slide {
        title: words.to_owned(),
        pages: Pages::Turning,
        ..Slide::default()
    }
}

/// How phones come in, by a link that is typed.
pub fn way_in(link: &str) -> Slide {
    Slide {
        title: TAKE_PART.to_owned(),
        body: vec![link.to_owned()],
        ..Slide::default()
    }
}

/// The end, a page for each paragraph that is told of it.
pub fn ending(glance: &Glance<'_>) -> Vec<Slide> {
    let Some(outcome) = glance.view.outcome else {
        return Vec::new();
    };
    let closed = glance.view.path.len().saturating_sub(1);
    let told = glance.place.ending_told().into_iter();
    told.map(|paragraph| Slide {
        over: format!("ENDEX after {}", count(closed, "move", "moves")),
        title: glance.text().ending(outcome.ending).title.clone(),
        body: vec![paragraph],
        ..Slide::default()
    })
    .collect()
}

/// The rules in a few slides.
pub fn rules(glance: &Glance<'_>) -> Vec<Slide> {
    let leaves = tour::leaves(glance.place.deck()).into_iter();
    leaves
        .map(|leaf| Slide {
            title: leaf.title,
            body: leaf.points,
            pages: Pages::Points,
            ..Slide::default()
        })
        .collect()
}

/// What the dice came to: who gives how much of what.
pub fn result(glance: &Glance<'_>, seen: &Seen) -> Option<Slide> {
    let exchange = seen.resolved()?;
    let text = glance.text();
    let ruled = matches!(seen.act, Some(Action::Rule { band: Some(_), .. }));
    let card = exchange.reply.instead.unwrap_or(exchange.demand.card);
    let handed = match exchange.delivered {
        0 => "nothing is handed over".to_owned(),
        percent => format!("{percent} % is handed over"),
    };
    Some(Slide {
        over: text.cards[card].title.clone(),
        seat: Some(Seat::Client),
        title: format!(
            "{} {}",
            text.client,
            crate::glance::band_words(exchange.band)
        ),
        body: vec![handed],
        under: if ruled {
            "ruled so by the white cell".to_owned()
        } else {
            String::new()
        },
        pages: Pages::One,
    })
}
