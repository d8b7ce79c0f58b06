//! The layers: what lies on top and takes the keys.

/// What lies on top and takes the keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Layer {
    /// Keys that work everywhere but in a text field.
    Anywhere,
    /// A text field of one line has the focus: typing goes there.
    Line,
    /// A text field of several lines has the focus: typing goes there.
    Text,
    /// The home screen.
    Home,
    /// A new session is set up.
    Setup,
    /// A text field of the new session has the focus.
    SetupLine,
    /// A briefing is read.
    Briefing,
    /// The curtain is down.
    Curtain,
    /// The board.
    Board,
    /// A sheet over the board with choices to go through.
    Sheet,
    /// A line of a form with choices to go through.
    Choice,
    /// The plan of injects.
    Plan,
    /// The ruling desk.
    Desk,
    /// Rulings to look at again.
    Rulings,
    /// The questions for estimates.
    Polls,
    /// Who takes part.
    People,
    /// How people come to their seats from elsewhere.
    Entrance,
    /// What is missing.
    Gaps,
    /// The entries of the record.
    Entries,
    /// What the projector is called to show.
    Stage,
    /// The deck browser.
    Decks,
    /// The command palette.
    Palette,
    /// The help.
    Help,
    /// A question to be answered.
    Confirm,
    /// The session has ended and its end is shown.
    End,
    /// A session is stepped through.
    Replay,
    /// An exchange is read on one page.
    Exchange,
    /// What could be expected of an act and of its alternatives.
    Explain,
    /// A sheet over the replay with things to tick.
    Checklist,
    /// The lines of a session.
    Tree,
    /// The chapters of a session, in large letters.
    Chapters,
    /// The sessions of the folder in groups.
    Cohort,
    /// A session that is played elsewhere is shown to the room.
    Projector,
}

impl Layer {
    /// All layers.
    pub const ALL: [Self; 33] = [
        Self::Anywhere,
        Self::Line,
        Self::Text,
        Self::Home,
        Self::Setup,
        Self::SetupLine,
        Self::Briefing,
        Self::Curtain,
        Self::Board,
        Self::Sheet,
        Self::Choice,
        Self::Plan,
        Self::Desk,
        Self::Rulings,
        Self::Polls,
        Self::People,
        Self::Entrance,
        Self::Gaps,
        Self::Entries,
        Self::Stage,
        Self::Decks,
        Self::Palette,
        Self::Help,
        Self::Confirm,
        Self::End,
        Self::Replay,
        Self::Exchange,
        Self::Explain,
        Self::Checklist,
        Self::Tree,
        Self::Chapters,
        Self::Cohort,
        Self::Projector,
    ];
}

impl Layer {
    /// What the help calls it.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Anywhere => "everywhere",
            Self::Line | Self::Text => "this line",
            Self::Home => "the home screen",
            Self::Setup | Self::SetupLine => "a new session",
            Self::Briefing => "the briefing",
            Self::Curtain => "the curtain",
            Self::Board => "the board",
            Self::Sheet | Self::Choice => "this sheet",
            Self::Plan => "the plan of injects",
            Self::Desk => "the ruling desk",
            Self::Rulings => "the rulings",
            Self::Polls => "the estimates",
            Self::People => "the people",
            Self::Entrance => "the seats from elsewhere",
            Self::Gaps => "the gaps",
            Self::Entries => "the record",
            Self::Stage => "what the projector shows",
            Self::Decks => "the decks",
            Self::Palette => "the commands",
            Self::Help => "the help",
            Self::Confirm => "a question",
            Self::End => "the end of the session",
            Self::Replay => "the replay",
            Self::Exchange => "the exchange",
            Self::Explain => "what could be expected",
            Self::Chapters => "the chapters",
            Self::Cohort => "the sessions in groups",
            Self::Tree => "the lines of a session",
            Self::Checklist => "a list to tick",
            Self::Projector => "the projector",
        }
    }
}
