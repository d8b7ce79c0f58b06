//! Whatever stands in a file or is typed, the program answers: it never panics, and never takes a second.
//!
//! Each target changes good inputs of its kind at random and gives them to what reads them. `cargo test` does so for a
//! moment; `FUZZ_SECONDS=20` for so long each, and `FUZZ_CASES=1000000` for so many in all, shared out by what a case
//! costs (docs/trust.md). An input that fails is made as small as it gets and left in `target/fuzz`; with the mend it
//! goes into `tests/fuzz/corpus`, whose inputs are tried first and unchanged.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]
#![expect(clippy::print_stdout, reason = "figures are what a long run is for")]

mod change;
mod target;

use std::cell::Cell;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::{Config, RngAlgorithm, TestCaseError, TestError, TestRng, TestRunner};

use change::{Change, changed};
use target::{TARGETS, Target};

/// No input may take longer.
const SLOWEST: Duration = Duration::from_secs(1);
/// How long each target is tried where nothing else is asked for.
const MOMENT: Duration = Duration::from_millis(400);
/// The most changes that one case makes.
const CHANGES: usize = 9;

/// When a target has been tried enough.
enum Until {
    Time(Instant),
    Cases(u64),
}

impl Until {
    fn asked_for(target: &Target) -> Self {
        let number = |name: &str| std::env::var(name).ok()?.parse::<u64>().ok();
        let all: u64 = TARGETS.iter().map(|target| target.share).sum();
        match (number("FUZZ_CASES"), number("FUZZ_SECONDS")) {
            (Some(cases), _) => Self::Cases((cases * target.share).div_ceil(all)),
            (None, Some(seconds)) => Self::Time(Instant::now() + Duration::from_secs(seconds)),
            (None, None) => Self::Time(Instant::now() + MOMENT),
        }
    }

    fn is_over(&self, done: u64) -> bool {
        match self {
            Self::Time(end) => Instant::now() >= *end,
            Self::Cases(wanted) => done >= *wanted,
        }
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The inputs that are kept for a target, by the names of their files.
fn corpus(target: &Target) -> Vec<(String, Vec<u8>)> {
    let folder = root().join("tests/fuzz/corpus").join(target.name);
    let mut found: Vec<(String, Vec<u8>)> = fs::read_dir(&folder)
        .into_iter()
        .flatten()
        .map(|entry| {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (name, fs::read(&path).unwrap())
        })
        .collect();
    found.sort();
    found
}

/// Gives an input to what reads it; the time that it took. The clock of a busy machine says little, so a slow one is tried
/// again, and the least counts.
fn tried(target: &Target, folder: &Path, bytes: &[u8]) -> Result<Duration, String> {
    let mut least = Duration::MAX;
    for _ in 0..4 {
        let (begun, worked) = (Instant::now(), worked());
        (target.read)(folder, bytes);
        let spent = worked.and_then(|before| self::worked()?.checked_sub(before));
        least = least.min(spent.unwrap_or_else(|| begun.elapsed()));
        if least <= SLOWEST {
            return Ok(least);
        }
    }
    Err(format!("{} bytes took {least:?}", bytes.len()))
}

/// How long this thread has had a processor, where the system says so.
fn worked() -> Option<Duration> {
    let told = fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    let nanoseconds = told.split_whitespace().next()?.parse().ok()?;
    Some(Duration::from_nanos(nanoseconds))
}

fn fuzz(target: &Target) {
    let folder = tempfile::tempdir_in(fast_disk()).unwrap();
    let kept = corpus(target);
    for (name, bytes) in &kept {
        let time = tried(target, folder.path(), bytes);
        assert!(time.is_ok(), "{}/{name}: {time:?}", target.name);
    }
    let mut seeds: Vec<Vec<u8>> = (target.seeds)(folder.path());
    seeds.extend(kept.into_iter().map(|(_, bytes)| bytes));
    assert!(!seeds.is_empty(), "{}: nothing to begin with", target.name);
    for seed in &seeds {
        let read = tried(target, folder.path(), seed);
        assert!(read.is_ok(), "{}: {read:?}", target.name);
    }
    let until = Until::asked_for(target);
    let (mut done, slowest) = (0, Cell::new(Duration::ZERO));
    let config = Config {
        failure_persistence: None,
        max_shrink_iters: 3000,
        ..Config::default()
    };
    // Other cases at every run, and the same for one number.
    let number = std::env::var("FUZZ_SEED").map_or_else(
        |_| u64::from(std::process::id()),
        |seed| seed.parse().unwrap(),
    );
    let mut seed = [0; 32];
    seed[..8].copy_from_slice(&number.to_le_bytes());
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &seed);
    let mut runner = TestRunner::new_with_rng(config, rng);
    let strategy = (any::<Index>(), vec(any::<Change>(), 1..=CHANGES));
    while !until.is_over(done) {
        let tree = strategy.new_tree(&mut runner).unwrap();
        let made = |(base, changes): &(Index, Vec<Change>)| {
            changed(&seeds, &seeds[base.index(seeds.len())], changes)
        };
        let told = runner.run_one(tree, |case| {
            match tried(target, folder.path(), &made(&case)) {
                Ok(time) => {
                    slowest.set(slowest.get().max(time));
                    Ok(())
                }
                Err(slow) => Err(TestCaseError::fail(slow)),
            }
        });
        done += 1;
        if let Err(TestError::Fail(why, case)) = told {
            let place = keep(target, &made(&case));
            panic!(
                "{}: {why}\nthe input lies in {} (FUZZ_SEED={number}, case {done})",
                target.name,
                place.display()
            );
        }
    }
    println!(
        "{:10} {done:8} cases, the slowest {:?}",
        target.name,
        slowest.get()
    );
}

/// Keeps an input that failed.
fn keep(target: &Target, bytes: &[u8]) -> PathBuf {
    let folder = root().join("target/fuzz");
    fs::create_dir_all(&folder).unwrap();
    let digest = blake3::hash(bytes).to_hex();
    let path = folder.join(format!("{}-{}", target.name, digest.get(..8).unwrap()));
    fs::write(&path, bytes).unwrap();
    path
}

/// Where files are written quickly: nothing here has to survive.
fn fast_disk() -> PathBuf {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() {
        memory.to_owned()
    } else {
        std::env::temp_dir()
    }
}

macro_rules! tests {
    ($($name:ident)+) => {
        $(#[test] fn $name() {
            fuzz(TARGETS.iter().find(|target| target.name == stringify!($name)).unwrap());
        })+

        #[test]
        fn every_target_is_tried() {
            let mut named: Vec<&str> = TARGETS.iter().map(|target| target.name).collect();
            let mut tried = vec![$(stringify!($name)),+];
            named.sort_unstable();
            tried.sort_unstable();
            assert_eq!(named, tried);
        }
    };
}

tests!(annotation copy deck drafts forged head key keys record script stage together);
