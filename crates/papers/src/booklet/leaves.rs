//! The leaves of each part of a deck.

use super::{Leaf, Part};
use crate::document::{Block, Card, Facts, Item, Marker, Rank, dim, line, paragraph};
use unequal_core::deck::text::{ActText, Horizon, Label, Precedent, Severity, Source};
use unequal_core::deck::{Deck, paragraphs};
use unequal_core::engine::seat::Seat;
use unequal_core::model::choice::{Ending, FollowUp, Inducement, Intensity, Response};
use unequal_core::model::place::{CardAt, DomainAt, EventAt};
use unequal_session::telling::{gauge_name, signed};

impl Part {
    /// Its leaves; none where the deck has nothing of it.
    pub fn leaves(self, deck: &Deck) -> Vec<Leaf> {
        let text = &deck.text;
        let numbers = &deck.scenario;
        match self {
            Self::About => vec![about(deck)],
            Self::Domains => numbers
                .domains
                .places()
                .map(|at| domain(deck, at))
                .collect(),
            Self::Briefing(seat) => {
                let accepted = "What all sides accept for this exercise";
                let accepted = Facts::default().list(accepted, &text.about.artificialities);
                let leaf = briefing(deck, seat).map(|mut leaf| {
                    leaf.card.blocks.push(Block::Facts(accepted));
                    leaf
                });
                leaf.into_iter().collect()
            }
            Self::Conditions => {
                let all = text.conditions.iter().zip(&numbers.conditions);
                all.map(|(words, rules)| {
                    let start = format!("{} at STARTEX", rules.start);
                    leaf(&words.name, [start], said(&words.text), Facts::default())
                })
                .collect()
            }
            Self::Demands => numbers.cards.places().map(|at| demand(deck, at)).collect(),
            Self::Words => vec![words(&self.title(deck), deck)],
            Self::Responses => Response::ALL
                .iter()
                .map(|&response| answer(deck, response))
                .collect(),
            Self::FollowUps => {
                let acts = FollowUp::ALL.iter().map(|&choice| text.follow_up(choice));
                let voices = |act: &ActText| {
                    Facts::default()
                        .fact(&text.patron, &act.patron_voice)
                        .fact(&text.client, &act.client_voice)
                };
                acts.chain([&text.hold])
                    .map(|act| {
                        leaf(
                            &act.name,
                            [text.patron.clone()],
                            said(&act.text),
                            voices(act),
                        )
                    })
                    .collect()
            }
            Self::Injects => numbers.events.places().map(|at| inject(deck, at)).collect(),
            Self::Endings => {
                let endings = Ending::ALL.iter().map(|&ending| text.ending(ending));
                endings
                    .map(|ending| leaf(&ending.title, [], said(&ending.text), Facts::default()))
                    .collect()
            }
            Self::Questions => {
                let asked = text
                    .questions
                    .iter()
                    .map(|one| item(&one.text, [("", &one.about)]));
                listed(&self.title(deck), asked.collect())
            }
            Self::Research => {
                let asked = text.research.iter().map(|one| {
                    item(
                        &one.question,
                        [("Issue: ", &one.issue), ("Evidence: ", &one.evidence)],
                    )
                });
                listed(&self.title(deck), asked.collect())
            }
            Self::Bots => {
                let names: Vec<&str> = numbers
                    .policies
                    .iter()
                    .map(|policy| policy.name.as_str())
                    .collect();
                vec![leaf(
                    &self.title(deck),
                    [],
                    vec![paragraph(Rank::Plain, names.join(", "))],
                    Facts::default(),
                )]
            }
            Self::Sources => text.sources.iter().map(source).collect(),
        }
    }
}

fn leaf(title: &str, kind: impl Into<Vec<String>>, mut blocks: Vec<Block>, facts: Facts) -> Leaf {
    if !facts.0.is_empty() {
        blocks.push(Block::Facts(facts));
    }
    let mut kind: Vec<String> = kind.into();
    kind.retain(|words| !words.is_empty());
    let card = Card {
        kind,
        title: title.to_owned(),
        blocks,
        foot: Vec::new(),
    };
    Leaf {
        name: title.to_owned(),
        card,
        tags: Vec::new(),
        seat: None,
    }
}

/// A text as paragraphs; nothing where there is none.
fn said(text: &str) -> Vec<Block> {
    let text = (!text.trim().is_empty()).then(|| paragraph(Rank::Plain, text));
    text.into_iter().collect()
}

fn listed(title: &str, items: Vec<Item>) -> Vec<Leaf> {
    let some = (!items.is_empty()).then(|| {
        leaf(
            title,
            [],
            vec![Block::List(Marker::Dot, items)],
            Facts::default(),
        )
    });
    some.into_iter().collect()
}

fn item<const N: usize>(text: &str, under: [(&str, &String); N]) -> Item {
    let mut item = Item::from(line(text));
    for (label, words) in under.into_iter().filter(|(_, words)| !words.is_empty()) {
        item.add(dim(format!("{label}{words}")));
    }
    item
}

fn about(deck: &Deck) -> Leaf {
    let (about, text, numbers) = (&deck.text.about, &deck.text, &deck.scenario);
    let rules = &numbers.session;
    let moves = match rules.moves_spread {
        0 => rules.moves.to_string(),
        spread => format!("{}, the last hidden within {spread} of that", rules.moves),
    };
    let holds = format!(
        "{} domains, {} demands, {} injects",
        numbers.domains.len(),
        numbers.cards.len(),
        numbers.events.len()
    );
    let sides = format!(
        "{} (patron), {} (client), {} (observer)",
        text.patron, text.client, text.observer
    );
    let facts = Facts::default()
        .fact("Deck", &numbers.id)
        .fact("Version", &about.version)
        .fact("Date", &about.date)
        .fact("Setting", &about.setting)
        .fact("Takes", &about.duration)
        .fact("Sides", &sides)
        .fact("Holds", &holds)
        .fact("Moves", &moves)
        .fact("Demands a move", &rules.demands.to_string())
        .fact("Cards in hand", &rules.hand.to_string())
        .list(
            "What all sides accept for the exercise",
            &about.artificialities,
        )
        .list("Made by", &about.credits)
        .fact("Disclaimer", &about.disclaimer);
    leaf(
        &about.title,
        [],
        [said(&about.subtitle), said(&about.summary)].concat(),
        facts,
    )
}

fn domain(deck: &Deck, at: DomainAt) -> Leaf {
    let (text, rules) = (&deck.text.domains[at], &deck.scenario.domains[at]);
    let usual = Intensity::ALL
        .iter()
        .find(|intensity| intensity.steps() == rules.restraint_norm);
    let numbers = format!(
        "dependence {}, can offer {} (at most {}, regrows {}), strain {} of a red line at {}, pressing is normal up \
         to {}",
        rules.dependence,
        rules.capacity,
        rules.capacity_max,
        rules.capacity_regrowth,
        rules.strain,
        rules.red_line,
        usual.map_or("any intensity", |intensity| intensity.word()),
    );
    let figures = text.baseline.iter().map(|figure| match &figure.source {
        Some(source) => format!("{} [{source}]", figure.figure),
        None => figure.figure.clone(),
    });
    let lines_of = |side: &str| format!("What {side} will not stand");
    let facts = Facts::default()
        .fact("At STARTEX", &numbers)
        .list("State of play", figures)
        .list(lines_of(&deck.text.patron), &text.patron_red_lines)
        .list(lines_of(&deck.text.client), &text.client_red_lines)
        .fact(
            format!("What holds {} back", deck.text.patron),
            &text.restraint,
        );
    leaf(&text.name, [text.code.clone()], said(&text.text), facts)
}

/// What is written for a seat alone; none where the deck says nothing to it.
pub(crate) fn briefing(deck: &Deck, seat: Seat) -> Option<Leaf> {
    let (about, briefing) = (&deck.text.about, deck.text.briefing(seat)?);
    let text = if briefing.text.is_empty() {
        &about.summary
    } else {
        &briefing.text
    };
    let facts = Facts::default()
        .list("Your aims", &briefing.aims)
        .list("What binds you", &briefing.constraints)
        .list("What you know of the other side", &briefing.knows)
        .list("What to watch", &briefing.watch);
    let name = deck.text.seat_name(seat).to_owned();
    let leaf = leaf(&about.title, [about.setting.clone()], said(text), facts);
    Some(Leaf {
        name,
        seat: Some(seat),
        ..leaf
    })
}

fn demand(deck: &Deck, at: CardAt) -> Leaf {
    let (text, rules) = (&deck.text.cards[at], &deck.scenario.cards[at]);
    let severity = match text.severity {
        Severity::Mild => "mild",
        Severity::Firm => "firm",
        Severity::Severe => "severe",
    };
    let horizon = text.horizon.map_or("", |horizon| match horizon {
        Horizon::Short => "short term",
        Horizon::Medium => "medium term",
        Horizon::Long => "long term",
    });
    let kind = [
        deck.text.domains[rules.domain].name.clone(),
        severity.to_owned(),
        horizon.to_owned(),
    ];
    let words = (!text.text.is_empty()).then(|| format!("“{}”", paragraphs(&text.text)));
    let facts = Facts::default()
        .fact(
            format!("What {} gains", deck.text.patron),
            &text.patron_gain,
        )
        .fact(
            format!("What it costs {}", deck.text.client),
            &text.client_cost,
        );
    let title = format!("{} {}", text.code, text.title);
    let words = words.as_deref().map_or_else(Vec::new, said);
    let mut leaf = leaf(
        &title,
        kind,
        words,
        precedent(facts, text.precedent.as_ref()),
    );
    leaf.card.foot = vec![line(format!(
        "gain {} · autonomy −{} · capacity −{} · red-line weight {} of 10 · lock-in {} · front {} · id {}",
        rules.gain,
        rules.autonomy_cost,
        rules.capacity_need,
        rules.red_line_weight,
        rules.lock_in,
        signed(rules.shared_front),
        rules.id,
    ))];
    leaf.tags.clone_from(&text.tags);
    leaf
}

fn precedent(facts: Facts, precedent: Option<&Precedent>) -> Facts {
    let Some(precedent) = precedent else {
        return facts;
    };
    let label = match precedent.label {
        Label::Fact => "Precedent (established)",
        Label::Claim => "Precedent (claimed)",
        Label::Leak => "Precedent (from a leak)",
        Label::None => "No precedent is known",
    };
    let date = if precedent.date.is_empty() {
        String::new()
    } else {
        format!("{}: ", precedent.date)
    };
    facts.fact(label, &format!("{date}{}", precedent.sourced()))
}

fn words(title: &str, deck: &Deck) -> Leaf {
    let hard = Intensity::ALL
        .iter()
        .map(|&intensity| deck.text.intensity(intensity));
    let promised = Inducement::ALL
        .iter()
        .map(|&inducement| deck.text.inducement(inducement));
    let facts = hard.chain(promised).fold(Facts::default(), |facts, words| {
        facts.fact(&words.name, &words.text)
    });
    leaf(title, [], Vec::new(), facts)
}

fn answer(deck: &Deck, response: Response) -> Leaf {
    let (text, words) = (&deck.text, deck.text.response(response));
    let offer = format!(
        "offers {} % of what is asked",
        deck.scenario.response(response).offer
    );
    let voices = Facts::default()
        .fact(&text.client, &words.client_voice)
        .fact(&text.patron, &words.patron_voice);
    leaf(
        &words.name,
        [text.client.clone(), offer],
        said(&words.text),
        voices,
    )
}

fn inject(deck: &Deck, at: EventAt) -> Leaf {
    let (text, rules) = (&deck.text.events[at], &deck.scenario.events[at]);
    let moves = rules
        .change
        .iter()
        .map(|&(gauge, by)| format!("{} {}", gauge_name(deck, gauge), signed(by)));
    let moves: Vec<String> = moves.collect();
    let facts = Facts::default()
        .fact("Why it matters", &text.why)
        .fact("What it moves", &moves.join(" · "));
    let kind = ["inject".to_owned(), format!("id {}", rules.id)];
    let mut leaf = leaf(
        &text.title,
        kind,
        said(&text.text),
        precedent(facts, text.precedent.as_ref()),
    );
    leaf.tags.clone_from(&text.tags);
    leaf
}

fn source(source: &Source) -> Leaf {
    let grade = source
        .grade
        .map_or_else(String::new, |grade| format!("grade {grade:?}"));
    let kind = [source.publisher.clone(), source.date.clone(), grade];
    leaf(
        &format!("{} {}", source.id, source.title),
        kind,
        said(&source.address),
        Facts::default(),
    )
}
