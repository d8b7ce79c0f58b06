//! A word of the glossary, and how it is found in a text.

/// A word, and what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// What it is called.
    pub name: String,
    /// What it means, in a sentence or two.
    pub meaning: String,
    /// How it stands in texts: the name first.
    pub(super) forms: Vec<Form>,
}

/// How a word stands in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// In small or capital letters, for itself, or with the sign of the plural.
    Word(String),
    /// Letter by letter.
    Exact(String),
    /// Letter by letter, with a number behind it or none: `EC`, `EC4`.
    Code(String),
}

impl Form {
    /// The form of a word as people write it: signs stand for themselves, whatever stands beside them.
    pub(super) fn in_words(form: &str) -> Self {
        if form.chars().any(char::is_alphabetic) {
            Self::Word(form.to_lowercase())
        } else {
            Self::Exact(form.to_owned())
        }
    }

    pub(super) fn text(&self) -> &str {
        match self {
            Self::Word(text) | Self::Exact(text) | Self::Code(text) => text,
        }
    }

    /// Where it stands: the first letter, and the one behind the last.
    pub(super) fn spots<'a>(
        &'a self,
        letters: &'a [char],
        small: &'a [char],
    ) -> impl Iterator<Item = (usize, usize)> + 'a {
        let form: Vec<char> = self.text().chars().collect();
        let text = match self {
            Self::Word(_) => small,
            Self::Exact(_) | Self::Code(_) => letters,
        };
        let last = (text.len() + 1).saturating_sub(form.len());
        (0..last).filter_map(move |from| {
            let to = from + form.len();
            if form.is_empty() || text[from..to] != form[..] {
                return None;
            }
            let is_sign = !form[0].is_alphanumeric();
            let parted = |at: usize| text.get(at).is_none_or(|letter| !letter.is_alphanumeric());
            if !is_sign && from > 0 && !parted(from - 1) {
                return None;
            }
            let end = match self {
                Self::Word(_) if parted(to) => to,
                Self::Word(_) if text.get(to) == Some(&'s') && parted(to + 1) => to + 1,
                Self::Exact(_) if is_sign || parted(to) => to,
                Self::Word(_) | Self::Exact(_) => return None,
                Self::Code(_) => {
                    let digits = text[to..]
                        .iter()
                        .take_while(|letter| letter.is_ascii_digit());
                    let end = to + digits.count();
                    parted(end).then_some(end)?
                }
            };
            Some((from, end))
        })
    }
}

/// A letter in small; those that would become several stay as they are.
pub(super) fn small(letter: char) -> char {
    let mut letters = letter.to_lowercase();
    match (letters.next(), letters.next()) {
        (Some(one), None) => one,
        _ => letter,
    }
}
