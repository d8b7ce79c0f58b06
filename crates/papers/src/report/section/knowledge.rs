//! What each seat knew when it decided something else than in an exchange: those stand on their sheets.

use crate::document::{
    Block, Item, Marker, Rank, Section, cited, dim, paragraph, said, seat, strong,
};
use crate::report::section::exchange_sheets::ExchangeSheet;
use crate::report::sight::Sight;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_session::knowledge::Knowledge;

/// What each seat knew at each decision; with machines left out, at those of people alone.
pub(super) fn of(sight: &Sight<'_>) -> Vec<Knowledge> {
    let mut knowledge = sight.knowledge();
    if sight.people {
        let by_machine = |number: EntryNumber| {
            let mut seen = sight.seen.iter();
            seen.any(|seen| seen.number == number && seen.by.is_machine())
        };
        knowledge.retain(|known| !by_machine(known.entry));
    }
    knowledge
}

pub(super) fn section(knowledge: &[Knowledge], sheets: &[ExchangeSheet]) -> Section {
    let sides = || sheets.iter().flat_map(|sheet| &sheet.sides);
    let on_a_sheet = |known: &&Knowledge| sides().any(|side| side.entry == Some(known.entry));
    let others = knowledge.iter().filter(|known| !on_a_sheet(known));
    let items = others.map(|known| {
        let mut item = Item::from(said! {
            (seat(known.seat, &known.seat_name)) ", move " (known.move_number) ": " (cited(&known.decision, known.entry))
        });
        item.add(dim(known.facts().join(" · ")));
        for hidden in &known.hidden {
            item.add(dim(said! { (strong("did not know")) ": " (hidden) }));
        }
        item
    });
    let items: Vec<Item> = items.collect();
    let blocks = match (knowledge, items.is_empty()) {
        ([], _) => vec![paragraph(Rank::Plain, "Nothing has been decided yet.")],
        (_, true) => Vec::new(),
        (_, false) => vec![Block::List(Marker::Rule, items)],
    };
    let title = "What each seat knew when it decided anything else";
    Section::new("knowledge", "What each seat knew", title, blocks)
}
