//! The client's page: all seven responses in one table, and what the chosen one would do.
//!
//! ```text
//! ┌ Russia answers ─────────────────────────────────────────────────────────────┐
//! │ EC4 Fixed-formula crude discount · Economy · Press ●●○                      │
//! │ “Winter prices show what the market bears …”                                │
//! │                            stab. trust resent. auton. endur. strain gains   │
//! │ › 1 Accept                    −6    −3      +6     −3     −4   !+18 +6.6    │
//! │   2 Accept, counter-ask …     −6    −3      +5     −3     −4    +16 +5.4    │
//! │                                                                             │
//! │ Shakes the partnership, strains a red line a good deal …                    │
//! │ What China may do then                                                      │
//! └─────────────────────────────────────────────────────────────────────────────┘
//! ```
//!
//! *Conditions* goes on to a line for the counter-ask, *deflect* to the card of another domain that is given instead.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::command::{Command, Hint};
use crate::field::{LineField, Typing};
use crate::glance::{Glance, lines, look};
use crate::keymap::Layer;
use crate::notice::Tone;
use crate::page::decision::Decision;
use crate::page::paper::{WHOLE, heading, lines, paper};
use crate::page::{Page, Then};
use crate::screen::board::choices::replies;
use crate::screen::board::option::why_closed;
use crate::screen::board::sheet::remarks;
use crate::screen::board::{card, consequence, effects, stakes};
use crate::sitting::Sitting;
use crate::sitting::drafts::draft_prefix;
use crate::theme::Theme;
use crate::walk::Walk;
use crate::widget::choice_table::{ChoiceRow, ChoiceTable};
use crate::widget::prose::Piece;
use unequal_core::engine::action::Action;
use unequal_core::engine::seat::Seat;
use unequal_core::model::choice::{Demand, Reply, Response};

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
                let does = glance.view.open_demand().map_or_else(Vec::new, |demand| {
                    self.does(&glance, demand, reply, &sitting.theme)
                });
                return Then::Open(remarks::open(sitting, Seat::Client, action, does));
            }
        }
        Then::Stay
    }

    /// The responses, or the cards that may be given instead, as rows of the table.
    fn rows(&self, glance: &Glance<'_>, demand: Demand) -> Vec<ChoiceRow> {
        let text = glance.text();
        let weighed = |reply: Reply, name: String| {
            let preview = glance.view.preview(glance.scenario(), demand, reply);
            consequence::row(glance, name, &effects::likely(glance, &preview))
        };
        if self.step == Step::Instead {
            let all = replies(glance, Response::Deflect).into_iter();
            return all
                .filter_map(|reply| Some(weighed(reply, lines::card(glance, reply.instead?))))
                .collect();
        }
        let row = |response: &Response| {
            let name = text.response(*response).name.clone();
            let all = replies(glance, *response);
            match (all.as_slice(), response) {
                ([], _) => ChoiceRow {
                    name,
                    note: why_closed(glance, demand, *response).to_owned(),
                    ..ChoiceRow::default()
                },
                (several, Response::Deflect) => ChoiceRow {
                    name: format!("{name} …"),
                    note: match several.len() {
                        1 => "one card of another domain".to_owned(),
                        number => format!("one of {number} cards of other domains"),
                    },
                    open: true,
                    ..ChoiceRow::default()
                },
                ([reply, ..], _) => weighed(*reply, name),
            }
        };
        Response::ALL.iter().map(row).collect()
    }

    /// What the chosen response means, and what it would come to.
    fn does(&self, glance: &Glance<'_>, demand: Demand, reply: Reply, theme: &Theme) -> Vec<Piece> {
        let words = glance.text().response(reply.response);
        let preview = glance.view.preview(glance.scenario(), demand, reply);
        let likely = effects::likely(glance, &preview);
        let which = reply.response == Response::Deflect && self.step != Step::Instead;
        let mut pieces = Vec::new();
        pieces.push(Piece::Text(words.text.clone()));
        if !which {
            pieces.push(Piece::Text(consequence::in_words(glance, &likely)));
        }
        if !words.client_voice.is_empty() {
            let voice = format!("“{}”", words.client_voice);
            pieces.push(Piece::Heading(voice, theme.client));
        }
        if which {
            return pieces;
        }
        pieces.push(Piece::Gap);
        pieces.extend(stakes::what_may_follow(
            glance,
            demand,
            reply.response,
            theme,
        ));
        pieces.push(Piece::Gap);
        let head = "What the dice may make of it, before that";
        pieces.push(Piece::Heading(head.to_owned(), theme.strong));
        let given = reply.instead.unwrap_or(demand.card);
        let code = &glance.text().cards[given].code;
        pieces.extend(effects::bands_to_read(glance, &preview, code, theme));
        if let Some(card) = reply.instead {
            let title = lines::card(glance, card);
            pieces.extend([Piece::Gap, Piece::Heading(title, theme.client)]);
            pieces.extend(card::pieces(glance, card, theme));
        }
        pieces
    }

    /// What the chosen response would mean, and why it cannot be given.
    fn closed(&self, glance: &Glance<'_>, demand: Demand, theme: &Theme) -> Vec<Piece> {
        let words = glance.text().response(self.response());
        let why = why_closed(glance, demand, self.response());
        vec![
            Piece::Text(words.text.clone()),
            Piece::Heading(format!("Not open: {why}."), theme.danger),
        ]
    }

    fn decision(&self, glance: &Glance<'_>, theme: &Theme) -> Decision {
        let Some(demand) = glance.view.open_demand() else {
            return Decision::default();
        };
        let title = lines::card(glance, demand.card);
        let line = lines::demand(glance, demand);
        let words = &glance.text().cards[demand.card].text;
        let rows = self.rows(glance, demand);
        let head = if self.step == Step::Instead {
            "What is given instead?".to_owned()
        } else {
            format!("{} answers", glance.text().client)
        };
        let chosen = self.walk().chosen(rows.len());
        let domain = glance.scenario().card(demand.card).domain;
        let mut known = stakes::red_lines(glance, domain, theme);
        for part in [
            stakes::promised(glance, demand, theme),
            card::beside(glance, demand.card, theme),
            stakes::whole(glance, demand, theme),
            vec![consequence::legend(glance)],
        ] {
            known.push(Piece::Gap);
            known.extend(part);
        }
        Decision {
            head: vec![Piece::Heading(format!("{title} · {line}"), theme.patron)],
            asked: (!words.is_empty())
                .then(|| Piece::Text(format!("“{words}”")))
                .into_iter()
                .collect(),
            table: ChoiceTable {
                head,
                columns: consequence::columns(glance),
                rows,
                chosen,
                rests: self.step == Step::Ask,
                from: self.walk().column(),
                ..ChoiceTable::default()
            },
            own: [0, if self.step == Step::Ask { 2 } else { 0 }],
            does: match self.reply(glance) {
                Some(reply) => self.does(glance, demand, reply, theme),
                None => self.closed(glance, demand, theme),
            },
            known,
        }
    }

    /// Draws the question for what is asked in return, and the line for it.
    fn draw_ask(&self, frame: &mut Frame<'_>, area: Rect, theme: &Theme) {
        let words = "What is asked in return? It counts as met only if the other side rewards.";
        let at = lines(frame, area, &[heading(words, theme.strong)]);
        let field = Rect {
            height: at.height.min(1),
            ..at
        };
        if let Some(place) = self.ask.draw(field, frame.buffer_mut(), theme, true) {
            frame.set_cursor_position(place);
        }
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
        if let Some(glance) = look(sitting) {
            let all = self.decision(&glance, &sitting.theme).hints(sitting);
            // Where a text is typed arrows go through it.
            let typing = self.step == Step::Ask;
            hints.extend(
                all.into_iter()
                    .filter(|hint| !typing || hint.command != Command::Right),
            );
        }
        hints.push(Command::Back.into());
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
        if self.step == Step::Ask {
            let [_, own] = decision.laid_out(inner, theme).own;
            self.draw_ask(frame, own, theme);
        }
    }

    fn on(&mut self, sitting: &mut Sitting, command: Command) -> Then {
        match command {
            Command::Back if self.step == Step::Response => return Then::Close,
            Command::Back => self.step = Step::Response,
            Command::Confirm => return self.forward(sitting),
            other => {
                let Some(glance) = look(sitting) else {
                    return Then::Close;
                };
                let decision = self.decision(&glance, &sitting.theme);
                match self.step {
                    Step::Response => decision.follow(&mut self.responses, other, sitting),
                    Step::Instead => decision.follow(&mut self.instead, other, sitting),
                    Step::Ask => decision.follow_beside(&mut self.responses, other, sitting),
                };
            }
        }
        Then::Stay
    }
}
