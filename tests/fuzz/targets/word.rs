#![no_main]

use reader::paper::Format;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let middle = bytes.len() / 4 * 3;
    let (body, relations) = bytes.split_at(middle);
    let file = fuzz::packed(&[
        ("[Content_Types].xml", b""),
        ("word/document.xml", body),
        ("word/_rels/document.xml.rels", relations),
    ]);
    fuzz::ask_all(Format::Word, &file);
});
