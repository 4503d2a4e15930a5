//! Docket numbers: every spelling of legal-reference §3.5, garbage, and arbitrary text.

use matter::docket::{CaseKind, DocketNumber, same_case};
use proptest::prelude::*;

/// raw, office, year, kind, sequence, judges
type Row = (&'static str, Option<&'static str>, u16, &'static str, u32, &'static [&'static str]);

const REAL: &[Row] = &[
    ("3:17-cv-01916", Some("3"), 2017, "cv", 1916, &[]),
    ("5:26-mc-80026", Some("5"), 2026, "mc", 80026, &[]),
    ("20-mc-00011-WJM-MEH", None, 2020, "mc", 11, &["WJM", "MEH"]),
    ("24-mc-80137-LB", None, 2024, "mc", 80137, &["LB"]),
    ("23-mc-80249-PHK", None, 2023, "mc", 80249, &["PHK"]),
    ("2:17-mc-00036-DJH", Some("2"), 2017, "mc", 36, &["DJH"]),
    ("2:20-cv-01234-BBD-dkv", Some("2"), 2020, "cv", 1234, &["BBD", "dkv"]),
    ("EP-19-CV-00279-DCG", Some("EP"), 2019, "cv", 279, &["DCG"]),
    ("15-MC-0005-CG-N", None, 2015, "mc", 5, &["CG", "N"]),
    ("1:16-mc-00001-WS-N", Some("1"), 2016, "mc", 1, &["WS", "N"]),
    ("97cv0001-H(CM)", None, 1997, "cv", 1, &["H", "CM"]),
    ("19-cv-8876(JSR)", None, 2019, "cv", 8876, &["JSR"]),
    ("C 04-0807 VRW", None, 2004, "cv", 807, &["VRW"]),
    ("19 Mag. 3232", None, 2019, "mj", 3232, &[]),
    ("3:2019cv00279", Some("3"), 2019, "cv", 279, &[]),
    ("Civ. A. No. 80-2064-K", None, 1980, "cv", 2064, &["K"]),
    ("17-16221", None, 2017, "appeal", 16221, &[]),
    ("24-5089", None, 2024, "appeal", 5089, &[]),
    // Further spellings met when text is pasted.
    ("Case 3:17-cv-01916 Document 1 Filed 04/06/17 Page 1 of 25", Some("3"), 2017, "cv", 1916, &[]),
    ("Case No. 3:17\u{2013}cv\u{2011}01916", Some("3"), 2017, "cv", 1916, &[]),
    ("SACV 19-00123-JVS (DFMx)", Some("SA"), 2019, "cv", 123, &["JVS", "DFMx"]),
    ("Civil No. 1:20cv123 (ABC)", Some("1"), 2020, "cv", 123, &["ABC"]),
    ("1:25-sc-00007", Some("1"), 2025, "sc", 7, &[]),
    ("No. 17-16221", None, 2017, "appeal", 16221, &[]),
];

#[test]
fn every_real_spelling_is_read() {
    for (raw, office, year, kind, sequence, judges) in REAL {
        let number = DocketNumber::new(*raw);
        assert_eq!(number.raw(), *raw);
        let parsed = number.parsed().unwrap_or_else(|| panic!("not read: {raw}"));
        assert_eq!(parsed.office.as_deref(), *office, "{raw}");
        assert_eq!((parsed.year, parsed.kind.code(), parsed.sequence), (*year, *kind, *sequence), "{raw}");
        assert_eq!(parsed.judges, *judges, "{raw}");
        assert!(same_case(&number, &DocketNumber::new(parsed.canonical())), "{raw} and its canonical spelling");
    }
}

#[test]
fn office_padding_initials_and_case_do_not_matter() {
    for (a, b) in [
        ("3:17-cv-01916", "17-CV-1916-JD"),
        ("20-mc-00011-WJM-MEH", "1:20-mc-11"),
        ("C 04-0807 VRW", "3:04-cv-00807-ABC"),
        ("3:2019cv00279", "EP-19-CV-00279-DCG"),
        ("19 Mag. 3232", "1:19-mj-03232"),
        ("24-5089", "No. 24-05089"),
    ] {
        assert!(same_case(&a.into(), &b.into()), "{a} = {b}");
        assert!(same_case(&b.into(), &a.into()), "{b} = {a}");
    }
}

#[test]
fn year_type_and_number_do_matter() {
    for (a, b) in [
        ("3:17-cv-01916", "3:18-cv-01916"),
        ("3:17-cv-01916", "3:17-mc-01916"),
        ("3:17-cv-01916", "3:17-cv-01917"),
        ("17-16221", "17-cv-16221"),
        ("97cv0001", "2097cv0001"),
    ] {
        assert!(!same_case(&a.into(), &b.into()), "{a} is not {b}");
    }
}

#[test]
fn garbage_is_kept_exactly_and_left_unread() {
    let long = "9".repeat(300);
    for raw in [
        "",
        "   ",
        "???",
        "sealed",
        "3:17-cv-\u{0}01916",
        "\u{202e}61910-vc-71:3",
        &long,
        "17-cv",
        "cv-01916",
        "3:17-cv-99999999",
        "1:2:3:4",
        "12/25/2026 at noon",
        "３:17-cv-01916",
    ] {
        let number = DocketNumber::new(raw);
        assert_eq!(number.raw(), raw);
        assert!(number.parsed().is_none(), "{raw:?} was read as {:?}", number.parsed());
        assert!(same_case(&number, &number.clone()));
    }
    assert!(same_case(&"Sealed matter 4".into(), &"SEALED-MATTER (4)".into()));
    assert!(!same_case(&"???".into(), &"!!!".into()));
    assert!(!same_case(&"".into(), &"???".into()));
    assert!(!same_case(&"sealed".into(), &"3:17-cv-01916".into()));
}

#[test]
fn showing_a_number_hides_no_marks() {
    let shown = DocketNumber::new("3:17\u{202e}-cv\u{0}-1").to_string();
    assert_eq!(shown, "3:17\u{fffd}-cv\u{fffd}-1");
}

#[test]
fn on_the_wire_the_raw_text_rules() {
    let number = DocketNumber::new("24-mc-80137-LB");
    let wire = serde_json::to_value(&number).unwrap();
    assert_eq!(
        wire,
        serde_json::json!({"raw": "24-mc-80137-LB", "parsed": {"office": null, "year": 2024, "kind": "mc", "sequence": 80137, "judges": ["LB"]}})
    );
    assert_eq!(serde_json::from_value::<DocketNumber>(wire).unwrap(), number);
    assert_eq!(serde_json::from_str::<DocketNumber>("\"24-mc-80137-LB\"").unwrap(), number);
    // Parts that lie are read again from the text.
    let lying: DocketNumber = serde_json::from_value(serde_json::json!({"raw": "17-16221", "parsed": {"office": null, "year": 1999, "kind": "cv", "sequence": 1, "judges": []}})).unwrap();
    assert_eq!(lying.parsed().unwrap().kind, CaseKind::Appeal);
}

proptest! {
    #[test]
    fn any_text_survives(raw in any::<String>()) {
        let number = DocketNumber::new(raw.clone());
        prop_assert_eq!(number.raw(), &raw);
        let again = DocketNumber::new(number.to_string());
        prop_assert!(same_case(&again, &again.clone()));
        let wire = serde_json::to_string(&number).unwrap();
        prop_assert_eq!(serde_json::from_str::<DocketNumber>(&wire).unwrap(), number);
    }

    #[test]
    fn text_like_a_docket_number_survives(raw in "[0-9a-zA-Z:() .\\-]{0,40}") {
        let number = DocketNumber::new(raw);
        if let Some(parsed) = number.parsed() {
            prop_assert!(same_case(&number, &DocketNumber::new(parsed.canonical())), "{} -> {}", number, parsed.canonical());
        }
    }

    #[test]
    fn a_well_formed_number_is_always_read(office in proptest::option::of(1u8..=9), year in 0u16..100, kind in "(cv|cr|mc|mj|md|sw)", number in 1u32..999_999, pad in 1usize..7) {
        let office_text = office.map(|o| format!("{o}:")).unwrap_or_default();
        let raw = format!("{office_text}{year:02}-{kind}-{number:0pad$}");
        let read = DocketNumber::new(raw);
        let parsed = read.parsed().unwrap();
        prop_assert_eq!(parsed.sequence, number);
        prop_assert_eq!(parsed.year % 100, year);
        prop_assert_eq!(parsed.kind.code(), kind);
    }
}
