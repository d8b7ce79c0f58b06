//! The short notation: what `replay --notation` prints is a script that comes to the same session.

use unequal_partners::engine::action::Action;
use unequal_partners::engine::entry_number::EntryNumber;
use unequal_partners::session::{Moment, Table};

use super::program::Folder;

/// The notation of a record of the project.
fn notation(folder: &Folder, save: &str) -> String {
    let done = folder.run_each(&[
        "replay",
        crate::made::at(save).to_str().unwrap(),
        "--notation",
    ]);
    done.fine()
}

/// The command at the head of a notation, with the deck in a file.
fn command(notation: &str, deck: &str) -> Vec<String> {
    let lead = "# to be played again by: unequal ";
    let line = notation.lines().find_map(|line| line.strip_prefix(lead));
    let words = line.unwrap().split(' ').map(str::to_owned);
    let mut words: Vec<String> = words.collect();
    let place = words.iter().position(|word| word == "--deck").unwrap();
    deck.clone_into(&mut words[place + 1]);
    words
}

/// What an entry is, but for the hand, its number and its time.
fn what(moment: &Moment) -> String {
    let entry = &moment.entry;
    let mut act = entry.act.clone();
    if let Action::Correct { entry, .. } = &mut act {
        *entry = EntryNumber::new(0);
    }
    let said = (&entry.rationale, entry.confidence, &entry.dissent);
    format!(
        "{} {act:?} {said:?} {:?} {:?}",
        entry.seat, entry.drawn, entry.changes
    )
}

#[test]
fn every_golden_and_shipped_session_is_played_again_from_its_notation() {
    let folder = Folder::new();
    for save in [
        "tests/sessions/v2/every-entry.toml",
        "tests/sessions/v2/bots.toml",
        "tests/sessions/v2/in-turn.toml",
        "tests/sessions/v2/together.toml",
        "tests/sessions/v2/sealed.toml",
        "saves/examples/stockholm-table-1.toml",
        "saves/examples/stockholm-table-2.toml",
        "saves/examples/sealed-evening.toml",
        "saves/examples/console-workshop.toml",
    ] {
        let (played, _) = Table::read(&crate::made::at(save)).unwrap();
        folder.write("deck-of-it.toml", &played.header().deck.source);
        let text = notation(&folder, save);
        folder.write("acts.txt", &text);
        let mut line = command(&text, "deck-of-it.toml");
        let file = line.iter().position(|word| word == "FILE").unwrap();
        "acts.txt".clone_into(&mut line[file]);
        let name = save.replace('/', "-");
        line.extend(["--save".to_owned(), name.clone()]);
        let words: Vec<&str> = line.iter().map(String::as_str).collect();
        let done = folder.run_each(&words);
        assert_eq!(done.err.find("error"), None, "{save}: {}", done.err);
        let (again, _) = Table::read(&folder.path(&name)).unwrap();
        let [first, second] = [&played, &again].map(|table| {
            let standing = table.standing();
            let play = standing.filter(|moment| !matches!(moment.entry.act, Action::Undo { .. }));
            play.map(what).collect::<Vec<_>>()
        });
        for (one, other) in first.iter().zip(&second) {
            assert_eq!(one, other, "{save}");
        }
        assert_eq!(first.len(), second.len(), "{save}");
        assert_eq!(played.canonical_log(), again.canonical_log(), "{save}");
    }
}

#[test]
fn what_was_taken_back_and_branches_stand_as_variations_with_the_remarks() {
    let folder = Folder::new();
    for file in [
        "stockholm-table-1.toml",
        "stockholm-table-1.toml.annotations",
        "stockholm-table-1-half-the-lessons.toml",
    ] {
        let from = crate::made::at("saves/examples").join(file);
        std::fs::copy(from, folder.path(file)).unwrap();
    }
    let text = folder
        .run("replay stockholm-table-1.toml --notation")
        .fine();
    let variations = text
        .lines()
        .filter(|line| line.trim_start().starts_with("( "))
        .count();
    let ends = text.lines().filter(|line| line.trim() == ")").count();
    assert_eq!(variations, ends, "{text}");
    for words in [
        "( taken back at ",
        "( a what-if from entry ",
        "  # rolled",
        "# Jonas: ",
    ] {
        assert!(
            text.to_lowercase().contains(&words.to_lowercase()),
            "{words}: {text}"
        );
    }
    assert!(text.lines().all(|line| !line.is_empty()));
}

#[test]
fn a_what_if_of_a_what_if_is_told_wherever_it_leaves() {
    let folder = Folder::new();
    folder.write("none.txt", "");
    for line in [
        "run --deck deck.toml --seed 7 --patron logit --client logit --moves 2 --save trunk.toml",
        "branch trunk.toml --at 5 --save one.toml",
        "resume one.toml --script none.txt",
    ] {
        folder.run(line).fine();
    }
    // Among the entries that it shares with the trunk, where it leaves that, and among its own.
    for at in [3, 5, 6] {
        let line = format!("branch one.toml --at {at} --save from-{at}.toml");
        folder.run(&line).fine();
    }
    let text = folder.run("replay trunk.toml --notation").fine();
    for at in [3, 5, 6] {
        let file = format!("(from-{at}.toml)");
        assert_eq!(text.matches(&file).count(), 1, "from {at}: {text}");
    }
}

#[test]
fn a_seat_gets_no_notation_of_a_session_that_goes_on() {
    let folder = Folder::new();
    folder.write("none.txt", "");
    folder
        .run("run --deck deck.toml --seed 7 --patron people --moves 2 --save on.toml --script none.txt")
        .whole();
    let done = folder.run("replay on.toml --notation --seat client");
    assert_eq!(done.status, 2, "{}", done.err);
    assert!(done.err.contains("has every act in full"), "{}", done.err);
    assert!(done.err.contains("--text --seat client"), "{}", done.err);
    assert!(
        folder
            .run("replay on.toml --notation")
            .fine()
            .contains("white-cell inject")
    );
}

#[test]
fn a_wrong_line_of_the_notation_is_told_with_its_place() {
    let folder = Folder::new();
    for (text, place, words) in [
        ("patrn hold", "acts.txt:1:1", "did you mean `patron`?"),
        (
            "\n3. patron hold 5",
            "acts.txt:2:16",
            "takes no value here without a key",
        ),
        ("client respond \"accept", "acts.txt:1:16", "not closed"),
        (
            "client respond accept response=refuse",
            "acts.txt:1:23",
            "second time",
        ),
        (
            "client respond refused",
            "acts.txt:1:1",
            "did you mean `refuse`?",
        ),
        (
            "( never ended\nclient respond accept",
            "acts.txt:1",
            "has no end",
        ),
    ] {
        folder.write("acts.txt", text);
        let done = folder.run("run --deck deck.toml --seed 7 --script acts.txt");
        assert_eq!(done.status, 1, "{text}");
        assert!(
            done.err.contains(place) && done.err.contains(words),
            "{text}: {}",
            done.err
        );
    }
}

#[test]
fn an_act_may_be_exchanged_in_the_notation() {
    let folder = Folder::new();
    folder
        .run("run --deck deck.toml --seed 7 --patron hardliner --client tit-for-tat --moves 2 --save trunk.toml")
        .fine();
    let instead = [
        "branch",
        "trunk.toml",
        "--at",
        "3",
        "--save",
        "other.toml",
        "--instead",
    ];
    let mut words = instead.to_vec();
    words.push("client respond refuse why=\"no more\" hand=Olga");
    let done = folder.run_each(&words);
    assert_eq!(done.status, 0, "{}", done.err);
    let text = folder.run("replay other.toml --notation").fine();
    let line = "4. client respond refuse why=\"no more\" hand=Olga  # a what-if";
    assert!(text.contains(line), "{text}");
}
