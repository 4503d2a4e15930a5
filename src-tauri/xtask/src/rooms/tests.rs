//! The checker, on small strings.

use super::code::{code_of, words};
use super::walk::File;
use super::{Refusal, arrows, names, rules, size, top};
use crate::cargo::metadata::Package;

fn refused(path: &str, text: &str) -> Vec<String> {
    rules::check(&File::new(path, text)).into_iter().map(|Refusal { at, rule, .. }| format!("{at} {rule}")).collect()
}

fn package(name: &str, depends: &[&str]) -> Package {
    Package {
        name: name.to_owned(),
        depends: depends.iter().map(|name| (*name).to_owned()).collect(),
        for_tests: vec![],
        programs: vec![],
        tests: vec![],
    }
}

#[test]
fn the_drawn_arrows_are_accepted() {
    let packages = [
        package("matter", &["serde", "chrono"]),
        package("register", &["matter", "rusqlite"]),
        package("desk", &["contract", "register", "reader", "letters", "matter", "tracing"]),
        package("contract", &["matter", "ts-rs"]),
        package("cli", &["contract", "desk"]),
        package("xtask", &[]),
    ];
    assert_eq!(arrows::check(&packages), []);
}

#[test]
fn other_arrows_are_refused() {
    let packages = [
        package("matter", &["contract", "tracing"]),
        package("contract", &[]),
        package("cli", &["register", "rusqlite"]),
        package("register", &[]),
        package("xtask", &["serde"]),
        package("drawer", &[]),
    ];
    let rules: Vec<String> = arrows::check(&packages).into_iter().map(|refusal| refusal.rule).collect();
    assert_eq!(
        rules,
        [
            "`matter` may not depend on `contract`",
            "`matter` may not depend on `tracing`",
            "`cli` may not depend on `register`",
            "`cli` may not name `rusqlite`, which belongs to `register`",
            "`xtask` may not depend on `serde`",
            "`drawer` is not drawn among the packages",
        ]
    );
}

#[test]
fn what_draws_papers_for_tests_is_not_shipped() {
    let mut reader = package("reader", &["look-alikes", "matter"]);
    let papers = package("look-alikes", &["typst", "typst-pdf"]);
    let rules = |reader: &Package| -> Vec<String> {
        let packages = [reader.clone(), package("matter", &[]), papers.clone()];
        arrows::check(&packages).into_iter().map(|refusal| refusal.rule).collect()
    };
    assert_eq!(rules(&reader), ["`reader` may name `look-alikes` for its tests only"]);
    reader.for_tests.push("look-alikes".to_owned());
    assert_eq!(rules(&reader), [""; 0]);
}

#[test]
fn comments_and_strings_are_not_code() {
    let text = "let a = \"unsafe\"; // unsafe\n/* unsafe /* unsafe */ unsafe */ let b = 'u';\nlet c = r#\"un\"safe\"#; fn f<'a>() {}\n\
                let d = '\\''; let e = b\"unsafe\\\"\"; unsafe {}";
    let code = code_of(text);
    assert_eq!(code.lines().count(), text.lines().count());
    assert_eq!(words(&code, "unsafe").count(), 1);
    assert!(code.contains("fn f<'a>() {}"));
    assert!(code.contains("let b ="));
}

#[test]
fn a_word_is_not_part_of_a_longer_one() {
    assert_eq!(words("unsafe_code my_unsafe unsafe", "unsafe").count(), 1);
}

#[test]
fn empty_names_are_refused_and_the_law_keeps_its_own() {
    let text = "struct CaseManager;\nmod utils {}\nenum ProofOfService {}\nstruct Serviced;\n// struct Helper;\n";
    let found = names::empty(&File::new("src-tauri/src/a.rs", text));
    assert_eq!(found, [(1, "CaseManager".to_owned()), (2, "utils".to_owned())]);
    assert_eq!(names::empty(&File::new("src-tauri/src/date_helper.rs", "")).len(), 1);
    assert_eq!(names::empty(&File::new("src-tauri/src/utils/mod.rs", "")).len(), 1);
}

#[test]
fn string_errors_are_refused() {
    assert_eq!(
        refused("a.rs", "fn a() -> Result<Vec<(u8, u8)>, String> {}\n"),
        ["a.rs:1 `Result<_, String>` makes an error a string"]
    );
    assert_eq!(refused("a.rs", "fn a() -> io::Result<(\n    u8,\n),\n &'static str> {}").len(), 1);
    for fine in [
        "fn a() -> Result<String, Fault> {}",
        "fn a() -> Result<HashMap<u8, String>, E> {}",
        "io::Result<String>",
        "if a_Result<b {}",
    ] {
        assert_eq!(refused("a.rs", fine), [""; 0], "{fine}");
    }
}

#[test]
fn what_is_switched_off_or_not_built_is_refused() {
    assert_eq!(refused("a.rs", "#[allow(dead_code)]\nfn a() { todo!() }\n").len(), 2);
    assert_eq!(refused("a.rs", "#[test]\n#[ignore = \"slow\"]\nfn a() {}").len(), 1);
    assert!(refused("a.rs", "#[test]\n#[ignore = \"a measurement of 1 GiB\"]\nfn a() {}").is_empty());
    assert_eq!(refused("a.rs", "// todo!()\nfn a() { items.skip(1) }"), [""; 0]);
    assert_eq!(refused("ui/src/a.test.ts", "it.only('a', () => {});\ntest.skip('b');\n").len(), 2);
    assert_eq!(refused("ui/src/a.ts", "items.skip(1)"), [""; 0]);
}

#[test]
fn only_the_clock_reads_the_clock() {
    let text = "let now = chrono::Utc::now();";
    assert_eq!(refused("src-tauri/crates/matter/src/a.rs", text).len(), 1);
    assert_eq!(refused("src-tauri/crates/desk/src/clock.rs", text), [""; 0]);
    assert_eq!(refused("tests/src/a.rs", text), [""; 0]);
}

#[test]
fn the_page_takes_no_markup_and_no_shell() {
    assert_eq!(refused("ui/src/views/a.svelte", "<p>{@html text}</p>\n").len(), 1);
    assert_eq!(refused("ui/src/parts/a.ts", "node.innerHTML = text;\n// innerHTML is banned\n").len(), 1);
    assert_eq!(refused("ui/src/app/a.ts", "import { invoke } from '@tauri-apps/api/core';").len(), 1);
    assert_eq!(refused("ui/src/host/window.ts", "import { invoke } from '@tauri-apps/api/core';"), [""; 0]);
}

#[test]
fn paths_of_one_machine_are_refused() {
    let machine = concat!("/ro", "ot/");
    assert_eq!(refused("README.md", &format!("see {machine}.cargo")).len(), 1);
    assert_eq!(refused("a.rs", &format!("let a = \"{machine}x\";")).len(), 1);
    assert_eq!(refused("a.md", &format!("see src{machine}x and ..{machine}x")), [""; 0]);
}

#[test]
fn packages_come_from_the_public_registry() {
    let line = |host: &str| format!("{{\n  \"resolved\": \"https://{host}/svelte/-/svelte-5.57.3.tgz\",\n}}");
    assert_eq!(refused("ui/package-lock.json", &line("registry.npmjs.org")), [""; 0]);
    assert_eq!(refused("ui/package-lock.json", &line("packages.example")).len(), 1);
}

#[test]
fn unsafe_has_one_file_in_each_of_three_places() {
    let files = |paths: &[&str]| -> Vec<String> {
        let files: Vec<File> = paths.iter().map(|path| File::new(*path, "// why\nunsafe {}")).collect();
        rules::unsafe_places(&files).into_iter().map(|refusal| refusal.at).collect()
    };
    let places =
        ["src-tauri/crates/reader/src/walls.rs", "src-tauri/crates/register/src/ffi.rs", "src-tauri/src/main.rs"];
    assert_eq!(files(&places), [""; 0]);
    assert_eq!(
        files(&[
            "src-tauri/crates/register/src/ffi.rs",
            "src-tauri/crates/register/src/key.rs",
            "src-tauri/crates/desk/src/a.rs"
        ]),
        ["src-tauri/crates/register/src/key.rs:2", "src-tauri/crates/desk/src/a.rs:2"]
    );
}

#[test]
fn files_have_a_length() {
    let lines = |count| "x\n".repeat(count);
    assert_eq!(size::check(&File::new("a.rs", lines(600))), None);
    assert!(size::check(&File::new("a.rs", lines(601))).is_some());
    assert!(size::is_long(&File::new("a.rs", lines(401))));
    assert!(!size::is_long(&File::new("a.rs", lines(400))));
    assert!(size::check(&File::new("ui/a.svelte", lines(351))).is_some());
    assert_eq!(size::check(&File::new("ui/a.gen.ts", lines(5000))), None);
}

#[test]
fn the_top_folder_holds_what_the_design_says() {
    let names: Vec<String> = [".ci", "Cargo.toml", "ui", "LICENSE", "notes.md"].map(str::to_owned).to_vec();
    let refused: Vec<String> = top::refuse(&names).into_iter().map(|refusal| refusal.at).collect();
    assert_eq!(refused, ["notes.md"]);
}
