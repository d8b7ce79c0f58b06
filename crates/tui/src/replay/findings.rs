//! What the program says of single entries, as far as these eyes may know it.

use crate::errand::Found;
use crate::replay::Replay;
use crate::replay::mark::Mark;
use crate::theme::Theme;
use crate::widget::prose::Piece;
use unequal_papers::report::model::ShareLine;
use unequal_papers::report::signed_tenth;

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
    pub(crate) fn turning_marks(&self) -> Vec<(u64, Mark)> {
        if !self.shows_findings() {
            return Vec::new();
        }
        let aar = self.study.aar.iter();
        aar.flat_map(|aar| &aar.turning_points.points)
            .map(|point| (point.entry, Mark::Turning))
            .collect()
    }

    /// What the program says of an entry.
    pub(crate) fn finding_pieces(&self, number: u64, theme: &Theme) -> Vec<Piece> {
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
        if said.is_empty() {
            return Vec::new();
        }
        let heading = Piece::Heading("◆ The program".to_owned(), theme.accent);
        [Piece::Gap, heading]
            .into_iter()
            .chain(said.into_iter().map(Piece::Point))
            .collect()
    }
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
