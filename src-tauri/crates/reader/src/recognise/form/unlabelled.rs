//! People on a form where no heading says who they are: by what stands about them.

use std::ops::Range;

use super::people::{Fields, from_block};
use super::telephone::telephone_in;
use super::{Form, titles};
use crate::recognise::label::Role;
use crate::recognise::sheet::Segment;
use crate::recognise::value::{is_name, is_title, name_title, regex};
use matter::suggestion::{Field, Method, Suggestion, Value};

/// The only official on a form with an address of their own, where no heading was understood: name, title and a town with
/// its ZIP code in one block. Who signs and who serves stand there without one (legal-reference §2.1). Two such blocks are no
/// answer.
pub(super) fn contact(form: &Form, fields: &Fields, others: &[String], found: &mut Vec<Suggestion>) {
    let segments = &form.sheet.segments;
    let mut blocks: Vec<Vec<Suggestion>> = Vec::new();
    for (at, first) in segments.iter().enumerate() {
        let taken = form.regions.owners.get(at).copied().flatten().and_then(|owner| form.regions.all.get(owner));
        let other = taken.is_some_and(|region| {
            matches!(region.role.section().or(region.section), Some(Role::Issuing | Role::Server | Role::Recipient))
        });
        let person = name_title(form.sheet.get(&first.span));
        if other || person.name.is_none() || form.is_cover(first.page) {
            continue;
        }
        let mut spans = vec![first.span.clone()];
        let mut last = first;
        for (_, next) in form.sheet.on_page(first.page).filter(|(next, _)| *next > at) {
            let below = next.top > last.middle()
                && next.top - last.bottom < 0.9 * next.height()
                && (next.left - first.left).abs() < 8.0;
            if below && spans.len() < 8 {
                spans.push(next.span.clone());
                last = next;
            }
        }
        let mut block = Vec::new();
        from_block(form, fields, &super::rows(form.sheet, &spans), &mut block);
        let has = |field: Field| block.iter().any(|one| one.field == field);
        let known = block.iter().any(|one| one.field == Field::ContactName && others.contains(&one.quote));
        if has(Field::ContactAddress) && has(Field::ContactTitle) && !known {
            blocks.push(block);
        }
    }
    if let [block] = blocks.as_slice() {
        let unsure = block.iter().cloned().map(|one| Suggestion { method: Method::Shape, confidence: 0.7, ..one });
        found.extend(unsure);
    }
}

/// A name over a title below the words with which papers are signed: "Issued under my hand this …". Only where
/// there is one such block: a cover letter's signer is another person than the form's.
pub(super) fn signer(form: &Form, found: &mut Vec<Suggestion>) {
    let signed = regex!(
        r"(?i)\b(?:under\s+my\s+hand|issued\s+(?:this|on|at|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d)|witness\s+my\s+hand|given\s+under|by\s+order\s+of|by:)"
    );
    let mut blocks: Vec<Vec<Suggestion>> = Vec::new();
    let segments = &form.sheet.segments;
    // A letter's closing, where the letter is the form itself: the command stands on its page.
    let closing = regex!(r"(?i)^(?:sincerely|respectfully|very\s+truly|yours|by\s+direction)\b");
    let command =
        regex!(r"(?i)\b(?:summoned|subpoenaed|commanded)\s+and\s+required\b|\bhereby\s+(?:summoned|commanded)\b");
    let commands = |page: u32| {
        form.sheet
            .on_page(page)
            .any(|(_, one)| command.is_some_and(|command| command.is_match(form.sheet.get(&one.span))))
    };
    let has = |segment: &Segment| {
        let text = form.sheet.get(&segment.span);
        signed.is_some_and(|signed| signed.is_match(text))
            || closing.is_some_and(|closing| closing.is_match(text)) && commands(segment.page)
    };
    let signs: Vec<(usize, &Segment)> = segments.iter().enumerate().filter(|(_, segment)| has(segment)).collect();
    for (at, name) in segments.iter().enumerate() {
        let text = form.sheet.get(&name.span);
        let above = |name: &Segment| {
            let mut before = signs.iter().take_while(|(above, _)| *above < at);
            before.any(|(_, above)| above.page == name.page && name.top - above.bottom < 90.0)
        };
        // "Jo Example, District Director" on one line, and in no place of somebody else's.
        let is_others = |at: usize| {
            let owner = form.regions.owners.get(at).copied().flatten().and_then(|owner| form.regions.all.get(owner));
            let section = owner.and_then(|region| region.role.section().or(region.section));
            matches!(section, Some(Role::Contact | Role::Server | Role::Recipient))
        };
        let person = name_title(text);
        if let (Some(own), Some(title)) = (person.name, person.title)
            && above(name)
            && !form.is_cover(name.page)
            && !is_others(at)
        {
            let place = |range: Range<usize>| name.span.start + range.start..name.span.start + range.end;
            let mut block = vec![
                form.text(Field::IssuingName, place(own), Method::Shape, 0.75),
                form.text(Field::IssuingTitle, place(title), Method::Shape, 0.75),
            ];
            let below = segments.iter().find(|one| {
                one.page == name.page
                    && (one.left - name.left).abs() < 8.0
                    && one.top > name.middle()
                    && one.top - name.bottom < name.height()
            });
            if let Some((line, at)) = below.and_then(|line| Some((line, telephone_in(form.sheet.get(&line.span))?))) {
                let phone = line.span.start + at.start..line.span.start + at.end;
                block.push(form.text(Field::IssuingPhone, phone, Method::Shape, 0.75));
            }
            blocks.push(block);
            continue;
        }
        if !is_name(text) {
            continue;
        }
        let title = segments.get(at + 1..).unwrap_or_default().iter().take(3).find(|title| {
            title.page == name.page
                && (title.left - name.left).abs() < 8.0
                && title.top > name.middle()
                && title.top - name.bottom < name.height()
        });
        let Some(title) = title.filter(|title| is_title(form.sheet.get(&title.span))) else { continue };
        if above(name) {
            let one = |field, span: &Range<usize>| form.text(field, span.clone(), Method::Shape, 0.75);
            let under = |line: &Segment| {
                segments.iter().find(|one| {
                    one.page == line.page
                        && (one.left - line.left).abs() < 8.0
                        && one.top > line.middle()
                        && one.top - line.bottom < line.height()
                })
            };
            let rest =
                under(title).filter(|one| titles::goes_on(form.sheet.get(&title.span), form.sheet.get(&one.span)));
            let spans: Vec<Range<usize>> =
                [Some(title), rest].into_iter().flatten().map(|one| one.span.clone()).collect();
            let value = Value::Text { text: titles::text(form, &spans) };
            let mut block = vec![one(Field::IssuingName, &name.span)];
            block.push(form.suggestion(Field::IssuingTitle, value, &spans, Method::Shape, 0.75));
            if let Some(line) = under(rest.unwrap_or(title))
                && let Some(at) = telephone_in(form.sheet.get(&line.span))
            {
                block.push(one(Field::IssuingPhone, &(line.span.start + at.start..line.span.start + at.end)));
            }
            blocks.push(block);
        }
    }
    if let [block] = blocks.as_slice() {
        found.extend(block.iter().cloned());
    }
}

/// The one official left: a name over a title in the lower part of a form, where whom to answer is known and is another. Who
/// serves stands by words that say so.
pub(super) fn remaining(form: &Form, others: &[String]) -> Vec<Suggestion> {
    let segments = &form.sheet.segments;
    let serves = regex!(r"(?i)\bserv(?:e|ed|er|ice|ing)\b");
    let has = |segment: &&Segment| serves.is_some_and(|serves| serves.is_match(form.sheet.get(&segment.span)));
    let serving: Vec<&Segment> = segments.iter().filter(has).collect();
    let mut blocks: Vec<Vec<Suggestion>> = Vec::new();
    for (at, name) in segments.iter().enumerate() {
        let text = form.sheet.get(&name.span);
        let owner = form.regions.owners.get(at).copied().flatten().and_then(|owner| form.regions.all.get(owner));
        let section = owner.and_then(|region| region.role.section().or(region.section));
        let other = matches!(section, Some(Role::Contact | Role::Server | Role::Recipient | Role::From | Role::InRe));
        if other || !is_name(text) || others.iter().any(|one| one == text) || form.is_cover(name.page) {
            continue;
        }
        let below = |line: &Segment| {
            segments.get(at + 1..).unwrap_or_default().iter().take(6).find(|one| {
                one.page == line.page
                    && (one.left - line.left).abs() < 8.0
                    && one.top > line.middle()
                    && one.top - line.bottom < line.height()
            })
        };
        let Some(title) = below(name).filter(|title| is_title(form.sheet.get(&title.span))) else { continue };
        let near = |words: &&Segment| {
            words.page == name.page && (-4.0..60.0).contains(&(name.top - words.bottom)) && words.shares_width(name)
        };
        let served = serving.iter().any(near);
        // The title may go on in a line that cannot be told from what follows it.
        let rest = segments.iter().any(|one| {
            one.page == title.page
                && (one.left - title.left).abs() < 8.0
                && (0.0..title.height()).contains(&(one.top - title.bottom))
                && titles::goes_on(form.sheet.get(&title.span), form.sheet.get(&one.span))
        });
        if served {
            continue;
        }
        let one = |field, span: &Range<usize>| form.text(field, span.clone(), Method::Shape, 0.7);
        let mut block = vec![one(Field::IssuingName, &name.span)];
        block.extend((!rest).then(|| one(Field::IssuingTitle, &title.span)));
        if let Some(line) = below(title).filter(|_| !rest)
            && let Some(at) = telephone_in(form.sheet.get(&line.span))
        {
            block.push(one(Field::IssuingPhone, &(line.span.start + at.start..line.span.start + at.end)));
        }
        if !blocks.iter().any(|known| known.first().map(|name| &name.quote) == block.first().map(|name| &name.quote)) {
            blocks.push(block);
        }
    }
    if let [block] = blocks.as_slice() { block.clone() } else { Vec::new() }
}
