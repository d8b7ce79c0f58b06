//! Which words lead to which command.

use super::*;
use crate::goal::Goal;
use crate::page::with_keys;

fn palette(under: Layer, offered: Vec<Command>, query: &str) -> Palette {
    let around = Around {
        screen: Some(Goal::Board),
        of_screen: offered.clone(),
        white_cell: true,
        open: true,
    };
    let mut palette = Palette::new(under, offered, around);
    palette.query.set(query);
    palette.find();
    palette
}

fn first(query: &str) -> Option<Command> {
    let offered = vec![Command::NewSession, Command::Quit];
    palette(Layer::Home, offered, query)
        .found()
        .first()
        .copied()
}

#[test]
fn every_command_but_the_moves_is_found_by_its_name() {
    for command in Command::ALL.iter().filter(|command| command.has_name()) {
        let found = palette(Layer::Home, vec![*command], command.name());
        assert_eq!(found.found().first(), Some(command));
    }
}

#[test]
fn a_few_letters_are_enough_and_what_can_be_done_here_comes_first() {
    assert_eq!(first("nse"), Some(Command::NewSession));
    assert_eq!(first(""), Some(Command::NewSession));
    assert_eq!(first("zzzz"), None);
}

/// What people typed who had never seen the program, and what they meant.
const MEANT: &[(&str, Command)] = &[
    ("minutes", Command::Clocks),
    ("print", Command::Print),
    ("rename", Command::Rename),
    ("bot", Command::Course),
    ("export", Command::Report),
    ("mistake", Command::Undo),
    ("wrong", Command::Undo),
    ("break", Command::Pause),
    ("coffee", Command::Pause),
    ("coffe", Command::Pause),
    ("rules", Command::Tour),
    ("projector", Command::Projector),
    ("watch", Command::Replay),
    ("hand over", Command::Course),
    ("shorten", Command::Course),
    ("name", Command::Rename),
    ("pdf", Command::Report),
    ("language", Command::Decks),
    ("disagree", Command::Correct),
    ("typo", Command::Correct),
    ("correct", Command::Correct),
    ("edit", Command::Correct),
    ("invent", Command::NewDemand),
    ("question", Command::Estimates),
    ("probability", Command::Estimates),
    ("practice", Command::Course),
    ("rehearsal", Command::Course),
    ("resume", Command::Continue),
    ("tomorrow", Command::GoHome),
    ("timer", Command::Clocks),
    ("glossary", Command::Words),
    ("person", Command::People),
    ("participant", Command::People),
    ("give more time", Command::Clocks),
    ("give them more time please", Command::Clocks),
    ("five more minutes", Command::Clocks),
    ("five more minutes", Command::MoreTimeFive),
    ("more time", Command::MoreTime),
    ("must end", Command::RunningOrder),
    ("deadline", Command::RunningOrder),
    ("time is short", Command::RunningOrder),
    ("abbreviation", Command::Words),
    ("what if", Command::Branch),
    ("overrule", Command::Override),
    ("take back", Command::Undo),
    ("oops", Command::Undo),
    ("late arrival", Command::Join),
    ("hot wash", Command::Debrief),
    ("lunch", Command::Pause),
    ("until", Command::Pause),
    ("ultimatum", Command::Demand),
    ("say no", Command::Respond),
    ("reward", Command::FollowUp),
    ("breaking news", Command::InjectNow),
    ("surprise", Command::InjectNow),
    ("schedule", Command::PlanInject),
    ("vote", Command::Estimates),
    ("guess", Command::Guess),
    ("poll", Command::Estimates),
    ("attendance", Command::People),
    ("misspelt", Command::Rename),
    ("spelling", Command::Rename),
    ("dissent", Command::Correct),
    ("erratum", Command::Correct),
    ("who said", Command::Search),
    ("find", Command::Search),
    ("jump", Command::Search),
    ("aims", Command::Briefing),
    ("role", Command::Briefing),
    ("assumptions", Command::Artificialities),
    ("read aloud", Command::Artificialities),
    ("lighter", Command::NextTheme),
    ("dark", Command::NextTheme),
    ("shortcuts", Command::Help),
    ("manual", Command::Help),
    ("backup", Command::WhichFile),
    ("usb", Command::WhichFile),
    ("other laptop", Command::WhichFile),
    ("exit", Command::Quit),
    ("menu", Command::GoHome),
    ("forecast", Command::Signposts),
    ("danger", Command::Signposts),
    ("sources", Command::Decks),
    ("scenario", Command::Decks),
    ("dice", Command::HideDice),
    ("referee", Command::Rule),
    ("argument", Command::Argue),
    ("privacy", Command::DropCurtain),
    ("facilitator", Command::TakeScreen),
    ("message", Command::Announce),
    ("tell everybody", Command::Announce),
    ("beamer", Command::Projector),
    ("ai", Command::Course),
    ("finish", Command::EndSession),
    ("endex", Command::Course),
    ("startex", Command::Course),
    ("meaning", Command::Words),
    ("jargon", Command::Words),
    ("glosary", Command::Words),
    ("side by side", Command::Compare),
    ("perspective", Command::Eyes),
    ("comment", Command::Note),
    ("memo", Command::Note),
    ("log", Command::Reasons),
    ("transcript", Command::Reasons),
    ("explain", Command::Explain),
    ("word", Command::Words),
    ("click", Command::Mouse),
    ("no reason", Command::Gaps),
    ("missing", Command::Gaps),
];

#[test]
fn everyday_words_lead_to_what_is_meant_among_the_first_two() {
    let board = with_keys(Layer::Board);
    let mut wrong = Vec::new();
    for (words, meant) in MEANT {
        let found = palette(Layer::Board, board.clone(), words);
        let first: Vec<&Command> = found.found().iter().take(2).collect();
        if !first.contains(&meant) {
            wrong.push(format!("{words}: {first:?}, not {meant:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_command_says_where_it_lives_or_when() {
    let board = with_keys(Layer::Board);
    for command in Command::ALL.iter().filter(|command| command.has_name()) {
        let found = palette(Layer::Board, board.clone(), command.name());
        assert!(!found.beside(*command).is_empty(), "{command:?}");
    }
    let found = palette(Layer::Board, board, "");
    assert_eq!(found.beside(Command::Join), "→ under people (v)");
    assert_eq!(
        found.beside(Command::Report),
        "→ in the replay of a session"
    );
}
