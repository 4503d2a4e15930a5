//! Accounts that stand one under the other, each on a line of its own: that most of them have the form of one tells what the
//! others are.

use std::net::IpAddr;
use std::ops::Range;

use super::Form;
use super::down::{Down, down};
use crate::recognise::label::Role;
use crate::recognise::sheet::HEAD;
use crate::recognise::value::{phone_in, regex};

/// Fewer lines may be anything.
const FEWEST: usize = 3;
/// Lines stand closer than so many heights, and begin so near one side. A table's rows stand wide.
const CLOSE: f32 = 3.2;
const SIDE: f32 = 4.0;
/// Columns of a page that are open at one time.
const MOST_OPEN: usize = 12;

/// A column as it is read.
struct Open {
    page: u32,
    left: f32,
    bottom: f32,
    lines: Vec<Range<usize>>,
}

/// The lines of all such columns.
pub(super) fn entries(form: &Form) -> Vec<Range<usize>> {
    let mut open: Vec<Open> = Vec::new();
    let mut done: Vec<Open> = Vec::new();
    for Down { at, segment, left, span, .. } in down(form) {
        let near = |one: &Open| {
            let gap = segment.top - one.bottom;
            one.page == segment.page && (one.left - left).abs() < SIDE && gap < CLOSE * segment.height()
        };
        let span = worded(form, span);
        let office = segment.top < HEAD || form.is_cover(segment.page) || is_officials(form, at);
        let entry = is_entry(form.sheet.get(&span)) && !office;
        match open.iter().rposition(near) {
            Some(which) if entry => {
                if let Some(one) = open.get_mut(which) {
                    one.bottom = segment.bottom;
                    one.lines.push(span);
                }
            }
            Some(which) => done.push(open.remove(which)),
            None if entry => {
                open.push(Open { page: segment.page, left, bottom: segment.bottom, lines: vec![span] });
            }
            None => {}
        }
        if open.len() > MOST_OPEN {
            done.push(open.remove(0));
        }
    }
    done.extend(open);
    done.retain(|one| is_accounts(form, one));
    done.into_iter().flat_map(|one| one.lines).collect()
}

/// What a line says of an account, without the word that says what it is: "Telephone: …".
fn worded(form: &Form, line: Range<usize>) -> Range<usize> {
    let word = regex!(
        r"(?i)^(?:web\s+address|url|(?:tele)?phone(?:\s+(?:no\.?|number))?|e-?mail(?:\s+address)?|ip(?:\s+address)?|user\s?name|screen\s+name|handle|account(?:\s+(?:id|no\.?|number|name))?|profile)\s*:?\s+"
    );
    let end = word.and_then(|word| word.find(form.sheet.get(&line))).map_or(0, |word| word.end());
    line.start + end..line.end
}

/// One word, or one telephone number.
fn is_entry(text: &str) -> bool {
    let long = text.chars().count();
    (4..=120).contains(&long)
        && (!text.contains(char::is_whitespace)
            || long <= 24 && phone_in(text).is_some() && !text.contains(char::is_alphabetic))
}

/// Whether a line stands with what is said of an official, or of whom the paper is for.
pub(super) fn is_officials(form: &Form, at: usize) -> bool {
    let owner = form.regions.owners.get(at).copied().flatten().and_then(|owner| form.regions.all.get(owner));
    owner.is_some_and(|region| {
        let role = region.role.section().or(region.section);
        matches!(role, Some(Role::Contact | Role::Issuing | Role::Server | Role::Recipient))
    })
}

/// Whether half of the lines have the form of an account that nothing else has, and not of mail alone: officials have mail too. Under
/// words for accounts none need have.
fn is_accounts(form: &Form, column: &Open) -> bool {
    let shape = regex!(r"^(?i:https?://|www\.)\S+|^@\w\S+|^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$");
    let text = |line: &Range<usize>| form.sheet.get(line);
    let has = |line: &&Range<usize>| {
        shape.is_some_and(|shape| shape.is_match(text(line))) || text(line).parse::<IpAddr>().is_ok()
    };
    let mail = |line: &&Range<usize>| text(line).find('@').is_some_and(|at| at > 0);
    let known = column.lines.iter().filter(has).count();
    let mails = column.lines.iter().filter(has).filter(mail).count();
    if column.lines.iter().any(|line| text(line).to_lowercase().contains(".gov")) {
        return false;
    }
    let many = column.lines.len() >= FEWEST && known >= 2 && known * 2 >= column.lines.len() && mails < known;
    // "The following:" alone says little.
    many || is_led(form, column, known > 0)
}

/// Whether the words right above a column say that accounts follow.
fn is_led(form: &Form, column: &Open, some: bool) -> bool {
    let words = regex!(
        r"(?i)\b(?:accounts?|identifiers?|user\s?names?|users|profiles?|handles?)\b[^.]{0,40}:$|^(?:[a-z/]+\s+){0,3}(?:accounts?|identifiers?)(?:\(s\))?$"
    );
    let vague = regex!(r"(?i)\bthe\s+following:$|^(?:\W*(?:and|which)\s+)?(?:pertaining|relating)\s+to:?$");
    let office = regex!(r"(?i)\b(?:call|contact|questions?|inquir(?:y|ies)|agent|officer|official|office|fax)\b");
    let first = column.lines.first().and_then(|line| form.sheet.segment_at(line.start));
    let Some(first) = first.and_then(|at| form.sheet.segments.get(at)) else { return false };
    let above = form
        .sheet
        .on_page(first.page)
        .map(|(_, one)| one)
        .filter(|one| one.middle() < first.top && one.left <= first.left + SIDE && one.right > first.left - 40.0);
    let above = above.max_by(|a, b| a.bottom.total_cmp(&b.bottom));
    let near = above.filter(|one| first.top - one.bottom < CLOSE * first.height());
    near.is_some_and(|one| {
        let text = form.sheet.quote(&one.span);
        let has = |words: Option<&regex::Regex>| words.is_some_and(|words| words.is_match(&text));
        (has(words) || some && has(vague)) && !has(office)
    })
}
