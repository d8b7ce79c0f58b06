//! The patron's second page: what follows the response, as far as it is legal.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::command::{Command, Hint};
use crate::glance::{Glance, look};
use crate::page::decision::Decision;
use crate::page::paper::{WHOLE, paper};
use crate::page::{Page, Then};
use crate::screen::board::choices::{Choice, choices};
use crate::screen::board::sheet::remarks;
use crate::screen::board::{card, consequence, effects, on_table, stakes};
use crate::sitting::Sitting;
use crate::theme::Theme;
use crate::walk::Walk;
use crate::widget::choice_table::ChoiceTable;
use crate::widget::prose::Piece;
use unequal_core::engine::action::Action;
use unequal_core::engine::seat::Seat;
use unequal_core::model::choice::FollowUp;

/// What follows?
#[derive(Debug)]
pub struct FollowUpSheet {
    walk: Walk,
}

fn legal(glance: &Glance<'_>) -> Vec<FollowUp> {
    choices(glance)
        .into_iter()
        .filter_map(|choice| match choice {
            Choice::FollowUp(follow_up) => Some(follow_up),
            _ => None,
        })
        .collect()
}

impl FollowUpSheet {
    /// Opens the sheet at a follow-up.
    pub fn new(glance: &Glance<'_>, chosen: FollowUp) -> Self {
        let place = legal(glance).iter().position(|choice| *choice == chosen);
        Self {
            walk: Walk::at(place.unwrap_or(0)),
        }
    }

    fn chosen(&self, glance: &Glance<'_>) -> Option<FollowUp> {
        let legal = legal(glance);
        let place = self.walk.chosen(legal.len())?;
        Some(legal[place])
    }

    fn decision(&self, glance: &Glance<'_>, theme: &Theme) -> Decision {
        let legal = legal(glance);
        let row = |choice: &FollowUp| {
            let expected = glance.view.preview_follow_up(glance.scenario(), *choice)?;
            let name = glance.text().follow_up(*choice).name.clone();
            let likely = effects::of_follow_up(&expected);
            Some(consequence::row(glance, name, &likely))
        };
        let rows: Vec<_> = legal.iter().filter_map(row).collect();
        let (mut head, mut known) = (Vec::new(), Vec::new());
        if let Some(exchange) = glance.view.open_exchange() {
            let demand = exchange.demand;
            let domain = glance.scenario().card(demand.card).domain;
            head = on_table::exchange(glance, exchange, theme);
            let client = &glance.text().client;
            let last = format!("Then the exchange is over; {client} has no further say in it.");
            known = vec![Piece::Text(last)];
            for part in [
                stakes::promised(glance, demand, theme),
                stakes::red_lines(glance, domain, theme),
                card::pieces(glance, demand.card, theme),
                stakes::whole(glance, demand, theme),
                vec![consequence::legend(glance)],
            ] {
                known.push(Piece::Gap);
                known.extend(part);
            }
        }
        Decision {
            head,
            table: ChoiceTable {
                head: format!("{} follows up", glance.text().patron),
                columns: consequence::columns(glance),
                chosen: self.walk.chosen(rows.len()),
                from: self.walk.column(),
                rows,
                ..ChoiceTable::default()
            },
            does: self
                .chosen(glance)
                .map_or_else(Vec::new, |choice| does(glance, choice, theme)),
            known,
            ..Decision::default()
        }
    }
}

/// What a follow-up means, and what it would come to.
fn does(glance: &Glance<'_>, choice: FollowUp, theme: &Theme) -> Vec<Piece> {
    let words = glance.text().follow_up(choice);
    let mut pieces = vec![Piece::Text(words.text.clone())];
    if !words.patron_voice.is_empty() {
        let voice = format!("“{}”", words.patron_voice);
        pieces.push(Piece::Heading(voice, theme.patron));
    }
    if let Some(expected) = glance.view.preview_follow_up(glance.scenario(), choice) {
        pieces.extend(consequence::told(glance, &effects::of_follow_up(&expected)));
    }
    pieces
}

impl Page for FollowUpSheet {
    fn hints(&self, sitting: &Sitting) -> Vec<Hint> {
        let mut hints = vec![
            Command::Confirm.hint("to the reasons"),
            Command::Up.hint("choose"),
        ];
        if let Some(glance) = look(sitting) {
            hints.extend(self.decision(&glance, &sitting.theme).hints(sitting));
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
        let title = format!("{} follows up", glance.text().patron);
        let inner = paper(frame, area, &title, WHOLE, theme);
        let decision = self.decision(&glance, theme);
        decision.draw(frame, inner, self.walk.scroll(), &glance, sitting);
    }

    fn on(&mut self, sitting: &mut Sitting, command: Command) -> Then {
        let Some(glance) = look(sitting) else {
            return Then::Close;
        };
        match (command, self.chosen(&glance)) {
            (Command::Back, _) => Then::Close,
            (Command::Confirm, Some(choice)) => {
                let action = Action::FollowUp { choice };
                let does = does(&glance, choice, &sitting.theme);
                Then::Open(remarks::open(sitting, Seat::Patron, action, does))
            }
            (other, _) => {
                let decision = self.decision(&glance, &sitting.theme);
                decision.follow(&mut self.walk, other, sitting);
                Then::Stay
            }
        }
    }
}
