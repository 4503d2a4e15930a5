//! Papers looked at: pages, text, pictures, through the reader with its walls; what cannot be read is a result in words.

use acceptance::journey::{Case, Office, corpus, new_id};
use serde_json::{Value, json};

fn page(office: &Office, document: &str, page: u32, dpi: u32) -> Option<Vec<u8>> {
    office.desktop.desk.page(&format!("paper/{document}/{page}/{dpi}")).ok().map(|page| page.bytes)
}

/// Width and height of a PNG.
fn size(png: &[u8]) -> (u32, u32) {
    let at = |from: usize| u32::from_be_bytes(png[from..from + 4].try_into().unwrap());
    assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n");
    (at(16), at(20))
}

fn words(text: &Value) -> String {
    let lines = text["lines"].as_array().unwrap().iter();
    let words = lines.flat_map(|line| line["words"].as_array().unwrap());
    words.map(|word| word["text"].as_str().unwrap()).collect::<Vec<_>>().join(" ")
}

/// A letter that was approved: a real PDF that this program did not have to be given.
fn approved(office: &Office) -> (Case, String) {
    let case = Case::log(office, "@river_lantern_88");
    let letter = case.letter(office, "en");
    office.act(json!({"type": "approveLetter", "letter": letter}));
    let shown = office.ask("letter", json!({"letter": letter}));
    (case, shown["letter"]["approval"]["document"].as_str().unwrap().to_owned())
}

#[test]
fn a_paper_is_shown_with_the_place_of_each_word() {
    let office = Office::founded(&["triage", "counsel", "letters"]);
    let (_, paper) = approved(&office);
    let look = office.ask("paper", json!({"paper": {"type": "document", "document": paper}, "password": null}));
    assert_eq!(look["type"], "open", "{look:#}");
    assert_eq!(look["cautions"], json!([]));
    let pages =
        office.ask("pages", json!({"paper": {"type": "document", "document": paper}, "first": 0, "count": 500}));
    assert_eq!(pages["pages"].as_array().unwrap().len() as u64, look["pages"].as_u64().unwrap());
    let first = &pages["pages"][0];
    assert_eq!((&first["width"], &first["height"]), (&json!(612.0), &json!(792.0)));
    let text = office.ask("page_text", json!({"paper": {"type": "document", "document": paper}, "page": 0}));
    assert!(words(&text).contains("@river_lantern_88"), "{}", words(&text));
    for word in text["lines"].as_array().unwrap().iter().flat_map(|line| line["words"].as_array().unwrap()) {
        let at: Vec<f64> = word["at"].as_array().unwrap().iter().map(|side| side.as_f64().unwrap()).collect();
        assert!(at[0] >= 0.0 && at[2] <= 612.0 && at[1] >= 0.0 && at[3] <= 792.0, "{word}");
    }
    // The picture is as large as the rectangles say, at a resolution that is drawn.
    assert_eq!(size(&page(&office, &paper, 0, 144).unwrap()), (1224, 1584));
    assert_eq!(size(&page(&office, &paper, 0, 100).unwrap()), (1224, 1584), "the next one that is drawn");
    assert_eq!(size(&page(&office, &paper, 0, 72).unwrap()), (612, 792));
    assert!(page(&office, &paper, 999, 144).is_none());
}

#[test]
fn nothing_of_a_paper_is_shown_while_the_register_is_locked() {
    let office = Office::founded(&["triage", "counsel", "letters"]);
    let (_, paper) = approved(&office);
    assert!(page(&office, &paper, 0, 144).is_some());
    office.ask("lock", json!({}));
    assert!(page(&office, &paper, 0, 144).is_none());
    for (name, request) in [
        ("paper", json!({"paper": {"type": "document", "document": paper}, "password": null})),
        ("pages", json!({"paper": {"type": "document", "document": paper}, "first": 0, "count": 1})),
        ("page_text", json!({"paper": {"type": "document", "document": paper}, "page": 0})),
    ] {
        assert_eq!(office.fails(name, request), "locked");
    }
}

#[test]
fn what_cannot_be_read_says_why_and_the_paper_is_kept() {
    let office = Office::founded(&["triage"]);
    let case = Case::log(&office, "@river_lantern_88");
    let bytes = b"%PDF-1.4 and then nothing of one";
    let broken = case.attach(&office, "broken.pdf", bytes, "instrument");
    let why = office.ask("paper", json!({"paper": {"type": "document", "document": broken}, "password": null}));
    assert_eq!(why, json!({"type": "unreadable", "why": "damaged"}));
    let none = office.ask("page_text", json!({"paper": {"type": "document", "document": broken}, "page": 0}));
    assert_eq!(none["why"], "damaged");
    assert_eq!(office.exported(&case.demand, &broken), bytes);
    assert_eq!(
        office.fails("paper", json!({"paper": {"type": "document", "document": new_id()}, "password": null})),
        "notFound"
    );
}

#[test]
fn an_encrypted_paper_asks_for_its_password_and_forgets_it_with_the_lock() {
    let Some(folder) = corpus("encrypted-pdfs") else { return };
    let office = Office::founded(&["triage"]);
    let case = Case::log(&office, "@river_lantern_88");
    let bytes = std::fs::read(folder.join("aes-128.pdf")).unwrap();
    let paper = case.attach(&office, "locked.pdf", &bytes, "instrument");
    let look = |password: Option<&str>| {
        office.ask("paper", json!({"paper": {"type": "document", "document": paper}, "password": password}))
    };
    assert_eq!(look(None)["why"], "passwordNeeded");
    assert_eq!(look(Some("wrong"))["why"], "passwordWrong");
    assert_eq!(look(None)["why"], "passwordNeeded", "a wrong password is not kept");
    assert_eq!(look(Some("baz"))["type"], "open");
    assert_eq!(look(None)["type"], "open", "the right one is, until the lock");
    assert!(page(&office, &paper, 0, 96).is_some());
    office.ask("lock", json!({}));
    office.sits_down("A. Rivera");
    assert_eq!(look(None)["why"], "passwordNeeded");
}

#[test]
fn a_file_that_is_only_chosen_can_be_looked_at_before_it_is_kept() {
    let office = Office::founded(&["triage", "counsel", "letters"]);
    let (case, paper) = approved(&office);
    let path = office.file("chosen.pdf", &office.exported(&case.demand, &paper));
    let token = office.desktop.desk.offer(&path).unwrap().token;
    let file = json!({"type": "file", "file": token});
    assert_eq!(office.ask("paper", json!({"paper": file, "password": null}))["type"], "open");
    let text = office.ask("page_text", json!({"paper": file, "page": 0}));
    assert!(words(&text).contains("@river_lantern_88"));
    assert!(office.desktop.desk.page(&format!("file/{token}/0/96")).is_ok());
    for path in ["file/nothing/0/96", "file/..%2F..%2Fetc%2Fpasswd/0/96"] {
        assert!(office.desktop.desk.page(path).is_err(), "{path}");
    }
    office.ask("lock", json!({}));
    assert!(office.desktop.desk.page(&format!("file/{token}/0/96")).is_err());
}
