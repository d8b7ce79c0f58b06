//! What could be expected of an act and of its alternatives, worked out by playing on from there.
//!
//! ```text
//! ┌ What could be expected ────────────────────────────────────────────────────────────┐
//! │ Russia refused “Joint stations and hydrographic data”                              │
//! │                                                stability         endings           │
//! │   ● what was done                              44.1 ±0.9         drift 61 %, …     │
//! │ ›   Accept in part                             47.3 ±0.9  +3.2   managed 70 %, …   │
//! │     Stall                                      44.4 ±0.9  +0.3   drift 58 %, …     │
//! └────────────────────────────────────────────────────────────────────────────────────┘
//! ```

use std::ops::Range;

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::command::{Command, Hint};
use crate::effect::{Effect, Onward};
use crate::errand::Order;
use crate::keymap::Layer;
use crate::notice::Tone;
use crate::page::paper::{FULL, Reading, heading, paper, wrapped};
use crate::page::{Page, Sheet, Then};
use crate::screen::replay::study::{HIDDEN, begun};
use crate::sitting::Sitting;
use crate::theme::Theme;
use crate::walk::Walk;
use crate::widget::fit::{fit, pad, wrap};
use crate::widget::rows::mark;
use unequal_core::analysis::expectations::{Difference, Expectation};
use unequal_core::engine::action::Action;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_papers::report::{option_words, signed_tenth};
use unequal_session::Place;
use unequal_session::branch::Departure;
use unequal_session::expectations::{Answer, MOST};
use unicode_width::UnicodeWidthStr;

/// The sheet for one entry.
#[derive(Debug)]
pub(super) struct ExplainSheet {
    entry: EntryNumber,
    walk: Walk,
}

/// A row: what, what could be expected, how much more than of what was done.
struct Offer<'a> {
    words: String,
    expected: &'a Expectation,
    /// The act that could have stood there, and how much more it led to; none of what was done.
    instead: Option<(&'a Action, Difference)>,
}

impl Offer<'_> {
    fn more(&self) -> Option<Difference> {
        self.instead.map(|(_, more)| more)
    }
}

/// The sheet as it lies on the screen.
struct Laid {
    reading: Reading,
    /// The lines of each row.
    rows: Vec<Range<usize>>,
}

impl Laid {
    /// The first line in sight: the chosen row is, and with the last one what stands below it.
    fn scroll(&self, chosen: Option<usize>) -> usize {
        let text = self.reading.text();
        match chosen {
            Some(last) if last + 1 == self.rows.len() => text.beyond,
            Some(place) => self.rows[place].end.saturating_sub(text.rows),
            None => 0,
        }
    }
}

/// Opens the sheet for an entry, and begins to work out what it shows.
pub(super) fn open(sitting: &mut Sitting, entry: EntryNumber) -> Then {
    let replay = sitting.replay.as_ref();
    let Some(replay) = replay.filter(|replay| replay.knows_the_future()) else {
        sitting.say(Tone::Plain, HIDDEN);
        return Then::Stay;
    };
    let known = entry.is_startex() || replay.study.answers.contains_key(&entry);
    let walk = Walk::default();
    let sheet = Sheet::new(ExplainSheet { entry, walk });
    Then::Open(begun(sitting, sheet, known, Order::Explain(entry)))
}

/// The decisions of the exchange that an entry is read with.
fn decisions(sitting: &Sitting, entry: EntryNumber) -> Vec<EntryNumber> {
    let place = sitting.place.as_ref();
    let page = place.and_then(|place| place.exchange_around(entry, place.last_number()));
    page.map_or_else(Vec::new, |page| page.decisions())
}

impl ExplainSheet {
    /// Goes to the decision before or after in the exchange.
    fn step(&mut self, sitting: &Sitting, forward: bool) -> Then {
        let mut all = decisions(sitting, self.entry).into_iter();
        let to = if forward {
            all.find(|number| *number > self.entry)
        } else {
            all.rfind(|number| *number < self.entry)
        };
        let Some(to) = to else {
            return Then::Stay;
        };
        self.entry = to;
        self.walk.go(0);
        let order = Order::Explain(to);
        if self.answer(sitting).is_some() || sitting.errands.does(&order) {
            return Then::Stay;
        }
        Then::Do(vec![Effect::Work(order)])
    }

    /// What was worked out for the entry.
    fn answer<'a>(&self, sitting: &'a Sitting) -> Option<&'a Answer> {
        sitting.replay.as_ref()?.study.answers.get(&self.entry)
    }

    /// What was done, and below it what could have been, the best first.
    fn offers<'a>(&self, sitting: &'a Sitting) -> Vec<Offer<'a>> {
        let (Some(answer), Some(place)) = (self.answer(sitting), &sitting.place) else {
            return Vec::new();
        };
        let mut instead: Vec<Offer<'_>> = answer
            .instead
            .iter()
            .map(|other| Offer {
                words: option_words(place.deck(), place.scenario(), &other.act),
                expected: &other.expected,
                instead: Some((&other.act, other.difference)),
            })
            .collect();
        instead.sort_by(|a, b| {
            let mean = |offer: &Offer<'_>| offer.more().map_or(0.0, |more| more.mean);
            mean(b).total_cmp(&mean(a))
        });
        let done = Offer {
            words: "what was done".to_owned(),
            expected: &answer.expected,
            instead: None,
        };
        std::iter::once(done).chain(instead).collect()
    }

    /// What there is to read, to the width of a place.
    fn laid(&self, place: Rect, sitting: &Sitting) -> Option<Laid> {
        let (replay, session) = (sitting.replay.as_ref()?, sitting.place.as_ref()?);
        let theme = &sitting.theme;
        // A column is kept for the signs that more lies above or below.
        let width = usize::from(place.width.saturating_sub(2));
        let sentence = replay
            .seen(session, self.entry)
            .map_or_else(String::new, |seen| seen.sentence);
        let mut told = wrapped(&sentence, width, theme.title);
        told.push(Line::default());
        let Some(answer) = self.answer(sitting) else {
            let progress = sitting.errands.progress(&Order::Explain(self.entry));
            let words = match progress {
                Some(_) => format!(
                    "Playing on from here, {MOST} sessions a choice at most, with one bot in both seats …"
                ),
                None => "Nothing can be worked out for this entry: nobody plays on from a remark."
                    .to_owned(),
            };
            told.extend(wrapped(&words, width, theme.dim));
            return Some(Laid {
                reading: Reading::of(told, place),
                rows: Vec::new(),
            });
        };
        let offers = self.offers(sitting);
        let chosen = self.walk.chosen(offers.len());
        // Two alternatives often differ in their last words: they are told in full, over more lines where it takes them.
        let longest = offers.iter().map(|offer| offer.words.width()).max();
        let name = (longest.unwrap_or(0) + BEFORE).min(width.saturating_sub(NUMBERS + 2));
        let roomy = width >= name + NUMBERS + ENDINGS;
        let endings = if roomy { "   endings" } else { "" };
        let head = format!("{}final stability   more{endings}", " ".repeat(name));
        told.push(heading(&fit(&head, width), theme.dim));
        let mut places = Vec::new();
        for (at, offer) in offers.iter().enumerate() {
            let first = told.len();
            told.extend(rows(
                session,
                offer,
                chosen == Some(at),
                (name, width),
                theme,
            ));
            places.push(first..told.len());
        }
        told.push(Line::default());
        let moved = answer.moved;
        let clear = if moved.is_clear() {
            ""
        } else {
            ", which chance alone could make"
        };
        let words = format!(
            "The entry moved expected final stability by {} (±{:.1}){clear}. ~ marks differences that chance \
             alone could make. One bot plays both seats under the same dice: this compares choices, it \
             foresees nothing.",
            signed_tenth(moved.mean),
            moved.give_or_take()
        );
        told.extend(wrapped(&words, width.min(100), theme.dim));
        Some(Laid {
            reading: Reading::of(told, place),
            rows: places,
        })
    }

    /// Begins a branch with what is chosen.
    fn branch(&self, sitting: &mut Sitting, then: Onward) -> Then {
        let Some(place) = &sitting.place else {
            return Then::Stay;
        };
        let offers = self.offers(sitting);
        let Some(offer) = self.walk.chosen(offers.len()).and_then(|at| offers.get(at)) else {
            return Then::Stay;
        };
        let instead = offer.instead.map(|(act, _)| act.clone());
        let said = match &instead {
            _ if place.standing().path.is_none() => {
                Some("This session is not in a file, so that nothing can branch off it.")
            }
            None if then == Onward::Show => {
                Some("That is what was done: ↓ chooses what could have been done instead.")
            }
            _ => None,
        };
        let name = format!("{}, {}: {}", place.standing().name, self.entry, offer.words);
        let departure = Departure {
            name: fit(&name, NAME),
            after: match instead {
                Some(_) => place.came_from(self.entry),
                None => self.entry,
            },
            instead,
            ends_there: true,
            ..Departure::default()
        };
        if let Some(words) = said {
            sitting.say(Tone::Plain, words);
            return Then::Stay;
        }
        Then::Do(vec![Effect::Branch { departure, then }])
    }
}

/// Characters of a branch's name.
const NAME: usize = 80;

/// The endings that are likeliest, in words.
fn endings(place: &Place, expected: &Expectation, columns: usize) -> String {
    let mut shares: Vec<(f64, &str)> = expected
        .endings
        .iter()
        .filter(|share| share.percent >= 0.5)
        .map(|share| {
            let title = place.deck().text.ending(share.ending).title.as_str();
            (share.percent, title)
        })
        .collect();
    shares.sort_by(|a, b| b.0.total_cmp(&a.0));
    let words: Vec<String> = shares
        .iter()
        .map(|(percent, title)| format!("{title} {percent:.0} %"))
        .collect();
    // Whole or not at all: what is left out stands in the report.
    let mut told = String::new();
    for word in words {
        let next = if told.is_empty() {
            word
        } else {
            format!("{told}, {word}")
        };
        if next.width() > columns {
            break;
        }
        told = next;
    }
    told
}

/// Columns of the numbers beside an alternative.
const NUMBERS: usize = 22;

/// Columns of a likely ending, and of the signs before a name.
const ENDINGS: usize = 18;
const BEFORE: usize = 4;

/// An alternative in so many columns for its name, of so many in all.
fn rows(
    place: &Place,
    offer: &Offer<'_>,
    chosen: bool,
    (name, width): (usize, usize),
    theme: &Theme,
) -> Vec<Line<'static>> {
    let taken = offer.instead.is_none();
    let error = if offer.expected.exact {
        "exact".to_owned()
    } else {
        format!("±{:.1}", offer.expected.give_or_take())
    };
    let more = offer.more().map_or_else(String::new, |more| {
        let sign = if more.is_clear() { "" } else { "~" };
        format!("{sign}{}", signed_tenth(more.mean))
    });
    let style = if taken || chosen {
        theme.strong
    } else {
        theme.text
    };
    let room = width.saturating_sub(name + NUMBERS);
    let mut words = wrap(&offer.words, name.saturating_sub(BEFORE + 1)).into_iter();
    let first = words.next().unwrap_or_default();
    let mut lines = vec![Line::from(vec![
        mark(chosen, theme),
        Span::styled(if taken { "● " } else { "  " }, theme.accent),
        Span::styled(pad(&first, name.saturating_sub(BEFORE)), style),
        Span::styled(format!("{:>5.1} ", offer.expected.stability), style),
        Span::styled(format!("{error:<6}"), theme.dim),
        Span::styled(format!("{more:>7}   "), theme.accent),
        Span::styled(endings(place, offer.expected, room), theme.dim),
    ])];
    lines.extend(words.map(|more| Line::styled(format!("      {more}"), style)));
    lines
}

impl Page for ExplainSheet {
    fn layer(&self) -> Layer {
        Layer::Explain
    }

    fn hints(&self, sitting: &Sitting) -> Vec<Hint> {
        if self.answer(sitting).is_none() {
            return vec![Command::Back.hint("break off")];
        }
        let mut hints = Vec::new();
        if decisions(sitting, self.entry).len() > 1 {
            hints.push(Command::Left.hint("demand, answer"));
        }
        if self.offers(sitting).len() > 1 {
            hints.push(Command::Up.hint("choose"));
        }
        hints.push(Command::Confirm.hint("branch with it"));
        hints.push(Command::PlayOut.hint("bots play it to its end"));
        hints.push(Command::Back.into());
        hints
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, sitting: &Sitting) {
        let title = format!("What could be expected at entry {}", self.entry);
        let inner = paper(frame, area, &title, FULL, &sitting.theme);
        let Some(laid) = self.laid(inner, sitting) else {
            return;
        };
        let scroll = laid.scroll(self.walk.chosen(laid.rows.len()));
        laid.reading.draw(frame, scroll, &sitting.theme);
        let in_sight = scroll..scroll + usize::from(inner.height);
        let lines = laid.rows.iter().enumerate();
        let lines = lines.flat_map(|(row, lines)| lines.clone().map(move |line| (row, line)));
        let seen = lines.filter(|(_, line)| in_sight.contains(line));
        sitting.mark_rows(seen.map(|(row, line)| {
            let y = inner.y + u16::try_from(line - scroll).unwrap_or(0);
            let spot = Rect {
                y,
                height: 1,
                ..inner
            };
            (row, spot)
        }));
    }

    fn on(&mut self, sitting: &mut Sitting, command: Command) -> Then {
        match command {
            Command::Back => {
                sitting.errands.break_off();
                return Then::Close;
            }
            Command::Confirm => return self.branch(sitting, Onward::Show),
            Command::PlayOut => return self.branch(sitting, Onward::PlayOut),
            Command::Left | Command::Right => return self.step(sitting, command == Command::Right),
            _ => {}
        }
        let rows = self.offers(sitting).len();
        self.walk.follow(command, rows, None);
        Then::Stay
    }
}
