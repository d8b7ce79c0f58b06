//! The program in a real pseudo-terminal: slow tests, and few.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

#[cfg(all(feature = "ssh", feature = "page", target_os = "linux"))]
mod chromium;
#[cfg(all(unix, not(feature = "portable")))]
mod hosted;
#[cfg(target_os = "linux")]
mod installed;
#[cfg(all(feature = "ssh", target_os = "linux"))]
mod openssh;
#[cfg(all(feature = "ssh", feature = "page", target_os = "linux"))]
mod phones;
#[cfg_attr(
    not(all(feature = "ssh", target_os = "linux")),
    expect(
        dead_code,
        reason = "what a seat over SSH costs is measured where there is one"
    )
)]
#[path = "../common/process.rs"]
mod process;
mod pty;
mod replay;
mod session;
#[cfg(unix)]
mod shell;
mod terminal;
mod watch;
mod workshop;
