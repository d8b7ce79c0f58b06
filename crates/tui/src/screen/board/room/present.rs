//! Who sits at seats from elsewhere, in a line.

use crate::glance::Glance;
use crate::screen::board::room::parts::joined;

/// Who sits at seats from elsewhere; none where nobody does. `time` tells a time as people read it.
pub fn presence(glance: &Glance<'_>, time: &dyn Fn(&str) -> Option<String>) -> Option<String> {
    let present = glance.place.present();
    let (held, beside): (Vec<_>, Vec<_>) = present.into_iter().partition(|one| !one.looks_on);
    let mut parts: Vec<String> = held
        .iter()
        .map(|one| {
            let seat = glance.name(one.seat);
            match &one.away {
                Some(since) => match time(since) {
                    Some(since) => format!("{seat} away since {since}"),
                    None => format!("{seat} away"),
                },
                None if one.writing => format!("{seat} is writing"),
                None => format!("{seat} here"),
            }
        })
        .collect();
    if !beside.is_empty() {
        parts.push(format!("{} looking on", beside.len()));
    }
    (!parts.is_empty()).then(|| joined(&parts))
}
