//! Broken law data is refused with the row and the reason.
#![expect(clippy::panic, reason = "helpers of tests may stop the test")]

use matter::law::{Courts, FacialReview, Holidays, LawFault, Policy, RowProblem, Signatories};

const HEAD: &str = "version = 2\nas_of = \"2026-11-01\"\nsource = \"counsel\"\n";
const COURT: &str = "[[court]]\nid = \"x\"\nname = \"X\"\nabbreviation = \"D. X.\"\ncircuit = \"9\"\nstate = \"X\"\nzones = [\"America/Denver\"]\nsource = \"s\"\nas_of = \"2026-11-01\"\n";

fn problem(fault: LawFault) -> RowProblem {
    match fault {
        LawFault::Row { problem, .. } => problem,
        LawFault::Unreadable { .. } => panic!("unreadable, not a row: {fault}"),
    }
}

#[test]
fn broken_courts_are_refused_with_the_reason() {
    assert_eq!(Courts::read(&format!("{HEAD}{COURT}")).unwrap().version, 2);
    let twice = Courts::read(&format!("{HEAD}{COURT}{COURT}")).unwrap_err();
    assert_eq!(problem(twice), RowProblem::Duplicate);
    let same_abbreviation = format!("{HEAD}{COURT}{}", COURT.replace("\"x\"", "\"y\""));
    assert_eq!(problem(Courts::read(&same_abbreviation).unwrap_err()), RowProblem::Duplicate);
    assert_eq!(
        problem(Courts::read(&format!("{HEAD}{}", COURT.replace("\"America/Denver\"", ""))).unwrap_err()),
        RowProblem::NoZone
    );
    assert_eq!(
        problem(Courts::read(&format!("{HEAD}{}", COURT.replace("\"s\"", "\" \""))).unwrap_err()),
        RowProblem::NoSource
    );
    for text in [
        String::new(),
        "version = ".to_owned(),
        HEAD.replace("2026-11-01", "2026-02-30"),
        format!("{HEAD}{}", COURT.replace("America/Denver", "America/Nowhere")),
        format!("{HEAD}{COURT}surprise = 1\n"),
    ] {
        assert!(matches!(Courts::read(&text), Err(LawFault::Unreadable { table: "courts", .. })), "{text}");
    }
}

#[test]
fn broken_rows_of_other_tables_are_refused() {
    let holiday = |rule: &str| {
        format!(
            "{HEAD}[[holiday]]\nid = \"h\"\nname = {{ en = \"H\", es = \"H\" }}\nrule = {rule}\nsource = \"s\"\nas_of = \"2026-11-01\"\n"
        )
    };
    assert!(Holidays::read(&holiday("{ type = \"fixed\", month = 2, day = 29 }")).is_ok());
    for rule in [
        "{ type = \"fixed\", month = 2, day = 30 }",
        "{ type = \"fixed\", month = 13, day = 1 }",
        "{ type = \"nth\", month = 1, weekday = \"Monday\", nth = 6 }",
        "{ type = \"last\", month = 0, weekday = \"Monday\" }",
    ] {
        assert_eq!(problem(Holidays::read(&holiday(rule)).unwrap_err()), RowProblem::NeverADate, "{rule}");
    }
    let window = format!(
        "{HEAD}[[window]]\nid = \"w\"\ndays = 0\ncounting = \"plainDays\"\nowed = \"byUs\"\nname = {{ en = \"W\", es = \"V\" }}\ndraft = true\nsource = \"s\"\nas_of = \"2026-11-01\"\n"
    );
    assert_eq!(problem(Policy::read(&window).unwrap_err()), RowProblem::NoDays);
    assert_eq!(problem(Policy::read(&window.replace("es = \"V\"", "es = \"\"")).unwrap_err()), RowProblem::EmptyText);
    let title = format!(
        "{HEAD}[[title]]\nlist = \"gone\"\ntitle = \"T\"\nwording = \"Ts\"\nsource = \"s\"\nas_of = \"2026-11-01\"\n"
    );
    assert_eq!(problem(Signatories::read(&title).unwrap_err()), RowProblem::DanglingReference);
    let check = format!(
        "{HEAD}[[check]]\nnumber = 2\nid = \"c\"\nweight = \"low\"\nbasis = \"b\"\nname = {{ en = \"C\", es = \"C\" }}\nsource = \"s\"\nas_of = \"2026-11-01\"\n"
    );
    assert_eq!(problem(FacialReview::read(&check).unwrap_err()), RowProblem::Numbering);
}
