//! What stands around what is shown: head, session, and what everything is.

use axum::response::Html;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use unequal_core::deck::plain;
use unequal_tui::wall::DISCLAIMER;

/// Seconds after which a browser without scripts looks again.
const AGAIN: u32 = 10;

/// A page with a title; `live` where it changes by itself.
pub(crate) fn page(title: &str, live: bool, body: &Markup) -> Html<String> {
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (plain(title)) }
                link rel="stylesheet" href="/page.css";
                script src="/live.js" defer {}
                @if live { noscript { meta http-equiv="refresh" content=(AGAIN); } }
            }
            body {
                (body)
                footer { p { (DISCLAIMER) } }
            }
        }
    };
    Html(page.into_string())
}

/// The wall of a session, which changes by itself; `is_in` for a phone from which something may be entered.
pub(crate) fn wall(session: &str, wall: String, is_in: bool) -> Html<String> {
    let body = html! {
        header {
            p.session dir="auto" { (plain(session)) }
            p.line #line { noscript { "looks again every " (AGAIN) " seconds" } }
        }
        @if is_in { nav { a href="/me" { "Estimates, dissent and notes" } } }
        p.unseen #news role="status" aria-live="polite" {}
        main #wall { (PreEscaped(wall)) }
    };
    page(session, true, &body)
}

/// A page that says one thing.
pub(crate) fn told(words: &str) -> Html<String> {
    let body = html! {
        main {
            section.slide { h1 { (words) } p { a href="/" { "To the page of the session" } } }
        }
    };
    page(words, false, &body)
}
