//! The tables of what may use what.

/// Layer → where it stands → the layers that it may use.
pub(crate) const LAYERS: &[(&str, &str, &[&str])] = &[
    ("model", "crates/rules/src/model", &[]),
    ("bot", "crates/rules/src/bot", &["model"]),
    ("engine", "crates/core/src/engine", &["model", "bot"]),
    ("deck", "crates/core/src/deck", &["model", "bot", "engine"]),
    ("store", "crates/core/src/store", &["model", "engine"]),
    (
        "analysis",
        "crates/core/src/analysis",
        &["model", "bot", "engine", "deck"],
    ),
    (
        "study",
        "crates/core/src/study",
        &["engine", "model", "bot", "analysis"],
    ),
    (
        "session",
        "crates/session/src",
        &[
            "model", "bot", "engine", "deck", "store", "analysis", "study",
        ],
    ),
    ("document", "crates/papers/src/document", &[]),
    (
        "booklet",
        "crates/papers/src/booklet",
        &["model", "engine", "deck", "session", "document"],
    ),
    (
        "balance",
        "crates/papers/src/balance",
        &[
            "model", "bot", "engine", "deck", "analysis", "study", "document",
        ],
    ),
    (
        "warning",
        "crates/papers/src/warning",
        &["model", "deck", "analysis", "study", "document"],
    ),
    (
        "report",
        "crates/papers/src/report",
        &[
            "model", "engine", "deck", "store", "analysis", "session", "document",
        ],
    ),
    (
        "handout",
        "crates/papers/src/handout",
        &[
            "model", "engine", "deck", "store", "session", "document", "booklet", "report",
        ],
    ),
    (
        "closing",
        "crates/papers/src/closing",
        &[
            "model", "engine", "deck", "store", "session", "document", "report", "handout",
        ],
    ),
    (
        "seat",
        "crates/seat/src",
        &["model", "engine", "deck", "store", "session"],
    ),
    (
        "host",
        "crates/host/src",
        &["model", "engine", "deck", "store", "session", "seat"],
    ),
    (
        "tui",
        "crates/tui/src",
        &[
            "model", "bot", "engine", "deck", "store", "analysis", "study", "session", "document",
            "booklet", "report", "handout", "closing",
        ],
    ),
    (
        "ssh",
        "crates/ssh/src",
        &["engine", "deck", "session", "host", "tui"],
    ),
    (
        "page",
        "crates/page/src",
        &["model", "engine", "deck", "store", "session", "host", "tui"],
    ),
    (
        "cli",
        "src/cli",
        &[
            "handout", "closing", "model", "bot", "engine", "deck", "store", "analysis", "study",
            "session", "document", "booklet", "balance", "warning", "report", "seat", "host",
            "tui", "ssh", "page",
        ],
    ),
];

/// Floors inside a layer, lowest first: a file uses its own floor and those below it.
///
/// A floor is named by its files and folders, from the layer's own place; a file that stands on no
/// floor of a layer that has floors is a finding.
pub(crate) const FLOORS: &[(&str, &[Floor])] = &[(
    "tui",
    &[
        (
            "ground",
            &[
                "ability", "beside", "clock", "command", "console", "effect", "errand", "field",
                "goal", "holders", "key", "keymap", "late", "looked", "notice", "shelf",
                "terminal", "theme", "walk", "widget",
            ],
        ),
        ("sitting", &["replay", "sitting"]),
        ("page", &["glance", "page", "wall"]),
        ("screens", &["screen"]),
        ("stack", &["flow", "stack"]),
        ("outside", &["outside"]),
        (
            "doors",
            &[
                "attach", "fall", "far", "film", "harness", "lib", "run", "start", "time",
            ],
        ),
    ],
)];

/// A floor's name, and its files and folders.
pub(crate) type Floor = (&'static str, &'static [&'static str]);

/// Where → what must not be named there, by the whole path of its definition.
pub(crate) const BARRED: &[(&str, &[&str], &str)] = &[
    (
        "crates/tui/src",
        &[
            "unequal_core::engine::state::State",
            "unequal_core::model::game::Game",
        ],
        "screens are made from views",
    ),
    ("crates/tui/src/screen", WHOLE, SEES),
    ("crates/tui/src/page", WHOLE, SEES),
    ("crates/tui/src/glance", WHOLE, SEES),
    ("crates/tui/src/wall", WHOLE, SEES),
    ("crates/tui/src/replay", WHOLE, SEES),
    ("crates/tui/src/sitting", WHOLE, SEES),
    ("crates/tui/src/widget", WHOLE, SEES),
    ("crates/tui/src/field", WHOLE, SEES),
    ("crates/tui/src/errand", WHOLE, SEES),
    ("crates/tui/src/effect", WHOLE, SEES),
    ("crates/tui/src/goal", WHOLE, SEES),
    ("crates/page/src/wall", WHOLE, SEES),
    ("crates/page/src/curve", WHOLE, SEES),
    (
        "crates/core/src/engine",
        OUTSIDE_WORLD,
        "a session is replayed without a file and a clock",
    ),
    (
        "crates/rules/src/model",
        OUTSIDE_WORLD,
        "the rules touch no file and no clock",
    ),
    (
        "crates/rules/src/bot",
        OUTSIDE_WORLD,
        "bots touch no file and no clock",
    ),
    (
        "crates/core/src/study",
        OUTSIDE_WORLD,
        "a study is the same whenever and wherever it is made",
    ),
];

/// What holds all of a session, the seed and what is hidden too, and what leads to it.
const WHOLE: &[&str] = &[
    "unequal_session::History",
    "unequal_session::history::History",
    "unequal_session::Table",
    "unequal_session::table::Table",
    "unequal_session::Owner",
    "unequal_session::place::Owner",
    "unequal_session::owned::Held",
    "unequal_session::Moment",
    "unequal_session::moment::Moment",
    "unequal_session::reading::Reading",
];
const SEES: &str = "a screen sees what its place shows, and acts are handed to the outside";

const OUTSIDE_WORLD: &[&str] = &[
    "std::fs",
    "std::env",
    "std::net",
    "std::process",
    "std::time::SystemTime",
    "std::time::Instant",
    "std::thread",
    "jiff",
    "rand",
];

/// Where → methods that must not be called there.
///
/// Every act goes through an effect; what sheets call so makes one, and nothing below submits to a table.
pub(crate) const BARRED_METHODS: &[(&str, &[&str])] = &[
    ("crates/tui/src", &["state_at"]),
    // A page is given no table, and fetches none.
    ("crates/tui/src/screen", PAST_THE_PLACE),
    ("crates/tui/src/page", PAST_THE_PLACE),
    ("crates/tui/src/glance", PAST_THE_PLACE),
    ("crates/tui/src/wall", PAST_THE_PLACE),
    ("crates/tui/src/replay", PAST_THE_PLACE),
    ("crates/tui/src/sitting", PAST_THE_PLACE),
    ("crates/tui/src/flow", &["submit"]),
    ("crates/tui/src/page", &["submit"]),
    ("crates/tui/src/replay", &["submit"]),
    ("crates/tui/src/sitting", &["submit"]),
    ("crates/tui/src/stack", &["submit"]),
];

/// What gives more than a place shows, or acts without an effect.
const PAST_THE_PLACE: &[&str] = &["whole", "owner", "submit_for", "seed"];

/// What belongs to the process as a whole and not to one of several terminals in it.
pub(crate) const PROCESS: &[&str] = &[
    "std::env",
    "std::io::stdin",
    "std::io::stdout",
    "std::io::stderr",
    "std::panic::set_hook",
    "std::panic::take_hook",
    "std::process",
    "std::thread_local",
    "crossterm::event::poll",
    "crossterm::event::read",
    "crossterm::terminal",
    "jiff::Zoned::now",
    "jiff::tz::TimeZone::system",
    "signal_hook",
];

/// The files of the crates that may name it, with the reason.
pub(crate) const MAY_NAME_PROCESS: &[(&str, &str)] = &[
    (
        "crates/seat/src/program.rs",
        "starts the programs that hold seats",
    ),
    (
        "crates/tui/src/attach.rs",
        "the local terminal as the far end of a seat",
    ),
    ("crates/tui/src/console.rs", "the local console"),
    ("crates/tui/src/start.rs", "the way in at the local console"),
    ("crates/tui/src/terminal.rs", "takes the local terminal"),
];

/// The files of the crates that may hold a `static`.
pub(crate) const MAY_HOLD_STATIC: &[(&str, &str)] = &[
    (
        "crates/core/src/deck/schema.rs",
        "a schema that never changes, made when first asked for",
    ),
    (
        "crates/core/src/engine/unseen.rs",
        "a list of Unicode's that never changes, made when first asked for",
    ),
];

/// Folder → how many of its files stand in circles today. A number only goes down, and a folder without
/// circles goes off the list.
pub(crate) const IN_CIRCLES: &[(&str, usize)] = &[];

/// Lines a file may have.
pub(crate) const LONGEST: usize = 400;

/// Files that are one long table or one long list by nature, with the reason.
pub(crate) const LONGER: &[(&str, &str)] = &[
    (
        "crates/core/src/engine/action.rs",
        "one enum: every act with what it says",
    ),
    (
        "crates/session/src/glossary/words.rs",
        "one table: every word of the rules with its sentence",
    ),
];
