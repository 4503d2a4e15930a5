//! `desk-reader`: reads one paper behind walls and answers questions about it, or becomes the engine that recognises the
//! text of one page. The desk starts it; see `reader::talk` for the conversation and `reader::walls` for the walls.

use std::io::{BufReader, stdin, stdout};
use std::process::ExitCode;

use reader::talk::EXIT_NO_WALLS;
use reader::walls::{self, Limits, WallFault};

mod archive;
mod boxes;
mod html;
mod mail;
mod mailbox;
mod ocr;
mod office;
mod open;
mod outlook;
mod package;
mod paper;
mod pdf;
mod picture;
mod png_out;
mod rich_text;
mod scan;
mod serve;
mod spreadsheet;
mod table;
mod text;
mod word;
mod written;

/// Said when a person starts it, or the desk speaks nonsense.
const EXIT_USAGE: u8 = 64;

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let (parent, what) = match words.as_slice() {
        ["--parent", parent, what @ ..] => (parent.parse().ok(), what),
        _ => (None, [].as_slice()),
    };
    // What a panic says may hold words of the paper; nobody is to read it.
    std::panic::set_hook(Box::new(|_| {}));
    match (parent, what) {
        (Some(parent), []) => read(parent),
        (Some(parent), ["--ocr", languages]) => ocr::recognise(parent, languages),
        (Some(parent), ["--ocr-version"]) => ocr::version(parent),
        _ => {
            eprintln!("desk-reader is started by Subpoena Desk, which speaks to it through pipes.");
            ExitCode::from(EXIT_USAGE)
        }
    }
}

fn read(parent: u32) -> ExitCode {
    match walls::enter(Limits::PAPER, parent, || serve::until_closed(BufReader::new(stdin()), stdout())) {
        Ok(Ok(())) => ExitCode::SUCCESS,
        Ok(Err(_)) => ExitCode::from(EXIT_USAGE),
        // A panic outside a question: as bad as any other crash, and no lack of walls.
        Err(WallFault::Panicked) => ExitCode::FAILURE,
        Err(fault) => without_walls(&fault),
    }
}

fn without_walls(fault: &WallFault) -> ExitCode {
    eprintln!("desk-reader: {fault}");
    ExitCode::from(EXIT_NO_WALLS)
}
