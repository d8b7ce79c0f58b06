//! Tells the program which commit it is built from, where it is built to be used: `--version` says it.

use std::env;
use std::process::Command;

fn main() {
    println!("cargo::rerun-if-env-changed=UNEQUAL_COMMIT");
    println!("cargo::rerun-if-changed=build.rs");
    let version = env::var("CARGO_PKG_VERSION").unwrap_or_default();
    let commit = commit().map_or_else(String::new, |commit| format!(" ({commit})"));
    println!("cargo::rustc-env=UNEQUAL_VERSION={version}{commit}");
}

/// The commit: what whoever packs the source says of it, else what git says.
fn commit() -> Option<String> {
    if let Some(named) = env::var("UNEQUAL_COMMIT")
        .ok()
        .filter(|name| !name.is_empty())
    {
        return Some(named);
    }
    // While one works on the code, every commit would build the program anew.
    if env::var("PROFILE").ok()? == "debug" {
        return None;
    }
    // Unpacked within another project's working copy, the commit would be that project's.
    git(&["ls-files", "--error-unmatch", "build.rs"])?;
    for file in ["HEAD", "logs/HEAD"] {
        let path = git(&["rev-parse", "--git-path", file])?;
        println!("cargo::rerun-if-changed={path}");
    }
    git(&["rev-parse", "--short=9", "HEAD"])
}

fn git(arguments: &[&str]) -> Option<String> {
    let mut command = Command::new("git");
    command.current_dir(env::var_os("CARGO_MANIFEST_DIR")?);
    let done = command.args(arguments).output().ok()?;
    let said = String::from_utf8(done.stdout).ok()?.trim().to_owned();
    (done.status.success() && !said.is_empty()).then_some(said)
}
