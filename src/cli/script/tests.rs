//! Lines that are right, lines that are wrong, and lines that nobody ever meant to write.

use std::io::Cursor;

use proptest::prelude::*;

use super::{Deed, Line, Script, Sealing};
use crate::cli::clock::Clock;
use crate::cli::drive::{Plans, Stop, drive};
use crate::cli::error::Error;
use unequal_core::deck::Deck;
use unequal_core::engine::action::Action;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::seat::Seat;
use unequal_core::model::choice::{Inducement, Intensity};
use unequal_session::{Holder, Holders, Setup, Table};

fn script(text: impl Into<Vec<u8>>) -> Script {
    Script::reading("acts.jsonl", Box::new(Cursor::new(text.into())))
}

fn read(text: &str) -> Result<Vec<Line>, Error> {
    let mut script = script(text);
    let mut lines = Vec::new();
    while let Some(line) = script.take_if(|_| true)? {
        lines.push(line);
    }
    Ok(lines)
}

fn one(text: &str) -> Line {
    let mut lines = read(text).unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(lines.len(), 1);
    lines.remove(0)
}

fn complaint(text: &str) -> String {
    read(text).unwrap_err().to_string()
}

#[test]
fn an_act_may_stand_in_its_own_object_or_at_the_top() {
    let demand = Deed::Act(Action::Demand {
        card: "gas".to_owned(),
        intensity: Intensity::Press,
        inducement: Inducement::None,
    });
    let nested = one(
        r#"{"seat":"patron","act":{"kind":"demand","card":"gas","intensity":"press"},"by":"Li","confidence":70}"#,
    );
    let flat = one(
        r#"{"seat":"patron","kind":"demand","card":"gas","intensity":"press","by":"Li","confidence":70}"#,
    );
    for line in [nested, flat] {
        assert_eq!(line.seat, Seat::Patron);
        assert_eq!(line.deed, demand);
        assert_eq!(line.by.as_deref(), Some("Li"));
        assert_eq!(line.remarks.confidence, Some(70));
    }
}

#[test]
fn the_change_of_an_adjusted_gauge_is_not_the_hand_that_acts() {
    let adjust = Deed::Act(Action::Adjust {
        gauge: "trust".to_owned(),
        by: -5,
        reason: "a leak".to_owned(),
    });
    let flat = r#"{"seat":"white-cell","kind":"adjust","gauge":"trust","by":-5,"reason":"a leak"}"#;
    let nested = r#"{"seat":"white-cell","act":{"kind":"adjust","gauge":"trust","by":-5,"reason":"a leak"},"by":"Ann"}"#;
    assert_eq!((one(flat).deed, one(flat).by), (adjust.clone(), None));
    assert_eq!(
        (one(nested).deed, one(nested).by),
        (adjust, Some("Ann".to_owned()))
    );
}

#[test]
fn a_key_that_the_line_takes_for_itself_is_told_from_one_that_is_missing() {
    let said = complaint(r#"{"seat":"white-cell","kind":"join","name":"Olga","at":"patron"}"#);
    assert!(said.contains("`at` stands beside the act"), "{said}");
    assert!(
        said.contains("hint: give the act an object of its own"),
        "{said}"
    );
    one(r#"{"seat":"white-cell","act":{"kind":"join","name":"Olga","at":"patron"}}"#);
}

#[test]
fn blank_lines_and_comments_are_skipped_and_counted() {
    let text =
        "\u{feff}# the first team\r\n\r\n  \n{\"seat\":\"patron\",\"kind\":\"hold\"}\r\n# end";
    assert_eq!(one(text).number, 4);
}

#[test]
fn stamps_are_kept_in_utc() {
    let line = one(r#"{"seat":"patron","kind":"hold","at":"2026-06-01T12:00:00+02:00"}"#);
    assert_eq!(line.at.as_deref(), Some("2026-06-01T10:00:00Z"));
}

#[test]
fn a_plan_is_sealed_by_its_own_side() {
    let line = one(
        r#"{"seat":"patron","act":{"kind":"seal","nonce":"n","plan":{"if_met":"pocket","if_defied":"back-down"}}}"#,
    );
    assert!(matches!(line.deed, Deed::Seal(Sealing::Demand(nonce, _)) if nonce == "n"));
}

#[test]
fn every_wrong_line_is_told_with_its_place_and_what_would_be_right() {
    let lines = [
        r#"{"seat":"patron","act":{"kind":"demand","card":"gas","intensity":"press""#,
        r#"{"seat":"patron","act":{"kind":"demand","card":"gas","intensity":"presss"}}"#,
        r#"{"seat":"patron","act":{"kind":"demand","crd":"gas","intensity":"press"}}"#,
        r#"{"seat":"patron","act":{"kind":"demand","intensity":"press"}}"#,
        r#"{"seat":"patron","act":{"kind":"demnad","card":"gas"}}"#,
        r#"{"seat":"patron","act":{"kind":"demand","card":5,"intensity":"press"}}"#,
        r#"{"seat":"patron","act":{"kind":"hold","card":"gas"}}"#,
        r#"{"seat":"patron","act":"hold"}"#,
        r#"{"seat":"patron","act":{"card":"gas"}}"#,
        r#"{"seat":"patron","rationale":"we wait"}"#,
        r#"{"seat":"patorn","kind":"hold"}"#,
        r#"{"seat":4,"kind":"hold"}"#,
        r#"{"kind":"hold"}"#,
        r#"["patron","hold"]"#,
        r#"{"seat":"patron","kind":"hold","seat":"client"}"#,
        r#"{"seat":"patron","act":{"kind":"hold"},"rational":"we wait"}"#,
        r#"{"seat":"patron","kind":"hold","confidence":101}"#,
        r#"{"seat":"patron","kind":"hold","confidence":"high"}"#,
        r#"{"seat":"patron","kind":"hold","dissent":["Ann"]}"#,
        r#"{"seat":"patron","kind":"hold","by":""}"#,
        r#"{"seat":"patron","kind":"hold","at":"noon"}"#,
        r#"{"seat":"audience","act":{"kind":"seal","nonce":"n","plan":{}}}"#,
        r#"{"seat":"client","kind":"offer","card":"gas"}"#,
        r#"{"seat":"patron","kind":"crisis-act","climb_down":"yes"}"#,
        r#"{"seat":"client","act":{"kind":"seal","nonce":"n","plan":{"replies":[{"domain":"eco"}]}}}"#,
        r#"{"seat":"patron","act":{"kind":"seal","plan":{}}}"#,
    ];
    let told: Vec<String> = lines.map(complaint).to_vec();
    insta::assert_snapshot!(told.join("\n"));
}

#[test]
fn text_that_is_no_text_is_told() {
    let mut bytes = br#"{"seat":"patron","kind":"note","text":""#.to_vec();
    bytes.extend_from_slice(b"caf\xe9\"}\n");
    let error = script(bytes).peek().unwrap_err().to_string();
    assert!(
        error.starts_with("error: acts.jsonl:1:43: this is not UTF-8\n"),
        "{error}"
    );
}

#[test]
fn a_line_without_end_is_not_read_into_memory() {
    let endless = std::io::Read::take(std::io::repeat(b'x'), 1 << 34);
    let reader = std::io::BufReader::new(endless);
    let mut script = Script::reading("acts.jsonl", Box::new(reader));
    let error = script.peek().unwrap_err().to_string();
    assert!(error.contains("longer than 1048576 bytes"), "{error}");
}

/// A table of the reference deck, with people in all seats or bots.
fn table(people: bool) -> Table {
    let deck = Deck::from_text("deck.toml", include_str!("../../../tests/golden/deck.toml"));
    let mut setup = Setup::of_people("test", 7);
    setup.moves = Some(2);
    setup.moves_spread = Some(0);
    setup.seats.europe = Holder::Human;
    if !people {
        let random = || Holder::Bot("random".to_owned());
        setup.seats = Holders {
            patron: random(),
            client: random(),
            europe: random(),
        };
    }
    Table::unrecorded(deck.unwrap(), &setup, "2026-06-01T10:00:00Z").unwrap()
}

fn played(people: bool, text: impl Into<Vec<u8>>) -> (EntryNumber, Result<Stop, Error>) {
    let mut table = table(people);
    let clock = Clock::Stated("2026-06-01T10:00:00Z".to_owned());
    let (mut plans, _) = Plans::of(&table);
    let stop = drive(
        &mut table,
        &mut script(text),
        &clock,
        &mut plans,
        &mut |_| Ok(true),
    );
    (table.last_number(), stop)
}

/// Lines that fit the beginning of the test's session.
const GOOD: [&str; 10] = [
    r#"{"seat":"audience","act":{"kind":"note","text":"we begin"}}"#,
    r#"{"seat":"europe","kind":"measure","measure":"signal-economy"}"#,
    r#"{"seat":"client","kind":"no-offer"}"#,
    r#"{"seat":"patron","act":{"kind":"demand","card":"gas-discount","intensity":"press","inducement":"modest"},"rationale":"because","confidence":60,"dissent":"two of us"}"#,
    r#"{"seat":"client","act":{"kind":"respond","response":"deflect","instead":"taiwan-statement"}}"#,
    r#"{"seat":"white-cell","act":{"kind":"rule","arguments":1,"reason":"well argued"}}"#,
    r#"{"seat":"patron","act":{"kind":"follow-up","choice":"pocket"},"at":"2026-06-01T11:00:00Z"}"#,
    r#"{"seat":"white-cell","kind":"adjust","gauge":"economy.dependence","by":-3,"reason":"a find"}"#,
    r#"{"seat":"white-cell","kind":"undo","to":5,"reason":"a slip"}"#,
    r#"{"seat":"white-cell","act":{"kind":"end","reason":"time is up"}}"#,
];

#[test]
fn the_lines_that_the_property_mutates_are_right() {
    let (entries, stop) = played(true, GOOD.join("\n"));
    assert_eq!(stop, Ok(Stop::Ended));
    assert_eq!(
        entries,
        EntryNumber::new(11),
        "the ten lines, and the inject by the program"
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn arbitrary_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let _told = played(true, bytes);
    }

    #[test]
    fn arbitrary_json_never_panics(words in proptest::collection::vec(
        prop_oneof![
            Just("{"), Just("}"), Just("["), Just("]"), Just(":"), Just(","), Just("\"seat\""),
            Just("\"patron\""), Just("\"act\""), Just("\"kind\""), Just("\"hold\""), Just("null"),
            Just("1e999"), Just("-5"), Just("\"by\""), Just("\"\\ud800\""), Just("\"\\\"\""),
            Just("\"plan\""), Just("\"seal\""), Just("\n"), Just("#"), Just("\"é\u{202e}\""),
        ],
        0..24,
    )) {
        let _told = played(true, words.concat());
    }

    #[test]
    fn mutated_lines_never_panic(
        people in any::<bool>(),
        which in 0..GOOD.len(),
        at in any::<prop::sample::Index>(),
        length in 0_usize..12,
        instead in proptest::collection::vec(
            prop_oneof![any::<u8>(), proptest::sample::select(br#"{}[]",:-0159kb"#.to_vec())], 0..12
        ),
    ) {
        let mut lines: Vec<Vec<u8>> = GOOD.iter().map(|line| line.as_bytes().to_vec()).collect();
        let line = &mut lines[which];
        let from = at.index(line.len());
        let to = (from + length).min(line.len());
        line.splice(from..to, instead);
        let _told = played(people, lines.join(&b'\n'));
    }

    #[test]
    fn shuffled_lines_never_panic(
        people in any::<bool>(),
        order in proptest::collection::vec(0..GOOD.len(), 0..10),
    ) {
        let lines: Vec<&str> = order.into_iter().map(|place| GOOD[place]).collect();
        let _told = played(people, lines.join("\n"));
    }
}
