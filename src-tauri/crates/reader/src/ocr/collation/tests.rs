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
    assert_eq!(place("subseriber", "subscriber", "x"), "subscriber");
    assert_eq!(place("betow,", "below,", "x"), "below,");
    assert_eq!(place("below", "betow", "x"), "below");
    assert_eq!(place("(if", "tif", "x"), "(if");
    // Both are words, and it is not for us to say which.
    assert_eq!(place("now", "not", "x"), "now?");
    assert_eq!(place("no", "on", "x"), "no?");
    // Neither is.
    assert_eq!(place("ISS2026", "1SS2026", "x"), "ISS2026?");
    // A name may be read as a word, an account too.
    assert_eq!(place("Marken", "Marker", "x"), "Marken?");
    assert_eq!(place("@1arches", "@larches", "x"), "@1arches?");
    assert_eq!(place("l0ng", "long", "x"), "l0ng?");
}

#[test]
fn a_word_with_a_capital_is_told_by_the_page() {
    let first = [(300.0, 200.0, "Aimanac"), (520.0, 200.0, "Almanac"), (740.0, 100.0, "Fite")];
    let second = [(300.0, 200.0, "Almanac"), (520.0, 200.0, "Almanac"), (740.0, 100.0, "File")];
    assert_eq!(read(&first, &second), "Almanac Almanac Fite?");
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
    // Other letters in other words: nothing tells.
    assert_eq!(read(&[(300.0, 150.0, "Case1D")], &case), "Case1D?");
}

#[test]
fn signs_and_brackets_tell() {
    assert_eq!(place("$", "§", "1509"), "§");
    assert_eq!(place("8", "§", "1509"), "§");
    assert_eq!(place("8", "§", "Main"), "8?");
    assert_eq!(place("€", "&", "x"), "&");
    assert_eq!(place("1509a)(1)", "1509(a)(1)", "x"), "1509(a)(1)");
    assert_eq!(place("1225(d)(4)(A)", "1225(d)(4XA)", "x"), "1225(d)(4)(A)");
    assert_eq!(place("(C)", "tC)", "x"), "(C)");
    assert_eq!(place("1509(a)(1)", "1509(a)(l)", "x"), "1509(a)(1)?");
}

#[test]
fn the_letters_of_a_name_are_the_second_readings() {
    assert_eq!(place("Sjoholmsen", "Sjöholmsen", "x"), "Sjöholmsen");
    assert_eq!(place("Ovregardsen,", "Øvregårdsen,", "x"), "Øvregårdsen,");
    assert_eq!(place("Sjóholmsen", "Sjöholmsen", "x"), "Sjóholmsen?", "which mark nothing tells");
    assert_eq!(place("José", "Jose", "x"), "José?");
    assert_eq!(place("are", "arẹ", "x"), "are");
    assert_eq!(place("Plaza,", "Pläza,", "x"), "Plaza,");
    assert_eq!(place("Olmo", "Olmọ", "x"), "Olmo?");
    assert_eq!(place("db8::a", "db8::ą", "x"), "db8::a?");
}

#[test]
fn a_giant_or_a_crowd_tells_nothing() {
    let first = [(300.0, 100.0, "shall"), (420.0, 100.0, "produce")];
    assert_eq!(read(&first, &[(0.0, 2500.0, "shallnotproduce")]), "shall? produce?");
    let letters: Vec<(f32, f32, &str)> = (0..20_u8).map(|at| (300.0 + 10.0 * f32::from(at), 9.0, "i")).collect();
    let said = read(&[(300.0, 200.0, "iiiiiiiiiiiiiiiiiiii")], &letters);
    assert_eq!(said, "iiiiiiiiiiiiiiiiiiii");
}
