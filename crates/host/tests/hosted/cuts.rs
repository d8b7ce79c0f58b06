//! Clients that are cut off at random moments: no act is lost, and none is there twice.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

use unequal_core::engine::seat::Seat;
use unequal_seat::asking;

use crate::caller::{Caller, answer, decide, ready};
use crate::house::{House, SEATS, deck};
use crate::luck::Luck;

/// How many cuts a run has; more by this variable of the environment.
const CUTS: &str = "UNEQUAL_CUTS";

/// Sessions that are played at once.
const AT_ONCE: u64 = 8;

/// What a client has heard of its acts: the entry of each, and its reason.
type Taken = BTreeMap<u64, String>;

/// Plays, and hangs up at random moments until so many cuts are made.
fn plays(house: &House, seat: Seat, luck: &mut Luck, cuts: &AtomicU64, enough: u64) -> Taken {
    let mut taken = Taken::new();
    let mut number = 0_u64;
    loop {
        let mut caller = Caller::come(&house.save, seat, "json", seat.word());
        let mut said = String::new();
        // Where in a turn this visit is cut.
        let cut_at = if cuts.load(Ordering::Relaxed) < enough {
            luck.below(12) as u64
        } else {
            u64::MAX
        };
        let mut step = 0;
        let mut cut = |caller: &Caller| {
            step += 1;
            let now = step > cut_at;
            if now {
                cuts.fetch_add(1, Ordering::Relaxed);
                caller.cut();
            }
            now
        };
        let ended = loop {
            if cut(&caller) {
                break false;
            }
            let Some(line) = caller.line() else {
                break false;
            };
            match line["kind"].as_str().unwrap() {
                "hello" => caller.say(&ready()),
                "turn" => {
                    if cut(&caller) {
                        break false;
                    }
                    let (choice, _) = decide(seat, &line);
                    number += 1;
                    said = format!("{seat} {number}");
                    let act = format!("{}\n", answer(&line, choice, &said));
                    if cut(&caller) {
                        break false;
                    }
                    // In two pieces, so that it may be cut in between.
                    let half = luck.below(act.len());
                    caller.bytes(&act.as_bytes()[..half]);
                    if cut(&caller) {
                        break false;
                    }
                    caller.bytes(&act.as_bytes()[half..]);
                }
                "taken" => {
                    taken.insert(line["entry"].as_u64().unwrap(), said.clone());
                }
                "end" => break line["why"] == "the session has ended",
                "welcome" | "refused" => {}
                other => panic!("{other}: {line}"),
            }
        };
        if ended {
            return taken;
        }
    }
}

/// Plays a session with cuts; gives how many there were.
fn session(seed: u64, enough: u64) -> u64 {
    let house = Arc::new(House::new(&deck("practice"), seed, None));
    let cuts = Arc::new(AtomicU64::new(0));
    let clients: Vec<_> = SEATS
        .into_iter()
        .zip(0_u64..)
        .map(|(seat, place)| {
            let (house, cuts) = (Arc::clone(&house), Arc::clone(&cuts));
            thread::spawn(move || {
                let mut luck = Luck(seed * 10 + place);
                plays(&house, seat, &mut luck, &cuts, enough)
            })
        })
        .collect();
    let mut heard = Taken::new();
    for client in clients {
        heard.extend(client.join().unwrap());
    }
    let table = house.owner.table();
    assert!(table.has_ended());
    let mut there = BTreeMap::new();
    for moment in table.moments() {
        if let Some(reason) = &moment.entry.rationale {
            let before = there.insert(reason.clone(), moment.entry.number.get());
            assert_eq!(before, None, "{reason} is there twice");
        }
    }
    for (entry, reason) in &heard {
        assert_eq!(there.get(reason), Some(entry), "{reason} is lost");
    }
    drop(table);
    // Nobody acted out of turn, and no turn was left out: what is there is a session.
    let last = asking::end(&house.owner.place(Seat::WhiteCell), "over");
    assert!(!last.told.is_empty());
    cuts.load(Ordering::Relaxed)
}

#[test]
fn clients_that_are_cut_off_lose_no_act_and_none_is_there_twice() {
    let wanted = std::env::var(CUTS).ok().and_then(|text| text.parse().ok());
    let wanted: u64 = wanted.unwrap_or(60);
    let mut made = 0;
    let mut seed = 1;
    while made < wanted {
        // Most of a session is waiting for who comes back: several are played at once.
        let each = (wanted - made).min(60);
        let many = (wanted - made).div_ceil(each).min(AT_ONCE);
        made += thread::scope(|scope| {
            let seeds = seed..seed + many;
            let sessions: Vec<_> = seeds
                .map(|seed| scope.spawn(move || session(seed, each)))
                .collect();
            let cuts = sessions.into_iter().map(|session| session.join().unwrap());
            cuts.sum::<u64>()
        });
        seed += many;
    }
    assert!(made >= wanted, "{made} cuts");
}
