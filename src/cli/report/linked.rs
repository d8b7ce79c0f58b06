//! Links from a page about several sessions to the report of each.

use std::fmt::Write as _;
use std::path::{Component, Path, absolute};

use unequal_papers::report::Format;

/// The link from a page in a folder to the report of a session: one that lies there, or beside the save. None where
/// there is no such report, or a link could not say its name.
pub(super) fn link(folder: &Path, save: &Path, stem: &str) -> Option<String> {
    let [ending] = Format::Html.endings() else {
        return None;
    };
    let name = format!("{stem}.{ending}");
    let folder = absolute(folder).ok()?;
    let report = [
        folder.join(&name),
        absolute(save.with_file_name(&name)).ok()?,
    ]
    .into_iter()
    .find(|path| path.is_file())?;
    let (from, to): (Vec<_>, Vec<_>) =
        (folder.components().collect(), report.components().collect());
    let shared = from
        .iter()
        .zip(&to)
        .take_while(|(one, other)| one == other)
        .count();
    let up = from[shared..].iter().map(|_| Some("..".to_owned()));
    let down = to[shared..].iter().map(|part| match part {
        Component::Normal(name) => name.to_str().map(encoded),
        _ => None,
    });
    let parts: Option<Vec<String>> = up.chain(down).collect();
    // So that no name is taken for a scheme.
    Some(format!("./{}", parts?.join("/")))
}

/// A name as it may stand in a link.
fn encoded(name: &str) -> String {
    let mut text = String::new();
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            text.push(char::from(byte));
        } else {
            let _ = write!(text, "%{byte:02X}");
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_leads_to_a_report_beside_the_page_or_beside_the_save_and_to_none_that_is_not_there() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        for made in ["saves/a", "pages"] {
            std::fs::create_dir_all(root.join(made)).unwrap();
        }
        let save = root.join("saves/a/Tisch 1#.toml");
        let pages = root.join("pages");
        assert_eq!(link(&pages, &save, "Tisch 1#"), None);
        std::fs::write(root.join("saves/a/Tisch 1#.report.html"), "").unwrap();
        assert_eq!(
            link(&pages, &save, "Tisch 1#").unwrap(),
            "./../saves/a/Tisch%201%23.report.html"
        );
        std::fs::write(root.join("pages/Tisch 1#.report.html"), "").unwrap();
        assert_eq!(
            link(&pages, &save, "Tisch 1#").unwrap(),
            "./Tisch%201%23.report.html"
        );
    }
}
