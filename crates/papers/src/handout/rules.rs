//! The rules on one page: what everybody at the table may know before the first move.

use super::course;
use crate::booklet;
use crate::document::{Block, Facts, Inline, Item, Marker, Rank, line, paragraph, said, strong};
use unequal_core::deck::Deck;
use unequal_core::engine::seat::Seat;
use unequal_core::model::choice::{Ending, FollowUp, Response};

pub(super) fn sheets(deck: &Deck) -> Vec<Block> {
    let (text, about) = (&deck.text, &deck.text.about);
    let (patron, client) = (&text.patron, &text.client);
    let idea = format!(
        "{patron} asks, {client} offers and answers, and everybody watches how stable the partnership remains. \
         Nobody wins: both can meet their aims, or neither. It is no forecast."
    );
    let named = |name: &str, what: &str| said! { (strong(format!("{name}:"))) " " (what) };
    let known = |facts: Facts| {
        let all = facts.0.into_iter();
        all.flat_map(|(name, known)| {
            known
                .into_iter()
                .map(move |what| said! { (strong(format!("{name}:"))) " " (what) })
        })
    };
    let responses = Response::ALL.iter().map(|word| {
        let words = text.response(*word);
        named(&words.name, &words.text)
    });
    let follow_ups = FollowUp::ALL.iter().map(|word| {
        let words = text.follow_up(*word);
        named(&words.name, &words.text)
    });
    let endings = Ending::ALL.iter().map(|ending| {
        let ends = course::when(deck, *ending);
        named(&text.ending(*ending).title, &ends)
    });
    let left = [
        vec![title("One move")],
        listed(Marker::Number, steps(deck)),
        vec![title("How hard to ask")],
        listed(Marker::Dot, known(booklet::intensities(deck))),
        vec![title(&format!("What {patron} may promise"))],
        listed(Marker::Dot, known(booklet::inducements(deck))),
        vec![title("Always say")],
        listed(Marker::Dot, SAY.map(line)),
    ];
    let right = [
        vec![title(&format!("How {client} may answer"))],
        listed(Marker::Dot, responses),
        vec![title(&format!("How {patron} may follow up"))],
        listed(Marker::Dot, follow_ups),
        vec![title("What is watched")],
        listed(Marker::Dot, watched(deck)),
        vec![title("How it may end")],
        listed(Marker::Dot, endings),
    ];
    vec![Block::Sheet(vec![
        Block::Heading(1, line("How it is played")),
        paragraph(Rank::Lead, &about.title),
        paragraph(Rank::Plain, idea),
        Block::Beside(vec![left.concat(), right.concat()]),
        paragraph(Rank::Note, &about.disclaimer),
    ])]
}

/// What makes a record worth keeping.
const SAY: [&str; 3] = [
    "Why, in your own words. It is put on the record.",
    "How sure you are that the other side will react as you think, 0 to 100.",
    "Who would have done otherwise, and what. Ask before you decide: afterwards everybody was for it.",
];

fn title(words: &str) -> Block {
    Block::Heading(2, line(words))
}

fn listed(marker: Marker, lines: impl IntoIterator<Item = Inline>) -> Vec<Block> {
    vec![Block::List(
        marker,
        lines.into_iter().map(Item::from).collect(),
    )]
}

fn steps(deck: &Deck) -> Vec<Inline> {
    let (patron, client) = (&deck.text.patron, &deck.text.client);
    let europe = deck.text.seat_name(Seat::Europe);
    let step = |name: &str, what: String| said! { (strong(name)) " " (what) };
    let mut steps = vec![step(
        "Inject.",
        "Something happens in the world. It is read aloud, and moves things at once.".to_owned(),
    )];
    if !deck.scenario.measures.is_empty() {
        let what = format!("{europe} takes a measure, or none; dice say whether it works.");
        steps.push(step("Measure.", what));
    }
    steps.push(step("Crisis.", course::crisis(deck)));
    if !deck.scenario.asks.is_empty() {
        let what = format!("{client} may offer something and name its price.");
        steps.push(step("Offer.", what));
    }
    steps.extend([
        step(
            "Demand.",
            format!("{patron} takes the offer up, or demands something from its menu, or asks for nothing."),
        ),
        step(
            "Response.",
            format!(
                "{client} chooses one of seven answers, or writes its own and names the one that it comes nearest to."
            ),
        ),
        step(
            "Ruling.",
            "What presses, what resists, arguments, two dice. Whoever runs the session may rule otherwise, with a \
             reason."
                .to_owned(),
        ),
        step(
            "Follow-up.",
            format!("{patron} reacts. A threat that was defied must be carried out or withdrawn."),
        ),
        step("Drift.", "Everything moves a little towards what it rests on.".to_owned()),
    ]);
    steps
}

fn watched(deck: &Deck) -> Vec<Inline> {
    let (patron, client) = (&deck.text.patron, &deck.text.client);
    let watched = [
        (
            "Stability",
            "how well the partnership holds, 0 to 100: a judgement put into numbers.".to_owned(),
        ),
        (
            "Dependence",
            format!("how much {client} needs {patron} in a domain."),
        ),
        ("Capacity", format!("what {client} can still give there.")),
        (
            "Strain",
            format!(
                "how much has been asked there. Past {client}’s red line something breaks for good."
            ),
        ),
        (
            "Trust, resentment",
            "what each act leaves behind.".to_owned(),
        ),
        (
            "Autonomy, endurance",
            format!("how free {client} is, and whether it can afford to wait."),
        ),
        (
            "Credibility",
            format!("whether {patron} is believed when it threatens."),
        ),
        (
            "Shared front",
            "what both still stand for against others.".to_owned(),
        ),
    ];
    let named = |(name, what): (&str, String)| said! { (strong(name)) ": " (what) };
    watched.into_iter().map(named).collect()
}
