use super::{SNIFFED, extension, media_type};

#[test]
fn types_come_from_content() {
    assert_eq!(media_type(b""), "application/x-empty");
    assert_eq!(media_type(b"%PDF-1.7\n..."), "application/pdf");
    assert_eq!(media_type(b"\x00junk of a fax server\n%PDF-1.4\n"), "application/pdf");
    assert_eq!(media_type(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), "image/png");
    assert_eq!(media_type(b"Received: by mx\r\nSubject: demand\r\n\r\nbody"), "message/rfc822");
    assert_eq!(media_type(b"From a@b.example Mon\nReceived: by mx\nSubject: demand\n\nbody"), "application/mbox");
    assert_eq!(media_type(b"{\\rtf1\\ansi words}"), "application/rtf");
    assert_eq!(media_type(b"\n<!-- saved --><HTML><body>x"), "text/html");
    assert_eq!(media_type("plain words, h\u{e9}".as_bytes()), "text/plain");
    assert_eq!(media_type(b"\x00\x01\x02\x03"), "application/octet-stream");
}

#[test]
fn a_cut_character_at_the_end_of_the_sniffed_part_is_still_text() {
    let mut text = "a".repeat(SNIFFED - 1).into_bytes();
    text.push(0xc3);
    assert_eq!(media_type(&text), "text/plain");
}

#[test]
fn unknown_types_get_no_extension_of_their_own() {
    assert_eq!(extension("application/x-sh"), "bin");
    assert_eq!(extension("application/pdf"), "pdf");
}
