//! Times as people read them: stamps come from the session layer, here they become words.

use std::time::{Duration, Instant};

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

/// Seconds that clocks of one room may be apart.
const AHEAD: i64 = 60;

/// What time it is and where; tests hold it still.
#[derive(Clone, Debug)]
pub struct Clock {
    zone: TimeZone,
    /// When it was made: the second since 1970, and the same on the machine's own clock, which nobody sets.
    made: (i64, Instant),
    held: Option<Held>,
    /// Whether every time is told with its date: what is made now is read on another day.
    dated: bool,
    /// Seconds by which the clock of the day was set back, and which this one goes on counting.
    back: i64,
}

/// A clock that stands still.
#[derive(Clone, Debug)]
struct Held {
    stamp: String,
    /// What the machine's own clock says, in seconds.
    ran: i64,
}

/// The clock of the day, and the machine's own, in seconds: they part where one is set, or the machine sleeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Beats {
    /// Seconds since 1970, as the clock of the day has them.
    pub day: i64,
    /// Seconds that the machine has run, from where both agreed.
    pub ran: i64,
}

impl Clock {
    /// The present time, told as in a time zone.
    pub fn in_zone(zone: TimeZone) -> Self {
        let day = unequal_session::clock::seconds(&unequal_session::clock::now());
        Self {
            zone,
            made: (day.unwrap_or(0), Instant::now()),
            held: None,
            dated: false,
            back: 0,
        }
    }

    /// A clock that stands still, in universal time.
    pub fn held_at(stamp: &str) -> Self {
        let ran = unequal_session::clock::seconds(stamp).unwrap_or(0);
        let mut clock = Self::in_zone(TimeZone::UTC);
        clock.hold(stamp, ran);
        clock
    }

    /// The same clock, which calls no day today: for what is read later.
    #[must_use]
    pub const fn dated(mut self) -> Self {
        self.dated = true;
        self
    }

    /// Holds it still: the clock of the day at a stamp, the machine's own at so many seconds.
    pub fn hold(&mut self, stamp: &str, ran: i64) {
        let stamp = stamp.to_owned();
        self.held = Some(Held { stamp, ran });
    }

    /// The present moment as RFC 3339 text. It never goes back: where the clock of the day was set back, it goes on as
    /// that one would have.
    pub fn now(&self) -> String {
        if self.back == 0 {
            return self.of_day();
        }
        let now = self.of_day();
        unequal_session::clock::seconds(&now)
            .map_or(now, |day| unequal_session::clock::stamp(day + self.back))
    }

    /// The present moment as the clock of the day has it.
    pub fn of_day(&self) -> String {
        match &self.held {
            Some(held) => held.stamp.clone(),
            None => unequal_session::clock::now(),
        }
    }

    /// Both clocks.
    pub fn beats(&self) -> Beats {
        let day = unequal_session::clock::seconds(&self.of_day()).unwrap_or(0);
        let ran = self.held.as_ref().map_or_else(
            || {
                let (begun, at) = self.made;
                begun.saturating_add(i64::try_from(at.elapsed().as_secs()).unwrap_or(i64::MAX))
            },
            |held| held.ran,
        );
        Beats { day, ran }
    }

    /// The clock of the day was set by so many seconds, back where they are below 0. Gives the seconds by which this one
    /// jumps ahead: what is caught up of an earlier step back is none.
    pub fn step(&mut self, seconds: i64) -> i64 {
        let before = self.back;
        self.back = (before - seconds).max(0);
        (seconds - before).max(0)
    }

    /// The time of day of a second since 1970, such as `16:30`.
    pub fn minute(&self, second: i64) -> String {
        let at = self.local(&unequal_session::clock::stamp(second));
        at.map_or_else(String::new, |at| at.strftime("%H:%M").to_string())
    }

    /// The second since 1970 that somebody means who says a time of day or so many minutes, as [`Clock::until`] reads
    /// them; none for other words.
    pub fn meant(&self, words: &str) -> Option<i64> {
        let day = unequal_session::clock::seconds(&self.of_day())?;
        Some(day + i64::from(self.until(words)?))
    }

    /// How long it is until [`Clock::now`] says the next second; none where it stands still.
    pub fn to_next_second(&self) -> Option<Duration> {
        self.held
            .is_none()
            .then(unequal_session::clock::to_next_second)
    }

    /// The time of day of a stamp: `11:42:07`; empty for a text that is no stamp.
    pub fn time(&self, stamp: &str) -> String {
        self.local(stamp)
            .map_or_else(String::new, |at| at.strftime("%H:%M:%S").to_string())
    }

    /// Day and time of a stamp: `today 11:42`, `yesterday 17:40`, `3 Nov 10:12`, `2 Mar 2025`.
    ///
    /// A time that has not come, because a clock was wrong then or is now, is told with its whole date.
    pub fn day(&self, stamp: &str) -> String {
        let Some(at) = self.local(stamp) else {
            return String::new();
        };
        let seconds = unequal_session::clock::seconds;
        if self.dated || seconds(stamp) > seconds(&self.now()).map(|now| now + AHEAD) {
            return at.strftime("%-d %b %Y %H:%M").to_string();
        }
        let today = self.today();
        let day = at.date();
        let time = at.strftime("%H:%M");
        if day == today {
            format!("today {time}")
        } else if day.tomorrow().is_ok_and(|next| next == today) {
            format!("yesterday {time}")
        } else if day.year() == today.year() {
            format!("{} {time}", at.strftime("%-d %b"))
        } else {
            at.strftime("%-d %b %Y").to_string()
        }
    }

    /// The time of day some seconds after a stamp: `12:15`; empty for a text that is no stamp.
    pub fn after(&self, stamp: &str, seconds: u32) -> String {
        let then: Option<Timestamp> = stamp.parse().ok();
        let then = then.and_then(|at| {
            at.checked_add(SignedDuration::from_secs(seconds.into()))
                .ok()
        });
        then.map_or_else(String::new, |at| {
            let at = at.to_zoned_datetime(self.zone.clone());
            at.strftime("%H:%M").to_string()
        })
    }

    /// The seconds from now to a time of day (`12:15`, or `12.15`; the next that comes), or so many minutes as are
    /// written (`15`, `15 min`); none where neither is.
    pub fn until(&self, words: &str) -> Option<u32> {
        let words = words.trim();
        let minutes = words.trim_end_matches(|c: char| c.is_alphabetic() || c == '.');
        if let Ok(minutes) = minutes.trim_end().parse::<u32>() {
            return minutes.checked_mul(60).filter(|seconds| *seconds > 0);
        }
        let (hour, minute) = words.split_once([':', '.', '：'])?;
        let (hour, minute) = (hour.trim().parse().ok()?, minute.trim().parse().ok()?);
        let now = self.local(&self.of_day())?;
        let at = |day: Date| {
            let time = jiff::civil::Time::new(hour, minute, 0, 0).ok()?;
            let then = day
                .to_datetime(time)
                .to_zoned_datetime(self.zone.clone())
                .ok()?;
            let left = then.timestamp().as_second() - now.timestamp().as_second();
            u32::try_from(left).ok().filter(|left| *left > 0)
        };
        at(now.date()).or_else(|| at(now.date().tomorrow().ok()?))
    }

    /// The name of a session that nobody has named: `Session of 23 November`. It holds nothing of the
    /// play, for it stands on every screen and in the name of the file.
    pub fn session_name(&self) -> String {
        format!("Session of {}", self.date_words())
    }

    /// Today's date in words: `23 November`.
    fn date_words(&self) -> String {
        self.today().strftime("%-d %B").to_string()
    }

    /// The date of a stamp where this clock is, as names of files have it: `2026-11-23`; empty for a text that
    /// is no stamp.
    pub fn date(&self, stamp: &str) -> String {
        self.local(stamp)
            .map_or_else(String::new, |at| at.date().to_string())
    }

    fn today(&self) -> Date {
        self.local(&self.now()).map_or(Date::ZERO, |now| now.date())
    }

    fn local(&self, stamp: &str) -> Option<jiff::ZonedDateTime> {
        let at: Timestamp = stamp.parse().ok()?;
        Some(at.to_zoned_datetime(self.zone.clone()))
    }
}

/// Seconds as a countdown shows them: `6:42`, `1:06:42`, and `−1:10` once the time is over.
pub fn countdown(seconds: i64) -> String {
    let sign = if seconds < 0 { "−" } else { "" };
    let size = seconds.unsigned_abs();
    let (hours, minutes, rest) = (size / 3600, size / 60 % 60, size % 60);
    if hours > 0 {
        format!("{sign}{hours}:{minutes:02}:{rest:02}")
    } else {
        format!("{sign}{minutes}:{rest:02}")
    }
}

/// Seconds as people say how far they are behind: `4 min`, `1 h 20 min`, `30 s`.
pub fn roughly(seconds: i64) -> String {
    let seconds = seconds.max(0);
    // Rounded first, so that an hour is one from half a minute before it on.
    let minutes = (seconds + 30) / 60;
    match (minutes / 60, minutes % 60) {
        (0, 0) => format!("{seconds} s"),
        (0, minutes) => format!("{minutes} min"),
        (hours, 0) => format!("{hours} h"),
        (hours, minutes) => format!("{hours} h {minutes} min"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_countdown_goes_on_below_zero() {
        let told = [402, 4002, 0, -70, 59].map(countdown);
        assert_eq!(told, ["6:42", "1:06:42", "0:00", "−1:10", "0:59"]);
        let told = [20, 250, 4800, 3600].map(roughly);
        assert_eq!(told, ["20 s", "4 min", "1 h 20 min", "1 h"]);
    }

    #[test]
    fn a_time_is_told_rightly_at_the_edges_of_its_units() {
        let told = [-5, 29, 30, 89, 90, 3569, 3570, 3599, 3629, 3630].map(roughly);
        let short = [
            "0 s",
            "29 s",
            "1 min",
            "1 min",
            "2 min",
            "59 min",
            "1 h",
            "1 h",
            "1 h",
            "1 h 1 min",
        ];
        assert_eq!(told, short);
        let told = [7169, 7170, 7199, 86_399, 360_000].map(roughly);
        assert_eq!(told, ["1 h 59 min", "2 h", "2 h", "24 h", "100 h"]);
        let told = [-60, -59, -1, 60, 3599, 3600, 86_400].map(countdown);
        assert_eq!(
            told,
            [
                "−1:00", "−0:59", "−0:01", "1:00", "59:59", "1:00:00", "24:00:00"
            ]
        );
    }

    #[test]
    fn a_break_ends_at_a_time_of_day_or_after_some_minutes() {
        let clock = Clock::held_at("2026-03-01T11:58:30Z");
        let until = |words| clock.until(words);
        assert_eq!(until("12:15"), Some(16 * 60 + 30));
        assert_eq!(until(" 12.15 "), until("12:15"));
        assert_eq!(until("15"), Some(900));
        assert_eq!(until("15 min"), Some(900));
        // What has gone by today is meant for tomorrow.
        assert_eq!(until("11:58"), Some(24 * 3600 - 30));
        assert_eq!(until("25:15"), None);
        assert_eq!(until("noon"), None);
        assert_eq!(until("0"), None);
        assert_eq!(clock.after("2026-03-01T11:58:30Z", 990), "12:15");
        assert_eq!(clock.after("nonsense", 990), "");
    }

    #[test]
    fn the_time_that_somebody_means_is_the_next_one_or_minutes_from_now() {
        let clock = Clock::held_at("2026-03-01T14:00:10Z");
        let meant = |words: &str| clock.meant(words).map(|at| clock.minute(at));
        for (words, told) in [
            ("16:30", Some("16:30")),
            ("13:59", Some("13:59")),
            ("90", Some("15:30")),
            ("soon", None),
        ] {
            assert_eq!(meant(words).as_deref(), told, "{words}");
        }
        let now = unequal_session::clock::seconds("2026-03-01T14:00:10Z").unwrap();
        assert!(clock.meant("13:59").unwrap() > now, "it is tomorrow's");
    }

    #[test]
    fn a_clock_that_was_set_back_goes_on_and_catches_up_before_it_jumps() {
        let mut clock = Clock::held_at("2026-03-01T14:00:00Z");
        clock.hold("2026-03-01T13:00:00Z", 0);
        assert_eq!(clock.step(-3600), 0);
        assert_eq!(clock.now(), "2026-03-01T14:00:00Z");
        assert_eq!(clock.of_day(), "2026-03-01T13:00:00Z");
        clock.hold("2026-03-01T14:10:00Z", 0);
        assert_eq!(clock.step(4200), 600);
        assert_eq!(clock.now(), "2026-03-01T14:10:00Z");
    }

    #[test]
    fn a_file_is_named_after_the_day_in_the_room() {
        let room = Clock::in_zone(TimeZone::fixed(jiff::tz::offset(8)));
        assert_eq!(room.date("2026-11-25T23:07:07Z"), "2026-11-26");
        assert_eq!(room.date("nonsense"), "");
    }

    #[test]
    fn days_are_told_as_people_tell_them() {
        let clock = Clock::held_at("2026-03-01T12:00:00Z");
        let told = |stamp| clock.day(stamp);
        assert_eq!(told("2026-03-01T09:05:00Z"), "today 09:05");
        assert_eq!(told("2026-02-28T23:59:59Z"), "yesterday 23:59");
        assert_eq!(told("2026-01-03T10:12:00Z"), "3 Jan 10:12");
        assert_eq!(told("2025-03-02T10:12:00Z"), "2 Mar 2025");
        assert_eq!(told("nonsense"), "");
        assert_eq!(told("2026-03-01T12:00:30Z"), "today 12:00");
        assert_eq!(told("2026-03-01T13:05:00Z"), "1 Mar 2026 13:05");
        assert_eq!(told("2026-03-02T09:05:00Z"), "2 Mar 2026 09:05");
        assert_eq!(told("2027-03-01T09:05:00Z"), "1 Mar 2027 09:05");
        let midnight = Clock::held_at("2026-03-01T00:00:00Z");
        assert_eq!(midnight.day("2026-02-28T23:59:59Z"), "yesterday 23:59");
        assert_eq!(midnight.day("2026-03-01T00:00:00Z"), "today 00:00");
        assert_eq!(clock.time("2026-03-01T09:05:07Z"), "09:05:07");
        assert_eq!(clock.date_words(), "1 March");
    }
}
