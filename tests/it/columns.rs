//! The tables that both sides choose from: a key leads to every column, whatever the terminal.

use std::collections::BTreeSet;

use unequal_partners::tui::harness::Play;

use crate::board;

/// The gauges that choices are compared by, as they are called where there is little room and where there is more.
const GAUGES: [[&str; 2]; 11] = [
    ["stab.", "stability"],
    ["trust", "trust"],
    ["resent.", "resentment"],
    ["auton.", "autonomy"],
    ["endur.", "endurance"],
    ["strain", "strain"],
    ["gains", "gains"],
    ["credib.", "credibility"],
    ["capac.", "capacity"],
    ["depend.", "dependence"],
    ["front", "shared front"],
];

/// The line of a screen that names gauges.
fn heading(screen: &str) -> &str {
    let named = |line: &&str| {
        let gauges = GAUGES.iter();
        gauges
            .filter(|names| names.iter().any(|name| line.contains(name)))
            .count()
    };
    screen
        .lines()
        .max_by_key(|line| (named(line), !line.contains('·')))
        .unwrap()
}

fn named(play: &mut Play) -> BTreeSet<&'static str> {
    let screen = play.screen();
    let line = heading(&screen);
    let gauges = GAUGES.iter();
    let seen = gauges.filter(|names| names.iter().any(|name| line.contains(name)));
    seen.map(|names| names[0]).collect()
}

#[test]
fn a_key_leads_to_every_column_of_every_table_that_is_chosen_from() {
    for (columns, rows) in [
        (80, 24),
        (90, 24),
        (100, 30),
        (110, 30),
        (120, 36),
        (160, 45),
    ] {
        for name in [
            "offers",
            "what for",
            "cards",
            "responses",
            "deflect",
            "follow-ups",
        ] {
            let mut play = board::scene_named(name);
            play.resize(columns, rows);
            let first = named(&mut play);
            let mut seen = first.clone();
            for _ in 0..GAUGES.len() {
                play.keys("<right>");
                seen.extend(named(&mut play));
            }
            let screen = play.screen();
            let missed = GAUGES.iter().filter(|names| !seen.contains(names[0]));
            let missed: Vec<_> = missed.collect();
            assert!(
                missed.is_empty(),
                "{name} at {columns}x{rows}: {missed:?}\n{screen}"
            );
            assert!(
                !heading(&screen).contains('→'),
                "{name} at {columns}x{rows}\n{screen}"
            );
            let mut back = BTreeSet::new();
            for _ in 0..GAUGES.len() {
                back.extend(named(&mut play));
                play.keys("<left>");
            }
            assert_eq!(back.len(), GAUGES.len(), "{name} at {columns}x{rows}, back");
            assert_eq!(named(&mut play), first, "{name} at {columns}x{rows}, back");
        }
    }
}

#[test]
fn every_demand_lies_beside_the_others_before_its_terms_are_asked_for() {
    for key in ["<enter>", "1", "3"] {
        let mut play = board::scene_named("demand");
        let listed = play.screen();
        let number = if key == "3" { 3 } else { 1 };
        let chosen = listed.lines().find_map(|line| {
            let line = line.trim_start_matches(['│', ' ', '›']);
            line.strip_prefix(&format!("{number} "))
        });
        let code = chosen.unwrap().split(' ').next().unwrap().to_owned();
        let shown = play.keys(key).screen();
        assert!(shown.contains("If Russia says yes to a request"), "{shown}");
        assert!(shown.contains(&format!("› {number} {code} ")), "{shown}");
        let terms = play.keys("<enter>").screen();
        assert!(terms.contains("How hard, asking how much?"), "{terms}");
        assert!(terms.contains(&format!("┌ {code} ")), "{terms}");
        let back = play.keys("<esc>").screen();
        assert_eq!(back, shown, "the way back leads to all of them");
    }
}

#[test]
fn the_terms_of_a_demand_are_read_from_their_first_column_wherever_the_eye_was_before() {
    let mut play = board::scene_named("cards");
    play.resize(80, 24).keys("<right><right>");
    assert!(!named(&mut play).contains("stab."), "{}", play.screen());
    play.keys("<enter>");
    assert!(named(&mut play).contains("stab."), "{}", play.screen());
    play.keys("<esc>");
    assert!(!named(&mut play).contains("stab."), "{}", play.screen());
}
