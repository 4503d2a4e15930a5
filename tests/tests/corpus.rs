//! Real papers that nobody on this project made: logged through the command line, exported, compared byte for byte; and
//! the whole corpus attached in one go through the desk.

#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]

use std::fs;
use std::path::{Path, PathBuf};

use acceptance::journey::{Case, Office, Terminal, corpus};
use serde_json::json;

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    let mut entries: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            files(&path, found);
        } else if path.is_file() {
            found.push(path);
        }
    }
}

#[test]
fn real_demands_and_filings_through_the_command_line() {
    let (Some(demands), Some(filings)) = (corpus("demands"), corpus("court-filings")) else { return };
    let home = tempfile::tempdir().unwrap();
    let terminal = Terminal::founded(home.path());
    let (mut papers, mut of_court) = (Vec::new(), Vec::new());
    files(&demands, &mut papers);
    files(&filings, &mut of_court);
    // Three demands as they came, the last with all the rest attached: each call of the program guesses once at the
    // passphrase at the cost it has in use.
    let mut references = Vec::new();
    for paper in papers.iter().take(3) {
        let logged = terminal.well(&[
            "log",
            "--instrument",
            "other-administrative",
            "--recipient",
            "Example Platform, Inc.",
            "--received",
            "now",
            "--channel",
            "email",
            "--target",
            "handle:@river_lantern_88",
            "--attach",
            paper.to_str().unwrap(),
        ]);
        references.push(logged.to_string());
    }
    let list = terminal.well(&["list"]);
    let shown: Vec<&str> =
        list["rows"].as_array().unwrap().iter().map(|row| row["reference"].as_str().unwrap()).collect();
    assert_eq!(shown.len(), 3, "{list:#}");
    let reference = shown[0];
    let mut rest: Vec<&str> = vec!["attach", reference, "--role", "court-paper"];
    rest.extend(papers.iter().skip(3).chain(&of_court).map(|path| path.to_str().unwrap()));
    terminal.well(&rest);
    let out = home.path().join("out");
    let mut compared = 0;
    for reference in shown {
        let view = terminal.well(&["show", reference]);
        for attached in view["demand"]["documents"].as_array().unwrap() {
            let _ = fs::remove_file(&out);
            terminal.well(&["export", reference, attached["document"].as_str().unwrap(), out.to_str().unwrap()]);
            let name = attached["name"].as_str().unwrap();
            let source = papers.iter().chain(&of_court).find(|path| path.file_name().unwrap() == name).unwrap();
            assert!(fs::read(&out).unwrap() == fs::read(source).unwrap(), "{name} came back byte for byte");
            compared += 1;
        }
    }
    let report = terminal.well(&["verify"]);
    assert_eq!(report["findings"], json!([]), "{report:#}");
    println!("{compared} real papers logged, exported and compared byte for byte through the command line");
    assert!(compared >= papers.len());
}

#[test]
fn the_whole_corpus_in_one_go() {
    let Some(root) = corpus("") else { return };
    let mut all = Vec::new();
    files(&root, &mut all);
    let office = Office::founded(&["triage", "counsel", "records"]);
    let case = Case::log(&office, "@river_lantern_88");
    let (mut attached, mut same, mut bytes) = (Vec::new(), 0, 0);
    for path in &all {
        let reply = office.try_attach(&case.demand, path, "other").unwrap();
        let document = reply["attached"]["document"].as_str().unwrap().to_owned();
        if reply["alreadyHere"] == json!(true) {
            same += 1;
        } else {
            bytes += reply["attached"]["length"].as_u64().unwrap();
        }
        attached.push((document, path));
    }
    for (document, path) in attached.iter().step_by(7) {
        assert!(office.exported(&case.demand, document) == fs::read(path).unwrap(), "{}", path.display());
    }
    let report = office.verify_clean();
    assert_eq!(report["documents"], json!(all.len() - same));
    println!("{} real files attached in one go ({bytes} bytes, {same} of them known already), re-hashed", all.len());
}
