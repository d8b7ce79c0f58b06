//! What is on the page: the scene that stands on the wall, readable without eyes and without scripts, and harmless.

use unequal_core::engine::action::Action;
use unequal_core::engine::phase::Phase;
use unequal_core::engine::seat::Seat;
use unequal_session::Setup;

use crate::browser::{Open, get};
use crate::house::{House, reference};

/// Overrides, isolates, characters of no width, controls, and HTML.
const NASTY: &str =
    "Table\u{202e}2\u{2066} <b>one</b>\u{200b}\"two\u{feff}\u{9b}31m\u{7f}</script>&amp;'\0";

#[test]
fn a_page_has_a_language_headings_lists_and_a_place_where_news_are_spoken() {
    let house = House::new();
    house.play_to(Phase::Response);
    let page = house.with("is to answer");
    for part in [
        "<html lang=\"en\">",
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
        "<h1",
        "<h2 id=\"stability\">",
        "<main id=\"wall\">",
        "role=\"status\" aria-live=\"polite\"",
        "<noscript><meta http-equiv=\"refresh\"",
        "role=\"img\" aria-label=\"Stability from STARTEX on",
        "is to answer",
        "Hypothetical, and no forecast.",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
    assert_eq!(page.matches("<h1").count(), 1);
}

#[test]
fn nothing_that_was_typed_is_more_than_text() {
    let house = House::of(&reference(), &Setup::of_people(NASTY, 7));
    let text = NASTY.replace('\0', "");
    house.act(Seat::WhiteCell, &Action::Announce { text: text.clone() });
    let page = house.with("&lt;b&gt;one&lt;/b&gt;");
    assert!(page.contains("&lt;b&gt;one&lt;/b&gt;"), "{page}");
    assert!(!page.contains("<b>") && page.matches("</script>").count() == 1);
    let acts = |c: char| {
        let turns = matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        turns || matches!(c, '\u{200b}' | '\u{feff}') || (c.is_control() && c != '\n')
    };
    let found: Vec<char> = page.chars().filter(|c| acts(*c)).collect();
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn a_scene_that_is_called_onto_the_projector_is_on_the_page_too() {
    use unequal_core::store::stage::{Call, Scene};
    let house = House::new();
    house.play_to(Phase::Response);
    let (digest, after, path) = {
        let table = house.owner.table();
        let last = table.last_number();
        let path = table.path().unwrap().to_owned();
        (table.digest_at(last).to_owned(), last, path)
    };
    let call = Call {
        scene: Some(Scene::Answers),
        after,
        digest,
        ..Call::default()
    };
    call.keep(&path).unwrap();
    let mut open = Open::at(house.at());
    open.until("class=\"answers\"");
    // But for the link that lets phones in, which is for whoever sees the wall.
    let invites = Call {
        scene: Some(Scene::Phones),
        link: Some("http://192.0.2.7/in/0f".to_owned()),
        ..call
    };
    invites.keep(&path).unwrap();
    while open.next("wall").unwrap().contains("class=\"answers\"") {}
    assert!(!get(house.at(), "/").body.contains("/in/0f"));
}

#[test]
fn the_clock_runs_on_the_page_and_nothing_is_sent_for_it() {
    use unequal_core::engine::room::clock::ClockOf;
    let house = House::new();
    house.act(
        Seat::WhiteCell,
        &Action::SetClock {
            of: ClockOf::Phase,
            seconds: Some(600),
            hard: false,
        },
    );
    let mut open = Open::at(house.at());
    let wall = open.until("data-at=");
    assert!(wall.contains("<time>10:00</time>"), "{wall}");
    let at = unequal_session::clock::seconds(crate::house::NOW).unwrap() + 600;
    assert!(wall.contains(&format!("data-at=\"{at}\"")), "{wall}");
}
