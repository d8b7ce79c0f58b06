//! The client's sheet: all seven responses with what each would likely do.
//!
//! ```text
//! ┌ Russia answers ─────────────────────────────────────────────────────────────┐
//! │ EC4 Fixed-formula crude discount · Economy · Press ●●○                      │
//! │ › 1 Accept                stability +1 · autonomy −6                        │
//! │   2 Accept, counter-ask … stability +1 · autonomy −4                        │
//! │   …                                                                         │
//! │ “It serves us both, and we prefer to be thanked than pressed.”              │
//! │  6/36 gives more than meant  100 %  stability +1 · autonomy −7              │
//! │ 24/36 gives what it offered  100 %  stability +1 · autonomy −6              │
//! │  6/36 holds, gives less       80 %  stability ±0 · autonomy −4              │
//! └─────────────────────────────────────────────────────────────────────────────┘
//! ```
//!
//! *Conditions* goes on to a line for the counter-ask, *deflect* to the card of another domain that is given instead.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::command::{Command, Hint};
use crate::field::{LineField, Typing};
use crate::glance::{Glance, look};
use crate::keymap::Layer;
use crate::notice::Tone;
use crate::page::paper::{FULL, Reading, below, heading, inside, lines, options, paper, wrapped};
use crate::page::{Page, Then};
use crate::screen::board::choices::{Choice, replies};
use crate::screen::board::option::{reply_note, row, why_closed};
use crate::screen::board::sheet::remarks;
use crate::screen::board::{card, effects, on_table};
use crate::sitting::Sitting;
use crate::sitting::drafts::draft_prefix;
use crate::walk::Walk;
use crate::widget::option_list::{OptionList, OptionRow};
use crate::widget::prose::Prose;
use unequal_core::engine::action::Action;
use unequal_core::engine::seat::Seat;
use unequal_core::model::choice::{Reply, Response};

/// Where the client is in deciding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    /// Which response.
    Response,
    /// Deflect: which card is given instead.
    Instead,
    /// Conditions: what is asked in return.
    Ask,
}

/// How does the client answer?
#[derive(Debug)]
pub struct RespondSheet {
    responses: Walk,
    /// Among the cards that can be given instead.
    instead: Walk,
    ask: LineField,
    step: Step,
}

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
        let name = format!("{}ask", draft_prefix(Seat::Client, "respond"));
        let response = look(sitting).map_or(response, |glance| open_response(&glance, response));
        Self {
            responses: Walk::at(response.index()),
            instead: Walk::default(),
            ask: LineField::new(400)
                .with_value(&sitting.draft(&name))
                .with_draft(&name)
                .with_placeholder("in words: licences, credit, silence on …"),
            step: Step::Response,
        }
    }

    fn response(&self) -> Response {
        let place = self.responses.chosen(Response::ALL.len());
        Response::ALL[place.unwrap_or(0)]
    }

    /// The reply as it stands.
    fn reply(&self, glance: &Glance<'_>) -> Option<Reply> {
        let all = replies(glance, self.response());
        let place = self.instead.chosen(all.len())?;
        Some(all[place])
    }

    fn forward(&mut self, sitting: &mut Sitting) -> Then {
        let Some(glance) = look(sitting) else {
            return Then::Stay;
        };
        let Some(reply) = self.reply(&glance) else {
            if let Some(demand) = glance.view.open_demand() {
                let why = why_closed(&glance, demand, self.response());
                sitting.say(Tone::Trouble, format!("Not open: {why}."));
            }
            return Then::Stay;
        };
        match (self.step, reply.response) {
            (Step::Response, Response::Deflect) => self.step = Step::Instead,
            (Step::Response, Response::Conditions) => self.step = Step::Ask,
            _ => {
                let ask = self.ask.text().trim().to_owned();
                let action = Action::Respond {
                    response: reply.response,
                    instead: reply
                        .instead
                        .map(|card| glance.scenario().card(card).id.clone()),
                    ask: (reply.response == Response::Conditions && !ask.is_empty()).then_some(ask),
                };
                return Then::Open(remarks::open(sitting, Seat::Client, action));
            }
        }
        Then::Stay
    }

    fn draw_instead(
        &self,
        frame: &mut Frame<'_>,
        area: Rect,
        glance: &Glance<'_>,
        sitting: &Sitting,
    ) {
        let demand = glance.view.open_demand();
        let head = heading("What is given instead?", sitting.theme.strong);
        let spot = lines(frame, area, &[head]);
        let rows: Vec<OptionRow> = replies(glance, Response::Deflect)
            .into_iter()
            .filter_map(|reply| {
                Some(OptionRow {
                    name: card::title(glance, reply.instead?),
                    note: reply_note(glance, demand?, reply),
                    open: true,
                    ..OptionRow::default()
                })
            })
            .collect();
        let list = OptionList::new(&rows, self.instead.chosen(rows.len()));
        options(&list, spot, frame.buffer_mut(), sitting);
    }

    fn draw_responses(
        &self,
        frame: &mut Frame<'_>,
        spot: Rect,
        glance: &Glance<'_>,
        sitting: &Sitting,
    ) {
        let rows: Vec<OptionRow> = Response::ALL
            .iter()
            .map(|response| row(glance, &Choice::Response(*response)))
            .collect();
        let list = OptionList::new(&rows, self.responses.chosen(rows.len()));
        let list = list.at_rest(self.step == Step::Ask);
        options(&list, spot, frame.buffer_mut(), sitting);
    }

    /// What the chosen response means, and its three possible results.
    fn detail(&self, place: Rect, glance: &Glance<'_>, sitting: &Sitting) -> Reading {
        let theme = &sitting.theme;
        let words = glance.text().response(self.response());
        let columns = usize::from(place.width.saturating_sub(2));
        let mut told = Vec::new();
        if !words.text.is_empty() {
            told.extend(wrapped(&words.text, columns, theme.text));
        }
        if !words.client_voice.is_empty() {
            let voice = format!("“{}”", words.client_voice);
            told.extend(wrapped(&voice, columns, theme.client));
        }
        if let (Some(demand), Some(reply)) = (glance.view.open_demand(), self.reply(glance)) {
            let preview = glance.view.preview(glance.scenario(), demand, reply);
            let head = "What the dice may make of it, before any follow-up:";
            told.extend([Line::default(), heading(head, theme.dim)]);
            told.extend(effects::bands_in_full(glance, &preview, columns, theme));
            let instead = reply.instead.filter(|_| self.step == Step::Instead);
            if let Some(card) = instead {
                let pieces = card::pieces(glance, card, theme);
                told.push(Line::default());
                told.extend(Prose::new(&pieces, place.width.saturating_sub(2), theme).into_lines());
            }
        }
        Reading::of(told, place)
    }

    /// Where the list and what there is to read of its chosen line lie in the sheet.
    fn places(&self, inner: Rect, glance: &Glance<'_>) -> (Rect, Rect) {
        let head = if glance.view.open_demand().is_some() {
            2
        } else {
            0
        };
        let at = below(inner, head);
        let rows = match self.step {
            Step::Instead => {
                let rows = replies(glance, Response::Deflect).len();
                u16::try_from(rows).unwrap_or(u16::MAX).saturating_add(1)
            }
            Step::Response | Step::Ask => 7,
        };
        let asked = if self.step == Step::Ask { 3 } else { 0 };
        let list = Rect {
            height: rows.min(at.height),
            ..at
        };
        (list, below(at, list.height + 1 + asked))
    }

    fn laid_out(&self, sitting: &Sitting) -> Option<Reading> {
        let glance = look(sitting)?;
        let (_, place) = self.places(inside(sitting, FULL), &glance);
        Some(self.detail(place, &glance, sitting))
    }

    const fn walk(&self) -> Walk {
        match self.step {
            Step::Instead => self.instead,
            Step::Response | Step::Ask => self.responses,
        }
    }
}

impl Page for RespondSheet {
    fn layer(&self) -> Layer {
        match self.step {
            Step::Ask => Layer::Line,
            Step::Response | Step::Instead => Layer::Sheet,
        }
    }

    fn field_mut(&mut self) -> Option<&mut dyn Typing> {
        (self.step == Step::Ask).then_some(&mut self.ask as &mut dyn Typing)
    }

    fn hints(&self, sitting: &Sitting) -> Vec<Hint> {
        let next = match (self.step, self.response()) {
            (Step::Response, Response::Deflect) => "which card",
            (Step::Response, Response::Conditions) => "what is asked",
            _ => "to the reasons",
        };
        let mut hints = vec![Command::Confirm.hint(next)];
        if self.step != Step::Ask {
            hints.push(Command::Up.hint("choose"));
        }
        if self
            .laid_out(sitting)
            .is_some_and(|reading| reading.goes_on())
        {
            hints.push(Command::PageDown.hint("read on"));
        }
        hints.push(Command::Back.into());
        hints
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, sitting: &Sitting) {
        let Some(glance) = look(sitting) else {
            return;
        };
        let theme = &sitting.theme;
        let title = format!("{} answers", glance.text().client);
        let inner = paper(frame, area, &title, FULL, theme);
        if let Some(demand) = glance.view.open_demand() {
            let line = Line::from(vec![
                Span::styled(card::title(&glance, demand.card), theme.patron),
                Span::styled(
                    format!(" · {}", on_table::demand_line(&glance, demand)),
                    theme.dim,
                ),
            ]);
            lines(frame, inner, &[line]);
        }
        let (list, place) = self.places(inner, &glance);
        match self.step {
            Step::Instead => self.draw_instead(frame, list, &glance, sitting),
            Step::Response | Step::Ask => self.draw_responses(frame, list, &glance, sitting),
        }
        if self.step == Step::Ask {
            let at = below(inner, list.bottom() + 1 - inner.y);
            let words = "What is asked in return? It counts as met only if the other side rewards.";
            let at = lines(frame, at, &[heading(words, theme.strong)]);
            let field = Rect {
                height: at.height.min(1),
                ..at
            };
            if let Some(place) = self.ask.draw(field, frame.buffer_mut(), theme, true) {
                frame.set_cursor_position(place);
            }
        }
        self.detail(place, &glance, sitting)
            .draw(frame, self.walk().scroll(), theme);
    }

    fn on(&mut self, sitting: &mut Sitting, command: Command) -> Then {
        match command {
            Command::Back if self.step == Step::Response => return Then::Close,
            Command::Back => self.step = Step::Response,
            Command::Confirm => return self.forward(sitting),
            other => {
                let text = self.laid_out(sitting).map(|reading| reading.text());
                let cards =
                    look(sitting).map_or(0, |glance| replies(&glance, Response::Deflect).len());
                match self.step {
                    Step::Response => self.responses.follow(other, Response::ALL.len(), text),
                    Step::Instead => self.instead.follow(other, cards, text),
                    Step::Ask => self.responses.follow_text(other, text),
                };
            }
        }
        Then::Stay
    }
}
