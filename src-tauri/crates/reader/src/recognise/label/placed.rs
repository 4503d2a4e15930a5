//! Labels that stand under or at the right of what they name, told by what stands about them: a date above "Date issued" and
//! none below it, a whole column of captions at the right of ruled lines.

use std::collections::{HashMap, HashSet};

use super::composed::is_form_words;
use super::near::{directly_above, directly_below};
use super::region::inline;
use super::{Hit, Role};
use crate::recognise::sheet::{Segment, Sheet};
use crate::recognise::value::{date_in, email_in, is_name, name_title, number_in, phone_in, time_in};

/// Labels of one column at the right; fewer may stand there by chance.
const COLUMN: usize = 4;
/// Votes of a page for captions under what they name.
const VOTES: usize = 3;

/// Marks such labels.
pub(super) fn mark(sheet: &Sheet, hits: &mut [Hit]) {
    at_right(sheet, hits);
    under(sheet, hits);
}

/// Labels that fill their segment, by segment.
fn alone(sheet: &Sheet, hits: &[Hit]) -> HashMap<usize, usize> {
    let mut found = HashMap::new();
    let mut on: HashMap<usize, usize> = HashMap::new();
    for (at, hit) in hits.iter().enumerate() {
        *on.entry(hit.segment).or_default() += 1;
        let begins = sheet.segments.get(hit.segment).is_some_and(|one| hit.tokens.start <= one.tokens.start + 2);
        if begins && inline(sheet, hit).is_none() {
            found.insert(hit.segment, at);
        }
    }
    found.retain(|segment, _| on.get(segment) == Some(&1));
    found
}

/// A column of labels, each the last on its line with something at its left, and nothing under any but the next label.
fn at_right(sheet: &Sheet, hits: &mut [Hit]) {
    let labelled: HashSet<usize> = hits.iter().map(|hit| hit.segment).collect();
    let candidates: Vec<(usize, usize)> = alone(sheet, hits)
        .into_iter()
        .filter(|(segment, hit)| {
            let caption = hits.get(*hit).is_some_and(|hit| hit.caption);
            !caption && value_at_left(sheet, *segment).is_some_and(|left| !labelled.contains(&left))
        })
        .collect();
    for (segment, hit) in &candidates {
        let Some(here) = sheet.segments.get(*segment) else { continue };
        let column = |other: &Segment| other.page == here.page && (other.left - here.left).abs() < 2.0;
        let same = candidates.iter().filter(|(other, _)| sheet.segments.get(*other).is_some_and(column)).count();
        // What stands in the column and is no label is what labels above it name.
        let stranger = |at: usize, one: &Segment| !labelled.contains(&at) && !is_form_words(sheet.get(&one.span));
        let strangers = sheet.on_page(here.page).filter(|(at, one)| column(one) && stranger(*at, one)).count();
        if same >= COLUMN
            && strangers * 3 <= same
            && let Some(hit) = hits.get_mut(*hit)
        {
            hit.right = true;
        }
    }
}

/// What stands at the left of the last segment of a line.
pub(super) fn value_at_left(sheet: &Sheet, at: usize) -> Option<usize> {
    let here = sheet.segments.get(at)?;
    let row = || sheet.on_page(here.page).filter(move |(other, one)| *other != at && one.same_row(here));
    if row().any(|(_, one)| one.left >= here.right) {
        return None;
    }
    let left = row().filter(|(_, one)| one.right <= here.left + 1.0);
    left.max_by(|a, b| a.1.right.total_cmp(&b.1.right)).map(|(at, _)| at)
}

/// What one label's place says.
struct View {
    hit: usize,
    /// It may be a caption: what stands above is nearer, or as near.
    near: bool,
    /// It stands much nearer to what is above it.
    close: bool,
    small: bool,
    /// What stands above has the form of what the label names, and what stands below has not; or the other way round.
    typed: Option<bool>,
}

fn under(sheet: &Sheet, hits: &mut [Hit]) {
    let labels = alone(sheet, hits);
    let mut pages: HashMap<u32, Vec<View>> = HashMap::new();
    for (segment, hit) in &labels {
        let Some((here, role)) = sheet.segments.get(*segment).zip(hits.get(*hit).map(|hit| hit.role)) else { continue };
        if hits.get(*hit).is_some_and(|hit| hit.caption || hit.right) {
            continue;
        }
        let beside = sheet.on_page(here.page).any(|(at, one)| {
            let near = one.same_row(here) && one.left >= here.right && one.left - here.right < 160.0;
            near && !labels.contains_key(&at) && !is_form_words(sheet.get(&one.span))
        });
        let text = |at: Option<usize>| {
            at.filter(|at| !labels.contains_key(at))
                .and_then(|at| sheet.segments.get(at))
                .map(|one| sheet.get(&one.span))
        };
        let (above, below) = (directly_above(sheet, here, 2.0), directly_below(sheet, here, 3.6));
        let gap = |at: Option<usize>, of: fn(&Segment, &Segment) -> f32| {
            at.and_then(|at| sheet.segments.get(at)).map_or(f32::INFINITY, |other| of(here, other))
        };
        let over = gap(above, |here, other| here.top - other.bottom);
        let down = gap(below, |here, other| other.top - here.bottom);
        let taller = above.and_then(|at| sheet.segments.get(at)).is_some_and(|one| here.height() < 0.92 * one.height());
        // What stands nearer to a label over it is that one's.
        let claimed = above.and_then(|at| sheet.segments.get(at)).is_some_and(|value| {
            let top = directly_above(sheet, value, 1.0).filter(|at| labels.contains_key(at));
            let top = top.and_then(|at| sheet.segments.get(at));
            top.is_some_and(|top| value.top - top.bottom < 0.9 * over)
        });
        let (above, below) = (text(above).filter(|_| !claimed), text(below));
        let typed = match (above.and_then(|text| fits(role, text)), below.and_then(|text| fits(role, text))) {
            (Some(true), None | Some(false)) => Some(true),
            (None | Some(false), Some(true)) => Some(false),
            _ => None,
        };
        pages.entry(here.page).or_default().push(View {
            hit: *hit,
            near: above.is_some() && !beside && over < 1.1 * down,
            close: over < 0.7 * down,
            small: taller,
            typed: typed.filter(|_| !beside),
        });
    }
    for views in pages.values() {
        let votes = |wanted: bool| {
            let typed = views.iter().filter(|view| view.typed == Some(wanted)).count() * 2;
            let placed = views.iter().filter(|view| view.small && view.near == wanted && view.close == wanted).count();
            typed + placed
        };
        let most = votes(true) >= VOTES && votes(true) > 2 * votes(false);
        for view in views {
            // A label of its own: the date stands above it, nothing like one below, and it is nearer.
            let own = view.typed == Some(true) && view.near && view.close;
            let one = most && view.near && view.small && view.typed != Some(false);
            if (own || one)
                && let Some(hit) = hits.get_mut(view.hit)
            {
                hit.caption = true;
            }
        }
    }
}

/// Whether a text has the form of what a label names; `None` where that has none.
fn fits(role: Role, text: &str) -> Option<bool> {
    Some(match role {
        Role::Issued | Role::ReturnDate | Role::Date | Role::PeriodFrom | Role::PeriodTo => date_in(text).is_some(),
        Role::ReturnTime | Role::Time => time_in(text).is_some(),
        Role::ContactPhone | Role::IssuingPhone | Role::Phone => phone_in(text).is_some(),
        Role::ContactEmail | Role::Email => email_in(text).is_some(),
        Role::Number | Role::CaseNumber | Role::FileNumber => number_in(text).is_some(),
        Role::ContactName | Role::Name => is_name(text),
        Role::Issuing | Role::Server | Role::Contact => {
            let person = name_title(text);
            person.name.is_some() || person.title.is_some() || phone_in(text).is_some()
        }
        Role::ContactTitle | Role::IssuingTitle | Role::ServerTitle | Role::Title => name_title(text).title.is_some(),
        _ => return None,
    })
}
