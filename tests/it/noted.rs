//! The digest of a record is shown where people can note it: at the end, on the screen.

use unequal_partners::deck::Deck;
use unequal_partners::engine::action::Action;
use unequal_partners::engine::seat::Seat;
use unequal_partners::session::{Remarks, Setup};
use unequal_partners::store::{noted, read};
use unequal_partners::tui::effect::Effect;
use unequal_partners::tui::harness::Play;
use unequal_partners::tui::outside;

#[test]
fn the_room_can_photograph_the_digest_of_its_record_at_the_end() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("table.toml");
    let mut play = Play::home(folder.path()).sized(160, 45);
    let deck = Deck::from_text("golden", include_str!("../golden/deck.toml")).unwrap();
    let begin = Effect::Create {
        deck: Box::new(deck),
        setup: Setup::of_people("Table 2", 7),
        path: Some(path.clone()),
    };
    outside::try_perform(&mut play.stack, &mut play.console, begin).unwrap();
    play.stack.sitting.briefed.extend(Seat::ALL);
    let end = Effect::Submit {
        seat: Seat::WhiteCell,
        action: Action::End {
            reason: "time is up".to_owned(),
        },
        remarks: Remarks::default(),
    };
    outside::perform(&mut play.stack, &mut play.console, end);
    let digest = noted::short(read(&path).unwrap().digest());
    let shows = (0..60).any(|_| {
        let told = play.screen();
        play.keys("<down>");
        told.contains("photograph") && told.contains(&digest)
    });
    assert!(shows, "{digest}:\n{}", play.screen());
}
