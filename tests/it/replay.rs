//! The replay by keys: steps, marks, eyes, search, filter, annotations; and that nothing leaks and nothing is written.

use std::path::PathBuf;

use tempfile::TempDir;
use unequal_partners::deck::{Deck, shipped};
use unequal_partners::engine::action::Action;
use unequal_partners::engine::phase::Phase;
use unequal_partners::engine::room::written::WrittenCard;
use unequal_partners::engine::seat::Seat;
use unequal_partners::model::choice::{Inducement, Intensity};
use unequal_partners::model::side::BySide;
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
        seats: BySide::new(
            Holder::Bot("greedy".to_owned()),
            Holder::Bot("cautious".to_owned()),
        ),
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
                to: at - 1,
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

fn open(told: &Told) -> Play {
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
    play.keys("<right><right>");
    assert_eq!(entry_on(&mut play), "5", "undone entries are stepped over");
    play.keys("<left><left><left>");
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
    play.keys("<enter>");
    let mut read = play.screen();
    for _ in 0..10 {
        play.keys("<pgdn>");
        read.push_str(&play.screen());
    }
    assert!(read.contains("On the table"), "{read}");
    assert!(read.contains("lock-in"), "the numbers of the card: {read}");
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
        while entry_on(&mut play) != (table.last_number() - 1).to_string() {
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
    play.keys("/nothing like it<enter>");
    assert!(play.screen().contains("Nothing is found"));
}

#[test]
fn a_filter_leaves_entries_out_and_can_be_taken_away() {
    let told = told();
    let mut play = open(&told);
    play.keys("f<down><right><right><enter>");
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
fn annotations_are_kept_beside_the_record_and_can_be_taken_back() {
    let told = told();
    let bytes = std::fs::read(&told.path).unwrap();
    let mut play = open(&told);
    play.keys("<right>aworth <lt>b>a talk<esc>");
    drop(play);
    // What was typed is still there after the program was left.
    let mut play = open(&told);
    play.keys("<right>a");
    assert!(
        play.screen().contains("worth <b>a talk"),
        "{}",
        play.screen()
    );
    play.keys("<tab><right><right><tab>Anna<c-s>");
    assert!(
        play.screen().contains("Anna: worth <b>a talk"),
        "{}",
        play.screen()
    );
    assert!(play.screen().contains("! Anna"), "{}", play.screen());
    play.keys("mlater<c-s>");
    assert!(play.screen().contains("⚑ Anna: later"), "{}", play.screen());
    play.keys("a<backtab><enter>");
    let left = ["! Anna", "Anna: worth", "⚑ Anna"];
    let screen = play.screen();
    let shown = left.iter().filter(|words| screen.contains(**words)).count();
    assert_eq!(shown, 2, "{screen}");
    drop(play);
    assert_eq!(
        std::fs::read(&told.path).unwrap(),
        bytes,
        "the record is as it was"
    );
}

fn digest(path: &std::path::Path) -> String {
    let (table, _) = Table::read(path).unwrap();
    table.moments().last().unwrap().entry.digest.clone()
}

/// The files of sessions in a folder.
fn saves(told: &Told) -> Vec<PathBuf> {
    let files = std::fs::read_dir(told.folder.path()).unwrap();
    let mut files: Vec<PathBuf> = files
        .map(|file| file.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "toml"))
        .collect();
    files.sort();
    files
}

#[test]
fn a_branch_is_played_on_in_a_file_of_its_own_and_leads_back_to_the_trunk() {
    let told = told();
    let bytes = std::fs::read(&told.path).unwrap();
    let mut play = open(&told);
    // People in both seats, from the first demand on.
    play.keys("#2<enter>b");
    assert!(
        play.screen().contains("play on after entry 2"),
        "{}",
        play.screen()
    );
    play.keys("<down><c-u>Other way<down><right><down><right><enter>");
    assert!(play.screen().contains("Other way"), "{}", play.screen());
    assert!(play.screen().contains("saved"), "{}", play.screen());
    let files = saves(&told);
    assert_eq!(files.len(), 2);
    for _ in 0..4 {
        if play.screen().contains("Back at entry 2") {
            break;
        }
        play.keys("<esc>");
    }
    assert_eq!(entry_on(&mut play), "2", "{}", play.screen());
    assert!(
        play.screen().contains("Back at entry 2"),
        "{}",
        play.screen()
    );
    let branch = files.iter().find(|path| **path != told.path).unwrap();
    let (table, _) = Table::read(branch).unwrap();
    assert_eq!(table.header().parent.as_ref().unwrap().entry, 2);
    assert_eq!(table.setup().seats.patron, Holder::Human);
    assert_eq!(std::fs::read(&told.path).unwrap(), bytes);
    // The tree shows both, leads into the branch and back again.
    play.keys("t");
    assert!(
        play.screen().contains("┗━╸2  Other way"),
        "{}",
        play.screen()
    );
    play.keys("<down>");
    while !play
        .screen()
        .lines()
        .any(|l| l.contains("›") && l.contains("Other way"))
    {
        play.keys("<down>");
    }
    play.keys("<enter>");
    assert!(
        play.screen().contains("unequal · Other way"),
        "{}",
        play.screen()
    );
    play.keys("t<home><enter>");
    assert!(
        play.screen().contains("unequal · Told"),
        "{}",
        play.screen()
    );
    assert_eq!(std::fs::read(&told.path).unwrap(), bytes);
}

#[test]
fn an_act_is_exchanged_and_what_follows_is_kept_as_far_as_it_stays_possible() {
    let told = told();
    let before = digest(&told.path);
    let mut play = open(&told);
    // The response after the undo.
    play.keys("#6<enter>");
    assert!(play.screen().contains("RESPONSE"), "{}", play.screen());
    play.keys("b<left>");
    assert!(
        play.screen().contains("instead of entry 6"),
        "{}",
        play.screen()
    );
    play.keys("<enter>");
    let screen = play.screen();
    let screen = screen.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(screen.contains("The act was exchanged"), "{screen}");
    assert!(
        screen.contains("all that followed is kept") || screen.contains("no longer possible"),
        "{screen}"
    );
    // Its entry is the third there: what was undone is no part of a branch.
    assert_eq!(entry_on(&mut play), "3");
    play.keys("<esc>");
    assert!(
        play.screen().contains("Back at entry 6"),
        "{}",
        play.screen()
    );
    assert_eq!(digest(&told.path), before);
    play.keys("t<end> c").wait();
    let screen = play.screen();
    assert!(screen.contains("side by side"), "{screen}");
    assert!(screen.contains("they part in move 1, response"), "{screen}");
    assert!(screen.contains(CLIENT_SAYS), "{screen}");
}

#[test]
fn decisions_are_guessed_before_they_are_shown() {
    let told = told();
    let mut play = open(&told);
    play.keys("g<right>");
    assert!(
        play.screen().contains("What did China decide?"),
        "{}",
        play.screen()
    );
    assert!(!play.screen().contains(PATRON_SAYS));
    assert!(!play.screen().contains("of 2"));
    play.keys("<enter>");
    assert!(play.screen().contains(PATRON_SAYS), "{}", play.screen());
    assert!(play.screen().contains("of 1"), "{}", play.screen());
    play.keys("<enter><end>");
    assert!(
        play.screen().contains("What did Russia decide?"),
        "{}",
        play.screen()
    );
    // The right one among the seven.
    let (table, _) = Table::read(&told.path).unwrap();
    let Action::Respond { response, .. } = &table.moments()[5].entry.act else {
        panic!("entry 6 is a response");
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
fn the_record_plays_by_itself_both_ways() {
    use unequal_partners::tui::key::Input;
    let told = told();
    let mut play = open(&told);
    play.keys("<space>");
    assert!(play.screen().contains("▶ one in 1 s"), "{}", play.screen());
    play.input(Input::Tick).input(Input::Tick);
    assert_eq!(entry_on(&mut play), "5");
    play.keys("+");
    assert!(play.screen().contains("▶ 2 a second"), "{}", play.screen());
    play.keys("<lt>");
    play.input(Input::Tick);
    assert_eq!(entry_on(&mut play), "2");
    play.keys("<right>").input(Input::Tick);
    assert_eq!(entry_on(&mut play), "5", "a key stops it");
}

#[test]
fn what_the_program_finds_comes_beside_the_keys_and_can_be_left_out() {
    let told = told();
    let mut play = open(&told);
    play.wait();
    assert!(play.screen().contains('◆'), "{}", play.screen());
    play.keys("o<right>");
    assert!(!play.screen().contains('◆'), "{}", play.screen());
    play.keys("o#6<enter>e");
    assert!(
        play.screen().contains("Playing on from here"),
        "{}",
        play.screen()
    );
    // Keys are taken while it is worked out.
    play.keys("<esc><right><left>e").wait();
    let screen = play.screen();
    assert!(screen.contains("what was done"), "{screen}");
    assert!(screen.contains("final stability"), "{screen}");
    play.keys("<esc>s");
    play.keys("e");
    assert!(
        play.screen().contains("what is hidden"),
        "{}",
        play.screen()
    );
}

#[test]
fn the_debriefing_is_ticked_off_and_leads_to_its_moments() {
    let told = told();
    let mut play = open(&told);
    play.keys("d").wait();
    assert!(play.screen().contains("0 of "), "{}", play.screen());
    play.keys("<space>");
    assert!(play.screen().contains("1 of "), "{}", play.screen());
    drop(play);
    let mut play = open(&told);
    play.keys("d").wait();
    assert!(
        play.screen().contains("1 of "),
        "ticks stay: {}",
        play.screen()
    );
    play.keys("<home>");
    while !play.screen().contains('‹') {
        play.keys("<down>");
    }
    let screen = play.screen();
    let (_, cite) = screen.split_once('‹').unwrap();
    let (number, _) = cite.split_once('›').unwrap();
    play.keys("<enter>");
    assert_eq!(entry_on(&mut play), number.trim());
}

#[test]
fn the_report_is_written_beside_the_record_and_never_over_another() {
    let told = told();
    let mut play = open(&told);
    play.keys("r").wait();
    assert!(
        play.screen().contains("The report is in"),
        "{}",
        play.screen()
    );
    let page = told.folder.path().join("told.html");
    let text = std::fs::read_to_string(&page).unwrap();
    assert!(text.contains(CLIENT_SAYS));
    play.keys("r").wait();
    assert!(told.folder.path().join("told-2.html").exists());
    assert_eq!(std::fs::read_to_string(&page).unwrap(), text);
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

/// The parts of the replay, with the keys that lead to them.
const PARTS: [(&str, &str); 8] = [
    ("eyes", "s#6<enter>"),
    ("search", "/bastion"),
    ("filter", "f<down><right>"),
    ("annotate", "a"),
    ("branch", "#6<enter>b<left>"),
    ("guess", "g<right>"),
    ("tree", "t"),
    ("entry", "#6<enter><enter>"),
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

#[test]
fn a_card_that_was_written_in_the_room_can_be_guessed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("written.toml");
    let deck = Deck::from_text(shipped()[0].id, shipped()[0].text).unwrap();
    let mut table = Table::create(deck, &Setup::of_people("Written", 7), &path, NOW).unwrap();
    let card = WrittenCard {
        id: "archive".to_owned(),
        title: "Open the archive".to_owned(),
        text: "All of it.".to_owned(),
        domain: "diplomacy".to_owned(),
        gain: 6,
        autonomy_cost: 8,
        capacity_need: 20,
        red_line_weight: 3,
        lock_in: 2,
        shared_front: 0,
    };
    let demand = Action::Demand {
        card: card.id.clone(),
        intensity: Intensity::Request,
        inducement: Inducement::None,
    };
    for (seat, act) in [
        (Seat::WhiteCell, Action::Inject { instead: None }),
        (Seat::WhiteCell, Action::WriteDemand { card }),
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
    assert!(screen.contains("What did China decide?"), "{screen}");
    let chosen = |play: &mut Play| {
        let screen = play.screen();
        let mut lines = screen.lines();
        lines.any(|line| line.contains("› ") && line.contains("Open the archive"))
    };
    for _ in 0..100 {
        if chosen(&mut play) {
            return;
        }
        play.keys("<down>");
    }
    panic!("{}", play.screen());
}
