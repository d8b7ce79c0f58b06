//! What the answers of a player come to: agreement, severity, spread, forecasts, and all of it move by move.

use super::model::{Decided, MoveTotal, Round, Said, Terms, Total};
use super::question::{Given, Question, act, questions};
use crate::history::History;
use crate::telling::choice_words;
use unequal_core::analysis::expectations::Choice;
use unequal_core::deck::Deck;
use unequal_core::deck::plain;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_core::engine::seat::Seat;
use unequal_core::model::choice::Decision;

/// What a player gave at each question of a seat, measured.
pub fn round(history: &History, terms: Terms, asked: &[Question], given: &[Vec<Given>]) -> Round {
    let decisions = asked.iter().zip(given);
    let decisions = decisions.map(|(question, given)| decided(history, &terms, question, given));
    let mut round = Round {
        decisions: decisions.collect(),
        total: Total::default(),
        moves: Vec::new(),
        terms,
    };
    sum(&mut round);
    round
}

/// Adds up what a round holds.
pub(super) fn sum(round: &mut Round) {
    round.total = total(round.decisions.iter());
    let mut moves: Vec<u32> = round.decisions.iter().map(|one| one.move_number).collect();
    moves.dedup();
    let of_move = |number: u32| {
        round
            .decisions
            .iter()
            .filter(move |one| one.move_number == number)
    };
    round.moves = moves
        .into_iter()
        .map(|move_number| MoveTotal {
            move_number,
            total: total(of_move(move_number)),
        })
        .collect();
}

fn decided(history: &History, terms: &Terms, question: &Question, given: &[Given]) -> Decided {
    let deck = history.deck();
    let moment = history.moment(question.entry);
    let entry = moment.map(|moment| &moment.entry);
    let done = question.done;
    let mut answers: Vec<(Choice, u32)> = Vec::new();
    for choice in given.iter().filter_map(|given| given.choice) {
        match answers.iter_mut().find(|(known, _)| *known == choice) {
            Some((_, times)) => *times += 1,
            None => answers.push((choice, 1)),
        }
    }
    // Of those that were given as often, the first one stays the first.
    answers.sort_by_key(|(_, times)| std::cmp::Reverse(*times));
    let counted = |fits: &dyn Fn(Choice) -> bool| {
        let fitting = answers.iter().filter(|(choice, _)| fits(*choice));
        fitting.map(|(_, times)| times).sum::<u32>()
    };
    let all = counted(&|_| true);
    let severity = severity(deck, done);
    let scored = forecasts(history, terms.seat, question.entry, given);
    Decided {
        entry: question.entry,
        digest: history.digest_at(question.entry).to_owned(),
        move_number: entry.map_or(0, |entry| entry.move_number),
        people: entry.is_some_and(|entry| entry.by.is_person()),
        done: act(history, done),
        words: plain(&choice_words(deck, done)),
        severity,
        silent: u32::try_from(given.len()).unwrap_or(u32::MAX) - all,
        same: counted(&|choice| choice == done),
        alike: counted(&|choice| is_alike(choice, done)),
        entropy: entropy(answers.iter().map(|(_, times)| *times), all),
        shift: severity.and_then(|done| {
            let harder = answers.iter().map(|(choice, times)| {
                Some((self::severity(deck, *choice)? - done) * i64::from(*times))
            });
            let harder = harder.sum::<Option<i64>>()?;
            (all > 0).then(|| rounded(whole(harder) / f64::from(all)))
        }),
        brier: mean(&scored),
        forecasts: u32::try_from(scored.len()).unwrap_or(u32::MAX),
        answers: (answers.iter())
            .map(|(choice, times)| Said {
                act: act(history, *choice),
                words: plain(&choice_words(deck, *choice)),
                severity: self::severity(deck, *choice),
                times: *times,
            })
            .collect(),
    }
}

/// How hard a choice is by the deck; none for what is neither demand nor answer.
fn severity(deck: &Deck, choice: Choice) -> Option<i64> {
    let severities = &deck.text.severities;
    match choice {
        Choice::Decision(Decision::Hold | Decision::TakeUp) => Some(0),
        Choice::Decision(Decision::Demand(demand)) => Some(severities.of_demand(demand.intensity)),
        Choice::Reply(reply) => Some(severities.of_answer(reply.response)),
        Choice::Measure(_) | Choice::CrisisAct(..) | Choice::Offer(_) | Choice::FollowUp(_) => None,
    }
}

/// Whether two choices are alike: what is given instead, and over which card, aside.
fn is_alike(one: Choice, other: Choice) -> bool {
    match (one, other) {
        (Choice::Decision(Decision::Demand(one)), Choice::Decision(Decision::Demand(other))) => {
            one.intensity == other.intensity
        }
        (Choice::Reply(one), Choice::Reply(other)) => one.response == other.response,
        (Choice::Offer(one), Choice::Offer(other)) => one.is_some() == other.is_some(),
        (Choice::Measure(one), Choice::Measure(other)) => one.is_some() == other.is_some(),
        (one, other) => one == other,
    }
}

/// What forecasts at a decision cost, each by itself: (probability − what came)². None where nothing came that it could
/// be held against.
fn forecasts(history: &History, seat: Seat, entry: EntryNumber, given: &[Given]) -> Vec<f64> {
    let other = match seat {
        Seat::Patron => Seat::Client,
        Seat::Client | Seat::Europe | Seat::WhiteCell | Seat::Audience => Seat::Patron,
    };
    let mut next = questions(history, other).into_iter();
    let Some(came) = next.find(|question| question.entry > entry) else {
        return Vec::new();
    };
    let words = words(act(history, came.done).word(), came.done);
    let said = given.iter().filter_map(|given| given.forecast.as_ref());
    said.map(|(word, percent)| {
        let hit = f64::from(u8::from(words.contains(&word.as_str())));
        (f64::from(*percent) / 100.0 - hit).powi(2)
    })
    .collect()
}

/// The words under which a choice can be foreseen.
fn words(kind: &'static str, choice: Choice) -> Vec<&'static str> {
    let own = match choice {
        Choice::Decision(Decision::Demand(demand)) => Some(demand.intensity.word()),
        Choice::Reply(reply) => Some(reply.response.word()),
        Choice::FollowUp(choice) => Some(choice.word()),
        Choice::CrisisAct(_, true) => Some("climb-down"),
        Choice::Decision(Decision::Hold | Decision::TakeUp)
        | Choice::CrisisAct(_, false)
        | Choice::Measure(_)
        | Choice::Offer(_) => None,
    };
    std::iter::once(kind).chain(own).collect()
}

/// How spread answers are, in bits.
fn entropy(times: impl Iterator<Item = u32>, all: u32) -> f64 {
    let share = |times: u32| f64::from(times) / f64::from(all);
    let bits = times.map(share).map(|share| -share * share.log2());
    rounded(bits.sum::<f64>())
}

fn total<'a>(decisions: impl Iterator<Item = &'a Decided>) -> Total {
    let mut total = Total::default();
    let (mut shifts, mut entropies, mut scores) = (Vec::new(), Vec::new(), Vec::new());
    for one in decisions {
        total.decisions += 1;
        total.silent += one.silent;
        total.forecasts += one.forecasts;
        entropies.push(one.entropy);
        scores.extend(one.brier.map(|brier| (brier, f64::from(one.forecasts))));
        if one.people {
            total.by_people += 1;
            total.answers += one.answers.iter().map(|said| said.times).sum::<u32>();
            total.same += one.same;
            total.alike += one.alike;
            shifts.extend(one.shift);
        }
    }
    let weight: f64 = scores.iter().map(|(_, weight)| weight).sum();
    let cost: f64 = scores.iter().map(|(brier, weight)| brier * weight).sum();
    total.brier = (weight > 0.0).then(|| rounded(cost / weight));
    total.shift = mean(&shifts);
    total.entropy = mean(&entropies).unwrap_or(0.0);
    total
}

fn mean(numbers: &[f64]) -> Option<f64> {
    let count = u32::try_from(numbers.len())
        .ok()
        .filter(|count| *count > 0)?;
    Some(rounded(numbers.iter().sum::<f64>() / f64::from(count)))
}

fn whole(number: i64) -> f64 {
    i32::try_from(number).map_or(0.0, f64::from)
}

/// Four digits: what follows is no finding. Never a zero with a minus before it.
fn rounded(number: f64) -> f64 {
    (number * 10_000.0).round() / 10_000.0 + 0.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_that_are_all_alike_are_not_spread_and_two_halves_are_one_bit() {
        assert!((entropy([20].into_iter(), 20) - 0.0).abs() < 1e-9);
        assert!((entropy([10, 10].into_iter(), 20) - 1.0).abs() < 1e-9);
        assert!((entropy([5, 5, 5, 5].into_iter(), 20) - 2.0).abs() < 1e-9);
        assert!(entropy([20].into_iter(), 20).is_sign_positive());
        assert_eq!(mean(&[]), None);
        assert_eq!(mean(&[1.0, 2.0]), Some(1.5));
    }
}
