#![no_main]

use reader::paper::Format;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| fuzz::ask_all(Format::Mail, bytes));
