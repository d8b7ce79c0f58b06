//! One exchange on one page: asked, answered, ruled, followed up, each with its reasons; what both sides knew and did not
//! know, side by side; what it moved, and what could have been instead.
//!
//! ```text
//! ┌ The exchange of move 5 ────────────────────────────────────────────────────────┐
//! │ China pressed for “Joint stations”, promising something in return          [31]│
//! │ Why: the ports matter most                                                     │
//! │ ✗ the economists                                                               │
//! │ Russia refused                                                             [32]│
//! │ …                                                                              │
//! │ China knew                             Russia knew                             │
//! │ ✗ did not know: the line lay at 52     ✗ did not know: could also demand …     │
//! │ · effort 3                             · strain 40, red line declared at 60    │
//! └────────────────────────────────────────────────────────────────────────────────┘
//! ```

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::{Line, Span};

use crate::command::{Command, Hint};
use crate::keymap::Layer;
use crate::page::paper::{FULL, Reading, heading, inside, paper, row, wrapped};
use crate::page::{Page, Sheet, Then};
use crate::screen::replay::sheet::entry::EntrySheet;
use crate::screen::replay::sheet::explain;
use crate::screen::replay::text::{changed, ruling};
use crate::sitting::Sitting;
use crate::theme::Theme;
use crate::walk::Walk;
use crate::widget::prose::{Piece, Prose};
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::seat::Seat;
use unequal_papers::report::better;
use unequal_session::Place;
use unequal_session::exchange::ExchangePage;
use unequal_session::knowledge::{Knowledge, odds_words};
use unequal_session::sight::Seen;
use unequal_session::telling::{hand_words, seat_name};

/// The exchange that the entry is read with.
#[derive(Debug, Default)]
pub(super) struct ExchangeSheet {
    walk: Walk,
}

/// The exchange that the entry is read with which is looked at, as these eyes may see it.
pub(super) fn page(sitting: &Sitting) -> Option<ExchangePage> {
    let (replay, place) = (sitting.replay.as_ref()?, sitting.place.as_ref()?);
    let then = if replay.knows_the_future() {
        place.last_number()
    } else {
        replay.at()
    };
    place.exchange_around(replay.at(), then)
}

/// The lines of a page, to a width.
struct Lines<'a> {
    place: &'a Place,
    sitting: &'a Sitting,
    width: usize,
    all: Vec<Line<'static>>,
}

impl Lines<'_> {
    fn theme(&self) -> &Theme {
        &self.sitting.theme
    }

    fn title(&mut self, words: &str, style: Style) {
        if !self.all.is_empty() {
            self.all.push(Line::default());
        }
        self.all.extend(wrapped(words, self.width, style));
    }

    fn pieces(&mut self, pieces: &[Piece]) {
        let columns = u16::try_from(self.width).unwrap_or(u16::MAX);
        let prose = Prose::new(pieces, columns, &self.sitting.theme);
        self.all.extend(prose.into_lines());
    }

    /// An act with who made it and what was said with it, before anything else.
    fn act(&mut self, seen: &Seen) {
        let theme = *self.theme();
        self.title(&format!("{} [{}]", seen.sentence, seen.number), theme.title);
        let who = seat_name(self.place.deck(), seen.seat);
        let sure = seen
            .confidence
            .map_or_else(String::new, |sure| format!(" · sure to {sure} of 100"));
        let hand = format!("{who}, by {}{sure}", hand_words(&seen.by));
        self.all.extend(wrapped(&hand, self.width, theme.dim));
        let said = [("Why: ", &seen.rationale), ("✗ Dissent: ", &seen.dissent)];
        for (mark, words) in said {
            if let Some(words) = words {
                let mark = Span::styled(mark, theme.seat(seen.seat));
                let room = self.width.saturating_sub(mark.width());
                self.all
                    .extend(row(vec![mark], &[(words, room, theme.text)]));
            }
        }
    }

    /// What both sides knew and did not know, side by side.
    fn knowledge(&mut self, page: &ExchangePage) {
        let theme = *self.theme();
        let columns = self.width.saturating_sub(2) / 2;
        let sides = [(Seat::Patron, &page.patron), (Seat::Client, &page.client)];
        let asked = ["when it asked", "when it answered"];
        let heads = sides.map(|(seat, _)| seat_name(self.place.deck(), seat));
        let heads = [0, 1].map(|at| format!("What {} knew {}", heads[at], asked[at]));
        let styles = sides.map(|(seat, _)| theme.seat(seat));
        self.all.push(Line::default());
        self.all.extend(row(
            Vec::new(),
            &[
                (&heads[0], columns, styles[0]),
                (&heads[1], columns, styles[1]),
            ],
        ));
        // Beside the dice the odds are told already.
        let odds = page.client.as_ref().and_then(|known| known.odds);
        let told = odds.filter(|_| page.ruling.is_some()).map(odds_words);
        let facts = sides.map(|(_, known)| facts(known.as_ref(), told.as_deref()));
        for at in 0..facts[0].len().max(facts[1].len()) {
            let of = |side: usize| facts[side].get(at).map_or("", String::as_str);
            let style = |side: usize| {
                if of(side).starts_with('✗') {
                    theme.danger
                } else {
                    theme.text
                }
            };
            self.all.extend(row(
                Vec::new(),
                &[(of(0), columns, style(0)), (of(1), columns, style(1))],
            ));
        }
    }

    /// What would have served better than an act, where it was worked out.
    fn instead(&mut self, seen: &Seen) -> bool {
        let theme = *self.theme();
        let replay = self.sitting.replay.as_ref();
        let replay = replay.filter(|replay| replay.knows_the_future());
        let Some(answer) = replay.and_then(|replay| replay.study.answers.get(&seen.number)) else {
            return false;
        };
        let (deck, scenario) = (self.place.deck(), self.place.scenario());
        let all = better(deck, scenario, seen.seat, answer);
        if all.is_empty() {
            return false;
        }
        let who = seat_name(deck, seen.seat);
        let words = format!("What would have served better than what {who} did");
        self.title(&words, theme.title);
        for end in all {
            self.pieces(&[Piece::Point(end.words())]);
        }
        true
    }
}

/// What a side could not know, a fact a line, and then what it knew but for what is told already: what was hidden is
/// short and explains most.
fn facts(known: Option<&Knowledge>, told: Option<&str>) -> Vec<String> {
    let Some(known) = known else {
        return vec!["That was not open to these eyes then.".to_owned()];
    };
    let knew = known.facts().into_iter();
    let knew = knew.filter(|fact| Some(fact.as_str()) != told);
    let knew = knew.map(|fact| format!("· {fact}"));
    let hidden = known.hidden.iter();
    let hidden = hidden.map(|fact| format!("✗ did not know: {fact}"));
    hidden.chain(knew).collect()
}

fn reading(sitting: &Sitting, room: Rect) -> Option<Reading> {
    let place = sitting.place.as_ref()?;
    let page = page(sitting)?;
    let theme = &sitting.theme;
    let mut lines = Lines {
        place,
        sitting,
        width: usize::from(room.width.saturating_sub(2)),
        all: Vec::new(),
    };
    lines.act(&page.demand);
    match &page.answer {
        Some(answer) => lines.act(answer),
        None => lines.title("It was not answered by then.", theme.dim),
    }
    if let Some(ruled) = &page.ruling {
        lines.act(ruled);
        if let Some(odds) = page.client.as_ref().and_then(|known| known.odds) {
            lines.pieces(&[Piece::Point(odds_words(odds))]);
        }
        lines.pieces(&ruling(place, ruled, theme));
    }
    if let Some(then) = &page.follow_up {
        lines.act(then);
    }
    lines.knowledge(&page);
    lines.title("What it moved", theme.title);
    let account = page.account.sentence(place.deck());
    lines.all.extend(wrapped(&account, lines.width, theme.text));
    for seen in page.ruling.iter().chain(&page.follow_up) {
        lines.pieces(&changed(place, seen, theme));
    }
    let demanded = lines.instead(&page.demand);
    let answered = page
        .answer
        .as_ref()
        .is_some_and(|answer| lines.instead(answer));
    if !demanded && !answered {
        let words = "What else could have been done: e works it out.";
        lines.all.push(Line::default());
        lines.all.push(heading(words, theme.dim));
    }
    Some(Reading::of(lines.all, room))
}

impl Page for ExchangeSheet {
    fn layer(&self) -> Layer {
        Layer::Exchange
    }

    fn hints(&self, _sitting: &Sitting) -> Vec<Hint> {
        vec![
            Command::Up.hint("scroll"),
            Command::Left.hint("exchange"),
            Command::Explain.hint("what else"),
            Command::Confirm.hint("this entry alone"),
            Command::Back.into(),
        ]
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, sitting: &Sitting) {
        let number = page(sitting).map_or(0, |page| page.move_number);
        let title = format!("The exchange of move {number}");
        let room = paper(frame, area, &title, FULL, &sitting.theme);
        if let Some(reading) = reading(sitting, room) {
            reading.draw(frame, self.walk.scroll(), &sitting.theme);
        }
    }

    fn on(&mut self, sitting: &mut Sitting, command: Command) -> Then {
        match command {
            Command::Back => return Then::Close,
            Command::Explain => {
                let at = sitting
                    .replay
                    .as_ref()
                    .map_or(EntryNumber::STARTEX, |replay| replay.at());
                let of = page(sitting).map_or(at, |page| page.decision(at));
                return explain::open(sitting, of);
            }
            Command::Confirm => return Then::Open(Sheet::new(EntrySheet::default())),
            Command::Left | Command::Right => {
                step(sitting, command == Command::Right);
                self.walk.go(0);
            }
            other => {
                let text = reading(sitting, inside(sitting, FULL)).map(|reading| reading.text());
                self.walk.read(other, text.unwrap_or_default());
            }
        }
        Then::Stay
    }
}

/// Goes to the demand of the exchange before or after.
fn step(sitting: &mut Sitting, forward: bool) {
    let here = page(sitting).map(|page| page.demand.number);
    let Some((replay, place)) = sitting.reading() else {
        return;
    };
    let open = replay.knows_the_future();
    let then = if open {
        place.last_number()
    } else {
        replay.at()
    };
    let begins = |number: EntryNumber| {
        let page = place.exchange_around(number, then);
        page.is_some_and(|page| page.demand.number == number)
    };
    let steps = replay.reel.steps.iter().copied();
    let to = if forward {
        let mut after = steps.filter(|number| Some(*number) > here);
        after.find(|number| begins(*number))
    } else {
        let mut before = steps.rev().filter(|number| Some(*number) < here);
        before.find(|number| begins(*number))
    };
    if let Some(number) = to {
        replay.go_to(number);
    }
}
