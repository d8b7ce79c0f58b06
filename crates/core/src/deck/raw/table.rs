//! Declares tables of numbers: once, for the reader, for the schema and for the rules.

/// What an act has to read.
pub trait Spoken {
    /// Name, text, the patron's voice and the client's.
    fn words(&self) -> [Option<&String>; 4];

    /// Words to search and group by.
    fn tags(&self) -> &[String];
}

/// A table of whole numbers, each with its meaning and its range, which the rules take as they stand. After
/// `beside` stands the value that has the numbers which this table lacks, after `and` what is no number.
macro_rules! table {
    (
        $(#[$meta:meta])*
        $name:ident => $rules:path $(, beside $rest:path)? {
            $($(#[$doc:meta])* $key:ident: $least:literal..=$most:literal),* $(,)?
        }
        $(and { $($(#[$more_meta:meta])* $more:ident: $kind:ty),* $(,)? })?
    ) => {
        $(#[$meta])*
        #[derive(Clone, Debug, serde::Deserialize, schemars::JsonSchema)]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            $($(#[$doc])* #[schemars(range(min = $least, max = $most))] pub $key: i64,)*
            $($($(#[$more_meta])* pub $more: $kind,)*)?
        }

        impl $name {
            /// The numbers as the rules take them.
            pub(in crate::deck) const fn rules(&self) -> $rules {
                $rules { $($key: self.$key,)* $(..$rest)? }
            }
        }
    };
}

/// The same, with what people read of an act: a name, a meaning, and a sentence of either side.
macro_rules! spoken {
    ($(#[$meta:meta])* $name:ident => $rules:path $(, beside $rest:path)? { $($numbers:tt)* }) => {
        $crate::deck::raw::table::table! {
            $(#[$meta])*
            $name => $rules $(, beside $rest)? { $($numbers)* }
            and {
                /// Name on the screens.
                #[schemars(length(min = 1, max = 40))]
                name: Option<String>,
                /// What it means, in a sentence.
                #[schemars(length(max = 1000))]
                text: Option<String>,
                /// As the patron would say it.
                #[schemars(length(max = 600))]
                patron_voice: Option<String>,
                /// As the client would say it.
                #[schemars(length(max = 600))]
                client_voice: Option<String>,
                /// Words to search and group by; those that begin with `report:` name a claim that it puts into play.
                #[serde(default)]
                #[schemars(length(max = 40))]
                tags: Vec<String>,
            }
        }

        impl $crate::deck::raw::table::Spoken for $name {
            fn words(&self) -> [Option<&String>; 4] {
                [&self.name, &self.text, &self.patron_voice, &self.client_voice].map(Option::as_ref)
            }

            fn tags(&self) -> &[String] {
                &self.tags
            }
        }
    };
}

pub(super) use {spoken, table};
