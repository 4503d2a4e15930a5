//! What a court paper is, by its title, its words and its signature. Of several readings the one that claims least wins.

use std::ops::Range;

use matter::proceeding::PaperKind;

use super::Caption;
use super::caption::without_line_number;
use super::signature;
use crate::recognise::sheet::Sheet;
use crate::recognise::value::regex;
use matter::suggestion::{Class, Classed, Reason};

/// The kind of paper that a title says, before anything else is asked.
fn titled(title: &str) -> Option<PaperKind> {
    let title = title.to_uppercase();
    let has = |pattern: Option<&regex::Regex>| pattern.is_some_and(|pattern| pattern.is_match(&title));
    if has(regex!(r"\bPROPOSED\b|\bFORM\s+OF\s+ORDER\b|\bDRAFT\b")) {
        return Some(PaperKind::ProposedOrder);
    }
    if has(regex!(r"\bRECOMMENDATIONS?\b|\bRECOMMENDED\b")) {
        return Some(PaperKind::ReportAndRecommendation);
    }
    let first = regex!(
        r"\b(?:ORDER|OPINION|JUDGMENT|DECISION|PETITION|APPLICATION|MOTION|NOTICE|STIPULATION|COMPLAINT|MEMORANDUM|BRIEF|DECLARATION|AFFIDAVIT|RESPONSE|REPLY|OPPOSITION|OBJECTIONS?|MINUTES?|MINUTE\s+ENTRY|DISMISSAL|WITHDRAWAL|SUMMONS|EXHIBIT|REQUEST|ANSWER|TRANSCRIPT|STATEMENT|CERTIFICATE|ENTRY|INDEX|MANDATE|SUBPOENA|WARRANT|SUGGESTION)\b"
    )?;
    let word = first.find(&title)?.as_str();
    Some(match word {
        "MEMORANDUM" if has(regex!(r"\bMEMORANDUM\s+(?:OPINION|DECISION|ORDER|AND\s+ORDER|&\s+ORDER)")) => {
            PaperKind::Order
        }
        "SUGGESTION" if has(regex!(r"\bORDER\b")) => PaperKind::Order,
        "ORDER" | "OPINION" | "DECISION" | "JUDGMENT" if has(regex!(r"\bSHOW\s+CAUSE\b")) => {
            PaperKind::OrderToShowCause
        }
        "ORDER" | "OPINION" | "DECISION" | "JUDGMENT" | "MANDATE" => PaperKind::Order,
        "PETITION" | "APPLICATION" => PaperKind::Petition,
        "MOTION" => PaperKind::Motion,
        "NOTICE" if has(regex!(r"\b(?:DISMISSAL|WITHDRAWAL)\b")) => PaperKind::Dismissal,
        "NOTICE" if has(regex!(r"\bNOTICE\s+OF\s+(?:[A-Z]+\s+)?(?:MOTION|APPLICATION|PETITION)\b")) => {
            PaperKind::Motion
        }
        "DISMISSAL" | "WITHDRAWAL" => PaperKind::Dismissal,
        "MINUTE" | "MINUTES" | "MINUTE ENTRY" => PaperKind::MinuteEntry,
        _ => PaperKind::OtherPaper,
    })
}

/// The title: capitals after the caption, line after line, in which a kind of paper is named.
fn title(sheet: &Sheet, caption: &Caption) -> Option<(String, Vec<Range<usize>>)> {
    let lines: Vec<usize> = (caption.segment + 1..sheet.segments.len())
        .take_while(|at| sheet.segments.get(*at).is_some_and(|segment| segment.page == caption.page))
        .collect();
    let kind = regex!(
        r"(?i)\b(?:order|opinion|judgment|petition|application|motion|notice|stipulation|complaint|memorandum|brief|declaration|affidavit|response|reply|opposition|minutes?|recommendations?|recommendation|dismissal|answer|mandate|request)\b"
    )?;
    for (number, at) in lines.iter().enumerate() {
        let segment = sheet.segments.get(*at)?;
        let text = without_line_number(sheet.get(&segment.span));
        if !is_capital(text) || !kind.is_match(text) || text.ends_with(',') {
            continue;
        }
        // Lines of capitals above and below it, in its column, are the title too.
        let joins = |other: usize, from: usize| {
            let both = sheet.segments.get(other).zip(sheet.segments.get(from));
            both.is_some_and(|(a, b)| {
                let gap = if a.top > b.top { a.top - b.bottom } else { b.top - a.bottom };
                a.shares_width(b)
                    && gap < 1.3 * b.height()
                    && !a.same_row(b)
                    && is_capital(without_line_number(sheet.get(&a.span)))
            })
        };
        let mut taken = vec![*at];
        for next in lines.iter().skip(number + 1).take(12) {
            if joins(*next, *taken.last()?) && taken.len() < 6 {
                taken.push(*next);
            }
        }
        for before in lines.iter().take(number).rev().take(6) {
            let text = sheet.segments.get(*before).map_or("", |segment| sheet.get(&segment.span));
            let party = regex!(
                r"(?i)\b(?:plaintiffs?|defendants?|petitioners?|respondents?|movants?|v\.|no\.|case|civil|misc)\b|,$"
            );
            if joins(*before, *taken.first()?) && !party.is_some_and(|party| party.is_match(text)) {
                taken.insert(0, *before);
            } else {
                break;
            }
        }
        let spans: Vec<Range<usize>> =
            taken.iter().filter_map(|at| sheet.segments.get(*at)).map(|segment| segment.span.clone()).collect();
        let text = spans.iter().map(|span| without_line_number(sheet.get(span))).collect::<Vec<_>>().join(" ");
        return Some((text, spans));
    }
    None
}

/// Written in capitals, as titles are. Names of companies in a title may keep their own letters.
fn is_capital(text: &str) -> bool {
    let (upper, lower) =
        (text.chars().filter(|c| c.is_uppercase()).count(), text.chars().filter(|c| c.is_lowercase()).count());
    upper >= 4 && upper >= 4 * lower
}

/// What the paper is.
pub(in crate::recognise) fn classed(sheet: &Sheet, caption: &Caption) -> Option<Classed> {
    let (title, spans) = title(sheet, caption)?;
    let mut kind = titled(&title)?;
    let mut reasons = vec![Reason { mark: "title".to_owned(), quote: title.clone(), places: sheet.places(&spans) }];
    let text = &sheet.text;
    let has = |pattern: Option<&regex::Regex>| pattern.is_some_and(|pattern| pattern.is_match(text));
    if kind == PaperKind::Order {
        // A magistrate's recommendation may be headed "Order" (legal-reference §3.3), and a draft may have lost its brackets.
        if has(regex!(r"(?i)\b(?:\[\s*proposed\s*\]|proposed\s+order\b|lodged\b)")) {
            return None;
        }
        if has(regex!(
            r"\bRECOMMENDS?\b|(?i)\b(?:undersigned|court)\s+(?:respectfully\s+)?recommends\b|\brespectfully\s+recommend|\bit\s+is\s+(?:hereby\s+)?recommended\b|\breport\s+and\s+recommendation\b.{0,200}\bobjections?\b"
        )) {
            return None;
        }
        if has(regex!(
            r"(?i)\b(?:superior\s+court|immigration\s+court|immigration\s+judge|supreme\s+court\s+of\s+the\s+state)\b"
        )) && !caption.appeals
            && caption.court.is_none()
        {
            return None;
        }
        let operative = regex!(r"(?:\bORDERED\b|\bORDERS\b|\bGRANTED\b|\bDENIED\b|\bGRANTS\b|\bDENIES\b|(?i)\bso\s+ordered\b|\bit\s+is\s+(?:hereby\s+|further\s+)?ordered\b|\bhereby\s+(?:orders|grants|denies|ordered|granted|denied|stayed|quashed|vacated))").and_then(|words| words.find(text));
        let operative = operative?;
        reasons.push(Reason {
            mark: "operativeWords".to_owned(),
            quote: sheet.quote(&operative.range()),
            places: sheet.places(&[operative.range()]),
        });
        if caption.appeals {
            kind = PaperKind::AppellateDecision;
        } else {
            // Without a signature or its date it is a draft for all that the paper shows.
            let signed = signature::find(sheet).filter(signature::Signed::is_signed)?;
            reasons.push(Reason {
                mark: "signature".to_owned(),
                quote: signed.quote(sheet),
                places: sheet.places(&signed.spans()),
            });
        }
    }
    if kind == PaperKind::OrderToShowCause && signature::find(sheet).is_none_or(|signed| !signed.is_signed()) {
        return None;
    }
    Some(Classed { class: Class::Court { kind }, confidence: if reasons.len() > 1 { 0.9 } else { 0.8 }, reasons })
}

#[cfg(test)]
mod tests {
    use super::{PaperKind, titled};

    #[test]
    fn a_title_claims_least() {
        for (title, kind) in [
            ("ORDER", PaperKind::Order),
            ("[PROPOSED] ORDER GRANTING PETITION", PaperKind::ProposedOrder),
            ("ORDER AND REPORT AND RECOMMENDATION", PaperKind::ReportAndRecommendation),
            ("ORDER TO SHOW CAUSE", PaperKind::OrderToShowCause),
            ("ORDER DISCHARGING ORDER TO SHOW CAUSE", PaperKind::OrderToShowCause),
            ("MOTION FOR ORDER TO SHOW CAUSE", PaperKind::Motion),
            ("APPLICATION FOR ORDER ENFORCING SUMMONS", PaperKind::Petition),
            ("UNOPPOSED MOTION FOR ORDER SEALING FILE", PaperKind::Motion),
            ("NOTICE OF MOTION AND MOTION TO QUASH", PaperKind::Motion),
            ("NOTICE OF VOLUNTARY DISMISSAL", PaperKind::Dismissal),
            ("STIPULATION AND [PROPOSED] ORDER", PaperKind::ProposedOrder),
            ("STIPULATION AND ORDER", PaperKind::OtherPaper),
            ("MEMORANDUM OPINION AND ORDER", PaperKind::Order),
            ("MEMORANDUM OF LAW IN SUPPORT OF ORDER", PaperKind::OtherPaper),
            ("NOTICE OF ENTRY OF ORDER", PaperKind::OtherPaper),
            ("MINUTE ORDER", PaperKind::MinuteEntry),
        ] {
            assert_eq!(titled(title), Some(kind), "{title}");
        }
        assert_eq!(titled("UNITED STATES OF AMERICA"), None);
    }
}
