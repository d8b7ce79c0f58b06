//! The pages of those who take part: how they come in, and what they may enter.

use axum::response::Html;
use maud::{Markup, html};
use unequal_core::deck::plain;
use unequal_core::engine::limits::{LONGEST_NAME, LONGEST_TEXT};
use unequal_core::engine::name::is_same;
use unequal_core::engine::view::PollView;
use unequal_session::Place;
use unequal_session::seal::fresh_nonce;

use crate::form::Form;
use crate::frame;
use crate::phone::decisions;

/// How somebody comes in: by choosing or typing a name. `told` is why they were not let in with the name that is there.
pub(crate) fn way_in(place: &Place, token: &str, name: &str, told: &str) -> Html<String> {
    let participants = &place.view().room.participants;
    let body = html! {
        (head(place))
        main {
            (trouble(told))
            section.slide {
                h1 { "Take part" }
                p { "Choose your name where it is known, or type it. What you enter stands on the record under it." }
                form method="post" action="/in" {
                    input type="hidden" name="token" value=(token);
                    label for="name" { "Name" }
                    input #name name="name" value=(name) list="names" maxlength=(LONGEST_NAME) required autocomplete="off";
                    datalist #names { @for one in participants { option value=(plain(&one.name)) {} } }
                    button { "Come in" }
                }
            }
        }
    };
    frame::page("Take part", false, &body)
}

/// What is said while nothing is taken; it looks again by itself.
pub(crate) fn closed(place: &Place, forms: &str) -> Html<String> {
    let body = html! {
        (head(place))
        main data-forms=(forms) {
            section.slide {
                h1 { "Not open now" }
                p { "Nothing is taken from phones now. This page shows it when the white cell opens it." }
                p { a href="/" { "To the page of the session" } }
            }
        }
    };
    frame::page("Not open now", true, &body)
}

/// What somebody may enter. `said` is what was taken last; `refused` the form that was not taken, and why.
pub(crate) fn forms(
    place: &Place,
    name: &str,
    forms: &str,
    said: &str,
    refused: Option<(&Form, &str)>,
) -> Html<String> {
    let nothing = Form::default();
    let (typed, why) = refused.unwrap_or((&nothing, ""));
    let polls = place.view().room.polls.iter();
    let open: Vec<&PollView> = polls.filter(|poll| poll.estimates.is_none()).collect();
    let body = html! {
        (head(place))
        main data-forms=(forms) {
            p.who { "You are in as " strong dir="auto" { (plain(name)) } "." }
            p.changed #changed hidden { "Something else is asked now. " a href="/me" { "Show it" } }
            @if !said.is_empty() { p.taken role="status" { (said) } }
            (trouble(why))
            @for poll in open { (estimate(poll, name, typed)) }
            (dissent(place, typed))
            (note(typed))
            p { a href="/" { "To the page of the session" } }
        }
    };
    frame::page("Take part", false, &body)
}

fn head(place: &Place) -> Markup {
    html! { header { p.session dir="auto" { (plain(&place.standing().name)) } } }
}

fn trouble(why: &str) -> Markup {
    html! { @if !why.is_empty() { p.trouble role="alert" { "Not taken: " (plain(why)) } } }
}

/// What every form has: what it is, and a word of its own, so that it is taken once. One that was refused keeps its word.
fn hidden(what: &str, id: &str, typed: &Form) -> Markup {
    let once = typed.again(what, id, "once");
    let once = if once.is_empty() {
        fresh_nonce()
    } else {
        once.to_owned()
    };
    html! {
        input type="hidden" name="what" value=(what);
        input type="hidden" name="id" value=(id);
        input type="hidden" name="once" value=(once);
    }
}

fn estimate(poll: &PollView, name: &str, typed: &Form) -> Markup {
    let id = poll.id.as_str();
    let given = poll.answered.iter().any(|known| is_same(known, name));
    let field = |of: &str| format!("{of}-{}", plain(id));
    html! {
        section.slide {
            p.over { "An estimate, blind" }
            h2 dir="auto" { (plain(&poll.question)) }
            p.aside dir="auto" { "Decided by: " (plain(&poll.resolution)) }
            form method="post" action="/me" {
                (hidden("estimate", id, typed))
                label for=(field("percent")) { "How likely, 0 to 100?" }
                input.percent id=(field("percent")) name="percent" value=(typed.again("estimate", id, "percent"))
                    type="text" inputmode="numeric" maxlength="4" required autocomplete="off";
                label for=(field("reason")) { "Why (may stay empty)" }
                textarea id=(field("reason")) name="reason" rows="2" maxlength=(LONGEST_TEXT) { (typed.again("estimate", id, "reason")) }
                button { @if given { "Give another in its place" } @else { "Give it" } }
                @if given { p.aside { "You have given one." } }
            }
        }
    }
}

fn dissent(place: &Place, typed: &Form) -> Markup {
    let decisions = decisions(place);
    let chosen = typed.again("dissent", "", "entry");
    html! {
        @if !decisions.is_empty() {
            section.slide {
                h2 { "I would have decided otherwise" }
                form method="post" action="/me" {
                    (hidden("dissent", "", typed))
                    label for="entry" { "Which decision" }
                    select #entry name="entry" {
                        @for seen in &decisions {
                            option value=(seen.number) selected[seen.number.to_string() == chosen] { (plain(&seen.sentence)) }
                        }
                    }
                    label for="why" { "What, and why" }
                    textarea #why name="why" rows="3" maxlength=(LONGEST_TEXT) required { (typed.again("dissent", "", "why")) }
                    button { "Write it down" }
                }
            }
        }
    }
}

fn note(typed: &Form) -> Markup {
    html! {
        section.slide {
            h2 { "A note" }
            form method="post" action="/me" {
                (hidden("note", "", typed))
                label for="text" { "What is worth keeping" }
                textarea #text name="text" rows="3" maxlength=(LONGEST_TEXT) required { (typed.again("note", "", "text")) }
                label.box { input type="checkbox" name="private" checked[!typed.again("note", "", "private").is_empty()]; " for my seat and the white cell alone" }
                button { "Write it down" }
            }
        }
    }
}
