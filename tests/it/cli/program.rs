//! The program in a folder of its own, with nothing in its environment.

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};

/// A folder in which the program runs. The reference deck lies in it as `deck.toml`.
pub(super) struct Folder {
    folder: tempfile::TempDir,
}

/// What the program printed and how it ended, with paths made the same everywhere.
pub(super) struct Done {
    pub(super) status: i32,
    pub(super) out: String,
    pub(super) err: String,
}

impl Folder {
    pub(super) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let this = Self { folder };
        this.write("deck.toml", include_bytes!("../../golden/deck.toml"));
        this
    }

    pub(super) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(super) fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        fs::write(self.path(name), bytes).unwrap();
    }

    pub(super) fn read(&self, name: &str) -> Vec<u8> {
        fs::read(self.path(name)).unwrap()
    }

    /// The program with these arguments, not started yet.
    pub(super) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = self.command_of(env!("CARGO_BIN_EXE_unequal"));
        command.args(arguments);
        command
    }

    /// Another program of this system, which finds all others.
    #[cfg(unix)]
    pub(super) fn command_among_others(&self, program: &str) -> Command {
        let mut command = self.command_of(program);
        command.env("PATH", std::env::var_os("PATH").unwrap_or_default());
        command
    }

    fn command_of(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command
            .current_dir(self.folder.path())
            .env_clear()
            .env("HOME", self.folder.path())
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }

    /// Runs the program with these words, parted by blanks.
    pub(super) fn run(&self, line: &str) -> Done {
        self.run_each(&line.split_whitespace().collect::<Vec<_>>())
    }

    /// Runs the program with these arguments.
    pub(super) fn run_each(&self, arguments: &[&str]) -> Done {
        self.done(&self.command(arguments).output().unwrap())
    }

    /// Runs the program with these arguments where it finds the programs of this system.
    #[cfg(unix)]
    pub(super) fn run_among_others(&self, arguments: &[&str]) -> Done {
        let mut command = self.command_among_others(env!("CARGO_BIN_EXE_unequal"));
        self.done(&command.args(arguments).output().unwrap())
    }

    /// Starts the program with these words, parted by blanks, and an open standard input.
    pub(super) fn begun(&self, line: &str) -> Child {
        let arguments: Vec<&str> = line.split_whitespace().collect();
        let mut command = self.command(&arguments);
        command.stdin(Stdio::piped()).spawn().unwrap()
    }

    /// Runs the program and gives it `input` on standard input.
    pub(super) fn feed(&self, line: &str, input: &[u8]) -> Done {
        let mut child = self.begun(line);
        // The program may stop reading early.
        let _stopped = child.stdin.take().unwrap().write_all(input);
        self.done(&child.wait_with_output().unwrap())
    }

    pub(super) fn done(&self, output: &Output) -> Done {
        Done {
            status: output.status.code().expect("the program ended by itself"),
            out: self.normal(&output.stdout),
            err: self.normal(&output.stderr),
        }
    }

    fn normal(&self, bytes: &[u8]) -> String {
        let text = String::from_utf8(bytes.to_vec()).expect("the program prints UTF-8");
        text.replace(&self.folder.path().display().to_string(), "[folder]")
    }
}

impl Done {
    /// The same, checked to have ended well and without a word on stderr.
    #[track_caller]
    pub(super) fn fine(self) -> String {
        assert_eq!((self.status, self.err.as_str()), (0, ""), "{}", self.out);
        self.out
    }

    /// The status and everything printed, for snapshots.
    pub(super) fn whole(&self) -> String {
        let mut text = format!("exit status {}\n", self.status);
        for (name, part) in [("stdout", &self.out), ("stderr", &self.err)] {
            if !part.is_empty() {
                text = text + "--- " + name + "\n" + part;
            }
        }
        text
    }
}

/// What was printed, without the digits of digests: they are another matter, and change with the program.
pub(super) fn but_for_digests(told: &str) -> String {
    let line = |line: &str| match line.split_once("digest of entry ") {
        Some((before, after)) => {
            let number = after.split(':').next().unwrap();
            format!("{before}digest of entry {number}: […]\n")
        }
        None => format!("{line}\n"),
    };
    told.lines().map(line).collect()
}

/// Where the golden logs lie.
pub(super) fn golden() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}
