//! The reader of the source, tried on a small crate in which things are named in every way there is.

use std::fs;

use super::uses::Source;

/// `a.rs`, which names `b`, `c` and the standard library in every way; each line says what it names.
const NAMES: &str = r#"
use crate::{b::{One, deep::Two as Other}, c};   // b One, b/deep Two
pub use crate::b::Passed;                       // passed on: b Passed
fn body() -> super::b::Three {                  // b Three
    use std::io::{self, Write};                 // Write
    let _ = io::stdout();                       // stdout
    println!("{}", crate::b::four());           // b four
    c::Five::new();                             // the definition: b/deep Five
    six();                                      // through a glob: b six
    if x.seven() {}
}
use super::b::*;
#[serde(with = "crate::b::eight")]              // b eight
struct S;
#[cfg(test)]
mod tests {
    use crate::hidden::Nine;
}
#[cfg(all(test, unix))]
fn only_in_tests() -> crate::hidden::Nine {}
#[cfg(unix)]
fn on_unix() -> crate::b::Ten {}                // b Ten
macro_rules! row { () => { $crate::b::Eleven } } // b Eleven
"#;

#[test]
fn it_reads_names_wherever_they_stand_and_follows_them_to_the_definition() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    fs::create_dir(root.join("b")).unwrap();
    let files = [
        ("lib.rs", "mod a;\nmod b;\nmod c;\nmod hidden;\n"),
        ("a.rs", NAMES),
        (
            "b.rs",
            "pub mod deep;\nstruct One; struct Passed; struct Three; fn four() {} fn six() {}\n\
             mod eight {} fn eight() {} struct Ten; struct Eleven;\n",
        ),
        ("b/deep.rs", "pub struct Two; pub struct Five;\n"),
        ("c.rs", "pub use crate::b::deep::Five;\n"),
        ("hidden.rs", "pub struct Nine;\n"),
    ];
    for (name, text) in files {
        fs::write(root.join(name), text).unwrap();
    }
    let source = Source::read(root, &[("tried", "lib.rs")]);
    let told: Vec<String> = source
        .uses
        .iter()
        .filter(|used| used.from == "a.rs" && used.what.contains("::"))
        .map(|used| {
            let passed = if used.passed_on { ", passed on" } else { "" };
            format!("{}: {}{passed}", used.line, used.what)
        })
        .collect();
    assert_eq!(
        told,
        [
            "2: tried::b::One",
            "2: tried::b::deep::Two",
            "3: tried::b::Passed, passed on",
            "4: tried::b::Three",
            "5: std::io",
            "5: std::io::Write",
            "6: std::io::stdout",
            "7: tried::b::four",
            "8: tried::b::deep::Five::new",
            "9: tried::b::six",
            "13: tried::b::eight",
            "22: tried::b::Ten",
            "23: tried::b::Eleven",
        ]
    );
}
