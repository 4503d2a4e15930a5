use super::{Row, collate};
use crate::paper::Rect;

/// A row of words, each by its left edge and its width.
fn row(words: &[(f32, f32, &str)]) -> Vec<Row> {
    let word = |(left, width, text): &(f32, f32, &str)| Row {
        line: [1, 1, 1, 1],
        rect: Rect { left: *left, top: 300.0, right: left + width, bottom: 350.0 },
        text: (*text).to_owned(),
        unsure: false,
    };
    words.iter().map(word).collect()
}

/// What is read where the two read so, each word in a place of its own; what is unsure has a question mark.
fn read(first: &[(f32, f32, &str)], second: &[(f32, f32, &str)]) -> String {
    let said = collate(row(first), row(second));
    let words = said.iter().map(|row| format!("{}{}", row.text, if row.unsure { "?" } else { "" }));
    words.collect::<Vec<_>>().join(" ")
}

/// The same for one place, before a word that both read alike.
fn place(first: &str, second: &str, next: &str) -> String {
    let line = |text| [(300.0, 200.0, text), (520.0, 100.0, next)];
    let said = read(&line(first), &line(second));
    said.strip_suffix(next).map_or(said.clone(), |said| said.trim_end().to_owned())
}

#[test]
fn the_one_that_is_a_word_is_taken() {
    assert_eq!(place("subseriber", "subscriber", "of"), "subscriber");
    assert_eq!(place("betow,", "below,", "which"), "below,");
    assert_eq!(place("below", "betow", "this"), "below");
    assert_eq!(place("staternent", "statement", "of"), "statement");
    // Both are words, or neither is, and it is not for us to say which.
    assert_eq!(place("payee", "payer", "of"), "payee?");
    assert_eq!(place("now", "not", "of"), "now?");
    assert_eq!(place("1SS2026", "ISS2026", "of"), "1SS2026?");
    // They differ by more than grain.
    assert_eq!(place("hereof", "thereof", "of"), "hereof?");
    assert_eq!(place("and/or", "and", "of"), "and/or?");
    assert_eq!(place("shall", "shallnot", "of"), "shall?");
    assert_eq!(place("nonimmigrant", "immigrant", "of"), "nonimmigrant?");
    // A name may be read as a word, an account too.
    assert_eq!(place("Marken", "Marker", "of"), "Marken?");
    assert_eq!(place("@hawks", "hawks", "of"), "@hawks?");
    assert_eq!(place("l0ng", "long", "of"), "l0ng?");
    assert_eq!(place("de", "do", "of"), "de?");
    assert_eq!(place("mapie", "maple", "4417"), "mapie?", "in no sentence");
    let account = |name| [(300.0, 150.0, "Username:"), (470.0, 100.0, name), (590.0, 50.0, "of")];
    assert_eq!(read(&account("mapie"), &account("maple")), "Username: mapie? of");
}

#[test]
fn the_end_of_a_word_is_told_by_what_follows_in_a_sentence() {
    assert_eq!(place("time.", "time,", "that"), "time,");
    assert_eq!(place("time,", "time.", "that"), "time,");
    assert_eq!(place("time", "time.", "that"), "time");
    assert_eq!(place("time.", "time,", "The"), "time.?");
    assert_eq!(place("Harbour.", "Harbour,", "LLC"), "Harbour.?");
    assert_eq!(place("Harbour.", "Harbour,", "of"), "Harbour.?");
    assert_eq!(place(".", ",", "that"), ".?");
    assert_eq!(place("APPEAR....", "APPEAR.", "x"), "APPEAR....");
    assert_eq!(place("....", "..", "x"), "....?");
}

#[test]
fn gaps_are_where_words_have_them() {
    let parted = [(300.0, 95.0, "203"), (396.0, 204.0, ".0.113.228")];
    assert_eq!(read(&parted, &[(300.0, 300.0, "203.0.113.228")]), "203.0.113.228");
    assert_eq!(read(&[(300.0, 300.0, "203.0.113.228")], &parted), "203.0.113.228");
    let mail = [(300.0, 195.0, "audrey"), (496.0, 304.0, "-542@foxfire.example")];
    assert_eq!(read(&mail, &[(300.0, 500.0, "audrey-542@foxfire.example")]), "audrey-542@foxfire.example");
    let six = [(300.0, 95.0, "2001:"), (396.0, 204.0, "db8::a")];
    assert_eq!(read(&six, &[(300.0, 300.0, "2001:db8::a")]), "2001:db8::a");
    let case = [(300.0, 95.0, "Case"), (400.0, 50.0, "ID")];
    assert_eq!(read(&[(300.0, 150.0, "CaseID")], &case), "Case ID");
    assert_eq!(read(&case, &[(300.0, 150.0, "CaseID")]), "Case ID");
    let name = [(300.0, 95.0, "Name:"), (400.0, 150.0, "Orla")];
    assert_eq!(read(&[(300.0, 250.0, "Name:Orla")], &name), "Name: Orla");
    let place = [(300.0, 45.0, "St."), (350.0, 100.0, "Odile")];
    assert_eq!(read(&[(300.0, 150.0, "St.Odile")], &place), "St. Odile");
    let docket = [(300.0, 45.0, "1:"), (350.0, 150.0, "27-cv-412")];
    assert_eq!(read(&docket, &[(300.0, 200.0, "1:27-cv-412")]), "1:27-cv-412");
    // A number and a name are not parted by a guess, and not put together.
    let number = [(300.0, 95.0, "26-0044"), (400.0, 50.0, "17")];
    assert_eq!(read(&[(300.0, 150.0, "26-004417")], &number), "26-004417?");
    assert_eq!(read(&number, &[(300.0, 150.0, "26-004417")]), "26-0044? 17?");
    let other = [(300.0, 45.0, "26-00"), (350.0, 100.0, "4417")];
    assert_eq!(read(&number, &other), "26-0044? 17?");
    let times = [(300.0, 195.0, "203.0.113.22"), (500.0, 20.0, "8")];
    assert_eq!(read(&times, &[(300.0, 220.0, "203.0.113.228")]), "203.0.113.22? 8?");
    let amount = [(300.0, 95.0, "$1,250"), (400.0, 50.0, ",000")];
    assert_eq!(read(&[(300.0, 150.0, "$1,250,000")], &amount), "$1,250,000?");
    let mail = [(300.0, 195.0, "jo@example.org"), (500.0, 50.0, "and")];
    assert_eq!(read(&mail, &[(300.0, 250.0, "jo@example.organd")]), "jo@example.org? and?");
    let name = [(300.0, 20.0, "J"), (330.0, 20.0, "D"), (360.0, 100.0, "Vance")];
    assert_eq!(read(&name, &[(300.0, 160.0, "JDVance")]), "J? D? Vance?");
    let stop = [(300.0, 100.0, "records."), (405.0, 50.0, "the")];
    assert_eq!(read(&[(300.0, 155.0, "records.the")], &stop), "records. the");
    // Other letters in other words: nothing tells.
    assert_eq!(read(&[(300.0, 150.0, "Case1D")], &case), "Case1D?");
}

#[test]
fn signs_and_brackets_tell() {
    let sign = |code, first, next| {
        let line = |sign| [(300.0, 200.0, code), (520.0, 50.0, sign), (600.0, 200.0, next)];
        read(&line(first), &line("§"))
    };
    assert_eq!(sign("U.S.C.", "$", "1509"), "U.S.C. § 1509");
    assert_eq!(sign("CER,", "8", "287.4"), "CER, § 287.4");
    assert_eq!(sign("Box", "8", "1509"), "Box 8? 1509");
    assert_eq!(sign("pay", "$", "1509"), "pay $? 1509");
    assert_eq!(sign("Code", "8", "Main"), "Code 8? Main");
    assert_eq!(place("€", "&", "x"), "&");
    assert_eq!(place("1509a)(1)", "1509(a)(1)", "x"), "1509(a)(1)");
    assert_eq!(place("1225(d)(4)(A)", "1225(d)(4XA)", "x"), "1225(d)(4)(A)");
    assert_eq!(place("(C)", "tC)", "x"), "(C)");
    assert_eq!(place("1509(a)(1)", "1509(a)(l)", "x"), "1509(a)(1)?");
    assert_eq!(place("1509(a)(l)", "1509(a)(1", "x"), "1509(a)(l)?");
    assert_eq!(place("(415)", "(418", "x"), "(415)?");
    assert_eq!(place("X", ")(", "x"), "X?");
    assert_eq!(place("(X)", "()()", "x"), "(X)?");
}

#[test]
fn the_letters_of_a_name_are_the_second_readings() {
    assert_eq!(place("Sjoholmsen", "Sjöholmsen", "x"), "Sjöholmsen");
    assert_eq!(place("Ovregardsen,", "Øvregårdsen,", "x"), "Øvregårdsen,");
    assert_eq!(place("Sjóholmsen", "Sjöholmsen", "x"), "Sjóholmsen?", "which mark nothing tells");
    assert_eq!(place("José", "Jose", "x"), "José?");
    assert_eq!(place("are", "arẹ", "x"), "are");
    assert_eq!(place("Plaza,", "Pläza,", "x"), "Plaza,?", "somebody may be called Forté");
    assert_eq!(place("plaza,", "pläza,", "x"), "plaza,");
    assert_eq!(place("MARTIN", "MARTÍN", "x"), "MARTIN?");
    assert_eq!(place("Olmo", "Olmọ", "x"), "Olmo?");
    assert_eq!(place("db8::a", "db8::ą", "x"), "db8::a?");
}

#[test]
fn no_word_is_taken_twice_and_none_is_lost() {
    // A box of the second reading over two words, and its own word for one of them.
    let first = [(300.0, 100.0, "shall"), (420.0, 100.0, "not"), (540.0, 100.0, "produce")];
    let second = [(300.0, 220.0, "shallnot"), (540.0, 100.0, "produce")];
    assert_eq!(read(&first, &second), "shall not produce");
    let second = [(300.0, 340.0, "shall"), (540.0, 100.0, "produce")];
    assert_eq!(read(&first, &second), "shall not? produce");
    // A box of the first over two words of the second.
    let wide = [(300.0, 320.0, "shall"), (640.0, 160.0, "produce")];
    let both = [(300.0, 140.0, "shall"), (450.0, 170.0, "not"), (640.0, 160.0, "produce")];
    assert_eq!(read(&wide, &both), "shall? produce");
    let wide = [(300.0, 320.0, "of"), (640.0, 160.0, "each")];
    let both = [(300.0, 140.0, "of"), (450.0, 170.0, "$1,250"), (640.0, 160.0, "each")];
    assert_eq!(read(&wide, &both), "of? each");
    let second = [(300.0, 340.0, "shallproduce"), (540.0, 100.0, "produce")];
    assert_eq!(read(&first, &second), "shall? not? produce?");
}

#[test]
fn a_wide_word_or_a_crowd_tells_nothing() {
    let first = [(300.0, 100.0, "shall"), (420.0, 100.0, "produce")];
    assert_eq!(read(&first, &[(0.0, 2500.0, "shallnotproduce")]), "shall? produce?");
    let letters: Vec<(f32, f32, &str)> = (0..20_u8).map(|at| (300.0 + 10.0 * f32::from(at), 9.0, "i")).collect();
    let said = read(&[(300.0, 200.0, "iiiiiiiiiiiiiiiiiiii")], &letters);
    assert_eq!(said, "iiiiiiiiiiiiiiiiiiii?");
}
