//! Papers made to do harm: bombs, endless nesting, circles.

use std::io::Write;
use std::time::{Duration, Instant};

use flate2::Compression;
use flate2::write::ZlibEncoder;
use reader::process::{Outcome, Reading, Reason};

use crate::stage::{one_page, page_with, pdf, reading};

/// Whatever it is, it is over by then.
const OVER: Duration = Duration::from_secs(24);

/// Asks all that can be asked of the first page; gives the outcomes that were none.
fn ask_all(reading: &mut Reading) -> Vec<Reason> {
    let begun = Instant::now();
    let mut reasons = Vec::new();
    let mut note = |reason: Option<Reason>| reasons.extend(reason);
    note(reason(&reading.open(None).unwrap()));
    note(reason(&reading.facts(0, 3).unwrap()));
    note(reason(&reading.page_text(0).unwrap()));
    note(reason(&reading.page_image(0, 0.5).unwrap()));
    assert!(begun.elapsed() < 4 * OVER, "{:?}", begun.elapsed());
    reasons
}

fn reason<T>(outcome: &Outcome<T>) -> Option<Reason> {
    match outcome {
        Outcome::Read(_) => None,
        Outcome::Unreadable(reason) => Some(*reason),
    }
}

/// So many MiB of one byte, squeezed.
fn squeezed(mebibytes: usize, byte: u8) -> Vec<u8> {
    let piece = vec![byte; 1 << 20];
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::fast());
    for _ in 0..mebibytes {
        encoder.write_all(&piece).unwrap();
    }
    encoder.finish().unwrap()
}

/// As a string that a PDF's hexadecimal filter undoes.
fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>() + ">"
}

fn stream(dict: &str, bytes: &[u8]) -> String {
    let text = hex(bytes);
    format!("<< {dict} /Length {} >>\nstream\n{text}\nendstream", text.len())
}

/// One page with an object 6 that its content names `X`, and its own content instead of text if that is given.
fn with_object(object: String, content: Option<String>) -> Vec<u8> {
    let draws = "/X Do";
    pdf(&[
        "<< /Type /Catalog /Pages 2 0 R >>".into(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 612 792] >>".into(),
        "<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources << /XObject << /X 6 0 R >> >> >>".into(),
        content.unwrap_or_else(|| format!("<< /Length {} >>\nstream\n{draws}\nendstream", draws.len())),
        "null".into(),
        object,
    ])
}

#[test]
fn a_bomb_of_text_ends_at_the_limit() {
    let twice = {
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(&squeezed(1_536, b' ')).unwrap();
        encoder.finish().unwrap()
    };
    let content = stream("/Filter [/ASCIIHexDecode /FlateDecode /FlateDecode]", &twice);
    let paper = with_object("null".into(), Some(content));
    assert!(paper.len() < 1_000_000, "{} bytes", paper.len());
    let begun = Instant::now();
    let reasons = ask_all(&mut reading(paper));
    println!("{reasons:?} in {:?}", begun.elapsed());
    let contained = |reason: &Reason| matches!(reason, Reason::MemoryLimit | Reason::TimeLimit);
    assert!(reasons.iter().all(contained), "{reasons:?}");
}

#[test]
fn a_bomb_of_pixels_ends_at_the_limit() {
    let picture = "/Subtype /Image /Width 40000 /Height 40000 /BitsPerComponent 8 /ColorSpace /DeviceRGB \
        /Filter [/ASCIIHexDecode /FlateDecode]";
    let content = "q 612 0 0 792 0 0 cm /X Do Q";
    let content = format!("<< /Length {} >>\nstream\n{content}\nendstream", content.len());
    let paper = with_object(stream(picture, &squeezed(64, 0)), Some(content));
    let reasons = ask_all(&mut reading(paper));
    println!("{reasons:?}");
    // Its text and facts are none the worse for it.
    assert!(reasons.len() <= 1, "{reasons:?}");
}

#[test]
fn nesting_without_end_ends() {
    let deep = "[".repeat(200_000);
    let dicts = "<< /A ".repeat(100_000);
    let saves = "q ".repeat(300_000);
    for paper in [
        one_page(&deep, ""),
        one_page(&format!("/Span {dicts} BDC"), ""),
        one_page(&saves, ""),
        page_with("BT ET", "", &format!("/Outlines {dicts}")),
        page_with("BT ET", &format!("/Annots {deep}"), ""),
        deep.clone().into_bytes(),
    ] {
        let reasons = ask_all(&mut reading(paper));
        println!("{reasons:?}");
    }
}

#[test]
fn circles_end() {
    let form = |content: &str| {
        format!(
            "<< /Subtype /Form /BBox [0 0 612 792] /Resources << /XObject << /X 6 0 R >> >> /Length {} >>\nstream\n\
             {content}\nendstream",
            content.len()
        )
    };
    for content in ["/X Do", "/X Do /X Do"] {
        let mut reading = reading(with_object(form(content), None)).with_patience(Duration::from_secs(5));
        let begun = Instant::now();
        let reasons = ask_all(&mut reading);
        println!("{content}: {reasons:?} in {:?}", begun.elapsed());
    }
    let pages = pdf(&["<< /Type /Catalog /Pages 2 0 R >>".into(), "<< /Type /Pages /Kids [2 0 R] /Count 9 >>".into()]);
    assert!(!ask_all(&mut reading(pages)).is_empty());
}
