//! Who may come in: whoever has the code of a seat, a key that came in before, or the white cell's leave.

use std::net::SocketAddr;

use unequal_core::deck::{Deck, plain};
use unequal_core::engine::action::Action;
use unequal_core::engine::player::Player;
use unequal_core::engine::seat::Seat;
use unequal_session::presence::DoorTo;
use unequal_session::telling::seat_name;
use unequal_session::{Holder, Owner, Remarks, SubmitError, clock};

/// Characters of what was typed that are told back.
const LONGEST: usize = 40;

/// Somebody who would come in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comer {
    /// The seat.
    pub seat: Seat,
    /// The seat's name in the deck.
    pub seat_name: String,
    /// Their name; that of the seat's team where they gave none.
    pub name: String,
    /// The address that they come from.
    pub from: String,
    /// The fingerprint of the key that they have shown to be theirs.
    pub key: Option<String>,
}

/// The seats of a session that somebody may come to from elsewhere, each with the word that is typed for it: of its name
/// in the deck, in small letters.
pub fn seats(owner: &Owner) -> Vec<(Seat, String)> {
    let place = owner.place(Seat::WhiteCell);
    let open = |seat: &Seat| {
        *seat == Seat::Audience
            || (*seat != Seat::WhiteCell && *place.holder(*seat) == Holder::Human)
    };
    let seats = Seat::ALL.into_iter().filter(open);
    seats.map(|seat| (seat, word(place.deck(), seat))).collect()
}

/// The word that is typed for a seat: its name where that can be typed everywhere, else its part in the rules.
fn word(deck: &Deck, seat: Seat) -> String {
    let name = seat_name(deck, seat).to_lowercase().replace(' ', "-");
    let typed = |letter: char| letter.is_ascii_alphanumeric() || letter == '-';
    let plain = !name.is_empty() && name.chars().all(typed) && !name.starts_with('-');
    if plain { name } else { seat.to_string() }
}

/// The ways to the seats, each with a new code.
pub fn doors(owner: &Owner, address: SocketAddr) -> Vec<DoorTo> {
    let to = |(seat, word): (Seat, String)| DoorTo::new(seat, command(address, &word));
    seats(owner).into_iter().map(to).collect()
}

/// What is typed to come to a seat.
fn command(address: SocketAddr, seat: &str) -> String {
    let (ip, port) = (address.ip(), address.port());
    if port == 22 {
        format!("ssh {seat}@{ip}")
    } else {
        format!("ssh -p {port} {seat}@{ip}")
    }
}

/// Whoever comes as this user of `ssh`: the word of a seat, and behind a `+` a name.
///
/// # Errors
///
/// Says which seats there are.
pub fn comer(owner: &Owner, user: &str, from: &str) -> Result<Comer, String> {
    let (asked, name) = user.split_once('+').unwrap_or((user, ""));
    let seats = seats(owner);
    let asked = asked.to_lowercase();
    let found = seats
        .iter()
        .find(|(seat, word)| *word == asked || seat.to_string() == asked);
    let Some((seat, _)) = found else {
        let words: Vec<&str> = seats.iter().map(|(_, word)| word.as_str()).collect();
        let asked: String = plain(&asked).chars().take(LONGEST).collect();
        return Err(format!(
            "There is no seat '{asked}' here for people from elsewhere. There are: {}.",
            words.join(", ")
        ));
    };
    let seat_name = plain(seat_name(owner.place(*seat).deck(), *seat));
    let mut name = unequal_host::name(name);
    if name.is_empty() {
        name = format!("Team {seat_name}");
    }
    Ok(Comer {
        seat: *seat,
        seat_name,
        name,
        from: from.to_owned(),
        key: None,
    })
}

/// Whether somebody with this key has come to this seat before, by the record.
pub fn is_known(owner: &Owner, seat: Seat, key: &str) -> bool {
    let table = owner.table();
    let admits = |action: &Action| matches!(action, Action::Admit { at, key: Some(with), .. } if *at == seat && with == key);
    let mut acts = table.standing().map(|moment| &moment.entry.act);
    acts.any(admits)
}

/// Puts on the record who comes in; whoever came in so before is there already.
///
/// # Errors
///
/// Says why it cannot be written.
pub fn put_down(owner: &Owner, comer: &Comer) -> Result<(), SubmitError> {
    let action = Action::Admit {
        at: comer.seat,
        name: comer.name.clone(),
        key: comer.key.clone(),
    };
    let mut table = owner.table();
    let there = comer.key.is_some() && table.standing().any(|moment| moment.entry.act == action);
    if !there {
        let seen = table.last_number();
        let none = Remarks::default();
        table.submit(
            seen,
            Seat::WhiteCell,
            Player::Program,
            &action,
            none,
            &clock::now(),
        )?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::command;

    #[test]
    fn what_is_typed_is_as_ssh_takes_it() {
        for (address, typed) in [
            ("127.0.0.1:2222", "ssh -p 2222 russia@127.0.0.1"),
            ("127.0.0.1:22", "ssh russia@127.0.0.1"),
            ("[::1]:2300", "ssh -p 2300 russia@::1"),
        ] {
            assert_eq!(command(address.parse().unwrap(), "russia"), typed);
        }
    }
}
