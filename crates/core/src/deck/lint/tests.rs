//! Each lint finds what it is for in the start of a new deck, after an edit, and nothing else.

mod facts;
mod quoted;

use super::*;

const TEMPLATE: &str = include_str!("../template.toml");

/// What is found in the template after these edits.
fn found(edits: &[(&str, &str)]) -> Vec<String> {
    let mut text = TEMPLATE.to_owned();
    for (from, to) in edits {
        assert!(text.contains(from), "{from}");
        text = text.replacen(from, to, 1);
    }
    let deck = match Deck::from_text("template", &text) {
        Ok(deck) => deck,
        Err(problems) => panic!("{}", crate::deck::report(&problems, false)),
    };
    let name = |problem: Problem| format!("{} {}", problem.code, problem.path);
    lint(&deck).into_iter().map(name).collect()
}

#[test]
fn a_domain_without_a_mild_demand_is_found() {
    let edits = [(
        "\"mild\"\ngain = 4\nautonomy_cost = 4",
        "\"firm\"\ngain = 4\nautonomy_cost = 4",
    )];
    assert_eq!(found(&edits), ["no-mild-demand domain[river]"]);
}

#[test]
fn a_card_that_is_given_whole_or_not_at_all_and_never_can_be_is_found() {
    let edits = [("capacity_need = 22", "capacity_need = 90")];
    assert_eq!(
        found(&edits),
        ["unreachable-card card[gunboats].capacity_need"]
    );
}

#[test]
fn a_card_that_is_never_paid_for_whole_is_found() {
    let edits = [("capacity_need = 14", "capacity_need = 67")];
    let found = found(&edits);
    assert!(
        found.iter().any(|f| f.starts_with("unpayable-card ")),
        "{found:?}"
    );
    let edits = [("capacity_need = 14", "capacity_need = 66")];
    let found = self::found(&edits);
    assert!(
        !found.iter().any(|f| f.starts_with("unpayable-card ")),
        "{found:?}"
    );
}

#[test]
fn a_response_that_nobody_would_choose_is_found() {
    let edits = [(
        "partial = { floor = 40, offer = 50, ceiling = 60",
        "partial = { floor = 60, offer = 80, ceiling = 90",
    )];
    assert_eq!(found(&edits), ["dominated-response response.partial"]);
}

#[test]
fn an_event_and_a_condition_that_do_nothing_are_found() {
    let edits = [
        ("{ trust = 8, resentment = -6 }", "{ trust = 0 }"),
        (
            "endurance = 45\nshared_front = 0\neurope = 0\ntext",
            "endurance = 0\nshared_front = 0\neurope = 0\ntext",
        ),
        ("harvest = -20, ", ""),
    ];
    assert_eq!(
        found(&edits),
        [
            "idle-condition condition[harvest]",
            "idle-event event[rescue].change"
        ]
    );
}

#[test]
fn events_that_do_not_last_are_found() {
    assert_eq!(
        found(&[("quiet_events = 4", "quiet_events = 1")]),
        ["few-events session.quiet_events"]
    );
}

#[test]
fn red_lines_out_of_reach_or_already_reached_are_found() {
    let edits = [
        ("red_line = 70", "red_line = 95"),
        ("red_line = 48", "red_line = 25"),
    ];
    assert_eq!(
        found(&edits),
        [
            "red-line-unreachable domain[trade].red_line",
            "red-line-at-start domain[river].strain",
        ]
    );
}

#[test]
fn weights_that_do_not_add_up_are_found() {
    assert_eq!(found(&[("room = 20", "room = 30")]), ["weights stability"]);
}

#[test]
fn missing_and_overlong_texts_are_found() {
    let long = "word ".repeat(95);
    let edits = [
        ("why = \"The river matters more than ever.\"\n", ""),
        (
            "He brings a letter, a clock and no instructions.",
            long.as_str(),
        ),
        ("patron_view = \"It comes back, and it binds.\"\n", ""),
        (
            "works_text = \"The stoves go out, and letters are written.\"\n",
            "",
        ),
        (
            "unity_text = \"What the Islands can agree on. Talk is cheap there, and agreement is not.\"\n",
            "",
        ),
    ];
    assert_eq!(
        found(&edits),
        [
            "missing-text ask[loan]",
            "missing-text event[storm]",
            "overlong-text event[envoy].text",
            "missing-text europe",
            "missing-text measure[blockade]",
        ]
    );
}

#[test]
fn a_rung_that_comes_after_the_last_move_is_found() {
    let edits = [(
        "requires = [\"coin\"]",
        "requires = [\"coin\"]\nnot_before = 7",
    )];
    assert_eq!(found(&edits), ["never-open card[granaries]"]);
    let edits = [
        ("id = \"coin\"", "id = \"coin\"\nnot_before = 6"),
        (
            "given = [\"pilots\"]\ntext = \"Nobody",
            "given = [\"granaries\"]\ntext = \"Nobody",
        ),
    ];
    assert_eq!(
        found(&edits),
        [
            "never-open card[granaries]",
            "never-comes event[pilot-drowns].given",
        ],
        "what requires it comes too late as well, and what waits for that"
    );
}

#[test]
fn rungs_that_shut_each_other_are_found() {
    let edits = [
        ("requires = [\"coin\"]", "requires = [\"coin\", \"tolls\"]"),
        ("id = \"coin\"", "id = \"coin\"\nexcludes = [\"tolls\"]"),
        ("id = \"tolls\"", "id = \"tolls\"\nexcludes = [\"coin\"]"),
    ];
    assert_eq!(found(&edits), ["never-open card[granaries]"]);
    let edits = [
        (
            "requires = [\"coin\"]",
            "requires = [\"coin\"]\nexcludes = [\"tolls\"]",
        ),
        ("id = \"coin\"", "id = \"coin\"\nrequires = [\"tolls\"]"),
    ];
    assert_eq!(found(&edits), ["never-open card[granaries]"]);
}

#[test]
fn an_event_that_can_never_come_is_found() {
    let edits = [("at_most = { harvest = 80 }", "at_least = { harvest = 101 }")];
    assert_eq!(found(&edits), ["never-comes event[good-harvest].at_least"]);
    let edits = [(
        "at_most = { harvest = 80 }",
        "at_least = { harvest = 60 }\nat_most = { harvest = 40 }",
    )];
    assert_eq!(found(&edits), ["never-comes event[good-harvest].at_least"]);
}

#[test]
fn offers_that_nobody_makes_pays_or_takes_up_are_found() {
    assert_eq!(
        found(&[("offer = true\n", "offer = true\nindivisible = true\n")]),
        ["never-offered card[coin].offer"]
    );
    assert_eq!(found(&[("offer = true\n", "")]), ["not-offered card[coin]"]);
    assert_eq!(
        found(&[("capacity_need = 12", "capacity_need = 80")]),
        ["unpayable-offer card[rye].capacity_need"]
    );
    assert_eq!(
        found(&[
            ("price = 12\n", "price = 40\n"),
            ("price = 8\n", "price = 40\n")
        ]),
        ["offer-at-a-loss card[rye].wants"]
    );
}

#[test]
fn offers_without_anything_to_ask_for_are_found() {
    let (before, _) = TEMPLATE.split_once("[[ask]]\nid = \"loan\"").unwrap();
    let from = TEMPLATE.strip_prefix(before).unwrap();
    let (asks, _) = from.split_once("# -----").unwrap();
    let edits = [
        (asks, ""),
        ("wants = [\"loan\", \"respect\"]\n", ""),
        ("wants = [\"loan\", \"respect\"]\n", ""),
        (
            "id = \"how-offered\"\npart = \"how\"\noffers_taken = 1\n",
            "id = \"how-offered\"\npart = \"how\"\nholds = 2\n",
        ),
    ];
    assert_eq!(found(&edits), ["no-ask card[coin]", "no-ask card[rye]"]);
}

#[test]
fn measures_that_europe_never_agrees_on_are_found() {
    let edits = [(
        "kind = \"sanction\"\nunity = 2",
        "kind = \"sanction\"\nunity = 6",
    )];
    assert_eq!(
        found(&edits),
        ["unaffordable-measure measure[blockade].unity"]
    );
    let edits = [(
        "kind = \"sanction\"\nunity = 2",
        "kind = \"sanction\"\nunity = 2\nsecret = 4",
    )];
    assert_eq!(
        found(&edits),
        ["unaffordable-measure measure[blockade].secret"]
    );
}

#[test]
fn an_ending_without_a_plan_and_one_with_two_are_found() {
    assert_eq!(
        found(&[("ending = \"drift\"", "ending = \"managed\"")]),
        ["no-plan measure", "same-plan measure[plan-drift].ending"]
    );
}

#[test]
fn a_piece_that_can_never_be_told_is_found() {
    for never in [
        "punished = 8",
        "crossings = 2\ncrossings_at_most = 1",
        "given = [\"coin\", \"pilots\"]\nmost_given = 1",
        "at_least = { trust = 101 }",
        "offers_taken = 4",
        "no_europe = true\nplanned = true",
        "measures = { engage = 1 }",
        "measures = { hedge = 4, watch = 4 }",
    ] {
        let piece = format!("punished = 2\n{never}").replace("punished = 2\npunished", "punished");
        assert_eq!(
            found(&[("punished = 2", &piece)]),
            ["never-told piece[how-punished]"],
            "{never}"
        );
    }
}

#[test]
fn a_piece_about_what_can_never_be_given_is_found() {
    let edits = [
        ("id = \"gunboats\"", "id = \"gunboats\"\nnot_before = 7"),
        (
            "given = [\"pilots\"]\ntext = \"Upland's",
            "given = [\"gunboats\"]\ntext = \"Upland's",
        ),
    ];
    assert_eq!(
        found(&edits),
        [
            "never-open card[gunboats]",
            "never-told piece[given-pilots]"
        ]
    );
}

#[test]
fn a_piece_in_whose_place_another_is_always_told_is_found() {
    let edits = [("offers_taken = 1\n", "")];
    assert_eq!(found(&edits), ["never-told piece[how-plain]"]);
    let edits = [(
        "id = \"how-plain\"\npart = \"how\"\n",
        "id = \"how-plain\"\npart = \"how\"\nendings = [\"drift\"]\noffers_taken = 2\n",
    )];
    assert_eq!(found(&edits), ["never-told piece[how-plain]"]);
}

#[test]
fn an_ending_after_which_a_part_stays_silent_is_found() {
    let edits = [
        (
            "id = \"open-plain\"\npart = \"open\"\n",
            "id = \"open-plain\"\npart = \"open\"\nendings = [\"rupture\"]\n",
        ),
        (
            "id = \"open-blockade\"\npart = \"open\"\n",
            "id = \"open-blockade\"\npart = \"open\"\nendings = [\"rupture\", \"collapse\", \"capture\", \"entente\", \"managed\"]\n",
        ),
    ];
    assert_eq!(found(&edits), ["missing-piece story.parts[3]"]);
}

#[test]
fn places_in_the_source_are_found_by_id_and_by_name() {
    let deck = Deck::from_text("template", TEMPLATE).unwrap();
    let at = |table, name| {
        deck.source
            .get(deck.span_of(table, name))
            .unwrap_or_default()
    };
    assert_eq!(at("card", "pilots"), "[[card]]");
    assert_eq!(at("ending", "drift"), "[ending.drift]");
    assert_eq!(deck.span_of("card", "nothing"), deck.span_of("card", ""));
}

#[test]
fn a_running_order_that_does_not_fit_the_session_is_found() {
    let order = "\nrunning_order = [{ what = \"welcome\", minutes = 10 }, { moves = 5, minutes = 10 }, { minutes = 5 }]\n";
    let edits = [(
        "\nlanguage = \"en\"\n",
        &*format!("\nlanguage = \"en\"{order}"),
    )];
    assert_eq!(
        found(&edits),
        [
            "moves-disagree deck.running_order",
            "missing-text deck.running_order[3]"
        ]
    );
}
