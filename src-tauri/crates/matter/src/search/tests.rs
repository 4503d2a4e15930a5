use proptest::prelude::*;

use super::{Query, beginnings, identifiers, indexed, mark_word, words};
use crate::docket::{CaseKind, DocketNumber, names_kind};

fn marks(text: &str) -> Vec<String> {
    identifiers(text).into_iter().map(|found| found.mark).collect()
}

fn shown(typed: &str, text: &str) -> String {
    let pieces = Query::snippet(text, &Query::read(typed).met(text));
    pieces.iter().map(|piece| if piece.hit { format!("[{}]", piece.text) } else { piece.text.clone() }).collect()
}

/// Every word is met, by the same rules as the index has.
fn meets(typed: &str, text: &str) -> bool {
    let query = Query::read(typed);
    !query.is_empty() && query.met(text).iter().all(|places| !places.is_empty())
}

#[test]
fn words_are_compared_without_case_and_marks() {
    assert_eq!(indexed("Órden JUDICIAL, petición n.º 3 — ﬁnal"), "orden judicial peticion n o 3 final");
    assert_eq!(indexed("o\u{301}rden"), "orden", "a mark may be a character of its own");
    assert_eq!(indexed("传票 subpoena ١٢"), "传 票 subpoena ١٢");
    assert_eq!(indexed("\0\u{202e}\"); DROP *"), "drop");
    let found = words("A  “B”");
    assert_eq!(found.iter().map(|word| (word.from, word.to)).collect::<Vec<_>>(), [(0, 1), (6, 7)]);
}

#[test]
fn an_identifier_is_the_same_in_every_spelling() {
    for (kind, spellings) in [
        (
            "phone/",
            vec![
                "(415) 555-0134",
                "415.555.0134",
                "+1 415 555 0134",
                "4155550134",
                "1-415-555-0134",
                "415 555-0134",
                "Tel:(415)555-0134",
                "(415) 555 - 0134",
                "415\u{2013}555\u{2013}0134",
                "415-555-\u{200b}0134",
            ],
        ),
        ("phone/", vec!["+52 55 5555 0134", "+52-55-5555-0134", "+525555550134", "011 52 55 5555 0134"]),
        (
            "docket/",
            vec![
                "3:26-mc-80416-LB",
                "26-mc-80416",
                "3:26-MC-80416",
                "26 mc 80416",
                "3:26-mc-080416",
                "Case:26-mc-80416",
                "Misc. Action No. 26-80416",
            ],
        ),
        (
            "mail/",
            vec!["River.Lantern@Example.com", "<river.lantern@example.com>", "mailto:river.lantern@EXAMPLE.com,"],
        ),
        (
            "url/",
            vec![
                "https://www.example.com/u/river_lantern_8/",
                "Example.COM/u/river_lantern_8",
                "(http://example.com/u/river_lantern_8#a)",
            ],
        ),
        (
            "ip/",
            vec!["2001:db8::7", "2001:0DB8:0:0:0:0:0:7", "[2001:db8::7]:443", "IPv6:2001:0db8::7", "2001:db8::7%eth0"],
        ),
        ("ip/", vec!["198.51.100.7", "198.51.100.7:443", "::ffff:198.51.100.7"]),
        (
            "number/",
            vec![
                "HSI-SF-2026-00123",
                "HSI/SF/2026/00123",
                "hsisf202600123",
                "(HSI.SF.2026.00123)",
                "No.HSI-SF-2026-00123",
            ],
        ),
        ("number/", vec!["4111 1111 1111 1111", "4111111111111111", "4111-1111-1111-1111"]),
    ] {
        // A number in groups may end at each of them: all of it is what is meant.
        let wanted = marks(spellings[0]).into_iter().filter(|mark| mark.starts_with(kind)).max_by_key(String::len);
        let wanted = wanted.unwrap_or_else(|| panic!("{kind} in {}", spellings[0]));
        for spelling in &spellings {
            let text = format!("The account at {spelling} was named.");
            assert!(marks(&text).contains(&wanted), "{spelling}: {:?} has no {wanted}", marks(&text));
            assert!(meets(spellings[0], &text), "{} is met in {text}", spellings[0]);
            assert!(meets(spelling, &format!("the number {}.", spellings[0])), "{spelling} meets {}", spellings[0]);
        }
    }
}

#[test]
fn what_is_another_thing_has_another_mark() {
    for (a, b) in [
        ("(415) 555-0134", "(415) 555-0135"),
        ("3:26-mc-80416", "3:26-cv-80416"),
        ("3:26-mc-80416", "3:25-mc-80416"),
        ("river.lantern@example.com", "riverlantern@example.com"),
        ("example.com/u/river", "example.com/u/rivers"),
        ("2001:db8::7", "2001:db8::70"),
    ] {
        assert!(!meets(a, b), "{a} is not {b}");
    }
    // Two numbers typed beside each other are met apart as well.
    assert!(meets("12345 67890", "first 67890 and then 12345"));
    assert!(!meets("12345 67890", "only 67890"));
    assert!(meets("order", "or\u{ad}der") && meets("order", "or\u{200b}der"), "what nobody can see ends no word");
    assert!(meets("ΟΔΟΣ", "οδός"));
    assert_eq!(marks("It was 12 of 30, at 4:05 on page 7."), Vec::<String>::new());
    for text in [
        "415-555-0134;415-555-0199",
        "415-555-0134,415-555-0199",
        "415-555-0134/0135",
        "<tel:+14155550134>",
        "(415) 555-0134x12",
        "+44 (0)20 7946 0958 or 4155550134",
    ] {
        assert!(meets("(415) 555-0134", text), "{text}");
    }
    assert!(meets("+442079460958", "+44 (0)20 7946 0958"));
    assert!(meets("+525555550134", "+52 55 5555 0134 10 a.m."));
    // A number does not go on over a line's end.
    assert!(!marks("call 415\n555 0134 now").iter().any(|mark| mark.starts_with("phone/")));
}

#[test]
fn typed_text_is_read_as_words_rows_beginnings_and_identifiers() {
    let query = Query::read("lantern \"do not produce\" subpoe* 415-555-0134 ab*");
    let terms: Vec<_> = query.terms.iter().map(|term| (term.words.join(" "), term.beginning)).collect();
    assert_eq!(
        terms,
        [("lantern", false), ("do not produce", false), ("subpoe", true), ("415 555 0134", false), ("ab", false)]
            .map(|(words, beginning)| (words.to_owned(), beginning))
    );
    assert_eq!(query.identifiers(), ["415-555-0134"]);
    assert!(Query::read(" \" * — ").is_empty());
    let phone = mark_word("phone/4155550134");
    let expression = Query::read("415-555-0134 subpoe*").expression();
    assert!(expression.contains(&format!("marks : \"{phone}\"")), "{expression}");
    assert!(expression.ends_with("(words : \"subpoe\" *)"), "{expression}");
    assert_eq!(Query::read("sub*").expression(), "(begins : \"sub\")");
    assert_eq!(Query::read("subp* of").expression(), "(begins : \"subp\") AND (words : \"of\")");
    assert_eq!(beginnings(&indexed("Órdenes of the Or ord")), "ord orde the", "each once, in order");
}

/// Ten digits of a name are no telephone number.
#[test]
fn a_number_within_a_name_does_not_break_it() {
    assert!(meets("lantern4155550123abc", "Account lantern4155550123abc"));
    assert!(meets("CANARY0f4155550123de", "number CANARY0f4155550123de"));
    assert!(meets("4155550123de", "account 4155550123de"));
    assert!(meets("415-555-0123 x22", "Telephone (415) 555-0123 x22"));
    assert!(!meets("lantern4155550123abc", "lantern 415 555 0123 abc"));
}

#[test]
fn the_snippet_shows_where_most_stands_together() {
    let text = format!(
        "{} A court\nordered the company to produce. {}",
        "The lantern was lit. ".repeat(40),
        "End. ".repeat(60)
    );
    let snippet = shown("court lantern produce", &text);
    assert!(snippet.contains("[lantern]") && snippet.contains("[court]") && snippet.contains("[produce]"), "{snippet}");
    assert!(snippet.starts_with("\u{2026} ") && snippet.ends_with(" \u{2026}"), "{snippet}");
    assert_eq!(shown("órden", "La orden.\u{202e}"), "La [orden]. ");
    assert_eq!(shown("3:26-mc-80416", "Case 3:26-MC-80416-LB, ORDER"), "Case [3:26-MC-80416-LB], ORDER");
}

#[test]
fn what_answers_better_weighs_more() {
    let query = Query::read("produce records");
    let near = query.weight("The company shall produce records of the account.");
    let far = query.weight(&format!("Produce. {} Records.", "word ".repeat(300)));
    let often = query.weight("Produce records. Produce records. Produce records of the account now.");
    assert!(near > far, "{near} {far}");
    assert!(often > near, "{often} {near}");
}

proptest! {
    /// Whatever numbers a name has in it, it is found by itself.
    #[test]
    fn a_name_is_met_where_it_stands(
        name in prop_oneof!["[A-Za-z0-9]{1,44}", "[a-f]{0,6}[0-9]{7,16}[a-f]{0,6}", "[a-z]{1,6}[._-]?[0-9]{6,12}[a-z]{0,4}"],
    ) {
        let text = format!("before {name} after");
        prop_assert!(meets(&name, &text), "{name}");
    }

    /// The quick look that spares the reading of a docket number spares none that can be read.
    #[test]
    fn a_docket_number_that_is_read_names_its_type(
        written in "([0-9]:)?(case |no\\. ?|Civ\\. A\\. |SACV ?|EP-|C |)[0-9]{2,4}[- ]?(mc|CV|cr|misc|mj|sw|Civil|)[- ]?[0-9]{1,6}(-[A-Z]{2,3}){0,2}",
    ) {
        let number = DocketNumber::new(written);
        let kind = number.parsed().map(|parsed| &parsed.kind);
        if kind.is_some_and(|kind| !matches!(kind, CaseKind::Other(_) | CaseKind::Appeal)) {
            prop_assert!(names_kind(number.raw()), "{}", number.raw());
        }
    }

    #[test]
    fn any_text_is_read_and_any_part_of_it_is_found(text in "\\PC{0,60}", from in 0_usize..60, typed in "\\PC{0,20}") {
        let query = Query::read(&typed);
        for place in query.met(&text).into_iter().flatten() {
            prop_assert!(text.get(place).is_some());
        }
        let pieces = Query::snippet(&text, &query.met(&text));
        prop_assert!(pieces.iter().all(|piece| !piece.text.contains('\n')));
        let expression = query.expression();
        prop_assert!(!expression.contains('\0'));
        // A word of the text, typed, is met in it.
        if let Some(word) = words(&text).get(from) {
            let written = text.get(word.from..word.to).unwrap();
            if !Query::read(written).is_empty() {
                prop_assert!(meets(written, &text), "{written:?} in {text:?}");
            }
        }
    }
}

/// What was put into an index is taken out with the same words: whoever changes them raises `words::FORM`.
#[test]
fn words_and_marks_are_as_they_were_indexed() {
    let text = "Órden n.º 3:26-mc-80416-LB; (415) 555-0134, HSI-SF-2026-00123 at https://www.Example.com/u/River 2001:db8::7 传票";
    let mut all: Vec<String> = marks(text);
    all.sort();
    all.dedup();
    let words = indexed(text);
    insta::assert_snapshot!(format!("{}\n{words}\n{}\n{}", super::form(), beginnings(&words), all.join("\n")));
}

#[test]
fn a_hostile_page_takes_no_longer_for_being_one_line() {
    let words = |count: usize| "12 ab 415 3:26 (4 ".repeat(count / 5);
    let (one, lines) = (words(15_000), words(15_000).replace("ab ", "ab\n"));
    let count = |text: &str| (identifiers(text).len(), indexed(text).len());
    // Quadratic work would take minutes here; the lane's own limit ends it.
    assert!(count(&one).1 > 30_000 && count(&lines).1 > 30_000);
}
