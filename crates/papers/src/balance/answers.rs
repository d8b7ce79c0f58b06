//! How well each bot answers each other, and what a side could gain by another of them.

use crate::document::{Block, Rank, Table, lines, paragraph};
use unequal_core::analysis::balance::Survey;
use unequal_core::study::best_response::Gaps;
use unequal_core::study::sensitivity::estimate::Estimate;

/// The gaps as a table of patrons by clients, and where they are least.
pub(super) fn blocks(survey: &Survey<'_>, gaps: &[Gaps]) -> Vec<Block> {
    let names = survey.scenario.policies.iter();
    let names: Vec<&str> = names.map(|policy| &*policy.name).collect();
    let says = "How many points of its aim the patron, and the client, would gain if it played as the best of the \
                deck's bots against the same other; 0 where it plays so already. Then which bot that is, against each.";
    let row = |of_patron: &[Gaps]| {
        let cells = of_patron.iter().map(|gaps| {
            let [patron, client] = [gaps.gain.patron, gaps.gain.client].map(|gap| gap.value);
            format!("{patron:.1} / {client:.1}")
        });
        let patron = of_patron[0].bots.patron.clone();
        lines(std::iter::once(patron).chain(cells))
    };
    let mut rows: Vec<_> = gaps.chunks(names.len()).map(row).collect();
    let against = |place: usize| {
        // The best patron is the same in each column, the best client in each row.
        let patron = gaps.get(place).map_or("", |gaps| &*gaps.best.patron);
        let own = gaps.get(place * names.len());
        format!("{patron} / {}", own.map_or("", |gaps| &*gaps.best.client))
    };
    let best = std::iter::once("best against".to_owned()).chain((0..names.len()).map(against));
    rows.push(lines(best));
    let mut table = Table::default()
        .texts(["patron ↓ client →"])
        .numbers(names.iter().copied());
    table.rows = rows;
    let mut blocks = vec![paragraph(Rank::Plain, says), Block::Table(table)];
    let order = |a: &&Gaps, b: &&Gaps| a.larger().total_cmp(&b.larger());
    if let Some(steadiest) = gaps.iter().min_by(order) {
        let gap = |gap: Estimate| format!("{:.1} ± {:.1}", gap.value, 1.96 * gap.error);
        let words = format!(
            "Nearest to a pairing in which neither would choose otherwise: {} v {}, where patron and client could gain {} \
             and {} points.",
            steadiest.bots.patron,
            steadiest.bots.client,
            gap(steadiest.gain.patron),
            gap(steadiest.gain.client)
        );
        blocks.push(paragraph(Rank::Plain, words));
    }
    blocks
}
