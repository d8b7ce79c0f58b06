//! A session replayed open-loop: the recorded acts and dice run on, whatever is taken out before them.
//!
//! Nobody reacts in such a replay. Menu, effort, unity and the ends of play are ignored; a follow-up
//! that is no longer legal becomes *pocket*, else *back down*. What is taken out gives way to nothing: no
//! measure, no act of de-escalation, no offer. Where a demand or a take-up is taken out, the patron
//! holds, if the move has no other decision left; where a reply is taken out, the client gives a part, or
//! stalls where that is no legal answer. An act of de-escalation counts only in a crisis. Where an override
//! is taken out by which the white cell decided for a seat, what that seat had decided itself comes back.

mod replay;

use crate::engine::entry_number::EntryNumber;
use crate::model::choice::{Band, BySide, Demand, FollowUp, Offer, Reply, Step as Measure};
use crate::model::current::Exchange;
use crate::model::game::Game;
use crate::model::gauge::Gauge;
use crate::model::place::EventAt;
use crate::model::scenario::Scenario;

/// The acts of a session as they stand, in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenLoop {
    /// The session's seed, which sets the hidden red lines, who complies, and the dice of measures.
    pub seed: u64,
    /// What happened.
    pub steps: Vec<Step>,
    /// What each piece of news changes, in the order in which it came.
    pub news: Vec<Vec<(Gauge, i64)>>,
}

/// One recorded step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// A move was opened.
    Open {
        /// The event that came into play; none was quiet.
        event: Option<EventAt>,
        /// Set where the white cell replaced the event: its entry, and the event that the pile gave.
        replaced: Option<(EntryNumber, Option<EventAt>)>,
    },
    /// Europe took a measure.
    Measure {
        /// The entry.
        entry: EntryNumber,
        /// The measure.
        step: Measure,
        /// Whether the white cell chose it.
        set: bool,
    },
    /// Both sides decided in a crisis whether they climb down.
    CrisisActs(BySide<CrisisAct>),
    /// The client made an offer.
    Offer {
        /// The entry.
        entry: EntryNumber,
        /// The offer.
        offer: Offer,
        /// The entry by which the white cell ruled that it was never tabled.
        vetoed: Option<EntryNumber>,
    },
    /// The white cell decided for a seat, and nothing came of it that would not have come without: Europe
    /// takes no measure, or a decision in a crisis was overtaken by another or is not revealed yet.
    Moot(Override),
    /// The patron took up the offer.
    TakeUp {
        /// The entry.
        entry: EntryNumber,
    },
    /// The patron asked for nothing in this move.
    Hold,
    /// A demand, its reply and what became of it.
    Exchange(OpenExchange),
    /// A demand lies on the table unresolved: the last step of a session that stands there.
    Tabled(Demand),
    /// The white cell changed a gauge.
    Adjust {
        /// The entry.
        entry: EntryNumber,
        /// The gauge.
        gauge: Gauge,
        /// The stated change.
        by: i64,
    },
    /// News came into play beside the event of the move: its place in [`OpenLoop::news`]. It is no
    /// override: nothing that rules or piles gave was departed from.
    News(usize),
    /// Everything that is still hidden, but for the red lines, was drawn anew under this seed.
    Luck(u64),
    /// The move was closed.
    Close,
}

/// What a side decided in a crisis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CrisisAct {
    /// The entry.
    pub entry: EntryNumber,
    /// Whether it climbs down.
    pub climbs_down: bool,
    /// Set where the white cell decided this: whether the side itself had decided to climb down.
    pub instead_of: Option<bool>,
}

/// A recorded exchange, with the entries that it came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OpenExchange {
    /// The entry of the demand.
    pub demand_entry: EntryNumber,
    /// The entry of the reply.
    pub reply_entry: EntryNumber,
    /// The entry of the ruling.
    pub ruling_entry: EntryNumber,
    /// The demand.
    pub demand: Demand,
    /// The reply.
    pub reply: Reply,
    /// The two dice.
    pub roll: i64,
    /// Net argued modifier.
    pub arguments: i64,
    /// The band, where the white cell ruled it.
    pub ruled: Option<Band>,
    /// The follow-up; none as long as the patron has not decided.
    pub follow_up: Option<FollowUp>,
}

/// Which acts are played: the others give way to nothing. An empty list is all of them.
#[derive(Clone, Copy, Debug)]
pub struct Played<'a> {
    /// By decision of the patron's that asks for or takes something, in order: whether it is made.
    pub decisions: &'a [bool],
    /// By exchange: whether the reply is the recorded one.
    pub replies: &'a [bool],
    /// By offer: whether it is made.
    pub offers: &'a [bool],
    /// By act of de-escalation, the patron's of a move first: whether it is made.
    pub crisis_acts: &'a [bool],
    /// By measure of Europe's: whether it is taken.
    pub measures: &'a [bool],
    /// By override, in the order of [`OpenLoop::overrides`].
    pub overrides: &'a [bool],
}

impl Played<'_> {
    /// Everything as it was played.
    pub const ALL: Self = Self {
        decisions: &[],
        replies: &[],
        offers: &[],
        crisis_acts: &[],
        measures: &[],
        overrides: &[],
    };
}

/// An act by which the white cell departed from what the rules and the piles gave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Override {
    /// The entry.
    pub entry: EntryNumber,
    /// What was departed from.
    pub kind: OverrideKind,
}

/// What an override departs from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OverrideKind {
    /// Another event than the drawn one.
    Event,
    /// Another band than the computed one, or an argued modifier.
    Ruling,
    /// A gauge changed by ruling.
    Adjustment,
    /// Europe's measure.
    Measure,
    /// What a side decided in a crisis.
    CrisisAct,
    /// An offer that was never tabled.
    Offer,
}

impl OpenLoop {
    /// A session of which nothing has been played yet.
    pub const fn new(seed: u64) -> Self {
        Self {
            seed,
            steps: Vec::new(),
            news: Vec::new(),
        }
    }

    /// Takes in a move that bots have just closed; `in_crisis` says whether it was played in a crisis.
    pub fn add_closed(&mut self, scenario: &Scenario, game: &Game, in_crisis: bool) {
        let current = &game.current;
        self.steps.push(Step::Open {
            event: current.entry.and_then(|entry| scenario.event_of(entry)),
            replaced: None,
        });
        let measure = current.measure.map(|taken| Step::Measure {
            entry: EntryNumber::STARTEX,
            step: taken.step,
            set: false,
        });
        self.steps.extend(measure);
        if in_crisis {
            let acts = current.acts.map(|climbs_down| CrisisAct {
                entry: EntryNumber::STARTEX,
                climbs_down,
                instead_of: None,
            });
            self.steps.push(Step::CrisisActs(acts));
        }
        let offer = current.offer.map(|offer| Step::Offer {
            entry: EntryNumber::STARTEX,
            offer,
            vetoed: None,
        });
        self.steps.extend(offer);
        if current.taken_up {
            self.steps.push(Step::TakeUp {
                entry: EntryNumber::STARTEX,
            });
        } else if current.exchanges.is_empty() {
            self.steps.push(Step::Hold);
        }
        let step = |exchange: &Exchange| {
            Step::Exchange(OpenExchange {
                demand_entry: EntryNumber::STARTEX,
                reply_entry: EntryNumber::STARTEX,
                ruling_entry: EntryNumber::STARTEX,
                demand: exchange.demand,
                reply: exchange.reply,
                roll: exchange.roll,
                arguments: exchange.arguments,
                ruled: None,
                follow_up: exchange.follow_up,
            })
        };
        self.steps.extend(current.exchanges.iter().map(step));
        self.steps.push(Step::Close);
    }

    /// The steps, each with its move from 1.
    pub fn numbered(&self) -> impl Iterator<Item = (u32, &Step)> {
        let mut number = 0;
        self.steps.iter().map(move |step| {
            number += u32::from(matches!(step, Step::Open { .. }));
            (number, step)
        })
    }

    /// The exchanges, in order, each with its move from 1.
    pub fn exchanges(&self) -> impl Iterator<Item = (u32, &OpenExchange)> {
        self.numbered().filter_map(|(number, step)| match step {
            Step::Exchange(exchange) => Some((number, exchange)),
            Step::Open { .. }
            | Step::Measure { .. }
            | Step::CrisisActs(_)
            | Step::Offer { .. }
            | Step::Moot(_)
            | Step::TakeUp { .. }
            | Step::Hold
            | Step::Tabled(_)
            | Step::Adjust { .. }
            | Step::News(_)
            | Step::Luck(_)
            | Step::Close => None,
        })
    }

    /// The overrides, in the order in which they take effect.
    pub fn overrides(&self) -> Vec<Override> {
        let all = self.steps.iter().map(Step::overrides);
        all.flat_map(|of_step| [of_step.patron, of_step.client])
            .flatten()
            .collect()
    }
}

impl Step {
    /// The overrides in a step: one but for a crisis, in which the white cell may decide for each side.
    fn overrides(&self) -> BySide<Option<Override>> {
        let alone = |entry, kind| BySide::new(Some(Override { entry, kind }), None);
        match *self {
            Self::Open {
                replaced: Some((entry, _)),
                ..
            } => alone(entry, OverrideKind::Event),
            Self::Measure {
                entry, set: true, ..
            } => alone(entry, OverrideKind::Measure),
            Self::CrisisActs(acts) => acts.map(|act| {
                act.instead_of.map(|_| Override {
                    entry: act.entry,
                    kind: OverrideKind::CrisisAct,
                })
            }),
            Self::Offer {
                vetoed: Some(entry),
                ..
            } => alone(entry, OverrideKind::Offer),
            Self::Moot(Override { entry, kind }) => alone(entry, kind),
            Self::Exchange(exchange) if exchange.is_overruled() => {
                alone(exchange.ruling_entry, OverrideKind::Ruling)
            }
            Self::Adjust { entry, .. } => alone(entry, OverrideKind::Adjustment),
            Self::Open { .. }
            | Self::Measure { .. }
            | Self::Offer { .. }
            | Self::TakeUp { .. }
            | Self::Tabled(_)
            | Self::Exchange(_)
            | Self::News(_)
            | Self::Luck(_)
            | Self::Hold
            | Self::Close => BySide::new(None, None),
        }
    }
}

impl OpenExchange {
    /// Whether the white cell departed from the computed result.
    pub const fn is_overruled(&self) -> bool {
        self.ruled.is_some() || self.arguments != 0
    }
}
