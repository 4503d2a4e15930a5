//! The product's own content policy, with the two sources that differ when the page comes over HTTP.

use serde_json::Value;

const PRODUCT: &str = include_str!("../../../src-tauri/tauri.conf.json");

/// The policy of the window, read from its configuration: only where commands and page pictures come from is put in the
/// loopback host's place, so that a screen that breaks the policy breaks here too.
#[must_use]
pub fn loopback_policy() -> Option<String> {
    let product: Value = serde_json::from_str(PRODUCT).ok()?;
    let policy = product.pointer("/app/security/csp")?.as_str()?;
    let directives = policy.split(';').map(str::trim).filter(|one| !one.is_empty());
    let here = directives.map(|directive| match directive.split_whitespace().next() {
        Some("connect-src") => "connect-src 'self'".to_owned(),
        Some("img-src") => "img-src 'self'".to_owned(),
        _ => directive.to_owned(),
    });
    Some(here.collect::<Vec<_>>().join("; "))
}
