//! The people and the room: who took part and disagreed, what was planned, put off and told.

use maud::{Markup, html};

use crate::report::Aar;
use crate::report::html::cite;
use crate::report::words::room::parts;

pub(super) fn room(aar: &Aar) -> Markup {
    let parts = parts(aar);
    html! {
        @if !parts.is_empty() {
            section id="room" {
                h2 { "People and room" }
                @for part in &parts {
                    h3 { (part.title) }
                    ul {
                        @for noted in &part.lines {
                            li {
                                bdi { (noted.text) }
                                @for entry in &noted.entries { " " (cite(*entry)) }
                            }
                        }
                    }
                }
            }
        }
    }
}
