//! Curves over the moves of a session, and how they are drawn with letters.

use std::fmt::Write as _;

/// Curves of levels from 0 to 100 over the same moments.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Chart {
    /// What is drawn, for those who do not see it.
    pub title: String,
    /// How to read it.
    pub caption: String,
    /// Points that a row of letters stands for, where all levels are drawn.
    pub step: i64,
    /// Whether all levels are drawn, as for charts that stand beside each other; else those in which something lies.
    pub is_whole: bool,
    /// The moments, from STARTEX on.
    pub moments: Vec<Moment>,
    /// The curves.
    pub curves: Vec<Curve>,
    /// Areas behind a single curve, the widest first.
    pub bands: Vec<Band>,
    /// A curve behind a single one, dashed.
    pub behind: Vec<i64>,
    /// Levels at which something happens, with what it is.
    pub levels: Vec<(i64, String)>,
    /// Rows of signs beneath.
    pub marks: Vec<MarkRow>,
}

/// A moment at which curves have a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// What stands on the axis.
    pub label: String,
    /// When it is, in words.
    pub words: String,
}

/// A curve; it ends where it has no value any more.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Curve {
    /// Its name.
    pub name: String,
    /// Its values, from STARTEX on.
    pub values: Vec<i64>,
}

/// An area behind a curve.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Band {
    /// What lies in it.
    pub name: String,
    /// Its lower edge, from STARTEX on.
    pub low: Vec<i64>,
    /// Its upper edge.
    pub high: Vec<i64>,
}

/// A row of signs beneath curves.
#[derive(Clone, Debug, PartialEq)]
pub struct MarkRow {
    /// What the signs mean.
    pub name: &'static str,
    /// The sign.
    pub sign: &'static str,
    /// What it tells of.
    pub tone: super::Tone,
    /// Whether each mark has its number, from 1, in the place of the sign.
    pub is_numbered: bool,
    /// Where signs stand, in moments from STARTEX, with what each says.
    pub marks: Vec<(f64, String)>,
}

/// Stability on several lines of play, over one another.
pub fn lines_of_play(curves: Vec<Curve>) -> Chart {
    Chart {
        title: "Stability after each move, in points of 100".to_owned(),
        caption: "Stability after each closed move, in points of 100; each line ends in a dot where its last \
                  move was closed."
            .to_owned(),
        moments: moves(&curves),
        curves,
        ..Chart::default()
    }
}

/// How stability spreads over many lines of play: the middle, and areas around it.
pub fn spread_of_play(title: &str, median: Vec<i64>, bands: Vec<Band>) -> Chart {
    let middle = vec![Curve {
        name: "median".to_owned(),
        values: median,
    }];
    let areas: Vec<&str> = bands.iter().map(|band| band.name.as_str()).collect();
    Chart {
        title: title.to_owned(),
        caption: format!(
            "{title}. The line is the median; the areas hold, from light to dark: {}.",
            areas.join(", ")
        ),
        step: 5,
        is_whole: true,
        moments: moves(&middle),
        curves: middle,
        bands,
        ..Chart::default()
    }
}

/// The moments of closed moves, as many as the longest of these curves has.
fn moves(curves: &[Curve]) -> Vec<Moment> {
    let longest = curves.iter().map(|curve| curve.values.len()).max();
    let moment = |number: usize| Moment {
        label: number.to_string(),
        words: match number {
            0 => "STARTEX".to_owned(),
            number => format!("after move {number}"),
        },
    };
    (0..longest.unwrap_or(0)).map(moment).collect()
}

/// Signs for curves drawn together, told apart without colour.
pub const SIGNS: [char; 8] = ['●', '○', '▲', '△', '■', '□', '◆', '◇'];

/// The sign of the curve in this place.
pub const fn sign(place: usize) -> char {
    SIGNS[place % SIGNS.len()]
}

/// The levels between which a chart is drawn.
#[derive(Clone, Copy)]
pub(super) struct Levels {
    pub(super) low: i64,
    pub(super) high: i64,
}

impl Levels {
    pub(super) const WHOLE: Self = Self { low: 0, high: 100 };
    /// What is shown at least, so that little looks little.
    const LEAST: i64 = 40;

    /// All levels, or those in which something lies.
    pub(super) fn of(chart: &Chart) -> Self {
        let curves = chart.curves.iter().flat_map(|curve| &curve.values);
        let bands = chart.bands.iter();
        let bands = bands.flat_map(|band| band.low.iter().chain(&band.high));
        let values = curves.chain(bands).chain(&chart.behind);
        let (Some(low), Some(high)) = (values.clone().min(), values.max()) else {
            return Self::WHOLE;
        };
        if chart.is_whole {
            return Self::WHOLE;
        }
        let low = (low.div_euclid(10) * 10).clamp(0, 100 - Self::LEAST);
        let high = ((high + 9).div_euclid(10) * 10).clamp(low + Self::LEAST, 100);
        Self { low, high }
    }

    pub(super) const fn has(self, level: i64) -> bool {
        self.low <= level && level <= self.high
    }
}

/// Points between the ends of a scale up to which a row of letters stands for two of them.
const SHORT: i64 = 50;

/// Where curves meet.
const MEETING: char = '✱';
/// Columns a moment.
const WIDTH: usize = 4;

/// The lines of a chart drawn with letters; of more curves than can be told apart, only how they spread.
pub fn drawn(chart: &Chart) -> Vec<String> {
    let curves = if let Some(widest) = chart.bands.first() {
        let edge = |name: &str, values: &[i64]| Curve {
            name: name.to_owned(),
            values: values.to_vec(),
        };
        let edges = [
            ('▲', edge("highest", &widest.high)),
            ('▼', edge("lowest", &widest.low)),
        ];
        let middle = chart.curves.iter().map(|curve| ('●', curve.clone()));
        middle.chain(edges).collect()
    } else if chart.curves.len() <= SIGNS.len() {
        let curves = chart.curves.iter().enumerate();
        curves
            .map(|(place, curve)| (sign(place), curve.clone()))
            .collect()
    } else {
        spread(&chart.curves)
    };
    let Levels { low, high } = Levels::of(chart);
    let step = if chart.is_whole {
        chart.step.clamp(1, 50)
    } else if high - low > SHORT {
        5
    } else {
        2
    };
    let mut lines = Vec::new();
    for row in (low / step..=high / step).rev() {
        let mut line = format!("{:>4} ┤", row * step);
        for place in 0..chart.moments.len() {
            let is_here = |value: &&i64| (*value + step / 2) / step == row;
            let mut here = curves
                .iter()
                .filter(|(_, curve)| curve.values.get(place).as_ref().is_some_and(is_here));
            let sign = match (here.next(), here.next()) {
                (None, _) => ' ',
                (Some((sign, _)), None) => *sign,
                (Some(_), Some(_)) => MEETING,
            };
            line.extend([' '; WIDTH - 1]);
            line.push(sign);
        }
        lines.push(line.trim_end().to_owned());
    }
    let mut axis = "move  ".to_owned();
    for moment in &chart.moments {
        let _ = write!(axis, "{:>WIDTH$}", moment.label);
    }
    lines.push(axis.trim_end().to_owned());
    if curves.len() > 1 {
        let legend = curves
            .iter()
            .map(|(sign, curve)| format!("      {sign} {}", curve.name));
        lines.extend(legend);
        lines.push(format!("      {MEETING} several in one place"));
    }
    lines
}

/// The highest, the middle and the lowest of many curves.
fn spread(curves: &[Curve]) -> Vec<(char, Curve)> {
    let longest = curves.iter().map(|curve| curve.values.len()).max();
    let mut bands = [("highest", '▲'), ("median", '●'), ("lowest", '▼')].map(|(name, sign)| {
        let (name, values) = (name.to_owned(), Vec::new());
        (sign, Curve { name, values })
    });
    for place in 0..longest.unwrap_or(0) {
        let here = curves.iter().filter_map(|curve| curve.values.get(place));
        let mut here: Vec<i64> = here.copied().collect();
        here.sort_unstable();
        let last = here.len() - 1;
        for ((_, band), at) in bands.iter_mut().zip([last, last / 2, 0]) {
            band.values.push(here[at]);
        }
    }
    bands.into()
}

/// Between what a small curve is drawn: its least and its greatest value, of a level at least so many points, so that
/// little looks little; of what is counted without end from 0 on.
pub(super) fn spark_scale(values: &[i64], level: bool) -> (i64, i64) {
    const LEAST: i64 = 20;
    let low = values.iter().copied().min().unwrap_or(0);
    let high = values.iter().copied().max().unwrap_or(0);
    if !level {
        let low = low.min(0);
        return (low, high.max(low + 1));
    }
    let more = (LEAST - (high - low)).max(0);
    let low = (low - more / 2).clamp(0, (100 - LEAST).max(0));
    (low, high.max(low + LEAST))
}

/// A small curve in one line, on a scale of its own.
pub(super) fn spark(values: &[i64], level: bool) -> String {
    const STEPS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
    let (low, high) = spark_scale(values, level);
    let step = |value: &i64| {
        usize::try_from((value - low) * 7 / (high - low))
            .unwrap_or(0)
            .min(7)
    };
    values.iter().map(|value| STEPS[step(value)]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chart(curves: &[&[i64]], step: i64) -> Vec<String> {
        let curves: Vec<Curve> = curves
            .iter()
            .enumerate()
            .map(|(place, values)| Curve {
                name: format!("line {place}"),
                values: values.to_vec(),
            })
            .collect();
        drawn(&Chart {
            step,
            is_whole: true,
            moments: moves(&curves),
            curves,
            ..Chart::default()
        })
    }

    #[test]
    fn values_stand_in_their_rows_and_columns() {
        assert_eq!(
            chart(&[&[0, 100, 52]], 25),
            [
                " 100 ┤       ●",
                "  75 ┤",
                "  50 ┤           ●",
                "  25 ┤",
                "   0 ┤   ●",
                "move     0   1   2",
            ]
        );
    }

    #[test]
    fn letters_draw_the_levels_in_which_something_lies_so_that_two_points_are_a_row() {
        let told = [64, 70, 70, 71, 73, 72, 72, 70, 66];
        let curves = vec![Curve {
            name: "stability".to_owned(),
            values: told.to_vec(),
        }];
        let lines = drawn(&Chart {
            moments: moves(&curves),
            curves,
            ..Chart::default()
        });
        let rows = lines.iter().filter(|line| line.contains('●'));
        let levels: Vec<&str> = rows
            .map(|row| row.trim().split(' ').next().unwrap())
            .collect();
        assert_eq!(levels, ["74", "72", "70", "66", "64"], "{lines:#?}");
        let ends = |place: usize| lines[place].trim().trim_end_matches(" ┤");
        assert_eq!((ends(0), ends(lines.len() - 2)), ("100", "60"));
    }

    #[test]
    fn curves_that_meet_are_marked_and_named_beneath() {
        let lines = chart(&[&[50, 50], &[50, 75]], 25);
        assert!(lines[2].ends_with("✱   ●"), "{lines:?}");
        assert!(lines[1].ends_with('○'));
        assert!(lines.iter().any(|line| line.ends_with("○ line 1")));
    }

    #[test]
    fn of_many_curves_their_spread_is_drawn() {
        let lines = chart(&[[10].as_slice(); 9], 25);
        assert!(
            lines.iter().any(|line| line.ends_with("● median")),
            "{lines:?}"
        );
        assert_eq!(chart(&[&[7], &[9]], 0).len(), 105);
    }

    #[test]
    fn a_small_curve_shows_its_story_and_makes_little_of_little() {
        assert_eq!(spark(&[58, 43, 28], true), "█▄▁");
        assert_eq!(spark(&[50, 51, 50], true), "▄▄▄");
        assert_eq!(spark(&[0, 0], true), "▁▁");
        assert_eq!(spark(&[100, 100], true), "██");
        assert_eq!(spark(&[0, 70, 140], false), "▁▄█");
    }

    #[test]
    fn nothing_to_draw_is_an_empty_frame() {
        assert_eq!(chart(&[], 50).len(), 4);
    }
}
