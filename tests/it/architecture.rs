//! The layers hold: who may use whom, how long a file may be, and who may touch the outside world.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

mod circles;
mod layers;
mod own;
mod source;
mod uses;

use circles::{Arrows, circles, round};
use source::How;
pub(crate) use source::{ROOTS, files_in};
use uses::{SOURCE, Use};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every source file of the program and its crates, test code too, by its path from the root.
fn files() -> Vec<(String, PathBuf)> {
    let mut found = source::files_in(&root().join("src"));
    for entry in fs::read_dir(root().join("crates")).unwrap() {
        found.extend(source::files_in(&entry.unwrap().path().join("src")));
    }
    let mut files: Vec<_> = found
        .into_iter()
        .map(|path| {
            let name = path.strip_prefix(root()).unwrap().to_string_lossy();
            (name.replace('\\', "/"), path)
        })
        .collect();
    files.sort();
    files
}

/// Whether a file is a place, or stands below it: `a/b` holds `a/b.rs` and `a/b/c.rs`.
fn stands_in(file: &str, place: &str) -> bool {
    file.strip_prefix(place)
        .is_some_and(|rest| rest.is_empty() || rest == ".rs" || rest.starts_with('/'))
}

/// Whether a path is a name or leads through it.
fn leads_through(path: &str, name: &str) -> bool {
    path.strip_prefix(name)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}

fn layer(file: &str) -> Option<&'static (&'static str, &'static str, &'static [&'static str])> {
    layers::LAYERS
        .iter()
        .find(|(_, place, _)| stands_in(file, place))
}

fn report(findings: &[String]) {
    assert!(findings.is_empty(), "\n{}\n", findings.join("\n"));
}

fn shown(used: &Use) -> String {
    format!("{}:{}: names {}", used.from, used.line, used.what)
}

#[test]
fn layers_use_only_what_lies_below_them() {
    let mut wrong = Vec::new();
    for used in &SOURCE.uses {
        let (Some(from), Some(to)) = (layer(&used.from), used.to.as_deref().and_then(layer)) else {
            continue;
        };
        if from.0 != to.0 && !from.2.contains(&to.0) {
            wrong.push(format!("{}: {} may not use {}", shown(used), from.0, to.0));
        }
    }
    report(&wrong);
}

#[test]
fn floors_inside_a_layer_use_only_what_lies_below_them() {
    let mut wrong = BTreeSet::new();
    for (name, floors) in layers::FLOORS {
        let (_, place, _) = layers::LAYERS
            .iter()
            .find(|(layer, _, _)| layer == name)
            .unwrap();
        let floor = |file: &str| {
            floors.iter().position(|(_, members)| {
                members
                    .iter()
                    .any(|member| stands_in(file, &format!("{place}/{member}")))
            })
        };
        for used in &SOURCE.uses {
            let Some(to) = used.to.as_deref().filter(|_| !used.passed_on) else {
                continue;
            };
            if !stands_in(&used.from, place) || !stands_in(to, place) {
                continue;
            }
            match (floor(&used.from), floor(to)) {
                (Some(from), Some(to)) if from >= to => {}
                (Some(from), Some(to)) => {
                    let (from, to) = (floors[from].0, floors[to].0);
                    wrong.insert(format!("{}: {from} may not use {to}", shown(used)));
                }
                (None, _) => {
                    wrong.insert(format!("{}: stands on no floor of {name}", used.from));
                }
                (_, None) => {
                    wrong.insert(format!("{to}: stands on no floor of {name}"));
                }
            }
        }
    }
    report(&Vec::from_iter(wrong));
}

#[test]
fn no_files_use_each_other_in_a_circle() {
    let mut arrows = Arrows::new();
    for used in &SOURCE.uses {
        if let Some(to) = used.to.as_deref().filter(|_| !used.passed_on) {
            arrows.entry(&used.from).or_default().insert(to);
        }
    }
    let mut found = circles(&arrows);
    let mut wrong = Vec::new();
    for (place, most) in layers::IN_CIRCLES {
        let (here, elsewhere): (Vec<_>, _) = found
            .into_iter()
            .partition(|circle| circle.iter().all(|file| stands_in(file, place)));
        found = elsewhere;
        match here.iter().map(BTreeSet::len).sum::<usize>() {
            0 => wrong.push(format!("{place}: no circle any more; take it off the list")),
            many if many > *most => {
                wrong.push(format!("{place}: {many} files in circles, {most} before"));
                found.extend(here);
            }
            _ => {}
        }
    }
    wrong.extend(found.iter().map(|circle| {
        let mut text = format!("{} files use each other in a circle, as:", circle.len());
        for pair in round(&arrows, circle).windows(2) {
            let uses = || {
                let from = SOURCE.uses.iter().filter(|used| used.from == pair[0]);
                from.filter(|used| used.to.as_deref() == Some(pair[1]) && !used.passed_on)
            };
            let first = uses().next().unwrap();
            let _ = write!(text, "\n    {} ({} names)", shown(first), uses().count());
        }
        text + &format!("\n  all of them: {circle:?}")
    }));
    report(&wrong);
}

#[test]
fn nothing_names_what_is_barred_where_it_stands() {
    let mut wrong = Vec::new();
    for (place, names, why) in layers::BARRED {
        for used in SOURCE
            .uses
            .iter()
            .filter(|used| stands_in(&used.from, place))
        {
            if names.iter().any(|name| leads_through(&used.what, name)) {
                wrong.push(format!("{}: {why}", shown(used)));
            }
        }
    }
    for module in SOURCE.modules.modules.values() {
        for (place, methods) in layers::BARRED_METHODS {
            for named in &module.named {
                let name = named.path.last().unwrap();
                if stands_in(&module.file, place)
                    && named.how == How::Method
                    && methods.contains(&name.as_str())
                {
                    wrong.push(format!("{}:{}: calls {name}", module.file, named.line));
                }
            }
        }
    }
    report(&wrong);
}

#[test]
fn only_the_local_console_touches_what_belongs_to_the_process() {
    let mut wrong = Vec::new();
    let mut touched = BTreeSet::new();
    for used in &SOURCE.uses {
        let is_process = layers::PROCESS
            .iter()
            .any(|name| leads_through(&used.what, name));
        if is_process && used.from.starts_with("crates/") {
            touched.insert(used.from.as_str());
            let may = layers::MAY_NAME_PROCESS.iter();
            if !may.clone().any(|(file, _)| *file == used.from) {
                wrong.push(shown(used));
            }
        }
    }
    for module in SOURCE.modules.modules.values() {
        for named in module.named.iter().filter(|named| named.how == How::Static) {
            let may = layers::MAY_HOLD_STATIC.iter();
            if module.file.starts_with("crates/")
                && !may.clone().any(|(file, _)| *file == module.file)
            {
                wrong.push(format!(
                    "{}:{}: holds the static {}",
                    module.file, named.line, named.path[0]
                ));
            }
        }
    }
    for (file, _) in layers::MAY_NAME_PROCESS {
        if !touched.contains(file) {
            wrong.push(format!("{file}: no longer does; take it off the list"));
        }
    }
    report(&wrong);
}

#[test]
fn every_file_is_part_of_its_crate_or_a_test() {
    let read: BTreeSet<&str> = SOURCE
        .modules
        .modules
        .values()
        .map(|module| module.file.as_str())
        .collect();
    let is_test = |file: &str| {
        let tests = &SOURCE.modules.tests;
        tests.iter().any(|place| stands_in(file, place))
    };
    let unread: Vec<String> = files()
        .into_iter()
        .map(|(name, _)| name)
        .filter(|name| !read.contains(name.as_str()) && !is_test(name))
        .map(|name| format!("{name}: no `mod` line leads to it outside tests"))
        .collect();
    report(&unread);
}

#[test]
fn no_file_is_longer_than_one_purpose_needs() {
    let mut wrong = Vec::new();
    for (name, path) in files() {
        let lines = fs::read_to_string(&path).unwrap().lines().count();
        let excused = layers::LONGER.iter().any(|(known, _)| *known == name);
        if lines > layers::LONGEST && !excused {
            wrong.push(format!("{name}: {lines} lines"));
        }
        if lines <= layers::LONGEST && excused {
            wrong.push(format!("{name}: is no longer long; take it off the list"));
        }
    }
    report(&wrong);
}

#[test]
fn every_file_says_in_its_first_line_what_it_is_for() {
    let silent: Vec<String> = files()
        .into_iter()
        .filter(|(_, path)| !fs::read_to_string(path).unwrap().starts_with("//! "))
        .map(|(name, _)| name)
        .collect();
    report(&silent);
}

#[test]
fn every_test_module_is_listed() {
    for folder in ["tests/it", "tests/live"] {
        let listed = fs::read_to_string(root().join(folder).join("main.rs")).unwrap_or_default();
        for entry in fs::read_dir(root().join(folder)).into_iter().flatten() {
            let path = entry.unwrap().path();
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            let module = path.extension().is_some_and(|ending| ending == "rs") && name != "main";
            assert!(
                !module || listed.contains(&format!("mod {name};")),
                "{folder}/{name}.rs is not listed in main.rs"
            );
        }
    }
}
