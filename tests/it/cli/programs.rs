//! Programs at seats through the command line: the examples of `contrib/`, a first bot from the docs, and what is printed.

use std::fs;
use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt as _;
use std::thread;

use serde_json::Value;

use super::program::Folder;

fn contrib(name: &str) -> String {
    format!("{}/contrib/{name}", env!("CARGO_MANIFEST_DIR"))
}

/// The acts of a record by the program of a name.
fn acts(folder: &Folder, save: &str, name: &str) -> usize {
    let record = String::from_utf8(folder.read(save)).unwrap();
    record
        .matches(&format!("by = \"outside:{name}, try "))
        .count()
}

#[test]
fn the_schema_of_a_seat_names_every_line_of_the_protocol() {
    let done = Folder::new().run("schema seat");
    assert_eq!(done.status, 0, "{}", done.err);
    let schema: Value = serde_json::from_str(&done.out).unwrap();
    for line in ["hello", "turn", "taken", "refused", "end", "ready", "act"] {
        assert!(
            done.out.contains(&format!("\"const\": \"{line}\"")),
            "{line}"
        );
    }
    assert!(
        schema["$defs"]["Turn"]["properties"]["acts"].is_object(),
        "{schema:#}"
    );
    assert!(schema["$defs"]["StateAfter"]["properties"]["gauges"].is_object());
}

#[test]
fn a_seat_sees_no_more_of_a_run_than_it_may_know() {
    let folder = Folder::new();
    let run = "run --deck unequal-partners --seed 7 --moves 2";
    let all = folder.run(&format!("{run} --json"));
    let client = folder.run(&format!("{run} --json --seat client"));
    assert_eq!((all.status, client.status), (0, 0), "{}", client.err);
    assert!(all.out.contains("\"effort\"") && all.out.contains("\"menu\""));
    // The end opens everything.
    let before = client
        .out
        .lines()
        .filter(|line| !line.contains("\"outcome\""));
    for line in before {
        assert!(
            !line.contains("\"effort\"") && !line.contains("\"menu\""),
            "{line}"
        );
        let read: Value = serde_json::from_str(line).unwrap();
        assert!(read["entry"].is_u64() && read["at"].is_null(), "{line}");
    }
    let told = folder.run(&format!("{run} --seat client"));
    assert_eq!(told.status, 0, "{}", told.err);
}

#[test]
fn a_program_that_is_not_there_loses_its_seat_and_the_run_goes_on() {
    let folder = Folder::new();
    let done = folder.run(
        "run --deck unequal-partners --seed 7 --moves 2 --client ./nothing.py --stand-in cautious --save s.toml",
    );
    assert_eq!(done.status, 0, "{}", done.err);
    assert!(
        done.out.contains("The bot cautious takes the seat"),
        "{}",
        done.out
    );
    assert!(done.out.contains("it could not be started"), "{}", done.out);
    assert_eq!(folder.run("verify s.toml").status, 0);
}

#[test]
#[ignore = "needs python3, which is not everywhere; .ci/run runs it where it is"]
fn the_first_bot_plays_every_seat_to_the_end() {
    let folder = Folder::new();
    let text = fs::read_to_string(contrib("first_bot.py")).unwrap();
    assert!(text.lines().count() <= 40, "{}", text.lines().count());
    let bot = contrib("first_bot.py");
    let run = "run --deck unequal-partners --seed 7 --save s.toml";
    let mut args: Vec<&str> = run.split(' ').collect();
    args.extend(["--patron", &bot, "--client", &bot, "--europe", &bot]);
    let done = folder.run_among_others(&args);
    assert_eq!(done.status, 0, "{}{}", done.out, done.err);
    assert!(
        acts(&folder, "s.toml", "first_bot 1.0") > 20,
        "{}",
        done.out
    );
    assert!(!done.out.contains("takes the seat"), "{}", done.out);
    assert_eq!(folder.run("verify s.toml").status, 0);
}

#[test]
#[ignore = "needs python3, which is not everywhere; .ci/run runs it where it is"]
fn the_bot_of_the_docs_plays() {
    let folder = Folder::new();
    let docs =
        fs::read_to_string(format!("{}/docs/programs.md", env!("CARGO_MANIFEST_DIR"))).unwrap();
    let bot = docs.split("```python\n").nth(1).unwrap();
    let bot = bot.split("```").next().unwrap();
    folder.write("first.py", bot);
    let path = folder.path("first.py");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    let run = "run --deck unequal-partners --seed 7 --client ./first.py --save s.toml";
    let done = folder.run_among_others(&run.split(' ').collect::<Vec<_>>());
    assert_eq!(done.status, 0, "{}{}", done.out, done.err);
    assert!(acts(&folder, "s.toml", "first 1") > 10, "{}", done.out);
    assert!(!done.out.contains("takes the seat"), "{}", done.out);
}

/// A service that gives one answer to everybody, as often as it is asked; gives its address.
fn stub(answer: &'static str) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let mut heard = Vec::new();
            let mut bytes = vec![0; 65536];
            // The whole question, so that whoever asks is not cut off.
            loop {
                let count = stream.read(&mut bytes).unwrap_or(0);
                heard.extend_from_slice(&bytes[..count]);
                let text = String::from_utf8_lossy(&heard);
                let whole = text.split_once("\r\n\r\n").is_some_and(|(head, body)| {
                    let length = head.lines().find_map(|line| {
                        let (key, value) = line.split_once(':')?;
                        let is_length = key.eq_ignore_ascii_case("content-length");
                        is_length.then(|| value.trim().parse::<usize>().unwrap())
                    });
                    body.len() >= length.unwrap_or(0)
                });
                if whole || count == 0 {
                    break;
                }
            }
            let message = serde_json::json!({"choices": [{"message": {"content": answer}}]});
            let body = message.to_string();
            let length = body.len();
            let _gone = write!(
                stream,
                "HTTP/1.1 200 OK\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{body}"
            );
        }
    });
    format!("http://{address}/v1/chat/completions")
}

#[test]
#[ignore = "needs python3, which is not everywhere; .ci/run runs it where it is"]
fn a_language_model_holds_a_seat_at_the_address_that_is_given() {
    let folder = Folder::new();
    let said = "Of course:\n```json\n{\"choice\": 0, \"reason\": \"as a model would\", \"confidence\": 55}\n```";
    let url = stub(said);
    let bot = format!("{} --url {url} --model tiny", contrib("model_bot.py"));
    let args = [
        "run",
        "--deck",
        "unequal-partners",
        "--seed",
        "7",
        "--moves",
        "3",
        "--client",
        &bot,
        "--save",
        "s.toml",
    ];
    let done = folder.run_among_others(&args);
    assert_eq!(done.status, 0, "{}{}", done.out, done.err);
    assert!(done.out.contains("why: as a model would"), "{}", done.out);
    assert!(
        acts(&folder, "s.toml", "model_bot tiny") > 3,
        "{}",
        done.out
    );
    // Without an address nothing is asked.
    let bot = format!("{} --model tiny", contrib("model_bot.py"));
    let args = [
        "run",
        "--deck",
        "unequal-partners",
        "--seed",
        "7",
        "--moves",
        "2",
        "--client",
        &bot,
    ];
    let done = folder.run_among_others(&args);
    assert_eq!(done.status, 0, "{}", done.err);
    assert!(done.out.contains("takes the seat"), "{}", done.out);
}
