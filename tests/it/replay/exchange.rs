//! One exchange on one page: with the reasons of both sides, what they knew and did not know; and nothing leaks.

use unequal_partners::engine::action::Action;
use unequal_partners::engine::entry_number::EntryNumber;
use unequal_partners::engine::phase::Phase;
use unequal_partners::engine::seat::Seat;
use unequal_partners::model::choice::Inducement;
use unequal_partners::session::telling::gauge_name;
use unequal_partners::session::{Remarks, Setup, Table, pilot};
use unequal_partners::tui::harness::{NOW, Play};

use super::{CLIENT_SAYS, PATRON_SAYS, entry_on, open, told};
use crate::eventful::{bots, reference};
use crate::names;

/// All that a page says, read from its top to its end.
fn read(play: &mut Play) -> String {
    let mut read = play.screen();
    for _ in 0..10 {
        play.keys("<pgdn>");
        read.push_str(&play.screen());
    }
    read
}

#[test]
fn an_exchange_is_read_on_one_page_with_the_reasons_first() {
    let told = told();
    for size in [(80, 24), (120, 36)] {
        let mut play = open(&told);
        play.resize(size.0, size.1).keys("#7<enter><enter>");
        let first = play.screen();
        assert!(first.contains(&names::said(PATRON_SAYS)), "{first}");
        let read = read(&mut play);
        for words in [
            names::said(CLIENT_SAYS).as_str(),
            "Dissent",
            "odds in 36 rolls",
            "The ruling",
            "knew when it asked",
            "knew when it answered",
            "did not know",
            "What it moved",
        ] {
            assert!(read.contains(words), "{words}: {read}");
        }
    }
}

#[test]
fn a_page_holds_what_its_reader_could_know_then_and_nothing_else() {
    let told = told();
    let (table, _) = Table::read(&told.path).unwrap();
    let mut pages = 0;
    for number in EntryNumber::STARTEX.up_to(table.last_number().before()) {
        let then = table.upto(number).unwrap();
        for seat in Seat::ALL {
            let page = table.exchange_page(number, number, seat);
            assert_eq!(page, then.exchange_page(number, number, seat), "{number}");
            let Some(page) = page else { continue };
            pages += 1;
            let text = serde_json::to_string(&page).unwrap();
            let others: &[&str] = match seat {
                Seat::Patron => &[CLIENT_SAYS],
                Seat::Client => &[PATRON_SAYS],
                Seat::WhiteCell => &[],
                _ => &[CLIENT_SAYS, PATRON_SAYS],
            };
            for words in others {
                assert!(
                    !text.contains(&names::said(words)),
                    "{number} {seat:?}: {text}"
                );
            }
            if seat != Seat::WhiteCell {
                assert!(!text.contains("truly lay at"), "{number} {seat:?}: {text}");
                assert_eq!(page.patron.is_some(), seat == Seat::Patron);
            }
        }
    }
    assert!(pages > 12, "{pages}");
}

#[test]
fn a_move_without_a_demand_opens_where_that_was_decided() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("held.toml");
    let setup = Setup {
        moves: Some(2),
        moves_spread: Some(0),
        ..bots("greedy", "cautious", 7)
    };
    let mut table = Table::create(reference(), &setup, &path, NOW).unwrap();
    let mut held = None;
    while let Some(next) = pilot::unattended(&table) {
        let view = table.view(Seat::Audience);
        let last = table.last_number();
        let none = Remarks::default();
        if view.phase == Phase::Demand && view.move_number == 2 && held.is_none() {
            held = Some(last.next());
            table
                .submit(last, Seat::Patron, "Wang", &Action::Hold, none, NOW)
                .unwrap();
            continue;
        }
        table
            .submit(last, next.seat, next.by, &next.action, none, NOW)
            .unwrap();
    }
    let held = held.expect("a second move");
    drop(table);
    let mut play = Play::home(folder.path()).sized(120, 36);
    play.keys("r<enter>2<enter>");
    let screen = play.screen();
    assert!(
        screen.contains("Nothing was demanded in this move"),
        "{screen}"
    );
    assert_eq!(entry_on(&mut play), held.to_string());
    play.keys("1<enter>");
    let screen = play.screen();
    assert!(screen.contains("The exchange of move 1"), "{screen}");
}

#[test]
fn any_act_of_a_move_is_read_with_its_exchange_and_a_note_alone() {
    let told = told();
    let (table, _) = Table::read(&told.path).unwrap();
    let asked = |number| {
        let page = table.exchange_around(number, table.last_number(), Seat::WhiteCell);
        page.map(|page| page.demand.number)
    };
    // The event, what was undone, the bookmark, the answer, and the close of the move.
    let [event, undone, bookmark, answer] = [1, 4, 5, 7].map(EntryNumber::new);
    assert_eq!(asked(event), asked(answer));
    assert_eq!(asked(answer), Some(EntryNumber::new(3)));
    assert_eq!(asked(undone), None);
    assert_eq!(asked(bookmark), None);
    let closed = table.moments().iter().find(|moment| {
        let of = &moment.entry;
        of.move_number == 1 && of.act == Action::CloseMove
    });
    assert_eq!(asked(closed.unwrap().entry.number), asked(answer));
    // What had not happened by an entry is not shown with it.
    let then = table.exchange_around(event, event, Seat::WhiteCell);
    assert!(then.is_none());
    let mut play = open(&told);
    play.keys("<enter>");
    let read = play.screen();
    assert!(read.contains("The exchange of move 1"), "{read}");
    play.keys("<esc>s<enter>");
    let read = play.screen();
    assert!(!read.contains("The exchange of move 1"), "{read}");
}

#[test]
fn from_an_exchange_one_key_asks_what_else_could_have_been_done() {
    let told = told();
    let mut play = open(&told);
    // From the event it is the answer that is asked about; to the side lies the demand.
    play.keys("1<enter>e").wait();
    let screen = play.screen();
    assert!(
        screen.contains("What could be expected at entry 7"),
        "{screen}"
    );
    assert!(screen.contains("what was done"), "{screen}");
    play.keys("<left>").wait();
    let screen = play.screen();
    assert!(
        screen.contains("What could be expected at entry 3"),
        "{screen}"
    );
    assert!(screen.contains("what was done"), "{screen}");
    // What is supposed there is kept in a file of its own.
    play.keys("<right><down><enter>");
    let screen = play.screen();
    assert!(screen.contains("P lets bots play"), "{screen}");
}

#[test]
fn a_number_and_enter_go_to_a_move() {
    let told = told();
    let mut play = open(&told);
    play.keys("2");
    assert!(
        play.screen().contains("Move 2: Enter opens it"),
        "{}",
        play.screen()
    );
    play.keys("<enter>");
    let read = play.screen();
    assert!(read.contains("The exchange of move 2"), "{read}");
    play.keys("<esc>");
    assert!(play.screen().contains("move 2"), "{}", play.screen());
    let there = entry_on(&mut play);
    play.keys("<home><pgdn><pgdn>");
    assert_eq!(entry_on(&mut play), there);
    // There is no move 29, and a number that is given up is forgotten.
    play.keys("29<enter>");
    assert!(play.screen().contains("no such move"), "{}", play.screen());
    play.keys("1<esc><right><left>");
    assert_eq!(entry_on(&mut play), there);
}

#[test]
fn what_no_session_came_to_is_told_with_how_often_it_may_still_come() {
    let told = told();
    let mut play = open(&told).sized(120, 36);
    play.keys("#3<enter>c").wait();
    let screen = play.screen();
    assert!(screen.contains("How 1000 sessions ended"), "{screen}");
    assert!(screen.contains(": 0.0 % (0.0 to 0.4)"), "{screen}");
}

#[test]
fn a_demand_is_found_by_its_domain_its_card_what_it_moved_and_its_move() {
    let told = told();
    let (table, _) = Table::read(&told.path).unwrap();
    let deck = table.deck();
    let all = table.seen(Seat::WhiteCell);
    let demand = all.iter().filter(|seen| !seen.undone).find_map(|seen| {
        let Some(Action::Demand { card, .. }) = &seen.act else {
            return None;
        };
        Some((seen, deck.scenario.card_at(card)?))
    });
    let (seen, card) = demand.expect("something is demanded");
    let text = &deck.text;
    let domain = &text.domains[deck.scenario.card(card).domain];
    let moved = seen.changes.first().expect("being asked moves something");
    let mut play = open(&told).sized(160, 45);
    for words in [
        domain.name.clone(),
        text.cards[card].code.clone(),
        gauge_name(deck, moved.gauge),
        format!("move {}", seen.move_number),
    ] {
        play.keys(&format!("/{words}"));
        let screen = play.screen();
        assert!(
            screen.contains(&format!("#{} ", seen.number)),
            "{words}: {screen}"
        );
        play.keys("<esc>");
    }
}

#[test]
fn five_keys_lead_from_an_opened_session_to_another_answer_beside_what_was_done() {
    let told = told();
    let mut play = open(&told);
    // Move 2, its exchange, what else could have been answered, the next of that, played to its end.
    for key in ["2", "<enter>", "e", "<down>", "P"] {
        play.keys(key).wait();
    }
    let screen = play.screen();
    assert!(screen.contains("side by side"), "{screen}");
    assert!(screen.contains("they part in move 2"), "{screen}");
    assert!(screen.contains("a what-if"), "{screen}");
}

#[test]
fn where_lines_part_the_chances_name_them_and_lead_to_each() {
    let told = told();
    let mut play = open(&told).sized(120, 36);
    play.keys("#3<enter>c").wait();
    let screen = play.screen();
    assert!(!screen.contains("Lines that part here"), "{screen}");
    assert!(!screen.contains("to the line that parts"), "{screen}");
    play.keys("<esc>");
    // The answer is exchanged, twice: two lines beside the trunk.
    for _ in 0..2 {
        play.keys("#7<enter>b<left><enter><esc>");
    }
    play.keys("t<end>r<c-u>Other way<c-s><end><up>r<c-u>One way<c-s><esc>");
    play.keys("#3<enter>c").wait();
    let told_there = read(&mut play);
    assert!(told_there.contains("Lines that part here"), "{told_there}");
    for name in ["One way: went to ", "Other way: went to "] {
        assert!(told_there.contains(name), "{name}: {told_there}");
    }
    assert!(
        told_there.contains("⏎ to the line that parts here"),
        "{told_there}"
    );
    assert!(told_there.contains("› One way"), "{told_there}");
    play.keys("<right><enter>");
    let screen = play.screen();
    assert!(screen.contains("unequal · Other way"), "{screen}");
    assert_eq!(entry_on(&mut play), "4", "right behind where it leaves");
    // From there the line that it leaves is the other one.
    play.keys("#3<enter>c").wait();
    let there = read(&mut play);
    let trunk = format!("› {}: went to ", names::said("Told"));
    assert!(there.contains(&trunk), "{there}");
}

#[test]
fn alternatives_that_differ_in_their_last_words_are_told_in_full_on_any_terminal() {
    let told = told();
    let (table, _) = Table::read(&told.path).unwrap();
    let text = &table.deck().text;
    let promised = [Inducement::Modest, Inducement::Generous].map(|one| &text.inducement(one).name);
    let mut play = open(&told).sized(80, 24);
    play.keys("#3<enter>e").wait();
    let read = read(&mut play);
    assert!(read.contains("What could be expected at entry 3"), "{read}");
    // Over several lines, with what frames them left out.
    let words = read.replace(['│', '┃', '█', '↑', '↓'], " ");
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    for name in promised {
        assert!(words.contains(name.as_str()), "{name}: {read}");
    }
}
