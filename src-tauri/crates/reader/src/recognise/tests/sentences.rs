//! What stands in sentences, in words that no label gives.

use super::super::typed::column;
use super::{Field, PLAIN, Suggestions, Value, quotes, read};

/// The head of a form and its command, and these lines below them.
fn form(lines: &[&'static str]) -> Suggestions {
    read(column(16.0, PLAIN.into_iter().take(6).chain(lines.iter().copied())))
}

#[test]
fn who_may_serve_is_said_in_many_ways() {
    for said in [
        "This subpoena may be served by Ana Saint-Clairvaux, Special Agent, or any other officer.",
        "Ana Saint-Clairvaux (Special Agent) is authorized to deliver and serve this subpoena upon you.",
        "Service of this subpoena is entrusted to Ana Saint-Clairvaux, whose title is Special Agent, or another.",
        "Designated for service: Ana Saint-Clairvaux – Special Agent. Any other officer may act.",
        "I, Ana Saint-Clairvaux, Special Agent, being duly authorized to serve the within subpoena, certify",
        "I have authorized Ana Saint-Clairvaux (Special Agent) to serve this subpoena upon you.",
        "To be served by hand of: Special Agent – Ana Saint-Clairvaux",
        "GREETING to Ana Saint-Clairvaux, Special Agent: you are hereby designated to serve this subpoena",
        "11. Service. Designated for service: Ana Saint-Clairvaux – Special Agent. Any other officer may act.",
    ] {
        let found = form(&[said]);
        assert_eq!(quotes(&found, Field::ServerName), ["Ana Saint-Clairvaux"], "{said}");
        assert_eq!(quotes(&found, Field::ServerTitle), ["Special Agent"], "{said}");
    }
    for other in [
        "Direct your response to Ana Saint-Clairvaux, Special Agent, who serves the public.",
        "The agency has authorized Ana Saint-Clairvaux, Special Agent, to answer questions.",
        "This subpoena may be served by any authorized officer.",
        "I, Ana Saint-Clairvaux, Field Office Director, being duly authorized to issue this subpoena, certify",
        "Ana Saint-Clairvaux, Special Agent, will serve as the point of contact.",
        "Under the authority delegated to Ana Saint-Clairvaux, Director, you are commanded.",
        "The preservation request served upon you by Special Agent Ana Saint-Clairvaux is withdrawn.",
        "GREETING TO Ana Saint-Clairvaux, General Counsel",
        "GREETING to Ana Saint-Clairvaux, Custodian Agent: you are hereby commanded to produce the records.",
        "Notice to Ana Saint-Clairvaux, Special Agent: you are hereby authorized to serve as a witness.",
    ] {
        assert!(quotes(&form(&[other]), Field::ServerName).is_empty(), "{other}");
    }
}

#[test]
fn an_open_period_says_so() {
    let period = |said: &'static str| {
        form(&[said]).fields.into_iter().find_map(|one| match one.value {
            Value::Period { from, to } => Some((from.to_string(), to.map(|to| to.to_string()))),
            _ => None,
        })
    };
    let since = |day: &str| Some((day.to_owned(), None));
    assert_eq!(period("Records created on or after March 1, 2026, are to be produced."), since("2026-03-01"));
    assert_eq!(
        period("for the period commencing March 1, 2026 and continuing through the date of your response"),
        since("2026-03-01")
    );
    let both = Some(("2026-03-01".to_owned(), Some("2026-09-10".to_owned())));
    assert_eq!(period("Records created on or after March 1, 2026, and on or before September 10, 2026."), both);
    assert_eq!(period("All records (March 1, 2026 to September 10, 2026) are to be produced."), both);
    for none in [
        "The investigation goes on since March 1, 2026.",
        "Do not produce records created on or after March 1, 2026.",
        "This office has received information since March 1, 2026 that an account was used.",
        "as asked in the preservation letter dated March 3, 2026, the date of this subpoena being later",
        "Records created on or after March 1, 2026 to Septernber 4, 2026.",
    ] {
        assert_eq!(period(none), None, "{none}");
    }
}

#[test]
fn a_file_number_among_other_numbers() {
    let number = |said: &'static str| quotes(&form(&[said]), Field::FileNumber).join("|");
    assert_eq!(number("Case 26-00771 | File 44170-S"), "44170-S");
    assert_eq!(number("In reply, please refer to file 7071-U/27"), "7071-U/27");
    assert_eq!(number("Title of proceeding (File 39129)"), "39129");
    assert_eq!(number("Each file 39129 times larger than the first is left out."), "");
    assert_eq!(number("the uploaded video; file 88127731.mp4 and its hash"), "");
    let lines = |said: &[&'static str]| quotes(&form(said), Field::FileNumber).join("|");
    assert_eq!(
        lines(&["the records that are described herein (File No.", "2027-304297) and in the rider"]),
        "2027-304297"
    );
    assert_eq!(
        lines(&["the records that are described herein (File No.", "of the other agency) and in the rider"]),
        ""
    );
    assert_eq!(lines(&["the photograph that is described herein (file", "88127731.mp4) and in the rider"]), "");
    assert_eq!(lines(&["FILE NBR (IF ANY): 6804-N/27"]), "6804-N/27");
    assert_eq!(lines(&["Our file: 44170-S"]), "44170-S");
    assert_eq!(lines(&["Investigative file", "ICE-EPT-25-26173"]), "ICE-EPT-25-26173");
}

#[test]
fn the_place_behind_the_day_of_return() {
    let place = |said: &[&'static str]| quotes(&form(said), Field::Place).join("|");
    let at = "no later than 5:00 p.m. on Friday, September 25, 2026, at 940 Sample Street, Milldale, CA 90001.";
    assert_eq!(place(&[at]), "940 Sample Street, Milldale, CA 90001");
    for none in [
        "Issued on September 25, 2026, at 940 Sample Street, Milldale, CA 90001.",
        "Produce records of each employee on any date since January 2026 at 940 Sample Street, Milldale, CA 90001.",
    ] {
        assert_eq!(place(&[none]), "", "{none}");
    }
}

#[test]
fn the_telephone_is_not_the_fax_machines() {
    let phone = |lines: &[&'static str]| quotes(&form(lines), Field::ContactPhone).join("|");
    let head = "Official before whom to appear:";
    let lines = |last| [head, "Ana Saint-Clairvaux", "Special Agent", last];
    assert_eq!(phone(&lines("Fx: 202-555-0145, Ph: 202-555-0190")), "202-555-0190");
    assert_eq!(phone(&lines("Tel/Fax: 202-555-0190 / 202-555-0145")), "202-555-0190");
    for fax in ["202-555-0145 (FAX)", "Fax No. (202) 555-0145", "Facsimile at 202-555-0145", "Telefax: 202-555-0145"] {
        assert_eq!(phone(&lines(fax)), "", "{fax}");
    }
    assert_eq!(phone(&lines("Tel (202) 555-0190 Fax (202) 555-0145")), "(202) 555-0190");
}

#[test]
fn a_purpose_within_the_command() {
    let purpose = |said: &'static str| quotes(&form(&[said]), Field::Purpose).join("|");
    let own = "Examination of petitions suspected of fraud.";
    assert_eq!(purpose("You are hereby required (Examination of petitions suspected of fraud.) to produce them."), own);
    assert_eq!(
        purpose("The reason for which it is sent to you is this: Examination of petitions suspected of fraud."),
        own
    );
    assert_eq!(
        purpose("The records are required (See the rider, which is part of this subpoena.) to be complete."),
        ""
    );
}

#[test]
fn accounts_of_one_kind_behind_a_word() {
    let found = form(&["RECORDS TO BE PRODUCED", "Account numbers: ID52563319, 5496312889, mem_945848U"]);
    assert_eq!(quotes(&found, Field::Identifier), ["ID52563319", "5496312889", "mem_945848U"]);
    for words in ["Profiles: photographs, biographies, links.", "Account numbers: checking, savings."] {
        assert!(quotes(&form(&["RECORDS TO BE PRODUCED", words]), Field::Identifier).is_empty(), "{words}");
    }
}

#[test]
fn nobody_is_the_issuer_by_the_law_recited_above_them() {
    let found = form(&[
        "This subpoena is issued under 8 U.S.C. 1225(d)(4).",
        "2. Official before whom you must appear:",
        "Ana Saint-Clairvaux, Special Agent",
    ]);
    assert!(quotes(&found, Field::IssuingName).is_empty());
    let found =
        form(&["This subpoena is to be served by the officer named below.", "Ana Saint-Clairvaux", "Special Agent"]);
    assert!(quotes(&found, Field::IssuingName).is_empty());
}

#[test]
fn where_others_are_reached_is_not_where_the_contact_is() {
    for said in [
        "Questions about service may be put to the serving officer at (202) 555-0188.",
        "To contest this subpoena write to Regulations and Rulings, 90 Kestrel Street, Milldale, CA 90001.",
        "Example Networks, Inc., whose address is 12 Larch Street, Milldale, CA 90001, is commanded.",
    ] {
        let found = form(&["Official before whom to appear:", "Ana Saint-Clairvaux", "Special Agent", "", said]);
        assert_eq!(quotes(&found, Field::ContactName), ["Ana Saint-Clairvaux"], "{said}");
        assert!(quotes(&found, Field::ContactPhone).is_empty(), "{said}");
        assert!(quotes(&found, Field::ContactAddress).is_empty(), "{said}");
    }
}

#[test]
fn a_purpose_as_a_sentence_of_its_own() {
    let purpose = |said: &[&'static str]| quotes(&form(said), Field::Purpose).join("|");
    for own in [
        "This inquiry relates to the enforcement of the immigration laws of the United States.",
        "The records will be used to establish who operates the account.",
        "Inquiry into a person's right to enter, remain in, or pass through the United States.",
    ] {
        assert_eq!(purpose(&[own]), own);
        // The line before ends with an abbreviation, or with no stop at all.
        assert_eq!(purpose(&["at 3 Sample Street, Milldale, CA 90001, at 11:59 o'clock p.m.", own]), own);
        assert_eq!(purpose(&["Re: Inquiry into sponsored petitions", "", own]), own, "a title has no stop");
        assert_eq!(purpose(&["Department of Homeland Security, Homeland Security Investigations", own]), own);
        assert_eq!(purpose(&["The reason for this demand is as follows.", own]), own);
    }
    let object = "Officers were followed and photographed, and the pictures were posted online.";
    assert_eq!(
        quotes(
            &form(&["3. Object. Officers were followed and photographed, and the pictures were posted online."]),
            Field::Purpose
        ),
        [object]
    );
    assert_eq!(purpose(&["Object", "Laptop computer"]), "", "a thing in a list");
    for none in [
        "This inquiry relates to the attachment that stands below.",
        "These documents will be used to establish the authenticity of the business records.",
        "The information will be used to verify compliance with this subpoena.",
        "The records will be used to be certified by your custodian.",
        "You may identify the records that will be used to establish what was sent.",
        "Inquiry into sponsored petitions",
    ] {
        assert_eq!(purpose(&[none]), "", "{none}");
    }
}

#[test]
fn a_purpose_behind_words_that_lead_to_it() {
    let purpose = |said: &[&'static str]| quotes(&form(said), Field::Purpose).join("|");
    let own = "Examination of petitions suspected of fraud.";
    assert_eq!(
        purpose(&[
            "Under it you are hereby commanded (purpose: Examination of petitions suspected of fraud.) to do it."
        ]),
        own
    );
    assert_eq!(purpose(&["AUTHORITY:", "19 U.S.C. 1509", "(Examination of petitions suspected of fraud.)"]), own);
    assert_eq!(purpose(&["in connection with: Examination of petitions suspected of fraud."]), own);
    assert_eq!(
        purpose(&[
            "The records are sought in connection with the following matter: Examination of",
            "petitions suspected of fraud."
        ]),
        own
    );
    // Nothing stands there, and what follows is the warning, a day, or a sentence that breaks off.
    for none in [
        ["Purpose:", "Failure to comply with this subpoena may be punished as contempt by a court."],
        ["Purpose:", "06/22/2026 Records beginning on none"],
        ["Purpose:", "The production of the indicated records is required in connection with an inquiry to ascertain"],
    ] {
        assert_eq!(purpose(&none), "", "{none:?}");
    }
}
