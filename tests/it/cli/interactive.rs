//! The replay that a browser opens: its script stepping, following links and looking with a seat's eyes.

use std::process::Command;

use scraper::{Html, Selector};

use super::program::Folder;
use crate::report::playback::data;

/// What a browser shows of a page after its script has run and after these keys.
fn shown(folder: &Folder, page: &str, address: &str, keys: &[&str]) -> Html {
    let typed = keys.iter().map(|key| {
        format!(
            "document.dispatchEvent(new KeyboardEvent('keydown', {{key: '{key}', bubbles: true}}));"
        )
    });
    let typed: String = typed.collect();
    let page = page.replace("</body>", &format!("<script>{typed}</script></body>"));
    folder.write("page.html", &page);
    let path = folder.path("page.html");
    let done = Command::new("chromium")
        .args(["--headless", "--no-sandbox", "--disable-gpu", "--dump-dom"])
        .arg(format!("file://{}{address}", path.display()))
        .env("HOME", folder.path("."))
        .output()
        .expect("chromium is there");
    Html::parse_document(&String::from_utf8(done.stdout).unwrap())
}

fn text(page: &Html, selector: &str) -> String {
    let found = page
        .select(&Selector::parse(selector).unwrap())
        .next()
        .unwrap_or_else(|| panic!("{selector}: {}", page.html()));
    found.text().collect()
}

#[test]
#[ignore = "needs chromium, which is not everywhere; .ci/run runs it where it is"]
fn a_browser_steps_follows_links_and_looks_with_the_eyes_that_are_asked_for() {
    let folder = Folder::new();
    folder.write(
        "t.toml",
        include_bytes!("../../../saves/examples/stockholm-table-1.toml"),
    );
    let made = folder.run("report t.toml --interactive");
    assert_eq!(made.status, 0, "{}", made.err);
    let page = String::from_utf8(folder.read("t.replay.html")).unwrap();
    let data = data(&page);
    let steps = data["lines"][0]["eyes"][0]["steps"].as_array().unwrap();
    let sentence = |n: usize| steps[n]["told"]["sentence"].as_str().unwrap();

    let opened = shown(&folder, &page, "", &[]);
    assert!(text(&opened, "#where").contains("entry 0 of"), "STARTEX");
    assert_eq!(text(&opened, "#eyes option"), "everything");

    let stepped = shown(
        &folder,
        &page,
        "",
        &["ArrowRight", "ArrowRight", "ArrowLeft"],
    );
    assert_eq!(text(&stepped, ".sentence"), sentence(1));

    let last = shown(&folder, &page, "", &["End"]);
    assert_eq!(text(&last, ".sentence"), sentence(steps.len() - 1));
    let second = shown(&folder, &page, "", &["PageDown", "PageDown"]);
    assert!(text(&second, "#where").contains("move 2 of"));

    let told = |n: usize| steps[n]["told"]["rationale"].as_str();
    let client = |n: usize| steps[n]["told"]["seat"] == "client";
    let with_reason = (1..steps.len()).find(|n| client(*n) && told(*n).is_some());
    let with_reason = with_reason.expect("the client gave reasons");
    let link = |seat: &str| format!("#e{}&seat={seat}", steps[with_reason]["entry"]);
    let own = shown(&folder, &page, &link("client"), &[]);
    assert_eq!(text(&own, "#said dd"), told(with_reason).unwrap());
    // What came later is not shown to eyes that know what was known then.
    let here = steps[with_reason]["entry"].to_string();
    let later = |page: &Html| {
        let entries = Selector::parse("#entries .number").unwrap();
        let last = page.select(&entries).next_back().unwrap();
        last.text().collect::<String>() != here
    };
    let everything = shown(&folder, &page, &link("now"), &[]);
    assert!(later(&everything));
    assert!(!later(&own));
    let whole = Selector::parse("polyline.whole").unwrap();
    let curves = |page: &Html| page.select(&whole).count();
    assert_eq!((curves(&everything), curves(&own)), (1, 0));
    let other = shown(&folder, &page, &link("patron"), &[]);
    assert_eq!(text(&other, ".sentence"), sentence(with_reason));
    let said = text(&other, "#said");
    assert!(!said.contains(told(with_reason).unwrap()), "{said}");
}
