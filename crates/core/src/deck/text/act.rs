//! Acts of the two sides, as people read them: answers, follow-ups, offers, crisis acts.

use super::fallback;
use super::shape::{line, or, running, words};
use crate::deck::raw::table::Spoken;
use crate::deck::raw::{act, course};
use crate::model::choice::Side;

/// A response or a follow-up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ActText {
    /// Name; never empty.
    pub name: String,
    /// What it means; never empty.
    pub text: String,
    /// As the patron would say it.
    pub patron_voice: String,
    /// As the client would say it.
    pub client_voice: String,
    /// Words to search and group by.
    pub tags: Vec<String>,
}

impl ActText {
    pub(super) fn new(raw: &dyn Spoken, fallback: (&str, &str)) -> Self {
        let [name, text, patron, client] = raw.words();
        Self {
            name: or(line(name), fallback.0),
            text: or(running(text), fallback.1),
            patron_voice: running(patron),
            client_voice: running(client),
            tags: words(raw.tags()),
        }
    }
}

/// An intensity, an inducement or a crisis act.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NameText {
    /// Name; never empty.
    pub name: String,
    /// What it means; never empty.
    pub text: String,
    /// Words to search and group by.
    pub tags: Vec<String>,
}

impl NameText {
    pub(super) fn new(
        name: Option<&String>,
        text: Option<&String>,
        tags: &[String],
        fallback: (&str, &str),
    ) -> Self {
        Self {
            name: or(line(name), fallback.0),
            text: or(running(text), fallback.1),
            tags: words(tags),
        }
    }
}

/// What an offer means, and what is said when it is taken up or set aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfferText {
    /// What it means to offer; never empty.
    pub text: String,
    /// As the patron would say it when it takes an offer up.
    pub taken_patron_voice: String,
    /// As the client would say it then.
    pub taken_client_voice: String,
    /// As the patron would say it when it sets an offer aside.
    pub aside_patron_voice: String,
    /// As the client would say it then.
    pub aside_client_voice: String,
    /// Words to search and group by.
    pub tags: Vec<String>,
}

impl OfferText {
    pub(super) fn new(raw: &act::Offer) -> Self {
        Self {
            text: or(running(raw.text.as_ref()), fallback::OFFER),
            taken_patron_voice: running(raw.taken_patron_voice.as_ref()),
            taken_client_voice: running(raw.taken_client_voice.as_ref()),
            aside_patron_voice: running(raw.aside_patron_voice.as_ref()),
            aside_client_voice: running(raw.aside_client_voice.as_ref()),
            tags: words(&raw.tags),
        }
    }
}

/// The acts of a crisis, and what is said once both sides have decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CrisisText {
    patron_act: NameText,
    client_act: NameText,
    both: String,
    alone: String,
    neither: String,
    /// Words to search and group by.
    pub tags: Vec<String>,
}

impl CrisisText {
    pub(super) fn new(raw: &course::Crisis) -> Self {
        let act = |name, text, fallback| NameText::new(name, text, &[], fallback);
        Self {
            patron_act: act(
                raw.patron_act.as_ref(),
                raw.patron_act_text.as_ref(),
                fallback::PATRON_ACT,
            ),
            client_act: act(
                raw.client_act.as_ref(),
                raw.client_act_text.as_ref(),
                fallback::CLIENT_ACT,
            ),
            both: or(running(raw.both_text.as_ref()), fallback::BOTH_ACTED),
            alone: or(running(raw.alone_text.as_ref()), fallback::ONE_ACTED),
            neither: or(running(raw.neither_text.as_ref()), fallback::NOBODY_ACTED),
            tags: words(&raw.tags),
        }
    }

    /// What a side may do in a crisis.
    pub const fn act(&self, side: Side) -> &NameText {
        match side {
            Side::Patron => &self.patron_act,
            Side::Client => &self.client_act,
        }
    }

    /// What is said once both have decided, by how many of them acted.
    pub fn outcome(&self, acted: usize) -> &str {
        match acted {
            0 => &self.neither,
            1 => &self.alone,
            _ => &self.both,
        }
    }
}
