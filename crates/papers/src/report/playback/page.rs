//! The page around the data: one HTML file with style and script inside it.

use maud::{DOCTYPE, PreEscaped, html as markup};

use crate::report::playback::Playback;
use crate::report::words::NOTICE;
use unequal_core::deck::plain_json;

const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");

/// Lets the page do nothing but run its own script: no address is asked for anything, whatever its texts may hold.
const POLICY: &str =
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:";

/// The page as one HTML file.
pub fn html(playback: &Playback) -> String {
    let first = playback.lines.first();
    let name = first.map_or("", |line| line.name.as_str());
    let language = first.map_or("en", |line| line.language.as_str());
    markup! {
        (DOCTYPE)
        html lang=(language) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (name) " – replay" }
                style { (PreEscaped(STYLE)) }
            }
            body {
                header {
                    h1 dir="auto" id="name" { (name) }
                    p id="where" aria-live="polite" {}
                    div.choose {
                        label { "Eyes " select id="eyes" {} }
                        label id="which" { "Line " select id="line" {} }
                    }
                }
                noscript {
                    p { "This page steps through the session with a script of its own, and scripts are switched off here. \
                         The report of the same session is a page without one." }
                }
                main {
                    div {
                        section id="curve" aria-label="Stability" {}
                        section id="board" aria-label="The board" {}
                        section id="signs" aria-label="How far each ending is" {}
                    }
                    div {
                        section id="said" aria-label="The entry" aria-live="polite" {}
                        section id="record" aria-label="The record" { h2 { "Record" } ol id="entries" {} }
                    }
                }
                footer {
                    div.steps {
                        button id="first" title="Home" { "|◀" }
                        button id="back-move" title="Page up" { "◀ move" }
                        button id="back" title="←" { "◀" }
                        input type="range" id="slider" min="0" value="0" aria-label="Entry";
                        button id="on" title="→" { "▶" }
                        button id="on-move" title="Page down" { "move ▶" }
                        button id="last" title="End" { "▶|" }
                    }
                    p { kbd { "← →" } " entry · " kbd { "Page up" } " " kbd { "Page down" } " move · "
                        kbd { "Home" } " " kbd { "End" } " · " kbd { "s" } " eyes · " kbd { "l" } " line · "
                        "the address of this page names the entry and the eyes, so it can be sent" }
                    p.notice { (NOTICE) }
                }
                script type="application/json" id="data" { (PreEscaped(inert(playback))) }
                script { (PreEscaped(SCRIPT)) }
            }
        }
    }
    .into_string()
}

/// The data as JSON in which nothing ends the element that holds it, whatever people wrote.
fn inert(playback: &Playback) -> String {
    let text = serde_json::to_string(playback).expect("the data are plain");
    plain_json(&text).replace('<', "\\u003c")
}
