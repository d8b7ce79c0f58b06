//! How soon an act is on a hundred phones that have the audience's page open, and what that costs the host.
//!
//! `cargo bench --features page --bench phones`, on Linux.

#![expect(clippy::print_stdout, reason = "a benchmark says what it measured")]
#![expect(clippy::unwrap_used, reason = "a benchmark that cannot go on fails")]

#[path = "../crates/page/tests/served/browser.rs"]
#[expect(dead_code, reason = "shared with tests that need more of it")]
mod browser;
#[path = "../tests/common/kept.rs"]
mod kept;
#[path = "../tests/common/process.rs"]
#[expect(dead_code, reason = "shared with tests that need more of it")]
mod process;

use std::io::{BufRead as _, BufReader, Write as _};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::process::{Command, Stdio};
use std::sync::mpsc::{Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use browser::Open;
use kept::Kept;

const PHONES: usize = 100;
/// The first is not counted: it comes with everybody's first page.
const ACTS: usize = 31;
/// From the act before to this one: faster than any table.
const PAUSE: Duration = Duration::from_secs(1);
/// What every phone has to be within.
const MOST: Duration = Duration::from_millis(150);
/// What the host may use of a core meanwhile, in percent.
const LOAD: f64 = 5.0;
const PATIENCE: Duration = Duration::from_secs(20);

fn words(number: usize) -> String {
    format!("The act of number {number}.")
}

/// A phone that tells when the words of each act have come.
fn reads(at: SocketAddr, comes: &Sender<Instant>) {
    let mut open = Open::at(at);
    open.until("Nothing has been played yet.");
    comes.send(Instant::now()).unwrap();
    for number in 0..ACTS {
        open.until(&words(number));
        comes.send(Instant::now()).unwrap();
    }
}

fn main() {
    let folder = tempfile::tempdir().unwrap();
    let unequal = |args: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_unequal"));
        command.args(args).current_dir(folder.path());
        command.env("HOME", folder.path()).stdout(Stdio::piped());
        command
    };
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let at = listener.local_addr().unwrap();
    drop(listener);
    let page = at.to_string();
    let args = [
        "host",
        "s.toml",
        "--deck",
        "unequal-partners",
        "--seed",
        "7",
    ];
    let args = [&args[..], &["--headless", "--page", &page]].concat();
    let host = Kept(unequal(&args).spawn().unwrap());
    let began = Instant::now();
    while TcpStream::connect(at).is_err() {
        assert!(began.elapsed() < PATIENCE, "no page is served");
        thread::sleep(Duration::from_millis(10));
    }
    let (comes, came) = channel();
    for _ in 0..PHONES {
        let comes = comes.clone();
        thread::spawn(move || reads(at, &comes));
    }
    let all = || -> Vec<Instant> {
        let each = (0..PHONES).map(|_| came.recv_timeout(PATIENCE).unwrap());
        each.collect()
    };
    all();
    let mut white = unequal(&["seat", "s.toml", "--seat", "white-cell", "--text"]);
    let mut white = Kept(white.stdin(Stdio::piped()).spawn().unwrap());
    let mut says = white.0.stdin.take().unwrap();
    let mut hears = BufReader::new(white.0.stdout.take().unwrap()).split(b':');
    hears.next().unwrap().unwrap();
    let id = host.0.id();
    let mut late = Vec::new();
    let (mut used, mut since) = (0, Instant::now());
    for number in 0..ACTS {
        if number == 1 {
            (used, since) = (process::used(id), Instant::now());
        }
        thread::sleep(PAUSE);
        let typed = Instant::now();
        let act = serde_json::json!({"kind": "announce", "text": words(number)});
        writeln!(says, "{act}").unwrap();
        let each = all().into_iter().map(|came| came - typed);
        if number > 0 {
            late.extend(each);
        }
    }
    let ticks = process::used(id) - used;
    late.sort();
    let ms = |percent: usize| late[(late.len() - 1) * percent / 100].as_secs_f64() * 1000.0;
    #[expect(clippy::cast_precision_loss, reason = "some hundred ticks")]
    let load = ticks as f64 / since.elapsed().as_secs_f64();
    println!(
        "{} acts, from Enter to the last of {PHONES} phones: median {:.0} ms, 95 % {:.0} ms, slowest {:.0} ms",
        ACTS - 1,
        ms(50),
        ms(95),
        ms(100)
    );
    println!("the host meanwhile, an act a second: {load:.1} % of a core");
    assert!(
        late[late.len() - 1] <= MOST,
        "each is to be within {MOST:?}"
    );
    assert!(load <= LOAD, "it is to be within {LOAD} %");
}
