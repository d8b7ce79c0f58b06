//! Random sessions in which all acts meet: every one is read back the same, verifies, and can go on to its end.

use unequal_partners::deck::Deck;
use unequal_partners::engine::action::Action;
use unequal_partners::engine::entry_number::EntryNumber;
use unequal_partners::engine::options::{AdjudicationMode, Announcement, Options};
use unequal_partners::engine::phase::Phase;
use unequal_partners::engine::seat::Seat;
use unequal_partners::session::branch::Departure;
use unequal_partners::session::{History, Holder, Holders, Remarks, Setup, Table, pilot};

use super::*;
use crate::generic::{Choices, decks, room_act};

/// Acts after which a session is taken to run for ever.
const TOO_LONG: usize = 6_000;

fn holder(choices: &mut Choices) -> Holder {
    if choices.one_in(3) {
        return Holder::Human;
    }
    let name = *choices.pick(&["logit", "random", "greedy", "cautious", "tit-for-tat"]);
    Holder::Bot(name.to_owned())
}

fn europe(choices: &mut Choices) -> Holder {
    match *choices.pick(&["", "nobody", "random", "mediator"]) {
        "" => Holder::Human,
        "nobody" => Holder::Nobody,
        bot => Holder::Bot(bot.to_owned()),
    }
}

fn setup(seed: u64, choices: &mut Choices) -> Setup {
    Setup {
        seats: Holders {
            patron: holder(choices),
            client: holder(choices),
            europe: europe(choices),
        },
        options: Options {
            sealed: choices.one_in(4),
            announcement: *choices.pick(&[Announcement::InTurn, Announcement::Together]),
            adjudication: *choices.pick(&[
                AdjudicationMode::Rigid,
                AdjudicationMode::SemiRigid,
                AdjudicationMode::Free,
            ]),
            ..Options::default()
        },
        ..Setup::of_people("mixed", seed)
    }
}

/// The next step of play; where only people could act and cannot be asked, a bot takes their seat.
fn step(table: &mut Table, choices: &mut Choices) {
    if table.view(WHITE).room.pause.is_some() {
        return white(table, &[Action::GoOn]);
    }
    if let Some(next) = pilot::unattended(table) {
        return submit(table, next.seat, &next.by, &next.action, Remarks::default());
    }
    for seat in table.view(WHITE).waits_for {
        let acts = table.view(seat).acts;
        if !acts.is_empty() {
            let one = choices.pick(&acts).clone();
            return act(table, seat, &one);
        }
    }
    let waits = table.view(WHITE).waits_for;
    let people = waits
        .into_iter()
        .find(|seat| seat.plays() && table.holder(*seat) == Holder::Human);
    if let Some(seat) = people {
        return white(table, &[hand_over(seat, "bot:logit")]);
    }
    // A plan that is lost when the other side's is open: the white cell takes the reveal back.
    let committed = table
        .standing()
        .filter(|moment| matches!(moment.entry.act, Action::Commit { .. }))
        .last();
    let to = committed.map_or(EntryNumber::STARTEX, |moment| moment.entry.number.before());
    white(table, &[back_to(to)]);
}

/// Something that is no step of play, taken or refused.
fn beside(table: &mut Table, choices: &mut Choices) {
    let (seat, one) = match choices.below(12) {
        0 => {
            let standing: Vec<EntryNumber> = table.standing().map(|m| m.entry.number).collect();
            let back = standing.len().saturating_sub(1 + choices.below(9));
            (
                WHITE,
                back_to(standing.get(back).copied().unwrap_or_default()),
            )
        }
        1 => {
            let id: &&str = choices.pick(&["a", "b", "c"]);
            (WHITE, write(id))
        }
        _ => room_act(table.scenario(), choices),
    };
    let before = choices.one_in(4).then(|| table.view(WHITE));
    let at = stamp(table.last_number().next().get());
    let number = table.last_number();
    let taken = table
        .submit(
            table.last_number(),
            seat,
            "Anna",
            &one,
            Remarks::default(),
            &at,
        )
        .is_ok();
    assert_eq!(table.last_number().since(number), u64::from(taken));
    if let Some(before) = before.filter(|_| !taken) {
        assert_eq!(
            table.view(WHITE),
            before,
            "{one:?} was refused and changed something"
        );
    }
}

/// The same record read entry by entry, each through the text of the file.
fn read_back(table: &History) -> History {
    let mut again = table.anew();
    for moment in table.moments() {
        let text = toml::to_string(&moment.entry).unwrap();
        again.replay(toml::from_str(&text).unwrap()).unwrap();
    }
    again
}

fn check(table: &Table) {
    let again = read_back(table);
    for seat in Seat::ALL {
        assert_eq!(again.view(seat), table.view(seat));
        assert_eq!(again.seen(seat), table.seen(seat));
    }
    assert_eq!(again.canonical_log(), table.canonical_log());
    assert_eq!(again.open_loop(), table.open_loop());
    assert_eq!(again.rulings(), table.rulings());
    let texts = table.deck().text.cards.len();
    assert_eq!(texts, table.scenario().cards.len(), "a card a text");
}

fn play(name: &str, deck: &Deck, seed: u64) {
    let mut choices = Choices::new(seed);
    let setup = setup(seed, &mut choices);
    let mut table = Table::unrecorded(deck.clone(), &setup, &stamp(0)).unwrap();
    if choices.one_in(2) {
        white(&mut table, &[Action::Rehearse]);
    }
    for _ in 0..40 + choices.below(80) {
        if choices.one_in(2) {
            beside(&mut table, &mut choices);
        } else if !table.has_ended() {
            step(&mut table, &mut choices);
        }
    }
    check(&table);
    if table.view(WHITE).room.rehearsing {
        white(&mut table, &[Action::StartEx]);
    }
    for _ in 0..TOO_LONG {
        if table.has_ended() {
            break;
        }
        step(&mut table, &mut choices);
    }
    assert_eq!(
        table.view(WHITE).phase,
        Phase::Ended,
        "{name} {seed}: a dead end"
    );
    if seed.is_multiple_of(8) {
        check(&table);
        let folder = tempfile::tempdir().unwrap();
        let after = EntryNumber::last_of(choices.below(table.last_number().count()));
        let departure = Departure {
            name: "what if".to_owned(),
            after,
            ..Departure::default()
        };
        let path = folder.path().join("branch.toml");
        let (branch, _) = table.branch(&departure, &path, &stamp(999)).unwrap();
        drop(branch);
        let (branch, _) = Table::read(&path).unwrap();
        let (one, other) = (
            branch.view(Seat::Audience),
            table.view_at(after, Seat::Audience),
        );
        assert_eq!((one.path, one.phase), (other.path, other.phase));
    }
}

#[test]
fn random_sessions_of_all_acts_are_read_back_verify_and_come_to_an_end() {
    for (name, deck) in decks() {
        let sessions = if name == "reference" || name == "two demands" {
            110
        } else {
            30
        };
        for seed in 0..sessions {
            play(&name, &deck, seed);
        }
    }
}
