//! What stands in cells, columns and boxes: told by where it stands.

use super::super::typed::page;
use super::{Field, PLAIN, Suggestions, Value, quotes, read};

/// The head of a form, and these lines below it.
fn form<'t>(lines: impl IntoIterator<Item = (f32, f32, &'t str)>) -> Suggestions {
    let head = PLAIN.iter().take(4).enumerate().map(|(at, text)| (72.0, 72.0 + 16.0 * at as f32, *text));
    let command = (72.0, 136.0, "YOU ARE HEREBY COMMANDED as stated below, 8 U.S.C. 1225(d).");
    read(page(0, head.chain([command]).chain(lines)))
}

fn ticked(found: &Suggestions, field: Field) -> Option<bool> {
    found.fields.iter().find(|one| one.field == field).map(|one| one.value == Value::Ticked { ticked: true })
}

#[test]
fn a_box_at_the_right_of_its_word_is_not_the_next_lines() {
    for (appear, produce) in [("[ ]", "[X]"), ("[X]", "[ ]"), ("[X]", "[X]")] {
        let rows = [format!("APPEAR ........ {appear}"), format!("PRODUCE RECORDS ........ {produce}")];
        let found = form([(72.0, 200.0, rows[0].as_str()), (72.0, 216.0, rows[1].as_str())]);
        assert_eq!(ticked(&found, Field::Appear), Some(appear == "[X]"), "{rows:?}");
        assert_eq!(ticked(&found, Field::Produce), Some(produce == "[X]"), "{rows:?}");
    }
    // Before the word it is the word's.
    let found = form([(72.0, 200.0, "[X] APPEAR"), (72.0, 216.0, "[ ] PRODUCE RECORDS")]);
    assert_eq!((ticked(&found, Field::Appear), ticked(&found, Field::Produce)), (Some(true), Some(false)));
}

#[test]
fn the_half_of_the_day_may_stand_under_its_time() {
    let time = |am: &str, pm: &str| {
        let found = form([(72.0, 200.0, "Return time"), (72.0, 212.0, "11:59"), (72.0, 224.0, am), (72.0, 236.0, pm)]);
        found.fields.into_iter().find_map(|one| match one.value {
            Value::Time { time } => Some(time.to_string()),
            _ => None,
        })
    };
    assert_eq!(time("☐ a.m.", "☒ p.m.").as_deref(), Some("23:59:00"));
    assert_eq!(time("☒ a.m.", "☐ p.m.").as_deref(), Some("11:59:00"));
    assert_eq!(time("☐ a.m.", "☐ p.m."), None, "nobody can tell");
}

#[test]
fn leaders_of_dots_part_a_word_from_what_it_names() {
    let rows = ["PERIOD BEGIN ........ 20-SEP-2025", "PERIOD END .......... 17-MAY-2026", "001 subscriber name"];
    let found = form(rows.iter().enumerate().map(|(at, text)| (72.0, 200.0 + 11.0 * at as f32, *text)));
    let period = found.fields.iter().find_map(|one| match one.value {
        Value::Period { from, to } => Some((from.to_string(), to?.to_string())),
        _ => None,
    });
    assert_eq!(period, Some(("2025-09-20".to_owned(), "2026-05-17".to_owned())));
}

#[test]
fn accounts_in_a_column_tell_what_the_others_are() {
    let accounts = ["@river_lantern_88", "192.0.2.61", "TB-761125625", "(303) 555-0134"];
    let lines = |first: &'static str| {
        let rows = std::iter::once(first).chain(accounts);
        rows.enumerate().map(|(at, text)| (72.0, 200.0 + 12.0 * at as f32, text)).collect::<Vec<_>>()
    };
    assert_eq!(quotes(&form(lines("Records for the following accounts:")), Field::Identifier).len(), 4);
    assert_eq!(quotes(&form(lines("Annex to it")), Field::Identifier).len(), 4, "half of them have the form");
    // Numbers that stand under each other are none.
    let numbers = ["Annex to it", "761125625", "105003345", "303-555-0134"];
    let rows = numbers.iter().enumerate().map(|(at, text)| (72.0, 200.0 + 12.0 * at as f32, *text));
    assert!(quotes(&form(rows), Field::Identifier).is_empty());
}

#[test]
fn an_address_that_a_line_breaks_off_is_joined_up_to_its_mark() {
    let broken = ["concerning the accounts https://www.", "example.com/groups/230528828588/; @river_lantern"];
    let found = form(broken.iter().enumerate().map(|(at, text)| (72.0, 200.0 + 12.0 * at as f32, *text)));
    let urls: Vec<String> = found
        .fields
        .iter()
        .filter_map(|one| match &one.value {
            Value::Identifier { value, .. } if value.contains('/') => Some(value.clone()),
            _ => None,
        })
        .collect();
    assert_eq!(urls, ["https://www.example.com/groups/230528828588/"]);
}

#[test]
fn of_several_components_the_one_that_is_ticked() {
    let boxes = |marks: [&str; 3]| {
        let rows = [format!("{} CBP", marks[0]), format!("{} ICE – ERO", marks[1]), format!("{} USCIS", marks[2])];
        let found = form((0..3).zip(&rows).map(|(at, text)| (72.0, 200.0 + 14.0 * at as f32, text.as_str())));
        quotes(&found, Field::Component).first().map(|quote| (*quote).to_owned())
    };
    assert_eq!(boxes(["☐", "☒", "☐"]).as_deref(), Some("☒ ICE – ERO"));
    assert_eq!(boxes(["☐", "☒", "☒"]), None);
    assert_eq!(boxes(["☐", "☐", "☐"]), None);
}

#[test]
fn words_that_say_one_thing_here_and_another_there() {
    let found = form([
        (72.0, 200.0, "5. Person authorized to serve this summons: Nikodem Turnwhistle (Special Agent)"),
        (72.0, 224.0, "7. Issued on April 10, 2026 by"),
        (72.0, 248.0, "Name"),
        (200.0, 248.0, "Ana Saint-Clairvaux"),
        (72.0, 264.0, "Title"),
        (200.0, 264.0, "Special Agent in Charge"),
    ]);
    assert_eq!(quotes(&found, Field::IssuingName), ["Ana Saint-Clairvaux"]);
    assert_eq!(quotes(&found, Field::ServerName), ["Nikodem Turnwhistle"]);
    // What a fax machine prints names nobody.
    let machine = form([(72.0, 20.0, "From: FORT KESSEL Fax: 13135550128 To: Fax: (800) 555-0166 11/04/2025 12:23")]);
    assert!(quotes(&machine, Field::ContactName).is_empty());
}

#[test]
fn an_entry_may_stand_lower_than_its_label() {
    let found = form([
        (72.0, 200.0, "Subpoena Number"),
        (220.0, 200.0, "HSI-26-0417"),
        (72.0, 216.0, "Authority"),
        (220.0, 216.0, "8 U.S.C. 1225(d)"),
        (72.0, 232.0, "Issued by"),
        (220.0, 262.0, "Ana Saint-Clairvaux"),
        (220.0, 273.0, "Special Agent in Charge"),
        (72.0, 290.0, "Date issued"),
        (220.0, 290.0, "April 10, 2026"),
    ]);
    assert_eq!(quotes(&found, Field::IssuingName), ["Ana Saint-Clairvaux"]);
    assert_eq!(quotes(&found, Field::IssuingTitle), ["Special Agent in Charge"]);
}

#[test]
fn numbers_that_count_rows_are_no_part_of_records() {
    let records = |rows: [&'static str; 3]| {
        let head = [(72.0, 200.0, "Records to be produced:")];
        let rows = rows.into_iter().enumerate().map(|(at, text)| (72.0, 214.0 + 11.0 * at as f32, text));
        let found = form(head.into_iter().chain(rows));
        quotes(&found, Field::Record).iter().map(|quote| (*quote).to_owned()).collect::<Vec<_>>()
    };
    let counted = records(["1 subscriber name", "2 billing address", "3 means of payment"]);
    assert!(counted.iter().all(|text| !text.starts_with(|c: char| c.is_ascii_digit())), "{counted:?}");
    assert_eq!(counted.len(), 3);
}

#[test]
fn who_certifies_service_served_it_and_who_received_it_did_not() {
    let server = |heading: &'static str| {
        let found = form([
            (84.0, 300.0, heading),
            (72.0, 340.0, "Nikodem Turnwhistle"),
            (72.0, 351.0, "(Name)"),
            (72.0, 366.0, "Special Agent"),
            (72.0, 377.0, "(Title)"),
        ]);
        quotes(&found, Field::ServerName).first().map(|quote| (*quote).to_owned())
    };
    assert_eq!(server("CERTIFICATE OF SERVICE").as_deref(), Some("Nikodem Turnwhistle"));
    assert_eq!(server("CERTIFICATE OF SERVICE AND ACKNOWLEDGMENT OF RECEIPT"), None);
}

#[test]
fn a_title_ends_where_the_form_goes_on() {
    let lines = [
        (72.0, 200.0, "In Re:"),
        (110.0, 200.0, "Unknown author of a photo album"),
        (110.0, 211.0, "By the service of this subpoena upon you, YOU ARE COMMANDED"),
    ];
    assert_eq!(quotes(&form(lines), Field::InRe), ["Unknown author of a photo album"]);
}

#[test]
fn a_number_in_the_line_of_the_cell_beside_it() {
    let file = |entry: (f32, &'static str), at: (f32, &'static str)| {
        let found = form([
            (72.0, 200.0, "In re"),
            (240.0, 200.0, "File number"),
            (72.0, 212.0, "Goods entered under a false"),
            (entry.0, 212.0, entry.1),
            (at.0, 224.0, at.1),
        ]);
        quotes(&found, Field::FileNumber).join("|")
    };
    // The typewriter's letters end at 220.5: so near that both are read as one line.
    assert_eq!(file((240.0, "397.442.165"), (72.0, "mark of origin")), "397.442.165");
    assert_eq!(file((226.0, "trademarks 397.442.165"), (72.0, "of origin")), "", "it begins elsewhere");
    let wrapped = |label: &'static str, below: &'static str| {
        quotes(&form([(400.0, 200.0, label), (72.0, 214.0, below)]), Field::FileNumber).join("|")
    };
    assert_eq!(wrapped("FILE NO.", "CBP-2027-197882"), "CBP-2027-197882");
    assert_eq!(wrapped("FILE NO.", "CBP-2027-197882 was opened"), "");
    assert_eq!(wrapped("PAGE NO.", "CBP-2027-197882"), "");
}

#[test]
fn who_serves_stands_over_captions_that_name_no_role() {
    let found = form([
        (72.0, 160.0, "Official before whom to appear:"),
        (72.0, 172.0, "Quirin Rushbrooker"),
        (300.0, 172.0, "Field Office Director"),
        (72.0, 184.0, "(name of official)"),
        (300.0, 184.0, "(title of official)"),
        (72.0, 300.0, "The following officer is authorized to serve this subpoena:"),
        (72.0, 316.0, "Nikodem Turnwhistle"),
        (300.0, 316.0, "Deportation Officer"),
        (72.0, 328.0, "(name of officer)"),
        (300.0, 328.0, "(title of officer)"),
    ]);
    assert_eq!(quotes(&found, Field::ContactName), ["Quirin Rushbrooker"]);
    assert_eq!(quotes(&found, Field::ContactTitle), ["Field Office Director"]);
    assert_eq!(quotes(&found, Field::ServerName), ["Nikodem Turnwhistle"]);
    assert_eq!(quotes(&found, Field::ServerTitle), ["Deportation Officer"]);
}

#[test]
fn what_else_a_certificate_asks_for_is_no_section() {
    let found = form([
        (250.0, 300.0, "CERTIFICATE OF SERVICE"),
        (72.0, 316.0, "I certify that I served this subpoena on the person named above by delivering a copy."),
        (72.0, 352.0, "(Signature)"),
        (300.0, 352.0, "(Date and time of service)"),
        (72.0, 372.0, "Nikodem Turnwhistle"),
        (300.0, 372.0, "Special Agent"),
        (72.0, 384.0, "(Name)"),
        (300.0, 384.0, "(Title)"),
    ]);
    assert_eq!(quotes(&found, Field::ServerName), ["Nikodem Turnwhistle"]);
    assert_eq!(quotes(&found, Field::ServerTitle), ["Special Agent"]);
    let receipt = form([
        (250.0, 300.0, "ACKNOWLEDGMENT OF RECEIPT"),
        (72.0, 316.0, "I received a copy of this subpoena."),
        (72.0, 352.0, "(Signature)"),
        (300.0, 352.0, "(Date and time of service)"),
        (72.0, 372.0, "Nikodem Turnwhistle"),
        (300.0, 372.0, "Special Agent"),
        (72.0, 384.0, "(Name)"),
        (300.0, 384.0, "(Title)"),
    ]);
    assert!(quotes(&receipt, Field::ServerTitle).is_empty());
}

#[test]
fn a_certificate_names_its_server_below_the_signature() {
    let found = form([
        (72.0, 300.0, "CERTIFICATE OF SERVICE"),
        (72.0, 312.0, "The undersigned certifies that a copy was left with that person on"),
        (470.0, 312.0, "at"),
        (72.0, 340.0, "Signature of server"),
        (72.0, 352.0, "Print name: Nikodem Turnwhistle"),
        (300.0, 352.0, "Rank or title: Supervisory Deportation Officer"),
    ]);
    assert_eq!(quotes(&found, Field::ServerName), ["Nikodem Turnwhistle"]);
    assert_eq!(quotes(&found, Field::ServerTitle), ["Supervisory Deportation Officer"]);
}

#[test]
fn a_title_may_break_before_a_word_of_labels() {
    let found = form([
        (72.0, 200.0, "ISSUED BY"),
        (72.0, 211.0, "Ana Saint-Clairvaux"),
        (72.0, 222.0, "Group Supervisor"),
        (72.0, 236.0, "SERVED BY"),
        (72.0, 247.0, "Customs and Border Protection"),
        (72.0, 258.0, "Officer"),
        (72.0, 269.0, "Nikodem Turnwhistle"),
    ]);
    assert_eq!(quotes(&found, Field::ServerName), ["Nikodem Turnwhistle"]);
    assert_eq!(quotes(&found, Field::ServerTitle), ["Customs and Border Protection Officer"]);
    assert_eq!(quotes(&found, Field::IssuingTitle), ["Group Supervisor"]);
}

#[test]
fn a_blank_server_is_not_the_issuer_below() {
    let found = form([
        (72.0, 300.0, "The following officer is authorized to serve this subpoena:"),
        (72.0, 328.0, "(name of officer)"),
        (300.0, 328.0, "(title of officer)"),
        (72.0, 352.0, "(signature of issuing official)"),
        (72.0, 372.0, "Griselda Urquelle"),
        (300.0, 372.0, "Chief Patrol Agent"),
        (72.0, 384.0, "(printed name)"),
        (300.0, 384.0, "(title)"),
    ]);
    assert!(quotes(&found, Field::ServerName).is_empty());
    assert!(quotes(&found, Field::ServerTitle).is_empty());
}

#[test]
fn captions_of_a_server_may_stand_beside_words_of_the_form() {
    let found = form([
        (72.0, 300.0, "ENDORSEMENT. This subpoena is delivered for personal service to"),
        (72.0, 320.0, "Supervisory Deportation Officer"),
        (260.0, 320.0, "Nikodem Turnwhistle"),
        (72.0, 332.0, "RANK OF SERVER"),
        (260.0, 332.0, "SERVER"),
        (400.0, 332.0, "INITIALS OF SERVER"),
    ]);
    assert_eq!(quotes(&found, Field::ServerName), ["Nikodem Turnwhistle"]);
    assert_eq!(quotes(&found, Field::ServerTitle), ["Supervisory Deportation Officer"]);
}

#[test]
fn a_title_that_breaks_behind_its_name() {
    let title = |head: &'static str, lines: [&'static str; 2]| {
        let found = form([(72.0, 200.0, head), (72.0, 211.0, lines[0]), (72.0, 222.0, lines[1])]);
        quotes(&found, Field::ServerTitle).join("|")
    };
    let broken = ["Nikodem Turnwhistle, Supervisory Deportation", "Officer"];
    assert_eq!(title("SERVED BY", broken), "Supervisory Deportation Officer");
    assert_eq!(title("SERVING OFFICER", ["Nikodem Turnwhistle", "Branch 7"]), "", "that is no title");
    assert_eq!(title("SERVING OFFICER", ["Nikodem Turnwhistle of Branch 7", "Officer"]), "", "nor is its last word");
}
