//! `desk-reader`: reads one paper behind walls and answers questions about it. The desk starts it; see `reader::talk` for
//! the conversation and `reader::walls` for the walls.

use std::io::{BufReader, stdin, stdout};
use std::process::ExitCode;

use reader::talk::EXIT_NO_WALLS;
use reader::walls::{self, Limits};

mod pdf;
mod serve;

/// Said when a person starts it, or the desk speaks nonsense.
const EXIT_USAGE: u8 = 64;

fn main() -> ExitCode {
    let mut words = std::env::args().skip(1);
    let words = (words.next().as_deref() == Some("--parent"), words.next().map(|word| word.parse()), words.next());
    let (true, Some(Ok(parent)), None) = words else {
        eprintln!("desk-reader is started by Subpoena Desk, which speaks to it through pipes.");
        return ExitCode::from(EXIT_USAGE);
    };
    // What a panic says may hold words of the paper; nobody is to read it.
    std::panic::set_hook(Box::new(|_| {}));
    match walls::enter(Limits::PAPER, parent, || serve::until_closed(BufReader::new(stdin()), stdout())) {
        Ok(Ok(())) => ExitCode::SUCCESS,
        Ok(Err(_)) => ExitCode::from(EXIT_USAGE),
        // A panic outside a question: as bad as any other crash, and no lack of walls.
        Err(walls::WallFault::Panicked) => ExitCode::FAILURE,
        Err(fault) => {
            eprintln!("desk-reader: {fault}");
            ExitCode::from(EXIT_NO_WALLS)
        }
    }
}
