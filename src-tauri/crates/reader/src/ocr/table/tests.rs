use super::{Recognised, Scan};
use crate::paper::{Inside, Rect, TickBox, Unlikely};

const HEAD: &str = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n";

fn scan(skew: f32) -> Scan {
    Scan {
        page: 3,
        width: 2550,
        height: 3300,
        scale: 300.0 / 72.0,
        skew,
        page_width: 612.0,
        page_height: 792.0,
        boxes: Vec::new(),
        png: vec![],
    }
}

fn read(rows: &str, skew: f32) -> Result<Recognised, Unlikely> {
    Recognised::from_tables(format!("{HEAD}{rows}").as_bytes(), None, &scan(skew))
}

#[test]
fn words_get_places_on_the_page() {
    let rows = "4\t1\t1\t1\t1\t0\t300\t300\t600\t50\t-1\t\n\
        5\t1\t1\t1\t1\t1\t300\t300\t150\t50\t93.3\tSUBPOENA\n\
        5\t1\t1\t1\t1\t2\t460\t300\t140\t50\t41.0\tNo.\n\
        5\t1\t1\t1\t1\t3\t900\t300\t140\t50\t12\t4471\n\
        5\t1\t1\t1\t2\t1\t300\t400\t140\t50\t95\t \n";
    let page = read(rows, 0.0).unwrap();
    assert_eq!(page.text.plain(), "SUBPOENA No.\n4471\n", "a gap as wide as a column's ends a line");
    let first = page.text.words().next().unwrap();
    assert_eq!((first.rect.left, first.rect.top, first.rect.right, first.rect.bottom), (72.0, 72.0, 108.0, 84.0));
    assert_eq!((first.edges.len(), first.edges[0], first.edges[8]), (9, 72.0, 108.0));
}

#[test]
fn what_was_turned_back_is_turned_again() {
    let rows = "5\t1\t1\t1\t1\t1\t1270\t40\t10\t10\t90\ttop\n5\t1\t1\t1\t1\t2\t1290\t40\t10\t10\t90\tedge\n";
    let page = read(rows, 2.0).unwrap();
    let word = page.text.words().next().unwrap();
    // Turned clockwise, the top goes to the right.
    let x = f32::midpoint(word.rect.left, word.rect.right);
    assert!((x - (306.0 + 386.0 * 2.0_f32.to_radians().sin())).abs() < 1.0, "{x}");
    assert_eq!(page.text.lines[0].turn, 2);
}

#[test]
fn pages_that_lie_on_their_side_are_read_along_it() {
    let rows = "5\t1\t1\t1\t1\t1\t2000\t100\t40\t300\t90\tread\n5\t1\t1\t1\t1\t2\t2000\t420\t40\t300\t90\tdown\n\
        5\t1\t1\t1\t2\t1\t1900\t100\t40\t300\t90\talone\n";
    let page = read(rows, 0.0).unwrap();
    assert_eq!(page.text.lines.iter().map(|line| line.turn).collect::<Vec<_>>(), vec![90, 90]);
    let word = page.text.words().next().unwrap();
    assert_eq!((word.edges[0], word.edges[4]), (word.rect.top, word.rect.bottom));
}

#[test]
fn what_makes_no_sense_is_not_believed() {
    assert!(Recognised::from_tables(b"", None, &scan(0.0)).is_err());
    assert!(Recognised::from_tables(b"\xff\xfe", None, &scan(0.0)).is_err());
    assert_eq!(read("5\t1\t1\t1\t1\t1\t2500\t0\t100\t10\t90\tout\n", 0.0), Err(Unlikely::Place));
    assert_eq!(read("5\t1\t1\t1\t1\t1\t-5\t0\t100\t10\t90\tout\n", 0.0), Err(Unlikely::Place));
    assert_eq!(read("5\t1\t1\t1\t1\t1\t4294967295\t0\t100\t10\t90\tout\n", 0.0), Err(Unlikely::Place));
    assert_eq!(read("5\t1\t1\t1\t1\t1\t5\t0\t100\t10\tNaN\tout\n", 0.0), Err(Unlikely::Place));
    assert_eq!(read("5\t1\t1\n", 0.0), Err(Unlikely::Astray));
    let many = "5\t1\t1\t1\t1\t1\t5\t5\t5\t5\t90\ta\n".repeat(crate::paper::most::WORDS + 1);
    assert_eq!(read(&many, 0.0), Err(Unlikely::TooMuch));
    let controls = read("5\t1\t1\t1\t1\t1\t5\t5\t5\t5\t90\ta\u{7}b\u{1b}[2J\n", 0.0).unwrap();
    assert_eq!(controls.text.plain(), "ab[2J\n");
}

#[test]
fn boxes_of_the_picture_stand_among_the_words() {
    let rect = Rect { left: 240.0, top: 305.0, right: 280.0, bottom: 345.0 };
    let scan = Scan { boxes: vec![TickBox { rect, inside: Inside::Mark }], ..scan(0.0) };
    let rows = "5\t1\t1\t1\t1\t1\t245\t310\t30\t30\t20\tEJ\n5\t1\t1\t1\t1\t2\t300\t300\t150\t50\t93\tPRODUCE\n";
    let page = Recognised::from_tables(format!("{HEAD}{rows}").as_bytes(), None, &scan).unwrap();
    // What the engine took the box for is gone.
    assert_eq!(page.text.plain(), "☒ PRODUCE\n");
    let first = page.text.words().next().unwrap().rect;
    assert_eq!((first.left, first.right), (57.6, 67.2));
}

fn word(left: u32, width: u32, text: &str) -> String {
    format!("5\t1\t1\t1\t1\t1\t{left}\t300\t{width}\t50\t90\t{text}\n")
}

/// The words that stay unsure after both readings.
fn unsure(first: &[(u32, u32, &str)], second: Option<&[(u32, u32, &str)]>) -> String {
    let table = |rows: &[(u32, u32, &str)]| {
        let rows: String = rows.iter().map(|(left, width, text)| word(*left, *width, text)).collect();
        format!("{HEAD}{rows}").into_bytes()
    };
    let read = Recognised::from_tables(&table(first), second.map(table).as_deref(), &scan(0.0)).unwrap();
    read.text.words().filter(|word| word.unsure).map(|word| word.text.clone()).collect::<Vec<_>>().join(" ")
}

#[test]
fn what_two_readings_do_not_read_alike_is_unsure() {
    let first = [(300, 100, "ISS2026"), (420, 100, "José"), (540, 100, "officer’s")];
    assert_eq!(unsure(&first, Some(&first)), "");
    assert_eq!(unsure(&first, Some(&[(301, 98, "1SS2026"), (421, 99, "José"), (540, 100, "officer's")])), "ISS2026");
    assert_eq!(
        unsure(&first, Some(&[(420, 100, "Jose")])),
        "ISS2026 José officer’s",
        "a letter with its mark is another"
    );
    assert_eq!(
        unsure(&first, Some(&[(300, 100, "José"), (420, 100, "ISS2026"), (540, 100, "officer's")])),
        "ISS2026 José"
    );
    assert_eq!(unsure(&first, None), "ISS2026 José officer’s");
    assert_eq!(
        unsure(&[(300, 200, "a@b.example")], Some(&[(300, 60, "a@b."), (362, 138, "example")])),
        "",
        "parted only"
    );
    assert_eq!(unsure(&[(300, 60, "a@b."), (362, 138, "example")], Some(&[(300, 200, "a@b.example")])), "");
}

#[test]
fn a_word_that_only_the_second_reading_has_makes_those_beside_it_unsure() {
    let first = [(300, 100, "shall"), (470, 150, "produce"), (1200, 100, "records")];
    let second = [(300, 100, "shall"), (410, 50, "not"), (470, 150, "produce"), (1200, 100, "records")];
    assert_eq!(unsure(&first, Some(&second)), "shall produce");
    let specks = [(300, 100, "shall"), (410, 50, "."), (470, 150, "produce"), (1200, 100, "records")];
    assert_eq!(unsure(&first, Some(&specks)), "");
    // A typed mark that the first lost.
    let first = [(300, 150, "APPEAR"), (540, 150, "PRODUCE")];
    let ticked = [(300, 150, "APPEAR"), (480, 40, "[X]"), (540, 150, "PRODUCE")];
    assert_eq!(unsure(&first, Some(&ticked)), "APPEAR PRODUCE");
}

#[test]
fn what_the_second_reading_takes_a_box_for_is_no_word() {
    let rect = Rect { left: 240.0, top: 305.0, right: 280.0, bottom: 345.0 };
    let scan = Scan { boxes: vec![TickBox { rect, inside: Inside::Nothing }], ..scan(0.0) };
    let produce = word(300, 150, "PRODUCE");
    let second = format!("{HEAD}{}{produce}", word(242, 36, "LJ"));
    let page = Recognised::from_tables(format!("{HEAD}{produce}").as_bytes(), Some(second.as_bytes()), &scan).unwrap();
    assert_eq!(page.text.plain(), "☐ PRODUCE\n");
    assert!(page.text.words().all(|word| !word.unsure));
}

#[test]
fn a_second_table_that_is_none_or_of_giants_makes_all_unsure() {
    let first = format!("{HEAD}{}", word(300, 100, "ISS2026"));
    for second in ["", "nothing", &format!("{HEAD}5\t1\t1\t1\t1\t1\t0\t0\t2550\t3300\t90\tISS2026\n")] {
        let read = Recognised::from_tables(first.as_bytes(), Some(second.as_bytes()), &scan(0.0)).unwrap();
        assert!(read.text.words().all(|word| word.unsure), "{second}");
    }
}

#[test]
fn signs_that_the_engine_does_not_know_are_told_by_where_they_stand() {
    let read = |words: &[&str]| {
        let at = (0_u32..).zip(words).map(|(at, text)| word(100 + 60 * at, 50, text));
        let table = format!("{HEAD}{}", at.collect::<String>());
        Recognised::from_tables(table.as_bytes(), None, &scan(0.0)).unwrap().text.plain().trim_end().to_owned()
    };
    assert_eq!(read(&["19", "U.S.C.", "$", "1509"]), "19 U.S.C. § 1509");
    assert_eq!(read(&["8", "C.F.R.", "8", "287.4"]), "8 C.F.R. § 287.4");
    assert_eq!(read(&["8", "U.S.C.", "$1225(d)"]), "8 U.S.C. §1225(d)");
    assert_eq!(read(&["8", "C.F.R.", "8"]), "8 C.F.R. 8", "a part of the code");
    assert_eq!(read(&["19", "U.S.C.", "&", "19", "C.F.R."]), "19 U.S.C. & 19 C.F.R.");
    assert_eq!(read(&["19", "U.S.C.", "8", "19", "C.F.R."]), "19 U.S.C. 8 19 C.F.R.");
    assert_eq!(read(&["at", "USC", "$500"]), "at USC $500");
    assert_eq!(read(&["pay", "$", "1509"]), "pay $ 1509");
    assert_eq!(read(&["{name", "of", "officer}"]), "(name of officer)");
}
