//! What the client's page shows: the rows of its table, what the chosen one would do, the line that is typed on.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::field::LineField;
use crate::glance::{Glance, lines};
use crate::page::decision::{Decision, draw_line};
use crate::screen::board::choices::replies;
use crate::screen::board::option::{IN_OWN_WORDS, why_closed};
use crate::screen::board::sheet::respond::{RespondSheet, Step};
use crate::screen::board::{card, consequence, effects, stakes};
use crate::theme::Theme;
use crate::widget::choice_table::{ChoiceRow, ChoiceTable};
use crate::widget::prose::Piece;
use unequal_core::model::choice::{Demand, Reply, Response};

impl RespondSheet {
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
        let own = (self.step == Step::Response).then(|| ChoiceRow {
            name: IN_OWN_WORDS.to_owned(),
            note: "and which of these it comes nearest to".to_owned(),
            open: true,
            ..ChoiceRow::default()
        });
        Response::ALL.iter().map(row).chain(own).collect()
    }

    /// What the chosen response means, and what it would come to.
    pub(super) fn does(
        &self,
        glance: &Glance<'_>,
        demand: Demand,
        reply: Reply,
        theme: &Theme,
    ) -> Vec<Piece> {
        let words = glance.text().response(reply.response);
        let preview = glance.view.preview(glance.scenario(), demand, reply);
        let likely = effects::likely(glance, &preview);
        let which = reply.response == Response::Deflect && self.step != Step::Instead;
        let mut pieces = vec![Piece::Text(words.text.clone())];
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

    /// What was typed in own words, to be read whole.
    fn said(&self, theme: &Theme) -> Vec<Piece> {
        let said = self.typed();
        said.map_or_else(Vec::new, |words| {
            vec![
                Piece::Heading(format!("“{words}”"), theme.client),
                Piece::Gap,
            ]
        })
    }

    /// What an answer in own words is, before it is known which answer it comes nearest to.
    fn own_words(&self, glance: &Glance<'_>, theme: &Theme) -> Vec<Piece> {
        let words = format!(
            "{} writes what it answers, and says which of the seven answers that comes nearest to. The words go on the \
             record and are shown wherever the answer is. Odds and effects are those of the answer that they come \
             nearest to; the white cell can rule otherwise.",
            glance.text().client
        );
        let mut pieces = self.said(theme);
        pieces.push(Piece::Text(words));
        pieces
    }

    /// What the chosen response would mean, and why it cannot be given.
    fn closed(&self, glance: &Glance<'_>, demand: Demand, theme: &Theme) -> Vec<Piece> {
        let Some(response) = self.response() else {
            return self.own_words(glance, theme);
        };
        let words = glance.text().response(response);
        let why = why_closed(glance, demand, response);
        vec![
            Piece::Text(words.text.clone()),
            Piece::Heading(format!("Not open: {why}."), theme.danger),
        ]
    }

    pub(super) fn decision(&self, glance: &Glance<'_>, theme: &Theme) -> Decision {
        let Some(demand) = glance.view.open_demand() else {
            return Decision::default();
        };
        let title = lines::card(glance, demand.card);
        let line = lines::demand(glance, demand);
        let words = &glance.text().cards[demand.card].text;
        let rows = self.rows(glance, demand);
        let head = match self.step {
            Step::Instead => "What is given instead?".to_owned(),
            Step::Words | Step::Nearest => "It comes nearest to".to_owned(),
            Step::Response | Step::Ask => format!("{} answers", glance.text().client),
        };
        let typing = matches!(self.step, Step::Ask | Step::Words);
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
                rests: typing,
                from: self.walk().column(),
                ..ChoiceTable::default()
            },
            own: [0, if typing { 2 } else { 0 }],
            does: match self.reply(glance) {
                _ if self.step == Step::Words => self.own_words(glance, theme),
                Some(reply) => {
                    let mut pieces = self.said(theme);
                    pieces.extend(self.does(glance, demand, reply, theme));
                    pieces
                }
                None => self.closed(glance, demand, theme),
            },
            known,
        }
    }

    /// Draws the question that is answered on a line, and the line.
    pub(super) fn draw_field(&self, frame: &mut Frame<'_>, area: Rect, theme: &Theme) {
        let (words, field): (&str, &LineField) = match self.step {
            Step::Ask => (
                "What is asked in return? It counts as met only if the other side rewards.",
                &self.ask,
            ),
            Step::Words => (
                "What is answered? It goes on the record word for word.",
                &self.words,
            ),
            Step::Response | Step::Nearest | Step::Instead => return,
        };
        draw_line(frame, area, words, field, theme);
    }
}
