//! The three people on a form: who signs, whom to answer, who serves (legal-reference §2.1). They are never taken for one
//! another: each stands by a label or in a sentence of its own.

use std::ops::Range;

use super::address::address;
use super::named::from_sentences;
use super::{Form, Row, best, elsewhere, reached, served, telephone, titles, unlabelled};
use crate::recognise::label::{Region, Role};
use crate::recognise::value::{email_in, is_name, is_title, name_title, regex};
use matter::suggestion::{Field, Method, Suggestion, Value};

/// Cells of one line that only a bar parts stand so near, in heights of the line.
const CELL: f32 = 2.6;
/// And so many follow one another.
const MOST_CELLS: usize = 6;

/// The fields of one of the three.
pub(super) struct Fields {
    section: Role,
    name: (Field, &'static [Role]),
    title: (Field, &'static [Role]),
    phone: Option<(Field, &'static [Role])>,
    address: Option<(Field, &'static [Role])>,
    email: Option<(Field, &'static [Role])>,
}

const PEOPLE: [Fields; 3] = [
    Fields {
        section: Role::Issuing,
        name: (Field::IssuingName, &[]),
        title: (Field::IssuingTitle, &[Role::IssuingTitle]),
        phone: Some((Field::IssuingPhone, &[Role::IssuingPhone])),
        address: None,
        email: None,
    },
    Fields {
        section: Role::Server,
        name: (Field::ServerName, &[]),
        title: (Field::ServerTitle, &[Role::ServerTitle]),
        phone: None,
        address: None,
        email: None,
    },
    Fields {
        section: Role::Contact,
        name: (Field::ContactName, &[Role::ContactName]),
        title: (Field::ContactTitle, &[Role::ContactTitle]),
        phone: Some((Field::ContactPhone, &[Role::ContactPhone])),
        address: Some((Field::ContactAddress, &[Role::ContactAddress])),
        email: Some((Field::ContactEmail, &[Role::ContactEmail])),
    },
];

pub(super) fn suggest(form: &Form) -> Vec<Suggestion> {
    let mut all = Vec::new();
    for fields in &PEOPLE {
        let mut found = Vec::new();
        // Under the line where the issuer signs the name is printed.
        let signed = form.regions.with(Role::SignatureIssuing);
        let signed =
            signed.filter(|region| fields.section == Role::Issuing && !region.hit.caption && !region.hit.right);
        for region in form.regions.with(fields.section).chain(signed) {
            if form.is_cover(form.page_of(region)) {
                continue;
            }
            // A name right above: the label may stand under what it names, and the one below be somebody else.
            let placed = region.hit.caption || region.hit.right;
            // What stands on the label's own line is what it names.
            let own = region.spans.first().and_then(|span| form.sheet.segment_at(span.start));
            let own = own.and_then(|at| form.sheet.segments.get(at));
            let own = own.zip(form.sheet.segments.get(region.hit.segment)).is_some_and(|(a, b)| a.same_row(b));
            if fields.section == Role::Contact || placed || own || !named_above(form, region) {
                from_block(form, fields, &with_cells(form, form.rows(region)), &mut found);
            }
        }
        from_parts(form, fields, &mut found);
        match fields.section {
            Role::Server => served::from_sentences(form, &mut found),
            section => from_sentences(form, section, &mut found),
        }
        if fields.section == Role::Contact
            && let Some(name) = best(found.iter().filter(|one| one.field == fields.name.0).cloned().collect())
        {
            elsewhere::suggest(form, fields, &name.quote, &mut found);
            let mut more = Vec::new();
            reached::from_sentences(form, &mut more);
            more.retain(|one| !found.iter().any(|known| known.field == one.field));
            found.extend(more);
        }
        // Who writes a memorandum is whom to answer only where it names nobody else.
        if fields.section == Role::Contact && !found.iter().any(|one| one.field == Field::ContactName) {
            let rows = form.regions.with(Role::From).filter(|region| !form.is_cover(form.page_of(region)));
            let signed = |found: &[Suggestion]| {
                found.iter().any(|one| all.iter().any(|other: &Suggestion| other.value == one.value))
            };
            let mut writer = Vec::new();
            rows.for_each(|region| from_block(form, fields, &form.rows(region), &mut writer));
            if !signed(&writer) {
                found.extend(writer);
            }
        }
        if fields.section == Role::Issuing && !found.iter().any(|one| one.field == Field::IssuingName) {
            unlabelled::signer(form, &mut found);
        }
        if fields.section == Role::Contact && !found.iter().any(|one| one.field == Field::ContactName) {
            let others: Vec<String> = all.iter().map(|one: &Suggestion| one.quote.clone()).collect();
            unlabelled::contact(form, fields, &others, &mut found);
        }
        // A title or a telephone number without a name may be anybody's.
        if !found.iter().any(|one| one.field == fields.name.0) {
            continue;
        }
        let wanted = [
            Some(fields.name.0),
            Some(fields.title.0),
            fields.phone.as_ref().map(|f| f.0),
            fields.address.as_ref().map(|f| f.0),
            fields.email.as_ref().map(|f| f.0),
        ];
        for field in wanted.into_iter().flatten() {
            all.extend(best(found.iter().filter(|one| one.field == field).cloned().collect()));
        }
    }
    let names = |field: Field| all.iter().find(|one| one.field == field).map(|one| one.quote.clone());
    if let (None, Some(contact)) = (names(Field::IssuingName), names(Field::ContactName)) {
        let others: Vec<String> = names(Field::ServerName).into_iter().chain([contact]).collect();
        all.extend(unlabelled::remaining(form, &others));
    }
    all
}

/// Whether a name or a title stands right above a label, in its column.
fn named_above(form: &Form, region: &Region) -> bool {
    let Some(label) = form.sheet.segments.get(region.hit.segment) else { return false };
    // What stands there by a label of its own is that one's.
    let labelled = |at: usize| {
        let owner = form.regions.owners.get(at).copied().flatten().and_then(|owner| form.regions.all.get(owner));
        owner.is_some_and(|owner| {
            (matches!(owner.role, Role::Server | Role::Contact | Role::Recipient)
                || owner.role == Role::Issuing && region.role != Role::Issuing)
                && !owner.hit.caption
                && !owner.hit.right
        })
    };
    form.sheet.on_page(label.page).any(|(at, above)| {
        let text = || form.sheet.get(&above.span);
        above.shares_width(label)
            && above.middle() < label.middle() - 2.0
            && label.top - above.bottom < 1.2 * label.height().max(above.height())
            && !labelled(at)
            && (is_name(text()) || is_title(text()))
    })
}

/// Lines of one block: name, title, address, telephone, in this order, some of them on one line.
pub(super) fn from_block(form: &Form, fields: &Fields, rows: &[Row], found: &mut Vec<Suggestion>) {
    let rows = &parted(form, rows);
    let (mut name_at, mut title_at, mut unsure) = (None, None, false);
    for (at, row) in rows.iter().enumerate().take(9) {
        let text = alone(form.sheet.get(&row.span));
        let person = name_title(text);
        // The rest of a title is no name, and a title that begins in the middle is no title.
        let rest = at
            .checked_sub(1)
            .and_then(|before| rows.get(before))
            .is_some_and(|before| titles::goes_on(&before.text, &row.text));
        if rest {
            continue;
        }
        if let Some(name) = person.name.filter(|_| name_at.is_none()) {
            found.extend(titles::name(form, fields.name.0, row, &name, rows.get(at + 1), 0.9));
            name_at = Some(at);
        }
        if let Some(title) = person.title.filter(|_| title_at.is_none()) {
            let mut spans = Vec::new();
            let head =
                at.checked_sub(1).and_then(|before| rows.get(before)).and_then(|before| titles::head(form, before));
            let low = text
                .get(title.clone())
                .and_then(|title| title.chars().next())
                .is_none_or(|first| !first.is_uppercase());
            // Nor is one word that any title ends with.
            let end = text.get(title.clone()).is_some_and(|title| matches!(title, "Officer" | "Agent" | "Charge"));
            if head.is_none() && (low || end) {
                continue;
            }
            spans.extend(head.clone());
            spans.push(titles::with_comma(text, &title, &row.span));
            spans.extend(
                rows.get(at + 1).filter(|next| titles::goes_on(text, &next.text)).map(|next| next.span.clone()),
            );
            if spans.len() == 1 && rows.get(at + 1).is_some_and(|next| titles::is_unsure(form, row, next)) {
                unsure = true;
                continue;
            }
            let text = titles::text(form, &spans);
            found.push(form.suggestion(fields.title.0, Value::Text { text }, &spans, Method::Label, 0.9));
            title_at = Some(at + spans.len() - 1 - usize::from(head.is_some()));
        }
    }
    // Without a person the rest is somebody else's.
    let Some(person) = name_at.max(title_at) else { return };
    if fields.section == Role::Contact {
        telephone::behind(form, rows.get(person..).unwrap_or_default(), found);
    }
    if let Some((field, _)) = fields.phone {
        telephone::phone(form, field, rows, 0.9, found);
    }
    if let Some((field, _)) = fields.email {
        for row in rows.iter().take(9) {
            let text = form.sheet.get(&row.span);
            if let Some((_, at)) = email_in(text) {
                found.push(form.text(field, row.span.start + at.start..row.span.start + at.end, Method::Label, 0.9));
                break;
            }
        }
    }
    if let Some((field, _)) = fields.address {
        // A line that is no title we know, and no address either, stands between: what it is cannot be told.
        let rest = rows.get(person + 1..).unwrap_or_default();
        let strange =
            title_at.is_none() && rest.first().is_some_and(|row| !row.text.chars().any(|c| c.is_ascii_digit()));
        if !unsure && !strange {
            address(form, field, rest, 0.9, found);
        }
    }
}

/// Lines on which a name stands in one cell and a title in the next, each cell as a line.
fn parted(form: &Form, rows: &[Row]) -> Vec<Row> {
    let part = |span: Range<usize>, segment: usize| Row { text: form.sheet.quote(&span), span, segment };
    let mut all = Vec::new();
    for row in rows {
        let text = form.sheet.get(&row.span);
        let mut cells = text.split('\n');
        let pair = cells.next().zip(cells.next());
        if pair.is_some_and(|(name, title)| is_name(name) && is_title(title)) {
            let mut at = row.span.start;
            for cell in text.split('\n') {
                all.push(part(at..at + cell.len(), form.sheet.segment_at(at).unwrap_or(row.segment)));
                at += cell.len() + 1;
            }
        } else {
            all.push(part(row.span.clone(), row.segment));
        }
    }
    all
}

/// Lines, each followed by what stands beside it in cells that belong to no label: "… | Special Agent | Tel …".
fn with_cells(form: &Form, rows: Vec<Row>) -> Vec<Row> {
    let mut all: Vec<Row> = Vec::new();
    for row in rows {
        let begin = form.sheet.segments.get(row.segment).map(|one| (row.segment, one));
        let mut last = begin.filter(|(_, one)| one.span.end == row.span.end);
        all.push(row);
        // Cells of one line follow each other in the text.
        for _ in 0..MOST_CELLS {
            let Some((at, here)) = last else { break };
            let next = form.sheet.segments.get(at + 1).map(|one| (at + 1, one));
            last = next.filter(|(at, one)| {
                let near = one.left >= here.right && one.left - here.right < CELL * here.height();
                near && one.same_row(here) && form.regions.owners.get(*at).copied().flatten().is_none()
            });
            if let Some((at, one)) = last {
                all.push(Row { text: form.sheet.quote(&one.span), span: one.span.clone(), segment: at });
            }
        }
    }
    all
}

/// A line without the words that let others do the same: "…, or any other officer".
fn alone(text: &str) -> &str {
    let others = regex!(r"(?i),?\s+or\s+(?:by\s+)?any\s+(?:other|designated)\b");
    let end = others.and_then(|others| others.find(text)).map_or(text.len(), |others| others.start());
    text.get(..end).unwrap_or(text)
}

/// "Name:", "Title:" and the rest, each with a label.
fn from_parts(form: &Form, fields: &Fields, found: &mut Vec<Suggestion>) {
    let regions = |own: &'static [Role], part: Role| {
        form.regions.all.iter().filter(move |region| {
            own.contains(&region.role) || region.role == part && region.section == Some(fields.section)
        })
    };
    let usable = |region: &&Region| !form.is_cover(form.page_of(region));
    for region in regions(fields.name.1, Role::Name).filter(usable) {
        let rows = form.rows(region);
        let Some(row) = rows.first() else { continue };
        let text = form.sheet.get(&row.span);
        let person = name_title(text);
        let place = |range: Range<usize>| row.span.start + range.start..row.span.start + range.end;
        if let Some(name) = person.name {
            found.extend(titles::name(form, fields.name.0, row, &name, rows.get(1), 0.95));
        }
        if let Some(title) = person.title {
            found.push(form.text(fields.title.0, place(title), Method::Label, 0.9));
        }
        // What stands under the name of a person without labels of its own is the rest of the block.
        if rows.len() > 1 {
            from_block(form, fields, &rows, found);
        }
    }
    for region in regions(fields.title.1, Role::Title).filter(usable) {
        let rows = form.rows(region);
        let Some(row) = rows.first() else { continue };
        let text = form.sheet.get(&row.span);
        if let Some(title) = name_title(text).title {
            let mut spans = Vec::from([titles::with_comma(text, &title, &row.span)]);
            spans.extend(rows.get(1).filter(|next| titles::goes_on(text, &next.text)).map(|next| next.span.clone()));
            if spans.len() == 1 && rows.get(1).is_some_and(|next| titles::is_unsure(form, row, next)) {
                continue;
            }
            let text = titles::text(form, &spans);
            found.push(form.suggestion(fields.title.0, Value::Text { text }, &spans, Method::Label, 0.95));
        }
    }
    if let Some((field, own)) = fields.phone {
        for region in regions(own, Role::Phone).filter(usable) {
            telephone::phone(form, field, &form.rows(region), 0.95, found);
        }
    }
    if let Some((field, own)) = fields.address {
        for region in regions(own, Role::Address).filter(usable) {
            let rows = form.rows(region);
            let label = form.sheet.segments.get(region.hit.segment).map_or("", |one| form.sheet.get(&one.span));
            let fax = rows.iter().any(|row| row.text.to_lowercase().contains("fax"));
            let told = !fax && label.to_lowercase().contains("telephone");
            if let Some((field, _)) = fields.phone.filter(|_| told) {
                telephone::phone(form, field, &rows, 0.9, found);
            }
            address(form, field, &rows, 0.95, found);
        }
    }
    if let Some((field, own)) = fields.email {
        let own_mail = regions(own, Role::Email).filter(usable).filter(|region| !is_listed(form, region));
        for region in own_mail {
            for row in form.rows(region).iter().take(2) {
                if let Some((_, at)) = email_in(form.sheet.get(&row.span)) {
                    found.push(form.text(
                        field,
                        row.span.start + at.start..row.span.start + at.end,
                        Method::Label,
                        0.95,
                    ));
                }
            }
        }
    }
}

/// Whether a label stands among accounts: the next label above it at the same side, or above what it names, is theirs.
fn is_listed(form: &Form, part: &Region) -> bool {
    let value = part.spans.first().and_then(|span| form.sheet.segment_at(span.start));
    [Some(part.hit.segment), value].into_iter().flatten().any(|at| {
        let Some(here) = form.sheet.segments.get(at) else { return false };
        let above = form.regions.all.iter().filter(|region| !region.role.is_part()).filter_map(|region| {
            let label = form.sheet.segments.get(region.hit.segment)?;
            let near = label.page == here.page && (label.left - here.left).abs() < 8.0 && label.middle() < here.top;
            near.then_some((label.middle(), region.role))
        });
        let nearest = above.max_by(|a, b| a.0.total_cmp(&b.0));
        nearest.is_some_and(|(_, role)| matches!(role, Role::Identifiers | Role::Records))
    })
}

#[cfg(test)]
mod tests {
    use super::alone;

    #[test]
    fn others_who_may_serve() {
        assert_eq!(alone("Tobias Emberlane, or any other officer"), "Tobias Emberlane");
        assert_eq!(alone("Tobias Emberlane, Special Agent"), "Tobias Emberlane, Special Agent");
    }
}
