//! The client's page: all seven responses in one table and a line for an answer in own words, and what the chosen one
//! would do.
//!
//! ```text
//! ┌ Russia answers ─────────────────────────────────────────────────────────────┐
//! │ EC4 Fixed-formula crude discount · Economy · Press ●●○                      │
//! │ “Winter prices show what the market bears …”                                │
//! │                            stab. trust resent. auton. endur. strain gains   │
//! │ › 1 Accept                    −6    −3      +6     −3     −4   !+18 +6.6    │
//! │   2 Accept, counter-ask …     −6    −3      +5     −3     −4    +16 +5.4    │
//! │   8 In our own words …     and which of these it comes nearest to           │
//! │                                                                             │
//! │ Shakes the partnership, strains a red line a good deal …                    │
//! │ What China may do then                                                      │
//! └─────────────────────────────────────────────────────────────────────────────┘
//! ```
//!
//! *Conditions* goes on to a line for the counter-ask, *deflect* to the card of another domain that is given instead, own
//! words to a line for them and back to the seven, of which the one that they come nearest to is chosen.

mod shown;

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::command::{Command, Hint};
use crate::field::{LineField, Typing};
use crate::glance::{Glance, look};
use crate::keymap::Layer;
use crate::notice::Tone;
use crate::page::paper::{WHOLE, paper};
use crate::page::{Page, Then};
use crate::screen::board::choices::replies;
use crate::screen::board::option::why_closed;
use crate::screen::board::sheet::remarks;
use crate::sitting::Sitting;
use crate::sitting::drafts::draft_prefix;
use crate::walk::Walk;
use unequal_core::engine::action::Action;
use unequal_core::engine::seat::Seat;
use unequal_core::model::choice::{Reply, Response};

/// Where the client is in deciding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    /// Which response, or own words.
    Response,
    /// Own words: what is answered.
    Words,
    /// Own words: which response they come nearest to.
    Nearest,
    /// Deflect: which card is given instead.
    Instead,
    /// Conditions: what is asked in return.
    Ask,
}

/// How does the client answer?
#[derive(Debug)]
pub struct RespondSheet {
    responses: Walk,
    /// Among the responses that own words may come nearest to.
    nearest: Walk,
    /// Among the cards that can be given instead.
    instead: Walk,
    ask: LineField,
    words: LineField,
    /// Whether the answer is given in own words.
    own: bool,
    step: Step,
}

/// The place of the line for own words, behind the seven responses.
const OWN: usize = Response::ALL.len();

/// Characters that own words, and what is asked in return, may have.
const LONGEST: usize = 400;

/// The response, or the first that is open where it is not.
fn open_response(glance: &Glance<'_>, response: Response) -> Response {
    std::iter::once(response)
        .chain(Response::ALL.iter().copied())
        .find(|response| !replies(glance, *response).is_empty())
        .unwrap_or(response)
}

impl RespondSheet {
    /// Opens the sheet at a response, or at the first that is open where this one is not.
    pub fn new(sitting: &Sitting, response: Response) -> Self {
        let response = look(sitting).map_or(response, |glance| open_response(&glance, response));
        let line = |name: &str, placeholder: &str| {
            let name = format!("{}{name}", draft_prefix(Seat::Client, "respond"));
            LineField::new(LONGEST)
                .with_value(&sitting.draft(&name))
                .with_draft(&name)
                .with_placeholder(placeholder)
        };
        Self {
            responses: Walk::at(response.index()),
            nearest: Walk::at(response.index()),
            instead: Walk::default(),
            ask: line("ask", "in words: licences, credit, silence on …"),
            words: line("words", "as you would say it to the other side"),
            own: false,
            step: Step::Response,
        }
    }

    /// Opens the sheet at the line for own words.
    pub fn in_own_words(sitting: &Sitting) -> Self {
        let mut sheet = Self::new(sitting, Response::Accept);
        sheet.responses.go(OWN);
        sheet
    }

    /// The response under the cursor; none on the line for own words.
    fn response(&self) -> Option<Response> {
        let walk = if self.own {
            self.nearest
        } else {
            self.responses
        };
        let place = walk.chosen(OWN + 1).unwrap_or(0);
        Response::ALL.get(place).copied()
    }

    /// The reply as it stands.
    fn reply(&self, glance: &Glance<'_>) -> Option<Reply> {
        let all = replies(glance, self.response()?);
        let place = self.instead.chosen(all.len())?;
        Some(all[place])
    }

    /// What was typed in own words; none where the answer is given by its name alone.
    fn typed(&self) -> Option<String> {
        let words = self.words.text().trim();
        (self.own && !words.is_empty()).then(|| words.to_owned())
    }

    fn forward(&mut self, sitting: &mut Sitting) -> Then {
        let Some(glance) = look(sitting) else {
            return Then::Stay;
        };
        let Some(response) = self.response() else {
            self.own = true;
            self.step = Step::Words;
            return Then::Stay;
        };
        if self.step == Step::Words {
            if self.typed().is_some() {
                self.step = Step::Nearest;
            } else {
                let words = "Write what is answered first; Esc goes back to the seven answers.";
                sitting.say(Tone::Trouble, words);
            }
            return Then::Stay;
        }
        let Some(reply) = self.reply(&glance) else {
            if let Some(demand) = glance.view.open_demand() {
                let why = why_closed(&glance, demand, response);
                sitting.say(Tone::Trouble, format!("Not open: {why}."));
            }
            return Then::Stay;
        };
        match (self.step, reply.response) {
            (Step::Response | Step::Nearest, Response::Deflect) => self.step = Step::Instead,
            (Step::Response | Step::Nearest, Response::Conditions) => self.step = Step::Ask,
            _ => {
                let ask = self.ask.text().trim().to_owned();
                let action = Action::Respond {
                    response: reply.response,
                    instead: reply
                        .instead
                        .map(|card| glance.scenario().card(card).id.clone()),
                    ask: (reply.response == Response::Conditions && !ask.is_empty()).then_some(ask),
                    words: self.typed(),
                };
                let does = glance.view.open_demand().map_or_else(Vec::new, |demand| {
                    self.does(&glance, demand, reply, &sitting.theme)
                });
                return Then::Open(remarks::open(sitting, Seat::Client, action, does));
            }
        }
        Then::Stay
    }

    /// A step back; gives whether there was one.
    const fn back(&mut self) -> bool {
        self.step = match self.step {
            Step::Response => return false,
            Step::Nearest => Step::Words,
            Step::Instead | Step::Ask if self.own => Step::Nearest,
            Step::Words | Step::Instead | Step::Ask => {
                self.own = false;
                Step::Response
            }
        };
        true
    }

    const fn walk(&self) -> Walk {
        match (self.step, self.own) {
            (Step::Instead, _) => self.instead,
            (_, true) => self.nearest,
            (_, false) => self.responses,
        }
    }
}

impl Page for RespondSheet {
    fn layer(&self) -> Layer {
        match self.step {
            Step::Ask | Step::Words => Layer::Line,
            Step::Response | Step::Nearest | Step::Instead => Layer::Sheet,
        }
    }

    fn field_mut(&mut self) -> Option<&mut dyn Typing> {
        match self.step {
            Step::Ask => Some(&mut self.ask),
            Step::Words => Some(&mut self.words),
            Step::Response | Step::Nearest | Step::Instead => None,
        }
    }

    fn hints(&self, sitting: &Sitting) -> Vec<Hint> {
        let next = match (self.step, self.response()) {
            (Step::Response, None) => "write it",
            (Step::Words, _) => "which answer it comes nearest to",
            (Step::Response | Step::Nearest, Some(Response::Deflect)) => "which card",
            (Step::Response | Step::Nearest, Some(Response::Conditions)) => "what is asked",
            _ => "to the reasons",
        };
        let typing = self.layer() == Layer::Line;
        let mut hints = vec![Command::Confirm.hint(next)];
        if !typing {
            hints.push(Command::Up.hint("choose"));
        }
        if let Some(glance) = look(sitting) {
            let all = self.decision(&glance, &sitting.theme).hints(sitting);
            // Where a text is typed arrows go through it.
            hints.extend(
                all.into_iter()
                    .filter(|hint| !typing || hint.command != Command::Right),
            );
        }
        hints.push(if typing {
            Command::Back.hint("back, keeps the text")
        } else {
            Command::Back.into()
        });
        hints
    }

    fn takes_screen(&self) -> bool {
        true
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, sitting: &Sitting) {
        let Some(glance) = look(sitting) else {
            return;
        };
        let theme = &sitting.theme;
        let title = format!("{} answers", glance.text().client);
        let inner = paper(frame, area, &title, WHOLE, theme);
        let decision = self.decision(&glance, theme);
        decision.draw(frame, inner, self.walk().scroll(), &glance, sitting);
        let [_, own] = decision.laid_out(inner, theme).own;
        self.draw_field(frame, own, theme);
    }

    fn on(&mut self, sitting: &mut Sitting, command: Command) -> Then {
        match command {
            Command::Back if !self.back() => return Then::Close,
            Command::Back => {}
            Command::Confirm => return self.forward(sitting),
            other => {
                let Some(glance) = look(sitting) else {
                    return Then::Close;
                };
                let decision = self.decision(&glance, &sitting.theme);
                let typing = self.layer() == Layer::Line;
                let walk = match (self.step, self.own) {
                    (Step::Instead, _) => &mut self.instead,
                    (_, true) => &mut self.nearest,
                    (_, false) => &mut self.responses,
                };
                if typing {
                    decision.follow_beside(walk, other, sitting);
                } else {
                    decision.follow(walk, other, sitting);
                }
            }
        }
        Then::Stay
    }
}
