//! Demands and injects to read.

use super::page::Page;
use unequal_core::deck::Deck;
use unequal_core::deck::text::{Horizon, Label, Precedent, Severity};

/// All demands, domain by domain.
pub(super) fn demands(page: &mut Page, deck: &Deck) {
    page.heading("Demands");
    for (place, domain) in deck.text.domains.iter().enumerate() {
        let of_domain = deck.text.cards.iter().zip(&deck.scenario.cards);
        for (words, rules) in of_domain.filter(|(_, rules)| rules.domain == place) {
            page.title(&format!("{}  {}", words.code, words.title));
            let horizon = words.horizon.map_or("", |horizon| match horizon {
                Horizon::Short => ", short term",
                Horizon::Medium => ", medium term",
                Horizon::Long => ", long term",
            });
            let severity = match words.severity {
                Severity::Mild => "mild",
                Severity::Firm => "firm",
                Severity::Severe => "severe",
            };
            let kind = format!("{}, {severity}{horizon}, id {}", domain.name, rules.id);
            page.paragraphs(&kind, 4);
            page.paragraphs(&words.text, 4);
            page.labelled("Gains", &words.patron_gain, 4);
            page.labelled("Costs", &words.client_cost, 4);
            precedent(page, words.precedent.as_ref());
            let numbers = format!(
                "gain {}, autonomy {}, uses {} of what can be offered, weighs {} on the red line, \
                 locks in {}, shared front {:+}",
                rules.gain,
                rules.autonomy_cost,
                rules.capacity_need,
                rules.red_line_weight,
                rules.lock_in,
                rules.shared_front
            );
            page.labelled("If met in full", &numbers, 4);
            page.blank();
        }
    }
}

/// All events.
pub(super) fn injects(page: &mut Page, deck: &Deck) {
    page.heading("Injects");
    for (words, rules) in deck.text.events.iter().zip(&deck.scenario.events) {
        page.title(&words.title);
        page.paragraphs(&format!("id {}", rules.id), 4);
        page.paragraphs(&words.text, 4);
        page.labelled("Why", &words.why, 4);
        let moves: Vec<String> = rules
            .change
            .iter()
            .map(|(gauge, by)| format!("{} {by:+}", deck.scenario.gauge_word(*gauge)))
            .collect();
        page.labelled("Moves", &moves.join(", "), 4);
        precedent(page, words.precedent.as_ref());
        page.blank();
    }
}

fn precedent(page: &mut Page, precedent: Option<&Precedent>) {
    let Some(precedent) = precedent else {
        return;
    };
    let label = match precedent.label {
        Label::Fact => "fact",
        Label::Claim => "claim",
        Label::Leak => "leak",
        Label::None => "none known",
    };
    let mut words = label.to_owned();
    for part in [&precedent.date, &precedent.sourced()] {
        if !part.is_empty() {
            words = format!("{words}, {part}");
        }
    }
    page.labelled("Precedent", &words, 4);
}
