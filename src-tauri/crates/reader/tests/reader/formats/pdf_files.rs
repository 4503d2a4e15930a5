//! Files inside a PDF.

use reader::paper::{Format, Role};
use reader::process::{Outcome, Reason};
use reader::talk::Refusal;

use super::{opened, part};
use crate::stage::pdf;

#[test]
fn files_in_a_pdf_are_parts() {
    let (mut reading, contents) = opened(pdf(&[
        "<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [(a) 4 0 R] >> >> >>".into(),
        "<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 612 792] >>".into(),
        "<< /Type /Page /Parent 2 0 R >>".into(),
        "<< /Type /Filespec /F (../order.txt) /EF << /F 5 0 R >> >>".into(),
        "<< /Type /EmbeddedFile /Subtype /text#2Fplain /Params << /Size 5 >> /Filter /ASCIIHexDecode /Length 11 >>\n\
         stream\n776f726473>\nendstream"
            .into(),
    ]));
    assert_eq!((contents.format, contents.parts.len()), (Format::Pdf, 1));
    let file = &contents.parts[0];
    assert_eq!((file.name.as_deref(), file.claimed.as_deref()), (Some("../order.txt"), Some("text/plain")));
    assert_eq!((file.role, file.size), (Role::Embedded, 5));
    assert_eq!(part(&mut reading, file), b"words");
    let none = reading.part(1, &mut Vec::new()).unwrap();
    assert_eq!(none, Outcome::Unreadable(Reason::Refused(Refusal::NoSuchPart)));
}
