//! The desk's side of the pipe: frames, answers and the engine's tables, from a reader that was taken over.
#![no_main]

use reader::frame::{self, Kind};
use reader::ocr::{Recognised, Scan};
use reader::paper::{Inside, Rect, TickBox};
use reader::talk::{Answer, Ask};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let mut pipe = bytes;
    while let Ok(body) = frame::read(&mut pipe, Kind::Answer) {
        let _ = serde_json::from_slice::<Answer>(&body);
    }
    if let Ok(answer) = serde_json::from_slice::<Answer>(bytes) {
        for ask in [Ask::Contents, Ask::PageText { page: 0 }, Ask::Facts { first: 0, count: 1 }, Ask::Part { number: 0 }] {
            let _ = answer.check(&ask, 1);
        }
    }
    let (first, second) = bytes.split_at(bytes.len() / 2);
    let rect = Rect { left: 300.0, top: 300.0, right: 340.0, bottom: 340.0 };
    let scan = Scan {
        page: 0,
        width: 2550,
        height: 3300,
        scale: 4.0,
        skew: 1.0,
        page_width: 612.0,
        page_height: 792.0,
        boxes: vec![TickBox { rect, inside: Inside::Mark }],
        png: Vec::new(),
    };
    let _ = Recognised::from_tables(first, Some(second), &scan);
});
