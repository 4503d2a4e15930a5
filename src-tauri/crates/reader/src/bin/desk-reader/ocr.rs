//! Becoming the engine that recognises text. The picture it works on is never looked at here.

use std::ffi::OsString;
use std::process::ExitCode;

use reader::ocr::{EXIT_NO_ENGINE, Engine, Language};
use reader::walls::{Limits, WallFault};

use crate::{EXIT_USAGE, without_walls};

/// Recognises the picture that comes by standard input, in these languages: `eng+spa`.
pub(crate) fn recognise(parent: u32, languages: &str) -> ExitCode {
    let Some(languages) = languages.split('+').map(Language::of).collect::<Option<Vec<_>>>() else {
        return ExitCode::from(EXIT_USAGE);
    };
    become_engine(parent, &languages, |engine| engine.words())
}

/// Says which engine it is.
pub(crate) fn version(parent: u32) -> ExitCode {
    become_engine(parent, &[], |_| vec!["--version".into()])
}

fn become_engine(parent: u32, languages: &[Language], words: fn(&Engine) -> Vec<OsString>) -> ExitCode {
    let Ok(engine) = Engine::find(languages) else {
        return ExitCode::from(EXIT_NO_ENGINE);
    };
    let words = words(&engine);
    without_walls(&walled(parent, &engine, words))
}

#[cfg(target_os = "linux")]
fn walled(parent: u32, engine: &Engine, words: Vec<OsString>) -> WallFault {
    reader::walls::become_program(Limits::RECOGNITION, parent, &engine.program(words))
}

#[cfg(not(target_os = "linux"))]
fn walled(_: u32, _: &Engine, _: Vec<OsString>) -> WallFault {
    WallFault::NoWalls
}
