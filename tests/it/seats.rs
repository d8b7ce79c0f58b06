//! Seats at terminals of their own: several sittings of one live session in one process, each with its seat's eyes.

use unequal_partners::deck::Deck;
use unequal_partners::engine::action::{
    Action, NamedDemand, SealedDemand, SealedReplies, SealedReply, SealedResponse,
};
use unequal_partners::engine::entry_number::EntryNumber;
use unequal_partners::engine::options::Options;
use unequal_partners::engine::phase::Phase;
use unequal_partners::engine::seat::Seat;
use unequal_partners::model::choice::{FollowUp, Inducement, Intensity, Response};
use unequal_partners::session::seal::{seal_demand, seal_response};
use unequal_partners::session::{Owner, Remarks, Setup, Table};
use unequal_partners::tui::effect::Effect;
use unequal_partners::tui::goal::Goal;
use unequal_partners::tui::harness::Play;
use unequal_partners::tui::key::Input;
use unequal_partners::tui::outside;

use crate::eventful::{stamp, submit};
use crate::hidden::{Hidden, another_seed, session};

fn table(setup: &Setup) -> Table {
    let deck = Deck::from_text("deck.toml", include_str!("../golden/deck.toml")).unwrap();
    Table::unrecorded(deck, setup, &stamp(0)).unwrap()
}

/// Sits down at the board of a seat, at a terminal of its own.
fn sit_down(owner: &Owner, seat: Seat) -> Play {
    let mut play = Play::at(owner.place(seat)).sized(160, 45);
    let mut tries = 0;
    while matches!(play.stack.screen(), Some(Goal::Briefing(_))) {
        play.keys("<enter>");
        tries += 1;
        assert!(tries < 3, "{}", play.screen());
    }
    assert_eq!(play.stack.sitting.seat, Some(seat));
    play
}

/// Sees what has come in, and lays the news of it aside.
fn clear(play: &mut Play) {
    play.look();
    while play.stack.is_covered() {
        play.keys("<esc>");
    }
}

/// The white cell acts, at a place that has no screen.
fn white_cell(owner: &Owner, action: &Action) {
    let white = &mut owner.place(Seat::WhiteCell);
    let none = Remarks::default();
    white.submit("Anna", action, none, &stamp(50)).unwrap();
}

fn news() -> Action {
    Action::Inject { instead: None }
}

/// The first move up to the patron's decision, at places that have no screen.
fn until_the_demand(owner: &Owner) {
    white_cell(owner, &news());
    let client = &mut owner.place(Seat::Client);
    let none = Remarks::default();
    client
        .submit("Wei", &Action::NoOffer, none, &stamp(51))
        .unwrap();
}

/// Everything that a screen shows, with its colours, as a seat goes about at it in three sizes.
fn shown(owner: &Owner, seat: Seat) -> String {
    let mut play = sit_down(owner, seat);
    let mut all = String::new();
    for (columns, rows) in [(80, 24), (120, 36), (160, 45)] {
        play.resize(columns, rows);
        let panels = "<tab>".repeat(6);
        let record = "r<up><up><up><pagedown><home>";
        let gauges = "y<right><right><right><right><right>";
        for keys in [
            &panels,
            record,
            gauges,
            "w<right><right>",
            "B",
            ":",
            "?",
            "d1",
            "c",
        ] {
            for input in Input::keys(keys) {
                play.input(input);
                all += &play.styled();
            }
            play.keys("<esc>");
            while play.stack.is_covered() {
                play.keys("<esc>");
            }
            while play.stack.bare_screen() != Some(Goal::Board) {
                play.keys("<enter>");
            }
        }
    }
    all
}

fn looks_the_same(of: Seat, one: Table, other: Table) {
    let (one, other) = (Owner::of(one), Owner::of(other));
    assert!(shown(&one, of) == shown(&other, of), "{of}");
    let knows = Seat::WhiteCell;
    let place = |owner: &Owner| {
        let place = owner.place(knows);
        serde_json::to_string(&place.seen(0..place.entries())).unwrap()
    };
    assert_ne!(place(&one), place(&other), "they differ in what is hidden");
}

#[test]
fn two_seats_of_a_live_session_see_each_only_what_is_theirs() {
    let owner = Owner::of(table(&Setup::of_people("Table 2", 7)));
    let mut china = sit_down(&owner, Seat::Patron);
    let mut russia = sit_down(&owner, Seat::Client);
    white_cell(&owner, &news());
    for play in [&mut china, &mut russia] {
        clear(play);
        assert_eq!(play.stack.bare_screen(), Some(Goal::Board));
    }

    // Russia offers nothing.
    russia.keys("<end><enter><c-s>");
    assert_eq!(
        owner.table().last_number(),
        EntryNumber::new(2),
        "{}",
        russia.screen()
    );
    clear(&mut china);

    // The hand is China's.
    let (hand, text) = {
        let table = owner.table();
        let hand = table.view(Seat::Patron).menu.unwrap();
        (hand, table.deck().text.clone())
    };
    let titles: Vec<&str> = hand
        .iter()
        .map(|card| text.cards[*card].title.as_str())
        .collect();
    let (mine, theirs) = (china.screen(), russia.screen());
    assert!(titles.iter().any(|title| mine.contains(title)), "{mine}");
    for title in &titles {
        assert!(!theirs.contains(title), "{title}\n{theirs}");
    }

    // What China does is Russia's to see, and why it did so is not.
    china.keys("<enter><enter><enter><enter>winter prices tell<c-s>");
    assert_eq!(
        owner.table().last_number(),
        EntryNumber::new(3),
        "{}",
        china.screen()
    );
    russia.look().keys("r");
    let told = owner
        .place(Seat::Client)
        .entry(EntryNumber::new(3))
        .unwrap();
    let words: Vec<&str> = told.sentence.split(' ').take(3).collect();
    let theirs = russia.screen();
    assert!(theirs.contains(&words.join(" ")), "{theirs}");
    assert!(!theirs.contains("winter prices"), "{theirs}");
    assert!(china.keys("r").screen().contains("winter prices"));

    // And the other way round.
    russia.keys("<esc>7<enter>not now<c-s>");
    assert_eq!(
        owner.table().last_number(),
        EntryNumber::new(4),
        "{}",
        russia.screen()
    );
    let mine = china.look().screen();
    assert!(!mine.contains("not now"), "{mine}");
    assert!(russia.keys("r").screen().contains("not now"));

    // Nobody gets at the white cell's board, or at the other side's, from a screen of their own.
    for (play, seat) in [(&mut china, Seat::Patron), (&mut russia, Seat::Client)] {
        clear(play);
        for keys in ["W", "c", "W<enter>", "<tab>W"] {
            play.keys(keys);
            assert_eq!(play.stack.sitting.seat, Some(seat), "{keys}");
            let place = play.stack.sitting.place.as_ref().unwrap();
            assert_eq!((place.seat(), place.seed()), (seat, None), "{keys}");
        }
    }
}

#[test]
fn an_act_for_a_table_that_the_screen_has_not_shown_is_refused() {
    let owner = Owner::of(table(&Setup::of_people("Table 2", 7)));
    let mut china = sit_down(&owner, Seat::Patron);
    until_the_demand(&owner);
    clear(&mut china);
    china.keys("<enter><enter><enter><enter>because");
    let frozen = Action::Adjust {
        gauge: "trust".to_owned(),
        by: -9,
        reason: "the pipeline froze".to_owned(),
    };
    white_cell(&owner, &frozen);
    // The harness looks at the table after a key; what was handed in was decided before.
    let effects = china.stack.handle(Input::keys("<c-s>").remove(0));
    for effect in effects {
        outside::perform(&mut china.stack, &mut china.console, effect);
    }
    let told = china.screen();
    assert!(told.contains("meanwhile entry 3 has come in"), "{told}");
    assert_eq!(owner.table().last_number(), EntryNumber::new(3));
    // Once it has been shown, the act can be handed in as it was typed.
    china.look();
    assert!(china.screen().contains("because"), "{}", china.screen());
    china.keys("<c-s>");
    assert_eq!(
        owner.table().last_number(),
        EntryNumber::new(4),
        "{}",
        china.screen()
    );
}

#[test]
fn no_byte_of_a_seats_screen_changes_with_seed_red_lines_and_the_reasons_of_others() {
    for (of, seed) in [
        (Seat::Client, another_seed(true)),
        (Seat::Patron, another_seed(false)),
        (Seat::Europe, another_seed(false)),
    ] {
        let one = Hidden {
            seed: 1,
            others_say: "yes",
            of,
        };
        let knows = |hidden| Owner::of(session(hidden)).place(Seat::WhiteCell);
        assert_ne!(knows(one).seed(), knows(Hidden { seed, ..one }).seed());
        let (of_one, of_other) = (
            Owner::of(session(one)),
            Owner::of(session(Hidden { seed, ..one })),
        );
        assert!(shown(&of_one, of) == shown(&of_other, of), "{of}");
        let others_say = "quite another reason";
        looks_the_same(of, session(one), session(Hidden { others_say, ..one }));
    }
}

#[test]
fn no_byte_of_a_seats_screen_changes_with_the_plan_that_the_other_side_has_sealed() {
    let sealed = |card: usize, if_met: FollowUp| {
        let options = Options {
            sealed: true,
            ..Options::default()
        };
        let mut table = table(&Setup {
            options,
            ..Setup::of_people("Table 2", 7)
        });
        for (seat, act) in [(Seat::WhiteCell, news()), (Seat::Client, Action::NoOffer)] {
            submit(&mut table, seat, "Anna", &act, Remarks::default());
        }
        let hand = table.view(Seat::Patron).menu.unwrap();
        let plan = SealedDemand {
            take_up: false,
            demand: Some(NamedDemand {
                card: table.scenario().cards[hand[card]].id.clone(),
                intensity: Intensity::Request,
                inducement: Inducement::None,
            }),
            if_met,
            if_defied: FollowUp::Pocket,
        };
        let plan = seal_demand(plan, "a nonce of some length".to_owned());
        let why = Remarks {
            rationale: Some(format!("for the {card}th time")),
            ..Remarks::default()
        };
        submit(&mut table, Seat::Patron, "Bo", &plan.commit, why);
        table
    };
    let (one, other) = (
        || sealed(0, FollowUp::Reward),
        || sealed(1, FollowUp::Pocket),
    );
    looks_the_same(Seat::Client, one(), other());
}

#[test]
fn no_byte_of_a_seats_screen_changes_with_estimates_that_are_not_revealed() {
    let asked = |percent: u8| {
        let mut table = table(&Setup::of_people("Table 2", 7));
        let mut act = |seat: Seat, action: Action, why: Option<String>| {
            let remarks = Remarks {
                rationale: why,
                ..Remarks::default()
            };
            submit(&mut table, seat, "Anna", &action, remarks);
        };
        act(Seat::WhiteCell, news(), None);
        for (name, at) in [("Bo", Seat::Patron), ("Wei", Seat::Client)] {
            let name = name.to_owned();
            act(Seat::WhiteCell, Action::Join { name, at }, None);
        }
        let ask = Action::AskEstimate {
            id: "ice".to_owned(),
            question: "Will the ice hold?".to_owned(),
            resolution: "It holds until spring.".to_owned(),
        };
        act(Seat::WhiteCell, ask, None);
        let estimate = Action::Estimate {
            id: "ice".to_owned(),
            name: "Bo".to_owned(),
            percent,
        };
        act(Seat::Patron, estimate, Some(format!("I think {percent}")));
        Owner::of(table)
    };
    let (one, other) = (asked(20), asked(80));
    for seat in [Seat::Client, Seat::WhiteCell] {
        assert!(shown(&one, seat) == shown(&other, seat), "{seat}");
    }
}

#[test]
fn a_plan_that_was_sealed_at_a_terminal_of_its_own_is_opened_from_there() {
    let options = Options {
        sealed: true,
        ..Options::default()
    };
    let owner = Owner::of(table(&Setup {
        options,
        ..Setup::of_people("Table 2", 7)
    }));
    until_the_demand(&owner);
    let mut china = sit_down(&owner, Seat::Patron);
    let mut russia = sit_down(&owner, Seat::Client);
    let demand = SealedDemand {
        take_up: false,
        demand: None,
        if_met: FollowUp::Pocket,
        if_defied: FollowUp::Pocket,
    };
    let nonce = || "a nonce of some length".to_owned();
    let accept = || SealedReply {
        response: Response::Accept,
        instead: None,
        ask: None,
        words: None,
    };
    let replies = |id: &str| SealedReplies {
        domain: id.to_owned(),
        gentle: accept(),
        hard: accept(),
    };
    let domains = owner.table().scenario().domains.clone();
    let answer = SealedResponse {
        replies: domains.iter().map(|domain| replies(&domain.id)).collect(),
    };
    let plans = [
        (&mut china, Seat::Patron, seal_demand(demand, nonce())),
        (&mut russia, Seat::Client, seal_response(answer, nonce())),
    ];
    for (play, seat, plan) in plans {
        play.look();
        let effect = Effect::Seal {
            seat,
            plan,
            remarks: Remarks::default(),
        };
        outside::perform(&mut play.stack, &mut play.console, effect);
    }
    // Each has committed; now each opens its own, as soon as its screen has seen that.
    assert_eq!(owner.table().view(Seat::Audience).phase, Phase::Reveal);
    china.look();
    assert_eq!(
        owner.table().last_number(),
        EntryNumber::new(5),
        "{}",
        china.screen()
    );
    russia.look();
    assert_eq!(
        owner.table().last_number(),
        EntryNumber::new(6),
        "{}",
        russia.screen()
    );
    assert_ne!(owner.table().view(Seat::Audience).phase, Phase::Reveal);
}
