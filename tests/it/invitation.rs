//! How phones are let in: by the white cell on its board, and by a picture on the wall that a camera reads.

use std::fs;

use unequal_partners::session::Owner;
use unequal_partners::session::phones::Invitation;
use unequal_partners::store::stage::{Call, Scene};
use unequal_partners::tui::harness::Play;

use crate::watch::screen::{look, projector};

const PAGE: &str = "http://192.168.178.23:8080";

/// A white cell at its board, of a session with a page.
fn served(folder: &std::path::Path) -> (Play, Owner, std::path::PathBuf) {
    let mut play = Play::home(folder);
    play.keys("n<c-u>Stockholm table 2<enter>");
    let path = play.console.record.clone().unwrap();
    let owner = play.stack.owner.clone().unwrap();
    owner.phones().serve(Some(PAGE.to_owned()));
    (play, owner, path)
}

fn invitation(owner: &Owner) -> Invitation {
    owner.phones().invitation().unwrap()
}

/// What a camera reads from a screen; nothing where there is no picture for it.
fn seen_by_a_camera(screen: &str) -> Option<String> {
    let lines: Vec<Vec<char>> = screen.lines().map(|line| line.chars().collect()).collect();
    let columns = lines.iter().map(Vec::len).max()?;
    // Four points a module, with a margin of a hand's breadth.
    let (point, margin) = (4, 16);
    let (width, height) = (
        columns * point + 2 * margin,
        lines.len() * 2 * point + 2 * margin,
    );
    let shade = |x: usize, y: usize| {
        let (x, y) = (
            x.checked_sub(margin)? / point,
            y.checked_sub(margin)? / point,
        );
        let sign = *lines.get(y / 2)?.get(x)?;
        let lit = matches!((sign, y % 2), ('█', _) | ('▀', 0) | ('▄', 1));
        lit.then_some(255)
    };
    let mut image =
        rqrr::PreparedImage::prepare_from_greyscale(width, height, |x, y| shade(x, y).unwrap_or(0));
    let grids = image.detect_grids();
    Some(grids.first()?.decode().ok()?.1)
}

#[test]
fn a_camera_reads_the_link_from_the_wall_at_every_size() {
    let folder = tempfile::tempdir().unwrap();
    let (mut play, owner, path) = served(folder.path());
    play.keys("Vs");
    assert!(
        play.screen()
            .contains("The projector shows: the way in for phones."),
        "{}",
        play.screen()
    );
    let (_home, mut shown) = projector(&path);
    for (columns, rows) in [(80, 24), (120, 36), (160, 45)] {
        let screen = shown.resize(columns, rows).screen();
        assert!(screen.contains("Point the camera"), "{screen}");
        let read = seen_by_a_camera(&screen);
        assert_eq!(read.as_ref(), Some(&invitation(&owner).link), "{screen}");
    }
    // Where there is no room for a picture the link can be typed.
    let small = shown.resize(62, 21).screen();
    assert_eq!(seen_by_a_camera(&small), None, "{small}");
    let typed: String = small.split_whitespace().collect();
    assert!(typed.contains(&invitation(&owner).link), "{small}");
}

#[test]
fn the_picture_stands_beside_the_words() {
    let folder = tempfile::tempdir().unwrap();
    let (_play, _owner, path) = served(folder.path());
    let record = unequal_partners::store::read(&path).unwrap();
    let call = Call {
        scene: Some(Scene::Phones),
        link: Some(format!("{PAGE}/in/0123456789abcdef0123456789abcdef")),
        after: record.last_number(),
        digest: record.digest_at(record.last_number()).unwrap().to_owned(),
        ..Call::default()
    };
    call.keep(&path).unwrap();
    let (_home, mut shown) = projector(&path);
    insta::assert_snapshot!("way_in_80x24", shown.screen());
    insta::assert_snapshot!("way_in_120x36", shown.resize(120, 36).screen());
}

fn token(owner: &Owner) -> String {
    let link = invitation(owner).link;
    link.rsplit('/').next().unwrap().to_owned()
}

#[test]
fn another_link_takes_the_place_of_the_one_on_the_wall() {
    let folder = tempfile::tempdir().unwrap();
    let (mut play, owner, path) = served(folder.path());
    let shown = |path: &std::path::Path| Call::beside(path).and_then(|call| call.link);
    play.keys("Vs");
    let before = shown(&path);
    assert_eq!(before, Some(invitation(&owner).link));
    play.keys("V<down><enter>");
    assert_ne!(shown(&path), before);
    assert_eq!(shown(&path), Some(invitation(&owner).link));
    // Where another scene is on the wall it stays there.
    play.keys("<esc>B7<esc>V<down><enter>");
    assert_eq!(Call::beside(&path).unwrap().scene, Some(Scene::Curve));
}

#[test]
fn the_link_is_its_users_alone_to_read_and_ends_with_the_host() {
    let folder = tempfile::tempdir().unwrap();
    let (mut play, owner, path) = served(folder.path());
    play.keys("Vs");
    let token = token(&owner);
    let kept = Call::path_for(&path);
    assert!(fs::read_to_string(&kept).unwrap().contains(&token));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = fs::metadata(&kept).unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0, "{mode:o}");
    }
    assert!(!fs::read_to_string(&path).unwrap().contains(&token));
    let (_home, mut shown) = projector(&path);
    assert!(
        seen_by_a_camera(&shown.screen()).is_some(),
        "{}",
        shown.screen()
    );
    drop(play);
    drop(owner);
    // Whether it is still being played is asked for now and then.
    let ended = (0..1000).any(|_| {
        look(&mut shown);
        !shown.screen().contains("● live")
    });
    assert!(ended, "{}", shown.screen());
    assert_eq!(
        seen_by_a_camera(&shown.screen()),
        None,
        "{}",
        shown.screen()
    );
    let mut again = Play::home(folder.path());
    again.keys("c<enter>");
    assert!(again.stack.owner.is_some(), "{}", again.screen());
    assert_eq!(Call::beside(&path).unwrap().link, None);
}

#[test]
fn the_white_cell_opens_and_closes_what_phones_may_enter() {
    let folder = tempfile::tempdir().unwrap();
    let (mut play, owner, _) = served(folder.path());
    play.keys("V");
    let closed = play.screen();
    assert!(closed.contains("closed · no names are in"), "{closed}");
    assert!(closed.contains("Phones may enter nothing now."), "{closed}");
    play.keys("<enter>");
    assert!(owner.phones().is_open());
    owner.phones().enter(&token(&owner), "Anna").unwrap();
    play.keys("<down><up>");
    let open = play.screen();
    assert!(open.contains("open · 1 name is in"), "{open}");
    assert!(open.contains("In: Anna"), "{open}");
    play.keys("<enter>");
    assert!(!owner.phones().is_open());
    let before = token(&owner);
    play.keys("<down><enter>");
    assert_ne!(token(&owner), before);
    assert_eq!(invitation(&owner).names, Vec::<String>::new());
}
