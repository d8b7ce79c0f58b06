//! How somebody comes in: what they are asked before they are, and what they are told.

use std::borrow::Cow;
use std::time::Duration;

use russh::server::Auth;
use russh::{MethodKind, MethodSet};
use tokio::time::{Instant, sleep};

use crate::admission::{self, Comer};
use unequal_core::deck::plain;
use unequal_session::Owner;

/// Codes that may be tried on a connection.
const TRIES: u32 = 3;
/// How long after a wrong code the next one is taken.
const WRONG: Duration = Duration::from_secs(1);
/// How long the white cell may take to decide.
const LEAVE: Duration = Duration::from_mins(10);
/// How often it is looked whether it has.
const LOOK: Duration = Duration::from_millis(50);
/// What a client was last asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asked {
    Nothing,
    /// For the code.
    Code,
    /// To wait for the white cell.
    ToWait,
    /// Nothing: it was told why it may not come in.
    ToGo,
}

/// The prompt for the code.
const PROMPT: &[(Cow<'static, str>, bool)] = &[(
    Cow::Borrowed("Code (or Enter alone, to ask the facilitator for leave): "),
    true,
)];

/// Whether nobody is at the other end of a connection any more.
pub(crate) type IsGone = Box<dyn Fn() -> bool + Send + Sync>;

/// Somebody who would come in over a connection.
pub(crate) struct Coming {
    owner: Owner,
    from: String,
    /// Says whether nobody is at the other end any more: while the white cell decides nothing else would.
    is_gone: IsGone,
    /// The fingerprint of the key that they have shown to be their own.
    key: Option<String>,
    tries: u32,
    asked: Asked,
    /// Who has come in.
    pub(crate) comer: Option<Comer>,
}

impl Coming {
    /// Somebody who comes from an address.
    pub(crate) fn new(owner: Owner, from: String, is_gone: IsGone) -> Self {
        Self {
            owner,
            from,
            is_gone,
            key: None,
            tries: 0,
            asked: Asked::Nothing,
            comer: None,
        }
    }

    /// Somebody shows that a key is theirs.
    pub(crate) fn shows(&mut self, user: &str, key: &str) -> Auth {
        self.key = Some(key.to_owned());
        match self.comer(user) {
            Ok(comer) if admission::is_known(&self.owner, comer.seat, key) => self.let_in(comer),
            // The key is theirs; the code is missing.
            Ok(_) => only(MethodKind::KeyboardInteractive, true),
            Err(_) => only(MethodKind::KeyboardInteractive, false),
        }
    }

    /// What somebody is asked, after what they have answered; none where they have been told all.
    pub(crate) async fn asks(&mut self, user: &str, answer: Option<String>) -> Option<Auth> {
        // Also where they begin anew: else they would have as many tries as they like.
        if self.asked == Asked::ToGo {
            return None;
        }
        let comer = match self.comer(user) {
            Ok(comer) => comer,
            Err(why) => return Some(self.tell_why(&why)),
        };
        Some(match (self.asked, answer) {
            (_, None) | (Asked::Nothing | Asked::ToGo, _) => self.ask_for_code(&comer, ""),
            (Asked::Code, Some(typed)) => self.code(comer, &typed).await,
            (Asked::ToWait, Some(_)) => self.leave(comer).await,
        })
    }

    pub(crate) fn comer(&self, user: &str) -> Result<Comer, String> {
        let comer = admission::comer(&self.owner, user, &self.from)?;
        Ok(Comer {
            key: self.key.clone(),
            ..comer
        })
    }

    /// Lets somebody in, and puts that on the record.
    fn let_in(&mut self, comer: Comer) -> Auth {
        match admission::put_down(&self.owner, &comer) {
            Ok(()) => {
                self.comer = Some(comer);
                Auth::Accept
            }
            Err(error) => self.tell_why(&format!("You cannot come in: {error}.")),
        }
    }

    /// Tells why somebody may not come in; their next word ends it.
    fn tell_why(&mut self, why: &str) -> Auth {
        self.asked = Asked::ToGo;
        told(plain(why))
    }

    fn ask_for_code(&mut self, comer: &Comer, before: &str) -> Auth {
        self.asked = Asked::Code;
        let session = plain(&self.owner.place(comer.seat).standing().name);
        let seat = &comer.seat_name;
        Auth::Partial {
            name: Cow::Borrowed(""),
            instructions: Cow::Owned(format!(
                "{before}{session}, the seat of {seat}. The facilitator has the code."
            )),
            prompts: Cow::Borrowed(PROMPT),
        }
    }

    async fn code(&mut self, comer: Comer, typed: &str) -> Auth {
        let presence = self.owner.presence();
        if typed.trim().is_empty() {
            self.asked = Asked::ToWait;
            return told("The facilitator is asked. Please wait ...".to_owned());
        }
        if presence.opens(comer.seat, typed) {
            return self.let_in(comer);
        }
        sleep(WRONG).await;
        self.tries += 1;
        if self.tries >= TRIES {
            return self.tell_why("That is not the code of this seat. Ask for it, and come again.");
        }
        self.ask_for_code(&comer, "That is not the code of this seat.\n")
    }

    /// Waits for the white cell's leave.
    async fn leave(&mut self, comer: Comer) -> Auth {
        let owner = self.owner.clone();
        let presence = owner.presence();
        let key = comer.key.as_deref();
        let Some(knock) = presence.knock(comer.seat, &comer.name, &comer.from, key) else {
            return self.tell_why("Nobody can be asked now. Come again in a minute.");
        };
        // Dropped when the client goes while it waits, too.
        let _withdrawn = Withdrawn(&owner, knock);
        let until = Instant::now() + LEAVE;
        let given = loop {
            if let Some(given) = presence.decided(knock) {
                break given;
            }
            if presence.is_closed() || Instant::now() > until || (self.is_gone)() {
                break false;
            }
            sleep(LOOK).await;
        };
        if given {
            self.let_in(comer)
        } else {
            self.tell_why("The facilitator has not let you in.")
        }
    }
}

/// Takes a question back.
struct Withdrawn<'a>(&'a Owner, u64);

impl Drop for Withdrawn<'_> {
    fn drop(&mut self) {
        self.0.presence().withdraw(self.1);
    }
}

/// Something that is told before anybody is in, and asks for nothing.
fn told(text: String) -> Auth {
    Auth::Partial {
        name: Cow::Borrowed(""),
        instructions: Cow::Owned(text),
        prompts: Cow::Borrowed(&[]),
    }
}

pub(crate) fn only(method: MethodKind, partial_success: bool) -> Auth {
    Auth::Reject {
        proceed_with_methods: Some(MethodSet::from(&[method][..])),
        partial_success,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use unequal_core::deck::{Deck, shipped};
    use unequal_session::{Setup, Table};

    #[test]
    fn whoever_was_told_to_go_has_no_more_tries_where_they_begin_anew() {
        let deck = &shipped()[0];
        let deck = Deck::from_text(deck.id, deck.text).unwrap();
        let setup = Setup::of_people("Table 2", 7);
        let table = Table::unrecorded(deck, &setup, "2026-11-27T08:00:00Z").unwrap();
        let from = "192.0.2.7".to_owned();
        let mut coming = Coming::new(Owner::of(table), from, Box::new(|| false));
        let mut runtime = tokio::runtime::Builder::new_current_thread();
        let runtime = runtime.enable_time().build().unwrap();
        runtime.block_on(async {
            assert!(coming.asks("china", None).await.is_some());
            for _ in 0..TRIES {
                let wrong = Some("AAAA-AAAA".to_owned());
                assert!(coming.asks("china", wrong).await.is_some());
            }
            assert!(coming.asks("china", None).await.is_none());
            assert!(coming.asks("russia", None).await.is_none());
        });
    }
}
