//! The first line of a client at the socket.

use std::io::BufRead;

use serde_json::Value;

use crate::guest::refused;
use crate::wire::{About, Asks, Hello, PROTOCOL, ToClient};
use unequal_seat::line::{self, shortened};

/// What a client comes for.
#[derive(Debug)]
pub(crate) enum First {
    /// A seat.
    Comes(Hello),
    /// An answer.
    Asks(About),
}

/// Hears the first line of a client; none where it goes without one.
pub(crate) fn hear(from: &mut impl BufRead) -> Option<Result<First, ToClient>> {
    let mut text = Vec::new();
    let Ok(Some(whole)) = line::read(from, &mut text) else {
        return None;
    };
    Some(understood(&text, whole))
}

fn understood(text: &[u8], whole: bool) -> Result<First, ToClient> {
    let wrong = |why: &str| {
        refused(
            shortened(&format!(
                "the first line is not one of this protocol: {why}"
            )),
            "use `unequal seat`, or read docs/hosting.md",
        )
    };
    if !whole {
        return Err(wrong("it is too long"));
    }
    let value: Value = serde_json::from_slice(text).map_err(|error| wrong(&error.to_string()))?;
    // What another version says besides may mean anything.
    let version = value.get("protocol").and_then(Value::as_u64);
    if version.is_some_and(|version| version != u64::from(PROTOCOL)) {
        let version = version.unwrap_or_default();
        return Err(refused(
            format!(
                "the client speaks version {version} of the protocol; the host, version {PROTOCOL}"
            ),
            "use the same `unequal` at both ends",
        ));
    }
    if value.get("asks").is_some() {
        let asked = serde_json::from_value::<Asks>(value);
        return asked
            .map(|asked| First::Asks(asked.asks))
            .map_err(|error| wrong(&error.to_string()));
    }
    serde_json::from_value(value)
        .map(First::Comes)
        .map_err(|error| wrong(&error.to_string()))
}
