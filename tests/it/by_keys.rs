//! Whole sessions by keys alone: no phase without a way on, in every way a session can be set up.

use unequal_partners::engine::holder::Holders;
use unequal_partners::engine::options::{AdjudicationMode, Announcement, Options};
use unequal_partners::session::{Holder, Place, Setup};
use unequal_partners::tui::goal::Goal;
use unequal_partners::tui::harness::Play;

/// The key that leads on from a screen: what its footer names first.
fn way_on(screen: &str) -> &'static str {
    let footer = screen.lines().last().unwrap_or_default();
    if footer.contains("^S") {
        "<c-s>"
    } else {
        "<enter>"
    }
}

/// Plays on until the session has ended; gives how many keys it took.
pub(crate) fn play_to_the_end(play: &mut Play, name: &str) -> usize {
    for pressed in 0..4000 {
        if play.stack.bare_screen() == Some(Goal::End) {
            return pressed;
        }
        let entries = play.stack.sitting.place.as_ref().map(Place::last_number);
        let screen = play.screen();
        match &play.stack.sitting.notice {
            None => play.keys(way_on(&screen)),
            // What was proposed costs more effort than is left: ask for less.
            Some(notice) if notice.text.contains("effort") => play.keys("1<enter>"),
            Some(notice) => panic!("{name}: {}\n{screen}", notice.text),
        };
        let after = play.stack.sitting.place.as_ref().map(Place::last_number);
        assert!(
            after != entries || play.screen() != screen,
            "{name}: {} leads nowhere after {pressed} keys\n{screen}",
            way_on(&screen)
        );
    }
    panic!("{name} does not end:\n{}", play.screen());
}

fn setup(patron: &str, client: &str, options: Options) -> Setup {
    let holder = |word: &str| match word {
        "people" => Holder::Human,
        bot => Holder::Bot(bot.to_owned()),
    };
    Setup {
        seats: Holders {
            patron: holder(patron),
            client: holder(client),
            ..Holders::default()
        },
        options,
        ..Setup::of_people("Table 1", 7)
    }
}

#[test]
fn every_kind_of_session_is_played_to_its_end_by_the_keys_of_the_footer() {
    let open = Options::default();
    let rigid = Options {
        adjudication: AdjudicationMode::Rigid,
        ..open
    };
    let sealed = Options {
        sealed: true,
        ..open
    };
    let sealed_rigid = Options {
        sealed: true,
        ..rigid
    };
    let together = Options {
        announcement: Announcement::Together,
        ..open
    };
    let kinds = [
        (
            "two teams and a white cell",
            setup("people", "people", open),
            1,
        ),
        ("two teams alone", setup("people", "people", rigid), 1),
        ("two teams, sealed", setup("people", "people", sealed), 1),
        (
            "a team against a bot",
            setup("people", "cautious", rigid),
            1,
        ),
        ("a bot against a team", setup("greedy", "people", rigid), 1),
        (
            "a bot against a team, sealed",
            setup("greedy", "people", sealed_rigid),
            1,
        ),
        (
            "bots and a white cell",
            setup("greedy", "cautious", open),
            1,
        ),
        ("three demands a move", setup("people", "people", open), 3),
        (
            "three demands together",
            setup("people", "people", together),
            3,
        ),
    ];
    let with_europe = |europe: Holder, setup: Setup| Setup {
        seats: Holders {
            europe,
            ..setup.seats
        },
        ..setup
    };
    let three = [
        (
            "three teams",
            with_europe(Holder::Human, setup("people", "people", open)),
            1,
        ),
        (
            "three teams, sealed",
            with_europe(Holder::Human, setup("people", "people", sealed)),
            1,
        ),
        (
            "two teams and a bot for Europe",
            with_europe(
                Holder::Bot("planner".to_owned()),
                setup("people", "people", rigid),
            ),
            1,
        ),
    ];
    for (name, setup, demands) in kinds.into_iter().chain(three) {
        let setup = Setup {
            demands: Some(demands),
            ..setup
        };
        let mut play = Play::new(&setup).unwrap();
        play_to_the_end(&mut play, name);
        let table = play.table();
        assert!(table.has_ended(), "{name}");
    }
}

#[test]
fn a_session_is_played_to_its_end_on_the_smallest_screen() {
    let setup = setup("people", "people", Options::default());
    let mut play = Play::new(&setup).unwrap().sized(60, 20);
    play_to_the_end(&mut play, "60x20");
}

#[test]
fn the_white_cell_may_be_asked_for_every_band_in_free_adjudication() {
    let free = Options {
        adjudication: AdjudicationMode::Free,
        ..Options::default()
    };
    let mut play = Play::new(&setup("greedy", "cautious", free)).unwrap();
    // The first ruling: a reason has to be given, and the footer or a notice says so.
    for _ in 0..60 {
        let screen = play.screen();
        if screen.contains("reason") || screen.contains("Why") {
            return;
        }
        play.keys(way_on(&screen));
    }
    panic!("no ruling asks for a reason:\n{}", play.screen());
}
