//! What the rules page and the crib sheet say alike: when a crisis lasts, what is done in it, when each ending comes.

use unequal_core::deck::Deck;
use unequal_core::model::choice::{Ending, FollowUp, Side};

/// What both sides decide in a crisis, and while it lasts.
pub(super) fn crisis(deck: &Deck) -> String {
    let (rules, words) = (&deck.scenario.crisis, &deck.text.crisis);
    format!(
        "Only in a crisis, which begins with stability below {} and lasts until it is {} again: both sides decide, \
         unseen, {} whether to “{}” and {} whether to “{}”; then both are opened.",
        rules.enter,
        rules.leave,
        deck.text.patron,
        words.act(Side::Patron).name,
        deck.text.client,
        words.act(Side::Client).name
    )
}

/// What the patron may make of an answer, by the names on its cards.
pub(super) fn follow_ups(deck: &Deck) -> String {
    let names = FollowUp::ALL.iter();
    let names = names.map(|choice| format!("“{}”", deck.text.follow_up(*choice).name));
    let names: Vec<String> = names.collect();
    let Some((last, most)) = names.split_last() else {
        return String::new();
    };
    format!("{} or {last}", most.join(", "))
}

/// When an ending comes.
pub(super) fn when(deck: &Deck, ending: Ending) -> String {
    let rules = &deck.scenario;
    match ending {
        Ending::Rupture => format!(
            "stability {} or less, or {} moves in crisis; and exit {} or more",
            rules.crisis.break_at, rules.crisis.break_moves, rules.crisis.exit_at
        ),
        Ending::Collapse => "the same, and exit below that".to_owned(),
        Ending::Capture => format!(
            "autonomy {} or less, and below {} for {} moves, outside a crisis",
            rules.capture.enter, rules.capture.leave, rules.capture.moves
        ),
        Ending::Entente => {
            let [outlook, trust, autonomy] = rules.thresholds.entente;
            format!("at the end: outlook {outlook}, trust {trust}, autonomy {autonomy} or more")
        }
        Ending::Managed => format!("at the end: outlook {} or more", rules.thresholds.managed),
        Ending::Drift => "at the end: none of these".to_owned(),
    }
}
