//! Numbers of the deck that a briefing quotes.

use super::found;

#[test]
fn an_aim_that_a_briefing_quotes_otherwise_than_the_deck_has_it_is_found() {
    let edits = [(
        "Your aim is met at 12 points",
        "Your aim is met at 13 points",
    )];
    assert_eq!(
        found(&edits),
        ["quoted-number briefing.patron.aims_in_numbers[1]"]
    );
    let edits = [("client_goal = 52", "client_goal = 50")];
    assert_eq!(
        found(&edits),
        ["quoted-number briefing.client.aims_in_numbers[1]"]
    );
}

#[test]
fn the_worth_of_an_ending_an_exposure_and_a_plan_are_compared_whatever_their_sign_and_place() {
    let aims = "You start from 100; the shock of the ending is taken off, and with a plan for it about half of that.";
    let found = |text: &str| found(&[(aims, text)]);
    let at = ["quoted-number briefing.observer.aims_in_numbers[1]"];
    assert!(found("A plan takes off 55 percent; exposure is 50.").is_empty());
    assert_eq!(found("A plan takes off 54 percent; exposure is 50."), at);
    assert_eq!(found("A plan takes off 55 percent; exposure is 56."), at);
    assert_eq!(found("At the start your exposure is 56."), at);
    assert_eq!(found("Endings: RUPTURE +99."), at);
    assert_eq!(found("Endings: rupture -99, collapse."), at);
}

#[test]
fn numbers_that_are_written_as_words_are_compared_too() {
    let edits = [(
        "Three points of unity to begin with, one more a season, five at most.",
        "Unity: four to begin with, one more a season, at most five.",
    )];
    assert_eq!(
        found(&edits),
        ["quoted-number briefing.observer.instruments[1]"]
    );
}
