//! Looks after the file under a session: tells when it is gone, and goes on in another one.

use crate::console::Console;
use crate::effect::Effect;
use crate::notice::Tone;
use crate::page::Sheet;
use crate::page::confirm::Confirm;
use crate::stack::Stack;
use unequal_session::shelf;
use unequal_session::telling::count;

/// Looks what became of the file; where it is gone now, asks whether to go on in another one. Gives whether
/// there is something to be drawn.
pub(super) fn look(stack: &mut Stack) -> bool {
    if !stack.sitting.look_at_file() {
        return false;
    }
    match (&stack.sitting.lost, &stack.sitting.place) {
        (Some(lost), Some(place)) => {
            let acts = count(place.last_number().count(), "act", "acts");
            let text = format!(
                "{lost}. Not on disk now: {acts}. Yes writes all of them into a new file and goes on \
                 there. No waits: nothing is recorded until the file is back."
            );
            let _nothing_to_begin = stack.lay(Sheet::new(Confirm {
                title: "The file of this session is gone".to_owned(),
                text,
                effects: vec![Effect::Elsewhere],
            }));
        }
        (None, Some(_)) => stack.sitting.say(
            Tone::Good,
            "The file is in its place, with every act in it.",
        ),
        (_, None) => {}
    }
    true
}

/// Writes the whole record into a new file among the saves, and goes on there.
pub(super) fn elsewhere(stack: &mut Stack, console: &mut impl Console) {
    let sitting = &mut stack.sitting;
    sitting.look_at_file();
    if sitting.lost.is_none() {
        sitting.say(
            Tone::Good,
            "The file is in its place, with every act in it.",
        );
        return;
    }
    let Some(owner) = &stack.owner else {
        return;
    };
    let mut table = owner.table();
    let day = sitting.clock.date(&table.header().started);
    let path = shelf::free_path(&sitting.shelf.folder, table.name(), &day);
    if let Err(error) = table.go_on_in(&path) {
        sitting.say(Tone::Trouble, format!("Nothing was written: {error}"));
        return;
    }
    drop(table);
    if let Some(place) = &mut sitting.place {
        place.look_anew();
    }
    sitting.lost = None;
    console.note_record(Some(&path));
    let shown = path.display();
    // Sealed plans have to lie beside the record to which they belong.
    let along = sitting.drafts.as_mut().map(|drafts| drafts.go_along(&path));
    match along {
        Some(Err(error)) => sitting.say(
            Tone::Trouble,
            format!("Every act is in {shown} now; what is typed is not kept: {error}"),
        ),
        Some(Ok(())) | None => sitting.say(
            Tone::Good,
            format!("Every act is in {shown} now; the session goes on there."),
        ),
    }
}
