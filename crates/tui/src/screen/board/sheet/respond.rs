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
//! │ 24/36 as offered             100 %  stability +1 · autonomy −6              │
//! │  6/36 holds, gives less       80 %  stability ±0 · autonomy −4              │
//! └─────────────────────────────────────────────────────────────────────────────┘
//! ```
//!
//! *Conditions* goes on to a line for the counter-ask, *deflect* to the choice of the other domain.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};

use crate::command::{Command, Hint};
use crate::field::{LineField, Typing};
use crate::glance::{Glance, look};
use crate::keymap::Layer;
use crate::notice::Tone;
use crate::page::paper::{FULL, below, heading, lines, paper};
use crate::page::{Page, Then};
use crate::screen::board::choices::{Choice, replies, reply_note, row};
use crate::screen::board::sheet::remarks;
use crate::screen::board::{effects, on_table};
use crate::sitting::Sitting;
use crate::sitting::drafts::draft_prefix;
use crate::widget::fit::wrap;
use crate::widget::menu::stepped;
use crate::widget::option_list::{OptionList, OptionRow};
use unequal_core::engine::action::Action;
use unequal_core::engine::choice::Response;
use unequal_core::engine::resolve::contest::Reply;
use unequal_core::engine::seat::Seat;

/// Where the client is in deciding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    /// Which response.
    Response,
    /// Deflect: to which domain.
    Domain,
    /// Conditions: what is asked in return.
    Ask,
}

/// How does the client answer?
#[derive(Debug)]
pub struct RespondSheet {
    chosen: usize,
    /// The place among the domains that can pay.
    domain: usize,
    ask: LineField,
    step: Step,
}

impl RespondSheet {
    /// Opens the sheet at a response.
    pub fn new(sitting: &Sitting, response: Response) -> Self {
        let name = format!("{}ask", draft_prefix(Seat::Client, "respond"));
        Self {
            chosen: response.index(),
            domain: 0,
            ask: LineField::new(400)
                .with_value(&sitting.draft(&name))
                .with_draft(&name)
                .with_placeholder("in words: licences, credit, silence on …"),
            step: Step::Response,
        }
    }

    fn response(&self) -> Response {
        Response::ALL[self.chosen.min(Response::ALL.len() - 1)]
    }

    /// The reply as it stands.
    fn reply(&self, glance: &Glance<'_>) -> Option<Reply> {
        let all = replies(glance, self.response());
        all.get(self.domain.min(all.len().saturating_sub(1)))
            .copied()
    }

    fn forward(&mut self, sitting: &mut Sitting) -> Then {
        let Some(glance) = look(sitting) else {
            return Then::Stay;
        };
        let Some(reply) = self.reply(&glance) else {
            sitting.say(
                Tone::Trouble,
                "No other domain has the capacity to pay for this.",
            );
            return Then::Stay;
        };
        match (self.step, reply.response) {
            (Step::Response, Response::Deflect) => self.step = Step::Domain,
            (Step::Response, Response::Conditions) => self.step = Step::Ask,
            _ => {
                let ask = self.ask.text().trim().to_owned();
                let action = Action::Respond {
                    response: reply.response,
                    to: reply.to.map(|to| glance.scenario().domains[to].id.clone()),
                    ask: (reply.response == Response::Conditions && !ask.is_empty()).then_some(ask),
                };
                return Then::Open(remarks::open(sitting, Seat::Client, action));
            }
        }
        Then::Stay
    }

    fn go(&mut self, by: isize, domains: usize) {
        match self.step {
            Step::Response => self.chosen = stepped(self.chosen, by, Response::ALL.len()),
            Step::Domain => self.domain = stepped(self.domain, by, domains),
            Step::Ask => {}
        }
    }

    fn pick(&mut self, place: usize, domains: usize) {
        match self.step {
            Step::Response if place < Response::ALL.len() => self.chosen = place,
            Step::Domain if place < domains => self.domain = place,
            Step::Response | Step::Domain | Step::Ask => {}
        }
    }

    fn draw_domains(
        &self,
        frame: &mut Frame<'_>,
        area: Rect,
        glance: &Glance<'_>,
        sitting: &Sitting,
    ) -> Rect {
        let text = glance.text();
        let demand = glance.view.open_demand();
        let at = lines(
            frame,
            area,
            &[heading("Which domain pays instead?", sitting.theme.strong)],
        );
        let rows: Vec<OptionRow> = replies(glance, Response::Deflect)
            .into_iter()
            .filter_map(|reply| {
                Some(OptionRow {
                    name: text.domains[reply.to?].name.clone(),
                    note: reply_note(glance, demand?, reply),
                    open: true,
                })
            })
            .collect();
        let height = u16::try_from(rows.len()).unwrap_or(0).min(at.height);
        let spot = Rect { height, ..at };
        let list = OptionList {
            rows: &rows,
            chosen: Some(self.domain),
            first: 1,
            theme: &sitting.theme,
        };
        sitting.mark_rows(list.places(spot));
        frame.render_widget(&list, spot);
        below(at, height + 1)
    }

    fn draw_responses(
        &self,
        frame: &mut Frame<'_>,
        area: Rect,
        glance: &Glance<'_>,
        sitting: &Sitting,
    ) -> Rect {
        let rows: Vec<OptionRow> = Response::ALL
            .iter()
            .map(|response| row(glance, &Choice::Response(*response)))
            .collect();
        let spot = Rect {
            height: 7.min(area.height),
            ..area
        };
        let list = OptionList {
            rows: &rows,
            chosen: Some(self.chosen),
            first: 1,
            theme: &sitting.theme,
        };
        if self.step == Step::Response {
            sitting.mark_rows(list.places(spot));
        }
        frame.render_widget(&list, spot);
        below(area, 8)
    }

    /// What the chosen response means, and its three possible results.
    fn draw_detail(
        &self,
        frame: &mut Frame<'_>,
        area: Rect,
        glance: &Glance<'_>,
        sitting: &Sitting,
    ) {
        let theme = &sitting.theme;
        let words = glance.text().response(self.response());
        let mut at = area;
        let width = usize::from(area.width);
        for (text, style) in [
            (&words.text, theme.text),
            (&words.client_voice, theme.client),
        ] {
            let quoted = *text == words.client_voice;
            if text.is_empty() {
                continue;
            }
            let text = if quoted {
                format!("“{text}”")
            } else {
                text.clone()
            };
            for line in wrap(&text, width) {
                at = lines(frame, at, &[heading(&line, style)]);
            }
        }
        let (Some(demand), Some(reply)) = (glance.view.open_demand(), self.reply(glance)) else {
            return;
        };
        at = below(at, 1);
        let preview = glance.view.preview(glance.scenario(), demand, reply);
        let head = Line::from(Span::styled(
            "What the dice may make of it, before any follow-up:",
            theme.dim,
        ));
        at = lines(frame, at, &[head]);
        lines(frame, at, &effects::bands(glance, &preview, theme));
    }
}

impl Page for RespondSheet {
    fn layer(&self) -> Layer {
        match self.step {
            Step::Ask => Layer::Line,
            Step::Response | Step::Domain => Layer::Sheet,
        }
    }

    fn field_mut(&mut self) -> Option<&mut dyn Typing> {
        (self.step == Step::Ask).then_some(&mut self.ask as &mut dyn Typing)
    }

    fn hints(&self, _app: &Sitting) -> Vec<Hint> {
        let next = match (self.step, self.response()) {
            (Step::Response, Response::Deflect) => "which domain",
            (Step::Response, Response::Conditions) => "what is asked",
            _ => "to the reasons",
        };
        let mut hints = vec![Command::Confirm.hint(next)];
        if self.step != Step::Ask {
            hints.push(Command::Up.hint("choose"));
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
        let mut at = inner;
        if let Some(demand) = glance.view.open_demand() {
            let line = Line::from(vec![
                Span::styled(on_table::card_title(&glance, demand.card), theme.patron),
                Span::styled(
                    format!(" · {}", on_table::demand_line(&glance, demand)),
                    theme.dim,
                ),
            ]);
            at = lines(frame, at, &[line]);
            at = below(at, 1);
        }
        at = match self.step {
            Step::Domain => self.draw_domains(frame, at, &glance, sitting),
            Step::Response | Step::Ask => self.draw_responses(frame, at, &glance, sitting),
        };
        if self.step == Step::Ask {
            let words = "What is asked in return? It counts as met only if the other side rewards.";
            at = lines(frame, at, &[heading(words, theme.strong)]);
            let field = Rect {
                height: at.height.min(1),
                ..at
            };
            if let Some(place) = self.ask.draw(field, frame.buffer_mut(), theme, true) {
                frame.set_cursor_position(place);
            }
            at = below(at, 2);
        }
        self.draw_detail(frame, at, &glance, sitting);
    }

    fn on(&mut self, sitting: &mut Sitting, command: Command) -> Then {
        let domains = look(sitting).map_or(0, |glance| replies(&glance, Response::Deflect).len());
        match command {
            Command::Back if self.step == Step::Response => return Then::Close,
            Command::Back => self.step = Step::Response,
            Command::Confirm => return self.forward(sitting),
            Command::Up => self.go(-1, domains),
            Command::Down => self.go(1, domains),
            Command::First => self.go(isize::MIN / 2, domains),
            Command::Last => self.go(isize::MAX / 2, domains),
            Command::Pick(number) => self.pick(usize::from(number.saturating_sub(1)), domains),
            Command::Row(row) => self.pick(usize::from(row), domains),
            _ => {}
        }
        Then::Stay
    }
}
