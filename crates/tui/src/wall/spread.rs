//! How estimates that were revealed lie, in words and in order.

use unequal_core::engine::room::people::Estimate;
use unequal_session::telling::count;

/// What estimates come to: how many, from where to where, and their middle; none where nobody gave one.
pub fn told(given: &[Estimate]) -> Option<String> {
    let mut percents: Vec<u8> = given.iter().map(|given| given.percent).collect();
    percents.sort_unstable();
    let (least, most) = (percents.first()?, percents.last()?);
    let middle = middle(&percents);
    let many = count(percents.len(), "estimate", "estimates");
    Some(format!(
        "{many}: {least} to {most} %, the middle {middle} %"
    ))
}

/// Estimates as they are told with names: the highest first.
pub fn highest_first(given: &[Estimate]) -> Vec<&Estimate> {
    let mut sorted: Vec<&Estimate> = given.iter().collect();
    sorted.sort_by(|one, other| {
        let by_size = other.percent.cmp(&one.percent);
        by_size.then_with(|| one.name.cmp(&other.name))
    });
    sorted
}

/// The middle of sorted numbers: of an even number of them what lies halfway between the two in the middle.
pub fn middle(percents: &[u8]) -> f64 {
    let at = |place: usize| percents.get(place).copied().map_or(0.0, f64::from);
    let above = percents.len() / 2;
    f64::midpoint(at(percents.len().saturating_sub(1) / 2), at(above))
}

#[cfg(test)]
mod tests {
    use super::middle;

    #[test]
    fn the_middle_of_two_lies_between_them() {
        let middles = [&[40, 65][..], &[40, 50, 65]].map(|given| format!("{}", middle(given)));
        assert_eq!(middles, ["52.5", "50"]);
    }
}
