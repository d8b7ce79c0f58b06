//! The facilitator's crib sheet: a move step by step, the tables of the rules, domains and endings.

use maud::{Markup, html};

use super::page::page;
use unequal_core::deck::Deck;
use unequal_core::engine::choice::{Ending, Inducement, Intensity, Response};
use unequal_session::telling::signed;

pub(super) fn sheet(deck: &Deck) -> String {
    let about = &deck.text.about;
    let body = html! {
        section.sheet {
            h1 { "Crib sheet" }
            p.lead { (about.title) @if !about.duration.is_empty() { " · " (about.duration) } }
            (steps(deck)) (intensities(deck)) (responses(deck))
        }
        section.sheet { (domains(deck)) (endings(deck)) (questions(deck)) (about_play(deck)) }
    };
    page(deck, "crib sheet", &body)
}

fn steps(deck: &Deck) -> Markup {
    let (patron, client) = (&deck.text.patron, &deck.text.client);
    html! {
        h2 { "One move" }
        ol {
            li { b { "Inject. " } "Read the event aloud; it moves the gauges at once." }
            li { b { "Demand. " } (patron) " tables a card with an intensity and perhaps an inducement, or holds. Ask why." }
            li { b { "Response. " } (client) " chooses one of seven. Ask why, and who disagreed." }
            li { b { "Ruling. " } "Two dice plus the modifier: 10 or more, the ground is held (offer "
                (signed(deck.scenario.contest.hold_offer)) "); 4 or less, more is given than meant (offer "
                (signed(deck.scenario.contest.slip_offer)) "). You may rule otherwise, with a reason." }
            li { b { "Follow-up. " } (patron) " pockets, rewards, punishes or backs down. A threat that was defied must be carried out or withdrawn." }
            li { b { "Drift. " } "Everything moves a little towards what circumstances support; stability follows." }
        }
    }
}

fn intensities(deck: &Deck) -> Markup {
    let scenario = &deck.scenario;
    html! {
        h2 { "How hard, and with what promise" }
        table {
            tr { th { "Intensity" } th { "Effort" } th { "Asks" } th { "Trust" } th { "Resentment" } th { "Meaning" } }
            @for &intensity in Intensity::ALL {
                @let rules = scenario.intensity(intensity);
                @let words = deck.text.intensity(intensity);
                tr {
                    td { (words.name) } td.n { (rules.effort) } td.n { (rules.scope) " %" }
                    td.n { (signed(-rules.trust)) } td.n { (signed(rules.resentment)) } td { (words.text) }
                }
            }
        }
        table {
            tr { th { "Inducement" } th { "Price (gains)" } th { "Relief (endurance)" } th { "Meaning" } }
            @for &inducement in Inducement::ALL {
                @let rules = scenario.inducement(inducement);
                @let words = deck.text.inducement(inducement);
                tr {
                    td { (words.name) } td.n { (tenths(rules.price)) } td.n { (rules.relief) } td { (words.text) }
                }
            }
        }
    }
}

/// Tenths of a point as points: 25 is 2.5.
fn tenths(value: i64) -> String {
    format!("{}.{}", value / 10, (value % 10).abs())
}

fn responses(deck: &Deck) -> Markup {
    html! {
        h2 { "Responses" }
        table {
            tr { th { "Response" } th { "Offers" } th { "Trust" } th { "Resentment" } th { "Autonomy" } th { "Endurance" } th { "Credibility" } th { "Front" } }
            @for &response in Response::ALL {
                @let row = deck.scenario.response(response);
                tr {
                    td { (deck.text.response(response).name) } td.n { (row.offer) " %" }
                    @for number in [row.trust, row.resentment, row.autonomy, row.endurance, row.credibility, row.shared_front] {
                        td.n { (signed(number)) }
                    }
                }
            }
        }
    }
}

fn domains(deck: &Deck) -> Markup {
    html! {
        h2 { "Domains at STARTEX" }
        table {
            tr { th { "Domain" } th { "Dependence" } th { "Can offer" } th { "Strain" } th { "Red line" } th { "Pressing is normal up to" } }
            @for (rules, words) in deck.scenario.domains.iter().zip(&deck.text.domains) {
                tr {
                    td { (words.name) } td.n { (rules.dependence) } td.n { (rules.capacity) }
                    td.n { (rules.strain) } td.n { (rules.red_line) " ± 10" }
                    td { (norm(deck, rules.restraint_norm)) }
                }
            }
        }
        @for words in &deck.text.domains {
            @if !words.client_red_lines.is_empty() {
                p.small { b { (words.name) ", " (deck.text.client) "’s red lines: " } (words.client_red_lines.join(" ")) }
            }
        }
    }
}

fn norm(deck: &Deck, steps: i64) -> &str {
    let place = usize::try_from(steps)
        .unwrap_or(0)
        .min(Intensity::ALL.len() - 1);
    &deck.text.intensity(Intensity::ALL[place]).name
}

fn endings(deck: &Deck) -> Markup {
    let rules = &deck.scenario;
    let when = |ending: Ending| match ending {
        Ending::Rupture => format!(
            "stability {} or less, or {} moves in crisis, and the client free enough to leave",
            rules.crisis.rupture_at, rules.crisis.rupture_moves
        ),
        Ending::Vassalage => format!(
            "as above but not free enough to leave; or autonomy {} or less for {} moves",
            rules.vassalage.enter, rules.vassalage.moves
        ),
        Ending::Entente => format!(
            "at the end: outlook {}, trust {}, autonomy {} or more",
            rules.endings.entente_stability,
            rules.endings.entente_trust,
            rules.endings.entente_autonomy
        ),
        Ending::Managed => format!(
            "at the end: outlook {} or more",
            rules.endings.managed_stability
        ),
        Ending::Drift => "at the end: none of these".to_owned(),
    };
    html! {
        h2 { "Endings" }
        table {
            tr { th { "Ending" } th { "When" } }
            @for &ending in Ending::ALL {
                tr { td { (deck.text.ending(ending).title) } td { (when(ending)) } }
            }
        }
    }
}

fn questions(deck: &Deck) -> Markup {
    html! {
        @if !deck.text.questions.is_empty() {
            h2 { "Hot wash" }
            ol { @for question in &deck.text.questions { li { (question.text) } } }
        }
    }
}

fn about_play(deck: &Deck) -> Markup {
    let about = &deck.text.about;
    html! {
        @if !about.artificialities.is_empty() {
            h2 { "What players must accept" }
            ul { @for line in &about.artificialities { li { (line) } } }
        }
        p.small { (about.disclaimer) }
        p.small { (about.credits.join(" ")) }
    }
}
