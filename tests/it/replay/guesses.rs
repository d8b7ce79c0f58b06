//! Decisions are guessed before they are shown.

use unequal_partners::deck::{Deck, shipped};
use unequal_partners::engine::action::Action;
use unequal_partners::engine::seat::Seat;
use unequal_partners::model::choice::{Inducement, Intensity};
use unequal_partners::session::{Remarks, Setup, Table};
use unequal_partners::tui::harness::{NOW, Play};

use super::{CLIENT_SAYS, PATRON_SAYS, open, told};

#[test]
fn decisions_are_guessed_before_they_are_shown() {
    let told = told();
    let mut play = open(&told);
    play.keys("g");
    for (who, says, guessed) in [
        ("Russia", CLIENT_SAYS, "of 1"),
        ("China", PATRON_SAYS, "of 2"),
    ] {
        play.keys("<right>");
        let asked = play.screen();
        assert!(
            asked.contains(&format!("What did {who} decide?")),
            "{asked}"
        );
        assert!(!asked.contains(says) && !asked.contains(guessed), "{asked}");
        play.keys("<enter>");
        let told = play.screen();
        assert!(told.contains(says) && told.contains(guessed), "{told}");
        play.keys("<enter>");
    }
    play.keys("<end>");
    assert!(
        play.screen().contains("What did Russia decide?"),
        "{}",
        play.screen()
    );
    // The right one among the seven.
    let (table, _) = Table::read(&told.path).unwrap();
    let Action::Respond { response, .. } = &table.moments()[6].entry.act else {
        panic!("entry 7 is a response");
    };
    let name = table.deck().text.response(*response).name.clone();
    while !play
        .screen()
        .lines()
        .any(|l| l.contains("› ") && l.contains(&name))
    {
        play.keys("<down>");
    }
    play.keys("<enter>");
    assert!(
        play.screen().contains("You guessed it"),
        "{}",
        play.screen()
    );
    play.keys("<enter>g");
    assert!(
        play.screen().contains("No more guessing"),
        "{}",
        play.screen()
    );
}

#[test]
fn a_card_in_the_list_of_guesses_keeps_its_domain() {
    let told = told();
    let mut play = open(&told);
    play.keys("g<right><enter><enter><right>");
    let asked = play.screen();
    assert!(asked.contains("What did China decide?"), "{asked}");
    let (table, _) = Table::read(&told.path).unwrap();
    let deck = table.deck();
    let domains: Vec<&str> = deck.text.domains.iter().map(|d| d.short.as_str()).collect();
    let cards = asked.lines().filter(|line| line.contains(" · "));
    let mut seen = 0;
    for line in cards.filter(|line| {
        deck.text
            .cards
            .iter()
            .any(|card| line.contains(&format!(" {} ", card.code)))
    }) {
        seen += 1;
        let domain = line.rsplit(" · ").next().unwrap();
        assert!(
            domains.iter().any(|short| domain.starts_with(short)),
            "{line}"
        );
    }
    assert!(seen > 2, "{asked}");
}

#[test]
fn a_card_that_was_written_in_the_room_can_be_guessed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("written.toml");
    let deck = Deck::from_text(shipped()[0].id, shipped()[0].text).unwrap();
    let mut table = Table::create(deck, &Setup::of_people("Written", 7), &path, NOW).unwrap();
    let card = crate::moves::card("archive");
    let demand = Action::Demand {
        card: card.id.clone(),
        intensity: Intensity::Request,
        inducement: Inducement::None,
    };
    for (seat, act) in [
        (Seat::WhiteCell, Action::Inject { instead: None }),
        (Seat::WhiteCell, Action::WriteDemand { card }),
        (Seat::Client, Action::NoOffer),
        (Seat::Patron, demand),
    ] {
        table
            .submit(
                table.last_number(),
                seat,
                "Eva",
                &act,
                Remarks::default(),
                NOW,
            )
            .unwrap();
    }
    drop(table);
    let mut play = Play::home(folder.path()).sized(120, 36);
    // The public does not know the hand, so any card could be it.
    play.keys("r<enter>g<end>");
    let screen = play.screen();
    assert!(screen.contains("What did Russia decide?"), "{screen}");
    play.keys("<enter><enter><end>");
    let screen = play.screen();
    assert!(screen.contains("What did China decide?"), "{screen}");
    let chosen = |play: &mut Play| {
        let screen = play.screen();
        let mut lines = screen.lines();
        lines.any(|line| line.contains("› ") && line.contains("Open the archive"))
    };
    for _ in 0..200 {
        if chosen(&mut play) {
            return;
        }
        play.keys("<down>");
    }
    panic!("{}", play.screen());
}
