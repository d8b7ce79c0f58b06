//! Guess first: the replay stops before each decision and asks what was decided; the future is hidden.
//!
//! ```text
//! ┌ What did Russia decide? ─────────────────────────────────────┐
//! │ China pressed for “Joint stations and hydrographic data”     │
//! │                                                              │
//! │ › Accept                                                     │
//! │   Accept in part                                             │
//! │   Refuse                                                     │
//! └──────────────────────────────────────────────────────────────┘
//! ```

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use unicode_width::UnicodeWidthStr;

use crate::command::{Command, Hint};
use crate::notice::Tone;
use crate::page::paper::{below, heading, lines, paper};
use crate::page::{Page, Sheet, Then};
use crate::replay::Replay;
use crate::replay::guesses::{Guesses, Nearness};
use crate::sitting::Sitting;
use crate::theme::Theme;
use crate::walk::Walk;
use crate::widget::fit::{fit, wrap};
use crate::widget::rows::{Rows, mark};
use unequal_core::engine::action::Action;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::seat::Seat;
use unequal_core::model::choice::{FollowUp, Intensity, Response};
use unequal_core::model::place::{CardAt, MeasureAt};
use unequal_session::Place;

/// Something that could have been decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Guess {
    /// A measure, or none.
    Measure(Option<MeasureAt>),
    CrisisAct(bool),
    /// The card of an offer, or no offer.
    Offer(Option<CardAt>),
    TakeUp,
    Card(CardAt),
    Hold,
    Response(Response),
    FollowUp(FollowUp),
}

/// Goes on to a step, but stops before a decision that is to be guessed.
pub(super) fn go_on(sitting: &mut Sitting, to: usize) -> Then {
    let Some((replay, place)) = sitting.reading() else {
        return Then::Stay;
    };
    let Some(guesses) = &replay.guesses else {
        replay.go(to);
        return Then::Stay;
    };
    let steps = &replay.reel.steps;
    let last = to.min(steps.len() - 1);
    let is_open = |step: &usize| {
        let frame = replay.reel.frame(steps[*step]);
        frame.is_some_and(|frame| {
            frame.is_choice && !frame.undone && !guesses.0.contains_key(&frame.number)
        })
    };
    let Some(step) = (replay.step + 1..=last).find(is_open) else {
        replay.go(to);
        return Then::Stay;
    };
    let number = steps[step];
    replay.go(step - 1);
    replay.player.stop();
    Then::Open(Sheet::new(GuessSheet::new(replay, place, number)))
}

/// Turns guessing on or off.
pub(super) fn turn(sitting: &mut Sitting) {
    let Some((replay, _)) = sitting.reading() else {
        return;
    };
    let words = if let Some(guesses) = replay.guesses.take() {
        format!("No more guessing: {}.", guesses.words())
    } else {
        replay.guesses = Some(Guesses::default());
        "Guess first: → stops before each decision and asks. What came later is hidden.".to_owned()
    };
    replay.mark_anew();
    sitting.say(Tone::Plain, words);
}

/// Asks what was decided.
#[derive(Debug)]
struct GuessSheet {
    number: EntryNumber,
    seat: Seat,
    options: Vec<Guess>,
    walk: Walk,
    intensity: usize,
    /// How the guess came out, once made.
    came: Option<Nearness>,
}

impl GuessSheet {
    /// The guess that is chosen.
    fn guess(&self) -> Option<Guess> {
        let place = self.walk.chosen(self.options.len())?;
        Some(self.options[place])
    }

    fn new(replay: &Replay, place: &Place, number: EntryNumber) -> Self {
        let seat = replay.reel.frame(number).map_or(Seat::Patron, |f| f.seat);
        Self {
            number,
            seat,
            options: options(place, number, seat),
            walk: Walk::default(),
            intensity: Intensity::Request.index(),
            came: None,
        }
    }

    /// A guess in so many columns; a long card keeps its domain.
    fn words(place: &Place, guess: Guess, columns: usize) -> String {
        let text = &place.deck().text;
        let card = |card: CardAt| {
            let words = &text.cards[card];
            let domain = place.scenario().card(card).domain;
            let domain = format!(" · {}", text.domains[domain].short);
            let title = format!("{} {}", words.code, words.title);
            fit(&title, columns.saturating_sub(domain.width())) + &domain
        };
        let words = match guess {
            Guess::Measure(measure) => measure.map_or_else(
                || "No measure".to_owned(),
                |measure| text.measures[measure].title.clone(),
            ),
            Guess::CrisisAct(true) => "To climb down".to_owned(),
            Guess::CrisisAct(false) => "To stand".to_owned(),
            Guess::Offer(offer) => offer.map_or_else(|| "No offer".to_owned(), card),
            Guess::TakeUp => "To take up the offer".to_owned(),
            Guess::Card(demand) => card(demand),
            Guess::Hold => text.hold.name.clone(),
            Guess::Response(response) => text.response(response).name.clone(),
            Guess::FollowUp(choice) => text.follow_up(choice).name.clone(),
        };
        fit(&words, columns)
    }

    fn make(&mut self, sitting: &mut Sitting) {
        let Some(guess) = self.guess() else {
            return;
        };
        let Some((replay, place)) = sitting.reading() else {
            return;
        };
        let Some(act) = place.entry(self.number).and_then(|seen| seen.act) else {
            return;
        };
        let came = nearness(place, guess, self.intensity, &act);
        self.came = Some(came);
        if let Some(guesses) = &mut replay.guesses {
            guesses.0.insert(self.number, came);
        }
        replay.go_to(self.number);
    }

    fn asks(&self, replay: &Replay, place: &Place) -> String {
        let name = place.deck().text.seat_name(self.seat);
        match self.came {
            None => format!("What did {name} decide?"),
            Some(_) => replay
                .guesses
                .as_ref()
                .map_or_else(String::new, Guesses::words),
        }
    }

    /// What was decided, and how the guess came out.
    fn result(
        &self,
        replay: &Replay,
        place: &Place,
        came: Nearness,
        theme: &Theme,
    ) -> Vec<Line<'static>> {
        let (sign, words, style) = match came {
            Nearness::Right => ("✓", "You guessed it.", theme.good),
            Nearness::Near => ("~", "Near: the same matter, otherwise.", theme.accent),
            Nearness::Wrong => ("✗", "It was decided otherwise.", theme.danger),
        };
        let mut out = vec![Line::from(Span::styled(format!("{sign} {words}"), style))];
        let Some(seen) = replay.seen(place, self.number) else {
            return out;
        };
        out.push(Line::default());
        out.push(heading(&seen.sentence, theme.strong));
        if let Some(why) = seen.rationale {
            out.push(Line::default());
            out.extend(
                wrap(&why, 72)
                    .into_iter()
                    .map(|line| heading(&line, theme.text)),
            );
        }
        if let Some(dissent) = seen.dissent {
            out.push(heading(&format!("✗ dissent: {dissent}"), theme.text));
        }
        out
    }
}

/// What could have been decided, as far as the eyes may know.
fn options(place: &Place, number: EntryNumber, seat: Seat) -> Vec<Guess> {
    let scenario = place.scenario();
    let mut options: Vec<Guess> = Vec::new();
    let knows_menu = place.seat() == Seat::WhiteCell || place.seat() == seat;
    for act in place.choices(number) {
        let guess = match act {
            Action::Measure { measure, .. } => Guess::Measure(scenario.measure_at(&measure)),
            Action::Abstain => Guess::Measure(None),
            Action::CrisisAct { climb_down } => Guess::CrisisAct(climb_down),
            Action::Offer { card, .. } => Guess::Offer(scenario.card_at(&card)),
            Action::NoOffer => Guess::Offer(None),
            Action::TakeUp => Guess::TakeUp,
            Action::Hold => Guess::Hold,
            Action::Demand { card, .. } => match scenario.card_at(&card) {
                Some(card) => Guess::Card(card),
                None => continue,
            },
            Action::Respond { response, .. } => Guess::Response(response),
            Action::FollowUp { choice } => Guess::FollowUp(choice),
            _ => continue,
        };
        if !options.contains(&guess) {
            options.push(guess);
        }
    }
    // A menu that the eyes do not know is not given away: every card of the deck could be on it.
    if options.contains(&Guess::Hold) && !knows_menu {
        options.retain(|guess| *guess == Guess::TakeUp);
        options.extend(place.scenario().cards.places().map(Guess::Card));
        options.push(Guess::Hold);
    }
    options
}

fn nearness(place: &Place, guess: Guess, intensity: usize, act: &Action) -> Nearness {
    let right = |is: bool| if is { Nearness::Right } else { Nearness::Wrong };
    match (guess, act) {
        (Guess::Measure(guess), Action::Measure { measure, .. }) => {
            let taken = place.scenario().measure_at(measure);
            let kind = |at: Option<MeasureAt>| Some(place.scenario().measure(at?).kind);
            if guess == taken {
                Nearness::Right
            } else if kind(guess) == kind(taken) {
                Nearness::Near
            } else {
                Nearness::Wrong
            }
        }
        (Guess::Measure(guess), Action::Abstain) => right(guess.is_none()),
        (Guess::CrisisAct(guess), Action::CrisisAct { climb_down }) => right(guess == *climb_down),
        (Guess::Offer(guess), Action::Offer { card, .. }) => {
            let scenario = place.scenario();
            let made = scenario.card_at(card);
            let domain = |card: Option<CardAt>| Some(scenario.card(card?).domain);
            if guess == made {
                Nearness::Right
            } else if domain(guess) == domain(made) {
                Nearness::Near
            } else {
                Nearness::Wrong
            }
        }
        (Guess::Offer(guess), Action::NoOffer) => right(guess.is_none()),
        (Guess::Hold, Action::Hold) | (Guess::TakeUp, Action::TakeUp) => Nearness::Right,
        (Guess::Response(guess), Action::Respond { response, .. }) => right(guess == *response),
        (Guess::FollowUp(guess), Action::FollowUp { choice }) => right(guess == *choice),
        (
            Guess::Card(guess),
            Action::Demand {
                card,
                intensity: pressed,
                ..
            },
        ) => {
            let cards = &place.scenario().cards;
            match place.scenario().card_at(card) {
                Some(card) if card == guess && pressed.index() == intensity => Nearness::Right,
                Some(card) if cards[card].domain == cards[guess].domain => Nearness::Near,
                _ => Nearness::Wrong,
            }
        }
        _ => Nearness::Wrong,
    }
}

impl Page for GuessSheet {
    fn hints(&self, _app: &Sitting) -> Vec<Hint> {
        if self.came.is_some() {
            return vec![Command::Confirm.hint("go on")];
        }
        let mut hints = vec![Command::Up.hint("choose"), Command::Confirm.hint("guess")];
        if matches!(self.guess(), Some(Guess::Card(_))) {
            hints.push(Command::Left.hint("how hard"));
        }
        hints.push(Command::Back.hint("not now"));
        hints
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, sitting: &Sitting) {
        let (Some(replay), Some(session)) = (&sitting.replay, &sitting.place) else {
            return;
        };
        let theme = &sitting.theme;
        let title = self.asks(replay, session);
        let rows = u16::try_from(self.options.len()).unwrap_or(20).clamp(6, 16) + 2;
        let inner = paper(frame, area, &title, (76, rows), theme);
        if let Some(came) = self.came {
            lines(frame, inner, &self.result(replay, session, came, theme));
            return;
        }
        let before = replay.seen(session, replay.at());
        let before = before.map_or_else(|| "STARTEX".to_owned(), |seen| seen.sentence);
        let before = fit(&before, usize::from(inner.width));
        lines(frame, inner, &[heading(&before, theme.dim)]);
        let list = below(inner, 2);
        let chosen = self.walk.chosen(self.options.len());
        let rows = Rows::around(self.options.len(), chosen, list);
        sitting.mark_rows(rows.places());
        rows.draw(frame.buffer_mut(), theme, |place| {
            let guess = self.options[place];
            let here = chosen == Some(place);
            let mut line = Line::from(mark(here, theme));
            let weight = if here && matches!(guess, Guess::Card(_)) {
                let intensity = Intensity::ALL[self.intensity];
                let name = &session.deck().text.intensity(intensity).name;
                format!("  ‹ {name} ›")
            } else {
                String::new()
            };
            let room = rows.columns().saturating_sub(line.width() + weight.width());
            let words = Self::words(session, guess, room);
            line.push_span(Span::styled(words, theme.text));
            line.push_span(Span::styled(weight, theme.strong));
            line
        });
    }

    fn on(&mut self, sitting: &mut Sitting, command: Command) -> Then {
        let steps = Intensity::ALL.len();
        match command {
            Command::Back => return Then::Close,
            Command::Confirm if self.came.is_some() => return Then::Close,
            Command::Confirm => self.make(sitting),
            _ if self.came.is_some() => {}
            Command::Left => self.intensity = (self.intensity + steps - 1) % steps,
            Command::Right => self.intensity = (self.intensity + 1) % steps,
            other => {
                self.walk.follow(other, self.options.len(), None);
            }
        }
        Then::Stay
    }
}
