//! The letter on paper: tags, metadata, determinism, values, characters that cannot be drawn, draft mark, pictures.

use std::io::Write as _;
use std::process::{Command, Stdio};

use crate::common::{HOSTILE, item, letter, stationery, usual, usual_es, worst};
use chrono::{DateTime, Utc};
use letters::{Language, LayoutFault, List, Stationery, pages, pdf, undrawable};

fn as_of() -> DateTime<Utc> {
    "2026-11-23T15:15:00Z".parse().unwrap()
}

fn contains(bytes: &[u8], words: &str) -> bool {
    bytes.windows(words.len()).any(|window| window == words.as_bytes())
}

/// The text of a PDF by an independent program; `None` if it is not installed.
fn pdf_text(bytes: &[u8]) -> Option<String> {
    let child = Command::new("pdftotext").args(["-raw", "-", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn();
    let Ok(mut child) = child else {
        println!("pdftotext (poppler-utils) is not installed: the text of the PDF is not checked by a second program");
        return None;
    };
    child.stdin.take().unwrap().write_all(bytes).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success());
    Some(String::from_utf8(output.stdout).unwrap())
}

/// Without white space, so that line breaks of the layout do not matter.
fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn the_pdf_is_tagged_and_says_its_language_and_title() {
    for (language, facts, lang, title) in [
        (Language::En, usual(), "/Lang(en-US)", "Notice of a government demand for account records"),
        (
            Language::Es,
            usual_es(),
            "/Lang(es-US)",
            "Aviso de un requerimiento del gobierno sobre registros de una cuenta",
        ),
    ] {
        let bytes = pdf(&letter(&facts, language), &stationery(), as_of(), false).unwrap();
        assert!(bytes.starts_with(b"%PDF-1."));
        for words in ["/StructTreeRoot", lang, "pdfuaid:part", title, "/DisplayDocTitle true", "/MarkInfo"] {
            assert!(contains(&bytes, words), "{words} is not in the PDF");
        }
    }
}

#[test]
fn the_metadata_names_nobody() {
    let facts = worst(usual());
    let bytes = pdf(&letter(&facts, Language::En), &stationery(), as_of(), false).unwrap();
    // Metadata and the structure's strings are stored in clear; page content is packed.
    for words in ["river_lantern", "2026-0007", "HSI-2026-004417", "mc-80999"] {
        assert!(!contains(&bytes, words), "{words} stands in clear in the file");
    }
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let letter = letter(&worst(usual()), Language::En);
    let first = pdf(&letter, &stationery(), as_of(), false).unwrap();
    letters::forget();
    assert_eq!(first, pdf(&letter, &stationery(), as_of(), false).unwrap());
    let later = as_of() + chrono::TimeDelta::days(1);
    assert_ne!(first, pdf(&letter, &stationery(), later, false).unwrap());
    let picture = pages(&letter, &stationery(), 1.0, false).unwrap();
    letters::forget();
    assert_eq!(picture, pages(&letter, &stationery(), 1.0, false).unwrap());
}

#[test]
fn values_are_data_on_paper() {
    for language in Language::ALL {
        for value in HOSTILE {
            let mut facts = usual();
            facts.values.insert("agency".into(), (*value).into());
            facts.lists.insert(List::TargetsOfThisUser, vec![item(&[("account", value)])]);
            let bytes = pdf(&letter(&facts, *language), &stationery(), as_of(), false).unwrap();
            let Some(text) = pdf_text(&bytes) else { return };
            assert!(
                squeezed(&text).matches(&squeezed(value)).count() >= 2,
                "{value} does not come out literally:\n{text}"
            );
        }
    }
}

#[test]
fn the_whole_text_is_on_paper_and_readable_by_a_second_program() {
    for (language, facts) in [(Language::En, usual()), (Language::Es, usual_es())] {
        let letter = letter(&facts, language);
        let bytes = pdf(&letter, &stationery(), as_of(), false).unwrap();
        let Some(text) = pdf_text(&bytes) else { return };
        let found = squeezed(&text);
        for line in letter.text().lines().filter(|line| !line.starts_with(['-', '=', '>']) && !line.is_empty()) {
            for sentence in line.split(". ") {
                // A page break may stand in a paragraph: half sentences are enough.
                let half: String = squeezed(sentence).chars().take(24).collect();
                assert!(found.contains(&half), "not on paper: {sentence}");
            }
        }
        let last = if language == Language::En { "Page1of" } else { "Página1de" };
        assert!(found.contains(last) && found.contains("2026-0007"));
    }
}

#[test]
fn stationery_is_data_too() {
    let paper = Stationery {
        sender: "#strong[Example] *Platform*".into(),
        address_lines: vec!["$x$ <label>".into()],
        reference: "#{1+1} _r_".into(),
    };
    let bytes = pdf(&letter(&usual(), Language::En), &paper, as_of(), false).unwrap();
    let Some(text) = pdf_text(&bytes) else { return };
    for words in ["#strong[Example]*Platform*", "$x$<label>", "#{1+1}_r_"] {
        assert!(squeezed(&text).contains(words), "{words}");
    }
    let bare = Stationery { sender: "Example Platform, Inc.".into(), ..Stationery::default() };
    assert!(pdf(&letter(&usual(), Language::En), &bare, as_of(), false).is_ok());
}

#[test]
fn a_handle_in_another_script_is_drawn() {
    for account in [
        "@نهر_الفانوس",
        "@פנס_הנהר",
        "@Лампа_реки",
        "@ποτάμι",
        "@đèn_lồng",
        "🏮👩‍💻❤️🇲🇽",
        "a\u{202E}b\u{202C}c",
        "x\u{2069}\u{202E}y",
    ] {
        let mut facts = usual();
        facts.lists.insert(List::TargetsOfThisUser, vec![item(&[("account", account)])]);
        let letter = letter(&facts, Language::En);
        assert!(undrawable(&letter, &stationery()).is_empty(), "{account}");
        let bytes = pdf(&letter, &stationery(), as_of(), false).unwrap_or_else(|fault| panic!("{account}: {fault}"));
        let Some(text) = pdf_text(&bytes) else { return };
        assert!(text.contains("This notice is for the holder of:"), "{account} turned the words around it:\n{text}");
    }
}

#[test]
fn characters_without_a_shape_are_named_and_never_left_out() {
    let mut facts = usual();
    facts.lists.insert(List::TargetsOfThisUser, vec![item(&[("account", "@河灯\u{7}नदी")])]);
    let letter = letter(&facts, Language::En);
    let expected = vec!['\u{7}', 'द', 'न', 'ी', '河', '灯'];
    assert_eq!(undrawable(&letter, &stationery()), expected);
    for fault in [
        pdf(&letter, &stationery(), as_of(), false).unwrap_err(),
        pages(&letter, &stationery(), 1.0, false).unwrap_err(),
    ] {
        assert_eq!(fault, LayoutFault::Undrawable { characters: expected.clone() });
        assert!(fault.to_string().contains("U+0007") && fault.to_string().contains("河 (U+6CB3)"));
    }
}

#[test]
fn a_draft_says_so_on_every_page_in_its_language() {
    for (language, facts, word, note) in [
        (Language::En, worst(usual()), "DRAFT", "Draft.Notapproved."),
        (Language::Es, worst(usual_es()), "BORRADOR", "Borrador.Noaprobado."),
    ] {
        let letter = letter(&facts, language);
        let draft = pdf(&letter, &stationery(), as_of(), true).unwrap();
        let approved = pdf(&letter, &stationery(), as_of(), false).unwrap();
        let (plain, marked) =
            (pages(&letter, &stationery(), 0.5, false).unwrap(), pages(&letter, &stationery(), 0.5, true).unwrap());
        assert_eq!(plain.len(), marked.len(), "the mark must not move the text");
        assert!(plain.len() >= 3);
        for (page, (plain, marked)) in plain.iter().zip(&marked).enumerate() {
            assert_ne!(plain.bytes, marked.bytes, "page {page} is not marked");
        }
        let (Some(draft), Some(approved)) = (pdf_text(&draft), pdf_text(&approved)) else {
            return;
        };
        assert_eq!(squeezed(&draft).matches(word).count(), plain.len(), "once on every page");
        assert!(squeezed(&draft).contains(note));
        assert!(!squeezed(&approved).contains(word) && !squeezed(&approved).contains(note));
    }
}

#[test]
fn page_pictures_have_the_size_asked_for() {
    let letter = letter(&usual(), Language::En);
    let pictures = pages(&letter, &stationery(), 2.0, true).unwrap();
    for picture in &pictures {
        assert_eq!((picture.width, picture.height), (1224, 1584), "US Letter at 144 dpi");
        assert!(picture.bytes.starts_with(b"\x89PNG\r\n\x1a\n"));
    }
    for scale in [0.0, -1.0, 9.0, f32::NAN, f32::INFINITY] {
        assert_eq!(pages(&letter, &stationery(), scale, false), Err(LayoutFault::Scale));
    }
}

#[test]
fn every_kind_of_letter_can_be_laid_out() {
    use letters::Condition;
    for conditions in [
        vec![],
        vec![Condition::CourtForbidsProduction, Condition::CustomsSummons],
        vec![Condition::OrderStayed, Condition::WaitsForOrder, Condition::HasNoticeWindow],
        vec![Condition::OrderClaimed, Condition::PetitionPending, Condition::KeepDataClause],
        Condition::ALL.to_vec(),
    ] {
        for language in Language::ALL {
            let mut facts = crate::common::all_values();
            facts.conditions = conditions.iter().copied().collect();
            pdf(&letter(&facts, *language), &stationery(), as_of(), false).unwrap();
        }
    }
}

#[test]
fn every_character_we_say_we_can_draw_goes_through() {
    let with = |account: &str| {
        let mut facts = usual();
        facts.lists.insert(List::TargetsOfThisUser, vec![item(&[("account", account)])]);
        letter(&facts, Language::En)
    };
    let all: String = ('\u{20}'..='\u{1FFFF}').chain('\u{E0000}'..='\u{E01FF}').collect();
    let without = undrawable(&with(&all), &stationery());
    let drawn: Vec<char> = all.chars().filter(|c| without.binary_search(c).is_err() && !c.is_whitespace()).collect();
    assert!(drawn.len() > 3500, "only {} characters", drawn.len());
    for part in drawn.chunks(250) {
        // The @ keeps a part of invisible characters from being a blank value.
        let account: String = std::iter::once('@').chain(part.iter().copied()).collect();
        if let Err(fault) = pdf(&with(&account), &stationery(), as_of(), false) {
            panic!("U+{:04X} and following: {fault}", u32::from(part[0]));
        }
    }
    letters::forget();
}
