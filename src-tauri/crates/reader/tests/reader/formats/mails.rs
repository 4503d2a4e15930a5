//! Mail: heads, bodies, attachments as they were sent.

use reader::paper::{Format, Role, sheet};
use reader::process::{Outcome, Reason};
use reader::talk::Refusal;

use super::{opened, part, plain};
use crate::stage::read;

const MAIL: &str = "Return-Path: <bounce@mailer.example>\r\n\
Authentication-Results: mx.platform.example; spf=fail\r\n  smtp.mailfrom=mailer.example\r\n\
Received: from a by b; Mon, 9 Nov 2026 10:00:00 -0500\r\n\
From: =?utf-8?q?Zo=C3=AB_Ortiz?= <zoe.ortiz@agency.example>\r\n\
Reply-To: answers@elsewhere.example\r\n\
To: legal@platform.example, \"Doe, Jane\" <jane@platform.example>\r\n\
Subject: Administrative subpoena\r\n 4471\r\n\
Date: Mon, 9 Nov 2026 09:58:00 -0500\r\n\
MIME-Version: 1.0\r\n\
Content-Type: multipart/mixed; boundary=\"x\"\r\n\r\n\
--x\r\nContent-Type: multipart/alternative; boundary=\"y\"\r\n\r\n\
--y\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nPlease find attached.\r\n\r\n\
--y\r\nContent-Type: text/html\r\n\r\n<p>Please find <a href=\"http://a.example\">attached</a>.</p>\r\n--y--\r\n\
--x\r\nContent-Type: text/plain; charset=iso-8859-1; name=\"../../etc/na\u{202e}me.txt\"\r\n\
Content-Disposition: attachment; filename=\"../../etc/na\u{202e}me.txt\"\r\n\
Content-Transfer-Encoding: quoted-printable\r\n\r\nZo=EB\r\n\
--x\r\nContent-Type: message/rfc822\r\n\r\nFrom: inner@agency.example\r\nTo: b@c.example\r\nSubject: inner\r\n\r\nInner words.\r\n\
--x\r\nContent-Type: application/pdf; name=\"order.pdf\"\r\nContent-Disposition: attachment\r\n\
Content-Transfer-Encoding: base64\r\n\r\nJVBERi0xLjQK\r\n--x--\r\n";

#[test]
fn a_mail_says_who_sent_it_and_what_is_attached() {
    let (mut reading, contents) = opened(MAIL);
    assert_eq!(contents.format, Format::Mail);
    let head = contents.head.as_ref().unwrap();
    assert_eq!(head.from[0].name.as_deref(), Some("Zo\u{eb} Ortiz"));
    assert_eq!(head.subject.as_deref(), Some("Administrative subpoena 4471"));
    assert_eq!(head.date.as_deref(), Some("2026-11-09T09:58:00-05:00"));
    assert_eq!(head.to.len(), 2);
    assert_eq!(head.authentication, vec!["mx.platform.example; spf=fail smtp.mailfrom=mailer.example"]);
    assert_eq!(head.received.len(), 1);
    assert_eq!(head.other_domains(), vec!["elsewhere.example", "mailer.example"]);

    let text = plain(&mut reading);
    assert!(text.contains("From: Zo\u{eb} Ortiz <zoe.ortiz@agency.example>"), "{text}");
    assert!(text.ends_with("Please find attached.\n"), "{text}");

    let roles: Vec<Role> = contents.parts.iter().map(|part| part.role).collect();
    assert_eq!(roles, vec![Role::Alternative, Role::Attached, Role::Attached, Role::Attached]);
    assert_eq!(part(&mut reading, &contents.parts[1]), b"Zo\xeb", "as it was sent, not as it was understood");
    assert_eq!(contents.parts[1].name.as_deref(), Some("../../etc/na\u{202e}me.txt"), "a name is text to be shown");
    let inner = part(&mut reading, &contents.parts[2]);
    assert!(inner.starts_with(b"From: inner@agency.example"), "{}", String::from_utf8_lossy(&inner));
    assert_eq!(contents.parts[2].name.as_deref(), Some("inner"));
    assert_eq!(part(&mut reading, &contents.parts[3]), b"%PDF-1.4\n");
    assert_eq!(contents.parts[3].media_type.as_deref(), Some("application/pdf"));

    let (mut inner, contents) = opened(inner);
    assert!(contents.parts.is_empty());
    assert!(plain(&mut inner).contains("Inner words."));
}

#[test]
fn words_of_a_mail_have_places() {
    let (mut reading, _) = opened(MAIL);
    let page = read(reading.page_text(0));
    assert_eq!((page.width, page.height), (sheet::WIDTH, sheet::HEIGHT));
    let word = page.words().find(|word| word.text == "attached.").unwrap();
    assert_eq!(word.rect.left, sheet::MARGIN + 12.0 * sheet::ADVANCE);
    assert_eq!(word.edges.len(), 10);
    let (facts, pages) = read(reading.facts(0, 5));
    assert_eq!((facts.embedded_files, pages.len(), pages[0].needs_recognition), (4, 1, false));
}

/// The window shows the words where they stand; there is no picture of them.
#[test]
fn a_mail_has_no_picture() {
    let (mut reading, _) = opened(MAIL);
    let refused = Outcome::Unreadable(Reason::Refused(Refusal::NoPicture));
    assert_eq!(reading.page_image(0, 1.0).unwrap(), refused);
    assert!(matches!(reading.scan(0).unwrap(), Outcome::Unreadable(Reason::Refused(Refusal::NoPicture))));
    let nothing = reading.part(99, &mut Vec::new()).unwrap();
    assert_eq!(nothing, Outcome::Unreadable(Reason::Refused(Refusal::NoSuchPart)));
}

#[test]
fn html_alone_is_read_as_text_and_nothing_is_fetched() {
    let mail = "From: a@b.example\r\nTo: c@d.example\r\nSubject: x\r\nContent-Type: text/html\r\n\r\n\
        <html><body><h1>Demand</h1><p>Produce <b>records</b></p><img src=\"http://track.example/p.gif\">\
        <script>alert(1)</script></body></html>";
    let (mut reading, contents) = opened(mail);
    let text = plain(&mut reading);
    assert!(text.contains("Demand\n") && text.contains("Produce records") && !text.contains("alert"), "{text}");
    assert_eq!(contents.remote, 1);
    assert_eq!(read(reading.facts(0, 1)).0.scripts, 1);
}

#[test]
fn a_mailbox_is_a_list_of_mails() {
    let message = |name: &str| {
        format!(
            "From {name}@b.example Mon Nov  9 10:00:00 2026\nFrom: {name}@b.example\nTo: c@d.example\nSubject: about {name}\n\nWords of {name}.\n\n"
        )
    };
    let (mut reading, contents) = opened(message("ann") + &message("bob"));
    assert_eq!((contents.format, contents.parts.len()), (Format::Mailbox, 2));
    assert_eq!(contents.parts[1].name.as_deref(), Some("about bob"));
    let text = plain(&mut reading);
    assert!(text.contains("ann@b.example") && text.contains("about bob"), "{text}");
    let second = part(&mut reading, &contents.parts[1]);
    let (mut second, contents) = opened(second);
    assert_eq!(contents.format, Format::Mail);
    assert!(plain(&mut second).contains("Words of bob."));
}

/// Larger than one piece, and then more than a sink takes.
#[test]
fn a_part_comes_in_pieces() {
    let line = "QUJD".repeat(18) + "\r\n";
    let mail = format!(
        "From: a@b.example\r\nTo: c@d.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n\
         --x\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment; filename=big.bin\r\n\
         Content-Transfer-Encoding: base64\r\n\r\n{}--x--\r\n",
        line.repeat(60_000)
    );
    let (mut reading, contents) = opened(mail);
    let bytes = part(&mut reading, &contents.parts[0]);
    assert_eq!(bytes.len(), 54 * 60_000);
    assert!(bytes.chunks_exact(3).all(|three| three == b"ABC"));

    struct Full;
    impl std::io::Write for Full {
        fn write(&mut self, _: &[u8]) -> std::io::Result<usize> {
            Err(std::io::Error::other("full"))
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    assert_eq!(reading.part(0, &mut Full).unwrap(), Outcome::Unreadable(Reason::Cancelled));
    assert_eq!(part(&mut reading, &contents.parts[0]).len(), bytes.len(), "the next question is asked of a new reader");
}
