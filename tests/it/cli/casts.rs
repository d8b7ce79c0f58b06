//! Recordings of a replay: they hold to the format's description, and what they draw is the replay.

use std::fs;

use serde_json::Value;

use super::program::Folder;

fn played() -> Folder {
    let folder = Folder::new();
    let line = "run --deck deck.toml --seed 7 --patron hardliner --client tit-for-tat --moves 3 \
                --spread 0 --save s.toml --now 2026-06-01T10:00:00Z --name Table";
    folder.run(line).fine();
    folder
}

#[test]
fn a_recording_draws_the_replay_with_a_marker_at_each_move() {
    let folder = played();
    let wrote = folder
        .run("replay s.toml --cast s.cast --width 100 --height 30")
        .fine();
    assert_eq!(wrote, "Wrote s.cast\n");
    let text = String::from_utf8(folder.read("s.cast")).unwrap();
    let mut lines = text
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap());
    let header = lines.next().unwrap();
    assert_eq!(header["version"], 2);
    assert_eq!(
        (&header["width"], &header["height"]),
        (&100.into(), &30.into())
    );
    assert_eq!(header["title"], "Table");
    let mut screen = vt100::Parser::new(30.try_into().unwrap(), 100.try_into().unwrap(), 0);
    screen.process("what stood there before ".repeat(125).as_bytes());
    let (mut last, mut markers, mut shown, mut sent) = (0.0, Vec::new(), String::new(), 0);
    for event in lines {
        let event = event.as_array().unwrap();
        assert_eq!(event.len(), 3);
        let at = event[0].as_f64().unwrap();
        assert!(at >= last, "time runs forward");
        last = at;
        let data = event[2].as_str().unwrap();
        match event[1].as_str().unwrap() {
            "o" => {
                shown = screen.screen().contents();
                assert_eq!(screen.screen().hide_cursor(), sent > 0);
                sent += 1;
                screen.process(data.as_bytes());
                assert!(!screen.screen().contents().contains("stood there"));
            }
            "m" => markers.push(data.to_owned()),
            other => panic!("no event of kind {other}"),
        }
    }
    let end = screen.screen();
    assert_eq!((end.hide_cursor(), end.cursor_position()), (false, (29, 0)));
    assert_eq!(end.fgcolor(), vt100::Color::Default);
    let moves = markers.iter().filter(|marker| marker.starts_with("Move "));
    assert_eq!(moves.collect::<Vec<_>>(), ["Move 1", "Move 2", "Move 3"]);
    assert!(
        !text.contains("today"),
        "who watches it does so on another day"
    );
    folder
        .run("replay s.toml --cast fast.cast --width 100 --height 30 --speed 4")
        .fine();
    let fast = String::from_utf8(folder.read("fast.cast")).unwrap();
    let faster = fast
        .lines()
        .last()
        .map(|line| serde_json::from_str::<Value>(line).unwrap());
    let faster = faster.and_then(|event| event[0].as_f64()).unwrap();
    assert!((faster * 4.0 - last).abs() < 0.05, "{faster} {last}");
    assert!(
        shown.contains("entry 19 of 19"),
        "the last entry stands at the end:\n{shown}"
    );
    assert_eq!(
        folder.run("replay s.toml --cast s.cast").status,
        2,
        "nothing is overwritten"
    );
}

#[test]
fn one_can_jump_in_a_recording_to_what_turned_was_crossed_ruled_or_marked() {
    let folder = Folder::new();
    let root = env!("CARGO_MANIFEST_DIR");
    let save = format!("{root}/saves/examples/console-workshop.toml");
    folder.write("w.toml", fs::read(save).unwrap());
    folder.write(
        "w.toml.annotations",
        "[[annotation]]\nentry = 45\nat = \"2026-10-02T08:00:00Z\"\nauthor = \"Anna\"\nkind = \"bookmark\"\ntext = \"Here\"\n",
    );
    let recorded = folder.run("replay w.toml --cast -").fine();
    let events = recorded.lines().skip(1);
    let events = events.map(|line| serde_json::from_str::<Value>(line).unwrap());
    let markers = events.filter(|event| event[1] == "m");
    let markers = markers.map(|event| event[2].as_str().unwrap().to_owned());
    let markers: Vec<String> = markers.collect();
    let moves = markers
        .iter()
        .filter(|marker| marker.starts_with("Move ") || marker.as_str() == "Turn zero");
    let moves: Vec<&String> = moves.collect();
    assert_eq!(moves[..2], ["Turn zero", "Move 1"], "it is rehearsed once");
    assert_eq!(moves.len(), 10, "{moves:?}");
    let marked = |sign: &str| -> Vec<&str> {
        let marked = markers
            .iter()
            .filter_map(|marker| marker.strip_prefix(sign));
        marked.collect()
    };
    let report = folder
        .run("report w.toml --format json --out - --no-expectations")
        .fine();
    let report: Value = serde_json::from_str(&report).unwrap();
    let points = report["turning_points"]["points"].as_array().unwrap();
    let mut points: Vec<&Value> = points.iter().collect();
    points.sort_by_key(|point| point["entry"].as_u64());
    let turned = points
        .iter()
        .map(|point| point["sentence"].as_str().unwrap());
    assert_eq!(marked("◆ "), turned.collect::<Vec<_>>());
    assert!(!points.is_empty());
    assert_eq!(marked("▲ "), ["red line crossed: Arctic"]);
    let overrides = report["overrides"]["lines"].as_array().unwrap();
    let lines = report["chronology"].as_array().unwrap();
    for line in overrides {
        let mut lines = lines.iter().filter(|told| told["entry"] == line["entry"]);
        let sentence = lines.next().unwrap()["sentence"].as_str().unwrap();
        assert!(marked("✎ ").contains(&sentence), "{sentence}: {markers:?}");
    }
    assert_eq!(
        marked("⚑ "),
        ["Anna: Here", "White cell set a bookmark: the train"]
    );
    // A seat's eyes see no remarks, and what turned is what came of it later.
    let seen = folder.run("replay w.toml --cast - --seat client").fine();
    assert!(!seen.contains("◆ ") && !seen.contains("Anna: Here"));
}

#[test]
fn the_same_record_gives_the_same_recording_and_small_terminals_are_refused() {
    let folder = played();
    let one = folder.run("replay s.toml --cast -").fine();
    assert_eq!(folder.run("replay s.toml --cast -").fine(), one);
    for line in [
        "replay s.toml --cast - --width 40",
        "replay s.toml --width 100",
        "replay s.toml --cast - --text",
    ] {
        assert_eq!(folder.run(line).status, 2, "{line}");
    }
}

#[test]
fn a_recording_that_cannot_be_written_is_told_with_the_option_that_named_its_place() {
    let folder = played();
    fs::create_dir(folder.path("taken")).unwrap();
    for (place, hint) in [
        ("none/s.cast", "make it, or name another place with --cast"),
        ("taken", "name another place with --cast"),
        ("s.toml", "add --replace"),
        ("s.toml --replace", "name another place with --cast"),
    ] {
        let refused = folder.run(&format!("replay s.toml --cast {place}"));
        assert_eq!(refused.status, 2, "{place}: {}", refused.err);
        assert!(refused.err.contains(hint), "{place}: {}", refused.err);
        assert!(!refused.err.contains("--out"), "{place}: {}", refused.err);
    }
}
