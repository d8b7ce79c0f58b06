//! Curves of stability as text: for Markdown, terminals and recordings.

/// A named curve; values from 0 to 100, missing where it has ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Curve {
    /// The sign that draws it.
    pub sign: char,
    /// Its name.
    pub name: String,
    /// Its values, from STARTEX on.
    pub values: Vec<i64>,
}

/// Signs for curves drawn together, told apart without colour.
pub const SIGNS: [char; 8] = ['●', '○', '▲', '△', '■', '□', '◆', '◇'];

/// The sign of the curve in this place.
pub const fn sign(place: usize) -> char {
    SIGNS[place % SIGNS.len()]
}

/// Where curves meet.
const MEETING: char = '✱';

/// Draws curves over one another, `step` points a row and `width` columns a move; a legend follows
/// where there are several.
pub fn chart(curves: &[Curve], step: i64, width: usize) -> Vec<String> {
    let moves = curves
        .iter()
        .map(|curve| curve.values.len())
        .max()
        .unwrap_or(0);
    let step = step.clamp(1, 50);
    let rows = 100 / step;
    let mut lines = Vec::new();
    for row in (0..=rows).rev() {
        let mut line = format!("{:>4} ┤", row * step);
        for place in 0..moves {
            let here: Vec<&Curve> = curves
                .iter()
                .filter(|curve| {
                    curve
                        .values
                        .get(place)
                        .is_some_and(|value| (value + step / 2) / step == row)
                })
                .collect();
            let sign = match here.as_slice() {
                [] => ' ',
                [one] => one.sign,
                _ => MEETING,
            };
            line.extend(std::iter::repeat_n(' ', width.saturating_sub(1)));
            line.push(sign);
        }
        lines.push(line.trim_end().to_owned());
    }
    lines.push(axis(moves, width));
    if curves.len() > 1 {
        let legend = curves
            .iter()
            .map(|curve| format!("{} {}", curve.sign, curve.name));
        lines.extend(legend.map(|line| format!("      {line}")));
        lines.push(format!("      {MEETING} several in one place"));
    }
    lines
}

/// The moves beneath, as many as have room.
fn axis(moves: usize, width: usize) -> String {
    let every = 4_usize.div_ceil(width.max(1)).max(1);
    let mut line = String::from("move ");
    let mut column = 5;
    for place in (0..moves).step_by(every) {
        let label = place.to_string();
        let ends = 6 + (place + 1) * width.max(1);
        let starts = ends.saturating_sub(label.len());
        if starts > column {
            line.extend(std::iter::repeat_n(' ', starts - column));
            line.push_str(&label);
            column = ends;
        }
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;

    fn curve(sign: char, values: &[i64]) -> Curve {
        Curve {
            sign,
            name: format!("line {sign}"),
            values: values.to_vec(),
        }
    }

    #[test]
    fn values_stand_in_their_rows_and_columns() {
        let lines = chart(&[curve('●', &[0, 100, 52])], 25, 3);
        assert_eq!(
            lines,
            [
                " 100 ┤     ●",
                "  75 ┤",
                "  50 ┤        ●",
                "  25 ┤",
                "   0 ┤  ●",
                "move    0     2",
            ]
        );
    }

    #[test]
    fn curves_that_meet_are_marked_and_named_beneath() {
        let lines = chart(&[curve('●', &[50, 50]), curve('○', &[50, 75])], 25, 2);
        assert!(lines[2].ends_with("✱ ●"), "{lines:?}");
        assert!(lines[1].ends_with('○'));
        assert!(lines.iter().any(|line| line.ends_with("○ line ○")));
    }

    #[test]
    fn nothing_to_draw_is_an_empty_frame() {
        assert_eq!(chart(&[], 50, 3).len(), 4);
        assert!(chart(&[curve('●', &[7])], 0, 0).len() > 3);
    }
}
