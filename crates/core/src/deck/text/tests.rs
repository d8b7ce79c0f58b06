//! Endings are told by what happened, signs by the rules' own measures, and everything is found by its place.

use super::*;
use crate::deck::Deck;
use crate::engine::seat::Seat;
use crate::model::choice::{FollowUp, MeasureKind, Side};
use crate::model::crisis::Clocks;
use crate::model::europe::Europe;
use crate::model::gauge::Gauge;
use crate::model::gauges::Gauges as _;
use crate::model::place::At as _;
use crate::model::position::Position;
use crate::model::progress::Progress;

fn main_deck() -> Deck {
    Deck::find("unequal-partners").unwrap()
}

/// A session that is over, to be changed and told.
struct Over {
    deck: Deck,
    position: Position,
    progress: Progress,
    europe: Option<Europe>,
    tally: Tally,
}

impl Over {
    fn new() -> Self {
        let deck = main_deck();
        Self {
            position: Position::at_start(&deck.scenario, 1),
            progress: Progress::new(&deck.scenario),
            europe: Some(Europe::at_start(&deck.scenario, 1)),
            tally: Tally::default(),
            deck,
        }
    }

    fn set(&mut self, gauge: Gauge, value: i64) {
        self.position.set(&self.deck.scenario, gauge, value);
    }

    fn give(&mut self, id: &str, percent: i64) {
        let card = self.deck.scenario.card_at(id).unwrap();
        self.progress.give(&self.deck.scenario, card, percent);
    }

    fn happened(&self, ending: Ending) -> Happened<'_> {
        Happened {
            scenario: &self.deck.scenario,
            ending,
            position: &self.position,
            progress: &self.progress,
            europe: self.europe.as_ref(),
            tally: &self.tally,
        }
    }

    fn told(&self, ending: Ending) -> Vec<&str> {
        let told = self.deck.text.told(&self.happened(ending));
        told.into_iter().map(|told| told.id).collect()
    }
}

#[test]
fn an_ending_of_which_little_happened_is_told_plainly() {
    let over = Over::new();
    let ids = over.told(Ending::Managed);
    assert_eq!(
        ids,
        [
            "how-plain-calm",
            "given-little",
            "line-none",
            "russia-firm",
            "china-plain",
            "europe-unplanned-calm",
            "open-war",
        ]
    );
    let paragraphs = over.deck.text.ending_told(&over.happened(Ending::Managed));
    assert_eq!(paragraphs.len(), 1 + ids.len());
    assert!(paragraphs[0].starts_with("Everybody knows who is stronger"));
}

#[test]
fn what_was_given_is_told_from_so_many_percent_on_and_no_more_of_it_than_the_story_allows() {
    let mut over = Over::new();
    over.give("market-access", 49);
    over.give("yuanisation", 50);
    let given = |over: &Over| -> Vec<String> {
        let told = over.told(Ending::Drift).into_iter();
        let given = told.filter(|id| id.starts_with("given-"));
        given.map(str::to_owned).collect()
    };
    assert_eq!(given(&over), ["given-yuan", "given-little"]);
    for card in ["pipeline-terms", "cloud-data", "market-access"] {
        over.give(card, 100);
    }
    assert_eq!(given(&over), ["given-pipeline", "given-yuan"]);
}

#[test]
fn what_was_done_is_told_from_so_often_on() {
    let mut over = Over::new();
    for _ in 0..2 {
        over.tally.followed_up(FollowUp::Punish);
    }
    assert_eq!(over.told(Ending::Rupture)[0], "how-plain-break");
    over.tally.followed_up(FollowUp::Punish);
    assert_eq!(over.told(Ending::Rupture)[0], "how-punished");
    assert_ne!(over.told(Ending::Entente)[0], "how-punished");
    for response in [
        Response::Accept,
        Response::Accept,
        Response::Conditions,
        Response::Accept,
        Response::Partial,
    ] {
        over.tally.answered(response);
    }
    over.tally.follow_ups = [0; 4];
    assert_eq!(over.told(Ending::Drift)[0], "how-plain-calm");
    over.tally.answered(Response::Conditions);
    assert_eq!(over.told(Ending::Drift)[0], "how-generous");
    over.tally.crises_passed = 1;
    over.tally.responses = [0; 7];
    assert_eq!(over.told(Ending::Drift)[0], "how-crisis-passed");
}

#[test]
fn europe_is_told_by_what_it_had_and_took() {
    let mut over = Over::new();
    let europe = |over: &Over, ending| {
        let mut told = over.told(ending).into_iter();
        told.find(|id| id.starts_with("europe-")).map(str::to_owned)
    };
    let is = |over: &Over, ending, id: &str| assert_eq!(europe(over, ending).as_deref(), Some(id));
    is(&over, Ending::Rupture, "europe-unplanned-break");
    over.europe.as_mut().unwrap().plans[Ending::Rupture.index()] = true;
    is(&over, Ending::Rupture, "europe-planned-break");
    is(&over, Ending::Collapse, "europe-unplanned-break");
    for _ in 0..3 {
        over.tally.took(MeasureKind::Sanction);
    }
    is(&over, Ending::Drift, "europe-sanctions");
    over.europe = None;
    is(&over, Ending::Drift, "europe-none");
}

#[test]
fn positions_are_told_by_gauges_conditions_and_anger() {
    let mut over = Over::new();
    over.set(Gauge::Resentment, 60);
    assert!(over.told(Ending::Drift).contains(&"russia-angry"));
    over.set(Gauge::Trust, 60);
    assert!(over.told(Ending::Drift).contains(&"china-trusted"));
    let war = over.deck.scenario.conditions.place(|one| one.id == "war");
    over.set(Gauge::Condition(war.unwrap()), 59);
    over.set(Gauge::Resentment, 0);
    assert!(over.told(Ending::Drift).contains(&"open-anger"));
    over.set(Gauge::Resentment, 100);
    assert!(over.told(Ending::Drift).contains(&"open-plain"));
}

#[test]
fn signs_are_told_in_the_decks_words() {
    let mut over = Over::new();
    let mut clocks = Clocks::default();
    let signs = |over: &Over, clocks: &Clocks| -> Vec<String> {
        let now = Outlook {
            scenario: &over.deck.scenario,
            position: &over.position,
            progress: &over.progress,
            clocks,
            europe: over.europe.as_ref(),
            move_index: 0,
        };
        let signs = over.deck.text.signs(&now).into_iter();
        signs.map(|(_, words)| words).collect()
    };
    let all = signs(&over, &clocks);
    let stability = over.position.get(Gauge::Stability);
    let far = stability - over.deck.scenario.crisis.break_at;
    let told = format!("{far} points of stability above the point where it breaks");
    assert_eq!(all[0], told);
    assert!(all.iter().all(|words| !words.contains('{')), "{all:?}");
    let last = all.last().unwrap();
    assert_eq!(last, "no plan exists for the ending that is nearest now");
    let economy = |words: &String| words.starts_with("in Economy Russia can still pay for");
    assert!(all.iter().any(economy), "{all:?}");
    clocks.in_crisis = true;
    clocks.crisis = 1;
    over.set(Gauge::Autonomy, 10);
    over.set(Gauge::Endurance, 10);
    over.set(Gauge::Capacity(DomainAt::new(0)), 0);
    let all = signs(&over, &clocks);
    let left = over.deck.scenario.crisis.break_moves - clocks.crisis;
    let told = format!("in crisis: {left} more half-years like this and it breaks");
    assert_eq!(all[0], told);
    assert!(all[1].ends_with("nowhere to turn: collapse"), "{all:?}");
    assert!(all.contains(&"in Economy there is nothing left to give".to_owned()));
    assert!(
        all.iter()
            .any(|words| words.ends_with("the nearest gap is autonomy")),
        "{all:?}"
    );
}

#[test]
fn everything_that_is_read_is_found_by_its_place() {
    let Deck { scenario, text, .. } = main_deck();
    let card = scenario.card_at("grain-corridor").unwrap();
    let wants: Vec<&str> = text
        .wants(card)
        .map(|(_, ask)| ask.title.as_str())
        .collect();
    assert_eq!(wants, ["A large order", "Credit on easy terms"]);
    assert!(
        text.cards[card]
            .offered()
            .starts_with("You import food by sea")
    );
    let measure = scenario
        .measures
        .place(|one| one.id == "signal-arctic")
        .unwrap();
    assert!(text.measures[measure].outcome(1).starts_with("A permit"));
    assert!(
        text.measures[measure]
            .outcome(-1)
            .starts_with("Moscow takes")
    );
    assert_eq!(text.measures[measure].outcome(0), "");
    assert!(
        text.europe
            .compliance_found(-2)
            .starts_with("Third countries nod")
    );
    assert!(
        text.europe
            .compliance_found(2)
            .starts_with("Third countries, banks")
    );
    assert_eq!(text.crisis.act(Side::Patron).name, "Step back");
    assert!(text.crisis.outcome(1).starts_with("One side moved"));
    assert!(text.breach.text.starts_with("A line has been crossed"));
    assert_eq!(
        text.ending(Ending::Capture).guest_title,
        "A calm in which one side asks first"
    );
    let economy = DomainAt::new(0);
    assert_eq!(text.domains[economy].state.len(), 5);
    let figure = &text.domains[economy].baseline[1];
    assert_eq!(
        (figure.as_of.as_str(), figure.grade),
        ("Dec 2025", Some(Grade::B))
    );
    assert!(text.timeline_of(Subject::Domain(economy)).count() > 5);
    let briefing = text.briefing(Seat::Europe).unwrap();
    assert!(!briefing.knows_not.is_empty() && !briefing.instruments.is_empty());
    assert!(text.briefing(Seat::Audience).is_none());
    assert_eq!(text.seat_name(Seat::Europe), "Europe");
}

#[test]
fn several_sources_stand_behind_what_cites_none_of_them_itself() {
    let base = include_str!("../../../../../tests/decks/base.toml");
    let text = base.replacen(
        "text = \"Tolls were halved.\", source = \"S1\"",
        "text = \"Tolls were halved [S1].\", source = [\"S1\", \"S2\"], not_checked = \"By how much.\"",
        1,
    );
    let text = text.replace(
        "[[source]]",
        "[[source]]\nid = \"S2\"\ntitle = \"More\"\n\n[[source]]",
    );
    let deck = Deck::from_text("several.toml", &text).unwrap();
    let precedent = deck.text.cards[CardAt::new(0)].precedent.as_ref().unwrap();
    assert_eq!(precedent.sourced(), "Tolls were halved [S1]. [S2]");
    assert_eq!(precedent.not_checked, "By how much.");
}
