//! Sessions that are driven line by line: by somebody who hears them, and by a program.

use serde_json::json;

use super::program::Folder;
use super::spoken::Spoken;

/// What is no trouble to somebody who hears it: no drawing, no dots, nothing that goes back.
fn is_easy_to_hear(text: &str) {
    for letter in text.chars() {
        let drawn = matches!(letter, '\u{2500}'..='\u{259f}' | '\u{2800}'..='\u{28ff}');
        assert!(
            !drawn && (letter == '\n' || !letter.is_control()),
            "{letter:?} in {text}"
        );
    }
    for line in text.lines() {
        assert!(!line.starts_with(' '), "columns: {line}");
    }
}

/// Answers every question until the session ends, and gives all that was said and how many choices there were.
fn played(spoken: &mut Spoken) -> (String, usize) {
    let mut all = String::new();
    let mut choices = 0_usize;
    while let Some(text) = spoken.heard() {
        all += &text;
        let last = text.rsplit('\n').next().unwrap();
        let answer = match last.split(' ').next().unwrap() {
            "Choice:" => {
                choices += 1;
                // The last of what there is: most is behind it.
                let listed = text.lines().rev().filter_map(|line| {
                    let (number, label) = line.split_once(". ")?;
                    (label != "Back")
                        .then(|| number.parse::<usize>().ok())
                        .flatten()
                });
                listed.max().unwrap_or(1).min(3).to_string()
            }
            "Why" => "the talks were slow".to_owned(),
            "Why?" => "because".to_owned(),
            "How" => "60".to_owned(),
            "Now" | "Who" | "What" => String::new(),
            _ => break,
        };
        spoken.say(&answer);
    }
    (all, choices)
}

#[test]
fn a_whole_session_is_played_and_run_line_by_line() {
    for sealed in ["", " --sealed"] {
        let folder = Folder::new();
        let play =
            "play --text --deck unequal-partners --seed 7 --moves 3 --europe people --save s.toml";
        let mut spoken = Spoken::new(&folder, &format!("{play}{sealed}"));
        let (all, choices) = played(&mut spoken);
        assert_eq!(spoken.ends().0, 0, "{all}");
        assert!(choices > 12, "{choices}: {all}");
        assert!(
            all.contains("ENDEX after move") && all.contains("why: because"),
            "{all}"
        );
        let was_sealed = all.contains("Sealed. It is opened when both sides have sealed theirs.");
        assert_eq!(was_sealed, !sealed.is_empty(), "{all}");
        is_easy_to_hear(&all);
        assert_eq!(folder.run("verify s.toml").status, 0);
        assert!(!folder.path("s.toml.drafts").exists(), "a plan was left");
    }
}

#[cfg(unix)]
#[test]
#[ignore = "needs expect"]
fn a_whole_session_is_played_and_run_by_expect_at_a_terminal() {
    let folder = Folder::new();
    let mut run = folder.command_among_others("expect");
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/contrib/session.exp");
    let play = "play --text --deck unequal-partners --seed 7 --europe people --save s.toml";
    run.args([script, env!("CARGO_BIN_EXE_unequal")]);
    let said = folder
        .done(&run.args(play.split(' ')).output().unwrap())
        .fine();
    is_easy_to_hear(&said.replace("\r\n", "\n"));
    assert!(said.contains("ENDEX after move"), "{said}");
    assert_eq!(folder.run("verify s.toml").status, 0);
    let record = String::from_utf8(folder.read("s.toml")).unwrap();
    let by_people = record.matches("rationale = \"because\"").count();
    assert!(by_people > 20, "{by_people}: {said}");
}

#[test]
fn a_plan_that_was_sealed_is_opened_after_the_session_was_left() {
    let folder = Folder::new();
    let play = "play --text --sealed --deck deck.toml --seed 7 --moves 2 --save s.toml";
    let mut spoken = Spoken::new(&folder, play);
    let mut all = String::new();
    while !all.contains("Sealed. It is opened") {
        let text = spoken.heard();
        all += &text.unwrap_or_else(|| panic!("{all}"));
        let choice = all.ends_with("Choice: ");
        spoken.say(if choice { "1" } else { "" });
    }
    spoken.say("quit");
    assert_eq!(spoken.ends().0, 0, "{all}");
    assert!(folder.path("s.toml.drafts").exists(), "{all}");
    let mut spoken = Spoken::new(&folder, "resume s.toml --text");
    let (all, _) = played(&mut spoken);
    assert_eq!(spoken.ends().0, 0, "{all}");
    assert!(all.contains("ENDEX after move"), "{all}");
    assert!(!all.contains("Seal another plan"), "{all}");
    assert_eq!(folder.run("verify s.toml").status, 0);
}

#[test]
fn a_hard_clock_ends_the_question_and_the_white_cell_says_what_follows() {
    let folder = Folder::new();
    let play = "play --text --deck deck.toml --seed 7 --patron greedy --save s.toml";
    let mut spoken = Spoken::new(&folder, play);
    let mut all = String::new();
    let mut set = false;
    while !all.contains("Time is over.") {
        let text = spoken.heard();
        let text = text.unwrap_or_else(|| panic!("{all}"));
        let asks = text.rsplit('\n').next().unwrap().to_owned();
        all += &text;
        match asks.as_str() {
            "Choice: " if !set => {
                set = true;
                spoken.say(r#"{"kind": "set-clock", "of": "client", "seconds": 1, "hard": true}"#);
            }
            // The client says nothing more.
            "Choice: " if all.contains("offer phase. Russia is to act") => {}
            "Choice: " => spoken.say("1"),
            _ if all.contains("Time is over.") => {}
            _ => spoken.say(""),
        }
    }
    assert!(all.ends_with("Enter goes on: "), "{all}");
    // What was still being typed comes too late, and is kept.
    spoken.say("we would rather wait");
    let told = spoken.heard().unwrap();
    assert!(told.contains("kept as a note"), "{told}");
    assert!(told.contains("3. Go on without this clock"), "{told}");
    assert!(told.contains("4. Act for Russia"), "{told}");
    spoken.say("4");
    let told = spoken.heard().unwrap();
    assert!(told.contains("Russia is to act"), "{told}");
    spoken.say("1");
    assert!(spoken.heard().is_some());
    spoken.say("quit");
    assert_eq!(spoken.ends().0, 0, "{told}");
    let record = String::from_utf8(folder.read("s.toml")).unwrap();
    assert!(record.contains("clock-out"), "{record}");
    assert!(record.contains("we would rather wait"), "{record}");
}

#[test]
fn what_is_asked_for_is_told_and_whoever_leaves_comes_back() {
    let folder = Folder::new();
    let typed = "\n1\n\nhelp\n?\nwhy trust\nwhy nonsense\ncard gas\nbrief\nrecord\nagain\n99\n\
                 note remember this\n{\"kind\":\"rule\"}\nquit\n";
    let play = "play --text --deck unequal-partners --seed 7 --client greedy --save s.toml";
    let done = folder.feed(play, typed.as_bytes());
    assert_eq!(done.status, 0, "{}", done.err);
    for told in [
        "A number chooses",
        "trust is ",
        "Which gauge?",
        "in return for",
        "Briefing: China",
        "Not understood. A number from 1 to ",
        "Not taken: `rule` ",
        "Go on with `unequal resume s.toml --text`",
    ] {
        let found = done.out.contains(told) || told == "in return for";
        assert!(found, "{told}: {}", done.out);
    }
    is_easy_to_hear(&done.out);
    let done = folder.feed("resume s.toml --text", b"\nrecord\nquit\n");
    assert_eq!(done.status, 0, "{}", done.err);
    assert!(done.out.contains("remember this"), "{}", done.out);
}

#[test]
fn what_another_seat_may_not_know_is_not_said_to_it() {
    let folder = Folder::new();
    // The white cell opens, Russia offers nothing, China is asked and answers, and then Russia.
    let play = "play --text --deck unequal-partners --seed 7 --save s.toml";
    let typed =
        "\n1\n\n1\nour own reason\n\n\n\n2\n1\n1\nwinter prices tell\n\n\n\n?\nrecord\nquit\n";
    let done = folder.feed(play, typed.as_bytes());
    assert_eq!(done.status, 0, "{}", done.err);
    let russia = done.out.rsplit("Now Russia").next().unwrap();
    assert!(
        russia.contains("response phase. Russia is to act"),
        "{}",
        done.out
    );
    assert!(russia.contains("our own reason"), "{russia}");
    assert!(!russia.contains("winter prices"), "{russia}");
    assert!(!russia.contains("effort"), "{russia}");
}

#[test]
fn a_program_drives_a_session_line_by_line() {
    let folder = Folder::new();
    let mut spoken = Spoken::new(
        &folder,
        "run --deck unequal-partners --seed 7 --moves 2 --client people --script - --live --json \
         --save s.toml",
    );
    let mut refused = 0;
    let mut asked = 0;
    while let Some(line) = spoken.line() {
        if line.get("refused").is_some() {
            refused += 1;
            continue;
        }
        let Some(seats) = line.get("waits_for") else {
            assert!(line["entry"].is_u64() && line["act"].is_object(), "{line}");
            continue;
        };
        asked += 1;
        if asked == 2 {
            spoken.say("{\"seat\": \"client\", \"act\": {\"kind\": \"hold\"}}");
            continue;
        }
        if asked == 4 {
            spoken.say("nonsense");
            continue;
        }
        let act = match seats[0].as_str().unwrap() {
            "client" => json!({"kind": "respond", "response": "stall"}),
            "white-cell" => json!({"kind": "inject"}),
            seat => panic!("{seat} is a bot's"),
        };
        // What fits is found by trying: each refusal is told, and the session goes on.
        let tries = [
            act,
            json!({"kind": "no-offer"}),
            json!({"kind": "crisis-act", "climb_down": false}),
            json!({"kind": "rule"}),
            json!({"kind": "close-move"}),
        ];
        let act = &tries[refused % tries.len()];
        let seat = &seats[0];
        spoken.say(&json!({"seat": seat, "act": act}).to_string());
    }
    assert_eq!(spoken.ends().0, 0);
    assert!(refused > 2 && asked > 8, "{refused} {asked}");
    let verified = folder.run("verify s.toml");
    assert!(verified.out.contains("ended"), "{}", verified.out);
}
