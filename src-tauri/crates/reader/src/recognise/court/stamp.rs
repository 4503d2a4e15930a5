//! The stamp that the electronic filing system prints at the head of each page (legal-reference §3.4, 8): helpful, easily
//! forged, and absent on sealed and served copies.

use matter::docket::DocketNumber;

use crate::recognise::form::suggestion;
use crate::recognise::sheet::Sheet;
use crate::recognise::value::{date_in, regex};
use matter::suggestion::{Field, Method, Suggestion, Value};

/// The first stamp.
pub(super) fn find(sheet: &Sheet) -> Option<Suggestion> {
    let pattern = regex!(
        r"(?i)\bcase:?\s+(\S+(?:\s+\([A-Za-z]{1,4}\))?)\s*,?\s+(?:document|doc\.?|ecf\s+no\.?)\s*#?:?\s+(\d{1,4}(?:-\d{1,3})?)\s*,?\s+(?:date\s+)?filed:?\s+(?:on\s+)?(?:in\s+[A-Z]{2,6}\s+on\s+)?(\d{1,2}/\d{1,2}/\d{2,4})"
    );
    // The number may be written with spaces: "26 Misc. 123 (ABC)".
    let spaced = regex!(
        r"(?i)\bcase:?\s+([0-9][^\n]{3,30}?)\s+(?:document|doc\.?)\s*#?:?\s+(\d{1,4}(?:-\d{1,3})?)\s+filed:?\s+(\d{1,2}/\d{1,2}/\d{2,4})"
    );
    let captures =
        pattern.and_then(|p| p.captures(&sheet.text)).or_else(|| spaced.and_then(|p| p.captures(&sheet.text)))?;
    let docket = DocketNumber::new(captures.get(1)?.as_str());
    docket.parsed()?;
    let (filed, _) = date_in(captures.get(3)?.as_str())?;
    let value = Value::FilingStamp { docket, document: captures.get(2)?.as_str().to_owned(), filed };
    Some(suggestion(sheet, Field::FilingStamp, value, &[captures.get(0)?.range()], Method::Shape, 0.95))
}
