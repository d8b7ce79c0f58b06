//! How much was choice and how much luck: how far each kind of act moved what could be expected, as parts that add
//! up from what could be expected at STARTEX to where the session ended.

use serde::Serialize;

use crate::document::{Block, Rank, Section, Table, cells, paragraph, strong};
use crate::report::sight::Sight;
use crate::report::words::signed_tenth;
use unequal_core::acts_of;
use unequal_core::engine::action::Kind;
use unequal_core::model::contest::band;
use unequal_session::sight::Seen;

/// What moved the expected final stability, by kind.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Luck {
    /// What could be expected at STARTEX, in points.
    pub start: f64,
    /// What can be expected where the session stands; where it has ended, its final stability.
    pub end: f64,
    /// The parts, which add up to end − start.
    pub parts: Vec<LuckPart>,
}

/// What one kind of act moved.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LuckPart {
    /// The kind.
    pub of: Of,
    /// In words.
    pub name: &'static str,
    /// How far all of them together moved what could be expected, in points.
    pub moved: f64,
    /// How many there were.
    pub entries: usize,
}

/// Where a change of what could be expected came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Of {
    /// What the patron demanded, held back or took up.
    Demands,
    /// What the client answered.
    Answers,
    /// What the patron did then.
    FollowUps,
    /// What the client offered of its own accord.
    Offers,
    /// Who climbed down in a crisis.
    CrisisActs,
    /// Europe's measures, with their dice.
    Measures,
    /// What came from outside.
    Events,
    /// The dice of rulings that were let stand.
    Dice,
    /// What the white cell ruled otherwise, moved or set.
    WhiteCell,
    /// The end of moves, and all that is no act of play.
    Rest,
}

impl Of {
    const fn name(self) -> &'static str {
        match self {
            Self::Demands => "demands, and asking for nothing",
            Self::Answers => "answers",
            Self::FollowUps => "follow-ups",
            Self::Offers => "offers",
            Self::CrisisActs => "decisions in a crisis",
            Self::Measures => "Europe’s measures, with their dice",
            Self::Events => "events",
            Self::Dice => "dice of rulings",
            Self::WhiteCell => "the white cell’s rulings",
            Self::Rest => "the end of moves",
        }
    }

    /// The kind of an entry.
    fn entry(sight: &Sight<'_>, seen: &Seen) -> Self {
        match seen.kind {
            Kind::Demand | Kind::Hold | Kind::TakeUp | Kind::RevealDemand | Kind::Commit => {
                Self::Demands
            }
            Kind::Respond | Kind::RevealResponse => Self::Answers,
            Kind::FollowUp => Self::FollowUps,
            Kind::Offer | Kind::NoOffer => Self::Offers,
            Kind::CrisisAct => Self::CrisisActs,
            Kind::Measure | Kind::Abstain => Self::Measures,
            Kind::Inject | Kind::FireInject | Kind::AdHocInject => Self::Events,
            Kind::Rule => match seen.resolved() {
                Some(exchange)
                    if exchange.arguments == 0
                        && exchange.band
                            == band(sight.table.scenario(), exchange.roll, exchange.modifier) =>
                {
                    Self::Dice
                }
                _ => Self::WhiteCell,
            },
            Kind::SetMeasure | Kind::SetCrisisAct | Kind::VetoOffer | Kind::Adjust | Kind::End => {
                Self::WhiteCell
            }
            Kind::CloseMove | Kind::Undo | acts_of!(Kind: room) => Self::Rest,
        }
    }
}

/// The parts; none where expectations were not worked out or may not be known.
pub(super) fn of(sight: &Sight<'_>) -> Option<Luck> {
    let answers = sight.findings?.answers;
    let (first, last) = (answers.first()?, answers.last()?);
    let mut parts: Vec<LuckPart> = Vec::new();
    for answer in answers {
        let seen = sight.standing().find(|seen| seen.number == answer.entry);
        let of = seen.map_or(Of::Rest, |seen| Of::entry(sight, seen));
        let part = match parts.iter_mut().find(|part| part.of == of) {
            Some(part) => part,
            None => parts.push_mut(LuckPart {
                of,
                name: of.name(),
                moved: 0.0,
                entries: 0,
            }),
        };
        part.moved += answer.moved.mean;
        part.entries += 1;
    }
    parts.sort_by_key(|part| part.of);
    Some(Luck {
        start: first.expected.stability - first.moved.mean,
        end: last.expected.stability,
        parts,
    })
}

pub(super) fn section(luck: Option<&Luck>) -> Section {
    let blocks = luck.map_or_else(Vec::new, blocks);
    Section::new(
        "luck",
        "Choice and luck",
        "How much was choice, how much luck",
        blocks,
    )
}

fn blocks(luck: &Luck) -> Vec<Block> {
    let note = format!(
        "At STARTEX a final stability of {:.1} could be expected, with bots in the seats and drawn luck; where the session stands \
         it is {:.1}. Each entry moved that, and the moves add up. It is a measure against usual play, not a judgement: an act that \
         the bots would have taken anyway moves nothing, whatever it led to.",
        luck.start, luck.end
    );
    let told = luck.parts.iter().filter(|part| part.moved.abs() >= 0.05);
    let rows = told.map(|part| {
        cells! { [(part.name)] [(part.entries)] [(strong(signed_tenth(part.moved)))] }
    });
    let table = Table::default()
        .texts(["what"])
        .numbers(["entries", "points"])
        .rows(rows);
    vec![paragraph(Rank::Note, note), Block::Table(table)]
}
