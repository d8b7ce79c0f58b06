//! The lines of a copy: a head, one for every entry that the seat may know of, and how things stand for it.

use serde::{Deserialize, Serialize};

use crate::cli::error::Error;
use crate::cli::json::SeenLine;
use crate::cli::lines;
use unequal_core::deck::{plain, plain_json};
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::seat::Seat;
use unequal_core::store::seals::chained;
use unequal_core::store::version::PROGRAM;
use unequal_seat::now::StateAfter;
use unequal_session::Place;

/// The version of the format of copies that this program writes and reads.
pub const FORMAT: u32 = 2;

/// What stands between a line and its digest.
pub(super) const DIGEST: &str = ",\"digest\":\"";
/// What stands behind it.
pub(super) const END: &str = "\"}";

/// The first line.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Head {
    /// The version of the format.
    #[serde(rename = "unequal-copy")]
    pub format: u32,
    /// The version of the program that wrote it.
    pub program: String,
    /// The session's name.
    pub session: String,
    /// The deck's title.
    pub deck: String,
    /// When the session began, as RFC 3339 text.
    pub started: String,
    /// The seed, once the session has ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seed: Option<String>,
    /// Who was to hold the patron's seat.
    pub patron: String,
    /// Who was to hold the client's seat.
    pub client: String,
    /// Who was to hold Europe's seat.
    pub europe: String,
    /// Whose copy it is.
    pub seat: Seat,
    /// The entry after which it was made; 0 is STARTEX.
    pub entry: EntryNumber,
    /// The seal of the record's header, with all that follows from the seed.
    pub seal: String,
}

#[derive(Serialize)]
struct EntryLine<'a> {
    #[serde(flatten)]
    seen: SeenLine<'a>,
    seal: &'a str,
}

#[derive(Serialize)]
struct LastLine<'a> {
    standing: Vec<&'a str>,
    state: StateAfter,
    seal: &'a str,
}

/// Writes the lines of a copy: whatever is in them, the seat's place gave, but for the seals of the entries,
/// the header's first.
///
/// # Errors
///
/// Fails where no JSON can be made, which is a fault of the program.
pub(super) fn write(place: &Place, seals: &[String]) -> Result<String, Error> {
    let last = place.last_number();
    let seal = |entry: EntryNumber| {
        let seal = seals.get(entry.count());
        seal.map_or("", String::as_str)
    };
    let standing = place.standing();
    let about = &place.deck().text.about;
    let head = Head {
        format: FORMAT,
        program: PROGRAM.to_owned(),
        session: standing.name.clone(),
        deck: about.title.clone(),
        started: standing.started.clone(),
        seed: place.seed_if_over().map(|seed| seed.to_string()),
        patron: standing.set_up.patron.to_string(),
        client: standing.set_up.client.to_string(),
        europe: standing.set_up.europe.to_string(),
        seat: place.seat(),
        entry: last,
        seal: seal(EntryNumber::STARTEX).to_owned(),
    };
    let mut chain = Chain::default();
    chain.push(&head)?;
    for seen in place.seen(0..place.entries()) {
        let after = place.view_at(seen.number);
        chain.push(&EntryLine {
            seen: SeenLine::new(place.scenario(), &seen, &after),
            seal: seal(seen.number),
        })?;
    }
    let view = place.view();
    let mut told = lines::standing(place.deck(), last, view);
    if let Some(ending) = lines::ending(place.deck(), view) {
        told = told + "\n" + &ending;
    }
    chain.push(&LastLine {
        standing: told.lines().collect(),
        state: StateAfter::new(place.scenario(), view),
        seal: seal(last),
    })?;
    Ok(chain.text)
}

/// The lines of a session as its text begins: what it is, and who sits where.
pub(super) fn heading(head: &Head) -> String {
    let seed = head.seed.as_ref();
    let seed = seed.map_or_else(String::new, |seed| format!("seed {}, ", plain(seed)));
    format!(
        "{}: {}, {seed}patron {}, client {}, europe {}",
        plain(&head.session),
        plain(&head.deck),
        plain(&head.patron),
        plain(&head.client),
        plain(&head.europe)
    )
}

/// Lines of which each ends with a digest of itself and of those before it.
#[derive(Default)]
struct Chain {
    text: String,
    digest: String,
}

impl Chain {
    fn push(&mut self, line: &impl Serialize) -> Result<(), Error> {
        let json = serde_json::to_string(line).map_err(|error| {
            Error::fault(format!(
                "a fault of this program: no JSON can be made of a line of a copy: {error}"
            ))
        })?;
        let json = plain_json(&json);
        let open = json.strip_suffix('}').unwrap_or(&json);
        self.digest = chained(&self.digest, open);
        for part in [open, DIGEST, self.digest.as_str(), END, "\n"] {
            self.text.push_str(part);
        }
        Ok(())
    }
}
