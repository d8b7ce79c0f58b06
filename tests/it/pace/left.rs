//! What was used of the clocks stays used: after a session was left, and after it was torn away.

use unequal_partners::engine::action::Kind;
use unequal_partners::store::together::Together;
use unequal_partners::tui::clock::Clock;

use super::*;

/// A session on the disk in which the client's ten minutes run since the beginning.
fn answering(folder: &std::path::Path) -> std::path::PathBuf {
    let path = folder.join("table.toml");
    let setup = Setup::of_people("Table 2", 7);
    let mut table = Table::create(reference(), &setup, &path, &stamp(0, 0)).unwrap();
    for act in [
        Action::Inject { instead: None },
        set(ClockOf::Client, 600, false),
    ] {
        let seen = table.last_number();
        let none = Remarks::default();
        let made = table.submit(seen, Seat::WhiteCell, "Anna", &act, none, &stamp(0, 0));
        made.unwrap();
    }
    path
}

/// Goes on with a session so many minutes after the beginning.
fn goes_on(path: &std::path::Path, minute: u32) -> Play {
    let mut play = Play::home(path.parent().unwrap());
    play.stack.sitting.clock = Clock::held_at(&stamp(minute, 0));
    outside::perform(
        &mut play.stack,
        &mut play.console,
        Effect::Resume(path.to_owned()),
    );
    time::look(&mut play.stack, &mut play.console);
    play
}

fn used(play: &Play) -> i64 {
    let now = play.stack.sitting.clock.now();
    let pace = Pace::of(&table(play), &now);
    pace.clock(ClockOf::Client).unwrap().used
}

#[test]
fn leaving_a_session_gives_no_time_back() {
    let folder = tempfile::tempdir().unwrap();
    let path = answering(folder.path());
    let mut play = goes_on(&path, 1);
    let before = used(&play);
    at(&mut play, 4, 0);
    // Nobody looks at the clocks once more before the table is left.
    play.stack.sitting.clock = Clock::held_at(&stamp(4, 7));
    assert_eq!(used(&play), before + 187);
    outside::perform(&mut play.stack, &mut play.console, Effect::Leave);
    drop(play);
    let mut play = goes_on(&path, 700);
    assert_eq!(used(&play), before + 187, "a night later");
    let kinds: Vec<Kind> = {
        let table = table(&play);
        table
            .moments()
            .iter()
            .map(|one| one.entry.act.kind())
            .collect()
    };
    assert!(kinds.ends_with(&[Kind::Note, Kind::Reconvene]), "{kinds:?}");
    at(&mut play, 702, 0);
    assert_eq!(used(&play), before + 187 + 120);
    for seat in [Seat::Patron, Seat::Client, Seat::Audience] {
        let told = table(&play).seen(seat);
        let told = told
            .iter()
            .any(|seen| seen.sentence.contains("was together"));
        assert!(!told, "a note of the white cell’s own: {seat}");
    }
}

#[test]
fn a_session_that_is_torn_away_gives_back_no_more_than_ten_seconds() {
    let folder = tempfile::tempdir().unwrap();
    let path = answering(folder.path());
    let mut play = goes_on(&path, 1);
    let before = used(&play);
    for second in 1..=47 {
        at(&mut play, 1, second);
    }
    // Nobody left: the program is gone.
    drop(play);
    let play = goes_on(&path, 60);
    let kept = used(&play) - before;
    assert!((37..=47).contains(&kept), "{kept}");
}

#[test]
fn what_was_kept_beside_another_line_of_play_says_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = answering(folder.path());
    let mut play = goes_on(&path, 1);
    let before = used(&play);
    at(&mut play, 4, 7);
    outside::perform(&mut play.stack, &mut play.console, Effect::Leave);
    drop(play);
    let kept = Together::beside(&path).unwrap();
    let others = [
        Together {
            digest: "0f".to_owned(),
            ..kept.clone()
        },
        Together {
            after: EntryNumber::new(1),
            ..kept.clone()
        },
        Together {
            at: stamp(900, 0),
            ..kept.clone()
        },
        Together {
            at: "soon".to_owned(),
            ..kept
        },
    ];
    for other in others {
        other.keep(&path).unwrap();
        let copy = folder.path().join("copy");
        std::fs::create_dir_all(&copy).unwrap();
        let there = copy.join("table.toml");
        std::fs::copy(&path, &there).unwrap();
        std::fs::copy(Together::path_for(&path), Together::path_for(&there)).unwrap();
        let play = goes_on(&there, 60);
        assert_eq!(used(&play), before, "{other:?}");
    }
}
