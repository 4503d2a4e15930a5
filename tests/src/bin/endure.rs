//! Long trials with the figures of the trust table: `cargo xtask endure R1 R4 R7 R10 R23 R26`. Each is a test that runs
//! in every `cargo xtask test` with fewer rounds; here it is told how many to run. The figures are printed as it goes.

#![expect(clippy::print_stdout, reason = "it is a program at a terminal")]

use std::process::{Command, ExitCode};

/// One trial: its number, what it is, and the tests that are it (program, names).
struct Trial {
    number: &'static str,
    says: &'static str,
    rounds: &'static str,
    tests: &'static [(&'static str, &'static [&'static str])],
}

const TRIALS: &[Trial] = &[
    Trial {
        number: "R1",
        says: "kill -9 at random moments, in the store and through the desk",
        rounds: "500",
        tests: &[
            ("register", &["crash::nothing_acknowledged_is_lost_to_a_kill"]),
            ("kill", &["nothing_acknowledged_is_lost"]),
        ],
    },
    Trial {
        number: "R4",
        says: "disk full",
        rounds: "200",
        tests: &[
            ("register", &["full::a_full_disk_is_named_and_work_resumes"]),
            ("bad_input", &["disk::a_full_disk_is_named_and_work_goes_on_when_there_is_space"]),
        ],
    },
    Trial {
        number: "large",
        says: "a file of 3 GiB, in and out again",
        rounds: "1",
        tests: &[("bad_input", &["papers::a_large_file_of_nothing"])],
    },
    Trial {
        number: "R7",
        says: "damaged bytes",
        rounds: "2000",
        tests: &[(
            "register",
            &[
                "damage::a_flipped_bit_anywhere_is_noticed",
                "damage::zeroed_swapped_and_cut_pages_are_noticed",
                "damage::a_damaged_register_is_copied_aside_and_what_is_sound_is_read",
                "damage::a_log_that_is_gone_or_old_loses_no_more_than_it_held",
            ],
        )],
    },
    Trial {
        number: "R10",
        says: "two programs on one register, and locks of dead ones",
        rounds: "100",
        tests: &[
            ("register", &["crash::a_second_process_is_refused_and_a_dead_one_is_not_in_the_way"]),
            ("bad_input", &["registers::a_second_program_is_told_who_has_it_and_a_dead_one_leaves_no_lock"]),
        ],
    },
    Trial {
        number: "R23",
        says: "thirteen kinds of tampering with the key in hand",
        rounds: "200",
        tests: &[(
            "register",
            &[
                "tamper::thirteen_kinds_of_tampering_are_noticed_and_named",
                "tamper::a_chain_written_anew_without_a_head_outside_is_said_to_hold_only_in_itself",
            ],
        )],
    },
    Trial {
        number: "R26",
        says: "canaries in every field and paper",
        rounds: "1",
        tests: &[
            ("register", &["canary::canary_words_are_nowhere_in_clear"]),
            (
                "canary",
                &[
                    "the_search_finds_what_it_looks_for",
                    "no_canary_lies_in_clear",
                    "no_canary_of_the_command_line_lies_in_clear",
                ],
            ),
        ],
    },
];

fn main() -> ExitCode {
    let asked: Vec<String> = std::env::args().skip(1).collect();
    let unknown: Vec<&String> =
        asked.iter().filter(|number| !TRIALS.iter().any(|trial| trial.number == **number)).collect();
    if asked.is_empty() || !unknown.is_empty() {
        println!("Trials:");
        for trial in TRIALS {
            println!("  {:4} {}", trial.number, trial.says);
        }
        return ExitCode::from(2);
    }
    let mut failed = Vec::new();
    for trial in TRIALS.iter().filter(|trial| asked.iter().any(|number| number == trial.number)) {
        println!("\n━━ {} ━━ {}", trial.number, trial.says);
        if !trial.tests.iter().all(|(program, names)| runs(trial, program, names)) {
            failed.push(trial.number);
        }
    }
    if failed.is_empty() {
        println!("\nEvery trial held.");
        return ExitCode::SUCCESS;
    }
    println!("\nThese did not hold: {}", failed.join(", "));
    ExitCode::FAILURE
}

/// The same selection of packages as every other build of the tests, so that nothing is compiled twice.
fn runs(trial: &Trial, program: &str, names: &[&str]) -> bool {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command.args(["test", "--workspace", "--test", program, "--"]).args(names);
    command.args(["--exact", "--nocapture", "--test-threads=1"]);
    let done = command.env("ENDURE", "1").env("ENDURE_ROUNDS", trial.rounds).status();
    done.is_ok_and(|status| status.success())
}
