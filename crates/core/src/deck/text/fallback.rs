//! Names and sentences for what a deck leaves unsaid.

use unicode_segmentation::UnicodeSegmentation;

use crate::deck::raw::card::Severity;
use crate::model::choice::{Ending, FollowUp, Inducement, Intensity, Response};

/// Name and meaning of a response.
pub(super) const fn response(response: Response) -> (&'static str, &'static str) {
    match response {
        Response::Accept => ("Accept", "Give all that is asked."),
        Response::Conditions => (
            "Accept, with a counter-ask",
            "Give most of it, and ask for something in return.",
        ),
        Response::Partial => ("Accept in part", "Give half of what is asked."),
        Response::Stall => ("Stall", "Play for time and save everyone's face."),
        Response::Deflect => (
            "Deflect to another domain",
            "Offer something in another domain instead.",
        ),
        Response::Hedge => (
            "Hedge to a third party",
            "Turn to others and depend a little less.",
        ),
        Response::Refuse => ("Refuse", "Say no, and bear what follows."),
    }
}

/// Name and meaning of a follow-up.
pub(super) const fn follow_up(follow_up: FollowUp) -> (&'static str, &'static str) {
    match follow_up {
        FollowUp::Pocket => ("Pocket it", "Take what was given and do nothing."),
        FollowUp::Reward => ("Reward", "Pay back compliance."),
        FollowUp::Punish => ("Punish", "Carry out the threat."),
        FollowUp::BackDown => ("Back down", "Withdraw the demand."),
    }
}

/// Name and meaning of asking for nothing.
pub(super) const HOLD: (&str, &str) = ("Hold", "Ask for nothing in this move.");

/// What it means to offer.
pub(super) const OFFER: &str =
    "What is offered keeps its face and has a price; taking it up uses the demand of the move.";

/// Name and meaning of the patron's act in a crisis.
pub(super) const PATRON_ACT: (&str, &str) = ("Step back", "Pay for calm.");

/// Name and meaning of the client's act in a crisis.
pub(super) const CLIENT_ACT: (&str, &str) = (
    "Make a gesture",
    "Lose some face; a client that could leave is not pressed in this move.",
);

/// Said after a crisis in which both acted.
pub(super) const BOTH_ACTED: &str = "Both sides have moved.";

/// Said after a crisis in which one acted.
pub(super) const ONE_ACTED: &str = "One side has moved, and the other has not.";

/// Said after a crisis in which nobody acted.
pub(super) const NOBODY_ACTED: &str = "Neither side has moved.";

/// Name and meaning of crossing a red line.
pub(super) const BREACH: (&str, &str) = (
    "A red line is crossed",
    "A line has been crossed, and stays crossed.",
);

/// Name and meaning of an intensity.
pub(super) const fn intensity(intensity: Intensity) -> (&'static str, &'static str) {
    match intensity {
        Intensity::Probe => (
            "Probe",
            "A feeler: asks little and learns where the red line lies.",
        ),
        Intensity::Request => ("Request", "An ordinary request."),
        Intensity::Press => (
            "Press",
            "Pressed with weight: defiance must be punished or swallowed.",
        ),
        Intensity::Ultimatum => ("Ultimatum", "Take it or face the consequences."),
    }
}

/// Name and meaning of an inducement.
pub(super) const fn inducement(inducement: Inducement) -> (&'static str, &'static str) {
    match inducement {
        Inducement::None => ("None", "Nothing is promised."),
        Inducement::Modest => ("Modest", "A modest sweetener, paid on compliance."),
        Inducement::Generous => ("Generous", "A generous one, paid on compliance."),
    }
}

/// Title and situation of an ending.
pub(super) const fn ending(ending: Ending) -> (&'static str, &'static str) {
    match ending {
        Ending::Rupture => (
            "Rupture",
            "The partnership has broken. The weaker side had somewhere else to go, and went.",
        ),
        Ending::Collapse => (
            "Collapse",
            "The partnership has broken, and the weaker side had nowhere to go.",
        ),
        Ending::Capture => (
            "Quiet capture",
            "Nothing has broken. The weaker side asks before it acts, and has long ceased to notice.",
        ),
        Ending::Entente => (
            "Entente",
            "The partnership is stable and trusted, and the weaker side is free enough to want it.",
        ),
        Ending::Managed => (
            "Managed asymmetry",
            "The partnership holds. It is unequal, and both sides know how to live with that.",
        ),
        Ending::Drift => (
            "Drift",
            "The partnership has neither broken nor settled. What comes next is open.",
        ),
    }
}

/// A name cut to at most `limit` characters, at a word where that is possible.
pub(super) fn short(name: &str, limit: usize) -> String {
    if name.chars().count() <= limit {
        return name.to_owned();
    }
    let mut out = String::new();
    for word in name.split_whitespace() {
        let gap = usize::from(!out.is_empty());
        if out.chars().count() + gap + word.chars().count() > limit {
            break;
        }
        if gap == 1 {
            out.push(' ');
        }
        out.push_str(word);
    }
    let tail = [" and", " of", " the", " in", " for"];
    while let Some(cut) = tail.iter().find_map(|word| out.strip_suffix(word)) {
        out = cut.to_owned();
    }
    if out.is_empty() {
        out = name.graphemes(true).take(limit.saturating_sub(1)).collect();
        out.push('…');
    }
    out
}

/// Capital letters for a domain: initials of a long name, the first two letters of a short one.
pub(super) fn domain_code(name: &str, taken: &[String]) -> String {
    let words: Vec<&str> = name
        .unicode_words()
        .filter(|word| !matches!(*word, "and" | "of" | "the" | "in"))
        .collect();
    let start = |word: &str, letters| word.graphemes(true).take(letters).collect::<String>();
    let letters = match words.as_slice() {
        [] => "D".to_owned(),
        [word] => start(word, 2),
        [first, second, ..] => start(first, 1) + &start(second, 1),
    };
    let letters = letters.to_uppercase();
    let mut code = letters.clone();
    let mut number = 2;
    while taken.contains(&code) {
        code = format!("{letters}{number}");
        number += 1;
    }
    code
}

/// How grave a demand is, judged by its numbers.
pub(in crate::deck) const fn severity(red_line_weight: i64) -> Severity {
    match red_line_weight {
        ..=2 => Severity::Mild,
        3..=5 => Severity::Firm,
        _ => Severity::Severe,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_name_is_cut_at_a_word() {
        assert_eq!(short("Arctic", 14), "Arctic");
        assert_eq!(short("Defence and military", 14), "Defence");
        assert_eq!(short("Offer from overseas", 10), "Offer from");
        assert_eq!(short("Kazakhstan-Kyrgyzstan", 10), "Kazakhsta…");
    }

    #[test]
    fn domains_get_codes_of_their_own() {
        let none: &[String] = &[];
        assert_eq!(domain_code("Economy", none), "EC");
        assert_eq!(domain_code("Central Asia", none), "CA");
        assert_eq!(domain_code("Defence and military", none), "DM");
        assert_eq!(domain_code("Economics", &["EC".to_owned()]), "EC2");
        assert_eq!(domain_code("…", none), "D");
    }
}
