//! The wire, as data: one snapshot per command with a request and a reply that a session really had, and one of every
//! fault, problem, act, warning and push. A change of the wire is seen here before a window, a script or an old register
//! sees it.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test may stop where it stands"
)]

use std::collections::BTreeMap;
use std::path::Path;

use acceptance::journey::{Case, Office, PASSPHRASE, Ruling, facts, mail_with, new_id};
use contract::COMMANDS;
use serde_json::{Value, json};

/// Puts what is new in every run into words that are not: ids, digests, keys.
#[derive(Default)]
struct Same(BTreeMap<String, String>);

impl Same {
    fn text(&mut self, text: &str) -> String {
        let is_hex = |text: &str| text.bytes().all(|byte| byte.is_ascii_hexdigit());
        let is_id = |text: &str| text.split('-').map(str::len).eq([8, 4, 4, 4, 12]) && text.split('-').all(is_hex);
        let (mut said, mut rest) = (String::new(), text);
        // Also inside longer texts: names of files, addresses, bases.
        while let Some(first) = rest.chars().next() {
            if let Some((word, after)) = rest.split_at_checked(64).filter(|(word, _)| is_hex(word)) {
                said.push_str(&self.name("digest", word));
                rest = after;
            } else if let Some((word, after)) = rest.split_at_checked(36).filter(|(word, _)| is_id(word)) {
                said.push_str(&self.name("id", word));
                rest = after;
            } else {
                said.push(first);
                rest = &rest[first.len_utf8()..];
            }
        }
        said
    }

    fn name(&mut self, kind: &str, text: &str) -> String {
        let next = self.0.values().filter(|known| known.starts_with(kind)).count() + 1;
        self.0.entry(text.to_owned()).or_insert_with(|| format!("{kind}-{next}")).clone()
    }

    fn value(&mut self, value: &mut Value) {
        match value {
            Value::String(text) => *text = self.text(text),
            Value::Array(items) => items.iter_mut().for_each(|item| self.value(item)),
            Value::Object(fields) => {
                for (name, field) in fields.iter_mut() {
                    match name.as_str() {
                        "recoveryKey" | "typed" => *field = json!("RECOVERY-KEY"),
                        "passphrase" | "new" | "old" if field.is_string() => *field = json!("passphrase"),
                        "revision" | "length" if !field.is_object() => *field = json!(format!("({name})")),
                        "text" if field.as_str().is_some_and(|text| text.len() > 400) => {
                            *field = json!("(the letter's text)");
                        }
                        "token" | "file" | "folder" | "backup" if field.is_string() => *field = json!("token"),
                        _ => self.value(field),
                    }
                }
            }
            _ => {}
        }
    }
}

/// One session that uses every command once, each kept with its request and reply.
fn session() -> BTreeMap<String, Value> {
    let office = Office::founded(&["triage", "counsel", "letters", "records"]);
    let mut kept: BTreeMap<String, Value> = BTreeMap::new();
    let mut same = Same::default();
    let mut ask = |name: &str, request: Value| -> Value {
        let reply = office.ask(name, request.clone());
        let mut sample = json!({"request": request, "reply": reply});
        if name == "law" {
            let courts = sample["reply"]["courts"].as_array().unwrap().clone();
            assert_eq!(courts.len(), 94);
            sample["reply"]["courts"] = json!([courts[0]]);
        }
        if name == "page_text" {
            let lines = sample["reply"]["lines"].as_array().unwrap().clone();
            assert!(lines.len() > 20, "{} lines", lines.len());
            sample["reply"]["lines"] = json!([lines[0]]);
        }
        same.value(&mut sample);
        kept.insert(name.to_owned(), sample);
        reply
    };
    let target = new_id();
    let demand = new_id();
    let d = demand.as_str();
    ask("session", json!({}));
    ask(
        "act",
        json!({"op": new_id(), "act": {"type": "logDemand", "demand": d, "facts": facts(&office, &[(&target, "@river_lantern_88")])}, "seen": [], "happened": null}),
    );
    let case = Case { demand: demand.clone(), target, reference: "2026-0001".to_owned() };
    let path = office.file("paper.pdf", b"%PDF-1.4 a paper");
    office.desktop.dialogs.answer(vec![path]);
    let picked = ask("pick_files", json!({"purpose": "papers"}));
    let attached =
        ask("attach", json!({"op": new_id(), "demand": d, "file": picked[0]["token"], "role": "instrument"}));
    let mail =
        case.attach(&office, "mail.eml", mail_with("order.pdf", b"%PDF-1.4 what hangs on it").as_bytes(), "cover");
    ask("attach_part", json!({"op": new_id(), "demand": d, "document": mail, "part": 0, "role": "other"}));
    office.desktop.dialogs.answer(vec![office.folder.path().join("out.pdf")]);
    ask("export_document", json!({"op": new_id(), "demand": d, "document": attached["attached"]["document"]}));
    let proceeding = case.proceeding(&office, "3:26-mc-80416");
    case.verified(
        &office,
        &proceeding,
        &Ruling { comply_by: Some("2026-12-14"), ..Ruling::order("produce", "2026-11-20") },
    );
    let letter = case.letter(&office, "en");
    office.act(json!({"type": "approveLetter", "letter": letter}));
    case.send(&office, &letter);
    let shown = ask("letter", json!({"letter": letter}));
    let paper = shown["letter"]["approval"]["document"].clone();
    ask("paper", json!({"paper": {"type": "document", "document": paper}, "password": null}));
    ask("pages", json!({"paper": {"type": "document", "document": paper}, "first": 0, "count": 1}));
    ask("suggestions", json!({"op": new_id(), "paper": {"type": "document", "document": paper}}));
    ask("page_text", json!({"paper": {"type": "document", "document": paper}, "page": 0}));
    office.desktop.desk.read_waiting(None, None).unwrap();
    ask("search", json!({"text": "river_lantern_88", "within": {"kinds": ["page"]}, "limit": 1}));
    ask("reading", json!({}));
    ask("pause_reading", json!({"paused": true}));
    ask("read_again", json!({"document": null}));
    ask("demand", json!({"demand": d, "asOf": null, "knownAt": null}));
    ask("timeline", json!({"demand": d, "knownAt": null}));
    ask("queue", json!({"view": "all", "sort": "due", "text": "", "after": null, "limit": 50}));
    ask("queue_counts", json!({}));
    ask("people", json!({}));
    ask("policy", json!({}));
    ask("law", json!({}));
    ask("read_docket_number", json!({"raw": "No. 3:26-mc-80416 (ABC)"}));
    ask("save_draft", json!({"key": "intake", "value": {"recipient": "Example Platform, Inc."}}));
    ask("load_draft", json!({"key": "intake"}));
    ask("drop_draft", json!({"key": "intake"}));
    ask("verify", json!({}));
    let backup = ask("back_up", json!({"op": new_id(), "folder": null}));
    ask("backups", json!({}));
    let me = office.me();
    ask("backup_people", json!({"backup": backup["token"]}));
    ask("look_at_backup", json!({"backup": backup["token"], "person": me, "passphrase": PASSPHRASE}));
    ask(
        "restore",
        json!({"op": new_id(), "backup": backup["token"], "person": me, "passphrase": PASSPHRASE, "reason": "a drill"}),
    );
    let people =
        ask("add_person", json!({"op": new_id(), "name": "S. Okafor", "roles": ["triage"], "passphrase": PASSPHRASE}));
    let added = people["people"]["persons"].as_array().unwrap().last().unwrap()["id"].clone();
    ask("remove_person", json!({"op": new_id(), "person": added, "reason": "left"}));
    ask("change_passphrase", json!({"old": PASSPHRASE, "new": "another passphrase"}));
    ask("lock", json!({}));
    ask("unlock", json!({"person": me, "passphrase": "another passphrase"}));
    ask("accept_head", json!({"reason": "nothing stands in the way: the session is answered"}));
    ask("quarantine", json!({}));
    ask("open_damaged", json!({"person": me, "passphrase": "another passphrase"}));
    ask("close_register", json!({}));
    office.desktop.dialogs.answer(vec![office.register.clone()]);
    let folder = ask("pick_folder", json!({"purpose": "register"}));
    ask("open_register", json!({"folder": folder["token"]}));
    ask("close_register", json!({}));
    let elsewhere = office.folder.path().join("elsewhere");
    std::fs::create_dir(&elsewhere).unwrap();
    office.desktop.dialogs.answer(vec![elsewhere]);
    let place = office.ask("pick_folder", json!({"purpose": "newRegister"}));
    let created = ask(
        "create_register",
        json!({"folder": place["token"], "name": "Second", "organisation": "Example Platform, Inc.",
        "zone": "America/New_York", "person": "M. Chen", "roles": ["counsel"], "passphrase": PASSPHRASE}),
    );
    ask("confirm_recovery_key", json!({"typed": created["recoveryKey"]}));
    let chen = office.me();
    ask("lock", json!({}));
    ask("recover", json!({"recoveryKey": created["recoveryKey"], "person": chen, "passphrase": "another passphrase"}));
    office.ask("close_register", json!({}));
    ask("open_sample", json!({}));
    // There is no job to stop here: that is said. What a stopped job comes to is a journey of its own.
    let mut sample =
        json!({"request": {"job": new_id()}, "fault": office.call("cancel", json!({"job": new_id()})).unwrap_err()});
    same.value(&mut sample);
    kept.insert("cancel".to_owned(), sample);
    kept
}

#[test]
fn every_command_has_a_snapshot_of_request_and_reply() {
    let kept = session();
    let wanted: Vec<&str> = COMMANDS.to_vec();
    let missing: Vec<_> = wanted.iter().filter(|name| !kept.contains_key(**name)).collect();
    assert!(missing.is_empty(), "commands without a sample: {missing:?}");
    for (name, sample) in kept {
        insta::assert_json_snapshot!(format!("command_{name}"), sample);
    }
}

/// The tags of a union in the TypeScript that is made from the contract.
fn tags(union: &str) -> Vec<String> {
    let all = contract::typescript();
    let start = all.find(&format!("export type {union} = ")).unwrap_or_else(|| panic!("no type {union}"));
    let end = all[start..].find(";\n\n").map_or(all.len(), |end| start + end);
    let mut tags: Vec<String> =
        all[start..end].split("\"type\": \"").skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()).collect();
    tags.sort();
    tags.dedup();
    tags
}

/// The samples read as what they are, write back as they were, and leave no variant out.
fn every<T: serde::Serialize + serde::de::DeserializeOwned>(union: &str, samples: Vec<Value>) {
    let mut shown: Vec<String> = samples.iter().map(|one| one["type"].as_str().unwrap().to_owned()).collect();
    shown.sort();
    shown.dedup();
    assert_eq!(shown, tags(union), "every variant of {union} has a sample");
    for sample in &samples {
        let read: T = serde_json::from_value(sample.clone()).unwrap_or_else(|fault| panic!("{sample:#}: {fault}"));
        assert_eq!(serde_json::to_value(&read).unwrap(), *sample, "{union} goes out as it came in");
    }
    insta::assert_json_snapshot!(format!("every_{}", union.to_lowercase()), samples);
}

const ID: &str = "01890a5d-ac96-774b-bcce-b302099a8057";

#[test]
fn every_fault() {
    every::<contract::Fault>(
        "Fault",
        vec![
            json!({"type": "locked"}),
            json!({"type": "noRegister"}),
            json!({"type": "wrongPassphrase"}),
            json!({"type": "recoveryKeyDiffers"}),
            json!({"type": "notFound"}),
            json!({"type": "refused", "problems": [{"type": "reasonMissing"}]}),
            json!({"type": "conflict", "subject": {"type": "demand", "id": ID}}),
            json!({"type": "opReused"}),
            json!({"type": "headDiffers"}),
            json!({"type": "readOnly"}),
            json!({"type": "storeTooNew"}),
            json!({"type": "storeDamaged", "detail": "row 7 was changed after it was written"}),
            json!({"type": "registerInUse", "pid": 4711}),
            json!({"type": "registerExists"}),
            json!({"type": "notARegister"}),
            json!({"type": "noSpace", "needed": 1_048_576, "free": 0}),
            json!({"type": "networkShare", "kind": "nfs"}),
            json!({"type": "sourceChanged"}),
            json!({"type": "sourceUnreadable"}),
            json!({"type": "targetUnwritable"}),
            json!({"type": "clockBehind", "last": "2026-11-23T18:00:00+00:00"}),
            json!({"type": "fileRejected", "detail": "too large"}),
            json!({"type": "letterIncomplete", "missing": ["contact"]}),
            json!({"type": "undrawable", "characters": "\u{1F58B}"}),
            json!({"type": "cancelled"}),
            json!({"type": "request", "detail": "missing field `op`"}),
            json!({"type": "internal", "reference": ID}),
        ],
    );
}

#[test]
fn every_problem() {
    let cell = json!({"target": ID, "category": "sessions"});
    every::<matter::problem::Problem>(
        "Problem",
        vec![
            json!({"type": "notAllowed", "roles": ["counsel"], "who": ["M. Chen"]}),
            json!({"type": "required", "field": "recipient"}),
            json!({"type": "impossible", "field": "issued"}),
            json!({"type": "inFuture", "field": "received"}),
            json!({"type": "repeated", "field": "targets"}),
            json!({"type": "unknown", "field": "document"}),
            json!({"type": "wrongStep", "step": "closed"}),
            json!({"type": "recoveryKeyNotConfirmed"}),
            json!({"type": "counselRecordsNonDisclosure"}),
            json!({"type": "boundByOrder", "field": "targets"}),
            json!({"type": "paperCannotOrder"}),
            json!({"type": "paperNotAttached"}),
            json!({"type": "notEntered"}),
            json!({"type": "judgePowerNotShown"}),
            json!({"type": "notADistrictCourt"}),
            json!({"type": "cellsNotNamed"}),
            json!({"type": "pointNotHeld", "point": "recipientBound"}),
            json!({"type": "alreadyDone"}),
            json!({"type": "gateClosed", "cell": cell, "reasons": [
                {"type": "noBasis"}, {"type": "instrumentNotConfirmed"}, {"type": "conflictingOrders"}, {"type": "restrained"},
                {"type": "stayed"}, {"type": "restraintClaimed"}, {"type": "noticeNotSent"}, {"type": "noticeBounced"},
                {"type": "noticeWindow", "until": "2026-12-01T07:59:59Z"}, {"type": "userChallenge"},
                {"type": "conflict", "complyBy": "2026-11-27T08:00:00Z"}, {"type": "secondSignatureMissing"}, {"type": "demandClosed"},
            ]}),
            json!({"type": "notDecided", "cell": cell}),
            json!({"type": "papersActOnIt"}),
            json!({"type": "onlyDemandOfDocket"}),
            json!({"type": "noticeForbidden"}),
            json!({"type": "noticeHeld"}),
            json!({"type": "nonDisclosureEndUnconfirmed"}),
            json!({"type": "noticeUndecided"}),
            json!({"type": "noticeDecidedAgainst"}),
            json!({"type": "letterNotForThisPaper"}),
            json!({"type": "ordersContradict"}),
            json!({"type": "authorApproves"}),
            json!({"type": "factsChanged"}),
            json!({"type": "notApproved"}),
            json!({"type": "proofMissing"}),
            json!({"type": "counselGrantsCounsel"}),
            json!({"type": "lastOfRole", "role": "administrator"}),
            json!({"type": "patternUnusable", "number": 2, "flaw": "missesExample"}),
            json!({"type": "tooMany", "field": "identifierPatterns", "most": 64}),
            json!({"type": "reasonMissing"}),
        ],
    );
}

#[test]
fn every_warning() {
    every::<contract::Warning>(
        "Warning",
        vec![
            json!({"type": "returnBeforeService"}),
            json!({"type": "returnDatePassed"}),
            json!({"type": "noDocketSearch"}),
            json!({"type": "docketSearchStale", "days": 12}),
            json!({"type": "fieldsEmpty", "fields": ["component"]}),
            json!({"type": "sameFile", "document": ID, "reference": "2026-0003"}),
            json!({"type": "dutiesConflict"}),
            json!({"type": "nonDisclosureEndUnconfirmed"}),
            json!({"type": "sameNumber", "reference": "2026-0003"}),
        ],
    );
}

/// `name: {`, `name;` — the names a TypeScript list gives.
fn typescript_commands(text: &str) -> Vec<String> {
    let list = text.split("export type Commands = {").nth(1).unwrap().split("\n};").next().unwrap();
    list.lines().filter_map(|line| line.trim().split_once(": { request").map(|(name, _)| name.to_owned())).collect()
}

#[test]
fn one_list_of_commands_everywhere() {
    let top = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let committed = std::fs::read_to_string(top.join("ui/src/host/contract.gen.ts")).unwrap();
    assert_eq!(typescript_commands(&committed), COMMANDS);
    assert_eq!(typescript_commands(&contract::typescript()), COMMANDS);
    let capability = std::fs::read_to_string(top.join("src-tauri/capabilities/window.json")).unwrap();
    let capability: Value = serde_json::from_str(&capability).unwrap();
    let allowed: Vec<String> =
        capability["permissions"].as_array().unwrap().iter().map(|one| one.as_str().unwrap().to_owned()).collect();
    let wanted: Vec<String> =
        COMMANDS.iter().copied().chain(["subscribe"]).map(|name| format!("allow-{}", name.replace('_', "-"))).collect();
    assert_eq!(allowed, wanted, "the window may call the commands of the contract and nothing else");
}
