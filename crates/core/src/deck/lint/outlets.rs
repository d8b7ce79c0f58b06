//! Outlets that no page for a reader who checks should rest on.

/// Why an outlet is not fit to be cited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unfit {
    /// Part of a network that a state runs to influence opinion abroad.
    Network,
    /// A copy of somebody else's page.
    Mirror,
    /// A private page that nobody edits.
    Blog,
}

impl Unfit {
    /// What is wrong with it, in words.
    pub(super) const fn words(self) -> &'static str {
        match self {
            Self::Network => "belongs to a network that a state runs to influence opinion",
            Self::Mirror => "is a copy of somebody else's pages",
            Self::Blog => "is a private page that nobody edits",
        }
    }
}

/// Hosts, each with all that end in it.
const HOSTS: &[(&str, Unfit)] = &[
    ("news-pravda.com", Unfit::Network),
    ("pravda-network.com", Unfit::Network),
    ("inforos.ru", Unfit::Network),
    ("infobrics.org", Unfit::Network),
    ("news-front.su", Unfit::Network),
    ("southfront.press", Unfit::Network),
    ("southfront.org", Unfit::Network),
    ("strategic-culture.su", Unfit::Network),
    ("strategic-culture.org", Unfit::Network),
    ("oneworld.press", Unfit::Network),
    ("geopolitica.ru", Unfit::Network),
    ("journal-neo.su", Unfit::Network),
    ("journal-neo.org", Unfit::Network),
    ("rrn.media", Unfit::Network),
    ("daily8.com", Unfit::Mirror),
    ("newszop.com", Unfit::Mirror),
    ("c97.org", Unfit::Mirror),
    ("pages.dev", Unfit::Mirror),
    ("macro.events", Unfit::Mirror),
    ("zerohedge.com", Unfit::Blog),
    ("thetamesis.com", Unfit::Blog),
    ("blogspot.com", Unfit::Blog),
    ("wordpress.com", Unfit::Blog),
    ("livejournal.com", Unfit::Blog),
    ("substack.com", Unfit::Blog),
    ("medium.com", Unfit::Blog),
    ("telegra.ph", Unfit::Blog),
    ("t.me", Unfit::Blog),
];

/// The host of an address, in small letters; empty where there is none.
pub(super) fn host(address: &str) -> String {
    let after = address.split_once("://").map_or(address, |(_, rest)| rest);
    let host = after.split(['/', '?', '#']).next().unwrap_or_default();
    let host = host.rsplit('@').next().unwrap_or_default();
    let host = host.split(':').next().unwrap_or_default();
    host.trim_end_matches('.').to_lowercase()
}

/// Why the page at an address is not fit to be cited, if it is not.
pub(super) fn unfit(address: &str) -> Option<Unfit> {
    let host = host(address);
    let within = |known: &str| {
        let rest = host.strip_suffix(known);
        rest.is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
    };
    let found = HOSTS.iter().find(|(known, _)| within(known));
    found.map(|(_, why)| *why)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_outlet_is_known_by_its_host_however_the_address_is_written() {
        for address in [
            "https://news-pravda.com/world/1",
            "http://EN.News-Pravda.com./x",
            "https://user@trade.blogspot.com:443/2024?a=b",
            "t.me/somebody",
        ] {
            assert!(unfit(address).is_some(), "{address}");
        }
    }

    #[test]
    fn a_newspaper_of_a_similar_name_is_no_network() {
        for address in [
            "https://www.pravda.com.ua/news/1",
            "https://sort.me/t.me",
            "https://example.org/?at=zerohedge.com",
            "",
        ] {
            assert_eq!(unfit(address), None, "{address}");
        }
    }
}
