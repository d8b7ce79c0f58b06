//! What a seat may not know changes no byte of its report while the session goes on.

use unequal_partners::deck::Deck;
use unequal_partners::engine::action::Action;
use unequal_partners::engine::seat::Seat;
use unequal_partners::report::{Aar, Extras, Format};
use unequal_partners::session::{Holder, Holders, Remarks, Setup, Table};

use super::deck;
use crate::eventful::{REFERENCE, stamp, submit};
use crate::hidden::{Hidden, another_seed, session, with_a_plan};

/// A report in all formats, as one text.
fn report(table: &Table, seat: Seat) -> String {
    let aar = Aar::new(table, seat, Extras::default());
    let formats = [Format::Html, Format::Markdown, Format::Json, Format::Csv];
    let parts = formats.map(|format| format.parts("s", &aar));
    let texts = parts.into_iter().flatten().map(|part| part.text);
    let page = super::playback::page(table, seat);
    texts.chain([page]).collect::<Vec<String>>().join("\n")
}

fn looks_the_same(seat: Seat, one: Hidden<'_>, other: Hidden<'_>) {
    let (one, other) = (session(one), session(other));
    assert_ne!(
        report(&one, Seat::WhiteCell),
        report(&other, Seat::WhiteCell),
        "the sessions must differ in what is hidden"
    );
    let (one, other) = (report(&one, seat), report(&other, seat));
    let at = one.bytes().zip(other.bytes()).position(|(a, b)| a != b);
    if let Some(at) = at.or((one.len() != other.len()).then_some(0)) {
        let around = |text: &str| {
            let from = text.len().min(at.saturating_sub(120));
            String::from_utf8_lossy(&text.as_bytes()[from..text.len().min(at + 120)]).into_owned()
        };
        panic!(
            "{seat} can tell at {at}:\n{}\n—\n{}",
            around(&one),
            around(&other)
        );
    }
}

#[test]
fn europe_and_the_audience_cannot_tell_seeds_apart_nor_reasons() {
    for of in [Seat::Europe, Seat::Audience] {
        cannot_tell(of, another_seed(false));
    }
}

#[test]
fn the_client_cannot_tell_piles_and_the_patrons_reasons_apart() {
    // The client knows its own red lines, so they stay.
    cannot_tell(Seat::Client, another_seed(true));
}

#[test]
fn the_patron_cannot_tell_red_lines_to_come_and_the_clients_reasons_apart() {
    cannot_tell(Seat::Patron, another_seed(false));
}

/// Neither another seed nor other reasons of the others show in what a seat reads.
fn cannot_tell(of: Seat, other_seed: u64) {
    let one = Hidden {
        seed: 1,
        others_say: "yes",
        of,
    };
    let seeds = Hidden {
        seed: other_seed,
        ..one
    };
    let reasons = Hidden {
        others_say: "quite another reason",
        ..one
    };
    looks_the_same(of, one, seeds);
    looks_the_same(of, one, reasons);
}

/// Europe's own gauges, by their words.
const EUROPES: [&str; 3] = ["unity", "compliance", "exposure"];

#[test]
fn what_is_europes_own_stands_in_its_own_report_and_in_no_other_seats() {
    let table = session(Hidden {
        seed: 1,
        others_say: "yes",
        of: Seat::Europe,
    });
    let told = |seat| {
        let aar = Aar::new(&table, seat, Extras::default());
        let curves = aar.course.gauges.iter().map(|curve| &curve.gauge);
        let effects = aar.chronology.iter().flat_map(|line| &line.effects);
        let moved = effects.map(|effect| &effect.gauge);
        curves.chain(moved).cloned().collect::<Vec<String>>()
    };
    let names_any = |told: &[String]| {
        EUROPES
            .iter()
            .any(|word| told.iter().any(|gauge| gauge == word))
    };
    assert!(names_any(&told(Seat::Europe)));
    for seat in [Seat::Patron, Seat::Client, Seat::Audience] {
        assert!(!names_any(&told(seat)), "{seat}: {:?}", told(seat));
    }
}

/// One move in which Europe takes a measure that the reference deck would have in the open, in secret.
fn with_a_secret() -> Table {
    let id = "id = \"engage-beijing\"\n";
    let text = REFERENCE
        .replacen("[europe]\n", "[europe]\nleaks_at = 1\n", 1)
        .replacen(id, &format!("{id}secret = 1\n"), 1);
    let setup = Setup {
        seats: Holders {
            europe: Holder::Human,
            ..Holders::default()
        },
        ..Setup::of_people("Table 2", 7)
    };
    let deck = Deck::from_text("deck.toml", &text).unwrap();
    let mut table = Table::unrecorded(deck, &setup, &stamp(0)).unwrap();
    let open = Action::Inject { instead: None };
    let measure = Action::Measure {
        measure: "engage-beijing".to_owned(),
        secret: true,
    };
    let acts = [
        (Seat::WhiteCell, open),
        (Seat::Europe, measure),
        (Seat::Client, Action::NoOffer),
        (Seat::Patron, Action::Hold),
        (Seat::WhiteCell, Action::CloseMove),
    ];
    for (seat, act) in acts {
        submit(&mut table, seat, "Eva", &act, Remarks::default());
    }
    table
}

#[test]
fn a_secret_measure_that_holds_is_named_in_no_report_but_europes_and_the_white_cells() {
    let table = with_a_secret();
    let title = {
        let at = table.scenario().measure_at("engage-beijing").unwrap();
        table.deck().text.measures[at].title.clone()
    };
    for seat in Seat::ALL {
        let told = report(&table, seat);
        let knows = matches!(seat, Seat::Europe | Seat::WhiteCell);
        for word in [title.as_str(), "engage-beijing"] {
            assert_eq!(told.contains(word), knows, "{seat}: {word}");
        }
    }
}

#[test]
fn a_plan_of_europes_changes_no_byte_of_a_report_but_its_own_and_the_white_cells() {
    for decided_for in [false, true] {
        let [plan, none] = [Some("plan-collapse"), None].map(|plan| {
            let setup = Setup {
                seats: Holders {
                    europe: Holder::Human,
                    ..Holders::default()
                },
                ..Setup::of_people("Table 2", 7)
            };
            let mut table = Table::unrecorded(deck(), &setup, &stamp(0)).unwrap();
            for (seat, act) in with_a_plan(plan, decided_for) {
                submit(&mut table, seat, "Eva", &act, Remarks::default());
            }
            table
        });
        for seat in Seat::ALL {
            let knows = matches!(seat, Seat::Europe | Seat::WhiteCell);
            let differs = report(&plan, seat) != report(&none, seat);
            assert_eq!(differs, knows, "{seat}, decided for it: {decided_for}");
            let differs = plan.view(seat) != none.view(seat);
            assert_eq!(differs, knows, "{seat}'s view");
        }
    }
}

/// A move in a crisis, in which the patron has decided and the client has not.
fn one_has_decided(climb_down: bool) -> Table {
    let setup = Setup::of_people("Table 2", 7);
    let mut table = Table::unrecorded(deck(), &setup, &stamp(0)).unwrap();
    let open = Action::Inject { instead: None };
    let fall = Action::Adjust {
        gauge: "stability".to_owned(),
        by: -52,
        reason: "an ambassador was called home".to_owned(),
    };
    let acts = [
        (Seat::WhiteCell, open.clone()),
        (Seat::Client, Action::NoOffer),
        (Seat::Patron, Action::Hold),
        (Seat::WhiteCell, fall),
        (Seat::WhiteCell, Action::CloseMove),
        (Seat::WhiteCell, open),
        (Seat::Patron, Action::CrisisAct { climb_down }),
    ];
    for (seat, act) in acts {
        submit(&mut table, seat, "Anna", &act, Remarks::default());
    }
    table
}

#[test]
fn a_decision_in_a_crisis_stands_in_no_report_of_the_others_until_both_are_made() {
    let (one, other) = (one_has_decided(true), one_has_decided(false));
    for seat in [Seat::Client, Seat::Europe, Seat::Audience] {
        assert!(report(&one, seat) == report(&other, seat), "{seat}");
    }
    assert!(report(&one, Seat::Patron) != report(&other, Seat::Patron));
}

#[test]
fn a_view_holds_no_trace_of_a_decision_in_a_crisis_until_both_are_made() {
    let (one, other) = (one_has_decided(true), one_has_decided(false));
    for seat in [Seat::Client, Seat::Europe, Seat::Audience] {
        let view = one.view(seat);
        assert!(view == other.view(seat), "{seat}");
        assert!(
            !view.crisis_decided.patron && view.crisis_acts.patron.is_none(),
            "{seat}"
        );
    }
    assert_eq!(one.view(Seat::Patron).crisis_acts.patron, Some(true));
}

/// What is shown passes several layers, and each keeps what is hidden by itself: a fault in one must show.
#[test]
fn a_view_holds_no_trace_of_what_its_seat_may_not_know() {
    let of = Seat::Audience;
    let one = Hidden {
        seed: 1,
        others_say: "yes",
        of,
    };
    let other = session(Hidden {
        seed: another_seed(false),
        ..one
    });
    let one = session(one);
    let seen = one.view(of);
    assert_eq!(
        seen,
        other.view(of),
        "what is not shown is not there either"
    );
    for seat in [Seat::Audience, Seat::Patron, Seat::Europe] {
        let view = one.view(seat);
        for domain in one.scenario().domains.places() {
            let crossing = view.domain(one.scenario(), domain).crossing;
            assert_eq!(crossing, None, "{seat}, {domain:?}");
        }
    }
    for seat in [Seat::Audience, Seat::Client, Seat::Europe] {
        let view = one.view(seat);
        assert_eq!((view.menu, view.effort), (None, None), "{seat}");
    }
    for seat in [Seat::Audience, Seat::Client, Seat::Patron, Seat::Europe] {
        let view = one.view(seat);
        let hidden = (view.last_move, view.next_event, view.dice);
        assert_eq!(hidden, (None, None, None), "{seat}");
        assert_eq!(view.europe.is_some(), seat == Seat::Europe, "{seat}");
    }
}

#[test]
fn nobody_but_the_white_cell_can_tell_a_named_event_from_a_drawn_one() {
    let with = |instead: Option<String>| {
        let setup = Setup::of_people("Table 2", 5);
        let mut table = Table::unrecorded(deck(), &setup, &stamp(0)).unwrap();
        let inject = Action::Inject { instead };
        submit(
            &mut table,
            Seat::WhiteCell,
            "Anna",
            &inject,
            Remarks::default(),
        );
        table
    };
    let drawn = with(None);
    let event = drawn.moments()[0].entry.drawn.event.clone();
    let named = with(event);
    for seat in [Seat::Patron, Seat::Client, Seat::Europe, Seat::Audience] {
        assert!(report(&drawn, seat) == report(&named, seat), "{seat}");
    }
}

#[test]
fn after_the_end_nothing_is_hidden_and_the_report_says_so() {
    let mut table = session(Hidden {
        seed: 1,
        others_say: "yes",
        of: Seat::Client,
    });
    let before = Aar::new(&table, Seat::Client, Extras::default());
    assert!(before.session.redacted && before.session.seed.is_none());
    assert!(before.attribution.is_none() && before.overrides.without.is_none());
    let end = Action::End {
        reason: "time".to_owned(),
    };
    submit(
        &mut table,
        Seat::WhiteCell,
        "Anna",
        &end,
        Remarks::default(),
    );
    let after = Aar::new(&table, Seat::Client, Extras::default());
    assert!(!after.session.redacted && after.session.seed == Some(1));
    assert!(after.attribution.is_some());
}
