//! The queue, a page at a time.

use contract::{Fault, QueueCounts, QueuePage, QueueRequest, QueueSort, QueueView};
use matter::demand::Step;
use matter::time::Instant;
use matter::wire::Count53;
use register::{QueueFilter, QueueKey, QueueSort as KeptSort};

use crate::Desk;
use crate::faults::fault;

/// How far "due this week" looks ahead.
const WEEK: chrono::TimeDelta = chrono::TimeDelta::days(7);

fn filter(view: QueueView, text: &str, now: Instant) -> QueueFilter {
    let open = QueueFilter { open: Some(true), text: text.to_owned(), ..QueueFilter::default() };
    match view {
        QueueView::NeedsTriage => QueueFilter { steps: vec![Step::NeedsTriage], ..open },
        // A closed demand has a date only where a court, or somebody who says a court did, set one: that is met all the same.
        QueueView::DueThisWeek => QueueFilter { due_before: now.checked_add_signed(WEEK), open: None, ..open },
        QueueView::WaitingForCounsel => QueueFilter { steps: vec![Step::WithCounsel], ..open },
        QueueView::ClaimedOrders => QueueFilter { claimed: true, open: None, ..open },
        QueueView::NoticesToSend => QueueFilter { notice_to_send: true, ..open },
        QueueView::All => QueueFilter { open: None, ..open },
    }
}

impl Desk {
    pub(crate) fn queue_page(&self, request: &QueueRequest) -> Result<QueuePage, Fault> {
        let open = self.started()?;
        let filter = filter(request.view, &request.text, self.now());
        let limit = usize::from(request.limit.clamp(1, 500));
        let key: Option<QueueKey> = match &request.after {
            None => None,
            Some(text) => Some(serde_json::from_str(text).map_err(|_| Fault::Request { detail: "after".to_owned() })?),
        };
        // Latest first is the same order walked from its end.
        let (sort, backwards) = match request.sort {
            QueueSort::Due => (KeptSort::Due, false),
            QueueSort::Received => (KeptSort::Received, true),
            QueueSort::Reference => (KeptSort::Reference, true),
        };
        let register = &open.register;
        let page = if backwards {
            let mut page = register.queue_before(&filter, sort, key.as_ref(), limit).map_err(fault)?;
            page.rows.reverse();
            std::mem::swap(&mut page.first, &mut page.last);
            page
        } else {
            register.queue(&filter, sort, key.as_ref(), limit).map_err(fault)?
        };
        let total = register.queue_count_of(&filter).map_err(fault)?;
        let next = (page.rows.len() == limit).then_some(page.last).flatten();
        Ok(QueuePage {
            rows: page.rows,
            next: next.and_then(|key| serde_json::to_string(&key).ok()),
            total: Count53::try_from(total).unwrap_or_default(),
        })
    }

    pub(crate) fn count_views(&self) -> Result<QueueCounts, Fault> {
        let open = self.started()?;
        let now = self.now();
        let counts = open.register.queue_counts(now.checked_add_signed(WEEK).unwrap_or(now)).map_err(fault)?;
        let count = |rows: u64| Count53::try_from(rows).unwrap_or_default();
        Ok(QueueCounts {
            needs_triage: count(counts.needs_triage),
            due_this_week: count(counts.due),
            waiting_for_counsel: count(counts.with_counsel),
            claimed_orders: count(counts.claimed),
            notices_to_send: count(counts.notices),
            all: count(counts.all),
        })
    }
}
