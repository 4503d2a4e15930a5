//! Whole pages, from words with places to what is offered.

mod cells;
mod sentences;

use matter::demand::Instrument;

use super::typed::{column, page, tight};
use super::{Class, Field, Patterns, Suggestions, Value, suggest};
use crate::paper::PageText;

fn read(page: PageText) -> Suggestions {
    suggest(&[page], &Patterns::default())
}

fn quotes(suggestions: &Suggestions, field: Field) -> Vec<&str> {
    suggestions.fields.iter().filter(|one| one.field == field).map(|one| one.quote.as_str()).collect()
}

/// A form in one column, as wide from line to line as a person who types it leaves room.
const PLAIN: [&str; 9] = [
    "U.S. DEPARTMENT OF HOMELAND SECURITY",
    "IMMIGRATION ENFORCEMENT SUBPOENA",
    "Subpoena Number: HSI-LA-2026-00417",
    "To: Example Platform, Inc.",
    "8 U.S.C. 1225(d)(4)(A), 8 C.F.R. 287.4",
    "YOU ARE HEREBY COMMANDED to produce the records described below.",
    "Username: @river_lantern_88",
    "If you fail to comply, an order of a United States District Court may be sought,",
    "and failure to obey that order may be punished as contempt.",
];

#[test]
fn low_words_of_recognised_text_are_no_small_print() {
    for page in [column(24.0, PLAIN), tight(column(24.0, PLAIN))] {
        let found = read(page);
        assert_eq!(quotes(&found, Field::Recipient), ["Example Platform, Inc."]);
        assert_eq!(quotes(&found, Field::Identifier), ["@river_lantern_88"]);
        assert_eq!(quotes(&found, Field::Warning), [PLAIN[7..].join(" ")]);
    }
}

#[test]
fn what_two_readings_of_a_scan_differ_on_is_not_offered() {
    let unsure = |words: &[&str]| {
        let mut page = tight(column(24.0, PLAIN));
        for word in page.lines.iter_mut().flat_map(|line| &mut line.words) {
            word.unsure = words.contains(&word.text.as_str());
        }
        read(page)
    };
    let fields = [Field::SubpoenaNumber, Field::Recipient, Field::Identifier];
    let offered = |found: &Suggestions| fields.map(|field| !quotes(found, field).is_empty());
    assert_eq!(offered(&unsure(&[])), [true, true, true]);
    assert_eq!(offered(&unsure(&["HSI-LA-2026-00417"])), [false, true, true]);
    assert_eq!(offered(&unsure(&["Platform,"])), [true, false, true]);
    assert_eq!(offered(&unsure(&["To:", "Number:", "Username:"])), [true, true, true], "words of labels are folded");
    // A person sees a slip in a long text; a text full of them is none.
    assert_eq!(quotes(&unsure(&["comply,", "contempt."]), Field::Warning).len(), 1);
    assert!(quotes(&unsure(&["you", "fail", "comply,", "order", "United", "contempt."]), Field::Warning).is_empty());
}

#[test]
fn a_mark_that_two_readings_differ_on_ticks_no_box() {
    let offered = |doubted: &str| {
        let mut lines = PLAIN;
        lines[5] = "YOU ARE HEREBY COMMANDED TO: [X] (A) APPEAR [ ] (B) PRODUCE";
        let mut page = tight(column(24.0, lines));
        for word in page.lines.iter_mut().flat_map(|line| &mut line.words) {
            word.unsure = word.text == doubted;
        }
        let found = read(page);
        [Field::Appear, Field::Produce].map(|field| {
            found.fields.iter().find(|one| one.field == field).map(|one| one.value == Value::Ticked { ticked: true })
        })
    };
    assert_eq!(offered("none"), [Some(true), Some(false)]);
    for doubted in ["[X]", "[", "]", "APPEAR"] {
        assert_eq!(offered(doubted), [None, None], "{doubted}: one box is told by the other");
    }
    // "You are (not) commanded to produce".
    let sentence = |doubted: &str| {
        let mut page = column(24.0, PLAIN);
        for word in page.lines.iter_mut().flat_map(|line| &mut line.words) {
            word.unsure = word.text == doubted;
        }
        quotes(&read(page), Field::Produce).len()
    };
    assert_eq!((sentence("none"), sentence("COMMANDED")), (1, 0));
}

#[test]
fn a_page_askew_is_read_as_a_level_one() {
    // By a degree and a half either way, about its middle, as the engine gives its words: boxes upright around letters.
    for degrees in [-1.5_f32, 1.5] {
        let (sin, cos) = degrees.to_radians().sin_cos();
        let mut page = tight(column(24.0, PLAIN));
        for line in &mut page.lines {
            line.turn = if degrees < 0.0 { 359 } else { 1 };
            for word in &mut line.words {
                let (x, y) = (f32::midpoint(word.rect.left, word.rect.right) - 306.0, word.rect.bottom - 396.0);
                let (right, down) = (x * cos - y * sin - x, x * sin + y * cos - y);
                word.rect.left += right;
                word.rect.right += right;
                word.rect.top += down;
                word.rect.bottom += down;
                word.edges.iter_mut().for_each(|edge| *edge += right);
            }
            line.rect = line.words.iter().map(|word| word.rect).reduce(crate::paper::Rect::around).unwrap();
        }
        let found = read(page);
        assert_eq!(quotes(&found, Field::Recipient), ["Example Platform, Inc."], "{degrees}");
        assert_eq!(quotes(&found, Field::SubpoenaNumber), ["HSI-LA-2026-00417"], "{degrees}");
        assert_eq!(quotes(&found, Field::Identifier), ["@river_lantern_88"], "{degrees}");
        assert_eq!(quotes(&found, Field::Warning), [PLAIN[7..].join(" ")], "{degrees}");
    }
}

#[test]
fn records_that_lost_their_marks_are_read_line_under_line() {
    let records = ["subscriber name", "billing and mailing addresses", "means and source of payment"];
    let rows = |lines: &'static [&'static str]| {
        let head = PLAIN.iter().take(6).enumerate().map(|(at, text)| (72.0, 72.0 + 16.0 * at as f32, *text));
        let below = lines.iter().enumerate().map(|(at, text)| (72.0, 200.0 + 16.0 * at as f32, *text));
        head.chain(below).collect::<Vec<_>>()
    };
    let lines = rows(&["Annex", "subscriber name", "billing and mailing addresses", "means and source of payment"]);
    let found = read(page(0, lines.iter().copied()));
    assert_eq!(quotes(&found, Field::Record), records);
    // Words for what stands beside them are no records.
    let table =
        lines.iter().copied().chain([(300.0, 216.0, "Example"), (300.0, 232.0, "Street"), (300.0, 248.0, "card")]);
    assert!(quotes(&read(page(0, table)), Field::Record).is_empty());
}

fn time_of<'t>(cells: impl IntoIterator<Item = (f32, &'t str)>) -> Option<String> {
    let head = PLAIN.iter().take(4).enumerate().map(|(at, text)| (72.0, 72.0 + 20.0 * at as f32, *text));
    let row = cells.into_iter().map(|(left, text)| (left, 240.0, text));
    let found = read(page(0, head.chain([(72.0, 200.0, "YOU ARE HEREBY COMMANDED to produce records.")]).chain(row)));
    found.fields.into_iter().find_map(|one| match one.value {
        Value::Time { time } => Some(time.to_string()),
        _ => None,
    })
}

#[test]
fn halves_of_the_day_in_cells() {
    let at = |time: &str| Some(time.to_owned());
    // One after the other, each in a cell of its own: from the time to the last of them it is far.
    let cells = |texts: [&'static str; 4]| {
        [80.0, 200.0, 250.0, 300.0, 350.0].into_iter().zip(["Time: 9:00"].into_iter().chain(texts))
    };
    assert_eq!(time_of(cells(["[X]", "a.m.", "[ ]", "p.m."])), at("09:00:00"));
    assert_eq!(time_of(cells(["[ ]", "a.m.", "[X]", "p.m."])), at("21:00:00"));
    assert_eq!(time_of(cells(["a.m.", "[X]", "p.m.", "[ ]"])), at("09:00:00"));
    assert_eq!(time_of(cells(["a.m.", "[ ]", "p.m.", "[X]"])), at("21:00:00"));
    // Both in the time's own cell.
    assert_eq!(time_of([(80.0, "Time: 9:00 a.m. [X] p.m. [ ]")]), at("09:00:00"));
    assert_eq!(time_of([(80.0, "Time: 9:00 [ ] a.m. [X] p.m.")]), at("21:00:00"));
    // Drawn boxes leave no text: a mark is that of the word it stands at.
    assert_eq!(time_of([(80.0, "Time: 9:00 a.m."), (230.0, "X p.m.")]), at("21:00:00"));
    assert_eq!(time_of([(80.0, "Time: 9:00 a.m. X"), (230.0, "p.m.")]), at("09:00:00"));
    assert_eq!(time_of([(80.0, "Time: 9:00 a.m. X p.m.")]), None);
    assert_eq!(time_of([(80.0, "Time: 9:00"), (200.0, "a.m."), (250.0, "p.m.")]), None);
}

#[test]
fn an_immigration_judges_subpoena_is_no_form_of_the_agency() {
    let judges = [
        "U.S. DEPARTMENT OF JUSTICE",
        "EXECUTIVE OFFICE FOR IMMIGRATION RE\u{ad}",
        "VIEW",
        "SUBPOENA",
        "Subpoena Number: 26-00417",
        "To: Example Platform, Inc.",
        "In the matter of a removal proceeding of the Department of Homeland Security",
        "YOU ARE HEREBY COMMANDED to produce the records described below, 8 U.S.C. 1225(d).",
        "Enforcement of the immigration laws, 8 C.F.R. 287.4",
    ];
    assert_eq!(read(column(16.0, judges)).class, None);
    let agencys = read(column(16.0, PLAIN)).class.map(|classed| classed.class);
    assert_eq!(agencys, Some(Class::Demand { instrument: Instrument::I138 }));
}

/// Words of labels all over a page, as many as a hostile paper likes: it has to end, and nothing is believed of it.
#[test]
fn a_page_full_of_labels_ends() {
    let words =
        ["To:", "Date:", "Title", "(name)", "Name:", "Records", "Phone:", "before whom", "Issued", "No. 26-0041"];
    let spread = |at: usize| (24.0 + 90.0 * (at % 6) as f32, 60.0 + 0.2 * (at / 6) as f32);
    let heaped = |at: usize| (100.0 + (at % 3) as f32, 100.0 + 0.01 * at as f32);
    let one_line = |at: usize| (24.0 + 90.0 * at as f32, 100.0);
    let places: [&dyn Fn(usize) -> (f32, f32); 3] = [&spread, &heaped, &one_line];
    for place in places {
        let lines = (0..20_000).zip(words.iter().cycle()).map(|(at, word)| (place(at).0, place(at).1, *word));
        let head = PLAIN.iter().enumerate().map(|(at, text)| (72.0, 10.0 + 5.0 * at as f32, *text));
        let one: PageText = page(0, head.chain(lines));
        let many: Vec<PageText> = (0..40).map(|page| PageText { page, ..one.clone() }).collect();
        assert!(suggest(&many, &Patterns::default()).fields.len() < 4_000);
    }
}
