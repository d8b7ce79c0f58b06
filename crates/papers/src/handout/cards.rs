//! Cards to cut out: demands, responses and follow-ups, injects.

use maud::{Markup, html};

use super::page::page;
use unequal_core::deck::Deck;
use unequal_core::deck::text::{Label, Precedent};
use unequal_core::engine::choice::{FollowUp, Response};
use unequal_session::telling::{gauge_name, signed};

/// Cards on a page of demands.
const A_PAGE: usize = 8;
/// Injects on a page: their paragraphs are longer.
const INJECTS_A_PAGE: usize = 6;

pub(super) fn demands(deck: &Deck) -> String {
    let places: Vec<usize> = (0..deck.scenario.cards.len()).collect();
    let body = html! {
        @for places in places.chunks(A_PAGE) {
            section.sheet { div.cards { @for &place in places { (demand(deck, place)) } } }
        }
    };
    page(deck, "demands", &body)
}

fn demand(deck: &Deck, place: usize) -> Markup {
    let rules = &deck.scenario.cards[place];
    let card = &deck.text.cards[place];
    let domain = &deck.text.domains[rules.domain];
    html! {
        article.card {
            header { span { (card.code) " · " (domain.name) } span { (severity(card.severity)) } }
            h3 { (card.title) }
            @if !card.text.is_empty() { p { (card.text) } }
            @if !card.patron_gain.is_empty() { p.small { b { (deck.text.patron) " gains: " } (card.patron_gain) } }
            @if !card.client_cost.is_empty() { p.small { b { (deck.text.client) " pays: " } (card.client_cost) } }
            footer {
                (numbers(deck, place))
                @if let Some(precedent) = &card.precedent { br; (told(precedent)) }
            }
        }
    }
}

fn numbers(deck: &Deck, place: usize) -> String {
    let rules = &deck.scenario.cards[place];
    format!(
        "gain {} · autonomy −{} · capacity {} · red line {} of 10 · lock-in {} · front {}",
        rules.gain,
        rules.autonomy_cost,
        rules.capacity_need,
        rules.red_line_weight,
        rules.lock_in,
        signed(rules.shared_front)
    )
}

fn severity(severity: unequal_core::deck::text::Severity) -> &'static str {
    use unequal_core::deck::text::Severity;
    match severity {
        Severity::Mild => "mild",
        Severity::Firm => "firm",
        Severity::Severe => "severe",
    }
}

fn told(precedent: &Precedent) -> Markup {
    let label = match precedent.label {
        Label::Fact => "fact",
        Label::Claim => "claim",
        Label::Leak => "leak",
        Label::None => "no precedent",
    };
    html! {
        span.label { (label) } " "
        @if !precedent.date.is_empty() { (precedent.date) ". " }
        (precedent.sourced())
    }
}

pub(super) fn answers(deck: &Deck) -> String {
    let text = &deck.text;
    let card = |kind: &str, name: &str, meaning: &str, voices: [(&str, &str); 2], footer: &str| {
        html! {
            article.card {
                header { span { (kind) } }
                h3 { (name) }
                p { (meaning) }
                @for (who, voice) in voices {
                    @if !voice.is_empty() { p { b { (who) ": " } span.voice { (voice) } } }
                }
                footer { (footer) }
            }
        }
    };
    let body = html! {
        section.sheet { div.cards {
            @for &response in Response::ALL {
                @let act = text.response(response);
                @let offer = format!("offers {} % of what is asked", deck.scenario.response(response).offer);
                (card(&text.client, &act.name, &act.text,
                    [(&text.client, &act.client_voice), (&text.patron, &act.patron_voice)], &offer))
            }
        } }
        section.sheet { div.cards {
            @for &choice in FollowUp::ALL {
                @let act = text.follow_up(choice);
                (card(&text.patron, &act.name, &act.text,
                    [(&text.patron, &act.patron_voice), (&text.client, &act.client_voice)], ""))
            }
            (card(&text.patron, &text.hold.name, &text.hold.text,
                [(&text.patron, &text.hold.patron_voice), (&text.client, &text.hold.client_voice)], ""))
        } }
    };
    page(deck, "responses and follow-ups", &body)
}

pub(super) fn injects(deck: &Deck) -> String {
    let places: Vec<usize> = (0..deck.scenario.events.len()).collect();
    let body = html! {
        @for places in places.chunks(INJECTS_A_PAGE) {
            section.sheet { div.cards.tall { @for &place in places { (inject(deck, place)) } } }
        }
    };
    page(deck, "injects", &body)
}

fn inject(deck: &Deck, place: usize) -> Markup {
    let rules = &deck.scenario.events[place];
    let event = &deck.text.events[place];
    let moves: Vec<String> = rules
        .change
        .iter()
        .map(|&(gauge, by)| format!("{} {}", gauge_name(deck, gauge), signed(by)))
        .collect();
    html! {
        article.card {
            header { span { "Inject" } span { (rules.id) } }
            h3 { (event.title) }
            p { (event.text) }
            @if !event.why.is_empty() { p.small { (event.why) } }
            footer {
                (moves.join(" · "))
                @if let Some(precedent) = &event.precedent { br; (told(precedent)) }
            }
        }
    }
}
