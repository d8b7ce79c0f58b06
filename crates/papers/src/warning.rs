//! Early warning as a page: what came before the partnership broke or the client was captured, and how early.

use crate::document::{
    Block, Document, Inline, Look, Rank, Section, Span, Table, cells, line, paragraph, said,
};
use unequal_core::analysis::ensemble::Summary;
use unequal_core::analysis::stats::Share;
use unequal_core::deck::Deck;
use unequal_core::model::choice::Ending;
use unequal_core::study::warning::{ENDINGS, EarlyWarning, Warning};

/// What whoever prepares has to bear in mind.
const NO_FORECAST: &str = "This is no forecast. Bots played by the numbers of one deck; people at a table may do \
                           otherwise, and so may states. It says what to look out for and how long there was left \
                           to prepare, not why, and not whose fault it was.";

/// How to read the tables.
const HOW: &str = "A sign is what anybody at the table can see after a move. With it, without: of the sessions that \
                   showed the sign before their last move, and of the others, the percentage that ended so, with \
                   its 95 % interval. Warned: of those that ended so, the percentage that had shown it. Left: how \
                   many moves before the end it showed first, in half of these sessions at most, in brackets in a \
                   quarter. Signs that do not tell the two kinds of session apart are left out.";

/// The page about an ensemble; `command` is what made it.
pub fn page(found: &EarlyWarning, summary: &Summary, deck: &Deck, command: &str) -> Document {
    let title = format!("Early warning: {}", deck.text.about.title);
    let from = summary.from.as_ref().map(|from| {
        format!(
            ", played on from {}, entry {} (move {})",
            from.save, from.entry, from.move_number
        )
    });
    let made = said! {
        (found.sessions) " sessions of the deck " (Span::Code(deck.scenario.id.clone())) " (BLAKE3 "
        (Span::Code(deck.hash.clone())) ")" (from) ": " (summary.seated()) ", seed " (summary.seed) ". The same command \
         gives the same numbers on any machine, with any number of threads."
    };
    let mut blocks = vec![
        Block::Heading(1, line(&title)),
        paragraph(Rank::Plain, "Made by"),
        Block::Code(command.to_owned()),
        paragraph(Rank::Plain, made),
    ];
    blocks.extend(parts(found));
    paper(title, blocks)
}

/// What follows the tables of an ensemble.
pub fn section(found: &EarlyWarning) -> Document {
    let title = "Early warning";
    let mut blocks = vec![Block::Heading(1, line(title))];
    blocks.extend(parts(found));
    paper(title.to_owned(), blocks)
}

fn paper(title: String, blocks: Vec<Block>) -> Document {
    Document {
        title,
        language: "en".to_owned(),
        look: Look::Report,
        blocks,
    }
}

fn parts(found: &EarlyWarning) -> Vec<Block> {
    let mut blocks = vec![
        paragraph(Rank::Notice, NO_FORECAST),
        paragraph(Rank::Note, HOW),
    ];
    if !found.earlier.is_empty() {
        let earlier = found.earlier.iter();
        let earlier = earlier.map(|one| format!("{} (move {})", one.sign.says(), one.move_number));
        let earlier = earlier.collect::<Vec<_>>().join("; ");
        let words = format!("Had shown already, and so tells nothing apart: {earlier}.");
        blocks.push(paragraph(Rank::Plain, words));
    }
    blocks.extend(ENDINGS.map(|ending| before(found, ending)));
    blocks
}

/// What came before an ending.
fn before(found: &EarlyWarning, ending: Ending) -> Block {
    let title = match ending {
        Ending::Capture => "Before capture".to_owned(),
        ending => format!("Before a {ending}"),
    };
    let of = || {
        let all = found.warnings.iter();
        all.filter(move |warning| warning.ending == ending)
    };
    let ended = of().next().map_or(0, |warning| warning.warned.of);
    let share = Share::new(ended, found.sessions);
    let ended_so = format!(
        "{ended} of {} sessions ended so: {}.",
        found.sessions,
        share.told()
    );
    let mut blocks = vec![paragraph(Rank::Plain, ended_so)];
    let clear = || of().filter(|warning| warning.is_clear());
    let ahead: Vec<Vec<Inline>> = clear()
        .filter(|warning| warning.difference() > 0.0)
        .map(row)
        .collect();
    if ahead.is_empty() && ended > 0 {
        let words = "No sign tells these sessions from the others: there may be too few of either.";
        blocks.push(paragraph(Rank::Plain, words));
    } else if !ahead.is_empty() {
        let table = Table::default()
            .texts(["sign"])
            .numbers(["with it", "without", "warned", "left"])
            .rows(ahead);
        blocks.push(Block::Table(table));
    }
    let against = clear().filter(|warning| warning.difference() < 0.0);
    let mut against: Vec<&str> = against.map(|warning| warning.sign.says()).collect();
    // What speaks against it most stands last in the list.
    against.reverse();
    if !against.is_empty() && ended > 0 {
        let words = format!("Less often after: {}.", against.join("; "));
        blocks.push(paragraph(Rank::Plain, words));
    }
    Section::titled(&title, blocks)
}

fn row(warning: &Warning) -> Vec<Inline> {
    let left = warning
        .lead
        .map(|lead| format!("{} ({})", lead.median, lead.quarter));
    cells! {
        [(warning.sign.says())] [(warning.with.narrow())] [(warning.without.narrow())]
        [(format!("{:.0}", warning.warned.percent))] [(left)]
    }
}
