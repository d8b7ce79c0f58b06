//! The only place that reads the clock. Time enters the record as a stamp and is never read back by the rules.

/// The present moment as RFC 3339 text in UTC, to the second.
pub fn now() -> String {
    jiff::Timestamp::now()
        .round(jiff::Unit::Second)
        .map_or_else(
            |_| jiff::Timestamp::now().to_string(),
            |stamp| stamp.to_string(),
        )
}

/// Seconds of a stamp since 1970; nothing for a text that is no stamp.
pub fn seconds(stamp: &str) -> Option<i64> {
    let at: jiff::Timestamp = stamp.parse().ok()?;
    Some(at.as_second())
}

/// The stamp of a second since 1970; an empty text for a second that no calendar has.
pub fn stamp(seconds: i64) -> String {
    jiff::Timestamp::from_second(seconds).map_or_else(|_| String::new(), |at| at.to_string())
}

/// How long it is until [`now`] says the next second.
pub fn to_next_second() -> std::time::Duration {
    // It rounds, so it says the next second half a second before that begins.
    let part = u64::try_from(jiff::Timestamp::now().subsec_millisecond().rem_euclid(1000));
    let part = part.unwrap_or(0);
    std::time::Duration::from_millis((1500 - part) % 1000 + 1)
}
