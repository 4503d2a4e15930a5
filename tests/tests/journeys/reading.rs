//! Papers looked at: pages, text, pictures, through the reader with its walls; what cannot be read is a result in words.

use acceptance::journey::{Case, Office, corpus, mail_with, new_id};
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

/// A one-page PDF with these lines, from the top: nobody else's paper, and no library's idea of one.
fn printed(lines: &[&str]) -> Vec<u8> {
    let shown: String =
        lines.iter().map(|line| format!("({}) Tj 0 -18 Td ", line.replace(['(', ')', '\\'], ""))).collect();
    let text = format!("BT /F1 11 Tf 72 720 Td {shown}ET");
    let objects = [
        "<< /Type /Catalog /Pages 2 0 R >>".to_owned(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_owned(),
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>"
            .to_owned(),
        format!("<< /Length {} >>\nstream\n{text}\nendstream", text.len()),
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>".to_owned(),
    ];
    let mut file = "%PDF-1.4\n".to_owned();
    let mut places = Vec::new();
    for (number, object) in (1..).zip(&objects) {
        places.push(file.len());
        file.push_str(&format!("{number} 0 obj\n{object}\nendobj\n"));
    }
    let table = file.len();
    file.push_str(&format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1));
    file.extend(places.iter().map(|place| format!("{place:010} 00000 n \n")));
    file.push_str(&format!("trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n", objects.len() + 1));
    file.into_bytes()
}

#[test]
fn what_seems_to_stand_in_a_demand_is_offered_with_its_place_and_nothing_about_a_court() {
    let office = Office::founded(&["triage"]);
    let case = Case::log(&office, "@river_lantern_88");
    let paper = case.attach(
        &office,
        "subpoena.pdf",
        &printed(&[
            "U.S. DEPARTMENT OF HOMELAND SECURITY",
            "IMMIGRATION ENFORCEMENT SUBPOENA",
            "Form I-138",
            "Subpoena Number: HSI-LA-2026-00417",
            "To: Example Platform, Inc.",
            "8 U.S.C. 1225(d)(4)(A), 8 C.F.R. 287.4",
            "YOU ARE HEREBY COMMANDED to produce the records described below.",
            "Username: @river_lantern_88",
            "If you fail to comply, an order of a United States District Court may be sought,",
            "and failure to obey that order may be punished as contempt.",
        ]),
        "instrument",
    );
    let before = case.view(&office)["demand"].clone();
    let request = json!({"op": new_id(), "paper": {"type": "document", "document": paper}});
    let look = office.ask("suggestions", request);
    assert_eq!((&look["type"], &look["pages"], &look["unread"]), (&json!("read"), &json!(1), &json!(0)));
    let suggestions = &look["suggestions"];
    assert_eq!(suggestions["class"]["class"], json!({"type": "demand", "instrument": "i138"}), "{suggestions:#}");
    let fields = suggestions["fields"].as_array().unwrap();
    let of = |name: &str| fields.iter().filter(|one| one["field"] == name).collect::<Vec<_>>();
    let number = of("subpoenaNumber");
    assert_eq!(number[0]["value"], json!({"type": "text", "text": "HSI-LA-2026-00417"}));
    // Where it stands is where the page has it.
    let rect: Vec<f64> =
        number[0]["places"][0]["rects"][0].as_array().unwrap().iter().map(|side| side.as_f64().unwrap()).collect();
    assert!(rect[0] > 72.0 && rect[1] > 110.0 && rect[3] < 140.0, "{rect:?}");
    for name in ["effect", "court", "docket", "judge", "entered"] {
        assert!(of(name).is_empty(), "{name}: a subpoena is no court's paper: {fields:#?}");
    }
    assert_eq!(case.view(&office)["demand"], before, "nothing was filled in by it");
}

#[test]
fn the_platforms_own_identifiers_are_found_by_its_patterns() {
    let office = Office::founded(&["triage", "administrator"]);
    let case = Case::log(&office, "@river_lantern_88");
    let lines = [
        "U.S. DEPARTMENT OF HOMELAND SECURITY",
        "IMMIGRATION ENFORCEMENT SUBPOENA",
        "Form I-138",
        "To: Example Platform, Inc.",
        "8 U.S.C. 1225(d)(4)(A), 8 C.F.R. 287.4",
        "YOU ARE HEREBY COMMANDED to produce the records described below.",
        "Records concerning the account RL~ABQD for the period stated.",
    ];
    let paper = case.attach(&office, "subpoena.pdf", &printed(&lines), "instrument");
    let found = || {
        let look = office.ask("suggestions", json!({"op": new_id(), "paper": {"type": "document", "document": paper}}));
        let fields = look["suggestions"]["fields"].as_array().unwrap().clone();
        fields.iter().any(|one| one["value"] == json!({"type": "identifier", "kind": "accountId", "value": "RL~ABQD"}))
    };
    assert!(!found(), "no known form");
    let mut settings = office.ask("policy", json!({}))["settings"].clone();
    settings["identifierPatterns"] =
        json!([{"kind": "accountId", "pattern": r"\bRL~[A-Z]{4}\b", "example": "RL~STON"}]);
    office.act(json!({"type": "setPolicy", "settings": settings, "reason": "ours"}));
    assert!(found());
    // One that does not do what it is said to do is refused, and the one before stays.
    settings["identifierPatterns"][0]["pattern"] = json!(r"\d{4}");
    let refused = office.refused(json!({"type": "setPolicy", "settings": settings, "reason": "ours"}));
    assert_eq!(refused, ["patternUnusable"]);
    assert!(found());
}

#[test]
fn what_hangs_on_a_mail_is_kept_as_a_paper_of_its_own() {
    let office = Office::founded(&["triage"]);
    let case = Case::log(&office, "@river_lantern_88");
    let paper = printed(&["SPECIMEN", "hangs on a mail: larkspur"]);
    let mail = case.attach(&office, "mail.eml", mail_with("order.pdf", &paper).as_bytes(), "cover");
    let look = office.ask("paper", json!({"paper": {"type": "document", "document": mail}, "password": null}));
    let part = &look["parts"][0];
    assert_eq!((&part["name"], &part["mediaType"]), (&json!("order.pdf"), &json!("application/pdf")), "by its content");
    let request = |part: u64, document: &str| json!({"op": new_id(), "demand": case.demand, "document": document, "part": part, "role": "instrument"});
    let number = part["number"].as_u64().unwrap();
    let kept = office.ask("attach_part", request(number, &mail));
    let attached = &kept["attached"];
    assert_eq!((&kept["type"], &kept["alreadyHere"]), (&json!("kept"), &json!(false)));
    assert_eq!(attached["from"], json!({"document": mail, "part": number}));
    assert_eq!((&attached["length"], &attached["mediaType"]), (&json!(paper.len()), &json!("application/pdf")));
    // Byte for byte.
    let out = office.folder.path().join("out.pdf");
    office.desktop.dialogs.answer(vec![out.clone()]);
    office.ask("export_document", json!({"op": new_id(), "demand": case.demand, "document": attached["document"]}));
    assert!(std::fs::read(&out).unwrap() == paper);
    // Its words are found in it, and once more is once.
    office.desktop.desk.read_waiting(None, None).unwrap();
    let found = office.ask("search", json!({"text": "larkspur", "limit": 5}));
    assert_eq!(found["hits"][0]["place"]["document"], attached["document"], "{found:#}");
    assert_eq!(office.ask("attach_part", request(number, &mail))["alreadyHere"], json!(true));
    assert_eq!(case.view(&office)["demand"]["documents"].as_array().unwrap().len(), 2);
    // One that gives itself no name is told apart by what it lies in.
    let nameless = mail_with("", &printed(&["SPECIMEN", "another"]));
    let nameless = case.attach(&office, "second.eml", nameless.as_bytes(), "cover");
    let kept = office.ask("attach_part", request(number, &nameless));
    assert_eq!(kept["attached"]["name"], json!(format!("second.eml · {}", number + 1)), "{kept:#}");
    // What is not there, and whose mail is not this demand's.
    assert_eq!(office.fails("attach_part", request(77, &mail)), "notFound");
    assert_eq!(office.fails("attach_part", request(number, &new_id())), "notFound");
    assert_eq!(office.ask("verify", json!({}))["consistent"], json!(true));
}

#[test]
fn a_password_typed_while_locked_is_not_kept_for_later() {
    let Some(folder) = corpus("encrypted-pdfs") else { return };
    let office = Office::founded(&["triage"]);
    let case = Case::log(&office, "@river_lantern_88");
    let bytes = std::fs::read(folder.join("aes-128.pdf")).unwrap();
    let paper = json!({"type": "document", "document": case.attach(&office, "locked.pdf", &bytes, "instrument")});
    office.ask("lock", json!({}));
    assert_eq!(office.fails("paper", json!({"paper": paper, "password": "baz"})), "locked");
    office.sits_down("A. Rivera");
    assert_eq!(office.ask("paper", json!({"paper": paper, "password": null}))["why"], "passwordNeeded");
}

#[test]
fn a_scan_is_recognised_where_the_engine_is_there_and_its_words_are_found_afterwards() {
    let Some(folder) = corpus("demands") else { return };
    let mut scans: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    scans.sort();
    let office = Office::founded(&["triage"]);
    let case = Case::log(&office, "@river_lantern_88");
    let paper = case.attach(&office, "scan.pdf", &std::fs::read(&scans[0]).unwrap(), "instrument");
    let reference = json!({"type": "document", "document": paper});
    let look = office.ask("suggestions", json!({"op": new_id(), "paper": reference}));
    assert_eq!(look["type"], "read", "{look:#}");
    let text = office.ask("page_text", json!({"paper": reference, "page": 0}));
    if look["unread"] == json!(0) {
        assert!(words(&text).len() > 200, "the letter's words: {}", words(&text));
    }
    let class = look["suggestions"]["class"]["class"].to_string();
    assert!(!class.contains("i138") && !class.contains("dhs3115"), "a letter of another agency: {class}");
}
