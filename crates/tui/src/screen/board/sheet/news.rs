//! What an act brought about, to read aloud: the event of the move, the result of an exchange, the
//! plans revealed, the end of the move.
//!
//! ```text
//! ┌ The result ─────────────────────────────────────────────────────────────────┐
//! │ ╭───────╮ ╭───────╮                                                         │
//! │ │ ●   ● │ │ ●     │   7 rolled, −4 of the forces = 3                        │
//! │ │       │ │   ●   │   Russia gives more than it meant                       │
//! │ │ ●   ● │ │     ● │   30 % of what was asked                                │
//! │ ╰───────╯ ╰───────╯                                                         │
//! │ trust            60 → 52 ▼8   being asked at all, and how hard              │
//! └─────────────────────────────────────────────────────────────────────────────┘
//! ```

mod telling;

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::command::{Command, Hint};
use crate::glance::{Glance, lines, look};
use crate::page::paper::{Reading, inside, paper};
use crate::page::{Page, Then};
use crate::screen::board::changes::sums;
use crate::screen::board::sheet::inject::event_pieces;
use crate::screen::board::{effects, on_table, opening, room};
use crate::sitting::Sitting;
use crate::walk::{Text, Walk};
use crate::widget::prose::Piece;
use unequal_core::acts_of;
use unequal_core::engine::action::Kind as Act;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::fact::Fact;
use unequal_core::engine::phase::Phase;
use unequal_core::engine::view::Exchange;
use unequal_core::model::choice::Offer;
use unequal_core::model::europe::Taken;
use unequal_core::model::place::EventAt;
use unequal_core::model::side::BySide;
use unequal_session::sight::Seen;

/// What is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// An event came into play.
    Event(EventAt),
    /// An inject came into play.
    Inject,
    /// Europe took a measure.
    Measure(Taken),
    /// Both sides have decided in a crisis.
    ClimbedDown(BySide<bool>),
    /// An offer was taken up, and so many percent of its card were handed over.
    TakenUp(Offer, i64),
    /// The sealed plans lie open.
    Revealed,
    /// An exchange was adjudicated.
    Result(Exchange),
    /// The move was closed.
    Closing,
}

/// Columns of text that is read aloud.
const COLUMNS: u16 = 76;
/// Columns and rows of a table of changes.
const TABLE: (u16, u16) = (92, 32);

/// What an act brought about.
#[derive(Debug)]
pub struct NewsSheet {
    number: EntryNumber,
    kind: Kind,
    walk: Walk,
}

impl NewsSheet {
    /// The news of the last entry, where it has any.
    pub fn latest(sitting: &Sitting) -> Option<Self> {
        let place = sitting.place.as_ref()?;
        let seen = place.entry(place.last_number())?;
        Some(Self {
            number: seen.number,
            kind: kind(place.view().phase, &seen)?,
            walk: Walk::default(),
        })
    }

    /// The entry that it tells of.
    fn seen(&self, glance: &Glance<'_>) -> Option<Seen> {
        glance.place.entry(self.number)
    }

    fn title(&self, glance: &Glance<'_>) -> String {
        match self.kind {
            Kind::Event(_) | Kind::Inject => match glance.view.move_number {
                0 => "News · turn zero".to_owned(),
                number => format!("News · move {number}"),
            },
            Kind::Measure(_) => format!("{} has acted", glance.text().europe_name),
            Kind::ClimbedDown(_) => "Crisis: both have decided".to_owned(),
            Kind::TakenUp(..) => "The offer was taken up".to_owned(),
            Kind::Revealed => "Both plans lie open".to_owned(),
            Kind::Result(_) => "The result".to_owned(),
            Kind::Closing => {
                let number = self.seen(glance).map_or(0, |seen| seen.move_number);
                format!("Move {number} is closed")
            }
        }
    }

    fn pieces(&self, glance: &Glance<'_>, sitting: &Sitting) -> Vec<Piece> {
        match self.kind {
            Kind::Event(event) => event_pieces(glance, event, &sitting.theme),
            Kind::Inject => self.inject_pieces(glance, sitting),
            Kind::Measure(taken) => {
                let mut pieces = opening::taken(glance, taken, &sitting.theme);
                pieces.extend(self.moved(glance, sitting));
                pieces
            }
            Kind::ClimbedDown(acts) => {
                let mut pieces = opening::climbed_down(glance, acts, &sitting.theme);
                pieces.extend(self.moved(glance, sitting));
                pieces
            }
            Kind::TakenUp(offer, given) => {
                let line = lines::offer(glance, offer);
                let voice = &glance.text().offer.taken_client_voice;
                let mut pieces = vec![
                    Piece::Heading(line, sitting.theme.client),
                    Piece::Text(format!("{given} % of it is handed over.")),
                ];
                pieces.extend((!voice.is_empty()).then(|| Piece::Text(format!("“{voice}”"))));
                pieces.extend(self.moved(glance, sitting));
                pieces
            }
            Kind::Revealed => on_table::pieces(glance, &sitting.theme),
            Kind::Result(_) | Kind::Closing => Vec::new(),
        }
    }

    /// An inject to read aloud, and what it moved.
    fn inject_pieces(&self, glance: &Glance<'_>, sitting: &Sitting) -> Vec<Piece> {
        let Some(news) = glance.place.news(self.number) else {
            return Vec::new();
        };
        let mut pieces = room::news::pieces(glance, &news, &sitting.theme);
        pieces.extend(self.moved(glance, sitting));
        pieces
    }

    /// What the entry moved, in a line.
    fn moved(&self, glance: &Glance<'_>, sitting: &Sitting) -> Vec<Piece> {
        let seen = self.seen(glance);
        let changes = seen.iter().flat_map(|seen| &seen.changes);
        let sums = sums(changes).into_iter();
        let moved: Vec<_> = sums.map(|sum| (sum.gauge, sum.by())).collect();
        if moved.is_empty() {
            return Vec::new();
        }
        let words = format!("It moves: {}", effects::words(glance, &moved));
        vec![Piece::Gap, Piece::Heading(words, sitting.theme.strong)]
    }

    /// Columns and rows that the sheet wants.
    fn size(&self, glance: &Glance<'_>, sitting: &Sitting) -> (u16, u16) {
        let rows = |lines: usize| u16::try_from(lines).unwrap_or(u16::MAX);
        match self.kind {
            Kind::Event(_)
            | Kind::Inject
            | Kind::Measure(_)
            | Kind::ClimbedDown(_)
            | Kind::TakenUp(..)
            | Kind::Revealed => {
                let room = Rect::new(0, 0, COLUMNS.min(sitting.size.0.saturating_sub(4)), 1);
                let reading = Reading::new(&self.pieces(glance, sitting), room, &sitting.theme);
                (COLUMNS, rows(reading.prose.height()))
            }
            Kind::Result(_) | Kind::Closing => {
                let width = TABLE.0.min(sitting.size.0.saturating_sub(4));
                (
                    TABLE.0,
                    rows(self.told(glance, sitting, width).len()).min(TABLE.1),
                )
            }
        }
    }

    fn reading(&self, place: Rect, glance: &Glance<'_>, sitting: &Sitting) -> Reading {
        match self.kind {
            Kind::Event(_)
            | Kind::Inject
            | Kind::Measure(_)
            | Kind::ClimbedDown(_)
            | Kind::TakenUp(..)
            | Kind::Revealed => Reading::new(&self.pieces(glance, sitting), place, &sitting.theme),
            Kind::Result(_) | Kind::Closing => {
                let mut told = self.told(glance, sitting, place.width);
                if told.len() > usize::from(place.height) {
                    // A column is kept for the signs that more lies above or below.
                    told = self.told(glance, sitting, place.width.saturating_sub(2));
                }
                Reading::of(told, place)
            }
        }
    }

    /// How long it is, as the terminal is now.
    fn text(&self, sitting: &Sitting) -> Option<Text> {
        let glance = look(sitting)?;
        let place = inside(sitting, self.size(&glance, sitting));
        Some(self.reading(place, &glance, sitting).text())
    }
}

/// What the entry has to tell, if anything.
fn kind(phase: Phase, seen: &Seen) -> Option<Kind> {
    match seen.kind {
        Act::Inject => seen.facts.iter().find_map(|fact| match fact {
            Fact::EventDrawn(Some(event)) => Some(Kind::Event(*event)),
            _ => None,
        }),
        Act::FireInject | Act::AdHocInject => Some(Kind::Inject),
        Act::Measure | Act::SetMeasure => seen.facts.iter().find_map(|fact| match fact {
            Fact::MeasureTaken(taken) => Some(Kind::Measure(*taken)),
            _ => None,
        }),
        Act::CrisisAct | Act::SetCrisisAct => seen.facts.iter().find_map(|fact| match fact {
            Fact::ClimbedDown(acts) => Some(Kind::ClimbedDown(*acts)),
            _ => None,
        }),
        Act::TakeUp => taken_up(seen),
        Act::RevealDemand | Act::RevealResponse => {
            let revealed = matches!(phase, Phase::Ruling).then_some(Kind::Revealed);
            taken_up(seen).or(revealed)
        }
        Act::Rule => seen.resolved().copied().map(Kind::Result),
        // The end of the session has a screen of its own.
        Act::CloseMove => (phase != Phase::Ended).then_some(Kind::Closing),
        // What they say stands on the board.
        Act::Abstain
        | Act::Offer
        | Act::NoOffer
        | Act::VetoOffer
        | Act::Demand
        | Act::Hold
        | Act::Respond
        | Act::Commit
        | Act::FollowUp
        | Act::Adjust
        | Act::End
        | Act::Undo
        | acts_of!(Act: room) => None,
    }
}

fn taken_up(seen: &Seen) -> Option<Kind> {
    seen.facts.iter().find_map(|fact| match fact {
        Fact::OfferTakenUp { offer, delivered } => Some(Kind::TakenUp(*offer, *delivered)),
        _ => None,
    })
}

impl Page for NewsSheet {
    fn hints(&self, sitting: &Sitting) -> Vec<Hint> {
        let mut hints = vec![Command::Confirm.hint("go on")];
        if self.text(sitting).is_some_and(|text| text.beyond > 0) {
            hints.push(Command::PageDown.hint("read on"));
        }
        hints.push(Command::Help.into());
        hints
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, sitting: &Sitting) {
        let Some(glance) = look(sitting) else {
            return;
        };
        let size = self.size(&glance, sitting);
        let inner = paper(frame, area, &self.title(&glance), size, &sitting.theme);
        self.reading(inner, &glance, sitting)
            .draw(frame, self.walk.scroll(), &sitting.theme);
    }

    fn on(&mut self, sitting: &mut Sitting, command: Command) -> Then {
        if matches!(command, Command::Confirm | Command::Back | Command::Act) {
            return Then::Close;
        }
        let text = self.text(sitting).unwrap_or_default();
        self.walk.read(command, text);
        Then::Stay
    }
}
