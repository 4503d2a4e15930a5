//! Headings that are worded in their own way: by the words of the law in them, or made of the words of forms alone.

use super::composed::{is_form_words, role_of};
use super::find::{after_enumerator, is_caption};
use super::{Hit, Role};
use crate::recognise::fold::folded;
use crate::recognise::sheet::{Segment, Sheet};
use crate::recognise::value::is_title;

/// Words of the statutes and regulations that make any heading they stand in the heading of a field: 8 CFR 287.4 and
/// 19 CFR 163.7(b) ("before whom", "issuing", "to serve").
const WORDED: [(&str, Role); 11] = [
    ("beforewhom", Role::Contact),
    ("personissuing", Role::Issuing),
    ("officerissuing", Role::Issuing),
    ("officialissuing", Role::Issuing),
    ("authorizedtoserve", Role::Server),
    ("designatedtoserve", Role::Server),
    ("authoritytoserve", Role::Server),
    ("committedto", Role::Server),
    ("personalserviceto", Role::Server),
    ("tobeproduced", Role::Records),
    ("requiredtoappear", Role::Contact),
];

pub(super) fn worded(sheet: &Sheet, number: usize, segment: &Segment) -> Option<Hit> {
    let from = sheet.tokens.get(after_enumerator(sheet, segment))?.span.start.min(segment.span.end);
    let text = sheet.get(&(from..segment.span.end));
    let colon = text.find(':');
    let head = text.get(..colon.unwrap_or(text.len()))?;
    let words = head.split_whitespace().count();
    let most = if colon.is_some() { 20 } else { 16 };
    let sentence = head.contains(". ") || head.ends_with('.') && colon.is_none() || words > most;
    let begins = head.chars().find(|c| c.is_alphabetic())?.is_uppercase();
    let spoken = ["hereby", "youare", "failure", "mustproduce", "producedare"]
        .iter()
        .any(|word| folded(head).contains(&folded(word)));
    if sentence || !begins || spoken {
        return None;
    }
    let folded_head = folded(head);
    let (_, role) = WORDED.iter().find(|(words, _)| folded_head.contains(&folded(words)))?;
    let end = colon.map_or(segment.tokens.end, |at| sheet.tokens_in(&(from..from + at + 1)).end);
    Some(Hit { role: *role, segment: number, tokens: segment.tokens.start..end, caption: false, right: false })
}

/// A heading made of the words of forms: up to a colon or to where larger letters begin, or a whole segment that is no part of
/// a sentence.
pub(super) fn composed(sheet: &Sheet, number: usize, segment: &Segment) -> Option<Hit> {
    let start = after_enumerator(sheet, segment);
    let colon = (start..segment.tokens.end).find(|token| sheet.token(*token).ends_with(':'));
    let grows = (start + 1..segment.tokens.end).find(|token| sheet.grows(token - 1, *token));
    // "TO: CUSTODIAN, COMPANY AND MAILING ADDRESS": what to fill in.
    let told = |colon: &usize| {
        let rest =
            sheet.tokens.get(colon + 1).map_or(0..0, |next| next.span.start..segment.span.end.max(next.span.start));
        let rest = sheet.get(&rest);
        !(rest.contains(',') && folded(rest).contains(&folded("address")) && is_form_words(rest))
    };
    let colon = colon.filter(told);
    let cut = match (colon, grows) {
        (Some(colon), Some(grows)) => Some(grows.min(colon + 1)),
        (colon, grows) => grows.or(colon.map(|colon| colon + 1)),
    };
    let end = cut.unwrap_or(segment.tokens.end);
    let (first, last) = (sheet.tokens.get(start)?, sheet.tokens.get(end.checked_sub(1)?)?);
    let head = sheet.get(&(first.span.start..last.span.end.max(first.span.start)));
    let small = sheet.is_small(segment);
    let capital = head.chars().find(|c| c.is_alphabetic())?.is_uppercase();
    let caption = is_caption(sheet.get(&segment.span));
    let short = ["No.", "no.", "NO.", "Tel.", "TEL.", "any.", "Ref.", "REF."].iter().any(|end| head.ends_with(end));
    let ends = head.ends_with([',', ';']) || head.ends_with('.') && !short || head.contains(". ");
    if !(capital || small || caption) || ends {
        return None;
    }
    let role = role_of(head)?;
    if cut.is_none() && (is_title(head) || runs_on(sheet, segment)) {
        return None;
    }
    Some(Hit { role, segment: number, tokens: segment.tokens.start..end, caption, right: false })
}

/// Whether the next line goes on with the sentence of this one.
fn runs_on(sheet: &Sheet, segment: &Segment) -> bool {
    sheet.on_page(segment.page).any(|(_, below)| {
        let text = || sheet.get(&below.span);
        (below.left - segment.left).abs() < 4.0
            && below.top > segment.middle()
            && below.top - segment.bottom < 0.8 * segment.height()
            && text().chars().find(|c| c.is_alphabetic()).is_some_and(char::is_lowercase)
            && !is_form_words(text())
    })
}
