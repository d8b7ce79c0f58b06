//! What a report tells of offers, deflections, measures and crises agrees with the record, in every format.

use unequal_partners::engine::action::Action;
use unequal_partners::engine::entry_number::EntryNumber;
use unequal_partners::engine::seat::Seat;
use unequal_partners::model::choice::Response;
use unequal_partners::report::{Aar, Extras, html, markdown};
use unequal_partners::session::{Remarks, Table};

use crate::eventful::{bots, play, reference, stamp, submit, three};

/// Whole sessions with somebody in each of the three seats.
fn sessions() -> Vec<Table> {
    let deck = reference();
    // Whoever weighs an offer takes some up; whoever does not deflects often.
    let setups = (0..10).map(|seed| {
        let patron = if seed % 2 == 0 { "random" } else { "logit" };
        three(patron, "random", "random", seed)
    });
    setups.map(|setup| play(&deck, &setup, 500)).collect()
}

/// Acts of the line that stands, by what they are.
fn standing(table: &Table, is: impl Fn(&Action) -> bool) -> usize {
    table
        .standing()
        .filter(|moment| is(&moment.entry.act))
        .count()
}

fn whole(table: &Table) -> Aar {
    Aar::new(table, Seat::WhiteCell, Extras::default())
}

#[test]
fn every_measure_offer_and_answer_has_its_line() {
    let (mut deflected, mut taken_up, mut measures) = (0, 0, 0);
    for table in sessions() {
        let aar = whole(&table);
        let ruled = standing(&table, |act| matches!(act, Action::Rule { .. }));
        assert_eq!(aar.exchanges.len(), ruled);
        let deflects = |response: Response| response == Response::Deflect;
        let deflections = standing(
            &table,
            |act| matches!(act, Action::Respond { response, .. } if deflects(*response)),
        );
        let named = aar.exchanges.iter();
        let named = named.filter(|line| line.given_instead.is_some()).count();
        assert!(named <= deflections, "{named} of {deflections}");
        deflected += named;
        let offered = standing(&table, |act| matches!(act, Action::Offer { .. }));
        assert_eq!(aar.offers.len(), offered);
        let taken = standing(&table, |act| matches!(act, Action::TakeUp));
        let told = aar.offers.iter();
        assert_eq!(told.filter(|line| line.came == "taken up").count(), taken);
        taken_up += taken;
        // Those that the white cell set in Europe's place were taken as well.
        let taken = standing(&table, |act| {
            let set = matches!(act, Action::SetMeasure { measure, .. } if measure.is_some());
            set || matches!(act, Action::Measure { .. })
        });
        assert_eq!(aar.europe.as_ref().unwrap().measures.len(), taken);
        measures += taken;
    }
    assert!(
        deflected > 0 && taken_up > 0 && measures > 0,
        "{deflected} deflected, {taken_up} taken up, {measures} measures"
    );
}

#[test]
fn a_crisis_is_told_once_both_have_decided() {
    let mut told = 0;
    for table in sessions() {
        let aar = whole(&table);
        let decided = standing(&table, |act| matches!(act, Action::CrisisAct { .. }));
        assert!(aar.crises.len() * 2 <= decided + 1, "{decided} decisions");
        for line in &aar.crises {
            assert!(line.stability.after >= line.stability.before || !(line.patron || line.client));
        }
        told += aar.crises.len();
    }
    assert!(told > 0, "no session came into a crisis");
}

#[test]
fn what_happened_stands_on_the_page_and_in_the_text() {
    let table = sessions().remove(0);
    let aar = whole(&table);
    let (page, text) = (html(&aar), markdown(&aar));
    for section in ["exchanges", "europe", "signposts", "knowledge"] {
        assert!(page.contains(&format!("id=\"{section}\"")), "{section}");
    }
    for measure in &aar.europe.as_ref().unwrap().measures {
        assert!(text.contains(&measure.title), "{}", measure.title);
    }
    for offer in &aar.offers {
        assert!(text.contains(&offer.title) && text.contains(&offer.asked_title));
    }
    assert_eq!(aar.signposts.points.len(), aar.course.points.len());
}

#[test]
fn what_each_of_three_seats_knew_is_told_of_its_own_decisions() {
    let aar = whole(&sessions().remove(1));
    for known in &aar.knowledge {
        assert!(known.menu.is_none() || known.seat == "patron");
        assert!(known.unity.is_none() || known.seat == "europe");
    }
    assert!(aar.knowledge.iter().any(|known| known.menu.is_some()));
    assert!(aar.knowledge.iter().any(|known| known.unity.is_some()));
    for seat in ["patron", "client", "europe"] {
        assert!(
            aar.knowledge.iter().any(|known| known.seat == seat),
            "{seat}"
        );
    }
}

#[test]
fn what_is_europes_own_is_left_out_where_nobody_sits_there() {
    for (setup, sits) in [
        (bots("logit", "random", 3), false),
        (three("logit", "random", "random", 3), true),
    ] {
        let mut table = Table::unrecorded(reference(), &setup, &stamp(0)).unwrap();
        let act = Action::Adjust {
            gauge: "unity".to_owned(),
            by: 1,
            reason: "they met".to_owned(),
        };
        submit(
            &mut table,
            Seat::WhiteCell,
            "Anna",
            &act,
            Remarks::default(),
        );
        let seen = table
            .entry_seen(EntryNumber::FIRST, EntryNumber::FIRST, Seat::WhiteCell)
            .unwrap();
        assert_eq!(!seen.changes.is_empty(), sits);
        let aar = whole(&table);
        let mut effects = aar.chronology.iter().flat_map(|line| &line.effects);
        assert_eq!(effects.any(|effect| effect.gauge == "unity"), sits);
        let view = table.view(Seat::WhiteCell);
        let gauges = view.gauges(table.scenario());
        assert_eq!(gauges.iter().any(|gauge| gauge.is_europes()), sits);
    }
}
