//! Several sessions in one picture: who is counted, and what becomes of those that have ended.

use unequal_partners::report::cohort::{Branches, By, Cohort, SessionLine};

/// A session with this curve; of these some have ended.
fn session(name: &str, curve: &[i64], ended: bool) -> SessionLine {
    SessionLine {
        session: name.to_owned(),
        entries: Some(curve.len()),
        ending: ended.then(|| "Rupture".to_owned()),
        curve: curve.to_vec(),
        ..SessionLine::default()
    }
}

fn branch(name: &str, curve: &[i64]) -> SessionLine {
    SessionLine {
        parent: Some("a.toml".to_owned()),
        ..session(name, curve, true)
    }
}

#[test]
fn a_branch_is_counted_nowhere_unless_that_is_asked_for() {
    let lines = || vec![session("a", &[60, 50], true), branch("b", &[60, 90])];
    let apart = Cohort::new(lines(), Branches::Apart);
    assert_eq!(apart.sessions.len(), 1);
    assert_eq!(apart.branches.len(), 1);
    assert_eq!(apart.endings[0].sessions, 1);
    assert_eq!(apart.spread[1].high, 50);
    assert!(
        apart
            .warnings
            .iter()
            .any(|warning| warning.contains("Left out") && warning.contains('b'))
    );
    let counted = Cohort::new(lines(), Branches::Counted);
    assert_eq!((counted.sessions.len(), counted.branches.len()), (2, 0));
    assert_eq!(counted.spread[1].high, 90);
    assert!(
        counted
            .warnings
            .iter()
            .any(|warning| warning.contains("what-ifs"))
    );
}

#[test]
fn sessions_stand_in_groups_each_with_how_it_spreads() {
    let ended = |name: &str, curve: &[i64], ending: &str| SessionLine {
        ending: Some(ending.to_owned()),
        ..session(name, curve, true)
    };
    let lines = vec![
        ended("a", &[60, 50], "Rupture"),
        ended("b", &[60, 70], "Drift"),
        ended("c", &[60, 80], "Drift"),
        session("d", &[60, 40], false),
        branch("e", &[60, 0]),
    ];
    let cohort = Cohort::new(lines, Branches::Apart).by(Some(By::Ending));
    let told: Vec<(&str, Vec<&str>, i64, i64)> = cohort
        .groups
        .iter()
        .map(|group| {
            let keys = group.sessions.iter().map(String::as_str).collect();
            let last = group.spread.last().unwrap();
            (group.name.as_str(), keys, last.low, last.high)
        })
        .collect();
    assert_eq!(
        told,
        [
            ("Drift", vec!["b", "c"], 70, 80),
            ("Rupture", vec!["a"], 50, 50),
            ("not ended", vec!["d"], 40, 40),
        ],
        "the largest first, and a branch in none"
    );
    let page = unequal_partners::report::cohort::html(&cohort);
    for words in [
        "By how they ended",
        "Drift: 2 sessions",
        "path class=\"band\"",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
}

#[test]
fn many_sessions_are_drawn_as_areas_and_what_is_the_same_in_all_is_told_once() {
    let line = |number: i64| SessionLine {
        europe: "bot:hawk".to_owned(),
        name: "Evening".to_owned(),
        ..session(&format!("s{number}"), &[60, 40 + number], true)
    };
    let cohort = Cohort::new((0..200).map(|n| line(n % 50)).collect(), Branches::Apart);
    let page = unequal_partners::report::cohort::html(&cohort);
    assert_eq!(page.matches("path class=\"band\"").count(), 2);
    assert!(!page.contains("class=\"over over-many\""));
    assert_eq!(
        page.matches("the bot hawk").count(),
        1,
        "told once, above the table"
    );
    assert!(
        !page.contains("Evening ("),
        "a name that all have tells none apart"
    );
}

#[test]
fn where_there_are_only_branches_they_are_shown_and_called_so() {
    let cohort = Cohort::new(vec![branch("b", &[60, 90])], Branches::Apart);
    assert_eq!(cohort.sessions.len(), 1);
    assert!(
        cohort
            .warnings
            .iter()
            .any(|warning| warning.contains("what-ifs"))
    );
}

#[test]
fn a_session_that_broke_does_not_leave_the_median_to_those_that_lasted() {
    let lines = vec![
        session("broke", &[60, 40, 20], true),
        session("broke-too", &[60, 30, 10], true),
        session("lasted", &[60, 60, 60, 70], true),
    ];
    let spread = Cohort::new(lines, Branches::Apart).spread;
    let last = spread.last().unwrap();
    assert_eq!((last.move_number, last.sessions, last.ended), (3, 3, 2));
    assert_eq!((last.low, last.median, last.high), (10, 20, 70));
    assert_eq!((spread[2].sessions, spread[2].ended), (3, 0));
}

#[test]
fn a_session_that_goes_on_counts_as_far_as_it_got() {
    let lines = vec![
        session("goes-on", &[60, 10], false),
        session("lasted", &[60, 60, 60], true),
    ];
    let spread = Cohort::new(lines, Branches::Apart).spread;
    assert_eq!(
        (spread[2].sessions, spread[2].ended, spread[2].low),
        (1, 0, 60)
    );
}
