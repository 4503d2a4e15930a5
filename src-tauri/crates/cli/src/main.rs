//! The command line `desk`: every use case without a window. It shares every line below the shell with the window: verbs
//! turn words into the contract's requests, and replies into words or JSON.

#![forbid(unsafe_code)]

mod args;
mod cells;
mod facts;
mod failure;
mod find;
mod passphrase;
mod progress;
mod say;
mod seat;
mod time;
mod verbs;
mod vocabulary;
mod walls;
mod wire;
mod words;

use std::process::ExitCode;

use clap::Parser;

fn main() -> ExitCode {
    let given = args::Given::parse();
    let json = given.common.json;
    // A panic's words may hold a person's data: they are not printed.
    std::panic::set_hook(Box::new(|panic| {
        if let Some(at) = panic.location() {
            eprintln!("internal fault at {}:{}", at.file(), at.line());
        }
    }));
    let answered = std::panic::catch_unwind(|| verbs::run(&given))
        .unwrap_or_else(|_| Err(failure::Failure::Fault(contract::Fault::internal("panic"))));
    match answered {
        Ok(answer) => {
            say::answer(json, &answer);
            ExitCode::from(answer.code)
        }
        Err(failure) => {
            say::failure(json, &failure);
            ExitCode::from(failure.code())
        }
    }
}
