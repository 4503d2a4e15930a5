//! What the page may ask is exactly the contract, and where it may go is nowhere.

use std::collections::BTreeSet;

use contract::COMMANDS;
use serde_json::Value;
use tauri::Url;

use crate::window::{LABEL, is_own_page};

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn the_capability_lists_the_commands_of_the_contract_and_nothing_else() {
    let capability = json(include_str!("../capabilities/window.json"));
    let listed: BTreeSet<String> =
        capability["permissions"].as_array().unwrap().iter().map(|one| one.as_str().unwrap().to_owned()).collect();
    let wanted: BTreeSet<String> =
        COMMANDS.iter().chain(&["subscribe"]).map(|command| format!("allow-{}", command.replace('_', "-"))).collect();
    assert_eq!(listed, wanted, "capabilities/window.json against contract::COMMANDS");
    assert_eq!(capability["windows"], serde_json::json!([LABEL]));
    assert!(capability.get("remote").is_none());
}

#[test]
fn the_content_policy_is_the_one_in_the_design() {
    let config = json(include_str!("../tauri.conf.json"));
    assert_eq!(
        config["app"]["security"]["csp"],
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; \
         img-src 'self' page: http://page.localhost; connect-src ipc: http://ipc.localhost; object-src 'none'; \
         frame-src 'none'; form-action 'none'; base-uri 'none'"
    );
    assert_eq!(config["app"]["security"]["dangerousDisableAssetCspModification"], true);
    assert_eq!(config["app"]["security"]["capabilities"], serde_json::json!(["window"]));
    assert_eq!(config["app"]["security"]["assetProtocol"]["enable"], false);
    assert_eq!(config["app"]["withGlobalTauri"], false);
}

#[test]
fn only_the_programs_own_page_is_navigated_to() {
    let own = |address: &str| is_own_page(&Url::parse(address).unwrap());
    assert!(own("tauri://localhost"));
    assert!(own("tauri://localhost/"));
    assert!(own("tauri://localhost/index.html"));
    for elsewhere in [
        "https://example.org/",
        "http://localhost/",
        "http://tauri.localhost/",
        "file:///etc/passwd",
        "data:text/html,x",
        "about:blank",
        "blob:tauri://localhost/1",
        "javascript:alert(1)",
        "page://localhost/letter/1/1",
        "tauri://localhost/paper.pdf",
        "tauri://elsewhere/",
        "ipc://localhost/session",
    ] {
        assert!(!own(elsewhere), "{elsewhere}");
    }
}
