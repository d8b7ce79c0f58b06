//! A list of people as it is typed or pasted: names parted by commas or by lines, seats behind them or not.

use unequal_core::deck::Deck;
use unequal_core::engine::name::is_same;
use unequal_core::engine::seat::Seat;

/// Somebody on the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The name.
    pub name: String,
    /// Where they sit.
    pub seat: Seat,
}

/// What parts names on a line, and a name from its seat: a column of a table as well.
const PARTED: [char; 6] = [',', '，', '、', ';', ':', '\t'];

/// What a tab has become where the text was typed or pasted into a field.
const TAB: &str = "    ";

/// Reads a list, with the seats by their words and by what the deck calls them; names without one get the seat
/// that is given.
pub fn of_deck(text: &str, chosen: Seat, deck: &Deck) -> Vec<Listed> {
    let words = Seat::ALL.map(|seat| (seat, [seat.word(), deck.text.seat_name(seat)]));
    read(text, chosen, &words)
}

/// Reads a list. A seat is known by one of its `words`, and is the seat of all names of its line; other names get
/// the seat that was chosen.
pub fn read(text: &str, chosen: Seat, words: &[(Seat, [&str; 2])]) -> Vec<Listed> {
    let seat_of = |part: &str| {
        let named = |(_, words): &&(Seat, [&str; 2])| words.iter().any(|word| is_same(word, part));
        words.iter().find(named).map(|(seat, _)| *seat)
    };
    let mut listed = Vec::new();
    for line in text.lines() {
        let columns = line.replace(TAB, "\t");
        let parts = columns
            .split(PARTED)
            .map(str::trim)
            .filter(|part| !part.is_empty());
        let (seats, names): (Vec<&str>, Vec<&str>) =
            parts.partition(|part: &&str| seat_of(part).is_some());
        let seat = seats
            .first()
            .and_then(|seat| seat_of(seat))
            .unwrap_or(chosen);
        listed.extend(names.into_iter().map(|name| Listed {
            name: name.to_owned(),
            seat,
        }));
    }
    listed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pasted_list_is_as_many_people_as_it_has_lines_each_at_the_seat_behind_the_name() {
        let words = [
            (Seat::Patron, ["patron", "China"]),
            (Seat::Client, ["client", "Russia"]),
        ];
        let text = "Anna Lindqvist\n王小明, china\r\nИван Петров\tRussia\n\nBo; Chen , \n";
        let listed = read(text, Seat::Audience, &words);
        let told: Vec<(&str, Seat)> = listed
            .iter()
            .map(|one| (one.name.as_str(), one.seat))
            .collect();
        assert_eq!(
            told,
            [
                ("Anna Lindqvist", Seat::Audience),
                ("王小明", Seat::Patron),
                ("Иван Петров", Seat::Client),
                ("Bo", Seat::Audience),
                ("Chen", Seat::Audience),
            ]
        );
        assert_eq!(read(" , \n", Seat::Audience, &words), []);
    }
}
