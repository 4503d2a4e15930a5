//! Finding words again: what was recorded, and what stands on the pages of real papers, read by the desk itself.

use acceptance::journey::{Case, Office, corpus};
use serde_json::{Value, json};

fn search(office: &Office, typed: &str) -> Value {
    office.ask("search", json!({"text": typed, "limit": 50}))
}

fn kinds(found: &Value) -> Vec<String> {
    let hits = found["hits"].as_array().unwrap();
    hits.iter().map(|hit| hit["place"]["type"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_letter_is_read_by_the_desk_and_found_by_its_words_with_the_place_of_each() {
    let office = Office::founded(&["triage", "counsel", "letters"]);
    let case = Case::log(&office, "@river_lantern_88");
    let letter = case.letter(&office, "en");
    office.act(json!({"type": "approveLetter", "letter": letter}));
    let before = search(&office, "river_lantern_88");
    assert_eq!(kinds(&before), ["demand"], "{before:#}");
    assert_eq!(before["reading"]["waiting"], json!(1), "a miss says what was not read yet");
    assert_eq!(office.desktop.desk.read_waiting(None, None).unwrap(), 1);
    let found = search(&office, "river_lantern_88");
    assert_eq!(found["reading"]["waiting"], json!(0));
    let page = found["hits"].as_array().unwrap().iter().find(|hit| hit["place"]["type"] == "page").unwrap();
    assert_eq!(page["demands"][0]["reference"], case.reference);
    let marked: Vec<&str> = page["snippet"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|piece| piece["hit"] == json!(true))
        .map(|piece| piece["text"].as_str().unwrap())
        .collect();
    assert!(marked.iter().all(|text| text.contains("river_lantern_88")) && !marked.is_empty(), "{marked:?}");
    // Lit where the page has the word, as its text says.
    let document = page["place"]["document"].clone();
    let number = page["place"]["page"].clone();
    let reference = json!({"type": "document", "document": document});
    let text = office.ask("page_text", json!({"paper": reference, "page": number}));
    let words: Vec<&Value> =
        text["lines"].as_array().unwrap().iter().flat_map(|line| line["words"].as_array().unwrap()).collect();
    for rect in page["place"]["at"].as_array().unwrap() {
        assert!(words.iter().any(|word| word["at"] == *rect && word["text"].as_str().unwrap().contains("lantern")));
    }
    assert!(!page["place"]["at"].as_array().unwrap().is_empty());
    // Read once, and not again.
    assert_eq!(office.desktop.desk.read_waiting(None, None).unwrap(), 0);
    office.ask("lock", json!({}));
    assert_eq!(office.fails("search", json!({"text": "lantern", "limit": 5})), "locked");
}

/// While others wait, a long paper is read no longer than its turn; with a turn of no time that is a page.
#[test]
fn long_papers_are_read_in_turns_and_whole() {
    let office = Office::founded(&["triage"]);
    let case = Case::log(&office, "@river_lantern_88");
    let long = |word: &str| (0..400).map(|line| format!("line {word}{line} of a long paper\n")).collect::<String>();
    case.attach(&office, "first.txt", long("amber").as_bytes(), "other");
    case.attach(&office, "second.txt", long("birch").as_bytes(), "other");
    assert_eq!(office.desktop.desk.read_waiting(None, Some(std::time::Duration::ZERO)).unwrap(), 2);
    let view = office.ask("reading", json!({}));
    assert_eq!((&view["read"], &view["waiting"], &view["troubled"]), (&json!(2), &json!(0), &json!(0)), "{view:#}");
    for (word, other) in [("amber0", "amber399"), ("birch0", "birch399")] {
        let (first, last) = (search(&office, word), search(&office, other));
        let page = |found: &Value| found["hits"][0]["place"]["page"].as_u64().unwrap();
        assert!(page(&first) == 0 && page(&last) > 2, "{first:#} {last:#}");
    }
}

#[test]
fn what_cannot_be_read_is_said_and_tried_again_when_asked() {
    let office = Office::founded(&["triage"]);
    let case = Case::log(&office, "@river_lantern_88");
    let paper = case.attach(&office, "broken.pdf", b"%PDF-1.4 and then nothing of one", "instrument");
    office.desktop.desk.read_waiting(None, None).unwrap();
    let view = office.ask("reading", json!({}));
    assert_eq!((&view["read"], &view["waiting"], &view["troubled"]), (&json!(0), &json!(0), &json!(1)));
    let trouble = &view["troubles"][0];
    assert_eq!(
        (&trouble["document"], &trouble["why"], &trouble["name"]),
        (&json!(paper), &json!("damaged"), &json!("broken.pdf"))
    );
    assert_eq!(trouble["demands"][0]["reference"], case.reference);
    assert_eq!(search(&office, "nothing")["reading"]["troubled"], json!(1));
    let again = office.ask("read_again", json!({"document": paper}));
    assert_eq!((&again["waiting"], &again["troubled"]), (&json!(1), &json!(0)));
    office.desktop.desk.read_waiting(None, None).unwrap();
    assert_eq!(office.ask("reading", json!({}))["troubled"], json!(1));
}

#[test]
fn a_password_given_once_lets_the_paper_be_read_and_found() {
    let Some(folder) = corpus("encrypted-pdfs") else { return };
    let office = Office::founded(&["triage"]);
    let case = Case::log(&office, "@river_lantern_88");
    let bytes = std::fs::read(folder.join("aes-128.pdf")).unwrap();
    let paper = case.attach(&office, "locked.pdf", &bytes, "instrument");
    office.desktop.desk.read_waiting(None, None).unwrap();
    assert_eq!(office.ask("reading", json!({}))["troubles"][0]["why"], "passwordNeeded");
    let reference = json!({"type": "document", "document": paper});
    office.ask("paper", json!({"paper": reference, "password": "baz"}));
    assert_eq!(office.desktop.desk.read_waiting(None, None).unwrap(), 1);
    let view = office.ask("reading", json!({}));
    assert_eq!((&view["read"], &view["troubled"]), (&json!(1), &json!(0)), "{view:#}");
}

#[test]
fn real_court_papers_are_found_as_pdftotext_has_them() {
    let Some(folder) = corpus("court-filings") else { return };
    let office = Office::founded(&["triage"]);
    let case = Case::log(&office, "@river_lantern_88");
    let mut papers: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    papers.retain(|path| path.extension().is_some_and(|kind| kind == "pdf"));
    papers.sort();
    for path in papers.iter().take(3) {
        case.attach(&office, "filing.pdf", &std::fs::read(path).unwrap(), "courtPaper");
    }
    office.desktop.desk.read_waiting(None, None).unwrap();
    let found = office.ask("search", json!({"text": "court order", "within": {"kinds": ["page"]}, "limit": 200}));
    assert!(found["hits"].as_array().unwrap().len() >= 3, "{:#}", found["hits"]);
    for hit in found["hits"].as_array().unwrap() {
        let marked = hit["snippet"].as_array().unwrap().iter().any(|piece| piece["hit"] == json!(true));
        assert!(marked && !hit["place"]["at"].as_array().unwrap().is_empty(), "{hit:#}");
    }
    assert_eq!(search(&office, "xyzzyplugh")["hits"], json!([]));
}
