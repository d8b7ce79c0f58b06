//! The page on which the client finds where its red lines truly lie.

use crate::document::{Block, Marker, Rank, Table, cells, line, paragraph, strong};
use unequal_core::deck::Deck;
use unequal_core::engine::seat::Seat;
use unequal_core::model::game::Game;

/// How far from where it was declared a line may lie, and what that is called.
const OFFSETS: [(i64, &str); 3] = [(-10, "10 below"), (0, "As declared"), (10, "10 above")];

pub(super) fn sheets(deck: &Deck, seed: Option<u64>) -> Vec<Block> {
    let scenario = &deck.scenario;
    let game = seed.map(|seed| Game::new(scenario, seed));
    let rows = scenario.domains.placed().map(|(at, rules)| {
        let mut row =
            cells! { [(&deck.text.domains[at].name)] [(rules.strain)] [(rules.red_line)] };
        match &game {
            Some(game) => row.push(line(strong(game.position.crossing(at)))),
            None => row.extend(OFFSETS.map(|(by, _)| line(format!("☐ {}", rules.red_line + by)))),
        }
        row
    });
    let truly: Vec<&str> = match seed {
        Some(_) => vec!["Truly"],
        None => OFFSETS.map(|(_, words)| words).into(),
    };
    let client = deck.text.seat_name(Seat::Client);
    let patron = deck.text.seat_name(Seat::Patron);
    let whose = match seed {
        // The seed itself stays off the page: all that is hidden could be worked out from it.
        Some(_) => "For this seat only, and for this session.",
        None => "For this seat only. The white cell ticks one box a line, as the session has it.",
    };
    let how = format!(
        "Everybody knows where each line was declared. It is crossed, for good, once strain has reached where it truly \
         lies. {patron} learns that in a domain by sounding it out there."
    );
    let numbers = Table::default()
        .texts(["Domain"])
        .numbers(["Strain at STARTEX", "Declared"].into_iter().chain(truly))
        .rows(rows);
    let mut blocks = vec![
        Block::Heading(1, line(format!("Where the red lines of {client} lie"))),
        paragraph(Rank::Lead, whose),
        paragraph(Rank::Note, how),
        Block::Table(numbers),
    ];
    for domain in &deck.text.domains {
        blocks.push(Block::Heading(2, line(&domain.name)));
        let lines = domain.client_red_lines.iter().map(|one| line(one).into());
        blocks.push(Block::List(Marker::Dot, lines.collect()));
        let asked = "What was conceded here, and what it used up";
        blocks.push(paragraph(Rank::Write, asked));
    }
    vec![Block::Sheet(blocks)]
}
