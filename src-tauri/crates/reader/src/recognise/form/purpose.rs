//! What a paper says it is for: behind a label, in a sentence of its own, or within another sentence.

use std::ops::Range;

use super::Form;
use super::paragraph::Sentence;
use super::words::{fails, paragraph_of, said};
use crate::recognise::label::Role;
use crate::recognise::value::regex;
use matter::suggestion::{Field, Method, Suggestion};

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
        paragraph_of(form, Field::Purpose, &spans)
    });
    let own = regex!(
        r"(?i)\b(?:in\s+connection\s+with\s+an?\s+(?:investigation|inquiry)|is\s+(?:issued|required)\s+in\s+connection\s+with|^(?:an?\s+)?(?:inquiry|investigation|examination|audit)\s+(?:into|of|concerning|regarding)\b|the\s+purpose\s+of\s+this\s+(?:subpoena|summons|inquiry)\s+is)\b"
    );
    // The command and the purpose may be one sentence; the whole of it would be more than the purpose.
    let command = regex!(r"(?i)\byou\s+are\b|\bhereby\b|\bcontempt\b|\bfail");
    let titles: Vec<&Range<usize>> = form.regions.with(Role::InRe).flat_map(|region| &region.spans).collect();
    let alone = |sentence: &&Sentence| {
        sentence.text.chars().next().is_some_and(char::is_uppercase)
            && !command.is_some_and(|command| command.is_match(&sentence.text))
            && !super::silence::speaks(&sentence.text)
            && !sentence
                .spans
                .iter()
                .any(|span| titles.iter().any(|title| title.start < span.end && span.start < title.end))
    };
    let spoken = |pattern: Option<&regex::Regex>| -> Vec<&Sentence> {
        let fits = |sentence: &&Sentence| pattern.is_some_and(|pattern| pattern.is_match(&sentence.text));
        sentences.iter().filter(alone).filter(fits).collect()
    };
    labelled.or_else(|| {
        let found = spoken(own);
        let why = if found.is_empty() { spoken(why()) } else { found };
        let why = if why.is_empty() { matters(form, sentences).into_iter().filter(alone).collect() } else { why };
        // Of two sentences that may be it, which one is, or whether both are, only a person can say.
        let [one] = why.as_slice() else { return clause(form, sentences) };
        let behind = regex!(r"(?i)\b(?:following|this)\s+(?:matter|purpose|reason|ground)s?\s*:");
        if behind.is_some_and(|behind| behind.is_match(&one.text)) {
            return clause(form, sentences);
        }
        one.text.ends_with('.').then(|| said(form, Field::Purpose, &[*one], Method::Sentence, 0.8))?
    })
}

/// A purpose within another sentence: in brackets in the command, or behind words that say that it follows: "upon this ground, that
/// is to say: To ascertain … owed." Two such are no answer.
fn clause(form: &Form, sentences: &[Sentence]) -> Option<Suggestion> {
    let text = &form.sheet.text;
    let follows = regex!(
        r"(?i)\b(?:matter|purpose|reason|ground|basis)s?\b[^.:;]{0,50}:\s*[“\x22]?((?-i:[A-Z])[^:]{14,400}?[a-z\d)]\.)[”\x22]?(?:\s|$)"
    );
    let bracket = regex!(r"[\[(]([A-Z][^\[\]()]{14,400}?\.)[\])]");
    let found = |pattern: Option<&'static regex::Regex>| -> Vec<Range<usize>> {
        let all = pattern.into_iter().flat_map(|pattern| pattern.captures_iter(text));
        all.filter_map(|all| all.get(1)).map(|one| one.range()).take(20).collect()
    };
    let nature = regex!(
        r"(?i)^(?:(?:the|an?|this|suspected|alleged)\s+)*(?:inquiry|investigation|examination|audit|review|production|sale|importation|violations?|fraud|evasion|harboring|employment)\b|^to\s+(?:ascertain|determine|locate|establish|identify|investigate|examine|verify)\b"
    );
    let mut all = found(follows);
    all.extend(found(bracket));
    all.retain(|span| {
        let quote = form.sheet.quote(span);
        nature.is_some_and(|nature| nature.is_match(&quote))
            && !fails().is_some_and(|fails| fails.is_match(&quote))
            && !super::silence::speaks(&quote)
            // Read on in its own column.
            && sentences.iter().any(|sentence| sentence.text.contains(&quote))
    });
    all.dedup();
    let [one] = all.as_slice() else { return None };
    Some(form.text(Field::Purpose, one.clone(), Method::Sentence, 0.75))
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
    let single =
        |sentence: &Sentence| sentences.iter().filter(|other| other.paragraph == sentence.paragraph).count() == 1;
    let fits = |sentence: &&Sentence| matter.is_some_and(|matter| matter.is_match(&sentence.text));
    let said = |sentence: &Sentence| verb.is_some_and(|verb| verb.is_match(&sentence.text));
    let fit = sentences.iter().filter(fits);
    fit.filter(|sentence| single(sentence) && !listed(sentence) && !said(sentence)).collect()
}

/// How a purpose is said without a label: what is needed for an inquiry, what the agency looks into, "To ascertain …".
fn why() -> Option<&'static regex::Regex> {
    regex!(
        r"(?i)\b(?:relevant|material|necessary|needed|sought|required\s+for\s+an?)\b.{0,60}\b(?:inquiry|investigation|examination|audit|review)\b|\b(?:is|are)\s+(?:relevant|material|necessary)\b.{0,30}\bto\s+\w+ing\b|^\W*(?:your|the|these|this)\s+(?:testimony|records|information|documents|evidence)\b.{0,60}\b(?:is|are)\s+(?:needed|necessary|relevant|sought)\s+(?:to|for|in|because)\b|^\W*to\s+(?:ascertain|determine|locate|establish|identify|investigate|examine|verify)\b|^\W*(?:the|this)\s+(?:agency|office|undersigned|department|service|component)\b.{0,40}\b(?:is|are)\s+(?:conducting|looking\s+into|investigating|examining|inquiring)\b"
    )
}
