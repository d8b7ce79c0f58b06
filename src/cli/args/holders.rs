//! Who holds the seats that play, as options: the same two everywhere, with what they mean there.

use clap::Args;

use super::parse;
use unequal_core::engine::holder::Holder;
use unequal_core::engine::side::BySide;

macro_rules! holders {
    ($(#[$meta:meta])+ $name:ident { $($(#[$help:meta])+ $side:ident,)+ }) => {
        $(#[$meta])+
        #[derive(Debug, Args)]
        pub struct $name {
            $($(#[$help])+
            #[arg(long, value_name = "human|BOT", value_parser = parse::holder)]
            pub $side: Option<Holder>,)+
        }

        impl $name {
            /// Who was named for each side.
            pub fn by_side(&self) -> BySide<Option<Holder>> {
                BySide { $($side: self.$side.clone()),+ }
            }
        }
    };
}

holders!(
    /// Those of a session that people play.
    PlayHolders {
        /// Who holds the patron's seat.
        patron,
        /// Who holds the client's seat.
        client,
    }
);

holders!(
    /// Those of a session without a screen.
    RunHolders {
        /// Who makes the patron's acts that are not in the script [default: logit].
        patron,
        /// Who makes the client's acts that are not in the script [default: logit].
        client,
    }
);

holders!(
    /// Those of another line of play.
    BranchHolders {
        /// Who holds the patron's seat from there on [default: as in the trunk].
        patron,
        /// Who holds the client's seat from there on [default: as in the trunk].
        client,
    }
);
