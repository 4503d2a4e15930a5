//! No fault and no reason is without words. The lists come from the contract's own TypeScript, so that a new one fails here.

use serde_json::json;

use super::{of_closed, of_problem};

/// The tags of a tagged type of the contract.
fn tags(name: &str) -> Vec<String> {
    let declarations = contract::typescript();
    let start = format!("export type {name} = ");
    let (_, rest) = declarations.split_once(&start).unwrap();
    let declaration = rest.split("\nexport type ").next().unwrap();
    let tags: Vec<String> = declaration
        .split("\"type\": \"")
        .skip(1)
        .filter_map(|after| after.split('"').next().map(str::to_owned))
        .collect();
    assert!(tags.len() > 3, "{name}: {declaration}");
    tags
}

#[test]
fn every_reason_of_a_refusal_has_words() {
    for tag in tags("Problem") {
        let said = of_problem(&json!({ "type": tag }));
        assert!(said.ends_with('.') && said.contains(' ') && !said.contains(&tag), "{tag}: {said}");
    }
}

#[test]
fn every_reason_of_a_closed_gate_has_words() {
    for tag in tags("Closed") {
        let said = of_closed(&json!({ "type": tag }), chrono_tz::Tz::UTC);
        assert!(said.contains(' ') && said != tag, "{tag}: {said}");
    }
}

#[test]
fn a_refusal_says_who_can() {
    let said = of_problem(&json!({ "type": "notAllowed", "roles": ["counsel"], "who": ["M. Chen", "A. Rivera"] }));
    assert_eq!(said, "This needs the role counsel. Ask M. Chen, A. Rivera.");
}

#[test]
fn every_word_the_queue_shows_is_known() {
    use crate::vocabulary::word;
    for (kind, name) in [
        ("headline", "Headline"),
        ("guard", "Guard"),
        ("step", "Step"),
        ("role", "Role"),
        ("point", "OrderPoint"),
        ("instrument", "Instrument"),
        ("component", "Component"),
        ("category", "Category"),
        ("decision", "Decision"),
        ("date", "DateLineKind"),
        ("letter", "LetterStep"),
        ("notice", "NoticeStanding"),
        ("paper", "PaperKind"),
        ("what", "What"),
        ("place", "SearchPlace"),
        ("result", "SearchResult"),
        ("document", "DocumentRole"),
    ] {
        for tag in plain_tags(name) {
            assert_ne!(word(kind, &tag), "", "{kind} {tag}");
            let has_words = crate::vocabulary::knows(kind, &tag);
            assert!(has_words, "{kind} {tag}");
        }
    }
}

/// The values of an enumeration without content: `export type Role = "triage" | "counsel";`
fn plain_tags(name: &str) -> Vec<String> {
    let declarations = contract::typescript();
    let (_, rest) = declarations.split_once(&format!("export type {name} = ")).unwrap();
    let declaration = rest.split(';').next().unwrap();
    declaration.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

#[test]
fn a_closed_gate_says_its_times_as_everything_else_does() {
    let closed = json!({ "type": "noticeWindow", "until": "2026-12-04T01:00:00.000Z" });
    let said = of_closed(&closed, chrono_tz::America::Los_Angeles);
    assert_eq!(said, "the user's window runs until 2026-12-03 17:00 America/Los_Angeles");
}
