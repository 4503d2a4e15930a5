//! What is missing, and whom we ask.

use super::{Consent, absent, is_yes};

#[test]
fn only_installed_packages_count() {
    let known = "xvfb installed\nopenbox config-files\nlibssl-dev not-installed\n";
    assert_eq!(absent(&["xvfb", "openbox", "libssl-dev", "qpdf"], known), ["openbox", "libssl-dev", "qpdf"]);
}

#[test]
fn enter_is_yes_and_the_end_of_input_is_not() {
    assert!(is_yes("\n"));
    assert!(is_yes("Y\n"));
    assert!(is_yes("sí\n"));
    assert!(!is_yes("n\n"));
    assert!(!is_yes(""));
}

#[test]
fn asks_only_where_someone_can_answer() {
    assert_eq!(Consent::decide(true, false), Consent::Given);
    assert_eq!(Consent::decide(true, true), Consent::Given);
    assert_eq!(Consent::decide(false, true), Consent::Ask);
    assert_eq!(Consent::decide(false, false), Consent::Nobody);
}
