//! DOCX and XLSX: text, what leads outside, what is put in, bombs.

use reader::paper::{Format, Role};
use reader::process::Reason;
use reader::talk::Refusal;

use super::{opened, part, plain, refusal, zipped};
use crate::stage::read;

const W: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
    xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"";

fn word(body: &str, besides: &[(&str, &[u8])]) -> Vec<u8> {
    let document = format!("<?xml version=\"1.0\"?><w:document {W}><w:body>{body}</w:body></w:document>");
    let mut entries: Vec<(&str, &[u8])> =
        vec![("[Content_Types].xml", b"<Types/>"), ("word/document.xml", document.as_bytes())];
    entries.extend(besides);
    zipped(&entries)
}

fn p(text: &str) -> String {
    format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")
}

#[test]
fn a_docx_is_its_text() {
    let table = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Account</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>jane</w:t></w:r>\
        </w:p></w:tc></w:tr></w:tbl>";
    let parts = "<w:p><w:r><w:t>Sub</w:t></w:r><w:r><w:t>poena &amp; Zo&#235;</w:t><w:tab/><w:t>x</w:t></w:r></w:p>";
    let choice = "<mc:AlternateContent><mc:Choice><w:p><w:r><w:t>once</w:t></w:r></w:p></mc:Choice><mc:Fallback><w:p>\
        <w:r><w:t>twice</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent>";
    let deleted = "<w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>";
    let field = "<w:p><w:r><w:instrText>DDEAUTO cmd </w:instrText></w:r></w:p>";
    let body = format!("{parts}{table}{choice}{deleted}{field}{}", p("end"));
    let relations: &[u8] = b"<Relationships><Relationship Type=\"http://x/hyperlink\" TargetMode=\"External\" Target=\"http://a.example/\"/>\
        <Relationship Type=\"http://x/attachedTemplate\" TargetMode=\"External\" Target=\"http://b.example/t.dotm\"/></Relationships>";
    let note = format!("<w:footnotes {W}><w:footnote>{}</w:footnote></w:footnotes>", p("a note"));
    let besides: [(&str, &[u8]); 5] = [
        ("word/_rels/document.xml.rels", relations),
        ("word/footnotes.xml", note.as_bytes()),
        ("word/vbaProject.bin", b"macro"),
        ("word/embeddings/inner.pdf", b"%PDF-1.4\n"),
        ("docProps/core.xml", b"<p xmlns:dc=\"d\"><dc:title>A title</dc:title></p>"),
    ];
    let (mut reading, contents) = opened(word(&body, &besides));
    assert_eq!(contents.format, Format::Word);
    let text = plain(&mut reading);
    assert!(text.starts_with("Subpoena & Zo\u{eb}\nx\nAccount\njane\nonce\n"), "{text}");
    assert!(
        text.contains("end") && text.contains("a note") && !text.contains("twice") && !text.contains("gone"),
        "{text}"
    );
    let (facts, _) = read(reading.facts(0, 1));
    assert_eq!(facts.title.as_deref(), Some("A title"));
    assert_eq!((facts.scripts, facts.launches, facts.later_revisions), (1, 1, 1));
    assert_eq!(facts.addresses, vec!["http://a.example/", "http://b.example/t.dotm"]);
    assert_eq!((contents.remote, contents.parts.len(), contents.parts[0].role), (1, 1, Role::Embedded));
    assert_eq!(part(&mut reading, &contents.parts[0]), b"%PDF-1.4\n");
}

/// A billion laughs: XML that makes entities of entities. None but the five of XML is known.
#[test]
fn entities_do_not_grow() {
    let bomb = format!(
        "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]><w:document {W}><w:body>{}</w:body></w:document>",
        p("&b;&b;safe")
    );
    let file = zipped(&[("[Content_Types].xml", b"<Types/>"), ("word/document.xml", bomb.as_bytes())]);
    let (mut reading, _) = opened(file);
    assert_eq!(plain(&mut reading), "safe\n");
}

#[test]
fn a_bomb_is_refused() {
    let spaces = vec![b' '; 64 << 20];
    assert_eq!(refusal(word(&p("x"), &[("word/media/a.bin", &spaces)])), Reason::Refused(Refusal::Bomb));
}

#[test]
fn nesting_without_end_ends() {
    let deep = "<w:tbl><w:tr><w:tc>".repeat(100_000);
    let (_, contents) = opened(word(&deep, &[]));
    assert_eq!(contents.format, Format::Word);
    let (_, contents) = opened(word(&"<mc:Fallback>".repeat(100_000), &[]));
    assert_eq!(contents.format, Format::Word);
}

fn book(sheet: &str) -> Vec<u8> {
    let relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let workbook = format!(
        "<workbook xmlns=\"{main}\" xmlns:r=\"{relation}\"><sheets><sheet name=\"Accounts\" sheetId=\"1\" r:id=\"rId1\"/>\
         <sheet name=\"Aside\" sheetId=\"2\" state=\"hidden\" r:id=\"rId1\"/></sheets></workbook>"
    );
    let relations = format!(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" \
         Type=\"{relation}/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>"
    );
    let sheet = format!("<worksheet xmlns=\"{main}\"><sheetData>{sheet}</sheetData></worksheet>");
    let root = format!(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r\" \
         Type=\"{relation}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
    );
    zipped(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("_rels/.rels", root.as_bytes()),
        ("xl/workbook.xml", workbook.as_bytes()),
        ("xl/_rels/workbook.xml.rels", relations.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ])
}

#[test]
fn an_xlsx_is_its_cells() {
    let rows = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>handle</t></is></c><c r=\"B1\"><v>12.5</v></c></row>\
        <row r=\"3\"><c r=\"A3\" t=\"str\"><f>HYPERLINK(\"http://a\")</f><v>jane</v></c><c r=\"C3\" t=\"b\"><v>1</v></c></row>";
    let (mut reading, contents) = opened(book(rows));
    assert_eq!(contents.format, Format::Spreadsheet);
    let text = plain(&mut reading);
    assert_eq!(text, "Accounts\nhandle\n12.5\njane\nTRUE\nAside [hidden]\nhandle\n12.5\njane\nTRUE\n");
    let page = read(reading.page_text(0));
    assert_eq!(page.lines[1].rect.top, page.lines[2].rect.top, "cells of a row stand on one line");
}

/// Two cells at the far ends of a sheet: a table of all between them would be 17 billion cells.
#[test]
fn a_sheet_takes_no_more_room_than_its_cells() {
    let rows = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"1048576\"><c r=\"XFD1048576\"><v>2</v></c></row>";
    let (mut reading, _) = opened(book(rows));
    assert!(plain(&mut reading).starts_with("Accounts\n1\n2\n"));
}
