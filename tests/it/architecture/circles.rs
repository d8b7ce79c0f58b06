//! Finds files that use each other in a circle.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// File → the files that it uses.
pub(crate) type Arrows<'a> = BTreeMap<&'a str, BTreeSet<&'a str>>;

/// The largest sets of files in which each reaches each other, two files and more.
pub(crate) fn circles<'a>(arrows: &Arrows<'a>) -> Vec<BTreeSet<&'a str>> {
    let mut back = Arrows::new();
    for (from, all) in arrows {
        for to in all {
            back.entry(to).or_default().insert(from);
        }
    }
    let mut left: BTreeSet<&str> = arrows.keys().copied().collect();
    let mut found = Vec::new();
    while let Some(file) = left.first().copied() {
        let circle: BTreeSet<&str> = reached(arrows, file)
            .intersection(&reached(&back, file))
            .copied()
            .collect();
        left.remove(file);
        for member in &circle {
            left.remove(member);
        }
        if circle.len() > 1 {
            found.push(circle);
        }
    }
    found
}

/// Every file that can be reached from one, which counts only if an arrow leads back to it.
fn reached<'a>(arrows: &Arrows<'a>, from: &'a str) -> BTreeSet<&'a str> {
    let mut found = BTreeSet::new();
    let mut open = vec![from];
    while let Some(file) = open.pop() {
        for to in arrows.get(file).into_iter().flatten() {
            if found.insert(*to) {
                open.push(to);
            }
        }
    }
    found
}

/// The shortest way from a file round a circle and back to it.
pub(crate) fn round<'a>(arrows: &Arrows<'a>, circle: &BTreeSet<&'a str>) -> Vec<&'a str> {
    let ways = circle.iter().filter_map(|start| {
        let mut came_from: BTreeMap<&str, &str> = BTreeMap::new();
        let mut open = VecDeque::from([*start]);
        while let Some(file) = open.pop_front() {
            for to in arrows.get(file).into_iter().flatten() {
                if to == start {
                    let mut way = vec![*start, file];
                    while let Some(before) = came_from.get(way.last().unwrap()) {
                        way.push(before);
                    }
                    way.reverse();
                    return Some(way);
                }
                if circle.contains(to) && !came_from.contains_key(to) {
                    came_from.insert(to, file);
                    open.push_back(to);
                }
            }
        }
        None
    });
    ways.min_by_key(Vec::len).unwrap_or_default()
}
