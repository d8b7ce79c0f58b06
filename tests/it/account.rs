//! Why stability moved: the parts add up to the change that is shown, and the words never have another sign.

use unequal_partners::engine::entry_number::EntryNumber;
use unequal_partners::engine::fact::Fact;
use unequal_partners::engine::seat::Seat;
use unequal_partners::model::gauge::Gauge;
use unequal_partners::session::Table;
use unequal_partners::session::account::Account;

use crate::eventful::{play, reference, three};

/// Sessions of all kinds of bots, some of them in a crisis or at an early end.
fn sessions() -> impl Iterator<Item = Table> {
    let bots = ["random", "greedy", "cautious", "logit", "hardliner"];
    (0..40_usize).map(move |seed| {
        let [patron, client] = [seed, seed / bots.len()].map(|place| bots[place % bots.len()]);
        let setup = three(patron, client, "mediator", u64::try_from(seed).unwrap());
        play(&reference(), &setup, 400)
    })
}

/// The numbers of a text, with either sign.
fn numbers(text: &str) -> Vec<i64> {
    let plain = text.replace('−', "-").replace('±', "");
    let is_number = |c: char| c.is_ascii_digit() || c == '-' || c == '+';
    let parts = plain.split(|c: char| !is_number(c));
    parts.filter_map(|part| part.parse().ok()).collect()
}

fn adds_up(account: &Account, table: &Table, at: EntryNumber) {
    let at_once: i64 = account.at_once.iter().map(|one| one.points).sum();
    let parts = account.on_its_way + account.turned + at_once;
    assert_eq!(parts, account.change(), "entry {at}: {account:?}");
    let turns: i64 = account.turns.iter().map(|one| one.points).sum();
    let (before, now) = account.heading;
    assert_eq!(turns, now - before, "entry {at}: {account:?}");
    let shown = table.gauge_at(at, Gauge::Stability);
    assert_eq!(account.stability.1, shown, "entry {at}");
    let said = account.sentence(table.deck());
    let (first, rest) = said.split_once(". ").unwrap_or((&said, ""));
    let direction = match account.change() {
        0 => "stays",
        1.. => "rises",
        _ => "falls",
    };
    assert!(first.contains(direction), "{said}");
    // What is said aloud of a whole move adds up by itself.
    if account.closed {
        let signed = rest
            .split([' ', ',', '.', ':'])
            .filter(|word| word.starts_with('+') || word.starts_with('−'));
        let sum: i64 = signed.flat_map(numbers).sum();
        assert_eq!(sum, account.change(), "{said}");
    }
}

#[test]
fn the_parts_of_every_move_add_up_to_the_change_that_is_shown() {
    let (mut closed, mut open) = (0, 0);
    for table in sessions() {
        for moment in table.moments() {
            let at = moment.entry.number;
            for seat in [Seat::WhiteCell, Seat::Audience] {
                let account = table.account(at, seat);
                adds_up(&account, &table, at);
                let ends_move = moment.facts.contains(&Fact::MoveClosed);
                assert!(!ends_move || account.closed, "entry {at}");
                if ends_move {
                    closed += 1;
                } else {
                    open += 1;
                }
            }
        }
    }
    assert!(closed > 500 && open > 2000, "{closed} closed, {open} open");
}

#[test]
fn an_account_begins_and_ends_with_what_its_seat_has_seen_moving() {
    let mut hidden = 0;
    for table in sessions() {
        for moment in table.moments() {
            let at = moment.entry.number;
            for seat in [Seat::Audience, Seat::Patron] {
                let seen = table.line_to(at).into_iter().rev().find_map(|number| {
                    let seen = table.entry_seen(number, at, seat)?;
                    (!seen.changes.is_empty()).then_some(seen)
                });
                let closed = seen.is_some_and(|seen| seen.facts.contains(&Fact::MoveClosed));
                assert_eq!(table.account(at, seat).closed, closed, "{seat}, entry {at}");
            }
            let only_europes = moment
                .changes
                .iter()
                .all(|change| change.gauge.is_europes());
            hidden += usize::from(only_europes && !moment.changes.is_empty());
        }
    }
    assert!(hidden > 0, "nothing moved that only Europe sees");
}
