//! A workshop of eight moves through the keyboard, and the same workshop as a script: they give the same entries.

#[path = "../common/workshop.rs"]
mod script;

use unequal_partners::engine::seat::Seat;
use unequal_partners::session::Setup;
use unequal_partners::tui::harness::Play;

/// The workshop, played on a terminal of memory.
fn played() -> Play {
    let setup = Setup::of_people("Workshop", script::SEED);
    let (columns, rows) = script::SIZE;
    let mut play = Play::new(&setup).unwrap().sized(columns, rows);
    for step in script::steps() {
        for key in &step.keys {
            play.keys(key);
        }
        let screen = play.screen();
        assert!(
            screen.contains(&step.words),
            "workshop.keys:{}: {:?} is not shown\n{screen}",
            step.line,
            step.words
        );
    }
    play
}

#[test]
fn the_workshop_is_run_from_the_console_alone() {
    let play = played();
    let table = play.app.table.as_ref().unwrap();
    assert!(table.has_ended());
    let view = table.view(Seat::WhiteCell);
    assert_eq!(view.path.len(), 9, "{:?}", view.path);
}
