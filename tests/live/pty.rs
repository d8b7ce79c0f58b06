//! A program in a pseudo-terminal: keys in, the screen out, conditions waited for with a deadline.

use std::io::{Read, Write};
use std::num::NonZeroU16;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// How long anything may take before a test fails.
pub(crate) const DEADLINE: Duration = Duration::from_secs(30);

/// A program that runs in a pseudo-terminal.
pub(crate) struct Pty {
    master: Option<Box<dyn MasterPty + Send>>,
    writer: Box<dyn Write + Send>,
    pub(crate) child: Box<dyn Child + Send + Sync>,
    bytes: Arc<Mutex<Vec<u8>>>,
    /// The terminal's own view, and how many bytes it has read.
    terminal: Mutex<(vt100::Parser, usize)>,
}

fn cells(n: u16) -> NonZeroU16 {
    NonZeroU16::new(n).unwrap()
}

impl Pty {
    /// Starts a program with its arguments in a folder.
    pub(crate) fn start(
        program: &Path,
        args: &[&str],
        folder: &Path,
        env: &[(&str, &str)],
    ) -> Self {
        let size = (24, 80);
        let pair = native_pty_system()
            .openpty(PtySize {
                rows: size.0,
                cols: size.1,
                pixel_width: 0,
                pixel_height: 0,
            })
            .unwrap();
        let mut command = CommandBuilder::new(program);
        command.args(args);
        command.cwd(folder);
        command.env("TERM", "xterm-256color");
        command.env("COLORTERM", "truecolor");
        command.env("LC_ALL", "C.UTF-8");
        // What is chosen in a test is nobody's choice.
        command.env("XDG_CONFIG_HOME", folder.join("settings"));
        for name in ["NO_COLOR", "COLORFGBG"] {
            command.env_remove(name);
        }
        for (name, value) in env {
            command.env(name, value);
        }
        let child = pair.slave.spawn_command(command).unwrap();
        drop(pair.slave);
        let mut reader = pair.master.try_clone_reader().unwrap();
        let writer = pair.master.take_writer().unwrap();
        let bytes = Arc::new(Mutex::new(Vec::new()));
        let sink = Arc::clone(&bytes);
        thread::spawn(move || {
            let mut buffer = [0; 4096];
            while let Ok(count) = reader.read(&mut buffer) {
                if count == 0 {
                    return;
                }
                sink.lock().unwrap().extend_from_slice(&buffer[..count]);
            }
        });
        Self {
            master: Some(pair.master),
            writer,
            child,
            bytes,
            terminal: Mutex::new((vt100::Parser::new(cells(size.0), cells(size.1), 0), 0)),
        }
    }

    /// Types bytes.
    pub(crate) fn type_in(&mut self, bytes: &str) {
        self.writer.write_all(bytes.as_bytes()).unwrap();
        self.writer.flush().unwrap();
    }

    /// Types more than a terminal holds; all of it has to be read in time.
    pub(crate) fn type_much(&mut self, bytes: String) {
        let mut writer = std::mem::replace(&mut self.writer, Box::new(std::io::sink()));
        let (done, waits) = std::sync::mpsc::channel();
        thread::spawn(move || {
            writer.write_all(bytes.as_bytes()).unwrap();
            done.send(writer).unwrap();
        });
        let Ok(writer) = waits.recv_timeout(DEADLINE) else {
            panic!("what was typed is not read:\n{}", self.screen());
        };
        self.writer = writer;
    }

    /// Everything written so far.
    pub(crate) fn written(&self) -> Vec<u8> {
        self.bytes.lock().unwrap().clone()
    }

    /// How many bytes were written so far.
    pub(crate) fn count(&self) -> usize {
        self.bytes.lock().unwrap().len()
    }

    /// The screen as a terminal shows it.
    pub(crate) fn screen(&self) -> String {
        let mut terminal = self.terminal.lock().unwrap();
        let (parser, read) = &mut *terminal;
        let bytes = self.bytes.lock().unwrap();
        parser.process(&bytes[*read..]);
        *read = bytes.len();
        parser.screen().contents()
    }

    /// Waits until the screen shows some words.
    pub(crate) fn wait_for(&self, words: &str) {
        assert!(
            self.shows(words),
            "{words:?} does not come:\n{}",
            self.screen()
        );
    }

    /// Whether the screen shows some words, now or soon.
    pub(crate) fn shows(&self, words: &str) -> bool {
        let begun = Instant::now();
        while !self.screen().contains(words) {
            if begun.elapsed() >= DEADLINE {
                return false;
            }
            thread::sleep(Duration::from_millis(10));
        }
        true
    }

    /// Waits until the screen is as it should be.
    pub(crate) fn wait_until(&self, what: &str, fits: impl Fn(&String) -> bool) {
        let begun = Instant::now();
        while !fits(&self.screen()) {
            assert!(begun.elapsed() < DEADLINE, "not {what}:\n{}", self.screen());
            thread::sleep(Duration::from_millis(10));
        }
    }

    /// Writes on the terminal as another program does, where the program knows nothing of it.
    pub(crate) fn scribble(&self, words: &str) {
        let mut terminal = self.terminal.lock().unwrap();
        terminal.0.process(format!("\u{1b}[8;1H{words}").as_bytes());
    }

    /// Waits for the end; gives the exit status and all that was written.
    pub(crate) fn wait_for_end(&mut self) -> (u32, String) {
        let begun = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                // What was written last may still be on its way.
                let mut before = usize::MAX;
                while self.count() != before {
                    before = self.count();
                    thread::sleep(Duration::from_millis(50));
                }
                let text = String::from_utf8_lossy(&self.written()).into_owned();
                return (status.exit_code(), text);
            }
            assert!(
                begun.elapsed() < DEADLINE,
                "it does not end:\n{}",
                self.screen()
            );
            thread::sleep(Duration::from_millis(10));
        }
    }

    /// Changes the terminal's size.
    pub(crate) fn resize(&mut self, rows: u16, columns: u16) {
        // A terminal of the new size reads everything anew.
        *self.terminal.lock().unwrap() = (vt100::Parser::new(cells(rows), cells(columns), 0), 0);
        let size = PtySize {
            rows,
            cols: columns,
            pixel_width: 0,
            pixel_height: 0,
        };
        self.master.as_ref().unwrap().resize(size).unwrap();
    }

    /// Sends a signal.
    pub(crate) fn signal(&self, name: &str) {
        let id = self.child.process_id().unwrap().to_string();
        let sent = std::process::Command::new("kill")
            .args([&format!("-{name}"), &id])
            .status()
            .unwrap();
        assert!(sent.success());
    }
}
