//! The documents hold together: every link between them leads somewhere.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use unequal_partners::engine::action::Kind;
use unequal_partners::tui::command::Command;
use unequal_partners::tui::keymap::{self, Layer};

fn documents() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found: Vec<PathBuf> = fs::read_dir(root.join("docs"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "md"))
        .collect();
    found.push(root.join("README.md"));
    found.sort();
    found
}

/// The lines of a document outside fenced blocks.
fn prose(path: &Path) -> Vec<String> {
    let text = fs::read_to_string(path).unwrap();
    let mut fenced = false;
    let mut lines = Vec::new();
    for line in text.lines() {
        if line.trim_start().starts_with("```") {
            fenced = !fenced;
        } else if !fenced {
            lines.push(line.to_owned());
        }
    }
    lines
}

/// The anchors that headings give, as Markdown viewers make them.
fn anchors(path: &Path) -> Vec<String> {
    prose(path)
        .iter()
        .filter(|line| line.starts_with('#'))
        .map(|line| {
            line.trim_start_matches('#')
                .trim()
                .to_lowercase()
                .chars()
                .filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'))
                .map(|c| if c == ' ' { '-' } else { c })
                .collect()
        })
        .collect()
}

/// The targets of the links in a document.
fn links(path: &Path) -> Vec<String> {
    let text = prose(path).join("\n");
    text.split("](")
        .skip(1)
        .filter_map(|rest| rest.split_once(')'))
        .map(|(target, _)| target.to_owned())
        .collect()
}

#[test]
fn every_link_between_documents_leads_to_a_file_and_a_heading() {
    let mut wrong = Vec::new();
    for document in documents() {
        for link in links(&document) {
            if link.contains("://") {
                continue;
            }
            let (file, anchor) = link.split_once('#').unwrap_or((&link, ""));
            let target = if file.is_empty() {
                document.clone()
            } else {
                document.parent().unwrap().join(file)
            };
            if !target.is_file() {
                wrong.push(format!("{}: no file for {link}", document.display()));
            } else if !anchor.is_empty() && !anchors(&target).iter().any(|a| a == anchor) {
                wrong.push(format!("{}: no heading for {link}", document.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_table_of_layers_names_every_layer() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let map = fs::read_to_string(root.join("docs/architecture.md")).unwrap();
    let library = fs::read_to_string(root.join("src/lib.rs")).unwrap();
    let missing: Vec<&str> = library
        .lines()
        .filter(|line| line.starts_with("pub "))
        .flat_map(|line| line.split(|c: char| !(c.is_ascii_alphanumeric() || c == '_')))
        .filter(|word| !["pub", "mod", "use", "as", ""].contains(word))
        .filter(|word| !word.starts_with("unequal_"))
        .filter(|layer| !map.contains(&format!("| `{layer}` |")))
        .collect();
    assert!(
        missing.is_empty(),
        "docs/architecture.md says nothing of {missing:?}"
    );
}

#[test]
fn the_table_of_acts_names_every_kind_and_no_other() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let page = fs::read_to_string(root.join("docs/scripts.md")).unwrap();
    let table = page.split("| `kind` | seat | keys |\n").nth(1).unwrap();
    let mut named: Vec<&str> = table
        .lines()
        .take_while(|line| line.starts_with('|'))
        .skip(1)
        .flat_map(|line| line.split('|').nth(1).unwrap_or_default().split(','))
        .map(|word| word.trim().trim_matches('`'))
        .filter(|word| *word != "seal")
        .collect();
    let mut words = Kind::WORDS.to_vec();
    named.sort_unstable();
    words.sort_unstable();
    assert_eq!(named, words);
}

#[test]
fn the_cheat_sheet_of_facilitators_and_the_keys_of_the_board_say_the_same() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(root.join("docs/facilitating.md")).unwrap();
    let keys = text.split("<!-- keys -->").nth(1).unwrap();
    let keys = keys.split("<!-- /keys -->").next().unwrap();
    let on_board = keys.split("Everywhere:").next().unwrap();
    let told: BTreeSet<&str> = on_board.split('`').skip(1).step_by(2).collect();
    let bound: BTreeSet<String> = keymap::own(Layer::Board)
        .iter()
        .filter(|(_, command)| {
            // Enter does what `a` does, digits choose in every list, and `q` is in every footer.
            !matches!(command, Command::Pick(_) | Command::Act | Command::GoHome)
        })
        .map(|(key, _)| key.label())
        .collect();
    let bound: BTreeSet<&str> = bound.iter().map(String::as_str).collect();
    let untold: Vec<_> = bound.difference(&told).collect();
    let unbound: Vec<_> = told.difference(&bound).collect();
    assert!(untold.is_empty(), "not on the cheat sheet: {untold:?}");
    assert!(
        unbound.is_empty(),
        "on the cheat sheet, and without a meaning: {unbound:?}"
    );
}

/// What stands before and after the board in the readme.
const BOARD: [&str; 2] = ["<!-- board -->\n```text\n", "\n```\n<!-- /board -->"];

/// The board as the program draws it after three moves.
/// The figures of a text that stand with their interval, as `1.5 (1.2 to 1.8)`.
fn figures(text: &str) -> Vec<String> {
    let parts: Vec<&str> = text.split(" (").collect();
    let pairs = parts.windows(2).filter_map(|pair| {
        let figure = pair[0].rsplit(' ').next()?;
        let (interval, _) = pair[1].split_once(')')?;
        let is_interval = interval.contains(" to ") && figure.parse::<f64>().is_ok();
        is_interval.then(|| format!("{figure} ({interval})"))
    });
    pairs.collect()
}

#[test]
fn the_measurements_that_speak_for_a_rule_are_those_of_the_page_of_claims() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs");
    let claims = fs::read_to_string(root.join("theory.md")).unwrap();
    // The first column of figures is that of the reference deck in twelve moves.
    let rows = claims.lines().filter_map(|line| line.split('|').nth(3));
    let measured: BTreeSet<String> = rows.flat_map(figures).collect();
    let rules = fs::read_to_string(root.join("rules.md")).unwrap();
    let (_, decisions) = rules
        .split_once("| decision | what was measured |")
        .unwrap();
    let (decisions, _) = decisions.split_once("\n\n").unwrap();
    let cited = figures(decisions);
    assert!(cited.len() >= 10, "{cited:?}");
    let wrong: Vec<&String> = cited
        .iter()
        .filter(|one| !measured.contains(*one))
        .collect();
    assert!(wrong.is_empty(), "not on the page of claims: {wrong:?}");
}

fn board() -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let picture = root.join("tests/it/snapshots/it__board__after_three_moves_120x36.snap");
    let picture = fs::read_to_string(picture).unwrap();
    let drawn = picture.splitn(3, "---\n").nth(2).unwrap();
    let drawn: Vec<&str> = drawn.trim_end().lines().map(str::trim_end).collect();
    drawn.join("\n")
}

/// The readme: what stands before its board, the board, and what follows.
fn readme() -> [String; 3] {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = fs::read_to_string(root.join("README.md")).unwrap();
    let (before, rest) = text.split_once(BOARD[0]).expect("the readme has its board");
    let (shown, after) = rest.split_once(BOARD[1]).expect("the board ends");
    [before, shown, after].map(str::to_owned)
}

#[test]
fn the_readme_shows_the_board_as_it_is() {
    assert_eq!(readme()[1], board());
}

#[test]
#[ignore = "writes: puts the board as it is drawn now into the readme"]
fn the_board_of_the_readme_is_made_anew() {
    let [before, _, after] = readme();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let text = [&before, BOARD[0], &board(), BOARD[1], &after].concat();
    fs::write(root.join("README.md"), text).unwrap();
}
