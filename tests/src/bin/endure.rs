//! Long trials with the figures of the trust table: `cargo xtask endure R1 R4 R7 R10 R23 R26`. Each is a test that runs
//! in every `cargo xtask test` with fewer rounds; here it is told how many to run; `R14=2000` runs fewer than the table
//! asks for. The figures are printed as it goes.

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
                "damage::an_act_that_meets_a_damaged_page_does_not_stop_the_next",
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
        number: "R13",
        says: "odd and hostile papers, every page",
        rounds: "1",
        tests: &[(
            "reader",
            &[
                "corpus::every_real_paper_has_an_outcome",
                "corpus::each_kind_of_encryption_opens_with_its_password",
                "outcomes::many_at_once_do_not_disturb_each_other",
            ],
        )],
    },
    Trial {
        number: "R14",
        says: "what chance makes of papers, so many of each kind",
        rounds: "100000",
        tests: &[("reader", &["chance::what_chance_makes_of_papers_has_an_outcome"])],
    },
    Trial {
        number: "R15",
        says: "bombs, nesting, circles",
        rounds: "1",
        tests: &[(
            "reader",
            &[
                "hostile::a_bomb_of_text_ends_at_the_limit",
                "hostile::a_bomb_of_pixels_ends_at_the_limit",
                "hostile::nesting_without_end_ends",
                "hostile::circles_end",
                "formats::archives::bombs_are_listed_and_withheld",
                "formats::archives::a_bomb_that_lies_is_stopped",
                "formats::office::entities_do_not_grow",
                "formats::office::a_bomb_is_refused",
                "formats::office::nesting_without_end_ends",
                "formats::pictures::a_bomb_of_pixels_is_refused",
                "formats::texts::html_nested_without_end_ends",
            ],
        )],
    },
    Trial {
        number: "R16",
        says: "mail, Office files, pictures, saved pages (R17 and R18 too)",
        rounds: "1",
        tests: &[(
            "reader",
            &[
                "corpus::every_real_mail_picture_and_table_has_an_outcome",
                "formats::mails::html_alone_is_read_as_text_and_nothing_is_fetched",
            ],
        )],
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
    Trial {
        number: "R29",
        says: "a reader and a recogniser that try to get out",
        rounds: "1",
        tests: &[(
            "reader",
            &[
                "walls::every_wall_stands",
                "walls::what_was_left_open_is_closed",
                "walls::a_reader_whose_parent_is_another_one_does_not_begin",
                "walls::a_reader_dies_with_its_desk",
                "walls::a_busy_reader_dies_with_its_desk",
                "walls::memory_has_a_limit",
                "walls::processor_time_has_a_limit",
                "walls::the_clock_on_the_wall_has_a_limit",
                "walls::a_reader_that_does_not_listen_is_ended",
                "walls::depth_has_a_limit",
                "walls::what_is_said_has_a_limit",
                "ocr_walls::every_wall_stands_around_the_engine",
                "ocr_walls::its_processor_time_has_a_limit",
                "ocr_walls::its_memory_has_a_limit",
            ],
        )],
    },
];

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let asked: Option<Vec<(&Trial, &str)>> = words.iter().map(|word| trial(word)).collect();
    let Some(asked) = asked.filter(|asked| !asked.is_empty()) else {
        println!("Trials:");
        for trial in TRIALS {
            println!("  {:5} {} (rounds: {})", trial.number, trial.says, trial.rounds);
        }
        return ExitCode::from(2);
    };
    let mut failed = Vec::new();
    for (trial, rounds) in asked {
        println!("\n━━ {} ━━ {}, rounds: {rounds}", trial.number, trial.says);
        if !trial.tests.iter().all(|(program, names)| runs(rounds, program, names)) {
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

/// `R14`, or `R14=2000`.
fn trial(word: &str) -> Option<(&'static Trial, &str)> {
    let (number, rounds) = word.split_once('=').map_or((word, None), |(number, rounds)| (number, Some(rounds)));
    let trial = TRIALS.iter().find(|trial| trial.number == number)?;
    let rounds = rounds.unwrap_or(trial.rounds);
    rounds.parse::<u64>().is_ok().then_some((trial, rounds))
}

/// The same selection of packages as every other build of the tests, so that nothing is compiled twice.
fn runs(rounds: &str, program: &str, names: &[&str]) -> bool {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    command.args(["test", "--workspace", "--test", program, "--"]).args(names);
    command.args(["--exact", "--nocapture", "--test-threads=1"]);
    let done = command.env("ENDURE", "1").env("ENDURE_ROUNDS", rounds).status();
    done.is_ok_and(|status| status.success())
}
