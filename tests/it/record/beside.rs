//! What lies beside a record: drafts; and the folder in which records lie.

use std::fs;
use std::path::{Path, PathBuf};

use unequal_partners::engine::action::{SealedDemand, SealedResponse};
use unequal_partners::model::choice::FollowUp;
use unequal_partners::store::drafts::DraftsLost;
use unequal_partners::store::{Drafts, Plan, SealedPlan, StoreError, place as folders};

use super::sample::{place, write};

fn plan(nonce: &str) -> Plan {
    let plan = SealedDemand {
        take_up: false,
        demand: None,
        if_met: FollowUp::Reward,
        if_defied: FollowUp::BackDown,
    };
    Plan {
        nonce: nonce.into(),
        plan: SealedPlan::Demand(plan),
    }
}

#[test]
fn drafts_are_on_disk_at_once_and_come_back() {
    let (_folder, save) = place();
    let (mut drafts, lost) = Drafts::load(&save);
    assert!(lost.is_none() && drafts.texts().next().is_none());
    let text = "half a thought\n要求 \u{1b}[2J \"";
    drafts.set("patron.rationale", text).unwrap();
    drafts.set("a key: \"odd\"\u{7}", "x").unwrap();
    drafts.keep_plan("ab12", &plan("n1")).unwrap();
    let reply = Plan {
        nonce: "n2".into(),
        plan: SealedPlan::Response(SealedResponse {
            replies: Vec::new(),
        }),
    };
    drafts.keep_plan("cd34", &reply).unwrap();

    let (again, lost) = Drafts::load(&save);
    assert!(lost.is_none());
    assert_eq!(again, drafts);
    assert_eq!(again.get("patron.rationale"), Some(text));
    assert_eq!(again.plan("ab12"), Some(&plan("n1")));
    assert_eq!(again.plan("cd34"), Some(&reply));
    assert_eq!(again.plan("ef56"), None);
    let stored = fs::read_to_string(Drafts::path_for(&save)).unwrap();
    assert!(!stored.contains(['\u{1b}', '\u{7}']));
}

#[test]
fn what_two_programs_keep_of_one_session_is_all_kept() {
    let (_folder, save) = place();
    // Both have read the file before either writes.
    let (mut one, _) = Drafts::load(&save);
    let (mut other, _) = Drafts::load(&save);
    one.set("patron.rationale", "half a thought").unwrap();
    other.keep_plan("ab12", &plan("n1")).unwrap();
    one.set("note", "x").unwrap();
    let (kept, lost) = Drafts::load(&save);
    assert!(lost.is_none());
    assert_eq!(kept.get("patron.rationale"), Some("half a thought"));
    assert_eq!(kept.get("note"), Some("x"));
    assert_eq!(kept.plan("ab12"), Some(&plan("n1")));
}

#[test]
fn what_somebody_else_forgets_meanwhile_is_not_kept_again_by_whoever_has_not_read_it() {
    let (_folder, save) = place();
    let mut one = Drafts::unread(&save);
    one.keep_plan("ab12", &plan("n1")).unwrap();
    let mut other = Drafts::unread(&save);
    other.keep_plan("cd34", &plan("n2")).unwrap();
    Drafts::unread(&save).forget_plan("ab12").unwrap();
    Drafts::unread(&save).forget_plan("cd34").unwrap();
    assert!(!Drafts::path_for(&save).exists());
}

#[test]
fn what_was_sent_is_forgotten_and_an_empty_file_does_not_stay() {
    let (folder, save) = place();
    let (mut drafts, _) = Drafts::load(&save);
    drafts.set("note", "x").unwrap();
    drafts.keep_plan("ab12", &plan("n1")).unwrap();
    drafts.set("note", "").unwrap();
    drafts.remove("never there").unwrap();
    assert_eq!(drafts.get("note"), None);
    assert!(Drafts::path_for(&save).exists());
    drafts.remove_plan("ab12").unwrap();
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}

#[test]
fn of_damaged_drafts_each_place_is_told_and_the_rest_is_there() {
    let (folder, save) = place();
    let path = Drafts::path_for(&save);
    let (mut drafts, _) = Drafts::load(&save);
    drafts.set("a", "one").unwrap();
    drafts.set("b", "two").unwrap();
    drafts.keep_plan("ab12", &plan("n1")).unwrap();
    drafts.keep_plan("cd34", &plan("n2")).unwrap();
    let whole = fs::read_to_string(&path).unwrap();
    let changes: [(&str, &[u8], &str); 4] = [
        ("a = \"one\"", b"a = \"one", "line 4: "),
        ("a = \"one\"", b"a = \xff", "line 4: this is not UTF-8"),
        ("nonce = \"n1\"", b"nonce = 1", "line 8: "),
        ("demand = ", b"damned = ", "line 9: unknown field `damned`"),
    ];
    for (round, (from, to, says)) in changes.into_iter().enumerate() {
        let (before, after) = whole.split_once(from).unwrap();
        let damaged = [before.as_bytes(), to, after.as_bytes()].concat();
        fs::write(&path, &damaged).unwrap();
        let (drafts, lost) = Drafts::load(&save);
        let Some(DraftsLost::Damaged { kept, problem }) = &lost else {
            panic!("{lost:?}")
        };
        assert!(problem.starts_with(says), "{problem}");
        let name = format!("table.toml.drafts.damaged-{}", round + 1);
        assert_eq!(*kept, folder.path().join(name));
        assert_eq!(fs::read(kept).unwrap(), damaged);
        let there = [drafts.get("a"), drafts.get("b")].map(|text| text.is_some());
        let plans = [drafts.plan("ab12"), drafts.plan("cd34")].map(|plan| plan.is_some());
        let text = from.starts_with('a');
        assert_eq!((there, plans), ([!text, true], [text, true]), "{says}");
        // What is there stays there, and is not told again.
        let (again, lost) = Drafts::load(&save);
        assert!(lost.is_none(), "{lost:?}");
        assert_eq!(again, drafts);
    }
}

#[test]
fn drafts_of_which_nothing_can_be_read_are_set_aside() {
    let (folder, save) = place();
    let path = Drafts::path_for(&save);
    for (round, damaged) in [
        &b"[texts]\nnote = \"cut"[..],
        b"\xff\xfe",
        b"[plans.x]\nnonce = \"\"\n",
    ]
    .into_iter()
    .enumerate()
    {
        fs::write(&path, damaged).unwrap();
        let (mut drafts, lost) = Drafts::load(&save);
        let Some(DraftsLost::Damaged { kept, .. }) = &lost else {
            panic!("{lost:?}")
        };
        let name = format!("table.toml.drafts.damaged-{}", round + 1);
        assert_eq!(*kept, folder.path().join(name));
        assert_eq!(fs::read(kept).unwrap(), damaged);
        assert!(
            lost.unwrap()
                .to_string()
                .contains("the file as it was is kept in")
        );
        assert!(drafts.texts().next().is_none());
        drafts.set("note", "a new thought").unwrap();
        assert_eq!(Drafts::load(&save).0, drafts);
        drafts.remove("note").unwrap();
    }
}

#[test]
fn drafts_that_cannot_be_kept_on_disk_are_kept_in_memory() {
    let (folder, _) = place();
    let (mut drafts, lost) = Drafts::load(folder.path().join("gone/table.toml"));
    assert!(lost.is_none());
    let error = drafts.set("note", "x").unwrap_err();
    assert!(matches!(error, StoreError::NotFound { .. }), "{error:?}");
    assert_eq!(drafts.get("note"), Some("x"));

    fs::create_dir(Drafts::path_for(folder.path().join("odd.toml"))).unwrap();
    let (drafts, lost) = Drafts::load(folder.path().join("odd.toml"));
    assert!(matches!(lost, Some(DraftsLost::Unreachable(_))), "{lost:?}");
    assert!(drafts.texts().next().is_none());
}

#[cfg(unix)]
#[test]
fn drafts_are_for_the_user_alone() {
    use std::os::unix::fs::PermissionsExt;
    let (_folder, save) = place();
    let (mut drafts, _) = Drafts::load(&save);
    for text in ["x", "y"] {
        drafts.set("note", text).unwrap();
        let mode = fs::metadata(Drafts::path_for(&save))
            .unwrap()
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}

#[test]
fn records_go_to_saves_if_there_is_such_a_folder_and_else_to_the_users_data() {
    let working = tempfile::tempdir().unwrap();
    let data = tempfile::tempdir().unwrap();
    let users = data.path().join("unequal");
    let folder = || folders::folder_in(working.path(), Some(&users)).unwrap();
    assert_eq!(folder(), users.join("saves"));
    assert!(users.join("saves").is_dir(), "it is made when needed");
    fs::create_dir(working.path().join("saves")).unwrap();
    assert_eq!(folder(), working.path().join("saves"));
    let homeless = tempfile::tempdir().unwrap();
    assert_eq!(
        folders::folder_in(homeless.path(), None).unwrap(),
        homeless.path().join("saves")
    );
}

#[test]
fn a_file_is_named_after_its_session() {
    let name = |session, number| folders::file_name(session, "2026-11-23T20:42:07Z", number);
    assert_eq!(
        name("Stockholm table 2", 1),
        "stockholm-table-2-2026-11-23.toml"
    );
    assert_eq!(
        name("Stockholm table 2", 3),
        "stockholm-table-2-2026-11-23-3.toml"
    );
    assert_eq!(name("../../etc/passwd\0", 1), "etc-passwd-2026-11-23.toml");
    assert_eq!(
        name("斯德哥尔摩 Övning!", 1),
        "斯德哥尔摩-övning-2026-11-23.toml"
    );
    assert_eq!(
        name("Ж\u{301}Ж\u{301} दिल्ली के\u{200d} I\u{307}", 1),
        "ж\u{301}ж\u{301}-दिल्ली-के-i\u{307}-2026-11-23.toml",
        "marks stay with their letters"
    );
    assert_eq!(name("İstanbul", 1), "istanbul-2026-11-23.toml");
    let marks = format!("a{}", "\u{301}".repeat(500));
    let marked = name(&marks, 1);
    assert!(marked.len() < 40, "{marked}");
    assert_eq!(name(" \u{1b}[2J ", 1), "2j-2026-11-23.toml");
    assert_eq!(name("...", 1), "session-2026-11-23.toml");
    assert_eq!(folders::file_name("x", "soon", 1), "x.toml");
    let long = folders::file_name(&"斯德".repeat(200), "2026-11-23T20:42:07Z", u32::MAX);
    assert!(
        long.len() < 200,
        "room is left for what lies beside it: {}",
        long.len()
    );
}

#[test]
fn records_are_listed_the_last_changed_first() {
    let (folder, first) = place();
    let second = folder.path().join("b.toml");
    drop(write(&first, 0));
    drop(write(&second, 0));
    fs::write(folder.path().join("notes.txt"), "").unwrap();
    fs::write(folder.path().join("b.toml.torn-1"), "").unwrap();
    fs::create_dir(folder.path().join("c.toml")).unwrap();
    let later = |path: &Path, seconds| {
        let time = std::time::UNIX_EPOCH + std::time::Duration::from_secs(seconds);
        fs::File::options()
            .write(true)
            .open(path)
            .unwrap()
            .set_modified(time)
            .unwrap();
    };
    later(&first, 2_000_000);
    later(&second, 1_000_000);
    assert_eq!(
        folders::records(folder.path()).unwrap(),
        [first.clone(), second.clone()]
    );
    later(&second, 3_000_000);
    assert_eq!(folders::records(folder.path()).unwrap(), [second, first]);
    assert_eq!(
        folders::records(folder.path().join("gone")).unwrap(),
        Vec::<PathBuf>::new()
    );
}
