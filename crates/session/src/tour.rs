//! The rules in five leaves, for people who have two minutes: made from a deck, so that it holds for any two sides.

use crate::telling::count;
use unequal_core::deck::Deck;
use unequal_core::model::choice::{Ending, Intensity, Response};

/// A leaf: few words for the wall, and what is said with them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leaf {
    /// What it is about.
    pub title: String,
    /// What everybody reads, a line each.
    pub points: Vec<String>,
    /// What is read aloud.
    pub aloud: String,
}

/// The leaves, in order.
pub fn leaves(deck: &Deck) -> Vec<Leaf> {
    vec![
        sides(deck),
        a_move(deck),
        answers(deck),
        stability(deck),
        endings(deck),
    ]
}

fn leaf(title: &str, points: impl IntoIterator<Item = String>, aloud: String) -> Leaf {
    Leaf {
        title: title.to_owned(),
        points: points.into_iter().collect(),
        aloud,
    }
}

fn sides(deck: &Deck) -> Leaf {
    let text = &deck.text;
    let (patron, client, europe) = (&text.patron, &text.client, &text.europe_name);
    leaf(
        "Who plays",
        [
            format!("{patron}, the stronger, asks"),
            format!("{client}, the weaker, answers"),
            format!("{europe} watches, and may act"),
            "Nobody wins: each has aims of its own".to_owned(),
        ],
        format!(
            "{patron} is the stronger side and asks for things. {client} depends on it and answers. {europe} sees what \
             is public and may take one measure a move. The white cell runs the session and rules. Both sides can \
             reach their aims, or neither. Everything is hypothetical, and no forecast."
        ),
    )
}

fn a_move(deck: &Deck) -> Leaf {
    let text = &deck.text;
    let (patron, client, europe) = (&text.patron, &text.client, &text.europe_name);
    let moves = count(deck.scenario.session.moves, "move", "moves");
    let label = &text.about.move_label;
    let stands = if label == "move" {
        String::new()
    } else {
        format!(" A move stands for a {label}.")
    };
    let hard: Vec<String> = Intensity::ALL
        .iter()
        .map(|intensity| text.intensity(*intensity).name.to_lowercase())
        .collect();
    leaf(
        "A move",
        [
            "News from outside".to_owned(),
            format!("{europe} acts; {client} may offer"),
            format!("{patron} demands, {client} answers"),
            "Forces and dice: how it comes out".to_owned(),
            format!("{patron} follows up; all drifts on"),
        ],
        format!(
            "The session lasts about {moves}.{stands} Something happens outside. {europe} may act, {client} may offer \
             something. {patron} chooses a demand and how hard to press it: {}. {client} answers. The forces between \
             the two and two dice say how much is given. {patron} follows up: it rewards, lets it pass, punishes or backs \
             down. Then everything drifts.",
            hard.join(", ")
        ),
    )
}

fn answers(deck: &Deck) -> Leaf {
    let text = &deck.text;
    let name = |response: &Response| text.response(*response).name.clone();
    let own = "Or in your own words, nearest to one of these".to_owned();
    let points = Response::ALL.iter().map(name).chain([own]).collect();
    let (patron, client) = (&text.patron, &text.client);
    Leaf {
        title: "Seven answers".to_owned(),
        points,
        aloud: format!(
            "{client} has seven answers to every demand, and each costs something. What is given costs freedom, and {client} \
             can only give what it has left. What is refused costs trust, and {patron} may have to punish it. A price that was \
             agreed and is not paid is remembered. Say why you answer as you do, and who of you would \
             have done otherwise: the record keeps it."
        ),
    }
}

fn stability(deck: &Deck) -> Leaf {
    let crisis = &deck.scenario.crisis;
    let text = &deck.text;
    leaf(
        "Stability",
        [
            "From 0 to 100: how firm it is".to_owned(),
            format!("Below {}: crisis", crisis.enter),
            format!("At {}: it breaks", crisis.break_at),
            format!(
                "Red lines in {}",
                count(deck.scenario.domains.len(), "domain", "domains")
            ),
        ],
        format!(
            "Stability says how firm the partnership is. It moves a part of the way each move towards where trust, calm and \
             common interest would have it. Below {} there is a crisis: each side may climb down, not knowing whether the other \
             does. After {} in crisis, or at {}, the partnership breaks. {}'s red lines lie in {}; how near one is shows in part \
             only, and crossing it costs much at once.",
            crisis.enter,
            count(crisis.break_moves, "move", "moves"),
            crisis.break_at,
            text.client,
            count(deck.scenario.domains.len(), "domain", "domains"),
        ),
    )
}

fn endings(deck: &Deck) -> Leaf {
    let title = |ending: &Ending| deck.text.ending(*ending).title.clone();
    Leaf {
        title: "How it may end".to_owned(),
        points: Ending::ALL.iter().map(title).collect(),
        aloud: "The session ends after its last move, or before, when the partnership breaks or when one side has no way \
                out of it any more. Which ending comes is worked out from where the table stands. None of them is a prize. \
                What counts is why you decided as you did, and what would have to be true for it to hold outside this room."
            .to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use unequal_core::deck::shipped;

    #[test]
    fn every_deck_has_five_leaves_in_its_own_names_that_are_read_in_two_minutes() {
        for shipped in shipped() {
            let deck = Deck::from_text(shipped.id, shipped.text).unwrap();
            let leaves = leaves(&deck);
            assert_eq!(leaves.len(), 5);
            let all = format!("{leaves:?}");
            for name in [&deck.text.patron, &deck.text.client] {
                assert!(all.contains(name.as_str()), "{}: {name}", shipped.id);
            }
            if deck.text.client != "Russia" {
                assert!(!all.contains("Russia"), "{}", shipped.id);
            }
            let words: usize = leaves
                .iter()
                .map(|leaf| leaf.aloud.split_whitespace().count())
                .sum();
            // People read aloud at about 150 words a minute.
            assert!(words <= 330, "{}: {words} words", shipped.id);
        }
    }
}
