//! Addresses of pages: a line may break one off, and half of one is none.

use std::ops::Range;

use super::Form;
use crate::recognise::sheet::Segment;
use crate::recognise::value::{phone_in, regex};

/// The addresses in an area, and where in it each stands.
pub(super) fn all(form: &Form, area: &Range<usize>) -> Vec<(Range<usize>, String)> {
    let text = form.sheet.get(area);
    let mut found = Vec::new();
    let url = regex!(
        r"(?i)\b(?:https?://[^\s<>;,]+|(?:www\.)?(?:[a-z0-9-]+\.)+(?:com|org|net|gov|edu|io|social|info|app|me|us)/[^\s<>;,]+)"
    );
    // The beginning of an address may stand at the end of the line before: half of one is none.
    let half = form.sheet.text.get(..area.start).is_some_and(|before| before.trim_end().ends_with("//"));
    for hit in url.into_iter().flat_map(|url| url.find_iter(text)).filter(|hit| !half || hit.start() > 0) {
        if let Some((end, value)) = joined(form, area, text, &hit) {
            found.push((hit.start()..end, value));
            continue;
        }
        let value = hit.as_str().trim_end_matches(['.', ':', ')', ']', '"', '”', '’', '\'']);
        // One that may go on in the next line, or began in the line before, is half of one.
        let host = value.split("://").last().and_then(|rest| rest.split('/').next()).unwrap_or_default();
        let end = area.start + hit.end();
        let next = form.sheet.text.get(end..).unwrap_or_default();
        let goes_on = next.starts_with('\n') && next.trim_start().starts_with(['.', '/', '?', '=', '&', '_', '-']);
        let last_line = form
            .sheet
            .text
            .get(..area.start + hit.start())
            .and_then(|text| text.strip_suffix('\n'))
            .and_then(|text| text.rsplit([' ', '\n']).next());
        let began = last_line.is_some_and(|word| word.contains("//") && !value.contains("://"));
        // At the end of a line, and what follows is no word of a sentence: it may be the rest.
        let rest = next.strip_prefix('\n').and_then(|next| next.split_whitespace().next()).unwrap_or_default();
        let rest = rest.trim_end_matches([',', ';', '.']);
        let broken = next.starts_with('\n') && hit.as_str().ends_with('.')
            || rest.contains(|c: char| c.is_ascii_digit() || matches!(c, '_' | '/' | '='))
                && !rest.starts_with(['(', '@', '+'])
                && !rest.contains("//")
                && phone_in(rest).is_none()
                && !rest.contains('@');
        // Where its line had room left it was not broken off, whatever stands below.
        let ended = next.starts_with('\n')
            && !rest.contains(['/', '=', '&', '?', '%'])
            && has_room(form, area.start + hit.start(), value.ends_with('/'));
        let open = broken || value.ends_with('/');
        if open && !ended || value.ends_with(['=', '?', '&', '_', '-']) || !host.contains('.') || goes_on || began {
            continue;
        }
        found.push((hit.start()..hit.start() + value.len(), value.to_owned()));
    }
    found
}

/// An address that its line breaks off at a sign and the next line goes on with up to the mark that parts it from the next entry: where
/// it ends, and all of it.
fn joined(form: &Form, area: &Range<usize>, text: &str, first: &regex::Match) -> Option<(usize, String)> {
    let rest = text.get(first.end()..)?.strip_prefix('\n')?;
    let broken = first.as_str().ends_with(['.', '/', '-', '_', '=', '?', '&', '#']);
    let second = regex!(r"^[\w./~@=?&%#-]*\w/?(?:[,;]|\.?\s*$|\.\n)").and_then(|second| second.find(rest));
    let second = second.filter(|_| broken && !has_room(form, area.start + first.start(), false))?;
    let second = second.as_str().trim_end_matches([',', ';', '.']).trim_end();
    // A word of the sentence may follow as well; and what stands beside it in a row is another cell's.
    let told = second.contains(|c: char| c.is_ascii_digit() || matches!(c, '_' | '/' | '=' | '?' | '&'));
    let here = form.sheet.segment_at(area.start + first.start()).and_then(|at| form.sheet.segments.get(at));
    let next = form.sheet.segment_at(area.start + first.end() + 1).and_then(|at| form.sheet.segments.get(at));
    let under = here.zip(next).is_some_and(|(here, next)| next.top > here.middle() && next.left <= here.left + 24.0);
    if !told || !under {
        return None;
    }
    let value = format!("{}{second}", first.as_str());
    let host = value.split("://").last().and_then(|rest| rest.split('/').next()).unwrap_or_default();
    host.contains('.').then(|| (first.end() + 1 + second.len(), value))
}

/// Whether the next word would have had room left on the line at this place: it begins a line of its own then. Lines end where the
/// longest does that begins no farther right, in the same cell: near it, or on all of the page where nothing stands at its right and
/// the address does not end as halves of one do.
fn has_room(form: &Form, at: usize, half: bool) -> bool {
    let Some(here) = form.sheet.segment_at(at).and_then(|at| form.sheet.segments.get(at)) else { return false };
    let on_page = || form.sheet.on_page(here.page).map(|(_, other)| other);
    let near = |other: &&Segment| (other.middle() - here.middle()).abs() < 8.0 * here.height();
    let wall = on_page().filter(near).filter(|other| other.left > here.right + 1.0).map(|other| other.left);
    let wall = wall.fold(f32::INFINITY, f32::min);
    let within = |other: &&Segment| other.left <= here.left + 6.0 && other.right > here.left && other.right <= wall;
    let within = |other: &&Segment| within(other) && (wall.is_infinite() && !half || near(other));
    let margin = on_page().filter(within).map(|other| other.right).fold(0.0, f32::max);
    let next = form.sheet.tokens.get(form.sheet.tokens_in(&here.span).end).filter(|token| token.page == here.page);
    margin - here.right > next.map_or(0.0, |next| next.rect.width()) + here.height()
}
