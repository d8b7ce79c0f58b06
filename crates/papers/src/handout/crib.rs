//! The facilitator's crib sheet: a move step by step, the tables of the rules, domains and endings.

use super::course;
use crate::booklet::Part;
use crate::document::{
    Block, Inline, Item, Marker, Rank, Section, Table, cells, line, paragraph, said, strong,
};
use unequal_core::deck::Deck;
use unequal_core::deck::text::hours;
use unequal_core::engine::seat::Seat;
use unequal_core::model::choice::{Ending, Inducement, Intensity, Response};
use unequal_session::telling::{signed, signed_tenths};

pub(super) fn sheets(deck: &Deck) -> Vec<Block> {
    let about = &deck.text.about;
    let takes = (!about.duration.is_empty()).then(|| format!(" · {}", about.duration));
    let mut blocks = vec![
        Block::Heading(1, line("Crib sheet")),
        paragraph(Rank::Lead, said! { (&about.title) (takes) }),
    ];
    let steps = steps(deck).into_iter().map(Item::from).collect();
    blocks.push(part("One move", Block::List(Marker::Number, steps)));
    blocks.push(Section::titled(
        "How hard, and with what promise",
        vec![
            Block::Table(intensities(deck)),
            Block::Table(inducements(deck)),
        ],
    ));
    blocks.push(part("Responses", Block::Table(responses(deck))));
    blocks.push(part(
        "Follow-ups",
        Block::Table(acts(deck, Part::FollowUps)),
    ));
    blocks.push(part(
        "In a crisis",
        Block::Table(acts(deck, Part::CrisisActs)),
    ));
    blocks.extend(day(deck));
    blocks.push(part("Domains at STARTEX", Block::Table(domains(deck))));
    blocks.push(Section::titled(
        "Endings",
        vec![
            Block::Table(endings(deck)),
            paragraph(Rank::Note, aims(deck)),
        ],
    ));
    let questions = deck.text.questions.iter().map(|question| &question.text);
    blocks.extend(listed("Hot wash", Marker::Number, questions));
    let accepted = &about.artificialities;
    blocks.extend(listed("What players must accept", Marker::Dot, accepted));
    blocks.push(paragraph(Rank::Note, &about.disclaimer));
    blocks.push(paragraph(Rank::Note, about.credits.join(" ")));
    blocks
}

fn part(title: &str, block: Block) -> Block {
    Section::titled(title, vec![block])
}

fn listed<'a>(
    words: &str,
    marker: Marker,
    texts: impl IntoIterator<Item = &'a String>,
) -> Option<Block> {
    let items: Vec<Item> = texts.into_iter().map(|text| line(text).into()).collect();
    (!items.is_empty()).then(|| part(words, Block::List(marker, items)))
}

/// Acts by the names on their cards, and what each does.
fn acts(deck: &Deck, of: Part) -> Table {
    let rows = of.leaves(deck).into_iter().map(|leaf| {
        let mut does = Inline::default();
        for (place, line) in leaf.card.foot.into_iter().enumerate() {
            does.push((place > 0).then_some("; "));
            does.push(line);
        }
        cells! { [(leaf.card.kind.join(", "))] [(leaf.card.title)] [(does)] }
    });
    Table::default()
        .texts(["Who", "What", "What it does"])
        .rows(rows)
}

/// How the time is used; nothing where the deck does not say.
fn day(deck: &Deck) -> Option<Block> {
    let about = &deck.text.about;
    if about.running_order.is_empty() {
        return None;
    }
    let rows = about.running_order.iter();
    let rows =
        rows.map(|stretch| cells! { [(stretch.at())] [(stretch.words())] [(stretch.takes())] });
    let end = cells! { [(hours(about.minutes()))] ["thanks; who gets the report, and when"] [""] };
    let table = Table::default().texts(["At", "What"]).numbers(["Minutes"]);
    let all = rows.chain([end]);
    Some(part("Running order", Block::Table(table.rows(all))))
}

fn steps(deck: &Deck) -> Vec<Inline> {
    let (patron, client) = (&deck.text.patron, &deck.text.client);
    let europe = deck.text.seat_name(Seat::Europe);
    let (contest, rules) = (&deck.scenario.contest, &deck.scenario);
    let measures = (!rules.measures.is_empty()).then(|| {
        said! {
            (strong(europe)) " takes one measure within its unity, or none, while the others read. Two dice: "
            (rules.europe.works_at) " or more, it works; " (rules.europe.backfires_at) " or less, it backfires."
        }
    });
    let offers = (!rules.asks.is_empty()).then(|| {
        said! {
            (strong("Offer. ")) (client) " may offer something and name a price, at most once in " (rules.offer.wait + 1)
            " moves. Taken up, it uses the demand of the move."
        }
    });
    let event = said! { (strong("Inject.")) " Read the event aloud; it moves the gauges at once." };
    let crisis = said! { (strong("Crisis.")) " " (course::crisis(deck)) };
    let rest = [
        said! {
            (strong("Demand. ")) (patron) " tables a card of its menu with an intensity and perhaps an inducement, \
             takes up the offer, or asks for nothing. Ask why."
        },
        said! {
            (strong("Response. ")) (client) " chooses one of seven, or answers in its own words and names the nearest. What its capacity does not pay for it cannot give. \
             Ask why, and who disagreed."
        },
        said! {
            (strong("Ruling.")) " Two dice − 7 plus the modifier: " (signed(contest.hold)) " or more, the ground is held and \
             the least is given; " (signed(-contest.slip)) " or less, the most. You may rule otherwise, with a reason."
        },
        said! {
            (strong("Follow-up. ")) (patron) " reacts: " (course::follow_ups(deck)) ". A threat that was defied must \
             be carried out or withdrawn."
        },
        said! { (strong("Drift.")) " Everything moves a little towards what circumstances support; stability follows." },
    ];
    std::iter::once(event)
        .chain(measures)
        .chain([crisis])
        .chain(offers)
        .chain(rest)
        .collect()
}

fn intensities(deck: &Deck) -> Table {
    let rows = Intensity::ALL.iter().map(|&intensity| {
        let (rules, words) = (deck.scenario.intensity(intensity), deck.text.intensity(intensity));
        cells! {
            [(&words.name)] [(&words.text)] [(rules.effort)] [(rules.scope) " %"] [(signed(-rules.trust))]
            [(signed(rules.resentment))]
        }
    });
    Table::default()
        .texts(["Intensity", "Meaning"])
        .numbers(["Effort", "Asks", "Trust", "Resentment"])
        .rows(rows)
}

fn inducements(deck: &Deck) -> Table {
    let rows = Inducement::ALL.iter().map(|&inducement| {
        let (rules, words) = (
            deck.scenario.inducement(inducement),
            deck.text.inducement(inducement),
        );
        cells! {
            [(&words.name)] [(&words.text)] [(signed_tenths(-rules.price))] [(signed(rules.relief))]
            [(rules.softening) " less"]
        }
    });
    Table::default()
        .texts(["Inducement", "Meaning"])
        .numbers(["Gains", "Endurance", "Resentment"])
        .rows(rows)
}

fn responses(deck: &Deck) -> Table {
    let rows = Response::ALL.iter().map(|&response| {
        let row = deck.scenario.response(response);
        let gives = match row.ceiling {
            0 => "nothing".to_owned(),
            most => format!("{} % ({} to {most})", row.offer, row.floor),
        };
        let moves = [
            row.trust,
            row.resentment,
            row.autonomy,
            row.endurance,
            row.credibility,
            row.shared_front,
        ];
        let mut cells = cells! { [(&deck.text.response(response).name)] [(gives)] };
        cells.extend(moves.map(|number| line(signed(number))));
        cells
    });
    Table::default()
        .texts(["Response"])
        .numbers([
            "Gives",
            "Trust",
            "Resentment",
            "Autonomy",
            "Endurance",
            "Credibility",
            "Shared front",
        ])
        .rows(rows)
}

fn domains(deck: &Deck) -> Table {
    let rows = deck.scenario.domains.iter().zip(deck.text.domains.iter()).map(|(rules, words)| {
        let steps = usize::try_from(rules.restraint_norm).unwrap_or(0).min(Intensity::ALL.len() - 1);
        cells! {
            [(&words.name)] [(rules.dependence)] [(rules.capacity)] [(rules.strain)] [(rules.red_line) " ± 10"]
            [(&deck.text.intensity(Intensity::ALL[steps]).name)]
        }
    });
    Table::default()
        .texts(["Domain"])
        .numbers(["Dependence", "Capacity", "Strain", "Red line"])
        .texts(["Pressing is normal up to"])
        .rows(rows)
}

fn endings(deck: &Deck) -> Table {
    let rows = Ending::ALL.iter().map(|&ending| {
        let worth = deck.scenario.ending(ending);
        cells! {
            [(&deck.text.ending(ending).title)] [(course::when(deck, ending))] [(signed(worth.patron))] [(signed(worth.client))]
            [(worth.shock)]
        }
    });
    Table::default()
        .texts(["Ending", "When"])
        .numbers([deck.text.patron.as_str(), &deck.text.client, "Shock"])
        .rows(rows)
}

/// What the aims are, in a line.
fn aims(deck: &Deck) -> Inline {
    let score = &deck.scenario.score;
    said! {
        "Aims: " (&deck.text.patron) " " (score.patron_goal) " (gains and the ending), " (&deck.text.client) " "
        (score.client_goal) " (autonomy, endurance, outlook and the ending); " (deck.text.seat_name(Seat::Europe))
        " has ease from 0 to 100, less the shock, which a plan for the ending softens by "
        (deck.scenario.europe.plan_relief) " %."
    }
}
