//! The deck's research questions, with the acts that bear on them.

use crate::document::{Block, Item, Marker, Rank, Section, dim, paragraph, said, strong};
use crate::report::words::cites;
use unequal_session::research::{Material, ResearchLine};
use unequal_session::telling::count;

/// What the list of research questions says of itself.
const NOTE: &str = "Acts are tied to a question by words that it shares with the \
deck’s names and tags. Whether they answer it is for people to judge.";

/// What ties a question to acts, with how many came with a reason.
fn tied(line: &ResearchLine) -> String {
    match line.material {
        Material::Untied => "; no word of it names anything in the deck: look by hand".to_owned(),
        Material::None => format!("; tied by: {}", line.tied_by.join(", ")),
        Material::Some | Material::Thin => format!(
            "; {}, {} with a reason; tied by: {}",
            count(line.acts.len(), "act", "acts"),
            line.with_reasons,
            line.tied_by.join(", ")
        ),
    }
}

pub(super) fn section(research: &[ResearchLine]) -> Section {
    let items = research.iter().map(|line| {
        let mut item =
            Item::from(said! { (strong(&line.issue)) " (" (&line.id) ") " (&line.question) });
        item.add(dim(said! { "Evidence would be: " (&line.evidence) }));
        item.add(said! { "Material: " (strong(line.material.word())) (tied(line)) });
        item.under.extend(cites(&line.acts));
        item
    });
    let blocks = if research.is_empty() {
        vec![paragraph(Rank::Plain, "The deck asks none.")]
    } else {
        vec![
            paragraph(Rank::Note, NOTE),
            Block::List(Marker::Rule, items.collect()),
        ]
    };
    Section::new(
        "research",
        "Research questions",
        "Research questions",
        blocks,
    )
}
