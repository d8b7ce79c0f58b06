//! The authoring guide keeps its word: its tutorial is a deck that plays, its reference lists every key.

mod reference;

use std::fs;
use std::path::{Path, PathBuf};

use unequal_partners::bot::{Bot, EuropeBot, Players, play};
use unequal_partners::deck::Deck;
use unequal_partners::model::game::Game;

fn guide() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/deck-authoring.md")
}

/// The blocks of a Markdown text that are marked as TOML, one after the other.
fn toml_blocks(markdown: &str) -> String {
    let mut deck = String::new();
    let mut inside = false;
    for line in markdown.lines() {
        match line {
            "```toml" => inside = true,
            "```" => inside = false,
            _ if inside => {
                deck += line;
                deck += "\n";
            }
            _ => {}
        }
    }
    deck
}

#[test]
fn the_deck_of_the_tutorial_is_played_to_its_end_by_all_its_bots() {
    let text = toml_blocks(&fs::read_to_string(guide()).unwrap());
    let deck = Deck::from_text("ferry.toml", &text).expect("the tutorial's blocks form a deck");
    let scenario = &deck.scenario;
    let bots: Vec<Bot<'_>> = (scenario.policies.iter())
        .map(|policy| Bot::new(scenario, policy.kind.clone()))
        .collect();
    let mut endings = Vec::new();
    for patron in &bots {
        for client in &bots {
            for seed in 0..20 {
                let players = Players {
                    patron,
                    client,
                    europe: EuropeBot::Random,
                };
                let mut game = Game::new(scenario, seed);
                play(scenario, &mut game, players, |_| ());
                endings.extend(game.outcome.map(|outcome| outcome.ending));
            }
        }
    }
    assert_eq!(endings.len(), 20 * scenario.policies.len().pow(2));
    endings.sort_unstable();
    endings.dedup();
    assert!(
        endings.len() >= 4,
        "the tutorial's deck is to show how differently sessions end, and gave only {endings:?}"
    );
}

#[test]
fn the_guide_lists_every_key_as_the_program_reads_it() {
    let guide = guide();
    let text = fs::read_to_string(&guide).unwrap();
    let (open, close) = ("<!-- every key -->\n", "<!-- /every key -->");
    let (before, rest) = text
        .split_once(open)
        .expect("the guide marks its reference");
    let (written, after) = rest.split_once(close).expect("the reference is closed");
    let right = reference::markdown();
    if std::env::var_os("UPDATE_DOCS").is_some() {
        fs::write(&guide, format!("{before}{open}{right}{close}{after}")).unwrap();
        return;
    }
    assert!(
        written == right,
        "the reference in {} is out of date; write it anew with `UPDATE_DOCS=1 cargo test tutorial`",
        guide.display()
    );
}
