//! Turn zero on the screen: its dice are those that fell, and nothing of it is counted at the end.

use unequal_partners::engine::action::Action;
use unequal_partners::engine::phase::Phase;
use unequal_partners::engine::seat::Seat;
use unequal_partners::model::choice::{Band, Inducement, Intensity, Response};
use unequal_partners::session::{Remarks, Setup};
use unequal_partners::tui::harness::Play;

use crate::eventful::{reference, submit};

const WHITE: Seat = Seat::WhiteCell;

fn done(play: &Play, seat: Seat, act: &Action, dissent: Option<&str>) {
    let remarks = Remarks {
        dissent: dissent.map(str::to_owned),
        ..Remarks::default()
    };
    submit(&mut play.table(), seat, "Anna", act, remarks);
}

/// A rehearsal in which China pressed, with a dissent, and Russia refused: the ruling is to come.
fn to_be_ruled() -> Play {
    let mut play = Play::with_deck(reference(), &Setup::of_people("Table 2", 7)).unwrap();
    play.stack.sitting.curtain = false;
    play.stack.sitting.briefed.extend(Seat::ALL);
    done(&play, WHITE, &Action::Rehearse, None);
    done(&play, WHITE, &Action::Inject { instead: None }, None);
    done(&play, Seat::Client, &Action::NoOffer, None);
    let acts = play.table().view(Seat::Patron).acts;
    let pressed = acts.into_iter().find(|act| {
        matches!(
            act,
            Action::Demand {
                intensity: Intensity::Press,
                inducement: Inducement::None,
                ..
            }
        )
    });
    done(&play, Seat::Patron, &pressed.unwrap(), Some("too early"));
    let refuses = Action::Respond {
        response: Response::Refuse,
        instead: None,
        ask: None,
        words: None,
    };
    done(&play, Seat::Client, &refuses, None);
    play.look();
    play.sized(120, 36)
}

#[test]
fn the_dice_of_turn_zero_that_the_program_rolled_are_shown_by_their_faces() {
    let mut play = to_be_ruled();
    play.keys("<enter><enter><enter>");
    let screen = play.screen();
    assert!(screen.contains("The result"), "{screen}");
    assert!(!screen.contains("by hand"), "{screen}");
    let lines: Vec<Vec<char>> = screen.lines().map(|line| line.chars().collect()).collect();
    let top = lines.iter().position(|line| line.contains(&'╮')).unwrap();
    let left = lines[top].iter().position(|c| *c == '╭').unwrap();
    let right = lines[top].iter().rposition(|c| *c == '╮').unwrap();
    let dice = lines[top + 1..top + 4]
        .iter()
        .map(|line| &line[left..right]);
    let pips = dice.flatten().filter(|c| **c == '●').count();
    assert!(screen.contains(&format!(" {pips} rolled, ")), "{screen}");
}

#[test]
fn dissent_and_rulings_of_turn_zero_are_not_counted_at_the_end() {
    let mut play = to_be_ruled();
    let ruled = Action::Rule {
        roll: None,
        arguments: 0,
        band: Some(Band::Hold),
        reason: Some("to show it".to_owned()),
        provisional: false,
    };
    done(&play, WHITE, &ruled, None);
    while play.table().view(WHITE).phase != Phase::Drift {
        let acts = play.table().view(Seat::Patron).acts;
        done(&play, Seat::Patron, &acts[0], None);
    }
    done(&play, WHITE, &Action::CloseMove, None);
    done(&play, WHITE, &Action::StartEx, None);
    let end = Action::End {
        reason: "out of time".to_owned(),
    };
    done(&play, WHITE, &end, None);
    play.look();
    let screen = play.screen();
    for said in [
        "ENDEX",
        "no dissent was noted",
        "every computed result stand",
    ] {
        assert!(screen.contains(said), "{said}: {screen}");
    }
}
