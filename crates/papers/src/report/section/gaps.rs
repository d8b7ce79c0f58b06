//! What is missing: reasons, domains, answers, people who were not heard.

use crate::document::{Block, Item, Marker, Section, line, said};
use crate::report::words::cites;
use unequal_core::deck::plain;
use unequal_session::gaps::{Gaps, OpenQuestion};
use unequal_session::research::ResearchLine;
use unequal_session::telling::count;
use unequal_session::telling::listed;

/// What is missing, a gap a line.
pub(in crate::report) fn lines_of(gaps: &Gaps, research: &[ResearchLine]) -> Vec<String> {
    let mut lines = Vec::new();
    if gaps.decisions == 0 {
        lines.push("No decision was made by people, so none could be explained.".to_owned());
    } else {
        lines.push(format!(
            "Of {} by people, {} came without a reason; {} with a stated confidence, {} with a dissent.",
            count(gaps.decisions, "decision", "decisions"),
            gaps.without_reason.len(),
            gaps.with_confidence,
            gaps.with_dissent
        ));
    }
    lines.push(if gaps.silent_domains.is_empty() {
        "Something was demanded in every domain.".to_owned()
    } else {
        format!("Nothing was demanded in {}.", listed(&gaps.silent_domains))
    });
    let open = research
        .iter()
        .filter(|line| gaps.open_questions.contains(&line.id));
    let open: Vec<String> = open.map(|line| line.issue.clone()).collect();
    if !open.is_empty() {
        lines.push(format!(
            "Research questions with no or thin material: {}.",
            listed(&open)
        ));
    }
    lines.extend(of_the_room(gaps));
    lines
}

/// What is missing from the people in the room, a gap a line; nothing where nothing is.
fn of_the_room(gaps: &Gaps) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = |what: &str, items: Vec<String>| {
        if !items.is_empty() {
            lines.push(format!("{what}: {}.", items.join("; ")));
        }
    };
    line(
        "Seats from which no word was heard",
        gaps.silent_seats.clone(),
    );
    let people = gaps.silent_people.iter();
    line(
        "Participants of whom nothing was heard",
        people.map(|one| one.name.clone()).collect(),
    );
    let awaited = gaps.awaited_reactions.iter().map(|one| {
        format!(
            "[{}] {} (expected: {})",
            one.at.entry,
            one.at.sentence,
            plain(&one.expects)
        )
    });
    line(
        "Injects whose expected reaction was not seen",
        awaited.collect(),
    );
    let rulings = gaps.provisional.iter();
    line(
        "Provisional rulings that were not settled",
        rulings
            .map(|cite| format!("[{}] {}", cite.entry, cite.sentence))
            .collect(),
    );
    let questions = |open: &[OpenQuestion]| -> Vec<String> {
        let words = |open: &OpenQuestion| format!("[{}] “{}”", open.entry, open.question);
        open.iter().map(words).collect()
    };
    line("Estimates never revealed", questions(&gaps.unrevealed));
    line("Estimates never resolved", questions(&gaps.unresolved));
    lines
}

pub(super) fn section(gaps: &Gaps, research: &[ResearchLine]) -> Section {
    let mut items: Vec<Item> = lines_of(gaps, research)
        .into_iter()
        .map(|gap| line(gap).into())
        .collect();
    if !gaps.without_reason.is_empty() {
        items.push(Item {
            under: cites(&gaps.without_reason),
            ..said! { "Decisions without a reason:" }.into()
        });
    }
    Section::new(
        "gaps",
        "Gaps",
        "Gaps",
        vec![Block::List(Marker::Dot, items)],
    )
}
