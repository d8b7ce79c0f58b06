//! The text that shows a person what an ensemble found.

use std::fmt::Write as _;

use crate::analysis::ensemble::summary::{CardUse, Counted, Score, StabilityAt, Summary};
use crate::analysis::stats::{Share, figures};
use crate::bot::EuropeBot;
use crate::model::side::BySide;

/// The widest bar of a chart of stability, in columns of two points each.
const CHART: i64 = 50;

impl Summary {
    /// Who sat in each seat, in words.
    pub fn seated(&self) -> String {
        let BySide { patron, client } = &self.bots;
        let europe = match self.europe {
            EuropeBot::Absent => "nobody".to_owned(),
            bot => bot.to_string(),
        };
        format!("{patron} as patron, {client} as client, {europe} in Europe’s seat")
    }

    /// The result as a text of tables, 80 columns wide.
    pub fn table(&self) -> String {
        let summary = self;
        let mut text = String::new();
        let _ = writeln!(
            text,
            "{}: {} sessions{}, seed {}\n{}",
            summary.deck,
            grouped(summary.runs),
            match summary.first {
                0 => String::new(),
                first => format!(" from number {first} on"),
            },
            summary.seed,
            summary.seated()
        );
        if let Some(from) = &summary.from {
            let _ = writeln!(
                text,
                "from {}, entry {}: move {}, {}\n\
             red lines as they truly lie; demands, responses and crossings from there on",
                from.save, from.entry, from.move_number, from.phase
            );
        }
        section(&mut text, "Endings");
        for ending in &summary.endings {
            text += &share_line(&ending.id, &ending.share);
        }
        lengths(&mut text, summary);
        section(&mut text, "Aims");
        text += &share_line("patron met its aim", &summary.aims.sides.patron);
        text += &share_line("client met its aim", &summary.aims.sides.client);
        text += &share_line("both", &summary.aims.both);
        text += &score_line("patron", &summary.scores.sides.patron);
        text += &score_line("client", &summary.scores.sides.client);
        text += &score_line("europe", &summary.scores.europe);
        text += &score_line("stability at the end", &summary.final_stability);
        stability(&mut text, &summary.stability);
        play(&mut text, summary);
        red_lines(&mut text, summary);
        cards(&mut text, &summary.cards);
        text
    }
}

fn section(text: &mut String, title: &str) {
    let _ = writeln!(text, "\n{title}");
}

/// A number with a thin grouping by thousands: 1,000,000.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

fn share_line(name: &str, share: &Share) -> String {
    let [percent, low, high] = figures(share.percent, share.low, share.high);
    format!(
        "  {name:<22}{percent:>6} %   {low:>5} .. {high:<5} {:>15}\n",
        grouped(share.count)
    )
}

fn score_line(name: &str, score: &Score) -> String {
    let label = format!("{name}, mean");
    format!(
        "  {label:<26}{:>6.1}   ± {:.1} between sessions\n",
        score.mean, score.deviation
    )
}

fn lengths(text: &mut String, summary: &Summary) {
    section(text, "Moves");
    let _ = writeln!(text, "  {:<22}{:>6.1}", "mean", summary.length.mean);
    for row in &summary.length.moves {
        let share = Share::new(row.sessions, summary.runs);
        *text += &share_line(&row.moves.to_string(), &share);
    }
}

fn stability(text: &mut String, rows: &[StabilityAt]) {
    section(
        text,
        "Stability of sessions still in play (5, 25, 50, 75, 95 %)",
    );
    for row in rows {
        let _ = writeln!(
            text,
            "  {:>3} {:>4}{:>4}{:>4}{:>4}{:>4}  {}",
            row.moves,
            row.p5,
            row.p25,
            row.p50,
            row.p75,
            row.p95,
            bar(row)
        );
    }
}

/// The spread as a bar: `-` from 5 to 95 %, `=` from 25 to 75 %, `#` at the median.
fn bar(row: &StabilityAt) -> String {
    let column = |level: i64| level * CHART / 100;
    let mark = |place: i64| {
        if place == column(row.p50) {
            '#'
        } else if (column(row.p25)..=column(row.p75)).contains(&place) {
            '='
        } else if (column(row.p5)..=column(row.p95)).contains(&place) {
            '-'
        } else {
            ' '
        }
    };
    (0..=CHART)
        .map(mark)
        .collect::<String>()
        .trim_end()
        .to_owned()
}

fn play(text: &mut String, summary: &Summary) {
    let play = &summary.play;
    section(text, "Play, of all demands");
    let held = format!("moves held {:.1}", play.held.percent);
    let _ = writeln!(text, "  {held}");
    let _ = writeln!(
        text,
        "  moves with an offer {:.1}, of these taken up {:.1}; acts in crises a session {:.2} and {:.2}, \
         measures {:.2}",
        play.offered.percent,
        play.taken_up.percent,
        play.crisis_acts.patron,
        play.crisis_acts.client,
        play.measures
    );
    for row in [
        &play.intensities,
        &play.inducements,
        &play.responses,
        &play.bands,
        &play.follow_ups,
    ] {
        let _ = writeln!(text, "  {}", inline(row));
    }
}

fn inline(row: &[Counted]) -> String {
    row.iter()
        .map(|counted| format!("{} {:.1}", counted.id, counted.share.percent))
        .collect::<Vec<_>>()
        .join(", ")
}

fn red_lines(text: &mut String, summary: &Summary) {
    let lines = &summary.red_lines;
    section(text, "Red lines");
    let _ = writeln!(
        text,
        "  {:<22}{:>6.2}",
        "crossings a session", lines.crossings_per_session
    );
    *text += &share_line("sessions with one", &lines.sessions);
    *text += &share_line("broken, with", &lines.broken_with);
    *text += &share_line("broken, without", &lines.broken_without);
    *text += &share_line("went through a crisis", &summary.crisis);
}

fn cards(text: &mut String, cards: &[CardUse]) {
    section(text, "Cards: share of demands, met, red lines crossed");
    let widest = cards
        .iter()
        .map(|card| card.id.chars().count())
        .max()
        .unwrap_or(0);
    let mut order: Vec<&CardUse> = cards.iter().collect();
    order.sort_by_key(|card| std::cmp::Reverse(card.tabled.count));
    for card in order {
        let met = if card.met.of == 0 {
            "-".to_owned()
        } else {
            format!("{:.0} %", card.met.percent)
        };
        let _ = writeln!(
            text,
            "  {:<widest$} {:>6.2} %  {:>6}  {:>10}",
            card.id,
            card.tabled.percent,
            met,
            grouped(card.crossed)
        );
    }
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn numbers_are_grouped_by_thousands() {
        let texts = [0, 7, 999, 1_000, 12_345, 1_000_000].map(grouped);
        assert_eq!(texts, ["0", "7", "999", "1,000", "12,345", "1,000,000"]);
    }
}
