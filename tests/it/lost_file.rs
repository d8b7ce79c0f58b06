//! The file under a session is deleted, moved or replaced: it is told, nothing is claimed, play goes on.

use std::fs;
use std::path::{Path, PathBuf};

use unequal_partners::deck::Deck;
use unequal_partners::engine::action::Action;
use unequal_partners::engine::entry_number::EntryNumber;
use unequal_partners::engine::seat::Seat;
use unequal_partners::session::{Drafts, Remarks, Setup, Table};
use unequal_partners::store::read;
use unequal_partners::tui::effect::Effect;
use unequal_partners::tui::harness::Play;
use unequal_partners::tui::{outside, time};

/// A session on the screen, in a file, with two notes in it.
fn session(folder: &Path) -> (Play, PathBuf) {
    let saves = folder.join("saves");
    fs::create_dir(&saves).unwrap();
    let path = folder.join("table.toml");
    let mut play = Play::home(&saves).sized(120, 36);
    let deck = Deck::from_text("golden", include_str!("../golden/deck.toml")).unwrap();
    let effect = Effect::Create {
        deck: Box::new(deck),
        setup: Setup::of_people("Stockholm table 2", 7),
        path: Some(path.clone()),
    };
    outside::try_perform(&mut play.stack, &mut play.console, effect).unwrap();
    play.stack.sitting.briefed.extend(Seat::ALL);
    note(&mut play);
    note(&mut play);
    assert!(play.screen().contains("saved"), "{}", play.screen());
    (play, path)
}

fn note(play: &mut Play) {
    let effect = Effect::Submit {
        seat: Seat::WhiteCell,
        action: Action::Note {
            text: "x".to_owned(),
            private: false,
        },
        remarks: Remarks::default(),
    };
    outside::perform(&mut play.stack, &mut play.console, effect);
    look(play);
}

/// What the loop does after every key.
fn look(play: &mut Play) -> String {
    time::look(&mut play.stack, &mut play.console);
    play.screen()
}

/// What can happen to a file, in words and in deed.
type Fate = (&'static str, fn(&Path));

const FATES: [Fate; 4] = [
    ("deleted", |path| fs::remove_file(path).unwrap()),
    ("moved", |path| {
        fs::rename(path, path.with_extension("away")).unwrap();
    }),
    ("replaced by an older copy", |path| {
        let older = path.with_extension("older");
        fs::copy(path, &older).unwrap();
        fs::rename(older, path).unwrap();
    }),
    ("cut short", |path| {
        let whole = fs::read(path).unwrap();
        fs::write(path, &whole[..whole.len() - 20]).unwrap();
    }),
];

#[test]
fn a_file_that_is_gone_is_told_and_nothing_is_claimed() {
    for (fate, happens) in FATES {
        let folder = tempfile::tempdir().unwrap();
        let (mut play, path) = session(folder.path());
        happens(&path);
        let told = look(&mut play);
        assert!(told.contains("NOT on disk"), "{fate}:\n{told}");
        assert!(
            told.contains("The file of this session is gone"),
            "{fate}:\n{told}"
        );
        assert!(!told.contains("saved"), "{fate}:\n{told}");
        // No: nothing is recorded, and who would leave is told what that costs.
        play.keys("<esc>");
        note(&mut play);
        assert_eq!(play.table().last_number(), EntryNumber::new(2), "{fate}");
        for keys in ["<esc>", "<c-c>"] {
            play.keys(keys);
            let asked = play.screen();
            assert!(asked.contains("NOT on disk"), "{fate}, {keys}:\n{asked}");
            assert!(!asked.contains("is on disk"), "{fate}, {keys}:\n{asked}");
            play.keys("<esc>");
        }
    }
}

#[test]
fn one_key_goes_on_in_another_file_with_the_whole_record() {
    for (fate, happens) in FATES {
        let folder = tempfile::tempdir().unwrap();
        let (mut play, path) = session(folder.path());
        let whole = fs::read(&path).unwrap();
        let drafts = play.stack.sitting.drafts.as_mut().unwrap();
        drafts
            .set("client/respond/reason", "half a thought")
            .unwrap();
        happens(&path);
        look(&mut play);
        play.keys("<enter>");
        let told = look(&mut play);
        assert!(
            told.contains("saved") && !told.contains("NOT on disk"),
            "{fate}:\n{told}"
        );
        note(&mut play);
        let other = play.table().path().unwrap().to_owned();
        assert!(
            other.starts_with(folder.path().join("saves")),
            "{}",
            other.display()
        );
        let bytes = fs::read(&other).unwrap();
        assert!(
            bytes.starts_with(&whole),
            "{fate}: byte for byte what was acknowledged"
        );
        assert_eq!(read(&other).unwrap().entries.len(), 3, "{fate}");
        let (drafts, _) = Drafts::load(&other);
        assert_eq!(drafts.get("client/respond/reason"), Some("half a thought"));
        drop(play);
        let (table, rest) = Table::resume(&other).unwrap();
        assert!(
            rest.is_none() && table.last_number() == EntryNumber::new(3),
            "{fate}"
        );
    }
}

#[test]
fn a_file_that_comes_back_is_gone_on_with() {
    let folder = tempfile::tempdir().unwrap();
    let (mut play, path) = session(folder.path());
    let away = folder.path().join("away");
    fs::rename(&path, &away).unwrap();
    look(&mut play);
    fs::rename(&away, &path).unwrap();
    // Even where the answer was that it shall go on in another one.
    play.keys("<enter>");
    let told = look(&mut play);
    assert!(told.contains("The file is in its place"), "{told}");
    note(&mut play);
    assert_eq!(read(&path).unwrap().entries.len(), 3);
    assert_eq!(
        fs::read_dir(folder.path().join("saves")).unwrap().count(),
        0
    );
}
