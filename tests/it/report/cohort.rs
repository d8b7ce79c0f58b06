//! Several sessions in one picture: who is counted, and what becomes of those that have ended.

use unequal_partners::report::cohort::{
    Branches, By, Cohort, Given, SORTS, SessionLine, Sort, Step,
};

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
    // Decks have titles of their own for one and the same ending.
    let ended = |name: &str, curve: &[i64], (ending, title): (&str, &str)| SessionLine {
        ending: Some(ending.to_owned()),
        ending_title: Some(title.to_owned()),
        ..session(name, curve, true)
    };
    let lines = vec![
        ended("a", &[60, 50], ("rupture", "Rupture")),
        ended("b", &[60, 70], ("drift", "Drift")),
        ended("c", &[60, 80], ("drift", "Transactional drift")),
        session("d", &[60, 40], false),
        branch("e", &[60, 0]),
    ];
    let cohort = Cohort::new(lines, Branches::Apart).by(Some(By::Ending));
    let endings = cohort.endings.iter();
    let endings: Vec<_> = endings.map(|one| (one.called(), one.sessions)).collect();
    assert_eq!(
        endings,
        [(Some("Drift"), 2), (Some("Rupture"), 1), (None, 1)]
    );
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
    assert_eq!(page.matches("path class=\"band\"").count(), 4);
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

/// A session in which this happened, an act a move.
fn acted(name: &str, acts: &[&str], end: i64) -> SessionLine {
    let steps = (1..).zip(acts).map(|(move_number, sentence)| Step {
        move_number,
        sentence: (*sentence).to_owned(),
    });
    SessionLine {
        steps: steps.collect(),
        stability: Some(end),
        ..session(name, &[60, end], true)
    }
}

#[test]
fn sessions_part_where_their_acts_first_differ_and_each_way_says_what_became_of_it() {
    let lines = vec![
        acted("a", &["a summit", "a demand", "refused"], 20),
        acted("b", &["a summit", "a demand", "accepted"], 70),
        acted("c", &["a summit", "a hold", "drift"], 50),
        acted("d", &["a summit", "a demand", "refused"], 30),
    ];
    let cohort = Cohort::new(lines.clone(), Branches::Apart);
    let parting = cohort.parting.as_ref().unwrap();
    assert_eq!((parting.shared, parting.move_number), (1, 2));
    let told = |way: &unequal_partners::report::cohort::Way| {
        (
            way.sentence.clone().unwrap(),
            way.sessions.join(" "),
            way.stability.unwrap(),
        )
    };
    let ways: Vec<_> = parting.ways.iter().map(told).collect();
    assert_eq!(
        ways,
        [
            ("a demand".to_owned(), "a b d".to_owned(), [20, 30, 70]),
            ("a hold".to_owned(), "c".to_owned(), [50, 50, 50]),
        ]
    );
    let deeper = parting.ways[0].then.as_ref().unwrap();
    assert_eq!((deeper.shared, deeper.move_number), (2, 3));
    assert_eq!(deeper.ways[0].sessions, ["a", "d"]);
    assert!(
        deeper.ways[0].then.is_none(),
        "they went the same way to the end"
    );
    let page = unequal_partners::report::cohort::html(&cohort);
    assert!(
        page.contains("Where they parted") && page.contains("1 act from STARTEX on"),
        "{page}"
    );

    let mut other = lines;
    other[3].deck_hash = "another".to_owned();
    assert!(
        Cohort::new(other, Branches::Apart).parting.is_none(),
        "acts of two decks are not compared"
    );
}

#[test]
fn estimates_of_all_sessions_are_scored_together() {
    let given = |seat: &'static str, percent: u8, happened: bool| Given {
        seat,
        percent,
        happened,
    };
    let with = |name: &str, estimates: Vec<Given>| SessionLine {
        estimates,
        ..session(name, &[60, 50], true)
    };
    let lines = vec![
        with(
            "a",
            vec![given("patron", 90, true), given("client", 30, true)],
        ),
        with("b", vec![given("patron", 90, false)]),
        with("c", Vec::new()),
    ];
    let cohort = Cohort::new(lines, Branches::Apart);
    let scores = cohort.scores.as_ref().unwrap();
    assert_eq!((scores.sessions, scores.estimates), (2, 3));
    // 0.01, 0.49 and 0.81.
    assert!((scores.brier - 1.31 / 3.0).abs() < 1e-9);
    let seats: Vec<_> = scores
        .seats
        .iter()
        .map(|one| (one.seat, one.estimates))
        .collect();
    assert_eq!(seats, [("patron", 2), ("client", 1)]);
    assert!((scores.seats[0].brier - 0.41).abs() < 1e-9);
    let range = scores
        .calibration
        .iter()
        .find(|range| range.from == 81)
        .unwrap();
    assert_eq!(
        (range.estimates, range.expected, range.happened),
        (2, 90.0, 50.0)
    );
    assert!(unequal_partners::report::cohort::html(&cohort).contains("How near estimates came"));
    assert!(
        Cohort::new(vec![with("c", Vec::new())], Branches::Apart)
            .scores
            .is_none()
    );
}

#[test]
fn sessions_stand_in_the_order_that_is_asked_for_and_the_page_says_by_what() {
    let line = |name: &str, curve: &[i64], overrides: Option<usize>| SessionLine {
        name: format!("Table {name}"),
        overrides,
        stability: curve.last().copied(),
        ..session(name, curve, true)
    };
    let lines = vec![
        line("b", &[60, 20, 50], Some(1)),
        line("c", &[60, 40, 70], None),
        line("a", &[60, 30, 70], Some(3)),
    ];
    let sorted = |sort: Option<Sort>| Cohort::new(lines.clone(), Branches::Apart).sorted(sort);
    let keys =
        |lines: &[SessionLine]| -> String { lines.iter().map(|line| &*line.session).collect() };
    for (sort, order) in [
        (None, "bca"),
        (Some(Sort::Name), "abc"),
        (Some(Sort::Stability), "cab"),
        (Some(Sort::Lowest), "bac"),
        (Some(Sort::Overrides), "abc"),
    ] {
        assert_eq!(keys(&sorted(sort).sessions), order, "{sort:?}");
    }
    // Groups have their sessions in the same order, and so has the table.
    let cohort = sorted(Some(Sort::Lowest)).by(Some(By::Deck));
    assert_eq!(cohort.groups[0].sessions.concat(), "bac");
    let page = unequal_partners::report::cohort::markdown(&cohort);
    let table = page.split("## The sessions").nth(1).unwrap();
    assert!(
        table.contains("The sessions are sorted by lowest stability, the lowest first."),
        "{table}"
    );
    let at = |name: &str| table.find(&format!("| Table {name} ")).unwrap();
    assert!(at("b") < at("a") && at("a") < at("c"), "{table}");
    for sort in SORTS {
        assert_eq!(Sort::from_word(sort.word()), Some(sort));
    }
}

#[test]
fn a_session_with_a_report_of_its_own_leads_to_it() {
    let line = SessionLine {
        report: Some("./a%20b.report.html".to_owned()),
        ..session("a b", &[60, 50], true)
    };
    let cohort = Cohort::new(vec![line, session("c", &[60, 40], true)], Branches::Apart);
    let page = unequal_partners::report::cohort::html(&cohort);
    assert!(
        page.contains("<a href=\"./a%20b.report.html\"><bdi>a b</bdi></a>"),
        "{page}"
    );
    let text = unequal_partners::report::cohort::markdown(&cohort);
    assert!(text.contains("[a b](<./a%20b.report.html>)"), "{text}");
}
