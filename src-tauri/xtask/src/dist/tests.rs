//! The package, made from programs of this system in place of ours, and read back with dpkg's own tools.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use super::deb::Deb;
use super::licences::{self, Licences};
use crate::home::Home;

fn scratch(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("xtask-{name}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn said(program: &str, args: &[&str]) -> String {
    let output = Command::new(program).args(args).output().unwrap();
    assert!(output.status.success(), "{program}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn made(folder: &Path) -> PathBuf {
    let programs: Vec<PathBuf> = ["subpoena-desk", "desk"].iter().map(|name| folder.join(name)).collect();
    for program in &programs {
        fs::copy("/bin/cat", program).unwrap();
    }
    let deb = Deb {
        home: &Home::find().unwrap(),
        version: "0.1.0".to_owned(),
        programs,
        licences: "texts\n".to_owned(),
        stamp: "1000000000".to_owned(),
    };
    deb.make(folder).unwrap()
}

#[test]
fn the_package_installs_programs_icons_and_a_menu_entry() {
    let folder = scratch("deb");
    let deb = made(&folder).to_string_lossy().into_owned();
    let listed = said("dpkg-deb", &["--contents", &deb]);
    let entry = |path: &str| {
        listed
            .lines()
            .find(|line| line.ends_with(&format!(" .{path}")))
            .unwrap_or_else(|| panic!("{path} is missing in\n{listed}"))
    };
    for program in ["/usr/bin/subpoena-desk", "/usr/bin/desk"] {
        assert!(entry(program).starts_with("-rwxr-xr-x root/root"), "{listed}");
    }
    assert!(entry("/usr/bin/").starts_with("drwxr-xr-x root/root"));
    for file in [
        "/usr/share/applications/subpoena-desk.desktop",
        "/usr/share/icons/hicolor/scalable/apps/subpoena-desk.svg",
        "/usr/share/icons/hicolor/256x256/apps/subpoena-desk.png",
        "/usr/share/doc/subpoena-desk/copyright",
        "/usr/share/doc/subpoena-desk/third-party-licences.txt",
    ] {
        assert!(entry(file).starts_with("-rw-r--r-- root/root"), "{file}");
    }
    let field = |name: &str| said("dpkg-deb", &["--field", &deb, name]).trim().to_owned();
    assert_eq!(field("Package"), "subpoena-desk");
    assert_eq!(field("Version"), "0.1.0");
    assert!(field("Depends").contains("libc6"), "{}", field("Depends"));
    assert!(field("Recommends").contains("tesseract-ocr-spa, tesseract-ocr-script-latn"), "{}", field("Recommends"));
    assert!(field("Description").contains("legal advice"));
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn the_same_input_makes_the_same_bytes() {
    let (one, two) = (scratch("one"), scratch("two"));
    assert!(fs::read(made(&one)).unwrap() == fs::read(made(&two)).unwrap(), "the two packages differ");
    fs::remove_dir_all(one).unwrap();
    fs::remove_dir_all(two).unwrap();
}

#[test]
fn licences_are_printed_once_each() {
    let folder = scratch("licences");
    for (package, file) in [("a", "LICENSE-MIT"), ("b", "license"), ("c", "README")] {
        fs::create_dir_all(folder.join(package)).unwrap();
        fs::write(folder.join(package).join(file), "Do as you like.\r\n").unwrap();
    }
    let mut licences = Licences::default();
    for package in ["a", "b", "c"] {
        licences.add(&format!("{package} 1.0 (MIT)"), Some(&folder.join(package))).unwrap();
    }
    let text = licences.write();
    assert_eq!(text.matches("Do as you like.").count(), 1);
    assert!(text.contains("a 1.0 (MIT)\nb 1.0 (MIT)\n"));
    assert!(text.contains("Without a licence file of their own:\nc 1.0 (MIT)"));
    fs::remove_dir_all(folder).unwrap();
}

#[test]
fn everything_shipped_is_named_with_its_licence() {
    let text = licences::text(&Home::find().unwrap()).unwrap();
    for part in ["tauri 2.", "rusqlite 0.", "typst 0.", "svelte 5."] {
        assert!(text.lines().any(|line| line.starts_with(part)), "{part}");
    }
    // Tools of tests and of building are not shipped.
    for tool in ["proptest 1.", "insta 1.", "vite 8.", "eslint 1"] {
        assert!(!text.lines().any(|line| line.starts_with(tool)), "{tool}");
    }
    assert!(text.contains("Permission is hereby granted"));
    assert!(text.contains("Fonts of the letters") && text.contains("SIL OPEN FONT LICENSE"));
}
