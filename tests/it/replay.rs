//! The replay by keys: steps, marks, eyes, search, filter; and that nothing leaks and nothing is written.

mod chapters;
mod deeds;
mod exchange;
mod guesses;

use std::path::PathBuf;
use tempfile::TempDir;
use unequal_partners::deck::{Deck, shipped};
use unequal_partners::engine::action::Action;
use unequal_partners::engine::holder::Holders;
use unequal_partners::engine::phase::Phase;
use unequal_partners::engine::seat::Seat;
use unequal_partners::session::{Holder, Remarks, Setup, Table, pilot};
use unequal_partners::tui::harness::{NOW, Play};

use crate::names;

/// A session in a file, with reasons of both sides, a dissent, a bookmark, an override and an undo.
pub(crate) struct Told {
    pub(crate) folder: TempDir,
    pub(crate) path: PathBuf,
}

const PATRON_SAYS: &str = "the ports matter most";
const CLIENT_SAYS: &str = "the bastion is not for sale";

pub(crate) fn told() -> Told {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("told.toml");
    let deck = Deck::from_text(shipped()[0].id, &names::deck(shipped()[0].text)).unwrap();
    let setup = Setup {
        seats: Holders {
            patron: Holder::Bot("greedy".to_owned()),
            client: Holder::Bot("cautious".to_owned()),
            ..Holders::default()
        },
        moves: Some(3),
        moves_spread: Some(0),
        ..Setup::of_people(names::said("Told"), 7)
    };
    let mut table = Table::create(deck, &setup, &path, NOW).unwrap();
    let mut undone = false;
    while let Some(next) = pilot::unattended(&table) {
        let phase = table.view(Seat::Audience).phase;
        let says = |words: &str| Remarks {
            rationale: Some(names::said(words)),
            confidence: Some(70),
            dissent: Some(names::said("the economists")),
        };
        let (by, remarks) = match (next.seat, phase) {
            (Seat::Patron, Phase::Demand) => (names::said("Wang").into(), says(PATRON_SAYS)),
            (Seat::Client, _) => (names::said("Ivanov").into(), says(CLIENT_SAYS)),
            _ => (next.by.clone(), Remarks::default()),
        };
        table
            .submit(
                table.last_number(),
                next.seat,
                by,
                &next.action,
                remarks,
                NOW,
            )
            .unwrap();
        if phase == Phase::Response && !undone {
            undone = true;
            let at = table.last_number();
            let label = Action::Bookmark {
                label: "come back".to_owned(),
            };
            let none = Remarks::default;
            table
                .submit(
                    table.last_number(),
                    Seat::Audience,
                    "Bo",
                    &label,
                    none(),
                    NOW,
                )
                .unwrap();
            let undo = Action::Undo {
                to: at.before(),
                reason: "mistyped".to_owned(),
            };
            table
                .submit(
                    table.last_number(),
                    Seat::WhiteCell,
                    "Eva",
                    &undo,
                    none(),
                    NOW,
                )
                .unwrap();
        }
    }
    Told { folder, path }
}

pub(crate) fn open(told: &Told) -> Play {
    let mut play = Play::home(told.folder.path()).sized(120, 36);
    play.keys("r<enter>");
    play
}

fn entry_on(play: &mut Play) -> String {
    let screen = play.screen();
    let head = screen.lines().next().unwrap_or_default();
    let (_, from) = head
        .split_once("entry ")
        .unwrap_or_else(|| panic!("{head}"));
    from.chars().take_while(char::is_ascii_digit).collect()
}

#[test]
fn keys_step_by_entry_phase_and_move_both_ways() {
    let told = told();
    let mut play = open(&told);
    assert_eq!(entry_on(&mut play), "1");
    play.keys("<right><right><right>");
    assert_eq!(entry_on(&mut play), "6", "undone entries are stepped over");
    play.keys("<left><left><left><left>");
    assert_eq!(entry_on(&mut play), "0");
    play.keys("<pgdn><pgdn>");
    assert!(play.screen().contains("move 2"));
    play.keys("<pgup>");
    assert_eq!(entry_on(&mut play), "1");
    play.keys("<down>");
    assert_eq!(entry_on(&mut play), "2");
    play.keys("<end>");
    let (table, _) = Table::read(&told.path).unwrap();
    assert_eq!(entry_on(&mut play), table.last_number().to_string());
    play.keys("#4<enter>");
    assert!(
        play.screen().contains("not among those"),
        "{}",
        play.screen()
    );
    play.keys("u#4<enter>");
    assert_eq!(entry_on(&mut play), "4");
    assert!(play.screen().contains("undone later"));
}

#[test]
fn what_lay_on_the_table_is_read_to_its_end() {
    let told = told();
    let mut play = open(&told);
    play.resize(80, 24)
        .keys("<right><right><tab><tab><tab><tab>");
    let card = play.screen();
    assert!(card.contains("▸ Table") && card.contains('↓'), "{card}");
    // The entry is part of an exchange, which is read first.
    play.keys("<enter><enter>");
    let mut read = play.screen();
    for _ in 0..10 {
        play.keys("<pgdn>");
        read.push_str(&play.screen());
    }
    assert!(read.contains("On the table"), "{read}");
    assert!(
        read.contains("In full it is worth"),
        "the numbers of the card: {read}"
    );
    // The footer names the keys by their arrows.
    let end = play.screen();
    let above = end
        .trim_end()
        .rsplit_once('\n')
        .map_or("", |(above, _)| above);
    assert!(!above.contains('↓'), "{end}");
}

#[test]
fn a_side_sees_what_it_could_see_then_and_nothing_that_came_later() {
    let told = told();
    let (table, _) = Table::read(&told.path).unwrap();
    for (keys, own, other) in [
        ("s", PATRON_SAYS, CLIENT_SAYS),
        ("ss", CLIENT_SAYS, PATRON_SAYS),
    ] {
        let mut play = open(&told);
        play.keys(keys);
        let mut seen = String::new();
        // The last entry ends the session, and opens everything.
        while entry_on(&mut play) != (table.last_number().before()).to_string() {
            play.keys("<right>");
            seen += &play.screen();
            play.keys("<enter>");
            seen += &play.screen();
            play.keys("<esc>");
        }
        assert!(seen.contains(own), "{seen}");
        assert!(!seen.contains(other), "{own}: {other}");
        assert!(!seen.contains(&format!("of {}", table.last_number())));
        play.keys("/bastion");
        assert_eq!(
            play.screen().contains("not for sale"),
            own == CLIENT_SAYS,
            "{}",
            play.screen()
        );
        play.keys("<esc><right><left><left>");
    }
}

#[test]
fn the_screen_of_a_side_is_the_same_whatever_was_hidden_and_whatever_came_later() {
    let told = told();
    let (table, _) = Table::read(&told.path).unwrap();
    let cut = |entries: u64, path: &std::path::Path| {
        let mut short = Table::create(table.deck().clone(), table.setup(), path, NOW).unwrap();
        for moment in table
            .moments()
            .iter()
            .take(usize::try_from(entries).unwrap())
        {
            let entry = &moment.entry;
            let mut remarks = Remarks {
                rationale: entry.rationale.clone(),
                confidence: entry.confidence,
                dissent: entry.dissent.clone(),
            };
            if entry.seat == Seat::Client {
                remarks = Remarks {
                    rationale: Some("something else altogether".to_owned()),
                    confidence: Some(3),
                    dissent: None,
                };
            }
            short
                .submit(
                    short.last_number(),
                    entry.seat,
                    &entry.by,
                    &entry.act,
                    remarks,
                    &entry.at,
                )
                .unwrap();
        }
    };
    for at in [6, 9, 12] {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("told.toml");
        cut(at, &path);
        let screen = |folder: &std::path::Path| {
            let mut play = Play::home(folder).sized(120, 36);
            // The public sees nothing that has not been shown; then the patron's eyes.
            play.keys("r<enter>");
            while !play.screen().contains("as China knew it then") {
                play.keys("s");
                if play.screen().contains("Look at what is hidden") {
                    play.keys("y");
                }
            }
            play.keys(&format!("#{at}<enter>"));
            play.screen()
        };
        assert_eq!(screen(folder.path()), screen(told.folder.path()), "{at}");
    }
}

#[test]
fn a_session_that_was_opened_from_elsewhere_is_found_again_at_home() {
    use unequal_partners::tui::effect::Effect;
    use unequal_partners::tui::outside;
    let told = told();
    let folder = tempfile::tempdir().unwrap();
    let mut play = Play::home(folder.path()).sized(120, 36);
    let opened = Effect::Replay {
        path: told.path.clone(),
        at: None,
        seat: None,
    };
    outside::try_perform(&mut play.stack, &mut play.console, opened).unwrap();
    play.wait().keys("<esc>");
    assert!(play.screen().contains("Told"), "{}", play.screen());
    play.keys("r<enter>");
    assert_eq!(entry_on(&mut play), "1");
}

#[test]
fn what_stands_before_turn_zero_stands_before_the_first_move() {
    let folder = tempfile::tempdir().unwrap();
    let example = crate::made::at("saves/examples/console-workshop.toml");
    std::fs::copy(example, folder.path().join("workshop.toml")).unwrap();
    let mut play = Play::home(folder.path()).sized(120, 36);
    play.keys("r<enter>");
    let screen = play.screen();
    let axis = screen.lines().find(|line| {
        let mut words = line.split_whitespace().filter(|word| *word != "│");
        line.contains(" 2 ") && words.all(|word| word.parse::<u32>().is_ok())
    });
    let axis = axis.unwrap_or_else(|| panic!("no axis: {screen}"));
    let moves: Vec<u32> = axis
        .split_whitespace()
        .filter_map(|word| word.parse().ok())
        .collect();
    assert!(moves.is_sorted(), "{moves:?}");
}

#[test]
fn marks_are_gone_through_by_kind() {
    let told = told();
    let mut play = open(&told);
    play.keys("uv");
    let mut kinds = String::new();
    for _ in 0..6 {
        kinds += play.screen().trim_end().lines().last().unwrap_or_default();
        play.keys("v");
    }
    for kind in ["bookmarks: 0", "dissent: ", "injects: 3"] {
        assert_eq!(
            kinds.contains(kind),
            !kind.ends_with(" 0"),
            "{kind}: {kinds}"
        );
    }
    while !play.screen().contains("n and N go to • injects") {
        play.keys("v");
    }
    play.keys("<home>nn");
    assert!(play.screen().contains("move 2"), "{}", play.screen());
    play.keys("N");
    assert_eq!(entry_on(&mut play), "1");
    play.keys("N");
    assert!(play.screen().contains("before this entry"));
}

#[test]
fn a_search_goes_from_one_find_to_the_next() {
    let told = told();
    let mut play = open(&told);
    play.keys("/BASTION sale<enter>");
    let first = entry_on(&mut play);
    assert!(play.screen().contains("found"), "{}", play.screen());
    play.keys("n");
    assert_ne!(entry_on(&mut play), first);
    play.keys("N");
    assert_eq!(entry_on(&mut play), first);
    play.keys("/nothing like a zebra<enter>");
    assert!(play.screen().contains("Nothing is found"));
}

#[test]
fn a_filter_leaves_entries_out_and_can_be_taken_away() {
    let told = told();
    let mut play = open(&told);
    play.keys("f<down><right><right><right><right><right><enter>");
    assert!(
        play.screen().contains("only responses"),
        "{}",
        play.screen()
    );
    play.keys("<home><right>");
    assert!(play.screen().contains("RESPONSE"));
    play.keys("<right>");
    assert!(play.screen().contains("RESPONSE"));
    play.keys("f<space><enter>");
    assert!(!play.screen().contains("only "));
}

#[test]
fn the_handbook_and_the_keys_of_the_replay_say_the_same() {
    use std::collections::BTreeSet;
    use unequal_partners::tui::keymap::{self, Layer};
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(root.join("docs/facilitating.md")).unwrap();
    let keys = text.split("<!-- replay keys -->").nth(1).unwrap();
    let keys = keys.split("<!-- /replay keys -->").next().unwrap();
    let told: BTreeSet<&str> = keys.split('`').skip(1).step_by(2).collect();
    // Those that have a name are told by it.
    let named = ["pgup", "pgdn", "home", "end", "space", "⏎"];
    let bound: BTreeSet<String> = keymap::own(Layer::Replay)
        .iter()
        .map(|(key, _)| key.label())
        .filter(|label| !named.contains(&label.as_str()))
        .collect();
    let bound: BTreeSet<&str> = bound.iter().map(String::as_str).collect();
    assert_eq!(told, bound);
}

/// A chapter, and the tour at it.
const CHAPTERS: &str = "#7<enter>mWhere it turned<tab>Nobody had asked for the ports before: from here on both sides \
    spoke of the bastion.<tab><c-u>Anna<c-s>T";

/// The parts of the replay, with the keys that lead to them.
const PARTS: [(&str, &str); 11] = [
    ("eyes", "s#7<enter>"),
    ("search", "/bastion"),
    ("filter", "f<down><right>"),
    ("annotate", "a"),
    ("branch", "#7<enter>b<left>"),
    ("guess", "g<right>"),
    ("tree", "t"),
    ("bookmark", "m"),
    ("entry", "#7<enter><enter><enter>"),
    ("exchange", "#7<enter><enter>"),
    // Last: what is written stays beside the record.
    ("chapters", CHAPTERS),
];

#[test]
fn the_parts_of_the_replay_at_three_sizes_and_without_colour() {
    use unequal_partners::tui::theme::ThemeName;
    let told = told();
    for (name, keys) in PARTS {
        for (columns, rows) in [(80, 24), (120, 36), (160, 45)] {
            let mut play = Play::home(told.folder.path()).sized(columns, rows);
            play.keys("r<enter>").keys(keys);
            let screen = play.screen();
            let mut mono = Play::home(told.folder.path())
                .sized(columns, rows)
                .themed(ThemeName::None);
            mono.keys("r<enter>").keys(keys);
            assert_eq!(screen, mono.screen(), "{name}: colour changes what is said");
            insta::with_settings!({
                snapshot_path => "../screens", prepend_module_to_snapshot => false, omit_expression => true
            }, {
                insta::assert_snapshot!(format!("replay-{name}-{columns}x{rows}"), screen);
            });
        }
    }
}

#[test]
fn the_replay_begins_where_a_session_has_ended() {
    let told = told();
    let mut play = Play::home(told.folder.path()).sized(120, 36);
    play.keys("c<enter>");
    assert!(play.screen().contains("ENDEX"), "{}", play.screen());
    play.keys("p");
    assert_eq!(entry_on(&mut play), "1");
}
