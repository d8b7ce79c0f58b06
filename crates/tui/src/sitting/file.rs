//! What may be said of the file under the session: nothing is claimed of it that was not looked for.

use crate::sitting::Sitting;
use unequal_session::Place;
use unequal_session::telling::count;

impl Sitting {
    /// Looks what became of the file under the session; gives whether that is another thing than before.
    pub fn look_at_file(&mut self) -> bool {
        let lost = self.place.as_ref().and_then(Place::lost);
        let changed = lost != self.lost;
        self.lost = lost;
        changed
    }

    /// What leaving means, for what was done and for whoever sits elsewhere; `otherwise` where nobody does and nothing is
    /// lost.
    pub fn on_leaving(&mut self, otherwise: &str) -> String {
        if self.confined {
            return "Your seat is kept, and what you have typed is there when you come back."
                .to_owned();
        }
        let kept = self.kept(otherwise);
        let present = self.place.as_ref().map_or_else(Vec::new, Place::present);
        let here = present.iter().filter(|one| one.away.is_none()).count();
        match here {
            0 => kept,
            _ => format!(
                "{kept} {} from elsewhere, and will be sent away until it is hosted again.",
                count(here, "person is here", "people are here")
            ),
        }
    }

    /// What leaving means for what was done: `otherwise` where every act is in its file, as a look shows.
    pub fn kept(&mut self, otherwise: &str) -> String {
        self.look_at_file();
        match (&self.lost, &self.place) {
            (Some(lost), Some(place)) => {
                let acts = count(place.last_number().count(), "act", "acts");
                format!(
                    "{lost}. NOT on disk: {acts}. Who leaves now loses them. Say no, and they can be \
                     written into another file."
                )
            }
            _ => otherwise.to_owned(),
        }
    }
}
