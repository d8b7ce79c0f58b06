//! The frame of every page: one style sheet inside the file, nothing fetched, nothing run.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use unequal_core::deck::Deck;

const STYLE: &str = "\
@page { size: A4; margin: 12mm }
* { box-sizing: border-box }
body { font: 10pt/1.4 Georgia, 'Times New Roman', serif; color: #111; background: #fff; \
max-width: 190mm; margin: 0 auto }
h1 { font: bold 17pt/1.2 Helvetica, Arial, sans-serif; margin: 0 0 1mm }
h2 { font: bold 11pt/1.3 Helvetica, Arial, sans-serif; margin: 4mm 0 1mm; border-bottom: 0.3mm solid #111 }
p { margin: 0 0 2mm } ul { margin: 0 0 2mm; padding-left: 5mm } li { margin: 0 0 0.6mm }
.lead { font: 10pt/1.3 Helvetica, Arial, sans-serif; color: #444; margin-bottom: 4mm }
.sheet { break-after: page } .sheet:last-child { break-after: auto }
.cards { display: grid; grid-template-columns: 1fr 1fr; grid-auto-rows: 66.5mm; gap: 2mm }
.cards.tall { grid-auto-rows: 88mm }
.card { border: 0.3mm solid #111; border-radius: 2mm; padding: 2.5mm 3mm; overflow: hidden; \
display: flex; flex-direction: column; font-size: 8pt; line-height: 1.24; break-inside: avoid }
.card header { display: flex; justify-content: space-between; gap: 3mm; \
font: 7.5pt/1.2 Helvetica, Arial, sans-serif; color: #444 }
.card h3 { font: bold 10pt/1.15 Helvetica, Arial, sans-serif; margin: 0.8mm 0 }
.card p { margin: 0 0 1mm } .card footer { margin-top: auto; font: 6.8pt/1.2 Helvetica, Arial, sans-serif; color: #333 }
.voice { font-style: italic } .label { font-variant: small-caps; font-weight: bold }
table { border-collapse: collapse; width: 100%; font-size: 8.5pt; margin-bottom: 2mm }
th, td { border: 0.2mm solid #777; padding: 0.7mm 1.4mm; text-align: left; vertical-align: top }
th { font: bold 8pt Helvetica, Arial, sans-serif; background: #eee } td.n { text-align: right; white-space: nowrap }
.small { font-size: 8pt; color: #444 }
@media print { body { padding: 0 0.4mm } }
@media screen { body { padding: 8mm } .sheet { margin-bottom: 12mm } }";

/// A whole page file.
pub(super) fn page(deck: &Deck, what: &str, body: &Markup) -> String {
    let title = format!("{} – {what}", deck.text.about.title);
    html! {
        (DOCTYPE)
        html lang=(language(deck)) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width";
                title { (title) }
                style { (PreEscaped(STYLE)) }
            }
            body { (body) }
        }
    }
    .into_string()
}

fn language(deck: &Deck) -> &str {
    let language = deck.text.about.language.as_str();
    if language.is_empty() { "en" } else { language }
}

/// Running text, a paragraph at a time.
pub(super) fn running(text: &str) -> Markup {
    html! { @for paragraph in text.split("\n\n").filter(|part| !part.trim().is_empty()) { p { (paragraph) } } }
}

/// A titled list; nothing where there is nothing to list.
pub(super) fn titled(title: &str, items: &[String]) -> Markup {
    html! { @if !items.is_empty() { h2 { (title) } ul { @for item in items { li { (item) } } } } }
}
