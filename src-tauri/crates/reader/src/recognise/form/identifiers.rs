//! The accounts, addresses and numbers a demand names. The agency's own telephone numbers, addresses and file numbers are
//! none of them: only places that list what is asked for are looked at, and what is suggested for an official is left out.

use std::net::IpAddr;
use std::ops::Range;

use super::accounts::{grouped, official_phones, spoken, told};
use super::{Form, column, page_address, records};
use crate::recognise::label::Role;
use crate::recognise::sheet::HEAD;
use crate::recognise::value::{date_in, email_in, phone_in, regex};
use matter::suggestion::{Field, IdentifierKind, Method, Suggestion, Value};

/// Accounts that are looked at, more than once counted so often. Each is compared with all others.
const MOST: usize = 2_000;
/// Sentences that name some.
const MOST_SENTENCES: usize = 200;

pub(super) struct Found {
    pub(super) kind: IdentifierKind,
    pub(super) value: String,
    pub(super) span: Range<usize>,
    pub(super) method: Method,
}

pub(super) fn suggest(form: &Form, numbers: &[Suggestion], people: &[Suggestion]) -> Vec<Suggestion> {
    let mut found: Vec<Found> = Vec::new();
    let lists: Vec<Range<usize>> =
        form.regions.with(Role::Identifiers).flat_map(|region| region.spans.iter().cloned()).collect();
    for area in records::areas(form) {
        in_area(form, &area, false, &mut found);
    }
    for area in sentences(form) {
        let before = form.sheet.text.get(..area.start).unwrap_or_default();
        let near = before.char_indices().rev().nth(80).map_or(before, |(at, _)| before.get(at..).unwrap_or_default());
        let asks = regex!(r"(?i)\b(?:questions?|inquir(?:y|ies)|contact|call)\b[^.]*$");
        in_area(form, &area, !asks.is_some_and(|asks| asks.is_match(near)), &mut found);
    }
    anywhere(form, people, &mut found);
    let entries = column::entries(form);
    for entry in &entries {
        in_area(form, entry, true, &mut found);
    }
    for region in form.regions.with(Role::Identifiers) {
        form.rows(region).iter().for_each(|row| told(form, row, &mut found));
    }
    for span in records::areas(form) {
        let Some(segment) = form.sheet.segment_at(span.start) else { continue };
        let text = form.sheet.quote(&span);
        told(form, &super::Row { span, text, segment }, &mut found);
    }
    let spoken_of = sentences(form).into_iter().filter_map(|span| listed(form, &span)).collect::<Vec<_>>();
    for span in lists.iter().chain(&spoken_of).chain(&entries) {
        bare(form, span, &mut found);
    }
    for area in runs(form, records::areas(form)).into_iter().chain(sentences(form)) {
        spoken(form, &area, &mut found);
        grouped(form, &area, &mut found);
    }
    found.truncate(MOST);
    let phones = official_phones(form);
    let names: Vec<String> = people
        .iter()
        .filter(|one| matches!(one.field, Field::ContactName | Field::IssuingName | Field::ServerName))
        .flat_map(|one| one.quote.split([' ', '-']).map(str::to_lowercase).collect::<Vec<_>>())
        .filter(|word| word.chars().count() >= 5)
        .collect();
    // An e-mail address with an official's name in it is the official's.
    let own = |one: &Found| {
        let local = one.value.split('@').next().unwrap_or_default().to_lowercase();
        let agency = one.value.to_lowercase().ends_with(".gov") && one.method == Method::Shape;
        one.kind == IdentifierKind::Email && (agency || names.iter().any(|name| local.contains(name.as_str())))
            || one.kind == IdentifierKind::Phone && phones.contains(&one.value)
    };
    let official = |value: &str| {
        numbers.iter().any(|one| one.quote == value)
            || people.iter().any(|one| one.quote.contains(value) || value.contains(&one.quote) && one.quote.len() > 6)
    };
    let mut all: Vec<Suggestion> = Vec::new();
    for mut one in found {
        if one.kind == IdentifierKind::Handle && is_coded(&one.value) {
            one.kind = IdentifierKind::AccountId;
        }
        // The beginning stands at the end of the line before, with a hyphen, or with what parts a page's address.
        let before = form.sheet.text.get(..one.span.start).and_then(|before| before.strip_suffix('\n'));
        let parted = before.is_some_and(|before| before.ends_with(['-', '/', '=', '?', '&', '_']));
        if parted {
            continue;
        }
        let value = Value::Identifier { kind: one.kind, value: one.value.clone() };
        let known =
            all.iter().any(|other| matches!(&other.value, Value::Identifier { value, .. } if *value == one.value));
        // Half of a longer one that was found whole is none.
        let part = all
            .iter()
            .any(|other| matches!(&other.value, Value::Identifier { value, .. } if value.contains(&one.value)));
        if !known && !part && !official(&one.value) && !own(&one) {
            let sure = if one.method == Method::Label { 0.95 } else { 0.85 };
            all.push(form.suggestion(Field::Identifier, value, &[one.span], one.method, sure));
        }
    }
    all
}

/// Lines that follow each other in the text, as one.
fn runs(form: &Form, mut lines: Vec<Range<usize>>) -> Vec<Range<usize>> {
    lines.sort_by_key(|line| line.start);
    let mut all: Vec<Range<usize>> = Vec::new();
    for line in lines {
        match all.last_mut() {
            Some(last) if form.sheet.text.get(last.end..line.start).is_none_or(|gap| gap.trim().is_empty()) => {
                last.end = last.end.max(line.end);
            }
            _ => all.push(line),
        }
    }
    all
}

/// A number with a word for numbers before it, or groups of hexadecimal digits: no name that a person gives themselves.
fn is_coded(value: &str) -> bool {
    let coded = regex!(
        r"(?i)^(?:uid|acct|usr|id)[-_:][0-9a-f-]*\d[0-9a-z-]*$|^[0-9a-f]{4,8}(?:-[0-9a-f]{4,12}){2,}$|^(?:uid|acct|usr|id)\d{5,}[a-z]?$"
    );
    coded.is_some_and(|coded| coded.is_match(value)) && value.chars().any(|c| c.is_ascii_digit())
}

/// Names with `@`, page addresses and IP addresses are nobody's but an account's, wherever they stand on the form. An e-mail
/// address may be the agency's: it counts where the official's own is known, and away from what is said of officials.
fn anywhere(form: &Form, people: &[Suggestion], found: &mut Vec<Found>) {
    let own_mail = people.iter().any(|one| one.field == Field::ContactEmail);
    let agency = regex!(
        r"(?i)\b(?:contact|questions?|agent|officer|official|send|deliver|submit|return|inquiries|fax)\b|\.gov\b"
    );
    for (at, segment) in form.sheet.segments.iter().enumerate() {
        let text = form.sheet.get(&segment.span);
        if column::is_officials(form, at)
            || segment.top < HEAD
            || form.is_cover(segment.page)
            || agency.is_some_and(|agency| agency.is_match(text))
        {
            continue;
        }
        let mut here = Vec::new();
        in_area(form, &segment.span, false, &mut here);
        here.retain(|one| match one.kind {
            IdentifierKind::Url | IdentifierKind::Ip => true,
            IdentifierKind::Handle => one.value.starts_with('@'),
            IdentifierKind::Email => own_mail,
            IdentifierKind::Phone | IdentifierKind::AccountId => false,
        });
        found.extend(here);
    }
}

/// Sentences that name accounts without a label.
fn sentences(form: &Form) -> Vec<Range<usize>> {
    let lead = regex!(
        r"(?i)\b(?:accounts?(?:\(s\))?\s+(?:concerned|at\s+issue|listed|identified|known\s+as|named|associated\s+with|belonging\s+to|of)|concerning\s+the\s+(?:accounts?(?:\(s\))?|users?|identifiers?)|identified\s+(?:by|as)|(?:accounts?|users?|subscribers?|profiles?)(?:\(s\))?\s+known\s+(?:to\s+us\s+)?as|with\s+respect\s+to|for\s+account(?:s|\(s\))|associated\s+with|regarding\s+the\s+(?:[\w-]+\s+)?account|relating\s+to\s+(?:the\s+)?(?:accounts?|following|e-?mail|users?|telephone|web|internet)|(?:those|records)\s+(?:relating|pertaining)\s+to|records\s+concerning|which\s+pertain\s+to|those\s+of\s+the\s+following|of\s+the\s+(?:subscriber|user|account|customer)s?(?:\s+(?:or|and)\s+(?:subscriber|user|account|customer)s?)?\s+(?:of|using|with)|in\s+respect\s+of(?:\s+the\s+following)?\s*:?|for\s+the\s+(?:accounts?|users?|identifiers?))\b"
    );
    let text = &form.sheet.text;
    lead.into_iter()
        .flat_map(|lead| lead.find_iter(text))
        .take(MOST_SENTENCES)
        .map(|found| {
            let rest = text.get(found.end()..).unwrap_or_default();
            let stop = regex!(r"[^.]\.\s+[A-Z]|\x0c|\n\n")
                .and_then(|stop| stop.find(rest))
                .map_or(rest.len(), |stop| stop.start() + 1);
            found.end()..found.end() + stop.min(900).min(rest.len())
        })
        .filter(|span| text.is_char_boundary(span.end))
        .collect()
}

/// The accounts right after the words that lead to them, where nothing but accounts stands up to where the sentence speaks of
/// something else: a word between them says that they are something else too.
fn listed(form: &Form, span: &Range<usize>) -> Option<Range<usize>> {
    let stop = regex!(
        r"(?i)[:.\n]\s|,?\s+\b(?:for|from|during|between|to\s+(?:wit|include)|including|in|on|with|as|by|held|used)\b|$"
    );
    let text = form.sheet.get(span);
    let end = stop.and_then(|stop| stop.find(text)).map_or(span.len(), |stop| stop.start());
    let lead = regex!(
        r"(?i)^(?:the|an?|and|or|following|accounts?(?:\(s\))?|users?|profiles?|identifiers?|ids?|names?|numbers?|\(s\))$"
    );
    let mut words = text.get(..end)?.split([' ', ',', ';', '\n']).filter(|word| !word.is_empty());
    let within = regex!(r"\w[./]\w");
    let coded = |word: &str| {
        word.contains(|c: char| c.is_ascii_digit() || matches!(c, '_' | '@'))
            || within.is_some_and(|within| within.is_match(word))
            || lead.is_some_and(|lead| lead.is_match(word))
    };
    words.all(coded).then(|| span.start..span.start + end)
}

/// Numbers of persons, not of accounts: an alien's file number, a Social Security number. Nor is half a telephone number one.
fn is_persons(value: &str) -> bool {
    regex!(r"^(?i:A-?)\d{7,9}$|^A\d{3}-\d{3}-\d{3}$|^\d{3}-\d{2}-\d{4}$|^\d{3}[-.]\d{4}$")
        .is_some_and(|number| number.is_match(value))
}

/// What has the form of an identifier wherever it stands in an area. `led`: words right before the area say that accounts follow.
fn in_area(form: &Form, area: &Range<usize>, led: bool, found: &mut Vec<Found>) {
    let text = form.sheet.get(area);
    let mut taken: Vec<Range<usize>> = Vec::new();
    let mut take = |kind, at: Range<usize>, value: String, method| {
        if found.len() < MOST && !taken.iter().any(|other| other.start < at.end && at.start < other.end) {
            taken.push(at.clone());
            found.push(Found { kind, value, span: area.start + at.start..area.start + at.end, method });
        }
    };
    for (kind, pattern) in &form.patterns.own {
        for own in pattern.find_iter(text).take(100) {
            // A part of a longer one is another account.
            let goes_on = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
            let before = text.get(..own.start()).and_then(|head| head.chars().next_back());
            let after = text.get(own.end()..).and_then(|rest| rest.chars().next());
            if goes_on(before) || goes_on(after) {
                continue;
            }
            take(*kind, own.range(), own.as_str().to_owned(), Method::Shape);
        }
    }
    for (at, value) in page_address::all(form, area) {
        take(IdentifierKind::Url, at, value, Method::Shape);
    }
    let mut from = 0;
    while let Some((value, at)) = text.get(from..).and_then(email_in) {
        take(IdentifierKind::Email, from + at.start..from + at.end, value, Method::Shape);
        from += at.end;
    }
    // "Username: willow_22": a word says what follows.
    let named = regex!(
        r"(?i)\b(user\s?name|handle|screen\s+name|profile\s+name|pseudonym|user|account\s+name|profile|login|account\s+(?:id|number|no|identifier)|user\s+(?:id|number)|uid|acct|unique\s+id(?:entifier)?|subscriber\s+(?:id|number)|id)\b\s*(?:\([^)]{0,30}\)\s*)?[:#.…]+\s*([^\s,;:]{3,80})"
    );
    for captures in named.into_iter().flat_map(|named| named.captures_iter(text)) {
        let (Some(word), Some(value)) = (captures.get(1), captures.get(2)) else { continue };
        let word = word.as_str().to_lowercase();
        let id = word.contains("id")
            || word.contains("number")
            || word.ends_with("no")
            || word.contains("acct")
            || word.contains("identifier");
        let kind = if id { IdentifierKind::AccountId } else { IdentifierKind::Handle };
        let trimmed = value.as_str().trim_matches(['.', ')', '(', '"', '“', '”', '\'', '’', '‘']);
        let start = value.start() + value.as_str().find(trimmed).unwrap_or(0);
        let ok = if id { trimmed.chars().any(|c| c.is_ascii_digit()) } else { is_handle(trimmed) };
        if ok && trimmed.chars().count() >= 3 {
            take(kind, start..start + trimmed.len(), trimmed.to_owned(), Method::Label);
        }
    }
    let address = regex!(r"[0-9A-Fa-f:.]{7,45}");
    for hit in address.into_iter().flat_map(|address| address.find_iter(text)) {
        let value = hit.as_str().trim_end_matches(['.', ':']).trim_start_matches(['.']);
        let start = hit.start() + hit.as_str().find(value).unwrap_or(0);
        let before = text.get(..start).and_then(|text| text.chars().next_back());
        if value.parse::<IpAddr>().is_ok() && before.is_none_or(|c| !c.is_alphanumeric()) {
            take(IdentifierKind::Ip, start..start + value.len(), value.to_owned(), Method::Shape);
        }
    }
    let handle = regex!(r"(?:^|[\s(“”‘’'\[])(@\w[\w.-]{1,60})");
    for captures in handle.into_iter().flat_map(|handle| handle.captures_iter(text)) {
        let Some(hit) = captures.get(1) else { continue };
        let value = hit.as_str().trim_end_matches(['.', '-']);
        take(IdentifierKind::Handle, hit.start()..hit.start() + value.len(), value.to_owned(), Method::Shape);
    }
    let mut from = 0;
    while let Some((value, at)) = text.get(from..).and_then(phone_in) {
        let (start, end) = (from + at.start, from + at.end);
        // A person's telephone in a covering sentence is the agency's.
        let before = text.get(..start).unwrap_or_default();
        let near = before.char_indices().rev().nth(39).map_or(0, |(at, _)| at);
        let near = before.get(near..).unwrap_or_default().to_lowercase();
        // A line of a list may begin with the word.
        let line = near.rsplit('\n').next().unwrap_or_default().trim();
        let begins = near.contains('\n') || led && near.len() == before.len();
        let leads = begins && matches!(line, "telephone" | "tel" | "tel.");
        let word = near.trim_end().trim_end_matches('.').trim_end_matches("telephone").trim_end_matches("tel");
        let leads = leads || word.trim_end().ends_with([';', ':']);
        if !leads
            && !near.trim_end().ends_with([':', ',', ';', '|'])
            && ["at", "telephone", "tel", "tel."].iter().any(|word| near.trim_end().ends_with(word))
        {
            from = end;
            continue;
        }
        if !["agent", "contact", "fax", "facsimile", "call", "officer", "questions"]
            .iter()
            .any(|word| near.contains(word))
        {
            take(IdentifierKind::Phone, start..end, value, Method::Shape);
        }
        from = end;
    }
}

/// A word written as accounts are: with a digit, a stop, a line or a hyphen within.
fn is_handle(text: &str) -> bool {
    let ok = text.chars().all(|c| c.is_alphanumeric() || matches!(c, '@' | '_' | '.' | '-'));
    ok && text.chars().any(char::is_alphabetic) && (text.starts_with('@') || text.chars().count() >= 3)
}

/// A list of accounts, one in each entry, without words for what they are.
fn bare(form: &Form, span: &Range<usize>, found: &mut Vec<Found>) {
    let text = form.sheet.get(span);
    let (dated, phoned) = (date_in(text).is_some(), phone_in(text).is_some());
    let entry = regex!(r"[^\s,;|]+");
    for hit in entry.into_iter().flat_map(|entry| entry.find_iter(text)) {
        let value = hit.as_str().trim_matches(['.', ')', '(', '"', '“', '”', ':', '•', '\'']);
        let start = hit.start() + hit.as_str().find(value).unwrap_or(0);
        let place = span.start + start..span.start + start + value.len();
        if value.len() < 4 || found.iter().any(|other| other.span.start < place.end && place.start < other.span.end) {
            continue;
        }
        let digits = value.chars().filter(char::is_ascii_digit).count();
        let letters = value.chars().filter(|c| c.is_alphabetic()).count();
        let numbered =
            regex!(r"^[A-Za-z]{1,4}[./:_-]\d{5,}[A-Za-z]?$").is_some_and(|numbered| numbered.is_match(value));
        let plain = value.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.' | ':'));
        if !plain && !numbered || is_persons(value) || dated || phoned && digits == value.len() {
            continue;
        }
        let (dashes, lows) = (value.contains('-'), value.contains('_'));
        let parted = dashes || lows || value.contains(':');
        // A number with a letter or two to it, all of them capitals.
        let coded = letters <= 4 && digits >= 5 && !value.chars().any(char::is_lowercase);
        let kind = if numbered || letters == 0 && digits >= 6 || letters > 0 && digits >= 5 && (parted || coded) {
            IdentifierKind::AccountId
        } else if value.contains(':') {
            continue;
        } else if letters >= 3 && (lows || digits > 0 && (!dashes || digits < 5)) && !value.ends_with("th") {
            IdentifierKind::Handle
        } else {
            continue;
        };
        if found.len() < MOST {
            found.push(Found { kind, value: value.to_owned(), span: place, method: Method::Shape });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::is_coded;

    #[test]
    fn numbers_of_accounts_and_names() {
        for number in ["UID-4f21ab90", "usr_7031946", "acct-55120", "7f21-4410-aa0c"] {
            assert!(is_coded(number), "{number}");
        }
        for name in ["willow_22", "sample.user", "id-willow"] {
            assert!(!is_coded(name), "{name}");
        }
    }
}
