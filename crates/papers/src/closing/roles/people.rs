//! Who is named in a record: those who were entered, who acted, and who have a voice in it without either.

use std::collections::{HashMap, HashSet};

use unequal_core::acts_of;
use unequal_core::deck::plain;
use unequal_core::engine::action::Action;
use unequal_core::engine::name::known_as;
use unequal_core::engine::player::Player;
use unequal_core::engine::seat::Seat;
use unequal_core::store::Annotations;
use unequal_session::History;
use unequal_session::telling::NAMELESS;
use unequal_session::voices::leads;

/// Those who are named, in the order in which they come.
#[derive(Debug, Default)]
pub(super) struct People {
    /// Names of one person, with where they sit.
    pub(super) all: Vec<(Vec<String>, Option<Seat>)>,
    /// Whose a name is.
    places: HashMap<String, usize>,
}

impl People {
    /// Those whom a record and the remarks beside it name, and all that the session was called.
    pub(super) fn of<'t>(
        table: &'t History,
        annotations: Option<&Annotations>,
    ) -> (Self, Vec<&'t str>) {
        let mut people = Self::default();
        let mut titles = vec![table.header().name.as_str()];
        for moment in table.moments() {
            let entry = &moment.entry;
            match &entry.act {
                Action::Join { name, at } | Action::Admit { name, at, .. } => {
                    people.add(name, Some(*at));
                }
                Action::Rename { name, to } => people.alias(name, to),
                Action::Leave { name } | Action::Estimate { name, .. } => {
                    people.add(name, Some(entry.seat));
                }
                Action::Correct {
                    against: Some(dissent),
                    ..
                } => {
                    for name in leads(dissent) {
                        people.add(name, Some(entry.seat));
                    }
                }
                Action::RenameSession { name } => titles.push(name),
                acts_of!(Action: play, plan, rulings, course, pace, estimates, words, marks) => {}
            }
            if let Player::Person(name) = &entry.by {
                people.add(name, Some(entry.seat));
            }
            for name in entry.dissent.as_deref().into_iter().flat_map(leads) {
                people.add(name, Some(entry.seat));
            }
        }
        let remarks: Vec<_> = annotations
            .into_iter()
            .flat_map(Annotations::standing)
            .collect();
        for annotation in &remarks {
            people.add(&annotation.author, None);
        }
        // Who is quoted in a remark is a voice as well; what stands elsewhere in small letters is a word and no name.
        let common = Common::of(table);
        for moment in table.moments() {
            let entry = &moment.entry;
            let texts = entry
                .act
                .texts()
                .into_iter()
                .chain(entry.rationale.as_deref());
            for name in texts.flat_map(leads).filter(|name| !common.is_word(name)) {
                people.add(name, Some(entry.seat));
            }
        }
        for annotation in remarks {
            let texts = leads(&annotation.text).into_iter();
            for name in texts.filter(|name| !common.is_word(name)) {
                people.add(name, None);
            }
        }
        (people, titles)
    }

    pub(super) fn add(&mut self, name: &str, seat: Option<Seat>) {
        // As it is shown.
        let name = plain(name.trim());
        let name = name.as_str();
        if name == NAMELESS || !name.chars().any(|c| c.is_alphanumeric() || !c.is_ascii()) {
            return;
        }
        let places = self.places.len();
        let place = *self.places.entry(known_as(name)).or_insert(self.all.len());
        if self.places.len() > places {
            self.all.push((vec![name.to_owned()], seat));
        } else if let Some((_, sits)) = self.all.get_mut(place) {
            *sits = sits.or(seat);
        }
    }

    pub(super) fn alias(&mut self, name: &str, to: &str) {
        self.add(name, None);
        let place = self.places.get(&known_as(name)).copied();
        let taken = self.places.contains_key(&known_as(to));
        if let (Some(place), false) = (place, taken) {
            self.places.insert(known_as(to), place);
            self.all[place].0.push(plain(to.trim()));
        }
    }
}

/// Words that stand in small letters in a deck: no names.
struct Common(HashSet<String>);

impl Common {
    fn of(table: &History) -> Self {
        let source = table.header().deck.source.as_str();
        let all = source.split(|c: char| !c.is_alphanumeric());
        let small = all.filter(|word| word.starts_with(char::is_lowercase));
        Self(small.map(str::to_owned).collect())
    }

    /// Whether each word of a lead is one.
    fn is_word(&self, lead: &str) -> bool {
        let words = lead.split(|c: char| !c.is_alphanumeric());
        let mut words = words.filter(|word| !word.is_empty());
        words.all(|word| self.0.contains(&word.to_lowercase()))
    }
}
