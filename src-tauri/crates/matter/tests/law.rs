//! The shipped law data loads, says where it comes from, and says what the reference says.
#![expect(clippy::unwrap_used, reason = "helpers of tests may stop the test")]

use matter::law::{
    Categories, CategoryClass, Compels, Counting, Courts, FacialReview, Holidays, Instruments, Law, ListWeight, Owed,
    Policy, Signatories, TitleFinding, Track, Weight,
};

fn law() -> Law {
    Law::shipped().unwrap()
}

#[test]
fn the_shipped_tables_load_and_say_their_edition() {
    let law = law();
    let editions = [
        (law.courts.version, law.courts.as_of, law.courts.source),
        (law.holidays.version, law.holidays.as_of, law.holidays.source),
        (law.signatories.version, law.signatories.as_of, law.signatories.source),
        (law.categories.version, law.categories.as_of, law.categories.source),
        (law.instruments.version, law.instruments.as_of, law.instruments.source),
        (law.policy.version, law.policy.as_of, law.policy.source),
        (law.review.version, law.review.as_of, law.review.source),
    ];
    for (version, as_of, source) in editions {
        assert!(version >= 1 && !source.is_empty());
        assert!(as_of >= chrono::NaiveDate::from_ymd_opt(2015, 1, 1).unwrap());
    }
}

#[test]
fn a_title_is_a_finding_and_never_a_verdict() {
    let signatories = Signatories::shipped().unwrap();
    let finding = |list, title| signatories.finding(list, title).unwrap();
    for title in [
        "Field Office Director",
        "FIELD OFFICE DIRECTOR",
        "Special Agent in Charge",
        "SAC",
        "Supervisory Special Agent",
        "Assistant District Director (Investigations)",
    ] {
        assert_eq!(finding("i138Investigation", title), TitleFinding::Listed, "{title}");
    }
    // The title of the Oregon subpoenas of 2020: near a listed one, not listed, and perhaps delegated.
    assert_eq!(
        finding("i138Investigation", "Assistant Field Office Director"),
        TitleFinding::NotListedAskForDelegation
    );
    assert_eq!(finding("i138BeforeProceedings", "Supervisory Special Agent"), TitleFinding::NotListedForCounsel);
    assert_eq!(finding("i138BeforeProceedings", "Port Director"), TitleFinding::Listed);
    assert_eq!(finding("dhs3115", "Special Agent in Charge"), TitleFinding::Listed);
    assert_eq!(finding("dhs3115", "Acting Special Agent in Charge"), TitleFinding::NotListedForCounsel);
    assert_eq!(finding("dhs3115", ""), TitleFinding::NotListedForCounsel);
    assert!(signatories.finding("nope", "Field Office Director").is_none());
    assert_eq!(signatories.lists_for("i138").count(), 2);
    assert_eq!(signatories.list("dhs3115").unwrap().weight, ListWeight::Floor);
    assert_eq!(signatories.titles.iter().filter(|row| row.list == "i138Investigation").count(), 21);
}

#[test]
fn basic_subscriber_information_is_the_six_letters_and_nothing_else() {
    let categories = Categories::shipped().unwrap();
    let letters: String = categories.categories.iter().filter_map(|row| row.letter).collect();
    assert_eq!(letters, "ABCDEF");
    for row in &categories.categories {
        assert_eq!(row.letter.is_some(), row.class == CategoryClass::BasicSubscriber, "{}", row.id);
        assert!(!row.examples.is_empty());
    }
    let outside = categories.by_id("otherNonContent").unwrap();
    assert!(outside.examples.iter().any(|example| example.en.contains("Social Security")));
    assert_eq!(categories.by_id("content").unwrap().class, CategoryClass::Content);
    assert_eq!(categories.by_id("special").unwrap().class, CategoryClass::Special);
}

#[test]
fn only_court_process_and_the_i9_rule_compel_production_alone() {
    let instruments = Instruments::shipped().unwrap();
    let alone: Vec<&str> = instruments
        .instruments
        .iter()
        .filter(|row| row.compels.production_on_its_own())
        .map(|row| row.id.as_str())
        .collect();
    assert_eq!(alone, ["grandJury", "judicialSubpoena", "warrant", "i9Notice"]);
    for row in instruments.instruments.iter().filter(|row| row.track == Track::Administrative) {
        assert_eq!(row.compels, Compels::NeedsCourtOrder, "{}", row.id);
    }
    assert_eq!(instruments.by_id("preservation").unwrap().compels, Compels::PreservationOnly);
    assert_eq!(instruments.instruments.len(), 10);
}

#[test]
fn policy_carries_the_windows_the_design_names() {
    let policy = Policy::shipped().unwrap();
    let window = policy.window("noticeWindow").unwrap();
    assert_eq!((window.days, window.counting, window.owed), (7, Counting::FullDays, Owed::ToUsers));
    let recheck = policy.window("docketRecheck").unwrap();
    assert_eq!((recheck.days, recheck.owed), (7, Owed::ByUs));
    assert_eq!(policy.window("noticeOfAppeal").unwrap().days, 60);
    assert_eq!(policy.window("preservation").unwrap().counting, Counting::PlainDays);
    assert!(policy.help.iter().all(|row| row.draft && row.source.contains("counsel to confirm")));
    let reply = policy.reply("triage").unwrap();
    assert!(reply.draft && reply.text.en.contains("not acceptance of service"));
}

#[test]
fn the_facial_review_has_its_26_checks() {
    let review = FacialReview::shipped().unwrap();
    assert_eq!(review.checks.len(), 26);
    let gates: Vec<u8> = review.checks.iter().filter(|row| row.weight == Weight::Gate).map(|row| row.number).collect();
    assert_eq!(gates, [1, 14, 19, 20, 24]);
    assert_eq!(review.checks[24].weight, Weight::GateBeforeProduction);
    assert_eq!(review.by_id("firstAmendment").unwrap().weight, Weight::Escalate);
}

#[test]
fn no_shipped_text_uses_a_word_we_do_not_use() {
    let law = law();
    let mut texts: Vec<String> = Vec::new();
    texts.extend(law.signatories.lists.iter().flat_map(|r| [r.note.en.clone(), r.note.es.clone()]));
    texts.extend(law.instruments.instruments.iter().flat_map(|r| [r.name.en.clone(), r.name.es.clone()]));
    texts.extend(law.categories.categories.iter().flat_map(|r| [r.name.en.clone(), r.name.es.clone()]));
    texts.extend(law.policy.windows.iter().flat_map(|r| [r.name.en.clone(), r.name.es.clone()]));
    texts.extend(law.policy.replies.iter().flat_map(|r| [r.text.en.clone(), r.text.es.clone()]));
    texts.extend(law.review.checks.iter().flat_map(|r| [r.name.en.clone(), r.name.es.clone()]));
    assert!(texts.len() > 100);
    for text in texts {
        for word in ["invalid", "inválid", "ignore", "no obligation", "not compelled", "no order exists"] {
            assert!(!text.to_lowercase().contains(word), "{word:?} in {text:?}");
        }
    }
}

#[test]
fn a_table_survives_json() {
    let law = law();
    let courts: Courts = serde_json::from_str(&serde_json::to_string(&law.courts).unwrap()).unwrap();
    assert_eq!(courts, law.courts);
    let holidays: Holidays = serde_json::from_str(&serde_json::to_string(&law.holidays).unwrap()).unwrap();
    assert_eq!(holidays, law.holidays);
    let wire = serde_json::to_value(courts.by_id(&"txwd".into())).unwrap();
    assert_eq!(wire["zones"], serde_json::json!(["America/Chicago", "America/Denver"]));
    assert!(wire["zoneNote"].is_string() && wire["asOf"].is_string());
}
