//! Names in many scripts: while they are on, decks, sessions, people and what is typed bear them.

use std::cell::Cell;
use std::fmt::Write as _;

use unequal_partners::session::Setup;

/// Chinese; Cyrillic with combining marks; Latin with combining marks; joined emoji and flags; signs
/// without width. No part of a joined sign is a sign of its own here, so that a cut one is known.
pub(crate) const NAMES: [&str; 5] = [
    "北京外交部能源代表团",
    "Россия Ж\u{301}Ж\u{301}Ж\u{301}дельта",
    "Ŋ\u{301}Ŋ\u{301}Ŋ\u{301} Zoë Ŋ\u{301}Ŋ\u{301}",
    "👩\u{200d}🚀👨\u{200d}👩\u{200d}👧🇺🇦 хор",
    "a\u{200b}б\u{200d}c\u{2060}数",
];

thread_local! {
    static ON: Cell<bool> = const { Cell::new(false) };
}

/// Does something with the names on.
pub(crate) fn on<T>(run: impl FnOnce() -> T) -> T {
    ON.set(true);
    let done = run();
    ON.set(false);
    done
}

pub(crate) fn are_on() -> bool {
    ON.get()
}

/// A long name of its own for a number.
fn name(number: usize) -> String {
    let [one, other] = [0, 1].map(|by| NAMES[(number + by) % (NAMES.len() - 1)]);
    format!("{one} {other} {number}")
}

/// The source of a deck; with the names on, all that has a name bears one of them.
pub(crate) fn deck(source: &str) -> String {
    if !are_on() {
        return source.to_owned();
    }
    let mut out = String::new();
    for (number, line) in source.lines().enumerate() {
        let key = line.split(" = \"").next().unwrap_or_default();
        let renamed = match key {
            "name" | "title" => Some(name(number)),
            "short" => Some(format!("数Ж\u{301}{number}")),
            "patron" if line.contains("= \"") => Some(format!("{}П", NAMES[0])),
            "client" if line.contains("= \"") => Some(NAMES[1].to_owned()),
            "observer" if line.contains("= \"") => Some(NAMES[3].to_owned()),
            _ => None,
        };
        match renamed {
            Some(name) => writeln!(out, "{key} = \"{name}\"").unwrap(),
            None => writeln!(out, "{line}").unwrap(),
        }
    }
    out
}

/// A setup; with the names on, the session bears one.
pub(crate) fn setup(setup: &Setup) -> Setup {
    let mut setup = setup.clone();
    if are_on() {
        setup.name = said(&setup.name);
    }
    setup
}

/// Words or keys; with the names on, people and reasons in them bear them.
pub(crate) fn said(words: &str) -> String {
    if !are_on() {
        return words.to_owned();
    }
    let [chinese, cyrillic, latin, joined, without] = NAMES;
    words
        .replace("Anna", &format!("Анна{chinese}"))
        .replace("Bo ", &format!("Бо{joined} "))
        .replace("Wang", chinese)
        .replace("Ivanov", cyrillic)
        .replace("because", &format!("{joined} {latin} {chinese} {without} "))
        .replace("economists", &format!("{cyrillic} {joined}"))
        .replace("Stockholm", &format!("{joined}{chinese}"))
        .replace("/sanctions", "/дельта")
        .replace("Told", &format!("{cyrillic} {joined} {chinese} {latin}"))
        .replace("other", &format!("другой{joined}{latin}"))
        .replace("Ports closed", &format!("{joined} {chinese}"))
        .replace("Joint icebreaker", &format!("{latin}{chinese}{joined}"))
}
