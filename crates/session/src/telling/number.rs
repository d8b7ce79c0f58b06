//! Words for numbers and lists: signs, tenths, plurals, items of a sentence.

/// A number with its sign: `+4`, `−3`, `±0`.
pub fn signed(number: i64) -> String {
    match number {
        0 => "±0".to_owned(),
        1.. => format!("+{number}"),
        _ => format!("−{}", number.unsigned_abs()),
    }
}

/// A whole number, with the sign that numbers have in print: `12`, `−3`.
pub fn whole(number: i64) -> String {
    let sign = if number < 0 { "−" } else { "" };
    format!("{sign}{}", number.unsigned_abs())
}

/// A number of tenths: `12.5`, `−0.3`.
pub fn tenths(value: i64) -> String {
    let sign = if value < 0 { "−" } else { "" };
    let size = value.unsigned_abs();
    format!("{sign}{}.{}", size / 10, size % 10)
}

/// A change in tenths with its sign: `+1.4`, `−0.3`, `±0`.
pub fn signed_tenths(by: i64) -> String {
    match by {
        0 => signed(by),
        1.. => format!("+{}", tenths(by)),
        _ => tenths(by),
    }
}

/// How many of something, with its noun: `no demands`, `1 demand`, `3 demands`.
pub fn count(number: impl TryInto<usize>, one: &str, many: &str) -> String {
    match number.try_into().unwrap_or(usize::MAX) {
        0 => format!("no {many}"),
        1 => format!("1 {one}"),
        number => format!("{number} {many}"),
    }
}

/// How often: `0 times`, `once`, `3 times`.
pub fn times(number: impl TryInto<usize>) -> String {
    match number.try_into().unwrap_or(usize::MAX) {
        1 => "once".to_owned(),
        number => format!("{number} times"),
    }
}

/// Items of a sentence: `a`, `a and b`, `a, b and c`.
pub fn listed(items: &[String]) -> String {
    match items {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} and {last}", most.join(", ")),
    }
}

/// A text with a capital letter at its beginning.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::{capital, count, times};

    #[test]
    fn one_of_something_is_no_plural() {
        let counted = [0, 1, 2].map(|number| count(number, "step", "steps"));
        assert_eq!(counted, ["no steps", "1 step", "2 steps"]);
        assert_eq!([0_usize, 1, 2].map(times), ["0 times", "once", "2 times"]);
    }

    #[test]
    fn a_sentence_begins_with_a_capital_in_any_script() {
        let told = ["own words", "éclat", "Arctic", ""].map(capital);
        assert_eq!(told, ["Own words", "Éclat", "Arctic", ""]);
    }
}
