//! Docket numbers nobody can read, dates that cannot be, requests of another shape.

use acceptance::journey::{Case, Office, facts, new_id};
use serde_json::{Value, json};

#[test]
fn a_docket_number_nobody_can_read_is_kept_as_it_is() {
    let office = Office::founded(&["triage", "counsel"]);
    let case = Case::log(&office, "@river_lantern_88");
    let long = "9".repeat(5_000);
    for garbage in [
        "???",
        "26--mc--",
        "no number yet",
        "\u{202e}614-cm-62",
        "3:99999999999999999999-mc-1",
        "a\u{0}b",
        &long,
        "№ 26 мс 416",
    ] {
        let read = office.ask("read_docket_number", json!({"raw": garbage}));
        assert_eq!(read["raw"], json!(garbage));
        let proceeding = new_id();
        office.act(json!({"type": "openProceeding", "proceeding": proceeding, "court": "cand", "docket": garbage,
            "kind": "enforcement", "demands": [case.demand]}));
        let shown = case.view(&office);
        let kept = shown["proceedings"].as_array().unwrap().iter().find(|one| one["id"] == proceeding).unwrap();
        assert_eq!(kept["docket"]["raw"], json!(garbage));
    }
    for blank in ["", "   ", "\t\n"] {
        let act = json!({"type": "openProceeding", "proceeding": new_id(), "court": "cand", "docket": blank,
            "kind": "enforcement", "demands": [case.demand]});
        assert_eq!(office.refused(act), ["required"]);
    }
    let act = json!({"type": "openProceeding", "proceeding": new_id(), "court": "the moon", "docket": "26-mc-1",
        "kind": "enforcement", "demands": [case.demand]});
    assert_eq!(office.refused(act), ["notADistrictCourt"]);
    office.verify_clean();
}

fn logging(office: &Office, change: impl FnOnce(&mut Value)) -> Value {
    let target = new_id();
    let mut facts = facts(office, &[(&target, "@river_lantern_88")]);
    change(&mut facts);
    json!({"type": "logDemand", "demand": new_id(), "facts": facts})
}

#[test]
fn dates_that_cannot_be() {
    let office = Office::founded(&["triage"]);
    // No such day: the request is not of its shape.
    for (field, value) in [
        ("issued", json!("2026-02-30")),
        ("issued", json!("the 18th")),
        ("actBy", json!("2026-13-01")),
        ("returnDate", json!({"date": "2026-12-07", "time": "25:00:00", "zone": "America/Los_Angeles"})),
        ("returnDate", json!({"date": "2026-12-07", "time": null, "zone": "America/Atlantis"})),
        ("received", json!({"at": "yesterday", "zone": "America/Los_Angeles"})),
    ] {
        let act = logging(&office, |facts| facts[field] = value.clone());
        assert_eq!(office.fails("act", json!({"op": new_id(), "act": act})), "request", "{field} {value}");
    }
    // A day that exists and cannot be meant.
    for (field, value, problem) in [
        ("issued", json!("0001-01-01"), "impossible"),
        ("actBy", json!("9999-12-31"), "impossible"),
        ("periodTo", json!("2025-01-01"), "impossible"),
        ("returnDate", json!({"date": "2926-12-07", "time": null, "zone": "America/Los_Angeles"}), "impossible"),
        ("received", json!({"at": "2026-11-27T18:00:00Z", "zone": "America/Los_Angeles"}), "inFuture"),
        ("recipient", json!("  "), "required"),
        ("targets", json!([]), "required"),
    ] {
        assert_eq!(
            office.refused(logging(&office, |facts| facts[field] = value.clone())),
            [problem],
            "{field} {value}"
        );
    }
    assert_eq!(office.ask("queue_counts", json!({}))["all"], json!(0));
    office.verify_clean();
}

#[test]
fn text_of_every_sort_is_kept_and_never_runs() {
    let office = Office::founded(&["triage"]);
    let nasty = [
        "\u{0}\u{1}\u{7f}",
        "'; DROP TABLE journal; --",
        "{{recipient}}",
        "<script>alert(1)</script>",
        "=cmd|' /C calc'!A0",
        "\u{202e}\u{2066}right to left",
        "👩‍⚖️",
        "e\u{301}\u{323}",
    ];
    for text in nasty {
        let case = Case::log_with(&office, text, |facts| {
            for field in ["authority", "purpose", "office", "returnPlace", "recipient", "note"] {
                facts[field] = json!(text);
            }
        });
        let view = case.view(&office);
        assert_eq!(view["demand"]["facts"]["note"], json!(text));
        assert_eq!(view["demand"]["facts"]["targets"][0]["identifier"], json!(text));
    }
    for text in ["%", "_", "\"", "'", "*", "lantern\" OR 1=1", "NEAR(", "\u{0}"] {
        let page = office.ask("queue", json!({"view": "all", "sort": "due", "text": text, "limit": 10}));
        assert!(page["rows"].as_array().unwrap().len() <= nasty.len(), "{text:?}");
    }
    office.verify_clean();
}

#[test]
fn requests_of_another_shape() {
    let office = Office::founded(&["triage"]);
    for (name, request, fault) in [
        ("act", json!({}), "request"),
        ("act", json!({"op": "x", "act": {"type": "addNote"}}), "request"),
        ("act", json!({"op": new_id(), "act": {"type": "eraseEverything"}}), "request"),
        ("act", json!([1, 2, 3]), "request"),
        ("queue", json!({"view": "all", "sort": "due", "limit": 70_000}), "request"),
        ("queue", json!({"view": "all", "sort": "due", "limit": 10, "after": "nonsense"}), "request"),
        ("demand", json!({"demand": new_id()}), "notFound"),
        ("timeline", json!({"demand": new_id()}), "notFound"),
        ("letter", json!({"letter": new_id()}), "notFound"),
        ("attach", json!({"op": new_id(), "demand": new_id(), "file": "no token", "role": "other"}), "notFound"),
        ("open_register", json!({"folder": "/etc"}), "notFound"),
        ("erase", json!({}), "internal"),
    ] {
        assert_eq!(office.fails(name, request.clone()), fault, "{name} {request}");
    }
    office.verify_clean();
}
