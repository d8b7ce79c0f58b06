//! What to keep in mind while a choice is made: red lines in words, what was promised, what may follow, what 100 % is of.

use crate::glance::Glance;
use crate::screen::board::consequence::in_words;
use crate::screen::board::effects::certain;
use crate::theme::Theme;
use crate::widget::prose::Piece;
use unequal_core::engine::seat::Seat;
use unequal_core::model::choice::{Demand, Inducement, Response, is_met};
use unequal_core::model::exchange::asked;
use unequal_core::model::follow_up::legal_follow_ups;
use unequal_core::model::place::DomainAt;

/// The red lines of the side that looks in a domain, in the deck's words, and how far strain there is from the line.
pub fn red_lines(glance: &Glance<'_>, domain: DomainAt, theme: &Theme) -> Vec<Piece> {
    let words = &glance.text().domains[domain];
    let lines = match glance.seat {
        Seat::Patron => &words.patron_red_lines,
        Seat::Client => &words.client_red_lines,
        _ => return Vec::new(),
    };
    let mut pieces = Vec::new();
    if !lines.is_empty() {
        let heading = format!("{}’s red lines in {}", glance.name(glance.seat), words.name);
        pieces.push(Piece::Heading(heading, theme.seat(glance.seat)));
        pieces.extend(lines.iter().cloned().map(Piece::Point));
    }
    let stands = glance.view.domain(glance.scenario(), domain);
    let client = &glance.text().client;
    let crossed = match stands.crossing {
        Some(crossing) => format!("it is crossed at {crossing}"),
        None if stands.breached => "it stands crossed".to_owned(),
        None => format!(
            "it is drawn at {}, and crossed somewhere near",
            stands.red_line
        ),
    };
    pieces.push(Piece::Aside(format!(
        "Strain on {client}’s red line in {} is {} now; {crossed}.",
        words.name, stands.strain
    )));
    pieces
}

/// What was promised with a demand.
pub fn promised(glance: &Glance<'_>, demand: Demand, theme: &Theme) -> Vec<Piece> {
    let heading = Piece::Heading("What is promised".to_owned(), theme.patron);
    let words = match demand.inducement {
        Inducement::None => "Nothing.".to_owned(),
        promise => {
            let words = glance.text().inducement(promise);
            format!("{}: {}", words.name, words.text)
        }
    };
    vec![heading, Piece::Text(words)]
}

/// What the percentages of a demand are of.
pub fn whole(glance: &Glance<'_>, demand: Demand, theme: &Theme) -> Vec<Piece> {
    let text = glance.text();
    let code = &text.cards[demand.card].code;
    let share = asked(glance.scenario(), demand.card, demand.intensity);
    let name = &text.intensity(demand.intensity).name;
    let mut words = format!("100 % is the whole of {code}. {name}: {share} % of it is asked for.");
    let given = glance.view.progress.given(demand.card);
    if given > 0 {
        words = format!("{words} {given} % of it was given before.");
    }
    let dice = "Two dice have 36 throws; of how many each result comes stands before it.";
    vec![
        Piece::Heading("What 100 % is of".to_owned(), theme.strong),
        Piece::Text(format!("{words} {dice}")),
    ]
}

/// What the patron may do after an answer, with what each follow-up would come to as things stand.
pub fn what_may_follow(
    glance: &Glance<'_>,
    demand: Demand,
    response: Response,
    theme: &Theme,
) -> Vec<Piece> {
    let text = glance.text();
    let patron = &text.patron;
    let heading = format!("What {patron} may do then");
    let mut pieces = vec![Piece::Heading(heading, theme.patron)];
    let threatened = demand.intensity.threatens() && !is_met(response);
    if threatened && response != Response::Stall {
        let words =
            format!("{patron} has threatened: it has to carry the threat out, or to withdraw it.");
        pieces.push(Piece::Text(words));
    }
    for choice in legal_follow_ups(demand.intensity, response) {
        let scenario = glance.scenario();
        let moved = glance
            .view
            .preview_follow_up_to(scenario, demand, response, *choice);
        let words = text.follow_up(*choice);
        let moved = in_words(glance, &certain(&moved));
        pieces.push(Piece::Point(format!(
            "{}: {} {moved}",
            words.name, words.text
        )));
    }
    pieces
}
