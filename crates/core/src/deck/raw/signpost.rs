//! Mirrors the words of the signposts: how far each ending is, as the screens say it.

use schemars::JsonSchema;
use serde::Deserialize;

use crate::deck::text::Sign;

macro_rules! signposts {
    ($($(#[$doc:meta])* $key:ident: $sign:ident),* $(,)?) => {
        /// What the screens say about how far each ending is. `{n}` stands for a number, `{m}` for a number of moves,
        /// `{domain}` and `{gauge}` for their names.
        #[derive(Clone, Debug, Default, Deserialize, JsonSchema)]
        #[serde(deny_unknown_fields)]
        pub struct Signposts {
            $($(#[$doc])* #[schemars(length(min = 1, max = 200))] pub $key: Option<String>,)*
        }

        impl Signposts {
            /// The words for a sign.
            pub(in crate::deck) const fn of(&self, sign: Sign) -> Option<&String> {
                match sign { $(Sign::$sign => self.$key.as_ref(),)* }
            }
        }
    };
}

signposts!(
    /// Points of stability above the break: `{n}`.
    r#break: Break,
    /// Moves that the crisis clock still allows: `{m}`.
    break_clock: BreakClock,
    /// A break now would be a rupture.
    break_rupture: BreakRupture,
    /// A break now would be a collapse.
    break_collapse: BreakCollapse,
    /// Points that the client lacks to be able to leave: `{n}`.
    exit_near: ExitNear,
    /// Points of autonomy above capture: `{n}`.
    capture: Capture,
    /// Moves that the clock of capture still allows: `{m}`.
    capture_clock: CaptureClock,
    /// Points that an entente lacks, and the gauge that lacks most: `{n}`, `{gauge}`.
    entente: Entente,
    /// Points of outlook above a managed asymmetry: `{n}`.
    managed: Managed,
    /// Points of outlook below it: `{n}`.
    managed_below: ManagedBelow,
    /// Where anger is heading when it rises: `{n}`.
    anger_up: AngerUp,
    /// Where anger is heading when it falls: `{n}`.
    anger_down: AngerDown,
    /// How many open demands can still be paid in a domain: `{domain}`, `{n}`.
    capacity: Capacity,
    /// None can: `{domain}`.
    capacity_none: CapacityNone,
    /// Points of strain below the declared line of a domain: `{domain}`, `{n}`.
    line_near: LineNear,
    /// Points of strain past the declared line of a domain, while the line that counts was not crossed: `{domain}`, `{n}`.
    line_passed: LinePassed,
    /// There is a plan for the ending that is nearest.
    plan: Plan,
    /// There is none.
    plan_none: PlanNone,
);
