//! Papers made here, of which every place is known.

use reader::paper::{Hidden, PageText, Rect, Word};
use reader::process::{Outcome, Reason};
use reader::talk::Refusal;

use crate::stage::{one_page, page_with, pdf, read, reading};

fn text(content: &str, besides: &str) -> PageText {
    read(reading(one_page(content, besides)).page_text(0))
}

fn words(content: &str) -> Vec<String> {
    text(content, "").words().map(|word| word.text.clone()).collect()
}

fn word<'a>(text: &'a PageText, wanted: &str) -> &'a Word {
    text.words().find(|word| word.text == wanted).unwrap_or_else(|| panic!("{wanted} in {}", text.plain()))
}

fn near(rect: Rect, left: f32, top: f32, right: f32, bottom: f32) {
    let sides = [(rect.left, left), (rect.top, top), (rect.right, right), (rect.bottom, bottom)];
    assert!(sides.iter().all(|(is, due)| (is - due).abs() < 1.0), "{rect:?}, not {left} {top} {right} {bottom}");
}

#[test]
fn words_come_with_their_places() {
    let text = text("BT /F 20 Tf 100 692 Td (Case No. 3:26-mc-80123) Tj ET", "");
    assert_eq!(text.plain(), "Case No. 3:26-mc-80123\n");
    assert_eq!((text.width, text.height), (612.0, 792.0));
    // Helvetica: C 722, a 556, s 500, e 556 of a thousand.
    let case = word(&text, "Case");
    near(case.rect, 100.0, 84.4, 146.7, 104.4);
    let edges = [100.0, 114.4, 125.6, 135.6, 146.7];
    assert!(case.edges.iter().zip(edges).all(|(is, due)| (is - due).abs() < 0.1), "{:?}", case.edges);
    assert_eq!(case.hidden, None);
}

#[test]
fn kerning_is_no_space_and_a_wide_step_is_one() {
    assert_eq!(words("BT /F 12 Tf 72 700 Td [(Pro) -40 (duce) -280 (rec) 15 (ords)] TJ ET"), ["Produce", "records"]);
    assert_eq!(words("BT /F 12 Tf 1 Tc 72 700 Td (wide open) Tj ET"), ["wide", "open"]);
    assert_eq!(words("BT /F 12 Tf 72 700 Td (one) Tj 0 -14 Td (two) Tj ET"), ["one", "two"]);
    assert_eq!(words("BT /F 12 Tf 50 Tz 72 700 Td (narrow but whole) Tj ET"), ["narrow", "but", "whole"]);
}

#[test]
fn what_is_drawn_twice_to_look_bold_is_read_once() {
    assert_eq!(words("BT /F 12 Tf 72 700 Td (Order) Tj 0.3 0 Td (Order) Tj ET"), ["Order"]);
    assert_eq!(words("BT /F 12 Tf 2 Tr 72 700 Td (Order) Tj ET"), ["Order"]);
}

#[test]
fn a_turned_page_is_read_as_a_person_sees_it() {
    let text = text("BT /F 20 Tf 100 692 Td (Case) Tj ET", "/Rotate 90");
    assert_eq!((text.width, text.height), (792.0, 612.0));
    assert_eq!(text.lines[0].turn, 90);
    // (x, y) of the paper stands at (y, x) from the top left after a quarter turn clockwise.
    near(text.lines[0].rect, 687.6, 100.0, 707.6, 146.7);
}

#[test]
fn a_page_may_be_cut_and_moved() {
    let text = text("BT /F 20 Tf 100 692 Td (Case) Tj ET", "/CropBox [50 100 562 742]");
    assert_eq!((text.width, text.height), (512.0, 642.0));
    near(word(&text, "Case").rect, 50.0, 34.4, 96.7, 54.4);
}

#[test]
fn text_may_run_in_any_direction() {
    let up = text("BT /F 20 Tf 0 1 -1 0 100 300 Tm (upwards) Tj ET", "");
    assert_eq!(up.lines[0].turn, 270);
    let edges = &word(&up, "upwards").edges;
    assert!(edges.windows(2).all(|pair| pair[1] < pair[0]), "{edges:?}");
    let aslant = text("BT /F 20 Tf 0.866 0.5 -0.5 0.866 100 300 Tm (on a slope) Tj ET", "");
    assert_eq!(aslant.lines[0].turn, 330);
    assert_eq!(aslant.plain(), "on a slope\n");
}

#[test]
fn columns_of_running_text_are_read_one_after_the_other() {
    let mut content =
        String::from("BT /F 10 Tf 72 740 Td (A heading that runs across both of the columns of this page) Tj ET\n");
    for line in 0..8 {
        let y = 700 - line * 14;
        for (x, side) in [(72, "left"), (320, "right")] {
            content += &format!("BT /F 10 Tf {x} {y} Td ({side} column has its line number {line} here) Tj ET\n");
        }
    }
    let text = text(&content, "").plain();
    let sides: Vec<&str> = text.lines().skip(1).map(|line| line.split(' ').next().unwrap()).collect();
    assert_eq!(sides, [["left"; 8], ["right"; 8]].concat(), "{text}");
}

#[test]
fn a_form_is_read_across() {
    let mut content = String::new();
    for (line, (label, value)) in
        [("Name", "A. Rivera"), ("Served", "by mail"), ("Date", "March 3"), ("Fee", "none"), ("Place", "San Diego")]
            .iter()
            .enumerate()
    {
        let y = 700 - line * 20;
        content += &format!("BT /F 10 Tf 72 {y} Td ({label}) Tj ET BT /F 10 Tf 250 {y} Td ({value}) Tj ET\n");
    }
    let text = text(&content, "").plain();
    assert!(text.starts_with("Name\nA. Rivera\nServed\nby mail\n"), "{text}");
}

#[test]
fn what_hides_is_told_apart() {
    let content = "BT /F 12 Tf 72 700 Td (plain) Tj ET \
        BT /F 12 Tf 3 Tr 72 660 Td (unseen) Tj ET \
        BT /F 12 Tf 0 Tr 72 620 Td (barred) Tj ET 0 g 60 610 100 30 re f \
        BT /F 12 Tf 72 580 Td (beside) Tj ET 0 g 300 570 100 30 re f \
        BT /F 12 Tf 72 -300 Td (outside) Tj ET";
    let mut reading = reading(one_page(content, ""));
    let text = read(reading.page_text(0));
    assert_eq!(text.plain(), "plain\nunseen\nbarred\nbeside\n");
    assert_eq!(word(&text, "plain").hidden, None);
    assert_eq!(word(&text, "unseen").hidden, Some(Hidden::Invisible));
    assert_eq!(word(&text, "barred").hidden, Some(Hidden::Covered));
    assert_eq!(word(&text, "beside").hidden, None);
    let (_, pages) = read(reading.facts(0, 1));
    let count = pages[0].characters;
    assert_eq!((count.shown, count.invisible, count.covered, count.outside), (11, 6, 6, 7));
    assert_eq!(pages[0].words, 4);
    assert!(!pages[0].needs_recognition);
}

/// Drawn so that nobody sees it: ink of the colour of its ground.
#[test]
fn ink_on_its_own_colour_is_hidden() {
    let content = "0 g 60 690 200 30 re f BT /F 12 Tf 0 g 72 700 Td (barred) Tj ET \
        BT /F 12 Tf 0 g 72 500 Td (struck) Tj ET 14 w 0 G 70 505 m 120 505 l S \
        0 g 60 640 200 30 re f BT /F 12 Tf 1 g 72 650 Td (reversed) Tj ET \
        BT /F 12 Tf 1 g 72 600 Td (white) Tj ET \
        0 g 60 540 30 30 re f BT /F 12 Tf 0 g 62 550 Td (Yes) Tj 20 0 Td (.) Tj ET";
    let text = text(content, "");
    assert_eq!(word(&text, "barred").hidden, Some(Hidden::Covered));
    assert_eq!(word(&text, "struck").hidden, Some(Hidden::Covered));
    assert_eq!(word(&text, "reversed").hidden, None);
    assert_eq!(word(&text, "white").hidden, Some(Hidden::Covered));
    assert_eq!(word(&text, "Yes.").hidden, Some(Hidden::Covered));
}

#[test]
fn a_stamp_over_a_stamp_is_two_lines() {
    let content = "BT /F 12 Tf 72 700 Td (Case 4:08-cv-02214 Document 26) Tj ET \
        BT /F 12 Tf 75 700.5 Td (Filed by mistake on that day) Tj ET";
    assert_eq!(text(content, "").plain(), "Case 4:08-cv-02214 Document 26\nFiled by mistake on that day\n");
}

#[test]
fn what_a_paper_says_instead_of_what_it_draws_is_read() {
    let content = "BT /F 12 Tf 72 700 Td (of) Tj /Span << /ActualText <FEFF00660069> >> BDC (x) Tj EMC (ce) Tj ET";
    assert_eq!(words(content), ["office"]);
    let several = "BT /F 12 Tf 72 700 Td /Span << /ActualText (two words) >> BDC (xyz) Tj EMC ET";
    assert_eq!(words(several), ["two", "words"]);
}

#[test]
fn what_is_read_from_right_to_left_comes_as_it_is_read() {
    let letter = |code: &str| format!("/Span << /ActualText <FEFF{code}> >> BDC (x) Tj EMC");
    // As they stand, from the left: the last letter first.
    let stands = ["05DD", "05D5", "05DC", "05E9"].map(letter).concat();
    let content = format!("BT /F 12 Tf 72 700 Td (.) Tj {stands} ( ) Tj {stands} ET");
    let text = text(&content, "");
    assert_eq!(text.plain(), "\u{5e9}\u{5dc}\u{5d5}\u{5dd} \u{5e9}\u{5dc}\u{5d5}\u{5dd}.\n");
    let edges = &text.lines[0].words[0].edges;
    assert!(edges.windows(2).all(|pair| pair[1] < pair[0]), "{edges:?}");
    let edges = &text.lines[0].words[0].edges;
    assert!(edges.windows(2).all(|pair| pair[1] < pair[0]), "{edges:?}");
}

#[test]
fn a_picture_of_a_page_needs_recognition() {
    let image = "q 612 0 0 792 0 0 cm BI /W 1 /H 1 /BPC 8 /CS /G ID \x40 EI Q";
    let (_, pages) = read(reading(one_page(image, "")).facts(0, 1));
    assert_eq!((pages[0].pictures, pages[0].words), (1, 0));
    assert!(pages[0].needs_recognition && pages[0].picture_share > 0.99);
}

/// The picture and the rectangles are one system: the letters are where they are said to be.
#[test]
fn the_picture_agrees_with_the_places() {
    for besides in ["", "/Rotate 90", "/Rotate 180", "/Rotate 270", "/CropBox [50 100 562 742]"] {
        let mut reading = reading(one_page("BT /F 20 Tf 100 692 Td (MMMMMM) Tj ET", besides));
        let text = read(reading.page_text(0));
        let image = read(reading.page_image(0, 2.0));
        assert_eq!((image.width, image.height), ((text.width * 2.0) as u32, (text.height * 2.0) as u32));
        let mut decoder = png::Decoder::new(std::io::Cursor::new(&image.png)).read_info().unwrap();
        let mut pixels = vec![0; decoder.output_buffer_size().unwrap()];
        let info = decoder.next_frame(&mut pixels).unwrap();
        assert_eq!(info.color_type, png::ColorType::Grayscale, "{besides}");
        let rect = text.lines[0].rect;
        let (mut inside, mut outside) = (0, 0);
        for (at, _) in pixels.iter().enumerate().filter(|(_, grey)| **grey < 128) {
            let x = (at % image.width as usize) as f32 / image.scale;
            let y = (at / image.width as usize) as f32 / image.scale;
            let within = (rect.left..rect.right).contains(&x) && (rect.top..rect.bottom).contains(&y);
            *if within { &mut inside } else { &mut outside } += 1;
        }
        assert!(inside > 1_000 && outside == 0, "{besides}: {inside} inside, {outside} outside");
    }
}

#[test]
fn a_picture_keeps_within_its_limits() {
    let mut reading = reading(one_page("BT /F 20 Tf 100 692 Td (M) Tj ET", "/MediaBox [0 0 20 4000]"));
    let image = read(reading.page_image(0, 1_000.0));
    assert!(image.height <= 10_000 && image.height > 9_990, "{}", image.height);
    assert!((image.scale - 2.5).abs() < 0.01);
    for scale in [0.0, -1.0] {
        assert_eq!(reading.page_image(0, scale).unwrap(), Outcome::Unreadable(Reason::Refused(Refusal::TooLarge)));
    }
}

#[test]
fn what_is_no_paper_is_refused() {
    for paper in [&b""[..], b"%PDF-1.7\n%%EOF", &[0; 5_000]] {
        let outcome = reading(paper.to_vec()).open(None).unwrap();
        let Outcome::Unreadable(Reason::Refused(why)) = outcome else { panic!("{outcome:?}") };
        assert!([Refusal::Damaged, Refusal::NoPages, Refusal::FormatUnknown].contains(&why), "{why:?}");
    }
}

#[test]
fn what_a_paper_would_do_is_told() {
    let catalog = "/OpenAction << /S /JavaScript /JS (app.alert(1)) >> \
        /PageLabels << /Nums [0 << /S /r /St 4 /P (App. ) >>] >> \
        /Outlines << /First << /Title (Exhibit A) /Dest [3 0 R /Fit] \
        /First << /Title (Within) /A << /S /GoTo /D [0 /Fit] >> >> >> >>";
    let annotations = "/Annots [ \
        << /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (https://example.org/a) >> >> \
        << /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /URI /URI (https://example.org/a) >> >> \
        << /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /Launch /F (calc.exe) >> >> ]";
    let paper = page_with("BT /F 12 Tf 72 700 Td (x) Tj ET", annotations, catalog);
    let (facts, pages) = read(reading(paper).facts(0, 1));
    assert_eq!((facts.scripts, facts.launches, facts.links, facts.embedded_files), (1, 1, 2, 0));
    assert_eq!(facts.addresses, ["https://example.org/a"]);
    assert_eq!((facts.signatures, facts.later_revisions, facts.encrypted, facts.whole), (0, 0, false, true));
    assert_eq!(pages[0].label.as_deref(), Some("App. iv"));
    let outline: Vec<_> = facts.outline.iter().map(|entry| (entry.title.as_str(), entry.depth, entry.page)).collect();
    assert_eq!(outline, [("Exhibit A", 0, Some(0)), ("Within", 1, Some(0))]);
}

#[test]
fn a_circle_has_an_end() {
    let paper = pdf(&[
        "<< /Type /Catalog /Pages 2 0 R /Outlines 4 0 R /PageLabels 5 0 R >>".into(),
        "<< /Type /Pages /Kids [3 0 R 2 0 R] /Count 2 /MediaBox [0 0 612 792] >>".into(),
        "<< /Type /Page /Parent 2 0 R >>".into(),
        "<< /First 6 0 R >>".into(),
        "<< /Kids [5 0 R 5 0 R] /Nums [0 << /S /D >>] >>".into(),
        "<< /Title (round) /Next 7 0 R >>".into(),
        "<< /Title (and round) /Next 6 0 R >>".into(),
    ]);
    let (facts, pages) = read(reading(paper).facts(0, 9));
    assert_eq!((facts.pages, pages.len()), (1, 1));
    assert_eq!(facts.outline.len(), 2);
    assert_eq!(pages[0].label.as_deref(), Some("1"));
}
