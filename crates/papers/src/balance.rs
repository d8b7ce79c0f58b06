//! The balance of decks: what a survey of their bots found, which conditions hold, and which claims.

mod answers;
mod tables;
mod theory;

use crate::document::{
    Block, Document, Inline, Look, Rank, Section, Span, Table, cells, line, paragraph, said, strong,
};
use unequal_core::analysis::balance::{Condition, Survey};
use unequal_core::bot::EuropeBot;
use unequal_core::deck::Deck;
use unequal_core::study::best_response::Gaps;
use unequal_core::study::sensitivity::survey::Survey as Numbers;

pub use theory::Theory;

/// What was measured of a deck.
#[derive(Clone, Copy, Debug)]
pub struct Measured<'a> {
    /// The deck.
    pub deck: &'a Deck,
    /// Every bot against every bot.
    pub survey: &'a Survey<'a>,
    /// The conditions of a balanced deck.
    pub conditions: &'a [Condition],
    /// How the deck stands to the claims, where that was asked.
    pub theory: Option<Theory<'a>>,
    /// What either side could gain by another bot, in the order of the survey's pairings.
    pub gaps: &'a [Gaps],
    /// What moving each number by itself does, where that was asked.
    pub numbers: Option<&'a Numbers>,
}

/// The page about one deck or several; `command` is what made it. Of several the first is shown with all tables.
pub fn page(decks: &[Measured<'_>], command: &str) -> Document {
    let title = match decks {
        [one] => format!("Balance of {}", one.deck.text.about.title),
        _ => "Balance of several decks".to_owned(),
    };
    let mut blocks = vec![
        Block::Heading(1, line(&title)),
        paragraph(Rank::Plain, "Made by"),
        Block::Code(command.to_owned()),
    ];
    if decks.len() > 1 {
        blocks.push(Block::Table(overview(decks)));
    }
    for (place, measured) in decks.iter().enumerate() {
        if decks.len() > 1 {
            blocks.push(Block::Heading(1, line(&measured.deck.text.about.title)));
        }
        blocks.push(paragraph(Rank::Plain, made(measured)));
        blocks.extend(sections(measured, place == 0));
    }
    Document {
        title,
        language: "en".to_owned(),
        look: Look::Report,
        blocks,
    }
}

/// How a deck was measured.
fn made(measured: &Measured<'_>) -> Inline {
    let (deck, plan) = (measured.deck, &measured.survey.plan);
    let europe = match plan.europe {
        EuropeBot::Absent => "nobody in Europe's seat".to_owned(),
        bot => format!("the bot {bot} in Europe's seat"),
    };
    said! {
        "From the deck " (Span::Code(deck.scenario.id.clone())) " (BLAKE3 " (Span::Code(deck.hash.clone())) "): "
        (plan.runs) " sessions of every pairing of the deck's bots, " (plan.rollout_runs) " where one of them looks \
         ahead (rollout), seed " (plan.seed) ", " (europe) ". Intervals are Wilson's, 95 %. The same command gives the same numbers \
         on any machine, with any number of threads."
    }
}

/// What stands good and what does not, deck by deck.
fn overview(decks: &[Measured<'_>]) -> Table {
    let row = |measured: &Measured<'_>| {
        let asked = measured.conditions.iter().filter_map(|one| one.holds);
        let held = asked.clone().filter(|holds| *holds).count();
        let conditions = format!("{held} of {}", asked.count());
        let claims = measured.theory.map(|theory| theory.in_short());
        cells! { [(Span::Code(measured.deck.scenario.id.clone()))] [(conditions)] [(claims)] }
    };
    Table::default()
        .texts(["deck", "conditions that hold", "tests of the claims"])
        .rows(decks.iter().map(row))
}

/// What was found of a deck, with the tables behind it where they are wanted.
fn sections(measured: &Measured<'_>, whole: bool) -> Vec<Block> {
    let id = &measured.deck.scenario.id;
    let named = |title: &str, within: Vec<Block>| {
        let anchor = title.to_lowercase().replace(' ', "-");
        Block::Section(Section::new(
            &format!("{id}-{anchor}"),
            title,
            title,
            within,
        ))
    };
    let mut blocks = vec![named(
        "Conditions",
        vec![Block::Table(told(measured.conditions))],
    )];
    if let Some(theory) = &measured.theory {
        blocks.push(named("Claims", theory.blocks()));
    }
    blocks.push(named(
        "Best answers",
        answers::blocks(measured.survey, measured.gaps),
    ));
    if let Some(numbers) = measured.numbers {
        let title = "Numbers that decide nothing";
        blocks.push(named(title, theory::numbers(numbers)));
    }
    if whole {
        let tables = tables::tables(measured.survey).into_iter();
        blocks.extend(tables.map(|(title, says, table)| {
            let says = paragraph(Rank::Plain, says);
            named(title, vec![says, Block::Table(table)])
        }));
    }
    blocks
}

fn told(conditions: &[Condition]) -> Table {
    let row = |condition: &Condition| {
        let holds = match condition.holds {
            Some(true) => line("yes"),
            Some(false) => line(strong("no")),
            None => line("not asked"),
        };
        cells! { [(&condition.statement)] [(&condition.figure)] [(holds)] }
    };
    Table::default()
        .texts(["condition", "figure", "holds"])
        .rows(conditions.iter().map(row))
}
