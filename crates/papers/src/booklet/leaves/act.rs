//! Leaves of what seats may do: intensities and inducements, answers, follow-ups, acts in a crisis; and of endings.

use super::shape::{leaf, said};
use crate::booklet::Leaf;
use crate::document::{Facts, line};
use unequal_core::deck::Deck;
use unequal_core::deck::text::{ActText, NameText};
use unequal_core::engine::seat::Seat;
use unequal_core::model::choice::{Ending, FollowUp, Inducement, Intensity, Response, Side};
use unequal_session::telling::{signed, tenths};

pub(super) fn words(title: &str, deck: &Deck) -> Leaf {
    let facts = Facts([intensities(deck).0, inducements(deck).0].concat());
    leaf(title, [], Vec::new(), facts)
}

/// How hard the patron may ask: what each asks for and costs.
pub(crate) fn intensities(deck: &Deck) -> Facts {
    let all = Intensity::ALL.iter().map(|&intensity| {
        let rules = deck.scenario.intensity(intensity);
        let numbers = effects(&[
            ("asks for", rules.scope, "%"),
            ("effort", -rules.effort, ""),
            ("trust", -rules.trust, ""),
            ("resentment", rules.resentment, ""),
        ]);
        (deck.text.intensity(intensity), numbers)
    });
    named(all)
}

/// What it may promise: what each brings and costs.
pub(crate) fn inducements(deck: &Deck) -> Facts {
    let all = Inducement::ALL.iter().map(|&inducement| {
        let rules = deck.scenario.inducement(inducement);
        let price = (rules.price > 0).then(|| format!("gains −{}", tenths(rules.price)));
        let relief = effects(&[("endurance", rules.relief, "")]);
        let spares =
            (rules.softening > 0).then(|| format!("spares {} of resentment", rules.softening));
        let numbers = [price, Some(relief), spares].into_iter().flatten();
        let numbers: Vec<String> = numbers.filter(|one| !one.is_empty()).collect();
        (deck.text.inducement(inducement), numbers.join(" · "))
    });
    named(all)
}

/// Words by their names, with their numbers behind them.
fn named<'a>(all: impl Iterator<Item = (&'a NameText, String)>) -> Facts {
    all.fold(Facts::default(), |facts, (words, numbers)| {
        let under = Some(numbers).filter(|numbers| !numbers.is_empty());
        let under = under.map_or_else(String::new, |numbers| format!(" ({numbers})"));
        facts.fact(&words.name, &format!("{}{under}", words.text))
    })
}

/// Effects in words, `trust −4 · credibility −1`; what is 0 is left out.
fn effects(all: &[(&str, i64, &str)]) -> String {
    let words = all.iter().filter(|(_, by, _)| *by != 0);
    let words = words.map(|(name, by, unit)| match *unit {
        "" => format!("{name} {}", signed(*by)),
        unit => format!("{name} {by} {unit}"),
    });
    words.collect::<Vec<_>>().join(" · ")
}

/// A card of an act: what it is, what the two say with it, what it does.
fn act(deck: &Deck, of: Seat, text: &ActText, offer: String, does: String) -> Leaf {
    let voices = Facts::default()
        .fact(&deck.text.patron, &text.patron_voice)
        .fact(&deck.text.client, &text.client_voice);
    let kind = [deck.text.seat_name(of).to_owned(), offer];
    let mut leaf = leaf(&text.name, kind, said(&text.text), voices);
    leaf.card.foot = Some(does)
        .filter(|does| !does.is_empty())
        .map(line)
        .into_iter()
        .collect();
    leaf
}

pub(super) fn answer(deck: &Deck, response: Response) -> Leaf {
    let rules = deck.scenario.response(response);
    let offer = match rules.ceiling {
        0 => "gives nothing of what is asked".to_owned(),
        most => format!(
            "gives {} % of what is asked, {} to {most} %",
            rules.offer, rules.floor
        ),
    };
    let mut does = effects(&[
        ("trust", rules.trust, ""),
        ("resentment", rules.resentment, ""),
        ("autonomy", rules.autonomy, ""),
        ("endurance", rules.endurance, ""),
        ("credibility", rules.credibility, ""),
        ("shared front", rules.shared_front, ""),
        ("dependence here", -rules.wean, ""),
        (
            &deck.text.conditions[deck.scenario.outside_option].name,
            rules.outside_option,
            "",
        ),
    ]);
    if rules.chill > 0 {
        let gap = if does.is_empty() { "" } else { " · " };
        does.push_str(gap);
        does.push_str("endurance falls with leverage and pressure");
    }
    act(
        deck,
        Seat::Client,
        deck.text.response(response),
        offer,
        does,
    )
}

pub(super) fn follow_ups(deck: &Deck) -> Vec<Leaf> {
    let (text, rules) = (&deck.text, &deck.scenario);
    let of = |text: &ActText, does: String| act(deck, Seat::Patron, text, String::new(), does);
    let mut leaves: Vec<Leaf> = FollowUp::ALL
        .iter()
        .map(|&choice| of(text.follow_up(choice), follow_up(deck, choice)))
        .collect();
    let hold = effects(&[
        ("trust", rules.hold.trust, ""),
        ("resentment", rules.hold.resentment, ""),
        ("credibility", rules.hold.credibility, ""),
    ]);
    leaves.push(of(&text.hold, hold));
    leaves
}

fn follow_up(deck: &Deck, choice: FollowUp) -> String {
    let rules = &deck.scenario;
    match choice {
        FollowUp::Pocket => {
            let unmet = effects(&[
                ("trust", rules.pocket.unmet_trust, ""),
                ("resentment", rules.pocket.unmet_resentment, ""),
            ]);
            format!("after an answer with conditions {unmet}; otherwise nothing")
        }
        FollowUp::Reward => {
            let (reward, price) = (&rules.reward, tenths(rules.reward.price));
            let moves = effects(&[
                ("trust", reward.trust, ""),
                ("resentment", reward.resentment, ""),
                ("endurance", reward.endurance, ""),
            ]);
            let met = signed(reward.endurance_if_met);
            format!("gains −{price} for all of a card · {moves}, {met} more after conditions")
        }
        FollowUp::Punish => {
            let punish = &rules.punish;
            let [price, more] = [punish.price, punish.price_per_intensity].map(tenths);
            let [resented, step] = [punish.resentment, punish.resentment_per_intensity].map(signed);
            let moves = effects(&[
                ("trust", punish.trust, ""),
                ("credibility", punish.credibility, ""),
                ("dependence here", -punish.wean, ""),
                ("strain here", punish.strain, ""),
            ]);
            format!(
                "gains −{price} and resentment {resented}, for each step of intensity −{more} and {step} more · \
                 endurance falls with leverage · {moves}"
            )
        }
        FollowUp::BackDown => effects(&[
            ("credibility", -rules.back_down.credibility, ""),
            ("resentment", rules.back_down.resentment, ""),
        ]),
    }
}

/// What both may do in a crisis, and what it costs and brings.
pub(super) fn crisis_acts(deck: &Deck) -> Vec<Leaf> {
    let rules = &deck.scenario.crisis;
    let brings = format!(
        "stability {} if both climb down, {} if one does, {} if one does while {} mediates",
        signed(rules.both),
        signed(rules.alone),
        signed(rules.mediated),
        deck.text.seat_name(Seat::Europe)
    );
    let price = |side: Side| match side {
        Side::Patron => format!(
            "effort −{} · gains −{}",
            rules.act.effort,
            tenths(rules.act.price)
        ),
        Side::Client => format!("autonomy −{}", rules.act.autonomy),
    };
    let of = |side: &Side| {
        let words = deck.text.crisis.act(*side);
        let who = deck.text.seat_name(Seat::from(*side)).to_owned();
        let mut leaf = leaf(&words.name, [who], said(&words.text), Facts::default());
        leaf.card.foot = vec![line(price(*side)), line(&brings)];
        leaf
    };
    Side::ALL.iter().map(of).collect()
}

pub(super) fn ending(deck: &Deck, ending: Ending) -> Leaf {
    let (words, rules) = (deck.text.ending(ending), deck.scenario.ending(ending));
    let guests = Some(&words.guest_title).filter(|title| **title != words.title);
    let facts = Facts::default()
        .fact("For guests", guests.map_or("", String::as_str))
        .fact(
            "What it is worth",
            &format!(
                "{} {}, {} {}; shock for {}: {}",
                deck.text.patron,
                signed(rules.patron),
                deck.text.client,
                signed(rules.client),
                deck.text.seat_name(Seat::Europe),
                rules.shock
            ),
        );
    leaf(&words.title, [], said(&words.text), facts)
}
