//! Guesses the word that was meant.

/// The candidate that differs from `word` by a slip or two, if there is one.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    const LONGEST: usize = 64;
    let length = word.chars().count();
    if length > LONGEST {
        return None;
    }
    let folded = word.to_lowercase().replace(['_', ' '], "-");
    let near = |candidate: &'a str| {
        let other = candidate.to_lowercase().replace('_', "-");
        let mut distance = strsim::damerau_levenshtein(&folded, &other);
        if length >= 4 && (other.starts_with(&folded) || folded.starts_with(&other)) {
            distance = distance.min(1);
        }
        (distance, candidate)
    };
    let (distance, best) = candidates.into_iter().map(near).min()?;
    let slips = match length {
        ..=2 => 0,
        3..=5 => 1,
        6..=8 => 2,
        _ => 3,
    };
    (distance <= slips).then_some(best)
}

/// Help for a word that is not among the known ones: the one that was meant, or all of them.
pub(in crate::deck) fn instead(word: &str, what: &str, known: &[&str]) -> String {
    const MOST: usize = 16;
    if let Some(best) = nearest(word, known.iter().copied()) {
        return format!("did you mean `{best}`?");
    }
    if known.is_empty() {
        return format!("there are no {what}");
    }
    let mut words: Vec<&str> = Vec::new();
    for word in known {
        if !words.contains(word) {
            words.push(word);
        }
    }
    let shown = words.iter().take(MOST).map(|word| format!("`{word}`"));
    let mut list = shown.collect::<Vec<_>>().join(", ");
    if words.len() > MOST {
        list.push_str(", …");
    }
    format!("{what}: {list}")
}
