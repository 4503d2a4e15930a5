//! What a form says in words: authority, purpose, warning, the proceeding; and the component and the rider.

use std::ops::Range;

use matter::demand::Component;

use super::paragraph::Sentence;
use super::{Form, purpose};
use crate::recognise::label::Role;
use crate::recognise::value::{date_in, regex, time_in};
use matter::suggestion::{Field, Method, Suggestion, Value};

pub(super) fn suggest(form: &Form) -> Vec<Suggestion> {
    let sentences = form.sentences();
    let warning = warning(form, &sentences);
    let purpose = purpose::purpose(form, &sentences);
    let mut all = Vec::new();
    all.extend(super::authority::suggest(form, &sentences));
    all.extend(warning);
    all.extend(purpose);
    all.extend(in_re(form));
    all.extend(component(form));
    all.extend(super::period::suggest(form));
    all.extend(rider(form));
    all
}

/// A field's sentences as one suggestion.
pub(super) fn said(
    form: &Form,
    field: Field,
    sentences: &[&Sentence],
    method: Method,
    sure: f32,
) -> Option<Suggestion> {
    let spans: Vec<Range<usize>> = sentences.iter().flat_map(|sentence| sentence.spans.iter().cloned()).collect();
    if spans.is_empty() {
        return None;
    }
    let text = sentences.iter().map(|sentence| sentence.text.as_str()).collect::<Vec<_>>().join(" ");
    Some(form.suggestion(field, Value::Text { text }, &spans, method, sure))
}

/// The sentence about failing to comply, and those after it in the paragraph that go on about courts and penalties.
fn warning(form: &Form, sentences: &[Sentence]) -> Option<Suggestion> {
    let fail = fails();
    let threat = regex!(r"(?i)\b(?:contempt|court|sanction|penalt|proceedings|liable|enforce)");
    let at = sentences.iter().position(|sentence| {
        fail.is_some_and(|fail| fail.is_match(&sentence.text))
            && threat.is_some_and(|threat| threat.is_match(&sentence.text))
    })?;
    let whole = sentences.get(at)?;
    // What stands before it in the same breath, an item of a list or a heading, is none of it.
    let begin = regex!(
        r"\b(?:Failure|Refusal|Neglect|If\s+you\s+(?:fail|refuse|neglect)|You\s+are\s+(?:hereby\s+)?(?:notified|advised|warned)|Any\s+(?:failure|person)|If\s+(?:this|the)\s+(?:summons|subpoena)\s+is\s+not|If\s+you\s+do\s+not|Should\s+you|Non-?\s?compliance|Disregard\w*|Disobe\w+|A\s+person|Persons|Please\s+note)\b"
    );
    let cut = whole.from(form.sheet, begin?);
    let first = &cut;
    let mut taken = vec![first];
    let more = regex!(r"(?i)\b(?:contempt|sanctions?|penalt(?:y|ies)|punish(?:ed|able)?)\b");
    for next in sentences.get(at + 1..).unwrap_or_default().iter().take(3) {
        if next.paragraph != first.paragraph
            || !more.is_some_and(|more| more.is_match(&next.text))
            || super::silence::speaks(&next.text)
        {
            break;
        }
        taken.push(next);
    }
    // Half a sentence, cut off where a cell or a page ends, warns of nothing.
    let whole =
        taken.last().is_some_and(|last| last.text.ends_with(['.', ')', '”', '"']) && !last.text.ends_with("U.S."));
    whole.then(|| said(form, Field::Warning, &taken, Method::Sentence, 0.9))?
}

/// How it is said that somebody does not comply.
pub(super) fn fails() -> Option<&'static regex::Regex> {
    regex!(
        r"(?i)\b(?:fail(?:ure|s)?|refus(?:al|e)|neglect)\s+(?:or\s+\w+\s+)?(?:to\s+(?:comply|obey|appear|produce|respond)|so\s+to\s+do)|\bnot\s+(?:complied\s+with|obeyed)\b|\bnon-?\s?compliance\b|\b(?:disregard|disobe)\w*|\b(?:do|does|did)\s+not\s+(?:comply|obey|appear|produce|respond)\b"
    )
}

/// The text of a region up to the end of its paragraph.
pub(super) fn paragraph_of(form: &Form, field: Field, spans: &[Range<usize>]) -> Option<Suggestion> {
    let mut taken: Vec<Range<usize>> = Vec::new();
    let mut last: Option<usize> = None;
    let numbered = regex!(r"^(?:[IVX]{1,4}|\d{1,2})\.\s+[A-Z][a-z]");
    for span in spans {
        // The next numbered paragraph.
        if !taken.is_empty() && numbered.is_some_and(|numbered| numbered.is_match(form.sheet.get(span))) {
            break;
        }
        let at = form.sheet.segment_at(span.start)?;
        let segment = form.sheet.segments.get(at)?;
        if let Some(before) = last.and_then(|last| form.sheet.segments.get(last))
            && (segment.top - before.bottom > 0.8 * segment.height()
                || segment.page != before.page
                || segment.left - before.left > 90.0
                || before.left - segment.left > 90.0 && taken.len() > 1)
        {
            break;
        }
        last = Some(at);
        taken.push(span.clone());
    }
    let mut text = taken.iter().map(|span| form.sheet.quote(span)).collect::<Vec<_>>().join(" ");
    // A line that breaks off goes on in the next one, whatever that is like.
    let open = regex!(r"\s(?:the|of|and|or|with|for|in|at|a|an|to|by|on)$");
    if open.is_some_and(|open| open.is_match(&text)) {
        let here = last.and_then(|last| form.sheet.segments.get(last))?;
        let (_, next) = form.sheet.on_page(here.page).find(|(_, next)| {
            (next.left - here.left).abs() < 4.0
                && next.top > here.middle()
                && next.top - here.bottom < 0.8 * next.height()
        })?;
        text = format!("{text} {}", form.sheet.quote(&next.span));
        return (form.sheet.get(&next.span).len() < 80 && field == Field::InRe).then(|| {
            taken.push(next.span.clone());
            form.suggestion(field, Value::Text { text }, &taken, Method::Label, 0.85)
        });
    }
    if text.ends_with(':')
        || form.regions.all.iter().any(|region| taken.iter().any(|span| sheet_has(form, region, span)))
    {
        return None;
    }
    // What it is issued under is no purpose.
    let basis = regex!(r"(?i)\bis\s+issued\s+(?:under|pursuant)\b");
    if field == Field::Purpose && basis.is_some_and(|basis| basis.is_match(&text)) {
        return None;
    }
    let none = regex!(r"(?i)^(?:[–—-]|n/?a|none|not\s+(?:stated|applicable|provided)\.?|unknown|-+)$");
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    if letters < 6 || none.is_some_and(|none| none.is_match(text.trim())) || text.len() > 1_500 {
        return None;
    }
    Some(form.suggestion(field, Value::Text { text }, &taken, Method::Label, 0.9))
}

/// Whether a label stands within a span: then the span is more than one field.
fn sheet_has(form: &Form, region: &crate::recognise::label::Region, span: &Range<usize>) -> bool {
    let label = form.sheet.tokens.get(region.hit.tokens.start);
    label.is_some_and(|token| span.start < token.span.start && token.span.start < span.end)
}

/// The title of a proceeding: what the form goes on with is none of it, nor the comma before another label.
fn title(form: &Form, spans: &[Range<usize>]) -> Option<Suggestion> {
    let on = regex!(
        r"^\W*(?i:by\s+the\s+service|you\s+are|pursuant|under\s+the\s+authority)\b|^[A-Z]{3,}(?:\s[A-Z]+){0,3}:"
    );
    let own = spans.iter().take_while(|span| !on.is_some_and(|on| on.is_match(form.sheet.get(span))));
    let mut spans: Vec<Range<usize>> = own.cloned().collect();
    // In a court's caption, behind its line of brackets, where a title ends cannot be told.
    if spans.first().is_some_and(|first| form.sheet.get(first).starts_with(')')) {
        return None;
    }
    // A number in brackets behind is the file's.
    let numbered = regex!(r"(?i)\s*[\[(](?:\w+\s+)?(?:file|case|matter|no)\b[^\])]*[\])]\s*$");
    if let Some(last) = spans.last_mut()
        && let Some(number) = numbered.and_then(|numbered| numbered.find(form.sheet.get(last)))
    {
        last.end = last.start + number.start();
    }
    spans.retain(|span| !span.is_empty());
    // Words of the label that stand below it, and the number of the cell beside it, are no title.
    let text = spans.iter().map(|span| form.sheet.quote(span)).collect::<Vec<_>>().join(" ");
    let number = text.split(' ').any(|word| word.chars().filter(char::is_ascii_digit).count() > 4);
    if text.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_lowercase) || number {
        return None;
    }
    if let Some(last) = spans.last_mut() {
        let text = form.sheet.get(last);
        last.end = last.start + text.trim_end_matches([',', ';', ' ']).len();
    }
    paragraph_of(form, Field::InRe, &spans)
}

/// "RE:" on a memorandum that is the form itself. On letters and covers it names the paper.
fn about(form: &Form) -> Option<Suggestion> {
    let paper = regex!(r"(?i)\b(?:subpoena|summons|form|dear|facsimile|request|demand)\b|\d{3}");
    let re = form
        .regions
        .with(Role::End)
        .filter(|region| form.sheet.token(region.hit.tokens.start).trim_end_matches(':').eq_ignore_ascii_case("re"));
    let mut found = re.filter(|region| !form.is_cover(form.page_of(region))).filter_map(|region| {
        let one = title(form, &region.spans)?;
        (!paper.is_some_and(|paper| paper.is_match(&one.quote))).then_some(Suggestion { confidence: 0.75, ..one })
    });
    let one = found.next()?;
    found.next().is_none().then_some(one)
}

pub(super) fn in_re(form: &Form) -> Option<Suggestion> {
    let labelled = form.regions.with(Role::InRe).find_map(|region| title(form, &region.spans));
    let found = labelled.or_else(|| about(form))?;
    // A name alone, a date or other words of the form may be another field's that stands near.
    let command = regex!(r"(?i)\b(?:hereby|summoned|commanded|you\s+are)\b");
    let other = crate::recognise::value::is_name(&found.quote)
        || command.is_some_and(|command| command.is_match(&found.quote))
        || time_in(&found.quote).is_some() && date_in(&found.quote).is_some();
    (!other).then_some(found)
}

/// The component, in the heading or by its label. Names in boilerplate ("CBP, ICE or USCIS official") name none.
fn component(form: &Form) -> Option<Suggestion> {
    let names: [(&str, Component); 4] = [
        // The last word may stand in the next line of a cell.
        (r"(?i)homeland\s+security\s+investigations|\bHSI\b", Component::IceHsi),
        (r"(?i)enforcement\s+and\s+removal\b|\bERO\b", Component::IceEro),
        (r"(?i)customs\s+and\s+border\s+protection|\bCBP\b", Component::Cbp),
        (r"(?i)citizenship\s+and\s+immigration\b|\bUSCIS\b", Component::Uscis),
    ];
    let find = |text: &str, from: usize| {
        let hits: Vec<(Component, Range<usize>)> = names
            .iter()
            .filter_map(|(pattern, component)| {
                let at = crate::recognise::value::pattern(pattern)?.find(text)?.range();
                Some((*component, from + at.start..from + at.end))
            })
            .collect();
        if let [one] = hits.as_slice() { Some(one.clone()) } else { None }
    };
    let labelled = form.regions.with(Role::Component).find_map(|region| {
        let (first, last) = (region.spans.first()?, region.spans.get(1).or(region.spans.first())?);
        find(form.sheet.get(&(first.start..last.end)), first.start)
    });
    let heading = || {
        // Lines of a letterhead that name an agency and nothing else. A cover may come before the form.
        let officials = regex!(
            r"(?i)\b(?:officer|official|officers|agent|subpoena|summons|before|name|laws|administered|you|contact)\b|\d{3}"
        );
        let mut named: Vec<(Component, Range<usize>)> = Vec::new();
        for (at, segment) in sheet_head(form) {
            let line = form.sheet.get(&segment);
            let field = form.regions.all.iter().any(|region| region.hit.segment == at && region.role != Role::End);
            if field || officials.is_some_and(|officials| officials.is_match(line)) {
                continue;
            }
            if let Some(one) = find(line, segment.start)
                && !named.iter().any(|(component, _)| *component == one.0)
            {
                named.push(one);
            }
        }
        if let [one] = named.as_slice() { Some(one.clone()) } else { None }
    };
    let (component, span) = labelled.or_else(|| match (ticked(form, &find), heading()) {
        // A box elsewhere may be about something else.
        (Some(ticked), Some(heading)) if ticked.0 != heading.0 => None,
        (ticked, heading) => ticked.or(heading).or_else(|| of_official(form, &find)),
    })?;
    Some(form.suggestion(Field::Component, Value::Component { component }, &[span], Method::Mark, 0.85))
}

/// The component of whoever issues: a line of its own in their block.
fn of_official(
    form: &Form,
    find: &impl Fn(&str, usize) -> Option<(Component, Range<usize>)>,
) -> Option<(Component, Range<usize>)> {
    let whole = regex!(
        r"(?i)^(?:(?:U\.?\s?S\.?|ICE|United\s+States)\s+)?(?:homeland\s+security\s+investigations|enforcement\s+and\s+removal\s+operations|customs\s+and\s+border\s+protection|citizenship\s+and\s+immigration\s+services)$"
    );
    form.regions.with(Role::Issuing).find_map(|region| {
        let mut rows = form.rows(region).into_iter();
        let row = rows.find(|row| whole.is_some_and(|whole| whole.is_match(&row.text)))?;
        find(&row.text, 0).map(|(component, _)| (component, row.span))
    })
}

/// "☐ CBP ☒ ICE – ERO": of several components with a box before each the one that is ticked.
fn ticked(
    form: &Form,
    find: &impl Fn(&str, usize) -> Option<(Component, Range<usize>)>,
) -> Option<(Component, Range<usize>)> {
    let line = regex!(r"(☐|☒|☑|□|\[\s?\]|\[\s?[xX]\s?\])\s+([^☐☒☑□\[\]]{2,400})");
    let mut boxes: Vec<(bool, Component, Range<usize>)> = Vec::new();
    for segment in form.sheet.segments.iter().filter(|segment| !form.is_cover(segment.page)) {
        let text = form.sheet.get(&segment.span);
        // A box first, and nothing but boxes and what they stand for.
        if !text.starts_with(['☐', '☒', '☑', '□', '[']) {
            continue;
        }
        for captures in line.into_iter().flat_map(|line| line.captures_iter(text)) {
            let (Some(mark), Some(name)) = (captures.get(1), captures.get(2)) else { continue };
            // A box of the command, or of how it was served.
            let other = regex!(r"(?i)\b(?:appear|produce|testify|officer|official|agent|serv(?:ed|ice)|mail|person)\b");
            let long = name.as_str().trim().chars().count() > 60;
            if long || other.is_some_and(|other| other.is_match(name.as_str())) {
                continue;
            }
            let Some((component, at)) = find(name.as_str(), segment.span.start + name.start()) else { continue };
            let full = mark.as_str().contains(['☒', '☑', 'x', 'X']);
            boxes.push((full, component, segment.span.start + mark.start()..at.end));
        }
    }
    let mut full = boxes.iter().filter(|one| one.0);
    match (full.next(), full.next()) {
        (Some((_, component, span)), None) if boxes.len() > 1 => Some((*component, span.clone())),
        _ => None,
    }
}

/// The lines at the head of the first pages, below a fax machine's.
fn sheet_head<'f>(form: &'f Form) -> impl Iterator<Item = (usize, Range<usize>)> + 'f {
    let lines = form.sheet.segments.iter().enumerate();
    // Above the command: what it says of officials names no component.
    let command = regex!(r"(?i)\byou\s+are\s+(?:hereby\s+)?(?:summoned|commanded|required|directed|ordered)\b");
    let spoken = |segment: &crate::recognise::sheet::Segment| {
        command.is_some_and(|command| command.is_match(form.sheet.get(&segment.span)))
    };
    let end = form.sheet.segments.iter().find(|segment| spoken(segment)).map(|segment| (segment.page, segment.top));
    lines
        .filter(move |(_, segment)| end.is_none_or(|(page, top)| segment.page != page || segment.top < top + 1.0))
        .filter(|(_, segment)| segment.page < 3 && (30.0..200.0).contains(&segment.top))
        .map(|(at, segment)| (at, segment.span.clone()))
}

/// A page that calls itself a rider or an attachment.
fn rider(form: &Form) -> Option<Suggestion> {
    let heading = rider_heading(form)?;
    Some(form.suggestion(Field::Rider, Value::Ticked { ticked: true }, &[heading.1], Method::Mark, 0.9))
}

/// The first page that is a rider's, and its heading.
pub(super) fn rider_heading(form: &Form) -> Option<(u32, Range<usize>)> {
    let pattern = regex!(
        r"(?i)^(?:\W*)(?:attachment|rider|schedule|exhibit|appendix|addendum|annex|continuation)\b(?:\s+(?:[A-Z0-9]\b|to|of|page|sheet|for|no|[-–—:]).*)?\W*$"
    );
    form.sheet
        .segments
        .iter()
        .filter(|segment| segment.page > 0 && segment.top < 220.0)
        .find(|segment| pattern.is_some_and(|pattern| pattern.is_match(form.sheet.get(&segment.span))))
        .map(|segment| (segment.page, segment.span.clone()))
}
