//! What the program is built from, held against `deny.toml`: licences, bans, versions, sources.
//!
//! Security advisories need the network; `cargo deny check` looks at them in the workflow.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use spdx::{Expression, ParseMode};

/// A crate that is built into the program, or builds it.
struct Built {
    name: String,
    version: String,
    /// Where it is from, where that is not the registry.
    from: Option<String>,
    licence: String,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// What `cargo tree` says of the whole workspace.
fn tree(more: &[&str]) -> String {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let told = Command::new(cargo)
        .current_dir(root())
        .args(["tree", "--workspace", "--locked", "--offline"])
        .args(["--edges", "normal,build", "--prefix", "none"])
        .args(more)
        .output()
        .unwrap();
    assert!(told.status.success(), "{told:?}");
    String::from_utf8(told.stdout).unwrap()
}

/// The crates that build a banned one in, where the policy lets some do so.
fn wrong_wrappers(policy: &toml::Table, one: &Built) -> Vec<String> {
    let entries = policy["bans"]["deny"].as_array().unwrap();
    let mut entries = entries
        .iter()
        .filter(|entry| entry["crate"].as_str() == Some(&one.name));
    let allowed = entries.next().and_then(|entry| entry.get("wrappers"));
    let allowed: Vec<&str> = allowed
        .and_then(toml::Value::as_array)
        .map_or_else(Vec::new, |all| {
            all.iter().filter_map(toml::Value::as_str).collect()
        });
    let version = one.version.trim_start_matches('v');
    let by = tree(&[
        "--invert",
        &format!("{}@{version}", one.name),
        "--depth",
        "1",
    ]);
    let by = by.lines().skip(1).filter_map(|line| line.split(' ').next());
    by.filter(|by| !allowed.contains(by))
        .map(str::to_owned)
        .collect()
}

fn built() -> Vec<Built> {
    let told = tree(&["--no-dedupe", "--format", "{p}\t{l}"]);
    let crates = told.lines().filter_map(|line| line.split_once('\t'));
    crates
        .map(|(package, licence)| {
            let mut words = package.splitn(3, ' ');
            let mut next = || words.next().map(str::to_owned);
            Built {
                name: next().unwrap(),
                version: next().unwrap(),
                from: next().filter(|from| from != "(proc-macro)"),
                licence: licence.to_owned(),
            }
        })
        .collect()
}

fn listed(policy: &toml::Table, part: &str, key: &str) -> Vec<String> {
    let entries = policy[part][key].as_array().unwrap().iter();
    entries
        .map(|entry| {
            entry
                .get("crate")
                .unwrap_or(entry)
                .as_str()
                .unwrap()
                .to_owned()
        })
        .collect()
}

#[test]
fn the_program_is_built_from_what_the_policy_allows() {
    let policy = fs::read_to_string(root().join("deny.toml")).unwrap();
    let policy: toml::Table = policy.parse().unwrap();
    let allowed = listed(&policy, "licenses", "allow");
    let banned = listed(&policy, "bans", "deny");
    let twice = listed(&policy, "bans", "skip");
    let mut versions: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let mut wrong = Vec::new();
    let built = built();
    assert!(built.iter().any(|one| one.name == "unequal-core"));
    for one in &built {
        let licence = Expression::parse_mode(&one.licence, ParseMode::LAX);
        let is_allowed = licence
            .is_ok_and(|licence| licence.evaluate(|asked| allowed.contains(&asked.to_string())));
        if !is_allowed {
            wrong.push(format!("{}: licence {}", one.name, one.licence));
        }
        if banned.contains(&one.name) {
            let by = wrong_wrappers(&policy, one).into_iter();
            wrong.extend(by.map(|by| format!("{}: is banned, and {by} uses it", one.name)));
        }
        let ours = root().display().to_string();
        if let Some(from) = one.from.as_ref().filter(|from| !from.contains(&ours)) {
            wrong.push(format!("{}: comes from {from}", one.name));
        }
        let versions = versions.entry(&one.name).or_default();
        if !versions.contains(&one.version.as_str()) {
            versions.push(&one.version);
        }
    }
    for (name, versions) in versions {
        let excused = twice.iter().any(|known| known == name);
        if versions.len() > 1 && !excused {
            wrong.push(format!("{name}: built in {versions:?}"));
        }
        if versions.len() == 1 && excused {
            wrong.push(format!("{name}: built once; take it off the list"));
        }
    }
    wrong.sort();
    wrong.dedup();
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

#[test]
fn what_is_given_away_is_optimised_whatever_the_first_build_leaves_plain() {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let manifest: toml::Table = toml::from_str(&manifest).unwrap();
    let profile = &manifest["profile"];
    // A profile takes over the levels of packages from the one that it inherits.
    assert_eq!(profile["dist"]["inherits"].as_str(), Some("release"));
    assert_eq!(profile["dist"]["opt-level"].as_integer(), Some(3));
    let named = |of: &str, package: &str| {
        let packages = profile[of]["package"].as_table().unwrap();
        let level = packages.get(package)?.get("opt-level")?;
        level.as_integer()
    };
    for package in profile["release"]["package"].as_table().unwrap().keys() {
        let level = named("dist", package).or_else(|| named("release", package));
        assert!(level.is_none_or(|level| level == 3), "{package}: {level:?}");
    }
}

/// The list that is given away with the program.
fn licences() -> String {
    let mut lines: Vec<String> = built()
        .into_iter()
        .filter(|one| !one.name.starts_with("unequal-"))
        .map(|one| {
            format!(
                "| {} | {} | {} |\n",
                one.name,
                one.version.trim_start_matches('v'),
                one.licence
            )
        })
        .collect();
    lines.sort();
    lines.dedup();
    format!(
        "# What the program is built from\n\nEvery crate that is built into `unequal`, its features included, or builds it, on Linux, with its licence. The source of each is at \
         <https://crates.io>, by name and version. `unequal` itself is under [MIT](../LICENSE).\n\n| crate | version | licence |\n|---|---|---|\n{}",
        lines.concat()
    )
}

#[cfg(target_os = "linux")]
#[test]
fn the_list_of_licences_names_every_crate() {
    let path = root().join("docs/licences.md");
    let list = licences();
    if std::env::var_os("UPDATE_DOCS").is_some() {
        fs::write(&path, &list).unwrap();
    }
    let there = fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(
        there, list,
        "docs/licences.md is out of date; write it anew with `UPDATE_DOCS=1 cargo test --test it dependencies::`"
    );
}
