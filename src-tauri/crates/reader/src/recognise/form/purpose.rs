//! What a paper says it is for: behind a label, in a sentence of its own, or within another sentence.

use std::ops::Range;

use super::paragraph::Sentence;
use super::running::places;
use super::words::{fails, in_re, paragraph_of, said};
use super::{Form, Row, wraps};
use crate::recognise::fold::folded;
use crate::recognise::label::Role;
use crate::recognise::value::{date_in, regex};
use matter::suggestion::{Field, Method, Suggestion, Value};

/// A sentence that speaks of not complying within so many bytes is the warning.
const WARNS: usize = 40;

pub(super) fn purpose(form: &Form, sentences: &[Sentence]) -> Option<Suggestion> {
    let labelled = form.regions.with(Role::Purpose).find_map(|region| {
        // Other sentences may follow in the same place, of penalties and of silence.
        let stop = sentences.iter().find(|sentence| {
            let fail = fails().is_some_and(|fail| fail.is_match(&sentence.text));
            let within = sentence
                .spans
                .first()
                .is_some_and(|span| region.spans.iter().any(|own| own.start <= span.start && span.end <= own.end));
            // In a letter: what else is to be done.
            let further =
                regex!(r"(?i)^\W*(?:please|you\s+(?:may|are)|any\s+(?:motion|petition)|responsive\s+records|any\s+questions?|questions?|thank|enclosed)\b");
            let further = further.is_some_and(|further| further.is_match(&sentence.text));
            within && (fail || further || super::silence::speaks(&sentence.text))
        });
        let stop = stop.and_then(|sentence| sentence.spans.first()).map_or(usize::MAX, |span| span.start);
        let spans: Vec<Range<usize>> = region
            .spans
            .iter()
            .filter(|span| span.start < stop)
            .map(|span| form.sheet.trim(&(span.start..span.end.min(stop))))
            .collect();
        // "Object" over "Laptop computer" is a thing; a purpose is said by a sentence.
        let label = form.sheet.tokens.get(region.hit.tokens.clone()).unwrap_or_default();
        let thing = label.len() == 1 && label.iter().all(|token| folded(form.sheet.get(&token.span)) == folded("object"));
        paragraph_of(form, Field::Purpose, &spans).filter(|found| !thing || found.quote.ends_with('.'))
    });
    let own = regex!(
        r"(?i)\b(?:in\s+connection\s+with\s+an?\s+(?:investigation|inquiry)|is\s+(?:issued|required)\s+in\s+connection\s+with|^(?:an?\s+)?(?:inquiry|investigation|examination|audit)\s+(?:into|of|concerning|regarding)\b|the\s+purpose\s+of\s+this\s+(?:subpoena|summons|inquiry)\s+is)\b"
    );
    // The command and the purpose may be one sentence; the whole of it would be more than the purpose.
    let command = regex!(r"(?i)\byou\s+are\b|\bhereby\b|\bcontempt\b|\bfail");
    // What the records prove of themselves, and how they may be sent, is no purpose.
    let terms = regex!(
        r"(?i)\bauthenticity\b|\bbusiness\s+records\b|\bcompliance\s+with\s+this\s+(?:subpoena|summons)\b|\bcustodian\b|\bby\s+mail\b|\bpersonal\s+appearance\b"
    );
    let title = in_re(form);
    let matter: Vec<Range<usize>> =
        form.regions.with(Role::InRe).flat_map(|region| region.spans.iter().cloned()).collect();
    // A title of a proceeding may be worded like a purpose, and is no sentence.
    let alone = |sentence: &&Sentence| {
        sentence.text.chars().next().is_some_and(char::is_uppercase)
            && sentence.text.ends_with('.')
            && !command.is_some_and(|command| command.is_match(&sentence.text))
            && !super::silence::speaks(&sentence.text)
            && !terms.is_some_and(|terms| terms.is_match(&sentence.text))
            && (title.is_some()
                || !sentence
                    .spans
                    .iter()
                    .any(|one| matter.iter().any(|own| one.start < own.end && own.start < one.end)))
            && !title
                .as_ref()
                .is_some_and(|title| sentence.text.contains(&title.quote) || title.quote.contains(&sentence.text))
    };
    let begun: Vec<Sentence> = sentences.iter().map(|sentence| begun(form, sentence)).collect();
    let spoken = |pattern: Option<&regex::Regex>| -> Vec<&Sentence> {
        let fits = |sentence: &&Sentence| pattern.is_some_and(|pattern| pattern.is_match(&sentence.text));
        begun.iter().filter(alone).filter(fits).collect()
    };
    labelled.filter(is_whole).or_else(|| {
        let found = spoken(own);
        let why = if found.is_empty() { spoken(why()) } else { found };
        let why = if why.is_empty() { matters(form, sentences).into_iter().filter(alone).collect() } else { why };
        // Of two sentences that may be it, which one is, or whether both are, only a person can say.
        let [one] = why.as_slice() else { return clause(form, sentences) };
        let behind = regex!(r"(?i)\b(?:following|this)\s+(?:matter|purpose|reason|ground)s?\s*:");
        if behind.is_some_and(|behind| behind.is_match(&one.text)) {
            return clause(form, sentences);
        }
        said(form, Field::Purpose, &[*one], Method::Sentence, 0.8)
    })
}

/// Whether what stands behind a label is a purpose: no day of another entry, no warning, and no sentence that breaks off where its
/// cell ends.
fn is_whole(found: &Suggestion) -> bool {
    let verb = regex!(r"(?i)\b(?:is|are|was|were|has|have|may|will)\s+\w+ed\b");
    let open = !found.quote.trim_end().ends_with(['.', ')', '”', '"', ']']);
    let dated = date_in(&found.quote).is_some_and(|(_, at)| at.start == 0);
    let warns = fails().and_then(|fails| fails.find(&found.quote)).is_some_and(|fails| fails.start() < WARNS);
    let half = open && verb.is_some_and(|verb| verb.is_match(&found.quote));
    !(dated || warns || half)
}

/// A sentence from the line that begins a purpose, where the lines before it, which end with no stop, are another's: "at 11:59 p.m.",
/// an entry without a stop. A line before that is full may go on.
fn begun(form: &Form, sentence: &Sentence) -> Sentence {
    let begin = regex!(
        r"^(?:(?:An?\s+)?(?:Inquiry|Investigation|Examination|Audit)\s+(?:into|of|concerning|regarding)\b|(?:This|The)\s+(?:inquiry|investigation|examination)\s+(?:relates|pertains)\b|To\s+(?:ascertain|determine|locate|establish|identify|investigate|examine|verify)\b|(?:The|These|Your)\s+(?:testimony|records|information|documents|evidence)\b)"
    );
    let row = |span: &Range<usize>| {
        Some(Row { text: form.sheet.quote(span), span: span.clone(), segment: form.sheet.segment_at(span.start)? })
    };
    // A heading is written in capitals, and goes on in no sentence.
    let heads = |text: &str| {
        let small = |word: &str| matches!(word, "of" | "and" | "the" | "for" | "in");
        text.split_whitespace().all(|word| small(word) || word.chars().next().is_some_and(char::is_uppercase))
    };
    let ends = |text: &str| text.trim_end().ends_with(['.', ':', ';', ')', ']']) || heads(text);
    for (at, pair) in sentence.spans.windows(2).enumerate() {
        let [before, here] = pair else { continue };
        if !begin.is_some_and(|begin| begin.is_match(form.sheet.get(here))) {
            continue;
        }
        let full = row(before).zip(row(here)).is_some_and(|(before, here)| wraps(form.sheet, &before, &here));
        if ends(form.sheet.get(before)) || !full {
            return sentence.behind(form.sheet, at + 1, 0);
        }
    }
    sentence.clone()
}

/// A purpose within another sentence: in brackets in the command, or behind words that say that it follows: "upon this ground, that
/// is to say: To ascertain … owed." Two such are no answer.
fn clause(form: &Form, sentences: &[Sentence]) -> Option<Suggestion> {
    let follows = regex!(
        r"(?i)\b(?:(?:matter|purpose|reason|ground|basis)s?\b[^.:;]{0,50}|in\s+connection\s+with\s?):\s*[“\x22]?((?-i:[A-Z])[^:]{14,400}?[a-z\d)]\.)(?:[”\x22\])]|\s|$)"
    );
    let bracket = regex!(r"[\[(]([A-Z][^\[\]()]{14,400}?\.)[\])]");
    let nature = regex!(
        r"(?i)^(?:(?:the|an?|this|suspected|alleged)\s+)*(?:inquiry|investigation|examination|audit|review|production|sale|importation|violations?|fraud|evasion|harboring|employment)\b|^to\s+(?:ascertain|determine|locate|establish|identify|investigate|examine|verify)\b"
    );
    // What follows a colon or a stop is a sentence of its own: each paragraph is looked at as one.
    let mut paragraphs: Vec<Sentence> = Vec::new();
    for sentence in sentences {
        match paragraphs.last_mut().filter(|last| last.paragraph == sentence.paragraph) {
            Some(last) => last.join(sentence),
            None => paragraphs.push(sentence.clone()),
        }
    }
    let mut all: Vec<(String, Vec<Range<usize>>)> = Vec::new();
    for paragraph in &paragraphs {
        let found = [follows, bracket].into_iter().flatten().flat_map(|one| one.captures_iter(&paragraph.text));
        for one in found.filter_map(|all| all.get(1)).take(20) {
            let text = one.as_str();
            let other = fails().is_some_and(|fails| fails.is_match(text)) || super::silence::speaks(text);
            if nature.is_some_and(|nature| nature.is_match(text)) && !other {
                all.push((text.to_owned(), places(form, paragraph, &one.range())));
            }
        }
    }
    all.dedup();
    let [(text, spans)] = all.as_slice() else { return None };
    Some(form.suggestion(Field::Purpose, Value::Text { text: text.clone() }, spans, Method::Sentence, 0.75))
}

/// Sentences without a verb that name what is looked into, each a paragraph by itself and no part of a list.
fn matters<'s>(form: &Form, sentences: &'s [Sentence]) -> Vec<&'s Sentence> {
    let matter = regex!(
        r"(?i)^\W*(?:\d{1,2}\W+)?(?:(?:the|an?)\s+)?(?:(?:suspected|alleged|possible|unlawful|illegal|unauthorized)\s+)?(?:sale|importation|import|exportation|entry|smuggling|undervaluation|trafficking|harboring|conduct|employment|violations?|fraud|evasion|counterfeiting)\s+(?:of|by|into|through|in)\b[^;:]{10,200}\.$"
    );
    let listed = |sentence: &Sentence| {
        let span = sentence.spans.first();
        let owner = span.and_then(|span| form.sheet.segment_at(span.start));
        let owner = owner.and_then(|at| form.regions.owners.get(at).copied().flatten());
        let role = owner.and_then(|owner| form.regions.all.get(owner)).map(|region| region.role);
        role.is_some_and(|role| role != Role::Purpose)
    };
    let verb = regex!(
        r"(?i)\b(?:is|are|was|were|be|been|may|must|shall|will|can|has|have|had|do|does|did|requires?|results?|constitutes?|carries)\b"
    );
    // The number of a paragraph stands before it as a sentence of its own.
    let words = |other: &&Sentence| other.text.chars().any(char::is_alphabetic);
    let single = |sentence: &Sentence| {
        sentences.iter().filter(words).filter(|other| other.paragraph == sentence.paragraph).count() == 1
    };
    let fits = |sentence: &&Sentence| matter.is_some_and(|matter| matter.is_match(&sentence.text));
    let said = |sentence: &Sentence| verb.is_some_and(|verb| verb.is_match(&sentence.text));
    let fit = sentences.iter().filter(fits);
    fit.filter(|sentence| single(sentence) && !listed(sentence) && !said(sentence)).collect()
}

/// How a purpose is said without a label: what is needed for an inquiry, what the agency looks into, "To ascertain …".
fn why() -> Option<&'static regex::Regex> {
    regex!(
        r"(?i)\b(?:relevant|material|necessary|needed|sought|required\s+for\s+an?)\b.{0,60}\b(?:inquiry|investigation|examination|audit|review)\b|\b(?:is|are)\s+(?:relevant|material|necessary)\b.{0,30}\bto\s+\w+ing\b|^\W*(?:your|the|these|this)\s+(?:testimony|records|information|documents|evidence)\b.{0,60}\b(?:is|are)\s+(?:needed|necessary|relevant|sought)\s+(?:to|for|in|because)\b|^\W*to\s+(?:ascertain|determine|locate|establish|identify|investigate|examine|verify)\b|^\W*(?:the|this)\s+(?:inquiry|investigation|examination)\s+(?:relates|pertains)\s+to\b.{0,80}\b(?:laws?|regulations?|enforcement|immigration|customs|violations?)\b|^\W*(?:the|these|this)\s+(?:testimony|records|information|documents|evidence)\b.{0,20}\b(?:will|are\s+to|is\s+to)\s+be\s+used\s+(?:to\s+(?:ascertain|determine|locate|establish|identify|investigate|examine|verify)|in\s+(?:an?|the)\s+(?:inquiry|investigation|examination))\b|^\W*(?:the|this)\s+(?:agency|office|undersigned|department|service|component)\b.{0,40}\b(?:is|are)\s+(?:conducting|looking\s+into|investigating|examining|inquiring)\b"
    )
}
