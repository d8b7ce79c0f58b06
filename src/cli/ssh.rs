//! Signs and checks with the system's `ssh-keygen`: keys stay where people have them, in files, agents or tokens.

mod signature;

use std::fs::File;
use std::io::ErrorKind;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use crate::cli::error::Error;
use unequal_core::deck::plain;
use unequal_core::store::sealed::NAMESPACE;

pub use signature::public_key;

/// The program that signs.
const PROGRAM: &str = "ssh-keygen";
/// What to do where it is missing.
pub const INSTALL: &str = "it is part of OpenSSH: on Debian `apt install openssh-client`, on Windows the optional feature \
                           OpenSSH client, on macOS it is there";

/// What `ssh-keygen` says about a signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Checked {
    /// It fits; the kind of the key and its fingerprint.
    Good(String),
    /// It does not, or the key is none of those that may sign for this name.
    Bad,
    /// Nobody could look: why.
    Unable(String),
}

/// Signs a file, and gives the signature as text. A passphrase is asked for at the terminal.
///
/// # Errors
///
/// Says that there is no `ssh-keygen`, or that it made no signature; why it said itself.
pub fn sign(key: &Path, file: &Path) -> Result<String, Error> {
    let shown = plain(&key.display().to_string());
    let read = |error| Error::from_io(file, "read", &error);
    let mut command = Command::new(PROGRAM);
    command.args(["-Y", "sign", "-q", "-n", NAMESPACE, "-f"]);
    command.arg(key).stdin(File::open(file).map_err(read)?);
    // What it asks, and what it says of the key, is for the person who holds it.
    let done = command.stdout(Stdio::piped()).spawn();
    let done = done.and_then(std::process::Child::wait_with_output);
    let done = done.map_err(|error| Error::data(unable(&error)).hint(INSTALL))?;
    let text = String::from_utf8(done.stdout).unwrap_or_default();
    if done.status.success() && public_key(&text).is_some() {
        return Ok(text);
    }
    Err(
        Error::data(format!("{shown}: ssh-keygen signs nothing with this key")).hint(
            "name a private key, or the .pub file of a key that your agent holds; `ssh-keygen -t ed25519 -f FILE` makes one",
        ),
    )
}

/// Looks whether a signature of a file is one of somebody, by the keys of a file of allowed signers.
pub fn check(file: &Path, signature: &Path, signers: &Path, who: &str) -> Checked {
    let Ok(stdin) = File::open(file) else {
        return Checked::Bad;
    };
    let mut command = Command::new(PROGRAM);
    command.args(["-Y", "verify", "-n", NAMESPACE, "-I", who, "-f"]);
    command.arg(signers).arg("-s").arg(signature).stdin(stdin);
    match command.output() {
        Ok(done) if done.status.success() => Checked::Good(key_in(&done)),
        Ok(done) if String::from_utf8_lossy(&done.stderr).contains("option") => {
            Checked::Unable("the `ssh-keygen` here is older than OpenSSH 8.2".to_owned())
        }
        Ok(_) => Checked::Bad,
        Err(error) => Checked::Unable(unable(&error)),
    }
}

fn unable(error: &std::io::Error) -> String {
    match error.kind() {
        ErrorKind::NotFound => "there is no program `ssh-keygen` here".to_owned(),
        _ => format!("the program `ssh-keygen` cannot be started: {error}"),
    }
}

/// The kind and fingerprint of the key, from `Good "…" signature for NAME with KIND key SHA256:…`.
fn key_in(done: &Output) -> String {
    let said = String::from_utf8_lossy(&done.stdout);
    let key = said
        .trim_end()
        .rsplit_once(" with ")
        .map_or("", |(_, key)| key);
    plain(&key.replace(" key ", " "))
}
