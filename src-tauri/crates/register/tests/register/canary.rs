//! R26: nothing that was typed or taken in lies in clear anywhere in the register's folder or the device's.

use std::path::Path;

use crate::stage::{Stage, at, logged, random_id};
use matter::ids::DemandId;

const CANARY: &str = "xylophone-quagmire-canary";

fn hits(folder: &Path, found: &mut Vec<String>) {
    let needles: Vec<Vec<u8>> = [CANARY.to_owned(), CANARY.to_uppercase(), "river_lantern_88".to_owned()]
        .into_iter()
        .flat_map(|word| [word.clone().into_bytes(), word.encode_utf16().flat_map(u16::to_le_bytes).collect()])
        .collect();
    for item in std::fs::read_dir(folder).unwrap() {
        let path = item.unwrap().path();
        if path.is_dir() {
            hits(&path, found);
            continue;
        }
        let bytes = std::fs::read(&path).unwrap();
        if needles.iter().any(|needle| bytes.windows(needle.len()).any(|window| window == needle)) {
            found.push(path.display().to_string());
        }
    }
}

#[test]
fn canary_words_are_nowhere_in_clear() {
    let root = tempfile::tempdir().unwrap();
    let stage = Stage::new(root.path());
    let demand = DemandId(random_id());
    stage.act(vec![logged(demand, CANARY, CANARY, 5)], 5).unwrap();
    stage.act(vec![Stage::note(demand, 1, CANARY)], 6).unwrap();
    stage.attach(demand, 2, CANARY.repeat(100_000).as_bytes()).unwrap();
    stage.register.save_draft(stage.person, CANARY, CANARY.as_bytes(), at(7)).unwrap();
    let mut found = Vec::new();
    hits(root.path(), &mut found);
    assert_eq!(found, Vec::<String>::new(), "while it is open, the log included");
    stage.register.backup(None, at(8), &mut |_| {}, &std::sync::atomic::AtomicBool::new(false)).unwrap();
    let stage = stage.reopen();
    stage.register.close().unwrap();
    hits(root.path(), &mut found);
    assert_eq!(found, Vec::<String>::new(), "closed, with a backup");
    std::fs::write(root.path().join("plain"), CANARY).unwrap();
    hits(root.path(), &mut found);
    assert_eq!(found.len(), 1, "the search itself finds");
}
