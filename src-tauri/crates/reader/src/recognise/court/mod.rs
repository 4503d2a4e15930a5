//! Papers of federal courts: which court, which case, which kind of paper, who signed, and what it does.
//!
//! The rule that must never break (issue 3; legal-reference §3.3): no order, and no "produce", is suggested from a subpoena, a
//! petition, a proposed order, a report and recommendation or an order *not* to produce.

mod caption;
mod docket;
mod effect;
mod kind;
mod signature;
mod stamp;

use matter::proceeding::PaperKind;

use super::form::{common, suggestion};
use super::sheet::Sheet;
use matter::suggestion::{Class, Field, Method, Suggestion, Value};

pub(super) use caption::{Caption, caption};
pub(super) use kind::classed;

/// Everything that is suggested of a court paper.
pub(super) fn suggest(sheet: &Sheet, class: Option<Class>) -> Vec<Suggestion> {
    let mut all = common(sheet);
    let Some(caption) = caption(sheet) else { return all };
    if let Some(court) = caption.court.clone() {
        let value = Value::Court { court };
        all.push(suggestion(sheet, Field::Court, value, &caption.spans, Method::Shape, 0.95));
    }
    let stamp = stamp::find(sheet);
    all.extend(docket::find(sheet, &caption));
    all.extend(stamp);
    let Some(Class::Court { kind }) = class else { return all };
    let ruling = matches!(
        kind,
        PaperKind::Order
            | PaperKind::AppellateDecision
            | PaperKind::OrderToShowCause
            | PaperKind::ReportAndRecommendation
    );
    if ruling {
        all.extend(signature::find(sheet).map(|signed| signed.suggestions(sheet)).unwrap_or_default());
    }
    all.extend(effect::find(sheet, kind));
    all
}
