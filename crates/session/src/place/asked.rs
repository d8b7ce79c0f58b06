//! What a place tells of single entries when it is asked.

use std::ops::Range;

use crate::account::Account;
use crate::desk::{Desk, Intervention, Ruling};
use crate::dry_run::Effect;
use crate::exchange::ExchangePage;
use crate::gaps::Gaps;
use crate::history::{History, TakenBack};
use crate::ledger::{self, WhyLine};
use crate::place::{Place, Sight};
use crate::seal::SealedPlan;
use crate::sight::Seen;
use crate::telling;
use crate::turn::Due;
use crate::warning::{Shown, shown};
use unequal_core::acts_of;
use unequal_core::engine::action::Action;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::fact::Disclosed;
use unequal_core::engine::refused::Refused;
use unequal_core::engine::room::inject::News;
use unequal_core::engine::seat::Seat;
use unequal_core::engine::seen::sees_europe;
use unequal_core::engine::view::View;
use unequal_core::model::gauge::Gauge;
use unequal_core::model::luck::dice;

impl Place {
    /// The session as the seat could see it right after an entry; 0 is STARTEX.
    pub fn sight_at(&self, number: EntryNumber) -> Sight {
        self.ask(|table| Sight::at(table, self.seat(), number))
    }

    /// What the seat could know right after an entry; 0 is STARTEX.
    pub fn view_at(&self, number: EntryNumber) -> View {
        self.ask(|table| table.view_at(number, self.seat()))
    }

    /// The value of a gauge after an entry. All are public but Europe's own, which are 0 to a seat that may not
    /// know them.
    pub fn gauge_at(&self, number: EntryNumber, gauge: Gauge) -> i64 {
        let open = !gauge.is_europes() || sees_europe(self.seat(), self.is_over_at(number));
        if !open {
            return 0;
        }
        self.ask(|table| table.gauge_at(number, gauge))
    }

    /// Why stability moved in the move that was played last up to an entry.
    pub fn account(&self, number: EntryNumber) -> Account {
        self.ask(|table| table.account(number, self.seat()))
    }

    /// The warning signs that anybody could have seen by an entry, the earliest first.
    pub fn warnings(&self, number: EntryNumber) -> Vec<Shown> {
        self.ask(|table| shown(table, number))
    }

    /// The exchange that an entry is read with, as the seat could see it right after entry `at`.
    pub fn exchange_around(&self, number: EntryNumber, at: EntryNumber) -> Option<ExchangePage> {
        self.ask(|table| table.exchange_around(number, at, self.seat()))
    }

    /// An entry as the seat could see it right after entry `at`: none where it came later, or could not be
    /// known of.
    pub fn entry_seen(&self, number: EntryNumber, at: EntryNumber) -> Option<Seen> {
        self.ask(|table| table.entry_seen(number, at, self.seat()))
    }

    /// An entry as the seat may see it now.
    pub fn entry(&self, number: EntryNumber) -> Option<Seen> {
        self.entry_seen(number, self.last_number())
    }

    /// How many entries the seat may know of, undone ones too.
    pub fn entries(&self) -> usize {
        self.standing().known.len()
    }

    /// Some of the entries that the seat may know of, by their places among them.
    pub fn seen(&self, places: Range<usize>) -> Vec<Seen> {
        self.told(self.standing().known.get(places).unwrap_or_default())
    }

    /// Some entries by their numbers, as far as the seat may know of them.
    pub fn told(&self, numbers: &[EntryNumber]) -> Vec<Seen> {
        let (at, seat) = (self.last_number(), self.seat());
        self.ask(|table| {
            let told = numbers.iter();
            told.filter_map(|number| table.entry_seen(*number, at, seat))
                .collect()
        })
    }

    /// The place of an entry among those that the seat may know of, or of the first after it.
    pub fn place_of(&self, number: EntryNumber) -> usize {
        self.standing()
            .known
            .partition_point(|known| *known < number)
    }

    /// All entries that the seat may know of, each as it could be seen when it was made: what the end opened
    /// stays away from a side's eyes. Whether an entry was undone is told as it is now.
    pub fn seen_then(&self) -> Vec<Seen> {
        self.ask(|table| {
            let marks = table.standing_marks();
            let moments = table.moments().iter().zip(marks);
            moments
                .filter_map(|(moment, stands)| {
                    let number = moment.entry.number;
                    let seen = table.entry_seen(number, number, self.seat())?;
                    Some(Seen {
                        undone: !stands,
                        ..seen
                    })
                })
                .collect()
        })
    }

    /// The entries of a move that stand, as the seat may see them now.
    pub fn of_move(&self, move_number: u32) -> Vec<Seen> {
        let (at, seat) = (self.last_number(), self.seat());
        self.ask(|table| {
            let standing = table.standing().map(|moment| &moment.entry);
            standing
                .filter(|entry| entry.move_number == move_number)
                .filter_map(|entry| table.entry_seen(entry.number, at, seat))
                .collect()
        })
    }

    /// Whether nothing was hidden from the seat right after an entry.
    pub fn is_open_at(&self, number: EntryNumber) -> bool {
        self.ask(|table| table.is_open_at(number, self.seat()))
    }

    /// Whether the session had ended right after an entry.
    fn is_over_at(&self, number: EntryNumber) -> bool {
        self.ask(|table| table.is_open_at(number, Seat::Audience))
    }

    /// What moved a gauge on this line of play, newest first.
    pub fn why(&self, gauge: Gauge) -> Vec<WhyLine> {
        self.ask(|table| ledger::why(table, gauge, self.seat()))
    }

    /// What is missing.
    pub fn gaps(&self) -> Gaps {
        self.ask(|table| Gaps::new(table, self.seat()))
    }

    /// Decisions of a seat's people that stand without a reason, as far as this seat may read reasons;
    /// those of turn zero do not count. With them, how many decisions there are.
    pub fn unreasoned(&self, of: Seat) -> (usize, usize) {
        let open = of == self.seat() || self.is_open_at(self.last_number());
        self.ask(|table| {
            let standing = table.standing().map(|moment| &moment.entry);
            let decisions = standing
                .filter(|entry| open && entry.seat == of && entry.act.is_decision())
                .filter(|entry| entry.move_number > 0 && !entry.by.is_machine());
            decisions.fold((0, 0), |(without, all), entry| {
                let written = table.written_beside(entry.number);
                (without + usize::from(written.rationale.is_none()), all + 1)
            })
        })
    }

    /// The news that an entry of the white cell brought into play, where the seat sees it.
    pub fn news(&self, number: EntryNumber) -> Option<News> {
        match self.entry(number)?.act? {
            Action::AdHocInject { news } => Some(news),
            Action::FireInject { id } => self.ask(|table| {
                let plan = &table.state_at(number).room.plan;
                let planned = plan.iter().find(|planned| planned.id == id)?;
                Some(planned.news.clone())
            }),
            _ => None,
        }
    }

    /// What there is to read of that news; empty where it brought none.
    pub fn news_text(&self, number: EntryNumber) -> String {
        let Some(news) = self.news(number) else {
            return String::new();
        };
        telling::news_text(self.deck(), &news)
    }

    /// The move from which on people have a seat again that was handed over for some moves.
    pub fn back(&self, seat: Seat) -> Option<u32> {
        self.ask(|table| table.state().room.back.get(&seat).copied())
    }

    /// The faces of the dice that were rolled at an entry which the seat sees: none for dice that were
    /// thrown by hand, since those of the seed would tell of it.
    pub fn faces(&self, number: EntryNumber) -> Option<(u8, u8)> {
        let seen = self.entry(number)?;
        let roll = seen.resolved()?.roll;
        if matches!(seen.act, Some(Action::Rule { roll: Some(_), .. })) {
            return None;
        }
        let (a, b) = self.ask(|table| {
            let game = &table.state_at(number.before()).game;
            dice(game.seed, game.move_index, game.place)
        });
        (i64::from(a) + i64::from(b) == roll).then_some((a, b))
    }

    /// What the answer that an entry ruled on says in its seat's own words.
    pub fn own_words_ruled_on(&self, ruling: EntryNumber) -> Option<String> {
        self.ask(|table| table.own_words_ruled_on(ruling))
    }

    /// What could have been decided at an entry, as far as the seat may know: nothing that tells of a menu, of
    /// effort or of unity that it does not see.
    pub fn choices(&self, number: EntryNumber) -> Vec<Action> {
        let seat = self.seat();
        let Some(made_by) = self.entry(number).map(|seen| seen.seat) else {
            return Vec::new();
        };
        let all = seat == made_by || self.is_open_at(self.last_number());
        self.ask(|table| {
            let mut acts = table.view_at(number.before(), made_by).acts;
            acts.retain(|act| all || !tells_of_what_is_hidden(act, made_by));
            acts
        })
    }

    /// The entry from whose state an entry started; 0 is STARTEX.
    pub fn came_from(&self, number: EntryNumber) -> EntryNumber {
        self.ask(|table| table.came_from(number))
    }

    /// The pieces of the record that were taken back, in the order in which that was done.
    pub fn taken_back(&self) -> Vec<TakenBack> {
        self.ask(|table| table.taken_back())
    }

    /// What the standing entries after `to` have made known.
    pub fn disclosed_since(&self, to: EntryNumber) -> Vec<Disclosed> {
        self.ask(|table| table.disclosed_since(to, self.seat()))
    }

    /// The hash by which the seat itself has committed to a plan that is to be opened now.
    pub fn to_open(&self) -> Option<String> {
        let Due::Opening(seats) = &self.turn().due else {
            return None;
        };
        let own = seats.iter().any(|(seat, _)| *seat == self.seat());
        let hash = |table: &History| table.commitment(self.seat()).map(str::to_owned);
        own.then(|| self.ask(|table| hash(table))).flatten()
    }

    /// Whether a plan could be opened as things stand, before it is sealed.
    ///
    /// # Errors
    ///
    /// Names the rule that the plan would break.
    pub fn check_plan(&self, plan: &SealedPlan) -> Result<(), Refused> {
        self.ask(|table| table.check_plan(plan))
    }

    /// The exchange that waits for its ruling, for the white cell.
    pub fn desk(&self) -> Option<Desk> {
        self.as_white_cell(History::desk)?
    }

    /// The rulings that stand, for the white cell.
    pub fn rulings(&self) -> Option<Vec<Ruling>> {
        self.as_white_cell(History::rulings)
    }

    /// What the white cell may decide in the place of a seat now, for the white cell.
    pub fn settable(&self) -> Option<Vec<Action>> {
        self.as_white_cell(History::settable)
    }

    /// Where the white cell stepped in beside rulings, for the white cell.
    pub fn interventions(&self) -> Option<Vec<Intervention>> {
        self.as_white_cell(History::interventions)
    }

    /// What each inject of the plan would change now, for the white cell.
    pub fn effects(&self) -> Option<Vec<Effect>> {
        self.as_white_cell(History::effects)
    }

    /// The ending in the deck's words, a paragraph each: open to everybody after the end, and nothing before.
    pub fn ending_told(&self) -> Vec<String> {
        self.ask(|table| table.ending_told())
    }

    /// The seed of all luck, for the white cell.
    pub fn seed(&self) -> Option<u64> {
        self.as_white_cell(|table| table.setup().seed)
    }

    /// The seed of all luck, for everybody once nothing is hidden any more.
    pub fn seed_if_over(&self) -> Option<u64> {
        let open = self.is_open_at(self.last_number());
        open.then(|| self.ask(|table| table.setup().seed))
    }

    fn as_white_cell<T>(&self, ask: impl FnOnce(&History) -> T) -> Option<T> {
        (self.seat() == Seat::WhiteCell).then(|| self.ask(|table| ask(table)))
    }
}

/// Whether it shows something that other seats do not see that an act was open to a seat: a card on the menu, the
/// patron's effort, or what Europe can agree on.
const fn tells_of_what_is_hidden(act: &Action, seat: Seat) -> bool {
    match act {
        Action::Demand { .. }
        | Action::Measure { .. }
        | Action::Respond {
            instead: Some(_), ..
        } => true,
        Action::CrisisAct { climb_down } => *climb_down && matches!(seat, Seat::Patron),
        Action::Abstain
        | Action::Offer { .. }
        | Action::NoOffer
        | Action::TakeUp
        | Action::Hold
        | Action::Respond { instead: None, .. }
        | Action::Commit { .. }
        | Action::RevealDemand { .. }
        | Action::RevealResponse { .. }
        | Action::FollowUp { .. }
        | acts_of!(Action: conduct, room) => false,
    }
}
