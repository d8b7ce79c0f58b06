//! What the program says of single entries, as far as these eyes may know it.

use crate::errand::Found;
use crate::replay::Replay;
use crate::replay::mark::Mark;
use crate::theme::Theme;
use crate::widget::prose::Piece;
use unequal_core::deck::plain;
use unequal_core::engine::entry_number::EntryNumber;
use unequal_papers::report::model::ShareLine;
use unequal_papers::report::signed_tenth;
use unequal_session::asked::{Names, Round};
use unequal_session::telling::count;

/// Answers of a player that are told at a decision, those given most often.
const MOST_ANSWERS: usize = 3;

impl Replay {
    /// Takes in what was worked out.
    pub fn learn(&mut self, found: Found) {
        match found {
            Found::Study(aar) => self.study.aar = Some(aar),
            Found::Explained(answer) => {
                self.study.answers.insert(answer.entry, *answer);
            }
            Found::Fan(fan) => {
                self.study.fans.insert(fan.entry, *fan);
            }
            Found::Expected(..)
            | Found::Compared(_)
            | Found::Gathered(_)
            | Found::PlayedOut(..)
            | Found::Report(..)
            | Found::Written(..)
            | Found::Said(_)
            | Found::Outlook(..)
            | Found::Tips(..)
            | Found::DryRun(..)
            | Found::Trouble(_) => {}
        }
        self.mark_anew();
    }

    /// Whether the program's remarks are shown.
    pub(crate) fn shows_findings(&self) -> bool {
        !self.study.hidden && self.knows_the_future()
    }

    /// The moments that the program found to have moved most.
    pub(crate) fn turning_marks(&self) -> Vec<(EntryNumber, Mark)> {
        if !self.shows_findings() {
            return Vec::new();
        }
        let aar = self.study.aar.iter();
        aar.flat_map(|aar| &aar.turning_points.points)
            .map(|point| (point.entry, Mark::Turning))
            .collect()
    }

    /// What the program says of an entry.
    pub(crate) fn finding_pieces(&self, number: EntryNumber, theme: &Theme) -> Vec<Piece> {
        let Some(aar) = self.study.aar.as_ref().filter(|_| self.shows_findings()) else {
            return Vec::new();
        };
        let mut said = Vec::new();
        let mut points = aar.turning_points.points.iter();
        if let Some(point) = points.find(|point| point.entry == number) {
            said.push(match point.give_or_take {
                Some(error) => format!(
                    "A turning point: it moved expected final stability by {}, give or take {:.1}.",
                    signed_tenth(point.moved),
                    error
                ),
                None => format!(
                    "A turning point: it moved the outlook by {} points.",
                    signed_tenth(point.moved)
                ),
            });
        }
        let kinds = aar.attribution.iter().flat_map(|shares| &shares.kinds);
        let lines = kinds.flat_map(|kind| kind.lines.iter().map(move |line| (kind.kind, line)));
        let own = lines.filter(|(_, line)| line.entry == number);
        said.extend(own.map(|(kind, line)| share_words(kind, line)));
        let others: Vec<String> = if self.filter.people {
            Vec::new()
        } else {
            let asked = aar.others.iter();
            asked
                .filter_map(|round| would_have(round, number))
                .collect()
        };
        [("◆ The program", said), ("◇ Others would have", others)]
            .into_iter()
            .filter(|(_, said)| !said.is_empty())
            .flat_map(|(heading, said)| {
                let heading = Piece::Heading(heading.to_owned(), theme.accent);
                let said = said.into_iter().map(Piece::Point);
                [Piece::Gap, heading].into_iter().chain(said)
            })
            .collect()
    }
}

/// What a player that was asked would have done, in a line.
fn would_have(round: &Round, number: EntryNumber) -> Option<String> {
    let decided = round.at(number)?;
    let given = decided.answers.iter().take(MOST_ANSWERS);
    let mut given: Vec<String> = given
        .map(|said| format!("{} ({} of {})", said.words, said.times, round.terms.times))
        .collect();
    let more = decided.answers.len().saturating_sub(MOST_ANSWERS);
    given.extend((more > 0).then(|| count(more, "other act", "other acts")));
    given.extend((decided.silent > 0).then(|| format!("no answer ({})", decided.silent)));
    let names = match round.terms.names {
        Names::AsWritten => "",
        Names::Swapped => ", names exchanged",
    };
    Some(plain(&format!(
        "{}{names}: {}",
        round.terms.player,
        given.join("; ")
    )))
}

/// What an act accounts for, in a sentence.
fn share_words(kind: &str, line: &ShareLine) -> String {
    let against = match kind {
        "demands" => "asking for nothing",
        "replies" => "accepting in part",
        "offers" => "offering nothing",
        "crisis-acts" => "not climbing down",
        _ => "taking no measure",
    };
    format!(
        "Accounts for {} points of the final stability, against {against}; taken out alone, for {}.",
        signed_tenth(line.worth.shapley),
        unequal_session::telling::signed(line.worth.leave_one_out)
    )
}
