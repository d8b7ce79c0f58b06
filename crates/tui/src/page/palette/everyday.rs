//! What people call things who do not know the names of the commands: words that lead to each of them.

use crate::command::Command;

/// The words for a command, parted by commas.
pub(super) fn words(command: Command) -> &'static str {
    let row = WORDS.iter().find(|(of, _)| *of == command);
    row.map_or("", |(_, words)| words)
}

const WORDS: &[(Command, &str)] = &[
    (
        Command::NewSession,
        "begin, start a game, new game, create, set up, another table",
    ),
    (
        Command::Continue,
        "resume, go on, open a session, load, carry on, continue tomorrow, open file",
    ),
    (
        Command::Replay,
        "look back, watch again, step through, history, rewind, what happened, review",
    ),
    (
        Command::SessionMenu,
        "manage sessions, file menu, archive, rename a session, copy a file, other laptop, usb stick, check the file",
    ),
    (
        Command::Print,
        "paper, on paper, handouts, table cards, name signs, name tags, slips, ballot, crib sheet, a4, printer",
    ),
    (
        Command::Close,
        "wrap up, bundle, hand over the files, chatham house, anonymous, without names, roles, checksums, export all",
    ),
    (
        Command::Decks,
        "scenario, cards, deck, language, translate, sources, read the deck, background, facts",
    ),
    (
        Command::Search,
        "find, look for, where is, jump, go to move, who said, grep",
    ),
    (
        Command::DropCurtain,
        "hide, cover, privacy, secret, lock the screen, blank, hand the screen, next team, pass the laptop",
    ),
    (
        Command::Pin,
        "password, passcode, code, lock a seat, secret number, forgot the pin, lost pin, security",
    ),
    (
        Command::Briefing,
        "briefings, read aloud, artificialities, role, instructions, our aims, goals, mission, handout",
    ),
    (
        Command::Artificialities,
        "assumptions, what is assumed, disclaimer, accept for the exercise, caveats, premises, read aloud",
    ),
    (
        Command::Act,
        "next, what now, proceed, my turn, decide, choose, do it",
    ),
    (
        Command::Why,
        "explain the number, reason, cause, what moved, because, how come, account",
    ),
    (
        Command::Signposts,
        "endings, how far, distance, outlook, danger, forecast, risk, who is winning, score",
    ),
    (
        Command::Reasons,
        "log, protocol, minutes of the session, history, transcript, what was said, journal, entries",
    ),
    (
        Command::Inject,
        "event, news, something else happens, open the move",
    ),
    (
        Command::Measure,
        "sanction, sanctions, talks, mediate, mediation, signal, europe acts",
    ),
    (Command::Abstain, "do nothing, pass"),
    (
        Command::CrisisAct,
        "de-escalate, deescalate, give way, step back, gesture, compromise, crisis",
    ),
    (
        Command::Offer,
        "propose, suggest, give something, trade, bargain",
    ),
    (Command::VetoOffer, "forbid, not allowed, disallow"),
    (Command::TakeUp, "accept the offer, agree, deal"),
    (
        Command::Demand,
        "ask for, request, press, ultimatum, probe, card, menu",
    ),
    (
        Command::Hold,
        "ask for nothing, skip, wait, do nothing, pass",
    ),
    (
        Command::Respond,
        "answer, reply, accept, refuse, say no, say yes, stall, deflect, hedge, own answer, in our own words, something else, none of these, another answer, eighth answer, write an answer",
    ),
    (
        Command::Rule,
        "adjudicate, judge, decide, dice, throw, referee, umpire, resolve the exchange",
    ),
    (
        Command::Override,
        "overrule, other result, change the result, ignore the dice, veto",
    ),
    (
        Command::Adjust,
        "change a number, fix a gauge, set a value, trust, correct a number, edit a number",
    ),
    (
        Command::FollowUp,
        "reward, punish, pocket, back down, consequence",
    ),
    (
        Command::CloseMove,
        "end the move, next move, end of turn, finish the move",
    ),
    (
        Command::Undo,
        "mistake, wrong, back, take back, oops, slip, cancel, revert, delete, redo, wrong answer",
    ),
    (
        Command::Note,
        "write down, remember, comment, memo, remark, minutes, observation, quote",
    ),
    (Command::Bookmark, "mark, remember, star, flag, highlight"),
    (
        Command::Injects,
        "plan of events, scheduled, msel, timeline, master list, storyline, script",
    ),
    (Command::Fire, "trigger, launch, release the inject"),
    (
        Command::PlanInject,
        "schedule, later event, add an inject, plan an event",
    ),
    (
        Command::InjectNow,
        "event now, breaking news, invent an event, surprise, shock, something happens, improvise",
    ),
    (
        Command::NewDemand,
        "invent, new card, own card, ad hoc, idea, something that is no card, another demand, make up, free demand",
    ),
    (
        Command::Rulings,
        "how to rule, look again, provisional, adjudication mode, rigid, free",
    ),
    (
        Command::Argue,
        "argument, objection, matrix, convince, debate, plead",
    ),
    (
        Command::Estimates,
        "probability, guess, vote, question, poll, forecast, blind, survey, bet, percent, confidence",
    ),
    (
        Command::Ask,
        "ask the room, new question, new poll, question",
    ),
    (
        Command::People,
        "participant, participants, person, names, who is here, attendance, late, list of people, team, players, roster, guest",
    ),
    (
        Command::Entrance,
        "ssh, remote, laptops, network, connect, online, code, log in, own computer, invite, far away, host key, fingerprint",
    ),
    (
        Command::Join,
        "add a person, participant, late arrival, newcomer, add a player, paste a list, sign in, person",
    ),
    (
        Command::LeaveTable,
        "remove a person, gone, goes home, left early",
    ),
    (
        Command::Rename,
        "name, misspelt, misspelled, title, call it, spelling, change a name, change the name",
    ),
    (
        Command::Correct,
        "correct, typo, edit, fix, mistake in a reason, wrong word, disagree, dissent later, erratum, spelling, amend",
    ),
    (
        Command::Gaps,
        "missing, no reason, incomplete, what is left, forgotten, ask why",
    ),
    (
        Command::Announce,
        "message, tell everybody, tell the room, say to all, show the room, broadcast",
    ),
    (
        Command::Projector,
        "beamer, big screen, display, second display, wall, show them, show the question, slides, stage, watch",
    ),
    (
        Command::Tour,
        "rules, the rules, how it works, explain the game, introduction, tutorial, two minutes, teach, newcomers, explain it to us",
    ),
    (
        Command::Pause,
        "coffee, break, lunch, stop, interrupt, tea, recess, reflection, toilet, until, silence",
    ),
    (
        Command::Course,
        "shorten, bot, hand over, rehearsal, practice, turn zero, startex, endex, length, how long, longer, last move, finish, ai, computer plays, replace a team, swap, number of moves, time is short, settings, options, try out",
    ),
    (
        Command::TakeScreen,
        "facilitator, control, moderator, umpire, game master, admin, take over, white cell",
    ),
    (
        Command::Clocks,
        "timer, time, minutes, more time, give more time, five more minutes, stopwatch, hurry, alarm, countdown, extend, overtime, speed up",
    ),
    (
        Command::RunningOrder,
        "must end, deadline, schedule, agenda, timetable, how far, behind, late, what time, in time, end by, time is short, programme, breaks",
    ),
    (
        Command::MoreTime,
        "more time, give more time, extend, a minute, 1 minute",
    ),
    (
        Command::MoreTimeTwo,
        "more time, two minutes, 2 minutes, extend",
    ),
    (Command::MoreTimeFive, "5 minutes, five minutes more"),
    (
        Command::Countdown,
        "hide the clock, show the clock, hide the timer, seconds",
    ),
    (
        Command::EndSession,
        "finish, stop the game, over, close the session, endex, end, abort, enough",
    ),
    (
        Command::Branch,
        "what if, variant, alternative, other line, fork, counterfactual",
    ),
    (
        Command::Chapters,
        "tour of the session, walk through, titles, presentation, slides, debriefing talk",
    ),
    (Command::Tree, "branches, variants, lines, family"),
    (
        Command::PlayOut,
        "finish with bots, bots play on, let bots play, play to the end, where does it lead, run to the end",
    ),
    (
        Command::Explain,
        "expected, alternatives, what else, better, analysis, evaluate",
    ),
    (
        Command::FanChart,
        "odds, where could it go, fan, future, probabilities",
    ),
    (
        Command::Debrief,
        "hot wash, lessons, questions, aar, after action, discussion, evaluation",
    ),
    (
        Command::Report,
        "print, pdf, export, html, word, save as, minutes, protocol, publish, share, send, email, download, csv, excel, paper",
    ),
    (
        Command::Guess,
        "quiz, train, exercise, test yourself, predict",
    ),
    (Command::Annotate, "comment, remark, write beside"),
    (
        Command::Eyes,
        "as russia, as china, perspective, point of view, other side, other seat",
    ),
    (Command::Filter, "only some, hide entries, show only"),
    (
        Command::GoToEntry,
        "number, jump, go to number, entry number",
    ),
    (
        Command::Cohort,
        "cohort, all tables, overview, groups, statistics, workshop results, how did all sessions end",
    ),
    (
        Command::GroupBy,
        "grouping, by deck, by table, by bot, by ending",
    ),
    (
        Command::SortBy,
        "sort sessions, order, highest first, lowest first, ranking",
    ),
    (
        Command::CountBranches,
        "with branches, without branches, include what-ifs",
    ),
    (
        Command::Compare,
        "side by side, difference, two tables, versus, other session",
    ),
    (
        Command::Help,
        "keys, shortcuts, manual, what can i do, how, hotkeys, f1",
    ),
    (
        Command::Words,
        "glossary, word, words, meaning, define, definition, explain, jargon, dictionary, what is this, term, abbreviation, legend, symbols, source",
    ),
    (
        Command::NextTheme,
        "light, dark, colour, color, lighter, brighter, contrast, theme, black, white, readable, projector colours",
    ),
    (
        Command::Redraw,
        "redraw, repaint, refresh, garbage, garbled, broken screen, clear the screen",
    ),
    (Command::Suspend, "shell, background, fg, bg, stop, job"),
    (Command::Mouse, "click, scroll, touch, pointer, wheel"),
    (
        Command::WhichFile,
        "save, saved, where is it, path, folder, backup, copy, disk, usb, other laptop, autosave, file",
    ),
    (
        Command::GoHome,
        "leave, menu, main menu, tomorrow, exit the session, close, back to the start, start screen",
    ),
    (
        Command::Quit,
        "exit, leave the program, close, bye, shut down, stop the program",
    ),
    (Command::QuitNow, "kill, force"),
    (Command::NewSeed, "random, other luck, seed, shuffle"),
];
