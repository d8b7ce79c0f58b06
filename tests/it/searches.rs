//! A search finds what the seat may read and nothing else, and goes there.

use unequal_partners::engine::seat::Seat;
use unequal_partners::tui::harness::Play;

use crate::board;

/// The client’s turn, after the patron demanded something for a reason of its own.
fn after_a_reason() -> Play {
    let mut play = board::scene_named("reasons");
    play.keys("zanzibar<c-s>");
    while play.stack.is_covered() {
        play.keys("<enter>");
    }
    assert_eq!(play.stack.sitting.seat, Some(Seat::Client));
    play
}

fn finds(play: &mut Play, words: &str) -> String {
    play.resize(120, 36).keys("/").keys(words);
    let screen = play.screen();
    play.keys("<esc>");
    screen
}

#[test]
fn a_search_on_the_board_finds_the_record_the_table_and_the_words_and_goes_there() {
    let mut play = after_a_reason();
    let screen = finds(&mut play, "red line");
    assert!(
        screen.contains("word") && screen.contains("found"),
        "{screen}"
    );
    let screen = finds(&mut play, "move 1");
    assert!(screen.contains("#1") && screen.contains("#3"), "{screen}");
    play.keys("/#1<enter>");
    let screen = play.screen();
    assert!(
        screen.contains("The record") && screen.contains("entry 1 "),
        "{screen}"
    );
    // The sheet of the record has the same search.
    play.keys("/#3<enter>");
    assert!(play.screen().contains("entry 3 "), "{}", play.screen());
}

#[test]
fn a_search_finds_nothing_that_the_seat_may_not_read() {
    let mut client = after_a_reason();
    let nothing = "Nothing is found";
    assert!(
        finds(&mut client, "zanzibar").contains(nothing),
        "the reason of another side"
    );
    let deck = client.table().deck().clone();
    let event = deck.text.events.iter().last().unwrap().title.clone();
    assert!(
        finds(&mut client, &event).contains(nothing),
        "what may happen: {event}"
    );
    let tabled = client.table().view(Seat::Client).tabled[0].demand.card;
    let found = finds(&mut client, &deck.text.cards[tabled].title);
    assert!(found.contains("card "), "what lies on the table\n{found}");
    let own = |(at, card): (_, &unequal_partners::model::scenario::Card)| {
        let of_the_patron =
            card.brought_up_by == unequal_partners::model::scenario::BroughtUpBy::Patron;
        (of_the_patron && at != tabled).then(|| deck.text.cards[at].title.clone())
    };
    for title in deck.scenario.cards.placed().filter_map(own).take(6) {
        let found = finds(&mut client, &title);
        assert!(
            found.contains(nothing),
            "the patron’s card {title}\n{found}"
        );
    }
    for seat in [Seat::Patron, Seat::Europe] {
        let briefing = deck
            .text
            .briefing(seat)
            .map(|briefing| briefing.text.clone());
        let words: String = briefing
            .unwrap_or_default()
            .split(' ')
            .take(6)
            .collect::<Vec<_>>()
            .join(" ");
        if !words.is_empty() {
            assert!(
                finds(&mut client, &words).contains(nothing),
                "{seat}: {words}"
            );
        }
    }
    client.keys("W");
    assert_eq!(client.stack.sitting.seat, Some(Seat::WhiteCell));
    assert!(
        !finds(&mut client, "zanzibar").contains(nothing),
        "the white cell reads everything"
    );
    assert!(!finds(&mut client, &event).contains(nothing));
}
