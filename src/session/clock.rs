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
