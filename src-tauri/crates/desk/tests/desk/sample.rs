//! The SAMPLE register is made by the rules, and shows each state.

use contract::{Commands as _, DemandRequest, Empty, QueueRequest, QueueSort, QueueView, SessionState};
use matter::compulsion::{Guard, Headline};

use crate::desk_in;

#[test]
fn every_state_is_there_once() {
    let folder = tempfile::tempdir().unwrap();
    let (desk, _) = desk_in(folder.path());
    let session = desk.open_sample(Empty {}).unwrap();
    assert_eq!(session.state, SessionState::Open);
    assert!(session.sample);
    let request =
        QueueRequest { view: QueueView::All, sort: QueueSort::Reference, text: String::new(), after: None, limit: 100 };
    let page = desk.queue(request).unwrap();
    assert_eq!(page.rows.len(), 14);
    let shown: Vec<(Option<Guard>, Headline)> = page.rows.iter().rev().map(|row| (row.guard, row.headline)).collect();
    use Headline::*;
    assert_eq!(
        shown,
        [
            (None, NoneOnRecord),
            (Some(Guard::NotConfirmed), NoneOnRecord),
            (Some(Guard::OtherInstrument), NoneOnRecord),
            (None, ProceedingPending),
            (None, Claimed),
            (None, InForce),
            (None, Stayed),
            (None, Restrained),
            (None, ConflictingOrders),
            (None, DeniedOrQuashed),
            (None, ReversedOrVacated),
            (None, Complied),
            (None, Withdrawn),
            (None, Superseded),
        ]
    );
    for row in &page.rows {
        let view = desk.demand(DemandRequest { demand: row.demand, as_of: None, known_at: None }).unwrap();
        assert_eq!(view.compulsion.headline, row.headline, "{}", row.reference);
    }
    // Opened again it is the same one, unlocked.
    desk.lock(Empty {}).unwrap();
    assert_eq!(desk.open_sample(Empty {}).unwrap().state, SessionState::Open);
    assert_eq!(desk.queue_counts(Empty {}).unwrap().all.get(), 14);
}
