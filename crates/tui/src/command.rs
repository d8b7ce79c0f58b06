//! What a person may wish for in the interface, with its name and what it does.
//!
//! The same names serve the keymap, the footer, the help and the palette. What changes the whole interface
//! is in `stack/verbs.rs`; what a screen or a sheet does with a command is in its own file.

/// Declares the commands: each with its name, its short label for the footer, and a line about it.
macro_rules! commands {
    ($($variant:ident $name:literal $label:literal $about:literal;)*) => {
        /// A wish in the interface.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Command {
            $(#[doc = $about] $variant,)*
            /// Choose the entry with this number.
            Pick(u8),
            /// Choose this row of the list, from 0: the mouse does so.
            Row(u16),
        }

        impl Command {
            /// All commands that the palette may find.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The name, as the palette shows it.
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                    Self::Pick(_) => "pick",
                    Self::Row(_) => "row",
                }
            }

            /// The word or two beside the key in the footer.
            pub const fn label(self) -> &'static str {
                match self {
                    $(Self::$variant => $label,)*
                    Self::Pick(_) => "pick",
                    Self::Row(_) => "row",
                }
            }

            /// What it does, in one line.
            pub const fn about(self) -> &'static str {
                match self {
                    $(Self::$variant => $about,)*
                    Self::Pick(_) => "Choose the entry with this number",
                    Self::Row(_) => "Choose this row of the list",
                }
            }
        }
    };
}

commands! {
    Up "up" "up" "Go one line up";
    Down "down" "down" "Go one line down";
    Left "left" "left" "Go left, or to the choice before";
    Right "right" "right" "Go right, or to the choice after";
    PageUp "page up" "page up" "Go one page up";
    PageDown "page down" "page down" "Go one page down";
    First "first" "first" "Go to the first line";
    Last "last" "last" "Go to the last line";
    NextField "next line" "next" "Go to the next line, or the next panel";
    PreviousField "previous line" "previous" "Go to the line before, or the panel before";
    Confirm "confirm" "confirm" "Do what is chosen";
    Back "back" "back" "Go back one step; what was typed is kept";
    NewSession "new session" "new session" "Set up a new session";
    Start "start" "start" "Start the session as set up";
    Continue "continue" "continue" "Go on with a session that was begun";
    Replay "replay" "replay" "Step through a session, without changing it";
    SessionMenu "session menu" "menu" "What can be done with a session: resume, report, rename, copy, verify, print, close";
    Print "print" "print" "Paper for the table, of a session or a deck: cards, briefings, rules, name signs, slips";
    Close "close the session" "reports and bundle" "When it is over: write the reports, one with roles for names, one a seat, and a bundle";
    Decks "decks" "decks" "Read the decks: domains, cards, injects, briefings";
    NewSeed "new seed" "new seed" "Draw another seed for the session";
    Search "search" "search" "Find an entry, a card, a note or a word by its words; “move 3” and “#33” jump";
    LiftCurtain "lift the curtain" "lift" "Show what belongs to this seat";
    DropCurtain "curtain" "curtain" "Hide the table until the next seat sits down";
    Pin "pin" "PIN" "A PIN with which a seat sits down at the curtain; the white cell can lift it";
    Briefing "briefing" "briefing" "Read this seat's briefing again";
    Artificialities "artificialities" "artificialities" "What all sides accept for the exercise, to read aloud before STARTEX";
    Act "act" "act" "Do what this phase waits for";
    Why "why" "why" "Show what moved this gauge, entry by entry";
    Signposts "signposts" "signposts" "How far each ending is, what can still be given, where anger is heading";
    Reasons "reasons" "reasons" "Show reasons, confidence and dissent in the record";
    Inject "another event" "another event" "White cell: open the move with the event that is due, or another";
    Measure "measure" "measure" "Europe: take a measure in this move";
    Abstain "no measure" "no measure" "Europe: take no measure in this move";
    SetMeasure "set the measure" "set measure" "White cell: replace Europe’s measure before its dice, with a reason";
    CrisisAct "climb down" "climb down" "Patron or client, in a crisis: decide whether to climb down";
    SetCrisisAct "set a crisis act" "set act" "White cell: decide for a side whether it climbs down, with a reason";
    Offer "offer" "offer" "Client: offer something of its own accord";
    NoOffer "no offer" "no offer" "Client: offer nothing in this move";
    VetoOffer "veto the offer" "veto" "White cell: rule that the offer was never tabled, with a reason";
    TakeUp "take up the offer" "take up" "Patron: take up the offer on the table; that is its demand of this move";
    Demand "demand" "demand" "Patron: choose a demand to table";
    Hold "hold" "hold" "Patron: ask for nothing in this move, and set an offer aside";
    Respond "respond" "answer" "Client: answer the demand on the table";
    Rule "rule" "rule" "White cell: adjudicate the exchange";
    Override "override" "override" "White cell: rule otherwise than computed, with a reason";
    Adjust "adjust" "adjust" "White cell: change a gauge by ruling, with a reason";
    FollowUp "follow up" "follow up" "Patron: reward, pocket, punish or back down";
    CloseMove "close the move" "close move" "White cell: close the move, so that everything drifts";
    Undo "undo" "undo" "Go back to an earlier entry; nothing is erased";
    Record "record" "put on the record" "Put the act on the record with what has been written";
    Note "note" "note" "Put a note into the record";
    Bookmark "bookmark" "bookmark" "Mark this moment, to come back to it";
    Injects "injects" "injects" "White cell: the plan of injects: what is due, waiting, held back or done";
    Fire "fire" "fire" "White cell: bring the inject that is due, or the chosen one, into play";
    PlanInject "plan an inject" "plan one" "White cell: put an inject on the plan, due at a moment or on a condition";
    InjectNow "inject now" "inject now" "White cell: bring something into play that nobody had planned";
    HoldBack "hold back" "hold back" "White cell: keep the chosen inject back, or release it";
    AnotherTime "another time" "another time" "White cell: give the chosen inject another time or condition";
    Skip "skip" "skip" "White cell: take the chosen inject off the plan, with a reason";
    Reaction "reaction" "reaction" "Note that the reaction to the chosen inject was seen";
    NewDemand "new demand" "new demand" "White cell: make a card of an idea and put it on the patron’s menu";
    Rulings "rulings" "rulings" "White cell: rulings to look at again, and how rulings are made";
    Argue "argue" "argument" "Write down an argument for one side, strong or not";
    RuleLater "rule later" "for now" "White cell: accept for now, and look at the ruling again later";
    HideDice "dice" "dice" "Show the dice, or only the odds";
    RuleHow "how to rule" "how to rule" "White cell: rule by rule, by rule with your change, or freely";
    Estimates "estimates" "estimates" "Ask for estimates, enter them blind, reveal and resolve them";
    Ask "ask for estimates" "ask" "White cell: ask for everybody’s own probability of an outcome";
    AsList "estimates as a list" "as a list" "Enter estimates from slips of paper, a line each";
    Reveal "reveal estimates" "reveal" "White cell: show all estimates of the chosen question at once";
    Resolve "resolve" "outcome" "White cell: say what came true";
    People "people" "people" "Who takes part, and where they sit";
    Entrance "seats from elsewhere" "elsewhere" "White cell: how people come to their seats from their own laptops, and the codes";
    Join "somebody joins" "join" "Enter who takes part, by name and seat";
    LeaveTable "somebody leaves" "leave" "Take the chosen person off the list";
    Rename "rename" "rename" "White cell: put a name right, of a person or of the session; the record keeps both";
    Correct "put right" "put right" "Put a reason right, or add a dissent later; the record keeps both";
    Gaps "gaps" "gaps" "White cell: what is missing while it can still be asked";
    Announce "announce" "announce" "White cell: a line to the whole room; an empty one takes it away";
    Projector "projector" "projector" "White cell: call a scene onto the projector: question, answers, dots, curve, rules";
    Tour "tour" "tour" "Read the rules in five leaves, made for two minutes";
    Pause "pause" "pause" "White cell: stop play for a while, or let it go on";
    Course "course" "course" "White cell: turn zero, STARTEX, who holds a seat, how long it lasts, ENDEX";
    TakeScreen "white cell" "white cell" "White cell: take the screen, and keep it while others act";
    Clocks "clocks" "clocks" "White cell: set a clock, give more time, take it away";
    RunningOrder "running order" "by when" "White cell: by when it must end, how far you come by then, what would fit, and the breaks";
    MoreTime "one more minute" "+1 min" "White cell: a minute more for whoever is to act";
    MoreTimeTwo "two more minutes" "+2 min" "White cell: two minutes more for whoever is to act";
    MoreTimeFive "five more minutes" "+5 min" "White cell: five minutes more for whoever is to act";
    Countdown "countdown" "countdown" "Show the countdown, or hide it";
    EndSession "end the session" "end" "White cell: end the session where it stands, with a reason";
    NextPanel "next panel" "next panel" "Go to the next panel of the board";
    PreviousPanel "previous panel" "previous panel" "Go to the panel before";
    EntryBack "entry back" "entry" "Go back one entry";
    EntryOn "entry on" "entry" "Go on one entry";
    PhaseBack "phase back" "phase" "Go back to where the phase begins";
    PhaseOn "phase on" "phase" "Go on to the next phase";
    MoveBack "move back" "move" "Go back to where the move begins";
    MoveOn "move on" "move" "Go on to the next move";
    FirstEntry "first entry" "first" "Go to STARTEX";
    LastEntry "last entry" "last" "Go to the last entry";
    NextMark "next mark" "mark" "Go on to the next mark";
    PreviousMark "previous mark" "mark" "Go back to the mark before";
    WhichMarks "which marks" "which marks" "Choose the marks that n and N go to";
    Eyes "eyes" "eyes" "Look with another seat’s eyes, as it knew things then";
    ShowUndone "undone entries" "undone" "Show undone entries too, or leave them out";
    Machines "machines" "machines" "Show what machines did and would have done, or leave it out";
    Filter "filter" "filter" "Step through some entries only: by seat, kind, domain";
    GoToEntry "go to entry" "go to" "Go to an entry by its number";
    ReadEntry "read entry" "read" "Read the exchange of this move on one page, or an entry alone";
    Annotate "annotate" "annotate" "Write a remark or a glyph beside the entry";
    Chapters "chapters" "chapters" "Walk through the bookmarks that have a title, one key each, in large letters";
    Play "play" "play" "Let the entries go by, or stop them";
    Faster "faster" "faster" "Let the entries go by faster";
    Slower "slower" "slower" "Let the entries go by slower";
    Direction "direction" "direction" "Let the entries go by the other way, on or back";
    Guess "guess first" "guess" "Stop before each decision and guess it; what came later is hidden";
    Branch "branch" "branch" "Leave the line here, in a file of its own; the record does not change";
    Tree "tree" "tree" "See all lines of this session, go to one, compare";
    PlayOut "play to the end" "to its end" "Let bots play this line to its end, and see both lines side by side";
    Explain "explain" "explain" "What could be expected of this act and of its alternatives";
    FanChart "chances" "chances" "Where sessions could go from here, and where this one went";
    Expectations "expectations" "expectations" "Work out what could be expected after every entry";
    Findings "findings" "findings" "Show what the program found, or leave it out";
    Debrief "debriefing" "debrief" "The deck’s questions, each with its moments, to tick off";
    Report "report" "report" "Write the report of the session beside the record";
    Tick "tick" "tick" "Tick this, or take the tick away";
    Compare "compare" "compare" "See lines or sessions side by side";
    Cohort "all sessions" "all" "See all sessions of the folder in groups: how they ended, how stability went, where they parted";
    GroupBy "group by" "group by" "Group the sessions by deck, by table, by who held the seats, or by how they ended";
    SortBy "sort by" "sort" "Sort the sessions by name, ending, stability, lowest stability, moves, overrides or decisions without a reason, or as they lie in the folder";
    CountBranches "count branches" "branches" "Count branches like sessions, or leave them out";
    Palette "commands" "commands" "Find any command by its name";
    Help "help" "help" "Show what can be done on this screen";
    Words "what does it mean" "what is it" "Say what the words of this screen mean, first the one under the cursor";
    NextTheme "theme" "theme" "Change the colours: dark, light, high contrast, sixteen, none";
    Redraw "draw anew" "draw anew" "Draw the screen anew, where something else has written on it";
    Suspend "suspend" "suspend" "Leave for the shell; `fg` comes back to this screen";
    Mouse "mouse" "mouse" "Turn the mouse on or off";
    WhichFile "which file" "file" "Say which file is being written, and since when";
    GoHome "home" "home" "Leave the table for the home screen; the session is kept";
    Quit "quit" "quit" "Leave the program; the record is already on disk";
    QuitNow "quit at once" "quit" "Leave the program without asking; the record is already on disk";
}

/// A command in the footer, with the word or two beside its key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hint {
    /// The command.
    pub command: Command,
    /// What the footer calls it here.
    pub label: &'static str,
}

impl From<Command> for Hint {
    fn from(command: Command) -> Self {
        command.hint(command.label())
    }
}

impl Command {
    /// The command in the footer, called otherwise than usual.
    pub const fn hint(self, label: &'static str) -> Hint {
        Hint {
            command: self,
            label,
        }
    }

    /// Whether the palette finds it by its name: keys that only move about or confirm need none.
    pub const fn has_name(self) -> bool {
        !matches!(
            self,
            Self::Up
                | Self::Down
                | Self::Left
                | Self::Right
                | Self::PageUp
                | Self::PageDown
                | Self::First
                | Self::Last
                | Self::NextField
                | Self::PreviousField
                | Self::Pick(_)
                | Self::Row(_)
                | Self::Confirm
                | Self::Palette
        )
    }
}

/// Commands that can be done on every screen.
pub const EVERYWHERE: [Command; 11] = [
    Command::Help,
    Command::Words,
    Command::Search,
    Command::WhichFile,
    Command::NextTheme,
    Command::Redraw,
    Command::Suspend,
    Command::Mouse,
    Command::Back,
    Command::Quit,
    Command::QuitNow,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_commands_share_a_name() {
        let mut names: Vec<&str> = Command::ALL.iter().map(|c| c.name()).collect();
        names.sort_unstable();
        let before = names.len();
        names.dedup();
        assert_eq!(names.len(), before);
    }
}
