//! Whole screens: what they show at three sizes and without colour, and that no size breaks them.

mod scenes;
mod ways;

use tempfile::TempDir;
use unequal_partners::tui::harness::Play;
use unequal_partners::tui::theme::ThemeName;

use scenes::{SCENES, curtain, setup};

const SIZES: [(u16, u16); 3] = [(80, 24), (120, 36), (160, 45)];

fn shown(play: &mut Play, folder: &TempDir) -> String {
    let path = folder.path().display().to_string();
    play.screen().replace(&path, "saves")
}

fn assert_looks(name: &str, shown: &str) {
    insta::with_settings!({ snapshot_path => "../screens", prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!(name, shown);
    });
}

#[test]
fn every_screen_looks_as_it_did_at_three_sizes() {
    for (name, scene) in SCENES {
        for (columns, rows) in SIZES {
            let (play, folder) = scene();
            let mut play = play.sized(columns, rows);
            assert_looks(
                &format!("{name}-{columns}x{rows}"),
                &shown(&mut play, &folder),
            );
        }
    }
}

#[test]
fn without_colour_words_and_signs_say_all() {
    for (name, scene) in [
        ("home-with-saves", SCENES[1].1),
        ("setup", setup),
        ("curtain", curtain),
    ] {
        let (play, folder) = scene();
        let mut play = play.themed(ThemeName::None);
        let styled = play.styled();
        assert!(!styled.contains("fg: Rgb"), "{name} uses colour");
        assert!(!styled.contains("bg: Rgb"), "{name} uses colour");
        let plain = shown(&mut play, &folder);
        let (mut coloured, other) = scene();
        assert_eq!(plain, shown(&mut coloured, &other), "{name}");
        if name == "setup" {
            // Where the cursor stands shows by reversed and underlined text.
            insta::with_settings!({ snapshot_path => "../screens", prepend_module_to_snapshot => false, omit_expression => true }, {
                insta::assert_snapshot!("setup-monochrome", styled.replace(&folder.path().display().to_string(), "saves"));
            });
        }
    }
}

#[test]
fn no_size_breaks_any_screen() {
    let sizes = [
        (1, 1),
        (2, 40),
        (300, 1),
        (19, 19),
        (59, 20),
        (60, 19),
        (60, 20),
        (61, 21),
        (79, 23),
        (300, 100),
        (500, 30),
    ];
    for (name, scene) in SCENES {
        let (mut play, _folder) = scene();
        for (columns, rows) in sizes {
            play.resize(columns, rows);
            let text = play.screen();
            let widest = text.lines().map(|line| line.chars().count()).max();
            assert!(
                widest <= Some(usize::from(columns)),
                "{name} at {columns}x{rows}"
            );
            if columns < 60 || rows < 20 {
                assert!(
                    columns < 30 || text.contains("This terminal has"),
                    "{name}: {text}"
                );
            }
        }
        play.resize(80, 24);
        assert!(!play.screen().contains("This terminal has"), "{name}");
    }
}
