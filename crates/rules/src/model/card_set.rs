//! A set of cards as bits: what is open, closed, given or on the menu is asked for many times a move.

use serde::Serialize;

use crate::model::place::{At as _, CardAt};

/// A set of cards of one deck.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct CardSet(
    /// A bit a card, lowest first.
    pub [u64; 4],
);

impl CardSet {
    /// Puts a card in.
    #[inline]
    pub fn insert(&mut self, card: CardAt) {
        self.0[card.index() / 64] |= 1 << (card.index() % 64);
    }

    /// Whether a card is in it.
    #[inline]
    pub fn contains(&self, card: CardAt) -> bool {
        self.0[card.index() / 64] >> (card.index() % 64) & 1 == 1
    }

    /// Whether all cards of another set are in it.
    #[inline]
    pub fn contains_all(&self, other: &Self) -> bool {
        let missing = self.0.iter().zip(other.0);
        missing.fold(0, |all, (own, other)| all | other & !own) == 0
    }

    /// Whether no card of another set is in it.
    #[inline]
    pub fn contains_none(&self, other: &Self) -> bool {
        let shared = self.0.iter().zip(other.0);
        shared.fold(0, |all, (own, other)| all | other & own) == 0
    }

    /// The cards that are in it and not in another.
    #[must_use]
    pub fn without(&self, other: &Self) -> Self {
        let mut left = *self;
        for (own, other) in left.0.iter_mut().zip(other.0) {
            *own &= !other;
        }
        left
    }

    /// How many cards are in it.
    pub fn len(&self) -> usize {
        self.0.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// Whether no card is in it.
    pub fn is_empty(&self) -> bool {
        self.0 == [0; 4]
    }

    /// The cards in the deck's order.
    #[inline]
    pub fn iter(&self) -> impl Iterator<Item = CardAt> + Clone + use<> {
        Cards {
            left: self.0,
            word: 0,
        }
    }
}

/// The cards of a set that are still to come, in the deck's order.
#[derive(Clone, Debug)]
struct Cards {
    left: [u64; 4],
    /// The first word in which there may be cards.
    word: usize,
}

impl Iterator for Cards {
    type Item = CardAt;

    #[inline]
    fn next(&mut self) -> Option<CardAt> {
        while let Some(word) = self.left.get_mut(self.word) {
            if *word != 0 {
                let bit = word.trailing_zeros() as usize;
                *word &= *word - 1;
                return Some(CardAt::new(64 * self.word + bit));
            }
            self.word += 1;
        }
        None
    }

    /// Skips whole words: a menu is drawn by places among many cards.
    #[inline]
    fn nth(&mut self, mut place: usize) -> Option<CardAt> {
        while let Some(word) = self.left.get_mut(self.word) {
            let cards = word.count_ones() as usize;
            if place < cards {
                (0..place).for_each(|_| *word &= *word - 1);
                return self.next();
            }
            place -= cards;
            *word = 0;
            self.word += 1;
        }
        None
    }
}

impl FromIterator<CardAt> for CardSet {
    fn from_iter<I: IntoIterator<Item = CardAt>>(cards: I) -> Self {
        let mut set = Self::default();
        cards.into_iter().for_each(|card| set.insert(card));
        set
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cards_come_out_in_the_order_of_the_deck() {
        let set: CardSet = [200, 3, 64, 0, 63].map(CardAt::new).into_iter().collect();
        let places: Vec<usize> = set.iter().map(CardAt::index).collect();
        assert_eq!(places, [0, 3, 63, 64, 200]);
        assert_eq!(set.len(), 5);
        assert!(set.contains(CardAt::new(64)) && !set.contains(CardAt::new(65)));
        let at = |place: usize| set.iter().nth(place).map(CardAt::index);
        let found: Vec<Option<usize>> = (0..6).map(at).collect();
        assert_eq!(
            found,
            [Some(0), Some(3), Some(63), Some(64), Some(200), None]
        );
        let mut rest = set.iter();
        assert_eq!(rest.nth(1).map(CardAt::index), Some(3));
        assert_eq!(rest.nth(1).map(CardAt::index), Some(64));
        assert_eq!(rest.next().map(CardAt::index), Some(200));
    }
}
