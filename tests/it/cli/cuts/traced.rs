//! The calls of a program to the system, as `strace` writes them down: what changes files, what is synced, what is told.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Calls that change files, sync them or name them, and those that tell people.
const CALLS: &str = "trace=openat,close,lseek,write,pwrite64,ftruncate,fsync,fdatasync,rename,renameat,renameat2,link,\
                     linkat,unlink,unlinkat";

/// What a program does to a disk, and what it tells. Files are known by numbers, names by paths within the folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Call {
    /// A new file without content gets a name.
    Make(u64, PathBuf),
    /// Bytes are written at a place.
    Write(u64, usize, Vec<u8>),
    /// A file is cut or lengthened.
    Length(u64, usize),
    /// A file's content is to survive.
    Sync(u64),
    /// The names in a folder are to survive.
    SyncFolder(PathBuf),
    /// A file gets another name, in the place of what had it.
    Rename(PathBuf, PathBuf),
    /// A name goes.
    Remove(PathBuf),
    /// A line on standard output.
    Tell(String),
}

/// Whether there is an `strace` that may trace.
pub(super) fn can_trace() -> bool {
    let mut command = Command::new("strace");
    command.args(["-qq", "-o", "/dev/null", "true"]);
    command.stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}

/// Runs a program in a folder and gives its calls; `names` says which file has which name before, and after it.
pub(super) fn calls(
    command: &Command,
    folder: &Path,
    input: &[u8],
    names: &mut Names,
) -> Vec<Call> {
    let trace = tempfile::NamedTempFile::new().unwrap();
    let mut traced = Command::new("strace");
    traced
        .args(["-f", "-y", "-qq", "-x", "-s", "1000000", "-e", CALLS, "-o"])
        .arg(trace.path())
        .arg(command.get_program())
        .args(command.get_args())
        .current_dir(folder)
        .env("HOME", folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    for (name, value) in command.get_envs() {
        if let Some(value) = value {
            traced.env(name, value);
        }
    }
    let mut child = traced.spawn().unwrap();
    // A program that needs no input may have ended.
    let _unread = std::io::Write::write_all(&mut child.stdin.take().unwrap(), input);
    let done = child.wait_with_output().unwrap();
    let text = std::fs::read_to_string(trace.path()).unwrap();
    let mut reader = Reader {
        folder: folder.canonicalize().unwrap(),
        names,
        open: HashMap::new(),
        calls: Vec::new(),
    };
    for line in joined(&text) {
        reader.read(&line);
    }
    let calls = reader.calls;
    assert!(
        calls.iter().any(|call| matches!(call, Call::Tell(_))),
        "it tells nothing: {}",
        String::from_utf8_lossy(&done.stderr)
    );
    calls
}

/// The files of a folder by name, and the numbers given so far.
#[derive(Debug, Default)]
pub(super) struct Names {
    pub(super) files: HashMap<PathBuf, u64>,
    last: u64,
}

/// One line a call: what another thread has interrupted is put together where it ended.
fn joined(text: &str) -> Vec<String> {
    let mut begun: HashMap<&str, &str> = HashMap::new();
    let mut lines = Vec::new();
    for line in text.lines() {
        let Some((thread, call)) = line.split_once(' ') else {
            continue;
        };
        let call = call.trim_start();
        if let Some(call) = call.strip_suffix(" <unfinished ...>") {
            begun.insert(thread, call);
        } else if let Some((_, end)) = call.split_once(" resumed>") {
            lines.push(format!("{}{end}", begun.remove(thread).unwrap_or_default()));
        } else {
            lines.push(call.to_owned());
        }
    }
    lines
}

struct Reader<'a> {
    folder: PathBuf,
    names: &'a mut Names,
    /// By descriptor: the file, and where it is written next.
    open: HashMap<u64, (u64, usize)>,
    calls: Vec<Call>,
}

impl Reader<'_> {
    fn read(&mut self, line: &str) {
        let Some((name, rest)) = line.split_once('(') else {
            return;
        };
        let Some((given, result)) = rest.rsplit_once(" = ") else {
            return;
        };
        if result.starts_with('-') {
            return;
        }
        let texts = texts(given);
        let descriptor = number(given);
        let result = number(result);
        match name {
            "openat" => self.open(given, &texts, result),
            "close" => {
                self.open.remove(&descriptor);
            }
            "lseek" => {
                if let Some((_, at)) = self.open.get_mut(&descriptor) {
                    *at = usize::try_from(result).unwrap();
                }
            }
            "write" if descriptor == 1 => {
                for line in String::from_utf8_lossy(&texts[0]).lines() {
                    self.calls.push(Call::Tell(line.to_owned()));
                }
            }
            "write" => {
                if let Some((file, at)) = self.open.get_mut(&descriptor) {
                    let written = usize::try_from(result).unwrap();
                    let bytes = texts[0][..written].to_vec();
                    self.calls.push(Call::Write(*file, *at, bytes));
                    *at += written;
                }
            }
            "ftruncate" => {
                if let Some((file, _)) = self.open.get(&descriptor) {
                    let length = given.split(", ").nth(1).map_or(0, number);
                    let length = usize::try_from(length).unwrap();
                    self.calls.push(Call::Length(*file, length));
                }
            }
            "fsync" | "fdatasync" => {
                if let Some((file, _)) = self.open.get(&descriptor) {
                    self.calls.push(Call::Sync(*file));
                } else {
                    let shown = given.split_once('<').map_or("", |(_, path)| path);
                    let path = shown.split('>').next().unwrap();
                    let folder = self.within(path);
                    self.calls.extend(folder.map(Call::SyncFolder));
                }
            }
            "rename" | "renameat" | "renameat2" => {
                let (from, to) = (self.named(&texts[0]), self.named(&texts[1]));
                if let (Some(from), Some(to)) = (from, to) {
                    let file = self.names.files.remove(&from);
                    self.names.files.extend(file.map(|file| (to.clone(), file)));
                    self.calls.push(Call::Rename(from, to));
                }
            }
            "unlink" | "unlinkat" => {
                if let Some(path) = self.named(&texts[0]) {
                    self.names.files.remove(&path);
                    self.calls.push(Call::Remove(path));
                }
            }
            _ => panic!("a call that nobody foresaw: {line}"),
        }
    }

    fn open(&mut self, given: &str, texts: &[Vec<u8>], descriptor: u64) {
        let Some(path) = self.named(&texts[0]) else {
            return;
        };
        let is_new = !self.names.files.contains_key(&path);
        if is_new && !given.contains("O_CREAT") {
            return; // A folder, or what lay there before.
        }
        if is_new {
            self.names.last += 1;
            self.names.files.insert(path.clone(), self.names.last);
            self.calls.push(Call::Make(self.names.last, path.clone()));
        }
        let file = self.names.files[&path];
        if given.contains("O_TRUNC") && !is_new {
            self.calls.push(Call::Length(file, 0));
        }
        self.open.insert(descriptor, (file, 0));
    }

    /// The path within the folder, of a file that lies there.
    fn named(&self, bytes: &[u8]) -> Option<PathBuf> {
        self.within(std::str::from_utf8(bytes).unwrap())
    }

    fn within(&self, path: &str) -> Option<PathBuf> {
        let whole: PathBuf = self.folder.join(path).components().collect();
        whole.strip_prefix(&self.folder).map(Path::to_owned).ok()
    }
}

/// The number with which a text begins.
fn number(text: &str) -> u64 {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let digits = text.get(..digits).unwrap_or_default();
    digits.parse().unwrap_or_default()
}

/// The texts in quotation marks among what a call was given, as bytes.
fn texts(given: &str) -> Vec<Vec<u8>> {
    let mut texts = Vec::new();
    let mut bytes = given.bytes().peekable();
    while bytes.any(|byte| byte == b'"') {
        let mut text = Vec::new();
        while let Some(byte) = bytes.next() {
            match byte {
                b'"' => break,
                b'\\' => {
                    let escape = bytes.next().unwrap();
                    text.push(match escape {
                        b'n' => b'\n',
                        b't' => b'\t',
                        b'r' => b'\r',
                        b'v' => 0x0b,
                        b'f' => 0x0c,
                        b'x' => digits(&mut bytes, 16, 2),
                        b'0'..=b'7' => {
                            let rest = digits_as(&mut bytes, 8, 2, u32::from(escape - b'0'));
                            u8::try_from(rest).unwrap()
                        }
                        other => other,
                    });
                }
                byte => text.push(byte),
            }
        }
        texts.push(text);
    }
    texts
}

type Bytes<'a> = std::iter::Peekable<std::str::Bytes<'a>>;

fn digits(bytes: &mut Bytes<'_>, radix: u32, most: usize) -> u8 {
    u8::try_from(digits_as(bytes, radix, most, 0)).unwrap()
}

fn digits_as(bytes: &mut Bytes<'_>, radix: u32, most: usize, begun: u32) -> u32 {
    let mut value = begun;
    for _ in 0..most {
        let digit = bytes
            .peek()
            .and_then(|byte| char::from(*byte).to_digit(radix));
        let Some(digit) = digit else { break };
        value = value * radix + digit;
        bytes.next();
    }
    value
}
