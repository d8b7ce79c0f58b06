//! Pairs of sessions that look alike from a seat, by chance, and differ in what is hidden from it: seeds, red lines, the
//! reasons of others, their notes, injects that may never come.

use unequal_core::deck::Deck;
use unequal_core::engine::action::Action;
use unequal_core::engine::fact::Fact;
use unequal_core::engine::holder::{Holder, Holders};
use unequal_core::engine::phase::Phase;
use unequal_core::engine::room::inject::{Due, News, WrittenNews};
use unequal_core::engine::seat::Seat;
use unequal_core::model::choice::Intensity;
use unequal_core::model::place::{At as _, DomainAt, EventAt};
use unequal_core::model::position::hidden_offset;
use unequal_session::{Owner, Remarks, Setup, Table};

/// The time of every entry.
pub(crate) const NOW: &str = "2026-11-23T21:00:00Z";

/// Acts of one session at most.
const ACTS: usize = 60;

/// How many sessions to play: so many, or what `UNEQUAL_SESSIONS` says for the long form.
pub(crate) fn many(usual: u64) -> u64 {
    let asked = std::env::var("UNEQUAL_SESSIONS");
    asked.map_or(usual, |text| text.parse().expect("a number"))
}

/// Choices that depend on a number alone.
struct Choices(u64);

impl Choices {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, many: usize) -> usize {
        usize::try_from(self.next() % many.max(1) as u64).unwrap()
    }

    fn one_in(&mut self, many: usize) -> bool {
        self.below(many) == 0
    }

    fn of<T: Clone>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())].clone()
    }
}

/// The reference deck with every open card on the menu, so that the menu is the same under every seed.
pub(crate) fn whole_menu() -> Deck {
    let text = include_str!("../golden/deck.toml").replacen("wild = 3", "wild = 250", 1);
    Deck::from_text("deck.toml", &text).unwrap()
}

fn offsets(seed: u64) -> Vec<i8> {
    (0..5)
        .map(|domain| hidden_offset(seed, DomainAt::new(domain)))
        .collect()
}

/// Another seed, whose red lines lie elsewhere, or where they lie under the first one.
fn another(seed: u64, same_lines: bool) -> u64 {
    let found =
        (seed + 1..seed + 100_000).find(|other| (offsets(*other) == offsets(seed)) == same_lines);
    found.expect("some seed has other lines, and some the same")
}

/// One session of a pair, with somebody who is told of it at a seat.
pub(crate) struct One {
    pub(crate) owner: Owner,
    of: Seat,
    others_say: &'static str,
}

impl One {
    fn new(deck: &Deck, of: Seat, seed: u64, others_say: &'static str) -> Self {
        let setup = Setup {
            seats: Holders {
                europe: Holder::Human,
                ..Holders::default()
            },
            ..Setup::of_people("Table 2", seed)
        };
        let table = Table::unrecorded(deck.clone(), &setup, NOW).unwrap();
        Self {
            owner: Owner::of(table),
            of,
            others_say,
        }
    }

    fn act(&self, seat: Seat, action: &Action) {
        let own = seat == self.of;
        let say = if own { "ours" } else { self.others_say };
        let remarks = Remarks {
            rationale: Some(say.to_owned()),
            confidence: Some(if own {
                50
            } else {
                u8::try_from(say.len()).unwrap()
            }),
            dissent: Some(say.to_owned()),
        };
        let mut table = self.owner.table();
        let seen = table.last_number();
        table
            .submit(seen, seat, "person", action, remarks, NOW)
            .unwrap();
    }

    fn acts(&self, seat: Seat) -> Vec<Action> {
        self.owner.table().view(seat).acts
    }

    fn crossed(&self) -> bool {
        let table = self.owner.table();
        let crosses = |fact: &Fact| matches!(fact, Fact::RedLineCrossed(_));
        table
            .moments()
            .last()
            .is_some_and(|moment| moment.facts.iter().any(crosses))
    }

    fn has_ended(&self) -> bool {
        self.owner.table().has_ended()
    }

    /// What is hidden from the seat besides: notes of others, and injects that may never come.
    fn aside(&self, choices: &mut Choices, number: usize) {
        let other = if self.of == Seat::Client {
            Seat::Patron
        } else {
            Seat::Client
        };
        let (seat, action) = if choices.one_in(2) {
            let text = self.others_say.to_owned();
            (
                other,
                Action::Note {
                    text,
                    private: true,
                },
            )
        } else {
            let news = WrittenNews {
                title: self.others_say.to_owned(),
                text: String::new(),
                changes: Vec::new(),
            };
            let plan = Action::PlanInject {
                id: format!("plan-{number}"),
                news: News::Written(news),
                due: Due::Called,
                expects: Some(self.others_say.to_owned()),
            };
            (Seat::WhiteCell, plan)
        };
        self.act(seat, &action);
    }
}

/// Two sessions that look alike from a seat.
pub(crate) struct Pair {
    pub(crate) both: [One; 2],
    number: u64,
    step: usize,
}

impl Pair {
    /// The sessions of a number, before anything is played.
    pub(crate) fn new(deck: &Deck, of: Seat, number: u64) -> Self {
        let seed = 1 + number;
        // The client knows its own red lines; nobody else does.
        let other = another(seed, of == Seat::Client);
        Self {
            both: [
                One::new(deck, of, seed, "yes"),
                One::new(deck, of, other, "quite another reason"),
            ],
            number,
            step: 0,
        }
    }

    /// Plays on by an act in both; gives whether they look alike still.
    pub(crate) fn goes_on(&mut self) -> bool {
        let [one, two] = &self.both;
        let mut choices = Choices(self.number * 1000 + self.step as u64);
        let Some((seat, action)) = next(&mut choices, [one, two]).filter(|_| self.step < ACTS)
        else {
            return false;
        };
        for each in &self.both {
            each.act(seat, &action);
        }
        // From there on everybody sees that they differ: a line was crossed, or a session is over.
        if self
            .both
            .iter()
            .any(|each| each.crossed() || each.has_ended())
        {
            return false;
        }
        if choices.one_in(4) {
            let twin = Choices(choices.0);
            one.aside(&mut choices, self.step);
            two.aside(&mut { twin }, self.step);
        }
        self.step += 1;
        true
    }
}

/// What somebody who is due does next, in both sessions: chance that all can see is laid down by hand.
fn next(choices: &mut Choices, both: [&One; 2]) -> Option<(Seat, Action)> {
    let of = both[0].of;
    let view = both[0].owner.table().view(Seat::WhiteCell);
    let seat = *view.waits_for.first()?;
    let action = match view.phase {
        Phase::Inject => {
            let events = both[0].owner.table().scenario().events.clone();
            let event = choices.below(events.len());
            Action::Inject {
                instead: Some(events[EventAt::new(event)].id.clone()),
            }
        }
        Phase::Ruling => Action::Rule {
            roll: Some(2 + i64::try_from(choices.below(11)).unwrap()),
            arguments: 0,
            band: None,
            reason: None,
            provisional: false,
        },
        // Its dice are the seed's, and everybody sees what came of them.
        Phase::Europe => Action::Abstain,
        _ => {
            let others = both[1].acts(seat);
            let mut open = both[0].acts(seat);
            // A probe shows the patron where a line lies.
            let probes = |act: &Action| matches!(act, Action::Demand { intensity, .. } if *intensity == Intensity::Probe);
            open.retain(|act| others.contains(act) && (of == Seat::Client || !probes(act)));
            if open.is_empty() {
                return None;
            }
            choices.of(&open)
        }
    };
    Some((seat, action))
}
