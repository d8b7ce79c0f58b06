//! Nothing hidden is in a seat's stream: sessions that differ in what it may not know give it the same bytes.

use unequal_core::deck::Deck;
use unequal_core::engine::action::Action;
use unequal_core::engine::fact::Fact;
use unequal_core::engine::phase::Phase;
use unequal_core::engine::room::inject::{Due, News, WrittenNews};
use unequal_core::engine::seat::Seat;
use unequal_core::model::choice::Intensity;
use unequal_core::model::place::{At as _, DomainAt, EventAt};
use unequal_core::model::position::hidden_offset;
use unequal_seat::Limits;
use unequal_seat::asking::{Question, end, turn};
use unequal_seat::hello::hello;
use unequal_session::{Holder, Holders, Owner, Place, Remarks};

use crate::table::{NOW, REFERENCE, many, table};

/// Acts of one session at most.
const ACTS: usize = 60;

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
fn whole_menu() -> Deck {
    let text = REFERENCE.replacen("wild = 3", "wild = 250", 1);
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

/// A session with all that a seat was told of it.
struct Told {
    owner: Owner,
    place: Place,
    stream: String,
    heard: u64,
    others_say: &'static str,
}

impl Told {
    fn new(deck: &Deck, of: Seat, seed: u64, others_say: &'static str) -> Self {
        let seats = Holders {
            europe: Holder::Human,
            ..Holders::default()
        };
        let owner = Owner::of(table(deck, seats, seed));
        let place = owner.place(of);
        let stream = serde_json::to_string(&hello(&place, Limits::default())).unwrap();
        Self {
            owner,
            place,
            stream,
            heard: 0,
            others_say,
        }
    }

    fn act(&mut self, seat: Seat, action: &Action) {
        let own = seat == self.place.seat();
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

    /// What the seat is told now, as often as something has come in.
    fn listen(&mut self) {
        self.place.look();
        let question = Question {
            turn: 1,
            try_number: 1,
            told: self.heard,
            seconds: 60.0,
        };
        self.heard = self.place.last_number();
        self.stream = serde_json::to_string(&turn(&self.place, question)).unwrap();
        self.stream += &serde_json::to_string(&end(&self.place, "over")).unwrap();
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
}

/// What somebody who is due does next, in both sessions: chance that all can see is laid down by hand.
fn next(choices: &mut Choices, both: [&Told; 2], of: Seat) -> Option<(Seat, Action)> {
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

/// What is hidden from a seat besides: notes of others, and injects that may never come.
fn aside(choices: &mut Choices, told: &mut Told, number: usize) {
    let of = told.place.seat();
    let other = if of == Seat::Client {
        Seat::Patron
    } else {
        Seat::Client
    };
    let (seat, action) = if choices.one_in(2) {
        let text = told.others_say.to_owned();
        (
            other,
            Action::Note {
                text,
                private: true,
            },
        )
    } else {
        let news = WrittenNews {
            title: told.others_say.to_owned(),
            text: String::new(),
            changes: Vec::new(),
        };
        let plan = Action::PlanInject {
            id: format!("plan-{number}"),
            news: News::Written(news),
            due: Due::Called,
            expects: Some(told.others_say.to_owned()),
        };
        (Seat::WhiteCell, plan)
    };
    told.act(seat, &action);
}

/// Plays one pair of sessions; gives how many times the streams were compared.
fn pair(deck: &Deck, of: Seat, number: u64) -> usize {
    let seed = 1 + number;
    // The client knows its own red lines; nobody else does.
    let other = another(seed, of == Seat::Client);
    let mut one = Told::new(deck, of, seed, "yes");
    let mut two = Told::new(deck, of, other, "quite another reason");
    assert!(one.stream == two.stream, "hello to {of}, {number}");
    let mut compared = 1;
    for step in 0..ACTS {
        let mut choices = Choices(number * 1000 + step as u64);
        let Some((seat, action)) = next(&mut choices, [&one, &two], of) else {
            break;
        };
        for told in [&mut one, &mut two] {
            told.act(seat, &action);
        }
        // From there on everybody sees that they differ: a line was crossed, or a session is over.
        if one.crossed() || two.crossed() || one.has_ended() || two.has_ended() {
            break;
        }
        if choices.one_in(4) {
            let twin = Choices(choices.0);
            aside(&mut choices, &mut one, step);
            aside(&mut { twin }, &mut two, step);
        }
        for told in [&mut one, &mut two] {
            told.listen();
        }
        assert!(
            one.stream == two.stream,
            "{of}, {number}, step {step}:\n{}\n{}",
            one.stream,
            two.stream
        );
        compared += 1;
    }
    compared
}

#[test]
fn what_is_hidden_changes_no_byte_of_a_seats_stream() {
    let deck = whole_menu();
    let each = many(20).div_ceil(4);
    for of in [Seat::Patron, Seat::Client, Seat::Europe, Seat::Audience] {
        let compared: usize = (0..each).map(|number| pair(&deck, of, number)).sum();
        let most = usize::try_from(each).unwrap() * 10;
        assert!(compared > most, "{of}: only {compared} times");
        println!("{of}: {each} pairs of sessions, compared {compared} times");
    }
}

#[test]
fn the_white_cells_stream_does_change() {
    let deck = whole_menu();
    let mut told = ["yes", "no"].map(|say| Told::new(&deck, Seat::WhiteCell, 1, say));
    for told in &mut told {
        let note = Action::Note {
            text: told.others_say.to_owned(),
            private: true,
        };
        told.act(Seat::Client, &note);
        told.listen();
    }
    assert_ne!(told[0].stream, told[1].stream);
}
