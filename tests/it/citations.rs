//! Comments that cite a section of the rules lead to one.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
    found
}

/// The numbers of the sections: `2`, `2.4`.
fn sections(rules: &str) -> BTreeSet<&str> {
    let headings = rules.lines().filter_map(|line| {
        let words = line.strip_prefix("## ").or(line.strip_prefix("### "))?;
        Some(words.split(' ').next()?.trim_end_matches('.'))
    });
    headings.collect()
}

/// The sections that a line of comment cites: `rules 18.3`, `rules 11 to 13`, `rules 4 and 7`.
fn cited(line: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for (place, _) in line
        .match_indices("(rules ")
        .chain(line.match_indices("by rules "))
    {
        let after = line.get(place..).unwrap().split("rules ").nth(1).unwrap();
        let words = after
            .split([' ', ',', ')', ';'])
            .map(|word| word.trim_end_matches([':', '.']));
        let words = words.take_while(|word| {
            matches!(*word, "" | "to" | "and") || word.starts_with(|c: char| c.is_ascii_digit())
        });
        found.extend(words.filter(|word| word.starts_with(|c: char| c.is_ascii_digit())));
    }
    found
}

#[test]
fn every_section_of_the_rules_that_a_comment_cites_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let rules = fs::read_to_string(root.join("docs/rules.md")).unwrap();
    let sections = sections(&rules);
    let mut wrong = Vec::new();
    let mut many = 0;
    for folder in ["crates", "src", "tests", "benches"] {
        for path in sources(&root.join(folder)) {
            let text = fs::read_to_string(&path).unwrap();
            for (number, line) in text.lines().enumerate() {
                if !line.trim_start().starts_with("//") {
                    continue;
                }
                for section in cited(line) {
                    many += 1;
                    if !sections.contains(section) {
                        let place = path.strip_prefix(root).unwrap().display();
                        wrong.push(format!("{place}:{}: rules {section}", number + 1));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
    assert!(many > 30, "only {many} comments cite the rules");
}
