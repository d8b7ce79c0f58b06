//! Phones of people in the room, from which they enter what they expect, what they would have decided, and notes: the
//! link that lets them in, whether anything is taken now, and whose name is at which phone.
//!
//! None of it is on the record, but for what people enter. The white cell alone is shown it.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::bell::Bell;
use crate::seal::fresh_nonce;
use unequal_core::engine::name::is_same;

/// Phones at most that one link lets in.
const MOST: usize = 500;

/// Phones of people in the room.
#[derive(Debug)]
pub struct Phones {
    held: Mutex<Held>,
    bell: Arc<Bell>,
}

#[derive(Debug, Default)]
struct Held {
    /// The page, where one is served.
    page: Option<String>,
    /// The word of the link; nobody can guess it.
    token: String,
    /// Whether anything is taken now.
    open: bool,
    /// The word that each phone knows itself by, and whose it is.
    phones: Vec<(String, String)>,
}

/// How phones come in, as the white cell is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    /// The link; whoever has it is let in as long as it is the last.
    pub link: String,
    /// Whether anything is taken now.
    pub open: bool,
    /// Whose phones are in.
    pub names: Vec<String>,
}

/// Why a phone is not let in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotIn {
    /// The link is not the last one.
    Link,
    /// Nothing is taken now.
    Closed,
    /// Somebody of this name is in at another phone.
    Name,
    /// Too many are in.
    Full,
}

impl Phones {
    pub(crate) fn new(bell: Arc<Bell>) -> Self {
        Self {
            held: Mutex::default(),
            bell,
        }
    }

    fn held(&self) -> MutexGuard<'_, Held> {
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn change(&self, change: impl FnOnce(&mut Held)) {
        change(&mut self.held());
        self.bell.ring();
    }

    /// A page is served at this address, `http://192.168.1.7:8080`; nothing is taken there yet.
    pub fn serve(&self, page: Option<String>) {
        self.change(|held| {
            *held = Held {
                page,
                token: fresh_nonce(),
                ..Held::default()
            };
        });
    }

    /// How phones come in; none where no page is served.
    pub fn invitation(&self) -> Option<Invitation> {
        let held = self.held();
        let page = held.page.as_ref()?;
        Some(Invitation {
            link: format!("{page}/in/{}", held.token),
            open: held.open,
            names: held.phones.iter().map(|(_, name)| name.clone()).collect(),
        })
    }

    /// Lets phones enter something, or no longer.
    pub fn open(&self, open: bool) {
        self.change(|held| held.open = open);
    }

    /// Draws another link: the one before lets nobody in any more, and whoever it let in comes anew.
    pub fn renew(&self) {
        self.change(|held| {
            held.token = fresh_nonce();
            held.phones.clear();
        });
    }

    /// Whether anything is taken now.
    pub fn is_open(&self) -> bool {
        self.held().open
    }

    /// Whether this is the word of the link.
    pub fn is_link(&self, token: &str) -> bool {
        self.held().is_link(token)
    }

    /// Lets a phone in for somebody; gives the word that it knows itself by.
    ///
    /// # Errors
    ///
    /// Says why not.
    pub fn enter(&self, token: &str, name: &str) -> Result<String, NotIn> {
        let mut held = self.held();
        let word = held.enter(token, name)?;
        drop(held);
        self.bell.ring();
        Ok(word)
    }

    /// A phone goes; its name is free again.
    pub fn leave(&self, word: &str) {
        self.change(|held| held.phones.retain(|(known, _)| !alike(known, word)));
    }

    /// Whose a phone is, by its word.
    pub fn whose(&self, word: &str) -> Option<String> {
        let held = self.held();
        let mut phones = held.phones.iter();
        phones
            .find(|(known, _)| alike(known, word))
            .map(|(_, name)| name.clone())
    }
}

impl Held {
    fn is_link(&self, token: &str) -> bool {
        self.page.is_some() && alike(&self.token, token)
    }

    fn enter(&mut self, token: &str, name: &str) -> Result<String, NotIn> {
        if !self.is_link(token) {
            return Err(NotIn::Link);
        }
        if !self.open {
            return Err(NotIn::Closed);
        }
        if self.phones.iter().any(|(_, known)| is_same(known, name)) {
            return Err(NotIn::Name);
        }
        if self.phones.len() >= MOST {
            return Err(NotIn::Full);
        }
        let word = fresh_nonce();
        self.phones.push((word.clone(), name.to_owned()));
        Ok(word)
    }
}

/// Whether two words are the same; how long that takes to say tells nothing of where they part.
fn alike(one: &str, other: &str) -> bool {
    let parted = one
        .bytes()
        .zip(other.bytes())
        .fold(0, |sum, (a, b)| sum | (a ^ b));
    one.len() == other.len() && parted == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_lets_in_while_it_is_open_and_the_last_and_each_name_once() {
        let phones = Phones::new(Arc::default());
        assert_eq!(phones.invitation(), None);
        phones.serve(Some("http://127.0.0.1:1".to_owned()));
        let link = phones.invitation().unwrap().link;
        let token = link.rsplit('/').next().unwrap();
        // 128 bits, as hex.
        assert_eq!(token.len(), 32);
        assert_eq!(phones.enter(token, "Anna"), Err(NotIn::Closed));
        phones.open(true);
        assert_eq!(phones.enter("", "Anna"), Err(NotIn::Link));
        let word = phones.enter(token, "Anna").unwrap();
        assert_eq!(phones.enter(token, " anna"), Err(NotIn::Name));
        assert_eq!(phones.whose(&word).as_deref(), Some("Anna"));
        assert_eq!(phones.whose(""), None);
        phones.renew();
        assert_eq!(phones.enter(token, "Bo"), Err(NotIn::Link));
        assert_eq!(phones.whose(&word), None);
    }
}
