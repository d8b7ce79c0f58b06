//! The report as a paper: a first page with how it ended, the curve, what moved most and what is missing, then the
//! sections.

use crate::document::{
    Block, Document, Item, Look, Marker, Rank, Section, Span, cited, heading, html as page, line,
    markdown as plain_page, paragraph, said, seat, strong, titled, told,
};
use crate::report::brief;
use crate::report::curve;
use crate::report::model::Aar;
use crate::report::section::{gaps, turning_points};
use crate::report::words::signed_tenth;
use unequal_core::engine::seat::Seat;
use unequal_session::reading::Cite;
use unequal_session::telling::whole;

/// Turning points on the first page.
const MOST: usize = 3;

/// The report as one HTML file.
pub fn html(aar: &Aar) -> String {
    page::html(&document(aar))
}

/// The report as one Markdown text.
pub fn markdown(aar: &Aar) -> String {
    plain_page::markdown(&document(aar))
}

/// The report as a paper.
pub(crate) fn document(aar: &Aar) -> Document {
    let sections = aar.sections.say(&aar.session);
    let brief = brief::section(&aar.session, aar.ending.as_ref(), &aar.brief);
    let mut blocks = vec![Block::Sheet(first_page(aar, &brief, &sections))];
    blocks.extend((!brief.blocks.is_empty()).then_some(Block::Section(brief)));
    blocks.extend(sections.into_iter().map(Block::Section));
    Document {
        title: format!("{} – after-action report", aar.session.name),
        language: "en".to_owned(),
        look: Look::Report,
        blocks,
    }
}

fn first_page(aar: &Aar, brief: &Section, sections: &[Section]) -> Vec<Block> {
    let session = &aar.session;
    let known = if session.redacted {
        format!(
            "as {} may know it while the session goes on",
            session.seat_name
        )
    } else if session.seat == Seat::WhiteCell.word() {
        "nothing withheld".to_owned()
    } else {
        format!("as {} may know it now that it is over", session.seat_name)
    };
    let lead = format!(
        "After-action report · {} · {} · {known}",
        session.deck_title,
        day(&session.started)
    );
    let mut blocks = vec![
        Block::Heading(1, line(&session.name)),
        paragraph(Rank::Lead, lead),
        paragraph(Rank::Notice, &aar.notice),
    ];
    blocks.extend(session.parent.as_ref().map(|parent| {
        let words = format!(
            "A what-if. This record branches off {} after entry {}, in move {}: its first {} that session’s, and nobody \
             decided what follows but those whose names stand with it.{}",
            parent.file,
            parent.entry,
            parent.move_number,
            match parent.copied {
                1 => "entry is".to_owned(),
                copied => format!("{copied} entries are"),
            },
            if parent.drawn_anew {
                " Its luck was drawn anew from there on."
            } else {
                ""
            }
        );
        paragraph(Rank::Warning, words)
    }));
    match &aar.ending {
        Some(ending) => {
            let title = said! { (strong(&ending.title)) " " (Span::cite(ending.entry)) };
            blocks.push(paragraph(Rank::Ending, title));
        }
        None => blocks.push(paragraph(Rank::Ending, strong("The session goes on."))),
    }
    let aims = aar.ending.iter().flat_map(|ending| &ending.aims).map(|aim| {
        let goal = aim.goal.map(|goal| format!(" (the deck’s goal: {goal})"));
        said! { (seat(aim.seat.word(), &aim.name)) ": " (&aim.measure) " " (whole(aim.points)) " points" (goal) }
    });
    let points = aar.turning_points.points.iter().take(MOST).map(|point| {
        let mut text =
            said! { (strong(signed_tenth(point.moved))) ", move " (point.move_number) ": " };
        for Cite {
            entry, sentence, ..
        } in &point.context
        {
            text.push(said! { (cited(sentence, *entry)) "; " });
        }
        text.push(cited(&point.sentence, point.entry));
        text
    });
    let points: Vec<Item> = points.map(Item::from).collect();
    let moved = if points.is_empty() {
        paragraph(Rank::Plain, turning_points::NONE)
    } else {
        Block::List(Marker::Number, points)
    };
    let moved = vec![heading("What moved most"), moved];
    let summary = titled("In short", aar.summary.iter().map(|line| told(line)));
    let missing = titled("What is missing", gaps::lines_of(&aar.gaps, &aar.research));
    let contents = std::iter::once(brief)
        .filter(|brief| !brief.blocks.is_empty())
        .chain(sections)
        .map(|section| (section.id.clone(), section.name.clone()));
    blocks.extend([
        Block::Chart(curve::chart(aar)),
        Block::Beside(vec![
            [summary, titled("Aims", aims)].concat(),
            [moved, missing].concat(),
        ]),
        Block::Contents(contents.collect()),
    ]);
    blocks
}

/// The day of a stamp.
fn day(stamp: &str) -> &str {
    stamp.split('T').next().unwrap_or(stamp)
}
