//! The board and its sheets: keys in, whole screens out, at three sizes and without colour.

mod scenes;

use unequal_partners::deck::Deck;
use unequal_partners::engine::action::Action;
use unequal_partners::engine::seat::Seat;
use unequal_partners::tui::harness::Play;
use unequal_partners::tui::outside;
use unequal_partners::tui::theme::ThemeName;

use crate::footers;

use scenes::with_deck;
pub(crate) use scenes::{
    CRISIS_SCENES, SCENES, crisis_scene, people, read, scene, scene_named, table,
};

/// The sizes of the pictures: an old terminal, a laptop, a projector.
const SIZES: [(u16, u16); 3] = [(80, 24), (120, 36), (160, 45)];

/// Shows a screen at every size under one name.
fn pictures(name: &str, play: &mut Play) {
    let before = play.stack.sitting.size;
    for (columns, rows) in SIZES {
        play.resize(columns, rows);
        insta::assert_snapshot!(format!("{name}_{columns}x{rows}"), play.screen());
    }
    play.resize(before.0, before.1);
}

/// Shows a screen at 80x24 only.
fn picture(name: &str, play: &mut Play) {
    play.resize(80, 24);
    insta::assert_snapshot!(name, play.screen());
}

/// Plays one move by the shortest way: no offer, the first card as requested, refused, ruled, pocketed, closed.
fn quick_move(play: &mut Play, response: char) {
    for keys in [
        "<enter>",
        "<end><enter><c-s>",
        "<enter><enter><enter><c-s>",
        &format!("{response}<enter><c-s>"),
        "<enter><enter><enter>",
        "<enter><enter><c-s>",
        "<enter>",
    ] {
        play.keys(keys);
        if play.stack.is_covered() {
            play.keys("<enter>");
        }
    }
}

#[test]
fn a_move_is_played_by_keys_from_its_news_to_its_end() {
    let mut play = table(&people(7));
    pictures("inject", &mut play);
    play.keys("2<down><down><down>");
    picture("inject_sheet", &mut play);
    play.keys("/oil");
    picture("inject_search", &mut play);
    play.keys("<esc><esc>2<down><down><enter>");
    picture("event", &mut play);
    play.keys("<enter>");
    pictures("offer", &mut play);
    play.keys("1");
    pictures("offer_sheet", &mut play);
    play.keys("<enter><down>");
    picture("offer_what_for", &mut play);
    play.keys("<esc><esc><end><enter><c-s>");
    pictures("demand", &mut play);
    play.keys("<enter>");
    picture("demand_cards", &mut play);
    play.keys("<enter>3");
    pictures("demand_terms", &mut play);
    play.keys("<tab><down><enter>winter prices show what<enter>the market bears<tab>70");
    picture("remarks", &mut play);
    play.keys("<tab>the economists<enter>");
    pictures("response", &mut play);
    play.keys("5");
    pictures("respond_sheet", &mut play);
    play.keys("<enter><down>");
    picture("respond_deflect", &mut play);
    play.keys("<esc>2<enter>lift the port fees");
    picture("respond_ask", &mut play);
    play.keys("<esc>7<enter>bastion secrecy<c-s>");
    pictures("ruling", &mut play);
    play.keys("<enter>");
    pictures("ruling_desk", &mut play);
    play.keys("<right><enter>");
    picture("ruling_fallen", &mut play);
    play.keys("o<right><tab>the leak came out");
    picture("ruling_override", &mut play);
    play.keys("<c-s>");
    pictures("result", &mut play);
    play.keys("<enter>");
    pictures("follow_up", &mut play);
    play.keys("2");
    picture("follow_up_sheet", &mut play);
    play.keys("<enter><c-s>");
    pictures("drift", &mut play);
    play.keys("<enter>");
    pictures("closing", &mut play);
    play.keys("<enter>");
    assert_eq!(play.table().view(Seat::Audience).move_number, 2);
}

#[test]
fn a_result_of_ones_own_is_chosen_by_arrows_and_nothing_else_on_the_desk_sets_anything_off() {
    let mut play = scene_named("dice by hand");
    play.keys("<up>");
    let before = play.screen();
    play.keys("adgopxyz");
    assert_eq!(play.screen(), before, "letters on the row of the net");
    play.keys("<enter>obecause");
    let chosen = |play: &mut Play| {
        let screen = play.screen();
        let row = screen
            .split_once('‹')
            .and_then(|(_, on)| on.split_once('›'));
        row.unwrap_or_else(|| panic!("{screen}")).0.to_owned()
    };
    let computed = chosen(&mut play);
    play.keys("<tab>xyz");
    assert_eq!(chosen(&mut play), computed, "Tab goes on");
    play.keys("<right>");
    assert_ne!(chosen(&mut play), computed, "an arrow chooses");
    play.keys("<tab> it was so<c-s>");
    let place = play.stack.sitting.place.as_ref().unwrap();
    let act = place.entry(place.last_number()).unwrap().act;
    let Some(Action::Rule { band, reason, .. }) = act else {
        panic!("{act:?}");
    };
    assert!(band.is_some());
    assert_eq!(reason.as_deref(), Some("because it was so"));
}

#[test]
fn sealed_replies_for_as_many_domains_as_a_deck_may_have_are_all_in_reach() {
    let golden = include_str!("../golden/deck.toml");
    let mut parts = golden.split("[[domain]]");
    let begin = parts.next().unwrap().len();
    let first = format!("[[domain]]{}", parts.next().unwrap());
    let domains = golden.matches("[[domain]]").count();
    let mut source = golden.to_owned();
    for number in (domains..8).rev() {
        let another = first
            .replace("\"economy\"", &format!("\"more-{number}\""))
            .replace("\"Economy\"", &format!("\"Domain {number}\""));
        source.insert_str(begin, &another);
    }
    let mut setup = people(7);
    setup.options.sealed = true;
    let deck = Deck::from_text("golden", &source).unwrap();
    let mut play = with_deck(deck, &setup).sized(80, 24);
    play.keys("<enter><enter><end><enter><c-s><enter>");
    for number in 0..8 {
        let screen = play.screen();
        let chosen = screen.lines().filter(|line| line.contains("│ › ")).count();
        assert_eq!(chosen, 1, "{number}: {screen}");
        play.keys("<down>");
    }
    let screen = play.screen();
    assert!(
        screen.contains("before both sides are revealed"),
        "{screen}"
    );
}

#[test]
fn every_number_can_be_asked_why_and_every_entry_read() {
    let mut play = table(&people(7));
    for response in ['7', '1', '3'] {
        quick_move(&mut play, response);
    }
    pictures("after_three_moves", &mut play);
    for (name, keys) in [
        ("tab_room", "<tab>"),
        ("tab_table", "<tab>"),
        ("tab_domains", "<tab><down><right>"),
        ("why_capacity", "<enter>"),
        ("tab_pressures", "<esc><tab><down><down><down><down><down>"),
        ("why_trust", "w"),
        ("tab_why", "<esc><tab>"),
        ("tab_record", "<tab><up><up>"),
        ("record", "<enter>"),
        ("undo", "<esc>u<up><up>a slip of the pen"),
        ("adjust", "<esc>g+5<enter>the room agreed"),
        ("note", "<esc>nThe economists kept quiet."),
        ("bookmark", "<esc>mthe turn"),
    ] {
        play.keys(keys);
        picture(name, &mut play);
    }
    play.keys("<c-s>");
    let table = play.table();
    assert_eq!(table.moments().last().unwrap().entry.act.word(), "bookmark");
}

#[test]
fn the_end_is_told_in_words_and_can_be_taken_back() {
    let mut setup = people(7);
    setup.moves = Some(4);
    setup.moves_spread = Some(0);
    let mut play = table(&setup);
    for response in ['7', '1', '3', '6'] {
        quick_move(&mut play, response);
    }
    pictures("end", &mut play);
    play.keys("R");
    picture("end_record", &mut play);
    play.keys("<esc>uthe last move was a slip<enter>");
    assert!(!play.table().has_ended());
    picture("end_taken_back", &mut play);
}

#[test]
fn without_colour_every_meaning_is_still_there() {
    let mut play = table(&people(7)).themed(ThemeName::None);
    quick_move(&mut play, '7');
    play.resize(120, 36);
    insta::assert_snapshot!("monochrome_board", play.styled());
    play.keys("<enter><esc><end><enter><c-s><enter><enter>");
    insta::assert_snapshot!("monochrome_terms", play.styled());
}

#[test]
fn both_sides_seal_their_plans_and_the_program_opens_them() {
    let mut setup = people(7);
    setup.options.sealed = true;
    let mut play = table(&setup);
    play.keys("<enter><enter><end><enter><c-s>");
    picture("sealing_client", &mut play);
    play.keys("<enter>5<right>75<down>55");
    picture("sealing_replies", &mut play);
    play.keys("<enter>caution<c-s>");
    picture("sealing_patron", &mut play);
    play.keys("<enter><enter><enter><down><down><down>");
    picture("sealing_afterwards", &mut play);
    play.keys("<enter>because<c-s>");
    // In a session that is kept in memory only, plans live in the screen: they cannot be opened by drafts.
    picture("sealing_done", &mut play);
}

#[test]
fn names_in_chinese_keep_columns_straight() {
    let source = include_str!("../golden/deck.toml")
        .replace("patron = \"China\"", "patron = \"中国\"")
        .replace("client = \"Russia\"", "client = \"俄罗斯\"")
        .replace("name = \"Arctic\"", "name = \"北极与海洋合作\"");
    let deck = Deck::from_text("golden", &source).unwrap();
    let mut play = with_deck(deck, &people(7));
    play.keys("<enter><esc><end><enter><c-s>");
    pictures("chinese", &mut play);
}

#[test]
fn every_key_of_the_footer_does_something() {
    for (place, (name, _)) in SCENES.iter().enumerate() {
        footers::keep_their_word(name, || scene(place));
    }
}

/// What stands beside the names of options on a board: the first part of each note.
fn first_said(screen: &str) -> Vec<String> {
    let cells = screen.lines().flat_map(|line| line.split('│'));
    let options = cells.filter_map(|cell| {
        let cell = cell.trim_start_matches([' ', '›']);
        let (number, option) = cell.split_once(' ')?;
        (number.len() == 1 && number.parse::<u8>().is_ok()).then_some(option)
    });
    let notes = options.filter_map(|option| option.split_once("  "));
    let notes = notes.map(|(_, note)| note.split(" · ").next().unwrap().trim().to_owned());
    notes.filter(|note| !note.is_empty()).collect()
}

#[test]
fn what_an_option_of_the_board_does_is_said_in_words_before_numbers() {
    for name in ["response", "follow-up", "measures"] {
        let crisis = CRISIS_SCENES.iter().position(|(scene, _)| *scene == name);
        let mut play = match crisis {
            Some(place) => crisis_scene(place),
            None => scene_named(name),
        };
        if crisis.is_some() {
            play.keys("<esc>");
        }
        for (columns, rows) in SIZES {
            play.resize(columns, rows);
            let screen = play.screen();
            let said = first_said(&screen);
            assert!(said.len() > 1, "{name}: {said:?}\n{screen}");
            let numbers = said.iter().filter(|note| note.contains(['+', '−']));
            let numbers: Vec<&String> = numbers.collect();
            assert!(
                numbers.is_empty(),
                "{name} at {columns}x{rows}: {numbers:?}\n{screen}"
            );
        }
    }
}

#[test]
fn no_size_and_no_phase_makes_the_interface_fall() {
    let mut play = table(&people(3));
    let steps = [
        "",
        "2",
        "<enter>",
        "<esc>",
        "1",
        "<enter>",
        "<esc><esc><end><enter>",
        "<c-s>",
        "<enter>",
        "<enter>",
        "<c-s>",
        "5",
        "<enter>",
        "<esc><esc>2<enter>",
        "<esc>7<enter>",
        "<c-s>",
        "<enter>",
        "<enter>",
        "o",
        "<esc><enter>",
        "<enter>",
        "1",
        "<enter>",
        "<c-s>",
        "<enter>",
        "<enter>",
        "w",
        "<esc>r",
        "<esc>u",
        "<esc>g",
        "<esc>n",
    ];
    for keys in steps {
        play.keys(keys);
        for (columns, rows) in small_and_large() {
            play.resize(columns, rows);
            let _ = play.buffer();
        }
        play.resize(80, 24);
    }
}

/// Sizes from nothing to a projector: all small ones, then in steps.
fn small_and_large() -> impl Iterator<Item = (u16, u16)> {
    let widths = (1..200)
        .step_by(7)
        .chain([60, 80, 99, 100, 120, 169, 170, 200]);
    widths.flat_map(|columns| {
        let heights = (1..60).step_by(5).chain([20, 24, 29, 30, 40, 60]);
        heights.map(move |rows| (columns, rows))
    })
}

#[test]
fn a_move_of_three_seats_in_a_crisis_is_played_by_keys() {
    let mut play = crisis_scene(0);
    pictures("europe", &mut play);
    for (name, keys) in &CRISIS_SCENES[1..] {
        play.keys(keys);
        let name = name.replace(' ', "_");
        if matches!(
            name.as_str(),
            "measures" | "climb_down" | "take_up" | "signposts"
        ) {
            pictures(&format!("crisis_{name}"), &mut play);
        } else {
            picture(&format!("crisis_{name}"), &mut play);
        }
    }
    let table = play.table();
    let kinds: Vec<&str> = table.moments().iter().map(|m| m.entry.act.word()).collect();
    for word in ["measure", "crisis-act", "offer", "take-up"] {
        assert!(kinds.contains(&word), "{word}: {kinds:?}");
    }
}

#[test]
fn a_demand_is_not_counted_among_those_before_it() {
    let mut play = scene_named("follow-ups");
    play.resize(160, 60);
    let screen = play.screen();
    assert!(screen.contains("In full it is worth"), "{screen}");
    assert!(!screen.contains("demanded once before"), "{screen}");
}

/// All that there is to read on a sheet, page by page.
fn read_on(play: &mut Play) -> String {
    let mut read = String::new();
    for _ in 0..12 {
        read.push_str(&play.screen());
        play.keys("<pgdn>");
    }
    read
}

#[test]
fn the_ruling_desk_tells_all_to_its_end_and_names_no_number_by_its_key() {
    for (columns, rows) in [(80, 24), (100, 30), (120, 36)] {
        for name in ["desk", "fallen"] {
            let mut play = scene_named(name);
            play.resize(columns, rows);
            outside::look(&mut play.stack);
            play.wait();
            let read = read_on(&mut play);
            assert!(!read.contains('…'), "{name} at {columns}x{rows}\n{read}");
            assert!(
                read.contains("stability at the end"),
                "{name} at {columns}x{rows}\n{read}"
            );
            for key in ["contest.", "intensity.", "inducement.", "card."] {
                assert!(!read.contains(key), "{key} at {columns}x{rows}\n{read}");
            }
        }
    }
}

#[test]
fn why_of_stability_tells_what_turned_where_it_is_heading() {
    let mut play = scene_named("drift");
    play.resize(120, 36);
    play.keys("w");
    let screen = play.screen();
    assert!(screen.contains("Why? stability"), "{screen}");
    assert!(
        screen.contains("Where it is heading, in move 1"),
        "{screen}"
    );
    assert!(screen.contains("before this move"), "{screen}");
}
