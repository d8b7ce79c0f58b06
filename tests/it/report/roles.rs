//! Roles instead of names: whoever is named anywhere in a record is named nowhere in the paper for others, nor is its file.

use std::fs;
use std::path::Path;

use unequal_partners::closing;
use unequal_partners::engine::action::Action;
use unequal_partners::engine::seat::Seat;
use unequal_partners::report::Extras;
use unequal_partners::session::{Remarks, Setup, Table};
use unequal_partners::store::{Annotation, AnnotationKind, Annotations};

use super::deck;
use crate::eventful::stamp;

/// Names of people as they are: in several scripts, in small letters, with signs, with words of the language in them.
const ODD: [&str; 14] = [
    "Katarina",
    "Anne-Marie d’Arc",
    "José Ñúñez",
    "olga",
    "mats ek",
    "Иван Петров",
    "Γιώργος",
    "王小明",
    "田中 太郎",
    "محمد علي",
    "R2-D2",
    "O'Brien",
    "<b>Bo</b> & Söner",
    "Zoe\u{301} Lind",
];

/// How each place of a record names somebody; the places are as many as the names taken at once.
fn record(names: &[&str], save: &Path) -> (Table, Annotations) {
    let name = |place: usize| names[place % names.len()].to_owned();
    let setup = Setup {
        // Within a word it is found by no part of a name.
        name: format!("Table{}", name(0)),
        ..Setup::of_people("", 7)
    };
    let mut table = Table::unrecorded(deck(), &setup, &stamp(0)).unwrap();
    let mut act = |seat: Seat, by: &str, action: Action, remarks: Remarks| {
        let at = stamp(table.last_number().get() + 1);
        let seen = table.last_number();
        table.submit(seen, seat, by, &action, remarks, &at).unwrap();
    };
    let none = Remarks::default;
    let remark = |text: String| Action::Note {
        text,
        private: false,
    };
    for (who, at) in [(0, Seat::Patron), (2, Seat::Client)] {
        let name = name(who);
        act(
            Seat::WhiteCell,
            names[1 % names.len()],
            Action::Join { name, at },
            none(),
        );
    }
    let rename = Action::Rename {
        name: name(2),
        to: name(3),
    };
    act(Seat::WhiteCell, &name(1), rename, none());
    let called = Action::RenameSession {
        name: format!("Table{}", name(3)),
    };
    act(Seat::WhiteCell, &name(1), called, none());
    let ask = Action::AskEstimate {
        id: "crisis".to_owned(),
        question: "A crisis?".to_owned(),
        resolution: "the board".to_owned(),
    };
    act(Seat::WhiteCell, &name(1), ask, none());
    let estimate = Action::Estimate {
        id: "crisis".to_owned(),
        name: name(5),
        percent: 40,
    };
    act(Seat::Client, &name(5), estimate, none());
    let reveal = Action::RevealEstimates {
        id: "crisis".to_owned(),
    };
    act(Seat::WhiteCell, &name(1), reveal, none());
    act(
        Seat::Patron,
        &name(6),
        remark(format!("as {} says", name(5))),
        none(),
    );
    act(
        Seat::WhiteCell,
        &name(1),
        Action::Inject { instead: None },
        none(),
    );
    let said = Remarks {
        rationale: Some(format!("{} was for it", name(6))),
        confidence: None,
        dissent: Some(format!("{}: not yet", name(6))),
    };
    act(Seat::Client, &name(7), Action::NoOffer, said);
    act(Seat::Patron, &name(8), Action::Hold, none());
    act(Seat::WhiteCell, &name(1), Action::CloseMove, none());
    let end = Action::End {
        reason: format!("{} has to leave", name(7)),
    };
    act(Seat::WhiteCell, &name(1), end, none());
    let annotation = Annotation {
        entry: table.last_number(),
        author: name(9),
        kind: AnnotationKind::Comment,
        text: format!("{} smiled", name(8)),
        at: stamp(60),
    };
    let mut annotations = Annotations::load(save).unwrap();
    annotations.add(annotation).unwrap();
    (table, annotations)
}

#[test]
fn no_name_of_anybody_in_a_record_stands_in_the_paper_with_roles_nor_in_its_own_name() {
    for first in 0..ODD.len() {
        let names: Vec<&str> = (0..10)
            .map(|place| ODD[(first + place) % ODD.len()])
            .collect();
        let folder = tempfile::tempdir().unwrap();
        let save = folder
            .path()
            .join(format!("{} invites.toml", names[0].replace('/', "")));
        let (table, annotations) = record(&names, &save);
        fs::write(&save, "").unwrap();
        let extras = Extras {
            annotations: Some(&annotations),
            ..Extras::default()
        };
        let written = closing::close(&save, &table, extras, folder.path()).unwrap();
        let path = &written[1].path;
        let file = path.file_name().unwrap().to_string_lossy().into_owned();
        assert!(file.contains(".roles."), "{file}");
        let page = fs::read_to_string(path).unwrap();
        assert!(page.contains("person 1"), "roles stand there");
        for name in &names {
            let escaped = name
                .replace('&', "&amp;")
                .replace('<', "&lt;")
                .replace('>', "&gt;");
            let parts = name
                .split_whitespace()
                .filter(|part| part.chars().count() > 3);
            for told in [*name, escaped.as_str()].into_iter().chain(parts) {
                assert!(!page.contains(told), "{told} of {names:?}");
                assert!(!file.contains(told), "{told}: {file}");
            }
        }
    }
}

#[test]
fn voices_that_were_never_entered_get_a_role_and_words_before_a_colon_stay_words() {
    let folder = tempfile::tempdir().unwrap();
    let (mut table, _) = record(
        &["Katarina", "Anna", "Ulrika", "Ulla"],
        &folder.path().join("table.toml"),
    );
    let mut say = |text: &str| {
        let at = stamp(90);
        let note = Action::Note {
            text: text.to_owned(),
            private: false,
        };
        let seen = table.last_number();
        table
            .submit(
                seen,
                Seat::WhiteCell,
                "Anna",
                &note,
                Remarks::default(),
                &at,
            )
            .unwrap();
    };
    say("Torsten, Birgitta and Ek: more time. Demand: none");
    say("Ask Torsten, not Birgitta");
    let roles = closing::Roles::of(&table, None);
    let told = roles.tell("Demand: ask Torsten, Birgitta, Ek");
    assert!(told.starts_with("Demand: ask White cell, person"), "{told}");
    for name in ["Torsten", "Birgitta", "Ek"] {
        assert!(!told.contains(name), "{told}");
    }
    assert_eq!(roles.stem("2026-11-23-katarina-invites"), "session");
    assert_eq!(roles.stem("2026-11-23-table-2"), "2026-11-23-table-2");
}
