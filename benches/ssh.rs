//! Seats over SSH beside the server of OpenSSH with a forced command of the same binary, in one run and on one session: how
//! long a login takes until the whole screen is there, how long a key, what a key costs in processor time, and what a
//! seat costs in memory.
//!
//! `cargo bench --features ssh --bench ssh`, on Linux, with `ssh`, `ssh-keygen` and `/usr/sbin/sshd`.

#![expect(clippy::print_stdout, reason = "a benchmark says what it measured")]
#![expect(clippy::unwrap_used, reason = "a benchmark that cannot go on fails")]

#[path = "../tests/common/kept.rs"]
mod kept;
#[path = "../tests/common/process.rs"]
mod process;
#[path = "../tests/live/pty.rs"]
#[expect(dead_code, reason = "shared with tests that need more of it")]
mod pty;

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use kept::Kept;
use process::{fields, used};
use pty::Pty;

const LOGINS: usize = 10;
/// People who try to come in and may not, in a minute.
const STRANGERS: u32 = 1000;
const KEYS: usize = 200;
/// Seats besides the first, for what one costs in memory.
const SEATS: u32 = 8;
const SSHD: &str = "/usr/sbin/sshd";

struct Bench {
    folder: tempfile::TempDir,
    host: Kept,
    sshd: Kept,
    ours: String,
    theirs: String,
    codes: Vec<(String, String)>,
}

fn free_port() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.local_addr().unwrap().port().to_string()
}

fn key(path: &Path) {
    let made = Command::new("ssh-keygen")
        .args(["-q", "-t", "ed25519", "-N", "", "-f"])
        .arg(path)
        .status();
    assert!(made.unwrap().success());
}

impl Bench {
    fn new() -> Self {
        assert!(
            Path::new(SSHD).exists(),
            "{SSHD} is not there: install the server of OpenSSH"
        );
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        for name in ["client", "server"] {
            key(&at(name));
        }
        let (ours, theirs) = (free_port(), free_port());
        let unequal = env!("CARGO_BIN_EXE_unequal");
        let mut host = Command::new(unequal)
            .args([
                "host",
                "s.toml",
                "--deck",
                "unequal-partners",
                "--seed",
                "7",
            ])
            .args(["--europe", "people", "--headless", "--ssh"])
            .arg(format!("127.0.0.1:{ours}"))
            .current_dir(folder.path())
            .env("HOME", folder.path())
            .env("XDG_DATA_HOME", at("data"))
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let told = BufReader::new(host.stdout.take().unwrap());
        let mut codes = Vec::new();
        for line in told.lines() {
            let line = line.unwrap();
            if let Some((command, code)) = line.split_once(", with the code ") {
                let user = command
                    .rsplit(' ')
                    .next()
                    .unwrap()
                    .split('@')
                    .next()
                    .unwrap();
                codes.push((user.to_owned(), code.to_owned()));
            }
            if line.contains("audience@") {
                break;
            }
        }
        // The server of OpenSSH lays its privileges down in an empty folder, which Debian makes when the service starts.
        let _only_where_we_may = fs::create_dir_all("/run/sshd");
        let public = fs::read_to_string(at("client.pub")).unwrap();
        let save = at("s.toml");
        let forced = format!(
            "restrict,pty,command=\"{unequal} seat {} --seat patron\" {public}",
            save.display()
        );
        fs::write(at("authorized_keys"), forced).unwrap();
        let sshd = Command::new(SSHD)
            .args(["-D", "-e", "-f", "/dev/null", "-p", &theirs])
            .args([
                "-o",
                "ListenAddress=127.0.0.1",
                "-o",
                "StrictModes=no",
                "-o",
                "UsePAM=no",
            ])
            .args(["-o", "PidFile=none", "-o", "PasswordAuthentication=no"])
            .arg("-o")
            .arg(format!("HostKey={}", at("server").display()))
            .arg("-o")
            .arg(format!(
                "AuthorizedKeysFile={}",
                at("authorized_keys").display()
            ))
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        let began = Instant::now();
        while TcpStream::connect(format!("127.0.0.1:{theirs}")).is_err() {
            assert!(
                began.elapsed() < pty::DEADLINE,
                "{SSHD} does not begin to listen"
            );
            std::thread::sleep(Duration::from_millis(10));
        }
        Self {
            host: Kept(host),
            sshd: Kept(sshd),
            ours,
            theirs,
            codes,
            folder,
        }
    }

    /// Begins a login.
    fn call(&self, user: &str, port: &str) -> Pty {
        let at = |name: &str| self.folder.path().join(name).display().to_string();
        let args = [
            "-F",
            "/dev/null",
            "-p",
            port,
            "-i",
            &at("client"),
            "-o",
            "IdentitiesOnly=yes",
            "-o",
            "StrictHostKeyChecking=accept-new",
            "-o",
            &format!("UserKnownHostsFile={}", at("known")),
            &format!("{user}@127.0.0.1"),
        ];
        Pty::start(&PathBuf::from("ssh"), &args, self.folder.path(), &[])
    }

    fn ours(&self, user: &str) -> Pty {
        self.call(user, &self.ours)
    }

    fn theirs(&self) -> Pty {
        let user = std::env::var("USER").unwrap_or_else(|_| "root".to_owned());
        self.call(&user, &self.theirs)
    }

    /// Comes in with the code, so that the key is known afterwards.
    fn admit(&self, user: &str) -> Pty {
        let (_, code) = self.codes.iter().find(|(seat, _)| seat == user).unwrap();
        let mut pty = self.ours(user);
        pty.wait_for("Code");
        pty.type_in(&format!("{code}\r"));
        pty.wait_for(WHOLE);
        pty
    }

    /// Does something while people who have no code try to come in.
    fn with_strangers<T>(&self, what: impl FnOnce() -> T) -> T {
        let enough = AtomicBool::new(false);
        std::thread::scope(|scope| {
            scope.spawn(|| {
                let mut all = Vec::new();
                while !enough.load(Ordering::Relaxed) {
                    let stranger = Command::new("ssh")
                        .args(["-F", "/dev/null", "-p", &self.ours])
                        .args(["-o", "BatchMode=yes", "-o", "StrictHostKeyChecking=no"])
                        .args(["-o", "UserKnownHostsFile=/dev/null", "china@127.0.0.1"])
                        .stdin(Stdio::null())
                        .stderr(Stdio::null())
                        .spawn();
                    all.push(Kept(stranger.unwrap()));
                    std::thread::sleep(Duration::from_mins(1) / STRANGERS);
                }
            });
            let done = what();
            enough.store(true, Ordering::Relaxed);
            done
        })
    }

    /// Processor time of the host, in ticks.
    fn host(&self) -> u64 {
        used(self.host.0.id())
    }

    /// Processor time of the server of OpenSSH and all that it has begun, in ticks.
    fn server(&self) -> u64 {
        family(self.sshd.0.id()).into_iter().map(used).sum()
    }
}

/// What stands in the last row of the first screen.
const WHOLE: &str = "? help";

/// A process and all that descend from it.
fn family(first: u32) -> Vec<u32> {
    let mut all = vec![first];
    let processes: Vec<(u32, u32)> = fs::read_dir("/proc")
        .unwrap()
        .filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok())
        .filter_map(|process| Some((process, fields(process)?[1].parse().ok()?)))
        .collect();
    let mut place = 0;
    while let Some(parent) = all.get(place).copied() {
        let children = processes.iter().filter(|(_, of)| *of == parent);
        all.extend(children.map(|(process, _)| *process));
        place += 1;
    }
    all
}

/// Memory of the host, in MiB.
fn megabytes(bench: &Bench) -> f64 {
    let kib = process::resident(bench.host.0.id()).unwrap();
    f64::from(u32::try_from(kib).unwrap()) / 1024.0
}

fn leave(mut pty: Pty) {
    pty.type_in("\u{3}\u{3}");
    pty.wait_for_end();
}

/// The time until the whole first screen is there.
fn login(call: impl FnOnce() -> Pty) -> Duration {
    let began = Instant::now();
    let pty = call();
    while !pty.screen().contains(WHOLE) {
        assert!(began.elapsed() < pty::DEADLINE, "{}", pty.screen());
        std::thread::sleep(Duration::from_micros(500));
    }
    let took = began.elapsed();
    leave(pty);
    took
}

/// The time from a key to the first byte.
fn key_press(pty: &mut Pty) -> Duration {
    let before = pty.count();
    let began = Instant::now();
    pty.type_in("\t");
    while pty.count() == before {
        assert!(began.elapsed() < pty::DEADLINE, "{}", pty.screen());
        std::thread::yield_now();
    }
    let took = began.elapsed();
    // The rest of the picture is no part of the next key.
    std::thread::sleep(Duration::from_millis(10));
    took
}

/// The time of all but the slowest twentieth of so many keys, in milliseconds.
fn keys(pty: &mut Pty) -> f64 {
    let mut times: Vec<Duration> = (0..KEYS).map(|_| key_press(pty)).collect();
    share(&mut times, 95)
}

/// A share of sorted times, in milliseconds.
fn share(times: &mut [Duration], percent: usize) -> f64 {
    times.sort();
    times[(times.len() - 1) * percent / 100].as_secs_f64() * 1000.0
}

fn main() {
    let bench = Bench::new();
    leave(bench.admit("russia"));
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for _ in 0..LOGINS {
        ours.push(login(|| bench.ours("russia")));
        theirs.push(login(|| bench.theirs()));
    }
    let (ours, theirs) = (share(&mut ours, 50), share(&mut theirs, 50));
    println!("login to the whole first screen, median of {LOGINS}:");
    println!(
        "    ours {ours:.0} ms, OpenSSH {theirs:.0} ms, ratio {:.2}",
        ours / theirs
    );

    let (mut seat, mut beside) = (bench.ours("russia"), bench.theirs());
    for pty in [&mut seat, &mut beside] {
        pty.wait_for(WHOLE);
        pty.type_in("\r");
        pty.wait_for("Stability");
    }
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for _ in 0..KEYS {
        ours.push(key_press(&mut seat));
        theirs.push(key_press(&mut beside));
    }
    println!("a key to the first byte, {KEYS} keys:");
    for percent in [50, 90] {
        let (ours, theirs) = (share(&mut ours, percent), share(&mut theirs, percent));
        println!(
            "    {percent} %: ours {ours:.2} ms, OpenSSH {theirs:.2} ms, ratio {:.2}",
            ours / theirs
        );
    }
    let before = bench.host();
    for _ in 0..2 * KEYS {
        key_press(&mut seat);
    }
    let ours = bench.host() - before;
    let before = bench.host() + bench.server();
    for _ in 0..2 * KEYS {
        key_press(&mut beside);
    }
    let theirs = bench.host() + bench.server() - before;
    #[expect(clippy::cast_precision_loss, reason = "some hundred ticks")]
    let each = |ticks: u64| ticks as f64 * 10.0 / (2 * KEYS) as f64;
    println!(
        "processor time a key: ours {:.2} ms, OpenSSH {:.2} ms, ratio {:.2}",
        each(ours),
        each(theirs),
        each(ours) / each(theirs)
    );
    leave(beside);
    let lookers: Vec<Pty> = {
        let before = megabytes(&bench);
        let mut first = bench.admit("audience");
        let mut lookers = Vec::new();
        for _ in 0..SEATS {
            let pty = bench.ours("audience");
            pty.wait_for(WHOLE);
            lookers.push(pty);
        }
        let after = megabytes(&bench);
        println!(
            "memory a seat, {SEATS} after the first: {:.1} MB",
            (after - before) / f64::from(SEATS + 1)
        );
        first.type_in("\u{3}\u{3}");
        lookers
    };
    lookers.into_iter().for_each(leave);
    let (quiet, busy) = (keys(&mut seat), bench.with_strangers(|| keys(&mut seat)));
    println!("a key of ours, 95 % of {KEYS}, and with {STRANGERS} wrong logins a minute besides:");
    println!("    {quiet:.1} ms, {busy:.1} ms");
    leave(seat);
}
