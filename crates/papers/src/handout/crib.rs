//! The facilitator's crib sheet: a move step by step, the tables of the rules, domains and endings.

use crate::document::{
    Block, Inline, Item, Marker, Rank, Table, cells, line, paragraph, said, strong,
};
use unequal_core::deck::Deck;
use unequal_core::model::choice::{Ending, Inducement, Intensity, Response};
use unequal_session::telling::signed;

pub(super) fn sheets(deck: &Deck) -> Vec<Block> {
    let about = &deck.text.about;
    let takes = (!about.duration.is_empty()).then(|| format!(" · {}", about.duration));
    let first = vec![
        Block::Heading(1, line("Crib sheet")),
        paragraph(Rank::Lead, said! { (&about.title) (takes) }),
        title("One move"),
        Block::List(
            Marker::Number,
            steps(deck).into_iter().map(Item::from).collect(),
        ),
        title("How hard, and with what promise"),
        Block::Table(intensities(deck)),
        Block::Table(inducements(deck)),
        title("Responses"),
        Block::Table(responses(deck)),
    ];
    let mut second = vec![title("Domains at STARTEX"), Block::Table(domains(deck))];
    second.extend(red_lines(deck));
    second.extend([title("Endings"), Block::Table(endings(deck))]);
    let questions = deck.text.questions.iter().map(|question| &question.text);
    second.extend(listed("Hot wash", Marker::Number, questions));
    second.extend(listed(
        "What players must accept",
        Marker::Dot,
        &about.artificialities,
    ));
    second.push(paragraph(Rank::Note, &about.disclaimer));
    second.push(paragraph(Rank::Note, about.credits.join(" ")));
    vec![Block::Sheet(first), Block::Sheet(second)]
}

fn title(words: &str) -> Block {
    Block::Heading(2, line(words))
}

fn listed<'a>(
    words: &str,
    marker: Marker,
    texts: impl IntoIterator<Item = &'a String>,
) -> Vec<Block> {
    let items: Vec<Item> = texts.into_iter().map(|text| line(text).into()).collect();
    if items.is_empty() {
        Vec::new()
    } else {
        vec![title(words), Block::List(marker, items)]
    }
}

fn steps(deck: &Deck) -> [Inline; 6] {
    let (patron, client) = (&deck.text.patron, &deck.text.client);
    let contest = &deck.scenario.contest;
    [
        said! { (strong("Inject.")) " Read the event aloud; it moves the gauges at once." },
        said! { (strong("Demand. ")) (patron) " tables a card with an intensity and perhaps an inducement, or holds. Ask why." },
        said! { (strong("Response. ")) (client) " chooses one of seven. Ask why, and who disagreed." },
        said! {
            (strong("Ruling.")) " Two dice plus the modifier: 10 or more, the ground is held (offer "
            (signed(contest.hold_offer)) "); 4 or less, more is given than meant (offer " (signed(contest.slip_offer))
            "). You may rule otherwise, with a reason."
        },
        said! {
            (strong("Follow-up. ")) (patron) " pockets, rewards, punishes or backs down. A threat that was defied must "
            "be carried out or withdrawn."
        },
        said! { (strong("Drift.")) " Everything moves a little towards what circumstances support; stability follows." },
    ]
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
        // Tenths of a point as points: 25 is 2.5.
        let price = format!("{}.{}", rules.price / 10, (rules.price % 10).abs());
        cells! { [(&words.name)] [(&words.text)] [(price)] [(rules.relief)] }
    });
    Table::default()
        .texts(["Inducement", "Meaning"])
        .numbers(["Price (gains)", "Relief (endurance)"])
        .rows(rows)
}

fn responses(deck: &Deck) -> Table {
    let rows = Response::ALL.iter().map(|&response| {
        let row = deck.scenario.response(response);
        let moves = [
            row.trust,
            row.resentment,
            row.autonomy,
            row.endurance,
            row.credibility,
            row.shared_front,
        ];
        let mut cells = cells! { [(&deck.text.response(response).name)] [(row.offer) " %"] };
        cells.extend(moves.map(|number| line(signed(number))));
        cells
    });
    Table::default()
        .texts(["Response"])
        .numbers([
            "Offers",
            "Trust",
            "Resentment",
            "Autonomy",
            "Endurance",
            "Credibility",
            "Front",
        ])
        .rows(rows)
}

fn domains(deck: &Deck) -> Table {
    let rows = deck.scenario.domains.iter().zip(&deck.text.domains).map(|(rules, words)| {
        let steps = usize::try_from(rules.restraint_norm).unwrap_or(0).min(Intensity::ALL.len() - 1);
        cells! {
            [(&words.name)] [(rules.dependence)] [(rules.capacity)] [(rules.strain)] [(rules.red_line) " ± 10"]
            [(&deck.text.intensity(Intensity::ALL[steps]).name)]
        }
    });
    Table::default()
        .texts(["Domain"])
        .numbers(["Dependence", "Can offer", "Strain", "Red line"])
        .texts(["Pressing is normal up to"])
        .rows(rows)
}

fn red_lines(deck: &Deck) -> impl Iterator<Item = Block> {
    let lines = deck
        .text
        .domains
        .iter()
        .filter(|words| !words.client_red_lines.is_empty());
    lines.map(|words| {
        let whose = format!("{}, {}’s red lines: ", words.name, deck.text.client);
        paragraph(
            Rank::Note,
            said! { (strong(whose)) (words.client_red_lines.join(" ")) },
        )
    })
}

fn endings(deck: &Deck) -> Table {
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
    let rows = Ending::ALL
        .iter()
        .map(|&ending| [deck.text.ending(ending).title.clone(), when(ending)]);
    Table::default().texts(["Ending", "When"]).rows(rows)
}
