//! The same number twice, and what was recorded on the wrong demand: through the contract, with the register walked after.

use acceptance::journey::{Case, Office, facts, new_id};
use serde_json::{Value, json};

fn logged(office: &Office, number: &str) -> String {
    let (demand, target) = (new_id(), new_id());
    let mut given = facts(office, &[(&target, "@river_lantern_88")]);
    given["numbers"] = json!([{"label": "Subpoena Number", "value": number}]);
    office.act(json!({"type": "logDemand", "demand": demand, "facts": given}));
    demand
}

fn view(office: &Office, demand: &str) -> Value {
    office.ask("demand", json!({"demand": demand, "asOf": null, "knownAt": null}))
}

fn same_numbers(office: &Office, demand: &str) -> Vec<String> {
    let view = view(office, demand);
    let warnings = view["warnings"].as_array().unwrap().iter();
    warnings
        .filter(|one| one["type"] == "sameNumber")
        .map(|one| one["reference"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn the_agencys_number_on_another_demand_is_said_in_any_spelling() {
    let office = Office::founded(&["triage", "counsel"]);
    let first = logged(&office, "HSI-SF-2026-004417");
    assert_eq!(same_numbers(&office, &first), Vec::<String>::new());
    let second = logged(&office, "hsi sf 2026/004417");
    let third = logged(&office, "HSI-SF-2026-004418");
    assert_eq!(same_numbers(&office, &first), ["2026-0002"]);
    assert_eq!(same_numbers(&office, &second), ["2026-0001"]);
    assert_eq!(same_numbers(&office, &third), Vec::<String>::new());
    // Corrected, it is said no more.
    let mut corrected = view(&office, &second)["demand"]["facts"].clone();
    corrected["numbers"][0]["value"] = json!("HSI-SF-2026-999999");
    office.act(json!({"type": "amendDemand", "demand": second, "facts": corrected, "reason": "misread"}));
    assert_eq!(same_numbers(&office, &first), Vec::<String>::new());
    office.verify_clean();
}

#[test]
fn one_docket_is_one_proceeding_and_a_demand_joined_by_mistake_leaves_it() {
    let office = Office::founded(&["triage", "counsel"]);
    let (right, wrong) = (logged(&office, "A-2026-0001"), logged(&office, "A-2026-0002"));
    let proceeding = new_id();
    let open = |id: &str, docket: &str, demand: &str| json!({"type": "openProceeding", "proceeding": id, "court": "cand", "docket": docket, "kind": "enforcement", "demands": [demand]});
    office.act(open(&proceeding, "3:26-mc-80123", &wrong));
    assert_eq!(office.refused(open(&new_id(), "26-mc-80123-LB", &right)), ["repeated"], "whatever its spelling");
    let leave = json!({"type": "leaveProceeding", "proceeding": proceeding, "demand": wrong, "reason": "another one"});
    assert_eq!(office.refused(leave.clone()), ["onlyDemandOfDocket"]);
    office.act(json!({"type": "joinDemand", "proceeding": proceeding, "demand": right}));
    office.act(leave);
    assert_eq!(view(&office, &wrong)["proceedings"], json!([]));
    assert_eq!(view(&office, &right)["proceedings"][0]["demands"], json!([right]));
    assert_eq!(view(&office, &wrong)["compulsion"]["headline"], "noneOnRecord");
    office.verify_clean();
}

#[test]
fn a_withdrawal_and_a_link_are_taken_back_and_both_stay_in_the_timeline() {
    let office = Office::founded(&["triage", "counsel"]);
    let (case, other) = (Case::log(&office, "@river_lantern_88"), Case::log(&office, "@quiet_harbor_3"));
    office.act(json!({"type": "recordWithdrawal", "demand": case.demand, "document": null, "note": "by letter"}));
    assert_eq!(case.headline(&office), "withdrawn");
    office.act(json!({"type": "retractWithdrawal", "demand": case.demand, "reason": "it was about another"}));
    assert_eq!(case.headline(&office), "noneOnRecord");
    let link = json!({"kind": "duplicate", "demand": other.demand});
    office.act(json!({"type": "linkDemand", "demand": case.demand, "link": link}));
    office.act(json!({"type": "unlinkDemand", "demand": case.demand, "link": link, "reason": "not the same"}));
    assert_eq!(case.view(&office)["demand"]["links"], json!([]));
    let timeline = office.ask("timeline", json!({"demand": case.demand, "knownAt": null}));
    let kinds: Vec<&str> = timeline.as_array().unwrap().iter().map(|line| line["kind"].as_str().unwrap()).collect();
    for kind in ["withdrawnByAgency", "withdrawalRetracted", "linked", "unlinked"] {
        assert!(kinds.contains(&kind), "{kind} is not in {kinds:?}");
    }
    office.verify_clean();
}
