//! Text, tables, HTML, RTF; and bytes that are none of it.

use reader::paper::Format;
use reader::process::Reason;
use reader::talk::Refusal;

use super::{opened, plain, refusal};
use crate::stage::read;

fn of(paper: impl Into<Vec<u8>>) -> (Format, String) {
    let (mut reading, contents) = opened(paper);
    (contents.format, plain(&mut reading))
}

#[test]
fn text_in_the_usual_encodings() {
    assert_eq!(of("Zo\u{eb} writes\nagain"), (Format::Text, "Zo\u{eb} writes\nagain\n".into()));
    assert_eq!(of(&b"Zo\xeb writes"[..]), (Format::Text, "Zo\u{eb} writes\n".into()));
    assert_eq!(of(&b"\xff\xfeZ\0o\0\xeb\0"[..]), (Format::Text, "Zo\u{eb}\n".into()));
}

#[test]
fn a_table_keeps_its_cells_apart() {
    let (mut reading, contents) = opened("account,name\n1,\"Doe, Jane\"\n=cmd,x\n");
    assert_eq!(contents.format, Format::Table);
    let page = read(reading.page_text(0));
    assert_eq!(page.lines.len(), 6);
    assert_eq!(page.plain(), "account\nname\n1\nDoe, Jane\n=cmd\nx\n");
}

#[test]
fn html_and_rtf_are_read_as_text() {
    let (format, text) = of("<!doctype html><title>t</title><p>One<br>two</p><ul><li>three</ul>");
    assert_eq!(format, Format::Html);
    assert!(text.contains("One\ntwo\n") && text.contains("three"), "{text}");
    assert_eq!(of(r"{\rtf1\ansi Zo\'eb\par two}"), (Format::RichText, "Zo\u{eb}\ntwo\n".into()));
}

#[test]
fn odd_html_is_read_all_the_same() {
    for odd in [
        "<html><table><tr><td colspan=99999999999>a<td rowspan=0 colspan=0>words</table>",
        "<html><ul><li>w</ul><ul><li><ul></ul></ul><ol start=99999999999><li>words</ol>",
        "<html><ul></ul><ol></ol><ul><table><tr></table>words</ul>",
    ] {
        assert!(of(odd).1.contains("words"), "{odd}");
    }
}

#[test]
fn html_nested_without_end_ends() {
    for tag in ["<div>", "<table><tr><td>", "<b>", "<a href=x>"] {
        let paper = format!("<html>{}", tag.repeat(20_000));
        let mut reading = crate::stage::reading(paper.into_bytes());
        let outcome = reading.open(None).unwrap();
        println!("{tag}: {outcome:?}");
    }
}

#[test]
fn what_is_nothing_is_kept_and_not_read() {
    assert_eq!(refusal(&b"\0\x01\x02\x03\x04"[..]), Reason::Refused(Refusal::FormatUnknown));
    assert_eq!(refusal(&b"\x7fELF\x02\x01\x01\0\0"[..]), Reason::Refused(Refusal::FormatUnknown));
    assert_eq!(refusal(&b""[..]), Reason::Refused(Refusal::NoPages));
}
