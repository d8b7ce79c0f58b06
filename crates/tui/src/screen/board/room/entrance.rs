//! How people come to their seats from laptops of their own: what they type, and the code of each seat; and how phones
//! come in, where the audience's page is served.

use crate::command::{Command, Hint};
use crate::effect::Effect;
use crate::glance::{Glance, look};
use crate::keymap::Layer;
use crate::page::asking::white_cell;
use crate::page::listing::{self, Lists};
use crate::page::{Sheet, Then};
use crate::screen::board::room::parts::joined;
use crate::sitting::Sitting;
use crate::widget::option_list::OptionRow;
use crate::widget::prose::Piece;
use unequal_core::deck::plain;
use unequal_core::engine::action::Action;
use unequal_core::engine::limits::LONGEST_ANNOUNCEMENT;
use unequal_core::store::stage::Scene;
use unequal_session::phones::Invitation;
use unequal_session::presence::DoorTo;
use unequal_session::telling::count;

#[derive(Debug)]
struct Elsewhere;

/// The list.
pub fn sheet() -> Sheet {
    listing::sheet(Elsewhere, 0)
}

/// The seats that somebody may come to.
fn doors(glance: &Glance<'_>) -> Vec<DoorTo> {
    let entrance = glance.place.entrance();
    entrance.map_or_else(Vec::new, |entrance| entrance.doors)
}

/// What the room may know of it: how to come, and the key of this computer. Codes are the white cell's to give.
fn announcement(glance: &Glance<'_>) -> String {
    let Some(entrance) = glance.place.entrance() else {
        return String::new();
    };
    let mut commands = entrance.doors.iter().map(|door| plain(&door.command));
    let first = commands.next().unwrap_or_default();
    let user = |command: String| command.split(' ').next_back().map(str::to_owned);
    let users = commands.filter_map(user);
    let users: Vec<String> = users
        .filter_map(|user| Some(format!("{}@", user.split('@').next()?)))
        .collect();
    let text = format!(
        "Sit down from your laptop: {first} (or {}). The key of this computer: {}",
        users.join(", "),
        entrance.host_key
    );
    text.chars().take(LONGEST_ANNOUNCEMENT).collect()
}

/// How phones come in, where a page is served.
fn invitation(glance: &Glance<'_>) -> Option<Invitation> {
    glance.place.phones()?.invitation()
}

/// What can be done about phones, behind the seats: to let them enter something or not, and to draw another link.
fn phone_rows(invitation: &Invitation) -> [OptionRow; 2] {
    let row = |name: &str, note: String| OptionRow {
        name: name.to_owned(),
        note,
        open: true,
        ..OptionRow::default()
    };
    let is = if invitation.open { "open" } else { "closed" };
    let many = count(invitation.names.len(), "name is in", "names are in");
    [
        row("Phones", format!("{is} · {many}")),
        row("Another link", "whoever is in comes anew".to_owned()),
    ]
}

/// What is said of phones.
fn of_phones(invitation: &Invitation, sitting: &Sitting) -> Vec<Piece> {
    let is = if invitation.open {
        "Phones may enter estimates, dissent and notes now. They come in by the link:"
    } else {
        "Phones may enter nothing now. Once they may, they come in by the link:"
    };
    let mut pieces = vec![
        Piece::Text(is.to_owned()),
        Piece::Heading(invitation.link.clone(), sitting.theme.strong),
    ];
    if !invitation.names.is_empty() {
        let names: Vec<String> = invitation.names.iter().map(|name| plain(name)).collect();
        pieces.push(Piece::Aside(format!("In: {}", names.join(", "))));
    }
    pieces
}

/// Who sits there, in a word or two.
fn who(glance: &Glance<'_>, door: &DoorTo) -> String {
    let present = glance.place.present();
    let here = present.iter().filter(|one| one.seat == door.seat);
    let told: Vec<String> = here
        .map(|one| match (&one.away, one.looks_on) {
            (Some(_), _) => format!("{} is away", plain(&one.name)),
            (None, true) => format!("{} looks on", plain(&one.name)),
            (None, false) => format!("{} is here", plain(&one.name)),
        })
        .collect();
    if told.is_empty() {
        "nobody yet".to_owned()
    } else {
        joined(&told)
    }
}

impl Lists for Elsewhere {
    fn title(&self, _glance: &Glance<'_>) -> String {
        "Seats from elsewhere".to_owned()
    }

    fn layer(&self) -> Layer {
        Layer::Entrance
    }

    fn rows(&self, glance: &Glance<'_>) -> Vec<OptionRow> {
        let row = |door: &DoorTo| OptionRow {
            name: glance.name(door.seat).to_owned(),
            note: format!(
                "{} · code {} · {}",
                plain(&door.command),
                door.code,
                who(glance, door)
            ),
            open: true,
            ..OptionRow::default()
        };
        let doors = doors(glance);
        let phones = invitation(glance);
        let phones = phones.iter().flat_map(phone_rows);
        doors.iter().map(row).chain(phones).collect()
    }

    fn empty(&self) -> &'static str {
        "Nobody can come from another computer now. Leave the session, and host it with an address of this computer: \
         unequal host SAVE --ssh ADDRESS."
    }

    fn pieces(&self, glance: &Glance<'_>, sitting: &Sitting, place: usize) -> Vec<Piece> {
        let entrance = glance.place.entrance();
        let Some((entrance, door)) = entrance
            .as_ref()
            .and_then(|entrance| Some((entrance, entrance.doors.get(place)?)))
        else {
            let phones = invitation(glance);
            return phones.map_or_else(Vec::new, |phones| of_phones(&phones, sitting));
        };
        let asks = glance.place.asks();
        let asked = asks.first().map(|one| {
            let words = format!(
                "{} asks for a seat: esc, and you are asked.",
                plain(&one.name)
            );
            [Piece::Heading(words, sitting.theme.strong), Piece::Gap]
        });
        let told = [
            Piece::Text("On their laptop they type".to_owned()),
            Piece::Heading(plain(&door.command), sitting.theme.strong),
            Piece::Text(format!("and then the code {}.", door.code)),
            Piece::Gap,
        ];
        let wrong = (door.wrong > 0).then(|| {
            let many = count(door.wrong, "time", "times");
            let words = format!(
                "Another code was typed {many} since this one was drawn. If that was none of yours, ⏎ draws the next."
            );
            [Piece::Heading(words, sitting.theme.strong), Piece::Gap]
        });
        let more = [
            Piece::Text(
                "A code lets one person in, and the next one has another. Who came in with a key of their own needs no \
                 code any more. Who has no code presses Enter, and you are asked."
                    .to_owned(),
            ),
            Piece::Gap,
            Piece::Aside(format!(
                "The first time, their ssh shows the key of this computer, and asks whether it is the right one: {}",
                entrance.host_key
            )),
        ];
        let asked = asked.into_iter().flatten().chain(told);
        let wrong = wrong.into_iter().flatten();
        asked.chain(wrong).chain(more).collect()
    }

    fn hints(&self, glance: &Glance<'_>, place: Option<usize>) -> Vec<Hint> {
        let Some(place) = place else {
            return Vec::new();
        };
        let words = match place.checked_sub(doors(glance).len()) {
            None => {
                return vec![
                    Command::Confirm.hint("another code"),
                    Command::Announce.hint("on the wall, without codes"),
                ];
            }
            Some(0) if invitation(glance).is_some_and(|phones| phones.open) => "close",
            Some(0) => "open",
            Some(_) => "another link",
        };
        vec![
            Command::Confirm.hint(words),
            Command::Announce.hint("the link on the wall"),
        ]
    }

    fn on(&mut self, sitting: &mut Sitting, command: Command, place: Option<usize>) -> Then {
        let Some(glance) = look(sitting) else {
            return Then::Stay;
        };
        let doors = doors(&glance);
        let Some(door) = place.and_then(|place| doors.get(place)) else {
            let behind = place.and_then(|place| place.checked_sub(doors.len()));
            let shown = Effect::Call(Some(Scene::Phones), 0);
            return match (command, glance.place.phones(), behind) {
                (Command::Confirm, Some(phones), Some(0)) => {
                    phones.open(!phones.is_open());
                    Then::Stay
                }
                (Command::Confirm, Some(phones), Some(1)) => {
                    phones.renew();
                    let called = sitting.desk.called.as_ref();
                    if called.is_some_and(|call| call.scene == Some(Scene::Phones)) {
                        return Then::Do(vec![shown]);
                    }
                    Then::Stay
                }
                (Command::Announce, Some(_), Some(_)) => Then::Do(vec![shown, Effect::Lift]),
                _ => Then::Stay,
            };
        };
        match command {
            Command::Confirm => {
                glance.place.renew_code(door.seat);
                Then::Stay
            }
            Command::Announce => {
                let text = announcement(&glance);
                let mut effects = white_cell(Action::Announce { text });
                effects.push(Effect::Lift);
                Then::Do(effects)
            }
            _ => Then::Stay,
        }
    }
}
